/* hs-page-wall.h: pages that stand in front of the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-document.h"

G_BEGIN_DECLS

gboolean hs_page_check_wall (const HsDocument  *document,
                             const char        *page_title,
                             GError           **error);

G_END_DECLS
