/* hs-signals-phrases.c: signals that a turn of phrase gives away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signals-private.h"

#include <string.h>

typedef struct
{
  const char *phrase;   /* the class in the lexicon */
  const char *code;
  HsTone tone;
  gboolean in_quotes;   /* counts inside quotation marks, too */
  gboolean boilerplate; /* 0: only outside, 1: anywhere */
  const char *why;
} Kind;

static const Kind kinds[] = {
  { "unnamed-source", "unnamed-source", HS_TONE_AGAINST, FALSE, FALSE,
    "A statement is attributed to a source that is not named." },
  { "comment-sought", "comment-sought", HS_TONE_FOR, FALSE, FALSE,
    "The article says that it asked the other side for comment." },
  { "limits-stated", "limits-stated", HS_TONE_FOR, FALSE, FALSE,
    "The article says what is not known or not confirmed." },
  { "rival-account", "rival-account", HS_TONE_FOR, FALSE, FALSE,
    "The article keeps an account that differs from the one it mainly gives." },
  { "passive-unattributed", "passive-unattributed", HS_TONE_AGAINST, FALSE, FALSE,
    "Something is reported without saying who says so." },
  { "loaded-wording", "loaded-wording", HS_TONE_AGAINST, FALSE, FALSE,
    "The article’s own words carry a judgement, outside of any quotation." },
  { "opinion", "opinion-in-news", HS_TONE_AGAINST, FALSE, FALSE,
    "The article argues or concludes in its own voice." },
  { "foreign-disclaimer", "foreign-disclaimer", HS_TONE_NEUTRAL, TRUE, TRUE,
    "A disclaimer that another country’s law asks for points to an original from there." },
  { "repost-mark", "repost-mark", HS_TONE_NEUTRAL, FALSE, TRUE,
    "Words on the page say that the text, or part of it, was taken over from elsewhere." },
  { "appeal", "appeal", HS_TONE_NEUTRAL, FALSE, TRUE,
    "The page asks its readers for money, a subscription or a follow." },
};

/* Bare words that mean a repost only in certain company. */
static gboolean
is_weak_repost (const HsReading *self,
                guint            first,
                guint            n,
                const HsPart    *part)
{
  const HsToken *next = first + n < self->tokens->len ? hs_reading_token (self, first + n) : NULL;
  const HsToken *token = hs_reading_token (self, first);

  if (hs_token_is (token, "more") || hs_token_is (token, "powered") || hs_token_is (token, "continue"))
    return !(first == part->first || hs_token_is (hs_reading_token (self, first - 1), ".") || part->skipped) ||
           !(token->flags & HS_TOKEN_CAPITAL);
  if (hs_token_is (token, "the"))
    {
      /* "The post X appeared first on Y" */
      for (guint i = first; i < part->end && i < first + 30; i++)
        if (hs_token_is (hs_reading_token (self, i), "appeared"))
          return FALSE;
      return TRUE;
    }
  if (hs_token_is (token, "source") || hs_token_is (token, "via"))
    return first != part->first || next == NULL;
  return FALSE;
}

static void
check_phrase (HsReading        *self,
              const HsPart     *part,
              guint             first,
              guint             n,
              const HsLexEntry *entry)
{
  guint q = self->quote_at[first];
  gboolean quoted = q != 0 && g_array_index (self->quotes, HsQuoted, q - 1).n_words > 3;

  for (const HsLexFields *f = entry->fields; f != NULL; f = f->next)
    {
      if (f->list != HS_LIST_SIGNALS || f->n_columns < 2)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          const Kind *kind = &kinds[k];

          if (strcmp (f->columns[1], kind->phrase) != 0)
            continue;
          if ((part->skipped && !kind->boilerplate) || (quoted && !kind->in_quotes))
            continue;
          if (strcmp (kind->phrase, "repost-mark") == 0 && is_weak_repost (self, first, n, part))
            continue;
          /* an appeal is one sentence among others only where it speaks to the reader */
          if (strcmp (kind->phrase, "appeal") == 0 && !part->skipped && part->end - part->first > 40)
            continue;
          /* "clearly" as somebody's word is a cue's business */
          hs_signals_add (self, kind->code, kind->tone, hs_reading_span (self, first, first + n), kind->why);
        }
    }
}

/* "according to the first version": where there is one, there are others. */
static void
check_version (HsReading    *self,
               const HsPart *part,
               guint         i)
{
  if (!hs_token_is (hs_reading_token (self, i), "according"))
    return;
  for (guint k = i + 2; k < part->end && k < i + 6; k++)
    if (hs_token_is (hs_reading_token (self, k), "version") || hs_token_is (hs_reading_token (self, k), "versions"))
      hs_signals_add (self, "rival-account", HS_TONE_FOR, hs_reading_span (self, i, k + 1),
                      "The article keeps an account that differs from the one it mainly gives.");
}

/**
 * hs_signals_phrases:
 * @self: an article being read
 *
 * Adds the signals of phrases that the lexicon lists, and of versions of a text.
 */
void
hs_signals_phrases (HsReading *self)
{
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);
      guint i = part->first;

      while (i < part->end)
        {
          guint n = 0;
          const HsLexEntry *entry = hs_reading_match (self, i, part->end, HS_IN (HS_LIST_SIGNALS), &n);

          if (entry != NULL)
            check_phrase (self, part, i, n, entry);
          else if (!part->skipped)
            check_version (self, part, i);
          i += MAX (n, 1);
        }
    }
}
