/* hs-article-view-notes.c: notes in the margin, beside their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#include <glib/gi18n.h>

#include "hs-format.h"

/* GTK 4.8 cannot take an overlay off a text view again: buttons are kept, and
 * hidden while there is no note for them. */
static GtkWidget *
hs_article_view_get_note_button (HsArticleView *self,
                                 guint          position)
{
  GtkWidget *button;

  if (position < self->note_buttons->len)
    return g_ptr_array_index (self->note_buttons, position);
  button = gtk_button_new_with_label ("✎");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hs-margin-note");
  gtk_widget_set_cursor_from_name (button, "pointer");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-note");
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), button, 0, -100);
  g_ptr_array_add (self->note_buttons, button);
  return button;
}

/* Makes a button for each note whose words are in the text. */
void
hs_article_view_make_notes (HsArticleView *self)
{
  gboolean shown = self->reading != NULL && hs_preferences_shows_layer (self->preferences, HS_LAYER_NOTES);

  self->n_notes = 0;
  for (guint i = 0; shown && i < self->reading->notes->len; i++)
    {
      const HsReadingNote *note = g_ptr_array_index (self->reading->notes, i);
      g_autofree char *body = hs_format_squash (note->body, 240);
      g_autofree char *label = g_strdup_printf (_("Note: %s"), body);
      GtkWidget *button;

      if (hs_span_is_none (note->span))
        continue;
      button = hs_article_view_get_note_button (self, self->n_notes++);
      gtk_widget_set_tooltip_text (button, body);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", note->id);
      g_object_set_data (G_OBJECT (button), "note-index", GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < self->note_buttons->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->note_buttons, i), i < self->n_notes);
}

/* Beside the first line of the words; several of one line stand under each
 * other. */
void
hs_article_view_place_notes (HsArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int x = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view) + 4;
  int last_y = G_MININT;

  for (guint i = 0; i < self->n_notes; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->note_buttons, i);
      guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "note-index"));
      const HsReadingNote *note = g_ptr_array_index (self->reading->notes, index);
      GtkTextIter iter;
      GdkRectangle area;
      guint start, end;
      int y;

      if (!hs_reader_text_to_chars (self->text, note->span, &start, &end))
        {
          gtk_widget_set_visible (button, FALSE);
          continue;
        }
      gtk_widget_set_visible (button, TRUE);
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, start);
      gtk_text_view_get_iter_location (view, &iter, &area);
      y = area.y - 4;
      if (last_y != G_MININT && y < last_y + 26)
        y = last_y + 26;
      last_y = y;
      gtk_text_view_move_overlay (view, button, x, y);
    }
}
