/* hs-workspace-reading.c: what the window remembers of reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-workspace-reading.h"

#include "hs-library-reading.h"
#include "hs-workspace-private.h"

typedef struct
{
  gint64 id;
  guint value;
} Setting;

static Setting *
setting_new (gint64 id,
             guint  value)
{
  Setting *self = g_new0 (Setting, 1);

  self->id = id;
  self->value = value;
  return self;
}

static gboolean
set_read_to (HsLibrary  *library,
             gpointer    data,
             gint64     *result,
             GError    **error)
{
  const Setting *setting = data;

  return hs_library_set_read_to (library, setting->id, setting->value, error);
}

/**
 * hs_workspace_set_read_to:
 * @self: a workspace
 * @article: an article
 * @at: byte of its text that stands at the top of the window; 0 forgets it
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 */
void
hs_workspace_set_read_to (HsWorkspace         *self,
                          gint64               article,
                          guint                at,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, set_read_to, setting_new (article, at), g_free, callback, user_data);
}

static gboolean
note_read (HsLibrary  *library,
           gpointer    data,
           gint64     *result,
           GError    **error)
{
  return hs_library_note_read (library, ((const Setting *) data)->id, error);
}

/**
 * hs_workspace_note_read:
 * @self: a workspace
 * @article: an article that was opened
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Marks it as read, which is no decision and not to be undone.
 */
void
hs_workspace_note_read (HsWorkspace         *self,
                        gint64               article,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, note_read, setting_new (article, 0), g_free, callback, user_data);
}

static gboolean
set_pictures (HsLibrary  *library,
              gpointer    data,
              gint64     *result,
              GError    **error)
{
  const Setting *setting = data;

  return hs_library_set_pictures (library, setting->id, setting->value != 0, error);
}

/**
 * hs_workspace_set_pictures:
 * @self: a workspace
 * @source: a source
 * @pictures: whether the pictures of its articles are loaded without asking
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 */
void
hs_workspace_set_pictures (HsWorkspace         *self,
                           gint64               source,
                           gboolean             pictures,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, set_pictures, setting_new (source, pictures), g_free, callback, user_data);
}

static void
source_free (gpointer data)
{
  g_free (((HsSuggestion *) data)->name);
  g_free (data);
}

static gpointer
load_pictured (HsLibrary  *library,
               gpointer    data,
               GError    **error)
{
  g_autoptr (GPtrArray) stored = hs_library_load_pictured (library, error);
  GPtrArray *sources;

  if (stored == NULL)
    return NULL;
  sources = g_ptr_array_new_with_free_func (source_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const HsStoredSource *one = g_ptr_array_index (stored, i);
      HsSuggestion *source = g_new0 (HsSuggestion, 1);

      source->is_source = TRUE;
      source->id = one->id;
      source->name = g_strdup (one->name);
      g_ptr_array_add (sources, source);
    }
  return sources;
}

/**
 * hs_workspace_read_pictured_async:
 * @self: a workspace
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; see hs_workspace_read_pictured_finish()
 * @user_data: for @callback
 *
 * Reads for which sources pictures are loaded without asking, off the main thread.
 */
void
hs_workspace_read_pictured_async (HsWorkspace         *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, load_pictured, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
                     user_data);
}

/**
 * hs_workspace_read_pictured_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsSuggestion): the sources, by name;
 *   %NULL with @error set
 */
GPtrArray *
hs_workspace_read_pictured_finish (HsWorkspace   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
