/* hs-page-pdf-blocks.c: printed lines become paragraphs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-pdf.h"

#include <string.h>

#include "hs-boilerplate.h"
#include "hs-dateline.h"

/* Shares of the letters' size. */
#define WIDE_GAP 0.75      /* between lines of two paragraphs */
#define INDENT 0.7
#define OTHER_SIZE 0.12
#define HEADING_SIZE 1.15
#define MAX_HEADING_WORDS 30

/* A paragraph on its way. */
typedef struct
{
  guint page;
  HsBlockKind kind;
  double size;
  gboolean bold;
  GString *text;             /* (owned) */
  const HsPdfLine *last;     /* (unowned): its last line so far */
  gboolean broken;           /* its last line ended in a hyphen */
} Paragraph;

static void
paragraph_free (gpointer data)
{
  Paragraph *self = data;

  g_string_free (self->text, TRUE);
  g_free (self);
}

/* --- words broken at the end of a line ------------------------------------------------ */

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0xAD || c == 0x2010;
}

static gboolean
ends_in_hyphen (const char *text)
{
  gsize length = strlen (text);
  const char *last = length > 0 ? g_utf8_prev_char (text + length) : text;

  return last > text && is_hyphen (g_utf8_get_char (last))
         && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (last)));
}

/* Every word that stands whole within a line, folded; a word may have hyphens. */
static GHashTable *
collect_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const HsPdfLine *line = g_ptr_array_index (lines, i);
      g_autofree char *folded = g_utf8_casefold (line->text, -1);
      char *start = NULL;

      for (char *p = folded;; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_isalpha (c) || (start != NULL && c == '-' && p[1] != '\0'))
            start = start != NULL ? start : p;
          else if (start != NULL)
            {
              g_hash_table_add (words, g_strndup (start, p - start));
              start = NULL;
            }
          if (c == 0)
            break;
        }
    }
  return words;
}

/* The word that @text ends with, and the one that @next begins with. */
static void
parts_of_word (const char  *text,
               const char  *next,
               char       **before,
               char       **after)
{
  const char *end = g_utf8_prev_char (text + strlen (text)), *start = end, *p = next;
  g_autofree char *raw = NULL;

  while (start > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *before = g_utf8_casefold (start, end - start);
  *after = g_utf8_casefold (next, p - next);
}

/* "harbour-" and "master": which of the two words the text has elsewhere decides;
 * where it has neither, the hyphen was the printer's. A capital after it is not. */
static gboolean
keeps_hyphen (const char *text,
              const char *next,
              GHashTable *words)
{
  g_autofree char *before = NULL, *after = NULL, *joined = NULL, *hyphened = NULL;

  if (g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) == 0xAD)
    return FALSE;
  if (!g_unichar_islower (g_utf8_get_char (next)))
    return TRUE;
  parts_of_word (text, next, &before, &after);
  joined = g_strconcat (before, after, NULL);
  hyphened = g_strconcat (before, "-", after, NULL);
  return g_hash_table_contains (words, hyphened) && !g_hash_table_contains (words, joined);
}

static void
append_line (Paragraph       *self,
             const HsPdfLine *line,
             GHashTable      *words)
{
  GString *text = self->text;

  if (text->len > 0 && self->broken)
    {
      if (!keeps_hyphen (text->str, line->text, words))
        g_string_truncate (text, g_utf8_prev_char (text->str + text->len) - text->str);
    }
  else if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, line->text);
  self->broken = ends_in_hyphen (text->str);
  self->last = line;
}

/* --- where a paragraph ends ------------------------------------------------------------ */

static gboolean
begins_item (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  const char *p = text;

  if (c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x2023)
    return TRUE;
  if ((c == '-' || c == '*' || c == 0x2013) && text[1] == ' ')
    return TRUE;
  while (g_ascii_isdigit (*p))
    p++;
  return p > text && p - text <= 2 && (*p == '.' || *p == ')') && p[1] == ' ';
}

static gboolean
begins_caption (const char *text)
{
  static const char *const starts[] = { "Photo:", "Photo by", "Image:", "Picture:", "Map:", "Chart:", "Source:",
                                        "Foto:", "Quelle:" };
  static const char *const numbered[] = { "Figure ", "Fig. ", "Table ", "Abbildung ", "Abb. ", "Tabelle " };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (numbered); i++)
    if (g_str_has_prefix (text, numbered[i]) && g_ascii_isdigit (text[strlen (numbered[i])]))
      return TRUE;
  return FALSE;
}

static gboolean
continues_sentence (const Paragraph *self,
                    const HsPdfLine *line)
{
  return self->broken || (!hs_text_ends_sentence (self->text->str, self->text->len)
                          && g_unichar_islower (g_utf8_get_char (line->text)));
}

/* Whether @line goes on where @self ends. */
static gboolean
goes_on (const Paragraph *self,
         const HsPdfLine *line)
{
  const HsPdfLine *last = self->last;
  double gap = line->top - last->bottom;

  if (ABS (line->size - self->size) > OTHER_SIZE * self->size || line->bold != self->bold || begins_item (line->text))
    return FALSE;
  /* the next column or page */
  if (line->page != last->page || line->top < last->top - last->size || line->left > last->right)
    return continues_sentence (self, line);
  if (gap > WIDE_GAP * line->size)
    return FALSE;
  if (begins_caption (line->text))
    return FALSE;
  /* on the same line, as printed */
  if (gap < -0.5 * line->size)
    return TRUE;
  return !(line->left - last->left > INDENT * line->size && hs_text_ends_sentence (self->text->str, self->text->len));
}

static GPtrArray *
make_paragraphs (GPtrArray *lines,
                 GPtrArray *frame)
{
  g_autoptr (GHashTable) words = collect_words (lines);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  Paragraph *now = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const HsPdfLine *line = g_ptr_array_index (lines, i);
      Paragraph *paragraph = now;

      if (line->frame || now == NULL || !goes_on (now, line))
        {
          paragraph = g_new0 (Paragraph, 1);
          paragraph->page = line->page;
          paragraph->kind = line->frame ? HS_BLOCK_BOILERPLATE : HS_BLOCK_PARAGRAPH;
          paragraph->size = line->size;
          paragraph->bold = line->bold;
          paragraph->text = g_string_new (NULL);
          g_ptr_array_add (line->frame ? frame : paragraphs, paragraph);
        }
      append_line (paragraph, line, words);
      now = line->frame ? now : paragraph;
    }
  return paragraphs;
}

/* --- what each is ------------------------------------------------------------------------ */

static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The size in which most of the text is set. */
static double
find_body_size (GPtrArray *paragraphs)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const Paragraph *one = g_ptr_array_index (paragraphs, i);

      for (gsize k = 0; k < one->text->len; k += 40)
        g_array_append_val (sizes, one->size);
    }
  g_array_sort (sizes, compare_sizes);
  return sizes->len > 0 ? g_array_index (sizes, double, sizes->len / 2) : 0;
}

static gboolean
is_short (const Paragraph *one)
{
  return hs_text_count_words (one->text->str, one->text->len) <= MAX_HEADING_WORDS;
}

static void
choose_kinds (GPtrArray *paragraphs)
{
  double body = find_body_size (paragraphs);
  Paragraph *headline = NULL;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      Paragraph *one = g_ptr_array_index (paragraphs, i);
      gboolean larger = one->size >= HEADING_SIZE * body;

      if (begins_item (one->text->str))
        one->kind = HS_BLOCK_LIST_ITEM;
      else if (begins_caption (one->text->str) && is_short (one))
        one->kind = HS_BLOCK_CAPTION;
      else if ((larger || (one->bold && !hs_text_ends_sentence (one->text->str, one->text->len))) && is_short (one))
        one->kind = HS_BLOCK_HEADING;
      if (one->page == 1 && larger && is_short (one) && one->kind == HS_BLOCK_HEADING
          && (headline == NULL || one->size > headline->size * 1.05))
        headline = one;
    }
  if (headline != NULL)
    headline->kind = HS_BLOCK_HEADLINE;
}

/* --- the document ------------------------------------------------------------------------ */

static void
put_block (HsDocument *document,
           HsBlockKind kind,
           guint       start,
           guint       end,
           guint       page)
{
  hs_document_add_block (document, kind, HS_SPAN_INIT (start, end));
  g_array_index (document->blocks, HsBlock, document->blocks->len - 1).page = page;
}

typedef struct
{
  HsBlockKind kind;
  HsSpan span;
  guint page;
} Placed;

static void
place (GString         *text,
       GArray          *placed,
       const Paragraph *one)
{
  Placed block = { one->kind, HS_SPAN_NONE, one->page };

  if (text->len > 0)
    g_string_append (text, "\n\n");
  block.span.start = (guint) text->len;
  g_string_append_len (text, one->text->str, (gssize) one->text->len);
  block.span.end = (guint) text->len;
  g_array_append_val (placed, block);
}

/* The frame of a page stands after all that begins on it, so that a paragraph that
 * runs over to the next is whole. */
static void
place_all (GString   *text,
           GArray    *placed,
           GPtrArray *paragraphs,
           GPtrArray *frame)
{
  guint f = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const Paragraph *one = g_ptr_array_index (paragraphs, i);

      for (; f < frame->len && ((Paragraph *) g_ptr_array_index (frame, f))->page < one->page; f++)
        place (text, placed, g_ptr_array_index (frame, f));
      place (text, placed, one);
    }
  for (; f < frame->len; f++)
    place (text, placed, g_ptr_array_index (frame, f));
}

static void
add_block (HsDocument   *document,
           const Placed *block,
           guint        *paragraphs)
{
  HsSpan span = block->span;
  gsize dateline = 0;

  if (block->kind == HS_BLOCK_PARAGRAPH && (*paragraphs)++ < 2)
    dateline = hs_dateline_length (document->text + span.start, span.end - span.start);
  if (dateline > 0 && dateline < span.end - span.start)
    {
      put_block (document, HS_BLOCK_DATELINE, span.start, span.start + (guint) dateline, block->page);
      for (span.start += (guint) dateline; span.start < span.end && document->text[span.start] == ' ';)
        span.start++;
    }
  if (span.start < span.end)
    put_block (document, block->kind, span.start, span.end, block->page);
}

/**
 * hs_pdf_make_document:
 * @lines: (element-type HsPdfLine): as they are read
 *
 * Joins lines to paragraphs, takes back what was hyphenated at the end of a line,
 * and tells headings and list items by their looks.
 *
 * Returns: (transfer full): the document, with its headline as title where it has
 *   one; maybe without text
 */
HsDocument *
hs_pdf_make_document (GPtrArray *lines)
{
  g_autoptr (GPtrArray) frame = g_ptr_array_new_with_free_func (paragraph_free);
  g_autoptr (GPtrArray) paragraphs = make_paragraphs (lines, frame);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GString) text = g_string_new (NULL);
  HsDocument *document;
  guint seen = 0;

  choose_kinds (paragraphs);
  place_all (text, placed, paragraphs, frame);
  document = hs_document_new (g_string_free (g_steal_pointer (&text), FALSE));
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *block = &g_array_index (placed, Placed, i);

      if (block->kind == HS_BLOCK_HEADLINE && document->title == NULL)
        document->title = g_strndup (document->text + block->span.start, block->span.end - block->span.start);
      add_block (document, block, &seen);
    }
  return document;
}
