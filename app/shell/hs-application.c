/* hs-application.c: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-application.h"

#include <glib/gi18n.h>

#include "hs-config.h"
#include "hs-library-window.h"
#include "hs-preferences.h"
#include "hs-ui-resources.h"
#include "hs-window.h"

struct _HsApplication
{
  AdwApplication parent_instance;

  char *directory;              /* (owned) (nullable) */
  gint64 article;               /* to show first; 0 none */
  guint bus_name;               /* of a library of its own; 0 none */
  HsPreferences *preferences;   /* (owned) (nullable) */
  GtkCssProvider *font_provider; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (HsApplication, hs_application, ADW_TYPE_APPLICATION)

/* --- actions -------------------------------------------------------------------------- */

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window keeps its state and waits for its tasks. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char *developers[] = { "The Hearsay authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name", _("Hearsay"),
                         "application-icon", HS_APP_ID, "version", HS_VERSION, "developer-name",
                         _("The Hearsay authors"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments",
                         _("Reads many articles of one story and shows who is named, who said what, and who merely "
                           "repeats it. It proposes evidence; the grades are yours."),
                         NULL);
}

/* What a notification leads to. */
static void
show_window_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_application_activate (user_data);
}

static void
show_article_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  GtkWindow *window;

  g_application_activate (user_data);
  window = gtk_application_get_active_window (user_data);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-article", "x", g_variant_get_int64 (parameter));
}

static const GActionEntry actions[] = {
  { "quit", quit_action },
  { "show-window", show_window_action },
  { "show-article", show_article_action, "x" },
  { "about", about_action },
};

static void
hs_application_set_keys (GtkApplication *app)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.search", { "<Control>l", "<Control>k" } },
    { "win.find", { "<Control>f" } },
    { "win.import-files", { "<Control>o" } },
    { "win.import-folder", { "<Shift><Control>o" } },
    { "win.import-address", { "<Shift><Control>a" } },
    { "win.paste-text", { "<Shift><Control>v" } },
    { "win.export::current", { "<Control>e" } },
    { "win.add-feed", { "<Control>n" } },
    { "win.refresh", { "F5", "<Control>r" } },
    { "win.new-watch", { "<Control>d" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Shift><Control>z" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.toggle-panel", { "<Shift>F9" } },
    { "win.back", { "<Alt>Left" } },
    { "win.details", { "<Control>i" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (app, keys[i].action, (const char * const *) keys[i].keys);
}

/* --- how things look -------------------------------------------------------------------- */

static void
hs_application_update_scheme (HsApplication *self)
{
  g_autofree char *scheme = NULL;
  AdwColorScheme value = ADW_COLOR_SCHEME_DEFAULT;

  g_object_get (self->preferences, "color-scheme", &scheme, NULL);
  if (g_strcmp0 (scheme, "light") == 0)
    value = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (scheme, "dark") == 0)
    value = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), value);
}

static void
hs_application_update_font (HsApplication *self)
{
  g_autofree char *family = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *css = NULL;

  g_object_get (self->preferences, "font-family", &family, NULL);
  /* the name of a font goes into a string of CSS */
  if (family != NULL)
    g_strdelimit (family, "\"\\\n;{}", ' ');
  if (family != NULL && *family != '\0')
    quoted = g_strdup_printf ("\"%s\", ", family);
  css = g_strdup_printf (".hs-article { font-family: %s%s; font-size: %dpt; }", quoted != NULL ? quoted : "",
                         hs_preferences_get_boolean (self->preferences, "serif") ? "serif" : "sans-serif",
                         hs_preferences_get_int (self->preferences, "font-size"));
  gtk_css_provider_load_from_data (self->font_provider, css, -1);
}

static void
hs_application_set_looks (HsApplication *self)
{
  self->preferences = g_object_ref (hs_preferences_get_default ());
  self->font_provider = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->font_provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (self->preferences, "notify::color-scheme", G_CALLBACK (hs_application_update_scheme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::serif", G_CALLBACK (hs_application_update_font), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::font-family", G_CALLBACK (hs_application_update_font), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::font-size", G_CALLBACK (hs_application_update_font), self,
                           G_CONNECT_SWAPPED);
  hs_application_update_scheme (self);
  hs_application_update_font (self);
}

/* --- a library of its own ------------------------------------------------------------------ */

static void
bus_acquired_cb (GDBusConnection *bus,
                 const char      *name,
                 gpointer         user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_dbus_connection_export_action_group (bus, HS_LIBRARY_WINDOW_PATH, user_data, &error) == 0)
    g_debug ("The actions are not on the bus: %s", error->message);
}

/* The program itself may run several times then, each time on another library: what
 * asks feeds for this one finds its window by name. */
static void
hs_application_own_name (HsApplication *self)
{
  g_autofree char *name = hs_library_window_dup_name (self->directory);

  self->bus_name = g_bus_own_name (G_BUS_TYPE_SESSION, name, G_BUS_NAME_OWNER_FLAGS_NONE, bus_acquired_cb, NULL, NULL,
                                   self, NULL);
}

/* --- life -------------------------------------------------------------------------------- */

static void
hs_application_startup (GApplication *app)
{
  G_APPLICATION_CLASS (hs_application_parent_class)->startup (app);

  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), app);
  hs_application_set_keys (GTK_APPLICATION (app));
  hs_application_set_looks (HS_APPLICATION (app));
  gtk_window_set_default_icon_name (HS_APP_ID);
  if (HS_APPLICATION (app)->directory != NULL)
    hs_application_own_name (HS_APPLICATION (app));
}

static void
hs_application_shutdown (GApplication *app)
{
  g_clear_handle_id (&HS_APPLICATION (app)->bus_name, g_bus_unown_name);

  G_APPLICATION_CLASS (hs_application_parent_class)->shutdown (app);
}

static void
hs_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window == NULL)
    window = hs_window_new (GTK_APPLICATION (app), HS_APPLICATION (app)->directory);
  gtk_window_present (window);
  if (HS_APPLICATION (app)->article != 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-article", "x", HS_APPLICATION (app)->article);
  HS_APPLICATION (app)->article = 0;
}

static void
hs_application_finalize (GObject *object)
{
  HsApplication *self = HS_APPLICATION (object);

  g_clear_object (&self->preferences);
  g_clear_object (&self->font_provider);
  g_free (self->directory);

  G_OBJECT_CLASS (hs_application_parent_class)->finalize (object);
}

static void
hs_application_class_init (HsApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = hs_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = hs_application_shutdown;
  G_APPLICATION_CLASS (klass)->activate = hs_application_activate;
}

static void
hs_application_init (HsApplication *self)
{
}

/**
 * hs_application_run_window:
 * @library: (nullable): the folder of the library; %NULL is the user's own, of which there
 *   is one window
 * @article: to show first; 0 none
 * @service: wait for what the session bus asks, without a window at first
 *
 * Shows the window, to the end of it. A library that is named has an instance of its own.
 * Main thread.
 *
 * Returns: the exit status
 */
int
hs_application_run_window (const char *library,
                           gint64      article,
                           gboolean    service)
{
  g_autoptr (HsApplication) self = NULL;
  char *argv[] = { (char *) "hearsay", service ? (char *) "--gapplication-service" : NULL, NULL };

  (void) hs_ui_get_resource (); /* so that it is linked, and registers itself */
  self = g_object_new (HS_TYPE_APPLICATION, "application-id", HS_APP_ID, "flags",
                       library != NULL ? G_APPLICATION_NON_UNIQUE : G_APPLICATION_DEFAULT_FLAGS, "resource-base-path",
                       "/io/github/hearsay/Hearsay", NULL);
  self->directory = g_strdup (library);
  self->article = article;
  return g_application_run (G_APPLICATION (self), service ? 2 : 1, argv);
}
