/* hs-fulltext.c: the words of articles into and out of the index
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

gboolean
hs_fulltext_add (HsDatabase  *database,
                 gint64       article,
                 GError     **error)
{
  return hs_database_run (database, error,
                          "INSERT INTO articles_fts (rowid, title, byline, text)"
                          " SELECT id, title, byline, text FROM article_texts WHERE id = ?1", "i", article);
}

gboolean
hs_fulltext_remove (HsDatabase  *database,
                    gint64       article,
                    GError     **error)
{
  return hs_database_run (database, error,
                          "INSERT INTO articles_fts (articles_fts, rowid, title, byline, text)"
                          " SELECT 'delete', id, title, byline, text FROM article_texts WHERE id = ?1", "i", article);
}
