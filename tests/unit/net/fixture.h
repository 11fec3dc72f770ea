/* fixture.h: one fetch at a time, waited for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-fetcher-private.h"
#include "loopback.h"

typedef struct
{
  HsFetchResult *result;  /* (owned) (nullable) */
  GError *error;          /* (owned) (nullable) */
  gint64 ended;           /* monotonic microseconds; 0 not yet */
} Outcome;

static inline void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->result, hs_fetch_result_free);
  g_clear_error (&outcome->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static inline void
on_fetched (GObject      *object,
            GAsyncResult *async,
            gpointer      data)
{
  Outcome *outcome = data;

  outcome->result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, &outcome->error);
  outcome->ended = g_get_monotonic_time ();
}

static inline void
wait_for (Outcome *outcome)
{
  while (outcome->ended == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What comes of @request, waited for. */
static inline HsFetchResult *
fetch (HsFetcher      *fetcher,
       HsFetchRequest *request)
{
  Outcome outcome = { 0 };

  hs_fetcher_fetch_async (fetcher, request, NULL, on_fetched, &outcome);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  return outcome.result;
}

static inline HsFetchResult *
fetch_path (HsFetcher  *fetcher,
            Loopback   *server,
            const char *path)
{
  g_autofree char *url = loopback_url (server, 1, path);
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);

  request->timeout = 5;
  return fetch (fetcher, request);
}
