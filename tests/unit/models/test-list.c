/* test-list.c: lists that fill themselves and follow the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-test.h"

#include <string.h>

#include "hs-workspace-private.h"
#include "synthetic.h"

static void
fill (WorkspaceTest *test,
      guint          n)
{
  g_autoptr (GError) error = NULL;
  gint64 began = g_get_monotonic_time ();
  guint seen = 0;

  synthetic_fill (hs_workspace_get_library (test->workspace), n, n <= 1000, &error);
  g_assert_no_error (error);
  g_test_message ("%u articles made in %.1f s", n, (g_get_monotonic_time () - began) / 1e6);
  for (; seen != n; g_object_get (test->workspace, "n-articles", &seen, NULL))
    g_main_context_iteration (NULL, TRUE);
}

static guint
get_n (HsList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

typedef struct
{
  guint n_signals;
  guint first_added;
  gint64 first_time;
} Changes;

static void
items_changed (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               Changes    *changes)
{
  if (changes->n_signals++ == 0)
    {
      changes->first_added = added;
      changes->first_time = g_get_monotonic_time ();
    }
}

static void
test_thirty_thousand_rows (WorkspaceTest *test,
                            gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;
  g_autoptr (HsItem) first = NULL;
  g_autoptr (HsItem) last = NULL;
  g_autoptr (HsItem) again = NULL;
  Changes changes = { 0 };
  gint64 began;
  guint position;

  fill (test, 30000);
  began = g_get_monotonic_time ();
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed), &changes);
  workspace_test_wait_list (list);
  g_test_message ("first page after %.1f ms", (changes.first_time - began) / 1e3);
  g_assert_cmpuint (changes.first_added, ==, 200);
  g_assert_cmpuint (get_n (list), ==, 30000);
  g_assert_cmpint (hs_list_get_id (list, 0), ==, 30000);
  g_assert_cmpint (hs_list_get_id (list, 29999), ==, 1);
  g_assert_cmpint (hs_list_get_id (list, 30000), ==, 0);
  g_assert_true (hs_list_find (list, 5, &position));
  g_assert_cmpuint (position, ==, 29995);

  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_false (hs_item_get_loaded (first));
  g_assert_null (hs_article_get_title (HS_ARTICLE (first)));
  last = g_list_model_get_item (G_LIST_MODEL (list), 29999);
  workspace_test_wait_item (first);
  workspace_test_wait_item (last);
  g_assert_cmpstr (hs_article_get_title (HS_ARTICLE (first)), ==, "Article 29999 of the invented ones");
  g_assert_cmpstr (hs_article_get_outlet (HS_ARTICLE (last)), ==, "Outlet 0");
  again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (again == first);
}

static void
test_neighbours_come_with_the_page (WorkspaceTest *test,
                                    gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;
  g_autoptr (HsItem) first = NULL;
  g_autoptr (HsItem) second = NULL;

  fill (test, 1000);
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (list);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  workspace_test_wait_item (first);
  for (gint64 end = g_get_monotonic_time () + 400000; g_get_monotonic_time () < end; g_usleep (1000))
    g_main_context_iteration (NULL, FALSE);
  second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (hs_item_get_loaded (second));
}

static void
test_new_query_replaces_rows (WorkspaceTest *test,
                              gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;
  g_autoptr (HsItem) item = NULL;

  fill (test, 1000);
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (list);
  hs_list_set_query (list, "rare");
  g_assert_cmpuint (get_n (list), ==, 1000);
  workspace_test_wait_list (list);
  g_assert_cmpuint (get_n (list), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  workspace_test_wait_item (item);
  g_assert_nonnull (strstr (hs_article_get_snippet (HS_ARTICLE (item)), "<b>rare</b>"));
  hs_list_set_query (list, "nowhere-to-be-found");
  workspace_test_wait_list (list);
  g_assert_cmpuint (get_n (list), ==, 0);
  hs_list_set_query (list, "");
  workspace_test_wait_list (list);
  g_assert_cmpuint (get_n (list), ==, 1000);
}

static void
test_bad_query_keeps_rows (WorkspaceTest *test,
                           gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;

  fill (test, 100);
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (list);
  hs_list_set_query (list, "colour:blue common");
  workspace_test_wait_list (list);
  g_assert_nonnull (strstr (hs_list_get_error (list), "colour"));
  g_assert_cmpuint (get_n (list), ==, 100);
  hs_list_set_query (list, "common");
  workspace_test_wait_list (list);
  g_assert_null (hs_list_get_error (list));
}

static void
test_flag_refreshes_the_same_object (WorkspaceTest *test,
                                     gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;
  g_autoptr (HsItem) item = NULL;
  Changes changes = { 0 };

  fill (test, 100);
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  workspace_test_wait_item (item);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed), &changes);
  hs_workspace_set_starred (test->workspace, (gint64[]){ hs_item_get_id (item) }, 1, TRUE, workspace_test_edit_done,
                            NULL);
  workspace_test_edited (test);
  while (!hs_article_get_starred (HS_ARTICLE (item)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (changes.n_signals, ==, 0);
}

static void
one_removed (GListModel *model,
             guint       position,
             guint       removed,
             guint       added,
             gpointer    data)
{
  g_assert_cmpuint (removed + added, ==, 1);
}

static void
test_delete_and_undo_move_one_row (WorkspaceTest *test,
                                   gconstpointer  data)
{
  g_autoptr (HsList) list = NULL;

  fill (test, 5000);
  list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
  workspace_test_wait_list (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (one_removed), NULL);
  hs_workspace_delete (test->workspace, (gint64[]){ 2500 }, 1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  workspace_test_wait_list (list);
  g_assert_cmpuint (get_n (list), ==, 4999);
  g_assert_false (hs_list_find (list, 2500, NULL));
  hs_workspace_undo (test->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  workspace_test_wait_list (list);
  g_assert_cmpuint (get_n (list), ==, 5000);
}

static void
test_list_may_go_while_loading (WorkspaceTest *test,
                                gconstpointer  data)
{
  fill (test, 20000);
  for (guint i = 0; i < 20; i++)
    {
      HsList *list = hs_list_new (test->workspace, HS_LIST_ARTICLES);
      HsItem *item = NULL;

      while (i % 2 == 0 && get_n (list) == 0)
        g_main_context_iteration (NULL, TRUE);
      item = g_list_model_get_item (G_LIST_MODEL (list), 0);
      g_object_unref (list);
      g_clear_object (&item);
    }
}

static void
test_every_list_fills_its_rows (WorkspaceTest *test,
                                gconstpointer  data)
{
  static const char * const names[] = { "title", "title", "name", "name", "body" };
  g_autoptr (HsJob) job = hs_import_job_new_sample (test->workspace);

  workspace_test_run_job (job);
  hs_workspace_add_note (test->workspace, 1, HS_SPAN_INIT (0, 8), "check", NULL, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  for (HsListWhat what = HS_LIST_ARTICLES; what <= HS_LIST_NOTES; what++)
    {
      g_autoptr (HsList) list = hs_list_new (test->workspace, what);
      g_autoptr (HsItem) item = NULL;
      g_autofree char *text = NULL;

      workspace_test_wait_list (list);
      g_assert_cmpuint (get_n (list), >, 0);
      item = g_list_model_get_item (G_LIST_MODEL (list), 0);
      workspace_test_wait_item (item);
      g_object_get (item, names[what], &text, NULL);
      g_assert_nonnull (text);
      g_assert_cmpint (hs_item_get_id (item), ==, hs_list_get_id (list, 0));
    }
}

#define ADD(path, func) \
  g_test_add ("/models/list/" path, WorkspaceTest, NULL, workspace_test_set_up, func, workspace_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("thirty-thousand-rows", test_thirty_thousand_rows);
  ADD ("neighbours-come-with-the-page", test_neighbours_come_with_the_page);
  ADD ("new-query-replaces-rows", test_new_query_replaces_rows);
  ADD ("bad-query-keeps-rows", test_bad_query_keeps_rows);
  ADD ("flag-refreshes-the-same-object", test_flag_refreshes_the_same_object);
  ADD ("delete-and-undo-move-one-row", test_delete_and_undo_move_one_row);
  ADD ("list-may-go-while-loading", test_list_may_go_while_loading);
  ADD ("every-list-fills-its-rows", test_every_list_fills_its_rows);
  return g_test_run ();
}
