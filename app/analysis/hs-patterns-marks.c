/* hs-patterns-marks.c: attributions by marks, and outlets that quote
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static gboolean
is_long_dash (const HsToken *token)
{
  return hs_token_is (token, "—") || hs_token_is (token, "–") || hs_token_is (token, "--") ||
         hs_token_is (token, "―");
}

/* "the Journal quoted X as saying", "X was quoted as saying"; @as: the "as". */
static gboolean
quoted_as_saying (HsReading        *self,
                  const HsSentence *sentence,
                  guint             i,
                  guint             as,
                  HsDraft          *draft)
{
  guint start, quote, k = i;

  if (as == i + 1)
    {
      draft->cue_end = as + 2;
      while (k > sentence->first && hs_clause_is_auxiliary (hs_reading_token (self, k - 1)))
        k--;
      draft->source_first = hs_clause_noun_left (self, sentence->first, k);
      draft->source_end = k;
    }
  else
    {
      draft->source_first = i + 1;
      draft->source_end = hs_clause_trim_end (self, i + 1, as);
      draft->outlet_first = sentence->first;
      draft->outlet_end = i;
    }
  if (draft->source_end <= draft->source_first)
    return FALSE;
  quote = hs_contents_quote_before (self, sentence->first, draft->source_first);
  /* “…,” X was quoted as saying by the Journal */
  if (as == i + 1 && quote != 0)
    {
      hs_draft_add_quote (self, draft, quote - 1);
      return TRUE;
    }
  if (!hs_contents_at_end (self, as + 2, sentence->end))
    return hs_contents_after (self, sentence, as + 2, draft);
  start = draft->outlet_end > 0 ? hs_clause_noun_left (self, sentence->first, i) : draft->source_first;
  /* back over "on Monday" to the comma */
  while (start > sentence->first && !hs_token_is (hs_reading_token (self, start - 1), ",") &&
         hs_reading_token (self, start - 1)->kind != HS_TOKEN_QUOTE)
    start--;
  quote = hs_contents_quote_before (self, sentence->first, start);
  if (quote == 0)
    return hs_contents_before (self, sentence, start, draft);
  hs_draft_add_quote (self, draft, quote - 1);
  return TRUE;
}

/* What machine translation makes of it: "“…,” — quotes The Journal a member of …". */
static gboolean
quoted_before (HsReading        *self,
               const HsSentence *sentence,
               guint             i,
               HsDraft          *draft)
{
  guint quote = hs_contents_quote_before (self, sentence->first, i);
  guint from = i + 1, end;

  if (quote == 0 || !hs_clause_begins_noun (self, i + 1, sentence->end))
    return FALSE;
  if (hs_token_is (hs_reading_token (self, from), "the"))
    from++;
  if (from < sentence->end && hs_reading_found_at (self, from) != NULL &&
      hs_reading_found_at (self, from)->kind == HS_MENTION_ORGANISATION)
    {
      draft->outlet_first = i + 1;
      draft->outlet_end = hs_reading_found_at (self, from)->end;
      from = draft->outlet_end;
    }
  else
    from = i + 1;
  end = hs_clause_noun_right (self, from, sentence->end);
  if (end <= from)
    return FALSE;
  draft->source_first = from;
  draft->source_end = end;
  hs_draft_add_quote (self, draft, quote - 1);
  hs_contents_add_following (self, draft, end);
  if (draft->n_content == 1)
    hs_contents_add_following (self, draft, sentence->end);
  return TRUE;
}

/**
 * hs_pattern_quoted_as:
 * @self: an article being read
 * @sentence: the sentence
 * @i: index of the cue
 * @draft: (inout): a statement in the making
 *
 * "quoted him as saying …", and "quoted" with the words before it.
 *
 * Returns: whether it made a statement
 */
gboolean
hs_pattern_quoted_as (HsReading        *self,
                      const HsSentence *sentence,
                      guint             i,
                      HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint as = G_MAXUINT;

  if (!hs_cue_is_class (token, "quote") || hs_reading_long_quote_at (self, i) != NULL || hs_cue_has_form (token, "b"))
    return FALSE;
  for (guint k = i + 1; k + 1 < sentence->end && k < i + 40; k++)
    if (hs_token_is (hs_reading_token (self, k), "as") && hs_token_is (hs_reading_token (self, k + 1), "saying"))
      as = k;
  draft->cue_first = i;
  draft->cue_end = i + 1;
  return as != G_MAXUINT ? quoted_as_saying (self, sentence, i, as, draft)
                         : quoted_before (self, sentence, i, draft);
}

/* “We talk, — said X. — We need it.”: Russian newspapers, and translations
 * from them, set the attribution inside the marks, between dashes. */
gboolean
hs_pattern_embedded (HsReading *self,
                     guint      quote,
                     HsDraft   *draft)
{
  const HsQuoted *q = &g_array_index (self->quotes, HsQuoted, quote);
  guint end = q->end;

  for (guint i = q->first + 2; i + 4 < end; i++)
    {
      guint cue = i + 1, stop;
      const HsFound *outlet;

      if (!hs_token_is (hs_reading_token (self, i), ","))
        continue;
      if (is_long_dash (hs_reading_token (self, cue)))
        cue++;
      if (!(hs_cue_is_class (hs_reading_token (self, cue), "say") ||
            hs_cue_is_class (hs_reading_token (self, cue), "quote")) ||
          !hs_cue_has_form (hs_reading_token (self, cue), "ds"))
        continue;
      for (stop = cue + 2; stop + 1 < end && stop < cue + 40; stop++)
        if ((hs_token_is (hs_reading_token (self, stop), ".") || hs_token_is (hs_reading_token (self, stop), ",")) &&
            is_long_dash (hs_reading_token (self, stop + 1)))
          break;
      if (stop + 1 >= end || stop >= cue + 40)
        continue;
      draft->cue_first = cue;
      draft->cue_end = cue + 1;
      draft->source_first = cue + 1;
      draft->source_end = stop;
      if (hs_token_is (hs_reading_token (self, draft->source_first), "the"))
        outlet = hs_reading_found_at (self, draft->source_first + 1);
      else
        outlet = hs_reading_found_at (self, draft->source_first);
      if (hs_cue_is_class (hs_reading_token (self, cue), "quote") && outlet != NULL &&
          outlet->kind == HS_MENTION_ORGANISATION && outlet->end < stop)
        {
          draft->outlet_first = draft->source_first;
          draft->outlet_end = outlet->end;
          draft->source_first = outlet->end;
        }
      hs_draft_add_content (draft, q->first, i);
      hs_draft_add_content (draft, stop + 2, end);
      draft->quoted = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* "Poll: …", "Ministry: …" above an article; "PENCE: …" in a record of talk.
 * @i: the colon. */
static gboolean
takes_turn (HsReading        *self,
            const HsSentence *sentence,
            guint             i,
            HsDraft          *draft)
{
  static const char *const papers[] = { "poll", "report", "study", "survey", "sources", "source", "officials", "police",
                                        "analysis", "exclusive", "experts", "witnesses", NULL };
  const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);
  guint first = sentence->first, end = sentence->end;
  gboolean upper = TRUE, known = FALSE;

  if (hs_reading_token (self, first)->kind == HS_TOKEN_QUOTE)
    first++;
  if (i <= first || i - first > 6 || i + 3 >= end ||
      (sentence->first != part->first && part->kind != HS_BLOCK_HEADLINE))
    return FALSE;
  for (guint k = first; k < i; k++)
    {
      const HsToken *token = hs_reading_token (self, k);
      const HsFound *found = hs_reading_found_at (self, k);

      upper = upper && token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_UPPER) != 0;
      known = known || g_strv_contains (papers, token->fold) ||
              (found != NULL && found->end == i &&
               (found->kind == HS_MENTION_PERSON || found->kind == HS_MENTION_ORGANISATION));
    }
  if (!(upper && i - first <= 3) && !(known && part->kind == HS_BLOCK_HEADLINE))
    return FALSE;
  /* who has the word keeps it to the end of the block */
  if (part->kind != HS_BLOCK_HEADLINE)
    end = part->end;
  draft->source_first = first;
  draft->source_end = i;
  hs_draft_add_content (draft, i + 1, hs_clause_trim_end (self, i + 1, end));
  draft->paraphrased = TRUE;
  return draft->n_content > 0;
}

/* "NAME: “…”" and "“…” — NAME". */
gboolean
hs_pattern_mark (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint quote;

  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (hs_token_is (token, ":") && takes_turn (self, sentence, i, draft))
    return TRUE;
  if (i == sentence->first || i + 1 >= sentence->end || hs_reading_long_quote_at (self, i) != NULL)
    return FALSE;
  if (hs_token_is (token, ":") && self->found_at[i - 1] != 0)
    {
      const HsFound *name = hs_reading_found_at (self, i - 1);

      quote = self->quote_at[i + 1];
      if (quote == 0 || i - sentence->first > 8 || g_array_index (self->quotes, HsQuoted, quote - 1).first != i + 1 ||
          g_array_index (self->quotes, HsQuoted, quote - 1).n_words < 3 ||
          (name->kind != HS_MENTION_PERSON && name->kind != HS_MENTION_ORGANISATION))
        return FALSE;
      draft->source_first = sentence->first;
      draft->source_end = i;
    }
  else if (is_long_dash (token))
    {
      quote = hs_contents_quote_before (self, sentence->first, i);
      if (quote == 0 || hs_reading_found_at (self, i + 1) == NULL ||
          hs_reading_found_at (self, i + 1)->kind != HS_MENTION_PERSON)
        return FALSE;
      draft->source_end = hs_clause_noun_right (self, i + 1, sentence->end);
      if (!hs_contents_at_end (self, draft->source_end, sentence->end) &&
          hs_reading_token (self, draft->source_end)->kind != HS_TOKEN_QUOTE)
        return FALSE;
      draft->source_first = i + 1;
      draft->source_end = hs_clause_noun_right (self, i + 1, sentence->end);
    }
  else
    return FALSE;
  if (g_array_index (self->quotes, HsQuoted, quote - 1).taken)
    return FALSE;
  hs_draft_add_quote (self, draft, quote - 1);
  return TRUE;
}

/* "Reportedly, the bridge was closed": said by nobody the text names. */
gboolean
hs_pattern_hearsay (HsReading        *self,
                    const HsSentence *sentence,
                    guint             i,
                    HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint from = i + 1, end = hs_clause_trim_end (self, sentence->first, sentence->end);

  if (!(hs_token_is (token, "reportedly") || hs_token_is (token, "allegedly") || hs_token_is (token, "purportedly")) ||
      hs_reading_long_quote_at (self, i) != NULL)
    return FALSE;
  if (from < end && hs_token_is (hs_reading_token (self, from), ","))
    from++;
  draft->cue_first = i;
  draft->cue_end = i + 1;
  hs_draft_add_content (draft, sentence->first, i);
  hs_draft_add_content (draft, from, end);
  draft->paraphrased = TRUE;
  return draft->n_content > 0;
}
