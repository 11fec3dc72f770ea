/* hs-mentions-panel.h: who and what the open article names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsMentionsPanel:
 *
 * Who and what is named, each once; and, in its other view, every mark in the order
 * of the text.
 */
#define HS_TYPE_MENTIONS_PANEL (hs_mentions_panel_get_type ())
G_DECLARE_FINAL_TYPE (HsMentionsPanel, hs_mentions_panel, HS, MENTIONS_PANEL, GtkWidget)

void hs_mentions_panel_set_reading (HsMentionsPanel *self,
                                    HsReading       *reading);
void hs_mentions_panel_show_marks  (HsMentionsPanel *self);

G_END_DECLS
