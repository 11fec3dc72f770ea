/* hs-feed-tree.h: folders and feeds, as the sidebar shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  HS_FEED_OK,
  HS_FEED_WAITING, /* not asked yet, or asked to wait */
  HS_FEED_FAILING, /* the last answers were errors */
  HS_FEED_GONE     /* never asked again until the user says so */
} HsFeedHealthKind;

/**
 * HsFeedNode:
 *
 * A folder or a feed. The same one stays the same object for as long as it is
 * subscribed to, wherever it is moved, and notifies of what changes.
 *
 * Properties (read-only): `id` (gint64: of the feed or of the folder; the two
 * are numbered apart), `is-folder` (gboolean), `title` (string), `unread`,
 * `articles` (guint; of a folder the sums of what is in it), `health`
 * (HsFeedHealthKind as guint; of a folder the worst in it), `icon` (GBytes,
 * nullable: an image as it was fetched, for a decoder that trusts nothing),
 * `children` (GListModel of HsFeedNode; NULL for a feed), `url` (string,
 * nullable), `query` (string: what finds its articles).
 */
#define HS_TYPE_FEED_NODE (hs_feed_node_get_type ())
G_DECLARE_FINAL_TYPE (HsFeedNode, hs_feed_node, HS, FEED_NODE, GObject)

gint64           hs_feed_node_get_id        (HsFeedNode *self);
gboolean         hs_feed_node_get_is_folder (HsFeedNode *self);
const char      *hs_feed_node_get_title     (HsFeedNode *self);
const char      *hs_feed_node_get_url       (HsFeedNode *self);
guint            hs_feed_node_get_unread    (HsFeedNode *self);
guint            hs_feed_node_get_articles  (HsFeedNode *self);
HsFeedHealthKind hs_feed_node_get_health    (HsFeedNode *self);
/* (transfer none) (nullable) */
GBytes          *hs_feed_node_get_icon      (HsFeedNode *self);
GListModel      *hs_feed_node_get_children  (HsFeedNode *self);
/* 0: in none */
gint64           hs_feed_node_get_folder    (HsFeedNode *self);
/* (transfer full): "feed:#3", "folder:#1" */
char            *hs_feed_node_dup_query     (HsFeedNode *self);

/**
 * HsFeedTree:
 *
 * A #GListModel of what is in no folder; each folder has its own. Follows the
 * library by itself, whichever program changes it. Main thread only.
 *
 * Properties (read-only): `loading` (gboolean: not read yet, or being read
 * again), `unread` (guint: the sum over all feeds).
 */
#define HS_TYPE_FEED_TREE (hs_feed_tree_get_type ())
G_DECLARE_FINAL_TYPE (HsFeedTree, hs_feed_tree, HS, FEED_TREE, GObject)

HsFeedTree *hs_feed_tree_new         (HsWorkspace *workspace);
gboolean    hs_feed_tree_get_loading (HsFeedTree  *self);
/* (transfer none) (nullable) */
HsFeedNode *hs_feed_tree_find        (HsFeedTree  *self,
                                      gboolean     is_folder,
                                      gint64       id);
/* The next feed after @node, across folders, that has something unread; from the
 * beginning again at the end. @node: (nullable).
 * Returns: (transfer none) (nullable) */
HsFeedNode *hs_feed_tree_next_unread (HsFeedTree  *self,
                                      HsFeedNode  *node);

G_END_DECLS
