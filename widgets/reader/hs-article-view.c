/* hs-article-view.c: the text of an article with its marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hs-bidi.h"

#define FLASH_MSEC 1600
#define MIN_WIDTH 120
/* How often, and after how long, it is looked whether the place is still the same. */
#define MAX_TOPS 5
#define TOP_MSEC 90

G_DEFINE_FINAL_TYPE (HsArticleView, hs_article_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_MARK_ACTIVATED,
  SIGNAL_MARK_HOVERED,
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_LINK_SHOWN,
  SIGNAL_FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- text ------------------------------------------------------------------ */

/* Text first, at once; tags after: much faster than inserting piece by piece. */
static void
hs_article_view_fill (HsArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  HsReaderTextForm form = { (const gboolean *) self->unfolded->data, self->unfolded->len, NULL, 0 };
  g_autofree char *shown = NULL;
  GtkTextIter start;
  const char *text;
  gsize length;

  g_clear_pointer (&self->text, hs_reader_text_free);
  g_array_set_size (self->found, 0);
  g_ptr_array_set_size (self->slots, 0);
  self->found_at = -1;
  self->current_mark = -1;
  if (self->reading == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  hs_article_view_stack_tables (self);
  form.stacked = (const gboolean *) self->stacked->data;
  form.n_stacked = self->stacked->len;
  self->text = hs_reader_text_new (self->reading, &form);
  text = hs_reader_text_get_text (self->text, &length);
  shown = hs_bidi_show (text, length);
  gtk_text_buffer_set_text (buffer, shown, length);
  hs_article_view_tag_paragraphs (self);
  hs_article_view_place_pictures (self);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* The same article in another form; its place stays. */
void
hs_article_view_refill (HsArticleView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  int found_at = self->found_at;

  hs_article_view_fill (self);
  hs_article_view_apply_marks (self);
  hs_article_view_find_again (self, found_at);
  hs_article_view_place_notes (self);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
  g_signal_emit (self, signals[SIGNAL_FILLED], 0);
}

/* Where the keys stand stays on the line that folds. */
void
hs_article_view_toggle_fold (HsArticleView *self,
                             guint          fold)
{
  const GArray *paragraphs;

  if (self->unfolded->len <= fold)
    g_array_set_size (self->unfolded, fold + 1);
  g_array_index (self->unfolded, gboolean, fold) = !g_array_index (self->unfolded, gboolean, fold);
  hs_article_view_refill (self);
  paragraphs = hs_reader_text_get_paragraphs (self->text);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);
      GtkTextIter iter;

      if (!paragraph->ours || paragraph->fold != (int) fold)
        continue;
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter, paragraph->start);
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter);
      return;
    }
}

/**
 * hs_article_view_unfold_all:
 * @self: a view
 * @unfolded: whether boilerplate is shown
 */
void
hs_article_view_unfold_all (HsArticleView *self,
                            gboolean       unfolded)
{
  guint n;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  n = self->text != NULL ? hs_reader_text_get_n_folds (self->text) : 0;
  if (n == 0)
    return;
  g_array_set_size (self->unfolded, n);
  for (guint i = 0; i < n; i++)
    g_array_index (self->unfolded, gboolean, i) = unfolded;
  hs_article_view_refill (self);
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

/* Where reading stopped, as soon as the lines are known; and again, as the heights
 * of pictures and of lines that were not looked at become known after that. Whoever
 * scrolls meanwhile goes first. */
static gboolean
top_cb (gpointer data)
{
  HsArticleView *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  HsSpan span = HS_SPAN_INIT (self->wanted_top, self->wanted_top + 1);
  GtkTextIter iter;
  guint start, end;

  self->top_source = 0;
  if (self->wanted_top == 0 || self->text == NULL || !hs_reader_text_to_chars (self->text, span, &start, &end))
    {
      self->wanted_top = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0);
  if (++self->n_tops < MAX_TOPS)
    self->top_source = g_timeout_add (TOP_MSEC, top_cb, self);
  else
    self->wanted_top = 0;
  return G_SOURCE_REMOVE;
}

static void
hs_article_view_queue_top (HsArticleView *self)
{
  if (self->top_source == 0)
    self->top_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, top_cb, self, NULL);
}

/* Somebody goes elsewhere: where reading stopped is not sought any more. */
void
hs_article_view_forget_top (HsArticleView *self)
{
  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  self->wanted_top = 0;
  g_clear_handle_id (&self->top_source, g_source_remove);
}

static gboolean
tables_cb (gpointer data)
{
  HsArticleView *self = data;

  self->table_source = 0;
  if (hs_article_view_stack_tables (self))
    hs_article_view_refill (self);
  return G_SOURCE_REMOVE;
}

/* Whether tables have room shows only with a width; the text is not changed in
 * the middle of a layout. */
static void
hs_article_view_queue_tables (HsArticleView *self)
{
  if (self->tables->len > 0 && self->table_source == 0)
    self->table_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 5, tables_cb, self, NULL);
}

/* The places of pictures are as wide as the line was: they go with the width, and
 * must not keep it from becoming less. */
static void
hs_article_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GTK_WIDGET_CLASS (hs_article_view_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                            minimum_baseline, natural_baseline);
  if (orientation != GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = MIN (*minimum, MIN_WIDTH);
  *natural = MAX (*minimum, MIN (*natural, MIN_WIDTH));
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
      hs_article_view_size_pictures (self);
      hs_article_view_queue_tables (self);
    }
  GTK_WIDGET_CLASS (hs_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  hs_article_view_queue_notes (self);
  if (self->wanted_top > 0 && self->n_tops == 0)
    hs_article_view_queue_top (self);
}

static void
hs_article_view_relayout (HsArticleView *self)
{
  self->laid_out_width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The letters are of another size or sort: what was measured with them is too. */
static void
hs_article_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  HsArticleView *self = HS_ARTICLE_VIEW (widget);
  int em = self->em;

  GTK_WIDGET_CLASS (hs_article_view_parent_class)->css_changed (widget, change);
  hs_article_view_update_size (self);
  if (self->tables->len > 0 && em != self->em)
    {
      hs_article_view_measure_tables (self);
      g_array_set_size (self->stacked, 0);
      hs_article_view_queue_tables (self);
    }
  hs_article_view_relayout (self);
}

static void
hs_article_view_snapshot_layer (GtkTextView      *view,
                                GtkTextViewLayer  layer,
                                GtkSnapshot      *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    hs_article_view_draw_below (HS_ARTICLE_VIEW (view), snapshot);
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
line_height_cb (HsArticleView *self)
{
  hs_article_view_update_size (self);
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
  g_clear_handle_id (&self->table_source, g_source_remove);
  g_clear_handle_id (&self->top_source, g_source_remove);
  hs_article_view_forget_pointer (self);

  G_OBJECT_CLASS (hs_article_view_parent_class)->dispose (object);
}

static void
hs_article_view_finalize (GObject *object)
{
  HsArticleView *self = HS_ARTICLE_VIEW (object);

  g_clear_pointer (&self->text, hs_reader_text_free);
  g_clear_pointer (&self->reading, hs_reading_unref);
  g_clear_object (&self->palette);
  g_clear_object (&self->preferences);
  g_array_unref (self->unfolded);
  g_array_unref (self->stacked);
  g_array_unref (self->tables);
  g_ptr_array_unref (self->table_tags);
  g_ptr_array_unref (self->slots);
  g_hash_table_unref (self->paintables);
  g_array_unref (self->marks);
  g_array_unref (self->found);
  g_free (self->found_words);
  g_ptr_array_unref (self->note_buttons);

  G_OBJECT_CLASS (hs_article_view_parent_class)->finalize (object);
}

static void
hs_article_view_class_init (HsArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hs_article_view_dispose;
  object_class->finalize = hs_article_view_finalize;
  GTK_WIDGET_CLASS (klass)->measure = hs_article_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = hs_article_view_size_allocate;
  GTK_WIDGET_CLASS (klass)->css_changed = hs_article_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = hs_article_view_snapshot_layer;

  signals[SIGNAL_MARK_ACTIVATED] = g_signal_new ("mark-activated", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_MARK_HOVERED] = g_signal_new ("mark-hovered", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LINK_SHOWN] = g_signal_new ("link-shown", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FILLED] = g_signal_new ("filled", HS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

/* There is none for a number that no table has. */
static void
unref_tag (gpointer tag)
{
  if (tag != NULL)
    g_object_unref (tag);
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
  self->stacked = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->tables = g_array_new (FALSE, TRUE, sizeof (HsTableForm));
  g_array_set_clear_func (self->tables, hs_table_form_clear);
  self->table_tags = g_ptr_array_new_with_free_func (unref_tag);
  self->slots = g_ptr_array_new ();
  self->paintables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->marks = g_array_new (FALSE, FALSE, sizeof (HsMark));
  self->found = g_array_new (FALSE, FALSE, sizeof (HsFound));
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
  gtk_widget_add_css_class (GTK_WIDGET (self), "hs-article");
  hs_article_view_add_controllers (self);

  hs_palette_set_dark (self->palette, adw_style_manager_get_dark (manager));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-layers", G_CALLBACK (layers_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::hidden-signals", G_CALLBACK (hidden_signals_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::line-width", G_CALLBACK (hs_article_view_relayout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::line-height", G_CALLBACK (line_height_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * hs_article_view_set_reading:
 * @reading: (nullable)
 *
 * Shows @reading. When it is the same text as before, only what is known of it
 * being new, the place in it stays, and the mark that the keys stood on.
 */
void
hs_article_view_set_reading (HsArticleView *self,
                             HsReading     *reading)
{
  HsMark gone_to = { 0, 0, HS_SPAN_NONE };
  gboolean same;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  if (self->reading == reading)
    return;
  if (self->current_mark >= 0 && self->current_mark < (int) self->marks->len)
    gone_to = g_array_index (self->marks, HsMark, self->current_mark);
  same = self->reading != NULL && reading != NULL && self->reading->id == reading->id
         && g_strcmp0 (self->reading->document->text, reading->document->text) == 0
         && g_strcmp0 (self->reading->document->byline, reading->document->byline) == 0
         && self->reading->document->blocks->len == reading->document->blocks->len;
  if (!same)
    {
      g_array_set_size (self->unfolded, 0);
      g_hash_table_remove_all (self->paintables);
      hs_article_view_forget_pointer (self);
    }
  g_clear_pointer (&self->reading, hs_reading_unref);
  self->reading = reading != NULL ? hs_reading_ref (reading) : NULL;
  self->current_mark = -1;
  if (!same)
    {
      hs_article_view_measure_tables (self);
      hs_article_view_fill (self);
    }
  else if (reading->pictures)
    hs_article_view_load_pictures (self);
  g_array_set_size (self->marks, 0);
  if (reading != NULL)
    {
      hs_article_view_collect_marks (self);
      hs_article_view_apply_marks (self);
      if (same && !hs_span_is_none (gone_to.span))
        hs_article_view_go_on_from (self, &gone_to);
    }
  hs_article_view_make_notes (self);
  hs_article_view_relayout (self);
  if (!same && gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)) != NULL)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
  if (!same)
    {
      hs_article_view_forget_top (self);
      self->wanted_top = reading != NULL ? reading->read_to : 0;
      self->n_tops = 0;
      g_signal_emit (self, signals[SIGNAL_FILLED], 0);
    }
}

/**
 * hs_article_view_get_reading:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the article that is shown
 */
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

/* The first byte of the article that is in view. */
guint
hs_article_view_get_top (HsArticleView *self)
{
  GdkRectangle area;
  GtkTextIter iter;
  guint byte = 0;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  if (self->text == NULL)
    return 0;
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &area);
  if (area.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)),
                                      area.y);
  /* what stands at the top may be ours: then what follows it */
  for (int offset = gtk_text_iter_get_offset (&iter);
       offset < gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))); offset++)
    if (hs_reader_text_to_byte (self->text, offset, &byte))
      break;
  return byte;
}

/**
 * hs_article_view_scroll_to_char:
 * @self: the text of an article
 * @offset: a character of the buffer
 *
 * Places the cursor there, at a third of the height.
 */
void
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

  hs_article_view_forget_top (self); /* these words, and not where reading stopped */
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

