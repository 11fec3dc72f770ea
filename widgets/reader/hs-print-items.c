/* hs-print-items.c: the blocks of an article as layouts for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-print-items.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-format.h"

#define BODY "Serif 10.5"
#define SMALL "Sans 8.5"
#define TABLE "Serif 9"
/* Points that a level of a list or quotation stands in */
#define INDENT 16
#define MAX_COLUMNS 40

typedef struct
{
  HsReading *reading;       /* (unowned) */
  GtkPrintContext *context; /* (unowned) */
  GPtrArray *items;         /* (unowned) */
  double width;             /* points */
  guint next_image;
} Maker;

static void
item_free (gpointer data)
{
  HsPrintItem *self = data;

  g_ptr_array_unref (self->cells);
  g_array_unref (self->xs);
  g_free (self);
}

static HsPrintItem *
add_item (Maker  *self,
          double  before)
{
  HsPrintItem *item = g_new0 (HsPrintItem, 1);

  item->cells = g_ptr_array_new_with_free_func (g_object_unref);
  item->xs = g_array_new (FALSE, FALSE, sizeof (double));
  item->before = before;
  item->bar = -1;
  g_ptr_array_add (self->items, item);
  return item;
}

/* (transfer none): the item's. @length: bytes, -1 all */
static PangoLayout *
add_cell (Maker       *self,
          HsPrintItem *item,
          const char  *font,
          const char  *text,
          gssize       length,
          double       x,
          double       width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (self->context);
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, MAX (width, 10) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, length);
  g_ptr_array_add (item->cells, layout);
  g_array_append_val (item->xs, x);
  return layout;
}

static void
add_line (Maker      *self,
          const char *font,
          const char *text,
          double      before)
{
  HsPrintItem *item = add_item (self, before);

  add_cell (self, item, font, text, -1, 0, self->width);
}

/* --- head ------------------------------------------------------------------------- */

static void
add_head (Maker *self)
{
  const HsDocument *document = self->reading->document;
  g_autofree char *published = hs_format_published (document->published);
  g_autofree char *fetched = hs_format_time (self->reading->fetched);
  g_autofree char *kept = g_strdup_printf (_("Fetched %s"), fetched);
  g_autofree char *by = document->byline != NULL ? g_strdup_printf (_("By %s"), document->byline) : g_strdup ("");
  g_autofree char *meta = NULL;
  g_autofree char *hash = g_strdup_printf (_("SHA-256 of the text: %s"), self->reading->sha256);

  meta = hs_format_join (document->outlet != NULL && *document->outlet != '\0' ? document->outlet : _("Unknown outlet"),
                         published != NULL ? published : _("date unknown"), by, NULL);
  add_line (self, "Serif Bold 18", document->title != NULL ? document->title : _("Untitled"), 0);
  add_line (self, SMALL, meta, 8);
  if (document->url != NULL && *document->url != '\0')
    add_line (self, SMALL, document->url, 2);
  add_line (self, SMALL, kept, 2);
  add_line (self, "Monospace 7", hash, 2);
}

/* --- blocks ----------------------------------------------------------------------- */

/* The words of a block with the numbers of the notes behind theirs. */
static char *
write_words (Maker         *self,
             HsSpan         span,
             PangoAttrList *attributes)
{
  const char *text = self->reading->document->text;
  GString *out = g_string_new (NULL);
  guint at = span.start;

  while (at < span.end)
    {
      guint next = span.end;
      GString *numbers = NULL;

      for (guint i = 0; i < self->reading->notes->len; i++)
        {
          const HsReadingNote *note = g_ptr_array_index (self->reading->notes, i);

          if (!hs_span_is_none (note->span) && note->span.end > at && note->span.end < next)
            next = note->span.end;
        }
      g_string_append_len (out, text + at, next - at);
      numbers = g_string_new (NULL);
      for (guint i = 0; i < self->reading->notes->len; i++)
        if (((HsReadingNote *) g_ptr_array_index (self->reading->notes, i))->span.end == next
            && !hs_span_is_none (((HsReadingNote *) g_ptr_array_index (self->reading->notes, i))->span))
          g_string_append_printf (numbers, "[%u]", i + 1);
      if (numbers->len > 0)
        {
          PangoAttribute *rise = pango_attr_rise_new (3 * PANGO_SCALE);
          PangoAttribute *scale = pango_attr_scale_new (0.7);

          rise->start_index = scale->start_index = out->len;
          g_string_append (out, numbers->str);
          rise->end_index = scale->end_index = out->len;
          pango_attr_list_insert (attributes, rise);
          pango_attr_list_insert (attributes, scale);
        }
      g_string_free (numbers, TRUE);
      at = next;
    }
  return g_string_free (out, FALSE);
}

static void
add_block (Maker         *self,
           const HsBlock *block)
{
  static const char * const fonts[HS_N_BLOCK_KINDS] = {
    [HS_BLOCK_HEADLINE] = "Serif Bold 14", [HS_BLOCK_DATELINE] = BODY, [HS_BLOCK_PARAGRAPH] = BODY,
    [HS_BLOCK_HEADING] = "Serif Bold 12", [HS_BLOCK_QUOTE] = BODY, [HS_BLOCK_CAPTION] = SMALL,
    [HS_BLOCK_LIST_ITEM] = BODY, [HS_BLOCK_BOILERPLATE] = SMALL,
  };
  guint quoted = block->quoted > 0 ? MIN (block->quoted, 6) : block->kind == HS_BLOCK_QUOTE ? 1 : 0;
  guint level = block->kind == HS_BLOCK_LIST_ITEM ? CLAMP (block->level, 1, 6) : 0;
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  HsPrintItem *item = add_item (self, block->kind == HS_BLOCK_HEADING ? 12 : level > 0 ? 4 : 8);
  double x = (quoted + level) * INDENT;
  PangoLayout *layout;

  item->keep = block->kind == HS_BLOCK_HEADING;
  if (quoted > 0)
    item->bar = (quoted - 1) * INDENT + 4;
  if (level > 0 && !block->continued)
    {
      if (block->number > 0)
        g_string_printf (text, "%u. ", block->number);
      else
        g_string_assign (text, "• ");
    }
  words = write_words (self, block->span, attributes);
  /* the numbers of notes stand where the words do, after the bullet */
  if (text->len > 0)
    pango_attr_list_update (attributes, 0, 0, text->len);
  g_string_append (text, words);
  layout = add_cell (self, item, fonts[block->kind], text->str, text->len, x, self->width - x);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* Columns of one width each: cells wrap in theirs. */
static void
add_row (Maker         *self,
         const HsBlock *block,
         guint          n_columns)
{
  const char *at = self->reading->document->text + block->span.start;
  const char *end = self->reading->document->text + block->span.end;
  double column_width = self->width / MAX (n_columns, 1);
  HsPrintItem *item = add_item (self, 0);
  guint column = MIN (block->column, MAX_COLUMNS - 1);

  item->row = TRUE;
  item->keep = block->header;
  for (; at <= end && column < MAX_COLUMNS; column++)
    {
      const char *tab = memchr (at, '\t', end - at);
      gsize length = (tab != NULL ? tab : end) - at;
      PangoLayout *layout = add_cell (self, item, block->header ? "Serif Bold 9" : TABLE, at, length,
                                      column * column_width, column_width - 6);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      item->height = MAX (item->height, height + 7);
      at += length + 1;
    }
}

static guint
count_columns (const HsDocument *document,
               guint             first)
{
  guint table = g_array_index (document->blocks, HsBlock, first).table;
  guint most = 1;

  for (guint i = first; i < document->blocks->len && g_array_index (document->blocks, HsBlock, i).table == table; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      guint n = block->column + 1;

      for (guint j = block->span.start; j < block->span.end; j++)
        n += document->text[j] == '\t';
      most = MAX (most, n);
    }
  return MIN (most, MAX_COLUMNS);
}

static void
add_images (Maker *self,
            guint  byte)
{
  const HsDocument *document = self->reading->document;

  for (; self->next_image < document->image_places->len; self->next_image++)
    {
      const HsImagePlace *place = &g_array_index (document->image_places, HsImagePlace, self->next_image);
      g_autofree char *line = NULL;

      if (place->at > byte)
        return;
      line = g_strdup_printf (_("[Picture: %s – %s]"), place->alt != NULL ? place->alt : _("without a description"),
                              (char *) g_ptr_array_index (document->images, place->image));
      add_line (self, SMALL, line, 8);
    }
}

static void
add_blocks (Maker *self)
{
  const HsDocument *document = self->reading->document;
  guint n_columns = 0, table = 0, left_out = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_BOILERPLATE)
        {
          left_out++;
          continue;
        }
      if (block->kind == HS_BLOCK_HEADLINE)
        continue; /* it stands at the head */
      add_images (self, block->span.start);
      if (block->table != 0 && block->table != table)
        n_columns = count_columns (document, i);
      table = block->table;
      if (table != 0)
        add_row (self, block, n_columns);
      else
        add_block (self, block);
    }
  add_images (self, document->length);
  if (left_out > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%u line of boilerplate is left out.",
                                                         "%u lines of boilerplate are left out.", left_out), left_out);

      add_line (self, SMALL, line, 14);
    }
}

/* --- notes ------------------------------------------------------------------------- */

static void
add_notes (Maker *self)
{
  if (self->reading->notes->len == 0)
    return;
  add_line (self, "Serif Bold 12", _("Notes"), 18);
  ((HsPrintItem *) g_ptr_array_index (self->items, self->items->len - 1))->keep = TRUE;
  for (guint i = 0; i < self->reading->notes->len; i++)
    {
      const HsReadingNote *note = g_ptr_array_index (self->reading->notes, i);
      g_autofree char *quote = hs_format_squash (note->quote, 200);
      g_autofree char *time = hs_format_time (note->modified != 0 ? note->modified : note->created);
      g_autofree char *foot = hs_format_join (note->tags, time, NULL);
      g_autofree char *line = g_strdup_printf ("%u. “%s”\n%s\n%s", i + 1, quote, note->body, foot);

      add_line (self, "Serif 9.5", line, 6);
    }
}

/**
 * hs_print_items_make:
 * @reading: an article
 * @context: what it is printed on
 *
 * Returns: (transfer full) (element-type HsPrintItem): head, blocks, notes
 */
GPtrArray *
hs_print_items_make (HsReading       *reading,
                     GtkPrintContext *context)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (item_free);
  Maker maker = { reading, context, items, gtk_print_context_get_width (context), 0 };

  add_head (&maker);
  add_blocks (&maker);
  add_notes (&maker);
  return items;
}
