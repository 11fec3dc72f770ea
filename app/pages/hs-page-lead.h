/* hs-page-lead.h: what stands between the headline and the box of the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-page-map.h"

G_BEGIN_DECLS

void hs_page_add_lead (HsPageMap  *map,
                       GPtrArray  *boxes,
                       const char *title);

G_END_DECLS
