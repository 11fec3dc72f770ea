/* hs-secrets.h: passwords of feeds, in the desktop's keyring
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One password for each library, host and user; it stands in the keyring and
 * nowhere else. Where there is none it is kept until the program ends. All wait;
 * any thread but the main one. @library: its directory; @url: an address of the
 * host. */

/* @lasting: (out) (optional): whether it outlives the program.
 * Returns: a sentence to tell the user, (transfer full) (nullable): NULL when it is
 *   in the keyring */
char *hs_secrets_store  (const char *library,
                         const char *url,
                         const char *user,
                         const char *password,
                         gboolean   *lasting);
/* Returns: (transfer full) (nullable): to be freed with hs_secrets_free() */
char *hs_secrets_lookup (const char *library,
                         const char *url,
                         const char *user);
void  hs_secrets_clear  (const char *library,
                         const char *url,
                         const char *user);
void  hs_secrets_free   (char       *password);

G_END_DECLS
