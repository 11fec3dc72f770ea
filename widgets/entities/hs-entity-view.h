/* hs-entity-view.h: one entity: its names and every place that mentions it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_ENTITY_VIEW (hs_entity_view_get_type ())
G_DECLARE_FINAL_TYPE (HsEntityView, hs_entity_view, HS, ENTITY_VIEW, GtkWidget)

void          hs_entity_view_set_workspace (HsEntityView *self,
                                            HsWorkspace  *workspace);
/* What a key does: "merge", "split", "rename", "kind", "apart", "watch",
 * "not-this-one". */
void          hs_entity_view_act           (HsEntityView *self,
                                            const char   *what);
void          hs_entity_view_set_page      (HsEntityView *self,
                                            HsEntityPage *page);
HsEntityPage *hs_entity_view_get_page      (HsEntityView *self);

G_END_DECLS
