/* test-decisions.c: what the analyst decides can be undone, all of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-counts.h"
#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-journal.h"

#define ONE "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council, on " \
            "Monday.\n\nThe Ministry of Defence confirmed the purchase of the ships in Velan.\n"
#define TWO "Norland sells ships to Velan\n\nMarta Selim said that two ships were bought, Reuters reported on " \
            "Tuesday in Velan.\n\nDavit Khoreli, the minister of defence, confirmed it.\n"

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  library_test_set_up (test, data);
  g_assert_cmpint (library_test_import (test, "1.txt", ONE), ==, 1);
  g_assert_cmpint (library_test_import (test, "2.txt", TWO), ==, 2);
}

typedef void (*Decide) (LibraryTest  *test,
                        GError      **error);

static gint64
find_entity (LibraryTest *test,
             const char  *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM entities WHERE name = '%s'", name);
  gint64 id = library_test_int (test, sql);

  g_assert_cmpint (id, >, 0);
  return id;
}

static void
decide_read (LibraryTest *test, GError **error)
{
  hs_library_set_read (test->library, (gint64[]){ 1, 2 }, 2, TRUE, error);
}

static void
decide_star (LibraryTest *test, GError **error)
{
  hs_library_set_starred (test->library, (gint64[]){ 2 }, 1, TRUE, error);
}

static void
decide_delete (LibraryTest *test, GError **error)
{
  hs_library_delete (test->library, (gint64[]){ 1 }, 1, error);
}

static void
decide_details (LibraryTest *test, GError **error)
{
  const HsDetails details = { "A better title", "The Harbour Chronicle", "Ines Marlow", "2020-02", "" };

  hs_library_set_details (test->library, 1, &details, error);
}

static void
decide_grade_source (LibraryTest *test, GError **error)
{
  hs_library_grade_source (test->library, 1, 'C', "seen it before", error);
}

static void
decide_grade_article (LibraryTest *test, GError **error)
{
  hs_library_grade_article (test->library, 1, '2', NULL, error);
}

static void
decide_add_note (LibraryTest *test, GError **error)
{
  hs_library_add_note (test->library, 2, HS_SPAN_INIT (0, 7), "who?", "one, two", error);
}

static void
decide_update_note (LibraryTest *test, GError **error)
{
  hs_library_update_note (test->library, 1, "which ships?", "three", error);
}

static void
decide_delete_note (LibraryTest *test, GError **error)
{
  hs_library_delete_note (test->library, 1, error);
}

static void
decide_merge (LibraryTest *test, GError **error)
{
  const gint64 ids[] = { find_entity (test, "Marta Selim"), find_entity (test, "Davit Khoreli") };

  hs_library_merge_entities (test->library, ids, 2, NULL, error);
}

static void
decide_rename (LibraryTest *test, GError **error)
{
  hs_library_rename_entity (test->library, find_entity (test, "Marta Selim"), "Martha Selim", error);
}

static const struct
{
  const char *name;
  Decide decide;
  const char *label;
} decisions[] = {
  { "read", decide_read, "Mark 2 Articles as Read" },
  { "star", decide_star, "Star 1 Article" },
  { "delete", decide_delete, "Delete 1 Article" },
  { "details", decide_details, "Correct Details" },
  { "grade-source", decide_grade_source, "Grade “unknown”" },
  { "grade-article", decide_grade_article, "Grade Article" },
  { "add-note", decide_add_note, "Add Note" },
  { "update-note", decide_update_note, "Edit Note" },
  { "delete-note", decide_delete_note, "Delete Note" },
  { "merge", decide_merge, "Merge into “Marta Selim”" },
  { "rename", decide_rename, "Rename to “Martha Selim”" },
};

/* What is seen of the library: no rows that are deleted, withdrawn or unused. */
static char *
look (LibraryTest *test)
{
  GString *out = g_string_new (NULL);
  HsLibraryCounts counts = { 0 };
  static const char * const queries[] = { "", "title", "better", "is:unread", "is:starred", "tag:one", "grade:C",
                                          "grade:2", "entity:selim", "entity:khoreli", "source:chronicle" };

  g_assert_true (hs_library_get_counts (test->library, &counts, NULL));
  g_string_append_printf (out, "%u %u %u %u %u %u %u\n", counts.articles, counts.unread, counts.starred, counts.stories,
                          counts.sources, counts.entities, counts.notes);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) ids = hs_library_search (test->library, queries[i], 0, 0, NULL);

      g_string_append_printf (out, "%s:", queries[i]);
      for (guint j = 0; j < ids->len; j++)
        g_string_append_printf (out, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, j));
      g_string_append_c (out, '\n');
    }
  for (gint64 id = 1; id <= 2; id++)
    {
      g_autoptr (HsStored) stored = hs_library_load_article (test->library, id, NULL);

      if (stored == NULL)
        continue;
      g_string_append_printf (out, "%s|%s|%s|%s|%s|%d%d|", stored->document->title, stored->document->outlet,
                              stored->document->byline, stored->document->published, stored->document->url,
                              stored->read, stored->starred);
      for (guint i = 0; i < stored->notes->len; i++)
        {
          const HsStoredNote *note = g_ptr_array_index (stored->notes, i);

          g_string_append_printf (out, "%s [%s] %s;", note->quote, note->tags, note->body);
        }
      g_string_append_printf (out, "|%u %u|", stored->article_grades->len, stored->source_grades->len);
      for (guint i = 0; i < stored->known->len; i++)
        {
          const HsStoredEntity *entity = g_ptr_array_index (stored->known, i);

          g_string_append_printf (out, "%s %u %u;", entity->name, entity->n_mentions, entity->n_articles);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
assert_labels (LibraryTest *test,
               const char  *undo,
               const char  *redo)
{
  g_autofree char *got_undo = NULL;
  g_autofree char *got_redo = NULL;
  g_autoptr (GError) error = NULL;

  hs_library_get_labels (test->library, &got_undo, &got_redo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got_undo, ==, undo);
  g_assert_cmpstr (got_redo, ==, redo);
}

static void
test_undo_and_redo (LibraryTest   *test,
                    gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *decided = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *again = NULL;

  hs_library_add_note (test->library, 1, HS_SPAN_INIT (0, 5), "first", "zero", &error);
  g_assert_no_error (error);
  before = look (test);
  decisions[i].decide (test, &error);
  g_assert_no_error (error);
  decided = look (test);
  g_assert_cmpstr (decided, !=, before);
  assert_labels (test, decisions[i].label, NULL);

  /* the journal is kept with the library */
  library_test_reopen (test);
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  undone = look (test);
  g_assert_cmpstr (undone, ==, before);
  assert_labels (test, "Add Note", decisions[i].label);

  library_test_reopen (test);
  hs_library_redo (test->library, &error);
  g_assert_no_error (error);
  redone = look (test);
  g_assert_cmpstr (redone, ==, decided);
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  again = look (test);
  g_assert_cmpstr (again, ==, before);
}

static void
test_all_at_once_and_back (LibraryTest   *test,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  hs_library_add_note (test->library, 2, HS_SPAN_INIT (0, 5), "first", "zero", &error);
  g_ptr_array_add (seen, look (test));
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      decisions[i].decide (test, &error);
      g_assert_no_error (error);
      g_ptr_array_add (seen, look (test));
    }
  for (guint i = G_N_ELEMENTS (decisions); i-- > 0;)
    {
      g_autofree char *now = NULL;

      hs_library_undo (test->library, &error);
      g_assert_no_error (error);
      now = look (test);
      g_assert_cmpstr (now, ==, seen->pdata[i]);
    }
  for (guint i = 1; i <= G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *now = NULL;

      hs_library_redo (test->library, &error);
      g_assert_no_error (error);
      now = look (test);
      g_assert_cmpstr (now, ==, seen->pdata[i]);
    }
}

static void
test_new_decision_ends_redo (LibraryTest   *test,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  decide_read (test, &error);
  hs_library_undo (test->library, &error);
  g_assert_no_error (error);
  assert_labels (test, NULL, "Mark 2 Articles as Read");
  decide_star (test, &error);
  assert_labels (test, "Star 1 Article", NULL);
  g_assert_false (hs_library_redo (test->library, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_nothing_changed_is_no_entry (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  hs_library_set_read (test->library, (gint64[]){ 1 }, 1, FALSE, &error);
  g_assert_no_error (error);
  assert_labels (test, NULL, NULL);
  g_assert_false (hs_library_undo (test->library, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_failed_decision_leaves_nothing (LibraryTest   *test,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_library_set_read (test->library, (gint64[]){ 1, 99 }, 2, TRUE, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM articles WHERE read = 1"), ==, 0);
  assert_labels (test, NULL, NULL);
}

/* Grades are a history: the last one counts, none is lost. */
static void
test_grades_are_kept (LibraryTest   *test,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;

  hs_library_grade_article (test->library, 1, '2', "two offices", &error);
  g_assert_cmpint (library_test_int (test, "SELECT grade = '2' FROM articles WHERE id = 1"), ==, 1);
  hs_library_grade_article (test->library, 1, '5', "denied", &error);
  g_assert_cmpint (library_test_int (test, "SELECT grade = '5' FROM articles WHERE id = 1"), ==, 1);
  hs_library_grade_article (test->library, 1, 0, "too early", &error);
  g_assert_no_error (error);
  stored = hs_library_load_article (test->library, 1, &error);
  g_assert_cmpuint (stored->article_grades->len, ==, 3);
  g_assert_cmpint (((HsStoredGrade *) stored->article_grades->pdata[0])->grade, ==, 0);
  g_assert_cmpint (((HsStoredGrade *) stored->article_grades->pdata[1])->grade, ==, '5');
  g_assert_cmpstr (((HsStoredGrade *) stored->article_grades->pdata[2])->reason, ==, "two offices");
  g_assert_cmpint (library_test_int (test, "SELECT grade IS NULL FROM articles WHERE id = 1"), ==, 1);
  g_assert_false (hs_library_grade_article (test->library, 1, 'B', NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
}

static void
test_corrected_outlet_moves_to_its_source (LibraryTest   *test,
                                           gconstpointer  data)
{
  const HsDetails details = { .outlet = "  The Harbour   Chronicle " };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;

  hs_library_set_details (test->library, 1, &details, &error);
  g_assert_no_error (error);
  stored = hs_library_load_article (test->library, 1, &error);
  g_assert_cmpint (stored->source, !=, 1);
  g_assert_cmpint (stored->outlet, >, 0);
  g_assert_cmpstr (hs_stored_find_entity (stored, stored->outlet)->name, ==, "The Harbour   Chronicle");
  g_assert_cmpint (library_test_int (test, "SELECT n_articles FROM sources WHERE key = 'the harbour chronicle'"), ==,
                   1);
  g_assert_cmpint (library_test_int (test, "SELECT n_articles FROM sources WHERE id = 1"), ==, 1);
}

static void
test_dates_are_checked (LibraryTest   *test,
                        gconstpointer  data)
{
  static const char * const good[] = { "2020", "2020-02", "2020-02-29", "2020-02-29T10:00:00Z", "" };
  static const char * const bad[] = { "yesterday", "20", "2020-13", "2020-02-32", "2020/02/01", "2020-2-1",
                                      "29.2.2020" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      const HsDetails details = { .published = good[i] };
      g_autoptr (GError) error = NULL;

      hs_library_set_details (test->library, 1, &details, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const HsDetails details = { .published = bad[i] };
      g_autoptr (GError) error = NULL;

      hs_library_set_details (test->library, 1, &details, &error);
      g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
    }
}

static void
test_deleted_article_is_gone_until_undone (LibraryTest   *test,
                                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  decide_delete (test, &error);
  g_assert_no_error (error);
  g_assert_null (hs_library_load_article (test->library, 1, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM article_entities WHERE article = 1"), ==, 0);
}

/* One who was merged away is found under what it is now, also by new articles. */
static void
test_new_articles_follow_a_merge (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;
  gint64 root = find_entity (test, "Marta Selim");
  gboolean found = FALSE;

  decide_merge (test, &error);
  g_assert_no_error (error);
  library_test_import (test, "3.txt",
                       "A minister speaks\n\nDavit Khoreli, the minister of defence, spoke in Norland on Friday.\n");
  stored = hs_library_load_article (test->library, 3, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < stored->entities->len; i++)
    found = found || g_array_index (stored->entities, gint64, i) == root;
  g_assert_true (found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *path = g_strconcat ("/library/decisions/undo/", decisions[i].name, NULL);

      g_test_add (path, LibraryTest, GUINT_TO_POINTER (i), set_up, test_undo_and_redo, library_test_tear_down);
    }
#define ADD(path, func) \
  g_test_add ("/library/decisions/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)
  ADD ("all-at-once-and-back", test_all_at_once_and_back);
  ADD ("new-decision-ends-redo", test_new_decision_ends_redo);
  ADD ("nothing-changed-is-no-entry", test_nothing_changed_is_no_entry);
  ADD ("failed-decision-leaves-nothing", test_failed_decision_leaves_nothing);
  ADD ("grades-are-kept", test_grades_are_kept);
  ADD ("corrected-outlet-moves-to-its-source", test_corrected_outlet_moves_to_its_source);
  ADD ("dates-are-checked", test_dates_are_checked);
  ADD ("deleted-article-is-gone-until-undone", test_deleted_article_is_gone_until_undone);
  ADD ("new-articles-follow-a-merge", test_new_articles_follow_a_merge);
  return g_test_run ();
}
