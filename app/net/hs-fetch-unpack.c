/* hs-fetch-unpack.c: gzip, strictly and with a cap
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-fetch-private.h"

#define CHUNK 65536

static gboolean
is_gzip (const guint8 *data,
         gsize         length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* One member of the file (RFC 1952, section 2.2). Returns: bytes read, 0 for
 * failure. */
static gsize
unpack_member (const guint8 *data,
               gsize         length,
               gsize         max,
               GByteArray   *out,
               gboolean     *too_large)
{
  g_autoptr (GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gsize done = 0;

  while (TRUE)
    {
      gsize n_read = 0, n_written = 0;
      GConverterResult result = g_converter_convert (G_CONVERTER (unzip), data + done, length - done, chunk, CHUNK,
                                                     G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);

      if (result == G_CONVERTER_ERROR || (n_read == 0 && n_written == 0 && result != G_CONVERTER_FINISHED))
        return 0;
      done += n_read;
      *too_large = out->len + n_written > max;
      if (*too_large)
        return 0;
      g_byte_array_append (out, chunk, (guint) n_written);
      if (result == G_CONVERTER_FINISHED)
        return done;
    }
}

/**
 * hs_fetch_unpack:
 * @packed: gzip, whole
 * @max: how many bytes it may have unpacked
 * @too_large: (out): whether it would have more
 *
 * Returns: (transfer full) (nullable): the bytes; what is no gzip at all as it is; %NULL
 *   when it ends too early, is damaged or too large
 */
GBytes *
hs_fetch_unpack (GBytes   *packed,
                 gsize     max,
                 gboolean *too_large)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize length, done = 0;
  const guint8 *data = g_bytes_get_data (packed, &length);

  *too_large = FALSE;
  if (!is_gzip (data, length))
    return g_bytes_ref (packed);
  /* padding after the last member is not ours to judge */
  while (is_gzip (data + done, length - done))
    {
      gsize n = unpack_member (data + done, length - done, max, out, too_large);

      if (n == 0)
        return NULL;
      done += n;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
