/* workspace-test.c: a workspace in a temporary folder, and waiting for it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "workspace-test.h"

#include "library-test.h"

static gint64 edited;
static gboolean edit_done;

static gboolean
give_up (gpointer data)
{
  g_error ("Nothing happened for 20 seconds");
  return G_SOURCE_REMOVE;
}

void
workspace_test_wait (gboolean *done)
{
  guint timeout = g_timeout_add_seconds (20, give_up, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  WorkspaceTest *self = data;
  g_autoptr (GError) error = NULL;

  self->workspace = hs_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

void
workspace_test_set_up (WorkspaceTest *self,
                       gconstpointer  data)
{
  if (self->directory == NULL)
    self->directory = g_dir_make_tmp ("hearsay-workspace-XXXXXX", NULL);
  hs_workspace_open_async (self->directory, NULL, opened, self);
  while (self->workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
workspace_test_tear_down (WorkspaceTest *self,
                          gconstpointer  data)
{
  /* what is still on its way to the main loop holds it */
  while (G_OBJECT (self->workspace)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self->workspace));
  library_test_remove (self->directory);
  g_free (self->directory);
}

void
workspace_test_wait_list (HsList *list)
{
  guint timeout = g_timeout_add_seconds (20, give_up, NULL);

  while (hs_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

void
workspace_test_wait_item (HsItem *item)
{
  guint timeout = g_timeout_add_seconds (20, give_up, NULL);

  while (!hs_item_get_loaded (item))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

void
workspace_test_edit_done (GObject      *source,
                          GAsyncResult *result,
                          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  edited = hs_workspace_edit_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  edit_done = TRUE;
}

gint64
workspace_test_edited (WorkspaceTest *self)
{
  edit_done = FALSE;
  workspace_test_wait (&edit_done);
  return edited;
}

static void
job_ended (HsJob    *job,
           gboolean *done)
{
  *done = TRUE;
}

void
workspace_test_run_job (HsJob *job)
{
  gboolean done = FALSE;

  g_signal_connect (job, "ended", G_CALLBACK (job_ended), &done);
  hs_job_start (job);
  workspace_test_wait (&done);
  g_signal_handlers_disconnect_by_data (job, &done);
}

typedef struct
{
  HsReading *reading;
  gboolean done;
} Read;

static void
read_done (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Read *read = data;
  g_autoptr (GError) error = NULL;

  read->reading = hs_workspace_read_article_finish (HS_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
  read->done = TRUE;
}

HsReading *
workspace_test_read (WorkspaceTest *self,
                     gint64         article)
{
  Read read = { NULL, FALSE };

  hs_workspace_read_article_async (self->workspace, article, NULL, read_done, &read);
  workspace_test_wait (&read.done);
  return read.reading;
}
