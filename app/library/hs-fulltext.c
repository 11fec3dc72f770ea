/* hs-fulltext.c: the words of articles into and out of the index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"
#include "hs-vocabulary.h"

/* Title, byline and text as they are found. */
static gboolean
add_words (HsLibrary   *library,
           HsDatabase  *database,
           gint64       article,
           GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT title, byline, text FROM article_texts WHERE id = ?1", "i", article);
  if (hs_query_next (query, &local))
    for (guint i = 0; i < 3 && local == NULL; i++)
      if (!hs_query_is_null (query, i))
        hs_words_add (database, hs_library_get_known_words (library), hs_query_text (query, i), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
hs_fulltext_add (HsLibrary   *library,
                 HsDatabase  *database,
                 gint64       article,
                 GError     **error)
{
  return add_words (library, database, article, error)
         && hs_database_run (database, error,
                             "INSERT INTO articles_fts (rowid, title, byline, text, mark)"
                             " SELECT id, title, byline, text, mark FROM article_texts WHERE id = ?1", "i", article);
}

gboolean
hs_fulltext_remove (HsDatabase  *database,
                    gint64       article,
                    GError     **error)
{
  return hs_database_run (database, error,
                          "INSERT INTO articles_fts (articles_fts, rowid, title, byline, text, mark)"
                          " SELECT 'delete', id, title, byline, text, mark FROM article_texts WHERE id = ?1", "i", article);
}
