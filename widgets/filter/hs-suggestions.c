/* hs-suggestions.c: sources and entities that complete what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-suggestions.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"

#define N_SHOWN 8

struct _HsSuggestions
{
  GtkPopover parent_instance;

  GtkListBox *list; /* (template) */

  HsWorkspace *workspace;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HsSuggestions, hs_suggestions, GTK_TYPE_POPOVER)

/* The row carries what it stands for. */
GtkWidget *
hs_suggestions_make_row (const HsSuggestion *suggestion)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (suggestion->name);
  const char *what = suggestion->is_source ? _("Source") : hs_kind_get_title (suggestion->kind);
  g_autofree char *articles = hs_format_articles (suggestion->articles);
  g_autofree char *detail_text = hs_format_join (what, articles, NULL);
  GtkWidget *detail = gtk_label_new (detail_text);
  g_autofree char *label = g_strdup_printf ("%s, %s", suggestion->name, detail_text);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  g_object_set_data_full (G_OBJECT (row), "field", g_strdup (suggestion->is_source ? "source" : "entity"), g_free);
  g_object_set_data_full (G_OBJECT (row), "value",
                          g_strdup_printf ("#%" G_GINT64_FORMAT, suggestion->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "label", g_strdup (suggestion->name), g_free);
  return row;
}

static void
row_activated_cb (HsSuggestions *self,
                  GtkListBoxRow *row)
{
  g_autoptr (GtkListBoxRow) kept = g_object_ref (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (kept), "field"),
                 g_object_get_data (G_OBJECT (kept), "value"), g_object_get_data (G_OBJECT (kept), "label"));
}

static void
hs_suggestions_clear (HsSuggestions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (HsSuggestions) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = hs_workspace_suggest_finish (HS_WORKSPACE (source), result, &error);

  if (found == NULL)
    return;
  hs_suggestions_clear (self);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, hs_suggestions_make_row (g_ptr_array_index (found, i)));
  if (found->len > 0 && gtk_widget_get_mapped (gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_popover_popup (GTK_POPOVER (self));
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
hs_suggestions_dispose (GObject *object)
{
  HsSuggestions *self = HS_SUGGESTIONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (self), HS_TYPE_SUGGESTIONS);

  G_OBJECT_CLASS (hs_suggestions_parent_class)->dispose (object);
}

static void
hs_suggestions_class_init (HsSuggestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_suggestions_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-suggestions.ui");
  gtk_widget_class_bind_template_child (widget_class, HsSuggestions, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", HS_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static void
hs_suggestions_init (HsSuggestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_suggestions_new:
 * Returns: (transfer floating): a list of suggestions without a library
 */
GtkWidget *
hs_suggestions_new (void)
{
  return g_object_new (HS_TYPE_SUGGESTIONS, NULL);
}

/* @workspace: (nullable) */
void
hs_suggestions_set_workspace (HsSuggestions *self,
                              HsWorkspace   *workspace)
{
  g_return_if_fail (HS_IS_SUGGESTIONS (self));

  hs_suggestions_hide (self);
  g_set_object (&self->workspace, workspace);
}

/* @prefix: (nullable): %NULL hides */
void
hs_suggestions_set_prefix (HsSuggestions *self,
                           const char    *prefix)
{
  g_return_if_fail (HS_IS_SUGGESTIONS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (prefix == NULL || self->workspace == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  self->cancellable = g_cancellable_new ();
  hs_workspace_suggest_async (self->workspace, prefix, N_SHOWN, TRUE, self->cancellable, suggested_cb,
                              g_object_ref (self));
}

/* Moves the choice; FALSE when nothing is suggested. */
gboolean
hs_suggestions_step (HsSuggestions *self,
                     int            step)
{
  GtkListBoxRow *row;
  int at;

  g_return_val_if_fail (HS_IS_SUGGESTIONS (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  at = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);
  row = at >= 0 ? gtk_list_box_get_row_at_index (self->list, at) : NULL;
  gtk_list_box_select_row (self->list, row);
  return TRUE;
}

/* Takes the chosen one; FALSE when none is. */
gboolean
hs_suggestions_choose (HsSuggestions *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (HS_IS_SUGGESTIONS (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return FALSE;
    }
  row_activated_cb (self, row);
  return TRUE;
}

/* Returns: whether it was there */
gboolean
hs_suggestions_hide (HsSuggestions *self)
{
  gboolean visible;

  g_return_val_if_fail (HS_IS_SUGGESTIONS (self), FALSE);

  visible = gtk_widget_get_visible (GTK_WIDGET (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self));
  return visible;
}
