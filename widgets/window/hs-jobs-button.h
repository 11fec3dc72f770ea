/* hs-jobs-button.h: what runs in the background, behind one button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-job.h"

G_BEGIN_DECLS

#define HS_TYPE_JOBS_BUTTON (hs_jobs_button_get_type ())
G_DECLARE_FINAL_TYPE (HsJobsButton, hs_jobs_button, HS, JOBS_BUTTON, GtkWidget)

void  hs_jobs_button_add          (HsJobsButton *self,
                                   HsJob        *job);
guint hs_jobs_button_get_n_running (HsJobsButton *self);
void  hs_jobs_button_cancel_all   (HsJobsButton *self);
void  hs_jobs_button_popup        (HsJobsButton *self);

G_END_DECLS
