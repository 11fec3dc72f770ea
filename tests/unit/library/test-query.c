/* test-query.c: what each search finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-library-private.h"
#include "hs-search.h"

static const char * const pages[][4] = {
  /* outlet, date, title, text */
  { "The Harbour Chronicle", "2020-01-15", "Velan buys rescue ships",
    "The council of Velan buys two rescue ships, said Marta Selim, a member of the council, on Monday." },
  { "Daily Lantern", "2020-02-29", "Budget of Velan grows",
    "The budget grows again, said Davit Khoreli, the mayor of Velan. The café “Ö” stays open." },
  { "Daily Lantern", "2021-05-01T10:00:00Z", "A storm over the coast",
    "A storm with winds from the north-east crossed the coast on Saturday night. The roofs of forty houses "
    "were lost." },
  { NULL, NULL, "Recipes for winter",
    "Soup and bread for the long evenings of winter, with budget ideas for a family of four people." },
};

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  library_test_set_up (test, data);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GString) html = g_string_new ("<!DOCTYPE html><html lang=\"en\"><head>");
      g_autofree char *name = g_strdup_printf ("%u.html", i);

      g_string_append_printf (html, "<title>%s</title>", pages[i][2]);
      if (pages[i][0] != NULL)
        g_string_append_printf (html, "<meta property=\"og:site_name\" content=\"%s\">", pages[i][0]);
      if (pages[i][1] != NULL)
        g_string_append_printf (html, "<meta property=\"article:published_time\" content=\"%s\">", pages[i][1]);
      g_string_append_printf (html, "</head><body><article><h1>%s</h1><p>%s</p></article></body></html>", pages[i][2],
                              pages[i][3]);
      g_assert_cmpint (library_test_import (test, name, html->str), ==, i + 1);
    }
  hs_library_set_read (test->library, (gint64[]){ 1, 2 }, 2, TRUE, &error);
  hs_library_set_starred (test->library, (gint64[]){ 2 }, 1, TRUE, &error);
  hs_library_add_note (test->library, 3, HS_SPAN_INIT (0, 7), "Check the wind", "weather, To Do", &error);
  hs_library_grade_source (test->library, library_test_int (test, "SELECT source FROM articles WHERE id = 1"), 'B',
                           NULL, &error);
  hs_library_grade_article (test->library, 1, '3', NULL, &error);
  hs_library_grade_article (test->library, 4, '3', NULL, &error);
  g_assert_no_error (error);
}

static char *
join_ids (GArray *ids)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (ids, gint64, i));
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *query;
  const char *found;
} searches[] = {
  { "", "4 3 2 1" },
  { "   ", "4 3 2 1" },
  { "velan", "2 1" },
  { "VELAN budget", "2" },
  { "budget", "4 2" },
  { "budg", "" },
  { "\"rescue ships\"", "1" },
  { "\"ships rescue\"", "" },
  { "north-east", "3" },
  { "cafe", "2" },
  { "café", "2" },
  { "budget -velan", "4" },
  { "-velan", "4 3" },
  { "-velan -budget", "3" },
  { "-\"rescue ships\"", "4 3 2" },
  { "ships OR storm", "3 1" },
  { "velan ships OR budget", "2 1" },
  { "storm OR source:\"Harbour Chronicle\"", "3 1" },
  { "source:\"Daily Lantern\"", "3 2" },
  { "source:lantern", "3 2" },
  { "source:\"daily lantern\" velan", "2" },
  { "-source:lantern", "4 1" },
  { "source:#1", "4" },
  { "source:nobody", "" },
  { "entity:\"Marta Selim\"", "1" },
  { "entity:selim", "1" },
  { "entity:velan", "2 1" },
  { "entity:#999", "" },
  { "kind:person", "2 1" },
  { "tag:weather", "3" },
  { "tag:\"to do\"", "3" },
  { "tag:do", "" },
  { "id:3", "3" },
  { "id:#3", "3" },
  { "id:99", "" },
  { "story:1", "1" },
  { "grade:B3", "1" },
  { "grade:b", "1" },
  { "grade:3", "4 1" },
  { "grade:A", "" },
  { "date:2020", "2 1" },
  { "date:2020-02", "2" },
  { "date:2020-01..2020-02", "2 1" },
  { "date:2020-02..", "3 2" },
  { "date:..2020-02-28", "1" },
  { "date:2021-05-01", "3" },
  { "is:unread", "4 3" },
  { "is:read", "2 1" },
  { "is:starred", "2" },
  { "is:annotated", "3" },
  { "is:graded", "4 1" },
  { "is:unread budget", "4" },
  { "(velan", "2 1" },
  { "velan AND", "" },
  { "v*", "" },
  { "title: velan", "" },
  { "'; DROP TABLE articles; --", "" },
  { "\"\"", "4 3 2 1" },
  { "—", "4 3 2 1" },
};

static void
test_each_search_finds (LibraryTest   *test,
                        gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = hs_library_search (test->library, searches[i].query, 0, 0, &error);
      g_autofree char *found = NULL;

      g_assert_no_error (error);
      found = join_ids (ids);
      if (g_strcmp0 (found, searches[i].found) != 0)
        g_error ("“%s” found “%s”, not “%s”", searches[i].query, found, searches[i].found);
    }
}

static const struct
{
  const char *query;
  const char *says;
} mistakes[] = {
  { "\"rescue ships", "quotation mark" },
  { "colour:blue", "colour:" },
  { "is:blue", "is:blue" },
  { "kind:animal", "person" },
  { "grade:X9", "grade:B3" },
  { "grade:B33", "grade:B3" },
  { "date:yesterday", "date:2020" },
  { "date:2020-1", "date:2020" },
  { "date:2020-13", "date:2020" },
  { "date:2020-01-00..2020", "date:2020" },
  { "velan \xff", "UTF-8" },
  { "\xf8", "UTF-8" },
  { "id:twelve", "id:12" },
  { "velan OR", "OR" },
  { "OR velan", "OR" },
  { "feeds:x", "feed:" },
};

static void
test_each_mistake_is_explained (LibraryTest   *test,
                                gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_library_search (test->library, mistakes[i].query, 0, 0, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_QUERY);
      if (strstr (error->message, mistakes[i].says) == NULL)
        g_error ("“%s”: “%s” does not say “%s”", mistakes[i].query, error->message, mistakes[i].says);
    }
}

/* Thousands of words may be pasted; more than SQLite can nest are refused. */
static void
test_an_endless_search_is_refused (LibraryTest   *test,
                                   gconstpointer  data)
{
  static const char * const words[] = { "is:unread ", "is:unread OR ", "-date:2020 ", "entity:velan ",
                                        "velan OR is:read " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) query = g_string_new (NULL);
      g_autoptr (GArray) ids = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 90; k++)
        g_string_append (query, words[i]);
      g_string_append (query, "is:unread");
      ids = hs_library_search (test->library, query->str, 0, 0, &error);
      g_assert_no_error (error);
      g_assert_nonnull (ids);
      for (guint k = 0; k < 3000; k++)
        g_string_prepend (query, words[i]);
      g_assert_null (hs_library_search (test->library, query->str, 0, 0, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_QUERY);
    }
}

static void
test_entity_by_number (LibraryTest   *test,
                       gconstpointer  data)
{
  gint64 id = library_test_int (test, "SELECT id FROM entities WHERE name = 'Marta Selim'");
  g_autofree char *query = g_strdup_printf ("entity:#%" G_GINT64_FORMAT, id);
  g_autoptr (GArray) ids = hs_library_search (test->library, query, 0, 0, NULL);
  g_autofree char *found = join_ids (ids);

  g_assert_cmpstr (found, ==, "1");
}

static gboolean
collect (const gint64 *ids,
         guint         n,
         gpointer      data)
{
  g_array_append_vals (data, ids, n);
  return TRUE;
}

/* While it is being typed, the last word may go on and nothing is a mistake. */
static void
test_typing_is_forgiven (LibraryTest   *test,
                         gconstpointer  data)
{
  static const char * const typed[][2] = {
    { "bud", "4 2" },  { "bud ", "" },          { "vel budg", "" },      { "velan budg", "2" },
    { "v", "" },       { "velan \"resc", "" },  { "\"rescue ships", "1" }, { "velan OR", "2 1" },
    { "OR", "4 3 2 1" }, { "velan is:unr", "2 1" }, { "is:", "4 3 2 1" },  { "date:20", "4 3 2 1" },
    { "entity:sel", "1" }, { "kind:per", "4 3 2 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;

      hs_library_find (test->library, HS_SEARCH_ARTICLES, typed[i][0], TRUE, 10, collect, ids, NULL, &error);
      g_assert_no_error (error);
      found = join_ids (ids);
      if (g_strcmp0 (found, typed[i][1]) != 0)
        g_error ("“%s” found “%s”, not “%s”", typed[i][0], found, typed[i][1]);
    }
}

static void
test_pages_of_results (LibraryTest   *test,
                       gconstpointer  data)
{
  static const struct
  {
    guint offset;
    guint limit;
    const char *found;
  } parts[] = { { 0, 2, "4 3" }, { 2, 2, "2 1" }, { 3, 0, "1" }, { 4, 2, "" }, { 1, 1, "3" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GArray) ids = hs_library_search (test->library, "", parts[i].offset, parts[i].limit, NULL);
      g_autofree char *found = join_ids (ids);

      g_assert_cmpstr (found, ==, parts[i].found);
    }
}

static void
test_other_lists_are_searched (LibraryTest   *test,
                               gconstpointer  data)
{
  static const struct
  {
    HsSearchWhat what;
    const char *query;
    guint n;
  } lists[] = {
    { HS_SEARCH_SOURCES, "", 3 },          { HS_SEARCH_SOURCES, "lantern", 1 }, { HS_SEARCH_SOURCES, "grade:b", 1 },
    { HS_SEARCH_ENTITIES, "selim", 1 },    { HS_SEARCH_ENTITIES, "sel", 1 },
       { HS_SEARCH_ENTITIES, "kind:person selim", 1 },
    { HS_SEARCH_ENTITIES, "kind:place selim", 0 }, { HS_SEARCH_NOTES, "", 1 }, { HS_SEARCH_NOTES, "wind", 1 },
    { HS_SEARCH_NOTES, "tag:weather", 1 }, { HS_SEARCH_NOTES, "rain", 0 },      { HS_SEARCH_STORIES, "", 0 },
    { HS_SEARCH_NOTES, "rain OR wind", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;

      hs_library_find (test->library, lists[i].what, lists[i].query, TRUE, 10, collect, ids, NULL, &error);
      g_assert_no_error (error);
      if (ids->len != lists[i].n)
        g_error ("“%s” in list %u found %u, not %u", lists[i].query, lists[i].what, ids->len, lists[i].n);
    }
}

static gboolean
move_days (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  return hs_database_execute (database, "UPDATE articles SET fetched = unixepoch ('2021-05-01') WHERE id = 4", error)
         && hs_database_execute (database, "UPDATE articles SET stated_published = '2021-04-30' WHERE id = 1", error)
         && hs_database_execute (database, "UPDATE articles SET stated_published = '2021-04-20' WHERE id = 2", error);
}

/* The last word came out on 1 May 2021: Selim is of the week before it, Khoreli of
 * the week before that, once each. */
static void
test_entities_are_sorted_by_what_is_asked (LibraryTest   *test,
                                           gconstpointer  data)
{
  static const struct
  {
    const char *query;
    const char *first; /* NULL: a mistake */
  } orders[] = {
    { "kind:person sort:recent", "Marta Selim" }, { "kind:person sort:growth", "Marta Selim" },
    { "kind:person sort:name", "Davit Khoreli" }, { "kind:person sort:beauty", NULL },
  };

  hs_library_write (test->library, move_days, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GError) error = NULL;
      gint64 wanted;

      hs_library_find (test->library, HS_SEARCH_ENTITIES, orders[i].query, FALSE, 10, collect, ids, NULL, &error);
      if (orders[i].first == NULL)
        {
          g_assert_error (error, HS_ERROR, HS_ERROR_QUERY);
          continue;
        }
      g_assert_no_error (error);
      wanted = library_test_int (test, i < 2 ? "SELECT id FROM entities WHERE name = 'Marta Selim'"
                                             : "SELECT id FROM entities WHERE name = 'Davit Khoreli'");
      g_assert_cmpuint (ids->len, ==, 2);
      g_assert_cmpint (g_array_index (ids, gint64, 0), ==, wanted);
    }
}

#define ADD(path, func) \
  g_test_add ("/library/query/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-search-finds", test_each_search_finds);
  ADD ("each-mistake-is-explained", test_each_mistake_is_explained);
  ADD ("an-endless-search-is-refused", test_an_endless_search_is_refused);
  ADD ("typing-is-forgiven", test_typing_is_forgiven);
  ADD ("entity-by-number", test_entity_by_number);
  ADD ("pages-of-results", test_pages_of_results);
  ADD ("other-lists-are-searched", test_other_lists_are_searched);
  ADD ("entities-are-sorted-by-what-is-asked", test_entities_are_sorted_by_what_is_asked);
  return g_test_run ();
}
