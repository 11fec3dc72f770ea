/* network-test.h: a network that is as a test wants it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Returns: (transfer full) */
GNetworkMonitor *network_test_new (gboolean available,
                                   gboolean metered);

G_END_DECLS
