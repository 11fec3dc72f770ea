/* hs-cleanup-dialog.h: articles that were read long ago, listed and then removed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_CLEANUP_DIALOG (hs_cleanup_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsCleanupDialog, hs_cleanup_dialog, HS, CLEANUP_DIALOG, HsDialog)

GtkWindow *hs_cleanup_dialog_new (HsWorkspace *workspace);

G_END_DECLS
