/* hs-article-view-layout.c: how the blocks of an article are set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#include <string.h>

#define MARGIN_MIN 20
#define MAX_COLUMNS 40
/* Characters of a cell that are measured; longer ones have no room anyway. */
#define MAX_CELL 200
#define MAX_TABLES 60
#define TABLE_SCALE 0.92

/* --- sizes ------------------------------------------------------------------- */

static int
get_em (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size = size * 96 / 72;
  return MAX ((int) (size + 0.5), 6);
}

static int
get_char_width (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (width, 4 * PANGO_SCALE);
}

/* Gaps and the height of lines, after the size of the letters. */
void
hs_article_view_update_size (HsArticleView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int natural = PANGO_PIXELS (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  int wanted;

  pango_font_metrics_unref (metrics);
  self->em = get_em (context);
  wanted = self->em * hs_preferences_get_int (self->preferences, "line-height") / 100;
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), MAX (0, wanted - natural));
  hs_palette_set_size (self->palette, self->em);
}

/**
 * hs_article_view_update_margins:
 * @self: the text of an article
 * @width: of the widget, in pixels
 *
 * Sets both margins, so that a line is as long as is preferred, in the middle.
 */
void
hs_article_view_update_margins (HsArticleView *self,
                                int            width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int line = PANGO_PIXELS ((gint64) hs_preferences_get_int (self->preferences,
                                                            "line-width") * get_char_width (context));
  int spare = width - line;
  int left = MAX (MARGIN_MIN, spare / 2);
  int right = MAX (MARGIN_MIN, spare - left);

  if (self->n_notes > 0)
    right = MAX (right, 40);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), left);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), right);
}

/* In pixels; 0 before it has a size. */
int
hs_article_view_get_line_width (HsArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return MAX (0, width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view));
}

/* By its first letter, as the text view itself decides the way of a paragraph. */
static gboolean
begins_rtl (const char *text,
            gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      switch (g_unichar_get_script (c))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_ADLAM:
        case G_UNICODE_SCRIPT_SAMARITAN:
        case G_UNICODE_SCRIPT_MANDAIC:
        case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return FALSE;
}

/* --- tables ------------------------------------------------------------------ */

typedef struct
{
  int widths[MAX_COLUMNS];
  guint numbers[MAX_COLUMNS]; /* cells that are figures */
  guint words[MAX_COLUMNS];   /* cells that are not */
  guint n;
} Columns;

static gboolean
is_number (const char *cell,
           gsize       length)
{
  gboolean digit = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isalpha (cell[i]))
        return FALSE;
      digit = digit || g_ascii_isdigit (cell[i]);
    }
  return digit;
}

static void
measure_row (PangoLayout   *layout,
             const char    *words,
             const HsBlock *block,
             Columns       *columns)
{
  const char *end = words + (block->span.end - block->span.start);
  guint column = MIN (block->column, MAX_COLUMNS - 1);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TABLE_SCALE));
  if (block->header)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  for (const char *cell = words; cell <= end && column < MAX_COLUMNS; column++)
    {
      const char *tab = memchr (cell, '\t', end - cell);
      gsize length = (tab != NULL ? tab : end) - cell;
      int width;

      /* too long to fit: how much too long does not matter */
      if (length > MAX_CELL)
        width = 10000;
      else
        {
          pango_layout_set_text (layout, cell, length);
          pango_layout_get_pixel_size (layout, &width, NULL);
        }
      columns->widths[column] = MAX (columns->widths[column], width);
      if (length > 0 && !block->header)
        *(is_number (cell, length) ? &columns->numbers[column] : &columns->words[column]) += 1;
      columns->n = MAX (columns->n, column + 1);
      cell += length + 1;
    }
}

/* Figures stand right-aligned, as their heads do. */
static void
form_table (HsArticleView *self,
            const Columns *columns,
            HsTableForm   *form)
{
  int gap = self->em * 3 / 2;
  int x = columns->widths[0] + gap;

  form->tabs = pango_tab_array_new (MAX (columns->n, 1) - 1, TRUE);
  for (guint i = 1; i < columns->n; i++)
    {
      gboolean figures = columns->numbers[i] > 0 && columns->numbers[i] >= 4 * columns->words[i];

      pango_tab_array_set_tab (form->tabs, i - 1, figures ? PANGO_TAB_RIGHT : PANGO_TAB_LEFT,
                               figures ? x + columns->widths[i] : x);
      x += columns->widths[i] + gap;
    }
  form->width = x - gap;
}

/**
 * hs_table_form_clear:
 * @data: an #HsTableForm
 *
 * Frees its tabs; the struct itself stays the caller's.
 */
void
hs_table_form_clear (gpointer data)
{
  HsTableForm *form = data;

  g_clear_pointer (&form->tabs, pango_tab_array_free);
}

/* Finds how wide the columns of each table want to be. Right-to-left ones, and
 * those after the first many, have their cells under each other. */
void
hs_article_view_measure_tables (HsArticleView *self)
{
  const HsDocument *document = self->reading != NULL ? self->reading->document : NULL;
  g_autoptr (PangoLayout) layout = NULL;

  g_array_set_size (self->tables, 0);
  for (guint i = 0; document != NULL && i < document->blocks->len;)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      guint table = block->table;
      Columns columns = { 0 };
      HsTableForm *form;
      gboolean rtl = FALSE;

      if (table == 0 || table > MAX_TABLES)
        {
          i++;
          continue;
        }
      if (layout == NULL)
        layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      for (; i < document->blocks->len && (block = &g_array_index (document->blocks, HsBlock, i))->table == table; i++)
        {
          const char *words = document->text + block->span.start;

          rtl = rtl || begins_rtl (words, block->span.end - block->span.start);
          measure_row (layout, words, block, &columns);
        }
      if (self->tables->len <= table)
        g_array_set_size (self->tables, table + 1);
      form = &g_array_index (self->tables, HsTableForm, table);
      g_clear_pointer (&form->tabs, pango_tab_array_free);
      form_table (self, &columns, form);
      if (rtl)
        form->width = G_MAXINT;
    }
}

/* Returns: whether some table has room now that had none, or the other way */
gboolean
hs_article_view_stack_tables (HsArticleView *self)
{
  int line = hs_article_view_get_line_width (self);
  gboolean changed = self->stacked->len != self->tables->len;

  g_array_set_size (self->stacked, self->tables->len);
  for (guint i = 0; i < self->tables->len; i++)
    {
      int width = g_array_index (self->tables, HsTableForm, i).width;
      gboolean stacked = width == G_MAXINT || (line > 0 && width > line);

      changed = changed || g_array_index (self->stacked, gboolean, i) != stacked;
      g_array_index (self->stacked, gboolean, i) = stacked;
    }
  return changed;
}

/* The tag of a table's columns; one for each table. */
static GtkTextTag *
hs_article_view_get_table_tag (HsArticleView *self,
                               guint          table)
{
  GtkTextTagTable *tags = hs_palette_get_table (self->palette);
  const HsTableForm *form;

  if (self->table_tags->len <= table)
    g_ptr_array_set_size (self->table_tags, table + 1);
  if (g_ptr_array_index (self->table_tags, table) == NULL)
    {
      GtkTextTag *tag = gtk_text_tag_new (NULL);

      form = table < self->tables->len ? &g_array_index (self->tables, HsTableForm, table) : NULL;
      g_object_set (tag, "scale", TABLE_SCALE, "pixels-below-lines", self->em / 3, "pixels-above-lines", self->em / 3,
                    NULL);
      if (form != NULL && form->tabs != NULL)
        g_object_set (tag, "tabs", form->tabs, NULL);
      gtk_text_tag_table_add (tags, tag);
      g_ptr_array_index (self->table_tags, table) = tag;
    }
  return g_ptr_array_index (self->table_tags, table);
}

/* --- paragraphs ---------------------------------------------------------------- */

static gboolean
is_rtl (HsArticleView *self,
        const HsBlock *block)
{
  const char *words = self->reading->document->text + block->span.start;

  return begins_rtl (words, block->span.end - block->span.start);
}

/* The cells of a stacked row after its first one stand in a little. */
static void
hs_article_view_tag_cells (HsArticleView     *self,
                           const HsParagraph *paragraph)
{
  const HsBlock *block = paragraph->block;
  const char *words = self->reading->document->text + block->span.start;
  const char *tab = memchr (words, '\t', block->span.end - block->span.start);

  if (tab != NULL && block->table < self->stacked->len && g_array_index (self->stacked, gboolean, block->table))
    hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_CELL),
                         paragraph->words + g_utf8_strlen (words, tab - words) + 1, paragraph->end);
}

static gboolean
is_group (const HsParagraph *paragraph)
{
  return paragraph->block != NULL && (paragraph->block->table != 0 || paragraph->kind == HS_BLOCK_LIST_ITEM);
}

static void
hs_article_view_tag_block (HsArticleView     *self,
                           const HsParagraph *paragraph)
{
  const HsBlock *block = paragraph->block;
  gboolean item = block->kind == HS_BLOCK_LIST_ITEM && block->table == 0;
  guint quoted = block->quoted > 0 ? block->quoted : block->kind == HS_BLOCK_QUOTE ? 1 : 0;
  gboolean rtl = (item || quoted > 0) && is_rtl (self, block);

  if (block->kind == HS_BLOCK_HEADING)
    hs_article_view_tag (self, hs_palette_get_heading (self->palette, block->level), paragraph->start, paragraph->end);
  if (item)
    hs_article_view_tag (self, hs_palette_get_item (self->palette, MAX (block->level, 1), rtl), paragraph->start,
                         paragraph->end);
  if (quoted > 0)
    hs_article_view_tag (self, hs_palette_get_quote (self->palette, quoted, rtl), paragraph->start, paragraph->end);
  if (block->table != 0)
    {
      hs_article_view_tag (self, hs_article_view_get_table_tag (self, block->table), paragraph->start, paragraph->end);
      hs_article_view_tag_cells (self, paragraph);
      if (block->header)
        hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_HEADER), paragraph->start,
                             paragraph->end);
    }
}

/**
 * hs_article_view_tag_paragraphs:
 * @self: the text of an article
 *
 * Gives each paragraph the tags of its kind; those of tables are made again.
 */
void
hs_article_view_tag_paragraphs (HsArticleView *self)
{
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);

  for (guint i = 0; i < self->table_tags->len; i++)
    if (g_ptr_array_index (self->table_tags, i) != NULL)
      gtk_text_tag_table_remove (hs_palette_get_table (self->palette), g_ptr_array_index (self->table_tags, i));
  g_ptr_array_set_size (self->table_tags, 0);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);

      hs_article_view_tag (self, hs_palette_get_block (self->palette, paragraph->kind), paragraph->start,
                           paragraph->end);
      if (i > 0 && is_group (paragraph - 1) && !is_group (paragraph) && paragraph->kind != HS_BLOCK_HEADING)
        hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_AFTER), paragraph->start,
                             paragraph->end);
      if (paragraph->block != NULL)
        hs_article_view_tag_block (self, paragraph);
      else if (paragraph->image >= 0)
        hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_IMAGE), paragraph->start,
                             paragraph->end);
      else if (paragraph->fold >= 0)
        hs_article_view_tag (self, hs_palette_get_extra (self->palette, HS_EXTRA_FOLD), paragraph->start,
                             paragraph->end);
    }
}

/* --- what is drawn under the words ---------------------------------------------- */

static void
get_color (HsArticleView *self,
           double         alpha,
           GdkRGBA       *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), color);
  color->alpha *= alpha;
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *color,
      double         x,
      double         y,
      double         width,
      double         height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
hs_article_view_draw_quote (HsArticleView     *self,
                            GtkSnapshot       *snapshot,
                            const HsParagraph *paragraph,
                            gboolean           joined,
                            int                y,
                            int                height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint quoted = CLAMP (paragraph->block->quoted, 1, HS_PALETTE_LEVELS);
  gboolean rtl = is_rtl (self, paragraph->block);
  int indent = hs_palette_get_indent (self->palette);
  int left = gtk_text_view_get_left_margin (view);
  int right = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (view);
  GdkRGBA color;

  get_color (self, 0.28, &color);
  for (guint i = 0; i < quoted; i++)
    {
      int x = rtl ? right - (int) i * indent - indent / 3 - 3 : left + (int) i * indent + indent / 3;

      fill (snapshot, &color, x, y, 3, height - (joined ? 0 : self->em * 4 / 5));
    }
}

static void
hs_article_view_draw_row (HsArticleView     *self,
                          GtkSnapshot       *snapshot,
                          const HsParagraph *paragraph,
                          gboolean           first,
                          int                y,
                          int                height)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  guint table = paragraph->block->table;
  gboolean stacked = table < self->stacked->len && g_array_index (self->stacked, gboolean, table);
  int left = gtk_text_view_get_left_margin (view);
  int width = hs_article_view_get_line_width (self);
  GdkRGBA color;

  if (!stacked && table < self->tables->len)
    width = MIN (width, g_array_index (self->tables, HsTableForm, table).width);
  if (paragraph->block->header)
    {
      get_color (self, 0.06, &color);
      fill (snapshot, &color, left - 6, y, width + 12, height);
    }
  get_color (self, paragraph->block->header ? 0.45 : 0.18, &color);
  fill (snapshot, &color, left - 6, y + height - 1, width + 12, 1);
  if (first)
    fill (snapshot, &color, left - 6, y, width + 12, 1);
}

static guint
get_quoted (const HsParagraph *paragraph)
{
  if (paragraph->block == NULL)
    return 0;
  return paragraph->block->quoted > 0 ? paragraph->block->quoted : paragraph->kind == HS_BLOCK_QUOTE ? 1 : 0;
}

/* Lines beside quotations, rules between the rows of tables: of what is in view. */
void
hs_article_view_draw_below (HsArticleView *self,
                            GtkSnapshot   *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  const GArray *paragraphs = self->text != NULL ? hs_reader_text_get_paragraphs (self->text) : NULL;
  GdkRectangle area;
  GtkTextIter iter;

  if (paragraphs == NULL || paragraphs->len == 0)
    return;
  gtk_text_view_get_visible_rect (view, &area);
  gtk_text_view_get_line_at_y (view, &iter, area.y, NULL);
  for (guint i = hs_reader_text_find_paragraph (self->text, gtk_text_iter_get_offset (&iter)); i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);
      const HsParagraph *next = i + 1 < paragraphs->len ? paragraph + 1 : NULL;
      const HsParagraph *before = i > 0 ? paragraph - 1 : NULL;
      int y, height, last_y, last_height;

      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, paragraph->start);
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      if (y > area.y + area.height)
        return;
      if (get_quoted (paragraph) == 0 && (paragraph->block == NULL || paragraph->block->table == 0))
        continue;
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, paragraph->end);
      gtk_text_view_get_line_yrange (view, &iter, &last_y, &last_height);
      height = last_y + last_height - y;
      if (get_quoted (paragraph) > 0)
        hs_article_view_draw_quote (self, snapshot, paragraph, next != NULL && get_quoted (next) > 0, y, height);
      if (paragraph->block->table != 0)
        hs_article_view_draw_row (self, snapshot, paragraph,
                                  before == NULL || before->block == NULL
                                  || before->block->table != paragraph->block->table,
                                  y, height);
    }
}
