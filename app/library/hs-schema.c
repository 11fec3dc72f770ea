/* hs-schema.c: whether a file is a library, and making one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-schema.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "hs-data-resources.h"
#include "hs-error.h"

#define SQL "/io/github/hearsay/Hearsay/sql/"
#define HEADER 100
#define AT_VERSION 60
#define AT_APPLICATION 68

static gboolean
check_numbers (const char  *path,
               gint64       application,
               gint64       version,
               GError     **error)
{
  if (application != HS_SCHEMA_APPLICATION)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_LIBRARY, _("The file “%s” is not a Hearsay library."), path);
      return FALSE;
    }
  if (version > HS_SCHEMA_VERSION)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NEWER_LIBRARY,
                   _("The library “%s” was made by a newer version of Hearsay. Use that version to open it; "
                     "nothing was changed."), path);
      return FALSE;
    }
  return TRUE;
}

/* What makes each version out of the one before. */
static const char * const steps[] = { SQL "schema.sql", SQL "schema-2.sql", SQL "schema-3.sql",
                                      SQL "schema-4.sql", SQL "schema-5.sql", SQL "schema-6.sql", SQL "schema-7.sql",
                                      SQL "schema-8.sql", SQL "schema-9.sql", SQL "schema-10.sql" };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == HS_SCHEMA_VERSION);

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * hs_schema_check_file:
 * @path: an existing file
 * @error: return location
 *
 * Keeps SQLite away from files that are none of ours.
 *
 * Returns: whether it may be opened as a library
 */
gboolean
hs_schema_check_file (const char  *path,
                      GError     **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint8 header[HEADER] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gsize size;

  if (file == NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_READ, _("The library “%s” could not be read: %s."), path,
                   g_strerror (errno));
      return FALSE;
    }
  size = fread (header, 1, sizeof header, file);
  fclose (file);
  /* empty, or its making was interrupted: SQLite will put that right */
  if (size == 0 || g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  if (size < sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    return check_numbers (path, 0, 0, error);
  return check_numbers (path, read_number (header + AT_APPLICATION), read_number (header + AT_VERSION), error);
}

/**
 * hs_schema_is_older:
 * @path: an existing file that hs_schema_check_file() let pass
 *
 * Returns: whether it is a library that wants to be brought up to date
 */
gboolean
hs_schema_is_older (const char *path)
{
  guint8 header[HEADER] = { 0 };
  FILE *file = g_fopen (path, "rbe");
  gsize size = file != NULL ? fread (header, 1, sizeof header, file) : 0;

  if (file != NULL)
    fclose (file);
  return size == sizeof header && read_number (header + AT_APPLICATION) == HS_SCHEMA_APPLICATION
         && read_number (header + AT_VERSION) < HS_SCHEMA_VERSION;
}

static gboolean
check_application (HsDatabase  *database,
                   GError     **error)
{
  gint64 application, version;

  return hs_database_get_int (database, &application, 0, error, "PRAGMA application_id", "")
         && hs_database_get_int (database, &version, 0, error, "PRAGMA user_version", "")
         && check_numbers (hs_database_get_path (database), application, version, error);
}

/**
 * hs_schema_check:
 * @database: a connection
 * @error: return location
 *
 * Returns: whether it is a library that this program can read as it is
 */
gboolean
hs_schema_check (HsDatabase  *database,
                 GError     **error)
{
  gint64 version;

  if (!check_application (database, error)
      || !hs_database_get_int (database, &version, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  if (version == HS_SCHEMA_VERSION)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
               _("The library “%s” was made by an older version of Hearsay and cannot be brought up to date: "
                 "it cannot be written."), hs_database_get_path (database));
  return FALSE;
}

/* Brings a library of @version (0: none yet) up to date. */
static gboolean
upgrade (HsDatabase  *database,
         gint64       version,
         GError     **error)
{
  g_autofree char *numbers = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                              HS_SCHEMA_APPLICATION, HS_SCHEMA_VERSION);

  for (gsize i = version; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GBytes) sql = g_resource_lookup_data (hs_data_get_resource (), steps[i], G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                       NULL);

      g_assert (sql != NULL);
      if (!hs_database_execute (database, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }
  return hs_database_execute (database, numbers, error);
}

/* Inside a transaction, so that two programs that start at once make it once. */
static gboolean
create_or_check (HsDatabase  *database,
                 GError     **error)
{
  gint64 n_tables, version;

  if (!hs_database_get_int (database, &n_tables, 0, error, "SELECT count(*) FROM sqlite_schema", ""))
    return FALSE;
  if (n_tables == 0)
    return upgrade (database, 0, error);
  if (!check_application (database, error)
      || !hs_database_get_int (database, &version, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  return version == HS_SCHEMA_VERSION || upgrade (database, version, error);
}

/* Changing to WAL wants the file for itself; another program that opens the
 * same new library may be in the way for a moment. */
static gboolean
set_journal_mode (HsDatabase  *database,
                  GError     **error)
{
  for (guint attempt = 0;; attempt++)
    {
      g_autoptr (GError) local = NULL;

      if (hs_database_execute (database, "PRAGMA journal_mode = WAL", &local))
        return TRUE;
      if (!g_error_matches (local, HS_ERROR, HS_ERROR_BUSY) || attempt == 50)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_usleep (20000);
    }
}

/**
 * hs_schema_prepare:
 * @database: the writer's
 * @error: return location
 *
 * Makes the tables when there are none, or those an older library lacks; sets the
 * connection up for writing.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_schema_prepare (HsDatabase  *database,
                   GError     **error)
{
  gint64 n_tables;

  if (!hs_database_execute (database, "PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536;"
                                      "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 2147418112", error)
      || !hs_database_begin (database, error))
    return FALSE;
  if (!create_or_check (database, error))
    {
      hs_database_rollback (database);
      return FALSE;
    }
  /* a connection that never looked at the log would leave it behind */
  return hs_database_commit (database, error)
         && set_journal_mode (database, error)
         && hs_database_get_int (database, &n_tables, 0, error, "SELECT count(*) FROM sqlite_schema", "")
         && hs_database_execute (database, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
                                           "PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000",
                                           error);
}
