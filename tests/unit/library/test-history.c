/* test-history.c: what was decided of an entity can be read again: what, why, and
 * whether it was taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-entity-decisions.h"
#include "hs-history.h"
#include "hs-journal.h"
#include "hs-library-private.h"

#define ONE "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council, on " \
            "Monday.\n\nThe Ministry of Defence confirmed the purchase of the ships in Velan. Marta Selim did not " \
            "answer.\n"
#define TWO "Norland sells ships to Velan\n\nMartha Selim said that two ships were bought, Reuters reported on " \
            "Tuesday in Velan.\n\nDavit Khoreli, the minister of defence, confirmed it.\n"

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  library_test_set_up (test, data);
  g_assert_cmpint (library_test_import (test, "1.txt", ONE), ==, 1);
  g_assert_cmpint (library_test_import (test, "2.txt", TWO), ==, 2);
}

/* A line each: "action subject [others] kind: reason (undone)". */
static char *
look (LibraryTest *test,
      gint64       entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) decisions = hs_library_load_decisions (test->library, entity, 50, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    {
      const HsPastDecision *one = g_ptr_array_index (decisions, i);
      g_autofree char *others = g_strjoinv (", ", one->others);

      g_assert_cmpint (one->time, >, 0);
      g_assert_true (i == 0 || one->id < ((HsPastDecision *) decisions->pdata[i - 1])->id);
      g_string_append_printf (out, "%s %s [%s] %u: %s%s\n", one->action, one->subject, others, one->kind,
                              one->reason != NULL ? one->reason : "-", one->undone ? " (undone)" : "");
    }
  return g_string_free (out, FALSE);
}

static void
assert_history (LibraryTest *test,
                gint64       entity,
                const char  *expected)
{
  g_autofree char *seen = look (test, entity);

  g_assert_cmpstr (seen, ==, expected);
}

static void
test_nothing_was_decided (LibraryTest   *test,
                          gconstpointer  data)
{
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  g_autoptr (GError) error = NULL;

  assert_history (test, selim, "");
  /* of another, or of no entity at all */
  g_assert_true (hs_library_rename_entity (test->library, library_test_find_entity (test, "Velan"), "Port of Velan",
                                           &error));
  g_assert_true (hs_library_set_starred (test->library, (gint64[]){ 1 }, 1, TRUE, &error));
  assert_history (test, selim, "");
}

static void
test_newest_comes_first_with_its_reason (LibraryTest   *test,
                                         gconstpointer  data)
{
  gint64 velan = library_test_find_entity (test, "Velan");
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_set_kind (test->library, velan, HS_MENTION_ORGANISATION, "a port authority", &error));
  g_assert_true (hs_library_rename_entity (test->library, velan, "Port of Velan", &error));
  assert_history (test, velan, "rename Port of Velan [] 0: -\n"
                               "kind Velan [] 1: a port authority\n");
}

/* Thousands may be merged at once: how many is told, and the first of them. */
static void
test_of_many_the_first_are_read (LibraryTest   *test,
                                 gconstpointer  data)
{
  gint64 ids[9] = { library_test_find_entity (test, "Velan") };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = hs_library_load_article (test->library, 1, &error);
  g_autoptr (GPtrArray) decisions = NULL;
  const char *word = stored->document->text;
  const HsPastDecision *merge;

  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    {
      const char *end = word + strcspn (word, " \n");
      HsSpan span = HS_SPAN_INIT (word - stored->document->text, end - stored->document->text);

      ids[i] = hs_library_set_mention (test->library, 1, span, HS_MENTION_EVENT, 0, NULL, &error);
      g_assert_no_error (error);
      word = end + strspn (end, " \n");
    }
  g_assert_true (hs_library_merge_entities (test->library, ids, G_N_ELEMENTS (ids), NULL, &error));
  decisions = hs_library_load_decisions (test->library, ids[0], 50, &error);
  g_assert_no_error (error);
  merge = g_ptr_array_index (decisions, 0);
  g_assert_cmpstr (merge->action, ==, "merge");
  g_assert_cmpuint (merge->n_others, ==, 8);
  g_assert_cmpuint (g_strv_length (merge->others), ==, 6);
}

/* It is about both, before and after it is taken back. */
static void
test_merge_is_of_both (LibraryTest   *test,
                       gconstpointer  data)
{
  gint64 ids[] = { library_test_find_entity (test, "Marta Selim"), library_test_find_entity (test, "Davit Khoreli") };
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_merge_entities (test->library, ids, 2, "one byline", &error));
  assert_history (test, ids[0], "merge Marta Selim [Davit Khoreli] 0: one byline\n");
  assert_history (test, ids[1], "merge Marta Selim [Davit Khoreli] 0: one byline\n");
  g_assert_true (hs_library_undo (test->library, &error));
  assert_history (test, ids[0], "merge Marta Selim [Davit Khoreli] 0: one byline (undone)\n");
  assert_history (test, ids[1], "merge Marta Selim [Davit Khoreli] 0: one byline (undone)\n");
}

/* There is nothing left to redo, and still it was decided once. */
static void
test_taken_back_is_kept_when_other_things_are_decided (LibraryTest   *test,
                                                       gconstpointer  data)
{
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  gint64 khoreli = library_test_find_entity (test, "Davit Khoreli");
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_assert_true (hs_library_accept_proposal (test->library, selim, khoreli, "spelled alike", &error));
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_true (hs_library_refuse_proposal (test->library, selim, khoreli, "two offices", &error));
  assert_history (test, selim, "refuse Davit Khoreli [Marta Selim] 0: two offices\n"
                               "accept Marta Selim [Davit Khoreli] 0: spelled alike (undone)\n");
  g_assert_true (hs_library_get_labels (test->library, &undo, &redo, NULL, &error));
  g_assert_cmpstr (undo, ==, "Never Merge with “Davit Khoreli”");
  g_assert_null (redo);
  /* the refusal goes and comes again; what it stood in the way of does not */
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_true (hs_library_redo (test->library, &error));
  g_assert_false (hs_library_redo (test->library, NULL));
  assert_history (test, khoreli, "refuse Davit Khoreli [Marta Selim] 0: two offices\n"
                                 "accept Marta Selim [Davit Khoreli] 0: spelled alike (undone)\n");
}

static void
test_split_is_of_both (LibraryTest   *test,
                       gconstpointer  data)
{
  const char * const names[] = { "Martha Selim", NULL };
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  g_autoptr (GError) error = NULL;
  gint64 made;

  made = hs_library_split_names (test->library, selim, names, "two sisters", &error);
  g_assert_no_error (error);
  g_assert_cmpint (made, !=, selim);
  assert_history (test, selim, "split Marta Selim [Martha Selim] 0: two sisters\n");
  assert_history (test, made, "split Marta Selim [Martha Selim] 0: two sisters\n");
}

/* Words are of what they named before and of what they name now. */
static void
test_words_are_of_what_they_named (LibraryTest   *test,
                                   gconstpointer  data)
{
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  gint64 khoreli = library_test_find_entity (test, "Davit Khoreli");
  HsSpan words = library_test_find_words (test, 2, "Davit Khoreli");
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_remove_mention (test->library, 2, words, "a ship", &error));
  assert_history (test, khoreli, "remove-mention Davit Khoreli [] 0: a ship\n");
  assert_history (test, selim, "");
  g_assert_true (hs_library_undo (test->library, &error));
  assert_history (test, khoreli, "remove-mention Davit Khoreli [] 0: a ship (undone)\n");
  g_assert_cmpint (hs_library_set_mention (test->library, 2, words, HS_MENTION_PERSON, selim, NULL, &error), >, 0);
  assert_history (test, selim, "set-mention Davit Khoreli [Marta Selim] 0: -\n");
  assert_history (test, khoreli, "set-mention Davit Khoreli [Marta Selim] 0: -\n"
                                 "remove-mention Davit Khoreli [] 0: a ship (undone)\n");
}

static void
test_no_more_than_asked_for (LibraryTest   *test,
                             gconstpointer  data)
{
  gint64 velan = library_test_find_entity (test, "Velan");
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_rename_entity (test->library, velan, "One", &error));
  g_assert_true (hs_library_rename_entity (test->library, velan, "Two", &error));
  g_assert_true (hs_library_rename_entity (test->library, velan, "Three", &error));
  decisions = hs_library_load_decisions (test->library, velan, 2, &error);
  g_assert_cmpuint (decisions->len, ==, 2);
  g_assert_cmpstr (((HsPastDecision *) decisions->pdata[0])->subject, ==, "Three");
  g_assert_cmpstr (((HsPastDecision *) decisions->pdata[1])->subject, ==, "Two");
}

/* --- never one -------------------------------------------------------------------- */

/* The decisions that keep any of @ids apart, as "action subject [other]: reason". */
static char *
tell_apart (LibraryTest   *test,
            const gint64  *ids,
            guint          n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_library_load_apart (test->library, ids, n, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const HsPastDecision *one = g_ptr_array_index (found, i);

      g_string_append_printf (out, "%s %s [%s]: %s\n", one->action, one->subject, one->others[0],
                              one->reason != NULL ? one->reason : "-");
    }
  return g_string_free (out, FALSE);
}

static void
assert_apart (LibraryTest *test,
              gint64       one,
              gint64       other,
              const char  *expected)
{
  const gint64 ids[] = { one, other };
  g_autofree char *told = tell_apart (test, ids, 2);

  g_assert_cmpstr (told, ==, expected);
}

/* Before two are merged it can be said that they were to be two, and why. */
static void
test_what_keeps_two_apart_is_told (LibraryTest   *test,
                                   gconstpointer  data)
{
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  gint64 khoreli = library_test_find_entity (test, "Davit Khoreli");
  gint64 velan = library_test_find_entity (test, "Velan");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) others = NULL;

  assert_apart (test, selim, khoreli, "");
  g_assert_true (hs_library_keep_apart (test->library, selim, khoreli, "two offices", &error));
  assert_apart (test, selim, khoreli, "keep-apart Davit Khoreli [Marta Selim]: two offices\n");
  assert_apart (test, khoreli, selim, "keep-apart Davit Khoreli [Marta Selim]: two offices\n");
  assert_apart (test, selim, velan, "");
  others = hs_library_list_apart (test->library, khoreli, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_cmpint (g_array_index (others, gint64, 0), ==, selim);
  g_assert_true (hs_library_undo (test->library, &error));
  assert_apart (test, selim, khoreli, "");
  g_assert_true (hs_library_refuse_proposal (test->library, selim, khoreli, NULL, &error));
  assert_apart (test, selim, khoreli, "refuse Davit Khoreli [Marta Selim]: -\n");
  /* what was merged by hand is one */
  g_assert_true (hs_library_merge_entities (test->library, (gint64[]){ selim, khoreli }, 2, NULL, &error));
  assert_apart (test, selim, khoreli, "");
}

/* --- told as done ------------------------------------------------------------------- */

static void
assert_done (LibraryTest *test,
             const char  *expected)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last;

  g_assert_true (hs_library_get_labels (test->library, &undo, &redo, &last, &error));
  g_assert_true (hs_library_tell_done (test->library, last, &done, &error));
  g_assert_cmpstr (done, ==, expected);
}

/* What was done is no command. */
static void
test_done_is_told_as_done (LibraryTest   *test,
                           gconstpointer  data)
{
  gint64 selim = library_test_find_entity (test, "Marta Selim");
  gint64 khoreli = library_test_find_entity (test, "Davit Khoreli");
  HsSpan words = library_test_find_words (test, 2, "Davit Khoreli");
  const char * const names[] = { "Martha Selim", NULL };
  g_autoptr (GError) error = NULL;

  assert_done (test, NULL);
  g_assert_cmpint (hs_library_split_names (test->library, selim, names, NULL, &error), >, 0);
  assert_done (test, "Split off “Marta Selim”");
  g_assert_true (hs_library_keep_apart (test->library, selim, khoreli, NULL, &error));
  assert_done (test, "Kept apart from “Davit Khoreli”");
  g_assert_true (hs_library_set_kind (test->library, selim, HS_MENTION_PLACE, NULL, &error));
  assert_done (test, "Kind of “Marta Selim” changed");
  g_assert_true (hs_library_remove_mention (test->library, 2, words, NULL, &error));
  assert_done (test, "Mark of “Davit Khoreli” removed");
  g_assert_cmpint (hs_library_set_mention (test->library, 2, words, HS_MENTION_PERSON, khoreli, NULL, &error), >, 0);
  assert_done (test, "“Davit Khoreli” marked");
  g_assert_cmpint (hs_library_not_this_one (test->library, khoreli, 2, words, NULL, &error), >, 0);
  assert_done (test, "No longer “Davit Khoreli”");
  g_assert_true (hs_library_rename_entity (test->library, selim, "The Envoy", &error));
  assert_done (test, "Renamed to “The Envoy”");
  g_assert_true (hs_library_merge_entities (test->library, (gint64[]){ selim, khoreli }, 2, NULL, &error));
  assert_done (test, "Merged into “The Envoy”");
  /* of articles the window tells it itself */
  g_assert_true (hs_library_set_starred (test->library, (gint64[]){ 1 }, 1, TRUE, &error));
  assert_done (test, NULL);
}

/* --- where, and why it was proposed --------------------------------------------------- */

static gboolean
propose_work (HsLibrary   *library,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const gint64 *ids = data;

  return hs_database_run (database, error, "INSERT INTO proposals VALUES (?1, ?2, 'Spelled alike.')", "ii", ids[0],
                          ids[1]);
}

/* The newest decision of @entity. */
static HsPastDecision *
load_newest (LibraryTest *test,
             gint64       entity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_library_load_decisions (test->library, entity, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

/* What the program says stays the program's. */
static void
test_why_it_was_proposed_is_no_reason (LibraryTest   *test,
                                       gconstpointer  data)
{
  gint64 ids[] = { library_test_find_entity (test, "Marta Selim"), library_test_find_entity (test, "Davit Khoreli") };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsPastDecision) accepted = NULL;
  g_autoptr (HsPastDecision) refused = NULL;
  g_autoptr (HsPastDecision) merged = NULL;

  g_assert_true (hs_library_write (test->library, propose_work, ids, &error));
  g_assert_true (hs_library_accept_proposal (test->library, ids[1], ids[0], NULL, &error));
  accepted = load_newest (test, ids[0]);
  g_assert_cmpstr (accepted->proposed, ==, "Spelled alike.");
  g_assert_null (accepted->reason);
  g_assert_true (hs_library_undo (test->library, &error));
  g_assert_true (hs_library_refuse_proposal (test->library, ids[1], ids[0], "two offices", &error));
  refused = load_newest (test, ids[0]);
  g_assert_cmpstr (refused->proposed, ==, "Spelled alike.");
  g_assert_cmpstr (refused->reason, ==, "two offices");
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, NULL, &error));
  merged = load_newest (test, ids[0]);
  g_assert_null (merged->proposed);
}

static void
test_words_are_of_an_article (LibraryTest   *test,
                              gconstpointer  data)
{
  gint64 khoreli = library_test_find_entity (test, "Davit Khoreli");
  HsSpan words = library_test_find_words (test, 2, "Davit Khoreli");
  g_autoptr (GError) error = NULL;
  g_autoptr (HsPastDecision) removed = NULL;
  g_autoptr (HsPastDecision) renamed = NULL;

  g_assert_true (hs_library_remove_mention (test->library, 2, words, NULL, &error));
  removed = load_newest (test, khoreli);
  g_assert_cmpstr (removed->article, ==, "Norland sells ships to Velan");
  g_assert_true (hs_library_rename_entity (test->library, khoreli, "The Envoy", &error));
  renamed = load_newest (test, khoreli);
  g_assert_null (renamed->article);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/library/history/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)
  ADD ("nothing-was-decided", test_nothing_was_decided);
  ADD ("newest-comes-first-with-its-reason", test_newest_comes_first_with_its_reason);
  ADD ("of-many-the-first-are-read", test_of_many_the_first_are_read);
  ADD ("merge-is-of-both", test_merge_is_of_both);
  ADD ("taken-back-is-kept-when-other-things-are-decided", test_taken_back_is_kept_when_other_things_are_decided);
  ADD ("split-is-of-both", test_split_is_of_both);
  ADD ("words-are-of-what-they-named", test_words_are_of_what_they_named);
  ADD ("what-keeps-two-apart-is-told", test_what_keeps_two_apart_is_told);
  ADD ("done-is-told-as-done", test_done_is_told_as_done);
  ADD ("why-it-was-proposed-is-no-reason", test_why_it_was_proposed_is_no_reason);
  ADD ("words-are-of-an-article", test_words_are_of_an_article);
  ADD ("no-more-than-asked-for", test_no_more_than_asked_for);
  return g_test_run ();
}
