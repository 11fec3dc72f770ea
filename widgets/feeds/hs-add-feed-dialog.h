/* hs-add-feed-dialog.h: subscribing by an address
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_ADD_FEED_DIALOG (hs_add_feed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsAddFeedDialog, hs_add_feed_dialog, HS, ADD_FEED_DIALOG, HsDialog)

/* @address: (nullable): what is known of it already; it is looked for at once */
GtkWindow *hs_add_feed_dialog_new (HsWorkspace *workspace,
                                   const char  *address);

G_END_DECLS
