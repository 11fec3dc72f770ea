/* hs-page-private.h: the readers behind hs_page_read()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-document.h"
#include "hs-page-map.h"

G_BEGIN_DECLS

HsDocument *hs_page_read_text     (const char  *data,
                                   gsize        length,
                                   const char  *content_type,
                                   GError     **error);
HsDocument *hs_page_read_html     (const char  *data,
                                   gsize        length,
                                   const char  *content_type,
                                   const char  *base_url,
                                   GError     **error);
HsDocument *hs_page_make_whole    (HsTree      *tree,
                                   const char  *plain,
                                   const char  *title,
                                   const char  *base_url);
void        hs_page_read_metadata (HsPageMap   *map,
                                   const char  *base_url,
                                   HsDocument  *document);
char       *hs_page_stated_body   (HsTree      *tree);
const HsNode *hs_page_find_headline (HsTree    *tree,
                                     const char *title);
void        hs_page_settle_title  (HsTree      *tree,
                                   HsDocument  *document);
char       *hs_page_resolve       (const char  *base_url,
                                   const char  *address);
char       *hs_page_squeeze       (const char  *string);

G_END_DECLS
