/* hs-picture-private.h: between a picture, who fetches it and who decodes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-picture.h"

G_BEGIN_DECLS

HsPicture *hs_picture_new          (guint                 width,
                                    guint                 height,
                                    GBytes               *pixels);
/* The bytes behind an address, from any thread; the callback comes on that of
 * pictures, once. */
typedef void (*HsPictureFetched)   (GBytes               *bytes,
                                    const GError         *error,
                                    gpointer              data);
void       hs_picture_fetch        (const char           *address,
                                    HsPictureFetched      fetched,
                                    gpointer              data);

G_END_DECLS
