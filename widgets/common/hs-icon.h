/* hs-icon.h: the small picture of a feed or source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the picture in @bytes, as it was fetched, once it is decoded out of the
 * way; until then, and where it is none, the icon named @instead.
 * @bytes: (nullable) */
void hs_icon_show (GtkImage   *image,
                   GBytes     *bytes,
                   const char *instead);

G_END_DECLS
