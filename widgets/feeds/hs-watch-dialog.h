/* hs-watch-dialog.h: a search that is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-watch-list.h"

G_BEGIN_DECLS

#define HS_TYPE_WATCH_DIALOG (hs_watch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsWatchDialog, hs_watch_dialog, HS, WATCH_DIALOG, HsDialog)

/* @title: what it might be called */
GtkWindow *hs_watch_dialog_new       (HsWorkspace *workspace,
                                      const char  *query,
                                      const char  *title);
GtkWindow *hs_watch_dialog_new_for   (HsWorkspace *workspace,
                                      HsWatchItem *watch);

G_END_DECLS
