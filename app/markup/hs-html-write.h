/* hs-html-write.h: a whitelisted tree as clean HTML and as plain text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-node.h"

G_BEGIN_DECLS

void  hs_html_write        (const HsTree *tree,
                            const char   *base,
                            GString      *out);
void  hs_html_write_text   (const HsTree *tree,
                            GString      *out);
char *hs_html_clean        (const char   *html,
                            gsize         length,
                            const char   *base);
char *hs_html_to_text      (const char   *html,
                            gsize         length);
char *hs_html_safe_address (const char   *address,
                            const char   *base,
                            gboolean      image);

G_END_DECLS
