/* test-hosts.c: many hosts at once, polite to each; no network, proxies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fixture.h"
#include "hs-turns.h"
#include "network-test.h"

#define OK "HTTP/1.1 200 OK"

static void
play_slowly (LoopbackTurn *turn,
             gpointer      data)
{
  loopback_sleep (turn, 20);
  loopback_answer (turn, OK, "x", 1);
}

static void
play_nothing (LoopbackTurn *turn,
              gpointer      data)
{
  loopback_sleep (turn, 60000);
}

static void
ask (HsFetcher    *fetcher,
     Loopback     *server,
     guint         n,
     const char   *path,
     GCancellable *cancellable,
     Outcome      *outcome)
{
  g_autofree char *url = loopback_url (server, n, path);
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);

  request->timeout = 2;
  hs_fetcher_fetch_async (fetcher, request, cancellable, on_fetched, outcome);
}

/* --- turns -------------------------------------------------------------------------- */

static void
test_turns (void)
{
  HsTurns *turns = hs_turns_new ();
  char a1, a2, a3, b1;

  turns->per_key = 1;
  hs_turns_add (turns, "a", &a1, 1);
  hs_turns_add (turns, "a", &a3, 3);
  hs_turns_add (turns, "a", &a2, 2);
  hs_turns_add (turns, "b", &b1, 4);
  g_assert_true (hs_turns_begin (turns) == &a1);
  g_assert_true (hs_turns_begin (turns) == &b1);
  g_assert_null (hs_turns_begin (turns));
  g_assert_cmpuint (turns->under_way, ==, 2);
  hs_turns_end (turns, "a");
  g_assert_true (hs_turns_begin (turns) == &a2);
  hs_turns_remove (turns, "a", &a3);
  hs_turns_end (turns, "a");
  hs_turns_end (turns, "b");
  g_assert_null (hs_turns_begin (turns));
  g_assert_cmpuint (g_hash_table_size (turns->keys), ==, 0);

  turns->max_in_all = 1;
  hs_turns_add (turns, "a", &a1, 5);
  hs_turns_add (turns, "b", &b1, 6);
  g_assert_true (hs_turns_begin (turns) == &a1);
  g_assert_null (hs_turns_begin (turns));
  hs_turns_end (turns, "a");
  g_assert_true (hs_turns_begin (turns) == &b1);
  hs_turns_free (turns);
}

/* --- politeness ---------------------------------------------------------------------- */

static void
check_most (guint per_host)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = g_object_new (HS_TYPE_FETCHER, "per-host", per_host, NULL);
  Outcome outcomes[24] = { 0 };
  guint in_flight;

  loopback_play (server, "/feed", play_slowly, NULL);
  for (guint i = 0; i < 24; i++)
    ask (fetcher, server, i % 3 + 1, "/feed", NULL, &outcomes[i]);
  g_object_get (fetcher, "in-flight", &in_flight, NULL);
  g_assert_cmpuint (in_flight, ==, 3 * per_host);
  for (guint i = 0; i < 24; i++)
    {
      wait_for (&outcomes[i]);
      g_assert_cmpint (outcomes[i].result->outcome, ==, HS_FETCH_OK);
      outcome_clear (&outcomes[i]);
    }
  g_assert_cmpuint (loopback_most_of_one (server), <=, per_host);
  g_object_get (fetcher, "in-flight", &in_flight, NULL);
  g_assert_cmpuint (in_flight, ==, 0);
}

static void
test_one_each (void)
{
  check_most (1);
}

static void
test_two_each (void)
{
  check_most (2);
}

static void
test_order (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  Outcome outcomes[6] = { 0 };

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      loopback_say (server, path, OK, "x");
      ask (fetcher, server, 1, path, NULL, &outcomes[i]);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *path = g_strdup_printf ("/%u", i);

      wait_for (&outcomes[i]);
      outcome_clear (&outcomes[i]);
      g_assert_cmpstr (loopback_get (server, NULL, i)->path, ==, path);
    }
}

/* Ports 80 and 443 of a name are one host: nothing listens there, and so it
 * shows in what may start. */
static void
test_same_machine (void)
{
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  static const char * const urls[] = { "http://127.0.0.77/a", "https://127.0.0.77/b", "http://127.0.0.77:8080/c" };
  Outcome outcomes[3] = { 0 };
  guint in_flight;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HsFetchRequest) request = hs_fetch_request_new (urls[i]);

      hs_fetcher_fetch_async (fetcher, request, NULL, on_fetched, &outcomes[i]);
    }
  g_object_get (fetcher, "in-flight", &in_flight, NULL);
  g_assert_cmpuint (in_flight, ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      wait_for (&outcomes[i]);
      outcome_clear (&outcomes[i]);
    }
}

static void
test_stalled (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  Outcome stalled[3] = { 0 };
  Outcome others[40] = { 0 };

  loopback_play (server, "/never", play_nothing, NULL);
  loopback_play (server, "/feed", play_slowly, NULL);
  for (guint i = 0; i < 3; i++)
    ask (fetcher, server, 1 + i % 2, "/never", NULL, &stalled[i]);
  for (guint i = 0; i < 40; i++)
    ask (fetcher, server, 3 + i % 4, "/feed", NULL, &others[i]);
  for (guint i = 0; i < 40; i++)
    {
      wait_for (&others[i]);
      g_assert_cmpint (others[i].result->outcome, ==, HS_FETCH_OK);
    }
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (stalled[i].ended, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      wait_for (&stalled[i]);
      g_assert_cmpint (stalled[i].result->outcome, ==, HS_FETCH_TIMEOUT);
      outcome_clear (&stalled[i]);
    }
  for (guint i = 0; i < 40; i++)
    outcome_clear (&others[i]);
}

static void
test_held (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_auto (Outcome) first = { 0 };
  g_auto (Outcome) second = { 0 };

  loopback_play (server, "/feed", play_slowly, NULL);
  ask (fetcher, server, 1, "/feed", NULL, &first);
  ask (fetcher, server, 1, "/feed", NULL, &second);
  g_object_set (fetcher, "held", TRUE, NULL);
  wait_for (&first);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (loopback_count (server, NULL), ==, 1);
  g_object_set (fetcher, "held", FALSE, NULL);
  wait_for (&second);
  g_assert_cmpint (second.result->outcome, ==, HS_FETCH_OK);
}

static void
test_cancelled (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (HsFetcher) fetcher = hs_fetcher_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_auto (Outcome) running = { 0 };
  g_auto (Outcome) waiting = { 0 };
  g_auto (Outcome) late = { 0 };
  g_auto (Outcome) never = { 0 };

  loopback_play (server, "/never", play_nothing, NULL);
  loopback_say (server, "/feed", OK, "x");
  g_cancellable_cancel (before);
  ask (fetcher, server, 1, "/never", cancellable, &running);
  ask (fetcher, server, 1, "/never", cancellable, &waiting);
  ask (fetcher, server, 1, "/feed", NULL, &late);
  ask (fetcher, server, 1, "/feed", before, &never);
  while (loopback_count (server, "/never") == 0)
    g_main_context_iteration (NULL, FALSE);
  g_cancellable_cancel (cancellable);
  wait_for (&running);
  wait_for (&waiting);
  wait_for (&never);
  g_assert_error (running.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (never.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  wait_for (&late);
  g_assert_cmpint (late.result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpuint (loopback_count (server, "/never"), ==, 1);
}

/* --- no network ---------------------------------------------------------------------- */

static void
test_offline (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (GNetworkMonitor) monitor = network_test_new (FALSE, FALSE);
  g_autoptr (HsFetcher) fetcher = g_object_new (HS_TYPE_FETCHER, "network-monitor", monitor, NULL);
  static const char * const urls[] = { "http://outlet.example/feed", "http://203.0.113.5/feed",
                                       "https://[2001:db8::1]/" };
  g_autoptr (HsFetchResult) here = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autoptr (HsFetchRequest) request = hs_fetch_request_new (urls[i]);
      g_autoptr (HsFetchResult) result = fetch (fetcher, request);

      g_assert_cmpint (result->outcome, ==, HS_FETCH_OFFLINE);
      g_assert_nonnull (result->message);
    }
  loopback_say (server, "/feed", OK, "x");
  here = fetch_path (fetcher, server, "/feed");
  g_assert_cmpint (here->outcome, ==, HS_FETCH_OK);
}

/* A thousand that fail at once do so one after the other, not one inside the
 * other. */
static void
test_many_offline (void)
{
  g_autoptr (GNetworkMonitor) monitor = network_test_new (FALSE, FALSE);
  g_autoptr (HsFetcher) fetcher = g_object_new (HS_TYPE_FETCHER, "network-monitor", monitor, NULL);
  g_autofree Outcome *outcomes = g_new0 (Outcome, 20000);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (HsFetchRequest) request = hs_fetch_request_new ("http://outlet.example/feed");

      hs_fetcher_fetch_async (fetcher, request, NULL, on_fetched, &outcomes[i]);
    }
  for (guint i = 0; i < 20000; i++)
    {
      wait_for (&outcomes[i]);
      g_assert_cmpint (outcomes[i].result->outcome, ==, HS_FETCH_OFFLINE);
      outcome_clear (&outcomes[i]);
    }
}

/* --- proxies -------------------------------------------------------------------------- */

static void
test_proxy (void)
{
  g_autoptr (Loopback) proxy = loopback_new (NULL);
  g_autoptr (GNetworkMonitor) monitor = network_test_new (FALSE, FALSE);
  g_autoptr (HsFetcher) fetcher = g_object_new (HS_TYPE_FETCHER, "network-monitor", monitor, NULL);
  g_autofree char *address = loopback_url (proxy, 1, "");
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (address, NULL);
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new ("http://outlet.example/feed");
  g_autoptr (HsFetchResult) result = NULL;

  loopback_say (proxy, "http://outlet.example/feed", OK, "through the proxy");
  hs_fetcher_set_resolver (fetcher, resolver);
  result = fetch (fetcher, request);
  g_assert_cmpint (result->outcome, ==, HS_FETCH_OK);
  g_assert_cmpuint (g_bytes_get_size (result->bytes), ==, strlen ("through the proxy"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hosts/keys-take-turns-and-keep-their-order", test_turns);
  g_test_add_func ("/hosts/at-most-one-request-to-a-host-by-default", test_one_each);
  g_test_add_func ("/hosts/at-most-as-many-requests-to-a-host-as-set", test_two_each);
  g_test_add_func ("/hosts/who-asked-first-is-served-first", test_order);
  g_test_add_func ("/hosts/http-and-https-of-a-name-are-one-host", test_same_machine);
  g_test_add_func ("/hosts/a-stalled-host-delays-no-other", test_stalled);
  g_test_add_func ("/hosts/while-held-nothing-new-starts", test_held);
  g_test_add_func ("/hosts/cancelling-ends-what-waits-and-what-runs", test_cancelled);
  g_test_add_func ("/hosts/offline-is-not-tried-and-loopback-never-offline", test_offline);
  g_test_add_func ("/hosts/many-that-fail-at-once-do-not-pile-up", test_many_offline);
  g_test_add_func ("/hosts/the-proxy-of-the-desktop-is-used", test_proxy);
  return g_test_run ();
}
