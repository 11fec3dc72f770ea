/* fuzz-xml.c: hostile XML feeds, read, cleaned and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  /* the first byte picks what a server might have said */
  static const char * const types[] = { NULL, "application/rss+xml", "text/xml; charset=utf-8",
                                        "text/xml; charset=iso-8859-1", "text/xml; charset=shift_jis" };

  if (size > 0)
    fuzz_feed (data + 1, size - 1, types[data[0] % G_N_ELEMENTS (types)]);
  return 0;
}
