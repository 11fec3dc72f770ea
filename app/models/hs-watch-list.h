/* hs-watch-list.h: searches that are kept, as the sidebar shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

/* Properties (read-only, notifying): `id` (gint64), `title`, `query` (string),
 * `notify` (gboolean: tells of new articles), `unread` (guint: 1000 is that
 * many or more). The same watch stays the same object. */
#define HS_TYPE_WATCH_ITEM (hs_watch_item_get_type ())
G_DECLARE_FINAL_TYPE (HsWatchItem, hs_watch_item, HS, WATCH_ITEM, GObject)

gint64      hs_watch_item_get_id     (HsWatchItem *self);
const char *hs_watch_item_get_title  (HsWatchItem *self);
const char *hs_watch_item_get_query  (HsWatchItem *self);
gboolean    hs_watch_item_get_notify (HsWatchItem *self);
guint       hs_watch_item_get_unread (HsWatchItem *self);

/* A #GListModel of HsWatchItem that follows the library. Main thread only. */
#define HS_TYPE_WATCH_LIST (hs_watch_list_get_type ())
G_DECLARE_FINAL_TYPE (HsWatchList, hs_watch_list, HS, WATCH_LIST, GObject)

HsWatchList *hs_watch_list_new         (HsWorkspace *workspace);
gboolean     hs_watch_list_get_loading (HsWatchList *self);
/* (transfer none) (nullable) */
HsWatchItem *hs_watch_list_find        (HsWatchList *self,
                                        gint64       id);

G_END_DECLS
