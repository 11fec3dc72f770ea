/* fuzz-date.c: hostile dates; what is understood is understood the same again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"
#include "hs-feed-date.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *date = hs_feed_date_parse (text);
  g_autofree char *again = hs_feed_date_parse (date);

  g_assert_cmpstr (date, ==, again);
  return 0;
}
