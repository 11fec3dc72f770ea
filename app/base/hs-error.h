/* hs-error.h: what can go wrong, in words for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsError:
 *
 * Errors whose message is a sentence for the user: it names what failed, why,
 * and where that helps, what to do. Errors of other libraries are turned into
 * these at the seam of the room that uses them.
 */
typedef enum
{
  HS_ERROR_FAILED,
  HS_ERROR_READ,          /* a file or folder could not be read */
  HS_ERROR_NOT_TEXT,      /* bytes that are no text in any encoding we know */
  HS_ERROR_UNSUPPORTED,   /* a kind of file or format not supported yet */
  HS_ERROR_EMPTY,         /* nothing to read in it */
  HS_ERROR_TOO_LARGE,
  HS_ERROR_NOT_LIBRARY,   /* the file is not a Hearsay library */
  HS_ERROR_NEWER_LIBRARY, /* made by a newer program */
  HS_ERROR_READ_ONLY,
  HS_ERROR_DISK_FULL,
  HS_ERROR_BUSY,          /* another program is writing */
  HS_ERROR_QUERY,         /* a search that cannot be understood */
  HS_ERROR_NOT_FOUND,
  HS_ERROR_USAGE,
  HS_ERROR_LIMIT          /* it took more time or memory than it may, or broke its reader */
} HsError;

#define HS_ERROR (hs_error_quark ())

GQuark  hs_error_quark   (void);
GError *hs_error_from_io (GError *foreign);
/* Returns: %FALSE, for what was asked wrongly. @message: for the user, translated */
gboolean hs_error_usage  (GError     **error,
                          const char  *message);

G_END_DECLS
