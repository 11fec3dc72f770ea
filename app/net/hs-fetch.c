/* hs-fetch.c: one polite request and what came of it, as plain data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-fetch.h"

static const char * const outcome_nicks[HS_N_FETCH_OUTCOMES] = {
  "ok", "not-modified", "gone", "denied", "not-found", "too-many", "server-error", "redirects", "unreachable",
  "timeout", "tls", "broken", "too-large", "offline"
};

/**
 * hs_fetch_outcome_to_nick:
 * @outcome: an outcome
 *
 * Returns: (transfer none): "not-modified" …
 */
const char *
hs_fetch_outcome_to_nick (HsFetchOutcome outcome)
{
  g_return_val_if_fail (outcome < HS_N_FETCH_OUTCOMES, NULL);

  return outcome_nicks[outcome];
}

/**
 * hs_fetch_request_new:
 * @url: an http or https address
 *
 * Returns: (transfer full): a plain request for it
 */
HsFetchRequest *
hs_fetch_request_new (const char *url)
{
  HsFetchRequest *self = g_new0 (HsFetchRequest, 1);

  self->url = g_strdup (url);
  return self;
}

/**
 * hs_fetch_request_free:
 * @self: (transfer full): a request
 */
void
hs_fetch_request_free (HsFetchRequest *self)
{
  g_free (self->url);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->validated_url);
  g_free (self->accept);
  g_free (self->user);
  g_free (self->password);
  g_free (self);
}

/**
 * hs_fetch_result_free:
 * @self: (transfer full): what came of a request
 */
void
hs_fetch_result_free (HsFetchResult *self)
{
  g_free (self->message);
  g_free (self->url);
  g_free (self->moved);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->headers);
  g_free (self);
}
