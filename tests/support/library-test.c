/* library-test.c: a library in a temporary folder, with what tests put in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hs-library-private.h"

void
library_test_remove (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      library_test_remove (child);
    }
  g_remove (path);
}

void
library_test_set_up (LibraryTest   *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("hearsay-library-XXXXXX", &error);
  g_assert_no_error (error);
  self->files = g_dir_make_tmp ("hearsay-files-XXXXXX", &error);
  g_assert_no_error (error);
  self->library = hs_library_open (self->directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_no_error (error);
}

void
library_test_tear_down (LibraryTest   *self,
                        gconstpointer  data)
{
  g_clear_object (&self->library);
  library_test_remove (self->directory);
  library_test_remove (self->files);
  g_free (self->directory);
  g_free (self->files);
}

void
library_test_reopen (LibraryTest *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->library);
  self->library = hs_library_open (self->directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_no_error (error);
}

void
library_test_write (LibraryTest *self,
                    const char  *name,
                    const char  *text)
{
  g_autofree char *path = g_build_filename (self->files, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static HsImportResult
import (LibraryTest *self,
        const char  *path)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  HsImportResult result;

  g_ptr_array_add (files, g_file_new_for_path (path));
  hs_import_run (self->library, files, HS_IMPORT_DEFAULT, NULL, NULL, &result, &error);
  g_assert_no_error (error);
  return result;
}

HsImportResult
library_test_import_all (LibraryTest *self)
{
  return import (self, self->files);
}

gint64
library_test_import (LibraryTest *self,
                     const char  *name,
                     const char  *text)
{
  g_autofree char *path = g_build_filename (self->files, name, NULL);

  library_test_write (self, name, text);
  return import (self, path).first;
}

typedef struct
{
  const char *sql;
  gint64 value;
} Number;

static gboolean
number_work (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Number *number = data;

  return hs_database_get_int (database, &number->value, 0, error, number->sql, "");
}

gint64
library_test_int (LibraryTest *self,
                  const char  *sql)
{
  Number number = { sql, 0 };
  g_autoptr (GError) error = NULL;

  hs_library_read (self->library, number_work, &number, &error);
  g_assert_no_error (error);
  return number.value;
}

static gboolean
is_time (const char *column)
{
  static const char * const times[] = { "fetched", "seen", "time", "created", "modified", "latest", NULL };

  return g_strv_contains (times, column);
}

static void
dump_table (HsDatabase *database,
            const char *table,
            GString    *out)
{
  g_autofree char *columns_sql = g_strdup_printf ("SELECT name FROM pragma_table_xinfo ('%s') ORDER BY cid", table);
  g_autoptr (HsQuery) columns = hs_database_query (database, columns_sql, "");
  g_autoptr (GString) sql = g_string_new ("SELECT ''");
  g_autoptr (GString) order = g_string_new ("1");
  g_autoptr (HsQuery) rows = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 1;

  while (hs_query_next (columns, &error))
    if (!is_time (hs_query_text (columns, 0)))
      {
        g_string_append_printf (sql, " || '|' || quote (\"%s\")", hs_query_text (columns, 0));
        g_string_append_printf (order, ", \"%s\"", hs_query_text (columns, 0));
        n++;
      }
  g_assert_no_error (error);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY 1", table);
  g_string_append_printf (out, "== %s (%u)\n", table, n);
  rows = hs_database_query (database, sql->str, "");
  while (hs_query_next (rows, &error))
    g_string_append_printf (out, "%s\n", hs_query_text (rows, 0));
  g_assert_no_error (error);
}

static gboolean
dump_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  g_autoptr (HsQuery) tables = NULL;
  g_autoptr (GError) local = NULL;

  tables = hs_database_query (database,
                              "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'"
                              " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'journal%' AND name <> 'stats'"
                              " ORDER BY name", "");
  while (hs_query_next (tables, &local))
    dump_table (database, hs_query_text (tables, 0), data);
  g_assert_no_error (local);
  return TRUE;
}

char *
library_test_dump (LibraryTest *self)
{
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);

  hs_library_read (self->library, dump_work, out, &error);
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

gint64
library_test_find_entity (LibraryTest *self,
                          const char  *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT entity FROM entity_names WHERE name = '%s' ORDER BY entity LIMIT 1",
                                          name);
  gint64 id = library_test_int (self, sql);

  g_assert_cmpint (id, >, 0);
  return id;
}

HsSpan
library_test_find_words (LibraryTest *self,
                         gint64       article,
                         const char  *words)
{
  g_autoptr (HsStored) stored = hs_library_load_article (self->library, article, NULL);
  const char *at = strstr (stored->document->text, words);

  g_assert_nonnull (at);
  return HS_SPAN_INIT (at - stored->document->text, at - stored->document->text + strlen (words));
}
