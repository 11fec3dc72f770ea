/* hs-contract-private.h: what the writers of the contract share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void hs_contract_set_string (JsonObject *object,
                             const char *key,
                             const char *value);

G_END_DECLS
