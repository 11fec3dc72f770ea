/* hs-page-blocks.h: boxes of an article to blocks of text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-document.h"
#include "hs-page-map.h"

G_BEGIN_DECLS

typedef struct _HsPageBlocks HsPageBlocks;

HsPageBlocks *hs_page_blocks_new           (HsDocument   *document,
                                            HsPageMap    *map,
                                            const char   *base_url,
                                            gboolean      once);
void          hs_page_blocks_add_box       (HsPageBlocks *self,
                                            const HsNode *box);
void          hs_page_blocks_add_words     (HsPageBlocks *self,
                                            const char   *words,
                                            HsBlockKind   kind);
void          hs_page_blocks_finish        (HsPageBlocks *self);
void          hs_page_append_inline        (GString      *out,
                                            const HsNode *node);
gboolean      hs_page_same_text            (const char   *a,
                                            const char   *b);

G_END_DECLS
