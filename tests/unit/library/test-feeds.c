/* test-feeds.c: what a feed says is kept once, whole, and with its history
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feeds-test.h"
#include "hs-rows.h"
#include "library-test.h"

#include <string.h>

#include "hs-counts.h"
#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-private.h"

#define URL "https://lantern.example/feed.xml"
#define SITE "https://lantern.example/"
#define HARBOUR "The harbour of Velan was reopened on Monday, said Marta Selim."
#define STORM "A storm closed the bridge over the Tarn for two days."
#define MARKET "The market in Norland opens an hour earlier from June."

static const TestEntry three[] = {
  { "g1", SITE "harbour", "Velan reopens its harbour", HARBOUR, NULL },
  { "g2", SITE "storm", "Storm closes the bridge", STORM, NULL },
  { "g3", SITE "market", "Market opens earlier", MARKET, NULL },
};

static TestKept
answer (LibraryTest     *test,
        gint64           feed,
        const TestEntry *entries,
        guint            n)
{
  return feeds_test_answer (test->library, feed, entries, n, NULL);
}

#define assert_kept(kept, n_added, n_changed) \
  do { TestKept kept_ = (kept); g_assert_cmpuint (kept_.added, ==, n_added); \
       g_assert_cmpuint (kept_.changed, ==, n_changed); } while (0)

static gint64
count_articles (LibraryTest *test)
{
  return library_test_int (test, "SELECT count(*) FROM articles");
}

static void
assert_counts (LibraryTest *test,
               gint64       feed,
               guint        articles,
               guint        unread)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredFeed) stored = hs_library_load_feed (test->library, feed, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stored->n_articles, ==, articles);
  g_assert_cmpuint (stored->n_unread, ==, unread);
}

static guint
search (LibraryTest *test,
        const char  *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = hs_library_search (test->library, query, 0, 0, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* --- identity --------------------------------------------------------------- */

static void
test_same_answer_again_changes_nothing (LibraryTest   *test,
                                        gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TestKept kept;

  assert_kept (answer (test, feed, three, 3), 3, 0);
  before = library_test_dump (test);
  kept = answer (test, feed, three, 3);
  assert_kept (kept, 0, 0);
  g_assert_cmpuint (kept.asked, ==, 0);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

static void
test_changed_guids_do_not_flood (LibraryTest   *test,
                                 gconstpointer  data)
{
  gint64 feed = feeds_test_add (test->library, URL);
  TestEntry other[3];

  memcpy (other, three, sizeof other);
  other[0].guid = "tag:1";
  other[1].guid = "tag:2";
  other[2].guid = NULL;
  answer (test, feed, three, 3);
  assert_kept (answer (test, feed, other, 3), 0, 0);
  g_assert_cmpint (count_articles (test), ==, 3);
  /* also when the words changed at the same time */
  other[1].guid = "tag:2b";
  other[1].text = "A storm closed the bridge over the Tarn for three days.";
  assert_kept (answer (test, feed, other, 3), 0, 1);
  /* and the new ones are what it is known by from now on */
  other[0].link = SITE "2020/harbour";
  assert_kept (answer (test, feed, other, 3), 0, 0);
}

/* The guid of many feeds is the address: a new host changes both at once. */
static void
test_site_that_moves_does_not_flood (LibraryTest   *test,
                                     gconstpointer  data)
{
  const TestEntry before[] = { { "http://old.example/a", "http://old.example/a", "A", HARBOUR, NULL },
                               { "http://old.example/b", "http://old.example/b", "B", STORM, NULL } };
  const TestEntry after[] = { { "https://new.example/a", "https://new.example/a", "A", HARBOUR, NULL },
                              { "https://new.example/b", "https://new.example/b", "B", STORM, NULL } };
  gint64 feed = feeds_test_add (test->library, URL);

  answer (test, feed, before, 2);
  assert_kept (answer (test, feed, after, 2), 0, 0);
  assert_kept (answer (test, feed, after, 2), 0, 0);
}

static void
test_same_words_under_a_new_address_are_another_entry (LibraryTest   *test,
                                                       gconstpointer  data)
{
  const TestEntry monday = { "w1", SITE "weather/1", "Weather", "Dry and cold, wind from the north.", NULL };
  const TestEntry tuesday = { "w2", SITE "weather/2", "Weather", "Dry and cold, wind from the north.", NULL };
  gint64 feed = feeds_test_add (test->library, URL);

  assert_kept (answer (test, feed, &monday, 1), 1, 0);
  assert_kept (answer (test, feed, &tuesday, 1), 1, 0);
}

static void
test_guid_of_several_links_is_no_guid (LibraryTest   *test,
                                       gconstpointer  data)
{
  TestEntry same[3];
  gint64 feed = feeds_test_add (test->library, URL);

  memcpy (same, three, sizeof same);
  for (guint i = 0; i < 3; i++)
    same[i].guid = "post";
  assert_kept (answer (test, feed, same, 3), 3, 0);
  assert_kept (answer (test, feed, same, 3), 0, 0);
  assert_kept (answer (test, feed, same + 1, 2), 0, 0);
}

static void
test_link_of_several_entries_is_no_link (LibraryTest   *test,
                                         gconstpointer  data)
{
  static const char * const shared[] = { SITE, SITE "changes", "https://lantern.example" };

  for (guint k = 0; k < G_N_ELEMENTS (shared); k++)
    {
      g_autofree char *url = g_strdup_printf ("%s?%u", URL, k);
      gint64 feed = feeds_test_add (test->library, url);
      g_autofree char *one = g_strdup_printf ("Version %u.1 is out.", k);
      g_autofree char *two = g_strdup_printf ("Version %u.2 is out.", k);
      const TestEntry entries[] = { { "1", shared[k], "Release", one, NULL }, { "2", shared[k], "Release", two, NULL } };

      assert_kept (answer (test, feed, entries, 2), 2, 0);
      assert_kept (answer (test, feed, entries, 2), 0, 0);
    }
}

static void
test_content_decides_where_nothing_else_does (LibraryTest   *test,
                                              gconstpointer  data)
{
  const TestEntry bare[] = { { NULL, NULL, "A", HARBOUR, NULL }, { NULL, NULL, "B", STORM, NULL },
                             { NULL, NULL, "C", MARKET, NULL } };
  gint64 feed = feeds_test_add (test->library, URL);

  assert_kept (answer (test, feed, bare, 2), 2, 0);
  assert_kept (answer (test, feed, bare, 3), 1, 0);
}

static void
test_entry_twice_in_one_answer_is_one (LibraryTest   *test,
                                       gconstpointer  data)
{
  const TestEntry twice[] = { three[0], { "g1", SITE "harbour", "Velan reopens its harbour", "An older wording of it.", NULL } };
  gint64 feed = feeds_test_add (test->library, URL);

  for (guint i = 0; i < 3; i++)
    assert_kept (answer (test, feed, twice, 2), i == 0 ? 1 : 0, 0);
  g_assert_cmpuint (search (test, "harbour"), ==, 1);
  g_assert_cmpuint (search (test, "older"), ==, 0);
}

static void
test_trackers_in_links_are_no_other_article (LibraryTest   *test,
                                             gconstpointer  data)
{
  const TestEntry tracked = { NULL, "http://Lantern.example/harbour?utm_source=rss#top", three[0].title, HARBOUR, NULL };
  gint64 feed = feeds_test_add (test->library, URL);

  answer (test, feed, three, 1);
  assert_kept (answer (test, feed, &tracked, 1), 0, 0);
}

/* An address that an article moved away from is free for another. */
static void
test_moved_article_leaves_its_address (LibraryTest   *test,
                                       gconstpointer  data)
{
  const TestEntry first[] = { { "g1", SITE "today", "One", HARBOUR, NULL } };
  const TestEntry second[] = { { "g1", SITE "archive/1", "One", HARBOUR, NULL }, { "g2", SITE "today", "Two", STORM, NULL } };
  gint64 feed = feeds_test_add (test->library, URL);

  assert_kept (answer (test, feed, first, 1), 1, 0);
  assert_kept (answer (test, feed, second, 2), 1, 0);
  assert_kept (answer (test, feed, second, 2), 0, 0);
}

static void
test_two_feeds_one_article (LibraryTest   *test,
                            gconstpointer  data)
{
  const TestEntry teaser = { "other-1", "http://lantern.example/harbour?utm_medium=rss", "Harbour", "The harbour was …", NULL };
  gint64 one = feeds_test_add (test->library, URL);
  gint64 two = feeds_test_add (test->library, "https://wire.example/all.xml");
  gint64 first, second;

  feeds_test_answer (test->library, one, three, 1, &first);
  assert_kept (feeds_test_answer (test->library, two, &teaser, 1, &second), 0, 0);
  g_assert_cmpint (first, ==, second);
  assert_counts (test, one, 1, 1);
  assert_counts (test, two, 1, 1);
  g_assert_cmpuint (search (test, "feed:1"), ==, 1);
  g_assert_cmpuint (search (test, "feed:2"), ==, 1);
  /* and neither wording is an edit of the other */
  assert_kept (answer (test, one, three, 1), 0, 0);
  assert_kept (answer (test, two, &teaser, 1), 0, 0);
  g_assert_cmpint (library_test_int (test, "SELECT n_revisions FROM articles WHERE id = 1"), ==, 1);
}

/* Whichever feed is asked first: the whole is what is read. */
static void
test_whole_text_replaces_a_teaser (LibraryTest   *test,
                                   gconstpointer  data)
{
  const TestEntry teaser = { "other-1", SITE "harbour", three[0].title, "The harbour was …", NULL };
  gint64 one = feeds_test_add (test->library, URL);
  gint64 two = feeds_test_add (test->library, "https://wire.example/all.xml");

  assert_kept (answer (test, two, &teaser, 1), 1, 0);
  assert_kept (answer (test, one, three, 1), 0, 1);
  g_assert_cmpuint (search (test, "Monday"), ==, 1);
  assert_kept (answer (test, two, &teaser, 1), 0, 0);
  assert_kept (answer (test, one, three, 1), 0, 0);
  g_assert_cmpuint (search (test, "Monday"), ==, 1);
}

/* One of them is behind the other for a while. */
static void
test_edit_in_either_feed_counts_once (LibraryTest   *test,
                                      gconstpointer  data)
{
  TestEntry edited = three[0];
  TestEntry other = three[0];
  gint64 one = feeds_test_add (test->library, URL);
  gint64 two = feeds_test_add (test->library, "https://wire.example/all.xml");

  edited.text = "The harbour of Velan was reopened on Tuesday, said Marta Selim.";
  other.text = " The harbour of Velan was reopened on Monday, said Marta Selim. ";
  other.guid = "w1";
  answer (test, one, three, 1);
  answer (test, two, &other, 1);
  assert_kept (answer (test, two, &edited, 1), 0, 1);
  assert_kept (answer (test, one, three, 1), 0, 0);
  g_assert_cmpuint (search (test, "Tuesday"), ==, 1);
  assert_kept (answer (test, one, &edited, 1), 0, 0);
  edited.text = "The harbour of Velan was reopened on Wednesday, said Marta Selim.";
  assert_kept (answer (test, one, &edited, 1), 0, 1);
  assert_kept (answer (test, two, &edited, 1), 0, 0);
}

static void
test_second_feed_edits_what_the_first_lost (LibraryTest   *test,
                                            gconstpointer  data)
{
  TestEntry other = three[0];
  gint64 one = feeds_test_add (test->library, URL);
  gint64 two = feeds_test_add (test->library, "https://wire.example/all.xml");

  answer (test, one, three, 1);
  other.text = "Velan has its harbour back since Monday, as Marta Selim said.";
  assert_kept (answer (test, two, &other, 1), 0, 0);
  other.text = "Velan has its harbour back since Tuesday, as Marta Selim said.";
  /* another wording is no edit while the first is there */
  assert_kept (answer (test, two, &other, 1), 0, 0);
  assert_kept (answer (test, one, three + 1, 1), 1, 0);
  other.text = "Velan has its harbour back since Wednesday, as Marta Selim said.";
  assert_kept (answer (test, two, &other, 1), 0, 1);
}

static void
test_imported_address_is_the_same_article (LibraryTest   *test,
                                           gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (HARBOUR, strlen (HARBOUR));
  const HsImportBytes page = { bytes, "page.txt", "http://lantern.example/harbour#top", "text/plain", NULL, 1234 };
  gint64 feed = feeds_test_add (test->library, URL);
  g_autoptr (GError) error = NULL;
  gint64 imported, kept;

  g_assert_true (hs_import_bytes (test->library, &page, NULL, &imported, &error));
  assert_kept (feeds_test_answer (test->library, feed, three, 1, &kept), 0, 0);
  g_assert_cmpint (kept, ==, imported);
  g_assert_cmpint (library_test_int (test, "SELECT n_revisions FROM articles WHERE id = 1"), ==, 1);
  assert_counts (test, feed, 1, 1);
}

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
  stored = hs_library_load_article (test->library, library_test_int (test, "SELECT id FROM articles WHERE n_revisions = 2"),
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->document->text, ==, edited.text);
  g_assert_cmpuint (stored->revisions->len, ==, 2);
  new_text = hs_library_load_revision (test->library, ((HsStoredRevision *) stored->revisions->pdata[0])->id, &new_title,
                                       &error);
  g_assert_no_error (error);
  old_text = hs_library_load_revision (test->library, ((HsStoredRevision *) stored->revisions->pdata[1])->id, &old_title,
                                       &error);
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
      g_autofree char *text = g_strdup_printf ("Report %u of the council\n\nThe council met in Velan for the %uth time.\n", i, i);

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
  static const TestEntry one = { "1", "https://lantern.example/1", "One", "The pier of Velan was opened on Monday.", NULL };
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
    "Bakers of Velan sell more rye.", "Nine swans were counted.", "The lighthouse gets paint.", "A choir from Norland sang.",
    "School starts at eight.", "The ferry has a new engine.", "Potatoes are late this year." };

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
      "“We bought two ships,” said Marta Selim, a member of the Harbour Council, on Monday. The Ministry of Defence confirmed "
      "the purchase of the ships in Velan.", NULL },
    { "b", "https://other.example/b", "Norland sells ships to Velan",
      "“We bought two ships,” said Marta Selim, a member of the Harbour Council, on Monday. The Ministry of Defence confirmed "
      "the purchase of the ships in Velan, Reuters reported.", NULL } };
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

#define ADD(path, func) g_test_add ("/feeds/" path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-answer-again-changes-nothing", test_same_answer_again_changes_nothing);
  ADD ("changed-guids-do-not-flood", test_changed_guids_do_not_flood);
  ADD ("site-that-moves-does-not-flood", test_site_that_moves_does_not_flood);
  ADD ("same-words-under-a-new-address-are-another-entry", test_same_words_under_a_new_address_are_another_entry);
  ADD ("guid-of-several-links-is-no-guid", test_guid_of_several_links_is_no_guid);
  ADD ("link-of-several-entries-is-no-link", test_link_of_several_entries_is_no_link);
  ADD ("content-decides-where-nothing-else-does", test_content_decides_where_nothing_else_does);
  ADD ("entry-twice-in-one-answer-is-one", test_entry_twice_in_one_answer_is_one);
  ADD ("trackers-in-links-are-no-other-article", test_trackers_in_links_are_no_other_article);
  ADD ("moved-article-leaves-its-address", test_moved_article_leaves_its_address);
  ADD ("two-feeds-one-article", test_two_feeds_one_article);
  ADD ("whole-text-replaces-a-teaser", test_whole_text_replaces_a_teaser);
  ADD ("edit-in-either-feed-counts-once", test_edit_in_either_feed_counts_once);
  ADD ("second-feed-edits-what-the-first-lost", test_second_feed_edits_what_the_first_lost);
  ADD ("imported-address-is-the-same-article", test_imported_address_is_the_same_article);
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
