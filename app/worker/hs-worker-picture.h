/* hs-worker-picture.h: a picture out of hostile bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     hs_worker_picture_prepare (void);
gboolean hs_worker_picture_read    (const guint8  *data,
                                    gsize          length,
                                    guint          max_width,
                                    GByteArray    *out,
                                    GError       **error);

G_END_DECLS
