/* hs-statement-row.c: who said what, in which form, through whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statement-row.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-template.h"
#include "hs-words.h"

struct _HsStatementRow
{
  GtkWidget parent_instance;

  GtkLabel *form;          /* (template) */
  GtkButton *speaker;      /* (template) */
  GtkLabel *speaker_label; /* (template) */
  GtkBox *via_box;         /* (template) */
  GtkBox *words_box;       /* (template) */
};

G_DEFINE_FINAL_TYPE (HsStatementRow, hs_statement_row, GTK_TYPE_WIDGET)

static void
hs_statement_row_dispose (GObject *object)
{
  hs_template_dispose (GTK_WIDGET (object), HS_TYPE_STATEMENT_ROW);

  G_OBJECT_CLASS (hs_statement_row_parent_class)->dispose (object);
}

static void
hs_statement_row_class_init (HsStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_statement_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HsStatementRow, form);
  gtk_widget_class_bind_template_child (widget_class, HsStatementRow, speaker);
  gtk_widget_class_bind_template_child (widget_class, HsStatementRow, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, HsStatementRow, via_box);
  gtk_widget_class_bind_template_child (widget_class, HsStatementRow, words_box);
}

static void
hs_statement_row_init (HsStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
hs_statement_row_set_speaker (HsStatementRow           *self,
                              const HsReading          *reading,
                              const HsReadingStatement *statement)
{
  g_autofree char *words = hs_format_snippet (reading->document->text, statement->speaker_span, 60);
  g_autofree char *name = NULL;

  if (statement->speaker_name != NULL)
    name = g_strdup (statement->speaker_name);
  else if (*words != '\0')
    name = g_strdup_printf (statement->named ? "%s" : _("%s (not named)"), words);
  else
    name = g_strdup (_("Speaker not named"));
  gtk_label_set_label (self->speaker_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->speaker), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (!statement->named)
    gtk_widget_add_css_class (GTK_WIDGET (self->speaker_label), "hs-unnamed");
  if (statement->speaker != 0)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->speaker), "win.show-entity");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->speaker), "x", statement->speaker);
    }
  else if (!hs_span_is_none (statement->speaker_span))
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->speaker), "win.show-words");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->speaker), "(xuu)", reading->id,
                                        statement->speaker_span.start, statement->speaker_span.end);
    }
}

static void
hs_statement_row_add_via (HsStatementRow     *self,
                          const HsReading    *reading,
                          const HsReadingVia *via)
{
  const char *name = via->name != NULL ? via->name : _("an outlet that is not named");
  g_autofree char *text = g_strdup_printf (_("through %s (%s)"), name, hs_manner_get_title (via->manner));
  GtkWidget *button;

  if (hs_span_is_none (via->span))
    {
      gtk_box_append (self->via_box, hs_words_new_caption (text));
      return;
    }
  button = hs_words_new_snippet (reading->id, reading->document->text, via->span, 0);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "hs-via");
  gtk_box_append (self->via_box, button);
}

/**
 * hs_statement_row_new:
 * @reading: an article
 * @statement: one of its statements
 *
 * Returns: (transfer floating): the statement, with who made it and where it is from
 */
GtkWidget *
hs_statement_row_new (const HsReading          *reading,
                      const HsReadingStatement *statement)
{
  HsStatementRow *self;
  g_autofree char *form = NULL;
  g_autofree char *reports = NULL;
  g_autofree char *says = NULL;
  const char *stance;

  g_return_val_if_fail (reading != NULL && statement != NULL, NULL);

  self = g_object_new (HS_TYPE_STATEMENT_ROW, NULL);
  hs_statement_row_set_speaker (self, reading, statement);
  if (statement->n_reports > 1)
    reports = g_strdup_printf (ngettext ("reported %u time", "reported %u times", statement->n_reports),
                               statement->n_reports);
  stance = statement->denies ? _("denied") : statement->withholds ? _("not said") : "";
  form = hs_format_join (hs_form_get_title (statement->form), stance, reports, NULL);
  if (*stance != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->form), "dim-label");
  gtk_label_set_label (self->form, form);
  says = hs_format_join (gtk_label_get_label (self->speaker_label), form, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  for (guint i = 0; i < statement->vias->len; i++)
    hs_statement_row_add_via (self, reading, g_ptr_array_index (statement->vias, i));
  gtk_widget_set_visible (GTK_WIDGET (self->via_box), statement->vias->len > 0);
  if (statement->content->len > 0)
    gtk_box_append (self->words_box, hs_words_new_snippet (reading->id, reading->document->text,
                                                           g_array_index (statement->content, HsSpan, 0), 140));
  return GTK_WIDGET (self);
}
