/* hs-press.c: outlets that no list knows, by what is done with them
 *
 * "told the Corran Courier", "Radio Lorne reported": a name with a word of the
 * press in it, where something is told to it or by it, is an outlet, whatever
 * it was taken for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-reading.h"

#include <string.h>

#define LONGEST_NAME 5

/* At the end of a name, or at its beginning ("Radio", "Channel"). */
static gboolean
is_press_word (const HsToken *token,
               gboolean       first)
{
  static const char *const last[] = { "courier", "monitor", "observer", "standard", "gazette", "chronicle", "tribune",
                                      "herald", "dispatch", "bulletin", "mirror", "ledger", "sentinel", "examiner",
                                      "enquirer", "inquirer", "globe", "telegraph", "mail", "journal", "weekly",
                                      "daily", "today", "online", "radio", "tv", "television", "post", "times", "news",
                                      "press", "wire", "register", "argus", "advertiser", "messenger", "broadcasting",
                                      "echo", "agency", "review", "independent", "citizen", "recorder", NULL };
  static const char *const initial[] = { "radio", "channel", "tv", "televizija", "news", "agence", "diario", "gazeta",
                                         NULL };

  return (token->flags & HS_TOKEN_CAPITAL) != 0 && g_strv_contains (first ? initial : last, token->fold);
}

static gboolean
is_name_word (const HsReading *self,
              guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0 && self->quote_at[i] == 0 &&
         !hs_token_is (token, "the");
}

/* Whether the words before @first give something to an outlet or take it from one. */
static gboolean
is_told (const HsReading *self,
         guint            first,
         guint            from)
{
  static const char *const words[] = { "told", "tells", "telling", "to", "by", "with", "for", "citing", "quoting",
                                       "newspaper", "broadcaster", "website", "agency", "channel", "station", "and",
                                       NULL };

  if (first > from && hs_token_is (hs_reading_token (self, first - 1), "the"))
    first--;
  return first > from && g_strv_contains (words, hs_reading_token (self, first - 1)->fold);
}

/* Whether the words after @end have it report. */
static gboolean
tells (const HsReading *self,
       guint            end,
       guint            until)
{
  static const char *const words[] = { "reported", "reports", "quoted", "quotes", "said", "says", "wrote", "writes",
                                       "cited", "cites", "citing", "quoting", "published", "announced", NULL };

  for (guint i = end; i < until && i < end + 5; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (g_strv_contains (words, token->fold))
        return TRUE;
      /* "on Monday quoted", ", citing" */
      if (self->found_at[i] == 0 && !hs_token_is (token, ",") && !hs_token_is (token, "on") &&
          !hs_token_is (token, "also"))
        return FALSE;
    }
  return FALSE;
}

/* Whether no find reaches over an end of [first, end). */
static gboolean
is_free (const HsReading *self,
         guint            first,
         guint            end)
{
  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found != NULL && (found->first < first || found->end > end))
        return FALSE;
    }
  return TRUE;
}

/* Finds that lie in an outlet's name give way to it. */
static void
put (HsReading *self,
     GArray    *outlets)
{
  g_autofree guint8 *covered = g_new0 (guint8, self->tokens->len + 1);
  guint kept = 0;

  if (outlets->len == 0)
    return;
  for (guint o = 0; o < outlets->len; o++)
    {
      const HsFound *outlet = &g_array_index (outlets, HsFound, o);

      memset (covered + outlet->first, 1, outlet->end - outlet->first);
    }
  for (guint f = 0; f < self->found->len; f++)
    if (!covered[g_array_index (self->found, HsFound, f).first])
      g_array_index (self->found, HsFound, kept++) = g_array_index (self->found, HsFound, f);
  g_array_set_size (self->found, kept);
  g_array_append_vals (self->found, outlets->data, outlets->len);
  hs_reading_index_found (self);
}

/* "National Crime Agency", "Environment Agency": of common words, and none of the press. */
static gboolean
is_public_agency (const HsReading *self,
                  guint            first,
                  guint            end)
{
  static const char *const press[] = { "news", "press", "information", "telegraph", "media", "photo", NULL };
  gboolean common = FALSE;

  if (!hs_token_is (hs_reading_token (self, end - 1), "agency"))
    return FALSE;
  for (guint i = first; i + 1 < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (g_strv_contains (press, token->fold))
        return FALSE;
      common |= hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_FIELDS) |
                                    HS_IN (HS_LIST_STOP_WORDS));
    }
  return common;
}

/* The name with the press word at @i, as [*first, *end). */
static gboolean
name_around (const HsReading  *self,
             const HsSentence *sentence,
             guint             i,
             guint            *first,
             guint            *end)
{
  *first = i;
  *end = i + 1;
  if (is_press_word (hs_reading_token (self, i), FALSE))
    while (*first > sentence->first && i - *first < LONGEST_NAME - 1 && is_name_word (self, *first - 1))
      (*first)--;
  if (*first == i && is_press_word (hs_reading_token (self, i), TRUE))
    while (*end < sentence->end && *end - i < LONGEST_NAME && is_name_word (self, *end))
      (*end)++;
  /* "Corran News Agency": to the last of them */
  while (*first < i && *end < sentence->end && is_press_word (hs_reading_token (self, *end), FALSE))
    (*end)++;
  return *end - *first >= 2;
}

/* After the mentions are found, before they are bound to entities. */
void
hs_press_find (HsReading *self)
{
  g_autoptr (GArray) outlets = g_array_new (FALSE, FALSE, sizeof (HsFound));
  guint taken = 0;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped || part->title_case)
        continue;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          guint first, end;
          HsFound outlet = { 0, 0, HS_MENTION_ORGANISATION, HS_LEVEL_NAME, 0.8, NULL, NULL, HS_NO_INDEX, TRUE };

          if (!is_press_word (hs_reading_token (self, i), FALSE) && !is_press_word (hs_reading_token (self, i), TRUE))
            continue;
          if (!name_around (self, sentence, i, &first, &end) || is_public_agency (self, first, end) ||
              !(is_told (self, first, sentence->first) || tells (self, end, sentence->end)))
            continue;
          if (hs_reading_found_at (self, first) != NULL && hs_reading_found_at (self, first)->outlet &&
              hs_reading_found_at (self, first)->kind == HS_MENTION_ORGANISATION)
            {
              i = end - 1;
              continue;
            }
          if (!is_free (self, first, end) || first < taken)
            continue;
          outlet.first = first;
          outlet.end = taken = end;
          g_array_append_val (outlets, outlet);
          i = end - 1;
        }
    }
  put (self, outlets);
}
