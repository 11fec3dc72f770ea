/* hs-story-row.h: one story in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-plain-row.h"

G_BEGIN_DECLS

#define HS_TYPE_STORY_ROW (hs_story_row_get_type ())
G_DECLARE_FINAL_TYPE (HsStoryRow, hs_story_row, HS, STORY_ROW, HsPlainRow)

G_END_DECLS
