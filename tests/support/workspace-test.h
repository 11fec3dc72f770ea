/* workspace-test.h: a workspace in a temporary folder, and waiting for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-import-job.h"
#include "hs-list.h"
#include "hs-workspace.h"

typedef struct
{
  char *directory;         /* (owned) */
  HsWorkspace *workspace;  /* (owned) */
} WorkspaceTest;

void      workspace_test_set_up    (WorkspaceTest *self,
                                    gconstpointer  data);
void      workspace_test_tear_down (WorkspaceTest *self,
                                    gconstpointer  data);
/* Lets the main loop run until *@done. */
void      workspace_test_wait      (gboolean      *done);
void      workspace_test_wait_list (HsList        *list);
void      workspace_test_wait_item (HsItem        *item);
/* For edits: waits with workspace_test_edited(), which gives the result. */
void      workspace_test_edit_done (GObject       *source,
                                    GAsyncResult  *result,
                                    gpointer       data);
gint64    workspace_test_edited    (WorkspaceTest *self);
void      workspace_test_run_job   (HsJob         *job);
HsReading *workspace_test_read     (WorkspaceTest *self,
                                    gint64         article);
