/* test-desk.c: the story desk: the places of its graph, and what it shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-graph-layout.h"
#include "hs-matrix-view.h"
#include "hs-origin-graph.h"
#include "widget-test.h"

#define WIDTH 100
#define HEIGHT 40
#define GAP 60

static HsGraphPoint
place (HsGraphLayout *layout,
       guint          node)
{
  return g_array_index (layout->places, HsGraphPoint, node);
}

static void
assert_apart (HsGraphLayout *layout)
{
  for (guint i = 0; i < layout->places->len; i++)
    for (guint j = i + 1; j < layout->places->len; j++)
      g_assert_true (place (layout, i).x != place (layout, j).x
                     || ABS (place (layout, i).y - place (layout, j).y) >= HEIGHT - 0.01);
}

/* Speakers 0, 1; outlets 2, 3 (3 has it from 2); articles 4, 5. */
static void
test_layers_go_from_left_to_right (void)
{
  const HsRank ranks[] = { HS_RANK_FIRST, HS_RANK_FIRST, HS_RANK_BETWEEN, HS_RANK_BETWEEN, HS_RANK_LAST, HS_RANK_LAST };
  const HsGraphEdge edges[] = { { 0, 2 }, { 2, 3 }, { 3, 4 }, { 1, 5 }, { 2, 5 } };
  g_autoptr (HsGraphLayout) layout = hs_graph_layout_new (ranks, 6, edges, 5, WIDTH, HEIGHT, GAP);

  g_assert_cmpfloat (place (layout, 0).x, ==, 0);
  g_assert_cmpfloat (place (layout, 2).x, ==, WIDTH + GAP);
  g_assert_cmpfloat (place (layout, 3).x, ==, 2 * (WIDTH + GAP));
  g_assert_cmpfloat (place (layout, 4).x, ==, 3 * (WIDTH + GAP));
  g_assert_cmpfloat (place (layout, 5).x, ==, 3 * (WIDTH + GAP));
  g_assert_cmpuint (layout->routes->len, ==, 5);
  g_assert_cmpfloat (layout->width, ==, 4 * WIDTH + 3 * GAP);
  assert_apart (layout);
}

/* Drawn as given, each of the three edges crosses the two others. */
static void
test_needless_crossings_are_undone (void)
{
  const HsRank ranks[] = { HS_RANK_FIRST, HS_RANK_FIRST, HS_RANK_FIRST, HS_RANK_LAST, HS_RANK_LAST, HS_RANK_LAST };
  const HsGraphEdge edges[] = { { 0, 5 }, { 1, 4 }, { 2, 3 } };
  g_autoptr (HsGraphLayout) layout = hs_graph_layout_new (ranks, 6, edges, 3, WIDTH, HEIGHT, GAP);

  g_assert_cmpuint (layout->crossings, ==, 0);
  g_assert_true ((place (layout, 0).y < place (layout, 1).y) == (place (layout, 5).y < place (layout, 4).y));
}

/* Four articles in a column: not higher than with two gaps' room between each. */
static void
test_nothing_stands_in_an_empty_band (void)
{
  const HsRank ranks[] = { HS_RANK_FIRST, HS_RANK_LAST, HS_RANK_LAST, HS_RANK_LAST, HS_RANK_FIRST, HS_RANK_LAST };
  const HsGraphEdge edges[] = { { 0, 1 }, { 0, 2 }, { 0, 3 }, { 4, 5 } };
  g_autoptr (HsGraphLayout) layout = hs_graph_layout_new (ranks, 6, edges, 4, WIDTH, HEIGHT, GAP);

  g_assert_cmpfloat (layout->height, <=, 4 * HEIGHT + 3 * 28 + 0.01);
}

/* Two speakers, each in two articles: K2,2 cannot be drawn without a crossing. */
static void
test_crossings_are_counted (void)
{
  const HsRank ranks[] = { HS_RANK_FIRST, HS_RANK_FIRST, HS_RANK_LAST, HS_RANK_LAST };
  const HsGraphEdge edges[] = { { 0, 2 }, { 0, 3 }, { 1, 2 }, { 1, 3 } };
  g_autoptr (HsGraphLayout) layout = hs_graph_layout_new (ranks, 4, edges, 4, WIDTH, HEIGHT, GAP);

  g_assert_cmpuint (layout->crossings, ==, 1);
}

static void
test_outlets_in_a_ring_end (void)
{
  const HsRank ranks[] = { HS_RANK_BETWEEN, HS_RANK_BETWEEN, HS_RANK_LAST };
  const HsGraphEdge edges[] = { { 0, 1 }, { 1, 0 }, { 0, 2 } };
  g_autoptr (HsGraphLayout) layout = hs_graph_layout_new (ranks, 3, edges, 3, WIDTH, HEIGHT, GAP);
  g_autoptr (HsGraphLayout) empty = hs_graph_layout_new (NULL, 0, NULL, 0, WIDTH, HEIGHT, GAP);

  g_assert_cmpuint (layout->places->len, ==, 3);
  assert_apart (layout);
  g_assert_cmpuint (empty->places->len, ==, 0);
}

/* 400 articles of 40 outlets and 60 speakers. */
static void
test_many_articles_are_laid_out_apart (void)
{
  g_autofree HsRank *ranks = g_new (HsRank, 500);
  g_autofree HsGraphEdge *edges = g_new (HsGraphEdge, 900);
  g_autoptr (HsGraphLayout) layout = NULL;

  for (guint i = 0; i < 500; i++)
    ranks[i] = i < 60 ? HS_RANK_FIRST : i < 100 ? HS_RANK_BETWEEN : HS_RANK_LAST;
  for (guint i = 0; i < 400; i++)
    {
      edges[2 * i] = (HsGraphEdge) { 60 + i * 7 % 40, 100 + i };
      edges[2 * i + 1] = (HsGraphEdge) { i * 11 % 60, i % 3 == 0 ? 100 + i : 60 + i * 7 % 40 };
    }
  layout = hs_graph_layout_new (ranks, 500, edges, 800, WIDTH, HEIGHT, GAP);
  assert_apart (layout);
  g_assert_cmpfloat (layout->height, <, 400 * (HEIGHT + 14) * 3);
}

/* --- what is shown ---------------------------------------------------------------- */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(HsStoryDesk **) user_data = hs_workspace_read_desk_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static HsStoryDesk *
read_desk (WorkspaceTest *self)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Tarvonia weighs");
  HsStoryDesk *desk = NULL;

  hs_workspace_read_desk_async (self->workspace, reading->story->id, NULL, read_cb, &desk);
  while (desk == NULL)
    g_main_context_iteration (NULL, TRUE);
  return desk;
}

static void
test_every_link_is_a_child_with_a_name (WorkspaceTest *self,
                                        gconstpointer  data)
{
  g_autoptr (HsStoryDesk) desk = read_desk (self);
  HsOriginGraph *graph = g_object_new (HS_TYPE_ORIGIN_GRAPH, NULL);
  GtkWidget *window;
  guint n = 0;

  hs_origin_graph_set_desk (graph, desk);
  window = widget_test_show (GTK_WIDGET (graph));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (graph)); child != NULL;
       child = gtk_widget_get_next_sibling (child), n++)
    {
      g_assert_true (gtk_widget_get_focusable (child));
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_BUTTON);
    }
  g_assert_cmpuint (n, ==, desk->nodes->len + desk->links->len);
  g_assert_cmpuint (desk->links->len, >, 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_arrows_lead_along_a_link (WorkspaceTest *self,
                               gconstpointer  data)
{
  g_autoptr (HsStoryDesk) desk = read_desk (self);
  HsOriginGraph *graph = g_object_new (HS_TYPE_ORIGIN_GRAPH, NULL);
  GtkWidget *window, *start, *link;

  hs_origin_graph_set_desk (graph, desk);
  window = widget_test_show (GTK_WIDGET (graph));
  /* a new window may have given the focus to it already */
  if (gtk_widget_get_focus_child (GTK_WIDGET (graph)) == NULL)
    g_assert_true (gtk_widget_child_focus (GTK_WIDGET (graph), GTK_DIR_TAB_FORWARD));
  start = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_has_css_class (start, "speaker"));
  gtk_widget_child_focus (GTK_WIDGET (graph), GTK_DIR_RIGHT);
  link = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_has_css_class (link, "hs-graph-link"));
  gtk_widget_child_focus (GTK_WIDGET (graph), GTK_DIR_RIGHT);
  g_assert_true (gtk_widget_has_css_class (gtk_window_get_focus (GTK_WINDOW (window)), "hs-graph-node"));
  gtk_widget_grab_focus (link);
  gtk_widget_child_focus (GTK_WIDGET (graph), GTK_DIR_LEFT);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == start);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_no_cell_is_blank (WorkspaceTest *self,
                       gconstpointer  data)
{
  g_autoptr (HsStoryDesk) desk = read_desk (self);
  HsMatrixView *matrix = g_object_new (HS_TYPE_MATRIX_VIEW, NULL);
  GtkWidget *window;

  g_assert_cmpuint (desk->rows->len, >, 0);
  for (guint i = 0; i < desk->rows->len; i++)
    g_assert_cmpuint (((HsDeskRow *) g_ptr_array_index (desk->rows, i))->cells->len, ==, desk->articles->len);
  hs_matrix_view_set_desk (matrix, desk);
  window = widget_test_show (GTK_WIDGET (matrix));
  g_assert_nonnull (widget_test_find (GTK_WIDGET (matrix), GTK_TYPE_LABEL, "silent"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/desk/layers-go-from-left-to-right", test_layers_go_from_left_to_right);
  g_test_add_func ("/desk/needless-crossings-are-undone", test_needless_crossings_are_undone);
  g_test_add_func ("/desk/nothing-stands-in-an-empty-band", test_nothing_stands_in_an_empty_band);
  g_test_add_func ("/desk/crossings-are-counted", test_crossings_are_counted);
  g_test_add_func ("/desk/outlets-in-a-ring-end", test_outlets_in_a_ring_end);
  g_test_add_func ("/desk/many-articles-are-laid-out-apart", test_many_articles_are_laid_out_apart);
#define ADD(path, func) g_test_add ("/desk/" path, WorkspaceTest, NULL, widget_test_set_up, func, \
                                    workspace_test_tear_down)
  ADD ("every-link-is-a-child-with-a-name", test_every_link_is_a_child_with_a_name);
  ADD ("arrows-lead-along-a-link", test_arrows_lead_along_a_link);
  ADD ("no-cell-is-blank", test_no_cell_is_blank);
#undef ADD
  return g_test_run ();
}
