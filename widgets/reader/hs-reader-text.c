/* hs-reader-text.c: the article as the reader shows it, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reader-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hs-fold-words.h"

/* A paragraph longer than this is broken after a sentence: the text view takes
 * a time that grows with the square of a paragraph's length. */
#define LONG_PARAGRAPH 2400
/* Stands for a picture; none of a text's own is shown, so that each is ours. */
#define OBJECT 0xfffc
/* Columns of a table; the words of more stand in the last. */
#define MAX_COLUMNS 40

typedef struct
{
  HsSpan span;  /* bytes of the article */
  guint chars;  /* the same start, in characters of the article */
  guint offset; /* the same start, in characters of the shown text */
  guint n_chars;
} Segment;

typedef struct
{
  HsSpan span;
  gboolean shown;
} Fold;

struct _HsReaderText
{
  HsReading *reading; /* (owned) */
  HsReaderTextForm form;  /* (unowned): only while it is made */
  guint next_image;
  HsSpanMap *map;     /* (owned) */
  GString *text;      /* (owned) */
  guint n_chars;
  GArray *segments;   /* (owned) (element-type Segment): by span and by offset */
  GArray *paragraphs; /* (owned) (element-type HsParagraph) */
  GArray *folds;      /* (owned) (element-type Fold) */
};

static void
hs_reader_text_start_line (HsReaderText *self)
{
  if (self->text->len > 0)
    {
      g_string_append_c (self->text, '\n');
      self->n_chars++;
    }
}

static void
hs_reader_text_add_ours (HsReaderText *self,
                         HsBlockKind   kind,
                         int           fold,
                         const char   *words)
{
  HsParagraph paragraph = { .kind = kind, .ours = TRUE, .fold = fold, .image = -1 };

  hs_reader_text_start_line (self);
  paragraph.start = paragraph.words = self->n_chars;
  g_string_append (self->text, words);
  self->n_chars += g_utf8_strlen (words, -1);
  paragraph.end = self->n_chars;
  g_array_append_val (self->paragraphs, paragraph);
}

/* Every character of the block becomes one character, so that places convert
 * by addition. */
static void
hs_reader_text_append_words (HsReaderText *self,
                             HsSpan        span,
                             gunichar      tab)
{
  const char *text = self->reading->document->text;
  guint since_break = 0;
  gboolean sentence_end = FALSE;

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      since_break++;
      if (c == ' ' && sentence_end && since_break > LONG_PARAGRAPH)
        {
          c = '\n';
          since_break = 0;
        }
      else if (c == '\t')
        c = tab;
      else if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == OBJECT)
        c = ' ';
      sentence_end = c == '.' || c == '!' || c == '?' || c == 0x201d || c == 0x3002;
      g_string_append_unichar (self->text, c);
      self->n_chars++;
    }
}

/* The pictures that stand before @byte of the article. */
static void
hs_reader_text_add_images (HsReaderText *self,
                           guint         byte,
                           gboolean      shown)
{
  const GArray *places = self->reading->document->image_places;

  for (; self->next_image < places->len; self->next_image++)
    {
      HsParagraph paragraph = { .kind = HS_BLOCK_CAPTION, .ours = TRUE, .fold = -1, .image = self->next_image };

      if (g_array_index (places, HsImagePlace, self->next_image).at > byte)
        return;
      if (!shown)
        continue;
      hs_reader_text_start_line (self);
      paragraph.start = paragraph.words = self->n_chars;
      g_string_append_unichar (self->text, OBJECT);
      paragraph.end = ++self->n_chars;
      g_array_append_val (self->paragraphs, paragraph);
    }
}

static gboolean
begins_with_bullet (const char *words)
{
  gunichar c = g_utf8_get_char (words);

  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2023 || c == '*' || c == '-' || c == 0x2013;
}

/* The bullet or number of an item, the empty cells before the first of a row. */
static void
hs_reader_text_add_prefix (HsReaderText  *self,
                           const HsBlock *block,
                           gboolean       stacked)
{
  g_autofree char *number = NULL;
  const char *prefix = NULL;

  if (block->kind == HS_BLOCK_LIST_ITEM && block->table == 0 && block->level > 0 && block->continued)
    prefix = "\t";
  else if (block->kind == HS_BLOCK_LIST_ITEM && block->table == 0 && block->number > 0)
    prefix = number = g_strdup_printf ("%u.\t", block->number);
  else if (block->kind == HS_BLOCK_LIST_ITEM && block->table == 0
           && !begins_with_bullet (self->reading->document->text + block->span.start))
    prefix = block->level > 1 ? "◦\t" : "•\t";
  if (prefix != NULL)
    {
      g_string_append (self->text, prefix);
      self->n_chars += g_utf8_strlen (prefix, -1);
    }
  for (guint i = 0; block->table != 0 && !stacked && i < MIN (block->column, MAX_COLUMNS); i++)
    {
      g_string_append_c (self->text, '\t');
      self->n_chars++;
    }
}

static void
hs_reader_text_add_block (HsReaderText  *self,
                          const HsBlock *block,
                          int            fold)
{
  HsParagraph paragraph = { .kind = block->kind, .fold = fold, .image = -1, .block = block };
  Segment segment = { .span = block->span };
  gboolean stacked = block->table != 0 && block->table < self->form.n_stacked && self->form.stacked[block->table];

  hs_reader_text_add_images (self, block->span.start, TRUE);
  hs_reader_text_start_line (self);
  paragraph.start = self->n_chars;
  hs_reader_text_add_prefix (self, block, stacked);
  paragraph.words = segment.offset = self->n_chars;
  segment.chars = hs_span_map_to_chars (self->map, block->span.start);
  hs_reader_text_append_words (self, block->span, block->table == 0 ? ' ' : stacked ? '\n' : '\t');
  paragraph.end = self->n_chars;
  segment.n_chars = self->n_chars - segment.offset;
  g_array_append_val (self->segments, segment);
  g_array_append_val (self->paragraphs, paragraph);
}

/* Blocks of boilerplate that follow each other are one fold. Returns the index
 * of the first block after it. */
static guint
hs_reader_text_add_fold (HsReaderText *self,
                         guint         first)
{
  const HsDocument *document = self->reading->document;
  const GArray *blocks = document->blocks;
  guint index = self->folds->len;
  guint end = first;
  Fold fold = { .shown = index < self->form.n_unfolded && self->form.unfolded[index] };
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  while (end < blocks->len && g_array_index (blocks, HsBlock, end).kind == HS_BLOCK_BOILERPLATE)
    end++;
  fold.span = HS_SPAN_INIT (g_array_index (blocks, HsBlock, first).span.start,
                            g_array_index (blocks, HsBlock, end - 1).span.end);
  g_array_append_val (self->folds, fold);
  hs_reader_text_add_images (self, fold.span.start, TRUE);
  words = hs_fold_describe (document, first, end);
  line = g_strconcat (fold.shown ? "▾ " : "▸ ", words, NULL);
  hs_reader_text_add_ours (self, HS_BLOCK_BOILERPLATE, index, line);
  for (guint i = first; fold.shown && i < end; i++)
    hs_reader_text_add_block (self, &g_array_index (blocks, HsBlock, i), index);
  hs_reader_text_add_images (self, fold.span.end, fold.shown);
  return end;
}

static void
hs_reader_text_add_byline (HsReaderText *self)
{
  const char *byline = self->reading->document->byline;
  g_autofree char *line = NULL;

  if (byline == NULL || *byline == '\0')
    return;
  line = g_strdup_printf (_("By %s"), byline);
  hs_reader_text_add_ours (self, HS_BLOCK_DATELINE, -1, line);
}

static void
hs_reader_text_add_all (HsReaderText *self,
                        gboolean      byline)
{
  const GArray *blocks = self->reading->document->blocks;

  for (guint i = 0; i < blocks->len;)
    {
      const HsBlock *block = &g_array_index (blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_BOILERPLATE)
        {
          i = hs_reader_text_add_fold (self, i);
          continue;
        }
      hs_reader_text_add_block (self, block, -1);
      if (block->kind == HS_BLOCK_HEADLINE && byline)
        {
          hs_reader_text_add_byline (self);
          byline = FALSE; /* one is enough */
        }
      i++;
    }
  hs_reader_text_add_images (self, self->reading->document->length, TRUE);
}

/**
 * hs_reader_text_new:
 * @reading: an article
 * @form: (nullable): which folds are open, which tables narrow; none by itself
 *
 * Returns: (transfer full): its shown text
 */
HsReaderText *
hs_reader_text_new (HsReading              *reading,
                    const HsReaderTextForm *form)
{
  HsReaderText *self;
  const HsDocument *document;
  gboolean has_headline = FALSE;

  g_return_val_if_fail (reading != NULL && reading->document != NULL, NULL);

  document = reading->document;
  self = g_new0 (HsReaderText, 1);
  self->reading = hs_reading_ref (reading);
  if (form != NULL)
    self->form = *form;
  self->map = hs_span_map_new (document->text, document->length);
  self->text = g_string_sized_new (document->length + 256);
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (HsParagraph));
  self->folds = g_array_new (FALSE, FALSE, sizeof (Fold));

  for (guint i = 0; i < document->blocks->len && !has_headline; i++)
    has_headline = g_array_index (document->blocks, HsBlock, i).kind == HS_BLOCK_HEADLINE;
  if (!has_headline)
    {
      hs_reader_text_add_ours (self, HS_BLOCK_HEADLINE, -1, document->title != NULL ? document->title : _("Untitled"));
      hs_reader_text_add_byline (self);
    }
  hs_reader_text_add_all (self, has_headline);
  self->form = (HsReaderTextForm){ 0 };
  return self;
}

/**
 * hs_reader_text_free:
 * @self: (transfer full): the text of an article as it is shown
 */
void
hs_reader_text_free (HsReaderText *self)
{
  g_clear_pointer (&self->reading, hs_reading_unref);
  g_clear_pointer (&self->map, hs_span_map_free);
  g_string_free (self->text, TRUE);
  g_array_unref (self->segments);
  g_array_unref (self->paragraphs);
  g_array_unref (self->folds);
  g_free (self);
}

/**
 * hs_reader_text_get_text:
 * @self: the text as it is shown
 * @length: (out) (optional): in bytes
 *
 * Returns: (transfer none): it
 */
const char *
hs_reader_text_get_text (HsReaderText *self,
                         gsize        *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

/* Returns: (transfer none) (element-type HsParagraph) */
const GArray *
hs_reader_text_get_paragraphs (HsReaderText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->paragraphs;
}

/**
 * hs_reader_text_get_n_folds:
 * @self: the text as it is shown
 *
 * Returns: how many stretches of it are folded, or could be
 */
guint
hs_reader_text_get_n_folds (HsReaderText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->folds->len;
}

/**
 * hs_reader_text_get_fold:
 * @self: the text of an article as it is shown
 * @byte: of the article
 *
 * Returns: index of the fold that hides it; -1 when it is shown
 */
int
hs_reader_text_get_fold (HsReaderText *self,
                         guint         byte)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->folds->len; i++)
    {
      const Fold *fold = &g_array_index (self->folds, Fold, i);

      if (!fold->shown && byte >= fold->span.start && byte < fold->span.end)
        return i;
    }
  return -1;
}

/* The first segment that ends after @byte. */
static guint
hs_reader_text_find_segment (HsReaderText *self,
                             guint         byte)
{
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->segments, Segment, middle).span.end <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hs_reader_text_foreach:
 * @self: the text of an article as it is shown
 * @span: bytes of the article
 * @func: is called with where a stretch of it stands in the shown text, in characters
 * @user_data: for @func
 *
 * Calls @func for every stretch that is shown; what a fold hides is left out.
 */
void
hs_reader_text_foreach (HsReaderText     *self,
                        HsSpan            span,
                        HsReaderTextFunc  func,
                        gpointer          user_data)
{
  g_return_if_fail (self != NULL);

  for (guint i = hs_reader_text_find_segment (self, span.start); i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      HsSpan part = HS_SPAN_INIT (MAX (span.start, segment->span.start), MIN (span.end, segment->span.end));
      HsSpan chars;

      if (segment->span.start >= span.end)
        break;
      if (hs_span_is_none (part))
        continue;
      chars = hs_span_map_span_to_chars (self->map, part);
      func (segment->offset + chars.start - segment->chars, segment->offset + chars.end - segment->chars, user_data);
    }
}

typedef struct
{
  gboolean any;
  guint start;
  guint end;
} Extent;

static void
extend (guint    start,
        guint    end,
        gpointer user_data)
{
  Extent *extent = user_data;

  if (!extent->any)
    extent->start = start;
  extent->any = TRUE;
  extent->end = end;
}

/**
 * hs_reader_text_to_chars:
 * @self: the text of an article as it is shown
 * @span: bytes of the article
 * @start: (out): the first character of the shown text that is of it
 * @end: (out): past the last
 *
 * Returns: %FALSE when no byte of @span is shown
 */
gboolean
hs_reader_text_to_chars (HsReaderText *self,
                         HsSpan        span,
                         guint        *start,
                         guint        *end)
{
  Extent extent = { FALSE, 0, 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  hs_reader_text_foreach (self, span, extend, &extent);
  if (extent.any)
    {
      *start = extent.start;
      *end = extent.end;
    }
  return extent.any;
}

/* The last segment that starts at @offset or before; G_MAXUINT none. */
static guint
hs_reader_text_find_offset (HsReaderText *self,
                            guint         offset)
{
  guint low = 0, high = self->segments->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->segments, Segment, middle).offset <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low - 1;
}

/**
 * hs_reader_text_to_byte:
 * @self: the text of an article as it is shown
 * @offset: a character of the shown text
 * @byte: (out): which byte of the article it is
 *
 * Returns: %FALSE when it is among words of ours
 */
gboolean
hs_reader_text_to_byte (HsReaderText *self,
                        guint         offset,
                        guint        *byte)
{
  const Segment *segment;
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);

  i = hs_reader_text_find_offset (self, offset);
  if (i == G_MAXUINT)
    return FALSE;
  segment = &g_array_index (self->segments, Segment, i);
  if (offset > segment->offset + segment->n_chars)
    return FALSE;
  *byte = hs_span_map_to_bytes (self->map, segment->chars + offset - segment->offset);
  return TRUE;
}

/**
 * hs_reader_text_find_paragraph:
 * @self: a shown text
 * @offset: a character of it
 *
 * Returns: which of the paragraphs it is in
 */
guint
hs_reader_text_find_paragraph (HsReaderText *self,
                               guint         offset)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->paragraphs->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->paragraphs, HsParagraph, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : 0;
}

/**
 * hs_reader_text_to_span:
 * @self: the text of an article as it is shown
 * @start: a character of the shown text
 * @end: past the last
 *
 * Returns: the stretch of the article between them, in bytes; none when all is words of
 *   ours
 */
HsSpan
hs_reader_text_to_span (HsReaderText *self,
                        guint         start,
                        guint         end)
{
  HsSpan span = HS_SPAN_NONE;

  g_return_val_if_fail (self != NULL, HS_SPAN_NONE);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      guint from = MAX (start, segment->offset);
      guint to = MIN (end, segment->offset + segment->n_chars);

      if (from >= to)
        continue;
      if (hs_span_is_none (span))
        span.start = hs_span_map_to_bytes (self->map, segment->chars + from - segment->offset);
      span.end = hs_span_map_to_bytes (self->map, segment->chars + to - segment->offset);
    }
  return span;
}
