/* hs-fetch-answer.c: what a server's answer means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-fetch-private.h"

/* No header says more than this of use as evidence. */
#define MAX_HEADERS 16384

/**
 * hs_fetch_result_new:
 * @url: what is asked
 *
 * Returns: (transfer full): what came of it, to be filled in
 */
HsFetchResult *
hs_fetch_result_new (const char *url)
{
  HsFetchResult *self = g_new0 (HsFetchResult, 1);

  self->url = g_strdup (url);
  return self;
}

/* Takes back what an answer before said, and says what went wrong. */
void
hs_fetch_result_fail (HsFetchResult  *self,
                      HsFetchOutcome  outcome,
                      const char     *format,
                      ...)
{
  va_list arguments;

  self->outcome = outcome;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->message);
  va_start (arguments, format);
  self->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

/* --- headers ----------------------------------------------------------------- */

/* A number of seconds that a header gives; -1 when it gives none. One too large
 * to count is "very long". */
static gint64
parse_seconds (const char *value)
{
  g_autofree char *digits = g_strstrip (g_strdup (value));
  guint64 seconds;

  if (*digits == '\0' || strspn (digits, "0123456789") != strlen (digits))
    return -1;
  seconds = g_ascii_strtoull (digits, NULL, 10);
  return (gint64) MIN (seconds, (guint64) G_MAXINT32);
}

/**
 * hs_fetch_parse_retry_after:
 * @value: (nullable): the header `Retry-After` (RFC 9110, section 10.2.3)
 * @now: Unix seconds
 *
 * Returns: Unix seconds before which not to ask again; 0 when it does not say or
 *   that is over
 */
gint64
hs_fetch_parse_retry_after (const char *value,
                            gint64      now)
{
  g_autoptr (GDateTime) date = NULL;
  gint64 seconds, until;

  if (value == NULL)
    return 0;
  seconds = parse_seconds (value);
  if (seconds > 0)
    return now + seconds;
  if (seconds == 0)
    return 0;
  date = soup_date_time_new_from_http_string (value);
  until = date != NULL ? g_date_time_to_unix (date) : 0;
  return until > now ? until : 0;
}

/**
 * hs_fetch_parse_fresh_until:
 * @cache_control: (nullable): the header `Cache-Control` (RFC 9111, section 5.2.2)
 * @age: (nullable): the header `Age`
 * @now: Unix seconds
 *
 * `s-maxage` is for shared caches and does not count; what must not be stored
 * or not be used again without asking holds no time at all.
 *
 * Returns: Unix seconds until which the answer holds; 0 when it does not say
 */
gint64
hs_fetch_parse_fresh_until (const char *cache_control,
                            const char *age,
                            gint64      now)
{
  GHashTable *directives;
  const char *value;
  gint64 seconds, spent;

  if (cache_control == NULL)
    return 0;
  directives = soup_header_parse_param_list (cache_control);
  value = g_hash_table_lookup (directives, "max-age");
  if (value == NULL || g_hash_table_contains (directives, "no-store") || g_hash_table_contains (directives, "no-cache"))
    seconds = 0;
  else
    seconds = parse_seconds (value);
  spent = age != NULL ? MAX (parse_seconds (age), 0) : 0;
  soup_header_free_param_list (directives);
  return seconds > spent ? now + seconds - spent : 0;
}

static void
add_header (const char *name,
            const char *value,
            gpointer    data)
{
  GString *out = data;
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  /* what would let its bearer in is no evidence */
  if (g_ascii_strcasecmp (name, "Set-Cookie") == 0 || out->len > MAX_HEADERS)
    return;
  g_string_append_printf (out, "%s: %s\n", name, valid);
}

static char *
print_headers (SoupMessage *message)
{
  const char *reason = soup_message_get_reason_phrase (message);
  g_autofree char *valid = g_utf8_make_valid (reason != NULL ? reason : "", -1);
  GString *out = g_string_new (NULL);
  SoupHTTPVersion version = soup_message_get_http_version (message);

  g_string_append_printf (out, "HTTP/%s %u %s\n",
                          version == SOUP_HTTP_2_0 ? "2" : version == SOUP_HTTP_1_0 ? "1.0" : "1.1",
                          soup_message_get_status (message), valid);
  soup_message_headers_foreach (soup_message_get_response_headers (message), add_header, out);
  return g_string_free (out, FALSE);
}

/* As it stands, to be sent back as it stands; what is not UTF-8 is nothing to keep. */
static char *
copy_header (SoupMessageHeaders *headers,
             const char         *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL && *value != '\0' && g_utf8_validate (value, -1, NULL) ? g_strdup (value) : NULL;
}

/* --- status ------------------------------------------------------------------ */

/* What a status other than 200, 304 and the redirects means. */
static void
take_status (HsFetchResult *self)
{
  guint status = self->status;

  if (status == SOUP_STATUS_GONE)
    hs_fetch_result_fail (self, HS_FETCH_GONE, "%s", _("The server says that it is gone for good (410)."));
  else if (status == SOUP_STATUS_UNAUTHORIZED)
    hs_fetch_result_fail (self, HS_FETCH_DENIED, "%s", _("The server wants a name and a password (401)."));
  else if (status == SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED)
    hs_fetch_result_fail (self, HS_FETCH_DENIED, "%s", _("The proxy wants a name and a password (407)."));
  else if (status == SOUP_STATUS_FORBIDDEN)
    hs_fetch_result_fail (self, HS_FETCH_DENIED, "%s", _("The server refuses to give it (403)."));
  else if (status == 429)
    hs_fetch_result_fail (self, HS_FETCH_TOO_MANY, "%s", _("The server says that it was asked too often (429)."));
  else if (status == SOUP_STATUS_NOT_FOUND)
    hs_fetch_result_fail (self, HS_FETCH_NOT_FOUND, "%s", _("There is nothing at this address (404)."));
  else if (status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    hs_fetch_result_fail (self, HS_FETCH_SERVER_ERROR, "%s", _("The server cannot answer at the moment (503)."));
  else if (status >= 400 && status < 500)
    hs_fetch_result_fail (self, HS_FETCH_NOT_FOUND, _("The server refuses the request (%u)."), status);
  else if (status >= 500)
    hs_fetch_result_fail (self, HS_FETCH_SERVER_ERROR, _("The server reports an error of its own (%u)."), status);
  else if (status >= 300)
    hs_fetch_result_fail (self, HS_FETCH_REDIRECTS, _("The server leads elsewhere without saying where (%u)."), status);
  else
    hs_fetch_result_fail (self, HS_FETCH_BROKEN, _("The server answered with nothing to read (%u)."), status);
}

/**
 * hs_fetch_result_take_head:
 * @self: a result
 * @message: of which the head of the answer is there
 * @now: Unix seconds
 *
 * All that the head says: the outcome as far as it is known without the body.
 */
void
hs_fetch_result_take_head (HsFetchResult *self,
                           SoupMessage   *message,
                           gint64         now)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  self->status = soup_message_get_status (message);
  g_free (self->headers);
  self->headers = print_headers (message);
  g_clear_pointer (&self->message, g_free);
  if (self->status == SOUP_STATUS_OK || self->status == SOUP_STATUS_NON_AUTHORITATIVE)
    {
      self->outcome = HS_FETCH_OK;
      self->etag = copy_header (headers, "ETag");
      self->last_modified = copy_header (headers, "Last-Modified");
      self->content_type = copy_header (headers, "Content-Type");
    }
  else if (self->status == SOUP_STATUS_NOT_MODIFIED)
    self->outcome = HS_FETCH_NOT_MODIFIED;
  else
    take_status (self);
  if (self->outcome == HS_FETCH_OK || self->outcome == HS_FETCH_NOT_MODIFIED)
    self->fresh_until = hs_fetch_parse_fresh_until (soup_message_headers_get_list (headers, "Cache-Control"),
                                                    soup_message_headers_get_one (headers, "Age"), now);
  if (self->status == 429 || self->status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    self->retry_after = hs_fetch_parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), now);
}

/* --- errors ------------------------------------------------------------------ */

static const char *
explain_certificate (SoupMessage *message)
{
  GTlsCertificateFlags flags = soup_message_get_tls_peer_certificate_errors (message);

  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("The server's certificate is made out to another name.");
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _("The server's certificate has expired.");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("The server's certificate is not valid yet.");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _("The server's certificate was revoked.");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("Nobody who is trusted vouches for the server's certificate.");
  if (flags != 0)
    return _("The server's certificate cannot be trusted.");
  return _("A protected connection could not be made.");
}

static gboolean
is_broken (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
         || g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING)
         || g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING);
}

/**
 * hs_fetch_result_take_error:
 * @self: a result
 * @message: what was asked
 * @error: what libsoup or GIO say
 * @in_body: whether the head of an answer had come
 *
 * Turns the error into an outcome and a sentence.
 */
void
hs_fetch_result_take_error (HsFetchResult *self,
                            SoupMessage   *message,
                            const GError  *error,
                            gboolean       in_body)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));

  if (error->domain == G_TLS_ERROR)
    hs_fetch_result_fail (self, HS_FETCH_TLS, "%s", explain_certificate (message));
  else if (is_broken (error) && in_body)
    hs_fetch_result_fail (self, HS_FETCH_BROKEN, "%s",
                          _("The answer ended too early or was damaged on its way."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    hs_fetch_result_fail (self, HS_FETCH_UNREACHABLE, _("“%s” closed the connection without an answer."), host);
  else if (is_broken (error))
    hs_fetch_result_fail (self, HS_FETCH_BROKEN, "%s", _("The server did not answer as a web server does."));
  else if (in_body)
    hs_fetch_result_fail (self, HS_FETCH_BROKEN, "%s", _("The connection broke off in the middle of the answer."));
  else if (error->domain == G_RESOLVER_ERROR)
    hs_fetch_result_fail (self, HS_FETCH_UNREACHABLE, _("There is no server named “%s”."), host);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    hs_fetch_result_fail (self, HS_FETCH_UNREACHABLE, _("“%s” refuses the connection."), host);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    hs_fetch_result_fail (self, HS_FETCH_TIMEOUT, _("“%s” did not answer in time."), host);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH)
           || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PROXY_NOT_ALLOWED))
    hs_fetch_result_fail (self, HS_FETCH_UNREACHABLE, "%s", _("The proxy does not let the request through."));
  else
    hs_fetch_result_fail (self, HS_FETCH_UNREACHABLE, _("“%s” could not be reached."), host);
}
