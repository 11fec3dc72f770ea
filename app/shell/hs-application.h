/* hs-application.h: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_APPLICATION (hs_application_get_type ())
G_DECLARE_FINAL_TYPE (HsApplication, hs_application, HS, APPLICATION, AdwApplication)

/* Shows the window, to the end of it. @library: (nullable): the folder of the
 * library; %NULL is the user's own, of which there is one window. A library that
 * is named has an instance of its own. Returns the exit status.
 * @article: to show first; 0 none
 * @service: wait for what the session bus asks, without a window at first */
int hs_application_run_window (const char *library,
                               gint64      article,
                               gboolean    service);

G_END_DECLS
