/* hs-schedule.c: when to ask next, and why then
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-schedule.h"

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
  copy->message = g_strdup (self->message);
  copy->moved_to = g_strdup (self->moved_to);
  return copy;
}

void
hs_feed_state_free (HsFeedState *self)
{
  g_free (self->url);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->message);
  g_free (self->moved_to);
  g_free (self);
}
