/* test-reading.c: what the library remembers of how a page is set and read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-reading.h"

#define PAGE \
  "<html><head><title>Velan buys ships</title><meta property='og:site_name' content='Velan Post'></head><body>" \
  "<article><h1>Velan buys ships</h1><p>“We bought two <a href='https://yard.example/'>ships</a>,” said Marta Selim, " \
  "a member of the Harbour Council, on Monday in Velan.</p><ol><li>One of them is to be called after the river, it " \
  "was said.</li></ol><table><tr><th>Ship</th><th>Price</th></tr><tr><td>First</td><td>9</td></tr></table><img " \
  "src='https://yard.example/a.png' alt='A ship'><blockquote><p>The council met in Velan on Monday and will meet " \
  "again on Friday next.</p></blockquote></article></body></html>"

static HsStored *
load (LibraryTest *test,
      gint64       article)
{
  g_autoptr (GError) error = NULL;
  HsStored *stored = hs_library_load_article (test->library, article, &error);

  g_assert_no_error (error);
  return stored;
}

static const HsBlock *
find_block (const HsStored *stored,
            const char     *words)
{
  for (guint i = 0; i < stored->document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (stored->document->blocks, HsBlock, i);

      if (g_str_has_prefix (stored->document->text + block->span.start, words))
        return block;
    }
  g_error ("no block begins with “%s”", words);
}

static void
test_blocks_come_back_as_they_were_set (LibraryTest   *test,
                                        gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autoptr (HsStored) stored = NULL;
  const HsLinkPlace *link;

  library_test_reopen (test);
  stored = load (test, article);
  g_assert_cmpuint (find_block (stored, "One of them")->number, ==, 1);
  g_assert_cmpuint (find_block (stored, "One of them")->level, ==, 1);
  g_assert_true (find_block (stored, "Ship\tPrice")->header);
  g_assert_cmpuint (find_block (stored, "First\t9")->table, ==, 1);
  g_assert_cmpuint (find_block (stored, "The council met")->quoted, ==, 1);
  g_assert_cmpuint (stored->document->link_places->len, ==, 1);
  link = &g_array_index (stored->document->link_places, HsLinkPlace, 0);
  g_assert_cmpint (strncmp (stored->document->text + link->span.start, "ships", 5), ==, 0);
  g_assert_cmpstr (g_ptr_array_index (stored->document->links, link->link), ==, "https://yard.example/");
  g_assert_cmpuint (stored->document->image_places->len, ==, 1);
  g_assert_cmpstr (g_array_index (stored->document->image_places, HsImagePlace, 0).alt, ==, "A ship");
}

static void
test_place_is_remembered (LibraryTest   *test,
                          gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autoptr (HsStored) fresh = load (test, article);
  g_autoptr (HsStored) read = NULL;
  g_autoptr (HsStored) forgotten = NULL;

  g_assert_cmpuint (fresh->read_to, ==, 0);
  g_assert_true (hs_library_set_read_to (test->library, article, 40, NULL));
  library_test_reopen (test);
  read = load (test, article);
  g_assert_cmpuint (read->read_to, ==, 40);
  g_assert_true (hs_library_set_read_to (test->library, article, 0, NULL));
  forgotten = load (test, article);
  g_assert_cmpuint (forgotten->read_to, ==, 0);
  /* an article that is not there is no error: it was deleted meanwhile */
  g_assert_true (hs_library_set_read_to (test->library, 999999, 7, NULL));
}

/* Star, undo, open another: the star can still be redone, and opening is no step. */
static void
test_opening_is_no_step_to_be_undone (LibraryTest   *test,
                                      gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autoptr (HsStored) stored = NULL;

  g_assert_true (hs_library_set_starred (test->library, &article, 1, TRUE, NULL));
  g_assert_true (hs_library_undo (test->library, NULL));
  g_assert_true (hs_library_note_read (test->library, article, NULL));
  g_assert_true (hs_library_get_labels (test->library, &undo, &redo, NULL, NULL));
  g_assert_null (undo);
  g_assert_nonnull (redo);
  g_assert_true (hs_library_redo (test->library, NULL));
  library_test_reopen (test);
  stored = load (test, article);
  g_assert_true (stored->read);
  g_assert_true (stored->starred);
}

static void
test_place_beyond_the_text_is_its_end (LibraryTest   *test,
                                       gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autoptr (HsStored) stored = NULL;

  g_assert_true (hs_library_set_read_to (test->library, article, 4000000, NULL));
  stored = load (test, article);
  g_assert_cmpuint (stored->read_to, ==, stored->document->length);
}

static void
test_pictures_of_a_source_can_be_taken_back (LibraryTest   *test,
                                             gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autoptr (HsStored) before = load (test, article);
  g_autoptr (HsStored) allowed = NULL;
  g_autoptr (HsStored) after = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_assert_false (before->pictures);
  g_assert_true (hs_library_set_pictures (test->library, before->source, TRUE, NULL));
  library_test_reopen (test);
  allowed = load (test, article);
  g_assert_true (allowed->pictures);
  sources = hs_library_load_pictured (test->library, NULL);
  g_assert_cmpuint (sources->len, ==, 1);
  g_assert_cmpstr (((HsStoredSource *) g_ptr_array_index (sources, 0))->name, ==, "Velan Post");
  g_assert_true (hs_library_set_pictures (test->library, before->source, FALSE, NULL));
  after = load (test, article);
  g_assert_false (after->pictures);
  none = hs_library_load_pictured (test->library, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_original_is_the_page_as_it_came (LibraryTest   *test,
                                      gconstpointer  data)
{
  gint64 article = library_test_import (test, "ships.html", PAGE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) originals = hs_library_load_originals (test->library, article, &error);
  const HsStoredOriginal *original;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PAGE, -1);

  g_assert_no_error (error);
  g_assert_cmpuint (originals->len, ==, 1);
  original = g_ptr_array_index (originals, 0);
  g_assert_cmpmem (g_bytes_get_data (original->bytes, NULL), g_bytes_get_size (original->bytes), PAGE, strlen (PAGE));
  g_assert_cmpstr (original->sha256, ==, hash);
  g_assert_true (g_str_has_suffix (original->path, "ships.html"));
  g_assert_null (hs_library_load_originals (test->library, 999999, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_FOUND);
}

#define ADD(path, func) g_test_add (path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/library/reading/blocks-come-back-as-they-were-set", test_blocks_come_back_as_they_were_set);
  ADD ("/library/reading/place-is-remembered", test_place_is_remembered);
  ADD ("/library/reading/opening-is-no-step-to-be-undone", test_opening_is_no_step_to_be_undone);
  ADD ("/library/reading/place-beyond-the-text-is-its-end", test_place_beyond_the_text_is_its_end);
  ADD ("/library/reading/pictures-of-a-source-can-be-taken-back", test_pictures_of_a_source_can_be_taken_back);
  ADD ("/library/reading/original-is-the-page-as-it-came", test_original_is_the_page_as_it_came);
  return g_test_run ();
}
