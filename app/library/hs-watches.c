/* hs-watches.c: searches that are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"

#include <glib/gi18n-lib.h>

#include "hs-compile.h"

/* Nobody reads a larger number. */
#define MAX_COUNTED 1000

/**
 * hs_stored_watch_free:
 * @self: (transfer full) (nullable): a watch as it is kept
 */
void
hs_stored_watch_free (HsStoredWatch *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->query);
  g_free (self);
}

/* How many unread articles the query finds; one that is no longer understood
 * finds none. */
static gboolean
count_unread (HsDatabase     *database,
              HsStoredWatch  *watch,
              GError        **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (HsCompiled) compiled = hs_compile (database, HS_SEARCH_ARTICLES, watch->query, FALSE, &local);
  g_autoptr (HsQuery) query = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *sql = NULL;

  if (compiled == NULL && g_error_matches (local, HS_ERROR, HS_ERROR_QUERY))
    return TRUE;
  if (compiled != NULL)
    {
      g_string_append (compiled->where, " AND a.read = 0");
      ids = hs_compiled_make_sql (compiled, HS_SEARCH_ARTICLES);
      sql = g_strdup_printf ("SELECT count(*) FROM (%s LIMIT %d)", ids, MAX_COUNTED);
      query = hs_database_query (database, sql, "");
      hs_compiled_bind (compiled, query);
      if (hs_query_next (query, &local))
        watch->n_unread = hs_query_int (query, 0);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  GPtrArray *watches = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT id, title, query, notify FROM watches WHERE deleted = 0"
                                       " ORDER BY id", "");
  while (hs_query_next (query, &local))
    {
      HsStoredWatch *watch = g_new0 (HsStoredWatch, 1);

      watch->id = hs_query_int (query, 0);
      watch->title = hs_query_dup (query, 1);
      watch->query = hs_query_dup (query, 2);
      watch->notify = hs_query_int (query, 3) != 0;
      g_ptr_array_add (watches, watch);
    }
  for (guint i = 0; local == NULL && i < watches->len; i++)
    count_unread (database, g_ptr_array_index (watches, i), &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_watches:
 * @self: a library
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type HsStoredWatch): in the order they were
 *   made; %NULL with @error set
 */
GPtrArray *
hs_library_load_watches (HsLibrary  *self,
                         GError    **error)
{
  g_autoptr (GPtrArray) watches = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_watch_free);

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, load_work, watches, error) ? g_steal_pointer (&watches) : NULL;
}

/* --- decisions ------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  const char *title;   /* (unowned) (nullable) */
  const char *query;   /* (unowned) (nullable) */
  int notify;
} Deciding;

static gboolean
check_query (HsDatabase  *database,
             const char  *query,
             GError     **error)
{
  g_autoptr (HsCompiled) compiled = query != NULL ? hs_compile (database, HS_SEARCH_ARTICLES, query, FALSE, error)
                                                  : NULL;

  return query == NULL || compiled != NULL;
}

static gboolean
set_all (HsEntry         *entry,
         const Deciding  *deciding,
         GError         **error)
{
  return (deciding->title == NULL
          || hs_entry_set_text (entry, "watches", deciding->id, "title", deciding->title, error))
         && (deciding->query == NULL
             || hs_entry_set_text (entry, "watches", deciding->id, "query", deciding->query, error))
         && (deciding->notify < 0
             || hs_entry_set_int (entry, "watches", deciding->id, "notify", deciding->notify > 0, error));
}

static gboolean
add_work (HsLibrary   *self,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  Deciding *deciding = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-watch", deciding->title, NULL);

  if (!check_query (database, deciding->query, error)
      || !hs_database_run (database, error, "INSERT INTO watches (title, query, notify) VALUES (?1, ?2, ?3)", "ssn",
                           deciding->title, deciding->query, deciding->notify > 0))
    return FALSE;
  deciding->id = hs_database_get_last_id (database);
  return hs_entry_set_int (entry, "watches", deciding->id, "deleted", 0, error) && hs_entry_finish (entry, error);
}

static gboolean
check_title (const char  *title,
             GError     **error)
{
  if (*title != '\0')
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_USAGE, _("A watch wants a name."));
  return FALSE;
}

/**
 * hs_library_add_watch:
 * @self: a library
 * @title: its name
 * @query: a search for articles
 * @notify: whether new articles that it finds are to be told of
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: its id; -1 with @error set, %HS_ERROR_QUERY when the search cannot be
 *   understood
 */
gint64
hs_library_add_watch (HsLibrary   *self,
                      const char  *title,
                      const char  *query,
                      gboolean     notify,
                      GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title != NULL ? title : ""));
  Deciding deciding = { 0, stripped, query, notify };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (query != NULL, -1);

  return check_title (stripped, error) && hs_library_write (self, add_work, &deciding, error) ? deciding.id : -1;
}

static char *
load_title (HsDatabase  *database,
            gint64       watch,
            GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT title FROM watches WHERE id = ?1 AND deleted = 0", "i", watch);
  if (hs_query_next (query, &local))
    return hs_query_dup (query, 0);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such watch in the library."));
  return NULL;
}

static gboolean
edit_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Deciding *deciding = data;
  g_autofree char *title = load_title (database, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "edit-watch",
                                            deciding->title != NULL ? deciding->title : title, NULL);

  return title != NULL
         && check_query (database, deciding->query, error)
         && set_all (entry, deciding, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_edit_watch:
 * @self: a library
 * @watch: a watch
 * @title: (nullable): its new name
 * @query: (nullable): its new search
 * @notify: whether it tells of new articles, -1 leaves it
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether it was changed
 */
gboolean
hs_library_edit_watch (HsLibrary   *self,
                       gint64       watch,
                       const char  *title,
                       const char  *query,
                       int          notify,
                       GError     **error)
{
  g_autofree char *stripped = title != NULL ? g_strstrip (g_strdup (title)) : NULL;
  Deciding deciding = { watch, stripped, query, notify };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return (stripped == NULL || check_title (stripped, error)) && hs_library_write (self, edit_work, &deciding, error);
}

static gboolean
remove_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Deciding *deciding = data;
  g_autofree char *title = load_title (database, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "remove-watch", title, NULL);

  return title != NULL
         && hs_entry_set_int (entry, "watches", deciding->id, "deleted", 1, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_watch:
 * @self: a library
 * @watch: its id
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_remove_watch (HsLibrary  *self,
                         gint64      watch,
                         GError    **error)
{
  Deciding deciding = { .id = watch };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, remove_work, &deciding, error);
}

/* --- what it finds --------------------------------------------------------- */

typedef struct
{
  const char *query;   /* (unowned) */
  GArray *articles;    /* (unowned) */
  GArray *found;       /* (unowned) */
} Finding;

static gboolean
collect (HsDatabase    *database,
         HsCompiled    *compiled,
         GArray        *found,
         GError       **error)
{
  g_autofree char *sql = hs_compiled_make_sql (compiled, HS_SEARCH_ARTICLES);
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "");
  g_autoptr (GError) local = NULL;

  hs_compiled_bind (compiled, query);
  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (found, id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
match_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Finding *finding = data;
  g_autoptr (HsCompiled) compiled = hs_compile (database, HS_SEARCH_ARTICLES, finding->query, FALSE, error);

  if (compiled == NULL)
    return FALSE;
  g_string_append (compiled->where, " AND a.id IN (");
  for (guint i = 0; i < finding->articles->len; i++)
    g_string_append_printf (compiled->where, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (finding->articles, gint64, i));
  g_string_append_c (compiled->where, ')');
  return collect (database, compiled, finding->found, error);
}

/**
 * hs_library_match_watch:
 * @self: a library
 * @watch: a watch
 * @articles: (element-type gint64): which articles are asked about
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type gint64): those of @articles that it finds,
 *   latest first; %NULL with @error set
 */
GArray *
hs_library_match_watch (HsLibrary            *self,
                        const HsStoredWatch  *watch,
                        GArray               *articles,
                        GError              **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  Finding finding = { watch->query, articles, found };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, match_work, &finding, error) ? g_steal_pointer (&found) : NULL;
}

/* --- read, all of it --------------------------------------------------------- */

typedef struct
{
  const char *query;   /* (unowned) */
  guint n;
} Reading;

static gboolean
read_all_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  Reading *reading = data;
  g_autoptr (HsCompiled) compiled = hs_compile (database, HS_SEARCH_ARTICLES, reading->query, FALSE, error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "read", NULL, NULL);

  if (compiled == NULL)
    return FALSE;
  g_string_append (compiled->where, " AND a.read = 0");
  if (!collect (database, compiled, found, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    if (!hs_entry_set_int (entry, "articles", g_array_index (found, gint64, i), "read", 1, error))
      return FALSE;
  reading->n = found->len;
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_set_read_all:
 * @self: a library
 * @query: a search for articles, "" is everything
 * @n: (out) (optional): how many were unread
 * @error: return location
 *
 * Marks what it finds as read: one decision. Any thread but the writer's; waits.
 *
 * Returns: whether that was done
 */
gboolean
hs_library_set_read_all (HsLibrary   *self,
                         const char  *query,
                         guint       *n,
                         GError     **error)
{
  Reading reading = { query, 0 };
  gboolean done;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  done = hs_library_write (self, read_all_work, &reading, error);
  if (n != NULL)
    *n = done ? reading.n : 0;
  return done;
}
