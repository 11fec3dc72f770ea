/* hs-refresh-private.h: the parts of a refresh, and what tests put in their place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-fetcher-private.h"
#include "hs-refresh.h"

G_BEGIN_DECLS

/**
 * HsRefreshHooks:
 *
 * The world of a refresh; what is %NULL or 0 is the real one.
 */
typedef struct
{
  HsFetchClock clock;          /* (nullable) */
  gpointer clock_data;
  GNetworkMonitor *monitor;    /* (unowned) (nullable) */
  guint per_host;
  guint timeout;               /* seconds */
} HsRefreshHooks;

gboolean hs_refresh_run_with (HsLibrary             *library,
                              GArray                *feeds,
                              HsRefreshFlags         flags,
                              const HsRefreshHooks  *hooks,
                              const HsRefreshWatch  *watch,
                              GCancellable          *cancellable,
                              HsRefreshResult       *result,
                              GError               **error);

/* What feeds are asked for in. */
#define HS_REFRESH_ACCEPT \
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, " \
  "application/json;q=0.8, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1"

/* Returns: (transfer full) (element-type HsStoredFeed) */
GPtrArray *hs_refresh_choose (HsLibrary       *library,
                              GArray          *named,
                              HsRefreshFlags   flags,
                              gint64           time,
                              GError         **error);

/* --- one answer, on any thread ------------------------------------------------- */

/* An entry that is new or changed, on its way to become an article. */
typedef struct
{
  HsFeedEntry *entry;     /* (owned) */
  HsEntryKey *key;        /* (unowned) */
  HsFetchResult *page;    /* (owned) (nullable): its page, as fetched */
  GError *page_error;     /* (owned) (nullable): why the page gives no article */
  HsDocument *text;       /* (owned) (nullable): what the feed itself says, once read */
  GError *text_error;     /* (owned) (nullable): why that cannot be read */
} HsRefreshEntry;

/**
 * HsRefreshAnswer:
 *
 * One feed and what came of asking for it, from the fetch to the library.
 */
typedef struct
{
  const HsStoredFeed *feed;  /* (unowned) */
  HsFeedState *state;        /* (owned): as it will be kept */
  HsFetchResult *result;     /* (owned) (nullable) */
  HsFeed *about;             /* (owned) (nullable): with a feed */
  GPtrArray *keys;           /* (owned) (nullable) (element-type HsEntryKey): all entries */
  GPtrArray *entries;        /* (owned) (nullable) (element-type HsRefreshEntry): new or changed */
  gboolean move;             /* to state->moved_to */
  guint added;
  guint changed;
  GArray *new_articles;      /* (owned) (element-type gint64) */
  GError *error;             /* (owned) (nullable): of the library */
} HsRefreshAnswer;

HsRefreshAnswer *hs_refresh_answer_new    (const HsStoredFeed *feed,
                                           HsFetchResult      *result);
void             hs_refresh_answer_free   (HsRefreshAnswer    *self);
/* Reads the feed, says when next, and finds what is new. */
gboolean         hs_refresh_answer_read   (HsRefreshAnswer    *self,
                                           HsLibrary          *library,
                                           guint               default_interval);
/* Makes articles of what is new and keeps all. */
gboolean         hs_refresh_answer_keep   (HsRefreshAnswer    *self,
                                           HsLibrary          *library,
                                           GCancellable       *cancellable);

/* --- one entry ----------------------------------------------------------------- */

/* Reads what the feed itself says of each of some that has no page. */
void        hs_refresh_read_texts    (GPtrArray            *entries,
                                      guint                 from,
                                      guint                 n);
HsEntryKey *hs_refresh_make_key      (const HsFeedEntry    *entry);
/* Returns: (transfer full) (nullable): NULL with @error set */
HsIncoming *hs_refresh_make_incoming (HsRefreshEntry       *entry,
                                      const HsFeed         *about,
                                      const HsFetchResult  *result,
                                      GError              **error);
void        hs_refresh_entry_free    (HsRefreshEntry       *self);

/* --- icons ---------------------------------------------------------------------- */

/* Where the icon of a feed may lie, if it is time to look again.
 * Returns: (transfer full) (nullable) */
char    *hs_refresh_find_icon (const HsStoredFeed *feed,
                               const HsFeed       *about,
                               gint64              now);
gboolean hs_refresh_is_icon   (GBytes             *bytes);

G_END_DECLS
