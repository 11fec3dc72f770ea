/* hs-graph-layout.h: places for the nodes and edges of a layered graph
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a node belongs: at the left, between (as many layers as its chains are
 * long), or at the right. */
typedef enum
{
  HS_RANK_FIRST,
  HS_RANK_BETWEEN,
  HS_RANK_LAST
} HsRank;

typedef struct
{
  guint from, to;        /* index of a node */
} HsGraphEdge;

typedef struct
{
  double x, y;
} HsGraphPoint;

/**
 * HsGraphLayout:
 * @places: (element-type HsGraphPoint): upper left corner of each node
 * @routes: (element-type GArray of HsGraphPoint): what each edge passes through,
 *   from its node's right side to the other's left side
 * @crossings: how many pairs of edges cross
 *
 * In pixels, from 0, 0.
 */
typedef struct
{
  GArray *places;        /* (owned) */
  GPtrArray *routes;     /* (owned) */
  double width, height;
  guint crossings;
} HsGraphLayout;

HsGraphLayout *hs_graph_layout_new  (const HsRank      *ranks,
                                     guint              n_nodes,
                                     const HsGraphEdge *edges,
                                     guint              n_edges,
                                     double             node_width,
                                     double             node_height,
                                     double             gap);
void           hs_graph_layout_free (HsGraphLayout     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsGraphLayout, hs_graph_layout_free)

G_END_DECLS
