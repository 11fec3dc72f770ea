/* hs-preferences-window.h: what the user can set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_PREFERENCES_WINDOW (hs_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (HsPreferencesWindow, hs_preferences_window, HS, PREFERENCES_WINDOW, AdwPreferencesWindow)

/* @workspace: (nullable): the library whose settings are among them */
GtkWindow *hs_preferences_window_new (HsWorkspace *workspace);

G_END_DECLS
