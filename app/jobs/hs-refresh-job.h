/* hs-refresh-job.h: feeds fetched into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-job.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* A feed that fails is a problem, named by its title; the others go on. Passwords
 * come from the keyring. */
#define HS_TYPE_REFRESH_JOB (hs_refresh_job_get_type ())
G_DECLARE_FINAL_TYPE (HsRefreshJob, hs_refresh_job, HS, REFRESH_JOB, HsJob)

typedef enum
{
  HS_REFRESH_JOB_DUE,        /* what is due */
  HS_REFRESH_JOB_BACKGROUND, /* what is due, unless the network is metered: nobody asked just now */
  HS_REFRESH_JOB_ALL,        /* also what is not due, but never who asked to be left alone */
  HS_REFRESH_JOB_INSIST      /* because the user says so, whatever their servers asked for */
} HsRefreshJobKind;

/* @feeds: (nullable) (element-type gint64): only these */
HsJob  *hs_refresh_job_new              (HsWorkspace      *workspace,
                                         GArray           *feeds,
                                         HsRefreshJobKind  kind);
/* Of a job that ended. */
void    hs_refresh_job_get_result       (HsRefreshJob     *self,
                                         guint            *added,
                                         guint            *changed,
                                         guint            *failed);
/* Returns: (transfer none) (element-type gint64): in the order they were kept */
GArray *hs_refresh_job_get_new_articles (HsRefreshJob     *self);

G_END_DECLS
