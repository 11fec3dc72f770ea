/* hs-import-job.c: files and folders into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import-job.h"

#include <glib/gi18n-lib.h>

#include "hs-import.h"
#include "hs-job-private.h"
#include "hs-workspace-private.h"

#define SAMPLE "resource:///io/github/hearsay/Hearsay/sample/"

struct _HsImportJob
{
  HsJob parent_instance;

  HsLibrary *library;      /* (owned) */
  GPtrArray *files;        /* (owned) (nullable) (element-type GFile) */
  GPtrArray *addresses;    /* (owned) (nullable) (element-type utf8) */
  HsImportText text;       /* (owned): its strings; what is not given is %NULL */
  HsImportFlags flags;
  HsImportResult result;   /* the job's thread until it ended, then the main one */
};

G_DEFINE_FINAL_TYPE (HsImportJob, hs_import_job, HS_TYPE_JOB)

static void
progress (double      fraction,
          const char *status,
          gpointer    data)
{
  hs_job_report (data, fraction, status);
}

static void
problem (const char *subject,
         const char *message,
         gpointer    data)
{
  hs_job_problem (data, subject, message);
}

static char *
make_summary (const HsImportResult *result)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u new article", "%u new articles", result->added),
                                            result->added);
  GString *out = g_string_new (added);

  if (result->changed > 0)
    g_string_append_printf (out, ngettext (", %u changed", ", %u changed", result->changed), result->changed);
  if (result->unchanged > 0)
    g_string_append_printf (out, ngettext (", %u already there", ", %u already there", result->unchanged),
                            result->unchanged);
  if (result->failed > 0)
    g_string_append_printf (out, ngettext (", %u could not be read", ", %u could not be read", result->failed),
                            result->failed);
  return g_string_free (out, FALSE);
}

static gboolean
run_kind (HsImportJob          *self,
          const HsImportWatch  *watch,
          GCancellable         *cancellable,
          GError              **error)
{
  if (self->text.text != NULL)
    return hs_import_text (self->library, &self->text, cancellable, &self->result, error);
  if (self->addresses != NULL)
    return hs_import_addresses (self->library, self->addresses, self->flags, watch, cancellable, &self->result, error);
  return hs_import_run (self->library, self->files, self->flags, watch, cancellable, &self->result, error);
}

static gboolean
hs_import_job_run (HsJob         *job,
                   GCancellable  *cancellable,
                   char         **summary,
                   GError       **error)
{
  HsImportJob *self = HS_IMPORT_JOB (job);
  const HsImportWatch watch = { progress, problem, self };
  gboolean done;

  if ((self->flags & HS_IMPORT_SAMPLE) != 0 && !hs_library_set_meta (self->library, "sample-offered", "1", error))
    return FALSE;
  done = run_kind (self, &watch, cancellable, error);
  if (done)
    *summary = make_summary (&self->result);
  return done;
}

static void
hs_import_job_finalize (GObject *object)
{
  HsImportJob *self = HS_IMPORT_JOB (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_free ((char *) self->text.text);
  g_free ((char *) self->text.title);
  g_free ((char *) self->text.outlet);
  g_free ((char *) self->text.address);
  g_free ((char *) self->text.published);
  G_OBJECT_CLASS (hs_import_job_parent_class)->finalize (object);
}

static void
hs_import_job_class_init (HsImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_import_job_finalize;
  HS_JOB_CLASS (klass)->run = hs_import_job_run;
}

static void
hs_import_job_init (HsImportJob *self)
{
}

static HsImportJob *
make_job (HsWorkspace   *workspace,
          HsImportFlags  flags,
          const char    *title)
{
  HsImportJob *self = g_object_new (HS_TYPE_IMPORT_JOB, NULL);

  self->library = g_object_ref (hs_workspace_get_library (workspace));
  self->flags = flags;
  hs_job_set_title (HS_JOB (self), title);
  return self;
}

static HsJob *
import_job_new (HsWorkspace   *workspace,
                GPtrArray     *files,
                HsImportFlags  flags,
                const char    *title)
{
  HsImportJob *self = make_job (workspace, flags, title);

  self->files = g_ptr_array_ref (files);
  return HS_JOB (self);
}

/**
 * hs_import_job_new:
 * @workspace: where to
 * @files: (element-type GFile): files and folders; not changed afterwards
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_import_job_new (HsWorkspace *workspace,
                   GPtrArray   *files)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (files != NULL, NULL);

  if (files->len == 1)
    {
      name = g_file_get_basename (g_ptr_array_index (files, 0));
      title = g_strdup_printf (_("Importing “%s”"), name);
    }
  else
    title = g_strdup_printf (ngettext ("Importing %u file", "Importing %u files", files->len), files->len);
  return import_job_new (workspace, files, HS_IMPORT_DEFAULT, title);
}

/**
 * hs_import_job_new_sample:
 * @workspace: where to
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_import_job_new_sample (HsWorkspace *workspace)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  g_ptr_array_add (files, g_file_new_for_uri (SAMPLE));
  return import_job_new (workspace, files, HS_IMPORT_SAMPLE, _("Adding the Sample Story"));
}

/**
 * hs_import_job_new_addresses:
 * @workspace: where to
 * @addresses: (array zero-terminated=1): as a person types them
 * @parts: whether pages on which an article goes on are fetched, too
 *
 * Main thread.
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_import_job_new_addresses (HsWorkspace       *workspace,
                             const char *const *addresses,
                             gboolean           parts)
{
  HsImportJob *self;
  g_autofree char *title = NULL;
  guint n = g_strv_length ((char **) addresses);

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);

  g_network_monitor_get_default (); /* belongs to the thread that first asks: this one */
  title = n == 1 ? g_strdup_printf (_("Importing %s"), addresses[0])
                 : g_strdup_printf (ngettext ("Importing %u page", "Importing %u pages", n), n);
  self = make_job (workspace, parts ? HS_IMPORT_PARTS : HS_IMPORT_DEFAULT, title);
  self->addresses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->addresses, g_strdup (addresses[i]));
  return HS_JOB (self);
}

/**
 * hs_import_job_new_text:
 * @workspace: where to
 * @text: what was pasted
 * @title: (nullable): its title
 * @outlet: (nullable): who published it
 * @address: (nullable): where
 * @published: (nullable): when, a date
 *
 * It fails when something of that is not what it should be.
 *
 * Returns: (transfer full): a job that waits to be started
 */
HsJob *
hs_import_job_new_text (HsWorkspace *workspace,
                        const char  *text,
                        const char  *title,
                        const char  *outlet,
                        const char  *address,
                        const char  *published)
{
  HsImportJob *self;

  g_return_val_if_fail (HS_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = make_job (workspace, HS_IMPORT_DEFAULT, _("Importing pasted text"));
  self->text = (HsImportText){ g_strdup (text), g_strdup (title), g_strdup (outlet), g_strdup (address),
                               g_strdup (published) };
  return HS_JOB (self);
}

/**
 * hs_import_job_get_result:
 * @self: a job that ended
 * @added: (out) (optional): articles that became new
 * @changed: (out) (optional): articles with a new revision
 * @unchanged: (out) (optional): articles that were there already
 */
void
hs_import_job_get_result (HsImportJob *self,
                          guint       *added,
                          guint       *changed,
                          guint       *unchanged)
{
  g_return_if_fail (HS_IS_IMPORT_JOB (self));

  if (added != NULL)
    *added = self->result.added;
  if (changed != NULL)
    *changed = self->result.changed;
  if (unchanged != NULL)
    *unchanged = self->result.unchanged;
}

/**
 * hs_import_job_get_first:
 * @self: a job that ended
 *
 * Returns: the id of the first article that became new or changed, 0 none
 */
gint64
hs_import_job_get_first (HsImportJob *self)
{
  g_return_val_if_fail (HS_IS_IMPORT_JOB (self), 0);

  return self->result.first;
}
