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
#include "hs-library-window.h"
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

/* Where the window's program lies: said by the tests, beside this one, or installed. */
static char *
find_program (void)
{
  const char *said = g_getenv ("HEARSAY_PROGRAM");
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "hearsay", NULL) : NULL;

  if (said != NULL && *said != '\0')
    return g_strdup (said);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  return g_strdup ("hearsay");
}

/* A window on the library of the service, with an article where one is wanted. */
static void
start_window (Service  *self,
              GVariant *article)
{
  g_autofree char *program = find_program ();
  g_autofree char *id = article != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (article)) : NULL;
  const char *argv[] = { program, "--library", self->directory, id != NULL ? "--article" : NULL, id, NULL };
  g_autoptr (GError) error = NULL;

  if (!g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error))
    g_printerr ("hearsay-service: %s\n", error->message);
}

/* What a window is asked for while it may be there. */
typedef struct
{
  Service *service;   /* (unowned) */
  GVariant *article;  /* (owned) (nullable) */
} Asking;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Asking *asking = data;
  g_autoptr (GVariant) article = asking->article;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    start_window (asking->service, article);
  g_free (asking);
}

/* The window of a library that is not the user's own: it has a name, while it is there. */
static void
ask_window (Service         *self,
            GDBusConnection *bus,
            const char      *what,
            GVariant        *article)
{
  g_autofree char *name = hs_library_window_dup_name (self->directory);
  Asking *asking = g_new0 (Asking, 1);
  GVariantBuilder parameters;

  asking->service = self;
  asking->article = article != NULL ? g_variant_ref (article) : NULL;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (article != NULL)
    g_variant_builder_add (&parameters, "v", article);
  g_dbus_connection_call (bus, name, HS_LIBRARY_WINDOW_PATH, "org.gtk.Actions", "Activate",
                          g_variant_new ("(sav@a{sv})", what, &parameters,
                                         g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)),
                          NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, asked_cb, asking);
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
  if (self->directory != NULL)
    {
      ask_window (self, bus, g_action_get_name (G_ACTION (action)), parameter);
      return;
    }
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
