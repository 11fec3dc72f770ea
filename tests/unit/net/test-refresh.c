/* test-refresh.c: feeds become articles, and what is remembered between two times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "refresh-fixture.h"

/* --- articles -------------------------------------------------------------------------- */

static void
test_articles (RefreshFixture *self,
               gconstpointer   data)
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
test_edit (RefreshFixture *self,
           gconstpointer   data)
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
test_odd_entries (RefreshFixture *self,
                  gconstpointer   data)
{
  add_feed (self, 1, "/feed");
  loopback_say (self->server, "/feed", HEAD,
                RSS ("<item/><item><title>Only a title</title></item>"
                     "<item><link>/only-a-link</link></item>"
                     "<item><title>&lt;b>Bold&lt;/b> words</title><description>&lt;script>alert(1)&lt;/script>"
                     "</description></item>"));
  refresh (self);
  /* the one that says nothing is no article, and no reason to fail */
  g_assert_cmpuint (self->result.added, ==, 3);
  g_assert_cmpuint (self->result.failed, ==, 0);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM revisions"
                                                     " WHERE text LIKE '%alert%'"), ==, 0);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles"
                                                     " WHERE title = 'Bold words'"), ==, 1);
}

/* --- what is remembered ---------------------------------------------------------------- */

static void
test_validators_survive (RefreshFixture *self,
                         gconstpointer   data)
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
  g_assert_cmpstr (loopback_header (self->server, "/feed", 2, "if-modified-since"), ==,
                   "Tue, 14 Nov 2023 09:00:00 GMT");
  after = load_feed (self, feed);
  g_assert_cmpstr (after->state->etag, ==, "W/\"7\"");
  g_assert_cmpuint (after->state->failures, ==, 0);
}

static void
test_retry_after_survives (RefreshFixture *self,
                           gconstpointer   data)
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
test_only_what_is_due (RefreshFixture *self,
                       gconstpointer   data)
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

/* Of the library, for a feed that has none of its own. */
static void
test_interval_of_the_library (RefreshFixture *self,
                              gconstpointer   data)
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

/* --- secrets --------------------------------------------------------------------------- */

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
test_secret (RefreshFixture *self,
             gconstpointer   data)
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

/* --- analysed afterwards --------------------------------------------------------------- */

static void
test_kept_before_analysed (RefreshFixture *self,
                           gconstpointer   data)
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
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM articles_fts"
                                                     " WHERE articles_fts MATCH 'harbour'"),
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
test_reading_is_told_when_all_is_kept (RefreshFixture *self,
                                       gconstpointer   data)
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/refresh/" name, RefreshFixture, NULL, refresh_set_up, func, refresh_tear_down)
  ADD ("an-entry-becomes-an-article", test_articles);
  ADD ("an-edited-entry-is-a-revision", test_edit);
  ADD ("entries-that-say-little-are-kept-all-the-same", test_odd_entries);
  ADD ("validators-survive-errors-and-restart", test_validators_survive);
  ADD ("retry-after-survives-restart", test_retry_after_survives);
  ADD ("only-what-is-due-is-asked", test_only_what_is_due);
  ADD ("the-interval-of-the-library-is-for-feeds-without-their-own", test_interval_of_the_library);
  ADD ("is-kept-before-it-is-analysed", test_kept_before_analysed);
  ADD ("reading-is-told-when-all-is-kept", test_reading_is_told_when_all_is_kept);
  ADD ("the-secret-is-nowhere-in-the-library", test_secret);
#undef ADD
  return g_test_run ();
}
