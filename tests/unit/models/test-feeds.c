/* test-feeds.c: the tree of feeds follows the library, and stays itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feeds-test.h"
#include "library-test.h"
#include "workspace-test.h"

#include "hs-workspace-feeds.h"
#include "hs-workspace-private.h"

static gboolean
tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the main loop run until the condition holds, at most 20 seconds. */
#define WAIT_FOR(condition) \
  do { gint64 began_ = g_get_monotonic_time (); guint tick_ = g_timeout_add (50, tick, NULL); \
       while (!(condition) && g_get_monotonic_time () - began_ < 20 * G_USEC_PER_SEC) \
         g_main_context_iteration (NULL, TRUE); \
       g_source_remove (tick_); \
       g_assert_true (condition); } while (0)

static const TestEntry three[] = {
  { "g1", "https://lantern.example/1", "Velan reopens its harbour", "The harbour of Velan was reopened on Monday.",
    NULL },
  { "g2", "https://lantern.example/2", "Storm closes the bridge", "A storm closed the bridge over the Tarn.", NULL },
  { "g3", "https://lantern.example/3", "Market opens earlier", "The market in Norland opens an hour earlier.", NULL },
};

static HsLibrary *
get_library (WorkspaceTest *test)
{
  return hs_workspace_get_library (test->workspace);
}

static gint64
add_feed (WorkspaceTest *test,
          const char    *url,
          const char    *title,
          gint64         folder)
{
  hs_workspace_add_feed (test->workspace, url, title, folder, workspace_test_edit_done, NULL);
  return workspace_test_edited (test);
}

static gint64
add_folder (WorkspaceTest *test,
            const char    *title,
            gint64         parent)
{
  hs_workspace_add_folder (test->workspace, title, parent, workspace_test_edit_done, NULL);
  return workspace_test_edited (test);
}

static void
look_at (GListModel *model,
         GString    *out)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (HsFeedNode) node = g_list_model_get_item (model, i);

      g_string_append_printf (out, "%s%s:%u", i > 0 ? " " : "", hs_feed_node_get_title (node),
                              hs_feed_node_get_unread (node));
      if (!hs_feed_node_get_is_folder (node))
        continue;
      g_string_append (out, " (");
      look_at (hs_feed_node_get_children (node), out);
      g_string_append (out, ")");
    }
}

static gboolean
looks (HsFeedTree *tree,
       const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  look_at (G_LIST_MODEL (tree), out);
  g_test_message ("%s", out->str);
  return g_str_equal (out->str, expected);
}

/* --- the tree ------------------------------------------------------------------ */

static void
test_tree_follows_and_stays_itself (WorkspaceTest *test,
                                    gconstpointer  data)
{
  g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
  gint64 news = add_folder (test, "News", 0);
  gint64 coast = add_folder (test, "Coast", news);
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", coast);
  gint64 wire = add_feed (test, "https://wire.example/feed", "Wire", 0);
  HsFeedChanges changes = HS_FEED_CHANGES_NOTHING;
  HsFeedNode *node;
  guint n;

  WAIT_FOR (looks (tree, "News:0 (Coast:0 (Lantern:0)) Wire:0"));
  g_object_get (test->workspace, "n-feeds", &n, NULL);
  g_assert_cmpuint (n, ==, 2);
  node = hs_feed_tree_find (tree, FALSE, lantern);
  g_assert_cmpint (hs_feed_node_get_health (node), ==, HS_FEED_WAITING);
  feeds_test_answer (get_library (test), lantern, three, 3, NULL);
  WAIT_FOR (looks (tree, "News:3 (Coast:3 (Lantern:3)) Wire:0"));
  g_assert_cmpuint (hs_feed_node_get_articles (hs_feed_tree_find (tree, TRUE, news)), ==, 3);
  g_assert_true (hs_feed_tree_next_unread (tree, NULL) == node);
  g_assert_true (hs_feed_tree_next_unread (tree, hs_feed_tree_find (tree, FALSE, wire)) == node);

  hs_workspace_set_read (test->workspace, (gint64[]){ 1 }, 1, TRUE, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "News:2 (Coast:2 (Lantern:2)) Wire:0"));
  changes.folder = 0;
  changes.position = 0;
  changes.title = "The Lantern";
  hs_workspace_edit_feed (test->workspace, lantern, &changes, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "The Lantern:2 News:0 (Coast:0 ()) Wire:0"));
  g_assert_true (hs_feed_tree_find (tree, FALSE, lantern) == node);

  hs_workspace_set_read_all (test->workspace, "feed:lantern", workspace_test_edit_done, NULL);
  g_assert_cmpint (workspace_test_edited (test), ==, 2);
  WAIT_FOR (looks (tree, "The Lantern:0 News:0 (Coast:0 ()) Wire:0"));
  g_assert_null (hs_feed_tree_next_unread (tree, node));
  hs_workspace_remove_folder (test->workspace, news, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  hs_workspace_remove_feeds (test->workspace, &lantern, 1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "Coast:0 () Wire:0"));
  g_assert_null (hs_feed_tree_find (tree, FALSE, lantern));
  hs_workspace_undo (test->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "The Lantern:0 Coast:0 () Wire:0"));
}

static void
test_folder_counts_a_shared_article_once (WorkspaceTest *test,
                                          gconstpointer  data)
{
  g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
  gint64 news = add_folder (test, "News", 0);
  gint64 coast = add_folder (test, "Coast", news);
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", coast);
  gint64 wire = add_feed (test, "https://wire.example/feed", "Wire", news);
  gint64 tern = add_feed (test, "https://tern.example/feed", "Tern", 0);
  guint unread;

  feeds_test_answer (get_library (test), lantern, three, 3, NULL);
  feeds_test_answer (get_library (test), wire, three, 2, NULL);
  feeds_test_answer (get_library (test), tern, three + 1, 1, NULL);
  WAIT_FOR (looks (tree, "News:3 (Coast:3 (Lantern:3) Wire:2) Tern:1"));
  g_object_get (tree, "unread", &unread, NULL);
  g_assert_cmpuint (unread, ==, 3);
  g_assert_cmpuint (hs_feed_node_get_articles (hs_feed_tree_find (tree, TRUE, news)), ==, 3);
  hs_workspace_set_read (test->workspace, (gint64[]){ 2 }, 1, TRUE, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "News:2 (Coast:2 (Lantern:2) Wire:1) Tern:0"));
  hs_workspace_remove_feeds (test->workspace, &wire, 1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "News:2 (Coast:2 (Lantern:2)) Tern:0"));
}

static void
count_changes (GListModel *model,
               guint       position,
               guint       removed,
               guint       added,
               guint      *n)
{
  *n += removed + added;
}

static void
test_counts_change_no_rows (WorkspaceTest *test,
                            gconstpointer  data)
{
  g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  guint n = 0;

  add_feed (test, "https://wire.example/feed", "Wire", 0);
  WAIT_FOR (looks (tree, "Lantern:0 Wire:0"));
  g_signal_connect (tree, "items-changed", G_CALLBACK (count_changes), &n);
  feeds_test_answer (get_library (test), lantern, three, 2, NULL);
  WAIT_FOR (looks (tree, "Lantern:2 Wire:0"));
  g_assert_cmpuint (n, ==, 0);
  add_feed (test, "https://post.example/feed", "Post", 0);
  WAIT_FOR (looks (tree, "Lantern:2 Wire:0 Post:0"));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_tree_follows_another_program (WorkspaceTest *test,
                                   gconstpointer  data)
{
  g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) other = hs_library_open (test->directory, HS_LIBRARY_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpint (hs_library_add_feed (other, "https://lantern.example/feed", "Lantern", 0, &error), ==, 1);
  feeds_test_answer (other, 1, three, 3, NULL);
  WAIT_FOR (looks (tree, "Lantern:3"));
}

static void
test_list_of_a_feed_follows_it (WorkspaceTest *test,
                                gconstpointer  data)
{
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  g_autoptr (HsList) list = hs_list_new (test->workspace, HS_LIST_ARTICLES);

  hs_list_set_query (list, "feed:#1");
  workspace_test_wait_list (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  feeds_test_answer (get_library (test), lantern, three, 3, NULL);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (list)) == 3);
  hs_workspace_remove_feeds (test->workspace, &lantern, 1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
}

static void
test_tree_may_go_while_it_is_read (WorkspaceTest *test,
                                   gconstpointer  data)
{
  add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
      g_autoptr (HsWatchList) watches = hs_watch_list_new (test->workspace);

      g_assert_true (hs_feed_tree_get_loading (tree));
      g_assert_true (hs_watch_list_get_loading (watches));
    }
}

/* --- watches ---------------------------------------------------------------------- */

static void
test_watches_follow (WorkspaceTest *test,
                     gconstpointer  data)
{
  g_autoptr (HsWatchList) watches = hs_watch_list_new (test->workspace);
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  gint64 id;
  HsWatchItem *item;

  hs_workspace_add_watch (test->workspace, "Sea", "harbour OR storm", TRUE, workspace_test_edit_done, NULL);
  id = workspace_test_edited (test);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (watches)) == 1);
  item = hs_watch_list_find (watches, id);
  g_assert_cmpstr (hs_watch_item_get_title (item), ==, "Sea");
  g_assert_true (hs_watch_item_get_notify (item));
  feeds_test_answer (get_library (test), lantern, three, 3, NULL);
  WAIT_FOR (hs_watch_item_get_unread (item) == 2);
  hs_workspace_edit_watch (test->workspace, id, NULL, "storm", -1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (hs_watch_item_get_unread (item) == 1);
  g_assert_true (hs_watch_list_find (watches, id) == item);
  hs_workspace_remove_watch (test->workspace, id, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (watches)) == 0);
}

/* --- snapshots --------------------------------------------------------------------- */

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_health_says_what_is_wrong (WorkspaceTest *test,
                                gconstpointer  data)
{
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  g_autoptr (HsFeedState) state = hs_feed_state_new ("https://lantern.example/feed");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) health = NULL;
  g_autoptr (GError) error = NULL;
  const HsFeedHealth *row;

  add_feed (test, "https://wire.example/feed", "Wire", 0);
  state->last_try = 1000;
  state->last_success = 500;
  state->outcome = HS_FETCH_SERVER_ERROR;
  state->status = 503;
  state->failures = 2;
  state->message = g_strdup ("The server is overloaded.");
  state->next = 5000;
  state->why = HS_WHY_BACK_OFF;
  hs_library_keep_feed (get_library (test), lantern, state, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  hs_workspace_read_health_async (test->workspace, 0, NULL, keep_result, &result);
  WAIT_FOR (result != NULL);
  health = hs_workspace_read_health_finish (test->workspace, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (health->len, ==, 2);
  row = health->pdata[0];
  g_assert_cmpint (row->kind, ==, HS_FEED_FAILING);
  g_assert_cmpstr (row->status, ==, "The server failed");
  g_assert_cmpstr (row->message, ==, "The server is overloaded.");
  g_assert_cmpint (row->last_success, ==, 500);
  g_assert_cmpint (row->next, ==, 5000);
  g_assert_cmpuint (row->failures, ==, 2);
  g_assert_cmpstr (row->why, !=, "");
  row = health->pdata[1];
  g_assert_cmpint (row->kind, ==, HS_FEED_WAITING);
  g_assert_cmpstr (row->status, ==, "Not asked yet");
}

static void
test_difference_shows_the_edit (WorkspaceTest *test,
                                gconstpointer  data)
{
  gint64 lantern = add_feed (test, "https://lantern.example/feed", "Lantern", 0);
  TestEntry edited = three[0];
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (HsDifference) difference = NULL;
  g_autoptr (HsReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  HsReadingRevision *older, *newer;
  const HsDiffRun *run;

  feeds_test_answer (get_library (test), lantern, three, 1, NULL);
  edited.text = "The harbour of Velan was reopened on Tuesday.";
  feeds_test_answer (get_library (test), lantern, &edited, 1, NULL);
  reading = workspace_test_read (test, 1);
  g_assert_cmpuint (reading->revisions->len, ==, 2);
  newer = reading->revisions->pdata[0];
  older = reading->revisions->pdata[1];
  hs_workspace_read_difference_async (test->workspace, 1, older->id, newer->id, NULL, keep_result, &result);
  WAIT_FOR (result != NULL);
  difference = hs_workspace_read_difference_finish (test->workspace, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (difference->before, ==, three[0].text);
  g_assert_cmpstr (difference->after, ==, edited.text);
  g_assert_cmpuint (difference->n_inserted, ==, 1);
  g_assert_cmpuint (difference->n_deleted, ==, 1);
  run = &g_array_index (difference->runs, HsDiffRun, 1);
  g_assert_cmpint (run->kind, ==, HS_DIFF_DELETED);
  g_assert_cmpmem (difference->before + run->before.start, run->before.end - run->before.start, "Monday", 6);
  g_assert_cmpuint (difference->title_runs->len, ==, 1);
}

static void
test_outline_goes_out_and_comes_back (WorkspaceTest *test,
                                      gconstpointer  data)
{
  g_autoptr (HsFeedTree) tree = hs_feed_tree_new (test->workspace);
  g_autofree char *path = g_build_filename (test->directory, "feeds.opml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GError) error = NULL;
  gint64 news = add_folder (test, "News", 0);
  gint64 feeds[2];

  feeds[0] = add_feed (test, "https://lantern.example/feed", "Lantern & Sons", news);
  feeds[1] = add_feed (test, "https://wire.example/feed", "Wire", 0);
  hs_workspace_export_outline (test->workspace, file, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  hs_workspace_remove_feeds (test->workspace, feeds, 1, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  hs_workspace_remove_folder (test->workspace, news, workspace_test_edit_done, NULL);
  workspace_test_edited (test);
  WAIT_FOR (looks (tree, "Wire:0"));
  hs_workspace_import_outline (test->workspace, file, keep_result, &result);
  WAIT_FOR (result != NULL);
  g_assert_cmpint (hs_workspace_import_outline_finish (test->workspace, result, &skipped, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (skipped->len, ==, 1);
  WAIT_FOR (looks (tree, "News:0 (Lantern & Sons:0) Wire:0"));
}

#define ADD(path, func) \
  g_test_add ("/models/feeds/" path, WorkspaceTest, NULL, workspace_test_set_up, func, workspace_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tree-follows-and-stays-itself", test_tree_follows_and_stays_itself);
  ADD ("folder-counts-a-shared-article-once", test_folder_counts_a_shared_article_once);
  ADD ("counts-change-no-rows", test_counts_change_no_rows);
  ADD ("tree-follows-another-program", test_tree_follows_another_program);
  ADD ("list-of-a-feed-follows-it", test_list_of_a_feed_follows_it);
  ADD ("tree-may-go-while-it-is-read", test_tree_may_go_while_it_is_read);
  ADD ("watches-follow", test_watches_follow);
  ADD ("health-says-what-is-wrong", test_health_says_what_is_wrong);
  ADD ("difference-shows-the-edit", test_difference_shows_the_edit);
  ADD ("outline-goes-out-and-comes-back", test_outline_goes_out_and_comes_back);
  return g_test_run ();
}
