/* hs-feed-json.h: any feed as JSON Feed 1.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "hs-feed.h"

G_BEGIN_DECLS

#define HS_FEED_JSON_VERSION "https://jsonfeed.org/version/1.1"

JsonObject *hs_feed_json_feed  (const HsFeed      *feed);
JsonObject *hs_feed_json_entry (const HsFeedEntry *entry);

G_END_DECLS
