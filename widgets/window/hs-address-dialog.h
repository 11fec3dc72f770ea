/* hs-address-dialog.h: a page of the web to be imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"

G_BEGIN_DECLS

/* Signal `chosen (const char *address, gboolean parts)`: once, then it closes. */
#define HS_TYPE_ADDRESS_DIALOG (hs_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HsAddressDialog, hs_address_dialog, HS, ADDRESS_DIALOG, HsDialog)

/* @address: (nullable): what stands there at first */
GtkWindow *hs_address_dialog_new (const char *address);

G_END_DECLS
