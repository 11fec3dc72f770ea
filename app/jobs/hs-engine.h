/* hs-engine.h: the one analyser of the program, with its word lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analyser.h"

G_BEGIN_DECLS

/* Makes it the first time it is asked for; any thread.
 * Returns: (transfer none) (nullable): NULL with @error set */
HsAnalyser *hs_engine_get_analyser (GError **error);

G_END_DECLS
