/* hs-entity-rename.c: an entity called otherwise, asked for where another is called so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-rename.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-entity-merge.h"

typedef struct
{
  GtkWidget *widget;              /* (owned): what asked, in the window */
  HsWorkspace *workspace;         /* (owned) */
  gint64 entity;
  gint64 namesake;
  char *name;                     /* (owned) */
  GAsyncReadyCallback renamed_cb;
} Renaming;

static void
renaming_free (Renaming *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->workspace);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Renaming, renaming_free)

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  renaming_free (data);
}

static void
call_it_so (Renaming *self)
{
  hs_workspace_rename_entity (self->workspace, self->entity, self->name, self->renamed_cb,
                              g_object_ref (self->widget));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Renaming         *self)
{
  const gint64 ids[] = { self->namesake, self->entity };

  /* the one that is called so already keeps its name */
  if (g_str_equal (response, "merge"))
    hs_entity_merge (self->widget, self->workspace, ids, G_N_ELEMENTS (ids), NULL, TRUE, self->renamed_cb);
  else if (g_str_equal (response, "rename"))
    call_it_so (self);
}

/* @self: (transfer full) */
static void
ask (Renaming *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autofree char *text = g_strdup_printf (_("Another entity of this kind is called “%s” already. Merge them?"),
                                           self->name);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), _("Name Already Used"),
                                                                         text));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename Anyway"), "merge",
                                    _("_Merge"), NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, asked_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
namesake_found_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Renaming) self = user_data;
  g_autoptr (GError) error = NULL;

  self->namesake = hs_workspace_find_namesake_finish (HS_WORKSPACE (source), result, &error);
  /* the window may be closed by now */
  if (gtk_widget_get_root (self->widget) == NULL || !gtk_widget_get_mapped (self->widget))
    return;
  if (self->namesake < 0)
    gtk_widget_activate_action (self->widget, "win.say", "s", error->message);
  else if (self->namesake > 0)
    ask (g_steal_pointer (&self));
  else
    call_it_so (self);
}

/**
 * hs_entity_rename:
 * @widget: what asks; a widget of the window
 * @workspace: the library
 * @entity: an entity
 * @name: what it is to be called; not empty
 * @renamed_cb: called with what hs_workspace_edit_finish() takes and a reference to @widget,
 *   which it owns; not at all where the answer was no
 *
 * Renames it; where another of its kind is called so it asks first whether the two are
 * one, and merges them if they are. Main thread.
 */
void
hs_entity_rename (GtkWidget           *widget,
                  HsWorkspace         *workspace,
                  gint64               entity,
                  const char          *name,
                  GAsyncReadyCallback  renamed_cb)
{
  Renaming *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (HS_IS_WORKSPACE (workspace));
  g_return_if_fail (name != NULL && *name != '\0');

  self = g_new0 (Renaming, 1);
  self->widget = g_object_ref (widget);
  self->workspace = g_object_ref (workspace);
  self->entity = entity;
  self->name = g_strdup (name);
  self->renamed_cb = renamed_cb;
  hs_workspace_find_namesake_async (workspace, entity, name, NULL, namesake_found_cb, self);
}
