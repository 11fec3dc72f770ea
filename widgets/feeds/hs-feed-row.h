/* hs-feed-row.h: a feed or folder in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-feed-tree.h"

G_BEGIN_DECLS

/**
 * HsFeedRow:
 *
 * Signals: `menu (double x, double y)`: its menu is wanted there; `dropped
 * (HsFeedNode *)`: another was dropped on it.
 */
#define HS_TYPE_FEED_ROW (hs_feed_row_get_type ())
G_DECLARE_FINAL_TYPE (HsFeedRow, hs_feed_row, HS, FEED_ROW, GtkWidget)

GtkWidget  *hs_feed_row_new      (void);
/* @row: (nullable): the row of a tree that holds a #HsFeedNode */
void        hs_feed_row_set_row  (HsFeedRow      *self,
                                  GtkTreeListRow *row);
/* Returns: (transfer none) (nullable) */
HsFeedNode *hs_feed_row_get_node (HsFeedRow      *self);

G_END_DECLS
