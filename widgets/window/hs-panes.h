/* hs-panes.h: four panes side by side, over each other, or one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HsPanes:
 *
 * At 900 pixels and more the panes stand side by side, their borders can be
 * moved. Below, sidebar and panel lie over the others when they are called.
 * Below 600, list and detail take turns.
 *
 * Properties: `sidebar`, `list`, `detail`, `panel` (GtkWidget); `show-sidebar`,
 * `show-panel` (gboolean): whether they are there now; `show-detail`
 * (gboolean): which of the two takes its turn; `overlays`, `narrow` (gboolean,
 * read-only); `sidebar-width`, `list-width`, `panel-width` (int).
 */
#define HS_TYPE_PANES (hs_panes_get_type ())
G_DECLARE_FINAL_TYPE (HsPanes, hs_panes, HS, PANES, GtkWidget)

gboolean hs_panes_get_overlays   (HsPanes *self);
gboolean hs_panes_get_narrow     (HsPanes *self);
gboolean hs_panes_get_docked_sidebar (HsPanes *self);
gboolean hs_panes_get_docked_panel   (HsPanes *self);
void     hs_panes_set_docked_panel   (HsPanes *self,
                                      gboolean docked);
/* Returns: whether anything lay over the others */
gboolean hs_panes_close_overlays (HsPanes *self);

G_END_DECLS
