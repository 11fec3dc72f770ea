/* hs-feed-private.h: for the readers of the formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed.h"

G_BEGIN_DECLS

HsFeed      *hs_feed_new       (void);
HsFeedEntry *hs_feed_entry_new (void);
void         hs_feed_text_free (HsFeedText *self);

G_END_DECLS
