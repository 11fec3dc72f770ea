/* hs-background.h: whether feeds are asked also while no window is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the session starts the service by itself. */
gboolean hs_background_get (void);
/* Has the session start it, or leave it, from now on. Waits for a small file to be
 * written. */
gboolean hs_background_set (gboolean   enabled,
                            GError   **error);

G_END_DECLS
