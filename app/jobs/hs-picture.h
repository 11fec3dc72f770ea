/* hs-picture.h: a picture of an article, fetched and decoded out of the way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsPicture:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @pixels: 8 bits each of red, green, blue and alpha, not premultiplied
 *
 * A decoded picture; reference counted and immutable.
 */
typedef struct
{
  guint width;
  guint height;
  gsize stride;
  GBytes *pixels; /* (owned) */
} HsPicture;

#define HS_TYPE_PICTURE (hs_picture_get_type ())

GType      hs_picture_get_type    (void) G_GNUC_CONST;
HsPicture *hs_picture_ref         (HsPicture            *self);
void       hs_picture_unref       (HsPicture            *self);

/* Fetches without cookies and without saying from which page, decodes in the
 * worker (PNG, JPEG, GIF's first frame, WebP), and makes it no wider than
 * @max_width pixels. A second call for the same address does not fetch again
 * while the program runs. Main thread.
 * @address: absolute http or https, or a data address of an image */
void       hs_picture_load_async  (const char           *address,
                                   guint                 max_width,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
/* Returns: (transfer full). Errors: those of HsFetch, HS_ERROR_UNSUPPORTED for
 * what is no picture, HS_ERROR_TOO_LARGE for too many pixels. */
HsPicture *hs_picture_load_finish (GAsyncResult         *result,
                                   GError              **error);

/* The same for bytes that are there already; ends with hs_picture_load_finish(). */
void       hs_picture_decode_async (GBytes              *bytes,
                                    guint                max_width,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPicture, hs_picture_unref)

G_END_DECLS
