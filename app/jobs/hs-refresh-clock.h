/* hs-refresh-clock.h: feeds are asked when they are due
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsRefreshClock:
 *
 * Looks, while it runs, every half minute whether a feed is due, and refreshes
 * those that are; one refresh at a time. Main thread only.
 *
 * Properties: `running` (gboolean): whether it looks by itself; `job` (#HsJob,
 * nullable, read-only): the refresh under way.
 *
 * Signals: `started (HsJob *)`: a refresh began, by itself or because it was
 * asked for; `noticed (GPtrArray *)`: #HsNotice of what came that somebody
 * waits for.
 */
#define HS_TYPE_REFRESH_CLOCK (hs_refresh_clock_get_type ())
G_DECLARE_FINAL_TYPE (HsRefreshClock, hs_refresh_clock, HS, REFRESH_CLOCK, GObject)

HsRefreshClock *hs_refresh_clock_new         (HsWorkspace    *workspace);
void            hs_refresh_clock_set_running (HsRefreshClock *self,
                                              gboolean        running);
/* The refresh under way. Returns: (transfer none) (nullable) */
HsJob          *hs_refresh_clock_get_job     (HsRefreshClock *self);
/* Asks now for these feeds, also those that wait or stopped.
 * @feeds: (nullable) (element-type gint64): NULL is every feed, but for those
 *   whose server asked to wait.
 * Returns: (transfer none) (nullable): the job; NULL when one is under way */
HsJob          *hs_refresh_clock_refresh     (HsRefreshClock *self,
                                              GArray         *feeds);

G_END_DECLS
