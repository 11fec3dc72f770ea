/* hs-url.c: web addresses as the program compares and resolves them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-url.h"

#include <string.h>

#define FLAGS (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED)

/* Parameters that only tell where a reader came from. */
static const char * const trackers[] = {
  "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", NULL
};

/**
 * hs_url_resolve:
 * @base: (nullable): an absolute address
 * @address: as written
 *
 * RFC 3986, section 5, lenient as browsers are: spaces around it do not count.
 *
 * Returns: (transfer full): the absolute address, or @address where there is
 *   nothing to resolve it against
 */
char *
hs_url_resolve (const char *base,
                const char *address)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));
  char *resolved = NULL;

  if (base != NULL && *base != '\0')
    resolved = g_uri_resolve_relative (base, stripped, FLAGS, NULL);
  return resolved != NULL ? resolved : g_steal_pointer (&stripped);
}

/**
 * hs_url_is_web:
 * @url: (nullable): an address
 *
 * Returns: whether it is http or https and names a host
 */
gboolean
hs_url_is_web (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, FLAGS, NULL) : NULL;
  const char *host;

  if (uri == NULL)
    return FALSE;
  host = g_uri_get_host (uri);
  return host != NULL && *host != '\0'
         && (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"));
}

/**
 * hs_url_from_user:
 * @typed: what a person typed or dropped
 *
 * Returns: (transfer full) (nullable): the web address that is meant, or %NULL
 */
char *
hs_url_from_user (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *guess = NULL;
  const char *rest = stripped;

  if (g_ascii_strncasecmp (rest, "feed:", 5) == 0)
    rest += 5;
  if (hs_url_is_web (rest))
    return g_strdup (rest);
  while (*rest == '/')
    rest++;
  if (strstr (rest, "://") != NULL || strpbrk (rest, " \t\n<>\"") != NULL)
    return NULL;
  guess = g_strconcat ("https://", rest, NULL);
  if (!hs_url_is_web (guess) || (strchr (rest, '.') == NULL && !g_str_has_prefix (rest, "localhost")))
    return NULL;
  return g_steal_pointer (&guess);
}

static char *
unescape (const char *start,
          const char *end)
{
  char *plain = g_uri_unescape_segment (start, end, NULL);

  return plain != NULL ? plain : g_strndup (start, end - start);
}

/**
 * hs_url_part_user:
 * @url: an address
 * @user: (out) (optional) (nullable): the name that stands in it
 * @password: (out) (optional) (nullable): the password that does
 *
 * Returns: (transfer full): the address without either
 */
char *
hs_url_part_user (const char  *url,
                  char       **user,
                  char       **password)
{
  const char *start = strstr (url, "://");
  const char *end = start != NULL ? start + 3 + strcspn (start + 3, "/?#") : NULL;
  const char *at = start != NULL ? g_strrstr_len (start, end - start, "@") : NULL;
  const char *colon;

  if (user != NULL)
    *user = NULL;
  if (password != NULL)
    *password = NULL;
  if (at == NULL)
    return g_strdup (url);
  start += 3;
  colon = memchr (start, ':', (gsize) (at - start));
  if (user != NULL)
    *user = unescape (start, colon != NULL ? colon : at);
  if (password != NULL && colon != NULL)
    *password = unescape (colon + 1, at);
  return g_strdup_printf ("%.*s%s", (int) (start - url), url, at + 1);
}

static gboolean
is_tracker (const char *parameter)
{
  g_autofree char *name = g_ascii_strdown (parameter, (gssize) strcspn (parameter, "="));

  return g_str_has_prefix (name, "utm_") || g_strv_contains (trackers, name);
}

static char *
clean_query (const char *query)
{
  g_auto (GStrv) parameters = g_strsplit (query, "&", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; parameters[i] != NULL; i++)
    if (*parameters[i] != '\0' && !is_tracker (parameters[i]))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "&" : "", parameters[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * hs_url_normalise:
 * @url: an address
 *
 * What two addresses of one article have in common: lower-case host, no default
 * port, no fragment, no parameters of trackers, https for http. To compare by,
 * never to fetch from.
 *
 * Returns: (transfer full): @url itself when it is no web address
 */
char *
hs_url_normalise (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, FLAGS, NULL);
  g_autofree char *host = NULL;
  g_autofree char *query = NULL;
  const char *path;
  int port;
  GString *out;

  if (!hs_url_is_web (url))
    return g_strdup (url);
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  path = g_uri_get_path (uri);
  port = g_uri_get_port (uri);
  query = clean_query (g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "");
  out = g_string_new ("https://");
  g_string_append_printf (out, strchr (host, ':') != NULL ? "[%s]" : "%s", host);
  if (port > 0 && port != 80 && port != 443)
    g_string_append_printf (out, ":%d", port);
  g_string_append (out, *path != '\0' ? path : "/");
  if (*query != '\0')
    g_string_append_printf (out, "?%s", query);
  return g_string_free (out, FALSE);
}

/**
 * hs_url_host:
 * @url: (nullable): an address
 *
 * Returns: (transfer full) (nullable): its host in lower case, without "www."
 */
char *
hs_url_host (const char *url)
{
  g_autoptr (GUri) uri = url != NULL ? g_uri_parse (url, FLAGS, NULL) : NULL;
  g_autofree char *host = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  return g_strdup (g_str_has_prefix (host, "www.") ? host + 4 : host);
}
