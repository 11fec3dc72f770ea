/* hs-anchor.c: finding the words of a note again in a changed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-anchor.h"

#include "hs-keep-private.h"

#include <string.h>

#define CONTEXT 32

/* How many bytes before @at agree with the end of @prefix. */
static gsize
agree_before (const char *text,
              const char *at,
              const char *prefix)
{
  gsize n = 0, length = strlen (prefix);

  while (n < length && at - n > text && at[-1 - (gssize) n] == prefix[length - 1 - n])
    n++;
  return n;
}

static gsize
agree_after (const char *at,
             const char *suffix)
{
  gsize n = 0;

  while (suffix[n] != '\0' && at[n] == suffix[n])
    n++;
  return n;
}

/**
 * hs_anchor_find:
 * @text: a text
 * @quote: the exact words
 * @prefix: what stood before them
 * @suffix: what stood after them
 * @near: where they stood
 *
 * Where the words stand now: of several places the one whose surroundings
 * agree most, then the nearest to where they were.
 *
 * Returns: their bytes; empty when they are not there
 */
HsSpan
hs_anchor_find (const char *text,
                const char *quote,
                const char *prefix,
                const char *suffix,
                guint       near)
{
  gsize length = strlen (quote);
  HsSpan best = HS_SPAN_NONE;
  gsize best_agreement = 0;
  guint best_distance = G_MAXUINT;

  if (length == 0)
    return best;
  for (const char *at = strstr (text, quote); at != NULL; at = strstr (at + 1, quote))
    {
      gsize agreement = agree_before (text, at, prefix) + agree_after (at + length, suffix);
      guint start = at - text;
      guint distance = start > near ? start - near : near - start;

      if (!hs_span_is_none (best)
          && (agreement < best_agreement || (agreement == best_agreement && distance >= best_distance)))
        continue;
      best = HS_SPAN_INIT (start, start + length);
      best_agreement = agreement;
      best_distance = distance;
    }
  return best;
}

/**
 * hs_anchor_context:
 * @text: a text
 * @span: words of it
 * @prefix: (out) (transfer full): up to 32 characters before
 * @suffix: (out) (transfer full): up to 32 characters after
 */
void
hs_anchor_context (const char  *text,
                   HsSpan       span,
                   char       **prefix,
                   char       **suffix)
{
  const char *from = text + span.start;
  const char *to = text + span.end;

  for (guint i = 0; i < CONTEXT && from > text; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  *prefix = g_strndup (from, text + span.start - from);
  *suffix = g_strndup (text + span.end, to - (text + span.end));
}

/**
 * hs_anchor_notes:
 * @database: the writer's
 * @article: its id
 * @revision: the id of its present revision
 * @text: the text of that
 * @error: return location
 *
 * Finds the words that its notes are anchored to again, and keeps where they are.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_anchor_notes (HsDatabase  *database,
                 gint64       article,
                 gint64       revision,
                 const char  *text,
                 GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT id, quote, prefix, suffix, start FROM notes WHERE article = ?1", "i",
                             article);
  while (hs_query_next (query, &local))
    {
      HsSpan span = hs_anchor_find (text, hs_query_text (query, 1), hs_query_text (query, 2), hs_query_text (query, 3),
                                    hs_query_int (query, 4));

      if (!hs_database_run (database, error, "UPDATE notes SET revision = ?2, start = ?3, end = ?4 WHERE id = ?1",
                            "iinn", hs_query_int (query, 0), revision, span.start, span.end))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
