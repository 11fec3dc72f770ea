/* hs-window-files.c: articles in, notes out, other libraries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-export-job.h"
#include "hs-import-job.h"

/* How long it is said that something could not be imported. */
#define PROBLEM_SECONDS 15

/* --- import ----------------------------------------------------------------------- */

/**
 * hs_window_say_imported:
 * @self: a window
 * @job: an import that ended
 *
 * Says how many articles came, and offers to show the problems.
 */
void
hs_window_say_imported (HsWindow *self,
                        HsJob    *job)
{
  guint added = 0, changed = 0, unchanged = 0;
  guint n_problems = g_list_model_get_n_items (hs_job_get_problems (job));
  GString *text = g_string_new (NULL);

  hs_import_job_get_result (HS_IMPORT_JOB (job), &added, &changed, &unchanged);
  g_string_append_printf (text, ngettext ("%u article added", "%u articles added", added), added);
  if (changed > 0)
    g_string_append_printf (text, ngettext (", %u changed", ", %u changed", changed), changed);
  if (unchanged > 0)
    g_string_append_printf (text, ngettext (", %u already here", ", %u already here", unchanged), unchanged);
  if (n_problems > 0)
    g_string_append_printf (text, ngettext (", %u problem", ", %u problems", n_problems), n_problems);
  /* the button of the jobs keeps the problems in reach */
  hs_toasts_say (self->toasts, text->str, n_problems > 0 ? _("Details") : NULL, n_problems > 0 ? "win.show-jobs" : NULL,
                 n_problems > 0 ? PROBLEM_SECONDS : HS_TOASTS_SECONDS);
  g_string_free (text, TRUE);
}

static void
import_ended_cb (HsWindow *self,
                 HsJob    *job)
{
  gint64 first = hs_import_job_get_first (HS_IMPORT_JOB (job));

  if (self->closing)
    return;
  if (hs_job_get_state (job) == HS_JOB_FAILED)
    hs_window_say (self, hs_job_get_error (job) != NULL ? hs_job_get_error (job) : _("The import failed"));
  else if (hs_job_get_state (job) == HS_JOB_DONE)
    hs_window_say_imported (self, job);
  if (first != 0 && self->place.kind == HS_PLACE_NONE && !hs_panes_get_narrow (self->panes))
    hs_window_go (self, HS_PLACE_ARTICLE, first, HS_SPAN_NONE);
}

/**
 * hs_window_start_import:
 * @self: a window
 * @job: an import that did not start
 *
 * Starts it and shows it under the button of jobs.
 */
void
hs_window_start_import (HsWindow *self,
                        HsJob    *job)
{
  g_signal_connect_object (job, "ended", G_CALLBACK (import_ended_cb), self, G_CONNECT_SWAPPED);
  hs_jobs_button_add (self->jobs, job);
  hs_job_start (job);
}

/* @files: (element-type GFile) */
void
hs_window_import (HsWindow  *self,
                  GPtrArray *files)
{
  g_autoptr (HsJob) job = NULL;

  if (self->workspace == NULL || files->len == 0)
    return;
  job = hs_import_job_new (self->workspace, files);
  hs_window_start_import (self, job);
}

/**
 * hs_window_import_sample:
 * @self: a window
 *
 * Starts to add the sample articles; nothing happens without a library.
 */
void
hs_window_import_sample (HsWindow *self)
{
  g_autoptr (HsJob) job = NULL;

  if (self->workspace == NULL)
    return;
  hs_preferences_offer_sample (self->preferences, hs_workspace_get_directory (self->workspace));
  job = hs_import_job_new_sample (self->workspace);
  hs_window_start_import (self, job);
}

static void
import_response_cb (HsWindow         *self,
                    int               response,
                    GtkNativeDialog  *dialog)
{
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      files = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      hs_window_import (self, files);
    }
  gtk_native_dialog_destroy (dialog);
}

/**
 * hs_window_make_chooser:
 * @self: a window
 * @title: of the dialog
 * @action: what is chosen
 * @accept: what its button says
 * @response_cb: called with @self and the response
 *
 * Returns: (transfer none): a dialog that keeps itself until it is answered
 */
GtkFileChooser *
hs_window_make_chooser (HsWindow             *self,
                        const char           *title,
                        GtkFileChooserAction  action,
                        const char           *accept,
                        GCallback             response_cb)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", response_cb, self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (self), "chooser", native, g_object_unref);
  return GTK_FILE_CHOOSER (native);
}

/**
 * hs_window_choose_import:
 * @self: a window
 * @folders: whether folders are chosen, not files
 *
 * Asks what to import; nothing happens without a library.
 */
void
hs_window_choose_import (HsWindow *self,
                         gboolean  folders)
{
  GtkFileChooser *chooser;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) every = gtk_file_filter_new ();

  if (self->workspace == NULL)
    return;
  chooser = hs_window_make_chooser (self, folders ? _("Import Folder") : _("Import Files"),
                                    folders ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                                    _("_Import"), G_CALLBACK (import_response_cb));
  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  if (!folders)
    {
      gtk_file_filter_set_name (filter, _("Texts, pages, PDF and mail"));
      gtk_file_filter_add_suffix (filter, "txt");
      gtk_file_filter_add_suffix (filter, "html");
      gtk_file_filter_add_suffix (filter, "htm");
      gtk_file_filter_add_suffix (filter, "pdf");
      gtk_file_filter_add_suffix (filter, "eml");
      gtk_file_filter_add_suffix (filter, "mbox");
      gtk_file_filter_set_name (every, _("All files"));
      gtk_file_filter_add_pattern (every, "*");
      gtk_file_chooser_add_filter (chooser, filter);
      gtk_file_chooser_add_filter (chooser, every);
    }
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- files dropped on the window ------------------------------------------------------ */

static gboolean
drop_cb (HsWindow     *self,
         const GValue *value,
         double        x,
         double        y)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
  if (self->workspace == NULL)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (value))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.add-feed-at", "s", g_value_get_string (value));
      return TRUE;
    }
  for (const GSList *dropped = g_value_get_boxed (value); dropped != NULL; dropped = dropped->next)
    if (g_file_has_uri_scheme (dropped->data, "http") || g_file_has_uri_scheme (dropped->data, "https"))
      {
        g_autofree char *uri = g_file_get_uri (dropped->data);

        gtk_widget_activate_action (GTK_WIDGET (self), "win.add-feed-at", "s", uri);
        return TRUE;
      }
    else
      g_ptr_array_add (files, g_object_ref (dropped->data));
  if (files->len == 0)
    return FALSE;
  hs_window_import (self, files);
  return TRUE;
}

static GdkDragAction
drop_enter_cb (HsWindow *self,
               double    x,
               double    y)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, self->workspace != NULL);
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (HsWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

/**
 * hs_window_setup_drop:
 * @self: a window
 *
 * Lets files and links be dropped anywhere.
 */
void
hs_window_setup_drop (HsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING }; /* files, or a link from a browser */

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* --- export --------------------------------------------------------------------------- */

static void
export_ended_cb (HsWindow *self,
                 HsJob    *job)
{
  if (self->closing)
    return;
  if (hs_job_get_state (job) == HS_JOB_DONE)
    hs_window_say (self, hs_job_get_status (job) != NULL ? hs_job_get_status (job) : _("Exported"));
  else if (hs_job_get_state (job) == HS_JOB_FAILED)
    hs_window_say (self, hs_job_get_error (job) != NULL ? hs_job_get_error (job) : _("The export failed"));
}

static void
export_response_cb (HsWindow        *self,
                    int              response,
                    GtkNativeDialog *dialog)
{
  const char *query = g_object_get_data (G_OBJECT (dialog), "query");

  if (response == GTK_RESPONSE_ACCEPT && self->workspace != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autoptr (HsJob) job = hs_export_job_new (self->workspace, query, "markdown", file);

      g_signal_connect_object (job, "ended", G_CALLBACK (export_ended_cb), self, G_CONNECT_SWAPPED);
      hs_jobs_button_add (self->jobs, job);
      hs_job_start (job);
    }
  gtk_native_dialog_destroy (dialog);
}

/* Returns: (transfer full) (nullable): what @what is about now */
static char *
hs_window_make_export_query (HsWindow   *self,
                             const char *what)
{
  HsReading *reading = hs_reader_get_reading (self->reader);

  if (g_str_equal (what, "article"))
    return reading != NULL ? g_strdup_printf ("id:%" G_GINT64_FORMAT, reading->id) : NULL;
  if (g_str_equal (what, "story"))
    {
      if (self->place.kind == HS_PLACE_STORY)
        return g_strdup_printf ("story:%" G_GINT64_FORMAT, self->place.id);
      return reading != NULL && reading->story != NULL ? g_strdup_printf ("story:%" G_GINT64_FORMAT, reading->story->id)
                                                       : NULL;
    }
  if (g_str_equal (what, "selection"))
    {
      g_autoptr (GArray) ids = hs_browser_get_selected (self->browser);
      GString *query = g_string_new (NULL);

      for (guint i = 0; i < ids->len; i++)
        g_string_append_printf (query, "%sid:%" G_GINT64_FORMAT, i > 0 ? " OR " : "", g_array_index (ids, gint64, i));
      return g_string_free (query, ids->len == 0);
    }
  return g_strdup (hs_browser_get_query (self->browser));
}

static char *
make_file_name (HsWindow   *self,
                const char *what)
{
  HsReading *reading = hs_reader_get_reading (self->reader);
  const char *title = _("articles");
  g_autofree char *name = NULL;

  if (reading != NULL && g_str_equal (what, "article") && reading->document->title != NULL)
    title = reading->document->title;
  else if (reading != NULL && g_str_equal (what, "story") && reading->story != NULL && reading->story->title != NULL)
    title = reading->story->title;
  name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 60));
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');
  return g_strconcat (name, ".md", NULL);
}

/* @what: "article", "story", "selection" or "list" */
void
hs_window_choose_export (HsWindow   *self,
                         const char *what)
{
  GtkFileChooser *chooser;
  g_autofree char *query = NULL;
  g_autofree char *name = NULL;

  if (self->workspace == NULL)
    return;
  query = hs_window_make_export_query (self, what);
  if (query == NULL)
    {
      hs_window_say (self, _("There is nothing to export here"));
      return;
    }
  name = make_file_name (self, what);
  chooser = hs_window_make_chooser (self, _("Export as Markdown"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                    G_CALLBACK (export_response_cb));
  gtk_file_chooser_set_current_name (chooser, name);
  g_object_set_data_full (G_OBJECT (chooser), "query", g_steal_pointer (&query), g_free);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- another library -------------------------------------------------------------------- */

static void
library_response_cb (HsWindow        *self,
                     int              response,
                     GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (folder);

      if (path != NULL)
        {
          gtk_window_present (hs_window_new (gtk_window_get_application (GTK_WINDOW (self)), path));
          gtk_native_dialog_destroy (dialog);
          gtk_window_close (GTK_WINDOW (self));
          return;
        }
      hs_window_say (self, _("A library must lie on this computer"));
    }
  gtk_native_dialog_destroy (dialog);
}

/**
 * hs_window_choose_library:
 * @self: a window
 *
 * Asks for the folder of a library to open.
 */
void
hs_window_choose_library (HsWindow *self)
{
  GtkFileChooser *chooser = hs_window_make_chooser (self, _("Open Library"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                    _("_Open"), G_CALLBACK (library_response_cb));

  gtk_file_chooser_set_create_folders (chooser, TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
