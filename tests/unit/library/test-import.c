/* test-import.c: the same again is the same, changed is a revision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-rows.h"
#include "library-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hs-decisions.h"
#include "hs-error.h"
#include "hs-library-private.h"

#define SHIPS "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council.\n\n" \
              "The council met in Velan on Monday.\n"
#define SHIPS_EDITED "Velan buys three ships\n\nNothing of this was denied by anybody in the town.\n\n" \
              "“We bought three ships,” said Marta Selim, a member of the Harbour Council.\n\n" \
              "The council met in Velan on Monday.\n"
#define STORM "A storm over Norland\n\nA storm crossed Norland on Saturday night, Davit Khoreli said.\n"
#define PAGE(url, outlet, text) "<!DOCTYPE html><html><head><title>Ships</title><link rel=\"canonical\" href=\"" url \
              "\"><meta property=\"og:site_name\" " \
              "content=\"" outlet "\"></head><body><article><h1>Velan buys ships</h1><p>" \
              text "</p></article></body></html>"

static void
assert_result (HsImportResult result,
               guint          added,
               guint          changed,
               guint          unchanged,
               guint          failed)
{
  g_assert_cmpuint (result.added, ==, added);
  g_assert_cmpuint (result.changed, ==, changed);
  g_assert_cmpuint (result.unchanged, ==, unchanged);
  g_assert_cmpuint (result.failed, ==, failed);
}

static void
test_importing_again_changes_nothing (LibraryTest   *test,
                                      gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  library_test_write (test, "a.txt", SHIPS);
  library_test_write (test, "b/c.txt", STORM);
  assert_result (library_test_import_all (test), 2, 0, 0, 0);
  before = library_test_dump (test);
  assert_result (library_test_import_all (test), 0, 0, 2, 0);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);
}

static void
test_copy_is_the_same_article (LibraryTest   *test,
                               gconstpointer  data)
{
  library_test_write (test, "a.txt", SHIPS);
  library_test_write (test, "b.txt", SHIPS);
  /* the same text in other bytes */
  library_test_write (test, "c.txt", "\xef\xbb\xbf" SHIPS);
  assert_result (library_test_import_all (test), 1, 0, 2, 0);
  assert_result (library_test_import_all (test), 0, 0, 3, 0);
}

static void
test_reprint_elsewhere_is_another_article (LibraryTest   *test,
                                           gconstpointer  data)
{
  library_test_write (test, "a.html",
                      PAGE ("https://a.example/1", "A Paper", "We bought ships, the council of Velan said on Monday."));
  library_test_write (test, "b.html",
                      PAGE ("https://b.example/1", "B Paper", "We bought ships, the council of Velan said on Monday."));
  /* the same outlet may repeat itself under another address, too */
  library_test_write (test, "c.html",
                      PAGE ("https://b.example/2", "B Paper", "We bought ships, the council of Velan said on Monday."));
  assert_result (library_test_import_all (test), 3, 0, 0, 0);
}

static void
test_address_tells_the_article_again (LibraryTest   *test,
                                      gconstpointer  data)
{
  library_test_write (test, "a.html",
                      PAGE ("https://a.example/1", "A Paper", "We bought ships, the council of Velan said on Monday."));
  assert_result (library_test_import_all (test), 1, 0, 0, 0);
  library_test_write (test, "later.html",
                      PAGE ("https://a.example/1", "A Paper",
                            "We bought three ships, the council of Velan said on Monday."));
  assert_result (library_test_import_all (test), 0, 1, 1, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM revisions WHERE article = 1"), ==, 2);
}

static void
test_changed_file_is_a_revision (LibraryTest   *test,
                                 gconstpointer  data)
{
  const HsDetails details = { "My own title", "The Harbour Chronicle", NULL, "2020-02-01", NULL };
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) old = NULL;
  const char *words = strstr (SHIPS, "Marta Selim");
  const char *gone = strstr (SHIPS, "We bought two");
  const HsStoredNote *note;
  guint start = words - SHIPS;

  library_test_import (test, "a.txt", SHIPS);
  hs_library_add_note (test->library, 1, HS_SPAN_INIT (start, start + 11), "who?", NULL, &error);
  hs_library_add_note (test->library, 1, HS_SPAN_INIT (gone - SHIPS, gone - SHIPS + 13), "how many?", NULL, &error);
  hs_library_grade_article (test->library, 1, '3', "one voice", &error);
  hs_library_set_starred (test->library, (gint64[]){ 1 }, 1, TRUE, &error);
  hs_library_set_details (test->library, 1, &details, &error);
  g_assert_no_error (error);

  library_test_write (test, "a.txt", SHIPS_EDITED);
  assert_result (library_test_import_all (test), 0, 1, 0, 0);
  stored = hs_library_load_article (test->library, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->document->text, ==, SHIPS_EDITED);
  g_assert_cmpuint (stored->revisions->len, ==, 2);
  g_assert_cmpstr (((HsStoredRevision *) stored->revisions->pdata[0])->sha256, ==, stored->sha256);

  /* what the analyst decided is still there */
  g_assert_cmpstr (stored->document->title, ==, "My own title");
  g_assert_cmpstr (stored->document->outlet, ==, "The Harbour Chronicle");
  g_assert_cmpstr (stored->document->published, ==, "2020-02-01");
  g_assert_true (stored->starred);
  g_assert_cmpint (((HsStoredGrade *) stored->article_grades->pdata[0])->grade, ==, '3');

  /* the note stands at its words again; one whose words are gone says so */
  g_assert_cmpuint (stored->notes->len, ==, 2);
  note = g_ptr_array_index (stored->notes, 0);
  g_assert_true (hs_span_is_none (note->span));
  g_assert_cmpstr (note->quote, ==, "We bought two");
  note = g_ptr_array_index (stored->notes, 1);
  g_assert_cmpuint (note->span.start, ==, strstr (SHIPS_EDITED, "Marta Selim") - SHIPS_EDITED);
  g_assert_cmpuint (note->span.end, ==, note->span.start + 11);

  /* only the present words are found */
  old = hs_library_search (test->library, "two", 0, 0, NULL);
  g_assert_cmpuint (old->len, ==, 0);
  g_array_unref (old);
  old = hs_library_search (test->library, "three own", 0, 0, NULL);
  g_assert_cmpuint (old->len, ==, 1);
}

static void
test_note_comes_back_with_its_words (LibraryTest   *test,
                                     gconstpointer  data)
{
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (GError) error = NULL;
  guint start = strstr (SHIPS, "two ships,") - SHIPS;

  library_test_import (test, "a.txt", SHIPS);
  hs_library_add_note (test->library, 1, HS_SPAN_INIT (start, start + 9), "how many?", NULL, &error);
  library_test_import (test, "a.txt", SHIPS_EDITED);
  library_test_import (test, "a.txt", SHIPS);
  stored = hs_library_load_article (test->library, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->revisions->len, ==, 3);
  g_assert_cmpuint (((HsStoredNote *) stored->notes->pdata[0])->span.start, ==, start);
}

static void
test_revision_leaves_no_trace_of_the_old (LibraryTest   *test,
                                          gconstpointer  data)
{
  library_test_import (test, "a.txt", SHIPS);
  library_test_import (test, "a.txt", STORM);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM article_entities AS x JOIN entities AS e"
                                           " ON e.id = x.entity"
                                           " WHERE e.name = 'Marta Selim'"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT n_articles FROM entities WHERE name = 'Marta Selim'"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT n_articles FROM entities WHERE name = 'Davit Khoreli'"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM terms WHERE article = 1"), ==,
                   library_test_int (test, "SELECT n_terms FROM articles WHERE id = 1"));
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM stories WHERE dirty > 0"), ==, 0);
}

static void
test_deleted_article_comes_back_when_imported (LibraryTest   *test,
                                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  library_test_import (test, "a.txt", SHIPS);
  hs_library_add_note (test->library, 1, HS_SPAN_INIT (0, 5), "note", NULL, &error);
  hs_library_delete (test->library, (gint64[]){ 1 }, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'notes'"), ==, 0);
  assert_result (library_test_import_all (test), 1, 0, 0, 0);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'articles'"), ==, 1);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'notes'"), ==, 1);
}

static void
test_folders_are_walked_by_name (LibraryTest   *test,
                                 gconstpointer  data)
{
  g_autofree char *loop = g_build_filename (test->files, "b", "loop", NULL);
  g_autofree char *link = g_build_filename (test->files, "z.txt", NULL);
  g_autofree char *file = g_build_filename (test->files, "a.txt", NULL);
  g_autofree char *fifo = g_build_filename (test->files, "pipe.txt", NULL);
  g_autoptr (HsStored) stored = NULL;

  library_test_write (test, "b/c.txt", STORM);
  library_test_write (test, "a.txt", SHIPS);
  library_test_write (test, "b/picture.png", "\x89PNG");
  library_test_write (test, ".hidden.txt", "Hidden\n\nNobody is to see this text.\n");
  library_test_write (test, "empty.txt", "");
  g_assert_no_errno (symlink (test->files, loop));
  g_assert_no_errno (symlink (file, link));
  g_assert_no_errno (mkfifo (fifo, 0600));
  assert_result (library_test_import_all (test), 2, 0, 0, 1);
  stored = hs_library_load_article (test->library, 1, NULL);
  g_assert_cmpstr (stored->document->text, ==, SHIPS);
  g_assert_cmpstr (stored->path, ==, file);
}

typedef struct
{
  GString *problems;
  guint n_progress;
  double last;
  GCancellable *cancellable;
} Watched;

static void
watch_problem (const char *subject,
               const char *message,
               gpointer    data)
{
  g_string_append_printf (((Watched *) data)->problems, "%s: %s\n", subject, message);
}

static void
watch_progress (double      fraction,
                const char *status,
                gpointer    data)
{
  Watched *watched = data;

  g_assert_cmpfloat (fraction, >=, watched->last);
  watched->last = fraction;
  watched->n_progress++;
  if (watched->cancellable != NULL && fraction > 0.4)
    g_cancellable_cancel (watched->cancellable);
}

static void
test_named_file_that_is_no_article_is_a_problem (LibraryTest   *test,
                                                 gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) problems = g_string_new (NULL);
  Watched watched = { problems, 0, -1, NULL };
  const HsImportWatch watch = { watch_progress, watch_problem, &watched };
  g_autoptr (GError) error = NULL;
  HsImportResult result;

  library_test_write (test, "picture.png", "\x89PNG\r\n\x1a\n");
  library_test_write (test, "a.txt", SHIPS);
  g_ptr_array_add (files, g_file_new_build_filename (test->files, "picture.png", NULL));
  g_ptr_array_add (files, g_file_new_build_filename (test->files, "absent.txt", NULL));
  g_ptr_array_add (files, g_file_new_build_filename (test->files, "a.txt", NULL));
  g_assert_true (hs_import_run (test->library, files, 0, &watch, NULL, &result, &error));
  g_assert_no_error (error);
  assert_result (result, 1, 0, 0, 2);
  g_assert_nonnull (strstr (problems->str, "picture.png: "));
  g_assert_nonnull (strstr (problems->str, "absent.txt: "));
  g_assert_cmpuint (watched.n_progress, >=, 3);
}

static void
test_cancelled_import_goes_on_later (LibraryTest   *test,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watched watched = { g_string_new (NULL), 0, -1, cancellable };
  const HsImportWatch watch = { watch_progress, watch_problem, &watched };
  g_autoptr (GError) error = NULL;
  HsImportResult result;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.txt", i);
      g_autofree char *text = g_strdup_printf ("Report %u of the council\n\nThe council met for the %uth time in "
                                               "Velan.\n", i, i);

      library_test_write (test, name, text);
    }
  g_ptr_array_add (files, g_file_new_for_path (test->files));
  g_assert_false (hs_import_run (test->library, files, 0, &watch, cancellable, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (result.added, <, 200);
  g_assert_cmpuint (watched.problems->len, ==, 0);
  g_clear_error (&error);
  result = library_test_import_all (test);
  g_assert_cmpuint (result.added + result.unchanged, ==, 200);
  g_assert_cmpint (library_test_int (test, "SELECT value FROM stats WHERE key = 'articles'"), ==, 200);
  g_string_free (watched.problems, TRUE);
}

static void
test_bytes_are_kept_as_they_came (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (SHIPS, strlen (SHIPS));
  const HsImportBytes page = { bytes, "page.txt", "https://velan.example/ships", "text/plain", "Server: x", 1234 };
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsStored) stored = NULL;
  gint64 article;

  g_assert_true (hs_import_bytes (test->library, &page, NULL, &article, &error));
  g_assert_no_error (error);
  stored = hs_library_load_article (test->library, article, &error);
  g_assert_cmpstr (stored->document->url, ==, "https://velan.example/ships");
  g_assert_cmpint (stored->fetched, ==, 1234);
  sql = g_strdup_printf ("SELECT count(*) FROM originals WHERE sha256 = '%s' AND size = %zu AND headers = 'Server: x'",
                         sha256, strlen (SHIPS));
  g_assert_cmpint (library_test_int (test, sql), ==, 1);
}

static gboolean
limit_pages (HsLibrary   *library,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", GPOINTER_TO_INT (data));

  return hs_database_execute (database, sql, error);
}

/* SQLite's own limit stands in for the end of the disk. */
static void
test_full_disk_keeps_what_was_there (LibraryTest   *test,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  library_test_import (test, "a.txt", SHIPS);
  before = library_test_dump (test);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("b/%03u.txt", i);
      g_autoptr (GString) text = g_string_new ("A long report\n\n");

      for (guint k = 0; k < 16000; k++)
        g_string_append_printf (text, "Word%u", g_test_rand_int_range (0, 1000000));
      library_test_write (test, name, text->str);
    }
  g_assert_true (hs_library_write (test->library, limit_pages,
                                   GINT_TO_POINTER (library_test_int (test, "PRAGMA page_count") + 20), &error));
  g_ptr_array_add (files, g_file_new_build_filename (test->files, "b", NULL));
  g_assert_false (hs_import_run (test->library, files, 0, NULL, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_DISK_FULL);
  after = library_test_dump (test);
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  /* there is room again */
  g_assert_true (hs_library_write (test->library, limit_pages, GINT_TO_POINTER (1000000), &error));
  g_assert_true (hs_import_run (test->library, files, 0, NULL, NULL, NULL, &error));
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM articles"), ==, 61);
}

/* What is loaded is what was found: nothing is lost on the way. */
static void
test_analysis_survives_the_library (LibraryTest   *test,
                                    gconstpointer  data)
{
  g_autoptr (HsStored) stored = NULL;
  g_autoptr (GError) error = NULL;

  library_test_import (test, "a.txt", SHIPS);
  stored = hs_library_load_article (test->library, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->entities->len, ==, stored->analysis->entities->len);
  g_assert_cmpuint (stored->utterances->len, ==, stored->analysis->statements->len);
  g_assert_cmpuint (stored->analysis->statements->len, >, 0);
  g_assert_cmpuint (stored->analysis->mentions->len, >, 2);
  g_assert_cmpuint (stored->analysis->terms->len, >, 0);
  g_assert_cmpuint (stored->document->blocks->len, >, 2);
  for (guint i = 0; i < stored->analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (stored->analysis->mentions, HsMention, i);

      if (mention->entity != HS_NO_INDEX)
        g_assert_nonnull (hs_stored_find_entity (stored, g_array_index (stored->entities, gint64, mention->entity)));
    }
}

/* More text than any article has. */
static char *
make_huge (const char *word)
{
  GString *page = g_string_new ("<html><head><title>Huge</title></head><body><article>");

  while (page->len < 8 * 1024 * 1024)
    g_string_append_printf (page, "<p>%s, and once more, it went on about the pier of Velan.</p>", word);
  return g_string_free (page, FALSE);
}

static void
test_too_much_is_kept_and_marked (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autofree char *a = make_huge ("Once");
  g_autofree char *b = make_huge ("Twice");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, 2, 3 };

  library_test_write (test, "a.html", a);
  library_test_write (test, "b.html", b);
  library_test_write (test, "c.txt", SHIPS);
  /* both are kept, both are problems, and neither is the other */
  assert_result (library_test_import_all (test), 3, 0, 0, 2);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM originals WHERE size > 8000000"), ==, 2);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM revisions WHERE text = ''"), ==, 2);
  rows = hs_library_load_rows (test->library, HS_SEARCH_ARTICLES, ids, 3, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((HsRow *) g_ptr_array_index (rows, 0))->texts[HS_ROW_ARTICLE_TITLE], ==, "a.html");
  g_assert_nonnull (strstr (((HsRow *) g_ptr_array_index (rows, 0))->texts[HS_ROW_ARTICLE_SNIPPET], "not be read"));
  g_assert_nonnull (strstr (((HsRow *) g_ptr_array_index (rows, 1))->texts[HS_ROW_ARTICLE_SNIPPET], "not be read"));
  g_assert_null (((HsRow *) g_ptr_array_index (rows, 2))->texts[HS_ROW_ARTICLE_SNIPPET]);
  /* it is not read in vain again */
  assert_result (library_test_import_all (test), 0, 0, 3, 0);
}

static void
test_mailbox_is_several_articles (LibraryTest   *test,
                                  gconstpointer  data)
{
  static const char box[] =
    "From a Mon May  4 08:30:00 2026\nSubject: Ships\nFrom: a@post.example\nMessage-ID: "
    "<1@post.example>\n\n" SHIPS "\n\nFrom a Tue May  5 08:30:00 2026\nSubject: Storm\nFrom: "
                                 "a@post.example\nMessage-ID: <2@post.example>\n\n" STORM "\n";

  library_test_write (test, "letters.mbox", box);
  assert_result (library_test_import_all (test), 2, 0, 0, 0);
  assert_result (library_test_import_all (test), 0, 0, 2, 0);
  g_assert_cmpint (library_test_int (test, "SELECT count(*) FROM articles WHERE stated_url LIKE 'mid:%'"), ==, 2);
  /* each has its own bytes, not the whole box */
  g_assert_cmpint (library_test_int (test, "SELECT max(size) FROM originals"), <, (gint64) sizeof box - 100);
}

#define ADD(path, func) \
  g_test_add ("/library/import/" path, LibraryTest, NULL, library_test_set_up, func, library_test_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("importing-again-changes-nothing", test_importing_again_changes_nothing);
  ADD ("copy-is-the-same-article", test_copy_is_the_same_article);
  ADD ("reprint-elsewhere-is-another-article", test_reprint_elsewhere_is_another_article);
  ADD ("address-tells-the-article-again", test_address_tells_the_article_again);
  ADD ("changed-file-is-a-revision", test_changed_file_is_a_revision);
  ADD ("note-comes-back-with-its-words", test_note_comes_back_with_its_words);
  ADD ("revision-leaves-no-trace-of-the-old", test_revision_leaves_no_trace_of_the_old);
  ADD ("deleted-article-comes-back-when-imported", test_deleted_article_comes_back_when_imported);
  ADD ("folders-are-walked-by-name", test_folders_are_walked_by_name);
  ADD ("named-file-that-is-no-article-is-a-problem", test_named_file_that_is_no_article_is_a_problem);
  ADD ("cancelled-import-goes-on-later", test_cancelled_import_goes_on_later);
  ADD ("bytes-are-kept-as-they-came", test_bytes_are_kept_as_they_came);
  ADD ("full-disk-keeps-what-was-there", test_full_disk_keeps_what_was_there);
  ADD ("what-takes-too-much-is-kept-and-marked", test_too_much_is_kept_and_marked);
  ADD ("mailbox-is-several-articles", test_mailbox_is_several_articles);
  ADD ("analysis-survives-the-library", test_analysis_survives_the_library);
  return g_test_run ();
}
