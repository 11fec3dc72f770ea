/* hs-feed-health.c: how a feed fares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-health-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (HsFeedHealth, hs_feed_health, hs_feed_health_ref, hs_feed_health_unref)

static const char * const outcomes[HS_N_FETCH_OUTCOMES] = {
  [HS_FETCH_OK] = N_("Fetched"),
  [HS_FETCH_NOT_MODIFIED] = N_("Nothing new"),
  [HS_FETCH_GONE] = N_("Gone for good"),
  [HS_FETCH_DENIED] = N_("Not allowed"),
  [HS_FETCH_NOT_FOUND] = N_("Not found"),
  [HS_FETCH_TOO_MANY] = N_("Asked too often"),
  [HS_FETCH_SERVER_ERROR] = N_("The server failed"),
  [HS_FETCH_REDIRECTS] = N_("Sent around in circles"),
  [HS_FETCH_UNREACHABLE] = N_("Not reached"),
  [HS_FETCH_TIMEOUT] = N_("No answer in time"),
  [HS_FETCH_TLS] = N_("Not to be trusted"),
  [HS_FETCH_BROKEN] = N_("Broken off"),
  [HS_FETCH_TOO_LARGE] = N_("Too large"),
  [HS_FETCH_OFFLINE] = N_("Offline"),
};

/**
 * hs_feed_health_kind:
 * @state: how a feed fares
 *
 * Returns: how it fares: gone before failing before waiting @state: what is remembered of a
 *   feed
 */
HsFeedHealthKind
hs_feed_health_kind (const HsFeedState *state)
{
  if (state->gone)
    return HS_FEED_GONE;
  if (state->failures > 0)
    return HS_FEED_FAILING;
  if (state->last_success == 0 || state->why == HS_WHY_RETRY_AFTER)
    return HS_FEED_WAITING;
  return HS_FEED_OK;
}

/* A whole answer that was no feed is a failure, too. */
static char *
make_status (const HsFeedState *state)
{
  if (state->last_try == 0)
    return g_strdup (_("Not asked yet"));
  if (state->outcome == HS_FETCH_OK && state->failures > 0)
    return g_strdup (_("Not a feed"));
  if (state->outcome >= HS_N_FETCH_OUTCOMES)
    return g_strdup (_("Unknown"));
  return g_strdup (_(outcomes[state->outcome]));
}

/**
 * hs_feed_health_new:
 * @feed: a feed as it is kept
 *
 * Any thread.
 *
 * Returns: (transfer full): how it fares
 */
HsFeedHealth *
hs_feed_health_new (const HsStoredFeed *feed)
{
  HsFeedHealth *self = g_atomic_rc_box_new0 (HsFeedHealth);
  const HsFeedState *state = feed->state;

  self->id = feed->id;
  self->title = g_strdup (feed->title);
  self->url = g_strdup (state->url);
  self->kind = hs_feed_health_kind (state);
  self->status = make_status (state);
  self->message = g_strdup (state->message);
  self->http_status = state->status;
  self->last_try = state->last_try;
  self->last_success = state->last_success;
  self->last_change = state->last_change;
  self->size = state->size;
  self->newest = feed->newest;
  self->next = state->next;
  self->why = hs_schedule_explain (state);
  self->failures = state->failures;
  self->moved = g_strdup (state->moved_to);
  self->articles = feed->n_articles;
  self->unread = feed->n_unread;
  self->folder = feed->folder;
  self->fixed_title = g_strdup (feed->fixed_title);
  self->description = g_strdup (feed->description);
  self->home_url = g_strdup (feed->home_url);
  self->user = g_strdup (feed->user);
  self->interval = state->interval;
  self->full_page = feed->full_page;
  self->notify = feed->notify;
  return self;
}

static void
health_clear (gpointer data)
{
  HsFeedHealth *self = data;

  g_free (self->title);
  g_free (self->url);
  g_free (self->status);
  g_free (self->message);
  g_free (self->why);
  g_free (self->moved);
  g_free (self->fixed_title);
  g_free (self->description);
  g_free (self->home_url);
  g_free (self->user);
}

/**
 * hs_feed_health_ref:
 * @self: how a feed fares
 *
 * Returns: (transfer full): @self, held once more
 */
HsFeedHealth *
hs_feed_health_ref (HsFeedHealth *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_feed_health_unref:
 * @self: (transfer full): how a feed fares
 *
 * Lets go of it; any thread.
 */
void
hs_feed_health_unref (HsFeedHealth *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, health_clear);
}
