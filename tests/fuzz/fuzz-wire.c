/* fuzz-wire.c: what a worker that was taken over might answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "hs-wire.h"

static void
check (const HsDocument *document)
{
  guint at = 0;

  g_assert_true (g_utf8_validate_len (document->text, document->length, NULL));
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      g_assert_cmpuint (block->kind, <, HS_N_BLOCK_KINDS);
      g_assert_cmpuint (at, <=, block->span.start);
      g_assert_cmpuint (block->span.start, <, block->span.end);
      g_assert_true (g_utf8_validate_len (document->text + block->span.start, block->span.end - block->span.start,
                                          NULL));
      at = block->span.end;
    }
  g_assert_cmpuint (at, <=, document->length);
  for (guint i = 0; i < document->link_places->len; i++)
    {
      const HsLinkPlace *place = &g_array_index (document->link_places, HsLinkPlace, i);

      g_assert_cmpuint (place->link, <, document->links->len);
      g_assert_cmpuint (place->span.end, <=, document->length);
    }
  for (guint i = 0; i < document->image_places->len; i++)
    g_assert_cmpuint (g_array_index (document->image_places, HsImagePlace, i).image, <, document->images->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  HsWireReader reader = { data, size, FALSE };
  g_autoptr (HsDocument) document = hs_wire_get_document (&reader);

  g_assert_true ((document == NULL) == reader.broken);
  g_assert_cmpuint (reader.left, <=, size);
  if (document != NULL)
    check (document);
  return 0;
}
