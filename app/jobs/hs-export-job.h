/* hs-export-job.h: annotated notes out of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* Writes what @query finds as Markdown (@format "markdown"): quotes, notes,
 * source, address, date, hash. Written beside and renamed, so a failure leaves
 * the old file as it was. Query `id:12` is one article, `story:7` one story. */
#define HS_TYPE_EXPORT_JOB (hs_export_job_get_type ())
G_DECLARE_FINAL_TYPE (HsExportJob, hs_export_job, HS, EXPORT_JOB, HsJob)

HsJob *hs_export_job_new (HsWorkspace *workspace,
                          const char  *query,
                          const char  *format,
                          GFile       *destination);

G_END_DECLS
