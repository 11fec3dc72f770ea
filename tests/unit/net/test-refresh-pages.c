/* test-refresh-pages.c: the pages entries lead to, and the icons of feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "refresh-fixture.h"

/* --- pages ----------------------------------------------------------------------------- */

#define PAGE \
  "<html><head><title>Ship 1 reaches Velan</title></head><body><nav><a href='/'>Home</a></nav><article>" \
  "<h1>Ship 1 reaches Velan</h1><p>The whole story of the ship, which reached the harbour of Velan on Tuesday, is " \
  "long.</p><p>It had left Norland in October, laden with grain, and was held up by a storm, its captain " \
  "said.</p></article></body></html>"

static void
test_full_page (RefreshFixture *self,
                gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autofree char *link = loopback_url (self->server, 1, "/1");
  g_autoptr (HsStored) whole = NULL;
  g_autoptr (HsStored) teaser = NULL;
  g_autoptr (GError) error = NULL;

  edit.full_page = TRUE;
  g_assert_true (hs_library_edit_feed (self->library.library, feed, &edit, &error));
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("2", "No page.") ITEM ("1", "The ship is there.")));
  loopback_say (self->server, "/1", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", PAGE);
  loopback_say (self->server, "/2", "HTTP/1.1 403 No", "");
  refresh (self);
  g_assert_cmpuint (self->result.added, ==, 2);
  g_assert_cmpuint (self->result.failed, ==, 0);
  g_assert_cmpuint (loopback_most_of_one (self->server), ==, 1);
  /* what was not to be had is said, and the feed's own words are there */
  g_assert_nonnull (strstr (self->problems->str, "Ship 2"));
  whole = load_article (self, g_array_index (self->result.new_articles, gint64, 0));
  teaser = load_article (self, g_array_index (self->result.new_articles, gint64, 1));
  g_assert_nonnull (strstr (whole->document->text, "laden with grain"));
  g_assert_null (strstr (whole->document->text, "Home"));
  g_assert_cmpstr (whole->document->url, ==, link);
  g_assert_cmpstr (whole->document->outlet, ==, "The Ledger");
  g_assert_nonnull (strstr (teaser->document->text, "No page."));
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (loopback_count (self->server, "/1"), ==, 1);
}

/* Of every feed, whatever is set of each. */
static void
test_full_page_always (RefreshFixture *self,
                       gconstpointer   data)
{
  g_autoptr (HsStored) whole = NULL;
  g_autoptr (GError) error = NULL;

  add_feed (self, 1, "/feed");
  g_assert_true (hs_library_set_meta (self->library.library, HS_REFRESH_FULL_PAGE_KEY, "1", &error));
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", "The ship is there.")));
  loopback_say (self->server, "/1", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", PAGE);
  refresh (self);
  g_assert_cmpuint (loopback_count (self->server, "/1"), ==, 1);
  whole = load_article (self, g_array_index (self->result.new_articles, gint64, 0));
  g_assert_nonnull (strstr (whole->document->text, "laden with grain"));
}

/* The worker dies of it; the feed's own words are read as ever. */
static void
test_unreadable_page (RefreshFixture *self,
                      gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autofree char *good = g_strdup (g_getenv ("HEARSAY_WORKER"));
  g_autofree char *bad = g_build_filename (g_getenv ("HEARSAY_BUILD"), "tests", "support", "bad-worker", NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT(*) FROM originals WHERE size = %u AND address LIKE '%%/1'",
                                          (guint) strlen (PAGE));
  g_autoptr (GError) error = NULL;

  edit.full_page = TRUE;
  g_assert_true (hs_library_edit_feed (self->library.library, feed, &edit, &error));
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", "The ship is there.")));
  loopback_say (self->server, "/1", "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8", PAGE);
  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", bad, TRUE);
  g_setenv ("HEARSAY_BAD_WORKER", "pages", TRUE);
  refresh (self);
  g_setenv ("HEARSAY_WORKER", good, TRUE);
  hs_worker_rest ();
  g_assert_cmpuint (self->result.added, ==, 1);
  g_assert_cmpint (library_test_int (&self->library, sql), ==, 1);
  g_assert_nonnull (strstr (self->problems->str, "The page of “Ship 1 reaches Velan” was kept but could not be read"));
}

/* --- icons ----------------------------------------------------------------------------- */

static void
play_nothing (LoopbackTurn *turn,
              gpointer      data)
{
  loopback_sleep (turn, 60000);
}

static void
play_icon (LoopbackTurn *turn,
           gpointer      data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and so on";

  loopback_answer (turn, "HTTP/1.1 200 OK\nContent-Type: image/png", png, sizeof png);
}

static void
test_icons (RefreshFixture *self,
            gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  gint64 other = add_feed (self, 1, "/other");

  loopback_say (self->server, "/feed", HEAD, "<rss version='2.0'><channel><title>A</title></channel></rss>");
  loopback_say (self->server, "/other", HEAD, "<rss version='2.0'><channel><title>B</title></channel></rss>");
  loopback_say (self->server, "/favicon.ico", "HTTP/1.1 200 OK\nContent-Type: image/png", "<svg onload='alert(1)'/>");
  refresh (self);
  g_assert_cmpuint (self->result.failed, ==, 0);
  g_assert_cmpuint (loopback_count (self->server, "/favicon.ico"), ==, 1);
  for (guint day = 1; day < 7; day++)
    {
      self->time = NOON + day * DAY;
      refresh (self);
    }
  /* never again within a week after a failure */
  g_assert_cmpuint (loopback_count (self->server, "/favicon.ico"), ==, 1);
  {
    g_autoptr (HsStoredFeed) failed = load_feed (self, feed);

    g_assert_true (failed->icon_failed);
    g_assert_null (failed->icon);
  }
  loopback_play (self->server, "/favicon.ico", play_icon, NULL);
  self->time = g_get_real_time () / G_USEC_PER_SEC + 8 * DAY;
  refresh (self);
  g_assert_cmpuint (loopback_count (self->server, "/favicon.ico"), ==, 2);
  {
    g_autoptr (HsStoredFeed) first = load_feed (self, feed);
    g_autoptr (HsStoredFeed) second = load_feed (self, other);

    g_assert_nonnull (first->icon);
    g_assert_nonnull (second->icon);
    g_assert_false (first->icon_failed);
  }
}

/* Nobody waits for the picture of a feed. */
static void
test_icons_hold_up_nothing (RefreshFixture *self,
                            gconstpointer   data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  g_autoptr (HsStoredFeed) stored = NULL;
  gint64 began = g_get_monotonic_time ();

  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  loopback_play (self->server, "/favicon.ico", play_nothing, NULL);
  self->hooks.timeout = 30;
  refresh (self);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 8 * G_USEC_PER_SEC);
  g_assert_cmpuint (self->result.added, ==, 1);
  stored = load_feed (self, feed);
  g_assert_true (stored->icon_failed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/refresh/" name, RefreshFixture, NULL, refresh_set_up, func, refresh_tear_down)
  ADD ("the-page-of-a-teaser-is-fetched", test_full_page);
  ADD ("the-page-of-every-entry-is-fetched-where-the-user-says-so", test_full_page_always);
  ADD ("a-page-that-cannot-be-read-is-kept-and-said", test_unreadable_page);
  ADD ("icons-hold-up-nothing", test_icons_hold_up_nothing);
  ADD ("icons-weekly-at-most-and-not-after-a-failure", test_icons);
#undef ADD
  return g_test_run ();
}
