/* hs-time-chart.h: how many articles at what time, as bars
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace-names.h"

G_BEGIN_DECLS

#define HS_TYPE_TIME_CHART (hs_time_chart_get_type ())
G_DECLARE_FINAL_TYPE (HsTimeChart, hs_time_chart, HS, TIME_CHART, GtkWidget)

GtkWidget *hs_time_chart_new         (void);
/* @periods: (element-type HsNamePeriod): earliest first */
void       hs_time_chart_set_periods (HsTimeChart *self,
                                      GPtrArray   *periods);

G_END_DECLS
