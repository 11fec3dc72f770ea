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

/* Builds, off the main thread, the stories that wait for it. */
void        hs_workspace_build       (HsWorkspace     *self);

/* How much there is, and what undo and redo would do. */
typedef struct
{
  HsLibraryCounts counts;
  char *undo;    /* (owned) (nullable) */
  char *redo;    /* (owned) (nullable) */
  gboolean sample_offered;
} HsSnapshot;

HsSnapshot *hs_snapshot_load         (HsLibrary      *library);
void        hs_snapshot_free         (HsSnapshot     *self);
void        hs_workspace_show        (HsWorkspace    *self,
                                      HsSnapshot     *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSnapshot, hs_snapshot_free)

G_END_DECLS
