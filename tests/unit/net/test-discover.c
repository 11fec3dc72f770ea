/* test-discover.c: the feeds that an address leads to, and where passwords stay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-error.h"
#include "hs-refresh.h"
#include "hs-secrets.h"
#include "library-test.h"
#include "loopback.h"

#define RSS(title, items) "<rss version='2.0'><channel><title>" title "</title>" items "</channel></rss>"
#define ITEM(title, day) "<item><title>" title "</title><pubDate>" day " Nov 2023 10:00:00 GMT</pubDate></item>"
#define PAGE "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8"
#define XML "HTTP/1.1 200 OK\nContent-Type: application/rss+xml"

typedef struct
{
  LibraryTest library;
  Loopback *server;   /* (owned) */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  library_test_set_up (&self->library, data);
  self->server = loopback_new (NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  loopback_free (self->server);
  library_test_tear_down (&self->library, data);
}

static GPtrArray *
discover (Fixture     *self,
          const char  *path,
          GError     **error)
{
  g_autofree char *url = loopback_url (self->server, 1, path);

  return hs_refresh_discover (self->library.library, url, NULL, error);
}

static void
test_itself (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const HsFoundFeed *found;

  loopback_say (self->server, "/feed", XML,
                RSS ("The Ledger", ITEM ("Older", "13") ITEM ("Newest", "15") ITEM ("Old", "14")));
  all = discover (self, "/feed", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  found = g_ptr_array_index (all, 0);
  g_assert_cmpstr (found->title, ==, "The Ledger");
  g_assert_cmpstr (found->newest, ==, "Newest");
  g_assert_true (g_str_has_prefix (found->newest_time, "2023-11-15T10:00:00"));
  g_assert_cmpuint (found->n_entries, ==, 3);
  g_assert_cmpuint (found->preview->len, ==, 3);
  g_assert_false (found->known);
}

static void
test_named (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *news = loopback_url (self->server, 1, "/news.xml");

  loopback_say (self->server, "/", PAGE,
                "<html><head><title>Ledger</title><link rel='alternate' type='application/rss+xml' href='/news.xml' "
                "title='News'><link rel='alternate' type='application/rss+xml' href='/gone.xml'>"
                "<link rel='alternate' type='application/atom+xml' href='/sport.xml'></head><body><p>Hello.</p>"
                "</body></html>");
  loopback_say (self->server, "/news.xml", XML, RSS ("News", ITEM ("A", "13")));
  loopback_say (self->server, "/sport.xml", XML, RSS ("Sport", ""));
  g_assert_cmpint (hs_library_add_feed (self->library.library, news, NULL, 0, &error), >, 0);
  all = discover (self, "/", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((HsFoundFeed *) g_ptr_array_index (all, 0))->title, ==, "News");
  g_assert_true (((HsFoundFeed *) g_ptr_array_index (all, 0))->known);
  g_assert_cmpstr (((HsFoundFeed *) g_ptr_array_index (all, 1))->title, ==, "Sport");
  g_assert_false (((HsFoundFeed *) g_ptr_array_index (all, 1))->known);
  g_assert_cmpuint (loopback_most_of_one (self->server), ==, 1);
}

static void
test_common (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;

  loopback_say (self->server, "/", PAGE, "<html><body><p>Hello.</p></body></html>");
  loopback_say (self->server, "/feed", XML, RSS ("Hidden", ""));
  all = discover (self, "/", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((HsFoundFeed *) g_ptr_array_index (all, 0))->title, ==, "Hidden");
  /* the page and at most eight others */
  g_assert_cmpuint (loopback_count (self->server, NULL), <=, 9);
}

static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) nonsense = NULL;

  loopback_say (self->server, "/", PAGE, "<html><body><p>Hello.</p></body></html>");
  g_assert_null (discover (self, "/", &none));
  g_assert_error (none, HS_ERROR, HS_ERROR_NOT_FOUND);
  g_assert_null (discover (self, "/absent", &absent));
  g_assert_error (absent, HS_ERROR, HS_ERROR_READ);
  g_assert_nonnull (strstr (absent->message, "404"));
  g_assert_null (hs_refresh_discover (self->library.library, "two words", NULL, &nonsense));
  g_assert_error (nonsense, HS_ERROR, HS_ERROR_USAGE);
}

static void
test_passing_secret (void)
{
  gboolean lasting = TRUE;
  g_autofree char *words = NULL;
  char *password;

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  words = hs_secrets_store ("/library", "http://Outlet.example:8080/feed", "reader", "kingfisher", &lasting);
  g_assert_false (lasting);
  g_assert_nonnull (words);
  password = hs_secrets_lookup ("/library", "http://outlet.example:8080/other", "reader");
  g_assert_cmpstr (password, ==, "kingfisher");
  hs_secrets_free (password);
  g_assert_null (hs_secrets_lookup ("/library", "http://outlet.example/feed", "reader"));
  g_assert_null (hs_secrets_lookup ("/library", "http://outlet.example:8080/feed", "writer"));
  g_assert_null (hs_secrets_lookup ("/other", "http://outlet.example:8080/feed", "reader"));
  hs_secrets_clear ("/library", "http://outlet.example:8080/feed", "reader");
  g_assert_null (hs_secrets_lookup ("/library", "http://outlet.example:8080/feed", "reader"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/discover/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-feed-is-found-at-its-own-address", test_itself);
  ADD ("what-the-page-names-is-tried", test_named);
  ADD ("where-it-names-none-the-common-places-are-tried", test_common);
  ADD ("why-there-is-none-is-said", test_none);
#undef ADD
  g_test_add_func ("/secrets/without-a-keyring-kept-for-the-run", test_passing_secret);
  return g_test_run ();
}
