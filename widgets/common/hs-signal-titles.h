/* hs-signal-titles.h: the codes of signals in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hs_signal_get_title (const char *code);

G_END_DECLS
