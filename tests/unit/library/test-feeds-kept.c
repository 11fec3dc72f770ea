/* test-feeds-kept.c: what feeds said is kept whole, with its history, and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feed-answers.h"

/* --- revisions -------------------------------------------------------------- */

static void
test_edited_article_keeps_its_history (LibraryTest   *test,
                                       gconstpointer  data)
{
  TestEntry edited = three[0];
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *old_text = NULL;
  g_autofree char *old_title = NULL;
  g_autofree char *new_title = NULL;
  g_autofree char *new_text = NULL;

  answer (test, feed, three, 3);
  edited.text = "The harbour of Velan was reopened on Tuesday, said Marta Selim.";
  edited.title = "Velan reopens its harbour, a day late";
  assert_kept (answer (test, feed, &edited, 1), 0, 1);
  stored = hs_library_load_article (test->library, library_test_int (test, "SELECT id FROM articles"
                                                                           " WHERE n_revisions = 2"),
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->document->text, ==, edited.text);
  g_assert_cmpuint (stored->revisions->len, ==, 2);
  new_text = hs_library_load_revision (test->library, ((HsStoredRevision *) stored->revisions->pdata[0])->id,
                                       &new_title, &error);
  g_assert_no_error (error);
  old_text = hs_library_load_revision (test->library, ((HsStoredRevision *) stored->revisions->pdata[1])->id,
                                       &old_title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (new_text, ==, edited.text);
  g_assert_cmpstr (new_title, ==, edited.title);
  g_assert_cmpstr (old_text, ==, HARBOUR);
  g_assert_cmpstr (old_title, ==, "Velan reopens its harbour");
  g_assert_cmpuint (search (test, "Monday"), ==, 0);
  g_assert_cmpuint (search (test, "Tuesday"), ==, 1);
  g_assert_cmpuint (search (test, "late"), ==, 1);
  assert_kept (answer (test, feed, &edited, 1), 0, 0);
}

static void
test_new_title_alone_is_a_revision (LibraryTest   *test,
                                    gconstpointer  data)
{
  TestEntry edited = three[1];
  gint64 feed = feeds_test_add (test->library, URL);

  answer (test, feed, three, 3);
  edited.title = "Storm closes bridge and school";
  assert_kept (answer (test, feed, &edited, 1), 0, 1);
  g_assert_cmpuint (search (test, "school"), ==, 1);
}

static void
test_white_space_is_no_revision (LibraryTest   *test,
                                 gconstpointer  data)
{
  TestEntry edited = three[0];
  gint64 feed = feeds_test_add (test->library, URL);
  TestKept kept;

  answer (test, feed, three, 3);
  edited.text = "The harbour  of Velan\nwas reopened on\xc2\xa0Monday,\n\n said Marta Selim.\n";
  edited.title = " Velan reopens  its harbour";
  kept = answer (test, feed, &edited, 1);
  assert_kept (kept, 0, 0);
  g_assert_cmpuint (kept.asked, ==, 1);
  kept = answer (test, feed, &edited, 1);
  g_assert_cmpuint (kept.asked, ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT max (n_revisions) FROM articles"), ==, 1);
}

static void
test_vanished_entry_keeps_its_article (LibraryTest   *test,
                                       gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);

  answer (test, feed, three, 3);
  assert_kept (answer (test, feed, three + 2, 1), 0, 0);
  answer (test, feed, NULL, 0);
  assert_counts (test, feed, 3, 3);
  assert_kept (answer (test, feed, three, 3), 0, 0);
}

static void
test_nothing_is_cut_off (LibraryTest   *test,
                         gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);

  for (guint round = 0; round < 3; round++)
    {
      g_autofree TestEntry *many = g_new0 (TestEntry, 150);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 150; i++)
        {
          many[i].guid = g_strdup_printf ("%u", round * 150 + i);
          many[i].text = g_strdup_printf ("Report %u of the council of Velan.", round * 150 + i);
          g_ptr_array_add (texts, (char *) many[i].guid);
          g_ptr_array_add (texts, (char *) many[i].text);
        }
      answer (test, feed, many, 150);
    }
  assert_counts (test, feed, 450, 450);
}

static void
test_deleted_stays_deleted (LibraryTest   *test,
                            gconstpointer  data)
{
  TestEntry edited = three[0];
  gint64 feed = feeds_test_add (test->library, URL);
  gint64 other = feeds_test_add (test->library, "https://wire.example/all.xml");
  gint64 id;
  g_autoptr (GError) error = NULL;

  feeds_test_answer (test->library, feed, three, 1, &id);
  hs_library_delete (test->library, &id, 1, &error);
  g_assert_no_error (error);
  assert_counts (test, feed, 0, 0);
  assert_kept (answer (test, feed, three, 1), 0, 0);
  edited.text = MARKET;
  edited.guid = "new";
  assert_kept (answer (test, feed, &edited, 1), 0, 0);
  assert_kept (answer (test, other, three, 1), 0, 0);
  g_assert_cmpuint (search (test, ""), ==, 0);
  assert_counts (test, other, 0, 0);
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  assert_counts (test, feed, 1, 1);
  assert_counts (test, other, 1, 1);
}

static void
test_newest_is_last (LibraryTest   *test,
                     gconstpointer  data)
{
  TestEntry dated[3];
  gint64 feed = feeds_test_add (test->library, URL);
  gint64 ids[3];
  g_autoptr (HsStoredFeed) stored = NULL;

  feeds_test_answer (test->library, feed, three, 3, ids);
  g_assert_cmpint (ids[0], >, ids[1]);
  g_assert_cmpint (ids[1], >, ids[2]);
  memcpy (dated, three, sizeof dated);
  for (guint i = 0; i < 3; i++)
    {
      dated[i].guid = dated[i].link = NULL;
      dated[i].title = "dated";
      dated[i].published = (const char *[]){ "2020-01-02T10:00:00Z", "2020-01-03", "2020-01-02T11:30:00+02:00" }[i];
    }
  /* 10:00, the day after, 09:30 */
  feeds_test_answer (test->library, feed, dated, 3, ids);
  g_assert_cmpint (ids[2], <, ids[0]);
  g_assert_cmpint (ids[0], <, ids[1]);
  stored = hs_library_load_feed (test->library, feed, NULL);
  g_assert_cmpint (stored->newest, >, 1578009600);
}

/* --- counts, crash safety ----------------------------------------------------- */

static void
test_counts_stay_right (LibraryTest   *test,
                        gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  gint64 ids[3];
  guint n;
  g_autoptr (GError) error = NULL;
  HsLibraryCounts counts = { 0 };

  feeds_test_answer (test->library, feed, three, 3, ids);
  assert_counts (test, feed, 3, 3);
  hs_library_set_read (test->library, ids, 1, TRUE, &error);
  assert_counts (test, feed, 3, 2);
  hs_library_delete (test->library, ids, 2, &error);
  assert_counts (test, feed, 1, 1);
  hs_library_undo (test->library, &error);
  hs_library_undo (test->library, &error);
  assert_counts (test, feed, 3, 3);
  g_assert_true (hs_library_set_read_all (test->library, "feed:1", &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  assert_counts (test, feed, 3, 0);
  hs_library_undo (test->library, &error);
  assert_counts (test, feed, 3, 3);
  g_assert_true (hs_library_get_counts (test->library, &counts, &error));
  g_assert_cmpuint (counts.feeds, ==, 1);
}

static void
test_answer_is_kept_whole_or_not (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_entry_key_free);
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GError) error = NULL;

  answer (test, feed, three, 2);
  hs_library_remove_feeds (test->library, &feed, 1, &error);
  g_assert_no_error (error);
  before = library_test_dump (test);
  state->etag = g_strdup ("\"x\"");
  g_assert_false (hs_library_keep_feed (test->library, feed, state, NULL, keys, incoming, added, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
limit_pages (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", GPOINTER_TO_INT (data));

  return hs_database_execute (database, sql, error);
}

/* SQLite's own limit stands in for whatever may end it half way. The validators
 * must not get ahead of the articles: the next answer would be a 304. */
static void
test_answer_that_fails_half_way_leaves_nothing (LibraryTest   *test,
                                                gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree TestEntry *many = g_new0 (TestEntry, 60);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  TestKept kept = { 0 };

  answer (test, feed, three, 2);
  for (guint i = 0; i < 60; i++)
    {
      GString *text = g_string_new ("A long report.");

      for (guint k = 0; k < 400; k++)
        g_string_append_printf (text, " Word%u.", g_test_rand_int_range (0, 1000000));
      g_ptr_array_add (texts, g_string_free (text, FALSE));
      many[i].text = texts->pdata[i];
    }
  state->etag = g_strdup ("\"new\"");
  state->next = 5000;
  before = library_test_dump (test);
  g_assert_true (hs_library_write (test->library, limit_pages,
                                   GINT_TO_POINTER (library_test_int (test, "PRAGMA page_count") + 40), &error));
  g_assert_false (feeds_test_keep (test->library, feed, state, many, 60, NULL, &kept, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_DISK_FULL);
  g_clear_error (&error);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);

  /* there is room again */
  g_assert_true (hs_library_write (test->library, limit_pages, GINT_TO_POINTER (1000000), &error));
  g_assert_true (feeds_test_keep (test->library, feed, state, many, 60, NULL, &kept, &error));
  g_assert_no_error (error);
  assert_counts (test, feed, 62, 62);
}

static void
test_state_survives_reopening (LibraryTest   *test,
                               gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (HsFeedState) state = hs_feed_state_new (URL);
  g_autoptr (HsStoredFeed) stored = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next;

  state->etag = g_strdup ("W/\"a b\"");
  state->last_modified = g_strdup ("Mon, 01 Jan 2020 00:00:00 GMT");
  state->last_try = 11;
  state->last_success = 12;
  state->last_change = 13;
  state->status = 503;
  state->outcome = HS_FETCH_SERVER_ERROR;
  state->message = g_strdup ("The server is overloaded.");
  state->size = 4711;
  state->failures = 3;
  state->retry_after = 14;
  state->fresh_until = 15;
  state->ttl = 60;
  state->skip_hours = 5;
  state->skip_days = 9;
  state->moved_to = g_strdup ("https://new.example/feed");
  state->moved_since = 16;
  state->moved_times = 2;
  state->next = 5000;
  state->why = HS_WHY_BACK_OFF;
  state->interval = 77; /* the library's own stays */
  g_assert_true (hs_library_keep_feed (test->library, feed, state, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  library_test_reopen (test);
  stored = hs_library_load_feed (test->library, feed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->state->etag, ==, state->etag);
  g_assert_cmpstr (stored->state->last_modified, ==, state->last_modified);
  g_assert_cmpint (stored->state->last_try, ==, 11);
  g_assert_cmpint (stored->state->last_success, ==, 12);
  g_assert_cmpint (stored->state->last_change, ==, 13);
  g_assert_cmpuint (stored->state->status, ==, 503);
  g_assert_cmpint (stored->state->outcome, ==, HS_FETCH_SERVER_ERROR);
  g_assert_cmpstr (stored->state->message, ==, state->message);
  g_assert_cmpint (stored->state->size, ==, 4711);
  g_assert_cmpuint (stored->state->failures, ==, 3);
  g_assert_cmpint (stored->state->retry_after, ==, 14);
  g_assert_cmpint (stored->state->fresh_until, ==, 15);
  g_assert_cmpint (stored->state->ttl, ==, 60);
  g_assert_cmpuint (stored->state->skip_hours, ==, 5);
  g_assert_cmpuint (stored->state->skip_days, ==, 9);
  g_assert_cmpstr (stored->state->moved_to, ==, state->moved_to);
  g_assert_cmpint (stored->state->moved_since, ==, 16);
  g_assert_cmpuint (stored->state->moved_times, ==, 2);
  g_assert_cmpint (stored->state->next, ==, 5000);
  g_assert_cmpint (stored->state->why, ==, HS_WHY_BACK_OFF);
  g_assert_cmpuint (stored->state->interval, ==, 0);
  due = hs_library_load_due (test->library, 4999, &next, &error);
  g_assert_cmpuint (due->len, ==, 0);
  g_assert_cmpint (next, ==, 5000);
  g_ptr_array_unref (due);
  due = hs_library_load_due (test->library, 5000, &next, &error);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (next, ==, G_MAXINT64);
}

/* --- queries ------------------------------------------------------------------ */

static void
test_queries_by_feed_and_folder (LibraryTest   *test,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 outer = hs_library_add_folder (test->library, "News", 0, &error);
  gint64 inner = hs_library_add_folder (test->library, "Vesna coast", outer, &error);
  gint64 one = hs_library_add_feed (test->library, URL, "The Daily Lántern", inner, &error);
  gint64 two = hs_library_add_feed (test->library, "https://wire.example/all.xml", "Capital Wire", 0, &error);

  g_assert_no_error (error);
  answer (test, one, three, 2);
  answer (test, two, three + 2, 1);
  g_assert_cmpuint (search (test, "feed:1"), ==, 2);
  g_assert_cmpuint (search (test, "feed:#2"), ==, 1);
  g_assert_cmpuint (search (test, "feed:lantern"), ==, 2);
  g_assert_cmpuint (search (test, "feed:\"daily lantern\" harbour"), ==, 1);
  g_assert_cmpuint (search (test, "-feed:lantern"), ==, 1);
  g_assert_cmpuint (search (test, "feed:lantern OR feed:wire"), ==, 3);
  g_assert_cmpuint (search (test, "feed:nobody"), ==, 0);
  g_assert_cmpuint (search (test, "feed:%"), ==, 0);
  g_assert_cmpuint (search (test, "folder:news"), ==, 2);
  g_assert_cmpuint (search (test, "folder:\"vesna coast\""), ==, 2);
  g_assert_cmpuint (search (test, "folder:2 is:unread"), ==, 2);
  g_assert_cmpuint (search (test, "folder:none"), ==, 0);
  hs_library_remove_feeds (test->library, &one, 1, &error);
  g_assert_cmpuint (search (test, "feed:1"), ==, 0);
  g_assert_cmpuint (search (test, ""), ==, 3);
}

/* A feed that is most of the library is looked up another way. */
static void
test_few_and_many_are_found_alike (LibraryTest   *test,
                                   gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u.txt", i);
      g_autofree char *text = g_strdup_printf ("Report %u of the council\n\nThe council met in Velan for the "
                                               "%uth time.\n", i, i);

      library_test_import (test, name, text);
    }
  answer (test, feed, three, 1);
  g_assert_cmpuint (search (test, "feed:1"), ==, 1);
  g_assert_cmpuint (search (test, "feed:1 harbour"), ==, 1);
  answer (test, feed, three, 3);
  g_assert_cmpuint (search (test, "feed:1"), ==, 3);
  g_assert_cmpuint (search (test, "feed:1 storm"), ==, 1);
}

/* --- icons, retention, watches -------------------------------------------------- */

static void
test_failed_icon_leaves_the_old (LibraryTest   *test,
                                 gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GBytes) icon = g_bytes_new_static ("\x89PNG", 4);
  g_autoptr (HsStoredFeed) stored = NULL;
  g_autoptr (GError) error = NULL;

  hs_library_keep_icon (test->library, feed, icon, &error);
  hs_library_keep_icon (test->library, feed, NULL, &error);
  g_assert_no_error (error);
  stored = hs_library_load_feed (test->library, feed, &error);
  g_assert_true (g_bytes_equal (stored->icon, icon));
  g_assert_true (stored->icon_failed);
  g_assert_cmpint (stored->icon_tried, >, 0);
}

/* Its own has none: it shows that of the feed its articles came by. */
static void
test_source_shows_icon_of_its_feed (LibraryTest   *test,
                                    gconstpointer  data)
{
  static const TestEntry one = { "1", "https://lantern.example/1", "One", "The pier of Velan was opened on Monday.",
                                 NULL };
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GBytes) icon = g_bytes_new_static ("\x89PNG", 4);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 article, source;

  feeds_test_answer (test->library, feed, &one, 1, &article);
  source = library_test_int (test, "SELECT source FROM articles LIMIT 1");
  before = hs_library_load_rows (test->library, HS_SEARCH_SOURCES, &source, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (((HsRow *) g_ptr_array_index (before, 0))->icon);
  hs_library_keep_icon (test->library, feed, icon, &error);
  g_assert_no_error (error);
  after = hs_library_load_rows (test->library, HS_SEARCH_SOURCES, &source, 1, NULL, &error);
  g_assert_true (g_bytes_equal (((HsRow *) g_ptr_array_index (after, 0))->icon, icon));
}

static void
test_retention_takes_only_what_nobody_wants (LibraryTest   *test,
                                             gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC + 40 * 86400;
  g_autofree TestEntry *entries = g_new0 (TestEntry, 7);
  gint64 ids[7], imported;
  g_autoptr (GArray) expired = NULL;
  g_autoptr (GError) error = NULL;
  static const char * const texts[] = {
    "Bakers of Velan sell more rye.", "Nine swans were counted.", "The lighthouse gets paint.",
    "A choir from Norland sang.", "School starts at eight.", "The ferry has a new engine.",
    "Potatoes are late this year." };

  for (guint i = 0; i < 7; i++)
    {
      entries[i].guid = texts[i];
      entries[i].title = texts[i];
      entries[i].text = texts[i];
    }
  feeds_test_answer (test->library, feed, entries, 7, ids);
  imported = library_test_import (test, "a.txt", "A canal is dug\n\nNobody knows why the canal is dug there.\n");
  hs_library_set_read (test->library, ids, 6, TRUE, &error);
  hs_library_set_read (test->library, &imported, 1, TRUE, &error);
  hs_library_set_starred (test->library, &ids[1], 1, TRUE, &error);
  hs_library_add_note (test->library, ids[2], HS_SPAN_INIT (0, 3), "why?", NULL, &error);
  hs_library_grade_article (test->library, ids[3], '2', NULL, &error);
  g_assert_no_error (error);
  /* read and bare: 0, 4 and 5; 6 is unread */
  expired = hs_library_load_expired (test->library, 30, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (expired->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_array_index (expired, gint64, i) == ids[0] || g_array_index (expired, gint64, i) == ids[4]
                   || g_array_index (expired, gint64, i) == ids[5]);
  g_array_unref (expired);
  expired = hs_library_load_expired (test->library, 50, now, &error);
  g_assert_cmpuint (expired->len, ==, 0);
  g_array_unref (expired);
  expired = hs_library_load_expired (test->library, 30, now, &error);
  hs_library_delete (test->library, (gint64 *) expired->data, expired->len, &error);
  g_assert_cmpuint (search (test, ""), ==, 5);
  assert_kept (answer (test, feed, entries, 7), 0, 0);
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (search (test, ""), ==, 8);
}

static void
test_retention_leaves_stories (LibraryTest   *test,
                               gconstpointer  data)
{
  const TestEntry story[] = {
    { "a", SITE "a", "Velan buys two ships",
      "“We bought two ships,” said Marta Selim, a member of the Harbour Council, on Monday. The Ministry of Defence "
      "confirmed the purchase of the ships in Velan.", NULL },
    { "b", "https://other.example/b", "Norland sells ships to Velan",
      "“We bought two ships,” said Marta Selim, a member of the Harbour Council, on Monday. The Ministry of Defence "
      "confirmed the purchase of the ships in Velan, Reuters reported.", NULL } };
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GArray) expired = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[2];

  feeds_test_answer (test->library, feed, story, 2, ids);
  g_assert_cmpint (library_test_int (test, "SELECT max (n_articles) FROM stories"), ==, 2);
  hs_library_set_read (test->library, ids, 2, TRUE, &error);
  expired = hs_library_load_expired (test->library, 1, g_get_real_time () / G_USEC_PER_SEC + 40 * 86400, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (expired->len, ==, 0);
}

static void
test_watches_find_and_count (LibraryTest   *test,
                             gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GPtrArray) watches = NULL;
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;
  const HsStoredWatch *watch;
  gint64 ids[3], id;

  feeds_test_answer (test->library, feed, three, 3, ids);
  id = hs_library_add_watch (test->library, "Sea", "harbour OR storm", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  watches = hs_library_load_watches (test->library, &error);
  g_assert_cmpuint (watches->len, ==, 1);
  watch = watches->pdata[0];
  g_assert_cmpstr (watch->title, ==, "Sea");
  g_assert_true (watch->notify);
  g_assert_cmpuint (watch->n_unread, ==, 2);
  g_array_append_vals (asked, ids + 1, 2);
  found = hs_library_match_watch (test->library, watch, asked, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, gint64, 0), ==, ids[1]);
  g_assert_cmpint (hs_library_add_watch (test->library, "Bad", "date:soon", FALSE, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_QUERY);
}

#define ADD(path, func) g_test_add ("/feeds-kept/" path, LibraryTest, NULL, library_test_set_up, func, \
                                    library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edited-article-keeps-its-history", test_edited_article_keeps_its_history);
  ADD ("new-title-alone-is-a-revision", test_new_title_alone_is_a_revision);
  ADD ("white-space-is-no-revision", test_white_space_is_no_revision);
  ADD ("vanished-entry-keeps-its-article", test_vanished_entry_keeps_its_article);
  ADD ("nothing-is-cut-off", test_nothing_is_cut_off);
  ADD ("deleted-stays-deleted", test_deleted_stays_deleted);
  ADD ("newest-is-last", test_newest_is_last);
  ADD ("counts-stay-right", test_counts_stay_right);
  ADD ("answer-is-kept-whole-or-not", test_answer_is_kept_whole_or_not);
  ADD ("answer-that-fails-half-way-leaves-nothing", test_answer_that_fails_half_way_leaves_nothing);
  ADD ("state-survives-reopening", test_state_survives_reopening);
  ADD ("queries-by-feed-and-folder", test_queries_by_feed_and_folder);
  ADD ("few-and-many-are-found-alike", test_few_and_many_are_found_alike);
  ADD ("failed-icon-leaves-the-old", test_failed_icon_leaves_the_old);
  ADD ("source-shows-the-icon-of-its-feed", test_source_shows_icon_of_its_feed);
  ADD ("retention-takes-only-what-nobody-wants", test_retention_takes_only_what_nobody_wants);
  ADD ("retention-leaves-stories", test_retention_leaves_stories);
  ADD ("watches-find-and-count", test_watches_find_and_count);
  return g_test_run ();
}
