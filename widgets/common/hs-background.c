/* hs-background.c: whether feeds are asked also while no window is open
 *
 * As the XDG autostart specification has it: a desktop file in the user's
 * `autostart` folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-background.h"

#include <glib/gstdio.h>

#include "hs-error.h"

#define SERVICE "io.github.hearsay.Hearsay.Service"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", SERVICE ".desktop", NULL);
}

/**
 * hs_background_get:
 * Returns: whether the session starts the service by itself
 */
gboolean
hs_background_get (void)
{
  g_autofree char *path = get_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Now, too: the session bus knows how to start it; its own action ends it. */
static void
tell_service (gboolean enabled)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  if (bus == NULL)
    return;
  if (enabled)
    g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "StartServiceByName", g_variant_new ("(su)", SERVICE, 0), NULL, G_DBUS_CALL_FLAGS_NONE,
                            -1, NULL, NULL, NULL);
  else
    g_dbus_connection_call (bus, SERVICE, "/io/github/hearsay/Hearsay/Service", "org.freedesktop.Application",
                            "ActivateAction",
                            g_variant_new ("(s@av@a{sv})", "quit", g_variant_new_array (G_VARIANT_TYPE ("v"), NULL, 0),
                                           g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)),
                            NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

/**
 * hs_background_set:
 * @enabled: whether the session starts it, from now on
 * @error: return location
 *
 * Waits for a small file to be written.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_background_set (gboolean   enabled,
                   GError   **error)
{
  static const char desktop[] = "[Desktop Entry]\n"
                                "Type=Application\n"
                                "Name=Hearsay\n"
                                "Exec=hearsay-service\n"
                                "Icon=io.github.hearsay.Hearsay\n"
                                "NoDisplay=true\n"
                                "X-GNOME-UsesNotifications=true\n";
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) local = NULL;

  if (hs_background_get () == enabled)
    return TRUE;
  if (enabled)
    {
      g_mkdir_with_parents (folder, 0700);
      g_file_replace_contents (file, desktop, sizeof desktop - 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &local);
    }
  else
    g_file_delete (file, NULL, &local);
  if (local != NULL)
    {
      g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
      return FALSE;
    }
  tell_service (enabled);
  return TRUE;
}
