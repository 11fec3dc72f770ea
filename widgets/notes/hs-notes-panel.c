/* hs-notes-panel.c: the notes on the open article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-notes-panel.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-template.h"
#include "hs-words.h"

struct _HsNotesPanel
{
  GtkWidget parent_instance;

  GtkStack *stack; /* (template) */
  GtkBox *box;     /* (template) */

  HsReading *reading; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsNotesPanel, hs_notes_panel, GTK_TYPE_WIDGET)

static GtkWidget *
make_words (const HsReading     *reading,
            const HsReadingNote *note)
{
  g_autofree char *quote = NULL;
  g_autofree char *gone = NULL;

  if (!hs_span_is_none (note->span))
    return hs_words_new_snippet (reading->id, reading->document->text, note->span, 140);
  quote = hs_format_squash (note->quote, 140);
  gone = g_strdup_printf (_("“%s” – these words are no longer in the text"), quote);
  return hs_words_new_caption (gone);
}

static GtkWidget *
make_note (const HsReading     *reading,
           const HsReadingNote *note)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *body = gtk_label_new (note->body);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *time = hs_format_time (note->modified != 0 ? note->modified : note->created);
  g_autofree char *foot_text = hs_format_join (note->tags != NULL ? note->tags : "", time, NULL);
  GtkWidget *caption = hs_words_new_caption (foot_text);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "hs-note-card");
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_selectable (GTK_LABEL (body), TRUE);
  gtk_widget_set_visible (body, note->body != NULL && *note->body != '\0');
  gtk_widget_set_hexpand (caption, TRUE);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_tooltip_text (edit, _("Edit note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Edit note"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "win.edit-note");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "x", note->id);

  gtk_box_append (GTK_BOX (box), make_words (reading, note));
  gtk_box_append (GTK_BOX (box), body);
  gtk_box_append (GTK_BOX (foot), caption);
  gtk_box_append (GTK_BOX (foot), edit);
  gtk_box_append (GTK_BOX (box), foot);
  return box;
}

static void
hs_notes_panel_dispose (GObject *object)
{
  HsNotesPanel *self = HS_NOTES_PANEL (object);

  hs_template_dispose (GTK_WIDGET (self), HS_TYPE_NOTES_PANEL);
  g_clear_pointer (&self->reading, hs_reading_unref);

  G_OBJECT_CLASS (hs_notes_panel_parent_class)->dispose (object);
}

static void
hs_notes_panel_class_init (HsNotesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hs_notes_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/hearsay/Hearsay/ui/hs-notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, HsNotesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, HsNotesPanel, box);
}

static void
hs_notes_panel_init (HsNotesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @reading: (nullable) */
void
hs_notes_panel_set_reading (HsNotesPanel *self,
                            HsReading    *reading)
{
  g_return_if_fail (HS_IS_NOTES_PANEL (self));

  if (self->reading == reading)
    return;
  g_clear_pointer (&self->reading, hs_reading_unref);
  hs_words_clear_box (self->box);
  gtk_stack_set_visible_child_name (self->stack, reading != NULL && reading->notes->len > 0 ? "notes" : "empty");
  if (reading == NULL)
    return;
  self->reading = hs_reading_ref (reading);
  for (guint i = 0; i < reading->notes->len; i++)
    gtk_box_append (self->box, make_note (reading, g_ptr_array_index (reading->notes, i)));
}
