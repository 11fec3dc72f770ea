/* hs-job.h: one long operation that views can watch and cancel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  HS_JOB_WAITING,
  HS_JOB_RUNNING,
  HS_JOB_DONE,
  HS_JOB_CANCELLED,
  HS_JOB_FAILED
} HsJobState;

/**
 * HsJob:
 *
 * A long operation: progress, a cancellable, an error and an end. Its work
 * runs on a thread of its own; every property changes on the main thread.
 *
 * Properties (read-only, notifying): `title` (string: "Importing 12 files"),
 * `status` (string, nullable: what it does just now, or its result in words
 * when it ended), `fraction` (double, 0 to 1, or -1 while unknown), `state`
 * (guint, #HsJobState), `error` (string, nullable: why it failed),
 * `problems` (#GListModel of #GtkStringObject-like #HsProblem: what went
 * wrong on the way without ending it, one file each).
 *
 * Signal `ended (HsJob *)`: once, whatever the state.
 */
#define HS_TYPE_JOB (hs_job_get_type ())
G_DECLARE_DERIVABLE_TYPE (HsJob, hs_job, HS, JOB, GObject)

struct _HsJobClass
{
  GObjectClass parent_class;

  /* Runs on the job's thread. Uses hs_job_report() and hs_job_problem().
   * Returns FALSE with @error set when it failed or was cancelled;
   * @summary: (out) (transfer full) (nullable): the result in words. */
  gboolean (*run) (HsJob        *self,
                   GCancellable *cancellable,
                   char        **summary,
                   GError      **error);
};

/* What could not be done to one thing: `subject` names it, `message` says why. */
#define HS_TYPE_PROBLEM (hs_problem_get_type ())
G_DECLARE_FINAL_TYPE (HsProblem, hs_problem, HS, PROBLEM, GObject)

const char *hs_problem_get_subject (HsProblem *self);
const char *hs_problem_get_message (HsProblem *self);

void        hs_job_start           (HsJob *self);
void        hs_job_cancel          (HsJob *self);
const char *hs_job_get_title       (HsJob *self);
const char *hs_job_get_status      (HsJob *self);
double      hs_job_get_fraction    (HsJob *self);
HsJobState  hs_job_get_state       (HsJob *self);
const char *hs_job_get_error       (HsJob *self);
GListModel *hs_job_get_problems    (HsJob *self);

/* For subclasses, from the job's thread. */
void        hs_job_report          (HsJob      *self,
                                    double      fraction,
                                    const char *status);
void        hs_job_problem         (HsJob      *self,
                                    const char *subject,
                                    const char *message);

G_END_DECLS
