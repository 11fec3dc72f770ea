/* hs-refresh-choose.c: which feeds are asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-private.h"

static gboolean
may_ask (const HsStoredFeed *feed,
         HsRefreshFlags      flags,
         gint64              time)
{
  const HsFeedState *state = feed->state;

  if (flags & HS_REFRESH_INSIST)
    return TRUE;
  if (flags & HS_REFRESH_ALL)
    return !state->gone && state->retry_after <= time;
  return state->next <= time;
}

static gboolean
is_named (const HsStoredFeed *feed,
          GArray             *feeds)
{
  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    if (g_array_index (feeds, gint64, i) == feed->id)
      return TRUE;
  return feeds == NULL;
}

/**
 * hs_refresh_choose:
 * @library: where the feeds are kept
 * @named: (nullable) (element-type gint64): only these
 * @flags: which of them
 * @time: Unix seconds
 * @error: return location
 *
 * Returns: (transfer full) (element-type HsStoredFeed): the feeds that may be asked
 *   now; %NULL with @error set
 */
GPtrArray *
hs_refresh_choose (HsLibrary       *library,
                   GArray          *named,
                   HsRefreshFlags   flags,
                   gint64           time,
                   GError         **error)
{
  GPtrArray *feeds;

  if (named == NULL && (flags & (HS_REFRESH_ALL | HS_REFRESH_INSIST)) == 0)
    feeds = hs_library_load_due (library, time, NULL, error);
  else
    feeds = hs_library_load_feeds (library, NULL, error);
  for (guint i = feeds != NULL ? feeds->len : 0; i-- > 0;)
    {
      const HsStoredFeed *feed = g_ptr_array_index (feeds, i);

      if (!is_named (feed, named) || !may_ask (feed, flags, time))
        g_ptr_array_remove_index (feeds, i);
    }
  return feeds;
}
