/* hs-schedule.c: when to ask next, and why then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-schedule.h"

#include <glib/gi18n-lib.h>

/**
 * hs_feed_state_new:
 * @url: the feed's address
 *
 * Returns: (transfer full): the state of a feed that was never asked: due at once
 */
HsFeedState *
hs_feed_state_new (const char *url)
{
  HsFeedState *self = g_new0 (HsFeedState, 1);

  self->url = g_strdup (url);
  self->size = -1;
  self->ttl = -1;
  self->why = HS_WHY_NEW;
  return self;
}

/**
 * hs_feed_state_copy:
 * @self: a state
 *
 * Returns: (transfer full): another like it
 */
HsFeedState *
hs_feed_state_copy (const HsFeedState *self)
{
  HsFeedState *copy = g_memdup2 (self, sizeof *self);

  copy->url = g_strdup (self->url);
  copy->etag = g_strdup (self->etag);
  copy->last_modified = g_strdup (self->last_modified);
  copy->validated_url = g_strdup (self->validated_url);
  copy->message = g_strdup (self->message);
  copy->moved_to = g_strdup (self->moved_to);
  return copy;
}

/**
 * hs_feed_state_free:
 * @self: (transfer full): what is remembered of a feed
 */
void
hs_feed_state_free (HsFeedState *self)
{
  g_free (self->url);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->validated_url);
  g_free (self->message);
  g_free (self->moved_to);
  g_free (self);
}

/* --- what came ----------------------------------------------------------------- */

static void
take_validators (HsFeedState         *state,
                 const HsFetchResult *result)
{
  gboolean elsewhere = g_strcmp0 (result->url, state->url) != 0
                       && (result->etag != NULL || result->last_modified != NULL);

  g_free (state->etag);
  g_free (state->last_modified);
  g_free (state->validated_url);
  state->validated_url = g_strdup (elsewhere ? result->url : NULL);
  state->etag = g_strdup (result->etag);
  state->last_modified = g_strdup (result->last_modified);
}

static void
forget_move (HsFeedState *state)
{
  g_clear_pointer (&state->moved_to, g_free);
  state->moved_since = 0;
  state->moved_times = 0;
}

/* @success: the target is a feed, or says that it still is the one we know.
 * What tells nothing about where the feed lives (no answer, too many requests)
 * leaves the count as it is. */
static gboolean
take_move (HsFeedState         *state,
           const HsFetchResult *result,
           gboolean             success)
{
  gboolean elsewhere = result->moved != NULL && !g_str_equal (result->moved, state->url);

  if (result->outcome != HS_FETCH_OK && result->outcome != HS_FETCH_NOT_MODIFIED)
    return FALSE;
  if (!success || !elsewhere)
    {
      forget_move (state);
      return FALSE;
    }
  if (g_strcmp0 (state->moved_to, result->moved) != 0)
    {
      forget_move (state);
      state->moved_to = g_strdup (result->moved);
      state->moved_since = result->time;
    }
  if (state->moved_times < G_MAXUINT)
    state->moved_times++;
  return state->moved_times >= HS_SCHEDULE_MOVE_TIMES
         && result->time - state->moved_since >= HS_SCHEDULE_MOVE_SECONDS;
}

static void
take_result (HsFeedState         *state,
             const HsFetchResult *result,
             gboolean             success)
{
  state->last_try = result->time;
  state->status = result->status;
  state->retry_after = result->retry_after > 0
                         ? MIN (result->retry_after, result->time + HS_SCHEDULE_LONGEST_WAIT) : 0;
  if (!success)
    {
      state->failures += state->failures < G_MAXUINT;
      state->gone = state->gone || result->outcome == HS_FETCH_GONE;
      return;
    }
  state->last_success = result->time;
  state->failures = 0;
  state->gone = FALSE;
  state->fresh_until = result->fresh_until;
  if (result->outcome != HS_FETCH_OK)
    return;
  take_validators (state, result);
  state->size = result->bytes != NULL ? (gint64) g_bytes_get_size (result->bytes) : -1;
}

/* --- when next ----------------------------------------------------------------- */

typedef struct
{
  gint64 delay;    /* seconds from now */
  gint64 slowest;
  HsWhy why;
} Plan;

/* Later than planned, if that is what @why asks; no later than the slowest. */
static void
postpone (Plan   *plan,
          gint64  delay,
          HsWhy   why)
{
  delay = MIN (delay, plan->slowest);
  if (delay <= plan->delay)
    return;
  plan->delay = delay;
  plan->why = why;
}

/* Twice as long after each error in a row; the jitter parts feeds that failed
 * together. */
static void
plan_back_off (Plan   *plan,
               guint   failures,
               double  random)
{
  guint doublings = MIN (failures - 1, 16);
  gint64 delay = MIN (plan->delay << doublings, plan->slowest);

  plan->delay = delay - (gint64) (random * delay / 4);
  plan->why = HS_WHY_BACK_OFF;
}

static void
plan_success (Plan              *plan,
              const HsFeedState *state,
              gint64             now,
              double             random)
{
  if (state->ttl > 0)
    postpone (plan, (gint64) state->ttl * 60, HS_WHY_TTL);
  if (state->fresh_until > now)
    postpone (plan, state->fresh_until - now, HS_WHY_MAX_AGE);
  plan->delay = MIN (plan->delay + (gint64) (random * MIN (plan->delay / 10, 600)), plan->slowest);
}

static gboolean
is_skipped (const HsFeedState *state,
            gint64             time)
{
  guint hour = (guint) (time / 3600 % 24);
  guint day = (guint) ((time / 86400 + 4) % 7); /* the epoch was a Thursday */

  return (state->skip_hours >> hour & 1) != 0 || (state->skip_days >> day & 1) != 0;
}

/* To the beginning of the next hour that the feed does not leave out. */
static void
plan_around_skipped (Plan              *plan,
                     const HsFeedState *state,
                     gint64             now,
                     double             random)
{
  gint64 at = now + plan->delay;

  if (!is_skipped (state, at))
    return;
  while (is_skipped (state, at) && at < now + plan->slowest)
    at = (at / 3600 + 1) * 3600;
  postpone (plan, at - now + (gint64) (random * 600), HS_WHY_SKIP);
}

static void
plan_next (HsFeedState *state,
           gboolean     success,
           guint        default_interval,
           double       random)
{
  gint64 now = state->last_try;
  gint64 interval = state->interval > 0 ? state->interval
                    : default_interval > 0 ? default_interval : HS_SCHEDULE_INTERVAL;
  Plan plan = { MAX (interval, 60), MAX (interval, HS_SCHEDULE_SLOWEST), HS_WHY_INTERVAL };

  if (state->gone)
    {
      state->next = G_MAXINT64;
      state->why = HS_WHY_GONE;
      return;
    }
  if (success)
    plan_success (&plan, state, now, random);
  else
    plan_back_off (&plan, state->failures, random);
  plan_around_skipped (&plan, state, now, random);
  state->next = now + plan.delay;
  state->why = plan.why;
  if (state->retry_after > state->next)
    {
      state->next = state->retry_after;
      state->why = HS_WHY_RETRY_AFTER;
    }
}

/**
 * hs_schedule_update:
 * @state: what is remembered of a feed; changed
 * @result: what its request came to
 * @parsed: whether the body was a feed
 * @default_interval: seconds between requests where the user chose none for this
 *   feed; 0 is an hour
 * @random: 0 ≤ r < 1
 *
 * The next request is at the latest of what the user, the server (`max-age`) and
 * the feed (`ttl`, `skipHours`, `skipDays`) say, but no later than a day from now
 * unless the user's own interval is longer. Errors double the time, to a day.
 * `Retry-After` is granted beyond that, up to thirty days. 410 ends it. A feed
 * that was not asked because there is no network stays due.
 *
 * Validators are replaced together by a full answer that is a feed, and stay
 * through all else. A permanent move is to be applied when three answers in a
 * row, over two days or more, led to the same feed.
 *
 * `last_change` is the caller's, who knows what was new.
 *
 * Returns: whether to move the feed to `moved_to` of @state
 */
gboolean
hs_schedule_update (HsFeedState         *state,
                    const HsFetchResult *result,
                    gboolean             parsed,
                    guint                default_interval,
                    double               random)
{
  gboolean success = result->outcome == HS_FETCH_NOT_MODIFIED || (result->outcome == HS_FETCH_OK && parsed);
  gboolean move;

  g_return_val_if_fail (random >= 0 && random < 1, FALSE);

  g_free (state->message);
  state->outcome = result->outcome;
  state->message = g_strdup (success ? NULL : result->message);
  if (result->outcome == HS_FETCH_OFFLINE)
    return FALSE;
  if (!success && state->message == NULL)
    state->message = g_strdup (_("What came is no feed."));
  take_result (state, result, success);
  move = take_move (state, result, success);
  plan_next (state, success, default_interval, random);
  return move;
}

/* --- why then -------------------------------------------------------------------- */

static char *
print_time (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time);

  return date != NULL ? g_date_time_format (date, "%F %R") : g_strdup ("?");
}

static char *
print_minutes (gint64 seconds)
{
  guint minutes = (guint) MAX (1, seconds / 60);

  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", minutes / 60), minutes / 60);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
}

/**
 * hs_schedule_explain:
 * @state: what is remembered of a feed
 *
 * Returns: (transfer full): why `next` of @state is when it is, a sentence for
 *   the user, translated
 */
char *
hs_schedule_explain (const HsFeedState *state)
{
  g_autofree char *words = NULL;

  switch (state->why)
    {
    case HS_WHY_NEW:
      return g_strdup (_("It was never asked for yet."));
    case HS_WHY_INTERVAL:
      words = print_minutes (state->next - state->last_try);
      return g_strdup_printf (_("After %s, the usual interval."), words);
    case HS_WHY_MAX_AGE:
      words = print_time (state->fresh_until);
      return g_strdup_printf (_("The server says that its answer holds until %s."), words);
    case HS_WHY_TTL:
      words = print_minutes ((gint64) state->ttl * 60);
      return g_strdup_printf (_("The feed says that it holds for %s."), words);
    case HS_WHY_SKIP:
      return g_strdup (_("The feed names hours or days at which it does not want to be asked."));
    case HS_WHY_RETRY_AFTER:
      words = print_time (state->retry_after);
      return g_strdup_printf (_("The server asks to be left alone until %s."), words);
    case HS_WHY_BACK_OFF:
      return g_strdup_printf (ngettext ("The last request failed; the pause grows with each failure.",
                                        "The last %u requests failed; the pause grows with each failure.",
                                        state->failures), state->failures);
    case HS_WHY_GONE:
      return g_strdup (_("The server says that it is gone for good; it is not asked again until you say so."));
    default:
      g_return_val_if_reached (NULL);
    }
}
