/* hs-clauses.c: noun phrases and clause bounds, as far as statements need them
 *
 * No parser: words that can stand in a noun phrase, words that cannot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-clauses.h"

#include <string.h>

#define LONGEST_NOUN_PHRASE 40

static gboolean
is_one_of (const HsToken      *token,
           const char * const *words)
{
  return g_strv_contains (words, token->fold);
}

gboolean
hs_clause_is_auxiliary (const HsToken *token)
{
  static const char *const words[] = {
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "will", "would",
    "could", "can", "may", "might", "must", "should", "shall", "did", "do", "does", "didn't", "doesn't",
    "don't", "isn't", "wasn't", "won't", "wouldn't", "cannot", "can't", "hasn't", "haven't", "hadn't",
    "couldn't", "it's", "he's", "she's", NULL
  };

  return is_one_of (token, words);
}

gboolean
hs_clause_is_adverb (const HsToken *token)
{
  static const char *const words[] = {
    "also", "later", "then", "now", "earlier", "once", "often", "again", "already", "further", "even",
    "just", "still", "never", "always", "not", "soon", "since", "too", "today", "yesterday", "reportedly",
    "ever", "instead", "himself", "herself", "themselves", "both", "all", NULL
  };
  gsize n = strlen (token->fold);

  if (token->kind != HS_TOKEN_WORD)
    return FALSE;
  if (is_one_of (token, words))
    return TRUE;
  return n > 4 && strcmp (token->fold + n - 2, "ly") == 0 && (token->flags & HS_TOKEN_CAPITAL) == 0 &&
         strcmp (token->fold, "family") != 0 && strcmp (token->fold, "ally") != 0 &&
         strcmp (token->fold, "assembly") != 0;
}

gboolean
hs_clause_is_end_mark (const HsToken *token)
{
  static const char *const marks[] = { ".", "!", "?", ";", ":", "…", "...", NULL };

  return token->kind == HS_TOKEN_MARK && is_one_of (token, marks);
}

static gboolean
is_dash (const HsToken *token)
{
  static const char *const marks[] = { "—", "–", "--", "―", NULL };

  return token->kind == HS_TOKEN_MARK &&
         (is_one_of (token, marks) || (hs_token_is (token, "-") && (token->flags & HS_TOKEN_SPACED)));
}

static gboolean
is_subordinator (const HsToken *token)
{
  static const char *const words[] = {
    "that", "but", "while", "because", "when", "if", "although", "though", "whether", "so", "or", "than",
    "as", "where", "how", "why", "what", "after", "before", "until", "since", "which", "nor", "whereas",
    "unless", "however", "meanwhile", "said", "says", "saying", "told", "to", "into", "then", "thus", "yet",
    "there", NULL
  };

  return is_one_of (token, words);
}

static gboolean
is_inner_preposition (const HsToken *token)
{
  static const char *const words[] = { "of", "in", "at", "for", "from", "on", "with", "near", "to", "by",
                                       "about", "against", NULL };

  return is_one_of (token, words);
}

static gboolean
is_preposition (const HsToken *token)
{
  static const char *const words[] = { "of", "in", "at", "for", "from", "on", "with", "near", "by", "to",
                                       "about", "against", "during", "despite", "amid", "among", "under",
                                       "over", "through", "following", "like", "as", "and", "but", "or",
                                       "while", "when", "so", "still", "yet", "because", "if", NULL };

  return is_one_of (token, words);
}

static gboolean
is_subject_pronoun (const HsToken *token)
{
  static const char *const words[] = { "he", "she", "they", "we", "i", "it", "you", "who", NULL };

  return is_one_of (token, words);
}

/* Whether a noun phrase may begin at @i. */
gboolean
hs_clause_begins_noun (const HsReading *self,
                       guint            i,
                       guint            end)
{
  static const char *const words[] = { "the", "a", "an", "his", "her", "their", "its", "our", "my", "one",
                                       "some", "many", "several", "most", "another", "other", "two",
                                       "three", "four", "five", "he", "she", "they", "former", "senior",
                                       "both", "officials", "this", "these", "those", "president", NULL };
  const HsToken *token;

  if (i >= end)
    return FALSE;
  token = hs_reading_token (self, i);
  if (token->kind == HS_TOKEN_NUMBER)
    return FALSE;
  if (self->found_at[i] != 0)
    {
      HsMentionKind kind = hs_reading_found_at (self, i)->kind;

      return kind != HS_MENTION_DATE && kind != HS_MENTION_MONEY && kind != HS_MENTION_QUANTITY;
    }
  return token->kind == HS_TOKEN_WORD &&
         (is_one_of (token, words) || (token->flags & HS_TOKEN_CAPITAL) != 0 ||
          hs_token_in (token, HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES)));
}

/* Drops from the left of [first, end) what cannot begin a noun phrase. */
static guint
trim_left (const HsReading *self,
           guint            first,
           guint            end)
{
  guint i = first;

  while (i < end)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_QUOTE || token->kind == HS_TOKEN_CLITIC ||
          (token->kind == HS_TOKEN_MARK && !hs_token_is (token, "[")) ||
          (hs_clause_is_adverb (token) && i + 1 < end))
        {
          i++;
          continue;
        }
      if (is_preposition (token))
        {
          /* "On Monday Ortiz", "In response, he": the adverbial goes with its date */
          i++;
          if (i < end && self->found_at[i] != 0 &&
              hs_reading_found_at (self, i)->kind == HS_MENTION_DATE)
            i = hs_reading_found_at (self, i)->end;
          continue;
        }
      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind == HS_MENTION_DATE &&
          hs_reading_found_at (self, i)->end < end)
        {
          i = hs_reading_found_at (self, i)->end;
          continue;
        }
      break;
    }
  return i < end ? i : first;
}

/* Whether the comma at @i opens an apposition that ends right before @right:
 * ", a member of the committee," */
static gboolean
opens_apposition (const HsReading *self,
                  guint            i,
                  guint            first)
{
  return i > first && hs_clause_begins_noun (self, i + 1, i + 2) &&
         (self->found_at[i - 1] != 0 || (hs_reading_token (self, i - 1)->kind == HS_TOKEN_WORD &&
                                         !hs_clause_is_adverb (hs_reading_token (self, i - 1))));
}

/* Where the noun phrase that ends before @end begins, not before @first;
 * @end: none. */
guint
hs_clause_noun_left (const HsReading *self,
                     guint            first,
                     guint            end)
{
  guint i = end;
  gboolean in_apposition = FALSE;
  guint commas = 0;

  if (end > first && hs_token_is (hs_reading_token (self, end - 1), ","))
    {
      in_apposition = TRUE;
      i--;
    }
  if (i > first && is_subject_pronoun (hs_reading_token (self, i - 1)))
    return i - 1;
  while (i > first && end - i < LONGEST_NOUN_PHRASE)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (token->kind == HS_TOKEN_QUOTE)
        {
          guint q = self->quote_at[i - 1];

          /* a name in marks may be part of it, a quotation not */
          if (q == 0 || g_array_index (self->quotes, HsQuoted, q - 1).n_words > 3)
            break;
        }
      else if (self->quote_at[i - 1] != 0 &&
               g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).n_words > 3)
        break;
      if (hs_token_is (token, ","))
        {
          if (in_apposition && commas == 0 && opens_apposition (self, i - 1, first))
            {
              commas++;
              in_apposition = FALSE;
              i--;
              continue;
            }
          /* ", 82," and a list of names */
          if (in_apposition && i - 1 > first && commas < 3)
            {
              commas++;
              i--;
              continue;
            }
          break;
        }
      if (hs_clause_is_end_mark (token) || is_dash (token) || hs_token_is (token, ")") ||
          hs_clause_is_auxiliary (token))
        break;
      if (self->found_at[i - 1] == 0 && is_subordinator (token) && !(hs_token_is (token, "to") &&
          i >= 2 + first && hs_token_in (hs_reading_token (self, i - 2), HS_IN (HS_LIST_ROLES))))
        break;
      if (hs_token_is (token, "and") && !in_apposition &&
          !(self->found_at[i] != 0 && i >= 2 && self->found_at[i - 2] != 0))
        {
          /* "ministers and generals said" stays one; a clause before "and" does not */
          if (i >= 2 + first && !hs_token_in (hs_reading_token (self, i - 2), HS_IN (HS_LIST_ROLES)))
            break;
        }
      i--;
    }
  if (i == end)
    return end;
  i = trim_left (self, i, end);
  return i;
}

/* Where the noun phrase that begins at @first ends, not after @end. */
guint
hs_clause_noun_right (const HsReading *self,
                      guint            first,
                      guint            end)
{
  guint i = first;

  if (i < end && is_subject_pronoun (hs_reading_token (self, i)))
    return i + 1;
  while (i < end && i - first < LONGEST_NOUN_PHRASE)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (hs_token_is (token, ","))
        {
          guint j = i + 1;

          /* an apposition goes on to the next comma or the end */
          if (i > first && j < end && self->found_at[i - 1] != 0 && hs_clause_begins_noun (self, j, end) &&
              (self->found_at[j] == 0 || hs_token_in (hs_reading_token (self, j), HS_IN (HS_LIST_ROLES))))
            {
              while (j < end && !hs_token_is (hs_reading_token (self, j), ",") &&
                     !hs_clause_is_end_mark (hs_reading_token (self, j)) &&
                     !hs_token_in (hs_reading_token (self, j), HS_IN (HS_LIST_CUES)))
                j++;
              if (j - i < 25)
                return j;
            }
          break;
        }
      if (token->kind == HS_TOKEN_QUOTE || hs_clause_is_end_mark (token) || is_dash (token) ||
          hs_clause_is_auxiliary (token) || hs_token_is (token, "("))
        break;
      if (self->found_at[i] == 0 && is_subordinator (token) && !hs_token_is (token, "to"))
        break;
      if (self->found_at[i] != 0 && i > first && hs_reading_found_at (self, i)->kind == HS_MENTION_DATE)
        {
          /* "said X on Monday" */
          if (is_inner_preposition (hs_reading_token (self, i - 1)))
            i--;
          break;
        }
      if (i > first && (hs_token_is (token, "in") || hs_token_is (token, "during") ||
          hs_token_is (token, "at") || hs_token_is (token, "on")) && self->found_at[i - 1] != 0)
        break;
      i++;
    }
  return i;
}

/* Drops closing marks and commas from the right of [first, end). */
guint
hs_clause_trim_end (const HsReading *self,
                    guint            first,
                    guint            end)
{
  while (end > first)
    {
      const HsToken *token = hs_reading_token (self, end - 1);

      if (token->kind == HS_TOKEN_MARK && !hs_token_is (token, ")") && !hs_token_is (token, "%") &&
          !hs_token_is (token, "]"))
        end--;
      else
        break;
    }
  return end;
}
