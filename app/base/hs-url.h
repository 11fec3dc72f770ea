/* hs-url.h: web addresses as the program compares and resolves them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* RFC 3986 resolution, lenient as browsers are.
 * Returns: (transfer full): @address itself where there is no base */
char    *hs_url_resolve   (const char *base,
                           const char *address);
/* http and https only, with a host. */
gboolean hs_url_is_web    (const char *url);
/* As typed by a person: "example.org/feed" becomes https, "feed:" prefixes go.
 * Returns: (transfer full) (nullable) */
char    *hs_url_from_user (const char *typed);
/* To compare two addresses: scheme and host lower case, default port, fragment
 * and the known parameters of trackers (utm_…, fbclid …) gone, https for http.
 * Never to fetch from. Returns: (transfer full) */
char    *hs_url_normalise (const char *url);
/* Returns: (transfer full) (nullable): lower case, without "www." */
char    *hs_url_host      (const char *url);

/* The address without the name and password that may stand in it. */
char    *hs_url_part_user (const char  *url,
                           char       **user,
                           char       **password);

G_END_DECLS
