/* hs-details-dialog.h: what is known of an article, to be put right by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_DETAILS_DIALOG (hs_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsDetailsDialog, hs_details_dialog, HS, DETAILS_DIALOG, HsDialog)

GtkWindow *hs_details_dialog_new (HsWorkspace *workspace,
                                  HsReading   *reading);

G_END_DECLS
