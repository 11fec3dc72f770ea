/* test-schema.c: what is no library is not touched, and says so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hs-database.h"
#include "hs-error.h"
#include "hs-library-feeds.h"
#include "hs-schema.h"

static char *
database_path (LibraryTest *test)
{
  return g_build_filename (test->directory, "hearsay.db", NULL);
}

/* Opening @test's file fails with @code and leaves every byte as it was. */
static void
assert_refused (LibraryTest *test,
                HsError      code)
{
  g_autofree char *path = database_path (test);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  HsLibrary *library;
  gsize n_before, n_after;
  guint n_files = 0;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  library = hs_library_open (test->directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_error (error, HS_ERROR, (int) code);
  g_assert_null (library);
  g_assert_true (strstr (error->message, path) != NULL);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  dir = g_dir_open (test->directory, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

static void
replace_file (LibraryTest *test,
              const char  *contents)
{
  g_autofree char *path = database_path (test);

  g_clear_object (&test->library);
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
set_number (LibraryTest *test,
            const char  *sql)
{
  g_autofree char *path = database_path (test);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDatabase) database = NULL;

  g_clear_object (&test->library);
  database = hs_database_open (path, HS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  hs_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
test_newer_is_refused (LibraryTest   *test,
                       gconstpointer  data)
{
  set_number (test, "PRAGMA user_version = 99");
  assert_refused (test, HS_ERROR_NEWER_LIBRARY);
}

static void
test_text_file_is_refused (LibraryTest   *test,
                           gconstpointer  data)
{
  replace_file (test, "These are the notes of somebody who called the file hearsay.db, and that is all there is to it. "
                      "They go on for some more than a hundred bytes.");
  assert_refused (test, HS_ERROR_NOT_LIBRARY);
}

static void
test_short_file_is_refused (LibraryTest   *test,
                            gconstpointer  data)
{
  replace_file (test, "x");
  assert_refused (test, HS_ERROR_NOT_LIBRARY);
}

static void
test_other_database_is_refused (LibraryTest   *test,
                                gconstpointer  data)
{
  set_number (test, "PRAGMA application_id = 7; CREATE TABLE birds (name TEXT)");
  assert_refused (test, HS_ERROR_NOT_LIBRARY);
}

static void
test_empty_file_becomes_library (LibraryTest   *test,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  replace_file (test, "");
  test->library = hs_library_open (test->directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (hs_library_get_read_only (test->library));
}

static void
test_absent_is_not_created (LibraryTest   *test,
                            gconstpointer  data)
{
  static const HsLibraryFlags flags[] = { HS_LIBRARY_NO_CREATE, HS_LIBRARY_READ_ONLY };
  g_autofree char *other = g_build_filename (test->files, "none", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_library_open (other, flags[i], &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
    }
}

static void
test_read_only_reads_and_refuses_writes (LibraryTest   *test,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  library_test_import (test, "a.txt", "Velan reopens its harbour\n\nThe harbour of Velan was reopened on Monday.\n");
  g_clear_object (&test->library);
  test->library = hs_library_open (test->directory, HS_LIBRARY_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (hs_library_get_read_only (test->library));
  ids = hs_library_search (test->library, "harbour", 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_false (hs_library_set_meta (test->library, "key", "value", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_READ_ONLY);
}

/* In a process of its own, that may not write what root may. */
static void
test_unwritable_folder_subprocess (void)
{
  const char *directory = g_getenv ("HEARSAY_TEST_LIBRARY");
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GArray) ids = NULL;

  if (geteuid () == 0)
    g_assert_no_errno (setuid (65534));
  library = hs_library_open (directory, HS_LIBRARY_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (hs_library_get_read_only (library));
  ids = hs_library_search (library, "", 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 1);
}

static void
test_unwritable_folder_opens_for_reading (LibraryTest   *test,
                                          gconstpointer  data)
{
  g_autofree char *path = database_path (test);

  library_test_import (test, "a.txt", "Velan reopens its harbour\n\nThe harbour of Velan was reopened on Monday.\n");
  g_clear_object (&test->library);
  g_assert_no_errno (g_chmod (path, 0444));
  g_assert_no_errno (g_chmod (test->directory, 0555));
  g_setenv ("HEARSAY_TEST_LIBRARY", test->directory, TRUE);
  g_test_trap_subprocess ("/library/schema/unwritable-folder/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_assert_no_errno (g_chmod (test->directory, 0755));
  g_test_trap_assert_passed ();
}

/* A library as schema 1 made it, with one article of an address. */
static void
make_old (LibraryTest *test)
{
  g_autofree char *path = database_path (test);
  g_autoptr (GBytes) schema = g_resources_lookup_data ("/io/github/hearsay/Hearsay/sql/schema.sql", 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDatabase) database = NULL;

  g_clear_object (&test->library);
  g_assert_no_errno (g_unlink (path));
  database = hs_database_open (path, HS_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (hs_database_execute (database, g_bytes_get_data (schema, NULL), &error));
  hs_database_execute (database,
                       "PRAGMA application_id = 0x48725379; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;"
                       "INSERT INTO articles (id, identity, stated_url, stated_title, fetched, revision, n_revisions)"
                       " VALUES (1, 'http://velan.example/a?utm_source=x', 'http://velan.example/a', 'A bridge',"
                       " 1, 1, 1);"
                       "INSERT INTO revisions (id, article, seen, sha256, text)"
                       " VALUES (1, 1, 1, 'x', 'A bridge opens.');"
                       "INSERT INTO entities (id, kind, stated_name, root) VALUES (1, 0, 'Ilan Sarovic', 1),"
                       " (2, 0, 'Elan Sharovic', 1);"
                       "INSERT INTO entity_keys (kind, key, entity) VALUES (0, 's:xrvk', 2)",
                       &error);
  g_assert_no_error (error);
}

static void
assert_updated (LibraryTest *test)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (library_test_int (test, "PRAGMA user_version"), ==, HS_SCHEMA_VERSION);
  g_assert_cmpint (library_test_int (test, "SELECT identity = 'https://velan.example/a' FROM articles"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM feeds"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM stats WHERE key = 'feeds'"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT merged FROM entities WHERE id = 1"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT merged FROM entities WHERE id = 2"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT name = 'Elan Sharovic' FROM entity_keys"), ==, 1);
  text = hs_library_load_revision (test->library, 1, &title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "A bridge opens.");
  g_assert_cmpstr (title, ==, "A bridge");
}

static void
test_older_is_brought_up_to_date (LibraryTest   *test,
                                  gconstpointer  data)
{
  const HsLibraryFlags flags[] = { HS_LIBRARY_DEFAULT, HS_LIBRARY_READ_ONLY | HS_LIBRARY_NO_CREATE };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (GError) error = NULL;

      make_old (test);
      test->library = hs_library_open (test->directory, flags[i], &error);
      g_assert_no_error (error);
      g_assert_cmpint (hs_library_get_read_only (test->library), ==, i == 1);
      assert_updated (test);
      library_test_reopen (test);
      assert_updated (test);
    }
}

static void
test_older_that_cannot_be_written_subprocess (void)
{
  g_autoptr (GError) error = NULL;
  HsLibrary *library;

  if (geteuid () == 0)
    g_assert_no_errno (setuid (65534));
  library = hs_library_open (g_getenv ("HEARSAY_TEST_LIBRARY"), HS_LIBRARY_DEFAULT, &error);
  g_assert_null (library);
  g_assert_error (error, HS_ERROR, HS_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "older"));
}

static void
test_older_that_cannot_be_written_says_so (LibraryTest   *test,
                                           gconstpointer  data)
{
  g_autofree char *path = database_path (test);

  make_old (test);
  g_assert_no_errno (g_chmod (path, 0444));
  g_assert_no_errno (g_chmod (test->directory, 0555));
  g_setenv ("HEARSAY_TEST_LIBRARY", test->directory, TRUE);
  g_test_trap_subprocess ("/library/schema/older-unwritable/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_assert_no_errno (g_chmod (test->directory, 0755));
  g_test_trap_assert_passed ();
}

static void
test_meta_survives_reopening (LibraryTest   *test,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_null (hs_library_get_meta (test->library, "sample-offered"));
  hs_library_set_meta (test->library, "sample-offered", "1", &error);
  g_assert_no_error (error);
  library_test_reopen (test);
  value = hs_library_get_meta (test->library, "sample-offered");
  g_assert_cmpstr (value, ==, "1");
}

static void
test_closed_library_says_so (LibraryTest   *test,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  hs_library_close (test->library);
  hs_library_close (test->library);
  g_assert_false (hs_library_set_meta (test->library, "key", "value", &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (hs_library_search (test->library, "", 0, 0, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_FAILED);
}

#define ADD(path, func) \
  g_test_add ("/library/schema/" path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newer-is-refused", test_newer_is_refused);
  ADD ("text-file-is-refused", test_text_file_is_refused);
  ADD ("short-file-is-refused", test_short_file_is_refused);
  ADD ("other-database-is-refused", test_other_database_is_refused);
  ADD ("empty-file-becomes-library", test_empty_file_becomes_library);
  ADD ("absent-is-not-created", test_absent_is_not_created);
  ADD ("read-only-reads-and-refuses-writes", test_read_only_reads_and_refuses_writes);
  ADD ("unwritable-folder-opens-for-reading", test_unwritable_folder_opens_for_reading);
  ADD ("older-is-brought-up-to-date", test_older_is_brought_up_to_date);
  ADD ("older-that-cannot-be-written-says-so", test_older_that_cannot_be_written_says_so);
  ADD ("meta-survives-reopening", test_meta_survives_reopening);
  ADD ("closed-library-says-so", test_closed_library_says_so);
  g_test_add_func ("/library/schema/unwritable-folder/subprocess", test_unwritable_folder_subprocess);
  g_test_add_func ("/library/schema/older-unwritable/subprocess", test_older_that_cannot_be_written_subprocess);
  return g_test_run ();
}
