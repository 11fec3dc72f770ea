/* hs-paste-dialog.h: words from elsewhere become an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* Signal `imported (HsJob *job)`: when it is kept; then it closes. */
#define HS_TYPE_PASTE_DIALOG (hs_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsPasteDialog, hs_paste_dialog, HS, PASTE_DIALOG, HsDialog)

/* @text: (nullable): what stands there at first */
GtkWindow *hs_paste_dialog_new (HsWorkspace *workspace,
                                const char  *text);

G_END_DECLS
