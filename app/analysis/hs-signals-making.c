/* hs-signals-making.c: how the text was made: translated, edited, undated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signals-private.h"

#include <string.h>

static const char translation_why[] =
  "Words run together, letters misread or words out of order look like machine translation or haste.";

/* Two function words written as one: "tothe". */
static gboolean
is_glued (const HsReading *self,
          const HsToken   *token)
{
  static const char *const left[] = { "of", "in", "to", "on", "and", "for", "by", "with", "from", "at", "that", NULL };
  static const char *const right[] = { "the", "to", "a", "of", "in", "this", "that", "his", "their", "its", NULL };
  static const char *const words[] = { "into", "onto", "tithe", "bya", "fora", "that", "ina", "toa", "anda", "ona",
                                       "ata", "inthat", "andof", "toto", "ofa", NULL };

  if (token->kind != HS_TOKEN_WORD || token->entry != NULL || (token->flags & HS_TOKEN_CAPITAL) ||
      strlen (token->fold) < 5 || strlen (token->fold) > 9 || g_strv_contains (words, token->fold))
    return FALSE;
  for (guint i = 0; left[i] != NULL; i++)
    if (g_str_has_prefix (token->fold, left[i]) && g_strv_contains (right, token->fold + strlen (left[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_misread (const HsReading *self,
            guint            i)
{
  const HsFound *found = hs_reading_found_at (self, i);

  return found != NULL && found->kind == HS_MENTION_WEAPON && found->first == i &&
         (hs_token_is (hs_reading_token (self, i), "with") || hs_token_is (hs_reading_token (self, i), "from"));
}

/* A known name in lower case where English has a capital: "Russia’s s-400", "the us army". */
static gboolean
is_lower_name (const HsReading *self,
               guint            i)
{
  const HsFound *found = hs_reading_found_at (self, i);

  return found != NULL && found->first == i && found->kind != HS_MENTION_QUANTITY &&
         found->kind != HS_MENTION_MONEY && found->level == HS_LEVEL_NAME &&
         (hs_reading_token (self, i)->flags & HS_TOKEN_CAPITAL) == 0 &&
         hs_reading_token (self, i)->kind == HS_TOKEN_WORD &&
         (found->kind == HS_MENTION_WEAPON || (found->kind == HS_MENTION_DATE &&
          hs_lex_entry_column (hs_reading_token (self, i)->entry, HS_LIST_CALENDAR, 1) != NULL &&
          strcmp (hs_lex_entry_column (hs_reading_token (self, i)->entry, HS_LIST_CALENDAR, 1), "month") == 0));
}

static void
find_translation (HsReading *self)
{
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);

      if (part->skipped)
        continue;
      for (guint i = part->first; i < part->end; i++)
        if (is_glued (self, hs_reading_token (self, i)) || is_misread (self, i) || is_lower_name (self, i))
          {
            const HsFound *found = hs_reading_found_at (self, i);
            guint end = found != NULL && found->first == i ? found->end : i + 1;

            hs_signals_add (self, "machine-translation-marks", HS_TONE_NEUTRAL,
                            hs_reading_span (self, i, end), translation_why);
          }
      /* a paragraph that begins in lower case */
      if (part->kind == HS_BLOCK_PARAGRAPH && part->end > part->first + 12)
        {
          const HsToken *token = hs_reading_token (self, part->first);

          if (token->kind == HS_TOKEN_WORD && g_ascii_islower (self->text[token->span.start]) &&
              p > 0 && hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)))
            hs_signals_add (self, "machine-translation-marks", HS_TONE_NEUTRAL, token->span, translation_why);
        }
    }
}

/* "[S-300]" inside a quotation: the editor's word, not the speaker's. */
static void
find_brackets (HsReading *self)
{
  for (guint q = 0; q < self->quotes->len; q++)
    {
      const HsQuoted *quote = &g_array_index (self->quotes, HsQuoted, q);

      for (guint i = quote->first; i < quote->end; i++)
        {
          if (!hs_token_is (hs_reading_token (self, i), "["))
            continue;
          for (guint k = i + 1; k < quote->end && k < i + 12; k++)
            if (hs_token_is (hs_reading_token (self, k), "]"))
              {
                hs_signals_add (self, "editor-bracket", HS_TONE_NEUTRAL, hs_reading_span (self, i, k + 1),
                                "Words in brackets inside a quotation are the editor’s, not the speaker’s.");
                i = k;
                break;
              }
        }
    }
}

static gboolean
has_full_date (const HsReading *self,
               const HsPart    *part)
{
  for (guint i = part->first; i < part->end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);
      gboolean month = FALSE, year = FALSE;

      if (found == NULL || found->kind != HS_MENTION_DATE || found->first != i)
        continue;
      for (guint k = found->first; k < found->end; k++)
        {
          const char *klass = hs_lex_entry_column (hs_reading_token (self, k)->entry, HS_LIST_CALENDAR, 1);

          month |= klass != NULL && strcmp (klass, "month") == 0;
          year |= hs_reading_token (self, k)->kind == HS_TOKEN_NUMBER &&
                  strlen (hs_reading_token (self, k)->fold) == 4;
        }
      if (month && year)
        return TRUE;
    }
  return FALSE;
}

static void
find_undated (HsReading *self)
{
  const HsPart *shown = NULL;

  if (self->document->published != NULL)
    return;
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);

      if (part->kind == HS_BLOCK_DATELINE && has_full_date (self, part))
        return;
      if (part->end > part->first && (shown == NULL || (part->kind == HS_BLOCK_HEADLINE &&
                                                         shown->kind != HS_BLOCK_HEADLINE)))
        shown = part;
    }
  if (shown != NULL)
    hs_signals_add (self, "undated", HS_TONE_NEUTRAL, shown->span,
                    "No date of publication: looked in the page’s own data, beside the headline and in the dateline.");
}

/**
 * hs_signals_making:
 * @self: an article being read
 *
 * Adds the signals of how the text was made: translated, words put into quotations, no
 * date.
 */
void
hs_signals_making (HsReading *self)
{
  find_translation (self);
  find_brackets (self);
  find_undated (self);
}
