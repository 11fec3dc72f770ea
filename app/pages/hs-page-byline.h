/* hs-page-byline.h: who wrote a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-page-map.h"

G_BEGIN_DECLS

char *hs_page_clean_byline   (const char      *string,
                              const char      *outlet);
char *hs_page_byline_in_view (const HsPageMap *map,
                              const HsNode    *headline,
                              const char      *outlet);

G_END_DECLS
