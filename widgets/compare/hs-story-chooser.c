/* hs-story-chooser.c: the story that articles are moved to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-chooser.h"

#include <glib/gi18n.h>

#include "hs-list-pane.h"
#include "hs-story-row.h"

struct _HsStoryChooser
{
  HsDialog parent_instance;

  GtkEditable *entry;      /* (unowned): children of the body */
  HsListPane *pane;        /* (unowned) */
  GtkCheckButton *alone;   /* (unowned) */

  HsList *list;            /* (owned) */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HsStoryChooser, hs_story_chooser, HS_TYPE_DIALOG)

static gint64
hs_story_chooser_get_story (HsStoryChooser *self)
{
  return hs_id_selection_get_single (hs_list_pane_get_selection (self->pane));
}

static void
update (HsStoryChooser *self)
{
  gboolean alone = gtk_check_button_get_active (self->alone);

  gtk_widget_set_sensitive (GTK_WIDGET (self->pane), !alone);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), !alone);
  hs_dialog_set_ready (HS_DIALOG (self), alone || hs_story_chooser_get_story (self) != 0);
}

static void
searched_cb (HsStoryChooser *self)
{
  hs_list_set_query (self->list, gtk_editable_get_text (self->entry));
}

static void
activated_cb (HsStoryChooser *self)
{
  update (self);
  hs_dialog_apply (HS_DIALOG (self));
}

static void
hs_story_chooser_apply (HsDialog *dialog)
{
  HsStoryChooser *self = HS_STORY_CHOOSER (dialog);
  gint64 story = gtk_check_button_get_active (self->alone) ? 0 : hs_story_chooser_get_story (self);

  if (story == 0 && !gtk_check_button_get_active (self->alone))
    return;
  g_signal_emit (self, chosen_signal, 0, story);
  gtk_window_close (GTK_WINDOW (self));
}

static void
hs_story_chooser_dispose (GObject *object)
{
  HsStoryChooser *self = HS_STORY_CHOOSER (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (hs_story_chooser_parent_class)->dispose (object);
}

static void
hs_story_chooser_class_init (HsStoryChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hs_story_chooser_dispose;
  HS_DIALOG_CLASS (klass)->apply = hs_story_chooser_apply;
  chosen_signal = g_signal_new ("chosen", HS_TYPE_STORY_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT64);
}

static void
hs_story_chooser_init (HsStoryChooser *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  self->pane = HS_LIST_PANE (hs_list_pane_new (HS_TYPE_STORY_ROW, _("Stories to move to")));
  self->alone = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("A new story of their own")));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Words of the story"),
                                  -1);
  hs_list_pane_set_empty (self->pane, "hearsay-story-symbolic", _("No such story"), NULL);
  gtk_widget_set_size_request (GTK_WIDGET (self->pane), -1, 260);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pane), TRUE);
  gtk_widget_add_css_class (body, "hs-page");
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->pane));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->alone));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  /* the field takes Escape for itself */
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->alone, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pane, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hs_list_pane_get_selection (self->pane), "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_object_set (self, "body", body, NULL);
  hs_dialog_set_ready (HS_DIALOG (self), FALSE);
}

/**
 * hs_story_chooser_new:
 * @workspace: a workspace
 * @n: how many articles are moved
 *
 * Returns: (transfer floating): the dialog that asks for a story
 */
GtkWindow *
hs_story_chooser_new (HsWorkspace *workspace,
                      guint        n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("Move %u Article to a Story", "Move %u Articles to a Story", n),
                                            n);
  HsStoryChooser *self = g_object_new (HS_TYPE_STORY_CHOOSER, "title", title, "action-label", _("Move"),
                                       "default-width", 460, NULL);

  self->list = hs_list_new (workspace, HS_LIST_STORIES);
  hs_list_set_query (self->list, "");
  hs_list_pane_set_list (self->pane, self->list);
  gtk_check_button_set_label (self->alone, n == 1 ? _("A new story of its own") : _("A new story of their own"));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return GTK_WINDOW (self);
}
