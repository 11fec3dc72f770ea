/* hs-scraps.c: what stands around the running text of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-scraps.h"

#include <string.h>

#include "hs-boilerplate.h"
#include "hs-document.h"

/* Blocks before or after the running text that may be scraps; more are a list
 * that belongs to it. */
#define MAX_SCRAPS 6

/**
 * hs_scraps_is_picture_credit:
 * @line: the words of a block
 *
 * Returns: whether it tells of a picture, "The bridge at night (Image: City Post)"
 */
gboolean
hs_scraps_is_picture_credit (const char *line)
{
  static GRegex *regex = NULL;

  if (hs_text_count_words (line, strlen (line)) > 50)
    return FALSE;
  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new ("[(\\[](?:image|photo|credit|picture|photograph|file photo|pic)s?(?: credit| by| "
                                  "courtesy)?\\s*[:/]?[^)\\]]{0,60}[)\\]]\\.?$|^(?:image|photo|photograph|picture"
                                  "|credit|caption)s?(?: credit| by)?\\s*:|^image \\d+ of \\d+$|^caption$|\\b(?:getty "
                                  "images|via (?:ap|reuters|getty)|ap photo|file photo)\\b.{0,12}$",
                                  G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return g_regex_match (regex, line, 0, NULL);
}

/**
 * hs_scraps_is_about_article:
 * @line: the words of a block before the first paragraph
 *
 * Returns: whether it tells of the article: its author, its date, how long it
 *   takes to read
 */
gboolean
hs_scraps_is_about_article (const char *line)
{
  static GRegex *regex = NULL;

  if (hs_text_count_words (line, strlen (line)) > 16 || hs_text_ends_sentence (line, strlen (line)))
    return FALSE;
  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new (
          "^by\\s+\\p{Lu}|^\\(?(?:updated?|published|posted|last (?:updated|modified)|first published|created|written "
          "by|reporting by|staff|photo|image)\\b|\\b\\d{1,2}:\\d{2}\\b|^\\W*(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri"
          "|sat(?:ur)?|sun)(?:day)?\\b,?.{0,40}\\d{4}|^\\W*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
          "|dec)\\w*\\.?\\s+\\d{1,2},?\\s+\\d{4}|^\\W*\\d{1,2}(?:st|nd|rd|th)?\\.?[\\s/.-]+(?:\\p{L}+\\.?|\\d{1"
          ",2})[\\s/.-]+\\d{2,4}\\b|^\\W*\\d{4}-\\d{2}-\\d{2}|^\\d+\\s+(?:comments?|shares?|min)|,\\s*(?:associated "
          "press|ap|reuters|afp|staff writer|(?:\\w+ ){0,3}(?:writer|correspondent|editor|reporter))$",
          G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  return g_regex_match (regex, line, 0, NULL);
}

/**
 * hs_scraps_mark:
 * @blocks: (element-type HsBlock): the blocks of a page
 * @text: their text
 *
 * Marks as boilerplate the scraps before the first running text and after the
 * last: author, section, tags, headings of lists that were cut away.
 */
void
hs_scraps_mark (GArray     *blocks,
                const char *text)
{
  guint first = G_MAXUINT, last = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (blocks, HsBlock, i);
      const char *words = text + block->span.start;
      gsize length = block->span.end - block->span.start;

      if ((block->kind != HS_BLOCK_PARAGRAPH && block->kind != HS_BLOCK_QUOTE && block->kind != HS_BLOCK_LIST_ITEM)
          || hs_text_count_words (words, length) < 8 || !hs_text_ends_sentence (words, length))
        continue;
      first = MIN (first, i);
      last = i;
    }
  if (first == G_MAXUINT)
    return;
  for (guint i = 0; i < blocks->len; i++)
    {
      HsBlock *block = &g_array_index (blocks, HsBlock, i);
      const char *words = text + block->span.start;
      gsize length = block->span.end - block->span.start;
      gboolean scrap = hs_text_count_words (words, length) <= 10 && !hs_text_ends_sentence (words, length);

      if (block->kind == HS_BLOCK_PARAGRAPH && scrap
          && ((i < first && first <= MAX_SCRAPS) || (i > last && blocks->len - last <= MAX_SCRAPS)))
        block->kind = HS_BLOCK_BOILERPLATE;
      else if (block->kind == HS_BLOCK_HEADING && i > last)
        block->kind = HS_BLOCK_BOILERPLATE;
    }
}
