/* hs-runs.c: runs of capitalised words, cut into names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#define LONGEST_RUN 24
#define LONGEST_LAW 14

static gboolean
is_capital (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0;
}

static gboolean
is_upper (const HsToken *token)
{
  return (token->flags & HS_TOKEN_UPPER) != 0;
}

static gboolean
is_glue (const HsToken *token)
{
  return token->kind == HS_TOKEN_MARK && !(token->flags & HS_TOKEN_SPACED) &&
         (hs_token_is (token, "-") || hs_token_is (token, "‑") || hs_token_is (token, "–"));
}

static gboolean
is_stop (const HsToken *token)
{
  return hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) && !is_upper (token);
}

/* Particles that are English words, too, count only with a hyphen. */
static gboolean
is_particle (HsReading *self,
             guint      i,
             guint      end)
{
  static const char *const with_hyphen[] = { "as", "an", "at", "ad", "ar", "ash", "az", "ul", "ur", "e",
                                             "bat", "af", "av", "ap", "o", "y", NULL };
  const HsToken *token = hs_reading_token (self, i);
  gboolean hyphen;

  if (!hs_token_in (token, HS_IN (HS_LIST_PARTICLES)) || i + 1 >= end)
    return FALSE;
  hyphen = is_glue (hs_reading_token (self, i + 1));
  if (!hyphen && g_strv_contains (with_hyphen, token->fold))
    return FALSE;
  i += hyphen ? 2 : 1;
  if (i >= end)
    return FALSE;
  if (is_capital (hs_reading_token (self, i)))
    return TRUE;
  /* "bin al-…", "de la …" */
  return hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_PARTICLES)) && i + 1 < end &&
         !g_strv_contains (with_hyphen, hs_reading_token (self, i)->fold) &&
         (is_capital (hs_reading_token (self, i + 1)) ||
          (i + 2 < end && is_glue (hs_reading_token (self, i + 1)) &&
           is_capital (hs_reading_token (self, i + 2))));
}

/* "Ban Ki-moon": the second half of a given name in lower case. */
static gboolean
ends_hyphenated (HsReading *self,
                 guint      first,
                 guint      i,
                 guint      end)
{
  static const char *const words[] = { "based", "led", "backed", "made", "born", "run", "held", "area", "era",
                                       "style", "wide", "related", "controlled", "owned", "funded", "like", "type",
                                       "old", "day", "year", "long", "trained", "brokered", "friendly", "dominated",
                                       "speaking", "to", "and", "the", "in", "on", "for", "wing", "level", "term",
                                       "listed", "bound", "linked", "supported", "sponsored", "allied", NULL };
  const HsToken *half;

  if (i < first + 2 || i + 1 >= end || is_glue (hs_reading_token (self, i - 2)))
    return FALSE;
  half = hs_reading_token (self, i + 1);
  return half->kind == HS_TOKEN_WORD && !(half->flags & HS_TOKEN_SPACED) && strlen (half->fold) <= 6 &&
         !hs_token_in (half, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES)) &&
         !g_strv_contains (words, half->fold) && !g_str_has_suffix (half->fold, "ed") &&
         !hs_token_in (hs_reading_token (self, i - 1), HS_LISTS_GAZETTEER | HS_IN (HS_LIST_COMMON));
}

static guint
run_end (HsReading *self,
         guint      first,
         guint      end)
{
  guint i = first, last = first;

  while (i < end && i - first < LONGEST_RUN)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0)
        break;
      if (is_capital (token))
        last = ++i;
      else if (is_particle (self, i, end))
        i++;
      else if (is_glue (token) && i > first && i + 1 < end &&
               !(hs_reading_token (self, i + 1)->flags & HS_TOKEN_SPACED) &&
               (is_capital (hs_reading_token (self, i + 1)) || is_particle (self, i + 1, end)))
        i++;
      else if (is_glue (token) && ends_hyphenated (self, first, i, end))
        last = i += 2;
      else if (hs_token_is (token, "&") && i > first)
        i++;
      else
        break;
    }
  return last;
}

/* "The Clean … Through … Act of 2014", "Resolution 1487". */
static guint
match_law (HsReading *self,
           guint      first,
           guint      end)
{
  guint i = first, law = 0, capitals = 0;

  while (i < end && i - first < LONGEST_LAW)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind != HS_MENTION_PLACE)
        break;
      if (is_capital (token))
        {
          /* "Mr X of Regent Law", "Anna Ortiz and ACT" */
          if (hs_token_in (token, HS_IN (HS_LIST_TITLES)) ||
              (i == first && !is_upper (token) && hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES))))
            break;
          if (hs_token_in (token, HS_IN (HS_LIST_LAW_HEADS)) &&
              (!is_upper (token) || is_upper (hs_reading_token (self, first))))
            law = i + 1;
          capitals++;
        }
      else if (token->kind != HS_TOKEN_CLITIC && !is_glue (token) && !hs_token_is (token, "of") &&
               !hs_token_is (token, "and") && !hs_token_is (token, "for") && !hs_token_is (token, "on") &&
               !hs_token_is (token, "the") && !hs_token_is (token, "to"))
        break;
      i++;
    }
  if (law == 0 || (law == first + 1 && (law >= end ||
      !(hs_reading_token (self, law)->flags & HS_TOKEN_DIGITS))))
    return first;
  /* a head noun alone with what stands before a sentence: "The Bill" */
  if (law < end && (hs_reading_token (self, law)->flags & HS_TOKEN_DIGITS) != 0)
    law++;
  else if (law + 1 < end && hs_token_is (hs_reading_token (self, law), "of") &&
           (hs_reading_token (self, law + 1)->flags & HS_TOKEN_DIGITS) != 0)
    law += 2;
  for (i = first; i < law; i++)
    if (self->found_at[i] != 0)
      {
        law = first;
        break;
      }
  return law;
}

/**
 * hs_runs_known:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token that may belong to it
 * @n: (out): how many tokens it takes
 *
 * Returns: (transfer none) (nullable): what the gazetteer has there; homographs ("us") are
 *   left out
 */
const HsLexEntry *
hs_runs_known (HsReading *self,
               guint      first,
               guint      end,
               guint     *n)
{
  const HsToken *token = hs_reading_token (self, first);
  const HsLexEntry *entry = hs_reading_match (self, first, end, HS_LISTS_GAZETTEER, n);
  const char *form = NULL;

  /* "Xinhua news agency": the lower-case words are no part of the name */
  if (entry != NULL && *n > 1 && !is_capital (hs_reading_token (self, first + *n - 1)) &&
      hs_lex_entry_is (entry, HS_IN (HS_LIST_OUTLETS)))
    entry = hs_reading_match (self, first, first + *n - 1, HS_LISTS_GAZETTEER, n);
  if (entry == NULL || *n > 1)
    return entry;
  for (guint list = 0; list < HS_N_LISTS && form == NULL; list++)
    if (HS_IN (list) & HS_LISTS_GAZETTEER)
      form = hs_lex_entry_form (entry, list);
  /* "us" is no country, "who" no organisation */
  if (form != NULL && strlen (form) <= 5 && g_ascii_isupper (form[0]) && !is_upper (token) &&
      (g_ascii_isupper (form[1]) || form[1] == '.'))
    return NULL;
  if ((token->flags & HS_TOKEN_FIRST) != 0 && !is_upper (token) &&
      hs_lex_entry_is (entry, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS)) &&
      !hs_lex_entry_is (entry, HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_COUNTRIES)))
    return NULL;
  return entry;
}

/* "-moon" after "Ki". */
static gboolean
is_second_half (HsReading *self,
                guint      i,
                guint      first)
{
  return i > first + 1 && hs_reading_token (self, i)->kind == HS_TOKEN_WORD &&
         is_glue (hs_reading_token (self, i - 1)) &&
         !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_PARTICLES));
}

/* Where a person's name that begins at @first ends. */
static guint
person_end (HsReading *self,
            guint      first,
            guint      end,
            gboolean   titled)
{
  guint i = first, words = 0, n;

  while (i < end && words < 5)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (is_glue (token) || !is_capital (token))
        {
          i++;
          continue;
        }
      if (words > 0 && is_stop (token))
        break;
      /* a title in capitals goes on: "Anna Ortiz Says" */
      if (words >= 2 && !is_glue (hs_reading_token (self, i - 1)) &&
          hs_token_in (token, HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_COMMON)) &&
          !hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES)))
        break;
      if (words > 0 && hs_token_in (token, HS_IN (HS_LIST_TITLES)) &&
          !hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && i + 1 < end &&
          !is_glue (hs_reading_token (self, i - 1)))
        break;
      if (words > 0 && !is_glue (hs_reading_token (self, i - 1)))
        {
          const HsLexEntry *known = hs_runs_known (self, i, end, &n);

          /* a surname may be a city; a country it seldom is */
          if (known != NULL && (words > 1 || is_upper (token) ||
              (hs_lex_entry_is (known, HS_IN (HS_LIST_DEMONYMS)) && i + 1 < end)) &&
              !hs_lex_entry_is (known, HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES)))
            break;
        }
      words++;
      i++;
    }
  while (i > first && !is_capital (hs_reading_token (self, i - 1)) && !is_second_half (self, i - 1, first))
    i--;
  return i;
}

/* Unknown capitalised words from @first on. */
static guint
unknown_end (HsReading *self,
             guint      first,
             guint      end)
{
  guint i = first, n;

  while (i < end)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (i > first && is_capital (token) && !is_glue (hs_reading_token (self, i - 1)))
        {
          if (is_stop (token) || (hs_token_in (token, HS_IN (HS_LIST_TITLES)) && i + 1 < end) ||
              hs_runs_known (self, i, end, &n) != NULL)
            break;
        }
      i++;
    }
  while (i > first && !is_capital (hs_reading_token (self, i - 1)))
    i--;
  return MAX (i, first + 1);
}

static guint
count_words (HsReading *self,
             guint      first,
             guint      end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += hs_reading_token (self, i)->kind == HS_TOKEN_WORD;
  return n;
}

static gboolean
all_common (HsReading *self,
            guint      first,
            guint      end)
{
  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_WORD &&
          !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) |
                               HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_CUES)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
outlet_beside (HsReading *self,
               guint      first,
               guint      end)
{
  guint n;

  if (hs_reading_match (self, end, self->tokens->len, HS_IN (HS_LIST_OUTLET_HEADS), &n) != NULL)
    return TRUE;
  /* ", a Dubai-based outlet" */
  if (end + 2 < self->tokens->len && hs_token_is (hs_reading_token (self, end), ",") &&
      (hs_token_is (hs_reading_token (self, end + 1), "a") || hs_token_is (hs_reading_token (self, end + 1), "an") ||
       hs_token_is (hs_reading_token (self, end + 1), "the")))
    for (guint i = end + 2; i < self->tokens->len && i < end + 8; i++)
      {
        if (hs_reading_token (self, i)->kind == HS_TOKEN_MARK && !is_glue (hs_reading_token (self, i)))
          break;
        if (hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_OUTLET_HEADS)) &&
            !hs_token_is (hs_reading_token (self, i), "agency"))
          return TRUE;
      }
  for (guint back = 1; back <= 2 && back <= first; back++)
    if (hs_reading_match (self, first - back, first, HS_IN (HS_LIST_OUTLET_HEADS), &n) != NULL &&
        n == back && !hs_token_is (hs_reading_token (self, first - back), "agency"))
      return TRUE;
  return FALSE;
}

static gboolean
is_named_event (const HsToken *token)
{
  static const char *const words[] = { "hurricane", "typhoon", "cyclone", "operation", "storm", NULL };

  return g_strv_contains (words, token->fold);
}

/* "Epic Games" makes them: an event has a known word before it ("Island Games"). */
static gboolean
is_maker_of_games (const HsReading *self,
                   guint            last)
{
  const HsToken *before = hs_reading_token (self, last - 1);

  return hs_token_is (hs_reading_token (self, last), "games") &&
         !hs_token_in (before, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_PLACES) |
                               HS_IN (HS_LIST_COUNTRIES) | HS_IN (HS_LIST_PLACE_HEADS));
}

/* "BAGHDAD, (XY) –": whose dateline it is. */
static gboolean
is_in_dateline (const HsReading *self,
                guint            first,
                guint            end)
{
  return first > 0 && end + 1 < self->tokens->len && hs_token_is (hs_reading_token (self, first - 1), "(") &&
         hs_token_is (hs_reading_token (self, end), ")") &&
         (hs_token_is (hs_reading_token (self, end + 1), "–") || hs_token_is (hs_reading_token (self, end + 1), "—") ||
          hs_token_is (hs_reading_token (self, end + 1), "-"));
}

static void
add_unknown (HsReading *self,
             guint      first,
             guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  const HsToken *last = hs_reading_token (self, end - 1);
  guint words = count_words (self, first, end);
  const char *side;

  if (words == 1 && hs_token_in (token, HS_IN (HS_LIST_CALENDAR)))
    return;
  /* "(R-Utah)": party and state */
  if (end - first > 1 && strlen (token->fold) == 1 && is_glue (hs_reading_token (self, first + 1)))
    return;
  /* a common word that only begins the sentence */
  if ((token->flags & HS_TOKEN_FIRST) != 0 && !is_upper (token) &&
      hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_ROLES)))
    {
      if (words > 1 && end - first >= 2 && is_capital (hs_reading_token (self, first + 1)))
        add_unknown (self, first + 1, end);
      return;
    }
  if (outlet_beside (self, first, end) &&
      (!all_common (self, first, end) || (token->flags & HS_TOKEN_FIRST) == 0))
    hs_mentions_add (self, first, end, HS_MENTION_ORGANISATION, 0.8)->outlet = TRUE;
  else if (words == 1 && is_upper (token) && (token->flags & HS_TOKEN_DIGITS) == 0 &&
           !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS)) && strlen (token->fold) <= 8)
    hs_mentions_add (self, first, end, HS_MENTION_ORGANISATION, is_in_dateline (self, first, end) ? 0.8 : 0.55);
  else if (words >= 2 && is_named_event (token))
    hs_mentions_add (self, first, end, HS_MENTION_EVENT, 0.8);
  else if (words >= 2 && hs_token_in (last, HS_IN (HS_LIST_EVENT_HEADS)))
    hs_mentions_add (self, first, end,
                     is_maker_of_games (self, end - 1) ? HS_MENTION_ORGANISATION : HS_MENTION_EVENT, 0.7);
  else if (words >= 2 && (side = hs_lex_entry_place_side (last->entry)) != NULL &&
           strcmp (side, "after") == 0)
    hs_mentions_add (self, first, end, HS_MENTION_PLACE, 0.8);
  else if (words >= 2 && (side = hs_lex_entry_place_side (token->entry)) != NULL &&
           strcmp (side, "before") == 0)
    hs_mentions_add (self, first, end, HS_MENTION_PLACE, 0.7);
  else if (words >= 2 && hs_token_in (last, HS_IN (HS_LIST_ORG_HEADS)))
    hs_mentions_add (self, first, end, HS_MENTION_ORGANISATION, 0.7);
  else
    hs_mentions_add (self, first, end, HS_MENTION_UNSURE, 0.3);
}

static guint
add_known (HsReading        *self,
           guint             i,
           guint             end,
           guint             n,
           const HsLexEntry *entry)
{
  guint next = i + n;

  /* "Anbar Province" */
  if (next < end && hs_lex_entry_is (entry, HS_IN (HS_LIST_PLACES) | HS_IN (HS_LIST_COUNTRIES)))
    {
      const HsToken *token = hs_reading_token (self, next);

      /* "Oslo International Airport" */
      if (next + 1 < end && is_capital (token) &&
          g_strcmp0 (hs_lex_entry_place_side (hs_reading_token (self, next + 1)->entry), "after") == 0 &&
          is_capital (hs_reading_token (self, next + 1)) && !hs_token_in (token, HS_IN (HS_LIST_TITLES)))
        {
          hs_mentions_add (self, i, next + 2, HS_MENTION_PLACE, 0.9);
          return next + 2;
        }
      if (g_strcmp0 (hs_lex_entry_place_side (token->entry), "after") == 0 &&
          is_capital (token))
        {
          hs_mentions_add (self, i, next + 1, HS_MENTION_PLACE, 0.9);
          return next + 1;
        }
      if (hs_token_in (token, HS_IN (HS_LIST_EVENT_HEADS)) && next + 1 == end)
        {
          hs_mentions_add (self, i, end, HS_MENTION_EVENT, 0.6);
          return end;
        }
    }
  return hs_mentions_add_known (self, i, n, entry);
}

/* Whether a person's name begins at @i. */
static gboolean
begins_person (HsReading        *self,
               guint             i,
               guint             end,
               const HsLexEntry *known,
               guint             n_known,
               gboolean          titled)
{
  const HsToken *token = hs_reading_token (self, i);
  gboolean given = hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && !is_upper (token);
  gboolean more = i + 1 < end && (is_capital (hs_reading_token (self, i + 1)) ||
                                  hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_PARTICLES)) ||
                                  is_glue (hs_reading_token (self, i + 1)));

  if (known != NULL && n_known > 1)
    return FALSE;
  if (titled)
    return known == NULL || given || (hs_lex_entry_is (known, HS_IN (HS_LIST_PLACES)) && !more);
  if (token->flags & HS_TOKEN_INITIAL)
    return more;
  if (!given || !more)
    return FALSE;
  if (known != NULL)
    {
      guint n;
      const HsLexEntry *next = hs_runs_known (self, i + 1, end, &n);

      return next == NULL && !hs_token_in (hs_reading_token (self, i + 1),
                                           HS_IN (HS_LIST_PLACE_HEADS) | HS_IN (HS_LIST_TITLES) |
                                           HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_COMMON));
    }
  return !is_stop (hs_reading_token (self, i + 1));
}

/* "Kuh-e …", "Koh-i …": the second half of a Persian or Urdu name in lower case. */
static guint
izafe_end (HsReading *self,
           guint      i,
           guint      end)
{
  const HsToken *link;

  if (i + 2 >= end || !is_glue (hs_reading_token (self, i)))
    return i;
  link = hs_reading_token (self, i + 1);
  if ((hs_token_is (link, "e") || hs_token_is (link, "i") || hs_token_is (link, "ye")) &&
      !(link->flags & HS_TOKEN_SPACED) && hs_reading_token (self, i + 2)->kind == HS_TOKEN_WORD &&
      self->found_at[i + 2] == 0)
    return i + 3;
  return i;
}

/* One name of the run, from @i; returns where the next begins. @role: the
 * title passed last, or NULL. */
static guint
take_name (HsReading   *self,
           guint        i,
           guint        end,
           guint        limit,
           const char **role)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsLexEntry *known, *title;
  guint n = 0, n_title = 0, next;

  if (token->kind != HS_TOKEN_WORD || (is_stop (token) && !hs_token_in (token, HS_IN (HS_LIST_PARTICLES))))
    return i + 1;
  next = hs_designators_match (self, i, limit);
  if (next != i)
    return next;
  title = hs_reading_match (self, i, limit, HS_IN (HS_LIST_TITLES), &n_title);
  known = hs_runs_known (self, i, limit, &n);
  if (known != NULL && hs_mentions_taken (self, i, i + n))
    known = NULL;
  if (title != NULL && (known == NULL || n_title >= n) &&
      !(n_title == 1 && hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && *role != NULL))
    {
      g_autofree char *words = hs_reading_words (self, i, i + n_title);

      *role = g_string_chunk_insert_const (self->strings, words);
      return i + n_title;
    }
  if (*role == NULL || known == NULL)
    {
      next = hs_bodies_match (self, i, limit);
      if (next != i)
        return next;
    }
  if (begins_person (self, i, end, known, n, *role != NULL))
    {
      next = person_end (self, i, end, *role != NULL);
      if (next > i)
        {
          HsFound *found = hs_mentions_add (self, i, next, HS_MENTION_PERSON, 0.9);

          found->role = *role;
          *role = NULL;
          return next;
        }
    }
  *role = NULL;
  if (known != NULL)
    return add_known (self, i, MAX (end, i + n), n, known);
  if (!is_capital (token) && !hs_token_in (token, HS_IN (HS_LIST_PARTICLES)))
    return i + 1;
  next = unknown_end (self, i, end);
  if (next == end)
    next = izafe_end (self, next, limit);
  add_unknown (self, i, next);
  return next;
}

/* "president X", "spokesman X", "Secretary of State X": the title that ends
 * right before @i, in whatever case; or NULL. */
const char *
hs_runs_title_before (HsReading *self,
                      guint      i)
{
  for (guint back = MIN (4, i); back > 0; back--)
    {
      guint n;

      if (hs_reading_match (self, i - back, i, HS_IN (HS_LIST_TITLES), &n) != NULL && n == back)
        {
          g_autofree char *words = hs_reading_words (self, i - back, i);

          return g_string_chunk_insert_const (self->strings, words);
        }
    }
  return NULL;
}

/* "the National told": outlets whose name is an article and a common word. */
static guint
match_articled_outlet (HsReading *self,
                       guint      first,
                       guint      end)
{
  const HsLexEntry *entry;
  guint n;

  if (!hs_token_is (hs_reading_token (self, first), "the") || first + 1 >= end)
    return first;
  entry = hs_reading_match (self, first, end, HS_IN (HS_LIST_OUTLETS), &n);
  if (entry == NULL || n < 2 || !is_capital (hs_reading_token (self, first + 1)) ||
      (first + n < end && (is_capital (hs_reading_token (self, first + n)) ||
                           is_glue (hs_reading_token (self, first + n)))) ||
      hs_mentions_taken (self, first, first + n))
    return first;
  /* in lower case only what is no common phrase */
  hs_mentions_add_known (self, first + 1, n - 1, entry);
  return first + n;
}

/**
 * hs_runs_match:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token that may belong to it
 *
 * Finds the names in a run of capitals that begins there, and adds them to what was found.
 *
 * Returns: index past the last token it took; @first when there is none
 */
guint
hs_runs_match (HsReading *self,
               guint      first,
               guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  const char *role = NULL;
  guint run, i, law;

  i = match_articled_outlet (self, first, end);
  if (i != first)
    return i;
  if (!is_capital (token) && !is_particle (self, first, end))
    return first;
  while (i < end && is_stop (hs_reading_token (self, i)) && is_capital (hs_reading_token (self, i)) &&
         !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_PARTICLES)))
    i++;
  if (i == end || !(is_capital (hs_reading_token (self, i)) || is_particle (self, i, end)))
    return i;
  if (i > first)
    {
      law = match_articled_outlet (self, i - 1, end);
      if (law != i - 1)
        return law;
      law = hs_bodies_match (self, i, end);
      if (law != i)
        return law;
    }
  /* "See Resolution 1487": the first word only begins the sentence */
  if ((hs_reading_token (self, i)->flags & HS_TOKEN_FIRST) != 0 && i + 1 < end &&
      hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_COMMON)) &&
      hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_LAW_HEADS)) &&
      is_capital (hs_reading_token (self, i + 1)))
    i++;
  law = match_law (self, i, end);
  if (law != i)
    {
      hs_mentions_add (self, i, law, HS_MENTION_LAW, 0.85);
      return law;
    }
  run = run_end (self, i, end);
  role = hs_runs_title_before (self, i);
  while (i < run)
    {
      guint next;

      if (self->found_at[i] != 0)
        {
          i++;
          continue;
        }
      next = take_name (self, i, run, end, &role);
      i = MAX (next, i + 1);
    }
  return MAX (MAX (run, i), first + 1);
}
