/* hs-article-reading.c: one article while it is being read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-reading.h"

#include <string.h>

/* A text without full stops is still cut: what looks a sentence over stays linear. */
#define LONGEST_SENTENCE 250

/* More than half of the longer words capital: "Title Case" or "ALL CAPS". */
static gboolean
is_title_case (const HsReading *self,
               guint            first,
               guint            end)
{
  guint words = 0, capital = 0, lower_common = 0;

  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD || hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
        continue;
      words++;
      if (token->flags & HS_TOKEN_CAPITAL)
        capital++;
      else
        lower_common++;
    }
  return words >= 3 && capital * 10 >= words * 7 && lower_common <= words / 4 + 1;
}

/* Running text ends with a full stop; a title does not. */
static gboolean
may_be_title (const HsReading *self,
              const HsPart    *part)
{
  if (part->kind != HS_BLOCK_PARAGRAPH)
    return part->kind != HS_BLOCK_QUOTE && part->kind != HS_BLOCK_DATELINE;
  return part->end > part->first && part->end - part->first <= 25 &&
         strchr (".!?\"", hs_reading_token (self, part->end - 1)->fold[0]) == NULL &&
         hs_reading_token (self, part->end - 1)->kind != HS_TOKEN_QUOTE;
}

static void
cut_sentences (HsReading *self,
               guint      part_index)
{
  const HsPart *part = &g_array_index (self->parts, HsPart, part_index);
  guint first = part->first;
  gboolean fresh = TRUE;

  for (guint i = part->first; i < part->end; i++)
    {
      HsToken *token = &g_array_index (self->tokens, HsToken, i);

      token->block = MIN (part_index, G_MAXUINT16);
      token->sentence = self->sentences->len;
      if (fresh && token->kind != HS_TOKEN_QUOTE && token->kind != HS_TOKEN_MARK)
        {
          token->flags |= HS_TOKEN_FIRST;
          fresh = FALSE;
        }
      if (i + 1 == part->end || hs_tokens_sentence_ends (self->tokens, i, part->end) ||
          i + 1 - first >= LONGEST_SENTENCE)
        {
          HsSentence sentence = { first, i + 1, part_index };

          g_array_append_val (self->sentences, sentence);
          first = i + 1;
          fresh = TRUE;
        }
    }
}

/**
 * hs_reading_new:
 * @lexicons: (transfer none): what is known of words; must stay
 * @document: (transfer none): the article; must stay
 *
 * Cuts its blocks into tokens and sentences. Nothing is found in it yet: each step of
 * reading fills its part of the analysis.
 *
 * Returns: (transfer full): an article to be read
 */
HsReading *
hs_reading_new (HsLexicons *lexicons,
                HsDocument *document)
{
  HsReading *self = g_new0 (HsReading, 1);

  self->lexicons = lexicons;
  self->document = document;
  self->text = document->text;
  self->tokens = g_array_new (FALSE, FALSE, sizeof (HsToken));
  self->parts = g_array_new (FALSE, FALSE, sizeof (HsPart));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (HsSentence));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (HsQuoted));
  self->found = g_array_new (FALSE, FALSE, sizeof (HsFound));
  self->strings = g_string_chunk_new (16384);
  self->analysis = hs_analysis_new ();

  for (guint b = 0; b < document->blocks->len; b++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, b);
      HsPart part = { block->kind, block->span, self->tokens->len, 0, FALSE,
                      block->kind == HS_BLOCK_BOILERPLATE };

      hs_tokens_cut (self->text, block->span, lexicons, self->strings, FALSE, self->tokens);
      part.end = self->tokens->len;
      part.title_case = may_be_title (self, &part) && is_title_case (self, part.first, part.end);
      g_array_append_val (self->parts, part);
      cut_sentences (self, b);
    }
  self->found_at = g_new0 (guint, self->tokens->len + 1);
  self->quote_at = g_new0 (guint, self->tokens->len + 1);
  return self;
}

/**
 * hs_reading_free:
 * @self: (transfer full) (nullable): an article that was read
 */
void
hs_reading_free (HsReading *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tokens);
  g_array_unref (self->parts);
  g_array_unref (self->sentences);
  g_array_unref (self->quotes);
  g_array_unref (self->found);
  g_free (self->found_at);
  g_free (self->quote_at);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->analysis, hs_analysis_unref);
  g_free (self);
}

/* The longest phrase of @lists that begins at token @first and ends before
 * @end. Sets @n_tokens. */
const HsLexEntry *
hs_reading_match (const HsReading *self,
                  guint            first,
                  guint            end,
                  guint            lists,
                  guint           *n_tokens)
{
  const HsLexEntry *head, *best;
  char key[160];
  gsize used;

  if (first >= end)
    return NULL;
  head = hs_reading_token (self, first)->entry;
  if (head == NULL)
    return NULL;
  best = hs_lex_entry_is (head, lists) && head->n_words == 1 ? head : NULL;
  *n_tokens = best != NULL ? 1 : 0;
  if (head->longest == 1)
    return best;
  used = g_strlcpy (key, hs_reading_token (self, first)->fold, sizeof key);
  for (guint n = 2; n <= head->longest && first + n <= end; n++)
    {
      const HsLexEntry *entry;

      if (used + 1 >= sizeof key)
        break;
      key[used++] = ' ';
      used += g_strlcpy (key + used, hs_reading_token (self, first + n - 1)->fold, sizeof key - used);
      if (used >= sizeof key)
        break;
      entry = hs_lexicons_find (self->lexicons, key);
      if (hs_lex_entry_is (entry, lists))
        {
          best = entry;
          *n_tokens = n;
        }
    }
  return best;
}

/**
 * hs_reading_span:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token; greater than @first
 *
 * Returns: where they stand in the text, from the first byte of the first to the last of
 *   the last
 */
HsSpan
hs_reading_span (const HsReading *self,
                 guint            first,
                 guint            end)
{
  g_assert (first < end);

  return HS_SPAN_INIT (hs_reading_token (self, first)->span.start,
                       hs_reading_token (self, end - 1)->span.end);
}

/* The words as written, white space made single. Returns: (transfer full). */
char *
hs_reading_words (const HsReading *self,
                  guint            first,
                  guint            end)
{
  GString *words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (i > first && (token->flags & HS_TOKEN_SPACED) != 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, self->text + token->span.start,
                           token->span.end - token->span.start);
    }
  return g_string_free (words, FALSE);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const HsFound *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return 0;
}

/* Sorts what was found and notes which find covers each token. */
void
hs_reading_index_found (HsReading *self)
{
  g_array_sort (self->found, compare_found);
  memset (self->found_at, 0, sizeof (guint) * (self->tokens->len + 1));
  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);

      for (guint i = found->first; i < found->end; i++)
        self->found_at[i] = f + 1;
    }
}

/* First token that starts at or after byte @at; their number when none does. */
guint
hs_reading_token_at (const HsReading *self,
                     guint            at)
{
  guint low = 0, high = self->tokens->len;

  while (low < high)
    {
      guint mid = low + (high - low) / 2;

      if (hs_reading_token (self, mid)->span.start < at)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}
