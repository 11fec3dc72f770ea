/* hs-analyse-job.h: what waits in the library is analysed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* For what a refresh that was interrupted left, and after a new version of the
 * analyser. Ends at once when nothing waits. */
#define HS_TYPE_ANALYSE_JOB (hs_analyse_job_get_type ())
G_DECLARE_FINAL_TYPE (HsAnalyseJob, hs_analyse_job, HS, ANALYSE_JOB, HsJob)

HsJob *hs_analyse_job_new          (HsWorkspace  *workspace);
/* Of a job that ended: how many articles. */
guint  hs_analyse_job_get_analysed (HsAnalyseJob *self);

/* For jobs that end with it: its status line. (transfer full) */
char  *hs_analyse_job_make_status  (guint         total);

G_END_DECLS
