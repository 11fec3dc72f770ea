/* test-fetcher.c: requests and answers, each row played by a server on loopback
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fixture.h"

#define OK "HTTP/1.1 200 OK\nContent-Type: application/rss+xml"

static gint64
noon (gpointer data)
{
  return 1700049600; /* 2023-11-15 12:00:00 UTC, a Wednesday */
}

/* --- who asks, and how ----------------------------------------------------------- */

static void
test_honest (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) first = NULL;
  g_autoptr (HsFetchResult) second = NULL;
  const char *agent;

  loopback_say (server, "/feed", OK "\nSet-Cookie: id=7; Path=/", "<rss/>");
  first = fetch_path (fetcher, server, "/feed");
  second = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (second->outcome, ==, HS_FETCH_OK);
  g_assert_cmpstr (second->content_type, ==, "application/rss+xml");
  agent = loopback_header (server, "/feed", 0, "user-agent");
  g_assert_true (g_str_has_prefix (agent, "Hearsay/"));
  g_assert_nonnull (strstr (agent, "(+https://"));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (loopback_header (server, "/feed", i, "cookie"));
      g_assert_null (loopback_header (server, "/feed", i, "referer"));
      g_assert_null (loopback_header (server, "/feed", i, "authorization"));
    }
  g_assert_null (strstr (second->headers, "id=7"));
  g_assert_nonnull (strstr (second->headers, "HTTP/1.1 200 OK\n"));
}

static void
test_validators (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *url = loopback_url (server, 1, "/feed");
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  g_autoptr (HsFetchResult) full = NULL;
  g_autoptr (HsFetchResult) same = NULL;

  /* a date that is none, and odd quotes: not ours to mend */
  loopback_say (server, "/feed", OK "\nETag: W/\"a, \\\"b\"\nLast-Modified: Mon, 99 Foo 2023 1:2:3 +0000", "x");
  full = fetch (fetcher, request);
  g_test_message ("%d %s %s", full->outcome, full->message, full->headers);
  g_assert_cmpstr (full->etag, ==, "W/\"a, \\\"b\"");
  g_assert_cmpstr (full->last_modified, ==, "Mon, 99 Foo 2023 1:2:3 +0000");
  loopback_say (server, "/feed", "HTTP/1.1 304 Not Modified", "");
  request->etag = g_strdup (full->etag);
  request->last_modified = g_strdup (full->last_modified);
  same = fetch (fetcher, request);
  g_assert_cmpint (same->outcome, ==, HS_FETCH_NOT_MODIFIED);
  g_assert_cmpuint (same->status, ==, 304);
  g_assert_null (same->bytes);
  g_assert_cmpstr (loopback_header (server, "/feed", 1, "if-none-match"), ==, "W/\"a, \\\"b\"");
  g_assert_cmpstr (loopback_header (server, "/feed", 1, "if-modified-since"), ==, "Mon, 99 Foo 2023 1:2:3 +0000");
}

static void
test_unasked_304 (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) result = NULL;

  loopback_say (server, "/feed", "HTTP/1.1 304 Not Modified", "");
  result = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (result->outcome, ==, HS_FETCH_BROKEN);
  g_assert_nonnull (result->message);
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char *head;
    HsFetchOutcome outcome;
    gint64 until;
  } rows[] = {
    { "HTTP/1.1 429 Slow Down\nRetry-After: 120", HS_FETCH_TOO_MANY, 1700049600 + 120 },
    { "HTTP/1.1 503 Down\nRetry-After: 3600", HS_FETCH_SERVER_ERROR, 1700049600 + 3600 },
    { "HTTP/1.1 429 Slow Down\nRetry-After: Wed, 15 Nov 2023 13:00:00 GMT", HS_FETCH_TOO_MANY, 1700049600 + 3600 },
    { "HTTP/1.1 503 Down\nRetry-After: Wednesday, 15-Nov-23 12:30:00 GMT", HS_FETCH_SERVER_ERROR, 1700049600 + 1800 },
    { "HTTP/1.1 503 Down\nRetry-After: Wed, 15 Nov 2023 11:00:00 GMT", HS_FETCH_SERVER_ERROR, 0 },
    { "HTTP/1.1 429 Slow Down\nRetry-After: soon", HS_FETCH_TOO_MANY, 0 },
    { "HTTP/1.1 429 Slow Down\nRetry-After: -5", HS_FETCH_TOO_MANY, 0 },
    { "HTTP/1.1 429 Slow Down\nRetry-After: 99999999999999999999", HS_FETCH_TOO_MANY,
      1700049600 + (gint64) G_MAXINT32 },
    { "HTTP/1.1 429 Slow Down", HS_FETCH_TOO_MANY, 0 },
    { "HTTP/1.1 500 Oops\nRetry-After: 60", HS_FETCH_SERVER_ERROR, 0 },
  };
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();

  hs_fetcher_set_clock (fetcher, noon, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HsFetchResult) result = NULL;

      loopback_say (server, "/feed", rows[i].head, "wait");
      result = fetch_path (fetcher, server, "/feed");
      g_test_message ("%s", rows[i].head);
      g_assert_cmpint (result->outcome, ==, rows[i].outcome);
      g_assert_cmpint (result->retry_after, ==, rows[i].until);
      g_assert_cmpint (result->time, ==, 1700049600);
      g_assert_nonnull (result->message);
      g_assert_null (result->bytes);
    }
}

static void
test_max_age (void)
{
  static const struct
  {
    const char *headers;
    gint64 seconds;
  } rows[] = {
    { "Cache-Control: max-age=600", 600 },
    { "Cache-Control: public, MAX-AGE = \"900\", must-revalidate", 900 },
    { "Cache-Control: max-age=600\nAge: 100", 500 },
    { "Cache-Control: max-age=600\nAge: 700", 0 },
    { "Cache-Control: s-maxage=600", 0 },
    { "Cache-Control: s-maxage=9000, max-age=60", 60 },
    { "Cache-Control: no-cache, max-age=600", 0 },
    { "Cache-Control: no-store, max-age=600", 0 },
    { "Cache-Control: max-age=soon", 0 },
    { "Cache-Control: max-age", 0 },
    { "Cache-Control: ,,;=", 0 },
    { "X-Nothing: said", 0 },
  };
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();

  hs_fetcher_set_clock (fetcher, noon, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HsFetchResult) result = NULL;
      g_autofree char *head = g_strconcat (OK, "\n", rows[i].headers, NULL);

      loopback_say (server, "/feed", head, "x");
      result = fetch_path (fetcher, server, "/feed");
      g_test_message ("%s", rows[i].headers);
      g_assert_cmpint (result->fresh_until, ==, rows[i].seconds > 0 ? 1700049600 + rows[i].seconds : 0);
    }
}

static void
test_statuses (void)
{
  static const struct
  {
    const char *head;
    HsFetchOutcome outcome;
  } rows[] = {
    { "HTTP/1.1 410 Gone", HS_FETCH_GONE },          { "HTTP/1.1 401 No", HS_FETCH_DENIED },
    { "HTTP/1.1 403 No", HS_FETCH_DENIED },          { "HTTP/1.1 407 No", HS_FETCH_DENIED },
    { "HTTP/1.1 404 No", HS_FETCH_NOT_FOUND },       { "HTTP/1.1 418 Teapot", HS_FETCH_NOT_FOUND },
    { "HTTP/1.1 500 Oops", HS_FETCH_SERVER_ERROR },  { "HTTP/1.1 204 Nothing", HS_FETCH_BROKEN },
    { "HTTP/1.1 301 Moved", HS_FETCH_REDIRECTS },    { "HTTP/1.1 300 Choose", HS_FETCH_REDIRECTS },
    { "this is no web server", HS_FETCH_BROKEN },
  };
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (HsFetchResult) result = NULL;

      loopback_say (server, "/feed", rows[i].head, "");
      result = fetch_path (fetcher, server, "/feed");
      g_test_message ("%s", rows[i].head);
      g_assert_cmpint (result->outcome, ==, rows[i].outcome);
      g_assert_nonnull (result->message);
      g_assert_null (result->bytes);
    }
}

/* --- bodies ------------------------------------------------------------------------ */

static GBytes *
compress (const void *data,
          gsize       length)
{
  g_autoptr (GZlibCompressor) zip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, G_CONVERTER (zip));
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

typedef struct
{
  const char *head;
  GBytes *body;
} Fixed;

static void
play_fixed (LoopbackTurn *turn,
            gpointer      data)
{
  const Fixed *fixed = data;

  loopback_answer (turn, fixed->head, g_bytes_get_data (fixed->body, NULL), g_bytes_get_size (fixed->body));
}

static void
test_gzip (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (GBytes) packed = compress ("a quiet harbour", 15);
  Fixed fixed = { OK "\nContent-Encoding: gzip", packed };
  g_autoptr (HsFetchResult) result = NULL;

  loopback_play (server, "/feed", play_fixed, &fixed);
  result = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpmem (g_bytes_get_data (result->bytes, NULL), g_bytes_get_size (result->bytes), "a quiet harbour", 15);
  g_assert_nonnull (strstr (loopback_header (server, "/feed", 0, "accept-encoding"), "gzip"));
}

static void
test_strange_encoding (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) result = NULL;

  loopback_say (server, "/feed", OK "\nContent-Encoding: compress", "??");
  result = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (result->outcome, ==, HS_FETCH_BROKEN);
}

/* 64 MiB that come as 64 KiB. */
static void
test_bomb (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *zeros = g_malloc0 (64 * 1024 * 1024);
  g_autoptr (GBytes) packed = compress (zeros, 64 * 1024 * 1024);
  Fixed fixed = { OK "\nContent-Encoding: gzip", packed };
  Fixed error = { "HTTP/1.1 500 Oops\nContent-Encoding: gzip", packed };
  g_autofree char *url = loopback_url (server, 1, "/feed");
  g_autofree char *error_url = loopback_url (server, 1, "/error");
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  g_autoptr (HsFetchRequest) error_request = hs_fetch_request_new (error_url);
  g_autoptr (HsFetchResult) result = NULL;
  g_autoptr (HsFetchResult) error_result = NULL;

  loopback_play (server, "/feed", play_fixed, &fixed);
  loopback_play (server, "/error", play_fixed, &error);
  request->max_bytes = 1024 * 1024;
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_TOO_LARGE);
  g_assert_null (result->bytes);
  g_assert_nonnull (strstr (result->message, "1.0"));
  error_result = fetch (fetcher, error_request);
  g_assert_cmpint (error_result->outcome, ==, HS_FETCH_SERVER_ERROR);
}

static void
test_announced_too_large (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *url = loopback_url (server, 1, "/feed");
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  g_autoptr (HsFetchResult) result = NULL;
  g_autoptr (HsFetchResult) exact = NULL;

  loopback_say (server, "/feed", OK, "0123456789");
  request->max_bytes = 9;
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_TOO_LARGE);
  request->max_bytes = 10;
  exact = fetch (fetcher, request);
  g_assert_cmpint (exact->outcome, ==, HS_FETCH_OK);
}

static void
play_raw (LoopbackTurn *turn,
          gpointer      data)
{
  loopback_write (turn, data, -1);
}

static void
play_cut_gzip (LoopbackTurn *turn,
               gpointer      data)
{
  GBytes *packed = data;

  loopback_write (turn, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n", -1);
  loopback_write (turn, g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed) / 2);
}

static void
test_wrong_lengths (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autofree char *noise = g_malloc (20000);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (HsFetchResult) shorter = NULL;
  g_autoptr (HsFetchResult) chunked = NULL;
  g_autoptr (HsFetchResult) cut = NULL;
  g_autoptr (HsFetchResult) longer = NULL;
  g_autoptr (HsFetchResult) after = NULL;

  for (guint i = 0; i < 20000; i++)
    noise[i] = (char) g_test_rand_int_range (0, 255);
  packed = compress (noise, 20000);
  loopback_play (server, "/short", play_raw, (gpointer) "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
  loopback_play (server, "/chunked", play_raw,
                 (gpointer) "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n50\r\nno more");
  loopback_play (server, "/gzip", play_cut_gzip, packed);
  loopback_play (server, "/long", play_raw,
                 (gpointer) "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nContent-Length: "
                            "4\r\n\r\nevil");
  loopback_say (server, "/after", OK, "good");
  shorter = fetch_path (fetcher, server, "/short");
  chunked = fetch_path (fetcher, server, "/chunked");
  cut = fetch_path (fetcher, server, "/gzip");
  longer = fetch_path (fetcher, server, "/long");
  after = fetch_path (fetcher, server, "/after");
  g_assert_cmpint (shorter->outcome, ==, HS_FETCH_BROKEN);
  g_assert_null (shorter->bytes);
  g_assert_nonnull (shorter->message);
  g_assert_cmpint (chunked->outcome, ==, HS_FETCH_BROKEN);
  g_assert_cmpint (cut->outcome, ==, HS_FETCH_BROKEN);
  /* what comes after the end is not part of it, nor of what is asked next */
  g_assert_cmpint (longer->outcome, ==, HS_FETCH_OK);
  g_assert_cmpmem (g_bytes_get_data (longer->bytes, NULL), g_bytes_get_size (longer->bytes), "hello", 5);
  g_assert_cmpmem (g_bytes_get_data (after->bytes, NULL), g_bytes_get_size (after->bytes), "good", 4);
}

/* --- slow ones ---------------------------------------------------------------------- */

static void
play_nothing (LoopbackTurn *turn,
              gpointer      data)
{
  loopback_sleep (turn, 60000);
}

static void
play_drops (LoopbackTurn *turn,
            gpointer      data)
{
  loopback_write (turn, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", -1);
  while (loopback_sleep (turn, 100) && loopback_write (turn, ".", 1))
    ;
}

static void
play_endless (LoopbackTurn *turn,
              gpointer      data)
{
  g_autofree char *block = g_strnfill (65536, 'x');

  loopback_write (turn, data, -1);
  while (loopback_sleep (turn, 0) && loopback_write (turn, block, 65536))
    ;
}

static HsFetchResult *
fetch_impatiently (HsFetcher  *fetcher,
                   Loopback   *server,
                   const char *path)
{
  g_autofree char *url = loopback_url (server, 1, path);
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);

  request->timeout = 1;
  return fetch (fetcher, request);
}

static void
test_slow_loris (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) head = NULL;
  g_autoptr (HsFetchResult) body = NULL;
  gint64 began = g_get_monotonic_time ();

  loopback_play (server, "/head", play_nothing, NULL);
  loopback_play (server, "/body", play_drops, NULL);
  head = fetch_impatiently (fetcher, server, "/head");
  body = fetch_impatiently (fetcher, server, "/body");
  g_assert_cmpint (head->outcome, ==, HS_FETCH_TIMEOUT);
  g_assert_cmpint (body->outcome, ==, HS_FETCH_TIMEOUT);
  g_assert_null (body->bytes);
  g_assert_cmpstr (head->message, !=, body->message);
  /* 60 s and 100 s, had they been waited for */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 30 * G_USEC_PER_SEC);
}

static void
test_endless (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) error = NULL;
  g_autoptr (HsFetchResult) redirect = NULL;

  loopback_play (server, "/error", play_endless, (gpointer) "HTTP/1.1 500 Oops\r\n\r\n");
  loopback_play (server, "/redirect", play_endless, (gpointer) "HTTP/1.1 302 Found\r\nLocation: /there\r\n\r\n");
  loopback_say (server, "/there", OK, "x");
  error = fetch_path (fetcher, server, "/error");
  redirect = fetch_path (fetcher, server, "/redirect");
  g_assert_cmpint (error->outcome, ==, HS_FETCH_SERVER_ERROR);
  g_assert_cmpint (redirect->outcome, ==, HS_FETCH_OK);
}

static void
test_unreachable (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (HsFetchResult) refused = NULL;
  g_autoptr (HsFetchResult) nonsense = NULL;
  g_autoptr (HsFetchResult) dropped = NULL;
  g_autofree char *url = loopback_url (server, 99, "/feed"); /* where it does not listen */
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  g_autoptr (HsFetchRequest) file = hs_fetch_request_new ("file:///etc/passwd");

  loopback_play (server, "/drop", play_raw, (gpointer) "");
  refused = fetch (fetcher, request);
  nonsense = fetch (fetcher, file);
  dropped = fetch_path (fetcher, server, "/drop");
  g_assert_cmpint (refused->outcome, ==, HS_FETCH_UNREACHABLE);
  g_assert_cmpuint (refused->status, ==, 0);
  g_assert_nonnull (strstr (refused->message, "127.0.0.99"));
  g_assert_cmpint (nonsense->outcome, ==, HS_FETCH_UNREACHABLE);
  g_assert_cmpint (dropped->outcome, ==, HS_FETCH_UNREACHABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetch/it-says-who-asks-and-takes-no-cookies", test_honest);
  g_test_add_func ("/fetch/validators-are-echoed-verbatim", test_validators);
  g_test_add_func ("/fetch/not-modified-without-being-asked-is-no-answer", test_unasked_304);
  g_test_add_func ("/fetch/retry-after-in-seconds-and-as-a-date-on-429-and-503", test_retry_after);
  g_test_add_func ("/fetch/max-age-less-age-says-how-long-it-holds", test_max_age);
  g_test_add_func ("/fetch/each-status-has-its-outcome-and-its-sentence", test_statuses);
  g_test_add_func ("/fetch/gzip-is-undone", test_gzip);
  g_test_add_func ("/fetch/a-compression-that-was-not-offered-is-no-answer", test_strange_encoding);
  g_test_add_func ("/fetch/a-decompression-bomb-stops-at-the-cap", test_bomb);
  g_test_add_func ("/fetch/a-body-announced-too-large-is-not-read", test_announced_too_large);
  g_test_add_func ("/fetch/a-wrong-length-is-no-answer", test_wrong_lengths);
  g_test_add_func ("/fetch/a-slow-loris-ends-in-time", test_slow_loris);
  g_test_add_func ("/fetch/an-endless-body-that-nobody-wants-is-left", test_endless);
  g_test_add_func ("/fetch/who-cannot-be-reached-is-named", test_unreachable);
  return g_test_run ();
}
