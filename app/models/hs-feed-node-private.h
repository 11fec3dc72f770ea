/* hs-feed-node-private.h: filling the nodes of the tree of feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed-tree.h"

G_BEGIN_DECLS

/* What a node shows; all of it (unowned). */
typedef struct
{
  const char *title;
  const char *url;      /* (nullable) */
  gint64 folder;
  guint unread;
  guint articles;
  HsFeedHealthKind health;
  GBytes *icon;         /* (nullable) */
} HsFeedFace;

HsFeedNode *hs_feed_node_new       (gboolean          is_folder,
                                    gint64            id);
/* Notifies of what is different. */
void        hs_feed_node_fill      (HsFeedNode       *self,
                                    const HsFeedFace *face);
/* (transfer none): of a folder */
GListStore *hs_feed_node_get_store (HsFeedNode       *self);

G_END_DECLS
