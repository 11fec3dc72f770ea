/* test-redirects.c: where a request is led, and what is not told there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib/gstdio.h>

#include "fixture.h"

/* Once a thread has loaded the TLS module, LeakSanitizer falls over its own feet
 * ("Tracer caught signal 11"): no leak check of this program, after all its cases.
 * The fetcher has its leaks looked for in the tests beside this one. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}

#define OK "HTTP/1.1 200 OK\nETag: \"there\""

static void
lead (Loopback   *server,
      const char *path,
      guint       status,
      const char *location)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 %u Elsewhere\nLocation: %s", status, location);

  loopback_say (server, path, head, "<p>Elsewhere.</p>");
}

static char *
path_of (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;

  return uri != NULL ? g_strdup (g_uri_get_path (uri)) : NULL;
}

/* --- permanent and temporary --------------------------------------------------------- */

static void
test_moved (void)
{
  static const struct
  {
    guint statuses[3];   /* of /a, /b, /c; 0 is the feed */
    const char *moved;
    const char *url;
  } rows[] = {
    { { 301, 0, 0 }, "/b", "/b" },     { { 308, 0, 0 }, "/b", "/b" },   { { 302, 0, 0 }, NULL, "/b" },
    { { 307, 0, 0 }, NULL, "/b" },     { { 303, 0, 0 }, NULL, "/b" },   { { 301, 308, 0 }, "/c", "/c" },
    { { 301, 302, 0 }, "/b", "/c" },   { { 302, 301, 0 }, NULL, "/c" }, { { 301, 302, 301 }, "/b", "/d" },
  };
  static const char * const paths[] = { "/a", "/b", "/c", "/d" };
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HsFetchResult) result = NULL;
      g_autofree char *moved = NULL;
      g_autofree char *url = NULL;

      loopback_say (server, "/d", OK, "x");
      for (guint n = 0; n < 3; n++)
        if (rows[i].statuses[n] == 0)
          loopback_say (server, paths[n], OK, "x");
        else
          lead (server, paths[n], rows[i].statuses[n], paths[n + 1]);
      result = fetch_path (fetcher, server, "/a");
      moved = path_of (result->moved);
      url = path_of (result->url);
      g_test_message ("row %u", i);
      g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
      g_assert_cmpstr (moved, ==, rows[i].moved);
      g_assert_cmpstr (url, ==, rows[i].url);
    }
}

static void
test_loops (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) self = NULL;
  g_autoptr (HsFetchResult) pair = NULL;
  g_autoptr (HsFetchResult) endless = NULL;
  g_autoptr (HsFetchResult) ten = NULL;

  lead (server, "/self", 302, "/self");
  lead (server, "/a", 301, "/b");
  lead (server, "/b", 301, "/a");
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *from = g_strdup_printf ("/%u", i);
      g_autofree char *to = g_strdup_printf ("/%u", i + 1);

      lead (server, from, 302, to);
    }
  self = fetch_path (fetcher, server, "/self");
  pair = fetch_path (fetcher, server, "/a");
  endless = fetch_path (fetcher, server, "/0");
  g_assert_cmpint (self->outcome, ==, HS_FETCH_REDIRECTS);
  g_assert_cmpint (pair->outcome, ==, HS_FETCH_REDIRECTS);
  g_assert_cmpint (endless->outcome, ==, HS_FETCH_REDIRECTS);
  g_assert_cmpuint (loopback_count (server, "/self"), ==, 1);
  g_assert_cmpuint (loopback_count (server, "/10"), ==, 1);
  g_assert_cmpuint (loopback_count (server, "/11"), ==, 0);
  g_assert_nonnull (endless->message);
  loopback_say (server, "/10", OK, "x");
  ten = fetch_path (fetcher, server, "/0");
  g_assert_cmpint (ten->outcome, ==, HS_FETCH_OK);
}

static void
test_nowhere (void)
{
  static const char * const targets[] = { "file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "http://",
                                          "data:text/xml,x" };
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (HsFetchResult) result = NULL;

      lead (server, "/feed", 302, targets[i]);
      result = fetch_path (fetcher, server, "/feed");
      g_test_message ("%s", targets[i]);
      g_assert_cmpint (result->outcome, ==, HS_FETCH_REDIRECTS);
      g_assert_nonnull (result->message);
    }
}

/* --- what is not told elsewhere ------------------------------------------------------- */

static HsFetchRequest *
secretive_request (Loopback   *server,
                   const char *path)
{
  g_autofree char *url = loopback_url (server, 1, path);
  HsFetchRequest *request = hs_fetch_request_new (url);

  request->etag = g_strdup ("\"here\"");
  request->last_modified = g_strdup ("Wed, 15 Nov 2023 12:00:00 GMT");
  request->user = g_strdup ("reader");
  request->password = g_strdup ("pass:wörd");
  request->timeout = 5;
  return request;
}

static void
test_validators_stay (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *there = loopback_url (server, 2, "/there");
  g_autofree char *back = loopback_url (server, 1, "/back");
  g_autoptr (HsFetchRequest) request = secretive_request (server, "/feed");
  g_autoptr (HsFetchRequest) within = secretive_request (server, "/within");
  g_autoptr (HsFetchResult) result = NULL;
  g_autoptr (HsFetchResult) same = NULL;

  lead (server, "/feed", 302, there);
  lead (server, "/there", 302, back);
  loopback_say (server, "/back", OK, "x");
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpstr (loopback_header (server, "/feed", 0, "if-none-match"), ==, "\"here\"");
  g_assert_null (loopback_header (server, "/there", 0, "if-none-match"));
  g_assert_null (loopback_header (server, "/there", 0, "if-modified-since"));
  g_assert_null (loopback_header (server, "/there", 0, "referer"));
  /* once abroad, they do not come home either */
  g_assert_null (loopback_header (server, "/back", 0, "if-none-match"));

  lead (server, "/within", 301, "/back");
  same = fetch (fetcher, within);
  g_assert_cmpint (same->outcome, ==, HS_FETCH_OK);
  g_assert_cmpstr (loopback_header (server, "/back", 1, "if-none-match"), ==, "\"here\"");
  g_assert_cmpstr (same->etag, ==, "\"there\"");
}

/* They are of the address that the answer came from, and are told there only. */
static void
test_foreign_validators (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *there = loopback_url (server, 2, "/there");
  g_autofree char *here = loopback_url (server, 1, "/feed");
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (here);
  g_autoptr (HsFetchResult) result = NULL;
  g_autoptr (HsFetchResult) again = NULL;
  g_autoptr (HsFetchResult) elsewhere = NULL;

  lead (server, "/feed", 302, there);
  loopback_say (server, "/there", OK, "x");
  result = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpstr (result->url, ==, there);
  g_assert_cmpstr (result->etag, ==, "\"there\"");

  request->etag = g_strdup (result->etag);
  request->validated_url = g_strdup (result->url);
  request->timeout = 5;
  loopback_say (server, "/there", "HTTP/1.1 304 Not Modified", "");
  again = fetch (fetcher, request);
  g_assert_cmpint (again->outcome, ==, HS_FETCH_NOT_MODIFIED);
  g_assert_null (loopback_header (server, "/feed", 1, "if-none-match"));
  g_assert_cmpstr (loopback_header (server, "/there", 1, "if-none-match"), ==, "\"there\"");

  /* led to where they are not of, nobody is told */
  lead (server, "/feed", 302, "/other");
  loopback_say (server, "/other", OK, "x");
  elsewhere = fetch (fetcher, request);
  g_assert_cmpint (elsewhere->outcome, ==, HS_FETCH_OK);
  g_assert_null (loopback_header (server, "/feed", 2, "if-none-match"));
  g_assert_null (loopback_header (server, "/other", 0, "if-none-match"));
}

static void
play_guarded (LoopbackTurn *turn,
              gpointer      data)
{
  const char *header = g_hash_table_lookup (turn->request->headers, "authorization");

  if (g_strcmp0 (header, data) == 0)
    loopback_answer (turn, OK, "secret news", 11);
  else
    loopback_answer (turn, "HTTP/1.1 401 Who\nWWW-Authenticate: Basic realm=\"The, Desk\", charset=\"UTF-8\"", "", 0);
}

/* base64 of "reader:pass:wörd" in UTF-8 */
#define CREDENTIALS "Basic cmVhZGVyOnBhc3M6d8O2cmQ="

static void
test_password (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchRequest) request = secretive_request (server, "/feed");
  g_autoptr (HsFetchRequest) wrong = secretive_request (server, "/other");
  g_autoptr (HsFetchRequest) open = secretive_request (server, "/open");
  g_autoptr (HsFetchResult) result = NULL;
  g_autoptr (HsFetchResult) refused = NULL;
  g_autoptr (HsFetchResult) public = NULL;
  g_autoptr (HsFetchResult) without = NULL;

  loopback_play (server, "/feed", play_guarded, (gpointer) CREDENTIALS);
  loopback_play (server, "/other", play_guarded, (gpointer) "Basic none");
  loopback_say (server, "/open", OK, "x");
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  /* first without, then as asked */
  g_assert_cmpuint (loopback_count (server, "/feed"), ==, 2);
  g_assert_null (loopback_header (server, "/feed", 0, "authorization"));
  g_assert_null (strstr (result->headers, "cmVhZGVy"));
  refused = fetch (fetcher, wrong);
  g_assert_cmpint (refused->outcome, ==, HS_FETCH_DENIED);
  g_assert_cmpuint (loopback_count (server, "/other"), ==, 2);
  public = fetch (fetcher, open);
  g_assert_cmpint (public->outcome, ==, HS_FETCH_OK);
  g_assert_null (loopback_header (server, "/open", 0, "authorization"));
  without = fetch_path (fetcher, server, "/other");
  g_assert_cmpint (without->outcome, ==, HS_FETCH_DENIED);
  g_assert_cmpstr (without->message, !=, refused->message);
  g_assert_null (strstr (refused->message, "reader"));
}

static void
test_password_stays (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *there = loopback_url (server, 2, "/there");
  g_autoptr (HsFetchRequest) request = secretive_request (server, "/feed");
  g_autoptr (HsFetchResult) result = NULL;

  lead (server, "/feed", 302, there);
  loopback_play (server, "/there", play_guarded, (gpointer) CREDENTIALS);
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_DENIED);
  g_assert_cmpuint (loopback_count (server, "/there"), ==, 1);
  g_assert_null (loopback_header (server, "/there", 0, "authorization"));
}

static void
test_other_schemes (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchRequest) request = secretive_request (server, "/feed");
  g_autoptr (HsFetchResult) result = NULL;

  loopback_say (server, "/feed", "HTTP/1.1 401 Who\nWWW-Authenticate: Digest realm=\"basic\", nonce=\"1\"", "");
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_DENIED);
  g_assert_cmpuint (loopback_count (server, "/feed"), ==, 1);
}

static void
test_address_with_password (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *url = g_strdup_printf ("http://reader:pass%%3Aw%%C3%%B6rd@127.0.0.1:%u/feed#top",
                                          loopback_get_port (server));
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  g_autoptr (HsFetchResult) result = NULL;

  loopback_play (server, "/feed", play_guarded, (gpointer) CREDENTIALS);
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_null (loopback_header (server, "/feed", 0, "authorization"));
}

/* --- protected connections -------------------------------------------------------------- */

typedef struct
{
  GTlsCertificate *certificate;  /* (owned) */
  GTlsDatabase *trust;           /* (owned) */
  char *file;                    /* (owned): of the certificate; read again when it is used */
} Tls;

/* A certificate of its own making for 127.0.0.1, and the trust in it. */
static gboolean
make_tls (Tls *tls)
{
  g_autofree char *directory = g_dir_make_tmp ("hearsay-tls-XXXXXX", NULL);
  g_autofree char *key = g_build_filename (directory, "key.pem", NULL);
  g_autofree char *cert = g_build_filename (directory, "cert.pem", NULL);
  const char *command[] = { "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                            "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
                            "-keyout", key, "-out", cert, NULL };
  int status = -1;
  gboolean made;

  made = g_spawn_sync (NULL, (char **) command, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, NULL) && g_spawn_check_wait_status (status, NULL);
  if (made)
    {
      tls->certificate = g_tls_certificate_new_from_files (cert, key, NULL);
      tls->trust = g_tls_file_database_new (cert, NULL);
    }
  g_unlink (key);
  tls->file = g_steal_pointer (&cert);
  return tls->certificate != NULL && tls->trust != NULL;
}

static void
tls_clear (Tls *tls)
{
  g_clear_object (&tls->certificate);
  g_clear_object (&tls->trust);
  if (tls->file != NULL)
    {
      g_autofree char *directory = g_path_get_dirname (tls->file);

      g_unlink (tls->file);
      g_rmdir (directory);
    }
  g_clear_pointer (&tls->file, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tls, tls_clear)

static void
test_untrusted (void)
{
  g_auto (Tls) tls = { 0 };
  g_autoptr (Loopback) server = NULL;
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) untrusted = NULL;
  g_autoptr (HsFetchResult) trusted = NULL;
  g_autoptr (HsFetchResult) misnamed = NULL;
  g_autofree char *other = NULL;
  g_autoptr (HsFetchRequest) request = NULL;

  g_assert_true (make_tls (&tls));
  server = loopback_new (tls.certificate);
  loopback_say (server, "/feed", OK, "x");
  untrusted = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (untrusted->outcome, ==, HS_FETCH_TLS);
  g_assert_cmpuint (loopback_count (server, NULL), ==, 0);
  hs_fetcher_set_trust (fetcher, tls.trust);
  trusted = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (trusted->outcome, ==, HS_FETCH_OK);
  other = loopback_url (server, 2, "/feed");
  request = hs_fetch_request_new (other);
  misnamed = fetch (fetcher, request);
  g_assert_cmpint (misnamed->outcome, ==, HS_FETCH_TLS);
  g_assert_cmpstr (misnamed->message, !=, untrusted->message);
}

static void
test_downgrade (void)
{
  g_auto (Tls) tls = { 0 };
  g_autoptr (Loopback) safe = NULL;
  g_autoptr (Loopback) open = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) down = NULL;
  g_autoptr (HsFetchResult) up = NULL;
  g_autofree char *open_url = loopback_url (open, 1, "/feed");
  g_autofree char *safe_url = NULL;

  g_assert_true (make_tls (&tls));
  safe = loopback_new (tls.certificate);
  hs_fetcher_set_trust (fetcher, tls.trust);
  safe_url = loopback_url (safe, 1, "/feed");
  loopback_say (open, "/feed", OK, "x");
  loopback_say (safe, "/feed", OK, "x");
  lead (safe, "/down", 301, open_url);
  lead (open, "/up", 301, safe_url);
  down = fetch_path (fetcher, safe, "/down");
  g_assert_cmpint (down->outcome, ==, HS_FETCH_REDIRECTS);
  g_assert_null (down->moved);
  g_assert_cmpuint (loopback_count (open, "/feed"), ==, 0);
  up = fetch_path (fetcher, open, "/up");
  g_assert_cmpint (up->outcome, ==, HS_FETCH_OK);
  g_assert_cmpstr (up->moved, ==, safe_url);
}

/* RFC 7932: a window of 16 bits, one metablock of 15 bytes that is stored as it
 * is, and the empty last one. */
static void
play_brotli (LoopbackTurn *turn,
             gpointer      data)
{
  static const guint8 stored[] = { 0xe0, 0x00, 0x10, 'a', ' ', 'q', 'u', 'i', 'e', 't', ' ',
                                   'h', 'a', 'r', 'b', 'o', 'u', 'r', 0x03 };

  loopback_answer (turn, "HTTP/1.1 200 OK\nContent-Encoding: br", stored, sizeof stored);
}

/* libsoup offers it on protected connections only. */
static void
test_brotli (void)
{
  g_auto (Tls) tls = { 0 };
  g_autoptr (Loopback) server = NULL;
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) result = NULL;

  g_assert_true (make_tls (&tls));
  server = loopback_new (tls.certificate);
  hs_fetcher_set_trust (fetcher, tls.trust);
  loopback_play (server, "/feed", play_brotli, NULL);
  result = fetch_path (fetcher, server, "/feed");
  if (strstr (loopback_header (server, "/feed", 0, "accept-encoding"), "br") == NULL)
    {
      g_test_skip ("this libsoup does not offer brotli");
      return;
    }
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpmem (g_bytes_get_data (result->bytes, NULL), g_bytes_get_size (result->bytes), "a quiet harbour", 15);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect/only-a-permanent-chain-is-a-move", test_moved);
  g_test_add_func ("/redirect/circles-and-endless-chains-end", test_loops);
  g_test_add_func ("/redirect/what-is-no-web-address-is-not-followed", test_nowhere);
  g_test_add_func ("/redirect/validators-are-not-told-to-another-host", test_validators_stay);
  g_test_add_func ("/redirect/validators-of-another-host-are-told-only-there", test_foreign_validators);
  g_test_add_func ("/redirect/a-password-is-sent-only-when-asked-for", test_password);
  g_test_add_func ("/redirect/a-password-is-not-told-to-another-host", test_password_stays);
  g_test_add_func ("/redirect/a-password-is-sent-to-no-other-scheme", test_other_schemes);
  g_test_add_func ("/redirect/a-password-in-the-address-is-not-sent-unasked", test_address_with_password);
  g_test_add_func ("/redirect/a-server-nobody-vouches-for-is-not-read", test_untrusted);
  g_test_add_func ("/redirect/from-protected-to-open-is-not-followed", test_downgrade);
  g_test_add_func ("/redirect/brotli-is-undone", test_brotli);
  return g_test_run ();
}
