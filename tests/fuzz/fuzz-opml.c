/* fuzz-opml.c: hostile lists of feeds; what was read is written and read again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "fuzz.h"
#include "hs-opml.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HsOutline) root = hs_opml_read (bytes, &skipped, NULL);

  if (root != NULL)
    {
      g_autofree char *first = hs_opml_write (root, "Feeds");
      g_autoptr (GBytes) again = g_bytes_new (first, strlen (first));
      g_autoptr (HsOutline) second = hs_opml_read (again, NULL, NULL);
      g_autofree char *written = second != NULL ? hs_opml_write (second, "Feeds") : NULL;

      g_assert_cmpstr (first, ==, written);
    }
  return 0;
}
