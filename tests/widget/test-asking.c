/* test-asking.c: what is asked before something is decided, and how dialogs open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-cleanup-dialog.h"
#include "hs-details-dialog.h"
#include "hs-entity-chooser.h"
#include "hs-entity-merge.h"
#include "hs-entity-rename.h"
#include "hs-watch-dialog.h"
#include "widget-test.h"

/* --- against what was decided ------------------------------------------------------- */

/* Two people. */
static void
find_two (WorkspaceTest  *self,
          HsEntityPage   *pages[2])
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Tarvonia weighs");
  guint n = 0;

  for (guint i = 0; i < reading->entities->len && n < 2; i++)
    {
      const HsReadingEntity *entity = g_ptr_array_index (reading->entities, i);
      HsEntityPage *page = widget_test_read_entity (self, entity->entity);

      if (page->kind == HS_MENTION_PERSON)
        pages[n++] = page;
      else
        hs_entity_page_unref (page);
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  g_object_set_data (G_OBJECT (widget), "merged", GINT_TO_POINTER (TRUE));
}

/* The question that is open over @window. */
static AdwMessageDialog *
wait_for_question (GtkWidget *window)
{
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GList) all = gtk_window_list_toplevels ();

      for (GList *one = all; one != NULL; one = one->next)
        if (ADW_IS_MESSAGE_DIALOG (one->data) && gtk_window_get_transient_for (one->data) == GTK_WINDOW (window)
            && gtk_widget_get_mapped (one->data))
          return one->data;
      widget_test_run (50);
    }
  g_error ("nothing is asked");
}

static void
answer (AdwMessageDialog *question,
        const char       *response)
{
  adw_message_dialog_response (question, response);
  gtk_window_destroy (GTK_WINDOW (question));
}

static gboolean
wait_until_merged (GtkWidget *widget)
{
  for (guint i = 0; i < 60 && g_object_get_data (G_OBJECT (widget), "merged") == NULL; i++)
    widget_test_run (50);
  return g_object_get_data (G_OBJECT (widget), "merged") != NULL;
}

/* Who were never to be one are not made one without a word. */
static void
test_merging_what_is_kept_apart_is_asked (WorkspaceTest *self,
                                          gconstpointer  data)
{
  HsEntityPage *pages[2];
  GtkWidget *widget = gtk_label_new ("Entities"), *window = widget_test_show (widget);
  AdwMessageDialog *question;
  g_autofree char *expected = NULL;
  gint64 ids[2], kept;

  find_two (self, pages);
  ids[0] = pages[0]->id;
  ids[1] = pages[1]->id;
  hs_workspace_keep_apart (self->workspace, ids[0], ids[1], "two offices", workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  kept = hs_workspace_get_last_decision (self->workspace);
  hs_entity_merge (widget, self->workspace, ids, 2, NULL, TRUE, merged_cb);
  question = wait_for_question (window);
  expected = g_strdup_printf ("“%s” and “%s” are never one", pages[0]->name, pages[1]->name);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), expected));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), "Reason: two offices"));
  answer (question, "cancel");
  g_assert_cmpint (hs_workspace_get_last_decision (self->workspace), ==, kept);
  hs_entity_merge (widget, self->workspace, ids, 2, NULL, TRUE, merged_cb);
  answer (wait_for_question (window), "merge");
  g_assert_true (wait_until_merged (widget));
  g_assert_cmpint (hs_workspace_get_last_decision (self->workspace), >, kept);
  hs_entity_page_unref (pages[0]);
  hs_entity_page_unref (pages[1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_choice_says_who_is_kept_apart (WorkspaceTest *self,
                                    gconstpointer  data)
{
  HsEntityPage *pages[2];
  GtkWindow *chooser;
  GtkWidget *entry;

  find_two (self, pages);
  hs_workspace_keep_apart (self->workspace, pages[0]->id, pages[1]->id, NULL, workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  chooser = hs_entity_chooser_new (self->workspace, "Merge With", "Merge", pages[0]->id, FALSE, 0, NULL);
  entry = widget_test_find (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_window_present (chooser);
  gtk_editable_set_text (GTK_EDITABLE (entry), pages[1]->name);
  widget_test_wait_for (GTK_WIDGET (chooser), "never one, you decided");
  gtk_window_destroy (chooser);
  hs_entity_page_unref (pages[0]);
  hs_entity_page_unref (pages[1]);
}

/* Two of a kind that are called alike may be one; who asks may also rename. */
static void
test_name_of_another_is_asked_about (WorkspaceTest *self,
                                     gconstpointer  data)
{
  HsEntityPage *pages[2];
  GtkWidget *widget = gtk_label_new ("Entities"), *window = widget_test_show (widget);
  g_autoptr (HsEntityPage) after = NULL;
  AdwMessageDialog *question;

  find_two (self, pages);
  hs_entity_rename (widget, self->workspace, pages[0]->id, pages[1]->name, merged_cb);
  question = wait_for_question (window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), pages[1]->name));
  answer (question, "cancel");
  g_assert_cmpint (hs_workspace_get_last_decision (self->workspace), ==, 0);
  hs_entity_rename (widget, self->workspace, pages[0]->id, pages[1]->name, merged_cb);
  answer (wait_for_question (window), "rename");
  g_assert_true (wait_until_merged (widget));
  g_assert_true (g_str_has_prefix (hs_workspace_get_undo_label (self->workspace), "Rename to"));
  hs_workspace_undo (self->workspace, workspace_test_edit_done, NULL);
  workspace_test_edited (self);
  g_object_set_data (G_OBJECT (widget), "merged", NULL);
  hs_entity_rename (widget, self->workspace, pages[0]->id, pages[1]->name, merged_cb);
  answer (wait_for_question (window), "merge");
  g_assert_true (wait_until_merged (widget));
  after = widget_test_read_entity (self, pages[0]->id);
  g_assert_cmpstr (after->name, ==, pages[1]->name);
  g_assert_cmpint (after->id, ==, pages[1]->id);
  hs_entity_page_unref (pages[0]);
  hs_entity_page_unref (pages[1]);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* --- dialogs ----------------------------------------------------------------------- */

/* A number tells nobody who is watched. */
static void
test_watch_names_its_entity (WorkspaceTest *self,
                             gconstpointer  data)
{
  HsEntityPage *pages[2];
  g_autofree char *query = NULL;
  GtkWindow *dialog;

  find_two (self, pages);
  query = g_strdup_printf ("entity:#%" G_GINT64_FORMAT, pages[0]->id);
  dialog = hs_watch_dialog_new (self->workspace, query, NULL);
  gtk_window_present (dialog);
  widget_test_wait_for (GTK_WIDGET (dialog), pages[0]->name);
  gtk_window_destroy (dialog);
  hs_entity_page_unref (pages[0]);
  hs_entity_page_unref (pages[1]);
}

static void
test_details_begin_with_the_title (WorkspaceTest *self,
                                   gconstpointer  data)
{
  g_autoptr (HsReading) reading = widget_test_read (self, "Tarvonia weighs");
  GtkWindow *dialog = hs_details_dialog_new (self->workspace, reading);
  GtkWidget *row;

  gtk_window_present (dialog);
  widget_test_run (200);
  row = gtk_widget_get_ancestor (gtk_window_get_focus (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, reading->document->title);
  gtk_window_destroy (dialog);
}

static void
test_nothing_to_delete_has_no_frame (WorkspaceTest *self,
                                     gconstpointer  data)
{
  GtkWindow *dialog = hs_cleanup_dialog_new (self->workspace);

  gtk_window_present (dialog);
  widget_test_wait_for (GTK_WIDGET (dialog), "There is nothing to delete.");
  g_assert_null (widget_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL));
  gtk_window_destroy (dialog);
}

int
main (int    argc,
      char **argv)
{
  widget_test_init (&argc, &argv);
#define ADD(path, func) g_test_add ("/asking/" path, WorkspaceTest, NULL, widget_test_set_up, func, \
                                    workspace_test_tear_down)
  ADD ("merging-what-is-kept-apart-is-asked", test_merging_what_is_kept_apart_is_asked);
  ADD ("choice-says-who-is-kept-apart", test_choice_says_who_is_kept_apart);
  ADD ("name-of-another-is-asked-about", test_name_of_another_is_asked_about);
  ADD ("watch-names-its-entity", test_watch_names_its_entity);
  ADD ("details-begin-with-the-title", test_details_begin_with_the_title);
  ADD ("nothing-to-delete-has-no-frame", test_nothing_to_delete_has_no_frame);
#undef ADD
  return g_test_run ();
}
