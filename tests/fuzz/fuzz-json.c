/* fuzz-json.c: hostile JSON feeds, read, cleaned and written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  fuzz_feed (data, size, "application/feed+json");
  return 0;
}
