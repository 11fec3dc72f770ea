/* fuzz-page.c: hostile pages, read as articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "hs-page.h"

/* Links stand on whole characters of the text, and what is packed is all there
 * when it is unpacked. */
static void
check_places (const HsDocument *document)
{
  g_autoptr (HsDocument) copy = hs_document_new (g_strdup (document->text));
  g_autofree char *packed = hs_document_pack_places (document);
  guint at = 0;

  for (guint i = 0; i < document->link_places->len; i++)
    {
      const HsLinkPlace *place = &g_array_index (document->link_places, HsLinkPlace, i);

      g_assert_cmpuint (at, <=, place->span.start);
      g_assert_cmpuint (place->span.start, <, place->span.end);
      g_assert_cmpuint (place->link, <, document->links->len);
      g_assert_true (g_utf8_validate (document->text + place->span.start, place->span.end - place->span.start, NULL));
      at = place->span.end;
    }
  g_assert_cmpuint (at, <=, document->length);
  for (guint i = 0; i < document->links->len; i++)
    g_ptr_array_add (copy->links, g_strdup (g_ptr_array_index (document->links, i)));
  for (guint i = 0; i < document->images->len; i++)
    g_ptr_array_add (copy->images, g_strdup (g_ptr_array_index (document->images, i)));
  hs_document_unpack_places (copy, packed);
  g_assert_cmpuint (copy->link_places->len, ==, document->link_places->len);
  g_assert_cmpuint (copy->image_places->len, ==, document->image_places->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  /* the first byte picks what a server might have said */
  static const char * const types[] = { NULL, "text/html; charset=utf-8", "text/html; charset=windows-1251",
                                        "text/html; charset=shift_jis", "text/plain" };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HsDocument) document = NULL;
  guint at = 0;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  document = hs_page_read (bytes, "a.html", types[data[0] % G_N_ELEMENTS (types)], "https://post.example/2026/05/04/a",
                           NULL);
  if (document == NULL)
    return 0;
  g_assert_true (g_utf8_validate (document->text, document->length, NULL));
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      g_assert_cmpuint (at, <=, block->span.start);
      g_assert_cmpuint (block->span.start, <, block->span.end);
      at = block->span.end;
    }
  g_assert_cmpuint (at, <=, document->length);
  check_places (document);
  return 0;
}
