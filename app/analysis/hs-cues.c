/* hs-cues.c: verbs and nouns that attribute, told from their homographs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static const char *
cue_column (const HsToken *token,
            guint          column)
{
  const char *value = hs_lex_entry_column (token->entry, HS_LIST_CUES, column);

  return value != NULL ? value : hs_lex_entry_column (token->entry, HS_LIST_STANCES, column);
}

/* The base form, by which the kinds of cue know the word; NULL: no cue. */
const char *
hs_cue_base (const HsToken *token)
{
  const char *base = cue_column (token, 1);

  return base != NULL ? base : hs_lex_entry_column (token->entry, HS_LIST_CUE_NOUNS, 0);
}

/* "laid out", "takes aim at": the longest cue of several words that begins at
 * @i; NULL: none. Sets @n_words. */
const HsLexEntry *
hs_cue_phrase (const HsReading *self,
               guint            i,
               guint            end,
               guint           *n_words)
{
  const HsLexEntry *head = hs_reading_token (self, i)->entry, *best = NULL;
  char key[80];
  gsize used = g_strlcpy (key, hs_reading_token (self, i)->fold, sizeof key);

  for (guint n = 2; head != NULL && n <= head->longest && i + n <= end && used + 1 < sizeof key; n++)
    {
      const HsLexEntry *entry;

      key[used++] = ' ';
      used += g_strlcpy (key + used, hs_reading_token (self, i + n - 1)->fold, sizeof key - used);
      entry = used < sizeof key ? hs_lexicons_find (self->lexicons, key) : NULL;
      if (entry != NULL && entry->is_stance)
        {
          best = entry;
          *n_words = n;
        }
    }
  return best;
}

/**
 * hs_cue_is_class:
 * @token: a token
 * @klass: of cues, as the lexicon names it
 *
 * Returns: whether it is a cue of that class
 */
gboolean
hs_cue_is_class (const HsToken *token,
                 const char    *klass)
{
  return g_strcmp0 (cue_column (token, 2), klass) == 0;
}

/**
 * hs_cue_has_form:
 * @token: a token
 * @forms: codes of forms, a letter each
 *
 * Returns: whether it is a cue or a stance in any of @forms
 */
gboolean
hs_cue_has_form (const HsToken *token,
                 const char    *forms)
{
  for (const HsLexFields *f = token->entry != NULL ? token->entry->fields : NULL; f != NULL; f = f->next)
    if ((f->list == HS_LIST_CUES || f->list == HS_LIST_STANCES) && f->n_columns > 3 &&
        strpbrk (f->columns[3], forms) != NULL)
      return TRUE;
  return FALSE;
}

/* A verb of either list. */
gboolean
hs_cue_is_listed_verb (const HsToken *token)
{
  return hs_token_in (token, HS_IN (HS_LIST_CUES)) || hs_cue_is_stance_verb (token);
}

/* A verb that only may attribute. */
gboolean
hs_cue_is_stance_verb (const HsToken *token)
{
  return token->entry != NULL && token->entry->is_stance && !hs_token_in (token, HS_IN (HS_LIST_CUES)) &&
         hs_cue_has_form (token, "bsdpng");
}

/**
 * hs_cue_is_noun:
 * @token: a token
 *
 * Returns: whether it is a noun for speech, or for an attitude
 */
gboolean
hs_cue_is_noun (const HsToken *token)
{
  return hs_token_in (token, HS_IN (HS_LIST_CUE_NOUNS)) ||
         (token->entry != NULL && token->entry->is_stance && hs_cue_has_form (token, "N"));
}

/**
 * hs_cue_is_modal:
 * @token: a token
 *
 * Returns: whether it is a modal verb or a form of "do", also with "not" or a pronoun
 */
gboolean
hs_cue_is_modal (const HsToken *token)
{
  static const char *const words[] = { "will", "would", "could", "can", "may", "might", "should", "must", "shall",
                                       "won't", "wouldn't", "can't", "cannot", "couldn't", "shouldn't", "did",
                                       "didn't", "does", "doesn't", "don't", "do", "he'll", "she'll", "they'll",
                                       "we'll", "i'll", "he'd", "she'd", "they'd", "we'd", "i'd", "you'd", NULL };

  return g_strv_contains (words, token->fold);
}

/**
 * hs_cue_is_be:
 * @token: a token
 *
 * Returns: whether it is a form of "be", also with "not" or a pronoun
 */
gboolean
hs_cue_is_be (const HsToken *token)
{
  static const char *const words[] = { "is", "are", "was", "were", "be", "been", "being", "am", "i'm", "we're",
                                       "they're", "he's", "she's", "it's", "you're", "isn't", "wasn't", "aren't",
                                       "weren't", "'s", "'re", "'m", NULL };

  return g_strv_contains (words, token->fold);
}

static gboolean
is_determiner (const HsToken *token)
{
  static const char *const words[] = { "the", "a", "an", "this", "that", "these", "those", "his", "her",
                                       "its", "their", "our", "my", "your", "no", "any", "some", "such",
                                       "of", "for", "in", "on", "by", "with", "from", "at", "new", "other",
                                       "latest", "recent", "more", "first", "one", "two", "three", NULL };

  return g_strv_contains (words, token->fold) || token->kind == HS_TOKEN_CLITIC ||
         token->kind == HS_TOKEN_NUMBER;
}

static gboolean
is_plural_subject (const HsReading *self,
                   guint            i)
{
  static const char *const words[] = { "they", "we", "i", "you", "who", "people", "many", "some", "most",
                                       "others", "and", "police", "women", "men", "percent", "voters", NULL };
  const HsToken *token = hs_reading_token (self, i);
  gsize n = strlen (token->fold);

  if (g_strv_contains (words, token->fold))
    return TRUE;
  return token->kind == HS_TOKEN_WORD && n > 3 && token->fold[n - 1] == 's' && token->fold[n - 2] != 's' &&
         !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES));
}

static gboolean
is_pronoun (const HsToken *token)
{
  static const char *const words[] = { "they", "we", "i", "you", "who", "he", "she", "it", "many", "some", "others",
                                       "someone", "everyone", "anyone", "nobody", "somebody", "everybody", NULL };

  return g_strv_contains (words, token->fold);
}

/* "…, the Journal reports.", "…, The Post has learned.": what ends its sentence
 * after a comma and its subject. @k: where the subject would end. */
static gboolean
closes_sentence (const HsReading  *self,
                 const HsSentence *sentence,
                 guint             i,
                 guint             k)
{
  guint left;

  if (i + 1 < sentence->end && !hs_clause_is_end_mark (hs_reading_token (self, i + 1)))
    return FALSE;
  while (k > sentence->first && hs_clause_is_auxiliary (hs_reading_token (self, k - 1)))
    k--;
  left = hs_clause_noun_left (self, sentence->first, k);
  return left < k && left > sentence->first + 2 &&
         (hs_token_is (hs_reading_token (self, left - 1), ",") || hs_reading_quote_at (self, left - 1) != NULL);
}

static gboolean
is_person_like (const HsReading *self,
                guint            i)
{
  const HsToken *token = hs_reading_token (self, i);
  static const char *const words[] = { "he", "she", "who", "it", "they", "we", "i", "you", "and", "--", "—", NULL };

  if (g_strv_contains (words, token->fold))
    return TRUE;
  if (self->found_at[i] != 0)
    {
      HsMentionKind kind = hs_reading_found_at (self, i)->kind;

      return kind == HS_MENTION_PERSON || kind == HS_MENTION_ORGANISATION || kind == HS_MENTION_PLACE ||
             kind == HS_MENTION_NATIONALITY;
    }
  return hs_token_in (token, HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_TITLES)) ||
         hs_token_is (token, ",");
}

/* "plans", "claims", "calls": plural nouns as well as verbs. */
gboolean
hs_cue_is_noun_too (const HsToken *token)
{
  static const char *const words[] = { "plans", "states", "charges", "questions", "rules", "worries", "documents",
                                       "details", "orders", "calls", "tweets", "posts", "shows", "addresses",
                                       "answers", "blogs", "quotes", "attacks", "supports", "mentions", "notes",
                                       "points", "signals", "outlines", "labels", "brands", "jokes", "doubts",
                                       "hopes", "fears", "wants", "wishes", "needs", "thanks", "guesses",
                                       "advances", "offers", "backs", "blames", "presses", "counters", "details",
                                       "reports", "comments", "remarks", "estimates", "forecasts", "highlights",
                                       "hints", "echoes", "shouts", NULL };

  return g_strv_contains (words, token->fold) || hs_token_in (token, HS_IN (HS_LIST_CUE_NOUNS));
}

/* A name, or a pronoun that can be a subject. */
gboolean
hs_clause_is_subject_name (const HsReading *self,
                           guint            i)
{
  static const char *const words[] = { "he", "she", "it", "who", NULL };

  if (g_strv_contains (words, hs_reading_token (self, i)->fold))
    return TRUE;
  return self->found_at[i] != 0 && hs_reading_found_at (self, i)->end == i + 1 &&
         hs_reading_found_at (self, i)->kind != HS_MENTION_NATIONALITY &&
         hs_reading_found_at (self, i)->kind != HS_MENTION_DATE;
}

/* A word that says something: not a word every sentence has. */
static gboolean
is_content_word (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD &&
         !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_PRONOUNS));
}

/* "the ad of 2008", "no one": what a subject may end with besides its noun. */
static gboolean
ends_phrase (const HsReading *self,
             guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  if (hs_token_is (token, "one"))
    return i > 0 &&
           (hs_token_is (hs_reading_token (self, i - 1), "no") || hs_token_is (hs_reading_token (self, i - 1), "any"));
  return (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind == HS_MENTION_DATE) ||
         token->kind == HS_TOKEN_NUMBER || hs_token_is (token, ")");
}

/* "the plan proposed by", "reforms demanded in": what follows a participle. */
static gboolean
follows_participle (const HsReading  *self,
                    const HsSentence *sentence,
                    guint             i)
{
  static const char *const words[] = { "by", "in", "at", "from", "on", "with", "during", "under", "between", "as",
                                       "of", "to", "near", "outside", "inside", "along", "off", NULL };
  /* nobody is agreed, refused or vowed to do a thing */
  static const char *const actives[] = { "agree", "aim", "decide", "decline", "hope", "intend", "offer", "opt", "plan",
                                         "pledge", "promise", "refuse", "resolve", "seek", "threaten", "vow", "want",
                                         "wish", "continue", NULL };
  const char *base = hs_cue_base (hs_reading_token (self, i));

  if (hs_reading_token (self, i)->entry->n_words > 1)
    return FALSE;
  if (i + 1 < sentence->end && hs_token_is (hs_reading_token (self, i + 1), "to") && base != NULL &&
      g_strv_contains (actives, base))
    return FALSE;
  return i + 1 >= sentence->end || hs_reading_token (self, i + 1)->kind == HS_TOKEN_MARK ||
         g_strv_contains (words, hs_reading_token (self, i + 1)->fold);
}

/* "said", "claimed": a finite verb, not a participle. @k: where its subject would end. */
static gboolean
is_past_verb (const HsReading  *self,
              const HsSentence *sentence,
              guint             i,
              guint             k,
              gboolean          strong)
{
  static const char *const passive[] = { "was", "were", "be", "been", "being", "is", "are", "get", "got", NULL };
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *before = hs_reading_token (self, k - 1);

  if ((is_determiner (before) && !ends_phrase (self, k - 1)) || g_strv_contains (passive, before->fold))
    return FALSE;
  if (hs_clause_is_auxiliary (before) || hs_cue_is_modal (before))
    return TRUE;
  /* "several disputed claims": an adjective */
  if (!strong && hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) && !ends_phrase (self, k - 1) &&
      !hs_clause_is_subject_name (self, k - 1) && !is_plural_subject (self, k - 1) && !hs_token_is (before, "and") &&
      !hs_token_is (before, ",") && !is_pronoun (before))
    return FALSE;
  if (is_person_like (self, k - 1) || hs_reading_quote_at (self, k - 1) != NULL || hs_token_is (token, "said") ||
      is_pronoun (before))
    return TRUE;
  /* "disclose detailed records" */
  if (hs_token_in (before, HS_IN (HS_LIST_CUES)) && hs_cue_has_form (before, "b") && !hs_cue_is_noun_too (before))
    return FALSE;
  return (strong || is_plural_subject (self, k - 1) || is_content_word (before) || ends_phrase (self, k - 1)) &&
         (before->kind != HS_TOKEN_WORD || !follows_participle (self, sentence, i) || is_pronoun (before));
}

/* "shows that", "wants a": an object begins after a verb, not after a plural noun. */
static gboolean
opens_object (const HsReading  *self,
              const HsSentence *sentence,
              guint             i,
              guint             k)
{
  static const char *const words[] = { "that", "a", "an", "the", "his", "her", "its", "their", "it", "them", "him",
                                       NULL };

  return i + 1 < sentence->end &&
         (g_strv_contains (words, hs_reading_token (self, i + 1)->fold) || hs_clause_is_subject_name (self, i + 1) ||
          hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_NUMERALS)) ||
          (self->found_at[i + 1] != 0 && hs_reading_found_at (self, i + 1)->kind == HS_MENTION_PERSON)) &&
         !hs_token_is (hs_reading_token (self, i), "plans") &&
         (is_content_word (hs_reading_token (self, k - 1)) || hs_token_is (hs_reading_token (self, i), "wants"));
}

/* "says", "claims": a verb, not a plural noun. */
static gboolean
is_present_verb (const HsReading  *self,
                 const HsSentence *sentence,
                 guint             i,
                 guint             k)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *before = hs_reading_token (self, k - 1);

  if (is_determiner (before) || hs_clause_is_auxiliary (before))
    return FALSE;
  if (closes_sentence (self, sentence, i, k) && hs_cue_is_class (token, "say"))
    return TRUE;
  if (hs_cue_is_noun_too (token))
    return (hs_clause_is_subject_name (self, k - 1) || opens_object (self, sentence, i, k)) && i + 1 < sentence->end &&
           (hs_reading_token (self, i + 1)->kind == HS_TOKEN_WORD ||
            hs_reading_token (self, i + 1)->kind == HS_TOKEN_NUMBER) &&
           !hs_token_is (hs_reading_token (self, i + 1), "of");
  return hs_token_is (token, "says") || is_person_like (self, k - 1) ||
         hs_reading_quote_at (self, k - 1) != NULL ||
         (before->kind == HS_TOKEN_WORD && !is_plural_subject (self, k - 1) &&
          !hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)));
}

/* "was saying", "…, adding", "a letter saying", "before asking". */
static gboolean
is_gerund_cue (const HsReading *self,
               const HsToken   *token,
               guint            k)
{
  static const char *const openers[] = { "by", "after", "for", "and", "before", "from", "despite", "without", "in",
                                         "of", "while", "when", "to", "kept", "keeps", "keep", "avoid", "avoids",
                                         "stopped", "began", "started", "continued", "about", "on", NULL };
  const HsToken *before = hs_reading_token (self, k - 1);
  gboolean spoken = hs_cue_is_class (token, "say") || hs_cue_is_class (token, "tell") ||
                    hs_cue_is_class (token, "judge") || hs_cue_is_class (token, "deny") ||
                    hs_cue_is_class (token, "show") || hs_token_in (token, HS_IN (HS_LIST_CUES));

  if (hs_cue_is_be (before))
    return TRUE;
  if (before->kind == HS_TOKEN_CLITIC)
    return k > 1 && hs_clause_is_subject_name (self, k - 2);
  if (hs_token_is (before, ",") || hs_reading_quote_at (self, k - 1) != NULL || hs_cue_is_noun (before))
    return TRUE;
  if (!spoken)
    return FALSE;
  return g_strv_contains (openers, before->fold) || hs_clause_is_subject_name (self, k - 1) ||
         (hs_token_is (token, "saying") && is_content_word (before));
}

/* "they say", "did not deny", "may want", "to accuse". */
static gboolean
is_base_verb (const HsReading  *self,
              const HsSentence *sentence,
              guint             i,
              guint             k,
              gboolean          first)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *next = i + 1 < sentence->end ? hs_reading_token (self, i + 1) : NULL;
  const HsToken *before = hs_reading_token (self, k - 1);

  /* "would you vote for her?": a question */
  if (k > 1 && is_pronoun (before) && (hs_cue_is_modal (hs_reading_token (self, k - 2)) ||
                                       hs_token_is (hs_reading_token (self, k - 2), "do")))
    return FALSE;
  /* "may prove", "will continue": nobody has said it yet */
  if (hs_cue_is_modal (before))
    return hs_clause_is_auxiliary (before) && before->fold[0] == 'd'
             ? TRUE : !(hs_cue_is_class (token, "say") || hs_cue_is_class (token, "show") ||
                        hs_cue_is_class (token, "think"));
  if (hs_token_is (before, "to"))
    return !first && k > 1 && !hs_cue_is_listed_verb (hs_reading_token (self, k - 2)) &&
           (hs_cue_is_class (token, "say") || hs_cue_is_class (token, "tell") || hs_cue_is_class (token, "judge") ||
            hs_cue_is_class (token, "deny"));
  /* "Data from the survey show that" */
  if (hs_cue_is_class (token, "show") && next != NULL && hs_token_is (next, "that") && !hs_cue_is_noun_too (token))
    return is_content_word (before) || hs_clause_is_subject_name (self, k - 1);
  if (hs_token_is (token, "say"))
    return before->kind == HS_TOKEN_WORD && !is_determiner (before) && !hs_clause_is_auxiliary (before);
  /* "cities that support" */
  if (hs_token_is (before, "that") && k > 1 && !hs_cue_is_noun (hs_reading_token (self, k - 2)))
    return is_plural_subject (self, k - 2) && hs_reading_token (self, k - 2)->kind == HS_TOKEN_WORD &&
           !hs_token_is (hs_reading_token (self, k - 2), "and");
  /* "some state officials" */
  if (hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) && hs_cue_is_noun_too (token) && !is_pronoun (before))
    return FALSE;
  if (hs_token_is (token, "state") && !is_pronoun (before))
    return FALSE;
  return is_plural_subject (self, k - 1);
}

/* "has shown", "had written". */
static gboolean
is_perfect (const HsToken *before)
{
  static const char *const words[] = { "has", "have", "had", "hasn't", "haven't", "hadn't", "having", NULL };

  return g_strv_contains (words, before->fold);
}

/* A verb that only may attribute does so where it has its subject beside it. */
static gboolean
is_stance_here (const HsReading  *self,
                const HsSentence *sentence,
                guint             i,
                guint             k)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *before = hs_reading_token (self, k - 1);
  gboolean subject = hs_clause_is_subject_name (self, k - 1) || is_plural_subject (self, k - 1) ||
                     hs_token_in (before, HS_IN (HS_LIST_ROLES));

  if (is_determiner (before) || i + 1 >= sentence->end || hs_cue_has_form (token, "p"))
    return FALSE;
  if (hs_cue_has_form (token, "g"))
    return is_gerund_cue (self, token, k);
  /* "tried to make the case" */
  if (hs_cue_has_form (token, "b") && token->entry->n_words > 1 && k - 1 > sentence->first)
    return hs_token_is (before, "to") || hs_cue_is_modal (before) || is_plural_subject (self, k - 1);
  if (hs_cue_has_form (token, "b"))
    return !hs_cue_is_class (token, "say") && subject && is_plural_subject (self, k - 1);
  if (hs_cue_has_form (token, "s"))
    return hs_clause_is_subject_name (self, k - 1) ||
           (!hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) &&
            (hs_token_in (before, HS_IN (HS_LIST_ROLES)) ||
             (opens_object (self, sentence, i, k) && !is_plural_subject (self, k - 1))));
  if (hs_cue_is_be (before))
    return FALSE;
  return (subject || (hs_clause_is_auxiliary (before) && !hs_cue_is_modal (before)) || is_content_word (before)) &&
         (!follows_participle (self, sentence, i) || closes_sentence (self, sentence, i, k));
}

/* "Asked about the bridge, …" */
static gboolean
opens_with_question (const HsReading  *self,
                     const HsSentence *sentence,
                     guint             i)
{
  static const char *const words[] = { "about", "whether", "if", "why", "how", "what", "by", "to", "on", "when", NULL };
  const char *base = hs_cue_base (hs_reading_token (self, i));

  return i == sentence->first && i + 1 < sentence->end && hs_cue_has_form (hs_reading_token (self, i), "d") &&
         (g_strcmp0 (base, "ask") == 0 || g_strcmp0 (base, "press") == 0 || g_strcmp0 (base, "question") == 0) &&
         g_strv_contains (words, hs_reading_token (self, i + 1)->fold);
}

/* Whether a name, or "him", stands at @i and nothing is said of it: it is what the verb
 * reached. */
static gboolean
is_lone_object (const HsReading  *self,
                const HsSentence *sentence,
                guint             i)
{
  static const char *const pronouns[] = { "him", "her", "them", "me", "us", NULL };
  static const char *const words[] = { "in", "on", "at", "to", "for", "from", "after", "before", "and", "who", "which",
                                       "when", "with", "since", NULL };
  const HsFound *found = i < sentence->end ? hs_reading_found_at (self, i) : NULL;
  guint end = found != NULL && found->first == i && found->kind <= HS_MENTION_PLACE ? found->end : i;

  while (found == NULL && end < sentence->end && end < i + 4 && hs_reading_quote_at (self, end) == NULL &&
         (hs_reading_token (self, end)->flags & HS_TOKEN_CAPITAL))
    end++;
  if (end == i && i < sentence->end && g_strv_contains (pronouns, hs_reading_token (self, i)->fold))
    end++;
  return end > i && (end >= sentence->end || hs_clause_is_end_mark (hs_reading_token (self, end)) ||
                     hs_token_is (hs_reading_token (self, end), ",") ||
                     g_strv_contains (words, hs_reading_token (self, end)->fold));
}

/* "found guilty", "ruled Sindh", "called Cagla", "answered the phone", "thanked the
 * ministry": something is done, and nothing is said. */
static gboolean
does_a_deed (const HsReading  *self,
             const HsSentence *sentence,
             guint             i,
             const char       *base)
{
  static const char *const states[] = { "guilty", "dead", "alive", "safe", "hanged", "hidden", "buried", "unconscious",
                                        "stabbed", "murdered", "shot", "abandoned", "innocent", "wanting", "floating",
                                        "lying", NULL };
  static const char *const answered[] = { "calls", "questions", "phone", "door", "phones", "emails", "messages", "call",
                                          "doorbell", "telephone", NULL };
  const HsToken *next = i + 1 < sentence->end ? hs_reading_token (self, i + 1) : NULL;
  const HsFound *found = next != NULL ? hs_reading_found_at (self, i + 1) : NULL;

  if (next == NULL)
    return FALSE;
  if (strcmp (base, "find") == 0)
    return g_strv_contains (states, next->fold) || next->kind == HS_TOKEN_NUMBER ||
           (found != NULL && (found->kind == HS_MENTION_QUANTITY || found->kind == HS_MENTION_MONEY));
  if (strcmp (base, "rule") == 0)
    return (found != NULL && found->kind == HS_MENTION_PLACE) || is_lone_object (self, sentence, i + 1);
  if (strcmp (base, "call") == 0)
    return is_lone_object (self, sentence, i + 1);
  if (strcmp (base, "answer") == 0)
    return g_strv_contains (answered, next->fold) ||
           (i + 2 < sentence->end && hs_token_in (next, HS_IN (HS_LIST_STOP_WORDS)) &&
            g_strv_contains (answered, hs_reading_token (self, i + 2)->fold));
  if (strcmp (base, "continue") == 0)
    return g_str_has_suffix (next->fold, "ing") && !hs_cue_is_listed_verb (next);
  if (strcmp (base, "thank") == 0)
    {
      for (guint k = i + 1; k < sentence->end; k++)
        if (hs_token_is (hs_reading_token (self, k), "for") || hs_reading_quote_at (self, k) != NULL)
          return FALSE;
      return TRUE;
    }
  return FALSE;
}

/* "backed out", "called in", "compared with last year", "speaking on Friday":
 * the same verbs, and nothing is said. */
static gboolean
says_nothing (const HsReading  *self,
              const HsSentence *sentence,
              guint             i)
{
  static const char *const particles[] = { "out", "in", "off", "up", "down", "away", "back", NULL };
  static const char *const movers[] = { "back", "call", "show", "add", "ask", "read", NULL };
  static const char *const talkers[] = { "speak", "talk", "rail", "preach", NULL };
  static const char *const topics[] = { "about", "of", "out", "against", "up", NULL };
  /* "people accused of", "veterans invited to": what takes a person beside it, and has none */
  static const char *const takers[] = { "accuse", "invite", "urge", "remind", "assure", "notify", "inform", "convince",
                                        "advise", "praise", "criticize", "criticise", "condemn", "blame", "suspect",
                                        "charge", "grill", "quiz", "question", "tell", NULL };
  static const char *const prepositions[] = { "of", "to", "by", "for", "in", "from", "with", "over", "about", NULL };
  const char *base = hs_cue_base (hs_reading_token (self, i));
  const char *next = i + 1 < sentence->end ? hs_reading_token (self, i + 1)->fold : "";

  if (base == NULL)
    return FALSE;
  /* "Court told of fraud": in a headline nobody tells but in the present */
  if (strcmp (hs_reading_token (self, i)->fold, "told") == 0 &&
      g_array_index (self->parts, HsPart, sentence->part).kind == HS_BLOCK_HEADLINE)
    return TRUE;
  if (g_strv_contains (takers, base) && hs_cue_has_form (hs_reading_token (self, i), "d") &&
      g_strv_contains (prepositions, next) &&
      !(i > sentence->first && hs_clause_is_auxiliary (hs_reading_token (self, i - 1))))
    return TRUE;
  if (strcmp (base, "decline") == 0 && (hs_clause_is_adverb (hs_reading_token (self, MIN (i + 1, sentence->end - 1))) ||
                                        g_strv_contains (prepositions, next)) && strcmp (next, "to") != 0)
    return TRUE;
  if (g_strv_contains (talkers, base))
    return !g_strv_contains (topics, next);
  if (strcmp (base, "compare") == 0 && i > sentence->first && hs_token_is (hs_reading_token (self, i - 1), ","))
    return TRUE;
  if (does_a_deed (self, sentence, i, base))
    return TRUE;
  return g_strv_contains (movers, base) && g_strv_contains (particles, next);
}

/* Whether the lexicon's verb at @i is one here, not a noun or a passive. */
gboolean
hs_cue_is_verb (const HsReading  *self,
                const HsSentence *sentence,
                guint             i)
{
  const HsToken *token = hs_reading_token (self, i);
  gboolean strong = hs_cue_is_class (token, "say") || hs_cue_is_class (token, "tell");
  gboolean title = g_array_index (self->parts, HsPart, sentence->part).title_case;
  guint k = i;

  if (self->found_at[i] != 0 || says_nothing (self, sentence, i))
    return FALSE;
  if (opens_with_question (self, sentence, i))
    return TRUE;
  while (k > sentence->first && hs_clause_is_adverb (hs_reading_token (self, k - 1)))
    k--;
  /* "X, a member of the board, wants" */
  if (k > sentence->first + 3 && hs_token_is (hs_reading_token (self, k - 1), ",") && hs_cue_has_form (token, "bsd"))
    {
      guint open = hs_clause_insert_left (self, sentence->first, k - 1);

      if (open > sentence->first)
        k = open;
    }
  if (k == sentence->first)
    return hs_cue_has_form (token, "g") && k == i && i + 1 < sentence->end &&
           (hs_token_in (token, HS_IN (HS_LIST_CUES)) || strong);
  /* "Sen. X (D-Mo.) scolded": the bracket belongs to the name */
  if (hs_token_is (hs_reading_token (self, k - 1), ")"))
    for (guint open = k - 1; open > sentence->first + 1 && k - open < 8; open--)
      if (hs_token_is (hs_reading_token (self, open), "("))
        {
          k = open;
          break;
        }
  if ((token->flags & HS_TOKEN_CAPITAL) != 0 && !(title && (strong || is_person_like (self, k - 1))))
    return FALSE;
  if (!hs_token_in (token, HS_IN (HS_LIST_CUES)))
    return is_stance_here (self, sentence, i, k);
  if (hs_cue_has_form (token, "n"))
    return is_perfect (hs_reading_token (self, k - 1));
  if (hs_cue_has_form (token, "dp"))
    return is_past_verb (self, sentence, i, k, strong);
  if (hs_cue_has_form (token, "s"))
    return is_present_verb (self, sentence, i, k);
  if (hs_cue_has_form (token, "g"))
    return is_gerund_cue (self, token, k);
  return is_base_verb (self, sentence, i, k, k - 1 == sentence->first);
}
