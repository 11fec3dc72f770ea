/* hs-entity-actions.c: what the analyst says of an entity on its page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-entity-chooser.h"
#include "hs-kinds.h"

void
hs_entity_view_decided_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data)
{
  g_autoptr (HsEntityView) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *label;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
      return;
    }
  label = hs_workspace_get_undo_label (HS_WORKSPACE (source));
  if (label != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say-undo", "s", label);
}

/* A question with Cancel and one answer, whose button is @button. */
static GtkWidget *
make_dialog (HsEntityView *self,
             const char   *title,
             const char   *text,
             const char   *button,
             GtkWidget    *child,
             GCallback     response_cb)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), title, text);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), child);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "do", button, NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "do");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "do", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", response_cb, self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static gboolean
is_wanted (HsEntityView *self,
           const char   *response)
{
  return g_str_equal (response, "do") && self->page != NULL && self->workspace != NULL;
}

/* --- another name, another kind --------------------------------------------------- */

static void
rename_response_cb (HsEntityView     *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (is_wanted (self, response) && *name != '\0')
    hs_workspace_rename_entity (self->workspace, self->page->id, name, hs_entity_view_decided_cb, g_object_ref (self));
}

static void
ask_name (HsEntityView *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), self->page->name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  make_dialog (self, _("Rename Entity"), _("The words in the articles stay as they are."), _("_Rename"), entry,
               G_CALLBACK (rename_response_cb));
  gtk_widget_grab_focus (entry);
}

static void
kind_response_cb (HsEntityView     *self,
                  const char       *response,
                  AdwMessageDialog *dialog)
{
  GtkWidget *kinds = adw_message_dialog_get_extra_child (dialog);

  if (is_wanted (self, response))
    hs_workspace_set_kind (self->workspace, self->page->id, gtk_drop_down_get_selected (GTK_DROP_DOWN (kinds)),
                           hs_entity_view_decided_cb, g_object_ref (self));
}

static void
ask_kind (HsEntityView *self)
{
  const char *titles[HS_N_MENTION_KINDS + 1] = { NULL };
  GtkWidget *kinds;

  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    titles[i] = hs_kind_get_title (i);
  kinds = gtk_drop_down_new_from_strings (titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), self->page->kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kinds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"), -1);
  make_dialog (self, _("Change Kind"), self->page->name, _("_Change"), kinds, G_CALLBACK (kind_response_cb));
  gtk_widget_grab_focus (kinds);
}

/* --- several out of one --------------------------------------------------------------- */

static void
split_response_cb (HsEntityView     *self,
                   const char       *response,
                   AdwMessageDialog *dialog)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);
  GtkWidget *list = gtk_widget_get_first_child (box);
  g_autofree char *reason = hs_entity_dup_reason (GTK_EDITABLE (gtk_widget_get_last_child (box)));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      g_ptr_array_add (names, (gpointer) gtk_check_button_get_label (GTK_CHECK_BUTTON (row)));
  if (!is_wanted (self, response) || names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  hs_workspace_split_names (self->workspace, self->page->id, (const char * const *) names->pdata, reason,
                            hs_entity_view_decided_cb, g_object_ref (self));
}

static void
ask_names (HsEntityView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  if (self->page->names->len < 2)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s",
                                  _("It has one name. Say of single mentions that they are not this one."));
      g_object_ref_sink (list);
      g_object_unref (list);
      g_object_ref_sink (box);
      g_object_unref (box);
      return;
    }
  for (guint i = 0; i < self->page->names->len && i < 40; i++)
    {
      const HsEntityName *name = g_ptr_array_index (self->page->names, i);

      gtk_box_append (GTK_BOX (list), gtk_check_button_new_with_label (name->name));
    }
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (hs_entity_new_reason ()));
  make_dialog (self, _("Split Entity"), _("The names chosen become another entity, here and in articles to come."),
               _("_Split"), box, G_CALLBACK (split_response_cb));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

/* The mention that has the keys. */
static void
not_this_one (HsEntityView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const HsOccurrence *place = NULL;

  for (; focus != NULL && place == NULL; focus = gtk_widget_get_parent (focus))
    place = g_object_get_data (G_OBJECT (focus), "hs-place");
  if (place == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("Go to one of the mentions first"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.not-this-one", "(xxuu)", self->page->id, place->article,
                                place->span.start, place->span.end);
}

/* --- this one and another ----------------------------------------------------------- */

static void
merge_chosen_cb (HsEntityView    *self,
                 gint64           other,
                 guint            kind,
                 HsEntityChooser *chooser)
{
  g_autofree char *reason = hs_entity_chooser_dup_reason (chooser);
  gint64 ids[2] = { 0, other };

  if (self->page == NULL || self->workspace == NULL)
    return;
  ids[0] = self->page->id;
  hs_workspace_merge_entities (self->workspace, ids, 2, reason, hs_entity_view_decided_cb, g_object_ref (self));
}

static void
apart_chosen_cb (HsEntityView    *self,
                 gint64           other,
                 guint            kind,
                 HsEntityChooser *chooser)
{
  g_autofree char *reason = hs_entity_chooser_dup_reason (chooser);

  if (self->page != NULL && self->workspace != NULL)
    hs_workspace_keep_apart (self->workspace, self->page->id, other, reason, hs_entity_view_decided_cb,
                             g_object_ref (self));
}

static void
ask_other (HsEntityView *self,
           const char   *title,
           const char   *action,
           GCallback     chosen_cb)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *chooser = hs_entity_chooser_new (self->workspace, title, action, self->page->id, FALSE, 0, NULL);

  g_signal_connect_object (chooser, "chosen", chosen_cb, self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (chooser, GTK_WINDOW (root));
  gtk_window_set_modal (chooser, TRUE);
  gtk_window_present (chooser);
}

static void
watch (HsEntityView *self)
{
  g_autofree char *query = g_strdup_printf ("entity:#%" G_GINT64_FORMAT, self->page->id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.watch-entity", "(ss)", query, self->page->name);
}

void
hs_entity_view_act (HsEntityView *self,
                    const char   *what)
{
  g_return_if_fail (HS_IS_ENTITY_VIEW (self));

  if (self->page == NULL || self->workspace == NULL)
    return;
  if (g_str_equal (what, "merge"))
    ask_other (self, _("Merge With"), _("Merge"), G_CALLBACK (merge_chosen_cb));
  else if (g_str_equal (what, "apart"))
    ask_other (self, _("Never Merge With"), _("Keep Apart"), G_CALLBACK (apart_chosen_cb));
  else if (g_str_equal (what, "split"))
    ask_names (self);
  else if (g_str_equal (what, "rename"))
    ask_name (self);
  else if (g_str_equal (what, "kind"))
    ask_kind (self);
  else if (g_str_equal (what, "watch"))
    watch (self);
  else if (g_str_equal (what, "not-this-one"))
    not_this_one (self);
}
