/* hs-source-row.h: one source in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-plain-row.h"

G_BEGIN_DECLS

#define HS_TYPE_SOURCE_ROW (hs_source_row_get_type ())
G_DECLARE_FINAL_TYPE (HsSourceRow, hs_source_row, HS, SOURCE_ROW, HsPlainRow)

G_END_DECLS
