/* hs-analyse-job.c: what waits in the library is analysed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-analyse-job.h"

#include <glib/gi18n-lib.h>

#include "hs-analyse.h"
#include "hs-job-private.h"
#include "hs-workspace-private.h"

struct _HsAnalyseJob
{
  HsJob parent_instance;

  HsLibrary *library;      /* (owned) */
  HsAnalyseResult result;  /* the job's thread until it ended, then the main one */
};

G_DEFINE_FINAL_TYPE (HsAnalyseJob, hs_analyse_job, HS_TYPE_JOB)

static void
progress (guint    done,
          guint    total,
          gpointer data)
{
  g_autofree char *status = hs_analyse_job_make_status (total);

  hs_job_report (data, total > 0 ? 0.95 * done / total : -1, status);
}

static void
problem (gint64      article,
         const char *message,
         gpointer    data)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, article);

  hs_job_problem (data, subject, message);
}

static gboolean
hs_analyse_job_run (HsJob         *job,
                    GCancellable  *cancellable,
                    char         **summary,
                    GError       **error)
{
  HsAnalyseJob *self = HS_ANALYSE_JOB (job);
  const HsAnalyseWatch watch = { progress, problem, self };
  gboolean done = hs_analyse_run (self->library, &watch, cancellable, &self->result, error);

  if (done)
    *summary = g_strdup_printf (ngettext ("%u article read", "%u articles read", self->result.analysed),
                                self->result.analysed);
  return done;
}

static void
hs_analyse_job_finalize (GObject *object)
{
  g_clear_object (&HS_ANALYSE_JOB (object)->library);
  G_OBJECT_CLASS (hs_analyse_job_parent_class)->finalize (object);
}

static void
hs_analyse_job_class_init (HsAnalyseJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_analyse_job_finalize;
  HS_JOB_CLASS (klass)->run = hs_analyse_job_run;
}

static void
hs_analyse_job_init (HsAnalyseJob *self)
{
}

/**
 * hs_analyse_job_new:
 * @workspace: whose articles
 *
 * Main thread.
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_analyse_job_new (HsWorkspace *workspace)
{
  HsAnalyseJob *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (HS_TYPE_ANALYSE_JOB, NULL);
  self->library = g_object_ref (hs_workspace_get_library (workspace));
  hs_job_set_title (HS_JOB (self), _("Reading Articles"));
  return HS_JOB (self);
}

/**
 * hs_analyse_job_get_analysed:
 * @self: a job that ended
 *
 * Returns: how many articles it analysed
 */
guint
hs_analyse_job_get_analysed (HsAnalyseJob *self)
{
  g_return_val_if_fail (HS_IS_ANALYSE_JOB (self), 0);

  return self->result.analysed;
}

/**
 * hs_analyse_job_make_status:
 * @total: how many articles there are to read
 *
 * Any thread.
 *
 * Returns: (transfer full): what is being done, in words
 */
char *
hs_analyse_job_make_status (guint total)
{
  return g_strdup_printf (ngettext ("Reading %'u new article…", "Reading %'u new articles…", total), total);
}
