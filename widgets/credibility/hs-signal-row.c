/* hs-signal-row.c: one mark for or against relying on a text, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signal-row.h"

#include <glib/gi18n.h>

#include "hs-kinds.h"
#include "hs-signal-titles.h"
#include "hs-template.h"
#include "hs-words.h"

#define MAX_SNIPPETS 4

struct _HsSignalRow
{
  GtkWidget parent_instance;

  GtkLabel *symbol;   /* (template) */
  GtkLabel *title;    /* (template) */
  GtkLabel *why;      /* (template) */
  GtkBox *words_box;  /* (template) */
};

G_DEFINE_FINAL_TYPE (HsSignalRow, hs_signal_row, GTK_TYPE_WIDGET)

static void
hs_signal_row_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_SIGNAL_ROW);

  G_OBJECT_CLASS (hs_signal_row_parent_class)->dispose (object);
}

static void
hs_signal_row_class_init (HsSignalRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_signal_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-signal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsSignalRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, HsSignalRow, title);
  gtk_widget_class_bind_template_child (widget_class, HsSignalRow, why);
  gtk_widget_class_bind_template_child (widget_class, HsSignalRow, words_box);
}

static void
hs_signal_row_init (HsSignalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hs_signal_row_new:
 * @reading: an article
 * @signal: one of its signals
 *
 * Returns: (transfer floating): the signal, with words that lead to where they stand
 */
GtkWidget *
hs_signal_row_new (const HsReading       *reading,
                   const HsReadingSignal *signal)
{
  HsSignalRow *self;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  guint n_shown;

  g_return_val_if_fail (reading != NULL && signal != NULL, NULL);

  self = g_object_new (HS_TYPE_SIGNAL_ROW, NULL);
  title = hs_signal_get_title (signal->code);
  label = g_strdup_printf ("%s, %s", title, hs_tone_get_title (signal->tone));
  gtk_label_set_label (self->symbol, hs_tone_get_symbol (signal->tone));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->symbol), hs_tone_get_title (signal->tone));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->why, signal->why != NULL ? signal->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), signal->why != NULL && *signal->why != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  n_shown = MIN (signal->spans->len, MAX_SNIPPETS);
  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (self->words_box, hs_words_new_snippet (reading->id, reading->document->text,
                                                           g_array_index (signal->spans, HsSpan, i), 120));
  if (signal->spans->len > n_shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and in %u more place", "and in %u more places",
                                                         signal->spans->len - n_shown), signal->spans->len - n_shown);

      gtk_box_append (self->words_box, hs_words_new_caption (more));
    }
  return GTK_WIDGET (self);
}
