/* loopback.c: a server on this machine that answers as its script says
 *
 * Written on bare sockets: half of what it has to play, no server library would
 * let it do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "loopback.h"

#include <string.h>

#define N_ADDRESSES 16

typedef struct
{
  LoopbackPlay play;
  gpointer data;
  char *head;    /* (owned) (nullable): of loopback_say() */
  char *body;    /* (owned) (nullable) */
} Script;

struct _Loopback
{
  GSocketListener *listener;    /* (owned) */
  GTlsCertificate *certificate; /* (owned) (nullable) */
  GThread *thread;              /* (owned) */
  GPtrArray *threads;           /* (owned) (element-type GThread): a connection each; of @thread */
  guint16 port;

  GMutex lock;
  GCond cond;
  gboolean stopping;            /* atomic */
  GHashTable *scripts;          /* (owned): path → Script */
  GPtrArray *log;               /* (owned) (element-type LoopbackRequest) */
  GHashTable *under_way;        /* (owned): host → number */
  guint n_under_way;
  guint most;
  guint most_of_one;
};

static void
script_free (gpointer data)
{
  Script *script = data;

  g_free (script->head);
  g_free (script->body);
  g_free (script);
}

static void
request_free (gpointer data)
{
  LoopbackRequest *request = data;

  g_free (request->path);
  g_free (request->host);
  g_hash_table_unref (request->headers);
  g_free (request);
}

/* --- one connection ------------------------------------------------------------ */

static LoopbackRequest *
read_request (GDataInputStream *in)
{
  g_autofree char *line = g_data_input_stream_read_line (in, NULL, NULL, NULL);
  g_auto (GStrv) words = line != NULL ? g_strsplit (line, " ", 3) : NULL;
  LoopbackRequest *request;

  if (words == NULL || g_strv_length (words) < 2)
    return NULL;
  request = g_new0 (LoopbackRequest, 1);
  request->path = g_strdup (words[1]);
  request->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  request->began = g_get_monotonic_time ();
  while (TRUE)
    {
      g_autofree char *header = g_data_input_stream_read_line (in, NULL, NULL, NULL);
      char *colon;

      if (header == NULL || *g_strchomp (header) == '\0')
        break;
      colon = strchr (header, ':');
      if (colon != NULL)
        g_hash_table_insert (request->headers, g_ascii_strdown (header, colon - header),
                             g_strdup (g_strchug (colon + 1)));
    }
  request->host = g_strdup (g_hash_table_lookup (request->headers, "host"));
  return request;
}

static void
count (Loopback        *self,
       LoopbackRequest *request,
       int              by)
{
  const char *host = request->host != NULL ? request->host : "";
  guint of_one = GPOINTER_TO_UINT (g_hash_table_lookup (self->under_way, host)) + by;

  g_hash_table_insert (self->under_way, g_strdup (host), GUINT_TO_POINTER (of_one));
  self->n_under_way += by;
  self->most = MAX (self->most, self->n_under_way);
  self->most_of_one = MAX (self->most_of_one, of_one);
}

/* No longer under way; the client may ask again as soon as it has the answer. */
static void
end_turn (LoopbackTurn *turn)
{
  if (!turn->counted)
    return;
  turn->counted = FALSE;
  g_mutex_lock (&turn->server->lock);
  count (turn->server, turn->request, -1);
  g_mutex_unlock (&turn->server->lock);
}

static void
play (Loopback        *self,
      LoopbackRequest *request,
      GOutputStream   *out,
      GSocket         *socket)
{
  LoopbackTurn turn = { self, request, out, socket, TRUE };
  g_autofree char *head = NULL, *body = NULL;
  LoopbackPlay player = NULL;
  gpointer data = NULL;
  const Script *script;

  /* a script may be replaced while it is played */
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->log, request);
  count (self, request, 1);
  script = g_hash_table_lookup (self->scripts, request->path);
  if (script == NULL && strchr (request->path, '?') != NULL)
    {
      g_autofree char *bare = g_strndup (request->path, strcspn (request->path, "?"));

      script = g_hash_table_lookup (self->scripts, bare);
    }
  if (script != NULL)
    {
      head = g_strdup (script->head);
      body = g_strdup (script->body);
      player = script->play;
      data = script->data;
    }
  g_mutex_unlock (&self->lock);
  if (player != NULL)
    player (&turn, data);
  else if (head != NULL)
    loopback_answer (&turn, head, body, strlen (body));
  else
    loopback_answer (&turn, "HTTP/1.1 404 Not Found", "", 0);
  end_turn (&turn);
}

/* Closing at once would tear the answer from the client's hands when a byte of
 * the request lies unread. */
static void
linger (Loopback          *self,
        GSocketConnection *connection)
{
  GSocket *socket = g_socket_connection_get_socket (connection);
  char rest[256];

  if (self->certificate != NULL || !g_socket_shutdown (socket, FALSE, TRUE, NULL))
    return;
  while (!self->stopping && g_socket_condition_timed_wait (socket, G_IO_IN, 100000, NULL, NULL)
         && g_socket_receive (socket, rest, sizeof rest, NULL, NULL) > 0)
    ;
}

typedef struct
{
  Loopback *server;
  GSocketConnection *connection;  /* (owned) */
} Connection;

static gpointer
converse (gpointer data)
{
  g_autofree Connection *self = data;
  Loopback *server = self->server;
  g_autoptr (GSocketConnection) connection = self->connection;
  g_autoptr (GIOStream) stream = NULL;
  g_autoptr (GDataInputStream) in = NULL;
  LoopbackRequest *request;

  g_socket_set_timeout (g_socket_connection_get_socket (connection), 30);
  if (server->certificate != NULL)
    stream = g_tls_server_connection_new (G_IO_STREAM (connection), server->certificate, NULL);
  else
    stream = g_object_ref (G_IO_STREAM (connection));
  in = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_ANY);
  request = read_request (in);
  if (request != NULL)
    {
      play (server, request, g_io_stream_get_output_stream (stream), g_socket_connection_get_socket (connection));
      linger (server, connection);
    }
  g_io_stream_close (stream, NULL, NULL);
  return NULL;
}

/* --- the server ------------------------------------------------------------------ */

static gpointer
serve (gpointer data)
{
  Loopback *self = data;

  while (TRUE)
    {
      GSocketConnection *connection = g_socket_listener_accept (self->listener, NULL, NULL, NULL);
      Connection *turn;

      if (g_atomic_int_get (&self->stopping))
        {
          g_clear_object (&connection);
          break;
        }
      if (connection == NULL)
        continue;
      turn = g_new0 (Connection, 1);
      turn->server = self;
      turn->connection = connection;
      g_ptr_array_add (self->threads, g_thread_new ("turn", converse, turn));
    }
  return NULL;
}

static guint16
listen_at (Loopback *self,
           guint     n,
           guint16   port)
{
  g_autofree char *name = g_strdup_printf ("127.0.0.%u", n);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string (name, port);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (self->listener, address, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

Loopback *
loopback_new (GTlsCertificate *certificate)
{
  Loopback *self = g_new0 (Loopback, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  g_set_object (&self->certificate, certificate);
  self->scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, script_free);
  self->log = g_ptr_array_new_with_free_func (request_free);
  self->under_way = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->threads = g_ptr_array_new ();
  self->listener = g_socket_listener_new ();
  g_socket_listener_set_backlog (self->listener, 128);
  self->port = listen_at (self, 1, 0);
  for (guint n = 2; n <= N_ADDRESSES; n++)
    listen_at (self, n, self->port);
  self->thread = g_thread_new ("loopback", serve, self);
  return self;
}

/* Whoever waits for a connection gets one. */
static void
wake (Loopback *self)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", self->port, NULL, NULL);
}

void
loopback_free (Loopback *self)
{
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->stopping, TRUE);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
  wake (self);
  g_thread_join (self->thread);
  g_socket_listener_close (self->listener);
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));
  g_ptr_array_unref (self->threads);
  g_object_unref (self->listener);
  g_clear_object (&self->certificate);
  g_hash_table_unref (self->scripts);
  g_hash_table_unref (self->under_way);
  g_ptr_array_unref (self->log);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

guint16
loopback_get_port (Loopback *self)
{
  return self->port;
}

char *
loopback_url (Loopback   *self,
              guint       n,
              const char *path)
{
  return g_strdup_printf ("%s://127.0.0.%u:%u%s", self->certificate != NULL ? "https" : "http", n, self->port, path);
}

static void
add_script (Loopback   *self,
            const char *path,
            Script     *script)
{
  g_mutex_lock (&self->lock);
  g_hash_table_insert (self->scripts, g_strdup (path), script);
  g_mutex_unlock (&self->lock);
}

void
loopback_play (Loopback     *self,
               const char   *path,
               LoopbackPlay  func,
               gpointer      data)
{
  Script *script = g_new0 (Script, 1);

  script->play = func;
  script->data = data;
  add_script (self, path, script);
}

void
loopback_say (Loopback   *self,
              const char *path,
              const char *head,
              const char *body)
{
  Script *script = g_new0 (Script, 1);

  script->head = g_strdup (head);
  script->body = g_strdup (body);
  add_script (self, path, script);
}

guint
loopback_count (Loopback   *self,
                const char *path)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->log->len; i++)
    n += path == NULL || g_str_equal (((LoopbackRequest *) self->log->pdata[i])->path, path);
  g_mutex_unlock (&self->lock);
  return n;
}

const LoopbackRequest *
loopback_get (Loopback   *self,
              const char *path,
              guint       n)
{
  const LoopbackRequest *found = NULL;

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->log->len && found == NULL; i++)
    if (path == NULL || g_str_equal (((LoopbackRequest *) self->log->pdata[i])->path, path))
      {
        if (n == 0)
          found = self->log->pdata[i];
        n--;
      }
  g_mutex_unlock (&self->lock);
  return found;
}

const char *
loopback_header (Loopback   *self,
                 const char *path,
                 guint       n,
                 const char *name)
{
  const LoopbackRequest *request = loopback_get (self, path, n);

  g_assert_nonnull (request);
  return g_hash_table_lookup (request->headers, name);
}

guint
loopback_most (Loopback *self)
{
  return self->most;
}

guint
loopback_most_of_one (Loopback *self)
{
  return self->most_of_one;
}

void
loopback_forget_most (Loopback *self)
{
  g_mutex_lock (&self->lock);
  self->most = 0;
  self->most_of_one = 0;
  g_mutex_unlock (&self->lock);
}

/* --- for plays --------------------------------------------------------------------- */

gboolean
loopback_write (LoopbackTurn *turn,
                const void   *data,
                gssize        length)
{
  return g_output_stream_write_all (turn->out, data, length < 0 ? strlen (data) : (gsize) length, NULL, NULL, NULL);
}

void
loopback_answer (LoopbackTurn *turn,
                 const char   *head,
                 const void   *body,
                 gsize         length)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\r\n", lines);
  g_autofree char *whole = g_strdup_printf ("%s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n",
                                            joined, length);

  if (length == 0)
    end_turn (turn);
  if (loopback_write (turn, whole, -1) && length > 0)
    {
      end_turn (turn);
      loopback_write (turn, body, (gssize) length);
    }
}

gboolean
loopback_sleep (LoopbackTurn *turn,
                guint         milliseconds)
{
  Loopback *self = turn->server;
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  gboolean goes_on;

  g_mutex_lock (&self->lock);
  while (!self->stopping && g_get_monotonic_time () < until)
    g_cond_wait_until (&self->cond, &self->lock, until);
  goes_on = !self->stopping;
  g_mutex_unlock (&self->lock);
  return goes_on;
}

gboolean
loopback_hung_up (LoopbackTurn *turn)
{
  char byte;

  return g_socket_condition_check (turn->socket, G_IO_IN | G_IO_HUP) != 0
         && g_socket_receive_with_blocking (turn->socket, &byte, 1, FALSE, NULL, NULL) == 0;
}
