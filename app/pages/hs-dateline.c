/* hs-dateline.c: the place at the head of a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-dateline.h"

/**
 * hs_dateline_length:
 * @line: a paragraph
 * @length: its bytes
 *
 * A dateline is a place in capitals at the head of a paragraph, with perhaps a
 * country, a day and an agency, and a dash: "LONDON, Jan 5 (Reuters) - ".
 *
 * Returns: how many bytes of @line it takes, without the white space after it;
 *   0 when there is none
 */
gsize
hs_dateline_length (const char *line,
                    gsize       length)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *head = NULL;
  int start, end;

  if (g_once_init_enter (&regex))
    {
      GRegex *made = g_regex_new ("^(?:\\p{Lu}[\\p{Lu}'’.\\-]+(?:[ \\-]\\p{Lu}[\\p{Lu}'’.\\-]*){0,3})"
                                  "(?:/\\p{Lu}[\\p{Lu}'’.\\- ]+)?"
                                  "(?:,\\s*\\p{L}[\\p{L}.]+){0,2}"
                                  "(?:,\\s*(?:\\p{L}+\\.?\\s+\\d{1,2}|\\d{1,2}\\s+\\p{L}+\\.?)(?:,?\\s+\\d{4})?)?"
                                  ",?\\s*(?:\\([\\p{L}\\d .&/\\-]{2,30}\\)\\s*)?(?:[–—]|--?|:)\\s+(?=\\S)",
                                  G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&regex, made);
    }
  head = g_utf8_substring (line, 0, MIN (120, g_utf8_strlen (line, length)));
  if (!g_regex_match (regex, head, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, &end))
    return 0;
  while (end > 0 && g_ascii_isspace (head[end - 1]))
    end--;
  return end;
}
