/* hs-application.h: the program with its windows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HS_TYPE_APPLICATION (hs_application_get_type ())
G_DECLARE_FINAL_TYPE (HsApplication, hs_application, HS, APPLICATION, AdwApplication)

/* Runs until the last window is closed. @library_dir: (nullable): %NULL is the
 * user's own library, of which there is one window; a library that is named has
 * an instance of its own. @argv[0] is the program, what follows goes to GTK. */
int hs_application_run_window (const char  *library_dir,
                               int          argc,
                               char       **argv);

G_END_DECLS
