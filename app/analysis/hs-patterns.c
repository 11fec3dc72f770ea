/* hs-patterns.c: how English says that somebody said something
 *
 * One function for each pattern; a cue is a verb or noun of the lexicon, the
 * source a noun phrase beside it, the content a quotation or a clause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static void
set_cue (HsReading *self,
         HsDraft   *draft,
         guint      i,
         guint      end)
{
  static const char *const particles[] = { "for", "on", "upon", "out", "against", NULL };
  const char *base = hs_lex_entry_column (hs_reading_token (self, i)->entry, HS_LIST_CUES, 1);

  draft->cue_first = i;
  draft->cue_end = i + MAX (1, draft->cue_words);
  if (i + 1 >= end || draft->cue_words > 1)
    return;
  if (g_strv_contains (particles, hs_reading_token (self, i + 1)->fold) &&
      (g_strcmp0 (base, "call") == 0 || g_strcmp0 (base, "ask") == 0 || g_strcmp0 (base, "point") == 0 ||
       g_strcmp0 (base, "press") == 0 || g_strcmp0 (base, "argue") == 0 || g_strcmp0 (base, "advocate") == 0))
    draft->cue_end++;
}

/* Whether [first, end) can be a clause, not only a name with its apposition. */
static gboolean
has_verb (const HsReading *self,
          guint            first,
          guint            end)
{
  for (guint i = first + 1; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      gsize n = strlen (token->fold);

      if (hs_clause_is_auxiliary (token) || hs_token_in (token, HS_IN (HS_LIST_MODALITY)))
        return TRUE;
      if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) == 0 && n > 4 &&
          (g_str_has_suffix (token->fold, "ed") ||
           (hs_token_in (token, HS_IN (HS_LIST_CUES)) && hs_cue_has_form (token, "sdp"))))
        return TRUE;
    }
  return FALSE;
}

/* "The tax “is misguided,” said X": the words before the marks are said, too. */
static void
add_quote_before (HsReading        *self,
                  const HsSentence *sentence,
                  guint             quote,
                  HsDraft          *draft)
{
  guint first = g_array_index (self->quotes, HsQuoted, quote - 1).first;
  gboolean plain = first > sentence->first + 1;

  for (guint i = sentence->first; i < first && plain; i++)
    plain = hs_reading_quote_at (self, i) == NULL && !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_CUES)) &&
            !hs_clause_is_end_mark (hs_reading_token (self, i));
  if (plain && hs_reading_token (self, first - 1)->kind == HS_TOKEN_WORD)
    {
      hs_draft_add_content (draft, sentence->first, first);
      draft->paraphrased = TRUE;
    }
  hs_draft_add_quote (self, draft, quote - 1);
}

/* "X, a member of the board, said the army is …": who speaks stands before, not
 * after, unless a name follows. */
static gboolean
has_subject_left (const HsReading  *self,
                  const HsSentence *sentence,
                  guint             i)
{
  const HsFound *after = hs_reading_found_at (self, i + 1), *before;
  guint open;

  if (after != NULL && after->kind == HS_MENTION_PERSON)
    return FALSE;
  open = hs_clause_insert_left (self, sentence->first, i - 1);
  before = open > sentence->first ? hs_reading_found_at (self, open - 1) : NULL;
  return before != NULL && before->kind == HS_MENTION_PERSON;
}

/* "said 9/11 widow NAME": begins with no name, but ends with one. */
static gboolean
ends_with_person (const HsReading *self,
                  guint            first,
                  guint            end)
{
  for (guint i = first; i < end && i < first + 6; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (hs_reading_token (self, i)->kind == HS_TOKEN_MARK && found == NULL)
        return FALSE;
      if (found != NULL && found->kind == HS_MENTION_PERSON)
        return i > first;
    }
  return FALSE;
}

/* "said Igor X, a member of …": source after the verb, content before it. */
static gboolean
match_inverted (HsReading        *self,
                const HsSentence *sentence,
                guint             i,
                HsDraft          *draft)
{
  const HsToken *before = i > 0 ? hs_reading_token (self, i - 1) : NULL;
  guint quote = i > 0 ? hs_contents_quote_before (self, sentence->first, i) : 0, at;

  if (before == NULL || hs_cue_has_form (hs_reading_token (self, i), "g") ||
      !(hs_cue_is_class (hs_reading_token (self, i), "say") || hs_cue_is_class (hs_reading_token (self, i), "want")) ||
      !(quote != 0 || hs_token_is (before, ",") || hs_token_is (before, "—") || hs_token_is (before, "--")) ||
      i + 1 >= sentence->end ||
      !(hs_clause_begins_noun (self, i + 1, sentence->end) ||
        (quote != 0 && ends_with_person (self, i + 1, sentence->end))))
    return FALSE;
  draft->source_first = i + 1;
  at = hs_clause_begins_noun (self, i + 1, sentence->end) || hs_reading_found_at (self, i + 1) == NULL
         ? i + 1 : hs_reading_found_at (self, i + 1)->end;
  draft->source_end = hs_clause_noun_right (self, at, sentence->end);
  if (draft->source_end <= draft->source_first)
    return FALSE;
  /* "In comments to the Post, X said the army is …": the army does not speak */
  if (quote == 0)
    {
      if (has_subject_left (self, sentence, i))
        return FALSE;
      at = hs_contents_skip_adverbials (self, draft->source_end, sentence->end);
      if (!hs_contents_at_end (self, at, sentence->end) && !hs_token_is (hs_reading_token (self, at), ","))
        return FALSE;
    }
  if (quote != 0)
    add_quote_before (self, sentence, quote, draft);
  else if (!has_verb (self, sentence->first, i) || !hs_contents_before (self, sentence, i, draft))
    return FALSE;
  /* “… ,” said X, “…” */
  at = draft->n_content;
  hs_contents_add_following (self, draft, draft->source_end);
  if (draft->n_content == at)
    hs_contents_add_following (self, draft, sentence->end);
  return TRUE;
}

/* Machine translation keeps another language's order: "the wish to …, said in
 * May, Ambassador X." What is left after the adverbial is a name and no more. */
static gboolean
match_source_at_end (HsReading        *self,
                     const HsSentence *sentence,
                     guint             i,
                     HsDraft          *draft)
{
  guint at = hs_contents_skip_adverbials (self, i + 1, sentence->end);
  guint from, end;

  if (i == sentence->first || !hs_token_is (hs_reading_token (self, i - 1), ",") || at == i + 1 ||
      at + 1 >= sentence->end || !hs_token_is (hs_reading_token (self, at), ","))
    return FALSE;
  from = at + 1;
  end = hs_clause_trim_end (self, from, sentence->end);
  if (end <= from || end - from > 12 || has_verb (self, from, end) ||
      hs_reading_found_at (self, end - 1) == NULL ||
      hs_reading_found_at (self, end - 1)->kind != HS_MENTION_PERSON)
    return FALSE;
  if (!hs_contents_before (self, sentence, i, draft))
    return FALSE;
  draft->source_first = from;
  draft->source_end = end;
  return TRUE;
}

static gboolean
add_both (HsDraft *draft,
          guint    first,
          guint    end,
          guint    after,
          guint    after_end)
{
  hs_draft_add_content (draft, first, end);
  hs_draft_add_content (draft, after, after_end);
  draft->paraphrased = TRUE;
  return TRUE;
}

/* "told reporters he had", "told the court the money": where whom it is told to ends, not
 * after @end. */
static guint
find_told (const HsReading *self,
           guint            first,
           guint            end)
{
  static const char *const subjects[] = { "he", "she", "they", "we", "i", "it", "there", NULL };
  static const char *const determiners[] = { "the", "a", "an", "his", "her", "its", "their", "this", "these", "no",
                                             "many", "some", NULL };
  static const char *const links[] = { "of", "in", "at", "for", "from", "on", "with", "to", "by", "about", "against",
                                       "and", "or", "during", "after", "before", ",", NULL };

  for (guint i = first + 1; i < end; i++)
    {
      const char *fold = hs_reading_token (self, i)->fold;

      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->first < i)
        continue;
      if (g_strv_contains (subjects, fold) ||
          (g_strv_contains (determiners, fold) && !g_strv_contains (links, hs_reading_token (self, i - 1)->fold)))
        return i;
    }
  return end;
}

/* "in an email", "by phone", "on Friday": how it was said, and no more. */
static gboolean
is_manner (const HsReading *self,
           guint            first,
           guint            end)
{
  static const char *const openers[] = { "in", "by", "on", "via", "over", NULL };
  static const char *const media[] = { "email", "e-mail", "emails", "letter", "statement", "interview", "phone",
                                       "telephone", "text", "message", "tweet", "post", "note", "memo", NULL };

  if (end <= first + 1 || end > first + 8 || !g_strv_contains (openers, hs_reading_token (self, first)->fold))
    return FALSE;
  if (hs_reading_found_at (self, end - 1) != NULL && hs_reading_found_at (self, end - 1)->kind == HS_MENTION_DATE)
    return hs_reading_found_at (self, end - 1)->first == first + 1;
  for (guint i = first + 1; i < end; i++)
    if (g_strv_contains (media, hs_reading_token (self, i)->fold))
      return TRUE;
  return FALSE;
}

/* "Farmers from the hills, he said, had used one": what is said stands on both sides. */
static gboolean
stands_between (HsReading        *self,
                const HsSentence *sentence,
                guint             tail,
                HsDraft          *draft)
{
  guint before = draft->source_first, end = hs_clause_trim_end (self, tail + 1, sentence->end);

  if (before < sentence->first + 3 || !hs_token_is (hs_reading_token (self, before - 1), ",") ||
      tail + 3 >= sentence->end || !hs_token_is (hs_reading_token (self, tail), ",") || end < tail + 3 ||
      hs_reading_quote_at (self, before - 2) != NULL || hs_reading_quote_at (self, tail + 1) != NULL)
    return FALSE;
  for (guint i = sentence->first; i < before; i++)
    if (hs_cue_is_listed_verb (hs_reading_token (self, i)) || hs_reading_quote_at (self, i) != NULL)
      return FALSE;
  /* "adding that", "but did not", "according to": something else follows */
  if (g_str_has_suffix (hs_reading_token (self, tail + 1)->fold, "ing") ||
      hs_token_in (hs_reading_token (self, tail + 1), HS_IN (HS_LIST_STOP_WORDS)))
    return hs_clause_is_auxiliary (hs_reading_token (self, tail + 1)) &&
           add_both (draft, sentence->first, hs_clause_trim_end (self, sentence->first, before), tail + 1, end);
  return add_both (draft, sentence->first, hs_clause_trim_end (self, sentence->first, before), tail + 1, end);
}

/* The verb pattern's content, once its source to the left is known. */
static gboolean
find_content (HsReading        *self,
              const HsSentence *sentence,
              guint             i,
              HsDraft          *draft)
{
  const HsToken *verb = hs_reading_token (self, i);
  guint quote = hs_contents_quote_before (self, sentence->first, draft->source_first);
  guint next = draft->cue_end, tail;

  if (hs_cue_is_class (verb, "tell") && next < sentence->end && !hs_token_is (hs_reading_token (self, next), "that"))
    {
      const char *fold = hs_reading_token (self, next)->fold;

      next = strcmp (fold, "me") == 0 || strcmp (fold, "us") == 0 || strcmp (fold, "him") == 0 ||
             strcmp (fold, "her") == 0 || strcmp (fold, "them") == 0
               ? next + 1 : find_told (self, next, hs_clause_noun_right (self, next, sentence->end));
    }
  tail = hs_contents_skip_adverbials (self, next, sentence->end);
  if (quote != 0 && g_array_index (self->quotes, HsQuoted, quote - 1).taken)
    quote = 0;
  if (quote == 0 && hs_cue_is_class (verb, "say") && stands_between (self, sentence, tail, draft))
    return TRUE;
  if (quote != 0 && !hs_cue_has_form (verb, "g"))
    {
      add_quote_before (self, sentence, quote, draft);
      hs_contents_add_following (self, draft, tail);
      if (draft->content_end[draft->n_content - 1] == g_array_index (self->quotes, HsQuoted, quote - 1).end)
        hs_contents_add_following (self, draft, sentence->end);
      return TRUE;
    }
  /* "In one tweet, X said: “…”" */
  if (tail + 1 < sentence->end && (hs_token_is (hs_reading_token (self, tail), ":") ||
                                   hs_token_is (hs_reading_token (self, tail), ",")) &&
      hs_reading_token (self, tail + 1)->kind == HS_TOKEN_QUOTE && hs_reading_quote_at (self, tail + 1) != NULL)
    return hs_contents_after (self, sentence, tail, draft);
  if (hs_contents_at_end (self, tail, sentence->end))
    {
      if ((has_verb (self, sentence->first, draft->source_first) ||
           hs_clause_begins_noun (self, sentence->first, sentence->end)) &&
          hs_contents_before (self, sentence, draft->source_first, draft))
        return TRUE;
      /* nothing but the adverbial is left: it is what was said */
      tail = next;
      if (hs_contents_at_end (self, tail, sentence->end))
        {
          hs_contents_add_following (self, draft, tail);
          return draft->n_content > 0;
        }
      if (is_manner (self, next, hs_clause_trim_end (self, next, sentence->end)))
        return FALSE;
    }
  /* "said on Monday that": the adverbial ends where the clause begins */
  if (tail > next && tail < sentence->end &&
      (hs_token_is (hs_reading_token (self, tail), "that") || hs_token_is (hs_reading_token (self, tail), ",") ||
       hs_token_is (hs_reading_token (self, tail), ":") || hs_reading_quote_at (self, tail) != NULL))
    next = tail;
  /* "said on Monday they would" */
  else if (hs_cue_is_class (verb, "say") && tail > next && tail < sentence->end && self->found_at[tail - 1] != 0 &&
           hs_reading_found_at (self, tail - 1)->kind == HS_MENTION_DATE &&
           (hs_clause_is_subject_name (self, tail) || hs_clause_begins_noun (self, tail, sentence->end) ||
            hs_token_is (hs_reading_token (self, tail), "they") || hs_token_is (hs_reading_token (self, tail), "we")))
    next = tail;
  else if (hs_cue_is_class (verb, "say") && next < sentence->end && self->found_at[next] != 0 &&
           hs_reading_found_at (self, next)->kind == HS_MENTION_DATE)
    next = hs_reading_found_at (self, next)->end;
  if (match_source_at_end (self, sentence, i, draft))
    return TRUE;
  return hs_contents_after (self, sentence, next, draft);
}

/* "Asked about the bridge, X said": what is asked ends at the comma. */
static gboolean
find_question (HsReading        *self,
               const HsSentence *sentence,
               guint             i,
               HsDraft          *draft)
{
  guint end = i + 1;

  while (end < sentence->end && !hs_token_is (hs_reading_token (self, end), ",") &&
         !hs_clause_is_end_mark (hs_reading_token (self, end)))
    end++;
  hs_draft_add_content (draft, i + 1, end);
  draft->paraphrased = TRUE;
  return draft->n_content > 0;
}

/* "Citing costs, X …": likewise, up to the one who cites. */
static gboolean
find_opening (HsReading        *self,
              const HsSentence *sentence,
              guint             i,
              HsDraft          *draft)
{
  hs_draft_add_content (draft, i + 1, hs_clause_trim_end (self, i + 1, draft->source_first));
  draft->paraphrased = TRUE;
  return draft->n_content > 0;
}

/**
 * hs_pattern_verb:
 * @self: an article being read
 * @sentence: the sentence
 * @i: index of the cue
 * @draft: (inout): a statement in the making
 *
 * A verb for speech, with who says it before or after it.
 *
 * Returns: whether it made a statement
 */
gboolean
hs_pattern_verb (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  if (!hs_cue_is_listed_verb (hs_reading_token (self, i)) || hs_reading_long_quote_at (self, i) != NULL ||
      !hs_cue_is_verb (self, sentence, i))
    return FALSE;
  set_cue (self, draft, i, sentence->end);
  if (match_inverted (self, sentence, i, draft))
    return TRUE;
  draft->n_content = 0;
  draft->source_first = draft->source_end = 0;
  if (!hs_sources_find_left (self, sentence, i, draft))
    return FALSE;
  /* "what he called a scandal": a name for it */
  if (draft->source_first > sentence->first && draft->source_end > 0 &&
      hs_token_is (hs_reading_token (self, draft->source_first - 1), "what"))
    return FALSE;
  if (draft->source_end == 0)
    return find_question (self, sentence, i, draft);
  if (i == sentence->first)
    return find_opening (self, sentence, i, draft);
  return find_content (self, sentence, i, draft);
}

/**
 * hs_pattern_according:
 * @self: an article being read
 * @sentence: the sentence
 * @i: index of the cue
 * @draft: (inout): a statement in the making
 *
 * "according to …", with what stands after or before it.
 *
 * Returns: whether it made a statement
 */
gboolean
hs_pattern_according (HsReading        *self,
                      const HsSentence *sentence,
                      guint             i,
                      HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint from = i + 1, end;

  if (!hs_token_is (token, "according") || hs_reading_long_quote_at (self, i) != NULL || from + 1 >= sentence->end)
    return FALSE;
  if (hs_token_is (hs_reading_token (self, from), "to"))
    from++;
  else if (self->found_at[from] == 0)
    return FALSE;
  draft->cue_first = i;
  draft->cue_end = from;
  end = hs_clause_noun_right (self, from, sentence->end);
  if (end <= from)
    return FALSE;
  draft->source_first = from;
  draft->source_end = hs_clause_trim_end (self, from, end);
  if (draft->source_end <= from)
    return FALSE;
  if (i <= sentence->first + 2)
    return hs_contents_after (self, sentence, end, draft);
  {
    guint last = hs_clause_trim_end (self, sentence->first, i);
    guint quote = hs_contents_quote_before (self, sentence->first, i);

    if (quote != 0)
      hs_draft_add_quote (self, draft, quote - 1);
    else if (last > sentence->first)
      {
        hs_draft_add_content (draft, sentence->first, last);
        draft->paraphrased = TRUE;
      }
    /* "The strike, according to X, was …" */
    if (quote == 0 && end + 3 < sentence->end && hs_token_is (hs_reading_token (self, end), ",") &&
        (hs_token_is (hs_reading_token (self, i - 1), ",") || hs_token_is (hs_reading_token (self, i - 1), "and")))
      hs_draft_add_content (draft, end + 1, hs_clause_trim_end (self, end + 1, sentence->end));
  }
  return draft->n_content > 0;
}
