/* hs-credibility-panel.h: what speaks for and against relying on an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/* The rules of DESIGN §5: evidence with its words, the analyst's grades, no
 * score. */
#define HS_TYPE_CREDIBILITY_PANEL (hs_credibility_panel_get_type ())
G_DECLARE_FINAL_TYPE (HsCredibilityPanel, hs_credibility_panel, HS, CREDIBILITY_PANEL, GtkWidget)

void hs_credibility_panel_set_workspace (HsCredibilityPanel *self,
                                         HsWorkspace        *workspace);
void hs_credibility_panel_set_reading   (HsCredibilityPanel *self,
                                         HsReading          *reading);

G_END_DECLS
