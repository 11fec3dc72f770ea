/* hs-job-row.h: one long operation: how far it is, what went wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-job.h"

G_BEGIN_DECLS

#define HS_TYPE_JOB_ROW (hs_job_row_get_type ())
G_DECLARE_FINAL_TYPE (HsJobRow, hs_job_row, HS, JOB_ROW, GtkWidget)

GtkWidget *hs_job_row_new (HsJob *job);

G_END_DECLS
