/* hs-notes-panel.h: the notes on the open article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

#define HS_TYPE_NOTES_PANEL (hs_notes_panel_get_type ())
G_DECLARE_FINAL_TYPE (HsNotesPanel, hs_notes_panel, HS, NOTES_PANEL, GtkWidget)

void hs_notes_panel_set_reading (HsNotesPanel *self,
                                 HsReading    *reading);

G_END_DECLS
