/* hs-fetch-address.c: what an address tells about whom to ask and what to tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-fetch-private.h"
#include "hs-url.h"

#define URI_FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD)

/**
 * hs_fetch_port:
 * @uri: the articles that would go
 *
 * Returns: its port; where it names none, that of its scheme @uri: http or https
 */
int
hs_fetch_port (GUri *uri)
{
  if (g_uri_get_port (uri) > 0)
    return g_uri_get_port (uri);
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/* What one request at a time is said of: 80 and 443 are the same machine. */
char *
hs_fetch_host_key (GUri *uri)
{
  g_autofree char *lower = g_ascii_strdown (g_uri_get_host (uri), -1);
  int port = hs_fetch_port (uri);

  return port == 443 ? g_strdup_printf ("%s:80", lower) : g_strdup_printf ("%s:%d", lower, port);
}

/* Whether what was told to @from may be told to @to: the same host, which may
 * have become better protected in between. */
gboolean
hs_fetch_may_know (GUri *from,
                   GUri *to)
{
  if (g_ascii_strcasecmp (g_uri_get_host (from), g_uri_get_host (to)) != 0)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (from), g_uri_get_scheme (to)))
    return hs_fetch_port (from) == hs_fetch_port (to);
  return g_str_equal (g_uri_get_scheme (to), "https") && hs_fetch_port (from) == 80 && hs_fetch_port (to) == 443;
}

/* The address without name, password and fragment, which are nobody's business. */
GUri *
hs_fetch_parse_address (const char  *address,
                        char       **user,
                        char       **password)
{
  g_autoptr (GUri) uri = g_uri_parse (address, URI_FLAGS, NULL);
  const char *path;

  if (uri == NULL || !hs_url_is_web (address))
    return NULL;
  if (user != NULL && g_uri_get_user (uri) != NULL)
    {
      *user = g_uri_unescape_string (g_uri_get_user (uri), NULL);
      *password = g_uri_get_password (uri) != NULL ? g_uri_unescape_string (g_uri_get_password (uri), NULL) : NULL;
    }
  path = g_uri_get_path (uri);
  return g_uri_build (URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri), g_uri_get_port (uri),
                      *path != '\0' ? path : "/", g_uri_get_query (uri), NULL);
}

/**
 * hs_fetch_is_loopback:
 * @host: a name or an address
 *
 * Returns: whether it is this very machine
 */
gboolean
hs_fetch_is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *lower = NULL;

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  lower = g_ascii_strdown (host, -1);
  return g_str_equal (lower, "localhost") || g_str_has_suffix (lower, ".localhost");
}
