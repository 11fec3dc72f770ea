/* hs-article-view.c: the text of an article with its marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define FLASH_MSEC 1600
#define MARGIN_MIN 20
#define MAX_FOUND 2000

G_DEFINE_FINAL_TYPE (HsArticleView, hs_article_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- text ------------------------------------------------------------------ */

static void
hs_article_view_tag_paragraphs (HsArticleView *self)
{
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);

      hs_article_view_tag (self, hs_palette_get_block (self->palette, paragraph->kind), paragraph->start,
                           paragraph->end);
      if (paragraph->ours && paragraph->fold >= 0)
        hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_LINK), paragraph->start,
                             paragraph->end);
    }
}

/* Text first, at once; tags after: much faster than inserting piece by piece. */
static void
hs_article_view_fill (HsArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  const char *text;
  gsize length;

  g_clear_pointer (&self->text, hs_reader_text_free);
  g_array_set_size (self->found, 0);
  self->found_at = -1;
  self->current_mark = -1;
  if (self->reading == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  self->text = hs_reader_text_new (self->reading, (const gboolean *) self->unfolded->data, self->unfolded->len);
  text = hs_reader_text_get_text (self->text, &length);
  gtk_text_buffer_set_text (buffer, text, length);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  hs_article_view_tag_paragraphs (self);
}

static void
hs_article_view_toggle_fold (HsArticleView *self,
                             guint          fold)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;

  if (self->unfolded->len <= fold)
    g_array_set_size (self->unfolded, fold + 1);
  g_array_index (self->unfolded, gboolean, fold) = !g_array_index (self->unfolded, gboolean, fold);
  hs_article_view_fill (self);
  hs_article_view_apply_marks (self);
  hs_article_view_place_notes (self);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
}

/* --- lines of a measured length, notes beside them -------------------------- */

static gboolean
hs_article_view_place_notes_later (gpointer data)
{
  HsArticleView *self = data;

  self->margin_source = 0;
  if (self->text != NULL)
    hs_article_view_place_notes (self);
  return G_SOURCE_REMOVE;
}

static void
hs_article_view_queue_notes (HsArticleView *self)
{
  if (self->margin_source == 0 && self->n_notes > 0)
    self->margin_source = g_timeout_add (40, hs_article_view_place_notes_later, self);
}

static int
hs_article_view_get_char_width (HsArticleView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (PANGO_PIXELS_CEIL (width), 4);
}

static void
hs_article_view_update_margins (HsArticleView *self,
                                int            width)
{
  int line = hs_preferences_get_int (self->preferences, "line-width") * hs_article_view_get_char_width (self);
  int spare = width - line;
  int left = MAX (MARGIN_MIN, spare / 2);
  int right = MAX (MARGIN_MIN, spare - left);

  if (self->n_notes > 0)
    right = MAX (right, 40);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), left);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), right);
}

static void
hs_article_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  HsArticleView *self = HS_ARTICLE_VIEW (widget);

  if (self->laid_out_width != width)
    {
      self->laid_out_width = width;
      hs_article_view_update_margins (self, width);
    }
  GTK_WIDGET_CLASS (hs_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  hs_article_view_queue_notes (self);
}

static void
hs_article_view_relayout (HsArticleView *self)
{
  self->laid_out_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- pointing --------------------------------------------------------------- */

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

static int
hs_article_view_get_fold_at (HsArticleView *self,
                             guint          offset)
{
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);

      if (paragraph->ours && paragraph->fold >= 0 && offset >= paragraph->start && offset < paragraph->end)
        return paragraph->fold;
    }
  return -1;
}

static int
hs_article_view_get_mark_at (HsArticleView *self,
                             double         x,
                             double         y)
{
  guint offset, byte;

  if (!hs_article_view_get_offset_at (self, x, y, &offset) || !hs_reader_text_to_byte (self->text, offset, &byte))
    return -1;
  return hs_article_view_find_mark (self, byte);
}

static void
click_released_cb (HsArticleView   *self,
                   int              n_press,
                   double           x,
                   double           y,
                   GtkGestureClick *gesture)
{
  guint offset;
  int fold, mark;

  if (n_press != 1 || !hs_article_view_get_offset_at (self, x, y, &offset)
      || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  fold = hs_article_view_get_fold_at (self, offset);
  if (fold >= 0)
    {
      hs_article_view_toggle_fold (self, fold);
      return;
    }
  mark = hs_article_view_get_mark_at (self, x, y);
  if (mark >= 0)
    g_signal_emit (self, signals[SIGNAL_MARK_ACTIVATED], 0, (guint) mark);
}

static void
motion_cb (HsArticleView *self,
           double         x,
           double         y)
{
  guint offset;
  gboolean link = FALSE;

  if (hs_article_view_get_offset_at (self, x, y, &offset))
    link = hs_article_view_get_fold_at (self, offset) >= 0 || hs_article_view_get_mark_at (self, x, y) >= 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), link ? "pointer" : "text");
}

static gboolean
query_tooltip_cb (HsArticleView *self,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip)
{
  guint offset, byte;
  g_autofree char *text = NULL;

  if (keyboard || !hs_article_view_get_offset_at (self, x, y, &offset)
      || !hs_reader_text_to_byte (self->text, offset, &byte))
    return FALSE;
  text = hs_article_view_describe (self, byte);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
key_pressed_cb (HsArticleView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter cursor;
  int fold;

  if (self->text == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  fold = hs_article_view_get_fold_at (self, gtk_text_iter_get_offset (&cursor));
  if (fold >= 0 && self->current_mark < 0)
    hs_article_view_toggle_fold (self, fold);
  else
    hs_article_view_activate_mark (self);
  return TRUE;
}

/* --- life ------------------------------------------------------------------- */

static void
dark_cb (HsArticleView   *self,
         GParamSpec      *pspec,
         AdwStyleManager *manager)
{
  hs_palette_set_dark (self->palette, adw_style_manager_get_dark (manager));
}

static void
layers_cb (HsArticleView *self)
{
  hs_article_view_apply_marks (self);
  hs_article_view_make_notes (self);
  hs_article_view_relayout (self);
}

static void
hidden_signals_cb (HsArticleView *self)
{
  if (self->reading == NULL)
    return;
  hs_article_view_collect_marks (self);
  layers_cb (self);
}

static void
hs_article_view_dispose (GObject *object)
{
  HsArticleView *self = HS_ARTICLE_VIEW (object);

  g_clear_handle_id (&self->flash_source, g_source_remove);
  g_clear_handle_id (&self->margin_source, g_source_remove);

  G_OBJECT_CLASS (hs_article_view_parent_class)->dispose (object);
}

static void
hs_article_view_finalize (GObject *object)
{
  HsArticleView *self = HS_ARTICLE_VIEW (object);

  g_clear_pointer (&self->text, hs_reader_text_free);
  g_clear_pointer (&self->reading, hs_reading_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_object (&self->palette);
  g_clear_object (&self->preferences);
  g_array_unref (self->unfolded);
  g_array_unref (self->marks);
  g_array_unref (self->found);
  g_ptr_array_unref (self->note_buttons);

  G_OBJECT_CLASS (hs_article_view_parent_class)->finalize (object);
}

static void
hs_article_view_class_init (HsArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hs_article_view_dispose;
  object_class->finalize = hs_article_view_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = hs_article_view_size_allocate;

  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hs_article_view_add_controllers (HsArticleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (click_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, key);
}

static void
hs_article_view_init (HsArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkTextBuffer) buffer = NULL;

  self->palette = hs_palette_new ();
  self->preferences = g_object_ref (hs_preferences_get_default ());
  self->unfolded = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->marks = g_array_new (FALSE, FALSE, sizeof (HsMark));
  self->found = g_array_new (FALSE, FALSE, sizeof (HsSpan));
  self->note_buttons = g_ptr_array_new ();
  self->current_mark = -1;
  self->found_at = -1;

  buffer = gtk_text_buffer_new (hs_palette_get_table (self->palette));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_buffer (view, buffer);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 20);
  gtk_text_view_set_bottom_margin (view, 60);
  gtk_text_view_set_pixels_inside_wrap (view, 5);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hs-article");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  hs_article_view_add_controllers (self);

  hs_palette_set_dark (self->palette, adw_style_manager_get_dark (manager));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-layers", G_CALLBACK (layers_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-signals", G_CALLBACK (hidden_signals_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::line-width", G_CALLBACK (hs_article_view_relayout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::font-size", G_CALLBACK (hs_article_view_relayout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::serif", G_CALLBACK (hs_article_view_relayout), self,
                           G_CONNECT_SWAPPED);
}

static void
hs_article_view_index_entities (HsArticleView *self)
{
  g_clear_pointer (&self->entities, g_hash_table_unref);
  self->entities = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->reading->entities->len; i++)
    {
      HsReadingEntity *entity = g_ptr_array_index (self->reading->entities, i);

      g_hash_table_insert (self->entities, &entity->entity, entity);
    }
}

/**
 * hs_article_view_set_reading:
 * @reading: (nullable)
 *
 * Shows @reading. When it is the same text as before, only what is known of it
 * being new, the place in it stays.
 */
void
hs_article_view_set_reading (HsArticleView *self,
                             HsReading     *reading)
{
  gboolean same;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  if (self->reading == reading)
    return;
  same = self->reading != NULL && reading != NULL && self->reading->id == reading->id
         && g_strcmp0 (self->reading->document->text, reading->document->text) == 0
         && g_strcmp0 (self->reading->document->byline, reading->document->byline) == 0
         && self->reading->document->blocks->len == reading->document->blocks->len;
  if (!same)
    g_array_set_size (self->unfolded, 0);
  g_clear_pointer (&self->reading, hs_reading_unref);
  self->reading = reading != NULL ? hs_reading_ref (reading) : NULL;
  self->current_mark = -1;
  if (!same)
    hs_article_view_fill (self);
  g_array_set_size (self->marks, 0);
  if (reading != NULL)
    {
      hs_article_view_index_entities (self);
      hs_article_view_collect_marks (self);
      hs_article_view_apply_marks (self);
    }
  hs_article_view_make_notes (self);
  hs_article_view_relayout (self);
  if (!same && gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)) != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
}

HsReading *
hs_article_view_get_reading (HsArticleView *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), NULL);

  return self->reading;
}

/* --- places ------------------------------------------------------------------ */

static gboolean
flash_over_cb (gpointer data)
{
  HsArticleView *self = data;

  self->flash_source = 0;
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_FLASH));
  return G_SOURCE_REMOVE;
}

static void
hs_article_view_flash (HsArticleView *self,
                       guint          start,
                       guint          end)
{
  GtkTextTag *tag = hs_palette_get_extra (self->palette, HS_EXTRA_FLASH);

  g_clear_handle_id (&self->flash_source, g_source_remove);
  hs_article_view_untag_all (self, tag);
  hs_article_view_tag (self, tag, start, end);
  self->flash_source = g_timeout_add (FLASH_MSEC, flash_over_cb, self);
}

static void
hs_article_view_scroll_to_char (HsArticleView *self,
                                guint          offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1, TRUE, 0, 0.3);
}

/* Scrolls to the words, opening the fold they are in, and may make them flash. */
void
hs_article_view_show_span (HsArticleView *self,
                           HsSpan         span,
                           gboolean       flash)
{
  guint start, end;
  int fold;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  if (self->text == NULL || hs_span_is_none (span))
    return;
  fold = hs_reader_text_get_fold (self->text, span.start);
  if (fold >= 0)
    hs_article_view_toggle_fold (self, fold);
  if (!hs_reader_text_to_chars (self->text, span, &start, &end))
    return;
  hs_article_view_scroll_to_char (self, start);
  if (flash)
    hs_article_view_flash (self, start, end);
}

/* The words the user selected; none when nothing of the article is. */
HsSpan
hs_article_view_get_selected (HsArticleView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), HS_SPAN_NONE);

  if (self->text == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return HS_SPAN_NONE;
  return hs_reader_text_to_span (self->text, gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));
}

/* Where the words stand in the widget, for a popover to point at. */
gboolean
hs_article_view_get_span_area (HsArticleView *self,
                               HsSpan         span,
                               GdkRectangle  *area)
{
  GtkTextIter iter, last;
  GdkRectangle end_area;
  guint start, end;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), FALSE);

  if (self->text == NULL || !hs_reader_text_to_chars (self->text, span, &start, &end))
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, start);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &last, end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, area);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &last, &end_area);
  if (end_area.y == area->y)
    area->width = MAX (end_area.x - area->x, 1);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &area->y);
  return TRUE;
}

/* --- finding ------------------------------------------------------------------ */

guint
hs_article_view_find_words (HsArticleView *self,
                            const char    *words)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, start, end;
  GtkTextTag *tag;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND);
  hs_article_view_untag_all (self, tag);
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT));
  g_array_set_size (self->found, 0);
  self->found_at = -1;
  if (words == NULL || *words == '\0')
    return 0;
  gtk_text_buffer_get_start_iter (buffer, &from);
  while (self->found->len < MAX_FOUND
         && gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY,
                                          &start, &end, NULL))
    {
      HsSpan span = HS_SPAN_INIT (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));

      g_array_append_val (self->found, span);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      from = end;
    }
  return self->found->len;
}

/* Returns: which one it is now, from 0; -1 when there is none */
int
hs_article_view_step_found (HsArticleView *self,
                            int            step)
{
  GtkTextTag *tag;
  HsSpan span;
  int n;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  n = self->found->len;
  if (n == 0)
    return -1;
  tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT);
  self->found_at = self->found_at < 0 ? (step > 0 ? 0 : n - 1) : (self->found_at + step + n) % n;
  span = g_array_index (self->found, HsSpan, self->found_at);
  hs_article_view_untag_all (self, tag);
  hs_article_view_tag (self, tag, span.start, span.end);
  hs_article_view_scroll_to_char (self, span.start);
  return self->found_at;
}
