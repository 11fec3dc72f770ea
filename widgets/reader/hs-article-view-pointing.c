/* hs-article-view-pointing.c: the pointer and the keys over an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

/* How long the pointer rests on a mark before its card opens. */
#define HOVER_MSEC 450

static gboolean
hs_article_view_get_offset_at (HsArticleView *self,
                               double         x,
                               double         y,
                               guint         *offset)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  if (self->text == NULL)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return FALSE;
  *offset = gtk_text_iter_get_offset (&iter);
  return TRUE;
}

/**
 * hs_article_view_get_byte_at:
 * @self: a view
 * @x: pixels from the left of the widget
 * @y: pixels from its top
 * @byte: (out): which byte of the article's text stands there
 *
 * Main thread.
 *
 * Returns: whether one does; not beside the text, nor on words that are not the article's
 */
gboolean
hs_article_view_get_byte_at (HsArticleView *self,
                             double         x,
                             double         y,
                             guint         *byte)
{
  guint offset;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), FALSE);

  return hs_article_view_get_offset_at (self, x, y, &offset) && hs_reader_text_to_byte (self->text, offset, byte);
}

static int
hs_article_view_get_fold_at (HsArticleView *self,
                             guint          offset)
{
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);
  const HsParagraph *paragraph;

  if (paragraphs->len == 0)
    return -1;
  paragraph = &g_array_index (paragraphs, HsParagraph, hs_reader_text_find_paragraph (self->text, offset));
  return paragraph->ours && offset < paragraph->end ? paragraph->fold : -1;
}

/* The innermost mark there, and the link, either -1. */
static void
hs_article_view_get_marks_at (HsArticleView *self,
                              guint          offset,
                              int           *mark,
                              int           *link)
{
  guint byte;

  *mark = *link = -1;
  if (!hs_reader_text_to_byte (self->text, offset, &byte))
    return;
  *mark = hs_article_view_find_mark (self, byte);
  *link = hs_article_view_find_link (self, byte);
}

static const char *
hs_article_view_get_address (HsArticleView *self,
                             int            link)
{
  return link >= 0 ? hs_mark_get_address (hs_article_view_get_mark (self, link), self->reading) : NULL;
}

static gboolean
clicked_cb (gpointer data)
{
  HsArticleView *self = data;

  self->click_source = 0;
  if (self->clicked_mark < self->marks->len)
    g_signal_emit_by_name (self, "mark-activated", self->clicked_mark);
  return G_SOURCE_REMOVE;
}

/* A name has its card at once. What goes over many words waits until it is no double
 * click, which selects one of them: the card would take the second press for itself. */
static void
hs_article_view_click_mark (HsArticleView *self,
                            guint          mark)
{
  guint msec = 0;

  self->clicked_mark = mark;
  if (hs_article_view_get_mark (self, mark)->layer >= HS_N_MENTION_KINDS)
    g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &msec, NULL);
  if (msec > 0)
    self->click_source = g_timeout_add (msec, clicked_cb, self);
  else
    g_signal_emit_by_name (self, "mark-activated", mark);
}

static void
click_pressed_cb (HsArticleView *self,
                  int            n_press)
{
  g_clear_handle_id (&self->click_source, g_source_remove);
  if (n_press < 2)
    return;
  hs_article_view_stop_hovering (self);
  g_signal_emit_by_name (self, "mark-hovered", -1);
}

/* A link opens; where something is marked on it, its card does, with the link in
 * it, unless Ctrl is held. */
static void
click_released_cb (HsArticleView   *self,
                   int              n_press,
                   double           x,
                   double           y,
                   GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint offset;
  int fold, mark, link;

  if (n_press != 1 || !hs_article_view_get_offset_at (self, x, y, &offset)
      || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  fold = hs_article_view_get_fold_at (self, offset);
  if (fold >= 0)
    {
      hs_article_view_toggle_fold (self, fold);
      return;
    }
  hs_article_view_get_marks_at (self, offset, &mark, &link);
  hs_article_view_stop_hovering (self);
  if (link >= 0 && (mark < 0 || mark == link || (state & GDK_CONTROL_MASK)))
    g_signal_emit_by_name (self, "link-activated", hs_article_view_get_address (self, link));
  else if (mark >= 0)
    hs_article_view_click_mark (self, mark);
}

static gboolean
rested_cb (gpointer data)
{
  HsArticleView *self = data;
  guint offset;
  int mark = -1, link;

  self->hover_source = 0;
  if (hs_article_view_get_offset_at (self, self->pointer_x, self->pointer_y, &offset))
    hs_article_view_get_marks_at (self, offset, &mark, &link);
  if (mark >= 0)
    g_signal_emit_by_name (self, "mark-hovered", mark);
  return G_SOURCE_REMOVE;
}

/**
 * hs_article_view_stop_hovering:
 * @self: the text of an article
 *
 * A card that waits for the pointer to rest is not shown any more.
 */
void
hs_article_view_stop_hovering (HsArticleView *self)
{
  g_clear_handle_id (&self->hover_source, g_source_remove);
}

static void
motion_cb (HsArticleView *self,
           double         x,
           double         y)
{
  guint offset;
  int mark = -1, link = -1;
  gboolean fold = FALSE;

  /* a layout that changes moves the text under a pointer that rests */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (hs_article_view_get_offset_at (self, x, y, &offset))
    {
      hs_article_view_get_marks_at (self, offset, &mark, &link);
      fold = hs_article_view_get_fold_at (self, offset) >= 0;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), fold || mark >= 0 || link >= 0 ? "pointer" : "text");
  g_signal_emit_by_name (self, "link-shown", hs_article_view_get_address (self, link));
  hs_article_view_stop_hovering (self);
  if (mark >= 0)
    self->hover_source = g_timeout_add (HOVER_MSEC, rested_cb, self);
  else
    g_signal_emit_by_name (self, "mark-hovered", -1);
}

static gboolean
scroll_cb (HsArticleView *self)
{
  hs_article_view_forget_top (self);
  return FALSE;
}

static void
leave_cb (HsArticleView *self)
{
  hs_article_view_stop_hovering (self);
  self->pointer_x = self->pointer_y = -1;
  g_signal_emit_by_name (self, "link-shown", NULL);
  g_signal_emit_by_name (self, "mark-hovered", -1);
}

/* Enter: what the keys stand on, be it a fold, a mark or a link. */
static gboolean
key_pressed_cb (HsArticleView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter cursor;
  int fold;

  hs_article_view_forget_top (self);
  if (self->text == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || !gtk_widget_is_focus (GTK_WIDGET (self)))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  fold = hs_article_view_get_fold_at (self, gtk_text_iter_get_offset (&cursor));
  if (fold >= 0 && self->current_mark < 0)
    hs_article_view_toggle_fold (self, fold);
  else
    hs_article_view_activate_mark (self);
  return TRUE;
}

/**
 * hs_article_view_forget_pointer:
 * @self: the text of an article
 *
 * No card is shown any more of what the pointer rested on or clicked before.
 */
void
hs_article_view_forget_pointer (HsArticleView *self)
{
  hs_article_view_stop_hovering (self);
  g_clear_handle_id (&self->click_source, g_source_remove);
}

/**
 * hs_article_view_add_controllers:
 * @self: the text of an article
 *
 * Has it follow the pointer, its button and wheel, and the keys.
 */
void
hs_article_view_add_controllers (HsArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (click_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (click_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, scroll);
}
