/* hs-incoming-private.h: bytes as they are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library-write.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): NULL when @bytes are not what was packed */
GBytes *hs_incoming_pack   (GBytes *bytes);
GBytes *hs_incoming_unpack (GBytes *packed);
/* @incoming: (element-type HsIncoming): each with its document */
void    hs_incoming_hash_texts (GPtrArray *incoming);

G_END_DECLS
