/* hs-feed-list.h: the tree of feeds in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsFeedList:
 *
 * What can be done to a feed is asked of the window by its actions `win.…`.
 *
 * Signal `chosen (const char *query, const char *title)`: the articles of a feed
 * or folder are wanted.
 */
#define HS_TYPE_FEED_LIST (hs_feed_list_get_type ())
G_DECLARE_FINAL_TYPE (HsFeedList, hs_feed_list, HS, FEED_LIST, GtkWidget)

void hs_feed_list_set_workspace (HsFeedList  *self,
                                 HsWorkspace *workspace);
/* Chooses the next feed that has something unread, across folders, opening them.
 * Returns: whether there is one */
gboolean hs_feed_list_choose_unread (HsFeedList *self);
/* Another part of the sidebar is chosen now. */
void hs_feed_list_unselect      (HsFeedList  *self);

G_END_DECLS
