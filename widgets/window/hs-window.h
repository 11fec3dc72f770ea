/* hs-window.h: the window on one library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_WINDOW (hs_window_get_type ())
G_DECLARE_FINAL_TYPE (HsWindow, hs_window, HS, WINDOW, AdwApplicationWindow)

/* @directory: (nullable): %NULL is the user's own library */
GtkWindow *hs_window_new (GtkApplication *application,
                          const char     *directory);

G_END_DECLS
