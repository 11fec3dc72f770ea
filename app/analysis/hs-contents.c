/* hs-contents.c: what is said, before and after the words that say who said it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

/* From @i past "to reporters", "on Monday", "in a statement": what says when,
 * where and to whom. */
guint
hs_contents_skip_adverbials (const HsReading *self,
                             guint            i,
                             guint            end)
{
  static const char *const openers[] = { "in", "on", "at", "during", "to", "by", "via", "late", "early",
                                         "last", "this", "through", "after", "before", "from", "with",
                                         "of", "about", "as", NULL };
  guint start = i;

  while (i < end && i - start < 30)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind == HS_MENTION_DATE)
        i = hs_reading_found_at (self, i)->end;
      else if (hs_clause_is_adverb (token) || hs_token_is (token, "morning") ||
               hs_token_is (token, "afternoon") || hs_token_is (token, "evening") ||
               hs_token_is (token, "night") || hs_token_is (token, "week") ||
               hs_token_is (token, "month") || hs_token_is (token, "year"))
        i++;
      /* "talked about the bridge": what was said, not how */
      else if (i == start && (hs_token_is (token, "about") || hs_token_is (token, "of")))
        break;
      else if (g_strv_contains (openers, token->fold))
        {
          const HsFound *date = i + 1 < end ? hs_reading_found_at (self, i + 1) : NULL;
          guint next;

          /* "on “The Morning Show”" */
          if (i + 1 < end && hs_reading_token (self, i + 1)->kind == HS_TOKEN_QUOTE &&
              hs_reading_quote_at (self, i + 1) != NULL && hs_reading_quote_at (self, i + 1)->first == i + 1 &&
              hs_reading_quote_at (self, i + 1)->n_words <= 4 && hs_reading_quote_at (self, i + 1)->end < end)
            {
              i = hs_reading_quote_at (self, i + 1)->end;
              continue;
            }
          if (date != NULL && date->kind == HS_MENTION_DATE)
            {
              i = date->end;
              while (i < end && (hs_token_is (hs_reading_token (self, i), "last") ||
                                 hs_token_is (hs_reading_token (self, i), "this")))
                i++;
              continue;
            }
          if (hs_token_is (token, "to") && !hs_clause_begins_noun (self, i + 1, end))
            break;
          next = hs_clause_noun_right (self, i + 1, end);

          if (next == i + 1)
            break;
          i = next;
        }
      else
        break;
    }
  return i;
}

/**
 * hs_contents_at_end:
 * @self: an article being read
 * @i: index of a token
 * @end: index past the last token of the sentence
 *
 * Returns: whether nothing of what is said comes from @i on: the sentence ends, or another
 *   cue follows a comma
 */
gboolean
hs_contents_at_end (const HsReading *self,
                    guint            i,
                    guint            end)
{
  /* ", citing two sources": nothing of what was said comes any more */
  if (i + 1 < end && hs_token_is (hs_reading_token (self, i), ",") &&
      hs_cue_is_listed_verb (hs_reading_token (self, i + 1)) &&
      hs_cue_has_form (hs_reading_token (self, i + 1), "g"))
    return TRUE;
  if (i + 1 < end && hs_token_is (hs_reading_token (self, i), ",") &&
      hs_token_is (hs_reading_token (self, i + 1), "according"))
    return TRUE;
  return i >= end || hs_clause_is_end_mark (hs_reading_token (self, i)) ||
         (hs_reading_token (self, i)->kind == HS_TOKEN_QUOTE && i + 1 >= end);
}

/* "… ,” he said. “…”": what follows right after belongs to it, unless it is
 * attributed again. */
void
hs_contents_add_following (HsReading *self,
                           HsDraft   *draft,
                           guint      i)
{
  const HsQuoted *quote;
  const HsToken *last;
  gboolean colon = i < self->tokens->len && hs_token_is (hs_reading_token (self, i), ":");

  while (i < self->tokens->len && (hs_clause_is_end_mark (hs_reading_token (self, i)) ||
                                   hs_token_is (hs_reading_token (self, i), ",") ||
                                   hs_token_is (hs_reading_token (self, i), "—")))
    i++;
  if (i >= self->tokens->len || hs_reading_token (self, i)->kind != HS_TOKEN_QUOTE)
    return;
  quote = hs_reading_quote_at (self, i);
  if (quote == NULL || quote->first != i || quote->taken || quote->end < quote->first + 3 ||
      (!colon && hs_reading_token (self, i)->block != hs_reading_token (self, draft->cue_first)->block))
    return;
  last = hs_reading_token (self, quote->end - 2);
  if (hs_token_is (last, ",") || (quote->end < self->tokens->len &&
      hs_token_is (hs_reading_token (self, quote->end), ",")))
    return;
  hs_draft_add_quote (self, draft, self->quote_at[i] - 1);
}

/* "In an episode of “The Morning Show,” she said": a title, nothing said. */
static gboolean
names_title (const HsReading *self,
             guint            i)
{
  static const char *const words[] = { "of", "on", "in", "from", "at", "with", "titled", "called", "book", NULL };
  const HsQuoted *quote = hs_reading_quote_at (self, i - 1);

  return quote != NULL && quote->end == i && quote->n_words <= 4 && quote->first > 0 &&
         g_strv_contains (words, hs_reading_token (self, quote->first - 1)->fold);
}

/* The quotation that ends right before @i, a comma or dash between allowed. */
guint
hs_contents_quote_before (const HsReading *self,
                          guint            first,
                          guint            i)
{
  /* “What?” she asked: the sentence ended with the quotation */
  if (i == first && i > 1 && hs_reading_token (self, i - 1)->kind == HS_TOKEN_QUOTE)
    {
      const HsToken *mark = hs_reading_token (self, i - 2);

      if (hs_reading_token (self, i - 1)->block != hs_reading_token (self, i)->block ||
          !(hs_token_is (mark, "?") || hs_token_is (mark, "!") || hs_token_is (mark, ",")))
        return 0;
    }
  else if (i == first)
    return 0;
  while (i > first && (hs_token_is (hs_reading_token (self, i - 1), ",") ||
                       hs_token_is (hs_reading_token (self, i - 1), "—") ||
                       hs_token_is (hs_reading_token (self, i - 1), "–") ||
                       hs_token_is (hs_reading_token (self, i - 1), "--") ||
                       hs_token_is (hs_reading_token (self, i - 1), "-")))
    i--;
  if (i > 0 && names_title (self, i))
    return 0;
  if (i > 0 && self->quote_at[i - 1] != 0 &&
      g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).end == i &&
      g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).n_words > 1)
    return self->quote_at[i - 1];
  return 0;
}

/* "calls people", "claims the bridge": a verb's object begins at @i. */
static gboolean
begins_object (const HsReading *self,
               guint            i)
{
  static const char *const words[] = { "that", "a", "an", "the", "his", "her", "its", "their", "it", "them", "him",
                                       "people", "on", "for", NULL };

  return g_strv_contains (words, hs_reading_token (self, i)->fold) || self->found_at[i] != 0 || self->quote_at[i] != 0;
}

/* "…, adding that", "… and warned": the same speaker's next act of speech. */
static gboolean
begins_next_act (const HsReading *self,
                 guint            i,
                 guint            end)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *next;

  /* "but also noted" */
  if (i + 2 < end && hs_clause_is_adverb (hs_reading_token (self, i + 1)))
    i++;
  next = hs_reading_token (self, i + 1);
  if (!hs_cue_is_listed_verb (next) || (next->flags & HS_TOKEN_CAPITAL) != 0)
    return FALSE;
  if (hs_token_is (token, ","))
    return hs_cue_has_form (next, "g") &&
           (hs_cue_is_class (next, "say") || hs_cue_is_class (next, "want") || hs_cue_is_class (next, "judge"));
  if (!(hs_token_is (token, "and") || hs_token_is (token, "but")) || i + 2 >= end ||
      (hs_cue_is_noun_too (next) && !begins_object (self, i + 2)))
    return FALSE;
  return hs_cue_has_form (next, "ds") &&
         (!hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_CUES)) || begins_object (self, i + 2) ||
          hs_token_is (hs_reading_token (self, i + 2), "to"));
}

/* "…, the Journal on Monday quoted X as saying": where that begins. */
static guint
find_quoted_as (const HsReading *self,
                guint            start,
                guint            end)
{
  for (guint i = start + 2; i + 2 < end; i++)
    if (hs_token_is (hs_reading_token (self, i), "as") && hs_token_is (hs_reading_token (self, i + 1), "saying"))
      for (guint k = i; k > start + 2; k--)
        if (hs_cue_is_class (hs_reading_token (self, k), "quote") && hs_reading_quote_at (self, k) == NULL)
          {
            while (k > start + 2 && !hs_token_is (hs_reading_token (self, k), ","))
              k--;
            return k > start + 2 ? k : end;
          }
  return end;
}

/* "…, said Mr. X, the lawyer", "…, Ortiz told the Courier": whether that begins
 * after the comma at @i. */
static gboolean
attributes_from (const HsReading *self,
                 guint            i,
                 guint            end)
{
  for (guint k = i + 1; k < end && k < i + 10; k++)
    {
      const HsToken *token = hs_reading_token (self, k);

      if (hs_token_is (token, ",") || hs_clause_is_end_mark (token) || hs_reading_quote_at (self, k) != NULL)
        return FALSE;
      if (!hs_token_in (token, HS_IN (HS_LIST_CUES)) || !hs_cue_has_form (token, "ds") ||
          !(hs_cue_is_class (token, "say") || hs_cue_is_class (token, "tell")))
        continue;
      if (k == i + 1)
        return k + 1 < end && hs_clause_begins_noun (self, k + 1, end);
      if (hs_clause_noun_left (self, i + 1, k) != i + 1)
        return FALSE;
      return hs_cue_is_class (token, "tell") || k + 1 >= end || hs_token_is (hs_reading_token (self, k + 1), ",") ||
             (hs_reading_found_at (self, k + 1) != NULL && hs_reading_found_at (self, k + 1)->kind == HS_MENTION_DATE);
    }
  return FALSE;
}

/* ", the channel reported" and "; “…,” warned Y" are no part of what X said. */
static guint
cut_tail (HsReading *self,
          guint      start,
          guint      end)
{
  const HsToken *last;

  if (end <= start + 4)
    return end;
  /* "as saying" was trimmed with its full stop, or stands before it */
  end = find_quoted_as (self, start, end + 1 < self->tokens->len ? end + 1 : end) < end
          ? find_quoted_as (self, start, end + 1) : end;
  for (guint i = start + 1; i + 1 < end; i++)
    if (hs_token_is (hs_reading_token (self, i), ";") && hs_reading_quote_at (self, i) == NULL &&
        hs_reading_token (self, i + 1)->kind == HS_TOKEN_QUOTE)
      return i;
  for (guint i = start + 2; i + 1 < end; i++)
    {
      const HsQuoted *quote = hs_reading_quote_at (self, i);

      if (quote == NULL && hs_token_is (hs_reading_token (self, i), ",") &&
          hs_token_is (hs_reading_token (self, i + 1), "according"))
        return i;
      if (quote == NULL && (begins_next_act (self, i, end) ||
                            (hs_token_is (hs_reading_token (self, i), ",") && attributes_from (self, i, end))))
        return i;
      /* “…,” the union wrote; “…,” adding that */
      if (quote != NULL && quote->end == i + 1 && (attributes_from (self, i, end) ||
          (hs_cue_is_class (hs_reading_token (self, i + 1), "say") &&
           hs_cue_has_form (hs_reading_token (self, i + 1), "g"))))
        return i + 1;
    }
  last = hs_reading_token (self, end - 1);
  if (hs_cue_is_class (last, "say") && hs_cue_has_form (last, "ds") && hs_reading_quote_at (self, end - 1) == NULL)
    {
      guint source = hs_clause_noun_left (self, start, end - 1);

      if (source < end - 1 && source > start + 2 && hs_token_is (hs_reading_token (self, source - 1), ","))
        return source - 1;
    }
  return end;
}

/* Verbs of saying that, like those of judging, take a thing. */
static gboolean
takes_object (const HsToken *cue)
{
  static const char *const words[] = { "acknowledge", "mention", "describe", "cite", "detail", "outline", "discuss",
                                       "address", "pledge", "promise", "echo", "recount", "recall", "reveal",
                                       "disclose", "vow", NULL };
  const char *base = hs_cue_base (cue);

  if (!hs_token_in (cue, HS_IN (HS_LIST_CUES)))
    return TRUE;
  return (base != NULL && g_strv_contains (words, base)) ||
         !(hs_cue_is_class (cue, "say") || hs_cue_is_class (cue, "tell"));
}

/* ", but he refuses to", ", and Ortiz wants": another clause, with a subject and a
 * cue of its own. @i: the comma or the word that joins. */
static gboolean
begins_next_clause (const HsReading  *self,
                    const HsSentence *sentence,
                    guint             i,
                    guint             end,
                    gboolean          spoken)
{
  guint at = hs_token_is (hs_reading_token (self, i), ",") ? i + 1 : i, subject;

  if (at + 2 >= end || (spoken && at == i && hs_reading_token (self, i - 1)->kind != HS_TOKEN_QUOTE) ||
      !(hs_token_is (hs_reading_token (self, at), "but") || hs_token_is (hs_reading_token (self, at), "while") ||
        hs_token_is (hs_reading_token (self, at), "though") || hs_token_is (hs_reading_token (self, at), "although") ||
        (!spoken && hs_token_is (hs_reading_token (self, at), "and"))))
    return FALSE;
  subject = at + 1;
  for (guint k = subject + 1; k < end && k < subject + 6; k++)
    {
      const HsToken *token = hs_reading_token (self, k);

      if (token->kind == HS_TOKEN_MARK || token->kind == HS_TOKEN_QUOTE)
        return FALSE;
      if (hs_token_in (token, HS_IN (HS_LIST_CUES)) && hs_cue_has_form (token, "bsd") &&
          hs_cue_is_verb (self, sentence, k))
        return TRUE;
    }
  return FALSE;
}

/* "who said", "which had pledged": the cue is a relative clause's. */
static gboolean
stands_in_relative (const HsReading  *self,
                    const HsSentence *sentence,
                    guint             cue)
{
  while (cue > sentence->first && (hs_clause_is_auxiliary (hs_reading_token (self, cue - 1)) ||
                                   hs_clause_is_adverb (hs_reading_token (self, cue - 1))))
    cue--;
  return cue > sentence->first + 1 &&
         (hs_token_is (hs_reading_token (self, cue - 1), "who") ||
          (hs_token_is (hs_reading_token (self, cue - 1), "which") &&
           hs_token_is (hs_reading_token (self, cue - 2), ",")));
}

/* What is judged, wanted or thought of is mostly a thing, and ends with it: ",
 * which …", ", but …", "- a remark that …", "when …" are told by the article.
 * Of what is said only the relative clause that says it ends at its comma. */
static guint
cut_object (const HsReading  *self,
            const HsSentence *sentence,
            const HsDraft    *draft,
            guint             start,
            guint             end)
{
  static const char *const clauses[] = { "which", "who", "but", "whose", "although", "though", "despite", "while",
                                         "where", "with", NULL };
  static const char *const times[] = { "when", "after", "since", "during", "while", "because", "until", NULL };
  static const char *const dashes[] = { "―", "—", "–", "--", "-", NULL };
  const HsToken *cue = hs_reading_token (self, draft->cue_first);
  gboolean spoken = !takes_object (cue);
  gboolean relative = stands_in_relative (self, sentence, draft->cue_first);
  gboolean clause = start > 0 && hs_token_is (hs_reading_token (self, start - 1), "that");

  for (guint i = start + 1; i + 1 < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i), *next = hs_reading_token (self, i + 1);

      if (hs_reading_quote_at (self, i) != NULL)
        continue;
      if (hs_token_is (token, ";") || (relative && hs_token_is (token, ",")) ||
          begins_next_clause (self, sentence, i, end, spoken))
        return i;
      if (spoken || clause)
        continue;
      if ((hs_token_is (token, ",") && g_strv_contains (clauses, next->fold)) || hs_token_is (token, "but"))
        return i;
      /* ", and Ortiz is": the next one's doings */
      if (hs_token_is (token, ",") && hs_token_is (next, "and") && i + 2 < end && self->found_at[i + 2] != 0 &&
          hs_reading_found_at (self, i + 2)->kind == HS_MENTION_PERSON)
        return i;
      if (token->kind == HS_TOKEN_MARK && g_strv_contains (dashes, token->fold) &&
          (token->flags & HS_TOKEN_SPACED) != 0 && (next->flags & HS_TOKEN_SPACED) != 0)
        return i;
      if ((hs_cue_is_class (cue, "judge") || hs_cue_is_class (cue, "deny")) && i > start + 1 &&
          g_strv_contains (times, token->fold))
        return i;
    }
  return end;
}

/* "The talks are continuing, he said": what follows attributes, and is not said. */
static gboolean
only_attributes (const HsReading *self,
                 guint            start,
                 guint            end)
{
  end = hs_clause_trim_end (self, start, end);
  return end > start + 1 && hs_cue_is_class (hs_reading_token (self, end - 1), "say") &&
         hs_cue_has_form (hs_reading_token (self, end - 1), "ds") &&
         hs_clause_noun_left (self, start, end - 1) == start;
}

/* "Although he admitted it, he does not …": where the clause that begins the
 * sentence ends. */
static guint
cut_opening_clause (const HsReading  *self,
                    const HsSentence *sentence,
                    const HsDraft    *draft,
                    guint             start,
                    guint             end)
{
  static const char *const openers[] = { "although", "though", "while", "when", "after", "because", "if", "since",
                                         "as", "before", "until", "once", NULL };

  guint clause = draft->source_end > 0 ? draft->source_first : draft->cue_first;

  /* the sentence's first clause, or one that begins with the source: "and once he has …" */
  if (!g_strv_contains (openers, hs_reading_token (self, sentence->first)->fold) &&
      !(clause > sentence->first && clause <= draft->cue_first &&
        g_strv_contains (openers, hs_reading_token (self, clause - 1)->fold)))
    return end;
  for (guint i = start + 1; i + 2 < end; i++)
    if (hs_token_is (hs_reading_token (self, i), ",") && hs_reading_quote_at (self, i) == NULL &&
        (hs_clause_is_subject_name (self, i + 1) || hs_clause_begins_noun (self, i + 1, end)))
      return i;
  return end;
}

/* "X confirms boats deal: media": in a headline who says so stands behind a colon. */
static guint
cut_credit (const HsReading  *self,
            const HsSentence *sentence,
            guint             start,
            guint             end)
{
  if (g_array_index (self->parts, HsPart, sentence->part).kind != HS_BLOCK_HEADLINE)
    return end;
  for (guint i = end; i > start + 2 && i + 4 > end; i--)
    if (hs_token_is (hs_reading_token (self, i - 1), ":") && i < end && hs_reading_quote_at (self, i) == NULL)
      return i - 1;
  return end;
}

/* Content after the cue; @i: where it may begin. */
gboolean
hs_contents_after (HsReading        *self,
                   const HsSentence *sentence,
                   guint             i,
                   HsDraft          *draft)
{
  guint end = sentence->end;
  const HsQuoted *quote;
  guint start = i;

  /* "claimed, without proof, that" */
  if (start < end && hs_token_is (hs_reading_token (self, start), ","))
    for (guint k = start + 2; k + 1 < end && k < start + 9; k++)
      if (hs_token_is (hs_reading_token (self, k), ",") && hs_token_is (hs_reading_token (self, k + 1), "that"))
        start = k;
  while (start < end && (hs_token_is (hs_reading_token (self, start), ",") ||
                         hs_token_is (hs_reading_token (self, start), ":") ||
                         hs_token_is (hs_reading_token (self, start), "—") ||
                         hs_token_is (hs_reading_token (self, start), "that")))
    start++;
  /* "agreed, but also contended": no words for it */
  if (start == i + 1 && start < end && hs_token_is (hs_reading_token (self, i), ",") &&
      (hs_token_is (hs_reading_token (self, start), "but") || hs_token_is (hs_reading_token (self, start), "and") ||
       hs_token_is (hs_reading_token (self, start), "although")))
    return FALSE;
  if (start >= end || (start > i && only_attributes (self, start, end)))
    return FALSE;
  quote = hs_reading_quote_at (self, start);
  if (quote != NULL && quote->first == start && quote->n_words > 1)
    {
      guint q = self->quote_at[start] - 1;
      guint quote_end = quote->end;

      if (quote_end >= end || hs_contents_at_end (self, quote_end, end) ||
          (hs_token_is (hs_reading_token (self, quote_end), ",") && quote->n_words > 3))
        {
          hs_draft_add_quote (self, draft, q);
          return TRUE;
        }
    }
  end = cut_opening_clause (self, sentence, draft, start, cut_credit (self, sentence, start, end));
  end = cut_tail (self, start, hs_clause_trim_end (self, start, end));
  end = hs_clause_trim_end (self, start, cut_object (self, sentence, draft, start, end));
  if (end <= start)
    return FALSE;
  hs_draft_add_content (draft, start, end);
  draft->paraphrased = TRUE;
  for (guint k = start; k < end; k++)
    if (self->quote_at[k] != 0 && hs_reading_quote_at (self, k)->n_words > 1)
      {
        HsQuoted *inner = &g_array_index (self->quotes, HsQuoted, self->quote_at[k] - 1);

        /* a quotation of several sentences runs past this one */
        if (inner->end > sentence->end && inner->end > draft->content_end[draft->n_content - 1])
          draft->content_end[draft->n_content - 1] = inner->end;
        inner->taken = TRUE;
        draft->quoted = TRUE;
      }
  return TRUE;
}

/**
 * hs_contents_before:
 * @self: an article being read
 * @sentence: the sentence
 * @i: index of the first token of who says it
 * @draft: a statement in the making
 *
 * Adds what stands before @i to what is said, when a comma or a dash parts them and it is
 * three tokens or more.
 *
 * Returns: whether there is something
 */
gboolean
hs_contents_before (HsReading        *self,
                    const HsSentence *sentence,
                    guint             i,
                    HsDraft          *draft)
{
  guint end;

  if (i <= sentence->first || !(hs_token_is (hs_reading_token (self, i - 1), ",") ||
                                hs_token_is (hs_reading_token (self, i - 1), "—") ||
                                hs_token_is (hs_reading_token (self, i - 1), "--")))
    return FALSE;
  end = hs_clause_trim_end (self, sentence->first, i);
  if (end < sentence->first + 3)
    return FALSE;
  hs_draft_add_content (draft, sentence->first, end);
  draft->paraphrased = TRUE;
  return TRUE;
}
