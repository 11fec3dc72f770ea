/* test-list.c: rows, and a selection that outlives them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-article-row.h"
#include "hs-background.h"
#include "hs-browser.h"
#include "hs-format.h"
#include "hs-list-pane.h"
#include "hs-preferences-window.h"
#include "hs-template.h"
#include "library-test.h"
#include "widget-test.h"

static void
test_row_has_dot_star_and_one_height (WorkspaceTest *self,
                                      gconstpointer  data)
{
  g_autoptr (HsList) list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  GtkWidget *pane = hs_list_pane_new (HS_TYPE_ARTICLE_ROW, "Articles");
  GtkWidget *window, *row, *star;
  int height = 0;

  hs_list_pane_set_list (HS_LIST_PANE (pane), list);
  window = widget_test_show (pane);
  workspace_test_wait_list (list);
  widget_test_run (600);
  row = widget_test_find (pane, HS_TYPE_ARTICLE_ROW, NULL);
  g_assert_nonnull (row);
  star = widget_test_find (row, GTK_TYPE_BUTTON, NULL);
  gtk_test_accessible_assert_property (star, GTK_ACCESSIBLE_PROPERTY_LABEL, "Star");
  for (GtkWidget *item = gtk_widget_get_parent (row); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      if (height == 0)
        height = gtk_widget_get_height (item);
      g_assert_cmpint (gtk_widget_get_height (item), ==, height);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_selection_outlives_the_rows (WorkspaceTest *self,
                                  gconstpointer  data)
{
  g_autoptr (HsList) list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  g_autoptr (HsIdSelection) selection = hs_id_selection_new ();
  g_autoptr (GtkBitset) bits = NULL;
  gint64 id;
  guint position = 0;

  hs_id_selection_set_list (selection, list);
  workspace_test_wait_list (list);
  id = hs_list_get_id (list, 2);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 2, TRUE);
  g_assert_cmpint (hs_id_selection_get_single (selection), ==, id);
  hs_list_set_query (list, "Tarvonia");
  workspace_test_wait_list (list);
  g_assert_cmpint (hs_id_selection_get_single (selection), ==, id);
  hs_list_set_query (list, "");
  workspace_test_wait_list (list);
  g_assert_true (hs_list_find (list, id, &position));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), position));
  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (gtk_bitset_get_size (bits), ==, 1);
}

static void
test_several_are_not_replaced_by_moving (WorkspaceTest *self,
                                         gconstpointer  data)
{
  g_autoptr (HsList) list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  g_autoptr (HsIdSelection) selection = hs_id_selection_new ();

  hs_id_selection_set_list (selection, list);
  workspace_test_wait_list (list);
  hs_id_selection_set_several (selection, TRUE);
  hs_id_selection_toggle (selection, hs_list_get_id (list, 0));
  hs_id_selection_toggle (selection, hs_list_get_id (list, 1));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (selection), 3, TRUE);
  g_assert_cmpuint (hs_id_selection_get_n (selection), ==, 2);
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (hs_id_selection_get_n (selection), ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
}

/* What a list no longer shows is not worked on with the rest. */
static void
test_several_are_those_that_are_listed (WorkspaceTest *self,
                                        gconstpointer  data)
{
  HsBrowser *browser = g_object_ref_sink (g_object_new (HS_TYPE_BROWSER, NULL));
  guint n_all, n_found;

  hs_browser_set_section (browser, HS_SECTION_ENTITIES);
  hs_browser_set_workspace (browser, self->workspace);
  widget_test_run (300);
  hs_browser_select_all (browser);
  n_all = hs_browser_get_n_selected (browser);
  g_assert_cmpuint (n_all, >, 2);
  hs_browser_set_filter (browser, "", "Tarvonia");
  for (guint i = 0; i < 100 && hs_browser_get_n_selected (browser) == n_all; i++)
    widget_test_run (20);
  n_found = hs_browser_get_n_selected (browser);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, n_all);
  hs_browser_set_filter (browser, "", "");
  widget_test_run (300);
  g_assert_cmpuint (hs_browser_get_n_selected (browser), ==, n_found);
  hs_browser_set_section (browser, HS_SECTION_SOURCES);
  hs_browser_set_section (browser, HS_SECTION_ENTITIES);
  g_assert_cmpuint (hs_browser_get_n_selected (browser), ==, 0);
  hs_browser_set_workspace (browser, NULL);
  g_object_unref (browser);
}

/* What became a name of another is counted no longer. */
static void
test_several_are_fewer_when_they_are_one (WorkspaceTest *self,
                                          gconstpointer  data)
{
  HsBrowser *browser = g_object_ref_sink (g_object_new (HS_TYPE_BROWSER, NULL));
  g_autoptr (GArray) ids = NULL;
  guint n_all;

  hs_browser_set_section (browser, HS_SECTION_ENTITIES);
  hs_browser_set_workspace (browser, self->workspace);
  widget_test_run (300);
  hs_browser_select_all (browser);
  ids = hs_browser_get_selected (browser);
  n_all = hs_browser_get_n_selected (browser);
  g_assert_cmpuint (ids->len, ==, n_all);
  hs_workspace_merge_entities (self->workspace, (const gint64 *) ids->data, 2, NULL, workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  for (guint i = 0; i < 100 && hs_browser_get_n_selected (browser) == n_all; i++)
    widget_test_run (20);
  g_assert_cmpuint (hs_browser_get_n_selected (browser), ==, n_all - 1);
  hs_browser_set_workspace (browser, NULL);
  g_object_unref (browser);
}

static void
test_empty_list_says_what_to_do (WorkspaceTest *self,
                                 gconstpointer  data)
{
  g_autoptr (HsList) list = hs_list_new (self->workspace, HS_LIST_ARTICLES);
  GtkWidget *pane = hs_list_pane_new (HS_TYPE_ARTICLE_ROW, "Articles");
  GtkWidget *window;

  hs_list_pane_set_empty (HS_LIST_PANE (pane), "edit-find-symbolic", "Nothing Found", "Try fewer words.");
  hs_list_set_query (list, "zzyzxqq ");
  hs_list_pane_set_list (HS_LIST_PANE (pane), list);
  window = widget_test_show (pane);
  workspace_test_wait_list (list);
  widget_test_run (300);
  g_assert_true (gtk_widget_get_mapped (widget_test_find (pane, ADW_TYPE_STATUS_PAGE, NULL)));
  hs_list_set_query (list, "grade:Z9 ");
  workspace_test_wait_list (list);
  widget_test_run (300);
  g_assert_nonnull (strstr (hs_list_get_error (list), "Z9"));
  g_assert_nonnull (widget_test_find (pane, GTK_TYPE_LABEL, "“Z9”"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_dates_keep_their_precision (void)
{
  const char * const given[] = { "2020", "2020-01", "2020-01-13", "2020-01-13T10:00:00Z" };
  const char * const shown[] = { "2020", "Jan 2020", "13 Jan 2020", "13 Jan 2020" };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *text = hs_format_published (given[i]);

      g_assert_cmpstr (text, ==, shown[i]);
      g_assert_true (hs_format_is_date (given[i]));
    }
  g_assert_false (hs_format_is_date ("13.1.2020"));
  g_assert_false (hs_format_is_date ("2020-13"));
  g_assert_null (hs_format_published (NULL));
}

#define ADD(path, func) \
  g_test_add (path, WorkspaceTest, NULL, widget_test_set_up, func, workspace_test_tear_down)

/* The session starts what stands in this folder; nothing else does. */
static void
test_background (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "autostart",
                                            "io.github.hearsay.Hearsay.Service.desktop", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_background_get ());
  g_assert_true (hs_background_set (TRUE, &error));
  g_assert_true (hs_background_get ());
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error));
  command = g_key_file_get_string (file, "Desktop Entry", "Exec", &error);
  g_assert_cmpstr (command, ==, "hearsay-service");
  g_assert_true (hs_background_set (FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (hs_background_get ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* --- choices ------------------------------------------------------------------ */

static gboolean
is_whole (GtkWidget  *top,
          const char *text)
{
  GtkWidget *label = widget_test_find (top, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static void
test_choice_is_as_long_as_there_is_room (void)
{
  static const char *const names[] = { "The Harbour Chronicle · Tarvonia weighs buying", NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);
  GtkWidget *window;
  int least = 0;

  hs_template_fit_choice (GTK_DROP_DOWN (choice));
  gtk_widget_set_valign (choice, GTK_ALIGN_START);
  gtk_widget_set_size_request (choice, 500, -1);
  window = widget_test_show (choice);
  g_assert_true (is_whole (choice, "The Harbour Chronicle"));
  gtk_widget_set_size_request (choice, -1, -1);
  gtk_widget_measure (choice, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 150);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_choices_above_the_entities_are_whole (WorkspaceTest *self,
                                           gconstpointer  data)
{
  HsBrowser *browser = g_object_new (HS_TYPE_BROWSER, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "child", browser, "maximum-size", 320, "tightening-threshold", 320,
                                   NULL);
  GtkWidget *window;

  hs_browser_set_section (browser, HS_SECTION_ENTITIES);
  window = widget_test_show (clamp);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (browser)), ==, 320);
  g_assert_true (is_whole (GTK_WIDGET (browser), "Every kind"));
  g_assert_true (is_whole (GTK_WIDGET (browser), "Most mentioned"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_preferences_say_how_often_feeds_are_asked (WorkspaceTest *self,
                                                gconstpointer  data)
{
  GtkWindow *window = hs_preferences_window_new (self->workspace);

  gtk_window_set_default_size (window, 360, 640);
  gtk_window_present (window);
  widget_test_run (600);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (is_whole (GTK_WIDGET (window), "Every "));
  gtk_window_destroy (window);
}

/* --- titles -------------------------------------------------------------------- */

static void
test_title_is_one_plain_line (void)
{
  g_autofree char *plain = hs_format_title ("Envoy:\n  no <deal> & \xe2\x80\xae" "gpj\xe2\x80\xac yet\x07\xe2\x81\xa9");
  g_autofree char *long_text = g_strnfill (500, 'x');
  g_autofree char *cut = hs_format_title (long_text);

  g_assert_cmpstr (plain, ==, "Envoy: no <deal> & gpj yet");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 121);
  g_assert_true (g_str_has_suffix (cut, "x…"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("hearsay-config-XXXXXX", NULL);
  int status;

  /* the user's own session is not to be told */
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  widget_test_init (&argc, &argv);
  ADD ("/list/row-has-dot-star-and-one-height", test_row_has_dot_star_and_one_height);
  ADD ("/list/selection-outlives-the-rows", test_selection_outlives_the_rows);
  ADD ("/list/several-are-not-replaced-by-moving", test_several_are_not_replaced_by_moving);
  ADD ("/list/several-are-those-that-are-listed", test_several_are_those_that_are_listed);
  ADD ("/list/several-are-fewer-when-they-are-one", test_several_are_fewer_when_they_are_one);
  ADD ("/list/empty-list-says-what-to-do", test_empty_list_says_what_to_do);
  g_test_add_func ("/list/dates-keep-their-precision", test_dates_keep_their_precision);
  g_test_add_func ("/background/the-session-starts-the-service-where-the-user-wants-it", test_background);
  ADD ("/list/choices-above-the-entities-are-whole", test_choices_above_the_entities_are_whole);
  ADD ("/preferences/how-often-feeds-are-asked-is-said-whole", test_preferences_say_how_often_feeds_are_asked);
  g_test_add_func ("/choice/is-as-long-as-there-is-room", test_choice_is_as_long_as_there_is_room);
  g_test_add_func ("/format/title-is-one-plain-line", test_title_is_one_plain_line);
  status = g_test_run ();
  library_test_remove (config);
  return status;
}
