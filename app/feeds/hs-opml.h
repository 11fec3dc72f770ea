/* hs-opml.h: lists of subscriptions, in and out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsOutline:
 * @title: (nullable)
 * @feed_url: (nullable): %NULL for a folder
 * @home_url: (nullable)
 * @children: (element-type HsOutline): of a folder
 *
 * A feed or a folder of them.
 */
typedef struct
{
  char *title;         /* (owned) (nullable) */
  char *feed_url;      /* (owned) (nullable) */
  char *home_url;      /* (owned) (nullable) */
  GPtrArray *children; /* (owned) (element-type HsOutline) */
} HsOutline;

HsOutline *hs_outline_new  (const char  *title,
                            const char  *feed_url,
                            const char  *home_url);
void       hs_outline_free (HsOutline   *self);

/* OPML 1.0, 1.1 and 2.0, hostile or broken.
 * @skipped: (out) (optional) (transfer full) (element-type utf8): what was left
 *   out, a sentence each ("“Name” has no address.")
 * Errors: HS_ERROR_UNSUPPORTED, _EMPTY, _TOO_LARGE. Pure; any thread.
 * Returns: (transfer full): a nameless root */
HsOutline *hs_opml_read    (GBytes           *bytes,
                            GPtrArray       **skipped,
                            GError          **error);
/* OPML 2.0. Returns: (transfer full) */
char      *hs_opml_write   (const HsOutline  *root,
                            const char       *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsOutline, hs_outline_free)

G_END_DECLS
