/* test-feeds.c: which article an entry of a feed is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feed-answers.h"

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
      const TestEntry entries[] = { { "1", shared[k], "Release", one, NULL },
                                    { "2", shared[k], "Release", two, NULL } };

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
  const TestEntry twice[] = { three[0],
                              { "g1", SITE "harbour", "Velan reopens its harbour", "An older wording of it.", NULL } };
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
  const TestEntry tracked = { NULL, "http://Lantern.example/harbour?utm_source=rss#top", three[0].title, HARBOUR,
                              NULL };
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
  const TestEntry second[] = { { "g1", SITE "archive/1", "One", HARBOUR, NULL },
                               { "g2", SITE "today", "Two", STORM, NULL } };
  gint64 feed = feeds_test_add (test->library, URL);

  assert_kept (answer (test, feed, first, 1), 1, 0);
  assert_kept (answer (test, feed, second, 2), 1, 0);
  assert_kept (answer (test, feed, second, 2), 0, 0);
}

static void
test_two_feeds_one_article (LibraryTest   *test,
                            gconstpointer  data)
{
  const TestEntry teaser = { "other-1", "http://lantern.example/harbour?utm_medium=rss", "Harbour", "The harbour was …",
                             NULL };
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

#define ADD(path, func) g_test_add ("/feeds/" path, LibraryTest, NULL, library_test_set_up, func, \
                                    library_test_tear_down)

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
  return g_test_run ();
}
