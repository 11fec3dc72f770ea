/* hs-add-feed-dialog.c: subscribing by an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-add-feed-dialog.h"

#include <glib/gi18n.h>

#include "hs-discover.h"
#include "hs-folder-choice.h"
#include "hs-format.h"
#include "hs-workspace-feeds.h"

struct _HsAddFeedDialog
{
  HsDialog parent_instance;

  GtkEditable *address_row;         /* (template) */
  AdwComboRow *folder_row;          /* (template) */
  GtkStack *stack;                  /* (template) */
  GtkSpinner *spinner;              /* (template) */
  AdwPreferencesGroup *found_group; /* (template) */

  HsWorkspace *workspace;    /* (owned) */
  HsFeedTree *tree;          /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of looking */
  GPtrArray *found;          /* (owned) (nullable) (element-type HsFoundFeed) */
  GPtrArray *rows;           /* (owned) (element-type GtkWidget): of @found */
  GPtrArray *checks;         /* (owned) (element-type GtkCheckButton): of @found */
  GArray *added;             /* (owned) (element-type gint64) */
  guint n_adding;
};

G_DEFINE_FINAL_TYPE (HsAddFeedDialog, hs_add_feed_dialog, HS_TYPE_DIALOG)

/* --- what was found ---------------------------------------------------------------- */

static void
hs_add_feed_dialog_forget (HsAddFeedDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->found_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
hs_add_feed_dialog_update (HsAddFeedDialog *self)
{
  gboolean chosen = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    chosen = chosen || gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  g_object_set (self, "action-label", self->found != NULL ? _("Add") : _("Find"), "ready",
                self->found != NULL ? chosen : *gtk_editable_get_text (self->address_row) != '\0', NULL);
}

static char *
describe (const HsFoundFeed *feed)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u entry", "%u entries", feed->n_entries), feed->n_entries);
  g_autofree char *newest = NULL;

  if (feed->known)
    return g_strdup_printf (_("%s\nIn the library already"), feed->url);
  if (feed->newest != NULL)
    newest = feed->newest_time != NULL ? g_strdup_printf (_("newest: %s (%.10s)"), feed->newest, feed->newest_time)
                                       : g_strdup_printf (_("newest: %s"), feed->newest);
  return g_strdup_printf ("%s\n%s%s%s", feed->url, count, newest != NULL ? " · " : "", newest != NULL ? newest : "");
}

static void
add_preview (AdwExpanderRow    *row,
             const HsFoundFeed *feed)
{
  for (guint i = 0; feed->preview != NULL && i < feed->preview->len; i++)
    {
      GtkWidget *line = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), g_ptr_array_index (feed->preview, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (line), 2);
      adw_expander_row_add_row (row, line);
    }
}

static void
hs_add_feed_dialog_add_row (HsAddFeedDialog   *self,
                            const HsFoundFeed *feed,
                            gboolean           chosen)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *title = feed->title != NULL ? feed->title : feed->url;
  g_autofree char *words = describe (feed);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen && !feed->known);
  gtk_widget_set_sensitive (check, !feed->known);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), check);
  add_preview (ADW_EXPANDER_ROW (row), feed);
  g_signal_connect_object (check, "toggled", G_CALLBACK (hs_add_feed_dialog_update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->found_group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->checks, check);
}

static void
discovered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (HsAddFeedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_discover_finish (HS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (found == NULL || found->len == 0)
    {
      hs_dialog_fail (HS_DIALOG (self), error != NULL ? error->message : _("There is no feed."));
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  hs_dialog_clear (HS_DIALOG (self));
  self->found = g_steal_pointer (&found);
  for (guint i = 0; i < self->found->len; i++)
    hs_add_feed_dialog_add_row (self, g_ptr_array_index (self->found, i), i == 0);
  gtk_stack_set_visible_child_name (self->stack, "found");
  hs_add_feed_dialog_update (self);
}

static void
address_changed_cb (HsAddFeedDialog *self)
{
  if (self->rows == NULL)
    return;
  hs_add_feed_dialog_forget (self);
  hs_dialog_clear (HS_DIALOG (self));
  hs_add_feed_dialog_update (self);
}

/* --- adding --------------------------------------------------------------------------- */

/* What was added is asked for at once. */
static void
hs_add_feed_dialog_finish (HsAddFeedDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && self->added->len > 0)
    {
      GVariant *ids = g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->added->data, self->added->len,
                                                 sizeof (gint64));

      gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.refresh-feeds", ids);
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (HsAddFeedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 id = hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error);

  self->n_adding--;
  if (id > 0)
    g_array_append_val (self->added, id);
  else if (error != NULL)
    hs_dialog_fail (HS_DIALOG (self), error->message);
  if (self->n_adding == 0 && self->added->len > 0)
    hs_add_feed_dialog_finish (self);
}

static void
hs_add_feed_dialog_add (HsAddFeedDialog *self,
                        const char      *url)
{
  self->n_adding++;
  hs_workspace_add_feed (self->workspace, url, NULL, hs_folder_choice_get (self->folder_row), added_cb,
                         g_object_ref (self));
}

static void
add_anyway_cb (HsAddFeedDialog *self)
{
  if (self->n_adding == 0)
    hs_add_feed_dialog_add (self, gtk_editable_get_text (self->address_row));
}

static void
hs_add_feed_dialog_apply (HsDialog *dialog)
{
  HsAddFeedDialog *self = HS_ADD_FEED_DIALOG (dialog);

  if (self->found != NULL)
    {
      for (guint i = 0; i < self->found->len; i++)
        if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
          hs_add_feed_dialog_add (self, ((HsFoundFeed *) g_ptr_array_index (self->found, i))->url);
      return;
    }
  hs_add_feed_dialog_forget (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "looking");
  gtk_spinner_start (self->spinner);
  hs_discover_async (self->workspace, gtk_editable_get_text (self->address_row), self->cancellable, discovered_cb,
                     g_object_ref (self));
}

/* --- life ------------------------------------------------------------------------------- */

static void
hs_add_feed_dialog_dispose (GObject *object)
{
  HsAddFeedDialog *self = HS_ADD_FEED_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_ADD_FEED_DIALOG);
  g_clear_object (&self->tree);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_add_feed_dialog_parent_class)->dispose (object);
}

static void
hs_add_feed_dialog_finalize (GObject *object)
{
  HsAddFeedDialog *self = HS_ADD_FEED_DIALOG (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);
  g_array_unref (self->added);

  G_OBJECT_CLASS (hs_add_feed_dialog_parent_class)->finalize (object);
}

static void
hs_add_feed_dialog_class_init (HsAddFeedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_add_feed_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hs_add_feed_dialog_finalize;
  HS_DIALOG_CLASS (klass)->apply = hs_add_feed_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-add-feed-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsAddFeedDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, HsAddFeedDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HsAddFeedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HsAddFeedDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, HsAddFeedDialog, found_group);
  gtk_widget_class_bind_template_callback (widget_class, address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_anyway_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
}

static void
hs_add_feed_dialog_init (HsAddFeedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->added = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * hs_add_feed_dialog_new:
 * @workspace: a workspace
 * @address: (nullable): what is known of it already; it is looked for at once
 *
 * Returns: (transfer floating): the dialog that subscribes to a feed
 */
GtkWindow *
hs_add_feed_dialog_new (HsWorkspace *workspace,
                        const char  *address)
{
  HsAddFeedDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_ADD_FEED_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  self->tree = hs_feed_tree_new (workspace);
  hs_folder_choice_fill (self->folder_row, self->tree);
  gtk_editable_set_text (self->address_row, address != NULL ? address : "");
  hs_add_feed_dialog_update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
  if (address != NULL && *address != '\0')
    hs_dialog_apply (HS_DIALOG (self));
  return GTK_WINDOW (self);
}
