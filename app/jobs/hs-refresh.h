/* hs-refresh.h: feeds fetched, read, and their articles kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-discover.h"
#include "hs-library-feeds.h"

G_BEGIN_DECLS

typedef enum
{
  HS_REFRESH_DUE = 0,
  HS_REFRESH_ALL = 1 << 0,     /* also what is not due; never what asked to wait (Retry-After) or is gone */
  HS_REFRESH_INSIST = 1 << 1,  /* the user asked for these by name: also those */
  HS_REFRESH_BACKGROUND = 1 << 2, /* nobody asked just now: not on a metered network */
  HS_REFRESH_UNREAD = 1 << 3   /* what is new is left for hs_analyse_run() */
} HsRefreshFlags;

/* Of hs_library_get_meta(): seconds between two requests for a feed for which the
 * user chose no interval. */
#define HS_REFRESH_INTERVAL_KEY "refresh-interval"
/* Of hs_library_get_meta(): "1" when the page of every entry is to be fetched. */
#define HS_REFRESH_FULL_PAGE_KEY "full-page"

/* On the thread that called. */
typedef struct
{
  /* (nullable) */
  void (*progress) (guint       done,
                    guint       total,
                    const char *status,
                    gpointer    data);
  /* (nullable): one feed; the rest goes on */
  void (*problem)  (gint64      feed,
                    const char *title,
                    const char *message,
                    gpointer    data);
  /* (nullable): all that came is kept; how far it is analysed */
  void (*reading)  (guint       done,
                    guint       total,
                    gpointer    data);
  /* (nullable): the password of a feed with a user, (transfer full) (nullable) */
  char *(*secret)  (const HsStoredFeed *feed,
                    gpointer    data);
  gpointer data;
} HsRefreshWatch;

typedef struct
{
  guint feeds;          /* asked */
  guint unchanged;      /* 304, or the same bytes */
  guint failed;
  guint added;          /* articles */
  guint changed;        /* articles with a new revision */
  GArray *new_articles; /* (owned) (element-type gint64) */
  gboolean held_back;   /* nothing was asked: the network is metered */
} HsRefreshResult;

/* Fetches and keeps, then analyses what is new. Waits; any thread but the main one and
 * the library's; runs a main context of its own. What was written stays when it is
 * cancelled.
 * @feeds: (nullable) (element-type gint64): only these */
gboolean hs_refresh_run          (HsLibrary             *library,
                                  GArray                *feeds,
                                  HsRefreshFlags         flags,
                                  const HsRefreshWatch  *watch,
                                  GCancellable          *cancellable,
                                  HsRefreshResult       *result,
                                  GError               **error);
void     hs_refresh_result_clear (HsRefreshResult       *self);

/* Fetches @typed, follows what its page names (at most 8 candidates), tries
 * common paths when it names none. Waits. Errors say why there is none.
 * Returns: (transfer full) (element-type HsFoundFeed) */
GPtrArray *hs_refresh_discover   (HsLibrary             *library,
                                  const char            *typed,
                                  GCancellable          *cancellable,
                                  GError               **error);

G_END_DECLS
