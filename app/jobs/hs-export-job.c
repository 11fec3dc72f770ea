/* hs-export-job.c: annotated notes out of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-export-job.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-job-private.h"
#include "hs-markdown.h"
#include "hs-workspace-private.h"

struct _HsExportJob
{
  HsJob parent_instance;

  HsLibrary *library;   /* (owned) */
  char *query;          /* (owned) */
  char *format;         /* (owned) */
  GFile *destination;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsExportJob, hs_export_job, HS_TYPE_JOB)

static gboolean
hs_export_job_run (HsJob         *job,
                   GCancellable  *cancellable,
                   char         **summary,
                   GError       **error)
{
  HsExportJob *self = HS_EXPORT_JOB (job);
  g_autofree char *name = g_file_get_parse_name (self->destination);

  if (!g_str_equal (self->format, "markdown"))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_UNSUPPORTED, _("There is no export to “%s”."), self->format);
      return FALSE;
    }
  hs_job_report (job, -1, name);
  if (!hs_export_markdown_file (self->library, self->query, self->destination, cancellable, error))
    return FALSE;
  *summary = g_strdup_printf (_("Exported to “%s”"), name);
  return TRUE;
}

static void
hs_export_job_finalize (GObject *object)
{
  HsExportJob *self = HS_EXPORT_JOB (object);

  g_clear_object (&self->library);
  g_free (self->query);
  g_free (self->format);
  g_clear_object (&self->destination);
  G_OBJECT_CLASS (hs_export_job_parent_class)->finalize (object);
}

static void
hs_export_job_class_init (HsExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_export_job_finalize;
  HS_JOB_CLASS (klass)->run = hs_export_job_run;
}

static void
hs_export_job_init (HsExportJob *self)
{
}

/**
 * hs_export_job_new:
 * @workspace: where from
 * @query: (nullable): which articles, see DESIGN §4
 * @format: "markdown"
 * @destination: the file to write
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_export_job_new (HsWorkspace *workspace,
                   const char  *query,
                   const char  *format,
                   GFile       *destination)
{
  HsExportJob *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (destination), NULL);

  self = g_object_new (HS_TYPE_EXPORT_JOB, NULL);
  self->library = g_object_ref (hs_workspace_get_library (workspace));
  self->query = g_strdup (query != NULL ? query : "");
  self->format = g_strdup (format);
  self->destination = g_object_ref (destination);
  hs_job_set_title (HS_JOB (self), _("Exporting"));
  return HS_JOB (self);
}
