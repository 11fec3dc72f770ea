/* hs-filter-popover.c: choosing a term for the filter instead of typing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-filter-popover.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-suggestions.h"

struct _HsFilterPopover
{
  GtkPopover parent_instance;

  GtkEditable *name_entry;  /* (template) */
  GtkListBox *name_list;    /* (template) */
  GtkDropDown *kind_drop;   /* (template) */
  GtkEditable *from_entry;  /* (template) */
  GtkEditable *to_entry;    /* (template) */
  GtkWidget *date_button;   /* (template) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  gboolean resetting;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsFilterPopover, hs_filter_popover, GTK_TYPE_POPOVER)

static void
hs_filter_popover_choose (HsFilterPopover *self,
                          const char      *field,
                          const char      *value,
                          const char      *label)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, field, value, label);
}

static void
hs_filter_popover_clear_names (HsFilterPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->name_list))) != NULL)
    gtk_list_box_remove (self->name_list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->name_list), FALSE);
}

static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsFilterPopover) self = user_data;
  g_autoptr (GPtrArray) found = hs_workspace_suggest_finish (HS_WORKSPACE (source), result, NULL);

  if (found == NULL || self->name_list == NULL)
    return;
  hs_filter_popover_clear_names (self);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->name_list, hs_suggestions_make_row (g_ptr_array_index (found, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->name_list), found->len > 0);
}

static void
name_changed_cb (HsFilterPopover *self)
{
  const char *prefix = gtk_editable_get_text (self->name_entry);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (*prefix == '\0' || self->workspace == NULL)
    {
      hs_filter_popover_clear_names (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  hs_workspace_suggest_async (self->workspace, prefix, 6, TRUE, self->cancellable, suggested_cb, g_object_ref (self));
}

static void
name_activated_cb (HsFilterPopover *self,
                   GtkListBoxRow   *row)
{
  hs_filter_popover_choose (self, g_object_get_data (G_OBJECT (row), "field"),
                            g_object_get_data (G_OBJECT (row), "value"), g_object_get_data (G_OBJECT (row), "label"));
}

static void
name_entered_cb (HsFilterPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->name_list, 0);

  if (row != NULL)
    name_activated_cb (self, row);
}

static void
kind_chosen_cb (HsFilterPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind_drop);

  if (self->resetting || selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  hs_filter_popover_choose (self, "kind", hs_mention_kind_to_nick (selected - 1), NULL);
}

static gboolean
is_date_or_nothing (const char *text)
{
  return *text == '\0' || hs_format_is_date (text);
}

static void
date_changed_cb (HsFilterPopover *self)
{
  const char *from = gtk_editable_get_text (self->from_entry);
  const char *to = gtk_editable_get_text (self->to_entry);
  gboolean from_good = is_date_or_nothing (from);
  gboolean to_good = is_date_or_nothing (to);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->from_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               from_good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->to_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               to_good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_set_sensitive (self->date_button, from_good && to_good && (*from != '\0' || *to != '\0'));
}

static void
date_chosen_cb (HsFilterPopover *self)
{
  const char *from = gtk_editable_get_text (self->from_entry);
  const char *to = gtk_editable_get_text (self->to_entry);
  g_autofree char *range = NULL;

  if (!gtk_widget_get_sensitive (self->date_button))
    return;
  range = g_strcmp0 (from, to) == 0 ? g_strdup (from) : g_strdup_printf ("%s..%s", from, to);
  hs_filter_popover_choose (self, "date", range, NULL);
}

static void
state_clicked_cb (HsFilterPopover *self,
                  GtkWidget       *button)
{
  hs_filter_popover_choose (self, "is", gtk_widget_get_name (button), NULL);
}

static void
shown_cb (HsFilterPopover *self)
{
  self->resetting = TRUE;
  gtk_editable_set_text (self->name_entry, "");
  gtk_editable_set_text (self->from_entry, "");
  gtk_editable_set_text (self->to_entry, "");
  gtk_drop_down_set_selected (self->kind_drop, 0);
  self->resetting = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
}

static void
hs_filter_popover_dispose (GObject *object)
{
  HsFilterPopover *self = HS_FILTER_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (hs_filter_popover_parent_class)->dispose (object);
}

static void
hs_filter_popover_class_init (HsFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_filter_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, name_entry);
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, name_list);
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, kind_drop);
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, from_entry);
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, to_entry);
  gtk_widget_class_bind_template_child (widget_class, HsFilterPopover, date_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, state_clicked_cb);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hs_filter_popover_init (HsFilterPopover *self)
{
  const char *titles[HS_N_MENTION_KINDS + 2] = { NULL };
  g_autoptr (GtkStringList) kinds = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  titles[0] = _("Any kind");
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    titles[i + 1] = hs_kind_get_title (i);
  kinds = gtk_string_list_new (titles);
  gtk_drop_down_set_model (self->kind_drop, G_LIST_MODEL (kinds));
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
  date_changed_cb (self);
}

/* @workspace: (nullable) */
void
hs_filter_popover_set_workspace (HsFilterPopover *self,
                                 HsWorkspace     *workspace)
{
  g_return_if_fail (HS_IS_FILTER_POPOVER (self));

  g_set_object (&self->workspace, workspace);
}
