/* hs-page-date.h: days as pages write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-page-map.h"

G_BEGIN_DECLS

char *hs_page_clean_date      (const char      *string);
char *hs_page_date_in_words   (const char      *words,
                               const char      *language);
char *hs_page_date_in_address (const char      *address);
char *hs_page_date_of_node    (const HsNode    *node,
                               const char      *language);
char *hs_page_date_in_view    (const HsPageMap *map,
                               const HsNode    *headline,
                               const char      *language);

G_END_DECLS
