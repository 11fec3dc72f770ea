/* hs-page-find.h: where in a page the article stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-page-map.h"

G_BEGIN_DECLS

GPtrArray *hs_page_find (HsPageMap  *map);

G_END_DECLS
