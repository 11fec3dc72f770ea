/* hs-origin-graph.h: from who spoke to who reads it, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-story-desk.h"

G_BEGIN_DECLS

/* What stands out; the others step back. */
typedef enum
{
  HS_SHOW_ALL,
  HS_SHOW_ARTICLES,
  HS_SHOW_ORIGINS,
  HS_SHOW_SPEAKERS
} HsShow;

/**
 * HsOriginGraph:
 *
 * Nodes and links are children that have the focus; the arrows lead from one to
 * the next. Scrolled and zoomed by what it stands in.
 *
 * Signal `shown (HsOriginGraph *, gboolean is_link, guint index)`: one has the
 * focus, or the pointer while nothing has; `opened` with the same: Enter, or two
 * clicks.
 */
#define HS_TYPE_ORIGIN_GRAPH (hs_origin_graph_get_type ())
G_DECLARE_FINAL_TYPE (HsOriginGraph, hs_origin_graph, HS, ORIGIN_GRAPH, GtkWidget)

/* @desk: (nullable) */
void   hs_origin_graph_set_desk (HsOriginGraph *self,
                                 HsStoryDesk   *desk);
void   hs_origin_graph_set_show (HsOriginGraph *self,
                                 HsShow         show);
double hs_origin_graph_get_zoom (HsOriginGraph *self);
/* @zoom: 0.25 to 3 */
void   hs_origin_graph_set_zoom (HsOriginGraph *self,
                                 double         zoom);
/* "The Times to The Post, stated". Returns: (transfer full) */
char  *hs_desk_link_describe    (HsStoryDesk   *desk,
                                 guint          link);

G_END_DECLS
