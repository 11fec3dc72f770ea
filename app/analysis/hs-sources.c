/* hs-sources.c: the noun phrase that speaks, left of its verb
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static gboolean
is_personal_word (const HsToken *token)
{
  const char *role = hs_lex_entry_column (token->entry, HS_LIST_ROLES, 1);

  return role != NULL && strcmp (role, "others") != 0;
}

/* "ZESA Holdings chairman Dr Sydney Gata": where the name stands that the body's words
 * lead to; @at: there is none. */
static guint
person_beside (const HsReading *self,
               guint            at,
               guint            before)
{
  const HsFound *body = hs_reading_found_at (self, at);

  if (body == NULL || body->kind != HS_MENTION_ORGANISATION)
    return at;
  for (guint i = body->end; i < before && i < body->end + 6; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);
      const HsToken *token = hs_reading_token (self, i);

      if (found != NULL && found->kind == HS_MENTION_PERSON)
        return i > body->end ? i : at;
      if (found != NULL || token->kind != HS_TOKEN_WORD || hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) ||
          (hs_cue_is_listed_verb (token) && !hs_token_in (token, HS_IN (HS_LIST_ROLES))))
        return at;
    }
  return at;
}

/* Whoever a sentence is about, when its verb has no subject beside it. */
static guint
subject_of_sentence (const HsReading  *self,
                     const HsSentence *sentence,
                     guint             before)
{
  for (guint i = sentence->first; i < before; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (hs_token_is (token, "he") || hs_token_is (token, "she") || hs_token_is (token, "they") ||
          (self->found_at[i] != 0 && hs_reading_found_at (self, i)->first == i &&
           (hs_reading_found_at (self, i)->kind == HS_MENTION_PERSON ||
            hs_reading_found_at (self, i)->kind == HS_MENTION_ORGANISATION)))
        return person_beside (self, i, before);
    }
  /* nobody is named: "the mayor", "Democrats" */
  for (guint i = sentence->first; i < before; i++)
    if (is_personal_word (hs_reading_token (self, i)))
      return i;
  return G_MAXUINT;
}

/* "The X channel, referring to NAME, said": NAME is the source, X the outlet. */
static void
take_referred (HsReading *self,
               guint      first,
               guint      end,
               guint      outlet,
               HsDraft   *draft)
{
  guint name = first;

  if (hs_token_is (hs_reading_token (self, first), "referring") && first + 1 < end &&
      hs_token_is (hs_reading_token (self, first + 1), "to"))
    name = first + 2;
  else if (hs_token_is (hs_reading_token (self, first), "citing") ||
           hs_token_is (hs_reading_token (self, first), "quoting"))
    name = first + 1;
  if (name == first || name >= end)
    return;
  draft->outlet_first = outlet;
  draft->outlet_end = first;
  draft->source_first = name;
  draft->source_end = hs_clause_trim_end (self, name, end);
}

/* "X attacked Y and called …": before "and" stands no subject of its own. */
static gboolean
repeats_subject (const HsReading *self,
                 guint            first,
                 guint            end)
{
  for (guint i = end; i > first; i--)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (hs_token_is (token, ",") || hs_clause_is_end_mark (token))
        return FALSE;
      if (hs_token_in (token, HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_MODALITY)) && self->found_at[i - 1] == 0 &&
          (token->flags & HS_TOKEN_CAPITAL) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The sentence's subject, for a verb that has none beside it. */
static gboolean
take_subject (HsReading        *self,
              const HsSentence *sentence,
              guint             i,
              HsDraft          *draft)
{
  guint at = subject_of_sentence (self, sentence, i);

  /* whoever did what the sentence tells before */
  for (guint k = sentence->first + 1; at == G_MAXUINT && k < i; k++)
    if (hs_cue_is_listed_verb (hs_reading_token (self, k)) && hs_cue_has_form (hs_reading_token (self, k), "sdp"))
      {
        guint left = hs_clause_noun_left (self, sentence->first, k);

        if (left < k)
          {
            draft->source_first = left;
            draft->source_end = hs_clause_trim_end (self, left, k);
            return draft->source_end > left;
          }
      }
  if (at == G_MAXUINT)
    return FALSE;
  draft->source_first = at;
  draft->source_end = hs_reading_found_at (self, at) != NULL ? hs_reading_found_at (self, at)->end : at + 1;
  return TRUE;
}

/* "Citing costs, X …": the subject comes after the comma. "Asked …": nobody asks. */
static gboolean
take_subject_after (HsReading        *self,
                    const HsSentence *sentence,
                    guint             i,
                    HsDraft          *draft)
{
  if (!hs_cue_has_form (hs_reading_token (self, i), "g"))
    return TRUE;
  for (guint k = i + 2; k + 1 < sentence->end; k++)
    if (hs_token_is (hs_reading_token (self, k), ",") && hs_clause_begins_noun (self, k + 1, sentence->end))
      {
        draft->source_first = k + 1;
        draft->source_end = hs_clause_trim_end (self, k + 1, hs_clause_noun_right (self, k + 1, sentence->end));
        return draft->source_end > draft->source_first;
      }
  return FALSE;
}

/* "X, speaking to reporters, said": what he did is not who he is. */
static void
cut_insert (HsReading *self,
            guint      limit,
            guint      close,
            HsDraft   *draft)
{
  guint open = hs_clause_insert_left (self, limit, close), at = draft->source_first;
  const HsToken *first;

  if (open <= at)
    return;
  first = hs_reading_token (self, open + 1);
  if (hs_token_is (first, "however") || hs_token_is (first, "meanwhile") || hs_token_is (first, "too") ||
      hs_clause_is_adverb (first))
    draft->source_end = open;
  else if (g_str_has_suffix (first->fold, "ing"))
    {
      draft->source_end = open;
      take_referred (self, open + 1, close, at, draft);
    }
}

/* "X, who said": the one before the comma. */
static void
take_antecedent (HsReading *self,
                 guint      limit,
                 HsDraft   *draft)
{
  guint at = draft->source_first;
  guint end, left;

  if (draft->source_end != at + 1 || at <= limit || !hs_token_is (hs_reading_token (self, at), "who"))
    return;
  end = hs_clause_trim_end (self, limit, at);
  left = hs_clause_noun_left (self, limit, end);
  if (left < end)
    {
      draft->source_first = left;
      draft->source_end = end;
    }
}

/* "X, Y and Z demanded": the first of them, too. */
static void
take_list (HsReading *self,
           guint      limit,
           HsDraft   *draft)
{
  gboolean several = FALSE;

  for (guint i = draft->source_first; i < draft->source_end && !several; i++)
    several = hs_token_is (hs_reading_token (self, i), "and");
  while (several && draft->source_first > limit + 1 && self->found_at[draft->source_first] != 0 &&
         hs_token_is (hs_reading_token (self, draft->source_first - 1), ","))
    {
      const HsFound *one = hs_reading_found_at (self, draft->source_first);
      const HsFound *before = hs_reading_found_at (self, draft->source_first - 2);

      if (before == NULL || before->kind != HS_MENTION_PERSON || one->kind != HS_MENTION_PERSON ||
          before->end != draft->source_first - 1 || before->first < limit)
        return;
      draft->source_first = before->first;
    }
}

/* "The court on Tuesday ruled": the day is none of its words. */
static void
cut_date (HsReading *self,
          HsDraft   *draft)
{
  static const char *const words[] = { "on", "in", "late", "early", "since", NULL };
  const HsFound *date = hs_reading_found_at (self, draft->source_end - 1);

  if (date == NULL || date->kind != HS_MENTION_DATE || date->first <= draft->source_first + 1)
    return;
  /* "Lim, who left the board in 2021": of what is told of who speaks */
  for (guint i = draft->source_first; i < draft->source_end; i++)
    if (hs_token_is (hs_reading_token (self, i), ",") || hs_token_is (hs_reading_token (self, i), "who"))
      return;
  draft->source_end = date->first;
  while (draft->source_end > draft->source_first + 1 &&
         g_strv_contains (words, hs_reading_token (self, draft->source_end - 1)->fold))
    draft->source_end--;
}

/* Who speaks with the verb at @i, when that stands left of it. */
gboolean
hs_sources_find_left (HsReading        *self,
                      const HsSentence *sentence,
                      guint             i,
                      HsDraft          *draft)
{
  const HsToken *verb = hs_reading_token (self, i);
  guint limit = sentence->first, k = i, at;

  /* not over a quotation that ends before */
  for (guint j = i; j > sentence->first; j--)
    if (hs_reading_long_quote_at (self, j - 1) != NULL)
      {
        limit = j;
        break;
      }
  if (i == sentence->first)
    return take_subject_after (self, sentence, i, draft);
  while (k > limit &&
         (hs_clause_is_auxiliary (hs_reading_token (self, k - 1)) || hs_cue_is_modal (hs_reading_token (self, k - 1)) ||
          hs_clause_is_adverb (hs_reading_token (self, k - 1))))
    k--;
  /* "he’s claiming" */
  if (k > limit + 1 && hs_cue_has_form (verb, "g") && hs_reading_token (self, k - 1)->kind == HS_TOKEN_CLITIC)
    k--;
  if (k == i && k > limit && hs_token_is (hs_reading_token (self, k - 1), "to"))
    return take_subject (self, sentence, i, draft);
  if (hs_cue_has_form (verb, "g") && k == i)
    return take_subject (self, sentence, i, draft);
  if (k == i && k > limit + 1 && hs_token_is (hs_reading_token (self, k - 1), "and") &&
      hs_cue_has_form (verb, "ds") && repeats_subject (self, limit, k - 1))
    at = k;
  else
    at = hs_clause_noun_left (self, limit, k);
  /* "the government, which has denied", "cities that support" */
  if (at >= k && k > limit + 1 && (hs_token_is (hs_reading_token (self, k - 1), "which") ||
                                   hs_token_is (hs_reading_token (self, k - 1), "that")))
    {
      k = hs_clause_trim_end (self, limit, k - 1);
      at = hs_clause_noun_left (self, limit, k);
    }
  /* "left in 2015, and said": the subject stands further left */
  if (at >= k && k > limit && (hs_token_is (hs_reading_token (self, k - 1), "and") ||
                               hs_token_is (hs_reading_token (self, k - 1), "but")))
    return take_subject (self, sentence, i, draft);
  if (at >= k)
    return FALSE;
  draft->source_first = at;
  draft->source_end = hs_clause_trim_end (self, at, k);
  if (draft->source_end <= at)
    return FALSE;
  if (k > limit && hs_token_is (hs_reading_token (self, k - 1), ","))
    cut_insert (self, limit, k - 1, draft);
  take_antecedent (self, limit, draft);
  take_list (self, limit, draft);
  cut_date (self, draft);
  return TRUE;
}
