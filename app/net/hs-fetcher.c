/* hs-fetcher.c: many requests at once, polite to each host
 *
 * Each hop of a fetch (hs-fetch-run.c) waits in the queue of its host; libsoup only
 * ever sees as many as may be under way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>

#include "hs-fetch-private.h"
#include "hs-fetch-run.h"

#define MAX_BYTES (32 * 1024 * 1024)
#define MAX_IN_FLIGHT 256
#define TIMEOUT 30
#define IDLE_CONNECTION 20

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

/**
 * hs_fetcher_now:
 * @self: a fetcher
 *
 * Returns: Unix seconds, by its clock
 */
gint64
hs_fetcher_now (HsFetcher *self)
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

/* --- whose turn ------------------------------------------------------------------ */

/* At the place in its host's queue that it was asked for at. */
void
hs_fetcher_enqueue (HsFetchRun *fetch)
{
  fetch->host = hs_fetch_host_key (fetch->uri);
  hs_turns_add (fetch->fetcher->turns, fetch->host, fetch, fetch->serial);
}

/**
 * hs_fetcher_start_waiting:
 * @self: a fetcher
 *
 * Begins every request whose turn it is; without a network they end at once.
 */
void
hs_fetcher_start_waiting (HsFetcher *self)
{
  HsFetchRun *fetch;

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
          hs_fetch_run_send (fetch);
          continue;
        }
      hs_fetch_result_fail (fetch->result, HS_FETCH_OFFLINE, "%s", _("There is no network."));
      hs_fetch_run_end (fetch);
    }
  self->starting = FALSE;
}

/* --- the fetcher ----------------------------------------------------------------- */

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      data)
{
  HsFetchRun *fetch = data;

  fetch->given_up = TRUE;
  hs_fetch_drop_source (&fetch->cancelled);
  if (fetch->under_way)
    g_cancellable_cancel (fetch->cancellable); /* what is under way comes back and ends it */
  else
    hs_fetch_run_end (fetch);
  return G_SOURCE_REMOVE;
}

static HsFetchRun *
fetch_new (HsFetcher            *self,
           const HsFetchRequest *request)
{
  HsFetchRun *fetch = g_new0 (HsFetchRun, 1);
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
      fetch->with_validators = hs_fetch_run_may_tell_validators (fetch, fetch->uri);
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
  HsFetchRun *fetch;

  g_return_if_fail (HS_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->url != NULL);

  fetch = fetch_new (self, request);
  fetch->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (fetch->task, hs_fetcher_fetch_async);
  g_task_set_check_cancellable (fetch->task, FALSE);
  if (fetch->uri == NULL)
    {
      hs_fetch_result_fail (fetch->result, HS_FETCH_UNREACHABLE, _("“%s” is no web address."), request->url);
      hs_fetch_run_end (fetch);
      return;
    }
  if (cancellable != NULL)
    {
      fetch->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (fetch->cancelled, G_SOURCE_FUNC (on_cancelled), fetch, NULL);
      g_source_attach (fetch->cancelled, self->context);
    }
  hs_fetcher_enqueue (fetch);
  hs_fetcher_start_waiting (self);
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

/**
 * hs_fetcher_set_clock:
 * @self: a fetcher
 * @clock: (nullable): gives Unix seconds; %NULL is the real one
 * @data: for @clock
 *
 * For tests.
 */
void
hs_fetcher_set_clock (HsFetcher    *self,
                      HsFetchClock  clock,
                      gpointer      data)
{
  self->clock = clock;
  self->clock_data = data;
}

/**
 * hs_fetcher_set_trust:
 * @self: a fetcher
 * @database: (nullable): who vouches for servers, instead of whom the system trusts
 */
void
hs_fetcher_set_trust (HsFetcher    *self,
                      GTlsDatabase *database)
{
  soup_session_set_tls_database (self->session, database);
}

/**
 * hs_fetcher_set_resolver:
 * @self: a fetcher
 * @resolver: (nullable): which proxies are used, instead of the desktop's
 */
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
      hs_fetcher_start_waiting (self);
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
