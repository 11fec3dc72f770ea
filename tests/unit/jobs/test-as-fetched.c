/* test-as-fetched.c: the stored page is written anew by the worker, and what it
 * says is not believed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-as-fetched.h"

#include <string.h>

#include "hs-error.h"
#include "hs-library-write.h"
#include "hs-worker.h"
#include "hs-workspace-private.h"
#include "library-test.h"
#include "workspace-test.h"

#define PAGE \
  "<html><head><title>Quay closed for a week</title><script>document.write('by a script')</script></head><body>" \
  "<article><h1>Quay closed for a week</h1><p onclick='x()'>The quay of Larkhaven is closed for a week, the harbour " \
  "office said.</p><p>A crane is being taken down, <a href='https://post.example/crane'>which took longer than " \
  "planned</a>.</p></article></body></html>"

static gboolean done;
static char *path;     /* (owned) (nullable): what was written */
static GError *failed; /* (owned) (nullable) */

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  path = hs_as_fetched_finish (HS_WORKSPACE (source), result, &failed);
  done = TRUE;
}

/* (transfer full) (nullable): what would be opened */
static char *
fetch (WorkspaceTest *test,
       gint64         article)
{
  char *page = NULL;

  g_clear_pointer (&path, g_free);
  g_clear_error (&failed);
  done = FALSE;
  hs_as_fetched_async (test->workspace, article, NULL, written, NULL);
  workspace_test_wait (&done);
  if (path != NULL)
    g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  return page;
}

/* One article, of a file that is gone when it is looked at. */
static gint64
import (WorkspaceTest *test,
        const char    *name,
        const char    *text)
{
  g_autofree char *folder = g_dir_make_tmp ("hearsay-as-fetched-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HsJob) job = NULL;
  guint added, changed, unchanged;

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (file));
  job = hs_import_job_new (test->workspace, files);
  workspace_test_run_job (job);
  hs_import_job_get_result (HS_IMPORT_JOB (job), &added, &changed, &unchanged);
  g_assert_cmpuint (added, ==, 1);
  library_test_remove (folder);
  return hs_import_job_get_first (HS_IMPORT_JOB (job));
}

static void
with_worker (const char *how)
{
  static char *good = NULL;

  if (good == NULL)
    good = g_strdup (g_getenv ("HEARSAY_WORKER"));
  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", how != NULL ? g_getenv ("HEARSAY_BAD_WORKER_PROGRAM") : good, TRUE);
  g_setenv ("HEARSAY_BAD_WORKER", how != NULL ? how : "", TRUE);
}

static void
test_is_the_page_without_what_runs (WorkspaceTest *test,
                                    gconstpointer  data)
{
  g_autofree char *page = fetch (test, import (test, "quay.html", PAGE));

  g_assert_no_error (failed);
  g_assert_nonnull (strstr (page, "<h1>Quay closed for a week</h1>"));
  g_assert_nonnull (strstr (page, "[https://post.example/crane]"));
  g_assert_null (strstr (page, "onclick"));
  g_assert_null (strstr (page, "by a script"));
  /* one script and one handler; one link */
  g_assert_nonnull (strstr (page, "scripts and handlers 2, pictures 0, frames and players 0, forms and fields 0, "
                                  "links 1."));
}

static void
test_text_stands_as_it_came (WorkspaceTest *test,
                             gconstpointer  data)
{
  g_autofree char *page = fetch (test, import (test, "quay.txt", "Quay closed\n\nThe <b>quay</b> is closed & shut.\n"));

  g_assert_no_error (failed);
  g_assert_nonnull (strstr (page, "<pre>Quay closed\n\nThe &lt;b&gt;quay&lt;/b&gt; is closed &amp; shut.\n</pre>"));
}

/* The bytes are not parsed in this process: without its worker nothing is shown. */
static void
test_worker_that_lies_is_not_believed (WorkspaceTest *test,
                                       gconstpointer  data)
{
  gint64 article = import (test, "quay.html", PAGE);
  g_autofree char *page = NULL;

  with_worker ("runs");
  page = fetch (test, article);
  with_worker (NULL);
  g_assert_null (page);
  g_assert_error (failed, HS_ERROR, HS_ERROR_LIMIT);
  page = fetch (test, article);
  g_assert_no_error (failed);
  g_assert_nonnull (strstr (page, "Quay closed for a week"));
}

static void
test_page_that_breaks_its_reader_is_shown_as_source (WorkspaceTest *test,
                                                     gconstpointer  data)
{
  gint64 article = import (test, "quay.html", PAGE);
  g_autofree char *page = NULL;

  with_worker ("source");
  page = fetch (test, article);
  with_worker (NULL);
  g_assert_no_error (failed);
  g_assert_nonnull (strstr (page, "<pre>its source</pre>"));
}

static HsIncoming *
make_incoming (const char *bytes,
               const char *content_type,
               const char *address)
{
  g_autoptr (GBytes) original = g_bytes_new_static (bytes, strlen (bytes));
  HsIncoming *incoming = hs_incoming_new (original);

  incoming->content_type = g_strdup (content_type);
  incoming->address = g_strdup (address);
  return incoming;
}

/* As a refresh keeps an entry whose page was a file that nobody could read, with a
 * second page beside it. */
static gint64
keep_with_pages (WorkspaceTest *test)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  HsIncoming *incoming = make_incoming ("<p>The quay is closed.</p>", "text/html", "https://post.example/feed");
  g_autoptr (GError) error = NULL;

  incoming->document = hs_document_new (g_strdup ("The quay is closed."));
  incoming->document->url = g_strdup ("https://post.example/quay");
  incoming->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  g_ptr_array_add (incoming->parts,
                   make_incoming ("%PDF-1.4 broken", "application/pdf", "https://post.example/quay.pdf"));
  g_ptr_array_add (incoming->parts, make_incoming (PAGE, "text/html", "https://post.example/quay"));
  g_ptr_array_add (all, incoming);
  hs_library_keep (hs_workspace_get_library (test->workspace), all, &error);
  g_assert_no_error (error);
  return incoming->article;
}

static void
test_every_page_that_was_kept_is_shown (WorkspaceTest *test,
                                        gconstpointer  data)
{
  g_autofree char *page = fetch (test, keep_with_pages (test));
  const char *own, *file, *second;

  g_assert_no_error (failed);
  own = strstr (page, "<p>The quay is closed.</p>");
  file = strstr (page, "from https://post.example/quay.pdf");
  second = strstr (page, "<h1>Quay closed for a week</h1>");
  g_assert_true (own != NULL && file != NULL && second != NULL);
  g_assert_true (own < file && file < second);
  g_assert_nonnull (strstr (file, "can only be looked at where it lies"));
  g_assert_nonnull (strstr (page, "from https://post.example/feed"));
  g_assert_null (strstr (page, "by a script"));
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (WorkspaceTest *, gconstpointer);
  } cases[] = {
    { "/as-fetched/is-the-page-without-what-runs", test_is_the_page_without_what_runs },
    { "/as-fetched/text-stands-as-it-came", test_text_stands_as_it_came },
    { "/as-fetched/a-worker-that-lies-is-not-believed", test_worker_that_lies_is_not_believed },
    { "/as-fetched/a-page-that-breaks-its-reader-is-shown-as-source",
      test_page_that_breaks_its_reader_is_shown_as_source },
    { "/as-fetched/every-page-that-was-kept-is-shown", test_every_page_that_was_kept_is_shown },
  };
  g_autofree char *bad = NULL;
  g_autofree char *cache = g_dir_make_tmp ("hearsay-cache-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  bad = g_build_filename (g_getenv ("HEARSAY_BUILD"), "tests", "support", "bad-worker", NULL);
  g_setenv ("HEARSAY_BAD_WORKER_PROGRAM", bad, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, WorkspaceTest, NULL, workspace_test_set_up, cases[i].run, workspace_test_tear_down);
  status = g_test_run ();
  g_clear_pointer (&path, g_free);
  g_clear_error (&failed);
  return status;
}
