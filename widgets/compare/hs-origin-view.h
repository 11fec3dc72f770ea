/* hs-origin-view.h: where a story comes from: drawn, as a table, and decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-origin-graph.h"

G_BEGIN_DECLS

#define HS_TYPE_ORIGIN_VIEW (hs_origin_view_get_type ())
G_DECLARE_FINAL_TYPE (HsOriginView, hs_origin_view, HS, ORIGIN_VIEW, GtkWidget)

/* @workspace: (nullable) */
void hs_origin_view_set_workspace (HsOriginView *self,
                                   HsWorkspace  *workspace);
/* @desk: (nullable) */
void hs_origin_view_set_desk      (HsOriginView *self,
                                   HsStoryDesk  *desk);
void hs_origin_view_set_show      (HsOriginView *self,
                                   HsShow        show);

G_END_DECLS
