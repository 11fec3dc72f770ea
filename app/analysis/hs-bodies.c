/* hs-bodies.c: ministries, committees, companies: names built on a head noun
 *
 * "Iraqi Ministry of Defence" and "defense Ministry", "Committee on Security
 * and Defence" and "security and defense committee": the head noun, what it is
 * concerned with and whose it is, in any order and any case.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#define LONGEST_LEAD 8

static const char *
head_class (const HsToken *token)
{
  return hs_lex_entry_column (token->entry, HS_LIST_ORG_HEADS, 1);
}

/* Bodies of a state: known for bodies even in lower case. */
static gboolean
is_state_class (const char *klass)
{
  static const char *const classes[] = { "ministry", "department", "committee", "council",
                                         "parliament", "court", NULL };

  return klass != NULL && g_strv_contains (classes, klass);
}

static gboolean
is_capital (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0;
}

static gboolean
is_field (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && hs_token_in (token, HS_IN (HS_LIST_ORG_FIELDS));
}

static gboolean
is_joint (const HsToken *token)
{
  return hs_token_is (token, "and") || hs_token_is (token, "&") ||
         (hs_token_is (token, "-") && !(token->flags & HS_TOKEN_SPACED));
}

static gboolean
is_bar (const HsToken *token)
{
  /* "President", "Mr.": what stands after it is a person, unless it says what the body is */
  return hs_token_in (token, HS_IN (HS_LIST_TITLES)) && !is_field (token) &&
         !hs_token_in (token, HS_IN (HS_LIST_ORG_HEADS)) && !hs_token_is (token, "general") &&
         !hs_token_is (token, "saint") && !hs_token_is (token, "king") && !hs_token_is (token, "st.");
}

/* Words of a name: [CAPITAL | FIELD] (and [CAPITAL | FIELD])*. */
static guint
skip_words (HsReading *self,
            guint      first,
            guint      end,
            guint      limit)
{
  guint i = first, last = first;

  while (i < end && i < limit)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0 || is_bar (token))
        break;
      /* a person begins: "… and Defence Anna X" */
      if (i > first && is_capital (token) && !is_field (token) && !(token->flags & HS_TOKEN_UPPER) &&
          hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && i + 1 < end &&
          (is_capital (hs_reading_token (self, i + 1)) ||
           hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_PARTICLES))) &&
          head_class (hs_reading_token (self, i + 1)) == NULL)
        break;
      if ((is_capital (token) && (!hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) ||
                                  (token->flags & HS_TOKEN_UPPER) != 0)) || is_field (token))
        last = ++i;
      else if (is_joint (token) && i > 0 && last == i)
        i++;
      else
        break;
    }
  return last;
}

/* " of the Kenyan parliament’s energy and water", " on Foreign Affairs". */
static guint
match_complement (HsReading *self,
                  guint      i,
                  guint      end,
                  gboolean  *capital)
{
  guint from, next;

  if (i + 1 >= end)
    return i;
  if (!hs_token_is (hs_reading_token (self, i), "of") && !hs_token_is (hs_reading_token (self, i), "for") &&
      !hs_token_is (hs_reading_token (self, i), "on"))
    return i;
  from = i + 1;
  if (hs_token_is (hs_reading_token (self, from), "the"))
    from++;
  /* "the Lebanese Forces of Samir Gaeb": whose they are is no part of the name */
  if (from + 1 < end && is_capital (hs_reading_token (self, from)) && is_capital (hs_reading_token (self, from + 1)) &&
      hs_token_in (hs_reading_token (self, from), HS_IN (HS_LIST_GIVEN_NAMES)) &&
      !hs_token_in (hs_reading_token (self, from), HS_LISTS_GAZETTEER) &&
      head_class (hs_reading_token (self, from + 1)) == NULL)
    return i;
  next = skip_words (self, from, end, from + 7);
  if (next == from)
    return i;
  for (guint j = from; j < next; j++)
    *capital |= is_capital (hs_reading_token (self, j));
  /* a list of fields: "Trade, Industry and Energy" */
  if (next + 1 < end && hs_token_is (hs_reading_token (self, next), ",") &&
      is_field (hs_reading_token (self, next + 1)) && is_capital (hs_reading_token (self, next + 1)))
    {
      guint more = skip_words (self, next + 1, end, next + 7);

      for (guint j = next + 1; j + 1 < more; j++)
        if (hs_token_is (hs_reading_token (self, j), "and"))
          next = more;
    }
  if (next + 1 < end && hs_reading_token (self, next)->kind == HS_TOKEN_CLITIC &&
      is_field (hs_reading_token (self, next + 1)))
    next = skip_words (self, next + 1, end, next + 6);
  /* "Office for the Protection of the Constitution" */
  if (hs_token_is (hs_reading_token (self, i), "for") &&
      hs_token_is (hs_reading_token (self, next - 1), "protection") && next + 1 < end && hs_token_is (hs_reading_token (self, next), "of"))
    {
      from = next + 1 + hs_token_is (hs_reading_token (self, next + 1), "the");
      if (from < end && is_capital (hs_reading_token (self, from)))
        next = MAX (next, skip_words (self, from, end, from + 3));
    }
  return next;
}

/* The last head noun of [from, end) before the name must stop; @from - 1: none. */
static guint
find_head (HsReading *self,
           guint      from,
           guint      end)
{
  guint stop = skip_words (self, from, end, from + LONGEST_LEAD);
  guint head = G_MAXUINT;

  for (guint i = from; i < stop; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (hs_mentions_is_second (self, i, end))
        return head;
      if (is_joint (token) || hs_lex_entry_is (token->entry, HS_IN (HS_LIST_GIVEN_NAMES)))
        {
          if (head != G_MAXUINT && !is_joint (token))
            break;
          continue;
        }
      if (head_class (token) != NULL && is_capital (token))
        head = i;
    }
  /* the head noun in lower case stands right after its fields */
  if (stop < end)
    {
      const HsToken *token = hs_reading_token (self, stop);

      if (token->kind == HS_TOKEN_WORD && !is_capital (token) && self->found_at[stop] == 0 &&
          is_state_class (head_class (token)) && stop > from &&
          (head == G_MAXUINT || is_field (hs_reading_token (self, stop - 1))))
        head = stop;
    }
  return head;
}

/* What makes words with a head noun a name. */
static gboolean
is_name (HsReading *self,
         guint      first,
         guint      lead,
         guint      head,
         guint      next,
         gboolean   complement_capital)
{
  const HsToken *token = hs_reading_token (self, head);
  gboolean capital = FALSE, field = FALSE;

  for (guint i = lead; i < head; i++)
    {
      const HsToken *t = hs_reading_token (self, i);

      capital |= is_capital (t) && !((t->flags & HS_TOKEN_FIRST) != 0 &&
                                     hs_lex_entry_is (t->entry, HS_IN (HS_LIST_COMMON)) && !is_field (t));
      field |= is_field (t);
    }
  if (is_capital (token) && (capital || complement_capital))
    return TRUE;
  if (is_capital (token) && field)
    return TRUE;
  if (is_capital (token) && next > head + 1 && is_state_class (head_class (token)))
    return TRUE;
  /* "Kenyan parliament", "Norwegian energy ministry" */
  if (lead > first && is_state_class (head_class (token)))
    return is_capital (token) || field || g_strcmp0 (head_class (token), "parliament") == 0;
  if (lead > first && is_capital (token))
    return TRUE;
  return capital && field && is_state_class (head_class (token));
}

/* "state Corporation “norlan”": a name in marks after its head. */
static guint
match_quoted_name (HsReading *self,
                   guint      next,
                   guint      end)
{
  if (next + 3 <= end && hs_reading_token (self, next)->kind == HS_TOKEN_QUOTE)
    for (guint i = next + 2; i < end && i <= next + 4; i++)
      if (hs_reading_token (self, i)->kind == HS_TOKEN_QUOTE)
        return i + 1;
  return next;
}

static void
add_body (HsReading *self,
          guint      first,
          guint      head,
          guint      next)
{
  HsFound *found = hs_mentions_add (self, first, next, HS_MENTION_ORGANISATION, 0.85);
  const HsLexEntry *known;
  guint n = 0;

  found->outlet = g_strcmp0 (head_class (hs_reading_token (self, head)), "outlet") == 0;
  known = hs_reading_match (self, first, next, HS_IN (HS_LIST_BODIES) | HS_IN (HS_LIST_OUTLETS), &n);
  if (known != NULL && n == next - first)
    {
      found->outlet = hs_lex_entry_is (known, HS_IN (HS_LIST_OUTLETS));
      found->canonical = hs_lex_entry_column (known, found->outlet ? HS_LIST_OUTLETS : HS_LIST_BODIES, 0);
    }
}

/**
 * hs_bodies_match:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token that may belong to it
 *
 * Finds the name of a body that begins there, by the word that says what it is, and adds it
 * to what was found.
 *
 * Returns: index past its last token; @first when there is none
 */
guint
hs_bodies_match (HsReading *self,
                 guint      first,
                 guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  guint lead = first, head, next, n = 0;
  const HsLexEntry *owner;
  gboolean complement_capital = FALSE;

  if (token->kind != HS_TOKEN_WORD ||
      (!(token->flags & HS_TOKEN_CAPITAL) && !is_field (token)) ||
      (hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) && !(token->flags & HS_TOKEN_UPPER)))
    return first;
  /* a word that begins a sentence and is no name in itself */
  owner = hs_reading_match (self, first, end, HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_COUNTRIES) |
                                              HS_IN (HS_LIST_PLACES), &n);
  if (owner != NULL && (token->flags & HS_TOKEN_CAPITAL) != 0)
    lead = first + n;
  if (lead >= end)
    return first;
  head = find_head (self, lead, end);
  if (head == G_MAXUINT)
    {
      /* "Parliament" alone: there is one */
      if (lead == first && (token->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_FIRST)) == HS_TOKEN_CAPITAL &&
          g_strcmp0 (head_class (token), "parliament") == 0 &&
          !hs_token_in (token, HS_IN (HS_LIST_BODIES)))
        {
          hs_mentions_add (self, first, first + 1, HS_MENTION_ORGANISATION, 0.6);
          return first + 1;
        }
      if (lead < end && lead > first && head_class (hs_reading_token (self, lead)) != NULL &&
          is_state_class (head_class (hs_reading_token (self, lead))))
        head = lead;
      else
        return first;
    }
  /* "Oslo International Airport" is a place */
  if (head + 1 < end && is_capital (hs_reading_token (self, head + 1)) &&
      g_strcmp0 (hs_lex_entry_column (hs_reading_token (self, head + 1)->entry, HS_LIST_PLACE_HEADS, 1), "after") == 0)
    return first;
  next = match_complement (self, head + 1, end, &complement_capital);
  if (!is_name (self, first, lead, head, next, complement_capital))
    return first;
  if (hs_token_is (hs_reading_token (self, head), "corporation"))
    next = match_quoted_name (self, next, end);
  if (hs_mentions_taken (self, first, next))
    return first;
  if (next - first == 1)
    return first;
  add_body (self, first, head, next);
  return next;
}
