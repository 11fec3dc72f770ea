/* hs-job-private.h: for the job classes of this room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"

G_BEGIN_DECLS

/* Before it starts. */
void hs_job_set_title (HsJob      *self,
                       const char *title);

G_END_DECLS
