/* hs-discover.h: the feeds that an address leads to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsFoundFeed:
 * @url: where to subscribe
 * @newest: (nullable): title of the newest entry
 * @newest_time: (nullable): RFC 3339
 * @preview: (element-type utf8): titles of the first entries, at most 5
 * @known: it is in the library already
 *
 * A feed that an address leads to: the address itself, or what its page names.
 */
typedef struct
{
  char *url;            /* (owned) */
  char *title;          /* (owned) (nullable) */
  char *newest;         /* (owned) (nullable) */
  char *newest_time;    /* (owned) (nullable) */
  guint n_entries;
  GPtrArray *preview;   /* (owned) (element-type utf8) */
  gboolean known;
} HsFoundFeed;

void       hs_found_feed_free  (HsFoundFeed          *self);

/* For the window: off the main loop. @typed: an address as a person types it. */
void       hs_discover_async   (HsWorkspace          *workspace,
                                const char           *typed,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
/* Returns: (transfer full) (element-type HsFoundFeed) (nullable) */
GPtrArray *hs_discover_finish  (HsWorkspace          *workspace,
                                GAsyncResult         *result,
                                GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFoundFeed, hs_found_feed_free)

G_END_DECLS
