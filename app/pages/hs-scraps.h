/* hs-scraps.h: what stands around the running text of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean hs_scraps_is_picture_credit (const char *line);
gboolean hs_scraps_is_about_article  (const char *line);
void     hs_scraps_mark              (GArray     *blocks,
                                      const char *text);

G_END_DECLS
