/* hs-library-window.h: where the window of a library of its own can be asked for things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* There the window exports its actions, as an application does. */
#define HS_LIBRARY_WINDOW_PATH "/io/github/hearsay/Hearsay/library"

char *hs_library_window_dup_name (const char *directory);

G_END_DECLS
