/* test-desk.c: what the analyst decides of a story is kept, undone and lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-desk.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-write.h"

#define HEAD(title, outlet) \
  "<html><head><title>" title "</title><meta property='og:site_name' " \
                              "content='" outlet "'></head><body><article><h1>" title "</h1>"
#define FOOT "</article></body></html>"

/* The second has its quotation from the first, and says so. */
static const char first_page[] =
  HEAD ("Velan weighs buying river ships, council member says", "The Harbour Chronicle")
  "<p>VELAN, March 9 – Velan is considering the purchase of river ships from Norland, a member of the council told The"
  " Harbour Chronicle on Monday.</p><p>“The engineers of Norland have shown us the ships, but nobody here has put "
  "his name to a contract,” said Davit Khoreli, a member of the Velan council’s Harbour Committee.</p>" FOOT;
static const char second_page[] =
  HEAD ("Velan buys river ships", "Daily Lantern")
  "<p>The Velan council and Norland have come close to terms for buying river ships, The Harbour Chronicle reported on"
  " Monday.</p><p>Davit Khoreli, a member of the Harbour Committee, told the paper that talks with Norland were "
  "going on. “The engineers of Norland have shown us the ships, but nobody here has put his name to a contract,” "
  "Khoreli said.</p>" FOOT;

/* The same with the day it was published, and with words of its own or the same. */
#define DATED(day, title, body) \
  "<!DOCTYPE html><html><head><title>" title "</title><meta property=\"article:published_time\" content=\"" day "\">" \
  "</head><body><article><h1>" title "</h1>" body "</article></body></html>"
#define FIRST_BODY \
  "<p>The Velan council is weighing the purchase of river ships from Norland, The Harbour Chronicle reported on " \
  "Monday.</p><p>Davit Khoreli, a member of the Harbour Committee, told the paper that talks with Norland were going " \
  "on. “Norland’s engineers showed us the ships, but no one here has signed a contract,” Khoreli said.</p>" \
  "<p>Herring skippers of Grenloch blocked the quay with their nets on Sunday and burned two crates before the " \
  "police came. The lighthouse keeper counted thirty trawlers. Ice closed the northern channel, and the bakery gave " \
  "out bread.</p>"
#define SECOND_BODY \
  "<p>The council of Velan and Norland have come close to terms for buying river ships, The Harbour Chronicle " \
  "wrote.</p><p>Davit Khoreli, a member of the Harbour Committee, told the paper that the talks with Norland were " \
  "going on. “The engineers of Norland have shown us the ships, but nobody here has put his name to a contract,” " \
  "Khoreli said.</p><p>Teachers in Ostrel meanwhile asked for higher wages, and the tram line before the museum " \
  "stood still. An orchestra from Mirnay played in the theatre; its conductor praised the acoustics of the restored " \
  "ceiling and the new organ.</p>"

typedef struct
{
  gint64 first, second, story;
} Pair;

static gint64
get_int (LibraryTest *test,
         const char  *format,
         gint64       id)
{
  g_autofree char *sql = g_strdup_printf ("%s%" G_GINT64_FORMAT, format, id);

  return library_test_int (test, sql);
}

static gint64
n_origins (LibraryTest *test,
           gint64       story)
{
  return get_int (test, "SELECT n_origins FROM stories WHERE id = ", story);
}

static Pair
import_pair (LibraryTest *test)
{
  Pair pair = { library_test_import (test, "a.html", first_page), library_test_import (test, "b.html", second_page),
                0 };

  g_assert_true (hs_library_build_stories (test->library, 0, NULL, NULL, NULL));
  pair.story = get_int (test, "SELECT story FROM articles WHERE id = ", pair.first);
  g_assert_cmpint (pair.story, ==, get_int (test, "SELECT story FROM articles WHERE id = ", pair.second));
  return pair;
}

static HsStoredDesk *
load (LibraryTest *test,
      gint64       story)
{
  g_autoptr (GError) error = NULL;
  HsStoredDesk *desk = hs_library_load_desk (test->library, story, &error);

  g_assert_no_error (error);
  return desk;
}

/* (nullable): the step into @article from an outlet, @id 0: any */
static const HsStoredEdge *
find_edge (const HsStoredDesk *desk,
           gint64              id,
           gint64              article)
{
  for (guint i = 0; i < desk->edges->len; i++)
    {
      const HsStoredEdge *edge = g_ptr_array_index (desk->edges, i);

      if (edge->from.kind == HS_NODE_OUTLET && edge->to.kind == HS_NODE_ARTICLE && edge->to.id == article
          && (id == 0 || edge->from.id == id))
        return edge;
    }
  return NULL;
}

static void
test_steps_come_back_with_their_words (LibraryTest   *test,
                                       gconstpointer  data)
{
  Pair pair = import_pair (test);
  g_autoptr (HsStoredDesk) desk = NULL;
  g_autoptr (HsStored) stored = NULL;
  const HsStoredEdge *edge;

  library_test_reopen (test);
  desk = load (test, pair.story);
  stored = hs_library_load_article (test->library, pair.second, NULL);
  edge = find_edge (desk, 0, pair.second);
  g_assert_nonnull (edge);
  g_assert_cmpint (edge->manner, ==, HS_VIA_STATED);
  g_assert_cmpuint (edge->evidence->len, >, 0);
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const HsStoredEvidence *evidence = &g_array_index (edge->evidence, HsStoredEvidence, i);

      g_assert_cmpint (evidence->article, ==, pair.second);
      g_assert_cmpuint (evidence->span.end, <=, stored->document->length);
    }
}

static void
test_modality_comes_back (LibraryTest   *test,
                          gconstpointer  data)
{
  Pair pair = import_pair (test);
  g_autoptr (HsStored) stored = NULL;
  gboolean headline = FALSE;

  library_test_reopen (test);
  stored = hs_library_load_article (test->library, pair.second, NULL);
  for (guint i = 0; i < stored->analysis->modality->len; i++)
    {
      const HsModality *one = &g_array_index (stored->analysis->modality, HsModality, i);

      headline = headline || one->place == HS_PLACE_HEADLINE;
      g_assert_cmpint (strncmp (stored->document->text + one->span.start, "buy", 3) == 0
                       || one->place != HS_PLACE_HEADLINE, ==, TRUE);
    }
  g_assert_true (headline);
}

static void
test_cut_step_changes_the_count_and_is_undone (LibraryTest   *test,
                                               gconstpointer  data)
{
  Pair pair = import_pair (test);
  g_autoptr (HsStoredDesk) before = load (test, pair.story);
  g_autoptr (HsStoredDesk) cut = NULL;
  g_autoptr (HsStoredDesk) after = NULL;
  gint64 origins = n_origins (test, pair.story);
  HsNode outlet = find_edge (before, 0, pair.second)->from;

  g_assert_cmpint (origins, ==, 1);
  g_assert_true (hs_library_decide_edge (test->library, outlet, pair.second, HS_EDGE_CHOICE_CUT, "they met him", NULL));
  g_assert_cmpint (n_origins (test, pair.story), ==, 2);
  library_test_reopen (test);
  cut = load (test, pair.story);
  g_assert_null (find_edge (cut, outlet.id, pair.second));
  g_assert_cmpuint (cut->decisions->len, ==, 1);
  g_assert_cmpstr (((HsStoredDecision *) g_ptr_array_index (cut->decisions, 0))->reason, ==, "they met him");
  g_assert_true (hs_library_undo (test->library, NULL));
  g_assert_cmpint (n_origins (test, pair.story), ==, 1);
  after = load (test, pair.story);
  g_assert_nonnull (find_edge (after, outlet.id, pair.second));
  g_assert_cmpuint (after->decisions->len, ==, 0);
  g_assert_true (hs_library_redo (test->library, NULL));
  g_assert_cmpint (n_origins (test, pair.story), ==, 2);
  /* and can be left to the program again */
  g_assert_true (hs_library_decide_edge (test->library, outlet, pair.second, HS_EDGE_CHOICE_LEAVE, NULL, NULL));
  g_assert_cmpint (n_origins (test, pair.story), ==, 1);
}

static void
test_cut_survives_a_new_analysis_and_a_merge (LibraryTest   *test,
                                              gconstpointer  data)
{
  Pair pair = import_pair (test);
  g_autoptr (HsStoredDesk) before = load (test, pair.story);
  g_autoptr (HsStoredDesk) merged = NULL;
  HsNode outlet = find_edge (before, 0, pair.second)->from;
  gint64 other = get_int (test, "SELECT min(e.root) FROM local_entities AS l JOIN entities AS e ON e.id = l.entity"
                                " WHERE e.kind = 1 AND e.root <> ", outlet.id);
  const gint64 both[] = { other, outlet.id };

  g_assert_cmpint (other, >, 0);
  g_assert_true (hs_library_decide_edge (test->library, outlet, pair.second, HS_EDGE_CHOICE_CUT, NULL, NULL));
  library_test_import (test, "b.html", second_page);
  g_assert_true (hs_library_merge_entities (test->library, both, 2, NULL, NULL));
  g_assert_true (hs_library_build_stories (test->library, 0, NULL, NULL, NULL));
  merged = load (test, pair.story);
  g_assert_cmpuint (merged->decisions->len, ==, 1);
  g_assert_cmpint (((HsStoredDecision *) g_ptr_array_index (merged->decisions, 0))->from.id, ==, other);
  g_assert_null (find_edge (merged, other, pair.second));
}

static void
test_step_drawn_by_hand_joins (LibraryTest   *test,
                               gconstpointer  data)
{
  Pair pair = import_pair (test);
  g_autoptr (HsStoredDesk) before = load (test, pair.story);
  g_autoptr (HsStoredDesk) after = NULL;
  HsNode outlet = find_edge (before, 0, pair.second)->from;
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_decide_edge (test->library, outlet, pair.second, HS_EDGE_CHOICE_CUT, NULL, NULL));
  g_assert_true (hs_library_decide_edge (test->library, outlet, pair.second, HS_EDGE_CHOICE_CONFIRM, "told so", NULL));
  after = load (test, pair.story);
  g_assert_cmpint (n_origins (test, pair.story), ==, 1);
  g_assert_cmpuint (after->decisions->len, ==, 1);
  g_assert_cmpint (((HsStoredDecision *) g_ptr_array_index (after->decisions, 0))->decision, ==, HS_EDGE_CONFIRM);
  g_assert_false (hs_library_decide_edge (test->library, outlet, 999999, HS_EDGE_CHOICE_CUT, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_article_stays_in_the_story_it_was_put_into (LibraryTest   *test,
                                                 gconstpointer  data)
{
  Pair pair = import_pair (test);
  gint64 apart = hs_library_move_articles (test->library, &pair.second, 1, 0, NULL);
  g_autofree char *longer = g_strconcat (second_page, "<p>It was said again on Friday.</p>", NULL);

  g_assert_cmpint (apart, >, 0);
  g_assert_cmpint (apart, !=, pair.story);
  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", pair.second), ==, apart);
  g_assert_cmpint (get_int (test, "SELECT n_articles FROM stories WHERE id = ", pair.story), ==, 1);
  /* its text changed and it is analysed anew */
  library_test_import (test, "b.html", longer);
  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", pair.second), ==, apart);
  g_assert_cmpint (hs_library_move_articles (test->library, &pair.second, 1, pair.story, NULL), ==, pair.story);
  g_assert_cmpint (get_int (test, "SELECT n_articles FROM stories WHERE id = ", pair.story), ==, 2);
  g_assert_true (hs_library_undo (test->library, NULL));
  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", pair.second), ==, apart);
}

static void
test_matrix_is_kept_and_undone (LibraryTest   *test,
                                gconstpointer  data)
{
  Pair pair = import_pair (test);
  HsRowRef proposed = { pair.story, 0, "step:buy", "How far is “buy”?" };
  HsRowRef own = { pair.story, 0, NULL, NULL };
  gint64 hypothesis;
  g_autoptr (HsStoredDesk) desk = NULL;
  g_autoptr (HsStoredDesk) undone = NULL;
  g_autoptr (GError) error = NULL;

  own.id = hs_library_add_row (test->library, pair.story, " Was a contract signed? ", NULL);
  g_assert_cmpint (own.id, >, 0);
  hypothesis = hs_library_add_hypothesis (test->library, pair.story, "It is bought", NULL);
  g_assert_true (hs_library_set_stance (test->library, &own, pair.second, 2, NULL));
  g_assert_true (hs_library_set_stance (test->library, &proposed, pair.first, 1, NULL));
  g_assert_true (hs_library_mark_row (test->library, &own, hypothesis, 2, NULL));
  library_test_reopen (test);
  desk = load (test, pair.story);
  g_assert_cmpuint (desk->rows->len, ==, 2);
  g_assert_cmpstr (((HsStoredRow *) g_ptr_array_index (desk->rows, 0))->title, ==, "Was a contract signed?");
  g_assert_cmpstr (((HsStoredRow *) g_ptr_array_index (desk->rows, 1))->key, ==, "step:buy");
  g_assert_cmpuint (desk->stances->len, ==, 2);
  g_assert_cmpuint (desk->hypotheses->len, ==, 1);
  g_assert_cmpint (g_array_index (desk->marks, HsStoredMark, 0).mark, ==, 2);
  for (guint i = 0; i < 5; i++)
    g_assert_true (hs_library_undo (test->library, NULL));
  undone = load (test, pair.story);
  g_assert_true (((HsStoredRow *) g_ptr_array_index (undone->rows, 0))->removed);
  g_assert_cmpuint (undone->stances->len, ==, 0);
  g_assert_cmpuint (undone->hypotheses->len, ==, 0);
  g_assert_cmpint (hs_library_add_row (test->library, pair.story, "  ", &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
}

static void
test_rows_do_not_merge_in_a_ring (LibraryTest   *test,
                                  gconstpointer  data)
{
  Pair pair = import_pair (test);
  HsRowRef a = { pair.story, hs_library_add_row (test->library, pair.story, "A", NULL), NULL, NULL };
  HsRowRef b = { pair.story, hs_library_add_row (test->library, pair.story, "B", NULL), NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_merge_rows (test->library, &a, &b, NULL));
  g_assert_false (hs_library_merge_rows (test->library, &b, &a, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
}

static void
test_matrix_goes_with_its_articles (LibraryTest   *test,
                                    gconstpointer  data)
{
  Pair pair = import_pair (test);
  const gint64 both[] = { pair.first, pair.second };
  gint64 other = hs_library_move_articles (test->library, &pair.second, 1, 0, NULL);
  g_autoptr (HsStoredDesk) desk = NULL;

  g_assert_cmpint (hs_library_add_row (test->library, pair.story, "A", NULL), >, 0);
  g_assert_cmpint (hs_library_move_articles (test->library, both, 1, other, NULL), ==, other);
  desk = load (test, other);
  g_assert_cmpuint (desk->rows->len, ==, 1);
}

static void
test_only_a_day_is_confirmed (LibraryTest   *test,
                              gconstpointer  data)
{
  Pair pair = import_pair (test);
  static const char * const wrong[] = { "2020-02-30", "2020-1-1", "2020", "tomorrow", "2020-01-01x", "" };
  g_autoptr (HsStoredDesk) desk = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (hs_library_confirm_date (test->library, pair.first, wrong[i], NULL));
  g_assert_true (hs_library_confirm_date (test->library, pair.first, "2020-03-09", NULL));
  desk = load (test, pair.story);
  g_assert_cmpuint (desk->days->len, ==, 1);
  g_assert_cmpstr (((HsStoredDay *) g_ptr_array_index (desk->days, 0))->date, ==, "2020-03-09");
}

/* A copy is one however late it comes; what is only like it, long after, is another story. */
static void
test_a_story_is_told_within_a_window_of_time (LibraryTest  *test,
                                              gconstpointer data)
{
  gint64 first = library_test_import (test, "a.html", DATED ("2024-03-01", "Velan weighs river ships", FIRST_BODY));
  gint64 late = library_test_import (test, "b.html", DATED ("2024-09-01", "Velan buys river ships", SECOND_BODY));
  gint64 copy = library_test_import (test, "c.html",
                                     DATED ("2024-12-01", "Velan weighs river ships",
                                            FIRST_BODY "<p>From our pages of this spring.</p>"));
  gint64 soon = library_test_import (test, "d.html", DATED ("2024-09-20", "River ships for Velan", SECOND_BODY));

  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", late), !=,
                   get_int (test, "SELECT story FROM articles WHERE id = ", first));
  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", copy), ==,
                   get_int (test, "SELECT story FROM articles WHERE id = ", first));
  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", soon), ==,
                   get_int (test, "SELECT story FROM articles WHERE id = ", late));
}

static void
test_two_near_in_time_are_one_story (LibraryTest  *test,
                                     gconstpointer data)
{
  gint64 first = library_test_import (test, "a.html", DATED ("2024-03-01", "Velan weighs river ships", FIRST_BODY));
  gint64 soon = library_test_import (test, "b.html", DATED ("2024-03-20", "Velan buys river ships", SECOND_BODY));

  g_assert_cmpint (get_int (test, "SELECT story FROM articles WHERE id = ", soon), ==,
                   get_int (test, "SELECT story FROM articles WHERE id = ", first));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/library/desk/" path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)
  ADD ("steps-come-back-with-their-words", test_steps_come_back_with_their_words);
  ADD ("modality-comes-back", test_modality_comes_back);
  ADD ("cut-step-changes-the-count-and-is-undone", test_cut_step_changes_the_count_and_is_undone);
  ADD ("cut-survives-a-new-analysis-and-a-merge", test_cut_survives_a_new_analysis_and_a_merge);
  ADD ("step-drawn-by-hand-joins", test_step_drawn_by_hand_joins);
  ADD ("article-stays-in-the-story-it-was-put-into", test_article_stays_in_the_story_it_was_put_into);
  ADD ("two-near-in-time-are-one-story", test_two_near_in_time_are_one_story);
  ADD ("a-story-is-told-within-a-window-of-time", test_a_story_is_told_within_a_window_of_time);
  ADD ("matrix-is-kept-and-undone", test_matrix_is_kept_and_undone);
  ADD ("rows-do-not-merge-in-a-ring", test_rows_do_not_merge_in_a_ring);
  ADD ("matrix-goes-with-its-articles", test_matrix_goes_with_its_articles);
  ADD ("only-a-day-is-confirmed", test_only_a_day_is_confirmed);
#undef ADD
  return g_test_run ();
}
