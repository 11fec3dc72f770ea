/* hs-mentions-titles.c: offices, honours and short forms beside a name
 *
 * "Busyana Woman Rep NAME", "Minister of Health NAME", "Md. NAME", "NAME SC": what
 * belongs to the office, and what to the name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-lexicons-private.h"
#include "hs-tagger.h"

#define TOLD .62

/* Where a title begins that ends at @end, not before @first; @end: none does. */
static guint
title_before (const HsReading *self,
              guint            first,
              guint            end)
{
  guint n;

  for (guint i = MAX (first, end > 4 ? end - 4 : 0); i < end; i++)
    if (hs_reading_match (self, i, end, HS_IN (HS_LIST_TITLES), &n) != NULL && i + n == end)
      return i;
  return end;
}

/* "Busyana Woman Rep" before a name: the office is no part of the body. */
static void
cut_office (HsReading *self,
            HsFound   *found)
{
  const HsFound *next = found->end < self->tokens->len ? hs_reading_found_at (self, found->end) : NULL;
  guint at;

  if (found->kind != HS_MENTION_ORGANISATION || found->canonical != NULL || next == NULL ||
      next->kind != HS_MENTION_PERSON || next->first != found->end)
    return;
  at = title_before (self, found->first + 1, found->end);
  if (at > found->first && at < found->end)
    {
      found->end = at;
      found->confidence = MIN (found->confidence, TOLD);
    }
}

/* "Minister of Health NAME", "member of Parliament NAME". */
static void
cut_field (HsReading *self,
           HsFound   *found)
{
  static const char *const fields[] = { "health", "parliament", "finance", "education", "defence", "defense", "justice",
                                        "agriculture", "energy", "trade", "labour", "labor", "transport", "tourism",
                                        "culture", "police", "state", "congress", "parliament’s", "council", "works",
                                        "information", "environment", "interior", "commerce", "industry", "affairs",
                                        "sports", "water", "lands", "mines", "housing", "planning", "youth", NULL };
  guint at = found->first;

  if (found->kind != HS_MENTION_PERSON || found->end < at + 2 || at < 2 ||
      !g_strv_contains (fields, hs_reading_token (self, at)->fold) ||
      !hs_token_in (hs_reading_token (self, at), HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ORG_HEADS) |
                                                  HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_COMMON)) ||
      !(hs_token_is (hs_reading_token (self, at - 1), "of") || hs_token_is (hs_reading_token (self, at - 1), "for") ||
        hs_token_is (hs_reading_token (self, at - 1), "and")))
    return;
  found->first++;
}

/* "Douglas Mendes SC": a lawyer, not a club. */
static void
cut_silk (HsReading *self,
          HsFound   *found)
{
  static const char *const silks[] = { "kc", "qc", "sc", "san", NULL };
  const struct _HsTagger *tagger = hs_lexicons_get_tagger (self->lexicons);
  guint end = found->end, silk = end;

  if (silk >= self->tokens->len || !g_strv_contains (silks, hs_reading_token (self, silk)->fold))
    silk = --end;
  if (found->kind != HS_MENTION_ORGANISATION || found->canonical != NULL || end < found->first + 2 ||
      end > found->first + 4 || !(hs_reading_token (self, silk)->flags & HS_TOKEN_UPPER) ||
      !g_strv_contains (silks, hs_reading_token (self, silk)->fold))
    return;
  /* Sporting Clubs have them, too */
  if (tagger == NULL || hs_tagger_get_gender (tagger, hs_reading_token (self, found->first)->fold) == 0)
    return;
  for (guint i = found->first; i < end; i++)
    if (hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) |
                                                  HS_IN (HS_LIST_STOP_WORDS)))
      return;
  found->kind = HS_MENTION_PERSON;
  found->end = end;
  found->confidence = MAX (found->confidence, TOLD);
}

/* "a man with the title “Datuk Seri”": nobody. */
static gboolean
is_title_alone (const HsReading *self,
                const HsFound   *found)
{
  guint n;

  return found->canonical == NULL && found->end > found->first + 1 &&
         (found->kind == HS_MENTION_PERSON || found->kind == HS_MENTION_PLACE ||
          found->kind == HS_MENTION_ORGANISATION) &&
         hs_reading_match (self, found->first, found->end, HS_IN (HS_LIST_TITLES), &n) != NULL &&
         n == found->end - found->first;
}

/* "Md. Abu Jafor", "Ma. Theresa Cruz": where the name begins; the token of the short form,
 * and its full stop where that is one of its own. */
static guint
short_before (const HsReading *self,
              guint            first)
{
  static const char *const shorts[] = { "md", "md.", "ma", "ma.", "mohd", "mohd.", "mst", "mst.", "muhd", "sk", "sk.",
                                        "kh.", "abd.", NULL };
  guint at = first;

  if (at > 1 && hs_token_is (hs_reading_token (self, at - 1), "."))
    at--;
  return at > 0 && hs_reading_is_capital (self, at - 1) &&
         g_strv_contains (shorts, hs_reading_token (self, at - 1)->fold) ? at - 1 : first;
}

/* "née Kurangi", "a woman called Cagla": whom nobody else names.
 * Returns: whether the capital @i is one */
static gboolean
is_called (const HsReading *self,
           guint            i)
{
  static const char *const born[] = { "née", "nee", NULL };
  static const char *const called[] = { "called", "named", NULL };
  static const char *const people[] = { "woman", "man", "boy", "girl", "child", "baby", "son", "daughter", "friend",
                                        "farmer", "teacher", "student", "driver", "neighbour", "neighbor", NULL };

  if (i < 2 || self->found_at[i] != 0 || !hs_reading_is_capital (self, i))
    return FALSE;
  return g_strv_contains (born, hs_reading_token (self, i - 1)->fold) ||
         (g_strv_contains (called, hs_reading_token (self, i - 1)->fold) &&
          g_strv_contains (people, hs_reading_token (self, i - 2)->fold));
}

static void
drop (HsReading *self,
      GArray    *dropped)
{
  for (guint i = dropped->len; i > 0; i--)
    g_array_remove_index (self->found, g_array_index (dropped, guint, i - 1));
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return (*(const guint *) a > *(const guint *) b) - (*(const guint *) a < *(const guint *) b);
}

/**
 * hs_mentions_titles:
 * @self: an article whose names have been found once
 *
 * Parts names from the offices, honours and short forms that stand with them.
 */
void
hs_mentions_titles (HsReading *self)
{
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      guint first;

      if (found->level != HS_LEVEL_NAME)
        continue;
      cut_office (self, found);
      cut_field (self, found);
      cut_silk (self, found);
      if (is_title_alone (self, found))
        g_array_append_val (dropped, f);
      first = found->kind == HS_MENTION_PERSON ? short_before (self, found->first) : found->first;
      if (first < found->first && self->found_at[first] != 0 &&
          hs_reading_found_at (self, first)->end <= found->first)
        {
          guint other = self->found_at[first] - 1;

          if (hs_reading_found_at (self, first)->first != first)
            continue;
          g_array_append_val (dropped, other);
        }
      found->first = first;
    }
  g_array_sort (dropped, compare_numbers);
  drop (self, dropped);
  hs_reading_index_found (self);
  for (guint i = 0; i < self->tokens->len; i++)
    if (is_called (self, i))
      {
        guint end = i + 1;

        while (end < self->tokens->len && end < i + 4 && hs_reading_is_capital (self, end) && self->found_at[end] == 0)
          end++;
        hs_mentions_add (self, i, end, HS_MENTION_PERSON, TOLD);
      }
  hs_reading_index_found (self);
}
