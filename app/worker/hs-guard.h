/* hs-guard.h: the worker shuts itself in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What hs_guard_probe() found to be possible. */
#define HS_GUARD_OPENS (1 << 0)
#define HS_GUARD_CONNECTS (1 << 1)
#define HS_GUARD_RUNS (1 << 2)

gboolean hs_guard_limit  (void);
gboolean hs_guard_filter (void);
void     hs_guard_time   (guint seconds);
guint    hs_guard_probe  (void);

G_END_DECLS
