/* hs-page-clean.h: what in the box of an article is not the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-page-map.h"

G_BEGIN_DECLS

void  hs_page_clean           (HsPageMap       *map,
                               HsNode          *root,
                               gboolean         boxes);
void  hs_page_clean_whole     (HsPageMap       *map);
void  hs_page_leave_others    (HsPageMap       *map,
                               GPtrArray       *boxes,
                               const HsNode    *headline);
guint hs_page_clean_text_left (const HsPageMap *map,
                               const HsNode    *root);
guint hs_page_clean_prose_left (const HsPageMap *map,
                                const HsNode    *root);

G_END_DECLS
