/* hs-notice.h: what of the new articles somebody waits for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsNotice:
 * @watch: the watch, 0 when it is of a feed
 * @feed: the feed, 0 when it is of a watch
 * @title: of the watch or feed
 * @n: how many new articles it has
 * @article: the newest of them
 * @article_title: (nullable)
 *
 * What one watch, or one feed that the user wants to hear of, has that is new.
 */
typedef struct
{
  gint64 watch;
  gint64 feed;
  char *title;          /* (owned) */
  guint n;
  gint64 article;
  char *article_title;  /* (owned) (nullable) */
} HsNotice;

void       hs_notice_free        (HsNotice            *self);

/* @articles: (element-type gint64): ids of articles that are new. Works on
 * another thread. Finish returns (transfer full) (element-type HsNotice). */
void       hs_notice_find_async  (HsWorkspace         *workspace,
                                  GArray              *articles,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
GPtrArray *hs_notice_find_finish (HsWorkspace         *workspace,
                                  GAsyncResult        *result,
                                  GError             **error);

/* One notification for all of them; its default action is
 * `app.show-article (x)` where there is one article, else `app.show-window`.
 * Returns: (transfer full) (nullable): NULL when there is nothing to say */
GNotification *hs_notice_to_notification (GPtrArray *notices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsNotice, hs_notice_free)

G_END_DECLS
