/* hs-patterns-nouns.c: attribution without a finite verb of saying
 *
 * Nouns ("his claim that"), adjectives ("was sure that"), passives ("is
 * expected to", "was criticised by").
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static gboolean
is_possessive (const HsToken *token)
{
  static const char *const words[] = { "his", "her", "their", "its", "my", "our", "your", NULL };

  return token->kind == HS_TOKEN_CLITIC || g_strv_contains (words, token->fold);
}

/* The possessor of the noun at @i, over its adjectives: "Ortiz’s latest claim". */
static gboolean
find_possessor (const HsReading  *self,
                const HsSentence *sentence,
                guint             i,
                HsDraft          *draft)
{
  for (guint k = i; k > sentence->first && i - k < 4; k--)
    {
      const HsToken *token = hs_reading_token (self, k - 1);

      if (token->kind == HS_TOKEN_CLITIC)
        {
          draft->source_first = hs_clause_noun_left (self, sentence->first, k - 1);
          draft->source_end = k - 1;
          return draft->source_first < draft->source_end;
        }
      if (is_possessive (token))
        {
          draft->source_first = k - 1;
          draft->source_end = k;
          return TRUE;
        }
      if (token->kind != HS_TOKEN_WORD || hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) || self->found_at[k - 1] != 0)
        return FALSE;
    }
  return FALSE;
}

/* Whether a verb of saying stands near before @i: "said in a statement that". */
static gboolean
said_before (const HsReading  *self,
             const HsSentence *sentence,
             guint             i)
{
  for (guint k = i; k > sentence->first && i - k < 5; k--)
    if (hs_token_in (hs_reading_token (self, k - 1), HS_IN (HS_LIST_CUES)))
      return TRUE;
  return FALSE;
}

/* "the complaint to the court", "her letter to Ortiz": an addressee, nothing said. */
static gboolean
has_addressee (const HsReading  *self,
               const HsSentence *sentence,
               guint             i)
{
  static const char *const words[] = { "the", "a", "an", "his", "her", "their", "its", "my", "our", "this", "that",
                                       NULL };
  static const char *const takers[] = { "opposition", "objection", "objections", "commitment", "commitments",
                                        "reference", "references", "allusion", "allusions", NULL };
  const HsToken *next;

  if (i + 2 >= sentence->end || !hs_token_is (hs_reading_token (self, i + 1), "to") ||
      g_strv_contains (takers, hs_reading_token (self, i)->fold))
    return FALSE;
  next = hs_reading_token (self, i + 2);
  return g_strv_contains (words, next->fold) || self->found_at[i + 2] != 0 || (next->flags & HS_TOKEN_CAPITAL) != 0 ||
         hs_token_in (next, HS_IN (HS_LIST_PRONOUNS));
}

/* "Ortiz’s claim that …", "in his opinion, …", "a rumour that …". */
gboolean
hs_pattern_noun (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  static const char *const links[] = { "that", "to", "of", "about", "for", "on", "over", "against", "with", NULL };
  static const char *const minds[] = { "opinion", "view", "judgment", "judgement", "assessment", "estimate", "words",
                                       "account", "belief", NULL };
  const HsToken *token = hs_reading_token (self, i), *next;

  if (!hs_cue_is_noun (token) || hs_reading_long_quote_at (self, i) != NULL || i < sentence->first + 1 ||
      i + 1 >= sentence->end || self->found_at[i] != 0)
    return FALSE;
  next = hs_reading_token (self, i + 1);
  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (i >= sentence->first + 2 && hs_token_is (hs_reading_token (self, i - 2), "in") &&
      hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_PRONOUNS)) && hs_token_is (next, ",") &&
      g_strv_contains (minds, token->fold))
    {
      draft->source_first = i - 1;
      draft->source_end = i;
      return hs_contents_after (self, sentence, i + 1, draft);
    }
  if (!g_strv_contains (links, next->fold) || has_addressee (self, sentence, i))
    return FALSE;
  if (find_possessor (self, sentence, i, draft))
    return hs_contents_after (self, sentence, i + 2, draft);
  draft->source_first = draft->source_end = 0;
  /* "a study that appeared": no clause of its own */
  if (!hs_token_is (next, "that") || said_before (self, sentence, i) ||
      !hs_clause_begins_noun (self, i + 2, sentence->end))
    return FALSE;
  return hs_contents_after (self, sentence, i + 2, draft);
}

/* "X made a case for", "X issued a warning that": the noun at @i says what
 * the verb before it does. */
gboolean
hs_pattern_light (HsReading        *self,
                  const HsSentence *sentence,
                  guint             i,
                  HsDraft          *draft)
{
  static const char *const links[] = { "that", "of", "about", "for", "on", "over", "against", "with", "at", "to",
                                       NULL };
  static const char *const articles[] = { "a", "an", "the", "any", "no", "some", "such", "more", "many", "few",
                                          "little", "several", "new", NULL };
  const HsToken *token = hs_reading_token (self, i), *verb;
  guint k = i, end;

  if (!hs_cue_is_noun (token) || i + 2 >= sentence->end ||
      !g_strv_contains (links, hs_reading_token (self, i + 1)->fold) || hs_reading_long_quote_at (self, i) != NULL ||
      i < sentence->first + 2 || i + 1 >= sentence->end || self->found_at[i] != 0)
    return FALSE;
  while (k > sentence->first + 1 && i - k < 4 && !hs_cue_has_form (hs_reading_token (self, k - 1), "l"))
    {
      const HsToken *between = hs_reading_token (self, k - 1);

      if (between->kind != HS_TOKEN_WORD || self->found_at[k - 1] != 0 || is_possessive (between) ||
          (hs_token_in (between, HS_IN (HS_LIST_STOP_WORDS)) && !g_strv_contains (articles, between->fold)))
        return FALSE;
      k--;
    }
  verb = hs_reading_token (self, k - 1);
  if (!hs_cue_has_form (verb, "l") || (verb->flags & HS_TOKEN_CAPITAL) != 0 || k - 1 == sentence->first)
    return FALSE;
  draft->cue_first = k - 1;
  draft->cue_end = i + 1;
  if (!hs_sources_find_left (self, sentence, k - 1, draft) || draft->source_end == 0)
    return FALSE;
  end = hs_clause_trim_end (self, i + 1, sentence->end);
  if (end <= i + 1)
    return FALSE;
  return hs_contents_after (self, sentence, i + 1, draft);
}

/* Where the noun phrase left of the verb group that ends before @k begins; @verb
 * becomes the group's first token. */
static guint
subject_left (const HsReading  *self,
              const HsSentence *sentence,
              guint             k,
              guint            *verb)
{
  guint at;

  while (k > sentence->first && (hs_clause_is_auxiliary (hs_reading_token (self, k - 1)) ||
                                 hs_cue_is_be (hs_reading_token (self, k - 1)) ||
                                 hs_clause_is_adverb (hs_reading_token (self, k - 1))))
    k--;
  *verb = k;
  at = hs_clause_noun_left (self, sentence->first, k);
  return at;
}

/* The "by" after the participle at @i; 0: none. */
static guint
find_agent (const HsReading  *self,
            const HsSentence *sentence,
            guint             i)
{
  for (guint j = i + 1; j + 1 < sentence->end && j < i + 6; j++)
    {
      if (hs_reading_token (self, j)->kind == HS_TOKEN_MARK)
        return 0;
      if (hs_token_is (hs_reading_token (self, j), "by"))
        return j;
    }
  return 0;
}

/* "was criticised by X", "is expected to", "it is said that". */
gboolean
hs_pattern_passive (HsReading        *self,
                    const HsSentence *sentence,
                    guint             i,
                    HsDraft          *draft)
{
  static const char *const questions[] = { "how", "whether", "if", "why", "what", "about", "that", "when", "where",
                                           NULL };
  const HsToken *token = hs_reading_token (self, i);
  guint k = i, by, verb, subject, end;

  if (!hs_cue_is_listed_verb (token) || !hs_cue_has_form (token, "dn") || hs_reading_long_quote_at (self, i) != NULL)
    return FALSE;
  while (k > sentence->first && (hs_clause_is_adverb (hs_reading_token (self, k - 1)) ||
                                 hs_token_is (hs_reading_token (self, k - 1), "first") ||
                                 hs_token_is (hs_reading_token (self, k - 1), "widely")))
    k--;
  if (k == sentence->first || !hs_cue_is_be (hs_reading_token (self, k - 1)) || i + 2 >= sentence->end)
    return FALSE;
  subject = subject_left (self, sentence, k, &verb);
  draft->cue_first = i;
  draft->cue_end = i + MAX (1, draft->cue_words);
  by = find_agent (self, sentence, i);
  if (by != 0 && hs_reading_token (self, by + 1)->kind == HS_TOKEN_WORD &&
      !g_str_has_suffix (hs_reading_token (self, by + 1)->fold, "ing"))
    {
      draft->source_first = by + 1;
      draft->source_end = hs_clause_trim_end (self, by + 1, hs_clause_noun_right (self, by + 1, sentence->end));
      if (draft->source_end <= draft->source_first || subject >= verb)
        return FALSE;
      hs_draft_add_content (draft, subject, verb);
      draft->paraphrased = TRUE;
      return TRUE;
    }
  end = hs_clause_trim_end (self, i + 1, sentence->end);
  /* "must be addressed": nobody has yet */
  if (hs_cue_is_class (token, "judge") && hs_token_in (token, HS_IN (HS_LIST_CUES)) && subject < verb &&
      !hs_token_is (hs_reading_token (self, k - 1), "be"))
    {
      hs_draft_add_content (draft, subject, verb);
      draft->paraphrased = TRUE;
      return TRUE;
    }
  /* "was asked how", "was told that" */
  if ((hs_cue_is_class (token, "want") || hs_cue_is_class (token, "tell")) &&
      hs_token_in (token, HS_IN (HS_LIST_CUES)) && g_strv_contains (questions, hs_reading_token (self, i + 1)->fold))
    return hs_contents_after (self, sentence, i + 1, draft);
  if (!(hs_cue_is_class (token, "say") || hs_cue_is_class (token, "think") || hs_cue_is_class (token, "show")) ||
      end < i + 3)
    return FALSE;
  if (hs_token_is (hs_reading_token (self, i + 1), "that"))
    return hs_contents_after (self, sentence, i + 2, draft);
  if (!hs_token_is (hs_reading_token (self, i + 1), "to") || subject >= verb)
    return FALSE;
  hs_draft_add_content (draft, subject, verb);
  hs_draft_add_content (draft, i + 1, end);
  draft->paraphrased = TRUE;
  return TRUE;
}

/* "is a staunch and outspoken opponent of": where the noun phrase begins whose
 * head is at @i; @i: it has no article. */
static guint
article_before (const HsReading  *self,
                const HsSentence *sentence,
                guint             i)
{
  for (guint k = i; k > sentence->first + 1 && i - k < 6; k--)
    {
      const HsToken *token = hs_reading_token (self, k - 1);

      if (hs_token_is (token, "a") || hs_token_is (token, "an") || hs_token_is (token, "the"))
        return k - 1;
      if (token->kind != HS_TOKEN_WORD || self->found_at[k - 1] != 0 ||
          (hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) && !hs_token_is (token, "and") &&
           !hs_token_is (token, "more")))
        return i;
    }
  return i;
}

/* "X was sure that", "X remains critical of", "X is an opponent of". */
gboolean
hs_pattern_attitude (HsReading        *self,
                     const HsSentence *sentence,
                     guint             i,
                     HsDraft          *draft)
{
  static const char *const verbs[] = { "seems", "seem", "seemed", "appears", "appeared", "remains", "remained",
                                       "remain", "became", "become", "becomes", "feels", "felt", "feel", "got",
                                       "sounds", "sounded", NULL };
  static const char *const links[] = { "of", "about", "to", "that", "with", "for", "on", "if", "whether", "at", "in",
                                       "over", "by", "how", "what", "why", "against", NULL };
  const HsToken *token = hs_reading_token (self, i), *before;
  guint k = i, verb, subject;

  if (token->entry == NULL || !token->entry->is_stance || !hs_cue_has_form (token, "a") || i + 2 >= sentence->end ||
      i < sentence->first + 2 || hs_reading_long_quote_at (self, i) != NULL ||
      !(draft->cue_words > 1 || hs_token_is (token, "against") ||
        g_strv_contains (links, hs_reading_token (self, i + 1)->fold)))
    return FALSE;
  k = article_before (self, sentence, i);
  while (k > sentence->first + 1 &&
         (hs_clause_is_adverb (hs_reading_token (self, k - 1)) || hs_token_is (hs_reading_token (self, k - 1), "so") ||
          hs_token_is (hs_reading_token (self, k - 1), "very") ||
          hs_token_is (hs_reading_token (self, k - 1), "more") ||
          hs_token_is (hs_reading_token (self, k - 1), "most") ||
          hs_token_is (hs_reading_token (self, k - 1), "quite")))
    k--;
  before = hs_reading_token (self, k - 1);
  if (!hs_cue_is_be (before) && before->kind != HS_TOKEN_CLITIC && !g_strv_contains (verbs, before->fold))
    return FALSE;
  subject = subject_left (self, sentence, k - 1, &verb);
  if (subject >= verb)
    return FALSE;
  draft->cue_first = i;
  draft->cue_end = i + MAX (1, draft->cue_words);
  draft->source_first = subject;
  draft->source_end = hs_clause_trim_end (self, subject, verb);
  if (hs_token_is (hs_reading_token (self, subject), "it") || hs_token_is (hs_reading_token (self, subject), "there"))
    draft->source_first = draft->source_end = 0;
  return hs_contents_after (self, sentence, draft->cue_end, draft);
}
