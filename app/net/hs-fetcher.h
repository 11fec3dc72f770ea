/* hs-fetcher.h: many requests at once, polite to each host
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-fetch.h"

G_BEGIN_DECLS

/**
 * HsFetcher:
 *
 * Sends requests, at most #HsFetcher:per-host in flight to a host (default 1),
 * whichever were asked for first first; a host that does not answer delays no
 * other. No cookies, no referrer. Belongs to the thread whose default main
 * context was the current one when it was made; all functions there.
 *
 * A host is its name and port; 80 and 443 of one name are one host. However many
 * hosts there are, no more than `max-in-flight` requests (default 256) are under
 * way, so that a program does not run out of files.
 *
 * Properties: `per-host` (guint), `max-in-flight` (guint), `in-flight` (guint,
 * read-only), `held` (gboolean): nothing new starts, what is under way goes on;
 * `network-monitor` (GNetworkMonitor, construct-only): %NULL is the system's.
 */
#define HS_TYPE_FETCHER (hs_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (HsFetcher, hs_fetcher, HS, FETCHER, GObject)

HsFetcher     *hs_fetcher_new          (void);
/* @request: copied. Fails only when cancelled; all else is an outcome. */
void           hs_fetcher_fetch_async  (HsFetcher             *self,
                                        const HsFetchRequest  *request,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
HsFetchResult *hs_fetcher_fetch_finish (HsFetcher             *self,
                                        GAsyncResult          *result,
                                        GError               **error);

G_END_DECLS
