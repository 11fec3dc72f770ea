/* hs-legend.h: what the marks look like, each with a switch
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HS_TYPE_LEGEND (hs_legend_get_type ())
G_DECLARE_FINAL_TYPE (HsLegend, hs_legend, HS, LEGEND, GtkWidget)

GtkWidget  *hs_legend_new     (void);
const char *hs_legend_get_key (guint layer);

G_END_DECLS
