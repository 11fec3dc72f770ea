/* hs-fold-words.c: what a stretch of boilerplate is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that the site uses of itself tell; the extraction decided already
 * that it is boilerplate, so that a single word is enough here.
 */
#include "hs-fold-words.h"

#include <glib/gi18n.h>

/* Topics that a line names; more would say less. */
#define MAX_TOPICS 3

static const struct
{
  const char *topic;
  const char *pattern;
} topics[] = {
  { N_("donation"), "donat|contribut|support (?:us|our|independent)|patreon|paypal|raised|coffee|fundrais|spenden"
                    "|faire un don|^[$€£¥]?[\\d.,\\s]+[$€£¥%]?$" },
  { N_("subscription"), "subscri|newsletter|sign (?:up|in)|log in|register|become a member|inbox|abonn|suscr" },
  { N_("related links"), "read (?:also|more|next)|also read|see also|related|more (?:from|on|about|stories|news)|most "
                         "(?:read|popular)|recommended|you (?:may|might)|trending|latest|top stories|lesen sie|lire "
                         "aussi|lea también|leggi anche|читайте|اقرأ" },
  { N_("sharing"), "share|tweet|follow|facebook|twitter|whatsapp|telegram|instagram|linkedin|youtube|tiktok" },
  { N_("advertising"), "advertis|sponsored|promoted|article continues|story continues|\\bads?\\b" },
  { N_("comments"), "comment|reply|join the (?:conversation|discussion)|e-?mail address will not" },
  { N_("rights"), "©|\\(c\\)|copyright|all rights|reserved|reproduc|republish|reprint|views expressed|opinions "
                  "expressed" },
  { N_("cookies and terms"), "cookie|privacy|terms of|consent|akismet" },
  { N_("how the site is made"), "powered by|javascript|responsive|theme by|wordpress" },
  { N_("about the author"),
    "^by\\b|author|editor|reporter|correspondent|staff|writes? (?:for|about)|written by|journalist" },
  { N_("date"), "\\b(?:19|20)\\d\\d\\b|\\d{1,2}:\\d{2}|updated|published|posted|min(?:ute)?s? read" },
  { N_("tags"), "^(?:tags?|topics?|filed under|posted in|categor|keywords|labels)\\b" },
};

static GRegex *
get_regex (guint topic)
{
  static GRegex *regexes[G_N_ELEMENTS (topics)];

  if (regexes[topic] == NULL)
    regexes[topic] = g_regex_new (topics[topic].pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  return regexes[topic];
}

/* Which topic the words are of; G_N_ELEMENTS (topics) when none shows. */
static guint
find_topic (const char *words,
            gsize       length)
{
  guint topic = 0;

  while (topic < G_N_ELEMENTS (topics)
         && !g_regex_match_full (get_regex (topic), words, MIN (length, 600), 0, 0, NULL, NULL))
    topic++;
  return topic;
}

/**
 * hs_fold_describe:
 * @document: an article
 * @first: the first block of boilerplate
 * @end: one past the last that follows it
 *
 * Main thread.
 *
 * Returns: (transfer full): "4 lines of boilerplate: donation, related links"
 */
char *
hs_fold_describe (const HsDocument *document,
                  guint             first,
                  guint             end)
{
  GString *line = g_string_new (NULL);
  gboolean seen[G_N_ELEMENTS (topics) + 1] = { FALSE };
  guint n = 0;

  g_string_append_printf (line, ngettext ("%u line of boilerplate", "%u lines of boilerplate", end - first),
                          end - first);
  for (guint i = first; i < end && n < MAX_TOPICS; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      const char *words = document->text + block->span.start;
      gsize length = block->span.end - block->span.start;
      guint topic;

      /* cut between characters */
      if (length > 600)
        length = g_utf8_find_prev_char (words, words + 600) - words;
      topic = find_topic (words, length);
      if (topic == G_N_ELEMENTS (topics) || seen[topic])
        continue;
      seen[topic] = TRUE;
      g_string_append (line, n++ == 0 ? ": " : ", ");
      g_string_append (line, _(topics[topic].topic));
    }
  return g_string_free (line, FALSE);
}
