/* hs-mentions-doubt.c: what cannot be what it was taken for
 *
 * The tagger goes by the company a word keeps; how it is spelled says no now and then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* How sure it is of what its spelling makes of it. */
#define TOLD .75

/* What the tagger is as sure of as this is a body, whatever it is called. */
#define SURE_BODY .93

#define FEWEST_SHOUTED 3   /* words */

/* "WILL THEY BASH THE BANKS": a heading in capitals, and nobody's name. */
static gboolean
is_shouted (const HsReading *self,
            const HsFound   *found)
{
  static const char *const of_names[] = { "of", "for", "and", "the", NULL };
  gboolean plain = FALSE;

  if (found->end - found->first < FEWEST_SHOUTED || found->canonical != NULL ||
      (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION))
    return FALSE;
  for (guint i = found->first; i < found->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD)
        continue;
      if (!(token->flags & HS_TOKEN_UPPER))
        return FALSE;
      /* "BANK OF NORLAND" is one */
      plain |= hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_PRONOUNS)) &&
               !g_strv_contains (of_names, token->fold);
    }
  return plain;
}

/* "WeWork", "SpaceX": a capital within a word; but "McAleenan", "DiCaprio", "LeBron". */
static gboolean
is_spelled_as_brand (const HsReading *self,
                     const HsFound   *found)
{
  static const char *const prefixes[] = { "Mc", "Mac", "De", "Di", "Da", "Du", "Do", "Dos", "Del", "Des", "La", "Le",
                                          "Lo", "Van", "Von", "Ver", "Fitz", "El", "Al", "Ben", "Bin", "Abu", "Abd",
                                          "St", "San", "Saint", "Ap", "Te", "Ten", "Ter", NULL };
  const HsToken *token = hs_reading_token (self, found->first);
  const char *word = self->document->text + token->span.start;
  guint length = token->span.end - token->span.start, at = 1;

  if (found->kind != HS_MENTION_PERSON || found->end != found->first + 1 || token->kind != HS_TOKEN_WORD ||
      !g_ascii_isupper (word[0]) || hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)))
    return FALSE;
  while (at < length && !(g_ascii_islower (word[at - 1]) && g_ascii_isupper (word[at])))
    at++;
  if (at == length || memchr (word, '-', length) != NULL || memchr (word, '_', length) != NULL ||
      (found->first > 0 && hs_token_is (hs_reading_token (self, found->first - 1), "@")))
    return FALSE;
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (strlen (prefixes[i]) == at && strncmp (word, prefixes[i], at) == 0)
      return FALSE;
  return TRUE;
}

/* "HDZ BiH", "CJTF-OIR": nobody is spelled in capitals where others are not; but "JK Ampofo",
 * "SMITH" after Anna, and all of an article that shouts. */
static gboolean
is_acronym (const HsReading *self,
            const HsFound   *found)
{
  const HsToken *token = hs_reading_token (self, found->first);
  const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, token->sentence);
  gboolean calm = FALSE;

  if (found->kind != HS_MENTION_PERSON || found->role != NULL || (token->flags & HS_TOKEN_UPPER) == 0 ||
      strlen (token->fold) < 3 || strchr (token->fold, '.') != NULL ||
      hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES)))
    return FALSE;
  for (guint i = sentence->first; i < sentence->end && !calm; i++)
    calm = hs_reading_is_capital (self, i) && (hs_reading_token (self, i)->flags & HS_TOKEN_UPPER) == 0 &&
           strlen (hs_reading_token (self, i)->fold) > 1;
  for (guint i = found->first + 1; i < found->end && calm; i++)
    if (hs_reading_is_capital (self, i) && (hs_reading_token (self, i)->flags & HS_TOKEN_UPPER) != 0 &&
        strlen (hs_reading_token (self, i)->fold) > 3)
      return FALSE;
  return calm;
}

/* "Audi A4", "Galaxy S9": a model of something, and nobody. */
static gboolean
is_model (const HsReading *self,
          const HsFound   *found)
{
  if (found->kind != HS_MENTION_PERSON)
    return FALSE;
  for (guint i = found->first + 1; i < found->end; i++)
    if ((hs_reading_token (self, i)->flags & HS_TOKEN_DIGITS) != 0)
      return TRUE;
  return FALSE;
}

/* "Ebola", "Nobel Peace Prize": a name, but of none of the kinds. */
static gboolean
is_no_name (const HsReading *self,
            const HsFound   *found)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const HsLexEntry *last = hs_reading_token (self, found->end - 1)->entry;

  if (found->canonical != NULL ||
      (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION && found->kind != HS_MENTION_PLACE &&
       found->kind != HS_MENTION_NATIONALITY && found->kind != HS_MENTION_WEAPON))
    return FALSE;
  if (found->end > found->first + 1 && hs_lex_entry_column (last, HS_LIST_NO_NAMES, 1) != NULL)
    return TRUE;
  for (guint i = found->first; i < found->end; i++)
    g_string_append_printf (words, "%s%s", i > found->first ? " " : "", hs_reading_token (self, i)->fold);
  return hs_lex_entry_column (hs_lexicons_find (self->lexicons, words->str), HS_LIST_NO_NAMES, 0) != NULL;
}

/* "Omar García Harfuch", "Thabiso Lebohang Mokoena": given names, and no word of a body. */
static gboolean
is_named_like_somebody (const HsReading *self,
                        const HsFound   *found)
{
  guint n = 0, given = 0;

  if (found->kind != HS_MENTION_ORGANISATION || found->canonical != NULL || found->outlet ||
      found->confidence >= SURE_BODY)
    return FALSE;
  for (guint i = found->first; i < found->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD || (token->flags & (HS_TOKEN_UPPER | HS_TOKEN_DIGITS)) != 0 ||
          !hs_reading_is_capital (self, i) ||
          hs_token_in (token, HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_FIELDS) |
                              HS_IN (HS_LIST_OUTLET_HEADS) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_TITLES) |
                              HS_IN (HS_LIST_EVENT_HEADS) | HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_STOP_WORDS)) ||
          hs_lex_entry_place_side (token->entry) != NULL ||
          (hs_token_in (token, HS_IN (HS_LIST_COMMON)) &&
           !hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES))))
        return FALSE;
      n++;
      given += hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && i + 1 < found->end;
    }
  return n > 1 && n < 5 && given > 0;
}

/* "No. 14", "Municipality": a number of something, a body without its name. */
static gboolean
is_numbered (const HsReading *self,
             const HsFound   *found)
{
  const HsToken *token = hs_reading_token (self, found->first);

  if (found->kind == HS_MENTION_PERSON && found->end == found->first + 1 && found->role == NULL &&
      hs_token_in (token, HS_IN (HS_LIST_ORG_HEADS)) &&
      !hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES)))
    return TRUE;
  return (hs_token_is (token, "no.") || hs_token_is (token, "nos.")) && found->kind == HS_MENTION_ORGANISATION;
}

/* "Femi Falana (SAN)", "Anna Ortiz, KC": what somebody may put behind the name. */
static gboolean
is_honour (const HsReading *self,
           const HsFound   *found)
{
  const HsFound *before;

  if (found->end != found->first + 1 || found->first < 2 ||
      !hs_mentions_is_honour (hs_reading_token (self, found->first)) ||
      !(hs_token_is (hs_reading_token (self, found->first - 1), "(") ||
        hs_token_is (hs_reading_token (self, found->first - 1), ",")))
    return FALSE;
  before = hs_reading_found_at (self, found->first - 2);
  return before != NULL && before->kind == HS_MENTION_PERSON && before->end == found->first - 1;
}

/* "in Parliament": the house, and what sits in it. */
static gboolean
is_house (const HsReading *self,
          const HsFound   *found)
{
  const HsToken *token = hs_reading_token (self, found->first);

  return found->kind == HS_MENTION_PLACE && found->end == found->first + 1 && found->canonical == NULL &&
         g_strcmp0 (hs_lex_entry_column (token->entry, HS_LIST_ORG_HEADS, 1), "parliament") == 0;
}

/**
 * hs_mentions_doubt:
 * @self: an article whose names have been found
 *
 * Takes back what is no name, and sets right what a name's spelling rules out.
 */
void
hs_mentions_doubt (HsReading *self)
{
  for (guint f = 0; f < self->found->len;)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->level == HS_LEVEL_NAME &&
          (is_shouted (self, found) || is_honour (self, found) || is_numbered (self, found) ||
           is_model (self, found) || is_no_name (self, found)))
        {
          g_array_remove_index (self->found, f);
          continue;
        }
      if (is_named_like_somebody (self, found))
        {
          found->kind = HS_MENTION_PERSON;
          found->confidence = MIN (found->confidence, TOLD);
        }
      if (is_spelled_as_brand (self, found) || is_acronym (self, found) || is_house (self, found))
        {
          found->kind = HS_MENTION_ORGANISATION;
          found->confidence = MIN (found->confidence, TOLD);
        }
      f++;
    }
  hs_reading_index_found (self);
}
