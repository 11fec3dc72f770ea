/* hs-workspace-private.h: the library behind a workspace, for models and jobs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-counts.h"
#include "hs-error.h"
#include "hs-journal.h"
#include "hs-library-write.h"
#include "hs-library.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* (transfer none) */
HsLibrary  *hs_workspace_get_library (HsWorkspace    *self);

/* Work on another thread; it must not touch the workspace. Edits run one after
 * the other, in the order they came. */
typedef void (*HsWorkspaceWork) (gpointer data);

void        hs_workspace_push_read   (HsWorkspace     *self,
                                      HsWorkspaceWork  work,
                                      gpointer         data);
void        hs_workspace_push_edit   (HsWorkspace     *self,
                                      HsWorkspaceWork  work,
                                      gpointer         data);

/* A decision: @work on the thread of edits; the id of what was made goes to
 * @result. Ends in hs_workspace_edit_finish(). @data is freed on the main loop.
 * hs-workspace-edit.c */
typedef gboolean (*HsWorkspaceEdit)  (HsLibrary       *library,
                                      gpointer         data,
                                      gint64          *result,
                                      GError         **error);

void        hs_workspace_edit        (HsWorkspace         *self,
                                      HsWorkspaceEdit      work,
                                      gpointer             data,
                                      GDestroyNotify       free_data,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);

/* (transfer none): the @data of a decision, until its callback returns */
gpointer    hs_workspace_edit_get_data (GAsyncResult      *result);

/* A snapshot: @work on a thread of readers returns it (transfer full); ends as the
 * pointer of a GTask. hs-workspace-read.c */
typedef gpointer (*HsWorkspaceRead)  (HsLibrary       *library,
                                      gpointer         data,
                                      GError         **error);

void        hs_workspace_read        (HsWorkspace         *self,
                                      HsWorkspaceRead      work,
                                      gpointer             data,
                                      GDestroyNotify       free_data,
                                      GDestroyNotify       free_result,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);

/* What is stored of decisions, as it is shown. hs-workspace-names.c */
GPtrArray  *hs_name_decisions_new    (GPtrArray       *stored);

/* Builds, off the main thread, the stories that wait for it. */
void        hs_workspace_build       (HsWorkspace     *self);

/* How much there is, and what undo and redo would do. */
typedef struct
{
  HsLibraryCounts counts;
  char *undo;    /* (owned) (nullable) */
  char *redo;    /* (owned) (nullable) */
  char *done;    /* (owned) (nullable): what `undo` would take back, told as done */
  gint64 last;   /* the decision that `undo` is of, 0 none */
  gboolean sample_offered;
} HsSnapshot;

HsSnapshot *hs_snapshot_load         (HsLibrary      *library);
void        hs_snapshot_free         (HsSnapshot     *self);
void        hs_workspace_show        (HsWorkspace    *self,
                                      HsSnapshot     *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSnapshot, hs_snapshot_free)

G_END_DECLS
