/* hs-html.h: HTML to a tree of whitelisted nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-node.h"

G_BEGIN_DECLS

HsTree *hs_html_parse (const char  *html,
                       gsize        length,
                       GError     **error);
HsTree *hs_html_parse_fragment (const char *html,
                                gsize       length);

G_END_DECLS
