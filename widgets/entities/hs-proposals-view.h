/* hs-proposals-view.h: two that may be one, side by side, one pair after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace-names.h"

G_BEGIN_DECLS

#define HS_TYPE_PROPOSALS_VIEW (hs_proposals_view_get_type ())
G_DECLARE_FINAL_TYPE (HsProposalsView, hs_proposals_view, HS, PROPOSALS_VIEW, GtkWidget)

void hs_proposals_view_set_workspace (HsProposalsView *self,
                                      HsWorkspace     *workspace);
/* Reads what is proposed now; those that were passed over come last. */
void hs_proposals_view_reload        (HsProposalsView *self);
/* What a key does: "accept", "refuse", "skip". */
void hs_proposals_view_act           (HsProposalsView *self,
                                      const char      *what);
gboolean   hs_proposals_view_ask_reason    (HsProposalsView *self);

G_END_DECLS
