/* hs-entity-row.h: one entity in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-plain-row.h"

G_BEGIN_DECLS

#define HS_TYPE_ENTITY_ROW (hs_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (HsEntityRow, hs_entity_row, HS, ENTITY_ROW, HsPlainRow)

GMenu *hs_entity_row_make_menu (HsEntityRow *self);

G_END_DECLS
