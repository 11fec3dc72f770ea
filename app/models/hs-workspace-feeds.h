/* hs-workspace-feeds.h: subscriptions and watches, as the views decide them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-difference.h"
#include "hs-feed-health.h"
#include "hs-feed-tree.h"
#include "hs-watch-list.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* Main thread; all return at once. Decisions are journaled and undoable and end in
 * hs_workspace_edit_finish(): the id of what was made, 0 when nothing was, -1 with
 * @error set. */

/* @title: (nullable): the user's; @folder: 0 none. Fetches nothing; a feed that is
 * there already is HS_ERROR_USAGE with a sentence. */
void hs_workspace_add_feed      (HsWorkspace *self, const char *url, const char *title, gint64 folder,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * HsFeedChanges:
 *
 * What to change of a feed; NULL and -1 leave as it is, "" takes back.
 */
typedef struct
{
  const char *title;
  const char *url;
  const char *user;
  gint64 folder;        /* 0 none */
  int position;         /* among what is in the folder; -1 with a folder: the end */
  gint64 interval;      /* seconds, 0 the default */
  int full_page;
  int notify;
} HsFeedChanges;

#define HS_FEED_CHANGES_NOTHING { NULL, NULL, NULL, -1, -1, -1, -1, -1 }

void hs_workspace_edit_feed     (HsWorkspace *self, gint64 feed, const HsFeedChanges *changes,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Their articles stay. */
void hs_workspace_remove_feeds  (HsWorkspace *self, const gint64 *feeds, guint n,
                                 GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_add_folder    (HsWorkspace *self, const char *title, gint64 parent,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* @title: (nullable); @parent, @position: -1 leaves */
void hs_workspace_edit_folder   (HsWorkspace *self, gint64 folder, const char *title, gint64 parent, int position,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* What is in it moves to its parent. */
void hs_workspace_remove_folder (HsWorkspace *self, gint64 folder,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Marks all that @query finds; edit_finish gives how many were unread. */
void hs_workspace_set_read_all  (HsWorkspace *self, const char *query,
                                 GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_add_watch     (HsWorkspace *self, const char *title, const char *query, gboolean notify,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* NULL and -1 leave. */
void hs_workspace_edit_watch    (HsWorkspace *self, gint64 watch, const char *title, const char *query, int notify,
                                 GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_remove_watch  (HsWorkspace *self, gint64 watch,
                                 GAsyncReadyCallback callback, gpointer user_data);

/* How the library's feeds are asked: `refresh-interval` (seconds), `full-page` ("1":
 * of every entry of every feed). Not journaled. @value: "" is the default. */
void  hs_workspace_set_option         (HsWorkspace *self, const char *key, const char *value,
                                       GAsyncReadyCallback callback, gpointer user_data);
void  hs_workspace_read_option_async  (HsWorkspace *self, const char *key, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): "" when it was never set */
char *hs_workspace_read_option_finish (HsWorkspace *self, GAsyncResult *result, GError **error);

/* --- OPML ------------------------------------------------------------------------ */

void   hs_workspace_import_outline        (HsWorkspace *self, GFile *file,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* @skipped: (out) (optional) (transfer full) (element-type utf8): a sentence each.
 * Returns: how many feeds are new, -1 with @error set */
gint64 hs_workspace_import_outline_finish (HsWorkspace *self, GAsyncResult *result, GPtrArray **skipped,
                                           GError **error);
/* Replaces @file whole or not at all; ends in hs_workspace_edit_finish(). */
void   hs_workspace_export_outline        (HsWorkspace *self, GFile *file,
                                           GAsyncReadyCallback callback, gpointer user_data);

/* --- snapshots ------------------------------------------------------------------- */

/* @feed: 0 for all of them, by folder and position.
 * Returns from finish: (transfer full) (element-type HsFeedHealth) */
void          hs_workspace_read_health_async      (HsWorkspace *self, gint64 feed, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
GPtrArray    *hs_workspace_read_health_finish     (HsWorkspace *self, GAsyncResult *result, GError **error);
/* @from, @to: ids of revisions (#HsReadingRevision), the older first.
 * Returns from finish: (transfer full) */
void          hs_workspace_read_difference_async  (HsWorkspace *self, gint64 article, gint64 from, gint64 to,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
HsDifference *hs_workspace_read_difference_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/**
 * HsExpired:
 * @articles: (element-type gint64): all of them
 * @lines: (element-type utf8): the first of them in words, title, outlet and date
 */
typedef struct
{
  GArray *articles;
  GPtrArray *lines;
} HsExpired;

void          hs_expired_free                     (HsExpired *self);

/* What a rule of @days would remove; hs_workspace_delete() removes it.
 * Returns from finish: (transfer full) */
void          hs_workspace_read_expired_async     (HsWorkspace *self, guint days, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
HsExpired    *hs_workspace_read_expired_finish    (HsWorkspace *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsExpired, hs_expired_free)

G_END_DECLS
