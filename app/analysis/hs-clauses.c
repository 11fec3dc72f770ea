/* hs-clauses.c: noun phrases and clause bounds, as far as statements need them
 *
 * No parser: words that can stand in a noun phrase, words that cannot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-clauses.h"

#include <string.h>

#include "hs-roles.h"

#define LONGEST_NOUN_PHRASE 40

static gboolean
is_one_of (const HsToken      *token,
           const char * const *words)
{
  return g_strv_contains (words, token->fold);
}

/**
 * hs_clause_is_auxiliary:
 * @token: a token
 *
 * Returns: whether it is an auxiliary verb, a modal, or a pronoun with one ("it's")
 */
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

/**
 * hs_clause_is_adverb:
 * @token: a token
 *
 * Returns: whether it is a word that may stand between a name and its verb: one of a list,
 *   or one in small letters that ends in "ly" and is no noun
 */
gboolean
hs_clause_is_adverb (const HsToken *token)
{
  static const char *const words[] = {
    "also", "later", "then", "now", "earlier", "once", "often", "again", "already", "further", "even",
    "just", "still", "never", "always", "not", "soon", "since", "too", "today", "yesterday", "reportedly",
    "ever", "instead", "only", "both", "first", "himself", "herself", "themselves", "long", "sometimes", "perhaps",
    "almost", "further", "so", NULL
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

/**
 * hs_clause_is_end_mark:
 * @token: a token
 *
 * Returns: whether it is a mark that ends a sentence or a part of one: a full stop, a
 *   colon, a semicolon, "…" …
 */
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

/* "In a meeting with the board NAME said": the name alone, with what stands
 * before it as its role, speaks. @i: where the phrase after the preposition begins. */
static guint
name_after_adverbial (const HsReading *self,
                      guint            i,
                      guint            end)
{
  const HsFound *name = hs_reading_found_at (self, end - 1);
  gboolean role = FALSE;
  guint from;

  if (name == NULL || name->kind != HS_MENTION_PERSON || name->first <= i + 1)
    return i;
  for (from = name->first; from > i + 1; from--)
    {
      const HsToken *before = hs_reading_token (self, from - 1);
      const HsFound *found = hs_reading_found_at (self, from - 1);

      if (hs_token_in (before, HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES)))
        role = TRUE;
      else if (!role || found == NULL || found->kind == HS_MENTION_DATE)
        break;
    }
  return from;
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
          else if (i < end)
            i = name_after_adverbial (self, i, end);
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

static gboolean
begins_insert (const HsReading *self,
               guint            i,
               guint            end)
{
  static const char *const words[] = { "a", "an", "who", "which", "whose", "the", "former", "one", "his", "her",
                                       "its", "their", "formerly", "now", "of", "in", "on", "from", "at",
                                       "like", "as", "along", "however", "too", "for", "when", "by", "aka", "a.k.a.",
                                       "alias", "also", "east", "west", "north", "south", "eastern", "western",
                                       "northern", "southern", "central", NULL };
  const HsToken *token = hs_reading_token (self, i);

  /* ", reached by phone," */
  if (g_str_has_suffix (token->fold, "ed") && !(token->flags & HS_TOKEN_CAPITAL) && i + 1 < end &&
      is_inner_preposition (hs_reading_token (self, i + 1)))
    return TRUE;
  return is_one_of (token, words) || token->kind == HS_TOKEN_NUMBER ||
         (strlen (token->fold) == 1 && i + 1 < end && hs_token_is (hs_reading_token (self, i + 1), "-")) ||
         g_str_has_suffix (token->fold, "ing") || hs_clause_is_adverb (token) ||
         hs_token_in (token, HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES)) ||
         (self->found_at[i] != 0 && i + 1 < end);
}

/* The comma that opens what the comma at @close closes: ", a member of …,".
 * 0: none. */
guint
hs_clause_insert_left (const HsReading *self,
                       guint            first,
                       guint            close)
{
  for (guint i = close; i > first + 1 && close - i < 30; i--)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (hs_clause_is_end_mark (token) || (token->kind == HS_TOKEN_QUOTE && self->quote_at[i - 1] != 0 &&
          g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).n_words > 3))
        return 0;
      if (hs_token_is (token, ",") && i < close)
        return begins_insert (self, i, close) ? i - 1 : 0;
    }
  return 0;
}

/* "Tan Ah Kow, 61, of Jitra,": the comma that opens the first of several inserts behind a
 * name, of which the last opens at @open. */
static guint
first_insert (const HsReading *self,
              guint            first,
              guint            open)
{
  for (guint i = open; i > first + 1 && open - i < 12; i--)
    {
      const HsToken *token = hs_reading_token (self, i - 1);
      const HsFound *found = hs_reading_found_at (self, i - 2);

      if (hs_clause_is_end_mark (token) || token->kind == HS_TOKEN_QUOTE || hs_clause_is_auxiliary (token) ||
          hs_token_is (token, "and"))
        return open;
      if (!hs_token_is (token, ","))
        continue;
      if (found != NULL && found->kind == HS_MENTION_PERSON && found->end == i - 1 && begins_insert (self, i, open))
        return i - 1;
      return open;
    }
  return open;
}

/* ", the head of the committee, NAME": the role belongs to the phrase. @i is
 * where NAME begins. */
static guint
role_before_comma (const HsReading *self,
                   guint            first,
                   guint            i)
{
  guint from;

  if (i < first + 3 || self->found_at[i] == 0 || !hs_token_is (hs_reading_token (self, i - 1), ",") ||
      hs_reading_found_at (self, i)->kind != HS_MENTION_PERSON)
    return i;
  for (from = i - 1; from > first && i - from < 25; from--)
    {
      const HsToken *token = hs_reading_token (self, from - 1);

      if (hs_token_is (token, ","))
        break;
      if (hs_clause_is_auxiliary (token) || hs_clause_is_end_mark (token) || token->kind == HS_TOKEN_QUOTE)
        return i;
    }
  for (guint k = from; k < i - 1 && k < from + 5; k++)
    {
      const char *role = hs_lex_entry_column (hs_reading_token (self, k)->entry, HS_LIST_ROLES, 1);

      /* "Farmers from the hills, NAME said,": others */
      if (role != NULL && hs_role_is_plural (hs_reading_token (self, k)))
        return i;
      if (role != NULL && strcmp (role, "others") != 0 && strcmp (role, "administration") != 0)
        return from;
    }
  return i;
}

/* Whether the words of a noun phrase, read from the right, end at @i. */
static gboolean
stops_noun (const HsReading *self,
            guint            first,
            guint            i)
{
  const HsToken *token = hs_reading_token (self, i);
  guint q = self->quote_at[i];

  /* a name in marks may be part of it, a quotation not */
  if (q != 0 ? g_array_index (self->quotes, HsQuoted, q - 1).n_words > 3 : token->kind == HS_TOKEN_QUOTE)
    return TRUE;
  if (hs_token_is (token, ",") || hs_token_is (token, ")") || hs_clause_is_end_mark (token) || is_dash (token) ||
      hs_clause_is_auxiliary (token))
    return TRUE;
  if (self->found_at[i] == 0 && is_subordinator (token) &&
      !(hs_token_is (token, "to") && i > first && hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_ROLES))))
    return TRUE;
  /* "ministers and generals said" stays one; a clause before "and" does not */
  return hs_token_is (token, "and") && i > first &&
         !(self->found_at[i + 1] != 0 && self->found_at[i - 1] != 0) &&
         !hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_ROLES));
}

/* "Lynch (D-Mass.) said": where what ends with the bracket at @i opens; @i + 1: nowhere near. */
static guint
skip_bracket (const HsReading *self,
              guint            first,
              guint            i)
{
  if (hs_token_is (hs_reading_token (self, i), ")"))
    for (guint open = i; open > first && i - open < 10; open--)
      if (hs_token_is (hs_reading_token (self, open), "("))
        return open;
  return i + 1;
}

/* "X -- the company that owns it -- said", read from the second dash. */
static guint
noun_before_dashes (const HsReading *self,
                    guint            first,
                    guint            end)
{
  for (guint k = end - 1; k > first && end - k < LONGEST_NOUN_PHRASE; k--)
    if (is_dash (hs_reading_token (self, k - 1)))
      {
        guint left = hs_clause_noun_left (self, first, k - 1);

        return left < k - 1 ? left : end;
      }
  return end;
}

/* Where the noun phrase that ends before @end begins, not before @first;
 * @end: none. */
guint
hs_clause_noun_left (const HsReading *self,
                     guint            first,
                     guint            end)
{
  guint i = end;

  if (end > first && hs_token_is (hs_reading_token (self, end - 1), ","))
    {
      guint open = hs_clause_insert_left (self, first, end - 1);

      if (open > first)
        {
          guint left;

          open = first_insert (self, first, open);
          left = hs_clause_noun_left (self, first, open);
          if (left < open)
            return left;
        }
      i--;
    }
  if (i > first + 1 && is_dash (hs_reading_token (self, i - 1)))
    return noun_before_dashes (self, first, i) < i ? noun_before_dashes (self, first, i) : end;
  if (i > first && is_subject_pronoun (hs_reading_token (self, i - 1)))
    return i - 1;
  while (i > first && end - i < LONGEST_NOUN_PHRASE)
    {
      guint open = skip_bracket (self, first, i - 1);

      if (open < i)
        i = open;
      else if (stops_noun (self, first, i - 1))
        break;
      else
        i--;
    }
  if (i == end)
    return end;
  i = trim_left (self, i, end);
  return role_before_comma (self, first, i);
}

/* Whether "a member …", "the head of …", "who …" at @i describes the name before it. */
static gboolean
opens_apposition (const HsReading *self,
                  guint            i,
                  guint            end)
{
  static const char *const words[] = { "a", "an", "who", "one", "former", NULL };
  const char *role;

  if (is_one_of (hs_reading_token (self, i), words))
    return TRUE;
  if (hs_token_is (hs_reading_token (self, i), "the") || hs_token_is (hs_reading_token (self, i), "its") ||
      hs_token_is (hs_reading_token (self, i), "his"))
    i++;
  for (guint k = 0; k < 3 && i + k < end; k++)
    {
      role = hs_lex_entry_column (hs_reading_token (self, i + k)->entry, HS_LIST_ROLES, 1);
      if (role != NULL)
        return strcmp (role, "others") != 0 && strcmp (role, "administration") != 0;
    }
  return FALSE;
}

/* "her uncle, Ruben Garza", "their counsel, Atty. Ramon Batacan.": where the name ends
 * behind the comma at @comma; @comma: nobody is named there. */
static guint
named_after (const HsReading *self,
             guint            first,
             guint            comma,
             guint            end)
{
  const HsLexEntry *noun = comma > first ? hs_reading_token (self, comma - 1)->entry : NULL;
  const char *teller = hs_lex_entry_column (noun, HS_LIST_TELLERS, 1);
  const HsFound *found;
  guint n, i = comma + 1;

  if (comma == first || (hs_reading_token (self, comma - 1)->flags & HS_TOKEN_CAPITAL) != 0 ||
      (g_strcmp0 (teller, "person") != 0 && hs_lex_entry_column (noun, HS_LIST_ROLES, 1) == NULL))
    return comma;
  if (i < end && hs_reading_match (self, i, end, HS_IN (HS_LIST_TITLES), &n) != NULL)
    i += n;
  found = i < end ? hs_reading_found_at (self, i) : NULL;
  return found != NULL && found->kind == HS_MENTION_PERSON && found->first <= i && found->end <= end &&
         (found->end == end || hs_clause_is_end_mark (hs_reading_token (self, found->end)) ||
          hs_token_is (hs_reading_token (self, found->end), ",") ||
          hs_token_in (hs_reading_token (self, found->end), HS_IN (HS_LIST_STOP_WORDS))) ? found->end : comma;
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
          guint j = i + 1, named = named_after (self, first, i, end);

          if (named > i)
            return named;
          /* an apposition goes on to the next comma or the end */
          if (i > first && j < end && self->found_at[i - 1] != 0 && opens_apposition (self, j, end))
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
