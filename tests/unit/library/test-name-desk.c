/* test-name-desk.c: what the page of an entity says of when and where it is named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-entity-decisions.h"
#include "hs-journal.h"
#include "hs-library-private.h"
#include "hs-name-desk.h"
#include "hs-pages.h"
#include "hs-rows.h"

#define TEXT(title, day) title "\n\nMartha Selim said on " day " that the Harbour Council would meet in Velan.\n"

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  library_test_set_up (test, data);
  g_assert_cmpint (library_test_import (test, "1.txt", TEXT ("Council meets", "Monday")), ==, 1);
  g_assert_cmpint (library_test_import (test, "2.txt", TEXT ("Council meets again", "Tuesday")), ==, 2);
  g_assert_cmpint (library_test_import (test, "3.txt", TEXT ("Council does not meet", "Friday")), ==, 3);
}

static gboolean
change_work (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  return hs_database_execute (database, data, error);
}

static gint64
find_selim (LibraryTest *test)
{
  return library_test_int (test, "SELECT e.root FROM entities AS e JOIN entity_names AS n ON n.entity = e.id"
                                 " WHERE n.name = 'Martha Selim' LIMIT 1");
}

/* The periods of her chart when the three articles are of these days, as "2020-01:1 …"; only
 * those that have any. *@n: how many there are. */
static char *
chart (LibraryTest *test,
       const char  *one,
       const char  *two,
       const char  *three,
       guint       *n)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE articles SET fetched = 1773187200, fixed_published ="
                                          " CASE id WHEN 1 THEN '%s' WHEN 2 THEN '%s' ELSE '%s' END", one, two, three);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredNameDesk) desk = NULL;
  GString *out = g_string_new (NULL);

  hs_library_write (test->library, change_work, sql, &error);
  g_assert_no_error (error);
  desk = hs_library_load_name_desk (test->library, find_selim (test), &error);
  g_assert_no_error (error);
  *n = desk->periods->len;
  for (guint i = 0; i < desk->periods->len; i++)
    {
      const HsStoredPeriod *period = desk->periods->pdata[i];

      if (period->n > 0)
        g_string_append_printf (out, "%s%s:%u", out->len > 0 ? " " : "", period->period, period->n);
    }
  return g_string_free (out, FALSE);
}

/* Of the same kind, however it is written; not itself. */
static void
test_namesake_is_found (LibraryTest   *test,
                        gconstpointer  data)
{
  gint64 selim = find_selim (test), council = library_test_find_entity (test, "Harbour Council");
  gint64 velan = library_test_find_entity (test, "Velan");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_library_find_namesake (test->library, selim, "Martha Selim", &error), ==, 0);
  g_assert_cmpint (hs_library_find_namesake (test->library, selim, "Harbour Council", &error), ==, 0);
  g_assert_true (hs_library_set_kind (test->library, velan, HS_MENTION_ORGANISATION, NULL, &error));
  g_assert_cmpint (hs_library_find_namesake (test->library, velan, "harbour council", &error), ==, council);
  g_assert_cmpint (hs_library_find_namesake (test->library, velan, "Harbour", &error), ==, 0);
  g_assert_no_error (error);
}

/* Words out of the middle of a line show that it goes on on both sides. */
static void
test_words_that_are_cut_say_so (LibraryTest   *test,
                                gconstpointer  data)
{
  const char *text = "Ships\n\nAfter two long days of talks behind the closed doors of the old customs house on the"
                     " quay Edvin Brask said that the ships would not leave before the end of the month, whatever the"
                     " owners of the cargo might say of it.\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredEntityPage) page = NULL;
  g_autoptr (HsStoredEntityPage) whole = NULL;
  const HsStoredPlace *place;

  g_assert_cmpint (library_test_import (test, "4.txt", text), ==, 4);
  page = hs_library_load_entity (test->library, library_test_find_entity (test, "Edvin Brask"), 10, &error);
  g_assert_no_error (error);
  place = g_ptr_array_index (page->places, 0);
  g_assert_true (g_str_has_prefix (place->before, "…"));
  g_assert_true (g_str_has_suffix (place->before, "of the old customs house on the quay "));
  g_assert_true (g_str_has_suffix (place->after, "…"));
  g_assert_true (g_str_has_prefix (place->after, " said that the ships"));
  whole = hs_library_load_entity (test->library, find_selim (test), 10, &error);
  place = g_ptr_array_index (whole->places, 0);
  g_assert_cmpstr (place->before, ==, "");
}

static void
test_the_chart_has_every_article (LibraryTest   *test,
                                  gconstpointer  data)
{
  guint n;
  g_autofree char *days = chart (test, "2026-03-01", "2026-03-03T10:00:00Z", "2026-03-03", &n);
  g_autofree char *months = NULL, *years = NULL;

  g_assert_cmpstr (days, ==, "2026-03-01:1 2026-03-03:2");
  g_assert_cmpuint (n, ==, 3);
  months = chart (test, "2025-01", "2025-12-31", "2026-03-03", &n);
  g_assert_cmpstr (months, ==, "2025-01:1 2025-12:1 2026-03:1");
  g_assert_cmpuint (n, ==, 15);
  years = chart (test, "1987", "2025-12-31", "2026-03-03", &n);
  g_assert_cmpstr (years, ==, "1987:1 2025:1 2026:1");
  g_assert_cmpuint (n, ==, 40);
}

/* Fetched on 11 March 2026. */
static void
test_no_article_is_of_the_future (LibraryTest   *test,
                                  gconstpointer  data)
{
  guint n;
  g_autofree char *shown = chart (test, "2026-03-09", "9999-01-01", "2026-03-10", &n);

  g_assert_cmpstr (shown, ==, "2026-03-09:1 2026-03-10:1 2026-03-12:1");
}

/* The year 3 is not the year 2026, and does not hide it. */
static void
test_what_is_very_old_hides_nothing (LibraryTest   *test,
                                     gconstpointer  data)
{
  guint n;
  g_autofree char *shown = chart (test, "0003-01-01", "2026-03-09", "2026-03-10", &n);

  g_assert_cmpuint (n, ==, 120);
  g_assert_cmpstr (shown, ==, "1907:1 2026:2");
}

static void
test_a_name_taken_back_finds_nobody (LibraryTest   *test,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL, old = NULL, after = NULL;

  g_assert_cmpint (hs_library_rename_entity (test->library, find_selim (test), "Zarqa", &error), >, 0);
  g_assert_no_error (error);
  found = hs_library_suggest (test->library, "Zarqa", 8, TRUE, &error);
  g_assert_cmpuint (found->len, ==, 1);
  /* by what the articles call her, too */
  old = hs_library_suggest (test->library, "Martha", 8, TRUE, &error);
  g_assert_cmpuint (old->len, ==, 1);
  g_assert_true (hs_library_undo (test->library, &error));
  after = hs_library_suggest (test->library, "Zarqa", 8, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 0);
}

/* A source of that name is none of those that can be merged with. */
static void
test_entities_are_found_among_sources (LibraryTest   *test,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) both = NULL, entities = NULL;

  hs_library_write (test->library, change_work, (gpointer) "INSERT INTO sources (key, name, n_articles)"
                                                           " VALUES ('velan herald', 'Velan Herald', 90)", &error);
  g_assert_no_error (error);
  both = hs_library_suggest (test->library, "vel", 1, TRUE, &error);
  entities = hs_library_suggest (test->library, "vel", 1, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (both->len, ==, 1);
  g_assert_true (((HsStoredSuggestion *) both->pdata[0])->is_source);
  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpstr (((HsStoredSuggestion *) entities->pdata[0])->name, ==, "Velan");
}

/* Whoever types a whole name means whoever is called so. */
static void
test_the_very_name_comes_first (LibraryTest   *test,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (hs_library_rename_entity (test->library, library_test_int (test, "SELECT id FROM entities WHERE name ="
                                                                                  " 'Harbour Council'"),
                                           "Velan Road", &error));
  hs_library_write (test->library, change_work, (gpointer) "UPDATE entities SET n_articles = 1 WHERE name = 'Velan'",
                    &error);
  g_assert_no_error (error);
  found = hs_library_suggest (test->library, "velan", 1, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((HsStoredSuggestion *) found->pdata[0])->name, ==, "Velan");
}

/* Two ministries of one name are told apart in a list. */
static void
test_a_body_is_of_a_country (LibraryTest   *test,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 ids[2];

  library_test_import (test, "4.txt", "Radars\n\nThe Ministry of Defence wrote to the Kenyan parliament on Monday.\n");
  library_test_import (test, "5.txt", "Tanks\n\nThe Ministry of Defence wrote to the Polish parliament on Friday.\n");
  ids[0] = library_test_int (test, "SELECT min(id) FROM entities WHERE name = 'Ministry of Defence'");
  ids[1] = library_test_int (test, "SELECT max(id) FROM entities WHERE name = 'Ministry of Defence'");
  g_assert_cmpint (ids[0], !=, ids[1]);
  rows = hs_library_load_rows (test->library, HS_SEARCH_ENTITIES, ids, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((HsRow *) rows->pdata[0])->texts[HS_ROW_ENTITY_COUNTRY], ==, "kenya");
  g_assert_cmpstr (((HsRow *) rows->pdata[1])->texts[HS_ROW_ENTITY_COUNTRY], ==, "poland");
}

#define ADD(path, func) \
  g_test_add ("/name-desk/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("namesake-is-found", test_namesake_is_found);
  ADD ("words-that-are-cut-say-so", test_words_that_are_cut_say_so);
  ADD ("the-chart-has-every-article", test_the_chart_has_every_article);
  ADD ("no-article-is-of-the-future", test_no_article_is_of_the_future);
  ADD ("what-is-very-old-hides-nothing", test_what_is_very_old_hides_nothing);
  ADD ("a-name-taken-back-finds-nobody", test_a_name_taken_back_finds_nobody);
  ADD ("entities-are-found-among-sources", test_entities_are_found_among_sources);
  ADD ("the-very-name-comes-first", test_the_very_name_comes_first);
  ADD ("a-body-is-of-a-country", test_a_body_is_of_a_country);
  return g_test_run ();
}
