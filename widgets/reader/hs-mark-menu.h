/* hs-mark-menu.h: what can be done with what is marked in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-marks.h"

G_BEGIN_DECLS

void   hs_mark_menu_add (GMenu           *menu,
                         const HsReading *reading,
                         const HsMark    *mark);
GMenu *hs_mark_menu_new (const HsReading *reading,
                         const HsMark    *mark);

G_END_DECLS
