/* test-refresh.c: feeds become articles, and what is remembered between two times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-decisions.h"
#include "hs-journal.h"
#include "hs-refresh-private.h"
#include "hs-worker.h"
#include "library-test.h"
#include "loopback.h"
#include "network-test.h"

#define NOON 1700049600 /* 2023-11-15 12:00:00 UTC */
#define HOUR 3600
#define DAY 86400

#define HEAD "HTTP/1.1 200 OK\nContent-Type: application/rss+xml"
#define RSS(items) \
  "<?xml version='1.0'?><rss version='2.0'><channel><title>The Ledger</title>" \
  "<link>http://127.0.0.1/</link><language>en</language>" items "</channel></rss>"
#define ITEM(n, words) \
  "<item><guid isPermaLink='false'>" n "</guid><title>Ship " n " reaches Velan</title><link>/" n "</link>" \
  "<pubDate>Tue, 14 Nov 2023 0" n ":00:00 GMT</pubDate><description>&lt;p&gt;" words "&lt;/p&gt;</description></item>"
#define WORDS "The ship reached the harbour of Velan on Tuesday, the harbour master said, two days late."

typedef struct
{
  LibraryTest library;
  Loopback *server;      /* (owned) */
  gint64 time;
  HsRefreshHooks hooks;
  HsRefreshResult result;
  GString *problems;     /* (owned): a line each */
  char *password;        /* (owned) (nullable) */
} Fixture;

static gint64
tell_time (gpointer data)
{
  Fixture *self = data;

  return self->time;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_test_set_up (&self->library, data);
  self->server = loopback_new (NULL);
  self->time = NOON;
  self->hooks = (HsRefreshHooks){ .clock = tell_time, .clock_data = self, .timeout = 2 };
  self->problems = g_string_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  hs_refresh_result_clear (&self->result);
  loopback_free (self->server);
  g_string_free (self->problems, TRUE);
  g_free (self->password);
  library_test_tear_down (&self->library, data);
}

static gint64
add_feed (Fixture    *self,
          guint       n,
          const char *path)
{
  g_autofree char *url = loopback_url (self->server, n, path);
  g_autoptr (GError) error = NULL;
  gint64 id = hs_library_add_feed (self->library.library, url, NULL, 0, &error);

  g_assert_no_error (error);
  return id;
}

static HsStoredFeed *
load_feed (Fixture *self,
           gint64   id)
{
  g_autoptr (GError) error = NULL;
  HsStoredFeed *feed = hs_library_load_feed (self->library.library, id, &error);

  g_assert_no_error (error);
  return feed;
}

static void
note_problem (gint64      feed,
              const char *title,
              const char *message,
              gpointer    data)
{
  Fixture *self = data;

  g_string_append_printf (self->problems, "%s: %s\n", title, message);
}

static char *
tell_password (const HsStoredFeed *feed,
               gpointer            data)
{
  Fixture *self = data;

  return g_strdup (self->password);
}

static void
refresh_some (Fixture        *self,
              gint64          feed,
              HsRefreshFlags  flags)
{
  const HsRefreshWatch watch = { NULL, note_problem, NULL, tell_password, self };
  g_autoptr (GArray) feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  g_array_append_val (feeds, feed);
  hs_refresh_result_clear (&self->result);
  g_string_truncate (self->problems, 0);
  hs_refresh_run_with (self->library.library, feed != 0 ? feeds : NULL, flags, &self->hooks, &watch, NULL,
                       &self->result, &error);
  g_assert_no_error (error);
}

static void
refresh (Fixture *self)
{
  refresh_some (self, 0, HS_REFRESH_DUE);
}

static HsStored *
load_article (Fixture *self,
              gint64   id)
{
  g_autoptr (GError) error = NULL;
  HsStored *stored = hs_library_load_article (self->library.library, id, &error);

  g_assert_no_error (error);
  return stored;
}

/* --- articles --------------------------------------------------------------------------- */

static void
test_articles (Fixture       *self,
               gconstpointer  data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  g_autofree char *link = loopback_url (self->server, 1, "/2");
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (HsStoredFeed) after = NULL;

  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("2", WORDS) ITEM ("1", WORDS " Once.")));
  refresh (self);
  g_assert_cmpuint (self->result.feeds, ==, 1);
  g_assert_cmpuint (self->result.added, ==, 2);
  g_assert_cmpuint (self->result.new_articles->len, ==, 2);
  g_assert_cmpstr (self->problems->str, ==, "");
  stored = load_article (self, g_array_index (self->result.new_articles, gint64, 1));
  g_assert_cmpstr (stored->document->title, ==, "Ship 2 reaches Velan");
  g_assert_cmpstr (stored->document->outlet, ==, "The Ledger");
  g_assert_cmpstr (stored->document->language, ==, "en");
  g_assert_true (g_str_has_prefix (stored->document->published, "2023-11-14T02:00:00"));
  g_assert_cmpstr (stored->document->url, ==, link);
  g_assert_cmpstr (stored->document->text, ==, "Ship 2 reaches Velan\n\n" WORDS);
  g_assert_false (stored->read);
  after = load_feed (self, feed);
  g_assert_cmpstr (after->title, ==, "The Ledger");
  g_assert_cmpint (after->state->last_success, ==, NOON);
  g_assert_cmpint (after->state->last_change, ==, NOON);
  g_assert_cmpuint (after->n_unread, ==, 2);
}

static void
test_edit (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (HsStored) stored = NULL;

  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  refresh (self);
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (self->result.unchanged, ==, 1);
  g_assert_cmpuint (self->result.changed, ==, 0);
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS " Nobody was hurt.")));
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (self->result.changed, ==, 1);
  g_assert_cmpuint (self->result.added, ==, 0);
  stored = load_article (self, 1);
  g_assert_true (g_str_has_suffix (stored->document->text, "Nobody was hurt."));
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM revisions"), ==, 2);
}

static void
test_odd_entries (Fixture       *self,
                  gconstpointer  data)
{
  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/feed", HEAD,
                RSS ("<item/><item><title>Only a title</title></item>"
                     "<item><link>/only-a-link</link></item>"
                     "<item><title>&lt;b>Bold&lt;/b> words</title><description>&lt;script>alert(1)&lt;/script></description></item>"));
  refresh (self);
  /* the one that says nothing is no article, and no reason to fail */
  g_assert_cmpuint (self->result.added, ==, 3);
  g_assert_cmpuint (self->result.failed, ==, 0);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM revisions WHERE text LIKE '%alert%'"), ==, 0);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles WHERE title = 'Bold words'"), ==, 1);
}

/* --- what is remembered ----------------------------------------------------------------------- */

static void
test_validators_survive (Fixture       *self,
                         gconstpointer  data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  g_autoptr (HsStoredFeed) after = NULL;

  loopback_say (self->server, "/feed", HEAD "\nETag: W/\"7\"\nLast-Modified: Tue, 14 Nov 2023 09:00:00 GMT",
                RSS (ITEM ("1", WORDS)));
  refresh (self);
  loopback_say (self->server, "/feed", "HTTP/1.1 503 Down", "");
  self->time += DAY;
  refresh (self);
  g_assert_cmpuint (self->result.failed, ==, 1);
  library_test_reopen (&self->library);
  loopback_say (self->server, "/feed", "HTTP/1.1 304 Not Modified", "");
  self->time += 2 * DAY;
  refresh (self);
  g_assert_cmpuint (self->result.unchanged, ==, 1);
  g_assert_cmpstr (loopback_header (self->server, "/feed", 2, "if-none-match"), ==, "W/\"7\"");
  g_assert_cmpstr (loopback_header (self->server, "/feed", 2, "if-modified-since"), ==, "Tue, 14 Nov 2023 09:00:00 GMT");
  after = load_feed (self, feed);
  g_assert_cmpstr (after->state->etag, ==, "W/\"7\"");
  g_assert_cmpuint (after->state->failures, ==, 0);
}

static void
test_retry_after_survives (Fixture       *self,
                           gconstpointer  data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  g_autoptr (HsStoredFeed) after = NULL;

  loopback_say (self->server, "/feed", "HTTP/1.1 429 Slow Down\nRetry-After: 259200", "");
  refresh (self);
  library_test_reopen (&self->library);
  after = load_feed (self, feed);
  g_assert_cmpint (after->state->next, ==, NOON + 3 * DAY);
  g_assert_cmpint (after->state->why, ==, HS_WHY_RETRY_AFTER);
  self->time += 3 * DAY - 1;
  refresh (self);
  refresh_some (self, 0, HS_REFRESH_ALL);
  refresh_some (self, feed, HS_REFRESH_ALL);
  g_assert_cmpuint (loopback_count (self->server, "/feed"), ==, 1);
  refresh_some (self, feed, HS_REFRESH_INSIST);
  g_assert_cmpuint (loopback_count (self->server, "/feed"), ==, 2);
  self->time += 3 * DAY;
  refresh (self);
  g_assert_cmpuint (loopback_count (self->server, "/feed"), ==, 3);
}

static void
test_only_what_is_due (Fixture       *self,
                       gconstpointer  data)
{
  add_feed (self, 1, "/feed");
  add_feed (self, 2, "/slow");
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  loopback_say (self->server, "/slow", HEAD, RSS ("<ttl>300</ttl>" ITEM ("2", WORDS)));
  refresh (self);
  self->time += HOUR / 2;
  refresh (self);
  g_assert_cmpuint (self->result.feeds, ==, 0);
  self->time += HOUR;
  refresh (self);
  g_assert_cmpuint (self->result.feeds, ==, 1);
  g_assert_cmpuint (loopback_count (self->server, "/slow"), ==, 1);
  refresh_some (self, 0, HS_REFRESH_ALL);
  g_assert_cmpuint (self->result.feeds, ==, 2);
}

static void
lead (Fixture    *self,
      const char *path,
      guint       status,
      const char *to)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u Elsewhere\nLocation: %s", status, to);

  loopback_say (self->server, path, head, "");
}

static void
test_move (Fixture       *self,
           gconstpointer  data)
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
test_no_move (Fixture       *self,
              gconstpointer  data)
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
test_move_to_known (Fixture       *self,
                    gconstpointer  data)
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
test_led_elsewhere (Fixture       *self,
                    gconstpointer  data)
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
test_gone (Fixture       *self,
           gconstpointer  data)
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

/* --- failures --------------------------------------------------------------------------------- */

static void
test_failures (Fixture       *self,
               gconstpointer  data)
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
  Fixture *fixture;
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
test_stalled (Fixture       *self,
              gconstpointer  data)
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
test_cancelled (Fixture       *self,
                gconstpointer  data)
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

/* --- the network -------------------------------------------------------------------------------- */

static void
test_metered (Fixture       *self,
              gconstpointer  data)
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
test_offline (Fixture       *self,
              gconstpointer  data)
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

/* --- pages and icons ------------------------------------------------------------------------------ */

#define PAGE \
  "<html><head><title>Ship 1 reaches Velan</title></head><body><nav><a href='/'>Home</a></nav><article>" \
  "<h1>Ship 1 reaches Velan</h1><p>The whole story of the ship, which reached the harbour of Velan on Tuesday, is long.</p>" \
  "<p>It had left Norland in October, laden with grain, and was held up by a storm, its captain said.</p></article></body></html>"

static void
test_full_page (Fixture       *self,
                gconstpointer  data)
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
test_full_page_always (Fixture       *self,
                       gconstpointer  data)
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

/* Of the library, for a feed that has none of its own. */
static void
test_interval_of_the_library (Fixture       *self,
                              gconstpointer  data)
{
  gint64 plain = add_feed (self, 1, "/feed");
  gint64 own = add_feed (self, 2, "/feed");
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (HsStoredFeed) first = NULL;
  g_autoptr (HsStoredFeed) second = NULL;
  g_autoptr (GError) error = NULL;

  edit.interval = 7200;
  g_assert_true (hs_library_edit_feed (self->library.library, own, &edit, &error));
  g_assert_true (hs_library_set_meta (self->library.library, HS_REFRESH_INTERVAL_KEY, "36000", &error));
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", "The ship is there.")));
  refresh (self);
  first = hs_library_load_feed (self->library.library, plain, &error);
  second = hs_library_load_feed (self->library.library, own, &error);
  /* and a little, so that not all come at once */
  g_assert_cmpint (first->state->next - self->time, >=, 36000);
  g_assert_cmpint (first->state->next - self->time, <, 36000 * 5 / 4);
  g_assert_cmpint (second->state->next - self->time, >=, 7200);
  g_assert_cmpint (second->state->next - self->time, <, 7200 * 5 / 4);
}

/* The worker dies of it; the feed's own words are read as ever. */
static void
test_unreadable_page (Fixture       *self,
                      gconstpointer  data)
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

static void
play_icon (LoopbackTurn *turn,
           gpointer      data)
{
  static const char png[] = "\x89PNG\r\n\x1a\n and so on";

  loopback_answer (turn, "HTTP/1.1 200 OK\nContent-Type: image/png", png, sizeof png);
}

static void
test_icons (Fixture       *self,
            gconstpointer  data)
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

/* --- secrets ------------------------------------------------------------------------------------------ */

static void
play_guarded (LoopbackTurn *turn,
              gpointer      data)
{
  if (g_hash_table_lookup (turn->request->headers, "authorization") != NULL)
    loopback_answer (turn, HEAD, RSS (ITEM ("1", WORDS)), strlen (RSS (ITEM ("1", WORDS))));
  else
    loopback_answer (turn, "HTTP/1.1 401 Who\nWWW-Authenticate: Basic realm=\"Desk\"", "", 0);
}

static gboolean
holds (const char *directory,
       const char *secret)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;
  gboolean found = FALSE;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      n++;
      found = found || memmem (bytes, length, secret, strlen (secret)) != NULL;
    }
  g_assert_cmpuint (n, >, 0);
  return found;
}

static void
test_secret (Fixture       *self,
             gconstpointer  data)
{
  gint64 feed = add_feed (self, 1, "/feed");
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (GError) error = NULL;

  edit.user = "reader";
  g_assert_true (hs_library_edit_feed (self->library.library, feed, &edit, &error));
  loopback_play (self->server, "/feed", play_guarded, NULL);
  refresh (self);
  g_assert_cmpuint (self->result.failed, ==, 1);
  self->password = g_strdup ("kingfisher-1907");
  refresh_some (self, feed, HS_REFRESH_INSIST);
  g_assert_cmpuint (self->result.added, ==, 1);
  /* "reader" is there, or the search would prove nothing */
  g_assert_true (holds (self->library.directory, "reader"));
  g_assert_false (holds (self->library.directory, "kingfisher-1907"));
  g_assert_false (holds (self->library.directory, "cmVhZGVyOmtpbmdmaXNoZXItMTkwNw=="));
}

/* --- analysed afterwards ------------------------------------------------------------------------------ */

static void
test_kept_before_analysed (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (HsStored) before = NULL;
  g_autoptr (HsStored) after = NULL;

  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/feed", HEAD, RSS (ITEM ("1", WORDS)));
  refresh_some (self, 0, HS_REFRESH_ALL | HS_REFRESH_UNREAD);
  g_assert_cmpuint (self->result.added, ==, 1);
  before = load_article (self, 1);
  g_assert_true (before->waiting);
  g_assert_cmpuint (before->analysis->mentions->len, ==, 0);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'harbour'"),
                   ==, 1);
  /* nothing new came, but one was left */
  loopback_say (self->server, "/feed", "HTTP/1.1 304 Not Modified", "");
  refresh_some (self, 0, HS_REFRESH_ALL);
  g_assert_cmpuint (self->result.added, ==, 0);
  after = load_article (self, 1);
  g_assert_false (after->waiting);
  g_assert_cmpuint (after->analysis->mentions->len, >, 0);
  g_assert_cmpint (after->story, >, 0);
}

typedef struct
{
  guint n_before;    /* reports of reading before the last feed was kept */
  guint n_after;
  guint feeds;       /* kept */
} Order;

static void
note_feed (guint       done,
           guint       total,
           const char *status,
           gpointer    data)
{
  ((Order *) data)->feeds = done;
}

static void
note_reading (guint    done,
              guint    total,
              gpointer data)
{
  Order *order = data;

  g_assert_cmpuint (done, <=, total);
  if (order->feeds < 3)
    order->n_before++;
  else
    order->n_after++;
}

static void
test_reading_is_told_when_all_is_kept (Fixture       *self,
                                       gconstpointer  data)
{
  Order order = { 0, 0, 0 };
  const HsRefreshWatch watch = { note_feed, NULL, note_reading, NULL, &order };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u/feed", i);

      add_feed (self, 1, path);
      loopback_say (self->server, path, HEAD, RSS (ITEM ("1", WORDS)));
    }
  hs_refresh_run_with (self->library.library, NULL, HS_REFRESH_ALL, &self->hooks, &watch, NULL, &self->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (order.n_before, ==, 0);
  g_assert_cmpuint (order.n_after, >=, 1);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles WHERE analyser = 0"), ==, 0);
}

/* Nobody waits for the picture of a feed. */
static void
test_icons_hold_up_nothing (Fixture       *self,
                            gconstpointer  data)
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
#define ADD(name, func) g_test_add ("/refresh/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("an-entry-becomes-an-article", test_articles);
  ADD ("an-edited-entry-is-a-revision", test_edit);
  ADD ("entries-that-say-little-are-kept-all-the-same", test_odd_entries);
  ADD ("validators-survive-errors-and-restart", test_validators_survive);
  ADD ("retry-after-survives-restart", test_retry_after_survives);
  ADD ("only-what-is-due-is-asked", test_only_what_is_due);
  ADD ("a-move-that-repeats-over-days-is-applied-and-can-be-undone", test_move);
  ADD ("temporary-and-bad-moves-are-never-applied", test_no_move);
  ADD ("a-move-to-a-known-feed-takes-none-away", test_move_to_known);
  ADD ("gone-stops-until-the-user-says-otherwise", test_gone);
  ADD ("one-failure-stops-no-other", test_failures);
  ADD ("stalled-hosts-delay-no-other", test_stalled);
  ADD ("cancelling-keeps-the-state", test_cancelled);
  ADD ("a-metered-network-holds-the-background-back", test_metered);
  ADD ("offline-changes-nothing", test_offline);
  ADD ("the-page-of-a-teaser-is-fetched", test_full_page);
  ADD ("the-page-of-every-entry-is-fetched-where-the-user-says-so", test_full_page_always);
  ADD ("the-interval-of-the-library-is-for-feeds-without-their-own", test_interval_of_the_library);
  ADD ("a-page-that-cannot-be-read-is-kept-and-said", test_unreadable_page);
  ADD ("a-temporary-redirect-keeps-its-validators", test_led_elsewhere);
  ADD ("is-kept-before-it-is-analysed", test_kept_before_analysed);
  ADD ("reading-is-told-when-all-is-kept", test_reading_is_told_when_all_is_kept);
  ADD ("icons-hold-up-nothing", test_icons_hold_up_nothing);
  ADD ("icons-weekly-at-most-and-not-after-a-failure", test_icons);
  ADD ("the-secret-is-nowhere-in-the-library", test_secret);
#undef ADD
  return g_test_run ();
}
