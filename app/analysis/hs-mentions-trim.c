/* hs-mentions-trim.c: where a name begins and ends
 *
 * What the tagger found may hold a title, an owner or a neighbour, or lack half of a
 * word with a hyphen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* "Foreign Office Minister Anna Ortiz": the title is no part of the name. */
guint
hs_mentions_skip_titles (const HsReading *self,
                         guint            first,
                         guint            end)
{
  for (guint i = first; i + 1 < end; i++)
    {
      guint n;

      if (hs_reading_match (self, i, end, HS_IN (HS_LIST_TITLES), &n) != NULL && i + n < end &&
          (hs_reading_token (self, i + n)->flags & HS_TOKEN_CAPITAL) != 0 &&
          !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_GIVEN_NAMES)))
        {
          first = i + n;
          i = first - 1;
        }
    }
  return first;
}

/* "KC", "SAN", "TD": what somebody may put behind the name. */
gboolean
hs_mentions_is_honour (const HsToken *token)
{
  static const char *const honours[] = { "kc", "qc", "sc", "san", "td", "mp", "mla", "mbe", "obe", "cbe", "kbe", "dbe",
                                         "cmg", "phd", "ph.d.", "md", "m.d.", "esq", "esq.", "frcp", "mep", "msp", "ms",
                                         "mlc", "am", "ao", "onz", "retd", NULL };

  return ((token->flags & HS_TOKEN_UPPER) != 0 || strcmp (token->fold, "phd") == 0 ||
          g_str_has_prefix (token->fold, "esq")) && g_strv_contains (honours, token->fold);
}

/* "John Larkin KC", "Suresh Patil alias Pintu": where the name ends. */
guint
hs_mentions_person_end (const HsReading *self,
                        guint            first,
                        guint            end)
{
  static const char *const joints[] = { "alias", "aka", "a.k.a.", "and", NULL };

  for (guint i = first + 1; i + 1 < end; i++)
    if (!hs_reading_is_capital (self, i) && g_strv_contains (joints, hs_reading_token (self, i)->fold))
      return i;
  while (end > first + 2 && hs_mentions_is_honour (hs_reading_token (self, end - 1)))
    end--;
  return end;
}

/* "People’s", "Workers’": many own it, and it is called so. */
static gboolean
is_many (const HsToken *token)
{
  static const char *const many[] = { "people", "peoples", "workers", "women", "men", "children", "farmers",
                                      "peasants", "teachers", "students", "nurses", "doctors", "physicians",
                                      "journalists", "lawyers", "writers", "citizens", "soldiers", "mothers",
                                      "veterans", "patriots", "youth", "parents", "consumers", "employers", "traders",
                                      "bishops", "miners", "lord", "officers", "players", "girls", "boys", "world",
                                      NULL };

  return g_strv_contains (many, token->fold);
}

/* "the parliament’s Defence Committee": whose it is stands before it, where the
 * rules know either for a name of its own. */
guint
hs_mentions_skip_owner (const HsReading *self,
                        guint            first,
                        guint            end)
{
  for (guint i = first + 1; i + 1 < end; i++)
    {
      const HsFound *owner = hs_reading_found_at (self, i - 1), *owned = hs_reading_found_at (self, i + 1);

      if (hs_reading_token (self, i)->kind == HS_TOKEN_CLITIC &&
          (hs_reading_token (self, i + 1)->flags & HS_TOKEN_CAPITAL) != 0 &&
          !is_many (hs_reading_token (self, i - 1)) &&
          ((owner != NULL && owner->end == i) || (owned != NULL && owned->first == i + 1)))
        return i + 1;
    }
  return first;
}

/* "Al-Fayyad": the article is part of the name, of whatever it is one. */
guint
hs_mentions_with_article (const HsReading *self,
                          guint            first)
{
  static const char *const articles[] = { "al", "el", "ar", "as", "ash", "at", "ad", "ed", "an", "az", NULL };

  if (first < 2 || !hs_token_is (hs_reading_token (self, first - 1), "-") ||
      (hs_reading_token (self, first)->flags & HS_TOKEN_SPACED) != 0 ||
      (hs_reading_token (self, first - 1)->flags & HS_TOKEN_SPACED) != 0 || !hs_reading_is_capital (self, first - 2) ||
      !g_strv_contains (articles, hs_reading_token (self, first - 2)->fold))
    return first;
  return first - 2;
}

/* "Lars-Erik Holmqvist", "Halvorsen-Lie": a name does not end within a word. */
void
hs_mentions_widen (const HsReading *self,
                   HsFound         *found)
{
  guint n = self->tokens->len;

  while (found->first >= 2 && hs_token_is (hs_reading_token (self, found->first - 1), "-") &&
         !(hs_reading_token (self, found->first)->flags & HS_TOKEN_SPACED) &&
         !(hs_reading_token (self, found->first - 1)->flags & HS_TOKEN_SPACED) &&
         (hs_reading_token (self, found->first - 2)->flags & HS_TOKEN_CAPITAL) != 0)
    found->first -= 2;
  while (found->end + 1 < n && hs_token_is (hs_reading_token (self, found->end), "-") &&
         !(hs_reading_token (self, found->end)->flags & HS_TOKEN_SPACED) &&
         !(hs_reading_token (self, found->end + 1)->flags & HS_TOKEN_SPACED) &&
         (hs_reading_token (self, found->end + 1)->flags & HS_TOKEN_CAPITAL) != 0)
    found->end += 2;
}

/* "the prime minister of Iraq Abdul Karim": no country begins a person's name, but
 * one that is a given name too. */
guint
hs_mentions_skip_country (const HsReading *self,
                          guint            first,
                          guint            end)
{
  guint n;

  if (hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_GIVEN_NAMES))
      || hs_reading_match (self, first, end, HS_IN (HS_LIST_COUNTRIES), &n) == NULL || first + n >= end
      || (hs_reading_token (self, first + n)->flags & HS_TOKEN_CAPITAL) == 0)
    return first;
  return first + n;
}

/* "the press secretary of the Kremlin Dmitry Orlan": a known name, and then somebody's. */
guint
hs_mentions_skip_known (const HsReading *self,
                        guint            first,
                        guint            end)
{
  guint n;
  const HsLexEntry *entry = hs_reading_match (self, first, end, HS_LISTS_GAZETTEER & ~HS_IN (HS_LIST_DEMONYMS), &n);

  if (entry == NULL || hs_lex_entry_is (entry, HS_IN (HS_LIST_GIVEN_NAMES)) || first + n + 2 > end)
    return first;
  for (guint i = first + n; i < end; i++)
    if (!hs_reading_is_capital (self, i) ||
        hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS)))
      return first;
  return hs_token_in (hs_reading_token (self, first + n), HS_IN (HS_LIST_GIVEN_NAMES)) ? first + n : first;
}

/* "Co.", "Partners": what ends the name of a firm of two people as well. */
static gboolean
is_firm_head (const HsToken *token)
{
  static const char *const firms[] = { "company", "co", "co.", "corp", "corp.", "corporation", "group", "inc", "inc.",
                                       "ltd", "ltd.", "limited", "llp", "partners", "associates", "brothers", "sons",
                                       "firm", "college", "university", "foundation", NULL };

  return g_strv_contains (firms, token->fold);
}

/* "Beersheba", "GTBank", "Engro": a word that is a name by itself and no word for what
 * a body does. */
static gboolean
is_name_alone (const HsReading *self,
               guint            i)
{
  /* "Climatology", "Fisheries" */
  static const char *const ends[] = { "tion", "sion", "ology", "ics", "ies", "ment", "ure", "ing", "ity", "ism", "ance",
                                      "ence", "phy", "ral", "ial", NULL };
  const HsToken *token = hs_reading_token (self, i);

  if ((token->flags & HS_TOKEN_UPPER) != 0 || hs_token_in (token, HS_LISTS_GAZETTEER & ~HS_IN (HS_LIST_DEMONYMS)))
    return TRUE;
  for (guint k = 0; ends[k] != NULL; k++)
    if (g_str_has_suffix (token->fold, ends[k]))
      return FALSE;
  return !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_WORDS) |
                              HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_GIVEN_NAMES) |
                              HS_IN (HS_LIST_COMMON_SURNAMES) | HS_IN (HS_LIST_STOP_WORDS) |
                              HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_DEMONYMS));
}

/* "Dhaka University and Chittagong University of Technology", "GTBank and Sterling Bank":
 * whether another body begins after the "and" @i. "Guaranty Bank and Trust Company" is
 * one, and so is "Procter and Gamble Company". */
gboolean
hs_mentions_is_second (const HsReading *self,
                       guint            i,
                       guint            end)
{
  guint32 words = HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_FIELDS) |
                  HS_IN (HS_LIST_STOP_WORDS);
  gboolean after_head;

  if (i == 0 || i + 2 >= end || !hs_token_is (hs_reading_token (self, i), "and") ||
      !hs_reading_is_capital (self, i - 1) || !hs_reading_is_capital (self, i + 1) ||
      hs_token_in (hs_reading_token (self, i + 1), words))
    return FALSE;
  after_head = hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_ORG_HEADS));
  if (!after_head && !is_name_alone (self, i - 1))
    return FALSE;
  for (guint k = i + 2; k < end && k < i + 6 && hs_reading_is_capital (self, k); k++)
    if (hs_token_in (hs_reading_token (self, k), HS_IN (HS_LIST_ORG_HEADS)))
      return after_head || !is_firm_head (hs_reading_token (self, k)) || k > i + 2;
  return FALSE;
}
