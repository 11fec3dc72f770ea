/* hs-discovery.c: the feeds of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-discovery.h"

#include <string.h>

#include "hs-charset.h"
#include "hs-feed-private.h"
#include "hs-html.h"
#include "hs-url.h"

#define MAX_CANDIDATES 100

/* Where sites keep their feeds when their pages do not say so. */
static const char * const common_paths[] = {
  "/feed/", "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/rss/", "/feeds/posts/default",
  "/?feed=rss2", "/feed.json", "/blog/feed/",
};

static gboolean
is_feed_type (const char *type)
{
  static const char * const types[] = { "application/rss+xml", "application/atom+xml", "application/feed+json",
                                        "application/rdf+xml", "application/json", "application/xml", "text/xml",
                                        "application/x-rss+xml", NULL };
  g_autofree char *plain = type != NULL ? g_ascii_strdown (type, strcspn (type, ";")) : NULL;

  return plain != NULL && g_strv_contains (types, g_strstrip (plain));
}

/* Adds it unless it is there or cannot be fetched. */
static void
add_candidate (GPtrArray  *found,
               const char *url,
               const char *title,
               gboolean    stated)
{
  HsFeedCandidate *candidate;
  g_autofree char *plain = title != NULL ? hs_feed_squeeze (title) : NULL;

  if (!hs_url_is_web (url) || found->len >= MAX_CANDIDATES)
    return;
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (((HsFeedCandidate *) g_ptr_array_index (found, i))->url, url))
      return;
  candidate = g_new0 (HsFeedCandidate, 1);
  candidate->url = g_strdup (url);
  candidate->title = plain != NULL && *plain != '\0' ? g_steal_pointer (&plain) : NULL;
  candidate->stated = stated;
  g_ptr_array_add (found, candidate);
}

/**
 * hs_feed_candidate_free:
 * @self: (transfer full): a candidate
 */
void
hs_feed_candidate_free (HsFeedCandidate *self)
{
  g_free (self->url);
  g_free (self->title);
  g_free (self);
}

static void
candidate_free (gpointer data)
{
  hs_feed_candidate_free (data);
}

/**
 * hs_discovery_find:
 * @bytes: a page
 * @content_type: (nullable): the `Content-Type` it came with
 * @page_url: the address it came from
 *
 * Lists the feeds that the page states (`<link rel=alternate>`), in its order,
 * then the paths where sites usually keep one. Each address once, only http and
 * https. Whether there is a feed, only fetching tells. Pure; any thread.
 *
 * Returns: (transfer full) (element-type HsFeedCandidate): the candidates
 */
GPtrArray *
hs_discovery_find (GBytes     *bytes,
                   const char *content_type,
                   const char *page_url)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (candidate_free);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = hs_charset_decode (data != NULL ? data : "", length, content_type, TRUE, NULL, NULL, NULL);
  g_autoptr (HsTree) tree = text != NULL ? hs_html_parse (text, strlen (text), NULL) : NULL;
  g_autofree char *base = tree != NULL && tree->base != NULL ? hs_url_resolve (page_url, tree->base)
                                                             : g_strdup (page_url);

  for (guint i = 0; tree != NULL && i < tree->alternates->len; i++)
    {
      const HsAlternate *alternate = g_ptr_array_index (tree->alternates, i);

      /* an interface of WordPress to programs, no feed */
      if (is_feed_type (alternate->type) && strstr (alternate->address, "/wp-json/") == NULL)
        {
          g_autofree char *url = hs_url_resolve (base, alternate->address);

          add_candidate (found, url, alternate->title, TRUE);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (common_paths); i++)
    {
      g_autofree char *url = hs_url_resolve (page_url, common_paths[i]);

      add_candidate (found, url, NULL, FALSE);
    }
  return found;
}
