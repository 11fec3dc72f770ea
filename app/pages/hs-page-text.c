/* hs-page-text.c: plain text, nothing dropped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-boilerplate.h"
#include "hs-charset.h"
#include "hs-dateline.h"
#include "hs-error.h"
#include "hs-page-private.h"

/* Bytes that a paragraph may take before it is shown as several. */
#define LONG_PARAGRAPH 3000

/* One line of the text, or several that a hard wrap cut from one paragraph. */
typedef struct
{
  HsSpan span;
  HsLineLook look;
  guint words;
  gboolean sentence;
  gboolean gap_before;  /* a blank line stands before it */
  HsBlockKind kind;
} Line;

static gboolean
next_line (const char *text,
           gsize       length,
           gsize      *at,
           HsSpan     *span,
           gboolean   *blank)
{
  const char *start, *end, *newline;

  if (*at >= length)
    return FALSE;
  start = text + *at;
  newline = memchr (start, '\n', length - *at);
  end = newline != NULL ? newline : text + length;
  *at = (end - text) + 1;

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (start < end)
    {
      const char *last = g_utf8_find_prev_char (start, end);

      if (last == NULL || !g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  *span = HS_SPAN_INIT (start - text, end - text);
  *blank = start == end;
  return TRUE;
}

static gboolean
is_bullet (const char *text,
           const Line *line)
{
  gunichar c = g_utf8_get_char (text + line->span.start);
  const char *next = g_utf8_next_char (text + line->span.start);

  return (c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2023 || c == '*' || c == '-' || c == 0x2013)
         && next < text + line->span.end && g_unichar_isspace (g_utf8_get_char (next));
}

/* A run of lines without a blank one between them is one wrapped paragraph when
 * all but the last are about as long as each other and do not end as
 * paragraphs do. */
static gboolean
is_wrapped (const char *text,
            const Line *lines,
            guint       n)
{
  guint longest = 0, shortest = G_MAXUINT, unfinished = 0;

  if (n < 2)
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    {
      guint chars = g_utf8_strlen (text + lines[i].span.start, lines[i].span.end - lines[i].span.start);

      longest = MAX (longest, chars);
      shortest = MIN (shortest, chars);
      unfinished += !lines[i].sentence;
    }
  for (guint i = 0; i < n; i++)
    if (is_bullet (text, &lines[i]) || lines[i].look == HS_LINE_BOILERPLATE || lines[i].look == HS_LINE_TAIL)
      return FALSE;
  return longest >= 45 && longest <= 120 && shortest * 10 >= longest * 7 && unfinished * 10 >= (n - 1) * 6;
}

static void
look_again (const char *text,
            Line       *line)
{
  gsize length = line->span.end - line->span.start;
  const char *start = text + line->span.start;

  line->look = hs_boilerplate_look (start, length);
  line->words = hs_text_count_words (start, length);
  line->sentence = hs_text_ends_sentence (start, length);
}

static GArray *
split_lines (const char *text,
             gsize       length)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  gboolean blank, gap = FALSE;
  gsize at = 0;
  HsSpan span;

  while (next_line (text, length, &at, &span, &blank))
    {
      Line line = { .span = span, .gap_before = gap || lines->len == 0 };

      gap = blank;
      if (blank)
        continue;
      look_again (text, &line);
      g_array_append_val (lines, line);
    }
  return lines;
}

/* Puts hard-wrapped paragraphs together. */
static void
join_wrapped (const char *text,
              GArray     *lines)
{
  guint kept = 0;

  for (guint i = 0, n; i < lines->len; i += n)
    {
      Line *first = &g_array_index (lines, Line, i);

      for (n = 1; i + n < lines->len && !g_array_index (lines, Line, i + n).gap_before; n++)
        ;
      if (is_wrapped (text, first, n))
        {
          Line joined = *first;

          joined.span.end = g_array_index (lines, Line, i + n - 1).span.end;
          look_again (text, &joined);
          g_array_index (lines, Line, kept++) = joined;
        }
      else
        for (guint k = 0; k < n; k++)
          g_array_index (lines, Line, kept++) = g_array_index (lines, Line, i + k);
    }
  g_array_set_size (lines, kept);
}

/* The first line that could be a headline: short, and prose comes after it. */
static guint
find_headline (const GArray *lines)
{
  guint seen = 0;

  for (guint i = 0; i < lines->len && seen < 4; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (line->look == HS_LINE_BOILERPLATE || line->look == HS_LINE_LIST_HEAD || line->look == HS_LINE_TAIL)
        continue;
      seen++;
      if (line->words < 2 || line->words > 40)
        {
          if (line->words > 40)
            break;
          continue;
        }
      /* a sentence with a full stop is a headline only before a longer text */
      if (i + 1 < lines->len && (line->look == HS_LINE_FRAGMENT || (line->words <= 25 && line->gap_before)))
        return i;
      break;
    }
  return G_MAXUINT;
}

/* From a list head on, the lines that are links: fragments and bullets. */
static guint
mark_list (const char *text,
           GArray     *lines,
           guint       head)
{
  guint i;

  for (i = head + 1; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (!is_bullet (text, line) && (line->look == HS_LINE_STORY || line->words > 30))
        break;
      if (line->look == HS_LINE_TAIL)
        break;
      line->kind = HS_BLOCK_BOILERPLATE;
    }
  return i - 1;
}

static gboolean
same_words (const char *text,
            HsSpan      a,
            HsSpan      b)
{
  g_autofree char *x = g_utf8_casefold (text + a.start, a.end - a.start);
  g_autofree char *y = g_utf8_casefold (text + b.start, b.end - b.start);

  return g_str_equal (x, y);
}

static gboolean
is_caption (const char *text,
            const Line *line)
{
  static const char * const starts[] = { "photo:", "photo by", "image:", "image credit", "picture:", "file photo",
                                         "credit:", "photograph:", "getty images", "illustration:", "caption:",
                                         "(photo", "[photo", "video:", "map:" };
  g_autofree char *lower = NULL;

  if (line->words > 40)
    return FALSE;
  lower = g_utf8_strdown (text + line->span.start, line->span.end - line->span.start);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (lower, starts[i]))
      return TRUE;
  return FALSE;
}

/* Short lines without a sentence at the very end, after boilerplate: what is
 * left of the site's frame. */
static void
mark_frame_at_end (GArray *lines,
                   guint   headline)
{
  gboolean after = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (line->kind == HS_BLOCK_BOILERPLATE)
        after = after || (headline != G_MAXUINT && i > headline);
      else if (line->look == HS_LINE_STORY && line->words > 5)
        after = FALSE;
    }
  if (!after)
    return;
  for (guint i = lines->len; i-- > 0;)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (line->kind == HS_BLOCK_BOILERPLATE)
        continue;
      if (line->look != HS_LINE_FRAGMENT || line->words > 8 || i == headline)
        break;
      /* only where boilerplate stands somewhere before it */
      for (guint k = i; k-- > 0;)
        {
          const Line *before = &g_array_index (lines, Line, k);

          if (before->kind == HS_BLOCK_BOILERPLATE)
            {
              line->kind = HS_BLOCK_BOILERPLATE;
              break;
            }
          if (before->look == HS_LINE_STORY && before->words > 5)
            break;
        }
      if (line->kind != HS_BLOCK_BOILERPLATE)
        break;
    }
}

static void
choose_kinds (const char *text,
              GArray     *lines)
{
  guint headline = find_headline (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      line->kind = HS_BLOCK_PARAGRAPH;
      if (i == headline)
        line->kind = HS_BLOCK_HEADLINE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (i == headline)
        continue;
      if (line->look == HS_LINE_TAIL && (headline == G_MAXUINT || i > headline))
        {
          for (; i < lines->len; i++)
            g_array_index (lines, Line, i).kind = HS_BLOCK_BOILERPLATE;
          break;
        }
      if (line->look == HS_LINE_BOILERPLATE || line->look == HS_LINE_TAIL)
        line->kind = HS_BLOCK_BOILERPLATE;
      else if (line->look == HS_LINE_LIST_HEAD)
        {
          line->kind = HS_BLOCK_BOILERPLATE;
          i = mark_list (text, lines, i);
        }
      else if (is_caption (text, line))
        line->kind = HS_BLOCK_CAPTION;
      else if (is_bullet (text, line))
        line->kind = HS_BLOCK_LIST_ITEM;
      else if (headline != G_MAXUINT && i <= headline + 3
               && same_words (text, line->span, g_array_index (lines, Line, headline).span))
        line->kind = HS_BLOCK_HEADING;
      else if (line->look == HS_LINE_FRAGMENT && line->words <= 12 && line->gap_before && headline != G_MAXUINT
               && i > headline + 1)
        line->kind = HS_BLOCK_HEADING;
    }
  mark_frame_at_end (lines, headline);
}

/* Where a paragraph that no reader can take in, and no view can lay out, is cut:
 * after a sentence, else a word, before so many bytes. */
static guint
cut_point (const char *text,
           HsSpan      span)
{
  guint word = 0;

  for (guint i = span.start + LONG_PARAGRAPH; i > span.start + LONG_PARAGRAPH / 2; i--)
    {
      if (text[i] != ' ')
        continue;
      if (hs_text_ends_sentence (text + span.start, i - span.start))
        return i;
      word = word == 0 ? i : word;
    }
  if (word > 0)
    return word;
  for (word = span.start + LONG_PARAGRAPH; ((guchar) text[word] & 0xC0) == 0x80; word--)
    ;
  return word;
}

static void
add_paragraph (HsDocument *document,
               HsSpan      span)
{
  while (span.end - span.start > 2 * LONG_PARAGRAPH)
    {
      guint cut = cut_point (document->text, span);

      hs_document_add_block (document, HS_BLOCK_PARAGRAPH, HS_SPAN_INIT (span.start, cut));
      while (cut < span.end && g_unichar_isspace (g_utf8_get_char (document->text + cut)))
        cut = g_utf8_next_char (document->text + cut) - document->text;
      span.start = cut;
    }
  if (span.start < span.end)
    hs_document_add_block (document, HS_BLOCK_PARAGRAPH, span);
}

static void
add_blocks (HsDocument   *document,
            const GArray *lines)
{
  guint paragraphs = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      HsSpan span = line->span;
      gsize dateline = 0;

      if (line->kind == HS_BLOCK_PARAGRAPH && paragraphs++ < 2)
        dateline = hs_dateline_length (document->text + span.start, span.end - span.start);
      if (dateline > 0)
        {
          hs_document_add_block (document, HS_BLOCK_DATELINE, HS_SPAN_INIT (span.start, span.start + dateline));
          span.start += dateline;
          while (span.start < span.end && g_unichar_isspace (g_utf8_get_char (document->text + span.start)))
            span.start = g_utf8_next_char (document->text + span.start) - document->text;
        }
      if (line->kind == HS_BLOCK_PARAGRAPH)
        add_paragraph (document, span);
      else if (span.start < span.end)
        hs_document_add_block (document, line->kind, span);
      if (line->kind == HS_BLOCK_HEADLINE && document->title == NULL)
        document->title = g_strndup (document->text + span.start, span.end - span.start);
    }
}

/**
 * hs_page_read_text:
 * @data: bytes of a text file
 * @length: how many
 * @content_type: (nullable): what a server called it
 * @error: return location for an error
 *
 * The text stays as decoded, but for the byte-order mark and line breaks;
 * boilerplate is marked as blocks and never cut away.
 *
 * Returns: (transfer full) (nullable): the document
 */
HsDocument *
hs_page_read_text (const char  *data,
                   gsize        length,
                   const char  *content_type,
                   GError     **error)
{
  g_autofree char *text = hs_charset_decode (data, length, content_type, FALSE, NULL, NULL, error);
  g_autoptr (HsDocument) document = NULL;
  g_autoptr (GArray) lines = NULL;

  if (text == NULL)
    return NULL;
  document = hs_document_new (hs_charset_unify_breaks (g_steal_pointer (&text)));
  lines = split_lines (document->text, document->length);
  if (lines->len == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is nothing in it but white space.");
      return NULL;
    }
  join_wrapped (document->text, lines);
  choose_kinds (document->text, lines);
  add_blocks (document, lines);
  return g_steal_pointer (&document);
}
