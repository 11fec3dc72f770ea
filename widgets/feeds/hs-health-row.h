/* hs-health-row.h: how one feed fares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-feed-health.h"

G_BEGIN_DECLS

/**
 * HsHealthRow:
 *
 * Signals: `retry (gint64 feed)`, `properties (gint64 feed)`.
 */
#define HS_TYPE_HEALTH_ROW (hs_health_row_get_type ())
G_DECLARE_FINAL_TYPE (HsHealthRow, hs_health_row, HS, HEALTH_ROW, GtkListBoxRow)

GtkWidget *hs_health_row_new      (void);
void       hs_health_row_set_feed (HsHealthRow  *self,
                                   HsFeedHealth *feed);

G_END_DECLS
