/* test-subscriptions.c: feeds, folders and watches as the analyst decides them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feeds-test.h"
#include "library-test.h"

#include "hs-error.h"
#include "hs-journal.h"

/* News (1) { Lantern (1), Coast (2) { Wire (2) } }, Gazette (3) */
static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  const TestEntry entry = { "1", "https://lantern.example/1", "One", "The council of Velan met.", NULL };
  g_autoptr (GError) error = NULL;

  library_test_set_up (test, data);
  g_assert_cmpint (hs_library_add_folder (test->library, "News", 0, &error), ==, 1);
  g_assert_cmpint (hs_library_add_feed (test->library, "https://lantern.example/feed", "Lantern", 1, &error), ==, 1);
  g_assert_cmpint (hs_library_add_folder (test->library, "Coast", 1, &error), ==, 2);
  g_assert_cmpint (hs_library_add_feed (test->library, "https://wire.example/feed", "Wire", 2, &error), ==, 2);
  g_assert_cmpint (hs_library_add_feed (test->library, "https://gazette.example/feed", "Gazette", 0, &error), ==, 3);
  g_assert_cmpint (hs_library_add_watch (test->library, "Council", "council", FALSE, &error), ==, 1);
  g_assert_no_error (error);
  feeds_test_answer (test->library, 1, &entry, 1, NULL);
}

static void
look_at (const HsOutline *outline,
         guint            depth,
         GString         *out)
{
  for (guint i = 0; i < outline->children->len; i++)
    {
      const HsOutline *child = outline->children->pdata[i];

      g_string_append_printf (out, "%*s%s%s%s\n", depth * 2, "", child->title, child->feed_url != NULL ? " " : "/",
                              child->feed_url != NULL ? child->feed_url : "");
      look_at (child, depth + 1, out);
    }
}

/* The tree, then all that the user decided and counts of it. */
static char *
look (LibraryTest *test)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsOutline) outline = hs_library_load_outline (test->library, &error);
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (test->library, NULL, &error);
  g_autoptr (GPtrArray) watches = hs_library_load_watches (test->library, &error);

  g_assert_no_error (error);
  look_at (outline, 0, out);
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *feed = feeds->pdata[i];

      g_string_append_printf (out, "%s %s %s %d %d %u %u\n", feed->title, feed->fixed_title, feed->user,
                              feed->full_page, feed->notify, feed->state->interval, feed->n_articles);
    }
  for (guint i = 0; i < watches->len; i++)
    {
      const HsStoredWatch *watch = watches->pdata[i];

      g_string_append_printf (out, "%s %s %d\n", watch->title, watch->query, watch->notify);
    }
  return g_string_free (out, FALSE);
}

static void
assert_tree (LibraryTest *test,
             const char  *tree)
{
  g_autoptr (HsOutline) outline = hs_library_load_outline (test->library, NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  look_at (outline, 0, out);
  g_assert_cmpstr (out->str, ==, tree);
}

#define LANTERN "Lantern https://lantern.example/feed\n"
#define WIRE "Wire https://wire.example/feed\n"
#define GAZETTE "Gazette https://gazette.example/feed\n"
#define TREE "News/\n  " LANTERN "  Coast/\n    " WIRE GAZETTE

typedef gboolean (*Decide) (LibraryTest  *test,
                            GError      **error);

static gboolean
decide_add (LibraryTest *test, GError **error)
{
  return hs_library_add_feed (test->library, "http://new.example/feed", NULL, 2, error) > 0;
}

static gboolean
decide_edit (LibraryTest *test, GError **error)
{
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;

  edit.title = "The Lantern";
  edit.user = "ines";
  edit.folder = 0;
  edit.position = 1;
  edit.interval = 3600;
  edit.full_page = 1;
  edit.notify = 1;
  return hs_library_edit_feed (test->library, 1, &edit, error);
}

static gboolean
decide_address (LibraryTest *test, GError **error)
{
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;

  edit.url = "https://lantern.example/other";
  return hs_library_edit_feed (test->library, 1, &edit, error);
}

static gboolean
decide_move (LibraryTest *test, GError **error)
{
  return hs_library_move_feed (test->library, 1, "https://lantern.example/moved", error);
}

static gboolean
decide_remove (LibraryTest *test, GError **error)
{
  return hs_library_remove_feeds (test->library, (gint64[]){ 1, 3 }, 2, error);
}

static gboolean
decide_add_folder (LibraryTest *test, GError **error)
{
  return hs_library_add_folder (test->library, " Inland ", 2, error) > 0;
}

static gboolean
decide_edit_folder (LibraryTest *test, GError **error)
{
  return hs_library_edit_folder (test->library, 2, "The coast", 0, 0, error);
}

static gboolean
decide_remove_folder (LibraryTest *test, GError **error)
{
  return hs_library_remove_folder (test->library, 1, error);
}

static gboolean
decide_import (LibraryTest *test, GError **error)
{
  g_autoptr (HsOutline) root = hs_outline_new (NULL, NULL, NULL);
  HsOutline *news = hs_outline_new ("News", NULL, NULL);

  g_ptr_array_add (root->children, news);
  g_ptr_array_add (news->children, hs_outline_new ("Post", "https://post.example/feed", NULL));
  return hs_library_import_outline (test->library, root, NULL, NULL, error);
}

static gboolean
decide_add_watch (LibraryTest *test, GError **error)
{
  return hs_library_add_watch (test->library, "Sea", "harbour", TRUE, error) > 0;
}

static gboolean
decide_edit_watch (LibraryTest *test, GError **error)
{
  return hs_library_edit_watch (test->library, 1, "Councils", "councils", 1, error);
}

static gboolean
decide_remove_watch (LibraryTest *test, GError **error)
{
  return hs_library_remove_watch (test->library, 1, error);
}

static const struct
{
  const char *name;
  Decide decide;
  const char *label;
} decisions[] = {
  { "add", decide_add, "Subscribe to “http://new.example/feed”" },
  { "edit", decide_edit, "Change Feed “Lantern”" },
  { "address", decide_address, "Change Feed “Lantern”" },
  { "move", decide_move, "Change Address of “Lantern”" },
  { "remove", decide_remove, "Remove 2 Feeds" },
  { "add-folder", decide_add_folder, "Add Folder “Inland”" },
  { "edit-folder", decide_edit_folder, "Change Folder “The coast”" },
  { "remove-folder", decide_remove_folder, "Remove Folder “News”" },
  { "import", decide_import, "Import 1 Feed" },
  { "add-watch", decide_add_watch, "Add Watch “Sea”" },
  { "edit-watch", decide_edit_watch, "Change Watch “Councils”" },
  { "remove-watch", decide_remove_watch, "Remove Watch “Council”" },
};

static void
test_undo_and_redo (LibraryTest   *test,
                    gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *before = look (test);
  g_autofree char *decided = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decisions[i].decide (test, &error));
  g_assert_no_error (error);
  decided = look (test);
  g_assert_cmpstr (decided, !=, before);
  hs_library_get_labels (test->library, &undo, &redo, NULL, &error);
  g_assert_cmpstr (undo, ==, decisions[i].label);
  library_test_reopen (test);
  g_assert_true (hs_library_undo (test->library, &error));
  undone = look (test);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (hs_library_redo (test->library, &error));
  redone = look (test);
  g_assert_cmpstr (redone, ==, decided);
}

static void
test_tree_keeps_its_order (LibraryTest   *test,
                           gconstpointer  data)
{
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (GError) error = NULL;

  assert_tree (test, TREE);
  edit.folder = 1;
  edit.position = 0;
  g_assert_true (hs_library_edit_feed (test->library, 3, &edit, &error));
  assert_tree (test, "News/\n  " GAZETTE "  " LANTERN "  Coast/\n    " WIRE);
  edit.folder = -1;
  edit.position = 2;
  g_assert_true (hs_library_edit_feed (test->library, 3, &edit, &error));
  assert_tree (test, "News/\n  " LANTERN "  Coast/\n    " WIRE "  " GAZETTE);
  g_assert_true (hs_library_edit_folder (test->library, 2, NULL, 1, 0, &error));
  assert_tree (test, "News/\n  Coast/\n    " WIRE "  " LANTERN "  " GAZETTE);
}

static void
test_removed_folder_leaves_what_is_in_it (LibraryTest   *test,
                                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_remove_folder (test->library, 1, &error));
  assert_tree (test, LANTERN "Coast/\n  " WIRE GAZETTE);
  g_assert_true (hs_library_remove_folder (test->library, 2, &error));
  assert_tree (test, LANTERN WIRE GAZETTE);
  g_assert_false (hs_library_remove_folder (test->library, 2, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

static void
test_folder_never_goes_into_itself (LibraryTest   *test,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_library_edit_folder (test->library, 1, NULL, 2, -1, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (hs_library_edit_folder (test->library, 1, NULL, 1, -1, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  assert_tree (test, TREE);
}

static void
test_same_address_is_there_already (LibraryTest   *test,
                                    gconstpointer  data)
{
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (hs_library_find_feed (test->library, "http://LANTERN.example:80/feed#x", &error), ==, 1);
  g_assert_cmpint (hs_library_find_feed (test->library, "http://lantern.example/", &error), ==, 0);
  g_assert_cmpint (hs_library_add_feed (test->library, "http://lantern.example/feed", NULL, 0, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  edit.url = "https://wire.example/feed";
  g_assert_false (hs_library_edit_feed (test->library, 1, &edit, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (hs_library_move_feed (test->library, 1, edit.url, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_cmpint (hs_library_add_feed (test->library, "javascript:alert(1)", NULL, 0, &error), ==, -1);
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
}

static void
test_subscribing_again_gives_the_articles_back (LibraryTest   *test,
                                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStoredFeed) feed = NULL;

  g_assert_true (hs_library_remove_feeds (test->library, (gint64[]){ 1 }, 1, &error));
  g_assert_null (hs_library_load_feed (test->library, 1, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpint (hs_library_add_feed (test->library, "http://lantern.example/feed", "Lantern again", 0, &error), ==,
                   1);
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpuint (feed->n_articles, ==, 1);
  g_assert_cmpint (feed->state->next, ==, 0);
  g_assert_cmpstr (feed->title, ==, "Lantern again");
}

static HsFeedState *
make_state (LibraryTest *test)
{
  HsFeedState *state = hs_feed_state_new ("https://lantern.example/feed");
  g_autoptr (GError) error = NULL;

  state->etag = g_strdup ("\"a\"");
  state->validated_url = g_strdup ("https://lantern.example/moved");
  state->next = 9000;
  state->why = HS_WHY_MAX_AGE;
  state->moved_to = g_strdup ("https://lantern.example/moved");
  state->moved_times = 5;
  hs_library_keep_feed (test->library, 1, state, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return state;
}

static void
test_another_address_remembers_nothing (LibraryTest   *test,
                                        gconstpointer  data)
{
  g_autoptr (HsFeedState) state = make_state (test);
  g_autoptr (HsStoredFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide_address (test, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_null (feed->state->etag);
  g_assert_null (feed->state->moved_to);
  g_assert_cmpint (feed->state->next, ==, 0);
  hs_stored_feed_free (g_steal_pointer (&feed));
  /* what was asked of the old address says nothing of the new one */
  g_assert_true (hs_library_keep_feed (test->library, 1, state, NULL, NULL, NULL, NULL, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_null (feed->state->etag);
  g_assert_cmpstr (feed->state->url, ==, "https://lantern.example/other");
}

/* The answer that moved it came from there: nothing is to be asked again. */
static void
test_permanent_move_keeps_the_schedule (LibraryTest   *test,
                                        gconstpointer  data)
{
  g_autoptr (HsFeedState) state = make_state (test);
  g_autoptr (HsStoredFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide_move (test, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://lantern.example/moved");
  g_assert_cmpstr (feed->state->etag, ==, "\"a\"");
  g_assert_cmpint (feed->state->next, ==, 9000);
  g_assert_null (feed->state->moved_to);
  g_assert_cmpuint (feed->state->moved_times, ==, 0);
  g_assert_true (hs_library_undo (test->library, &error));
  hs_stored_feed_free (g_steal_pointer (&feed));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://lantern.example/feed");
  /* the validators are of the address they came from, wherever that is */
  g_assert_cmpstr (feed->state->etag, ==, "\"a\"");
  g_assert_cmpstr (feed->state->validated_url, ==, "https://lantern.example/moved");
  g_assert_cmpint (feed->state->next, ==, 9000);
  g_assert_cmpint (feed->state->why, ==, HS_WHY_MAX_AGE);
}

/* It was asked at its new address in between. */
static void
test_undone_move_keeps_the_schedule_of_since (LibraryTest   *test,
                                              gconstpointer  data)
{
  g_autoptr (HsFeedState) before = make_state (test);
  g_autoptr (HsFeedState) since = hs_feed_state_new ("https://lantern.example/moved");
  g_autoptr (HsStoredFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (decide_move (test, &error));
  since->etag = g_strdup ("\"b\"");
  since->next = 12000;
  since->why = HS_WHY_RETRY_AFTER;
  since->retry_after = 12000;
  g_assert_true (hs_library_keep_feed (test->library, 1, since, NULL, NULL, NULL, NULL, &error));
  g_assert_true (hs_library_undo (test->library, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://lantern.example/feed");
  g_assert_cmpstr (feed->state->etag, ==, "\"b\"");
  g_assert_cmpstr (feed->state->validated_url, ==, "https://lantern.example/moved");
  g_assert_cmpint (feed->state->next, ==, 12000);
  g_assert_cmpint (feed->state->why, ==, HS_WHY_RETRY_AFTER);
  g_assert_cmpint (feed->state->retry_after, ==, 12000);
  g_clear_pointer (&feed, hs_stored_feed_free);
  g_assert_true (hs_library_redo (test->library, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://lantern.example/moved");
  g_assert_cmpint (feed->state->next, ==, 12000);
}

static void
test_password_in_an_address_is_not_kept (LibraryTest   *test,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (HsStoredFeed) feed = NULL;
  gint64 id = hs_library_add_feed (test->library, "https://reader:key@quay.example/feed", NULL, 0, &error);

  g_assert_no_error (error);
  feed = hs_library_load_feed (test->library, id, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://quay.example/feed");
  g_assert_cmpstr (feed->user, ==, "reader");
  g_clear_pointer (&feed, hs_stored_feed_free);
  edit.url = "https://other:key@quay.example/news";
  g_assert_true (hs_library_edit_feed (test->library, id, &edit, &error));
  feed = hs_library_load_feed (test->library, id, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://quay.example/news");
  g_assert_cmpstr (feed->user, ==, "other");
  g_clear_pointer (&feed, hs_stored_feed_free);
  g_assert_true (hs_library_move_feed (test->library, id, "https://x:key@quay.example/moved", &error));
  feed = hs_library_load_feed (test->library, id, &error);
  g_assert_cmpstr (feed->state->url, ==, "https://quay.example/moved");
  /* the name that the analyst set is not taken back by an address without one */
  g_assert_cmpstr (feed->user, ==, "other");
}

static void
test_interval_moves_the_next_time (LibraryTest   *test,
                                   gconstpointer  data)
{
  g_autoptr (HsFeedState) state = hs_feed_state_new ("https://lantern.example/feed");
  HsFeedEdit edit = HS_FEED_EDIT_NOTHING;
  g_autoptr (HsStoredFeed) feed = NULL;
  g_autoptr (GError) error = NULL;

  state->last_try = 1000;
  state->next = 90000;
  state->why = HS_WHY_INTERVAL;
  hs_library_keep_feed (test->library, 1, state, NULL, NULL, NULL, NULL, &error);
  edit.interval = 600;
  g_assert_true (hs_library_edit_feed (test->library, 1, &edit, &error));
  feed = hs_library_load_feed (test->library, 1, &error);
  g_assert_cmpint (feed->state->next, ==, 1600);
  g_assert_cmpuint (feed->state->interval, ==, 600);
}

/* --- outlines ---------------------------------------------------------------- */

static void
test_import_merges_folders (LibraryTest   *test,
                            gconstpointer  data)
{
  g_autoptr (HsOutline) root = hs_outline_new (NULL, NULL, NULL);
  HsOutline *news = hs_outline_new ("News", NULL, NULL);
  HsOutline *coast = hs_outline_new ("Coast", NULL, NULL);
  HsOutline *other = hs_outline_new ("Coast", NULL, NULL);
  HsOutline *nameless = hs_outline_new (" ", NULL, NULL);
  g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint added;

  g_ptr_array_add (root->children, news);
  g_ptr_array_add (news->children, coast);
  g_ptr_array_add (coast->children, hs_outline_new ("Wire, once more", "http://wire.example/feed", NULL));
  g_ptr_array_add (coast->children, hs_outline_new ("Post", "https://post.example/feed", "https://post.example/"));
  g_ptr_array_add (coast->children, hs_outline_new ("Bad", "gopher://bad.example/", NULL));
  g_ptr_array_add (root->children, other);
  g_ptr_array_add (other->children, hs_outline_new (NULL, "bay.example/feed", NULL));
  g_ptr_array_add (root->children, nameless);
  g_ptr_array_add (nameless->children, hs_outline_new ("Hill", "https://hill.example/feed", NULL));
  g_ptr_array_add (nameless->children, hs_outline_new ("Hill", "https://hill.example/feed", NULL));
  g_assert_true (hs_library_import_outline (test->library, root, skipped, &added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, 3);
  g_assert_cmpuint (skipped->len, ==, 3);
  assert_tree (test, "News/\n  " LANTERN "  Coast/\n    " WIRE "    Post https://post.example/feed\n" GAZETTE
                     "Coast/\n  https://bay.example/feed https://bay.example/feed\nHill https://hill.example/feed\n");
  g_assert_true (hs_library_undo (test->library, &error));
  assert_tree (test, TREE);
}

static void
test_export_remove_import_is_the_same_tree (LibraryTest   *test,
                                            gconstpointer  data)
{
  g_autoptr (HsOutline) outline = hs_library_load_outline (test->library, NULL);
  g_autoptr (GError) error = NULL;
  guint added;

  g_assert_true (hs_library_remove_feeds (test->library, (gint64[]){ 1, 2, 3 }, 3, &error));
  g_assert_true (hs_library_remove_folder (test->library, 1, &error));
  g_assert_true (hs_library_remove_folder (test->library, 2, &error));
  assert_tree (test, "");
  g_assert_true (hs_library_import_outline (test->library, outline, NULL, &added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, 3);
  assert_tree (test, TREE);
}

static void
test_endless_outline_ends (LibraryTest   *test,
                           gconstpointer  data)
{
  g_autoptr (HsOutline) root = hs_outline_new (NULL, NULL, NULL);
  HsOutline *at = root;
  g_autoptr (GError) error = NULL;
  guint added;

  for (guint i = 0; i < 500; i++)
    {
      HsOutline *inner = hs_outline_new ("Deeper", NULL, NULL);

      g_ptr_array_add (at->children, inner);
      at = inner;
    }
  g_ptr_array_add (at->children, hs_outline_new ("Deep", "https://deep.example/feed", NULL));
  g_assert_true (hs_library_import_outline (test->library, root, NULL, &added, &error));
  g_assert_cmpuint (added, ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM folders WHERE title = 'Deeper'"), ==, 32);
}

#define ADD(path, func) g_test_add ("/subscriptions/" path, LibraryTest, NULL, set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *path = g_strconcat ("/subscriptions/undo/", decisions[i].name, NULL);

      g_test_add (path, LibraryTest, GUINT_TO_POINTER (i), set_up, test_undo_and_redo, library_test_tear_down);
    }
  ADD ("tree-keeps-its-order", test_tree_keeps_its_order);
  ADD ("removed-folder-leaves-what-is-in-it", test_removed_folder_leaves_what_is_in_it);
  ADD ("folder-never-goes-into-itself", test_folder_never_goes_into_itself);
  ADD ("same-address-is-there-already", test_same_address_is_there_already);
  ADD ("subscribing-again-gives-the-articles-back", test_subscribing_again_gives_the_articles_back);
  ADD ("another-address-remembers-nothing", test_another_address_remembers_nothing);
  ADD ("permanent-move-keeps-the-schedule", test_permanent_move_keeps_the_schedule);
  ADD ("password-in-an-address-is-not-kept", test_password_in_an_address_is_not_kept);
  ADD ("undone-move-keeps-the-schedule-of-since", test_undone_move_keeps_the_schedule_of_since);
  ADD ("interval-moves-the-next-time", test_interval_moves_the_next_time);
  ADD ("import-merges-folders", test_import_merges_folders);
  ADD ("export-remove-import-is-the-same-tree", test_export_remove_import_is_the_same_tree);
  ADD ("endless-outline-ends", test_endless_outline_ends);
  return g_test_run ();
}
