/* hs-discovery.h: the feeds of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsFeedCandidate:
 * @stated: a `<link rel=alternate>` of the page; else a common path of the site,
 *   not yet known to hold anything
 */
typedef struct
{
  char *url;      /* (owned): absolute */
  char *title;    /* (owned) (nullable): as the page calls it */
  gboolean stated;
} HsFeedCandidate;

/* @bytes: a page. Stated ones first, in the page's order, then common paths;
 * each address once. Only http and https. Pure; any thread.
 * Returns: (transfer full) (element-type HsFeedCandidate) */
GPtrArray *hs_discovery_find      (GBytes          *bytes,
                                   const char      *content_type,
                                   const char      *page_url);
void       hs_feed_candidate_free (HsFeedCandidate *self);

G_END_DECLS
