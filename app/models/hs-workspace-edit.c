/* hs-workspace-edit.c: decisions of the analyst, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-decisions.h"
#include "hs-workspace-private.h"

/* What is to be decided: which, and with what. */
typedef struct _Edit Edit;

struct _Edit
{
  gboolean (*decide) (Edit    *self,
                      GError **error);
  HsLibrary *library;     /* (owned) */
  GTask *task;            /* (owned) */
  gint64 *ids;            /* (owned) */
  guint n;
  int value;              /* a flag, or a grade */
  HsSpan span;
  char *texts[5];         /* (owned) (nullable) */
  HsWorkspaceEdit work;   /* (nullable): a decision of another file … */
  gpointer data;          /* (unowned) (nullable): … and what it is about, the task's */

  gint64 result;
  GError *error;          /* (owned) (nullable) */
  HsSnapshot *snapshot;   /* (owned) (nullable) */
};

static void
edit_free (gpointer data)
{
  Edit *self = data;

  g_object_unref (self->library);
  g_object_unref (self->task);
  g_free (self->ids);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_clear_error (&self->error);
  hs_snapshot_free (self->snapshot);
  g_free (self);
}

/* Back on the main loop: what is shown is brought up to date first, so that
 * who waited finds it so. */
static gboolean
edit_done (gpointer data)
{
  Edit *self = data;
  HsWorkspace *workspace = g_task_get_source_object (self->task);

  if (self->snapshot != NULL)
    hs_workspace_show (workspace, g_steal_pointer (&self->snapshot));
  hs_workspace_build (workspace);
  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_int (self->task, self->result);
  return G_SOURCE_REMOVE;
}

static void
edit_work (gpointer data)
{
  Edit *self = data;

  self->decide (self, &self->error);
  if (self->error == NULL)
    self->snapshot = hs_snapshot_load (self->library);
  g_idle_add_full (G_PRIORITY_DEFAULT, edit_done, self, edit_free);
}

static Edit *
edit_new (HsWorkspace          *workspace,
          const gint64         *ids,
          guint                 n,
          GAsyncReadyCallback   callback,
          gpointer              user_data)
{
  Edit *self = g_new0 (Edit, 1);

  self->library = g_object_ref (hs_workspace_get_library (workspace));
  self->task = g_task_new (workspace, NULL, callback, user_data);
  g_task_set_source_tag (self->task, edit_new);
  self->ids = g_memdup2 (ids, n * sizeof *ids);
  self->n = n;
  return self;
}

static void
edit_start (Edit     *self,
            gboolean (*decide) (Edit *, GError **))
{
  self->decide = decide;
  hs_workspace_push_edit (g_task_get_source_object (self->task), edit_work, self);
}

/**
 * hs_workspace_edit_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: the id of what was made, 0 when nothing was; -1 with @error set
 */
gint64
hs_workspace_edit_finish (HsWorkspace   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), -1);
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}

static gboolean
decide_work (Edit    *self,
             GError **error)
{
  return self->work (self->library, self->data, &self->result, error);
}

/**
 * hs_workspace_edit:
 * @self: a workspace
 * @work: the decision, on the thread of edits
 * @data: for @work
 * @free_data: (nullable): frees @data, on the main loop
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread. Edits run in the order they came.
 */
void
hs_workspace_edit (HsWorkspace         *self,
                   HsWorkspaceEdit      work,
                   gpointer             data,
                   GDestroyNotify       free_data,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Edit *edit = edit_new (self, NULL, 0, callback, user_data);

  edit->work = work;
  edit->data = data;
  g_task_set_task_data (edit->task, data, free_data);
  edit_start (edit, decide_work);
}

/**
 * hs_workspace_edit_get_data:
 * @result: what the callback of a decision was given
 *
 * Returns: (transfer none): its data, until the callback returns
 */
gpointer
hs_workspace_edit_get_data (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

static gboolean
decide_read (Edit    *self,
             GError **error)
{
  return hs_library_set_read (self->library, self->ids, self->n, self->value, error);
}

/**
 * hs_workspace_set_read:
 * @self: a workspace
 * @articles: (array length=n): ids
 * @n: how many
 * @read: whether they are read
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_set_read (HsWorkspace         *self,
                       const gint64        *articles,
                       guint                n,
                       gboolean             read,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, articles, n, callback, user_data);
  edit->value = read;
  edit_start (edit, decide_read);
}

static gboolean
decide_starred (Edit    *self,
                GError **error)
{
  return hs_library_set_starred (self->library, self->ids, self->n, self->value, error);
}

/**
 * hs_workspace_set_starred:
 * @self: a workspace
 * @articles: (array length=n): ids
 * @n: how many
 * @starred: whether they get a star or lose it
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_set_starred (HsWorkspace         *self,
                          const gint64        *articles,
                          guint                n,
                          gboolean             starred,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, articles, n, callback, user_data);
  edit->value = starred;
  edit_start (edit, decide_starred);
}

static gboolean
decide_delete (Edit    *self,
               GError **error)
{
  return hs_library_delete (self->library, self->ids, self->n, error);
}

/**
 * hs_workspace_delete:
 * @self: a workspace
 * @articles: (array length=n): ids
 * @n: how many
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread. Undo brings them back.
 */
void
hs_workspace_delete (HsWorkspace         *self,
                     const gint64        *articles,
                     guint                n,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit_start (edit_new (self, articles, n, callback, user_data), decide_delete);
}

static gboolean
decide_sample (Edit    *self,
               GError **error)
{
  return hs_library_remove_sample (self->library, error);
}

/**
 * hs_workspace_remove_sample:
 * @self: a workspace
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Deletes the articles of the sample story: a decision, off the main thread.
 */
void
hs_workspace_remove_sample (HsWorkspace         *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit_start (edit_new (self, NULL, 0, callback, user_data), decide_sample);
}

static gboolean
decide_details (Edit    *self,
                GError **error)
{
  const HsDetails details = { self->texts[0], self->texts[1], self->texts[2], self->texts[3], self->texts[4] };

  return hs_library_set_details (self->library, self->ids[0], &details, error);
}

/**
 * hs_workspace_set_details:
 * @self: a workspace
 * @article: an article
 * @details: what is corrected; copied
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread; HS_ERROR_USAGE where the date is none.
 */
void
hs_workspace_set_details (HsWorkspace            *self,
                          gint64                  article,
                          const HsArticleDetails *details,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (details != NULL);

  edit = edit_new (self, &article, 1, callback, user_data);
  edit->texts[0] = g_strdup (details->title);
  edit->texts[1] = g_strdup (details->outlet);
  edit->texts[2] = g_strdup (details->byline);
  edit->texts[3] = g_strdup (details->published);
  edit->texts[4] = g_strdup (details->url);
  edit_start (edit, decide_details);
}

static gboolean
decide_grade_source (Edit    *self,
                     GError **error)
{
  return hs_library_grade_source (self->library, self->ids[0], self->value, self->texts[0], error);
}

/**
 * hs_workspace_grade_source:
 * @self: a workspace
 * @source: a source
 * @letter: 'A' to 'F', 0 takes the grade back
 * @reason: (nullable): why
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_grade_source (HsWorkspace         *self,
                           gint64               source,
                           char                 letter,
                           const char          *reason,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, &source, 1, callback, user_data);
  edit->value = letter;
  edit->texts[0] = g_strdup (reason);
  edit_start (edit, decide_grade_source);
}

static gboolean
decide_grade_article (Edit    *self,
                      GError **error)
{
  return hs_library_grade_article (self->library, self->ids[0], self->value, self->texts[0], error);
}

/**
 * hs_workspace_grade_article:
 * @self: a workspace
 * @article: an article
 * @digit: '1' to '6', 0 takes the grade back
 * @reason: (nullable): why
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_grade_article (HsWorkspace         *self,
                            gint64               article,
                            char                 digit,
                            const char          *reason,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, &article, 1, callback, user_data);
  edit->value = digit;
  edit->texts[0] = g_strdup (reason);
  edit_start (edit, decide_grade_article);
}

static gboolean
decide_add_note (Edit    *self,
                 GError **error)
{
  self->result = hs_library_add_note (self->library, self->ids[0], self->span, self->texts[0], self->texts[1], error);
  return self->result >= 0;
}

/**
 * hs_workspace_add_note:
 * @self: a workspace
 * @article: an article
 * @span: words of it, in bytes of its present text
 * @body: the note
 * @tags: (nullable): separated by commas
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread. What hs_workspace_edit_finish() returns is the note.
 */
void
hs_workspace_add_note (HsWorkspace         *self,
                       gint64               article,
                       HsSpan               span,
                       const char          *body,
                       const char          *tags,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, &article, 1, callback, user_data);
  edit->span = span;
  edit->texts[0] = g_strdup (body);
  edit->texts[1] = g_strdup (tags);
  edit_start (edit, decide_add_note);
}

static gboolean
decide_update_note (Edit    *self,
                    GError **error)
{
  return hs_library_update_note (self->library, self->ids[0], self->texts[0], self->texts[1], error);
}

/**
 * hs_workspace_update_note:
 * @self: a workspace
 * @note: a note
 * @body: what it says now
 * @tags: (nullable): separated by commas
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_update_note (HsWorkspace         *self,
                          gint64               note,
                          const char          *body,
                          const char          *tags,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, &note, 1, callback, user_data);
  edit->texts[0] = g_strdup (body);
  edit->texts[1] = g_strdup (tags);
  edit_start (edit, decide_update_note);
}

static gboolean
decide_delete_note (Edit    *self,
                    GError **error)
{
  return hs_library_delete_note (self->library, self->ids[0], error);
}

/**
 * hs_workspace_delete_note:
 * @self: a workspace
 * @note: a note
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_delete_note (HsWorkspace         *self,
                          gint64               note,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit_start (edit_new (self, &note, 1, callback, user_data), decide_delete_note);
}

static gboolean
decide_merge (Edit    *self,
              GError **error)
{
  return hs_library_merge_entities (self->library, self->ids, self->n, self->texts[0], error);
}

/**
 * hs_workspace_merge_entities:
 * @self: a workspace
 * @entities: (array length=n): ids; the first stays, the others become names of it
 * @n: how many, at least two
 * @reason: (nullable): why
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_merge_entities (HsWorkspace         *self,
                             const gint64        *entities,
                             guint                n,
                             const char          *reason,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, entities, n, callback, user_data);
  edit->texts[0] = g_strdup (reason);
  edit_start (edit, decide_merge);
}

static gboolean
decide_rename (Edit    *self,
               GError **error)
{
  return hs_library_rename_entity (self->library, self->ids[0], self->texts[0], error);
}

/**
 * hs_workspace_rename_entity:
 * @self: a workspace
 * @entity: an entity
 * @name: what it is to be called; not empty
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread; what stands in the articles stays as it is.
 */
void
hs_workspace_rename_entity (HsWorkspace         *self,
                            gint64               entity,
                            const char          *name,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit = edit_new (self, &entity, 1, callback, user_data);
  edit->texts[0] = g_strdup (name);
  edit_start (edit, decide_rename);
}

static gboolean
decide_undo (Edit    *self,
             GError **error)
{
  return hs_library_undo (self->library, error);
}

/**
 * hs_workspace_undo:
 * @self: a workspace
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Takes back the last decision that stands, off the main thread; HS_ERROR_NOT_FOUND when
 * there is none.
 */
void
hs_workspace_undo (HsWorkspace         *self,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit_start (edit_new (self, NULL, 0, callback, user_data), decide_undo);
}

static gboolean
decide_redo (Edit    *self,
             GError **error)
{
  return hs_library_redo (self->library, error);
}

/**
 * hs_workspace_redo:
 * @self: a workspace
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Makes again what was taken back last, off the main thread; HS_ERROR_NOT_FOUND when
 * there is nothing.
 */
void
hs_workspace_redo (HsWorkspace         *self,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  edit_start (edit_new (self, NULL, 0, callback, user_data), decide_redo);
}

static gboolean
decide_reason (Edit    *self,
               GError **error)
{
  return hs_library_give_reason (self->library, self->ids[0], self->texts[0], error);
}

/**
 * hs_workspace_give_reason:
 * @self: a workspace
 * @decision: which, as hs_workspace_get_last_decision() told it when it was asked why
 * @reason: words, not empty
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Keeps why that decision was made, whatever was decided since. Main thread.
 */
void
hs_workspace_give_reason (HsWorkspace         *self,
                          gint64               decision,
                          const char          *reason,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Edit *edit;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (reason != NULL && *reason != '\0');

  edit = edit_new (self, &decision, 1, callback, user_data);
  edit->texts[0] = g_strdup (reason);
  edit_start (edit, decide_reason);
}
