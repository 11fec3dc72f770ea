/* hs-folder-dialog.c: the name of a folder of feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-folder-dialog.h"

#include <glib/gi18n.h>

#include "hs-workspace-feeds.h"

struct _HsFolderDialog
{
  HsDialog parent_instance;

  GtkEditable *title_row; /* (template) */

  HsWorkspace *workspace; /* (owned) */
  gint64 folder;          /* 0: a new one */
};

G_DEFINE_FINAL_TYPE (HsFolderDialog, hs_folder_dialog, HS_TYPE_DIALOG)

/* Returns: (transfer full) */
static char *
get_title (HsFolderDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
}

static void
changed_cb (HsFolderDialog *self)
{
  g_autofree char *title = get_title (self);

  hs_dialog_set_ready (HS_DIALOG (self), *title != '\0');
}

static void
hs_folder_dialog_apply (HsDialog *dialog)
{
  HsFolderDialog *self = HS_FOLDER_DIALOG (dialog);
  g_autofree char *title = get_title (self);

  if (self->folder == 0)
    hs_workspace_add_folder (self->workspace, title, 0, hs_dialog_edited_cb, g_object_ref (self));
  else
    hs_workspace_edit_folder (self->workspace, self->folder, title, -1, -1, hs_dialog_edited_cb, g_object_ref (self));
}

static void
hs_folder_dialog_dispose (GObject *object)
{
  HsFolderDialog *self = HS_FOLDER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_FOLDER_DIALOG);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_folder_dialog_parent_class)->dispose (object);
}

static void
hs_folder_dialog_class_init (HsFolderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_folder_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_folder_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-folder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFolderDialog, title_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
}

static void
hs_folder_dialog_init (HsFolderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_folder_dialog_new:
 * @workspace: a workspace
 * @folder: its id; 0 a new one
 * @title: (nullable): what it is called now
 *
 * Returns: (transfer floating): the dialog that names it
 */
GtkWindow *
hs_folder_dialog_new (HsWorkspace *workspace,
                      gint64       folder,
                      const char  *title)
{
  HsFolderDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_FOLDER_DIALOG, "title", folder == 0 ? _("New Folder") : _("Rename Folder"), NULL);
  self->workspace = g_object_ref (workspace);
  self->folder = folder;
  gtk_editable_set_text (self->title_row, title != NULL ? title : "");
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WINDOW (self);
}
