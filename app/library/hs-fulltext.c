/* hs-fulltext.c: the words of articles into and out of the index
 *
 * The index gathers words in memory and writes them out at once, unless something
 * comes between: a statement with a trigger, a savepoint, an id that is less than
 * the one before. So what goes in waits for the end of the transaction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"
#include "hs-vocabulary.h"

/* Columns that words are searched in, as they are found. */
#define COLUMNS "SELECT title, byline, text, mark FROM article_texts WHERE id = ?1"

/* A command to the index takes its values one by one, never by SELECT: a statement
 * that might write several rows makes the index write out what it gathered, for
 * each article anew. */
static gboolean
run_with_texts (HsDatabase  *database,
                const char  *sql,
                gint64       article,
                HsQuery     *texts,
                GError     **error)
{
  return hs_database_run (database, error, sql, "issss", article, hs_query_text (texts, 0), hs_query_text (texts, 1),
                          hs_query_text (texts, 2), hs_query_text (texts, 3));
}

static gboolean
add_words (HsLibrary   *library,
           HsDatabase  *database,
           HsQuery     *texts,
           GError     **error)
{
  for (guint i = 0; i < 3; i++)
    if (!hs_query_is_null (texts, i)
        && !hs_words_add (database, hs_library_get_known_words (library), hs_query_text (texts, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
index_one (HsLibrary   *library,
           HsDatabase  *database,
           gint64       article,
           GError     **error)
{
  g_autoptr (HsQuery) texts = hs_database_query (database, COLUMNS, "i", article);
  g_autoptr (GError) local = NULL;

  if (hs_query_next (texts, &local))
    return add_words (library, database, texts, error)
           && run_with_texts (database,
                              "INSERT INTO articles_fts (rowid, title, byline, text, mark) VALUES (?1, ?2, ?3, ?4, ?5)",
                              article, texts, error);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * hs_fulltext_finish:
 * @library: a library
 * @database: the writer's
 * @error: return location
 *
 * Puts the words of all that hs_fulltext_add() named into the index, at the end of a
 * transaction.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_fulltext_finish (HsLibrary   *library,
                    HsDatabase  *database,
                    GError     **error)
{
  GHashTable *unindexed = hs_library_get_unindexed (library);
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (unindexed), compare_ids);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!index_one (library, database, *(gint64 *) l->data, error))
      return FALSE;
  g_hash_table_remove_all (unindexed);
  return TRUE;
}

/**
 * hs_fulltext_add:
 * @library: a library
 * @article: its id
 *
 * Has its words put into the index some time after, by hs_fulltext_finish(). The writer's
 * thread.
 */
void
hs_fulltext_add (HsLibrary *library,
                 gint64     article)
{
  g_hash_table_add (hs_library_get_unindexed (library), g_memdup2 (&article, sizeof article));
}

/**
 * hs_fulltext_remove:
 * @library: a library
 * @database: the writer's
 * @article: its id
 * @error: return location
 *
 * Takes its words out of the index, as they are kept now; or out of what waits to be put
 * there.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_fulltext_remove (HsLibrary   *library,
                    HsDatabase  *database,
                    gint64       article,
                    GError     **error)
{
  g_autoptr (HsQuery) texts = NULL;
  g_autoptr (GError) local = NULL;

  if (g_hash_table_remove (hs_library_get_unindexed (library), &article))
    return TRUE;
  texts = hs_database_query (database, COLUMNS, "i", article);
  if (hs_query_next (texts, &local))
    return run_with_texts (database,
                           "INSERT INTO articles_fts (articles_fts, rowid, title, byline, text, mark)"
                           " VALUES ('delete', ?1, ?2, ?3, ?4, ?5)", article, texts, error);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
