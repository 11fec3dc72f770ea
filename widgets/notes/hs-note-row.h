/* hs-note-row.h: one note in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-plain-row.h"

G_BEGIN_DECLS

#define HS_TYPE_NOTE_ROW (hs_note_row_get_type ())
G_DECLARE_FINAL_TYPE (HsNoteRow, hs_note_row, HS, NOTE_ROW, HsPlainRow)

G_END_DECLS
