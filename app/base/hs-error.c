/* hs-error.c: what can go wrong, in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (hs-error-quark, hs_error)

/**
 * hs_error_from_io:
 * @foreign: (transfer full): what GIO says of a file that the caller names
 *
 * Says it without the name and without the machinery. A cancellation stays one.
 *
 * Returns: (transfer full): the same in our words
 */
GError *
hs_error_from_io (GError *foreign)
{
  static const struct
  {
    int code;
    HsError ours;
    const char *says;
  } known[] = {
    { G_IO_ERROR_NOT_FOUND, HS_ERROR_NOT_FOUND, N_("There is no such file or folder.") },
    { G_IO_ERROR_PERMISSION_DENIED, HS_ERROR_READ, N_("Permission was denied.") },
    { G_IO_ERROR_NO_SPACE, HS_ERROR_DISK_FULL, N_("The disk is full.") },
    { G_IO_ERROR_READ_ONLY, HS_ERROR_READ_ONLY, N_("The place can be read but not written.") },
    { G_IO_ERROR_IS_DIRECTORY, HS_ERROR_READ, N_("It is a folder.") },
    { G_IO_ERROR_NOT_DIRECTORY, HS_ERROR_NOT_FOUND, N_("A part of its path is not a folder.") },
    { G_IO_ERROR_NOT_REGULAR_FILE, HS_ERROR_READ, N_("It is not a regular file.") },
    { G_IO_ERROR_FILENAME_TOO_LONG, HS_ERROR_READ, N_("Its name is too long.") },
  };
  GError *error;

  g_return_val_if_fail (foreign != NULL, NULL);

  if (foreign->domain == HS_ERROR || g_error_matches (foreign, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return foreign;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_error_matches (foreign, G_IO_ERROR, known[i].code))
      {
        g_error_free (foreign);
        return g_error_new_literal (HS_ERROR, known[i].ours, _(known[i].says));
      }
  error = g_error_new_literal (HS_ERROR, HS_ERROR_FAILED, foreign->message);
  g_error_free (foreign);
  return error;
}

/**
 * hs_error_usage:
 * @error: return location
 * @message: for the user, translated
 *
 * Any thread.
 *
 * Returns: %FALSE, with %HS_ERROR_USAGE set
 */
gboolean
hs_error_usage (GError     **error,
                const char  *message)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_USAGE, message);
  return FALSE;
}
