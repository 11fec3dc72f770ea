/* test-worker.c: hostile bytes are read by a process that can do nothing else,
 * and nothing that it says or does hurts who asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "hs-error.h"
#include "hs-guard.h"
#include "hs-page.h"
#include "hs-wire.h"
#include "hs-worker.h"

#define ARTICLE \
  "<html><head><title>Pier reopens in Larkhaven</title></head><body><article><h1>Pier reopens in Larkhaven</h1>" \
  "<p>The pier of Larkhaven has been opened again after eleven months of repair, the harbour office said.</p>" \
  "<p>Visitors may walk to its end from eight in the morning, and the ferry lands there from June on.</p>" \
  "</article></body></html>"

static HsDocument *
read_html (const char  *html,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));

  return hs_worker_read (bytes, "a.html", NULL, "https://post.example/pier", error);
}

static int
get_pid (void)
{
  g_autoptr (GError) error = NULL;
  guint possible, guard;
  int pid = 0;

  hs_worker_check (&possible, &guard, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document = read_html (ARTICLE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, "Pier reopens in Larkhaven");
  g_assert_nonnull (strstr (document->text, "eleven months of repair"));
  g_assert_cmpuint (document->blocks->len, ==, 3);
  g_assert_cmpuint (g_array_index (document->blocks, HsBlock, 0).kind, ==, HS_BLOCK_HEADLINE);
  g_assert_cmpuint (g_array_index (document->blocks, HsBlock, 2).span.end, ==, document->length);
}

/* Where links and pictures stand, and how blocks are set, comes along. */
static void
test_whole (void)
{
  static const char html[] =
    "<html><body><article><h1>Pier reopens in Larkhaven</h1><p>The pier of Larkhaven has been <a href='/open'>opened "
    "again</a> after eleven months of repair, the harbour office said on Monday evening.</p><ol><li>The ferry lands "
    "there from June on, twice a day.</li><li>The café at its end opens in July, and not before.</li></ol></article>"
    "</body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) there = read_html (html, &error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, sizeof html - 1);
  g_autoptr (HsDocument) here = hs_page_read (bytes, "a.html", NULL, "https://post.example/pier", NULL);
  g_autoptr (GByteArray) a = g_byte_array_new ();
  g_autoptr (GByteArray) b = g_byte_array_new ();

  g_assert_no_error (error);
  g_assert_cmpuint (there->link_places->len, ==, 1);
  g_assert_cmpuint (g_array_index (there->blocks, HsBlock, there->blocks->len - 1).number, ==, 2);
  hs_wire_put_document (a, there);
  hs_wire_put_document (b, here);
  g_assert_cmpmem (a->data, a->len, b->data, b->len);
}

static void
test_says_why (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document = read_html ("<html><body></body></html>", &error);

  g_assert_null (document);
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
}

static void
clear_fragments (HsFragment *fragments,
                 guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&fragments[i].document, hs_document_unref);
      g_clear_error (&fragments[i].error);
    }
}

static void
test_fragment (void)
{
  HsFragment fragment = { .text = "<p>One word of it.</p>", .html = TRUE, .title = "Its title",
                          .base_url = "https://post.example/" };

  hs_worker_read_fragments (&fragment, 1);
  g_assert_no_error (fragment.error);
  g_assert_cmpstr (fragment.document->text, ==, "Its title\n\nOne word of it.");
  clear_fragments (&fragment, 1);
}

/* More than one question holds, of both kinds, and some of them empty. */
static void
test_fragments (void)
{
  HsFragment fragments[150] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      char *text = i % 7 == 3 ? g_strdup ("<p></p>") : g_strdup_printf ("<p>The <a href='/%u'>ferry</a> no. %u.</p>", i,
                                                                        i);

      g_ptr_array_add (texts, text);
      fragments[i] = (HsFragment) { .text = text, .html = i % 5 != 1, .base_url = "https://post.example/" };
    }
  hs_worker_read_fragments (fragments, G_N_ELEMENTS (fragments));
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_autofree char *expected = g_strdup_printf ("The ferry no. %u.", i);
      g_autofree char *address = g_strdup_printf ("https://post.example/%u", i);

      if (i % 5 == 1) /* plain text is what it is */
        g_assert_cmpstr (fragments[i].document->text, ==, fragments[i].text);
      else if (i % 7 == 3)
        g_assert_error (fragments[i].error, HS_ERROR, HS_ERROR_EMPTY);
      else
        {
          g_assert_cmpstr (fragments[i].document->text, ==, expected);
          g_assert_cmpstr (g_ptr_array_index (fragments[i].document->links, 0), ==, address);
        }
      g_assert_true ((fragments[i].document == NULL) == (fragments[i].error != NULL));
    }
  clear_fragments (fragments, G_N_ELEMENTS (fragments));
}

/* All of some megabytes: no question is larger than a page, and none is forgotten. */
static void
test_large_fragments (void)
{
  HsFragment fragments[5] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (text, "<p>The ferry goes twice a day, in summer and winter alike, said the harbour.</p>");
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    fragments[i] = (HsFragment) { .text = i == 2 ? "<p>Short.</p>" : text->str, .html = TRUE };
  hs_worker_read_fragments (fragments, G_N_ELEMENTS (fragments));
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_assert_no_error (fragments[i].error);
      g_assert_cmpuint (fragments[i].document->blocks->len, ==, i == 2 ? 1 : 4000);
    }
  clear_fragments (fragments, G_N_ELEMENTS (fragments));
}

/* The sanitizers need what it gives up. */
#if !defined(__SANITIZE_ADDRESS__)
static void
test_shut_in (void)
{
  g_autoptr (GError) error = NULL;
  guint possible = G_MAXUINT, guard = 0;
  int pid;

  hs_worker_check (&possible, &guard, &pid, &error);
  g_assert_no_error (error);
  if ((guard & HS_WIRE_FILTERED) == 0)
    {
      g_test_skip ("the worker cannot shut itself in here");
      return;
    }
  g_assert_cmpuint (possible, ==, 0);
  g_assert_cmpuint (guard & HS_WIRE_LIMITED, !=, 0);
}
#endif

static void
test_kept_alive (void)
{
  int pid = get_pid ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (HsDocument) document = read_html (ARTICLE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (document);
    }
  g_assert_cmpint (get_pid (), ==, pid);
}

static void
test_killed_between (void)
{
  g_autoptr (GError) error = NULL;
  int pid = get_pid ();
  g_autoptr (HsDocument) document = NULL;

  kill (pid, SIGKILL);
  document = read_html (ARTICLE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_cmpint (get_pid (), !=, pid);
}

static guint
count_workers (void)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d/task", getpid ());
  g_autoptr (GDir) tasks = g_dir_open (folder, 0, NULL);
  const char *task;
  guint n = 0;

  while ((task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, task, "children", NULL);
      g_autofree char *children = NULL;

      /* a thread may end meanwhile */
      if (g_file_get_contents (path, &children, NULL, NULL))
        for (const char *p = children; *p != '\0'; p++)
          n += *p == ' ';
    }
  return n;
}

static gpointer
read_many (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HsDocument) document = read_html (ARTICLE, NULL);

      g_assert_nonnull (document);
      g_assert_cmpuint (count_workers (), <=, g_get_num_processors ());
    }
  return NULL;
}

static void
test_many_threads (void)
{
  GThread *threads[8];

  hs_worker_rest ();
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* --- a worker that hostile bytes have taken over -------------------------------------- */

static void
misbehave (const char *how,
           HsError     code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document = NULL;
  g_autofree char *good = g_strdup (g_getenv ("HEARSAY_WORKER"));

  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", g_getenv ("HEARSAY_BAD_WORKER_PROGRAM"), TRUE);
  g_setenv ("HEARSAY_BAD_WORKER", how, TRUE);
  document = read_html (ARTICLE, &error);
  g_assert_null (document);
  g_assert_error (error, HS_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_setenv ("HEARSAY_WORKER", good, TRUE);
  hs_worker_rest ();
  /* and the next page is read as if nothing had been */
  g_clear_error (&error);
  document = read_html (ARTICLE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_misbehaves (gconstpointer data)
{
  misbehave (data, HS_ERROR_LIMIT);
}

/* A worker that breaks over one of three, or lies about all of them. */
static void
misread (const char *how,
         HsFragment *fragments,
         guint       n)
{
  g_autofree char *good = g_strdup (g_getenv ("HEARSAY_WORKER"));

  for (guint i = 0; i < n; i++)
    fragments[i] = (HsFragment) { .text = i == 1 ? "<p>poison</p>" : "<p>The ferry.</p>", .html = TRUE };
  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", g_getenv ("HEARSAY_BAD_WORKER_PROGRAM"), TRUE);
  g_setenv ("HEARSAY_BAD_WORKER", how, TRUE);
  hs_worker_read_fragments (fragments, n);
  g_setenv ("HEARSAY_WORKER", good, TRUE);
  hs_worker_rest ();
}

static void
test_poisoned (void)
{
  HsFragment fragments[3];

  misread ("poisoned", fragments, G_N_ELEMENTS (fragments));
  g_assert_cmpstr (fragments[0].document->text, ==, "Grüße aus dem Hafen");
  g_assert_null (fragments[1].document);
  g_assert_error (fragments[1].error, HS_ERROR, HS_ERROR_LIMIT);
  g_assert_cmpstr (fragments[2].document->text, ==, "Grüße aus dem Hafen");
  clear_fragments (fragments, G_N_ELEMENTS (fragments));
}

static gpointer
read_entries (gpointer data)
{
  HsFragment fragment = { .text = "<p>One word of it.</p>", .html = TRUE };

  hs_worker_read_fragments (&fragment, 1);
  g_assert_nonnull (fragment.document);
  clear_fragments (&fragment, 1);
  return NULL;
}

/* All lose their patience at once. */
static void
test_late (void)
{
  g_autofree char *good = g_strdup (g_getenv ("HEARSAY_WORKER"));
  GThread *threads[8];

  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", g_getenv ("HEARSAY_BAD_WORKER_PROGRAM"), TRUE);
  g_setenv ("HEARSAY_BAD_WORKER", "late", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_entries, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (count_workers (), <=, g_get_num_processors ());
  g_setenv ("HEARSAY_WORKER", good, TRUE);
  hs_worker_rest ();
}

static void
test_misread (gconstpointer data)
{
  HsFragment fragments[3];

  misread (data, fragments, G_N_ELEMENTS (fragments));
  for (guint i = 0; i < G_N_ELEMENTS (fragments); i++)
    {
      g_assert_null (fragments[i].document);
      g_assert_error (fragments[i].error, HS_ERROR, HS_ERROR_LIMIT);
    }
  clear_fragments (fragments, G_N_ELEMENTS (fragments));
}

static void
test_slow (void)
{
  gint64 began = g_get_monotonic_time ();

  misbehave ("spins", HS_ERROR_LIMIT);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
}

static void
test_not_there (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document = NULL;
  g_autoptr (HsPicture) picture = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\x89PNG\r\n\x1a\n", 8);
  g_autofree char *good = g_strdup (g_getenv ("HEARSAY_WORKER"));

  hs_worker_rest ();
  g_setenv ("HEARSAY_WORKER", "/nonexistent/worker", TRUE);
  document = read_html (ARTICLE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, "Pier reopens in Larkhaven");
  picture = hs_worker_read_picture (bytes, 100, &error);
  g_assert_null (picture);
  g_assert_error (error, HS_ERROR, HS_ERROR_FAILED);
  g_setenv ("HEARSAY_WORKER", good, TRUE);
  hs_worker_rest ();
}

int
main (int    argc,
      char **argv)
{
  static const char *const lies[] = { "dies",      "noise", "huge",        "stale",    "words", "outside", "between",
                                      "backwards", "kind",  "overlapping", "not-utf8", "more",  "short" };
  g_autofree char *bad = NULL;

  g_test_init (&argc, &argv, NULL);
  bad = g_build_filename (g_getenv ("HEARSAY_BUILD"), "tests", "support", "bad-worker", NULL);
  g_setenv ("HEARSAY_BAD_WORKER_PROGRAM", bad, TRUE);
  g_test_add_func ("/worker/reads-a-page", test_reads);
  g_test_add_func ("/worker/nothing-of-a-page-is-lost-on-the-way", test_whole);
  g_test_add_func ("/worker/says-why-a-page-cannot-be-read", test_says_why);
  g_test_add_func ("/worker/reads-the-text-of-an-entry", test_fragment);
  g_test_add_func ("/worker/reads-many-entries-each-by-itself", test_fragments);
  g_test_add_func ("/worker/reads-many-long-entries", test_large_fragments);
#if !defined(__SANITIZE_ADDRESS__)
  g_test_add_func ("/worker/can-open-connect-and-run-nothing", test_shut_in);
#endif
  g_test_add_func ("/worker/one-process-reads-two-hundred-pages", test_kept_alive);
  g_test_add_func ("/worker/a-killed-one-is-started-anew", test_killed_between);
  g_test_add_func ("/worker/many-threads-share-as-many-as-there-are-cores", test_many_threads);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *path = g_strconcat ("/worker/taken-over-hurts-nobody/", lies[i], NULL);

      g_test_add_data_func (path, lies[i], test_misbehaves);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *path = g_strconcat ("/worker/taken-over-while-it-reads-entries-hurts-nobody/", lies[i], NULL);

      g_test_add_data_func (path, lies[i], test_misread);
    }
  g_test_add_func ("/worker/late-ones-are-no-more-than-there-are-cores", test_late);
  g_test_add_func ("/worker/one-entry-that-breaks-it-costs-the-others-nothing", test_poisoned);
  g_test_add_func ("/worker/a-page-that-takes-too-long-is-stopped", test_slow);
  g_test_add_func ("/worker/where-there-is-none-pages-are-read-here", test_not_there);
  return g_test_run ();
}
