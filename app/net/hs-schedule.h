/* hs-schedule.h: when to ask next, and why then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-fetch.h"

G_BEGIN_DECLS

/* Why a feed is asked when it is; each has a sentence on the health page. */
typedef enum
{
  HS_WHY_NEW,          /* never asked yet: at once */
  HS_WHY_INTERVAL,     /* the user's interval, or the default one */
  HS_WHY_MAX_AGE,      /* the server said how long its answer holds */
  HS_WHY_TTL,          /* the feed says so */
  HS_WHY_SKIP,         /* the feed names hours or days to leave out */
  HS_WHY_RETRY_AFTER,  /* the server asked to wait */
  HS_WHY_BACK_OFF,     /* errors, longer each time */
  HS_WHY_GONE,         /* never again until the user says so */
  HS_N_WHYS
} HsWhy;

/**
 * HsFeedState:
 * @interval: seconds the user chose, 0 the default of the library
 * @failures: in a row
 * @moved_to: (nullable): where permanent redirects have led lately
 * @moved_since: Unix seconds when they first led there
 * @moved_times: answers that led there in a row
 * @next: Unix seconds; G_MAXINT64 never
 *
 * All a feed remembers between two requests; kept by the library as it is.
 */
typedef struct
{
  char *url;            /* (owned) */
  char *etag;           /* (owned) (nullable) */
  char *last_modified;  /* (owned) (nullable) */
  char *validated_url;  /* (owned) (nullable): what both are of, when it is not @url */
  gint64 last_try;      /* Unix seconds, 0 never; so the others */
  gint64 last_success;  /* 200 with a feed, or 304 */
  gint64 last_change;   /* 200 with something new */
  guint status;         /* of HTTP, last; 0 no answer */
  HsFetchOutcome outcome;
  char *message;        /* (owned) (nullable): what was wrong last */
  gint64 size;          /* bytes of the last full answer, -1 unknown */
  guint failures;
  gint64 retry_after;
  gint64 fresh_until;
  int ttl;              /* minutes, -1 */
  guint32 skip_hours;
  guint32 skip_days;
  guint interval;
  char *moved_to;       /* (owned) (nullable) */
  gint64 moved_since;
  guint moved_times;
  gboolean gone;
  gint64 next;
  HsWhy why;
} HsFeedState;

HsFeedState *hs_feed_state_new    (const char          *url);
HsFeedState *hs_feed_state_copy   (const HsFeedState   *self);
void         hs_feed_state_free   (HsFeedState         *self);

/* Seconds between two requests when nobody says otherwise. */
#define HS_SCHEDULE_INTERVAL 3600
/* Nothing that a server or feed says makes a feed slower than that. */
#define HS_SCHEDULE_SLOWEST 86400
/* But what a server that is overrun asks for is granted up to that. */
#define HS_SCHEDULE_LONGEST_WAIT (30 * 86400)
/* A permanent move is believed after so many answers over so many seconds. */
#define HS_SCHEDULE_MOVE_TIMES 3
#define HS_SCHEDULE_MOVE_SECONDS (2 * 86400)

/* Takes in what came and says when next. Pure but for @random, 0 ≤ r < 1, the
 * jitter. @parsed: the body was a feed; what it says of itself (ttl, hours and
 * days to skip) stands in @state already. @default_interval: seconds, 0 for
 * HS_SCHEDULE_INTERVAL.
 * Returns: whether a permanent move has repeated long enough to be applied:
 *   @state->moved_to is where then. */
gboolean     hs_schedule_update   (HsFeedState         *state,
                                   const HsFetchResult *result,
                                   gboolean             parsed,
                                   guint                default_interval,
                                   double               random);
/* Why @state->next is when it is, a sentence for the user, translated.
 * Returns: (transfer full) */
char        *hs_schedule_explain  (const HsFeedState   *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeedState, hs_feed_state_free)

G_END_DECLS
