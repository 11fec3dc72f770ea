/* hs-workspace.h: one open library, as the views see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-item.h"
#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsWorkspace:
 *
 * One open library and what the window shows of it. Everything here is called
 * on the main thread, returns at once and works on other threads.
 *
 * Properties (read-only, notifying):
 * - `directory` (string): where the library is
 * - `read-only` (gboolean)
 * - `undo-label`, `redo-label` (string, nullable): what undo would take back, in
 *   words ("Delete 3 articles"), translated; %NULL when there is nothing
 * - `last-decision` (gint64): which decision undo would take back; 0 when there is none
 * - `n-articles`, `n-unread`, `n-starred`, `n-stories` (of two articles or
 *   more), `n-sources`, `n-entities`, `n-notes`, `n-feeds` (guint)
 * - `has-sample` (gboolean): whether the sample story is in it
 * - `sample-offered` (gboolean): whether it ever was; a sample that was removed
 *   does not return by itself
 *
 * Signal `changed (HsWorkspace *, HsChange what)`: something was written, by us
 * or by another program that uses the same library; lists follow by
 * themselves, pages (#HsReading …) are to be read again.
 */
#define HS_TYPE_WORKSPACE (hs_workspace_get_type ())
G_DECLARE_FINAL_TYPE (HsWorkspace, hs_workspace, HS, WORKSPACE, GObject)

typedef enum
{
  HS_CHANGE_ARTICLES = 1 << 0,
  HS_CHANGE_ENTITIES = 1 << 1,
  HS_CHANGE_STORIES = 1 << 2,
  HS_CHANGE_NOTES = 1 << 3,
  HS_CHANGE_GRADES = 1 << 4,
  HS_CHANGE_FLAGS = 1 << 5, /* read and starred */
  HS_CHANGE_FEEDS = 1 << 6, /* subscriptions, folders, watches, how they fare */
  HS_CHANGE_ALL = 0x7f
} HsChange;

/* @directory: (nullable): %NULL is the user's own, `$XDG_DATA_HOME/hearsay`.
 * Creates it when absent. Errors: HS_ERROR_NOT_LIBRARY, _NEWER_LIBRARY,
 * _READ_ONLY, _DISK_FULL …, each with a message for the user. */
void         hs_workspace_open_async  (const char          *directory,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
HsWorkspace *hs_workspace_open_finish (GAsyncResult        *result,
                                       GError             **error);
/* Waits for writes under way, then closes. Safe to call twice. */
void         hs_workspace_close       (HsWorkspace         *self);

const char  *hs_workspace_get_directory  (HsWorkspace *self);
gboolean     hs_workspace_get_read_only  (HsWorkspace *self);
const char  *hs_workspace_get_undo_label (HsWorkspace *self);
const char  *hs_workspace_get_redo_label (HsWorkspace *self);
const char  *hs_workspace_get_done_label (HsWorkspace *self);
gint64       hs_workspace_get_last_decision (HsWorkspace *self);

/* --- decisions of the analyst: all journaled, all undoable -----------------
 * Each ends in hs_workspace_edit_finish(): the id of what was made (a note),
 * 0 when nothing was, -1 with @error set. */

void   hs_workspace_set_read      (HsWorkspace *self, const gint64 *articles, guint n, gboolean read,
                                   GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_set_starred   (HsWorkspace *self, const gint64 *articles, guint n, gboolean starred,
                                   GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_delete        (HsWorkspace *self, const gint64 *articles, guint n,
                                   GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_remove_sample (HsWorkspace *self,
                                   GAsyncReadyCallback callback, gpointer user_data);

/* What the analyst corrects of an article by hand; %NULL leaves as it is, ""
 * makes unknown. @published: RFC 3339 or YYYY[-MM[-DD]], else HS_ERROR_USAGE. */
typedef struct
{
  const char *title;
  const char *outlet;
  const char *byline;
  const char *published;
  const char *url;
} HsArticleDetails;

void   hs_workspace_set_details   (HsWorkspace *self, gint64 article, const HsArticleDetails *details,
                                   GAsyncReadyCallback callback, gpointer user_data);

/* @letter 'A' to 'F', or 0 to take the grade back; @reason: (nullable) */
void   hs_workspace_grade_source  (HsWorkspace *self, gint64 source, char letter, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* @digit '1' to '6', or 0 */
void   hs_workspace_grade_article (HsWorkspace *self, gint64 article, char digit, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);

/* @span: bytes of the article's present text; @tags: (nullable): comma separated */
void   hs_workspace_add_note      (HsWorkspace *self, gint64 article, HsSpan span,
                                   const char *body, const char *tags,
                                   GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_update_note   (HsWorkspace *self, gint64 note, const char *body, const char *tags,
                                   GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_delete_note   (HsWorkspace *self, gint64 note,
                                   GAsyncReadyCallback callback, gpointer user_data);

/* Merging: @entities[0] stays, the others become names of it; @reason: (nullable). */
void   hs_workspace_merge_entities (HsWorkspace *self, const gint64 *entities, guint n, const char *reason,
                                    GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_rename_entity  (HsWorkspace *self, gint64 entity, const char *name,
                                    GAsyncReadyCallback callback, gpointer user_data);

void   hs_workspace_undo          (HsWorkspace *self, GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_redo          (HsWorkspace *self, GAsyncReadyCallback callback, gpointer user_data);
void   hs_workspace_give_reason   (HsWorkspace *self, gint64 decision, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);

gint64 hs_workspace_edit_finish   (HsWorkspace *self, GAsyncResult *result, GError **error);

/* --- pages: immutable snapshots, read off the main thread ------------------ */

void          hs_workspace_read_article_async  (HsWorkspace *self, gint64 article, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
HsReading    *hs_workspace_read_article_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
void          hs_workspace_read_entity_async   (HsWorkspace *self, gint64 entity, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
HsEntityPage *hs_workspace_read_entity_finish  (HsWorkspace *self, GAsyncResult *result, GError **error);
void          hs_workspace_read_story_async    (HsWorkspace *self, gint64 story, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
HsStoryPage  *hs_workspace_read_story_finish   (HsWorkspace *self, GAsyncResult *result, GError **error);

void          hs_workspace_find_unread_async   (HsWorkspace *self, const char *query, gint64 after,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
gint64        hs_workspace_find_unread_finish  (HsWorkspace *self, GAsyncResult *result, GError **error);

/* What could complete @prefix in the search field: sources and entities, best
 * first. Returns from finish: (transfer full) (element-type HsSuggestion). */
typedef struct
{
  gboolean is_source;   /* else an entity */
  gint64 id;
  HsMentionKind kind;
  char *name;
  guint articles;
} HsSuggestion;

void       hs_workspace_suggest_async  (HsWorkspace *self, const char *prefix, guint limit,
                                        gboolean sources, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hs_workspace_suggest_finish (HsWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
