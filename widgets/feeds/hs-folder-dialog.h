/* hs-folder-dialog.h: the name of a folder of feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_FOLDER_DIALOG (hs_folder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsFolderDialog, hs_folder_dialog, HS, FOLDER_DIALOG, HsDialog)

/* @folder: 0 a new one; @title: (nullable): what it is called now */
GtkWindow *hs_folder_dialog_new (HsWorkspace *workspace,
                                 gint64       folder,
                                 const char  *title);

G_END_DECLS
