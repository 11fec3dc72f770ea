/* hs-worker-picture.c: a picture out of hostile bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which decoder gets the bytes is said by their beginning and by this list, never
 * by what the library would guess: drawings in XML and the rarer formats are not
 * on it.
 */
#include "hs-worker-picture.h"

#include <string.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "hs-error.h"
#include "hs-wire.h"

#define MAX_PIXELS 40000000
#define CHUNK 65536

static const struct
{
  const char *type;
  const char *magic;
  gsize at;
  gsize length;
} known[] = {
  { "png", "\x89PNG\r\n\x1a\n", 0, 8 }, { "jpeg", "\xff\xd8\xff", 0, 3 }, { "gif", "GIF8", 0, 4 },
  { "webp", "WEBP", 8, 4 },             { "ico", "\0\0\1\0", 0, 4 },      { "bmp", "BM", 0, 2 },
};

/* A picture on its way. */
typedef struct
{
  gboolean too_large;
  guint max_width;
  gboolean scales;     /* the decoder is quicker when it knows the size wanted */
} Wanted;

static const char *
sniff (const guint8 *data,
       gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].at + known[i].length && memcmp (data + known[i].at, known[i].magic, known[i].length) == 0)
      return known[i].type;
  return NULL;
}

/* What is declared is checked before anything is made of it: a size of nothing
 * makes every decoder give up. */
static void
on_size (GdkPixbufLoader *loader,
         int              width,
         int              height,
         gpointer         data)
{
  Wanted *wanted = data;

  if (width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS)
    {
      wanted->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (wanted->scales && (guint) width > wanted->max_width)
    gdk_pixbuf_loader_set_size (loader, (int) wanted->max_width,
                                (int) MAX (1, (gint64) height * wanted->max_width / width));
}

static GdkPixbuf *
decode (const guint8 *data,
        gsize         length,
        Wanted       *wanted)
{
  const char *type = sniff (data, length);
  g_autoptr (GdkPixbufLoader) loader = type != NULL ? gdk_pixbuf_loader_new_with_type (type, NULL) : NULL;
  gboolean going = loader != NULL;
  GdkPixbuf *picture;

  if (!going)
    return NULL;
  wanted->scales = g_str_equal (type, "jpeg");
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size), wanted);
  for (gsize at = 0; at < length && going && !wanted->too_large; at += CHUNK)
    going = gdk_pixbuf_loader_write (loader, data + at, MIN (CHUNK, length - at), NULL);
  /* what is cut off shows as much as there is */
  gdk_pixbuf_loader_close (loader, NULL);
  picture = wanted->too_large ? NULL : gdk_pixbuf_loader_get_pixbuf (loader);
  return picture != NULL ? g_object_ref (picture) : NULL;
}

static GdkPixbuf *
fit (GdkPixbuf *picture,
     guint      max_width)
{
  g_autoptr (GdkPixbuf) upright = gdk_pixbuf_apply_embedded_orientation (picture);
  gint64 width = gdk_pixbuf_get_width (upright);
  gint64 height = gdk_pixbuf_get_height (upright);
  g_autoptr (GdkPixbuf) scaled = NULL;

  if (width <= max_width)
    return gdk_pixbuf_add_alpha (upright, FALSE, 0, 0, 0);
  scaled = gdk_pixbuf_scale_simple (upright, (int) max_width, (int) MAX (1, height * max_width / width),
                                    GDK_INTERP_BILINEAR);
  return scaled != NULL ? gdk_pixbuf_add_alpha (scaled, FALSE, 0, 0, 0) : NULL;
}

static void
put_picture (GdkPixbuf  *picture,
             GByteArray *out)
{
  guint width = (guint) gdk_pixbuf_get_width (picture);
  guint height = (guint) gdk_pixbuf_get_height (picture);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (picture);
  const guint8 *pixels = gdk_pixbuf_read_pixels (picture);

  hs_wire_put_number (out, width);
  hs_wire_put_number (out, height);
  hs_wire_put_number (out, width * height * 4);
  for (guint y = 0; y < height; y++)
    g_byte_array_append (out, pixels + y * stride, width * 4);
}

/**
 * hs_worker_picture_prepare:
 *
 * Loads the decoders, while that is still possible.
 */
void
hs_worker_picture_prepare (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (known[i].type, NULL);

      if (loader != NULL)
        gdk_pixbuf_loader_close (loader, NULL);
    }
}

/**
 * hs_worker_picture_read:
 * @data: bytes that may be a picture
 * @length: how many
 * @max_width: no wider than so many pixels
 * @out: where width, height and pixels are added
 * @error: return location: %HS_ERROR_UNSUPPORTED, %HS_ERROR_TOO_LARGE
 *
 * Returns: whether it is one
 */
gboolean
hs_worker_picture_read (const guint8  *data,
                        gsize          length,
                        guint          max_width,
                        GByteArray    *out,
                        GError       **error)
{
  Wanted wanted = { .max_width = CLAMP (max_width, 1, 8192) };
  g_autoptr (GdkPixbuf) decoded = decode (data, length, &wanted);
  g_autoptr (GdkPixbuf) picture = decoded != NULL ? fit (decoded, wanted.max_width) : NULL;

  if (wanted.too_large)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, "The picture has too many pixels.");
      return FALSE;
    }
  if (picture == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, "It is no picture that can be shown.");
      return FALSE;
    }
  put_picture (picture, out);
  return TRUE;
}
