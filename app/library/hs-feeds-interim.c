/* hs-feeds-interim.c: what the rooms `feeds` and `net` are about to bring
 *
 * Weak, so that theirs take their place; this file goes when they are there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-feeds.h"

#define WEAK __attribute__ ((weak))

WEAK HsOutline *
hs_outline_new (const char *title,
                const char *feed_url,
                const char *home_url)
{
  HsOutline *self = g_new0 (HsOutline, 1);

  self->title = g_strdup (title);
  self->feed_url = g_strdup (feed_url);
  self->home_url = g_strdup (home_url);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_outline_free);
  return self;
}

WEAK void
hs_outline_free (HsOutline *self)
{
  g_free (self->title);
  g_free (self->feed_url);
  g_free (self->home_url);
  g_ptr_array_unref (self->children);
  g_free (self);
}

WEAK char *
hs_feed_text_to_plain (const HsFeedText *text)
{
  return text != NULL ? g_strdup (text->value) : NULL;
}
