/* hs-fetch-run.h: between the fetcher and each of its fetches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "hs-fetcher-private.h"
#include "hs-turns.h"

G_BEGIN_DECLS

struct _HsFetcher
{
  GObject parent_instance;

  SoupSession *session;        /* (owned) */
  GNetworkMonitor *monitor;    /* (owned) */
  GProxyResolver *resolver;    /* (owned) (nullable): %NULL is the desktop's */
  GMainContext *context;       /* (owned) */
  HsTurns *turns;              /* (owned) (element-type HsFetchRun) */
  gboolean held;
  gboolean starting;
  guint64 serial;
  HsFetchClock clock;
  gpointer clock_data;
};

/**
 * HsFetchRun:
 *
 * One fetch on its way. Belongs to the fetcher's thread.
 */
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
} HsFetchRun;

/* hs-fetcher.c */

gint64 hs_fetcher_now           (HsFetcher  *self);
/* Has it wait in its host's queue, at the place that it was asked for at. */
void   hs_fetcher_enqueue       (HsFetchRun *fetch);
/* Whose turn it is begins. */
void   hs_fetcher_start_waiting (HsFetcher  *self);

/* hs-fetch-run.c */

/* It is its turn. */
void     hs_fetch_run_send      (HsFetchRun *fetch);
/* Ends it with what its result says; it is gone afterwards. */
void     hs_fetch_run_end       (HsFetchRun *fetch);
/* Whether the validators are to be told to @target, the next address. */
gboolean hs_fetch_run_may_tell_validators (HsFetchRun *fetch,
                                           GUri       *target);
void     hs_fetch_drop_source   (GSource   **source);

G_END_DECLS
