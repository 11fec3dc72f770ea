/* test-together.c: two programs on one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-counts.h"
#include "hs-decisions.h"
#include "hs-error.h"

typedef struct
{
  const char *directory;
  guint number;
  guint n_failed;
} Writer;

static gpointer
write_much (gpointer data)
{
  Writer *writer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) library = hs_library_open (writer->directory, HS_LIBRARY_DEFAULT, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("Report %u of writer %u\n\nThe council of Velan met %u times.\n", i,
                                               writer->number, i + writer->number * 1000);
      g_autofree char *name = g_strdup_printf ("https://velan.example/%u/%u", writer->number, i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      const HsImportBytes page = { bytes, "page.txt", name, NULL, NULL, 0 };

      if (!hs_import_bytes (library, &page, NULL, NULL, NULL))
        writer->n_failed++;
    }
  return NULL;
}

static void
test_two_writers_wait_for_each_other (LibraryTest   *test,
                                      gconstpointer  data)
{
  Writer writers[2] = { { test->directory, 1, 0 }, { test->directory, 2, 0 } };
  GThread *threads[2];

  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("writer", write_much, &writers[i]);
  for (guint i = 0; i < 2; i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (writers[0].n_failed + writers[1].n_failed, ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM articles"), ==, 200);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'articles'"), ==, 200);
}

static gpointer
open_new (gpointer data)
{
  g_autoptr (GError) error = NULL;
  HsLibrary *library = hs_library_open (data, HS_LIBRARY_DEFAULT, &error);

  g_assert_no_error (error);
  return library;
}

static void
test_made_by_several_at_once (LibraryTest   *test,
                              gconstpointer  data)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *directory = g_strdup_printf ("%s/new-%u", test->files, round);
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("opener", open_new, directory);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_object_unref (g_thread_join (threads[i]));
    }
}

static void
test_the_other_sees_what_changed (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsLibrary) other = hs_library_open (test->directory, HS_LIBRARY_DEFAULT, &error);
  HsLibraryCounts before = { 0 };
  HsLibraryCounts after = { 0 };

  library_test_import (test, "a.txt", "Velan reopens its harbour\n\nThe harbour of Velan was reopened on Monday.\n");
  hs_library_get_counts (other, &before, &error);
  hs_library_set_starred (test->library, (gint64[]){ 1 }, 1, TRUE, &error);
  hs_library_get_counts (other, &after, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before.generations[5], !=, after.generations[5]);
  g_assert_cmpint (before.generations[0], ==, after.generations[0]);
  g_assert_cmpuint (after.starred, ==, 1);
}

static gpointer
read_much (gpointer data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) ids = hs_library_search (data, "council", 0, 0, NULL);
      g_autoptr (HsStored) stored = NULL;

      if (ids->len > 0)
        stored = hs_library_load_article (data, g_array_index (ids, gint64, i % ids->len), NULL);
      if (ids->len > 0)
        g_assert_nonnull (stored);
    }
  return NULL;
}

/* More readers than connections, while somebody writes. */
static void
test_many_readers_and_a_writer (LibraryTest   *test,
                                gconstpointer  data)
{
  Writer writer = { test->directory, 1, 0 };
  GThread *threads[8];
  GThread *writing = g_thread_new ("writer", write_much, &writer);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_much, test->library);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_thread_join (writing);
  g_assert_cmpuint (writer.n_failed, ==, 0);
}

#define ADD(path, func) \
  g_test_add ("/library/together/" path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two-writers-wait-for-each-other", test_two_writers_wait_for_each_other);
  ADD ("made-by-several-at-once", test_made_by_several_at_once);
  ADD ("the-other-sees-what-changed", test_the_other_sees_what_changed);
  ADD ("many-readers-and-a-writer", test_many_readers_and_a_writer);
  return g_test_run ();
}
