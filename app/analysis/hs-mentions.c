/* hs-mentions.c: spans that name something
 *
 * Rules over word lists, most particular first: numbers and dates, weapon
 * designators, bodies by their head nouns, then runs of capitalised words.
 * What stays unsure is settled when the whole article has been read, and where
 * there is a trained tagger, by it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-language.h"

/**
 * hs_mentions_taken:
 * @self: an article being read
 * @first: index of a token
 * @end: index past the last token
 *
 * Returns: whether a mention that was found has any of them
 */
gboolean
hs_mentions_taken (HsReading *self,
                   guint      first,
                   guint      end)
{
  for (guint i = first; i < end; i++)
    if (self->found_at[i] != 0)
      return TRUE;
  return FALSE;
}

/* The pointer holds until the next call. */
HsFound *
hs_mentions_add (HsReading    *self,
                 guint         first,
                 guint         end,
                 HsMentionKind kind,
                 double        confidence)
{
  HsFound found = { first, end, kind, HS_LEVEL_NAME, confidence, NULL, NULL, HS_NO_INDEX, FALSE };

  g_assert (first < end);
  g_array_append_val (self->found, found);
  for (guint i = first; i < end; i++)
    self->found_at[i] = self->found->len;
  return &g_array_index (self->found, HsFound, self->found->len - 1);
}

/* Adds what the gazetteer says [first, first + n_tokens) is. */
guint
hs_mentions_add_known (HsReading        *self,
                       guint             first,
                       guint             n_tokens,
                       const HsLexEntry *entry)
{
  guint end = first + n_tokens;
  HsFound *found;

  if (hs_lex_entry_is (entry, HS_IN (HS_LIST_OUTLETS)))
    {
      found = hs_mentions_add (self, first, end, HS_MENTION_ORGANISATION, 1.0);
      found->canonical = hs_lex_entry_column (entry, HS_LIST_OUTLETS, 0);
      found->outlet = TRUE;
    }
  else if (hs_lex_entry_is (entry, HS_IN (HS_LIST_BODIES)))
    {
      HsMentionKind kind = HS_MENTION_ORGANISATION;

      hs_mention_kind_from_nick (hs_lex_entry_column (entry, HS_LIST_BODIES, 2), &kind);
      found = hs_mentions_add (self, first, end, kind, 1.0);
      found->canonical = hs_lex_entry_column (entry, HS_LIST_BODIES, 0);
    }
  else if (hs_lex_entry_is (entry, HS_IN (HS_LIST_COUNTRIES)))
    {
      found = hs_mentions_add (self, first, end, HS_MENTION_PLACE, 1.0);
      found->canonical = hs_lex_entry_column (entry, HS_LIST_COUNTRIES, 0);
    }
  else if (hs_lex_entry_is (entry, HS_IN (HS_LIST_PLACES)))
    {
      /* of one word, it may be somebody's name */
      found = hs_mentions_add (self, first, end, HS_MENTION_PLACE, n_tokens > 1 ? 1.0 : 0.9);
      found->canonical = hs_lex_entry_column (entry, HS_LIST_PLACES, 0);
    }
  else
    {
      found = hs_mentions_add (self, first, end, HS_MENTION_NATIONALITY, 1.0);
      found->canonical = hs_lex_entry_column (entry, HS_LIST_DEMONYMS, 1);
    }
  return end;
}

/* "“gazprom”" in lower case: only phrases that are no common words. */
static guint
match_lower (HsReading *self,
             guint      first,
             guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  guint n;
  const HsLexEntry *entry;

  if (token->kind != HS_TOKEN_WORD || token->entry == NULL)
    return first;
  entry = hs_reading_match (self, first, end, HS_LISTS_GAZETTEER & ~HS_IN (HS_LIST_DEMONYMS), &n);
  if (entry == NULL || hs_mentions_taken (self, first, first + n))
    return first;
  if (n == 1)
    {
      const char *form = hs_lex_entry_form (entry, HS_LIST_BODIES);

      if (hs_lex_entry_is (entry, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) |
                                  HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES)) ||
          strlen (token->fold) < 5)
        return first;
      /* a company's name only where quotation marks vouch for it */
      if (form != NULL && (first == 0 || hs_reading_token (self, first - 1)->kind != HS_TOKEN_QUOTE))
        return first;
      if (form == NULL && !hs_lex_entry_is (entry, HS_IN (HS_LIST_COUNTRIES)))
        return first;
      if (strcmp (token->fold, "china") == 0 || strcmp (token->fold, "turkey") == 0 ||
          strcmp (token->fold, "jordan") == 0 || strcmp (token->fold, "guinea") == 0 ||
          strcmp (token->fold, "georgia") == 0)
        return first;
    }
  else
    {
      gboolean capital = FALSE;

      if (hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
        return first;

      for (guint i = first; i < first + n; i++)
        capital |= (hs_reading_token (self, i)->flags & HS_TOKEN_CAPITAL) != 0;
      if (!capital)
        return first;
    }
  return hs_mentions_add_known (self, first, n, entry);
}

/* Names that stand in a list. In another language than English capitals say something
 * else, and the rules that build names of them would name every noun of German. */
static guint
match_listed (HsReading *self,
              guint      first,
              guint      end)
{
  const HsToken *token = hs_reading_token (self, first);
  const HsLexEntry *entry;
  guint n;

  if (token->kind != HS_TOKEN_WORD || (token->flags & HS_TOKEN_CAPITAL) == 0)
    return first;
  entry = hs_reading_match (self, first, end, HS_LISTS_GAZETTEER, &n);
  if (entry == NULL || hs_mentions_taken (self, first, first + n) ||
      (n == 1 && hs_lex_entry_is (entry, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS))))
    return first;
  return hs_mentions_add_known (self, first, n, entry);
}

/* "Supreme Court of Kenya": whether a name may go on at @i, where a list ends it. */
static gboolean
goes_on (const HsReading *self,
         guint            i,
         guint            end)
{
  const HsToken *token;

  if (i >= end)
    return FALSE;
  token = hs_reading_token (self, i);
  return hs_reading_is_capital (self, i) || hs_token_is (token, "-") || hs_token_is (token, "&") ||
         (i + 1 < end && (hs_token_is (token, "of") || hs_token_is (token, "for") || hs_token_is (token, "on") ||
                          hs_token_is (token, "and")));
}

/* "Gulf Cooperation Council": a name that is known whole, and no grammar begins it later
 * or ends it sooner. */
static guint
match_whole (HsReading *self,
             guint      first,
             guint      end)
{
  guint from = first + (hs_token_is (hs_reading_token (self, first), "the") && first + 1 < end), n;
  const HsToken *token = hs_reading_token (self, from);
  const HsLexEntry *entry;

  if (token->kind != HS_TOKEN_WORD || (token->flags & HS_TOKEN_CAPITAL) == 0)
    return first;
  entry = hs_reading_match (self, from, end, HS_IN (HS_LIST_BODIES) | HS_IN (HS_LIST_OUTLETS), &n);
  /* "Xinhua news agency" is called Xinhua */
  if (entry == NULL || n < 2 || !hs_reading_is_capital (self, from + n - 1) ||
      (n < 4 && goes_on (self, from + n, end)) || hs_mentions_taken (self, from, from + n))
    return first;
  return hs_mentions_add_known (self, from, n, entry);
}

/* "Asian Games", "French Open", "African Cup of Nations". */
static guint
match_contest (HsReading *self,
               guint      first,
               guint      end)
{
  static const char *const contests[] = { "games", "cup", "championship", "championships", "open", "olympics", NULL };
  static const char *const whose[] = { "asian", "commonwealth", "olympic", "paralympic", NULL };
  guint from = first, next;

  if (hs_token_is (hs_reading_token (self, first), "the") && first + 1 < end)
    first++;
  next = first + 2;
  if (first + 1 >= end || !hs_reading_is_capital (self, first) || !hs_reading_is_capital (self, first + 1) ||
      !(hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_DEMONYMS)) ||
        g_strv_contains (whose, hs_reading_token (self, first)->fold)) ||
      !g_strv_contains (contests, hs_reading_token (self, first + 1)->fold) ||
      (next < end && hs_reading_is_capital (self, next)) || hs_mentions_taken (self, first, next))
    return from;
  if (next + 1 < end && hs_token_is (hs_reading_token (self, next), "of") &&
      hs_token_is (hs_reading_token (self, next + 1), "nations"))
    next += 2;
  hs_mentions_add (self, first, next, HS_MENTION_EVENT, 1);
  return next;
}

static guint
match_english (HsReading *self,
               guint      first,
               guint      end)
{
  guint next = match_whole (self, first, end);

  if (next == first)
    next = match_contest (self, first, end);
  if (next == first)
    next = hs_bodies_match (self, first, end);
  if (next == first)
    next = hs_runs_match (self, first, end);
  return next == first ? match_lower (self, first, end) : next;
}

static void
find_in_part (HsReading *self,
              guint      part_index,
              gboolean   english)
{
  const HsPart *part = &g_array_index (self->parts, HsPart, part_index);
  guint i = part->first;

  while (i < part->end)
    {
      const HsToken *token = hs_reading_token (self, i);
      guint sentence_end = g_array_index (self->sentences, HsSentence, token->sentence).end;
      guint next = i;

      if (self->found_at[i] != 0)
        {
          i++;
          continue;
        }
      next = hs_designators_match (self, i, sentence_end);
      if (next == i && !english)
        next = match_listed (self, i, sentence_end);
      else if (next == i && !part->title_case)
        next = match_english (self, i, sentence_end);
      i = MAX (next, i + 1);
    }
}

/**
 * hs_mentions_find:
 * @self: an article being read
 *
 * Finds the names, and with hs_numbers_find() the figures. What asks for English is left
 * out in other languages.
 */
void
hs_mentions_find (HsReading *self)
{
  gboolean english = hs_language_is_english (self->document->text, self->document->language);

  hs_numbers_find (self);
  for (guint p = 0; p < self->parts->len; p++)
    if (!g_array_index (self->parts, HsPart, p).skipped)
      find_in_part (self, p, english);
  if (english)
    hs_names_settle (self);
  hs_reading_index_found (self);
  if (english && hs_lexicons_get_tagger (self->lexicons) != NULL)
    {
      hs_mentions_merge (self, hs_lexicons_get_tagger (self->lexicons));
      hs_mentions_titles (self);
      hs_mentions_doubt (self);
      hs_mentions_told (self);
      hs_mentions_beside (self);
      hs_mentions_whole (self);
      hs_mentions_ends (self);
      hs_mentions_again (self);
      hs_mentions_vote (self);
    }
}
