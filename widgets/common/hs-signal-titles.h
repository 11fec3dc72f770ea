/* hs-signal-titles.h: the codes of signals in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *hs_signal_get_title (const char *code);
/* Each signal there is, in the order of their codes. NULL past the last. */
const char *hs_signal_get_code  (guint       index);

G_END_DECLS
