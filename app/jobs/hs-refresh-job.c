/* hs-refresh-job.c: feeds fetched into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-job.h"

#include <glib/gi18n-lib.h>

#include "hs-analyse-job.h"
#include "hs-job-private.h"
#include "hs-refresh.h"
#include "hs-secrets.h"
#include "hs-workspace-private.h"

struct _HsRefreshJob
{
  HsJob parent_instance;

  HsLibrary *library;      /* (owned) */
  GArray *feeds;           /* (owned) (nullable) (element-type gint64) */
  HsRefreshFlags flags;
  GArray *none;            /* (owned): empty */
  HsRefreshResult result;  /* the job's thread until it ended, then the main one */
};

G_DEFINE_FINAL_TYPE (HsRefreshJob, hs_refresh_job, HS_TYPE_JOB)

static void
progress (guint       done,
          guint       total,
          const char *status,
          gpointer    data)
{
  hs_job_report (data, total > 0 ? 0.5 * done / total : -1, status);
}

/* The articles are there already, for all to see; now what they say. */
static void
reading (guint    done,
         guint    total,
         gpointer data)
{
  g_autofree char *status = hs_analyse_job_make_status (total);

  hs_job_report (data, total > 0 ? 0.5 + 0.45 * done / total : -1, status);
}

static void
problem (gint64      feed,
         const char *title,
         const char *message,
         gpointer    data)
{
  hs_job_problem (data, title != NULL ? title : _("Article"), message);
}

static char *
secret (const HsStoredFeed *feed,
        gpointer            data)
{
  HsRefreshJob *self = data;

  return hs_secrets_lookup (hs_library_get_directory (self->library), feed->state->url, feed->user);
}

static char *
make_summary (const HsRefreshResult *result)
{
  g_autofree char *added = NULL;
  GString *out;

  if (result->held_back)
    return g_strdup (_("Not refreshed: the network is metered"));
  added = g_strdup_printf (ngettext ("%u new article", "%u new articles", result->added), result->added);
  out = g_string_new (added);
  if (result->changed > 0)
    g_string_append_printf (out, ngettext (", %u changed", ", %u changed", result->changed), result->changed);
  if (result->failed > 0)
    g_string_append_printf (out, ngettext (", %u feed failed", ", %u feeds failed", result->failed), result->failed);
  return g_string_free (out, FALSE);
}

static gboolean
hs_refresh_job_run (HsJob         *job,
                    GCancellable  *cancellable,
                    char         **summary,
                    GError       **error)
{
  HsRefreshJob *self = HS_REFRESH_JOB (job);
  const HsRefreshWatch watch = { progress, problem, reading, secret, self };
  gboolean done = hs_refresh_run (self->library, self->feeds, self->flags, &watch, cancellable, &self->result, error);

  if (done)
    *summary = make_summary (&self->result);
  return done;
}

static void
hs_refresh_job_finalize (GObject *object)
{
  HsRefreshJob *self = HS_REFRESH_JOB (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->feeds, g_array_unref);
  hs_refresh_result_clear (&self->result);
  g_array_unref (self->none);
  G_OBJECT_CLASS (hs_refresh_job_parent_class)->finalize (object);
}

static void
hs_refresh_job_class_init (HsRefreshJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_refresh_job_finalize;
  HS_JOB_CLASS (klass)->run = hs_refresh_job_run;
}

static void
hs_refresh_job_init (HsRefreshJob *self)
{
  /* it belongs to the thread that first asks for it: this one, which lives on */
  g_network_monitor_get_default ();
  self->none = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * hs_refresh_job_new:
 * @workspace: where the feeds are kept
 * @feeds: (nullable) (element-type gint64): ids of feeds, only these; copied
 * @kind: which of them
 *
 * Main thread.
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_refresh_job_new (HsWorkspace      *workspace,
                    GArray           *feeds,
                    HsRefreshJobKind  kind)
{
  static const HsRefreshFlags flags[] = { HS_REFRESH_DUE, HS_REFRESH_BACKGROUND, HS_REFRESH_ALL, HS_REFRESH_INSIST };
  HsRefreshJob *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (kind < G_N_ELEMENTS (flags), NULL);

  self = g_object_new (HS_TYPE_REFRESH_JOB, NULL);
  self->library = g_object_ref (hs_workspace_get_library (workspace));
  self->flags = flags[kind];
  if (feeds != NULL)
    {
      self->feeds = g_array_sized_new (FALSE, FALSE, sizeof (gint64), feeds->len);
      g_array_append_vals (self->feeds, feeds->data, feeds->len);
    }
  hs_job_set_title (HS_JOB (self), _("Refreshing Feeds"));
  return HS_JOB (self);
}

/**
 * hs_refresh_job_get_result:
 * @self: a job that ended
 * @added: (out) (optional): articles that became new
 * @changed: (out) (optional): articles with a new revision
 * @failed: (out) (optional): feeds that failed
 */
void
hs_refresh_job_get_result (HsRefreshJob *self,
                           guint        *added,
                           guint        *changed,
                           guint        *failed)
{
  g_return_if_fail (HS_IS_REFRESH_JOB (self));

  if (added != NULL)
    *added = self->result.added;
  if (changed != NULL)
    *changed = self->result.changed;
  if (failed != NULL)
    *failed = self->result.failed;
}

/**
 * hs_refresh_job_get_new_articles:
 * @self: a job that ended
 *
 * Returns: (transfer none) (element-type gint64): ids of new articles; none until
 *   it ended
 */
GArray *
hs_refresh_job_get_new_articles (HsRefreshJob *self)
{
  g_return_val_if_fail (HS_IS_REFRESH_JOB (self), NULL);

  return self->result.new_articles != NULL ? self->result.new_articles : self->none;
}
