/* hs-fetch-run.c: one fetch, from its first request to its outcome
 *
 * A chain of hops: one request each, until an answer is no redirect. Redirects are
 * followed here and not by libsoup, which would hide which of them were permanent and
 * take credentials along.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-fetch-run.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-config.h"
#include "hs-fetch-private.h"
#include "hs-url.h"

#define USER_AGENT "Hearsay/" HS_VERSION " (+https://hearsay.github.io/)"
#define MAX_HOPS 10
/* Not a byte for so long is a server that will not answer any more. */
#define SILENCE 20
#define CHUNK 65536
/* What of the body of an answer without use is read so that the connection can
 * be used again. */
#define MAX_DISCARDED 65536

static void read_more (HsFetchRun *fetch);

/* --- the end ------------------------------------------------------------------- */

/**
 * hs_fetch_drop_source:
 * @source: (inout) (nullable): a source; ended and let go of, %NULL is left
 */
void
hs_fetch_drop_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Out of the queue, or no longer under way: the next one's turn. */
static void
leave_host (HsFetchRun *fetch)
{
  HsFetcher *self = fetch->fetcher;
  g_autofree char *host = g_steal_pointer (&fetch->host);

  hs_fetch_drop_source (&fetch->deadline);
  hs_fetch_drop_source (&fetch->silence);
  if (host == NULL)
    return;
  if (fetch->under_way)
    {
      fetch->left -= g_get_monotonic_time () - fetch->began;
      hs_turns_end (self->turns, host);
    }
  else
    hs_turns_remove (self->turns, host, fetch);
  fetch->under_way = FALSE;
}

static void
fetch_free (gpointer data)
{
  HsFetchRun *fetch = data;

  hs_fetch_drop_source (&fetch->cancelled);
  hs_fetch_drop_source (&fetch->deadline);
  hs_fetch_drop_source (&fetch->silence);
  hs_fetch_request_free (fetch->request);
  g_clear_pointer (&fetch->result, hs_fetch_result_free);
  g_clear_pointer (&fetch->origin, g_uri_unref);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_free (fetch->host);
  g_hash_table_unref (fetch->visited);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->stream);
  g_clear_pointer (&fetch->body, g_byte_array_unref);
  g_clear_object (&fetch->cancellable);
  g_clear_object (&fetch->task);
  g_free (fetch);
}

/* Ends the fetch with what its result says; @fetch is gone afterwards. */
void
hs_fetch_run_end (HsFetchRun *fetch)
{
  g_autoptr (HsFetcher) self = g_object_ref (fetch->fetcher);
  g_autoptr (GTask) task = g_steal_pointer (&fetch->task);

  leave_host (fetch);
  fetch->result->time = hs_fetcher_now (self);
  if (fetch->given_up)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));
  else
    g_task_return_pointer (task, g_steal_pointer (&fetch->result), (GDestroyNotify) hs_fetch_result_free);
  fetch_free (fetch);
  hs_fetcher_start_waiting (self);
}

/* The hop is over and nothing of it is wanted: the connection is closed. */
static void
abandon_hop (HsFetchRun *fetch)
{
  if (!fetch->drained)
    g_cancellable_cancel (fetch->cancellable);
  if (fetch->stream != NULL)
    g_input_stream_close_async (fetch->stream, G_PRIORITY_DEFAULT, fetch->cancellable, NULL, NULL);
  g_clear_object (&fetch->stream);
  if (fetch->message != NULL)
    g_signal_handlers_disconnect_by_data (fetch->message, fetch);
  g_clear_object (&fetch->message);
  g_clear_object (&fetch->cancellable);
}

static void
fail (HsFetchRun *fetch)
{
  g_clear_pointer (&fetch->body, g_byte_array_unref);
  abandon_hop (fetch);
  hs_fetch_run_end (fetch);
}

static void
take_error (HsFetchRun        *fetch,
            const GError *error,
            gboolean      in_body)
{
  const char *host = g_uri_get_host (fetch->uri);

  if (fetch->timed_out && in_body)
    hs_fetch_result_fail (fetch->result, HS_FETCH_TIMEOUT, _("“%s” answers too slowly."), host);
  else if (fetch->timed_out)
    hs_fetch_result_fail (fetch->result, HS_FETCH_TIMEOUT, _("“%s” did not answer in time."), host);
  else
    hs_fetch_result_take_error (fetch->result, fetch->message, error, in_body);
  fail (fetch);
}

/* --- redirects ----------------------------------------------------------------- */

static gboolean
is_redirect (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

static void
next_hop (HsFetchRun *fetch,
          GUri  *target)
{
  g_clear_pointer (&fetch->uri, g_uri_unref);
  fetch->uri = g_uri_ref (target);
  abandon_hop (fetch);
  leave_host (fetch);
  hs_fetcher_enqueue (fetch);
  hs_fetcher_start_waiting (fetch->fetcher);
}

/* Where the answer leads; NULL with the result set where it must not. */
static GUri *
find_target (HsFetchRun *fetch)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autofree char *here = g_uri_to_string (fetch->uri);
  g_autofree char *address = location != NULL ? hs_url_resolve (here, location) : NULL;
  g_autoptr (GUri) target = address != NULL ? hs_fetch_parse_address (address, NULL, NULL) : NULL;
  g_autofree char *clean = target != NULL ? g_uri_to_string (target) : NULL;

  if (location == NULL)
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, _("The server leads elsewhere without saying where (%u)."),
                          fetch->result->status);
  else if (target == NULL)
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, "%s", _("The server leads to what is no web address."));
  else if (g_str_equal (g_uri_get_scheme (fetch->uri), "https") && g_str_equal (g_uri_get_scheme (target), "http"))
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, "%s",
                          _("The server leads from a protected address to one that is not."));
  else if (!g_hash_table_add (fetch->visited, g_strdup (clean)))
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, "%s", _("The server leads round in a circle."));
  else if (++fetch->hops > MAX_HOPS)
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, "%s",
                          _("The server leads from one address to the next without end."));
  else
    return g_steal_pointer (&target);
  return NULL;
}

/* Whether the validators are to be told to @target, the next address. */
gboolean
hs_fetch_run_may_tell_validators (HsFetchRun *fetch,
                     GUri  *target)
{
  g_autofree char *address = NULL;

  if (fetch->request->validated_url == NULL)
    return fetch->with_validators && hs_fetch_may_know (fetch->origin, target);
  address = g_uri_to_string (target);
  return g_str_equal (address, fetch->request->validated_url);
}

static void
follow (HsFetchRun *fetch)
{
  g_autoptr (GUri) target = find_target (fetch);
  guint status = fetch->result->status;

  if (target == NULL)
    {
      fail (fetch);
      return;
    }
  fetch->only_permanent = fetch->only_permanent && (status == 301 || status == 308);
  if (fetch->only_permanent)
    {
      g_free (fetch->result->moved);
      fetch->result->moved = g_uri_to_string (target);
    }
  /* once elsewhere, nothing is said any more that was meant for here */
  fetch->with_password = fetch->with_password && hs_fetch_may_know (fetch->origin, target);
  fetch->with_validators = hs_fetch_run_may_tell_validators (fetch, target);
  g_free (fetch->result->url);
  fetch->result->url = g_uri_to_string (target);
  next_hop (fetch, target);
}

/* Whether the server asks for the password that the caller gave for it; then it
 * is asked again, with it. */
static gboolean
authenticate (HsFetchRun *fetch)
{
  const char *challenge;

  if (fetch->result->status != 401 || fetch->with_password || fetch->request->user == NULL
      || !hs_fetch_may_know (fetch->origin, fetch->uri))
    return FALSE;
  challenge = soup_message_headers_get_list (soup_message_get_response_headers (fetch->message), "WWW-Authenticate");
  if (challenge == NULL
      || !g_regex_match_simple ("(?:^|,)\\s*basic(?:\\s|,|$)", challenge, G_REGEX_CASELESS, 0))
    return FALSE;
  fetch->with_password = TRUE;
  return TRUE;
}

/* --- one hop ------------------------------------------------------------------- */

static void
fail_too_large (HsFetchRun *fetch)
{
  g_autofree char *size = g_format_size_full (fetch->request->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  hs_fetch_result_fail (fetch->result, HS_FETCH_TOO_LARGE, _("The answer is larger than %s."), size);
}

static void
take_body (HsFetchRun *fetch)
{
  HsFetchResult *result = fetch->result;
  g_autoptr (GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&fetch->body));
  gboolean too_large = FALSE;

  result->bytes = fetch->packed ? hs_fetch_unpack (body, fetch->request->max_bytes, &too_large) : g_bytes_ref (body);
  if (too_large)
    fail_too_large (fetch);
  else if (result->bytes == NULL)
    hs_fetch_result_fail (result, HS_FETCH_BROKEN, "%s", _("The answer ended too early or was damaged on its way."));
  if (result->bytes == NULL)
    {
      g_clear_pointer (&result->etag, g_free);
      g_clear_pointer (&result->last_modified, g_free);
    }
}

/* The whole answer is there. */
static void
finish_hop (HsFetchRun *fetch)
{
  HsFetchResult *result = fetch->result;

  if (is_redirect (result->status))
    {
      follow (fetch);
      return;
    }
  if (authenticate (fetch))
    {
      g_autoptr (GUri) again = g_uri_ref (fetch->uri);

      next_hop (fetch, again);
      return;
    }
  if (result->outcome == HS_FETCH_OK)
    take_body (fetch);
  else if (result->outcome == HS_FETCH_NOT_MODIFIED
           && (!fetch->with_validators || (fetch->request->etag == NULL && fetch->request->last_modified == NULL)))
    hs_fetch_result_fail (result, HS_FETCH_BROKEN, "%s",
                          _("The server says that nothing has changed, but was never asked that."));
  if (result->status == 401 && fetch->with_password)
    hs_fetch_result_fail (result, HS_FETCH_DENIED, "%s",
                          _("The server does not accept the name and the password (401)."));
  abandon_hop (fetch);
  hs_fetch_run_end (fetch);
}

static gboolean
take_chunk (HsFetchRun  *fetch,
            GBytes *chunk)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (chunk, &length);

  if (fetch->body == NULL)
    {
      fetch->discarded += length;
      return fetch->discarded <= MAX_DISCARDED;
    }
  if (fetch->body->len + length > fetch->request->max_bytes)
    {
      fail_too_large (fetch);
      return FALSE;
    }
  g_byte_array_append (fetch->body, data, length);
  return TRUE;
}

static gboolean
on_silence (gpointer data)
{
  HsFetchRun *fetch = data;

  fetch->timed_out = TRUE;
  g_cancellable_cancel (fetch->cancellable);
  return G_SOURCE_REMOVE;
}

static void
attach (HsFetchRun      *fetch,
        GSource   **source,
        gint64      usec,
        GSourceFunc func)
{
  hs_fetch_drop_source (source);
  *source = g_timeout_source_new ((guint) CLAMP (usec / 1000, 1, G_MAXINT));
  g_source_set_callback (*source, func, fetch, NULL);
  g_source_attach (*source, fetch->fetcher->context);
}

static void
on_chunk (GObject      *object,
          GAsyncResult *async,
          gpointer      data)
{
  HsFetchRun *fetch = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), async, &error);
  gboolean wanted = fetch->body != NULL;

  if (fetch->given_up)
    fail (fetch);
  else if (chunk == NULL && wanted)
    take_error (fetch, error, TRUE);
  else if (chunk == NULL || g_bytes_get_size (chunk) == 0)
    {
      fetch->drained = chunk != NULL;
      finish_hop (fetch);
    }
  else if (take_chunk (fetch, chunk))
    read_more (fetch);
  else if (wanted)
    fail (fetch);
  else
    finish_hop (fetch);
}

static void
read_more (HsFetchRun *fetch)
{
  attach (fetch, &fetch->silence, (gint64) SILENCE * G_USEC_PER_SEC, on_silence);
  g_input_stream_read_bytes_async (fetch->stream, CHUNK, G_PRIORITY_DEFAULT, fetch->cancellable, on_chunk, fetch);
}

/* Compressed in a way that was not offered and libsoup did not undo. */
static gboolean
is_encoded_strangely (SoupMessage *message)
{
  static const char * const known[] = { "gzip", "x-gzip", "deflate", "br", "identity", "", NULL };
  const char *encoding = soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Encoding");
  g_autofree char *lower = encoding != NULL ? g_strstrip (g_ascii_strdown (encoding, -1)) : NULL;

  return lower != NULL && !g_strv_contains (known, lower);
}

static void
on_head (GObject      *object,
         GAsyncResult *async,
         gpointer      data)
{
  HsFetchRun *fetch = data;
  g_autoptr (GError) error = NULL;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (object), async, &error);
  if (fetch->given_up)
    {
      fail (fetch);
      return;
    }
  if (fetch->stream == NULL)
    {
      take_error (fetch, error, FALSE);
      return;
    }
  hs_fetch_result_take_head (fetch->result, fetch->message, hs_fetcher_now (fetch->fetcher));
  if (fetch->result->outcome == HS_FETCH_OK && is_encoded_strangely (fetch->message))
    {
      hs_fetch_result_fail (fetch->result, HS_FETCH_BROKEN, "%s",
                            _("The answer is compressed in a way that cannot be read."));
      fail (fetch);
      return;
    }
  if (fetch->result->outcome == HS_FETCH_OK
      && soup_message_headers_get_content_length (soup_message_get_response_headers (fetch->message))
             > (goffset) fetch->request->max_bytes)
    {
      fail_too_large (fetch);
      fail (fetch);
      return;
    }
  fetch->discarded = 0;
  if (fetch->result->outcome == HS_FETCH_OK)
    fetch->body = g_byte_array_new ();
  read_more (fetch);
}

static void
add_headers (HsFetchRun *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (fetch->message);
  const HsFetchRequest *request = fetch->request;

  soup_message_headers_replace (headers, "User-Agent", USER_AGENT);
  soup_message_headers_replace (headers, "Accept", request->accept != NULL ? request->accept : "*/*");
  if (fetch->with_validators && request->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", request->etag);
  if (fetch->with_validators && request->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", request->last_modified);
  if (fetch->with_password)
    {
      g_autofree char *pair = g_strdup_printf ("%s:%s", request->user, request->password != NULL ? request->password
                                                                                                 : "");
      g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));
      g_autofree char *value = g_strconcat ("Basic ", encoded, NULL);

      soup_message_headers_replace (headers, "Authorization", value);
    }
}

/* libsoup takes gzip that ends too early for whole; we do not. Called before it
 * would begin to unpack. */
static void
on_headers (SoupMessage *message,
            gpointer     data)
{
  HsFetchRun *fetch = data;
  const char *encoding = soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Encoding");

  fetch->packed = encoding != NULL
                  && (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0);
  if (fetch->packed)
    soup_message_disable_feature (message, SOUP_TYPE_CONTENT_DECODER);
}

/* It is this fetch's turn. */
void
hs_fetch_run_send (HsFetchRun *fetch)
{
  g_clear_pointer (&fetch->result->headers, g_free);
  fetch->result->status = 0;
  fetch->result->retry_after = 0;
  fetch->timed_out = FALSE;
  fetch->drained = FALSE;
  fetch->cancellable = g_cancellable_new ();
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (fetch->message, "got-headers", G_CALLBACK (on_headers), fetch);
  add_headers (fetch);
  attach (fetch, &fetch->deadline, fetch->left, on_silence);
  attach (fetch, &fetch->silence, (gint64) SILENCE * G_USEC_PER_SEC, on_silence);
  soup_session_send_async (fetch->fetcher->session, fetch->message, G_PRIORITY_DEFAULT, fetch->cancellable, on_head,
                           fetch);
}
