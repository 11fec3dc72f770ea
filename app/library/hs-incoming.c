/* hs-incoming.c: one text on its way into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-incoming-private.h"

#include "hs-bidi.h"

/* More than any page that somebody wrote: it is to be kept, not to be waited for. */
#define MUCH (4 * 1024 * 1024)

/* Whole blocks of compressed bytes; NULL when zlib refuses. */
static GBytes *
convert (GConverter *converter,
         GBytes     *bytes)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize size, done = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  GConverterResult result = G_CONVERTER_CONVERTED;
  guint8 buffer[16384];

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, data + done, size - done, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      g_byte_array_append (out, buffer, n_written);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * hs_incoming_pack:
 * @bytes: any
 *
 * Compresses what is large less, and faster. Any thread.
 *
 * Returns: (transfer full) (nullable): them packed, for hs_incoming_unpack()
 */
GBytes *
hs_incoming_pack (GBytes *bytes)
{
  static GPrivate kept = G_PRIVATE_INIT (g_object_unref);
  GZlibCompressor *compressor = g_private_get (&kept);

  if (g_bytes_get_size (bytes) > MUCH)
    {
      g_autoptr (GZlibCompressor) quick = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);

      return convert (G_CONVERTER (quick), bytes);
    }
  /* its tables are a hundred times as large as most of what is packed */
  if (compressor == NULL)
    {
      compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
      g_private_set (&kept, compressor);
    }
  g_converter_reset (G_CONVERTER (compressor));
  return convert (G_CONVERTER (compressor), bytes);
}

/**
 * hs_incoming_unpack:
 * @packed: what hs_incoming_pack() made
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL when it is damaged
 */
GBytes *
hs_incoming_unpack (GBytes *packed)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (decompressor), packed);
}

/**
 * hs_incoming_new:
 * @bytes: (nullable): a file or page as it came
 *
 * Hashes and compresses; any thread.
 *
 * Returns: (transfer full): a text that still wants its document and analysis
 */
HsIncoming *
hs_incoming_new (GBytes *bytes)
{
  HsIncoming *self = g_new0 (HsIncoming, 1);

  if (bytes != NULL)
    {
      self->size = g_bytes_get_size (bytes);
      self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      self->packed = hs_incoming_pack (bytes);
    }
  return self;
}

/* What would turn round the words beside a title in every list is no part of it; the page
 * is kept as it came. */
static void
strip (char **text)
{
  char *plain = hs_bidi_strip (*text);

  g_free (*text);
  *text = plain;
}

/* On the thread that hands them over: the writer has enough to do. */
void
hs_incoming_hash_texts (GPtrArray *incoming)
{
  for (guint i = 0; i < incoming->len; i++)
    {
      HsIncoming *one = g_ptr_array_index (incoming, i);

      if (one->text_sha256 == NULL)
        one->text_sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, one->document->text,
                                                          one->document->length);
      strip (&one->document->title);
      strip (&one->document->outlet);
      strip (&one->document->byline);
    }
}

/**
 * hs_incoming_free:
 * @self: (transfer full) (nullable): what comes into the library
 */
void
hs_incoming_free (HsIncoming *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->packed, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->text_sha256);
  g_free (self->address);
  g_free (self->path);
  g_free (self->content_type);
  g_free (self->headers);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->document, hs_document_unref);
  g_clear_pointer (&self->analysis, hs_analysis_unref);
  g_free (self);
}
