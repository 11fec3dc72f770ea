/* hs-designators.c: weapons, by their designators and head nouns
 *
 * A designator is one to four capitals, a hyphen, a number and what may
 * follow: "S-400", "F-16C", "T-72B3", "AK-47". Machine translation reads the
 * Cyrillic letter С before a number as the preposition "with": "With-400".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* Letters that begin weapon designators; others need a head noun beside them. */
static const char *const known_prefixes[] = {
  "s", "f", "su", "mig", "t", "tu", "il", "ak", "an", "mi", "ka", "uh", "ah", "ch", "mh", "b", "a",
  "c", "kc", "mq", "rq", "m", "km", "agm", "aim", "bgm", "fim", "mk", "rpg", "btr", "bmp", "bmd",
  "nr", "kh", "df", "jf", "j", "q", "y", "dong", "9m", "9k", "2s", "p", "rs", "ss", "sa", "lgm",
  "rim", "mim", "pac", "ea", "ac", "ov", "e", "w", "zsu", "zu", "d", "tos", "bm", "pl", "yj", "ra", NULL,
};

static gboolean
is_known_prefix (const char *fold)
{
  return g_strv_contains (known_prefixes, fold);
}

/* "15th": tied for a place, and no tank. */
static gboolean
is_ordinal (const char *fold)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };

  while (g_ascii_isdigit (*fold))
    fold++;
  return g_strv_contains (endings, fold);
}

static gboolean
is_number_like (const HsToken *token)
{
  return (token->flags & HS_TOKEN_DIGITS) != 0 && g_ascii_isdigit (token->fold[0]) &&
         strpbrk (token->fold, ",.:") == NULL && strlen (token->fold) <= 6
         && !is_ordinal (token->fold);
}

static gboolean
is_hyphen (const HsToken *token)
{
  return !(token->flags & HS_TOKEN_SPACED) &&
         (strcmp (token->fold, "-") == 0 || strcmp (token->fold, "‑") == 0 ||
          strcmp (token->fold, "–") == 0);
}

static gboolean
has_head_near (HsReading *self,
               guint      from,
               guint      end)
{
  guint limit = MIN (end, from + 5), n;

  for (guint i = from; i < limit; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_MARK && strcmp (token->fold, "-") != 0 &&
          strcmp (token->fold, "]") != 0)
        break;
      if (hs_reading_match (self, i, end, HS_IN (HS_LIST_WEAPONS), &n) != NULL)
        return TRUE;
    }
  for (guint back = 1; back <= 3 && back <= from; back++)
    {
      const HsToken *token = hs_reading_token (self, from - back);

      if (hs_token_in (token, HS_IN (HS_LIST_WEAPONS)))
        return TRUE;
    }
  return FALSE;
}

/* "missile", "tanks", and no other name. */
static gboolean
is_head (HsReading *self,
         guint      i,
         guint      end)
{
  guint n;
  const HsLexEntry *entry = hs_reading_match (self, i, end, HS_IN (HS_LIST_WEAPONS), &n);

  return entry != NULL && g_strcmp0 (hs_lex_entry_column (entry, HS_LIST_WEAPONS, 1), "name") != 0;
}

/* "Hawk air defence missiles", "the helicopter Apache": what a name may be that others
 * bear, too ("Hawk Sawyer" says nothing of a system that was meant a clause before). */
static gboolean
has_head_beside (HsReading *self,
                 guint      first,
                 guint      next,
                 guint      end)
{
  for (guint i = next; i < end && i < next + 5; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (is_head (self, i, end))
        return TRUE;
      /* "Tornado and Typhoon aircraft" */
      if (is_hyphen (token) || is_number_like (token) || hs_token_is (token, "and") || hs_token_is (token, ",") ||
          hs_token_in (token, HS_IN (HS_LIST_WEAPONS)))
        continue;
      if (token->kind != HS_TOKEN_WORD || (token->flags & HS_TOKEN_CAPITAL) ||
          hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
        break;
    }
  for (guint i = first; i > 0 && i + 3 > first && hs_reading_token (self, i - 1)->kind == HS_TOKEN_WORD; i--)
    if (is_head (self, i - 1, first))
      return TRUE;
  return FALSE;
}

/* "a Kalashnikov", "the Kalibr", "two Orions": a thing, where somebody’s name has no article. */
static gboolean
is_thing (HsReading *self,
          guint      first,
          guint      next,
          guint      end)
{
  static const char *const articles[] = { "a", "an", "the", "its", "their", "one", "this", "each", NULL };
  const HsToken *before = first > 0 ? hs_reading_token (self, first - 1) : NULL;

  if (next < end && hs_reading_is_capital (self, next))
    return FALSE;
  return before != NULL && (g_strv_contains (articles, before->fold) || is_number_like (before) ||
                            hs_token_in (before, HS_IN (HS_LIST_NUMERALS)));
}

/* "With-400": the name stays as written, the canonical one is set right. */
static guint
match_misread (HsReading *self,
               guint      first,
               guint      end)
{
  const HsToken *word = hs_reading_token (self, first);
  const HsToken *number;
  HsFound *found;
  g_autofree char *name = NULL;
  const char *letter = strcmp (word->fold, "with") == 0 ? "S" : strcmp (word->fold, "from") == 0 ? "S" : NULL;

  if (letter == NULL || first + 3 > end || !is_hyphen (hs_reading_token (self, first + 1)))
    return first;
  number = hs_reading_token (self, first + 2);
  if (!is_number_like (number) || (number->flags & HS_TOKEN_SPACED) || strlen (number->fold) < 2)
    return first;
  name = g_strdup_printf ("%s-%s", letter, number->fold);
  found = hs_mentions_add (self, first, first + 3, HS_MENTION_WEAPON, 0.8);
  found->canonical = g_string_chunk_insert_const (self->strings, name);
  return first + 3;
}

static guint
match_designator (HsReading *self,
                  guint      first,
                  guint      end)
{
  const HsToken *letters = hs_reading_token (self, first);
  const HsToken *number;
  guint last, n_letters = strlen (letters->fold);
  gboolean capital, known;
  HsFound *found;

  if (first + 3 > end || letters->kind != HS_TOKEN_WORD || n_letters > 4 ||
      !is_hyphen (hs_reading_token (self, first + 1)))
    return first;
  number = hs_reading_token (self, first + 2);
  if (!is_number_like (number) || (number->flags & HS_TOKEN_SPACED))
    return first;
  capital = (letters->flags & HS_TOKEN_CAPITAL) != 0;
  known = is_known_prefix (letters->fold);
  last = first + 3;
  /* "S-300PMU-2" */
  if (last + 2 <= end && is_hyphen (hs_reading_token (self, last)) &&
      !(hs_reading_token (self, last + 1)->flags & HS_TOKEN_SPACED) &&
      is_number_like (hs_reading_token (self, last + 1)))
    last += 2;
  if (!capital && !(known && has_head_near (self, last, end)) &&
      !(known && n_letters == 1 && strlen (number->fold) >= 3))
    return first;
  if (!known && !has_head_near (self, last, end))
    return first;
  found = hs_mentions_add (self, first, last, HS_MENTION_WEAPON, 0.95);
  if (!capital || g_str_has_suffix (hs_reading_token (self, last - 1)->fold, "s"))
    {
      g_autofree char *words = hs_reading_words (self, first, last);
      g_autofree char *upper = NULL;

      /* "S-400s" */
      if (g_str_has_suffix (words, "s"))
        words[strlen (words) - 1] = '\0';
      upper = capital ? g_strdup (words) : g_utf8_strup (words, -1);

      found->canonical = g_string_chunk_insert_const (self->strings, upper);
    }
  return last;
}

/* Whether one thing is named, and not several counted: "helicopter", no "helicopters". */
static gboolean
is_one_head (HsReading *self,
             guint      i,
             guint      end)
{
  guint n;
  const HsLexEntry *entry = i < end ? hs_reading_match (self, i, end, HS_IN (HS_LIST_WEAPONS), &n) : NULL;

  return g_strcmp0 (hs_lex_entry_column (entry, HS_LIST_WEAPONS, 1), "head") == 0 &&
         !g_str_has_suffix (hs_reading_token (self, i + n - 1)->fold, "s");
}

/* "Bell 412 helicopter", "MAM-L bomb": a maker and a number, letters and a letter,
 * right before what it is. */
static guint
match_before_head (HsReading *self,
                   guint      first,
                   guint      end)
{
  const HsToken *word = hs_reading_token (self, first), *second;
  guint next = first + 2;

  if (first + 2 >= end || !(word->flags & HS_TOKEN_CAPITAL) ||
      hs_token_in (word, HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_COMMON) |
                           HS_IN (HS_LIST_COUNTRIES) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_PLACES)))
    return first;
  second = hs_reading_token (self, first + 1);
  if (is_hyphen (second))
    {
      second = hs_reading_token (self, first + 2);
      next = first + 3;
      if (!(word->flags & HS_TOKEN_UPPER) || !(second->flags & HS_TOKEN_CAPITAL) || (second->flags & HS_TOKEN_SPACED) ||
          strlen (word->fold) > 5 || strlen (second->fold) > 3)
        return first;
    }
  else if (!is_number_like (second) || strlen (second->fold) < 2 || strlen (second->fold) > 4)
    return first;
  if (!is_one_head (self, next, end) || hs_mentions_taken (self, first, next))
    return first;
  hs_mentions_add (self, first, next, HS_MENTION_WEAPON, 0.8);
  return next;
}

/* A name that a list knows for a weapon’s: its last token's end, or @first. */
static guint
name_end (HsReading *self,
          guint      first,
          guint      end)
{
  guint n;
  const HsLexEntry *entry;

  if (first >= end || !(hs_reading_token (self, first)->flags & HS_TOKEN_CAPITAL))
    return first;
  entry = hs_reading_match (self, first, end, HS_IN (HS_LIST_WEAPONS), &n);
  return g_strcmp0 (hs_lex_entry_column (entry, HS_LIST_WEAPONS, 1), "name") == 0 ? first + n : first;
}

/* "MQ-9 Reaper", "Leopard 2A6", "Shahed-136": what goes on after a weapon found. */
static guint
match_more (HsReading *self,
            guint      end)
{
  HsFound *found = &g_array_index (self->found, HsFound, self->found->len - 1);
  guint next = found->end;
  gboolean hyphen = next < end && is_hyphen (hs_reading_token (self, next));

  if (next + hyphen < end && is_number_like (hs_reading_token (self, next + hyphen)) &&
      (!hyphen || !(hs_reading_token (self, next + 1)->flags & HS_TOKEN_SPACED)) &&
      strlen (hs_reading_token (self, next + hyphen)->fold) <= 4 &&
      !(hs_reading_token (self, next - 1)->flags & HS_TOKEN_DIGITS))
    next += 1 + hyphen;
  next = name_end (self, next, end);
  for (guint i = found->end; i < next; i++)
    {
      if (self->found_at[i] != 0)
        return found->end;
    }
  for (guint i = found->end; i < next; i++)
    self->found_at[i] = self->found->len;
  found->end = next;
  return next;
}

/* "Leopard 2", "Shahed-136". */
static gboolean
numbered (HsReading *self,
          guint      i,
          guint      end)
{
  guint hyphen = i < end && is_hyphen (hs_reading_token (self, i));
  const HsToken *number;

  if (i + hyphen >= end)
    return FALSE;
  number = hs_reading_token (self, i + hyphen);
  return is_number_like (number) && strlen (number->fold) <= 3 + hyphen &&
         (!hyphen || !(number->flags & HS_TOKEN_SPACED));
}

/* "K9", "NH90": letters and a number in one word, with what it is beside it. */
static guint
match_closed (HsReading *self,
              guint      first,
              guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  const char *p = token->fold;
  guint letters = 0, digits = 0;

  if ((token->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_DIGITS)) != (HS_TOKEN_CAPITAL | HS_TOKEN_DIGITS))
    return first;
  for (; g_ascii_isalpha (*p); p++)
    letters++;
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  if (letters == 0 || letters > 3 || digits == 0 || digits > 4 || strlen (p) > 3 ||
      (!has_head_near (self, first + 1, end) && name_end (self, first + 1, end) == first + 1))
    return first;
  hs_mentions_add (self, first, first + 1, HS_MENTION_WEAPON, 0.85);
  return match_more (self, end);
}

/* "HMS Daring (D 32)": the number on her hull names the ship as well. */
static guint
match_hull_number (HsReading  *self,
                   const char *ship,
                   guint       i,
                   guint       end)
{
  const HsToken *letters, *number;
  guint n = 2;

  if (i + 3 >= end || !hs_token_is (hs_reading_token (self, i), "("))
    return i;
  if (is_hyphen (hs_reading_token (self, i + 2)))
    n = 3;
  letters = hs_reading_token (self, i + 1);
  number = hs_reading_token (self, i + n);
  if (i + n + 1 >= end || !(letters->flags & HS_TOKEN_CAPITAL) || strlen (letters->fold) > 4 ||
      (!(letters->flags & HS_TOKEN_UPPER) && strlen (letters->fold) > 1) || !is_number_like (number) ||
      !hs_token_is (hs_reading_token (self, i + n + 1), ")"))
    return i;
  hs_mentions_add (self, i + 1, i + n + 1, HS_MENTION_WEAPON, 0.85)->canonical = ship;
  return i + n + 1;
}

/* "HMS Prince of Wales", "USS Mahan": ships by the prefix of their navy. */
static guint
match_ship (HsReading *self,
            guint      first,
            guint      end)
{
  static const char *const prefixes[] = { "uss", "usns", "hms", "hmas", "hmcs", "hmnzs", "ins", "fs", "rfa", "tcg",
                                          "bns", "rss", "ns", NULL };
  g_autofree char *words = NULL;
  guint i = first + 1, last = first + 1;
  HsFound *found;

  if (!(hs_reading_token (self, first)->flags & HS_TOKEN_UPPER) ||
      !g_strv_contains (prefixes, hs_reading_token (self, first)->fold) ||
      g_array_index (self->parts, HsPart, hs_reading_token (self, first)->block).title_case)
    return first;
  for (; i < end && i < first + 6; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD || self->found_at[i] != 0)
        break;
      if (token->flags & HS_TOKEN_CAPITAL)
        last = i + 1;
      else if (!hs_token_in (token, HS_IN (HS_LIST_PARTICLES)) && !hs_token_is (token, "of"))
        break;
    }
  if (last == first + 1)
    return first;
  found = hs_mentions_add (self, first, last, HS_MENTION_WEAPON, 0.85);
  words = hs_reading_words (self, first, last);
  found->canonical = g_string_chunk_insert_const (self->strings, words);
  return match_hull_number (self, found->canonical, last, end);
}

/* "a VBIED storage facility": a place is meant, where such weapons are made or kept. */
static gboolean
is_part_of_place (HsReading *self,
                  guint      next,
                  guint      end)
{
  static const char *const places[] = { "facility", "facilities", "factory", "factories", "storage", "site", "sites",
                                        "workshop", "workshops", "depot", "depots", "warehouse", "warehouses", "cache",
                                        "caches", "plant", "plants", "lab", "labs", "laboratory", "laboratories",
                                        "stockpile", "stockpiles", NULL };

  for (guint i = next; i < end && i < next + 3; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD || hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
        return FALSE;
      if (g_strv_contains (places, token->fold))
        return TRUE;
    }
  return FALSE;
}

/**
 * hs_designators_match:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token that may belong to it
 *
 * Finds what has a designator there — a weapon, a ship — and adds it to what was found.
 *
 * Returns: index past its last token; @first when there is none
 */
guint
hs_designators_match (HsReading *self,
                      guint      first,
                      guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  const HsLexEntry *entry;
  guint next, n;

  if (token->kind != HS_TOKEN_WORD)
    return first;
  next = match_misread (self, first, end);
  if (next == first)
    next = match_designator (self, first, end);
  if (next != first)
    return match_more (self, end);
  if ((next = match_ship (self, first, end)) != first || (next = match_closed (self, first, end)) != first ||
      (next = match_before_head (self, first, end)) != first)
    return next;
  entry = hs_reading_match (self, first, end, HS_IN (HS_LIST_WEAPONS), &n);
  if (entry != NULL && (token->flags & HS_TOKEN_UPPER) != 0 && n == 1 && is_part_of_place (self, first + 1, end))
    return first;
  if (entry != NULL && (token->flags & HS_TOKEN_UPPER) != 0 && n == 1 &&
      !g_array_index (self->parts, HsPart, token->block).title_case)
    {
      hs_mentions_add (self, first, first + 1, HS_MENTION_WEAPON, 0.8);
      return match_more (self, end);
    }
  if (entry == NULL || g_strcmp0 (hs_lex_entry_column (entry, HS_LIST_WEAPONS, 1), "name") != 0 ||
      hs_mentions_taken (self, first, first + n))
    return first;
  if (!(token->flags & HS_TOKEN_CAPITAL) && strcmp (token->fold, "sarin") != 0)
    return first;
  /* "Bradley", "Patriot", "Abrams" are people, too; "IEDs" and sarin are not */
  if (n == 1 && (token->flags & HS_TOKEN_CAPITAL) != 0 &&
      !g_ascii_isupper (self->document->text[token->span.start + 1]) &&
      !has_head_beside (self, first, first + 1, end) && !is_thing (self, first, first + 1, end) &&
      !numbered (self, first + 1, end))
    return first;
  hs_mentions_add (self, first, first + n, HS_MENTION_WEAPON, 0.8);
  return match_more (self, end);
}
