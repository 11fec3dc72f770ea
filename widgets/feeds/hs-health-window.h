/* hs-health-window.h: how each feed fares, and when it is asked next
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_HEALTH_WINDOW (hs_health_window_get_type ())
G_DECLARE_FINAL_TYPE (HsHealthWindow, hs_health_window, HS, HEALTH_WINDOW, AdwWindow)

/* What is to be done is asked of the window it belongs to. */
GtkWindow *hs_health_window_new (HsWorkspace *workspace);

G_END_DECLS
