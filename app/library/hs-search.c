/* hs-search.c: what is typed in the search field, run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-search.h"

#include "hs-compile.h"

#define CHUNK 20000

typedef struct
{
  HsSearchWhat what;
  const char *query;          /* (unowned) */
  gboolean typing;
  guint first;
  HsSearchFunc func;
  gpointer data;
  GCancellable *cancellable;  /* (unowned) (nullable) */
} Search;

/* Newest first by id: rows come out of the index in that order, so the first
 * page is there at once, however many match. */
char *
hs_compiled_make_sql (HsCompiled   *self,
                      HsSearchWhat  what)
{
  const char *where = self->where->str;

  switch (what)
    {
    case HS_SEARCH_STORIES:
      return g_strdup_printf ("SELECT s.id FROM stories AS s WHERE s.n_articles >= 2%s"
                              " ORDER BY s.latest DESC, s.id DESC", where);
    case HS_SEARCH_SOURCES:
      return g_strdup_printf ("SELECT o.id FROM sources AS o WHERE o.n_articles > 0%s"
                              " ORDER BY o.name IS NULL, o.key, o.id", where);
    case HS_SEARCH_ENTITIES:
      return g_strdup_printf ("SELECT e.id FROM entities AS e WHERE e.n_articles > 0%s"
                              " ORDER BY %s, e.n_mentions DESC, e.id DESC", where,
                              self->order != NULL ? self->order : "e.n_mentions DESC");
    case HS_SEARCH_NOTES:
      return g_strdup_printf ("SELECT n.id FROM notes AS n JOIN articles AS a ON a.id = n.article"
                              " WHERE n.deleted = 0 AND a.deleted = 0%s ORDER BY n.modified DESC, n.id DESC", where);
    case HS_SEARCH_ARTICLES:
    default:
      if (self->match == NULL)
        return g_strdup_printf ("SELECT a.id FROM articles AS a WHERE a.deleted = 0%s ORDER BY a.id DESC", where);
      return g_strdup_printf ("SELECT a.id FROM articles_fts AS f CROSS JOIN articles AS a ON a.id = f.rowid"
                              " WHERE f.articles_fts MATCH ?%u AND a.deleted = 0%s ORDER BY f.rowid DESC",
                              hs_compiled_add_text (self, self->match), where);
    }
}

static gboolean
hand_over (Search *search,
           GArray *ids)
{
  gboolean more = search->func ((const gint64 *) ids->data, ids->len, search->data);

  g_array_set_size (ids, 0);
  return more;
}

static gboolean
run (Search      *search,
     HsQuery     *query,
     GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  guint wanted = search->first;

  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (ids, id);
      if (ids->len % 256 == 0 && g_cancellable_set_error_if_cancelled (search->cancellable, error))
        return FALSE;
      if (ids->len < wanted)
        continue;
      wanted = CHUNK;
      if (!hand_over (search, ids))
        return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ids->len > 0)
    hand_over (search, ids);
  return TRUE;
}

static gboolean
find_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Search *search = data;
  g_autoptr (HsCompiled) compiled = NULL;
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *sql = NULL;

  compiled = hs_compile (database, search->what, search->query, search->typing, error);
  if (compiled == NULL)
    return FALSE;
  sql = hs_compiled_make_sql (compiled, search->what);
  query = hs_database_query (database, sql, "");
  hs_compiled_bind (compiled, query);
  return run (search, query, error);
}

/**
 * hs_library_find:
 * @self: a library
 * @what: what is searched
 * @query: what was typed, "" for everything
 * @typing: whether it is still being typed
 * @first: how many ids make the first portion
 * @func: (scope call): gets the ids, in order, on this thread
 * @data: for @func
 * @cancellable: (nullable): ends the search
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether it ran to its end, or @func ended it
 */
gboolean
hs_library_find (HsLibrary     *self,
                 HsSearchWhat   what,
                 const char    *query,
                 gboolean       typing,
                 guint          first,
                 HsSearchFunc   func,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Search search = { what, query != NULL ? query : "", typing, first, func, data, cancellable };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  return hs_library_read (self, find_work, &search, error);
}

typedef struct
{
  GArray *ids;      /* (unowned) */
  guint offset;
  guint limit;
} Collecting;

static gboolean
collect (const gint64 *ids,
         guint         n,
         gpointer      data)
{
  Collecting *self = data;
  guint skipped = MIN (self->offset, n);
  guint wanted = n - skipped;

  self->offset -= skipped;
  if (self->limit > 0)
    wanted = MIN (wanted, self->limit - self->ids->len);
  g_array_append_vals (self->ids, ids + skipped, wanted);
  return self->limit == 0 || self->ids->len < self->limit;
}

/**
 * hs_library_search:
 * @self: a library
 * @query: (nullable): see DESIGN §4; "" is everything
 * @offset: how many to pass over
 * @limit: how many at most; 0 all
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type gint64): ids, newest first; %NULL with
 *   @error set
 */
GArray *
hs_library_search (HsLibrary   *self,
                   const char  *query,
                   guint        offset,
                   guint        limit,
                   GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Collecting collecting = { ids, offset, limit };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (!hs_library_find (self, HS_SEARCH_ARTICLES, query, FALSE, limit > 0 ? offset + limit : CHUNK, collect,
                        &collecting, NULL, error))
    return NULL;
  return g_steal_pointer (&ids);
}
