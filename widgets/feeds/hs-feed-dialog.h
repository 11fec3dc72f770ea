/* hs-feed-dialog.h: what the user sets of one feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_FEED_DIALOG (hs_feed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsFeedDialog, hs_feed_dialog, HS, FEED_DIALOG, HsDialog)

GtkWindow *hs_feed_dialog_new (HsWorkspace *workspace,
                               gint64       feed);

G_END_DECLS
