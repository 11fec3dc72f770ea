/* hs-cleanup-dialog.c: articles that were read long ago, listed and then removed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-cleanup-dialog.h"

#include <glib/gi18n.h>

#include "hs-workspace-feeds.h"

struct _HsCleanupDialog
{
  HsDialog parent_instance;

  GtkSpinButton *days_spin; /* (template) */
  GtkLabel *summary;        /* (template) */
  GtkWidget *list;          /* (template): scrolls the lines */
  GtkTextView *lines;       /* (template) */

  HsWorkspace *workspace;    /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable): of reading */
  HsExpired *expired;        /* (owned) (nullable): what is listed */
};

G_DEFINE_FINAL_TYPE (HsCleanupDialog, hs_cleanup_dialog, HS_TYPE_DIALOG)

static void
hs_cleanup_dialog_list (HsCleanupDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = self->expired->articles->len;
  g_autofree char *summary = g_strdup_printf (ngettext ("%u article would be deleted", "%u articles would be deleted",
                                                        n), n);

  for (guint i = 0; i < self->expired->lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (self->expired->lines, i));
  if (n > self->expired->lines->len)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - self->expired->lines->len),
                              n - self->expired->lines->len);
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->lines), text->str, (int) text->len);
  /* an empty frame would say that something is missing */
  gtk_widget_set_visible (self->list, n > 0);
  gtk_label_set_label (self->summary, n > 0 ? summary : _("There is nothing to delete."));
  hs_dialog_set_ready (HS_DIALOG (self), n > 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (HsCleanupDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsExpired) expired = hs_workspace_read_expired_finish (HS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (expired == NULL)
    {
      hs_dialog_fail (HS_DIALOG (self), error->message);
      return;
    }
  g_clear_pointer (&self->expired, hs_expired_free);
  self->expired = g_steal_pointer (&expired);
  hs_cleanup_dialog_list (self);
}

static void
days_changed_cb (HsCleanupDialog *self)
{
  if (self->workspace == NULL)
    return;
  hs_dialog_set_ready (HS_DIALOG (self), FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  hs_workspace_read_expired_async (self->workspace, (guint) gtk_spin_button_get_value_as_int (self->days_spin),
                                   self->cancellable, read_cb, g_object_ref (self));
}

/* Just what was listed, as one decision that can be undone. */
static void
hs_cleanup_dialog_apply (HsDialog *dialog)
{
  HsCleanupDialog *self = HS_CLEANUP_DIALOG (dialog);

  hs_workspace_delete (self->workspace, (const gint64 *) self->expired->articles->data, self->expired->articles->len,
                       hs_dialog_edited_cb, g_object_ref (self));
}

static void
hs_cleanup_dialog_dispose (GObject *object)
{
  HsCleanupDialog *self = HS_CLEANUP_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_CLEANUP_DIALOG);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->expired, hs_expired_free);

  G_OBJECT_CLASS (hs_cleanup_dialog_parent_class)->dispose (object);
}

static void
hs_cleanup_dialog_class_init (HsCleanupDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_cleanup_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_cleanup_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-cleanup-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsCleanupDialog, days_spin);
  gtk_widget_class_bind_template_child (widget_class, HsCleanupDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, HsCleanupDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HsCleanupDialog, lines);
  gtk_widget_class_bind_template_callback (widget_class, days_changed_cb);
}

static void
hs_cleanup_dialog_init (HsCleanupDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_cleanup_dialog_new:
 * @workspace: the library
 *
 * Returns: (transfer floating): the dialog that deletes old articles of feeds
 */
GtkWindow *
hs_cleanup_dialog_new (HsWorkspace *workspace)
{
  HsCleanupDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_CLEANUP_DIALOG, NULL);
  self->workspace = g_object_ref (workspace);
  days_changed_cb (self);
  return GTK_WINDOW (self);
}
