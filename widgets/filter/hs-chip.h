/* hs-chip.h: one term of the filter, with a way to take it off
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-query.h"

G_BEGIN_DECLS

/* Signal `removed (HsChip *)`: the user took it off. */
#define HS_TYPE_CHIP (hs_chip_get_type ())
G_DECLARE_FINAL_TYPE (HsChip, hs_chip, HS, CHIP, GtkWidget)

GtkWidget    *hs_chip_new      (const HsTerm *term);
const HsTerm *hs_chip_get_term (HsChip       *self);

G_END_DECLS
