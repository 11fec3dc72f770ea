/* hs-service.c: feeds are asked when they are due, without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "hs-config.h"
#include "hs-data-resources.h"
#include "hs-notice.h"
#include "hs-refresh-clock.h"

typedef struct
{
  GApplication *application; /* (owned) */
  char *directory;           /* (owned) (nullable) */
  HsWorkspace *workspace;    /* (owned) (nullable): once it is open */
  HsRefreshClock *clock;     /* (owned) (nullable): once it is open */
  GCancellable *cancellable; /* (owned) */
  gboolean ending;
  int status;
} Service;

/* --- ending ----------------------------------------------------------------------- */

/* What is under way ends first: it leaves whole articles behind. */
static void
service_end (Service *self)
{
  HsJob *job = self->clock != NULL ? hs_refresh_clock_get_job (self->clock) : NULL;

  if (!self->ending)
    {
      self->ending = TRUE;
      g_cancellable_cancel (self->cancellable);
      if (self->clock != NULL)
        hs_refresh_clock_set_running (self->clock, FALSE);
    }
  if (job == NULL)
    {
      g_application_quit (self->application);
      return;
    }
  hs_job_cancel (job);
  g_signal_connect_swapped (job, "ended", G_CALLBACK (service_end), self);
}

static gboolean
signal_cb (gpointer data)
{
  service_end (data);
  return G_SOURCE_CONTINUE;
}

/* --- actions: what the session may ask of it --------------------------------------- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  service_end (data);
}

static void
refresh_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  Service *self = data;

  if (self->clock != NULL && !self->ending)
    hs_refresh_clock_refresh (self->clock, NULL);
}

/* A notification leads to the window, which the session starts where there is none. */
static void
show_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  Service *self = data;
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  GVariantBuilder parameters;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  g_dbus_connection_call (bus, HS_APP_ID, "/io/github/hearsay/Hearsay", "org.freedesktop.Application",
                          "ActivateAction",
                          g_variant_new ("(sav@a{sv})", g_action_get_name (G_ACTION (action)), &parameters,
                                         g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
  { "refresh", refresh_action },
  { "show-window", show_action },
  { "show-article", show_action, "x" },
};

/* --- the library -------------------------------------------------------------------- */

static void
noticed_cb (Service   *self,
            GPtrArray *notices)
{
  g_autoptr (GNotification) notification = hs_notice_to_notification (notices);

  if (notification != NULL)
    g_application_send_notification (self->application, "new-articles", notification);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Service *self = data;
  g_autoptr (GError) error = NULL;

  self->workspace = hs_workspace_open_finish (result, &error);
  if (self->workspace == NULL)
    {
      if (!self->ending)
        {
          g_printerr ("hearsay-service: %s\n", error->message);
          self->status = 1;
        }
      g_application_quit (self->application);
      return;
    }
  self->clock = hs_refresh_clock_new (self->workspace);
  g_signal_connect_swapped (self->clock, "noticed", G_CALLBACK (noticed_cb), self);
  hs_refresh_clock_set_running (self->clock, TRUE);
}

static void
startup_cb (GApplication *application,
            Service      *self)
{
  g_application_hold (application);
  hs_workspace_open_async (self->directory, self->cancellable, opened_cb, self);
}

/* Being asked for once is enough: it is there now. */
static void
activate_cb (GApplication *application,
             Service      *self)
{
}

static int
options_cb (GApplication *application,
            GVariantDict *options,
            Service      *self)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("hearsay-service %s\n", HS_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^ay", &self->directory))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

int
main (int    argc,
      char **argv)
{
  static const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("use the library in DIR"), N_("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("print the version"), NULL },
    { NULL }
  };
  Service self = { 0 };
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, HS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  (void) hs_data_get_resource (); /* so that it is linked, and registers itself */
  self.cancellable = g_cancellable_new ();
  self.application = g_application_new (HS_APP_ID ".Service", G_APPLICATION_DEFAULT_FLAGS);
  g_application_add_main_option_entries (self.application, options);
  g_application_set_option_context_summary (self.application,
                                            _("Asks feeds when they are due, also while no window is open."));
  g_action_map_add_action_entries (G_ACTION_MAP (self.application), actions, G_N_ELEMENTS (actions), &self);
  g_signal_connect (self.application, "startup", G_CALLBACK (startup_cb), &self);
  g_signal_connect (self.application, "activate", G_CALLBACK (activate_cb), &self);
  g_signal_connect (self.application, "handle-local-options", G_CALLBACK (options_cb), &self);
  g_unix_signal_add (SIGTERM, signal_cb, &self);
  g_unix_signal_add (SIGINT, signal_cb, &self);
  status = g_application_run (self.application, argc, argv);
  g_clear_object (&self.clock);
  if (self.workspace != NULL)
    hs_workspace_close (self.workspace);
  g_clear_object (&self.workspace);
  g_clear_object (&self.cancellable);
  g_clear_object (&self.application);
  g_free (self.directory);
  return status != 0 ? status : self.status;
}
