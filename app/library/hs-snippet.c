/* hs-snippet.c: the words of an article around those that were searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index makes snippets, too, but reads the lists of every word of
 * the search for each row, and those grow with the library; a text does not.
 */
#include "hs-snippet.h"

#include <string.h>

#include "hs-library-private.h"
#include "hs-terms.h"

#define WORDS_BEFORE 8
#define WORDS_AFTER 16
/* A word later in a text than this is found by opening it. */
#define MAX_BYTES (256 * 1024)

static void
needle_clear (gpointer data)
{
  g_free (((HsNeedle *) data)->word);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Bytes of the word at @p. */
static gsize
word_length (const char *p,
             const char *end)
{
  const char *start = p;

  while (p < end && is_word (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p - start;
}

/* Each word of @text is one needle; the last may go on when @beginning. */
static void
add_needles (GArray     *needles,
             const char *text,
             gboolean    beginning)
{
  g_autofree char *folded = hs_library_fold (text);
  const char *end = folded + strlen (folded);

  for (const char *p = folded; p < end;)
    {
      gsize length = word_length (p, end);
      HsNeedle needle = { NULL, FALSE };

      if (length == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      needle.word = g_strndup (p, length);
      needle.beginning = beginning && p + length == end;
      g_array_append_val (needles, needle);
      p += length;
    }
}

/**
 * hs_needles_new:
 * @query: a search, perhaps still being typed
 *
 * Returns: (transfer full) (element-type HsNeedle): the words that it wants;
 *   empty when it wants none
 */
GArray *
hs_needles_new (const char *query)
{
  GArray *needles = g_array_new (FALSE, FALSE, sizeof (HsNeedle));
  g_autoptr (GPtrArray) terms = hs_terms_parse (query, TRUE, NULL);

  g_array_set_clear_func (needles, needle_clear);
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const HsTerm *term = g_ptr_array_index (terms, i);

      if (term->field == NULL && !term->negated)
        add_needles (needles, term->value, term->beginning);
    }
  return needles;
}

static gboolean
matches (const char   *word,
         gsize         length,
         const GArray *needles)
{
  g_autofree char *copy = NULL, *folded = NULL;
  gboolean possible = (guchar) *word >= 128;

  /* folding costs: only where the first letter could be right */
  for (guint i = 0; i < needles->len && !possible; i++)
    possible = g_ascii_tolower (*word) == *g_array_index (needles, HsNeedle, i).word;
  if (!possible)
    return FALSE;
  copy = g_strndup (word, length);
  folded = hs_library_fold (copy);
  for (guint i = 0; i < needles->len; i++)
    {
      const HsNeedle *needle = &g_array_index (needles, HsNeedle, i);

      if (needle->beginning ? g_str_has_prefix (folded, needle->word) : g_str_equal (folded, needle->word))
        return TRUE;
    }
  return FALSE;
}

static void
append_escaped (GString    *out,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  for (char *p = escaped; *p != '\0'; p++)
    if (*p == '\n' || *p == '\t')
      *p = ' ';
  g_string_append (out, escaped);
}

/* From @start on, so many words, those searched for in bold. */
static char *
write_snippet (const char   *text,
               const char   *start,
               const char   *end,
               const GArray *needles)
{
  GString *out = g_string_new (start > text ? "…" : NULL);
  const char *p = start;

  for (guint n = 0; p < end && n < WORDS_BEFORE + WORDS_AFTER;)
    {
      gsize length = word_length (p, end);
      gboolean found;

      if (length == 0)
        {
          const char *next = g_utf8_next_char (p);

          append_escaped (out, p, next - p);
          p = next;
          continue;
        }
      found = matches (p, length, needles);
      g_string_append (out, found ? "<b>" : "");
      append_escaped (out, p, length);
      g_string_append (out, found ? "</b>" : "");
      p += length;
      n++;
    }
  if (p < end)
    g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

/**
 * hs_snippet_make:
 * @text: an article's text
 * @needles: (element-type HsNeedle): what to show
 *
 * Returns: (transfer full) (nullable): Pango markup of some words around the
 *   first found, or %NULL when none is
 */
char *
hs_snippet_make (const char   *text,
                 const GArray *needles)
{
  const char *end = text + MIN (strlen (text), MAX_BYTES);
  const char *before[WORDS_BEFORE] = { NULL };
  guint n = 0;

  if (needles->len == 0)
    return NULL;
  while (end > text && ((guchar) *end & 0xC0) == 0x80)
    end--;
  for (const char *p = text; p < end;)
    {
      gsize length = word_length (p, end);

      if (length == 0)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      if (matches (p, length, needles))
        return write_snippet (text, n >= WORDS_BEFORE ? before[n % WORDS_BEFORE] : text, end, needles);
      before[n++ % WORDS_BEFORE] = p;
      p += length;
    }
  return NULL;
}
