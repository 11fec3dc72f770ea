/* hs-workspace-apart.c: who is not to be one with whom, and who is called alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-workspace-names.h"

#include "hs-history.h"
#include "hs-name-desk.h"
#include "hs-workspace-private.h"

static gpointer
load_apart (HsLibrary  *library,
            gpointer    data,
            GError    **error)
{
  const GArray *ids = data;
  g_autoptr (GPtrArray) stored = hs_library_load_apart (library, (const gint64 *) ids->data, ids->len, error);

  return stored != NULL ? hs_name_decisions_new (stored) : NULL;
}

/**
 * hs_workspace_read_apart_async:
 * @self: a workspace
 * @ids: (array length=n): entities; copied
 * @n: how many
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads off the main thread by what decisions two of them are never one.
 */
void
hs_workspace_read_apart_async (HsWorkspace         *self,
                               const gint64        *ids,
                               guint                n,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GArray *copy;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);
  g_array_append_vals (copy, ids, n);
  hs_workspace_read (self, load_apart, copy, (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_read_apart_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsNameDecision): the newest first,
 *   the first few; %NULL with @error set
 */
GPtrArray *
hs_workspace_read_apart_finish (HsWorkspace   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
list_apart (HsLibrary  *library,
            gpointer    data,
            GError    **error)
{
  return hs_library_list_apart (library, *(gint64 *) data, error);
}

/**
 * hs_workspace_list_apart_async:
 * @self: a workspace
 * @entity: an entity
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads off the main thread with whom it is never one.
 */
void
hs_workspace_list_apart_async (HsWorkspace         *self,
                               gint64               entity,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, list_apart, g_memdup2 (&entity, sizeof entity), g_free, (GDestroyNotify) g_array_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_list_apart_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): entities; %NULL with @error
 *   set
 */
GArray *
hs_workspace_list_apart_finish (HsWorkspace   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  gint64 entity;
  char *name;     /* (owned) */
} Naming;

static void
naming_free (gpointer data)
{
  g_free (((Naming *) data)->name);
  g_free (data);
}

static gpointer
find_namesake (HsLibrary  *library,
               gpointer    data,
               GError    **error)
{
  const Naming *naming = data;
  gint64 found = hs_library_find_namesake (library, naming->entity, naming->name, error);

  return found >= 0 ? g_memdup2 (&found, sizeof found) : NULL;
}

/**
 * hs_workspace_find_namesake_async:
 * @self: a workspace
 * @entity: an entity
 * @name: what it is to be called
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Looks off the main thread for another of its kind that is called so.
 */
void
hs_workspace_find_namesake_async (HsWorkspace         *self,
                                  gint64               entity,
                                  const char          *name,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Naming *naming;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (name != NULL);

  naming = g_new0 (Naming, 1);
  naming->entity = entity;
  naming->name = g_strdup (name);
  hs_workspace_read (self, find_namesake, naming, naming_free, g_free, cancellable, callback, user_data);
}

/**
 * hs_workspace_find_namesake_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: an entity, 0 when there is none; -1 with @error set
 */
gint64
hs_workspace_find_namesake_finish (HsWorkspace   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_autofree gint64 *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  found = g_task_propagate_pointer (G_TASK (result), error);
  return found != NULL ? *found : -1;
}
