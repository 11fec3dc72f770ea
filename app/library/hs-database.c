/* hs-database.c: a connection to SQLite and its statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-database.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#include "hs-error.h"
#include "hs-keep-private.h"
#include "hs-url.h"

#define BUSY_TIMEOUT_MS 10000
/* So many statements are kept compiled. */
#define MAX_QUERIES 400

struct _HsDatabase
{
  sqlite3 *handle;       /* (owned) */
  char *path;            /* (owned) */
  GHashTable *queries;   /* (owned) (element-type utf8 HsQuery): compiled, by SQL */
};

struct _HsQuery
{
  HsDatabase *database;  /* (unowned) */
  sqlite3_stmt *handle;  /* (owned) */
  gboolean kept;         /* among those of the connection */
  gboolean lent;         /* of those: in use */
};

/* Turns what SQLite says into a sentence for the user. */
static void
set_error (HsDatabase  *self,
           int          code,
           GError     **error)
{
  const char *why = self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled."));
      break;
    case SQLITE_FULL:
      g_set_error (error, HS_ERROR, HS_ERROR_DISK_FULL,
                   _("The disk that holds the library “%s” is full. Nothing of the last step was kept; "
                     "make room and try again."), self->path);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, HS_ERROR, HS_ERROR_BUSY,
                   _("Another program is writing to the library “%s”. Try again in a moment."), self->path);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                   _("The library “%s” can be read but not changed."), self->path);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_LIBRARY,
                   _("The file “%s” is not a Hearsay library."), self->path);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, HS_ERROR, HS_ERROR_READ,
                   _("The library “%s” is damaged (%s). Restore it from a copy."), self->path, why);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, HS_ERROR, HS_ERROR_READ,
                   _("The library “%s” could not be opened."), self->path);
      break;
    default:
      g_set_error (error, HS_ERROR, HS_ERROR_FAILED,
                   _("The library “%s” failed: %s."), self->path, why);
      break;
    }
}

static sqlite3_stmt *
compile (HsDatabase *self,
         const char *sql)
{
  sqlite3_stmt *handle = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &handle, NULL);

  if (code == SQLITE_ERROR || code == SQLITE_RANGE || code == SQLITE_MISUSE)
    g_error ("SQL does not compile: %s: %s", sqlite3_errmsg (self->handle), sql);
  return code == SQLITE_OK ? handle : NULL;
}

static void
query_destroy (gpointer data)
{
  HsQuery *self = data;

  sqlite3_finalize (self->handle);
  g_free (self);
}

/* hs_fold (text): see hs_library_fold() */
static void
fold (sqlite3_context  *context,
      int               n,
      sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  sqlite3_result_text (context, hs_library_fold (text), -1, g_free);
}

/* hs_address (text): see hs_url_normalise() */
static void
address (sqlite3_context  *context,
         int               n,
         sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text != NULL)
    sqlite3_result_text (context, hs_url_normalise (text), -1, g_free);
}

/* hs_entity_key (kind, key): see hs_entity_key() */
static void
entity_key (sqlite3_context  *context,
            int               n,
            sqlite3_value   **values)
{
  const char *key = (const char *) sqlite3_value_text (values[1]);

  if (key != NULL)
    sqlite3_result_int64 (context, hs_entity_key (sqlite3_value_int (values[0]), key));
}

/* The same statements come again and again, and most of them are long: its length and
 * some letters of it tell one from nearly all others. */
static guint
hash_sql (gconstpointer key)
{
  const char *sql = key;
  gsize length = strlen (sql);
  guint hash = (guint) length;

  for (gsize i = 0; i < length; i += 8)
    hash = hash * 31 + (guchar) sql[i];
  return hash;
}

/* Counting every allocation under one lock costs more than it tells. */
static gpointer
configure (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

/**
 * hs_database_open:
 * @path: the file
 * @mode: what it is opened for; %HS_DATABASE_WRITE creates it when absent
 * @error: return location
 *
 * Returns: (transfer full): a connection; %NULL with @error set
 */
HsDatabase *
hs_database_open (const char      *path,
                  HsDatabaseMode   mode,
                  GError         **error)
{
  g_autoptr (HsDatabase) self = g_new0 (HsDatabase, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat ("file:", escaped, mode == HS_DATABASE_FROZEN ? "?immutable=1" : "", NULL);
  static GOnce configured = G_ONCE_INIT;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  g_once (&configured, configure, NULL);
  flags |= mode == HS_DATABASE_WRITE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  self->path = g_strdup (path);
  self->queries = g_hash_table_new_full (hash_sql, g_str_equal, NULL, query_destroy);
  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return NULL;
    }
  sqlite3_create_function (self->handle, "hs_fold", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, fold, NULL, NULL);
  sqlite3_create_function (self->handle, "hs_address", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, address, NULL,
                           NULL);
  sqlite3_create_function (self->handle, "hs_entity_key", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, entity_key, NULL,
                           NULL);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  return g_steal_pointer (&self);
}

/**
 * hs_database_close:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes it, on the thread it belongs to.
 */
void
hs_database_close (HsDatabase *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->queries);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A query of “%s” was still open", self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * hs_database_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): where its file is
 */
const char *
hs_database_get_path (HsDatabase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * hs_database_interrupt:
 * @self: a connection
 *
 * Makes what runs on another thread return with %G_IO_ERROR_CANCELLED. Any thread.
 */
void
hs_database_interrupt (HsDatabase *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_interrupt (self->handle);
}

/**
 * hs_database_execute:
 * @self: a connection
 * @sql: several statements without parameters or rows
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_database_execute (HsDatabase  *self,
                     const char  *sql,
                     GError     **error)
{
  int code;

  g_return_val_if_fail (self != NULL, FALSE);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_ERROR)
    g_error ("SQL failed: %s: %s", sqlite3_errmsg (self->handle), sql);
  if (code != SQLITE_OK)
    {
      set_error (self, code, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * hs_database_begin:
 * @self: a connection
 * @error: return location
 *
 * Begins a transaction that writes.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_database_begin (HsDatabase  *self,
                   GError     **error)
{
  return hs_database_execute (self, "BEGIN IMMEDIATE", error);
}

/**
 * hs_database_commit:
 * @self: a connection
 * @error: return location
 *
 * Ends the transaction; what cannot be kept is rolled back.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_database_commit (HsDatabase  *self,
                    GError     **error)
{
  if (hs_database_execute (self, "COMMIT", error))
    return TRUE;
  hs_database_rollback (self);
  return FALSE;
}

/**
 * hs_database_rollback:
 * @self: a connection
 *
 * Undoes the transaction; nothing happens when none is open.
 */
void
hs_database_rollback (HsDatabase *self)
{
  g_return_if_fail (self != NULL);

  /* a full disk may have rolled back by itself */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * hs_database_is_writing:
 * @self: a connection
 *
 * Returns: whether a transaction is open; a full disk may have ended it
 */
gboolean
hs_database_is_writing (HsDatabase *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !sqlite3_get_autocommit (self->handle);
}

/**
 * hs_database_get_last_id:
 * @self: a connection
 *
 * Returns: the id of the row that was inserted last
 */
gint64
hs_database_get_last_id (HsDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * hs_database_get_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
guint
hs_database_get_changes (HsDatabase *self)
{
  return sqlite3_changes (self->handle);
}

static HsQuery *
take_query (HsDatabase *self,
            const char *sql)
{
  HsQuery *query = g_hash_table_lookup (self->queries, sql);

  if (query != NULL && !query->lent)
    {
      query->lent = TRUE;
      return query;
    }
  query = g_new0 (HsQuery, 1);
  query->database = self;
  query->handle = compile (self, sql); /* NULL: the reason comes with the first step */
  return query;
}

static void
bind_bytes (HsQuery *self,
            int      index,
            GBytes  *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    sqlite3_bind_null (self->handle, index);
  else
    sqlite3_bind_blob64 (self->handle, index, data != NULL ? data : "", size, SQLITE_TRANSIENT);
}

static void
bind_value (HsQuery       *self,
            int            index,
            const HsValue *value)
{
  if (value->type == 'i')
    sqlite3_bind_int64 (self->handle, index, value->integer);
  else if (value->type == 's')
    sqlite3_bind_text (self->handle, index, value->text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (self->handle, index);
}

static void
bind_all (HsQuery    *self,
          const char *types,
          va_list     args)
{
  if (self->handle == NULL)
    return;
  for (int i = 1; *types != '\0'; types++, i++)
    switch (*types)
      {
      case 'i':
        sqlite3_bind_int64 (self->handle, i, va_arg (args, gint64));
        break;
      case 'n':
        sqlite3_bind_int64 (self->handle, i, va_arg (args, int));
        break;
      case 'd':
        sqlite3_bind_double (self->handle, i, va_arg (args, double));
        break;
      case 's':
        sqlite3_bind_text (self->handle, i, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'b':
        bind_bytes (self, i, va_arg (args, GBytes *));
        break;
      case 'v':
        bind_value (self, i, va_arg (args, const HsValue *));
        break;
      case '0':
        sqlite3_bind_null (self->handle, i);
        break;
      default:
        g_assert_not_reached ();
      }
}

/**
 * hs_database_run:
 * @self: a connection
 * @error: return location
 * @sql: a statement whose rows do not matter
 * @types: what follows, a letter each, for ?1, ?2 …: `i` gint64, `n` int or guint, `d`
 *   double, `s` const char * (nullable), `b` GBytes * (nullable), `v` HsValue *, `0`
 *   nothing follows: NULL
 * @...: the parameters
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_database_run (HsDatabase  *self,
                 GError     **error,
                 const char  *sql,
                 const char  *types,
                 ...)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  va_list args;

  g_return_val_if_fail (self != NULL, FALSE);

  query = take_query (self, sql);
  va_start (args, types);
  bind_all (query, types, args);
  va_end (args);
  while (hs_query_next (query, &local))
    ;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/**
 * hs_database_get_int:
 * @self: a connection
 * @out: (out): the first column of the first row
 * @fallback: what it is when there is none, or it is NULL
 * @error: return location
 * @sql: a query for one number
 * @types: what follows, see hs_database_run()
 * @...: the parameters
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_database_get_int (HsDatabase  *self,
                     gint64      *out,
                     gint64       fallback,
                     GError     **error,
                     const char  *sql,
                     const char  *types,
                     ...)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  va_list args;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  query = take_query (self, sql);
  va_start (args, types);
  bind_all (query, types, args);
  va_end (args);
  *out = fallback;
  if (hs_query_next (query, &local) && !hs_query_is_null (query, 0))
    *out = hs_query_int (query, 0);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}

/**
 * hs_database_query:
 * @self: a connection
 * @sql: a query
 * @types: what follows, see hs_database_run()
 * @...: the parameters
 *
 * What goes wrong is told by hs_query_next().
 *
 * Returns: (transfer full): a query that stands before its first row; hs_query_free() keeps
 *   its compiled statement for the next time
 */
HsQuery *
hs_database_query (HsDatabase *self,
                   const char *sql,
                   const char *types,
                   ...)
{
  HsQuery *query;
  va_list args;

  g_return_val_if_fail (self != NULL, NULL);

  query = take_query (self, sql);
  va_start (args, types);
  bind_all (query, types, args);
  va_end (args);
  return query;
}

/**
 * hs_value_clear:
 * @value: a value
 *
 * Frees what it holds; NULL is left.
 */
void
hs_value_clear (HsValue *value)
{
  g_clear_pointer (&value->text, g_free);
  value->type = '0';
}

/**
 * hs_query_bind_int:
 * @self: a query that was not started
 * @index: of the parameter, from 1
 * @value: what it is
 */
void
hs_query_bind_int (HsQuery *self,
                   guint    index,
                   gint64   value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

/**
 * hs_query_bind_text:
 * @self: a query that was not started
 * @index: of the parameter, from 1
 * @value: (nullable): what it is; copied
 */
void
hs_query_bind_text (HsQuery    *self,
                    guint       index,
                    const char *value)
{
  sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT);
}

/**
 * hs_query_next:
 * @self: a query
 * @error: return location
 *
 * Goes on to the next row.
 *
 * Returns: %TRUE with a row; %FALSE at the end, or with @error set
 */
gboolean
hs_query_next (HsQuery  *self,
               GError  **error)
{
  int code;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->handle == NULL)
    {
      set_error (self->database, sqlite3_errcode (self->database->handle), error);
      return FALSE;
    }
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    {
      if ((code & 0xff) == SQLITE_CONSTRAINT || (code & 0xff) == SQLITE_MISMATCH)
        g_critical ("%s: %s", sqlite3_errmsg (self->database->handle), sqlite3_sql (self->handle));
      set_error (self->database, code, error);
    }
  return FALSE;
}

/**
 * hs_query_int:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: its value as a number; 0 for NULL
 */
gint64
hs_query_int (HsQuery *self,
              guint    column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * hs_query_double:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: its value as a number; 0 for NULL
 */
double
hs_query_double (HsQuery *self,
                 guint    column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * hs_query_is_null:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: whether nothing is there
 */
gboolean
hs_query_is_null (HsQuery *self,
                  guint    column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * hs_query_text:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): its value as a text, until the next row; %NULL for
 *   NULL
 */
const char *
hs_query_text (HsQuery *self,
               guint    column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * hs_query_dup:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): its value as a text; %NULL for NULL
 */
char *
hs_query_dup (HsQuery *self,
              guint    column)
{
  return g_strdup (hs_query_text (self, column));
}

/**
 * hs_query_bytes:
 * @self: a query that stands on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL for NULL
 */
GBytes *
hs_query_bytes (HsQuery *self,
                guint    column)
{
  const void *data = sqlite3_column_blob (self->handle, column);

  if (hs_query_is_null (self, column))
    return NULL;
  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

/**
 * hs_query_value:
 * @self: a query that stands on a row
 * @column: from 0
 * @value: (inout): becomes its value; what it held is freed
 *
 * Reads a number or a text; NULL leaves a value that is cleared.
 */
void
hs_query_value (HsQuery *self,
                guint    column,
                HsValue *value)
{
  hs_value_clear (value);
  switch (sqlite3_column_type (self->handle, column))
    {
    case SQLITE_INTEGER:
      value->type = 'i';
      value->integer = hs_query_int (self, column);
      break;
    case SQLITE_NULL:
      break;
    default:
      value->type = 's';
      value->text = hs_query_dup (self, column);
      break;
    }
}

/**
 * hs_query_free:
 * @self: (transfer full) (nullable): a query; its compiled statement is kept for the next
 *   time
 */
void
hs_query_free (HsQuery *self)
{
  HsDatabase *database;
  const char *sql;

  if (self == NULL)
    return;
  database = self->database;
  if (self->handle == NULL)
    {
      query_destroy (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->lent = FALSE;
  if (self->kept)
    return;
  sql = sqlite3_sql (self->handle);
  self->kept = !g_hash_table_contains (database->queries, sql) && g_hash_table_size (database->queries) < MAX_QUERIES;
  if (self->kept)
    g_hash_table_insert (database->queries, (char *) sql, self);
  else
    query_destroy (self);
}
