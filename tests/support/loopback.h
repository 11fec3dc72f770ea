/* loopback.h: a server on this machine that answers as its script says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Loopback Loopback;

/* One request as it came. */
typedef struct
{
  char *path;            /* (owned) */
  char *host;            /* (owned) (nullable): the header */
  GHashTable *headers;   /* (owned): lower-case name → value */
  gint64 began;          /* monotonic microseconds */
} LoopbackRequest;

/* One answer being given, on a thread of its own. */
typedef struct
{
  Loopback *server;
  LoopbackRequest *request;
  GOutputStream *out;
  GSocket *socket;
  gboolean counted;      /* as under way */
} LoopbackTurn;

/* What is played for a path. */
typedef void (*LoopbackPlay) (LoopbackTurn *turn,
                              gpointer      data);

/* @certificate: (nullable): speaks TLS with it. Listens on 127.0.0.1 to
 * 127.0.0.16, on one port. */
Loopback   *loopback_new        (GTlsCertificate *certificate);
void        loopback_free       (Loopback        *self);
guint16     loopback_get_port   (Loopback        *self);
/* "http://127.0.0.N:PORT/PATH"; N from 1. Returns: (transfer full) */
char       *loopback_url        (Loopback        *self,
                                 guint            n,
                                 const char      *path);
/* @data lives as long as the server. A path without a play answers 404. */
void        loopback_play       (Loopback        *self,
                                 const char      *path,
                                 LoopbackPlay     play,
                                 gpointer         data);
/* The same answer each time: @head is status line and headers, "\n" between,
 * without Content-Length, which is added. */
void        loopback_say        (Loopback        *self,
                                 const char      *path,
                                 const char      *head,
                                 const char      *body);
/* How often @path was asked for; NULL is any. */
guint       loopback_count      (Loopback        *self,
                                 const char      *path);
/* The @n th request for @path, from 0. Returns: (transfer none) (nullable) */
const LoopbackRequest *loopback_get (Loopback    *self,
                                     const char  *path,
                                     guint        n);
/* (nullable): a header of that request */
const char *loopback_header     (Loopback        *self,
                                 const char      *path,
                                 guint            n,
                                 const char      *name);
/* The most requests that ever were under way at once, to one address and to all. */
guint       loopback_most       (Loopback        *self);
guint       loopback_most_of_one (Loopback       *self);
void        loopback_forget_most (Loopback       *self);

/* --- for plays --------------------------------------------------------------- */

gboolean    loopback_write      (LoopbackTurn    *turn,
                                 const void      *data,
                                 gssize           length);
void        loopback_answer     (LoopbackTurn    *turn,
                                 const char      *head,
                                 const void      *body,
                                 gsize            length);
/* Sleeps; FALSE when the server is being taken down. */
gboolean    loopback_sleep      (LoopbackTurn    *turn,
                                 guint            milliseconds);
/* Whether the client is gone. */
gboolean    loopback_hung_up    (LoopbackTurn    *turn);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loopback, loopback_free)

G_END_DECLS
