/* hs-toasts.h: short messages at the foot of a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How long a message stays, in seconds. */
#define HS_TOASTS_SECONDS 5

void hs_toasts_say (AdwToastOverlay *overlay,
                    const char      *message,
                    const char      *button,
                    const char      *action,
                    guint            seconds);
void hs_toasts_withdraw (AdwToastOverlay *overlay,
                         const char      *action);

G_END_DECLS
