/* fuzz-page.c: hostile pages, read as articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "hs-page.h"

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
  document = hs_page_read (bytes, "a.html", types[data[0] % G_N_ELEMENTS (types)], "https://post.example/2026/05/04/a", NULL);
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
  return 0;
}
