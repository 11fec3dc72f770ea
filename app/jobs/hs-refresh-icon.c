/* hs-refresh-icon.c: the small picture of a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-private.h"

#include <string.h>

#include "hs-url.h"

#define WEEK (7 * 86400)

/**
 * hs_refresh_find_icon:
 * @feed: a feed
 * @about: (nullable): what it says of itself
 * @now: Unix seconds
 *
 * Once a week at most, whether the last time was a success or a failure.
 *
 * Returns: (transfer full) (nullable): where its icon may lie
 */
char *
hs_refresh_find_icon (const HsStoredFeed *feed,
                      const HsFeed       *about,
                      gint64              now)
{
  const char *home = NULL;

  if (feed->icon_tried > 0 && now - feed->icon_tried < WEEK)
    return NULL;
  if (about != NULL && hs_url_is_web (about->icon))
    return g_strdup (about->icon);
  if (about != NULL && hs_url_is_web (about->home_url))
    home = about->home_url;
  else if (hs_url_is_web (feed->home_url))
    home = feed->home_url;
  return hs_url_resolve (home != NULL ? home : feed->state->url, "/favicon.ico");
}

/**
 * hs_refresh_is_icon:
 * @bytes: what was fetched
 *
 * By its first bytes, whatever the server calls it. Drawings in XML are left
 * out: they can do more than show a picture.
 *
 * Returns: whether it is a picture
 */
gboolean
hs_refresh_is_icon (GBytes *bytes)
{
  static const struct
  {
    const char *magic;
    gsize at;
    gsize length;
  } known[] = {
    { "\x89PNG\r\n\x1a\n", 0, 8 }, { "\0\0\1\0", 0, 4 },     { "GIF8", 0, 4 },
    { "\xff\xd8\xff", 0, 3 },      { "WEBP", 8, 4 },         { "BM", 0, 2 },
  };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].at + known[i].length && memcmp (data + known[i].at, known[i].magic, known[i].length) == 0)
      return TRUE;
  return FALSE;
}
