/* hs-fetcher.c: many requests at once, polite to each host
 *
 * A fetch is a chain of hops: one request each, until an answer is no redirect.
 * Each hop waits in the queue of its host; libsoup only ever sees as many as may
 * be under way. Redirects are followed here and not by libsoup, which would hide
 * which of them were permanent and take credentials along.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-fetcher-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-config.h"
#include "hs-fetch-private.h"
#include "hs-turns.h"
#include "hs-url.h"

#define USER_AGENT "Hearsay/" HS_VERSION " (+https://hearsay.github.io/)"
#define MAX_HOPS 10
#define MAX_BYTES (32 * 1024 * 1024)
#define MAX_IN_FLIGHT 256
#define TIMEOUT 30
/* Not a byte for so long is a server that will not answer any more. */
#define SILENCE 20
#define CHUNK 65536
/* What of the body of an answer without use is read so that the connection can
 * be used again. */
#define MAX_DISCARDED 65536
#define IDLE_CONNECTION 20

struct _HsFetcher
{
  GObject parent_instance;

  SoupSession *session;        /* (owned) */
  GNetworkMonitor *monitor;    /* (owned) */
  GProxyResolver *resolver;    /* (owned) (nullable): %NULL is the desktop's */
  GMainContext *context;       /* (owned) */
  HsTurns *turns;              /* (owned) (element-type Fetch) */
  gboolean held;
  gboolean starting;
  guint64 serial;
  HsFetchClock clock;
  gpointer clock_data;
};

typedef struct
{
  HsFetcher *fetcher;          /* (unowned): the task holds it */
  GTask *task;                 /* (owned) */
  HsFetchRequest *request;     /* (owned): a copy */
  HsFetchResult *result;       /* (owned) */
  guint64 serial;

  GUri *origin;                /* (owned): of the request */
  GUri *uri;                   /* (owned): of this hop */
  GHashTable *visited;         /* (owned) (element-type utf8) */
  guint hops;
  gboolean only_permanent;     /* every redirect so far */
  gboolean with_password;      /* this hop carries it */
  gboolean with_validators;

  char *host;                  /* (owned) (nullable): where it waits or is under way */
  gboolean under_way;
  SoupMessage *message;        /* (owned) (nullable) */
  GInputStream *stream;        /* (owned) (nullable) */
  GByteArray *body;            /* (owned) (nullable) */
  GCancellable *cancellable;   /* (owned) (nullable): of this hop */
  gboolean packed;             /* the body is gzip, ours to unpack */
  gsize discarded;
  gboolean drained;            /* to its end */

  GSource *cancelled;          /* (owned) (nullable): the caller's */
  GSource *deadline;           /* (owned) (nullable) */
  GSource *silence;            /* (owned) (nullable) */
  gint64 left;                 /* microseconds of its time, at the start of this hop */
  gint64 began;                /* of this hop, monotonic */
  gboolean timed_out;
  gboolean given_up;           /* by the caller */
} Fetch;

enum
{
  PROP_0,
  PROP_PER_HOST,
  PROP_MAX_IN_FLIGHT,
  PROP_IN_FLIGHT,
  PROP_HELD,
  PROP_NETWORK_MONITOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HsFetcher, hs_fetcher, G_TYPE_OBJECT)

static void start_waiting (HsFetcher *self);
static void enqueue       (Fetch     *fetch);
static void read_more     (Fetch     *fetch);

static gint64
now (HsFetcher *self)
{
  return self->clock != NULL ? self->clock (self->clock_data) : g_get_real_time () / G_USEC_PER_SEC;
}

/* --- the network ----------------------------------------------------------------- */

/* A proxy's way is its own; only what would go straight out is known to fail. */
static gboolean
goes_through_proxy (HsFetcher *self,
                    GUri      *uri)
{
  g_autofree char *address = g_uri_to_string (uri);
  GProxyResolver *resolver = self->resolver != NULL ? self->resolver : g_proxy_resolver_get_default ();
  g_auto (GStrv) proxies = g_proxy_resolver_lookup (resolver, address, NULL, NULL);

  return proxies != NULL && proxies[0] != NULL && !g_str_has_prefix (proxies[0], "direct:");
}

static gboolean
is_offline (HsFetcher *self,
            GUri      *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = NULL;

  if (g_network_monitor_get_network_available (self->monitor) || hs_fetch_is_loopback (host))
    return FALSE;
  address = g_inet_address_new_from_string (host);
  if (address != NULL)
    {
      g_autoptr (GSocketAddress) socket = g_inet_socket_address_new (address, hs_fetch_port (uri));

      if (g_network_monitor_can_reach (self->monitor, G_SOCKET_CONNECTABLE (socket), NULL, NULL))
        return FALSE;
    }
  return !goes_through_proxy (self, uri);
}

/* --- the end ------------------------------------------------------------------- */

static void
drop_source (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Out of the queue, or no longer under way: the next one's turn. */
static void
leave_host (Fetch *fetch)
{
  HsFetcher *self = fetch->fetcher;
  g_autofree char *host = g_steal_pointer (&fetch->host);

  drop_source (&fetch->deadline);
  drop_source (&fetch->silence);
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
  Fetch *fetch = data;

  drop_source (&fetch->cancelled);
  drop_source (&fetch->deadline);
  drop_source (&fetch->silence);
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
static void
complete (Fetch *fetch)
{
  g_autoptr (HsFetcher) self = g_object_ref (fetch->fetcher);
  g_autoptr (GTask) task = g_steal_pointer (&fetch->task);

  leave_host (fetch);
  fetch->result->time = now (self);
  if (fetch->given_up)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _("Cancelled"));
  else
    g_task_return_pointer (task, g_steal_pointer (&fetch->result), (GDestroyNotify) hs_fetch_result_free);
  fetch_free (fetch);
  start_waiting (self);
}

/* The hop is over and nothing of it is wanted: the connection is closed. */
static void
abandon_hop (Fetch *fetch)
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
fail (Fetch *fetch)
{
  g_clear_pointer (&fetch->body, g_byte_array_unref);
  abandon_hop (fetch);
  complete (fetch);
}

static void
take_error (Fetch        *fetch,
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
next_hop (Fetch *fetch,
          GUri  *target)
{
  g_clear_pointer (&fetch->uri, g_uri_unref);
  fetch->uri = g_uri_ref (target);
  abandon_hop (fetch);
  leave_host (fetch);
  enqueue (fetch);
  start_waiting (fetch->fetcher);
}

/* Where the answer leads; NULL with the result set where it must not. */
static GUri *
find_target (Fetch *fetch)
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
    hs_fetch_result_fail (fetch->result, HS_FETCH_REDIRECTS, "%s", _("The server leads from one address to the next without end."));
  else
    return g_steal_pointer (&target);
  return NULL;
}

/* Whether the validators are to be told to @target, the next address. */
static gboolean
may_tell_validators (Fetch *fetch,
                     GUri  *target)
{
  g_autofree char *address = NULL;

  if (fetch->request->validated_url == NULL)
    return fetch->with_validators && hs_fetch_may_know (fetch->origin, target);
  address = g_uri_to_string (target);
  return g_str_equal (address, fetch->request->validated_url);
}

static void
follow (Fetch *fetch)
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
  fetch->with_validators = may_tell_validators (fetch, target);
  g_free (fetch->result->url);
  fetch->result->url = g_uri_to_string (target);
  next_hop (fetch, target);
}

/* Whether the server asks for the password that the caller gave for it; then it
 * is asked again, with it. */
static gboolean
authenticate (Fetch *fetch)
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
fail_too_large (Fetch *fetch)
{
  g_autofree char *size = g_format_size_full (fetch->request->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  hs_fetch_result_fail (fetch->result, HS_FETCH_TOO_LARGE, _("The answer is larger than %s."), size);
}

static void
take_body (Fetch *fetch)
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
finish_hop (Fetch *fetch)
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
    hs_fetch_result_fail (result, HS_FETCH_DENIED, "%s", _("The server does not accept the name and the password (401)."));
  abandon_hop (fetch);
  complete (fetch);
}

static gboolean
take_chunk (Fetch  *fetch,
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
  Fetch *fetch = data;

  fetch->timed_out = TRUE;
  g_cancellable_cancel (fetch->cancellable);
  return G_SOURCE_REMOVE;
}

static void
attach (Fetch      *fetch,
        GSource   **source,
        gint64      usec,
        GSourceFunc func)
{
  drop_source (source);
  *source = g_timeout_source_new ((guint) CLAMP (usec / 1000, 1, G_MAXINT));
  g_source_set_callback (*source, func, fetch, NULL);
  g_source_attach (*source, fetch->fetcher->context);
}

static void
on_chunk (GObject      *object,
          GAsyncResult *async,
          gpointer      data)
{
  Fetch *fetch = data;
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
read_more (Fetch *fetch)
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
  Fetch *fetch = data;
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
  hs_fetch_result_take_head (fetch->result, fetch->message, now (fetch->fetcher));
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
add_headers (Fetch *fetch)
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
      g_autofree char *pair = g_strdup_printf ("%s:%s", request->user, request->password != NULL ? request->password : "");
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
  Fetch *fetch = data;
  const char *encoding = soup_message_headers_get_one (soup_message_get_response_headers (message), "Content-Encoding");

  fetch->packed = encoding != NULL
                  && (g_ascii_strcasecmp (encoding, "gzip") == 0 || g_ascii_strcasecmp (encoding, "x-gzip") == 0);
  if (fetch->packed)
    soup_message_disable_feature (message, SOUP_TYPE_CONTENT_DECODER);
}

/* It is this fetch's turn. */
static void
send (Fetch *fetch)
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

/* --- whose turn ------------------------------------------------------------------ */

/* At the place in its host's queue that it was asked for at. */
static void
enqueue (Fetch *fetch)
{
  fetch->host = hs_fetch_host_key (fetch->uri);
  hs_turns_add (fetch->fetcher->turns, fetch->host, fetch, fetch->serial);
}

static void
start_waiting (HsFetcher *self)
{
  Fetch *fetch;

  /* what ends at once comes here again */
  if (self->starting)
    return;
  self->starting = TRUE;
  while (!self->held && (fetch = hs_turns_begin (self->turns)) != NULL)
    {
      fetch->under_way = TRUE;
      fetch->began = g_get_monotonic_time ();
      if (!is_offline (self, fetch->uri))
        {
          send (fetch);
          continue;
        }
      hs_fetch_result_fail (fetch->result, HS_FETCH_OFFLINE, "%s", _("There is no network."));
      complete (fetch);
    }
  self->starting = FALSE;
}

/* --- the fetcher ----------------------------------------------------------------- */

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      data)
{
  Fetch *fetch = data;

  fetch->given_up = TRUE;
  drop_source (&fetch->cancelled);
  if (fetch->under_way)
    g_cancellable_cancel (fetch->cancellable); /* what is under way comes back and ends it */
  else
    complete (fetch);
  return G_SOURCE_REMOVE;
}

static Fetch *
fetch_new (HsFetcher            *self,
           const HsFetchRequest *request)
{
  Fetch *fetch = g_new0 (Fetch, 1);
  HsFetchRequest *copy = hs_fetch_request_new (request->url);

  copy->etag = g_strdup (request->etag);
  copy->last_modified = g_strdup (request->last_modified);
  copy->validated_url = g_strdup (request->validated_url);
  copy->accept = g_strdup (request->accept);
  copy->user = g_strdup (request->user);
  copy->password = g_strdup (request->password);
  copy->max_bytes = request->max_bytes > 0 ? request->max_bytes : MAX_BYTES;
  copy->timeout = request->timeout;
  fetch->fetcher = self;
  fetch->request = copy;
  fetch->result = hs_fetch_result_new (request->url);
  fetch->serial = self->serial++;
  fetch->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fetch->only_permanent = TRUE;
  fetch->with_validators = TRUE;
  fetch->left = (gint64) (request->timeout > 0 ? request->timeout : TIMEOUT) * G_USEC_PER_SEC;
  fetch->origin = hs_fetch_parse_address (request->url, copy->user == NULL ? &copy->user : NULL, &copy->password);
  if (fetch->origin != NULL)
    {
      fetch->uri = g_uri_ref (fetch->origin);
      fetch->with_validators = may_tell_validators (fetch, fetch->uri);
      g_hash_table_add (fetch->visited, g_uri_to_string (fetch->uri));
    }
  return fetch;
}

/**
 * hs_fetcher_fetch_async:
 * @self: a fetcher
 * @request: (transfer none): what to ask for; copied
 * @cancellable: (nullable): ends it, whether it waits or is under way
 * @callback: called on the fetcher's thread when there is an outcome
 * @user_data: for @callback
 *
 * On the fetcher's thread. Redirects are followed, at most ten; `moved` of the
 * result says where the permanent ones led. The password goes to the host of the
 * request only, and so do validators unless the request says that they are of
 * another address; and never from https to http.
 */
void
hs_fetcher_fetch_async (HsFetcher            *self,
                        const HsFetchRequest *request,
                        GCancellable         *cancellable,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  Fetch *fetch;

  g_return_if_fail (HS_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->url != NULL);

  fetch = fetch_new (self, request);
  fetch->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (fetch->task, hs_fetcher_fetch_async);
  g_task_set_check_cancellable (fetch->task, FALSE);
  if (fetch->uri == NULL)
    {
      hs_fetch_result_fail (fetch->result, HS_FETCH_UNREACHABLE, _("“%s” is no web address."), request->url);
      complete (fetch);
      return;
    }
  if (cancellable != NULL)
    {
      fetch->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (fetch->cancelled, G_SOURCE_FUNC (on_cancelled), fetch, NULL);
      g_source_attach (fetch->cancelled, self->context);
    }
  enqueue (fetch);
  start_waiting (self);
}

/**
 * hs_fetcher_fetch_finish:
 * @self: a fetcher
 * @result: what the callback got
 * @error: return location; only ever %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what came of it
 */
HsFetchResult *
hs_fetcher_fetch_finish (HsFetcher     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- for tests ------------------------------------------------------------------- */

void
hs_fetcher_set_clock (HsFetcher    *self,
                      HsFetchClock  clock,
                      gpointer      data)
{
  self->clock = clock;
  self->clock_data = data;
}

void
hs_fetcher_set_trust (HsFetcher    *self,
                      GTlsDatabase *database)
{
  soup_session_set_tls_database (self->session, database);
}

void
hs_fetcher_set_resolver (HsFetcher      *self,
                         GProxyResolver *resolver)
{
  g_set_object (&self->resolver, resolver);
  soup_session_set_proxy_resolver (self->session, resolver);
}

/* --- the object ------------------------------------------------------------------ */

static void
hs_fetcher_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  HsFetcher *self = HS_FETCHER (object);

  switch (id)
    {
    case PROP_PER_HOST:
      g_value_set_uint (value, self->turns->per_key);
      break;
    case PROP_MAX_IN_FLIGHT:
      g_value_set_uint (value, self->turns->max_in_all);
      break;
    case PROP_IN_FLIGHT:
      g_value_set_uint (value, self->turns->under_way);
      break;
    case PROP_HELD:
      g_value_set_boolean (value, self->held);
      break;
    case PROP_NETWORK_MONITOR:
      g_value_set_object (value, self->monitor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_fetcher_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  HsFetcher *self = HS_FETCHER (object);

  switch (id)
    {
    case PROP_PER_HOST:
      self->turns->per_key = g_value_get_uint (value);
      break;
    case PROP_MAX_IN_FLIGHT:
      self->turns->max_in_all = g_value_get_uint (value);
      break;
    case PROP_HELD:
      self->held = g_value_get_boolean (value);
      start_waiting (self);
      break;
    case PROP_NETWORK_MONITOR:
      self->monitor = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_fetcher_constructed (GObject *object)
{
  HsFetcher *self = HS_FETCHER (object);

  G_OBJECT_CLASS (hs_fetcher_parent_class)->constructed (object);
  if (self->monitor == NULL)
    self->monitor = g_object_ref (g_network_monitor_get_default ());
}

static void
hs_fetcher_finalize (GObject *object)
{
  HsFetcher *self = HS_FETCHER (object);

  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_clear_object (&self->monitor);
  g_clear_object (&self->resolver);
  hs_turns_free (self->turns);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (hs_fetcher_parent_class)->finalize (object);
}

static void
hs_fetcher_class_init (HsFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS;

  object_class->get_property = hs_fetcher_get_property;
  object_class->set_property = hs_fetcher_set_property;
  object_class->constructed = hs_fetcher_constructed;
  object_class->finalize = hs_fetcher_finalize;
  properties[PROP_PER_HOST] = g_param_spec_uint ("per-host", NULL, NULL, 1, 16, 1,
                                                 flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT);
  properties[PROP_MAX_IN_FLIGHT] = g_param_spec_uint ("max-in-flight", NULL, NULL, 1, 4096, MAX_IN_FLIGHT,
                                                      flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT);
  properties[PROP_IN_FLIGHT] = g_param_spec_uint ("in-flight", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_READABLE);
  properties[PROP_HELD] = g_param_spec_boolean ("held", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  properties[PROP_NETWORK_MONITOR] = g_param_spec_object ("network-monitor", NULL, NULL, G_TYPE_NETWORK_MONITOR,
                                                          flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_fetcher_init (HsFetcher *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->turns = hs_turns_new ();
  /* who waits does so here; libsoup's own queues must never hold anybody up */
  self->session = soup_session_new_with_options ("max-conns", 8192, "max-conns-per-host", 64, "timeout", 0,
                                                 "idle-timeout", IDLE_CONNECTION, NULL);
  /* it would send a password on its own, to whom it sees fit */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

/**
 * hs_fetcher_new:
 *
 * Returns: (transfer full): a fetcher of this thread
 */
HsFetcher *
hs_fetcher_new (void)
{
  return g_object_new (HS_TYPE_FETCHER, NULL);
}
