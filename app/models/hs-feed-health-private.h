/* hs-feed-health-private.h: how a feed fares, made of what the library keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed-health.h"
#include "hs-library-feeds.h"

G_BEGIN_DECLS

HsFeedHealthKind hs_feed_health_kind (const HsFeedState  *state);
/* (transfer full); any thread */
HsFeedHealth    *hs_feed_health_new  (const HsStoredFeed *feed);

G_END_DECLS
