/* hs-reader-menu.c: what can be done with words of the open article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reader-private.h"

#include <glib/gi18n.h>

#include "hs-context-menu.h"
#include "hs-format.h"
#include "hs-kinds.h"
#include "hs-mark-menu.h"

/* --- words that are selected ---------------------------------------------------------- */

static char *
dup_words (const HsReading *reading,
           HsSpan           span)
{
  return g_strndup (reading->document->text + span.start, span.end - span.start);
}

static GMenu *
make_selection_menu (const HsReading *reading,
                     HsSpan           span)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  GMenu *kinds = g_menu_new ();
  g_autofree char *words = dup_words (reading, span);
  g_autofree char *title = hs_format_snippet (reading->document->text, span, 40);

  hs_menu_add (section, _("Note…"), "win.note", NULL, "n");
  hs_menu_add (section, _("Copy"), "win.copy-words", g_variant_new_string (words), "<Control>c");
  hs_menu_add_section (menu, title, section);
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    hs_menu_add (kinds, hs_kind_get_title (i), "win.correct-mention",
                 g_variant_new ("(xuuu)", reading->id, span.start, span.end, i), i == HS_MENTION_PERSON ? "i" : NULL);
  hs_menu_add_section (menu, _("Mark as"), kinds);
  return menu;
}

/* --- what stands on the words ---------------------------------------------------------- */

/* One of each sort: the innermost. */
static GMenu *
make_marks_menu (HsReader *self,
                 guint     index)
{
  g_autoptr (GArray) around = hs_article_view_get_marks_around (self->view, index);
  HsReading *reading = hs_article_view_get_reading (self->view);
  GMenu *menu = g_menu_new ();
  gboolean seen[HS_MARK_HEADING + 1] = { FALSE };

  for (guint i = 0; i < around->len; i++)
    {
      const HsMark *mark = &g_array_index (around, HsMark, i);
      guint sort = mark->layer < HS_N_MENTION_KINDS ? 0 : mark->layer;

      if (!seen[sort])
        hs_mark_menu_add (menu, reading, mark);
      seen[sort] = TRUE;
    }
  return menu;
}

/**
 * hs_reader_make_menu:
 * @self: a reader
 * @byte: of the article: where it was asked for
 * @mark: of the article view: what was asked about; -1 nothing
 *
 * Returns: (transfer full) (nullable): what can be done with the words that are
 *   selected there, else with the mark and what else stands on its words
 */
GMenu *
hs_reader_make_menu (HsReader *self,
                     guint     byte,
                     int       mark)
{
  HsReading *reading = hs_article_view_get_reading (self->view);
  HsSpan selected = hs_article_view_get_selected (self->view);

  if (reading == NULL)
    return NULL;
  if (!hs_span_is_none (selected) && byte >= selected.start && byte <= selected.end)
    return make_selection_menu (reading, selected);
  return mark >= 0 ? make_marks_menu (self, mark) : NULL;
}

/* --- asking for it ------------------------------------------------------------------------ */

static gboolean
popup (HsReader     *self,
       guint         byte,
       int           mark,
       GdkRectangle *at)
{
  g_autoptr (GMenu) menu = hs_reader_make_menu (self, byte, mark);
  double x, y;

  if (menu == NULL)
    return FALSE;
  if (hs_span_is_none (hs_article_view_get_selected (self->view)))
    hs_article_view_set_current (self->view, mark);
  gtk_popover_popdown (GTK_POPOVER (self->card));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), at->x, at->y, &x, &y);
  at->x = (int) x;
  at->y = CLAMP ((int) y, 0, MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - at->height));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  hs_context_menu_popup (GTK_WIDGET (self), G_MENU_MODEL (menu), at);
  return TRUE;
}

static void
pressed_cb (HsReader        *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkRectangle at = { .width = 1, .height = 1 };
  double view_x, view_y;
  guint byte;

  if (n_press != 1 || !gtk_widget_get_mapped (GTK_WIDGET (self->view))
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->view), x, y, &view_x, &view_y)
      || !gtk_widget_contains (GTK_WIDGET (self->view), view_x, view_y)
      || !hs_article_view_get_byte_at (self->view, view_x, view_y, &byte))
    return;
  at.x = (int) view_x;
  at.y = (int) view_y;
  if (popup (self, byte, hs_article_view_find_mark (self->view, byte), &at))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Of what is selected, else of the mark that was gone to or that the cursor is on. */
static gboolean
key_cb (HsReader        *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  HsSpan span = hs_article_view_get_selected (self->view);
  int mark = hs_article_view_get_current (self->view, TRUE);
  GdkRectangle at;

  if (!hs_context_menu_is_key (keyval, state) || !gtk_widget_is_focus (GTK_WIDGET (self->view)))
    return FALSE;
  if (hs_span_is_none (span) && mark >= 0)
    span = hs_article_view_get_mark (self->view, mark)->span;
  return !hs_span_is_none (span) && hs_article_view_get_span_area (self->view, span, &at)
         && popup (self, span.start, mark, &at);
}

/**
 * hs_reader_add_menu:
 * @self: a reader
 *
 * Has it open its menu: by the second button, and by the keys for it.
 */
void
hs_reader_add_menu (HsReader *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Of the mark that the keys went to, where a mention stands on it. */
const HsReadingMention *
hs_reader_get_current_mention (HsReader *self)
{
  HsReading *reading;
  const HsMark *mark;
  int index;

  g_return_val_if_fail (HS_IS_READER (self), NULL);

  reading = hs_article_view_get_reading (self->view);
  index = hs_article_view_get_current (self->view, FALSE);
  if (index < 0)
    return NULL;
  mark = hs_article_view_get_mark (self->view, index);
  return mark->layer < HS_N_MENTION_KINDS ? &g_array_index (reading->mentions, HsReadingMention, mark->index) : NULL;
}
