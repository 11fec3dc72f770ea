/* fuzz-mail.c: hostile messages and mailboxes, read as articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "hs-page.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) messages = hs_page_split_mbox (bytes);

  g_ptr_array_add (messages, g_bytes_ref (bytes));
  for (guint i = 0; i < MIN (messages->len, 20); i++)
    {
      g_autoptr (HsDocument) document = hs_page_read_any (g_ptr_array_index (messages, i), "a.eml", "message/rfc822",
                                                          NULL, NULL);

      g_assert_true (document == NULL || g_utf8_validate_len (document->text, document->length, NULL));
    }
  return 0;
}
