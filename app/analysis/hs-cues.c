/* hs-cues.c: verbs and nouns that attribute, told from their homographs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static const char *
cue_class (const HsToken *token)
{
  return hs_lex_entry_column (token->entry, HS_LIST_CUES, 2);
}

gboolean
hs_cue_is_class (const HsToken *token,
                 const char    *klass)
{
  return g_strcmp0 (cue_class (token), klass) == 0;
}

gboolean
hs_cue_has_form (const HsToken *token,
                 const char    *forms)
{
  for (const HsLexFields *f = token->entry->fields; f != NULL; f = f->next)
    if (f->list == HS_LIST_CUES && f->n_columns > 3 && strpbrk (f->columns[3], forms) != NULL)
      return TRUE;
  return FALSE;
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
                                       "others", "and", "police", "women", "men", NULL };
  const HsToken *token = hs_reading_token (self, i);
  gsize n = strlen (token->fold);

  if (g_strv_contains (words, token->fold))
    return TRUE;
  return token->kind == HS_TOKEN_WORD && n > 3 && token->fold[n - 1] == 's' && token->fold[n - 2] != 's' &&
         !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES));
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

/* "said", "claimed": a finite verb, not a participle. @k: where its subject would end. */
static gboolean
is_past_verb (const HsReading *self,
              const HsToken   *token,
              guint            k,
              gboolean         strong)
{
  static const char *const passive[] = { "was", "were", "be", "been", "being", "is", "are", "get", "got", NULL };
  const HsToken *before = hs_reading_token (self, k - 1);

  if (is_determiner (before) || g_strv_contains (passive, before->fold))
    return FALSE;
  if (hs_clause_is_auxiliary (before))
    return TRUE;
  /* "several disputed claims": an adjective */
  if (!strong && hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) && !hs_clause_is_subject_name (self, k - 1) &&
      !is_plural_subject (self, k - 1) && !hs_token_is (before, "and") && !hs_token_is (before, ","))
    return FALSE;
  return strong || is_person_like (self, k - 1) || hs_reading_quote_at (self, k - 1) != NULL ||
         is_plural_subject (self, k - 1);
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
  if (hs_cue_is_noun_too (token))
    return hs_clause_is_subject_name (self, k - 1) && i + 1 < sentence->end &&
           hs_reading_token (self, i + 1)->kind == HS_TOKEN_WORD &&
           !hs_token_is (hs_reading_token (self, i + 1), "of");
  return hs_token_is (token, "says") || is_person_like (self, k - 1) ||
         hs_reading_quote_at (self, k - 1) != NULL ||
         (before->kind == HS_TOKEN_WORD && !is_plural_subject (self, k - 1) &&
          !hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)));
}

/* "was saying", "…, adding", "a letter saying". */
static gboolean
is_gerund_cue (const HsReading *self,
               const HsToken   *token,
               guint            k,
               gboolean         strong)
{
  static const char *const progressive[] = { "is", "are", "was", "were", "been", "be", "i'm", "we're", "they're", NULL };
  static const char *const openers[] = { "by", "after", "for", "and", NULL };
  const HsToken *before = hs_reading_token (self, k - 1);

  if (g_strv_contains (progressive, before->fold))
    return TRUE;
  if (!strong)
    return FALSE;
  if (hs_token_is (before, ",") || hs_reading_quote_at (self, k - 1) != NULL ||
      hs_token_in (before, HS_IN (HS_LIST_CUE_NOUNS)))
    return TRUE;
  return hs_token_is (token, "saying") && before->kind == HS_TOKEN_WORD &&
         (!hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) || g_strv_contains (openers, before->fold));
}

/* "they say", "did not deny". */
static gboolean
is_base_verb (const HsReading *self,
              const HsToken   *token,
              guint            k)
{
  static const char *const modal[] = { "did", "didn't", "does", "doesn't", "don't", "do", NULL };
  const HsToken *before = hs_reading_token (self, k - 1);

  if (g_strv_contains (modal, before->fold))
    return TRUE;
  if (hs_token_is (token, "say"))
    return before->kind == HS_TOKEN_WORD && !is_determiner (before) && !hs_token_is (before, "to") &&
           !hs_clause_is_auxiliary (before);
  return is_plural_subject (self, k - 1);
}

/* Whether the lexicon's verb at @i is one here, not a noun or a passive. */
gboolean
hs_cue_is_verb (const HsReading  *self,
                const HsSentence *sentence,
                guint             i)
{
  const HsToken *token = hs_reading_token (self, i);
  gboolean strong = hs_cue_is_class (token, "say") || hs_cue_is_class (token, "tell");
  guint k = i;

  while (k > sentence->first && hs_clause_is_adverb (hs_reading_token (self, k - 1)))
    k--;
  if (k == sentence->first || self->found_at[i] != 0)
    return FALSE;
  if ((token->flags & HS_TOKEN_CAPITAL) != 0 &&
      !(strong && g_array_index (self->parts, HsPart, sentence->part).title_case))
    return FALSE;
  if (hs_cue_has_form (token, "dp"))
    return is_past_verb (self, token, k, strong);
  if (hs_cue_has_form (token, "s"))
    return is_present_verb (self, sentence, i, k);
  if (hs_cue_has_form (token, "g"))
    return is_gerund_cue (self, token, k, strong);
  return is_base_verb (self, token, k);
}
