/* hs-library-window.c: where the window of a library of its own can be asked for things
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-window.h"

#include "hs-config.h"

/**
 * hs_library_window_dup_name:
 * @directory: the folder of a library that is not the user's own
 *
 * Returns: (transfer full): the name on the session bus that its window has
 */
char *
hs_library_window_dup_name (const char *directory)
{
  g_autofree char *path = g_canonicalize_filename (directory, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strdup_printf ("%s.Library%.20s", HS_APP_ID, sum);
}
