/* hs-feeds-private.h: parts of keeping subscriptions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-journal-private.h"
#include "hs-library-feeds.h"

G_BEGIN_DECLS

/* hs-feeds-load.c; within a transaction. What they return is (transfer full). */

GPtrArray    *hs_feeds_load          (HsDatabase        *database,
                                      const char        *where,
                                      const char        *order,
                                      gint64             number,
                                      GError           **error);
GPtrArray    *hs_feeds_load_folders  (HsDatabase        *database,
                                      GError           **error);

/* hs-feeds-edit.c; the writer's thread. */

/* Where a feed or folder stands among its siblings. */
typedef struct
{
  gboolean is_folder;
  gint64 id;
} HsSibling;

/* (transfer full) (element-type HsSibling): what is in @folder, in order */
GArray       *hs_feeds_load_siblings (HsDatabase        *database,
                                      gint64             folder,
                                      GError           **error);
/* Numbers them in the order given. */
gboolean      hs_feeds_set_order     (HsEntry           *entry,
                                      GArray            *siblings,
                                      GError           **error);
/* Puts one in at @position, -1 the end, of @folder, where it may stand already. */
gboolean      hs_feeds_place         (HsEntry           *entry,
                                      HsDatabase        *database,
                                      HsSibling          what,
                                      gint64             folder,
                                      int                position,
                                      GError           **error);
/* A new feed, or the one of that address that was removed, at the end of
 * @folder. @title: (nullable): the user's. */
gboolean      hs_feeds_subscribe     (HsEntry           *entry,
                                      HsDatabase        *database,
                                      const char        *url,
                                      const char        *title,
                                      gint64             folder,
                                      gint64            *id,
                                      GError           **error);
gboolean      hs_feeds_make_folder   (HsEntry           *entry,
                                      HsDatabase        *database,
                                      const char        *title,
                                      gint64             parent,
                                      gint64            *id,
                                      GError           **error);
/* 0: none that is subscribed to */
gboolean      hs_feeds_find          (HsDatabase        *database,
                                      const char        *url,
                                      gint64            *id,
                                      GError           **error);

/* hs-feeds-match.c */

/* Which article of the library each of @keys is; see hs_library_match_entries(). */
gboolean      hs_feeds_match         (HsDatabase        *database,
                                      gint64             feed,
                                      GPtrArray         *keys,
                                      GError           **error);
/* (transfer full) (nullable): the address as it is compared, NULL when it cannot
 * be that of a single article. @home: (nullable): of the feed's site */
char         *hs_feeds_article_link  (const char        *link,
                                      const char        *home);

G_END_DECLS
