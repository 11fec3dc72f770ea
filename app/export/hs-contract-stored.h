/* hs-contract-stored.h: what the library keeps, as the JSON of the contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-contract.h"
#include "hs-library.h"

G_BEGIN_DECLS

JsonObject *hs_contract_row    (const HsStored      *stored);
JsonObject *hs_contract_stored (const HsStored      *stored,
                                const HsStoredStory *story);

G_END_DECLS
