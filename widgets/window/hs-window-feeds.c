/* hs-window-feeds.c: what can be done to feeds and watches in the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-window-private.h"

#include <glib/gi18n.h>

#include "hs-add-feed-dialog.h"
#include "hs-analyse-job.h"
#include "hs-cleanup-dialog.h"
#include "hs-feed-dialog.h"
#include "hs-folder-dialog.h"
#include "hs-health-window.h"
#include "hs-notice.h"
#include "hs-refresh-job.h"
#include "hs-watch-dialog.h"
#include "hs-workspace-feeds.h"

/* --- refreshing ---------------------------------------------------------------------- */

static char *
describe_refresh (HsJob *job)
{
  GListModel *problems = hs_job_get_problems (job);
  guint n_problems = g_list_model_get_n_items (problems);
  guint added, changed;
  GString *text;

  hs_refresh_job_get_result (HS_REFRESH_JOB (job), &added, &changed, NULL);
  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%u new article", "%u new articles", added), added);
  if (changed > 0)
    g_string_append_printf (text, ngettext (", %u changed", ", %u changed", changed), changed);
  if (n_problems > 0)
    g_string_append_printf (text, ngettext (", %u feed in trouble", ", %u feeds in trouble", n_problems), n_problems);
  return g_string_free (text, FALSE);
}

/* One that was asked for says what came of it; one that was due does so only
 * when something came. */
static void
refresh_ended_cb (HsWindow *self,
                  HsJob    *job)
{
  gboolean asked = g_object_get_data (G_OBJECT (job), "asked") != NULL;
  guint added;

  if (self->closing)
    return;
  hs_refresh_job_get_result (HS_REFRESH_JOB (job), &added, NULL, NULL);
  if (hs_job_get_state (job) == HS_JOB_FAILED && asked)
    hs_window_say (self, hs_job_get_error (job));
  else if (hs_job_get_state (job) == HS_JOB_DONE && (asked || added > 0))
    {
      g_autofree char *text = describe_refresh (job);

      if (g_list_model_get_n_items (hs_job_get_problems (job)) > 0 && asked)
        hs_window_say_with (self, text, _("Health"), "win.feed-health");
      else
        hs_window_say (self, text);
    }
}

static void
refresh_started_cb (HsWindow *self,
                    HsJob    *job)
{
  g_signal_connect_object (job, "ended", G_CALLBACK (refresh_ended_cb), self, G_CONNECT_SWAPPED);
  hs_jobs_button_add (self->jobs, job);
}

static void
noticed_cb (HsWindow  *self,
            GPtrArray *notices)
{
  g_autoptr (GNotification) notification = hs_notice_to_notification (notices);
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  if (application != NULL && notification != NULL
      && hs_preferences_get_boolean (self->preferences, "notifications"))
    g_application_send_notification (application, "new-articles", notification);
}

/* It is worth a line only when there is something to do. */
static void
analysis_reports_cb (HsWindow   *self,
                     GParamSpec *pspec,
                     HsJob      *job)
{
  g_signal_handlers_disconnect_by_func (job, analysis_reports_cb, self);
  if (!self->closing && hs_job_get_state (job) == HS_JOB_RUNNING)
    hs_jobs_button_add (self->jobs, job);
}

static void
analysis_ended_cb (HsWindow *self)
{
  g_clear_object (&self->analysis);
  if (self->closing)
    gtk_window_close (GTK_WINDOW (self));
}

/* What an interrupted refresh left, or an older version of the program. */
static void
hs_window_start_analysis (HsWindow *self)
{
  if (hs_workspace_get_read_only (self->workspace))
    return;
  self->analysis = hs_analyse_job_new (self->workspace);
  g_signal_connect_object (self->analysis, "notify::status", G_CALLBACK (analysis_reports_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->analysis, "ended", G_CALLBACK (analysis_ended_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  hs_job_start (self->analysis);
}

/**
 * hs_window_start_clock:
 * @self: a window
 *
 * Starts to ask feeds when they are due, as long as that is preferred, and to analyse what
 * waits.
 */
void
hs_window_start_clock (HsWindow *self)
{
  self->clock = hs_refresh_clock_new (self->workspace);
  g_signal_connect_object (self->clock, "started", G_CALLBACK (refresh_started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "noticed", G_CALLBACK (noticed_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->preferences, "refresh", self->clock, "running", G_BINDING_SYNC_CREATE);
  hs_window_start_analysis (self);
}

static void
hs_window_refresh (HsWindow *self,
                   GArray   *feeds)
{
  HsJob *job;

  if (self->clock == NULL)
    return;
  job = hs_refresh_clock_refresh (self->clock, feeds);
  if (job != NULL)
    g_object_set_data (G_OBJECT (job), "asked", self);
  else if (hs_refresh_clock_get_job (self->clock) != NULL)
    g_object_set_data (G_OBJECT (hs_refresh_clock_get_job (self->clock)), "asked", self);
}

static void
refresh_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  guint n = 0;
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace == NULL)
    return;
  g_object_get (self->workspace, "n-feeds", &n, NULL);
  if (n == 0)
    gtk_widget_activate_action (widget, "win.add-feed", NULL);
  else
    hs_window_refresh (self, NULL);
}

/* While another refresh runs these wait for it: they are what the user asked for. */
static void
refresh_after_cb (HsWindow *self,
                  HsJob    *job)
{
  GArray *feeds = g_object_steal_data (G_OBJECT (job), "after");

  if (feeds == NULL)
    return;
  if (!self->closing)
    hs_window_refresh (self, feeds);
  g_array_unref (feeds);
}

static void
refresh_feeds_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gsize n;
  const gint64 *ids = g_variant_get_fixed_array (parameter, &n, sizeof (gint64));
  g_autoptr (GArray) feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  HsJob *running = self->clock != NULL ? hs_refresh_clock_get_job (self->clock) : NULL;

  g_array_append_vals (feeds, ids, n);
  if (running == NULL)
    {
      hs_window_refresh (self, feeds);
      return;
    }
  g_object_set_data_full (G_OBJECT (running), "after", g_array_ref (feeds), (GDestroyNotify) g_array_unref);
  g_signal_connect_object (running, "ended", G_CALLBACK (refresh_after_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* --- marking read ---------------------------------------------------------------------- */

static void
all_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gint64 n = hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (n < 0)
    {
      hs_window_say (self, error->message);
      return;
    }
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u article marked read", "%u articles marked read", (guint) n), (guint) n);
  hs_window_say_undo (self, text);
}

static void
mark_all_read_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL
      && hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES)
    hs_workspace_set_read_all (self->workspace, hs_browser_get_query (self->browser), all_read_cb,
                               g_object_ref (self));
}

static void
mark_read_all_of_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_workspace_set_read_all (self->workspace, g_variant_get_string (parameter, NULL), all_read_cb,
                               g_object_ref (self));
}

/* --- feeds and folders ------------------------------------------------------------------ */

static void
add_feed_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_add_feed_dialog_new (self->workspace,
                                                            parameter != NULL ? g_variant_get_string (parameter, NULL)
                                                                              : NULL));
}

static void
feed_properties_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_feed_dialog_new (self->workspace, g_variant_get_int64 (parameter)));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_window_say (self, error->message);
  else
    hs_window_say_undo (self, _("Removed; its articles stay"));
}

static void
remove_feed_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gboolean folder;
  gint64 id;

  g_variant_get (parameter, "(bx&s)", &folder, &id, NULL);
  if (self->workspace == NULL)
    return;
  if (hs_browser_get_scope (self->browser) != NULL)
    hs_window_set_section (self, HS_SECTION_ALL);
  if (folder)
    hs_workspace_remove_folder (self->workspace, id, hs_window_edited_cb, g_object_ref (self));
  else
    hs_workspace_remove_feeds (self->workspace, &id, 1, removed_cb, g_object_ref (self));
}

static void
move_feed_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  HsFeedChanges changes = HS_FEED_CHANGES_NOTHING;
  gboolean folder;
  gint64 id, parent;
  int position;

  g_variant_get (parameter, "(bxxi)", &folder, &id, &parent, &position);
  if (self->workspace == NULL)
    return;
  changes.folder = parent;
  changes.position = position;
  if (folder)
    hs_workspace_edit_folder (self->workspace, id, NULL, parent, position, hs_window_edited_cb, g_object_ref (self));
  else
    hs_workspace_edit_feed (self->workspace, id, &changes, hs_window_edited_cb, g_object_ref (self));
}

static void
new_folder_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_folder_dialog_new (self->workspace, 0, NULL));
}

static void
rename_folder_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gint64 id;
  const char *title;

  g_variant_get (parameter, "(x&s)", &id, &title);
  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_folder_dialog_new (self->workspace, id, title));
}

static void
feed_health_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_health_window_new (self->workspace));
}

static void
clean_up_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    hs_window_present_dialog (self, hs_cleanup_dialog_new (self->workspace));
}

/* --- watches ----------------------------------------------------------------------------- */

static void
new_watch_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  gboolean articles = hs_section_get_what (hs_browser_get_section (self->browser)) == HS_LIST_ARTICLES;
  g_autofree char *words = hs_filter_bar_get_words (self->filter);
  const char *query = articles ? hs_browser_get_query (self->browser) : words;

  if (self->workspace == NULL)
    return;
  /* of a list without articles what is open may be watched, where nothing was typed */
  if (!articles && *query == '\0' && hs_window_act_on_entity (self, "watch"))
    return;
  hs_window_present_dialog (self, hs_watch_dialog_new (self->workspace, query, *words != '\0' ? words : query));
}

static void
clear_search_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hs_filter_bar_clear (HS_WINDOW (widget)->filter);
}

/* --- OPML --------------------------------------------------------------------------------- */

static void
say_skipped (HsWindow  *self,
             GPtrArray *skipped)
{
  g_autoptr (GString) body = g_string_new (NULL);
  GtkWidget *dialog;

  for (guint i = 0; i < skipped->len && i < 12; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (skipped, i));
  if (skipped->len > 12)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", skipped->len - 12), skipped->len - 12);
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Left Out"), body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
opml_imported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n = hs_workspace_import_outline_finish (HS_WORKSPACE (source), result, &skipped, &error);
  g_autofree char *text = NULL;

  if (self->closing)
    return;
  if (n < 0)
    {
      hs_window_say (self, error->message);
      return;
    }
  text = g_strdup_printf (ngettext ("%u feed added", "%u feeds added", (guint) n), (guint) n);
  if (n > 0)
    hs_window_say_undo (self, text);
  else
    hs_window_say (self, text);
  if (skipped != NULL && skipped->len > 0)
    say_skipped (self, skipped);
  if (n > 0)
    hs_window_refresh (self, NULL);
}

static void
opml_import_response_cb (HsWindow        *self,
                         int              response,
                         GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      hs_workspace_import_outline (self->workspace, file, opml_imported_cb, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
}

static void
import_opml_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);

  if (self->workspace != NULL)
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (
        hs_window_make_chooser (self, _("Import OPML"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"),
                                G_CALLBACK (opml_import_response_cb))));
}

static void
opml_exported_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (HsWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error) < 0)
    hs_window_say (self, error->message);
  else
    hs_window_say (self, _("Feeds exported"));
}

static void
opml_export_response_cb (HsWindow        *self,
                         int              response,
                         GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      hs_workspace_export_outline (self->workspace, file, opml_exported_cb, g_object_ref (self));
    }
  gtk_native_dialog_destroy (dialog);
}

static void
export_opml_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  HsWindow *self = HS_WINDOW (widget);
  GtkFileChooser *chooser;

  if (self->workspace == NULL)
    return;
  chooser = hs_window_make_chooser (self, _("Export OPML"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"),
                                    G_CALLBACK (opml_export_response_cb));
  gtk_file_chooser_set_current_name (chooser, "hearsay-feeds.opml");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- all of them ----------------------------------------------------------------------------- */

/**
 * hs_window_install_feed_actions:
 * @widget_class: of the window
 *
 * Its actions on feeds and watches, and their keys. In class_init.
 */
void
hs_window_install_feed_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.refresh", NULL, refresh_action },
    { "win.refresh-feeds", "ax", refresh_feeds_action },
    { "win.mark-all-read", NULL, mark_all_read_action },
    { "win.mark-read-all-of", "s", mark_read_all_of_action },
    { "win.add-feed", NULL, add_feed_action },
    { "win.add-feed-at", "s", add_feed_action },
    { "win.feed-properties", "x", feed_properties_action },
    { "win.remove-feed", "(bxs)", remove_feed_action },
    { "win.move-feed", "(bxxi)", move_feed_action },
    { "win.new-folder", NULL, new_folder_action },
    { "win.rename-folder", "(xs)", rename_folder_action },
    { "win.feed-health", NULL, feed_health_action },
    { "win.clean-up", NULL, clean_up_action },
    { "win.new-watch", NULL, new_watch_action },
    { "win.clear-search", NULL, clear_search_action },
    { "win.import-opml", NULL, import_opml_action },
    { "win.export-opml", NULL, export_opml_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_A, GDK_SHIFT_MASK, "win.mark-all-read", NULL);
}

/* What a library that cannot be written forbids. */
void
hs_window_update_feed_actions (HsWindow *self,
                               gboolean  writable)
{
  static const char * const writing[] = { "win.refresh", "win.refresh-feeds", "win.mark-all-read",
                                          "win.mark-read-all-of", "win.add-feed", "win.add-feed-at",
                                          "win.feed-properties", "win.remove-feed", "win.move-feed", "win.new-folder",
                                          "win.rename-folder", "win.clean-up", "win.new-watch", "win.import-opml" };

  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
}
