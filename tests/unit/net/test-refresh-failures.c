/* test-refresh-failures.c: what goes wrong with one feed, or with the network
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "refresh-fixture.h"

/* --- feeds ----------------------------------------------------------------------------- */

static void
test_failures (RefreshFixture *self,
               gconstpointer   data)
{
  gint64 page = add_feed (self, 1, "/page");
  gint64 none = add_feed (self, 1, "/none");
  g_autoptr (HsStoredFeed) state = NULL;
  g_autoptr (HsStoredFeed) absent = NULL;
  g_auto (GStrv) lines = NULL;

  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/page", "HTTP/1.1 200 OK\nContent-Type: text/html\nETag: \"1\"", "<p>Hello.</p>");
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  refresh (self);
  g_assert_cmpuint (self->result.feeds, ==, 3);
  g_assert_cmpuint (self->result.failed, ==, 2);
  g_assert_cmpuint (self->result.added, ==, 1);
  lines = g_strsplit (self->problems->str, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  state = load_feed (self, page);
  g_assert_cmpuint (state->state->failures, ==, 1);
  g_assert_nonnull (state->state->message);
  g_assert_null (state->state->etag);
  g_assert_cmpint (state->state->why, ==, HS_WHY_BACK_OFF);
  absent = load_feed (self, none);
  g_assert_cmpuint (absent->state->status, ==, 404);
}

static void
play_nothing (LoopbackTurn *turn,
              gpointer      data)
{
  loopback_sleep (turn, 60000);
}

typedef struct
{
  RefreshFixture *fixture;
  gint64 kept[50];   /* when each came to its end */
  guint n;
} Times;

static void
note_time (guint       done,
           guint       total,
           const char *status,
           gpointer    data)
{
  Times *times = data;

  if (done > times->n && times->n < 50)
    times->kept[times->n++] = library_test_int (&times->fixture->library, "SELECT count(*) FROM articles");
}

static void
test_stalled (RefreshFixture *self,
              gconstpointer   data)
{
  Times times = { self, { 0 }, 0 };
  const HsRefreshWatch watch = { note_time, NULL, NULL, NULL, &times };
  g_autoptr (GError) error = NULL;

  loopback_play (self->server, "/never", play_nothing, NULL);
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  for (guint n = 1; n <= 5; n++)
    add_feed (self, n, "/never");
  for (guint n = 6; n <= 8; n++)
    add_feed (self, n, "/feed");
  hs_refresh_run_with (self->library.library, NULL, HS_REFRESH_DUE, &self->hooks, &watch, NULL, &self->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->result.feeds, ==, 8);
  g_assert_cmpuint (self->result.failed, ==, 5);
  /* the three were read and kept before the first of the five was given up */
  g_assert_cmpuint (times.n, ==, 8);
  g_assert_cmpint (times.kept[2], ==, 3);
  g_assert_cmpint (times.kept[7], ==, 3);
}

static void
test_cancelled (RefreshFixture *self,
                gconstpointer   data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 feed = add_feed (self, 1, "/feed");
  g_autoptr (HsStoredFeed) after = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (hs_refresh_run_with (self->library.library, NULL, HS_REFRESH_DUE, &self->hooks, NULL, cancellable,
                                       &self->result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = load_feed (self, feed);
  g_assert_cmpint (after->state->last_try, ==, 0);
}

/* --- the network ----------------------------------------------------------------------- */

static void
test_metered (RefreshFixture *self,
              gconstpointer   data)
{
  g_autoptr (GNetworkMonitor) monitor = network_test_new (TRUE, TRUE);

  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  self->hooks.monitor = monitor;
  refresh_some (self, 0, HS_REFRESH_BACKGROUND);
  g_assert_true (self->result.held_back);
  g_assert_cmpuint (loopback_count (self->server, NULL), ==, 0);
  refresh (self);
  g_assert_false (self->result.held_back);
  g_assert_cmpuint (self->result.added, ==, 1);
}

static void
test_offline (RefreshFixture *self,
              gconstpointer   data)
{
  g_autoptr (GNetworkMonitor) monitor = network_test_new (FALSE, FALSE);
  g_autoptr (GError) error = NULL;
  gint64 feed = hs_library_add_feed (self->library.library, "http://outlet.example/feed", NULL, 0, &error);
  g_autoptr (HsStoredFeed) after = NULL;

  self->hooks.monitor = monitor;
  refresh (self);
  g_assert_cmpuint (self->result.failed, ==, 1);
  after = load_feed (self, feed);
  g_assert_cmpuint (after->state->failures, ==, 0);
  g_assert_cmpint (after->state->next, <=, NOON);
  g_assert_cmpint (after->state->outcome, ==, HS_FETCH_OFFLINE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/refresh/" name, RefreshFixture, NULL, refresh_set_up, func, refresh_tear_down)
  ADD ("one-failure-stops-no-other", test_failures);
  ADD ("stalled-hosts-delay-no-other", test_stalled);
  ADD ("cancelling-keeps-the-state", test_cancelled);
  ADD ("a-metered-network-holds-the-background-back", test_metered);
  ADD ("offline-changes-nothing", test_offline);
#undef ADD
  return g_test_run ();
}
