/* hs-workspace-names.h: the name desk: what is named, and what the analyst says of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

/* Immutable snapshots, as in hs-reading.h. */

/* Articles of one day (YYYY-MM-DD), month (YYYY-MM) or year (YYYY). */
typedef struct
{
  char *period;
  guint n;
} HsNamePeriod;

typedef struct
{
  gint64 entity;
  HsMentionKind kind;
  char *name;
  guint n;             /* articles that name both */
} HsNameCompany;

/* What the analyst decided of it. */
typedef struct
{
  gint64 id;           /* of the journal: for hs_workspace_give_reason() */
  gint64 time;         /* Unix seconds */
  char *action;        /* "merge", "accept", "keep-apart", "refuse", "split", "not-this-one", "kind", "rename",
                        * "set-mention" or "remove-mention" */
  char *subject;       /* (nullable): the name or the words it was about, as they were then */
  char **others;       /* who was merged into it or is kept apart from it, which words were split
                        * off it, what the words were said to name */
  guint n_others;      /* how many there are: @others are the first few */
  HsMentionKind kind;  /* of "kind": the new one */
  char *reason;        /* (nullable): the analyst's */
  char *proposed;      /* (nullable): of "accept" and "refuse": why the program proposed it */
  char *article;       /* (nullable): the title of the article whose words it is about */
  gboolean undone;     /* taken back */
} HsNameDecision;

typedef struct
{
  GPtrArray *periods;  /* (element-type HsNamePeriod), earliest first, without gaps */
  GPtrArray *company;  /* (element-type HsNameCompany), most articles first */
  GPtrArray *said;     /* (element-type HsOccurrence): what it said, latest first */
  GPtrArray *about;    /* (element-type HsOccurrence): what others said that names it */
  GPtrArray *decisions; /* (element-type HsNameDecision), newest first: the last 200 */
} HsNameDesk;

/* Two that may be one: @entity would stay. */
typedef struct
{
  gint64 entity;
  gint64 other;
  char *why;
} HsNamePair;

#define HS_TYPE_NAME_DESK (hs_name_desk_get_type ())

GType       hs_name_desk_get_type (void) G_GNUC_CONST;
HsNameDesk *hs_name_desk_ref      (HsNameDesk *self);
void        hs_name_desk_unref    (HsNameDesk *self);

void        hs_workspace_read_name_desk_async  (HsWorkspace *self, gint64 entity, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
HsNameDesk *hs_workspace_read_name_desk_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/* Returns from finish: (transfer full) (element-type HsNamePair): at most @limit,
 * the most mentioned first */
void        hs_workspace_read_proposals_async  (HsWorkspace *self, guint limit, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *hs_workspace_read_proposals_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/* How many there are, at most @limit; -1 with @error set. */
void        hs_workspace_count_proposals_async  (HsWorkspace *self, guint limit, GCancellable *cancellable,
                                                 GAsyncReadyCallback callback, gpointer user_data);
int         hs_workspace_count_proposals_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/* Returns from finish: (transfer full) (element-type guint): how many of @ids are of
 * which HsMentionKind */
void        hs_workspace_count_kinds_async  (HsWorkspace *self, const gint64 *ids, guint n, GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
GArray     *hs_workspace_count_kinds_finish (HsWorkspace *self, GAsyncResult *result, GError **error);

/* Returns from finish: (transfer full) (element-type HsNameDecision): by what two of @ids
 * are never one, the first few */
void        hs_workspace_read_apart_async  (HsWorkspace *self, const gint64 *ids, guint n, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
GPtrArray  *hs_workspace_read_apart_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/* Returns from finish: (transfer full) (element-type gint64): with whom it is never one */
void        hs_workspace_list_apart_async  (HsWorkspace *self, gint64 entity, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
GArray     *hs_workspace_list_apart_finish (HsWorkspace *self, GAsyncResult *result, GError **error);
/* Another of its kind that is called @name: 0 none, -1 with @error set */
void        hs_workspace_find_namesake_async  (HsWorkspace *self, gint64 entity, const char *name,
                                               GCancellable *cancellable, GAsyncReadyCallback callback,
                                               gpointer user_data);
gint64      hs_workspace_find_namesake_finish (HsWorkspace *self, GAsyncResult *result, GError **error);

/* --- decisions: journaled, undoable, kept whatever is analysed -----------------
 * Each ends in hs_workspace_edit_finish(): the entity that came of it, 0, or -1
 * with @error set. @reason: (nullable) */
void hs_workspace_answer_proposal (HsWorkspace *self, const HsNamePair *pair, gboolean accept, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_keep_apart      (HsWorkspace *self, gint64 entity, gint64 other, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_split_names     (HsWorkspace *self, gint64 entity, const char * const *names, const char *reason,
                                   GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_not_this_one    (HsWorkspace *self, gint64 entity, gint64 article, HsSpan span,
                                   GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_set_kind        (HsWorkspace *self, gint64 entity, HsMentionKind kind,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* @entity: 0 is one of its own */
void hs_workspace_set_mention     (HsWorkspace *self, gint64 article, HsSpan span, HsMentionKind kind, gint64 entity,
                                   GAsyncReadyCallback callback, gpointer user_data);
void hs_workspace_remove_mention  (HsWorkspace *self, gint64 article, HsSpan span,
                                   GAsyncReadyCallback callback, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsNameDesk, hs_name_desk_unref)

G_END_DECLS
