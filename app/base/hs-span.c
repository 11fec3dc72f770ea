/* hs-span.c: half-open stretches of text, in bytes and in code points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-span.h"

#include <string.h>

#define STRIDE 64

struct _HsSpanMap
{
  const char *text;   /* (unowned): must outlive the map */
  guint length;       /* bytes */
  guint n_chars;
  GArray *marks;      /* (owned): byte offset of every STRIDE-th code point */
};

/**
 * hs_span_compare:
 * @a: a #HsSpan
 * @b: another
 *
 * A #GCompareFunc: the earlier first, and of two that begin together the longer, so
 * that an outer span comes before what it holds.
 */
int
hs_span_compare (gconstpointer a,
                 gconstpointer b)
{
  const HsSpan *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  /* the longer first, so that an outer span comes before what it holds */
  return x->end == y->end ? 0 : x->end > y->end ? -1 : 1;
}

/**
 * hs_span_map_new:
 * @text: valid UTF-8, which must outlive the map
 * @length: its length in bytes, or -1 when it is nul-terminated
 *
 * Returns: (transfer full): a new map
 */
HsSpanMap *
hs_span_map_new (const char *text,
                 gssize      length)
{
  HsSpanMap *self;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (HsSpanMap, 1);
  self->text = text;
  self->length = length < 0 ? strlen (text) : (gsize) length;
  self->marks = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->length / STRIDE + 2);

  for (guint i = 0; i < self->length; i++)
    {
      if (((guchar) text[i] & 0xC0) == 0x80)
        continue;
      if (n % STRIDE == 0)
        g_array_append_val (self->marks, i);
      n++;
    }
  self->n_chars = n;
  return self;
}

/**
 * hs_span_map_free:
 * @self: (transfer full) (nullable): a map of spans
 */
void
hs_span_map_free (HsSpanMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * hs_span_map_to_chars:
 * @self: a map
 * @byte: a byte offset; past the end counts as the end
 *
 * Returns: the code points before @byte
 */
guint
hs_span_map_to_chars (const HsSpanMap *self,
                      guint            byte)
{
  guint low = 0, high, chars, at;

  g_return_val_if_fail (self != NULL, 0);

  if (byte >= self->length)
    return self->n_chars;

  high = self->marks->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, guint, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  chars = low * STRIDE;
  for (at = g_array_index (self->marks, guint, low); at < byte; at++)
    if (((guchar) self->text[at] & 0xC0) != 0x80)
      chars++;
  return chars;
}

/**
 * hs_span_map_to_bytes:
 * @self: a map
 * @chars: a code point offset; past the end counts as the end
 *
 * Returns: the byte offset of code point @chars
 */
guint
hs_span_map_to_bytes (const HsSpanMap *self,
                      guint            chars)
{
  guint at, left;

  g_return_val_if_fail (self != NULL, 0);

  if (chars >= self->n_chars)
    return self->length;

  at = g_array_index (self->marks, guint, chars / STRIDE);
  for (left = chars % STRIDE; left > 0; left--)
    at = g_utf8_next_char (self->text + at) - self->text;
  return at;
}

/**
 * hs_span_map_span_to_chars:
 * @self: the map of a text
 * @bytes: a span of it, in bytes
 *
 * Returns: the same in code points
 */
HsSpan
hs_span_map_span_to_chars (const HsSpanMap *self,
                           HsSpan           bytes)
{
  return HS_SPAN_INIT (hs_span_map_to_chars (self, bytes.start), hs_span_map_to_chars (self, bytes.end));
}

/**
 * hs_span_map_span_to_bytes:
 * @self: the map of a text
 * @chars: a span of it, in code points
 *
 * Returns: the same in bytes
 */
HsSpan
hs_span_map_span_to_bytes (const HsSpanMap *self,
                           HsSpan           chars)
{
  return HS_SPAN_INIT (hs_span_map_to_bytes (self, chars.start), hs_span_map_to_bytes (self, chars.end));
}

/* Letters and digits; not of the scripts that leave no blanks between words. */
static gboolean
is_of_word (gunichar ch)
{
  static const GUnicodeScript closed[] = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, G_UNICODE_SCRIPT_KATAKANA,
                                           G_UNICODE_SCRIPT_THAI, G_UNICODE_SCRIPT_LAO, G_UNICODE_SCRIPT_KHMER,
                                           G_UNICODE_SCRIPT_MYANMAR, G_UNICODE_SCRIPT_TIBETAN };

  if (!g_unichar_isalnum (ch) && !g_unichar_ismark (ch))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    if (g_unichar_get_script (ch) == closed[i])
      return FALSE;
  return TRUE;
}

/**
 * hs_span_snap_to_words:
 * @text: UTF-8
 * @span: bytes of it, between characters
 *
 * Takes blanks off both ends and the rest of a word that was cut in.
 *
 * Returns: the words; %HS_SPAN_NONE where there are but blanks
 */
HsSpan
hs_span_snap_to_words (const char *text,
                       HsSpan      span)
{
  const char *start = text + span.start, *end = text + span.end;

  g_return_val_if_fail (text != NULL, HS_SPAN_NONE);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  if (start == end)
    return HS_SPAN_NONE;
  while (start > text && is_of_word (g_utf8_get_char (start)) && is_of_word (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*end != '\0' && is_of_word (g_utf8_get_char (end)) && is_of_word (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_next_char (end);
  return HS_SPAN_INIT (start - text, end - text);
}
