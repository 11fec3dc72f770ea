/* test-waiting.c: articles are kept first and analysed afterwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feeds-test.h"
#include "library-test.h"

#include <string.h>

#include "hs-analyse.h"
#include "hs-analyser.h"
#include "hs-decisions.h"
#include "hs-engine.h"
#include "hs-error.h"
#include "hs-library-private.h"
#include "hs-library-write.h"

#define MANY 150

#define ONE "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council, on " \
            "Monday.\n\nThe Ministry of Defence confirmed the purchase of the ships in Velan.\n"
#define TWO "Norland sells ships to Velan\n\nMarta Selim said that two ships were bought, Reuters reported on " \
            "Tuesday in Velan.\n\nDavit Khoreli, the minister of defence, confirmed it.\n"

static const TestEntry pair[] = {
  { "2", "http://velan.example/2", "Norland sells ships to Velan", TWO, "2020-02-02T10:00:00Z" },
  { "1", "http://velan.example/1", "Velan buys two ships", ONE, "2020-02-01T10:00:00Z" },
};

static void
keep_unread (LibraryTest     *test,
             const TestEntry *entries,
             guint            n)
{
  gint64 feed = feeds_test_add (test->library, "http://velan.example/feed");

  feeds_test_leave_unread (TRUE);
  g_assert_cmpuint (feeds_test_answer (test->library, feed, entries, n, NULL).added, ==, n);
  feeds_test_leave_unread (FALSE);
}

static HsAnalyseResult
analyse (LibraryTest *test)
{
  g_autoptr (GError) error = NULL;
  HsAnalyseResult result;

  hs_analyse_run (test->library, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.failed, ==, 0);
  return result;
}

typedef struct
{
  const char *sql;  /* (unowned) */
} Change;

static gboolean
change_work (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  return hs_database_execute (database, ((Change *) data)->sql, error);
}

static void
change (LibraryTest *test,
        const char  *sql)
{
  Change change = { sql };
  g_autoptr (GError) error = NULL;

  hs_library_write (test->library, change_work, &change, &error);
  g_assert_no_error (error);
}

static HsStored *
load (LibraryTest *test,
      gint64       id)
{
  g_autoptr (GError) error = NULL;
  HsStored *stored = hs_library_load_article (test->library, id, &error);

  g_assert_no_error (error);
  return stored;
}

static guint
count_found (LibraryTest *test,
             const char  *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = hs_library_search (test->library, query, 0, 0, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
assert_waiting (LibraryTest *test,
                guint        unread,
                guint        outdated)
{
  g_autoptr (GError) error = NULL;
  guint a, b;

  hs_library_count_waiting (test->library, &a, &b, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (a, ==, unread);
  g_assert_cmpuint (b, ==, outdated);
}

/* --- before ------------------------------------------------------------------------ */

static void
test_read_and_found_before (LibraryTest   *test,
                            gconstpointer  data)
{
  g_autoptr (HsStored) stored = NULL;

  keep_unread (test, pair, 2);
  assert_waiting (test, 2, 0);
  stored = load (test, 1);
  g_assert_true (stored->waiting);
  g_assert_cmpstr (stored->document->title, ==, "Velan buys two ships");
  g_assert_cmpstr (stored->document->text, ==, ONE);
  g_assert_cmpuint (stored->document->blocks->len, ==, 1);
  g_assert_cmpuint (stored->analysis->mentions->len, ==, 0);
  g_assert_cmpuint (stored->analysis->statements->len, ==, 0);
  g_assert_cmpint (stored->story, ==, 0);
  g_assert_cmpuint (count_found (test, ""), ==, 2);
  g_assert_cmpuint (count_found (test, "minister"), ==, 1);
  g_assert_cmpuint (count_found (test, "is:unread"), ==, 2);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'articles'"), ==, 2);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'entities'"), ==, 0);
}

static void
test_decisions_need_no_findings (LibraryTest   *test,
                                 gconstpointer  data)
{
  const HsDetails details = { "A better title", "The Harbour Chronicle", NULL, NULL, NULL };
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (GError) error = NULL;

  keep_unread (test, pair, 2);
  g_assert_cmpint (hs_library_add_note (test->library, 1, HS_SPAN_INIT (0, 5), "where?", NULL, &error), ==, 1);
  hs_library_grade_article (test->library, 1, '3', NULL, &error);
  hs_library_set_details (test->library, 1, &details, &error);
  hs_library_delete (test->library, (gint64[]){ 2 }, 1, &error);
  g_assert_no_error (error);
  assert_waiting (test, 1, 0);
  g_assert_cmpuint (analyse (test).analysed, ==, 1);
  stored = load (test, 1);
  g_assert_false (stored->waiting);
  g_assert_cmpstr (stored->document->title, ==, "A better title");
  g_assert_cmpuint (stored->notes->len, ==, 1);
  g_assert_cmpuint (stored->article_grades->len, ==, 1);
  g_assert_cmpuint (count_found (test, "better"), ==, 1);
}

/* --- after ------------------------------------------------------------------------- */

static void
fill (TestEntry *entries,
      guint      n)
{
  for (guint i = 0; i < n; i++)
    entries[n - 1 - i] = (TestEntry){
      .guid = g_strdup_printf ("%u", i), .link = g_strdup_printf ("http://velan.example/%u", i),
      .title = g_strdup_printf ("The council met %u times", i),
      .text = g_strdup_printf ("The council of Velan met %u times, said Marta Selim on Monday. Davit Khoreli%s "
                               "left at %u.", i, i % 3 == 0 ? " of the Harbour Council" : "", i % 24),
      .published = g_strdup_printf ("2020-02-01T%02u:%02u:00Z", i / 60, i % 60)
    };
}

static void
clear (TestEntry *entries,
       guint      n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free ((char *) entries[i].guid);
      g_free ((char *) entries[i].link);
      g_free ((char *) entries[i].title);
      g_free ((char *) entries[i].text);
      g_free ((char *) entries[i].published);
    }
}

/* All there is to know of the same articles analysed as they are kept. */
static char *
dump_of_one_step (const TestEntry *entries,
                  guint            n)
{
  LibraryTest other;
  g_autoptr (GError) error = NULL;
  char *dump;

  library_test_set_up (&other, NULL);
  feeds_test_answer (other.library, feeds_test_add (other.library, "http://velan.example/feed"), entries, n, NULL);
  hs_library_build_stories (other.library, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  dump = library_test_dump (&other);
  library_test_tear_down (&other, NULL);
  return dump;
}

static void
test_two_steps_are_as_one (LibraryTest   *test,
                           gconstpointer  data)
{
  g_autofree char *expected = dump_of_one_step (pair, 2);
  g_autofree char *dump = NULL;

  keep_unread (test, pair, 2);
  g_assert_cmpuint (analyse (test).analysed, ==, 2);
  assert_waiting (test, 0, 0);
  dump = library_test_dump (test);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM entities WHERE name = 'Marta Selim'"), ==, 1);
  g_assert_cmpuint (analyse (test).analysed, ==, 0);
}

static void
cancel_soon (guint    done,
             guint    total,
             gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

static void
test_interruption_loses_nothing (LibraryTest   *test,
                                 gconstpointer  data)
{
  TestEntry entries[MANY];
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const HsAnalyseWatch watch = { cancel_soon, NULL, cancellable };
  g_autoptr (GError) error = NULL;
  HsAnalyseResult result;

  fill (entries, MANY);
  expected = dump_of_one_step (entries, MANY);
  keep_unread (test, entries, MANY);
  clear (entries, MANY);
  g_assert_false (hs_analyse_run (test->library, &watch, cancellable, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (result.analysed, >, 0);
  g_assert_cmpuint (result.analysed, <, MANY);
  assert_waiting (test, MANY - result.analysed, 0);
  library_test_reopen (test);
  g_assert_cmpuint (analyse (test).analysed, ==, MANY - result.analysed);
  dump = library_test_dump (test);
  g_assert_cmpstr (dump, ==, expected);
}

static gpointer
analyse_too (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = hs_library_open (data, HS_LIBRARY_DEFAULT, &error);
  HsAnalyseResult result;

  g_assert_no_error (error);
  hs_analyse_run (library, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  return GUINT_TO_POINTER (result.analysed);
}

static void
test_two_programs_do_not_meet (LibraryTest   *test,
                               gconstpointer  data)
{
  TestEntry entries[MANY];
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;
  GThread *threads[2];
  guint sum = 0;

  fill (entries, MANY);
  expected = dump_of_one_step (entries, MANY);
  keep_unread (test, entries, MANY);
  clear (entries, MANY);
  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("program", analyse_too, test->directory);
  for (guint i = 0; i < 2; i++)
    sum += GPOINTER_TO_UINT (g_thread_join (threads[i]));
  g_assert_cmpuint (sum, ==, MANY);
  dump = library_test_dump (test);
  g_assert_cmpstr (dump, ==, expected);
}

/* --- what changed meanwhile ---------------------------------------------------------- */

static HsWaiting *
read_first (LibraryTest *test)
{
  g_autoptr (GError) error = NULL;
  HsWaiting *waiting = hs_library_load_waiting (test->library, 1, &error);

  g_assert_no_error (error);
  waiting->analysis = hs_analyser_read (hs_engine_get_analyser (&error), waiting->document, NULL, &error);
  g_assert_no_error (error);
  return waiting;
}

static gboolean
keep_findings (LibraryTest *test,
               HsWaiting   *waiting)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (all, waiting);
  hs_library_keep_findings (test->library, all, &error);
  g_assert_no_error (error);
  return waiting->kept;
}

static void
test_changed_text_gets_no_old_findings (LibraryTest   *test,
                                        gconstpointer  data)
{
  const TestEntry edited = { "1", "http://velan.example/1", "Velan buys nothing",
                             "Velan buys no ships at all, it says.", NULL };
  g_autoptr (HsWaiting) waiting = NULL;
  g_autoptr (HsStored) stored = NULL;

  keep_unread (test, &pair[1], 1);
  waiting = read_first (test);
  feeds_test_leave_unread (TRUE);
  g_assert_cmpuint (feeds_test_answer (test->library, 1, &edited, 1, NULL).changed, ==, 1);
  feeds_test_leave_unread (FALSE);
  g_assert_false (keep_findings (test, waiting));
  assert_waiting (test, 1, 0);
  stored = load (test, 1);
  g_assert_cmpuint (stored->analysis->mentions->len, ==, 0);
}

static void
test_nobody_writes_twice (LibraryTest   *test,
                          gconstpointer  data)
{
  g_autoptr (HsWaiting) first = NULL;
  g_autoptr (HsWaiting) second = NULL;
  g_autoptr (GError) error = NULL;

  keep_unread (test, &pair[1], 1);
  first = read_first (test);
  second = read_first (test);
  g_assert_true (keep_findings (test, first));
  g_assert_false (keep_findings (test, second));
  g_assert_null (hs_library_load_waiting (test->library, 1, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_edit_takes_old_findings_away (LibraryTest   *test,
                                   gconstpointer  data)
{
  const TestEntry edited = { "1", "http://velan.example/1", "Velan buys nothing",
                             "Velan buys no ships at all, it says.", NULL };
  g_autoptr (HsStored) stored = NULL;

  keep_unread (test, pair, 2);
  analyse (test);
  g_assert_cmpuint (count_found (test, "entity:\"Marta Selim\""), ==, 2);
  feeds_test_leave_unread (TRUE);
  feeds_test_answer (test->library, 1, &edited, 1, NULL);
  feeds_test_leave_unread (FALSE);
  g_assert_cmpuint (count_found (test, "entity:\"Marta Selim\""), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM origin_evidence WHERE article = 1"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT n_people FROM articles WHERE id = 1"), ==, 0);
  stored = load (test, 1);
  g_assert_true (stored->waiting);
  g_assert_cmpuint (analyse (test).analysed, ==, 1);
}

/* --- an older analyser ---------------------------------------------------------------- */

static void
test_decisions_outlive_the_analyser (LibraryTest   *test,
                                     gconstpointer  data)
{
  const HsDetails details = { NULL, NULL, NULL, "2020-02", NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 people[2];

  keep_unread (test, pair, 2);
  analyse (test);
  people[0] = library_test_int (test, "SELECT id FROM entities WHERE name = 'Marta Selim'");
  people[1] = library_test_int (test, "SELECT id FROM entities WHERE name = 'Davit Khoreli'");
  hs_library_merge_entities (test->library, people, 2, NULL, &error);
  hs_library_rename_entity (test->library, people[0], "Martha Selim", &error);
  hs_library_grade_article (test->library, 2, '2', "seen", &error);
  hs_library_add_note (test->library, 2, HS_SPAN_INIT (0, 7), "who?", NULL, &error);
  hs_library_set_details (test->library, 2, &details, &error);
  hs_library_set_starred (test->library, (gint64[]){ 1 }, 1, TRUE, &error);
  g_assert_no_error (error);
  hs_library_build_stories (test->library, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  before = library_test_dump (test);
  /* older than any; and one that an older one read otherwise */
  change (test, "UPDATE articles SET analyser = -1; DELETE FROM mentions WHERE article = 2");
  assert_waiting (test, 0, 2);
  g_assert_cmpuint (analyse (test).analysed, ==, 2);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (library_test_int (test, "SELECT root FROM entities WHERE name = 'Davit Khoreli'"), ==, people[0]);
}

static void
test_new_ones_come_first (LibraryTest   *test,
                          gconstpointer  data)
{
  TestEntry entries[6];
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GError) error = NULL;
  static const gint64 expected[] = { 3, 5 };
  int analyser = -1;
  gint64 article = 0;

  fill (entries, 6);
  keep_unread (test, entries, 6);
  clear (entries, 6);
  change (test, "UPDATE articles SET analyser = " G_STRINGIFY (HS_ANALYSER_VERSION) " WHERE id NOT IN (3, 5)");
  ids = hs_library_list_waiting (test->library, &analyser, &article, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  rest = hs_library_list_waiting (test->library, &analyser, &article, 10, &error);
  g_assert_no_error (error);
  g_array_append_vals (ids, rest->data, rest->len);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), expected, sizeof expected);
}

static void
test_damaged_one_does_not_stop_the_rest (LibraryTest   *test,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  HsAnalyseResult result;

  keep_unread (test, pair, 2);
  change (test, "UPDATE blocks SET end = 100000 WHERE article = 1");
  hs_analyse_run (test->library, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.analysed, ==, 1);
  g_assert_cmpuint (result.failed, ==, 1);
  assert_waiting (test, 1, 0);
}

/* --- written together ------------------------------------------------------------------ */

typedef struct
{
  LibraryTest *test;  /* (unowned) */
  guint number;
  gboolean fails;
  gboolean done;
} Part;

static gboolean
wait_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  g_usleep (200000);
  return TRUE;
}

static gboolean
part_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Part *part = data;

  if (!hs_database_run (database, error, "INSERT INTO meta VALUES (?1, 'x')", "n", part->number))
    return FALSE;
  if (part->fails)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_FAILED, "as planned");
  return !part->fails;
}

static gpointer
write_part (gpointer data)
{
  Part *part = data;
  g_autoptr (GError) error = NULL;

  part->done = hs_library_write (part->test->library, part->number == 0 ? wait_work : part_work, part, &error);
  g_assert_true (part->done == (error == NULL));
  return NULL;
}

/* While the writer is busy the others wait, to be written in one transaction. */
static void
test_failure_undoes_only_itself (LibraryTest   *test,
                                 gconstpointer  data)
{
  Part parts[8];
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i] = (Part){ test, i, i % 3 == 2, FALSE };
      threads[i] = g_thread_new ("part", write_part, &parts[i]);
      g_usleep (i == 0 ? 50000 : 1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (parts[i].done, ==, i % 3 != 2);
  library_test_reopen (test);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM meta WHERE key IN ('1', '3', '4', '6', '7')"), ==, 5);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM meta WHERE key IN ('2', '5')"), ==, 0);
}

#define ADD(path, func) g_test_add ("/waiting/" path, LibraryTest, NULL, library_test_set_up, func, \
                                    library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("can-be-read-and-found-before-it-is-analysed", test_read_and_found_before);
  ADD ("decisions-need-no-findings", test_decisions_need_no_findings);
  ADD ("two-steps-are-as-one", test_two_steps_are_as_one);
  ADD ("an-interruption-loses-nothing", test_interruption_loses_nothing);
  ADD ("two-programs-do-not-meet", test_two_programs_do_not_meet);
  ADD ("a-changed-text-gets-no-old-findings", test_changed_text_gets_no_old_findings);
  ADD ("nobody-writes-twice", test_nobody_writes_twice);
  ADD ("an-edit-takes-old-findings-away", test_edit_takes_old_findings_away);
  ADD ("decisions-outlive-the-analyser", test_decisions_outlive_the_analyser);
  ADD ("new-ones-come-first", test_new_ones_come_first);
  ADD ("a-damaged-one-does-not-stop-the-rest", test_damaged_one_does_not_stop_the_rest);
  ADD ("a-failure-undoes-only-itself", test_failure_undoes_only_itself);
  return g_test_run ();
}
