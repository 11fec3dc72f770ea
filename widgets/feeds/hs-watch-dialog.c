/* hs-watch-dialog.c: a search that is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-watch-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-kinds.h"
#include "hs-workspace-feeds.h"
#include "hs-workspace-reading.h"

struct _HsWatchDialog
{
  HsDialog parent_instance;

  GtkEditable *title_row;   /* (template) */
  GtkEditable *query_row;   /* (template) */
  GtkSwitch *notify_switch; /* (template) */
  GtkLabel *entity_label;   /* (template): whom the search names by number */

  HsWorkspace *workspace; /* (owned) */
  gint64 watch;           /* 0: a new one */
  gint64 entity;          /* that the label is about, 0 none */
};

G_DEFINE_FINAL_TYPE (HsWatchDialog, hs_watch_dialog, HS_TYPE_DIALOG)

/* The first entity that @query has by its number, 0 none. */
static gint64
find_entity (const char *query)
{
  const char *at = strstr (query, "entity:#");

  return at != NULL ? g_ascii_strtoll (at + strlen ("entity:#"), NULL, 10) : 0;
}

static void
entity_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (HsWatchDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsEntityPage) page = hs_workspace_read_entity_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (page == NULL || self->entity_label == NULL || self->entity == 0)
    return;
  number = g_strdup_printf ("entity:#%" G_GINT64_FORMAT, self->entity);
  text = g_strdup_printf (_("%s is “%s” (%s)."), number, page->name, hs_kind_get_title (page->kind));
  gtk_label_set_label (self->entity_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->entity_label), TRUE);
}

/* A number tells nobody who is watched. */
static void
name_entity (HsWatchDialog *self)
{
  gint64 entity = find_entity (gtk_editable_get_text (self->query_row));

  if (entity == self->entity)
    return;
  self->entity = entity;
  gtk_widget_set_visible (GTK_WIDGET (self->entity_label), FALSE);
  if (entity > 0)
    hs_workspace_read_entity_async (self->workspace, entity, NULL, entity_read_cb, g_object_ref (self));
}

static void
changed_cb (HsWatchDialog *self)
{
  name_entity (self);
  hs_dialog_clear (HS_DIALOG (self));
  hs_dialog_set_ready (HS_DIALOG (self), *gtk_editable_get_text (self->title_row) != '\0'
                                             && *gtk_editable_get_text (self->query_row) != '\0');
}

static void
hs_watch_dialog_apply (HsDialog *dialog)
{
  HsWatchDialog *self = HS_WATCH_DIALOG (dialog);
  const char *title = gtk_editable_get_text (self->title_row);
  const char *query = gtk_editable_get_text (self->query_row);
  gboolean notify = gtk_switch_get_active (self->notify_switch);

  if (self->watch == 0)
    hs_workspace_add_watch (self->workspace, title, query, notify, hs_dialog_edited_cb, g_object_ref (self));
  else
    hs_workspace_edit_watch (self->workspace, self->watch, title, query, notify, hs_dialog_edited_cb,
                             g_object_ref (self));
}

static void
hs_watch_dialog_dispose (GObject *object)
{
  HsWatchDialog *self = HS_WATCH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_WATCH_DIALOG);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (hs_watch_dialog_parent_class)->dispose (object);
}

static void
hs_watch_dialog_class_init (HsWatchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_watch_dialog_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_watch_dialog_apply;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-watch-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HsWatchDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, HsWatchDialog, query_row);
  gtk_widget_class_bind_template_child (widget_class, HsWatchDialog, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, HsWatchDialog, entity_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "apply_cb", G_CALLBACK (hs_dialog_apply));
}

static void
hs_watch_dialog_init (HsWatchDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWindow *
watch_dialog_new (HsWorkspace *workspace,
                  gint64       watch,
                  const char  *query,
                  const char  *title,
                  gboolean     notify)
{
  HsWatchDialog *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_WATCH_DIALOG, "title", watch == 0 ? _("New Watch") : _("Watch"), NULL);
  self->workspace = g_object_ref (workspace);
  self->watch = watch;
  gtk_editable_set_text (self->title_row, title != NULL ? title : "");
  gtk_editable_set_text (self->query_row, query != NULL ? query : "");
  gtk_switch_set_active (self->notify_switch, notify);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WINDOW (self);
}

/**
 * hs_watch_dialog_new:
 * @workspace: a workspace
 * @query: (nullable): what it looks for
 * @title: (nullable): what it might be called
 *
 * Returns: (transfer floating): the dialog that makes a watch
 */
GtkWindow *
hs_watch_dialog_new (HsWorkspace *workspace,
                     const char  *query,
                     const char  *title)
{
  return watch_dialog_new (workspace, 0, query, title, FALSE);
}

/**
 * hs_watch_dialog_new_for:
 * @workspace: a workspace
 * @watch: the watch that is edited
 *
 * Returns: (transfer floating): the dialog that changes it
 */
GtkWindow *
hs_watch_dialog_new_for (HsWorkspace *workspace,
                         HsWatchItem *watch)
{
  g_return_val_if_fail (HS_IS_WATCH_ITEM (watch), NULL);

  return watch_dialog_new (workspace, hs_watch_item_get_id (watch), hs_watch_item_get_query (watch),
                           hs_watch_item_get_title (watch), hs_watch_item_get_notify (watch));
}
