/* test-refresh-moves.c: feeds that moved, and feeds that are gone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "refresh-fixture.h"

static void
lead (RefreshFixture *self,
      const char     *path,
      guint           status,
      const char     *to)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u Elsewhere\nLocation: %s", status, to);

  loopback_say (self->server, path, head, "");
}

static void
test_move (RefreshFixture *self,
           gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/old");
  g_autofree char *old = loopback_url (self->server, 1, "/old");
  g_autofree char *new = loopback_url (self->server, 1, "/new");
  g_autoptr (GError) error = NULL;

  lead (self, "/old", 301, "/new");
  loopback_say (self->server, "/new", HEAD, RSS (ITEM ("1", WORDS)));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HsStoredFeed) before = load_feed (self, feed);

      g_assert_cmpstr (before->state->url, ==, old);
      refresh (self);
      g_assert_cmpuint (self->result.feeds, ==, 1);
      library_test_reopen (&self->library);
      self->time += DAY;
    }
  {
    g_autoptr (HsStoredFeed) after = load_feed (self, feed);
    g_autofree char *undo = NULL;

    g_assert_cmpstr (after->state->url, ==, new);
    refresh (self);
    g_assert_cmpuint (loopback_count (self->server, "/old"), ==, 3);
    /* nothing came twice */
    g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles"), ==, 1);
    g_assert_true (hs_library_undo (self->library.library, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr (HsStoredFeed) undone = load_feed (self, feed);

    g_assert_cmpstr (undone->state->url, ==, old);
  }
}

static void
test_no_move (RefreshFixture *self,
              gconstpointer   data)
{
  static const guint statuses[] = { 302, 307, 303 };
  gint64 feeds[G_N_ELEMENTS (statuses) + 1];

  loopback_say (self->server, "/new", HEAD, RSS (ITEM ("1", WORDS)));
  loopback_say (self->server, "/parked", "HTTP/1.1 200 OK\nContent-Type: text/html", "<p>This name is for sale.</p>");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", statuses[i]);

      lead (self, path, statuses[i], "/new");
      feeds[i] = add_feed (self, 1, path);
    }
  lead (self, "/sold", 301, "/parked");
  feeds[G_N_ELEMENTS (statuses)] = add_feed (self, 1, "/sold");
  for (guint day = 0; day < 6; day++)
    {
      refresh (self);
      self->time += 2 * DAY;
    }
  for (guint i = 0; i < G_N_ELEMENTS (feeds); i++)
    {
      g_autoptr (HsStoredFeed) feed = load_feed (self, feeds[i]);

      g_assert_null (strstr (feed->state->url, "/new"));
      g_assert_null (strstr (feed->state->url, "/parked"));
      g_assert_null (feed->state->moved_to);
    }
}

/* Where both are subscribed to, neither is taken away. */
static void
test_move_to_known (RefreshFixture *self,
                    gconstpointer   data)
{
  gint64 old = add_feed (self, 1, "/old");

  add_feed (self, 1, "/new");
  lead (self, "/old", 301, "/new");
  loopback_say (self->server, "/new", HEAD, RSS (ITEM ("1", WORDS)));
  for (guint day = 0; day < 4; day++)
    {
      refresh (self);
      g_assert_cmpuint (self->result.failed, ==, 0);
      self->time += DAY;
    }
  {
    g_autoptr (HsStoredFeed) feed = load_feed (self, old);

    g_assert_true (g_str_has_suffix (feed->state->url, "/old"));
    /* and the health page says why */
    g_assert_nonnull (strstr (feed->state->message, "/new"));
    g_assert_nonnull (strstr (self->problems->str, "/new"));
  }
}

/* What another host said is told to it again, also after a restart. */
static void
test_led_elsewhere (RefreshFixture *self,
                    gconstpointer   data)
{
  g_autofree char *there = loopback_url (self->server, 2, "/there");

  add_feed (self, 1, "/feed");
  lead (self, "/feed", 302, there);
  loopback_say (self->server, "/there", HEAD "\nETag: \"7\"", RSS (ITEM ("1", WORDS)));
  refresh (self);
  g_assert_cmpuint (self->result.added, ==, 1);
  library_test_reopen (&self->library);
  loopback_say (self->server, "/there", "HTTP/1.1 304 Not Modified", "");
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (self->result.unchanged, ==, 1);
  g_assert_null (loopback_header (self->server, "/feed", 1, "if-none-match"));
  g_assert_cmpstr (loopback_header (self->server, "/there", 1, "if-none-match"), ==, "\"7\"");
}

static void
test_gone (RefreshFixture *self,
           gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/feed");

  loopback_say (self->server, "/feed", "HTTP/1.1 410 Gone", "");
  refresh (self);
  g_assert_nonnull (strstr (self->problems->str, "410"));
  library_test_reopen (&self->library);
  self->time += 400 * (gint64) DAY;
  refresh (self);
  refresh_some (self, 0, HS_REFRESH_ALL);
  g_assert_cmpuint (loopback_count (self->server, "/feed"), ==, 1);
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  refresh_some (self, feed, HS_REFRESH_INSIST);
  g_assert_cmpuint (self->result.added, ==, 1);
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (self->result.feeds, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/refresh/" name, RefreshFixture, NULL, refresh_set_up, func, refresh_tear_down)
  ADD ("a-move-that-repeats-over-days-is-applied-and-can-be-undone", test_move);
  ADD ("temporary-and-bad-moves-are-never-applied", test_no_move);
  ADD ("a-move-to-a-known-feed-takes-none-away", test_move_to_known);
  ADD ("gone-stops-until-the-user-says-otherwise", test_gone);
  ADD ("a-temporary-redirect-keeps-its-validators", test_led_elsewhere);
#undef ADD
  return g_test_run ();
}
