/* hs-fetcher-private.h: the fetcher's clock and trust, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-fetcher.h"

G_BEGIN_DECLS

/* Unix seconds; any other clock than the system's. */
typedef gint64 (*HsFetchClock) (gpointer data);

void hs_fetcher_set_clock    (HsFetcher      *self,
                              HsFetchClock    clock,
                              gpointer        data);
/* Who vouches for servers, instead of whom the system trusts. */
void hs_fetcher_set_trust    (HsFetcher      *self,
                              GTlsDatabase   *database);
/* Instead of the desktop's. */
void hs_fetcher_set_resolver (HsFetcher      *self,
                              GProxyResolver *resolver);

G_END_DECLS
