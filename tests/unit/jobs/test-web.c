/* test-web.c: pages of the web, and pasted words, become articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-error.h"
#include "hs-import.h"
#include "hs-library-feeds.h"
#include "library-test.h"
#include "loopback.h"

#define OK "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8"
#define PAGE(body, more) \
  "<html><head><title>The long way to the pier</title></head><body><article><h1>The long way to the pier</h1>" \
  "<p>By Ada Moor, for The Larkhaven Post, in two or more parts that belong " \
  "together.</p>" body "</article>" more "</body></html>"
#define P(word) "<p>" word " the harbour office of Larkhaven said that the pier would be closed for as long as it " \
                           "takes.</p>" \
                "<p>" word " nobody else had anything to say about the pier, which was as it had always been, and " \
                           "wet.</p>"

typedef struct
{
  LibraryTest library;
  Loopback *server;     /* (owned) */
  GString *problems;    /* (owned) */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_test_set_up (&self->library, data);
  self->server = loopback_new (NULL);
  self->problems = g_string_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  loopback_free (self->server);
  g_string_free (self->problems, TRUE);
  library_test_tear_down (&self->library, data);
}

static void
problem (const char *subject,
         const char *message,
         gpointer    data)
{
  Fixture *self = data;

  g_string_append_printf (self->problems, "%s: %s\n", subject, message);
}

static HsImportResult
import (Fixture       *self,
        const char    *path,
        HsImportFlags  flags)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new_with_free_func (g_free);
  const HsImportWatch watch = { NULL, problem, self };
  g_autoptr (GError) error = NULL;
  HsImportResult result = { 0 };

  g_ptr_array_add (addresses, *path == '/' ? loopback_url (self->server, 1, path) : g_strdup (path));
  hs_import_addresses (self->library.library, addresses, flags, &watch, NULL, &result, &error);
  g_assert_no_error (error);
  return result;
}

static char *
get_text (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 revision = library_test_int (&self->library, "SELECT revision FROM articles WHERE id = 1");
  char *text = hs_library_load_revision (self->library.library, revision, NULL, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_address (Fixture       *self,
              gconstpointer  data)
{
  HsImportResult result;

  loopback_say (self->server, "/pier", OK, PAGE (P ("First"), ""));
  result = import (self, "/pier", HS_IMPORT_DEFAULT);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpint (result.first, ==, 1);
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM originals WHERE address LIKE '%/pier'"
                                     " AND headers LIKE '%ontent-%ype%'"), ==, 1);
  g_assert_null (loopback_header (self->server, "/pier", 0, "cookie"));
  g_assert_null (loopback_header (self->server, "/pier", 0, "referer"));
  /* again: the same */
  result = import (self, "/pier", HS_IMPORT_DEFAULT);
  g_assert_cmpuint (result.added + result.changed, ==, 0);
  g_assert_cmpuint (result.unchanged, ==, 1);
}

static void
test_problems (Fixture       *self,
               gconstpointer  data)
{
  HsImportResult result;

  result = import (self, "/none", HS_IMPORT_DEFAULT);
  g_assert_cmpuint (result.failed, ==, 1);
  g_assert_nonnull (strstr (self->problems->str, "/none: "));
  result = import (self, "no address at all", HS_IMPORT_DEFAULT);
  g_assert_cmpuint (result.failed, ==, 1);
  g_assert_nonnull (strstr (self->problems->str, "no address at all: "));
}

static void
say_parts (Fixture *self)
{
  loopback_say (self->server, "/pier", OK,
                PAGE (P ("First"), "<p>1 <a href='/pier?page=2'>2</a> <a href='/pier?page=3'>3</a></p>"));
  loopback_say (self->server, "/pier?page=2", OK,
                PAGE (P ("Second"), "<a href='/pier'>1</a> 2 <a href='/pier?page=3'>3</a>"));
  loopback_say (self->server, "/pier?page=3", OK,
                PAGE (P ("Third"), "<a href='/pier'>1</a> <a href='/pier?page=2'>2</a> 3"
                                                                     "<a rel='next' href='/other-story'>Next</a>"));
}

static void
test_parts (Fixture       *self,
            gconstpointer  data)
{
  HsImportResult result;
  g_autofree char *text = NULL;
  const char *first, *second, *third;

  say_parts (self);
  result = import (self, "/pier", HS_IMPORT_PARTS);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (result.failed, ==, 0);
  text = get_text (self);
  first = strstr (text, "First nobody");
  second = strstr (text, "Second the harbour");
  third = strstr (text, "Third nobody");
  g_assert_true (first != NULL && second > first && third > second);
  /* what stands over every part stands once */
  g_assert_null (strstr (strstr (text, "The long way") + 1, "The long way"));
  g_assert_null (strstr (strstr (text, "By Ada Moor") + 1, "By Ada Moor"));
  g_assert_cmpuint (loopback_count (self->server, "/other-story"), ==, 0);
  /* every page is kept as it came */
  g_assert_cmpint (library_test_int (&self->library, "SELECT count(*) FROM originals WHERE revision = 1"), ==, 3);
}

static void
test_parts_only_when_asked (Fixture       *self,
                            gconstpointer  data)
{
  HsImportResult result;
  g_autofree char *text = NULL;

  say_parts (self);
  import (self, "/pier", HS_IMPORT_DEFAULT);
  g_assert_cmpuint (loopback_count (self->server, "/pier?page=2"), ==, 0);
  /* asked for later, it is the same article, grown */
  result = import (self, "/pier", HS_IMPORT_PARTS);
  g_assert_cmpuint (result.changed, ==, 1);
  text = get_text (self);
  g_assert_nonnull (strstr (text, "Third nobody"));
}

/* Each page claims another one. */
static void
test_parts_end (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 30; i++)
    {
      g_autofree char *path = g_strdup_printf ("/endless/%u", i);
      g_autofree char *page = g_strdup_printf (PAGE ("<p>Page number %u is about the pier, and about nothing else in "
                                                     "the world, it says.</p>"
                                                     P ("Then"), "<a rel='next' href='/endless/%u'>Next page</a>"), i,
                                                     i + 1);

      loopback_say (self->server, path, OK, page);
    }
  import (self, "/endless/1", HS_IMPORT_PARTS);
  g_assert_cmpuint (loopback_count (self->server, NULL), ==, 20);
  text = get_text (self);
  g_assert_nonnull (strstr (text, "Page number 20 "));
}

static void
test_part_missing (Fixture       *self,
                   gconstpointer  data)
{
  HsImportResult result;
  g_autofree char *text = NULL;

  loopback_say (self->server, "/pier", OK, PAGE (P ("First"), "<a href='/pier/2'>Next page</a>"));
  result = import (self, "/pier", HS_IMPORT_PARTS);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (loopback_count (self->server, "/pier/2"), ==, 1);
  g_assert_nonnull (strstr (self->problems->str, "/pier/2"));
  text = get_text (self);
  g_assert_nonnull (strstr (text, "First nobody"));
}

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  const HsImportText text = { "The pier was closed on Monday, the harbour office of Larkhaven said.\n\nNobody knows "
                              "why, and nobody was asked about it before.", "Pier closed", "The Larkhaven Post",
                              "post.example/pier", "2026-05-04" };
  HsImportText wrong = text;
  g_autoptr (GError) error = NULL;
  HsImportResult result = { 0 };
  g_autofree char *kept = NULL;

  hs_import_text (self->library.library, &text, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpint (library_test_int (&self->library,
                                     "SELECT count(*) FROM articles WHERE title = 'Pier closed'"
                                     " AND outlet = 'The Larkhaven Post'"
                                     " AND url = 'https://post.example/pier' AND published = '2026-05-04'"), ==, 1);
  kept = get_text (self);
  g_assert_true (g_str_has_prefix (kept, "Pier closed\n\nThe pier was closed on Monday"));
  hs_import_text (self->library.library, &text, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result.unchanged, ==, 1);
  wrong.published = "last Monday";
  g_assert_false (hs_import_text (self->library.library, &wrong, NULL, &result, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_USAGE);
  g_clear_error (&error);
  wrong = text;
  wrong.text = "  \n";
  g_assert_false (hs_import_text (self->library.library, &wrong, NULL, &result, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
}

#define ADD(path, func) g_test_add ("/web/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-address-becomes-an-article-with-its-page", test_address);
  ADD ("what-cannot-be-fetched-is-named", test_problems);
  ADD ("parts-are-joined-in-order", test_parts);
  ADD ("parts-are-fetched-only-when-asked", test_parts_only_when_asked);
  ADD ("parts-end-after-twenty", test_parts_end);
  ADD ("a-missing-part-leaves-the-others", test_part_missing);
  ADD ("pasted-words-become-an-article", test_text);
  return g_test_run ();
}
