/* hs-database.h: a connection to SQLite and its statements
 *
 * The one place of the program that sees sqlite3.h, and hands on nothing of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsDatabase:
 *
 * One connection. Belongs to one thread at a time. SQL that does not compile
 * is a mistake of the program and ends it; everything that can go wrong from
 * outside is a #GError of the domain %HS_ERROR.
 */
typedef struct _HsDatabase HsDatabase;
typedef struct _HsQuery HsQuery;

typedef enum
{
  HS_DATABASE_WRITE,
  HS_DATABASE_READ,
  HS_DATABASE_FROZEN /* reading where not even a lock file can be made */
} HsDatabaseMode;

HsDatabase *hs_database_open        (const char      *path,
                                     HsDatabaseMode   mode,
                                     GError         **error);
void        hs_database_close       (HsDatabase      *self);
const char *hs_database_get_path    (HsDatabase      *self);
/* Makes what runs on another thread return with G_IO_ERROR_CANCELLED. */
void        hs_database_interrupt   (HsDatabase      *self);

/* Several statements without parameters or rows. */
gboolean    hs_database_execute     (HsDatabase      *self,
                                     const char      *sql,
                                     GError         **error);
gboolean    hs_database_begin       (HsDatabase      *self,
                                     GError         **error);
gboolean    hs_database_commit      (HsDatabase      *self,
                                     GError         **error);
void        hs_database_rollback    (HsDatabase      *self);
/* Whether a transaction is open; a full disk may have ended it. */
gboolean    hs_database_is_writing  (HsDatabase      *self);
gint64      hs_database_get_last_id (HsDatabase      *self);
guint       hs_database_get_changes (HsDatabase      *self);

/* @types says what follows, a letter each, for ?1, ?2 …:
 * `i` gint64, `n` int or guint, `d` double, `s` const char * (nullable),
 * `b` GBytes * (nullable), `v` HsValue *, `0` nothing follows: NULL. */
gboolean    hs_database_run         (HsDatabase      *self,
                                     GError         **error,
                                     const char      *sql,
                                     const char      *types,
                                     ...);
/* For one number: the first column of the first row, @fallback when there is
 * none or it is NULL. */
gboolean    hs_database_get_int     (HsDatabase      *self,
                                     gint64          *out,
                                     gint64           fallback,
                                     GError         **error,
                                     const char      *sql,
                                     const char      *types,
                                     ...);
/* Starts a query. Free it with hs_query_free(), which keeps the compiled
 * statement for the next time. Returns: (transfer full). */
HsQuery    *hs_database_query       (HsDatabase      *self,
                                     const char      *sql,
                                     const char      *types,
                                     ...);

/* One value of any type, as SQLite keeps it. */
typedef struct
{
  char type;       /* 'i', 's', '0' */
  gint64 integer;
  char *text;      /* (owned) (nullable) */
} HsValue;

void        hs_value_clear          (HsValue         *value);

void        hs_query_bind_int       (HsQuery         *self,
                                     guint            index,
                                     gint64           value);
void        hs_query_bind_text      (HsQuery         *self,
                                     guint            index,
                                     const char      *value);
/* TRUE with a row; FALSE at the end, or with @error set. */
gboolean    hs_query_next           (HsQuery         *self,
                                     GError         **error);
gint64      hs_query_int            (HsQuery         *self,
                                     guint            column);
double      hs_query_double         (HsQuery         *self,
                                     guint            column);
gboolean    hs_query_is_null        (HsQuery         *self,
                                     guint            column);
/* (transfer none) (nullable): until the next row */
const char *hs_query_text           (HsQuery         *self,
                                     guint            column);
/* (transfer full) (nullable) */
char       *hs_query_dup            (HsQuery         *self,
                                     guint            column);
GBytes     *hs_query_bytes          (HsQuery         *self,
                                     guint            column);
void        hs_query_value          (HsQuery         *self,
                                     guint            column,
                                     HsValue         *value);
void        hs_query_free           (HsQuery         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDatabase, hs_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsQuery, hs_query_free)

G_END_DECLS
