/* test-picture.c: pictures are fetched without a trace, decoded elsewhere, and
 * never larger than wanted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-error.h"
#include "hs-picture.h"
#include "hs-worker.h"
#include "loopback.h"

/* 3 × 2 pixels, red, green, blue; white, black, grey: written by hand with zlib's
 * stored blocks, as PNG (W3C, 2003) has it. */
static GByteArray *
make_png (guint32 width,
          guint32 height,
          gsize   n_rows)
{
  static const guint8 pixels[2][9] = { { 255, 0, 0, 0, 255, 0, 0, 0, 255 }, { 255, 255, 255, 0, 0, 0, 128, 128, 128 } };
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autoptr (GConverter) zlib = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
  guint8 packed[4096], head[13] = { 0 };
  gsize n_read, n_written;
  const guint32 be[] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (head, be, 8);
  head[8] = 8;
  head[9] = 2;
  for (gsize y = 0; y < n_rows; y++)
    {
      g_byte_array_append (raw, (const guint8 *) "", 1);
      g_byte_array_append (raw, pixels[y % 2], 9);
    }
  g_converter_convert (zlib, raw->data, raw->len, packed, sizeof packed, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                       NULL);
  g_byte_array_append (out, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "IHDR", "IDAT", "IEND" };
      const guint8 *data = i == 0 ? head : packed;
      guint32 length = i == 0 ? 13 : i == 1 ? (guint32) n_written : 0;
      guint32 crc = 0xFFFFFFFFu, number = GUINT32_TO_BE (length);
      guint at = out->len + 4;

      g_byte_array_append (out, (const guint8 *) &number, 4);
      g_byte_array_append (out, (const guint8 *) names[i], 4);
      g_byte_array_append (out, data, length);
      for (; at < out->len; at++)
        {
          crc ^= out->data[at];
          for (guint bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320u : 0);
        }
      number = GUINT32_TO_BE (crc ^ 0xFFFFFFFFu);
      g_byte_array_append (out, (const guint8 *) &number, 4);
    }
  return out;
}

static HsPicture *
read_png (guint32   width,
          guint32   height,
          guint     max_width,
          GError  **error)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (make_png (width, height, 2));

  return hs_worker_read_picture (bytes, max_width, error);
}

static void
test_pixels (void)
{
  static const guint8 expected[] = { 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255,
                                     255, 255, 255, 255, 0, 0, 0, 255, 128, 128, 128, 255 };
  g_autoptr (GError) error = NULL;
  g_autoptr (HsPicture) picture = read_png (3, 2, 100, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, ==, 3);
  g_assert_cmpuint (picture->height, ==, 2);
  g_assert_cmpuint (picture->stride, ==, 12);
  g_assert_cmpmem (g_bytes_get_data (picture->pixels, NULL), g_bytes_get_size (picture->pixels), expected,
                   sizeof expected);
}

static void
test_too_many_pixels (void)
{
  g_autoptr (GError) error = NULL;

  /* forty thousand by forty thousand in a hundred bytes */
  g_assert_null (read_png (40000, 40000, 100, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (read_png (0x7FFFFFFF, 0x7FFFFFFF, 100, &error));
  g_assert_nonnull (error);
}

static void
test_scaled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) tall = make_png (3, 200, 200);
  g_autoptr (GBytes) bytes = g_bytes_new (tall->data, tall->len);
  g_autoptr (HsPicture) picture = hs_worker_read_picture (bytes, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, ==, 1);
  g_assert_cmpuint (picture->height, ==, 66);
}

/* One white pixel, lossless, as the format's specification has it (RFC 9649). */
static const guint8 webp[] = { 'R', 'I', 'F', 'F', 0x1a, 0, 0, 0, 'W', 'E', 'B', 'P', 'V', 'P', '8', 'L', 0x0d, 0, 0, 0,
                               0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0 };

static void
test_webp (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (webp, sizeof webp);
  g_autoptr (HsPicture) picture = hs_worker_read_picture (bytes, 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (picture->width, ==, 1);
  g_assert_cmpuint (picture->height, ==, 1);
}

static void
test_no_picture (void)
{
  static const char *const others[] = { "", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
                                        "<html><body>404</body></html>", "\x89PNG\r\n\x1a\n and no more",
                                        "\xff\xd8\xff\xe0 torn", "GIF89a torn" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (others[i], strlen (others[i]));

      g_assert_null (hs_worker_read_picture (bytes, 100, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_UNSUPPORTED);
    }
}

/* --- fetched ------------------------------------------------------------------------ */

typedef struct
{
  HsPicture *picture;   /* (owned) (nullable) */
  GError *error;        /* (owned) (nullable) */
  gboolean done;
} Loaded;

static void
on_loaded (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Loaded *loaded = data;

  loaded->picture = hs_picture_load_finish (result, &loaded->error);
  loaded->done = TRUE;
}

static void
load (const char *address,
      Loaded     *loaded)
{
  *loaded = (Loaded){ 0 };
  hs_picture_load_async (address, 100, NULL, on_loaded, loaded);
  while (!loaded->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
loaded_clear (Loaded *loaded)
{
  g_clear_pointer (&loaded->picture, hs_picture_unref);
  g_clear_error (&loaded->error);
}

static void
play_png (LoopbackTurn *turn,
          gpointer      data)
{
  GByteArray *png = data;

  loopback_answer (turn, "HTTP/1.1 200 OK\nContent-Type: image/png\nSet-Cookie: reader=1234; Path=/", png->data,
                   png->len);
}

static void
test_fetched_once (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autoptr (GByteArray) png = make_png (3, 2, 2);
  g_autofree char *a = loopback_url (server, 1, "/a.png");
  g_autofree char *b = loopback_url (server, 1, "/b.png");
  Loaded loaded;

  loopback_play (server, "/a.png", play_png, png);
  loopback_play (server, "/b.png", play_png, png);
  for (guint i = 0; i < 3; i++)
    {
      load (i == 1 ? b : a, &loaded);
      g_assert_no_error (loaded.error);
      g_assert_cmpuint (loaded.picture->width, ==, 3);
      loaded_clear (&loaded);
    }
  g_assert_cmpuint (loopback_count (server, "/a.png"), ==, 1);
  g_assert_cmpuint (loopback_count (server, "/b.png"), ==, 1);
  /* the second request came after a cookie was set */
  g_assert_null (loopback_header (server, "/b.png", 0, "cookie"));
  g_assert_null (loopback_header (server, "/b.png", 0, "referer"));
}

static void
test_fetch_fails (void)
{
  g_autoptr (Loopback) server = loopback_new (NULL);
  g_autofree char *address = loopback_url (server, 1, "/none.png");
  Loaded loaded;

  load (address, &loaded);
  g_assert_null (loaded.picture);
  g_assert_error (loaded.error, HS_ERROR, HS_ERROR_READ);
  loaded_clear (&loaded);
  load ("file:///etc/passwd", &loaded);
  g_assert_error (loaded.error, HS_ERROR, HS_ERROR_UNSUPPORTED);
  loaded_clear (&loaded);
}

static void
test_data_address (void)
{
  g_autoptr (GByteArray) png = make_png (3, 2, 2);
  g_autofree char *base64 = g_base64_encode (png->data, png->len);
  g_autofree char *address = g_strconcat ("data:image/png;base64,", base64, NULL);
  Loaded loaded;

  load (address, &loaded);
  g_assert_no_error (loaded.error);
  g_assert_cmpuint (loaded.picture->width, ==, 3);
  loaded_clear (&loaded);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/every-pixel-is-as-it-was", test_pixels);
  g_test_add_func ("/picture/what-declares-too-many-pixels-is-not-decoded", test_too_many_pixels);
  g_test_add_func ("/picture/is-no-wider-than-wanted", test_scaled);
  g_test_add_func ("/picture/webp-too", test_webp);
  g_test_add_func ("/picture/what-is-none-is-named-so", test_no_picture);
  g_test_add_func ("/picture/is-fetched-once-without-cookie-or-referrer", test_fetched_once);
  g_test_add_func ("/picture/what-cannot-be-fetched-says-so", test_fetch_fails);
  g_test_add_func ("/picture/a-data-address-carries-it", test_data_address);
  return g_test_run ();
}
