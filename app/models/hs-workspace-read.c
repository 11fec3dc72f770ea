/* hs-workspace-read.c: pages and suggestions, read off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-pages.h"
#include "hs-reading-private.h"
#include "hs-search.h"
#include "hs-workspace-private.h"

typedef struct
{
  HsLibrary *library;   /* (owned) */
  GTask *task;          /* (owned) */
  gint64 id;
  char *prefix;         /* (owned) (nullable) */
  gboolean sources;
  guint limit;
  HsWorkspaceRead work; /* (nullable): a snapshot of another file … */
  gpointer data;        /* (owned) (nullable): … and what it is of */
  GDestroyNotify free_data;
  gpointer (*load) (gpointer read, GError **error);
  gpointer result;      /* (owned) (nullable) */
  GDestroyNotify free_result;
  GError *error;        /* (owned) (nullable) */
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_object_unref (self->library);
  g_object_unref (self->task);
  g_free (self->prefix);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_pointer (&self->result, self->free_result);
  g_clear_error (&self->error);
  g_free (self);
}

/* The task ends on the main loop, so its last reference is dropped there. */
static gboolean
read_done (gpointer data)
{
  Read *self = data;

  if (self->error != NULL)
    g_task_return_error (self->task, g_steal_pointer (&self->error));
  else
    g_task_return_pointer (self->task, g_steal_pointer (&self->result), self->free_result);
  return G_SOURCE_REMOVE;
}

static void
read_work (gpointer data)
{
  Read *self = data;

  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (self->task), &self->error))
    self->result = self->load (self, &self->error);
  g_idle_add_full (G_PRIORITY_DEFAULT, read_done, self, read_free);
}

static Read *
read_new (HsWorkspace          *workspace,
          gint64                id,
          GCancellable         *cancellable,
          GAsyncReadyCallback   callback,
          gpointer              user_data)
{
  Read *self = g_new0 (Read, 1);

  self->library = g_object_ref (hs_workspace_get_library (workspace));
  self->task = g_task_new (workspace, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, read_new);
  self->id = id;
  return self;
}

static void
read_start (Read           *self,
            gpointer        (*load) (gpointer, GError **),
            GDestroyNotify  free_result)
{
  self->load = load;
  self->free_result = free_result;
  hs_workspace_push_read (g_task_get_source_object (self->task), read_work, self);
}

static gpointer
load_work (gpointer   data,
           GError   **error)
{
  Read *self = data;

  return self->work (self->library, self->data, error);
}

/**
 * hs_workspace_read:
 * @self: a workspace
 * @work: reads, on a thread of readers
 * @data: for @work
 * @free_data: (nullable): frees @data
 * @free_result: frees what @work returned
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; the pointer of a #GTask is what @work returned
 * @user_data: for @callback
 *
 * Runs @work on a snapshot, off the main thread.
 */
void
hs_workspace_read (HsWorkspace         *self,
                   HsWorkspaceRead      work,
                   gpointer             data,
                   GDestroyNotify       free_data,
                   GDestroyNotify       free_result,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Read *read = read_new (self, 0, cancellable, callback, user_data);

  read->work = work;
  read->data = data;
  read->free_data = free_data;
  read_start (read, load_work, free_result);
}

static gpointer
load_article (gpointer   data,
              GError   **error)
{
  Read *self = data;

  return hs_reading_load (self->library, self->id, error);
}

/**
 * hs_workspace_read_article_async:
 * @self: a workspace
 * @article: an article
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 */
void
hs_workspace_read_article_async (HsWorkspace         *self,
                                 gint64               article,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  read_start (read_new (self, article, cancellable, callback, user_data), load_article,
              (GDestroyNotify) hs_reading_unref);
}

/**
 * hs_workspace_read_article_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the snapshot; %NULL with @error set
 */
HsReading *
hs_workspace_read_article_finish (HsWorkspace   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_entity (gpointer   data,
             GError   **error)
{
  Read *self = data;

  return hs_entity_page_load (self->library, self->id, error);
}

/**
 * hs_workspace_read_entity_async:
 * @self: a workspace
 * @entity: an entity; what was merged gives what it is now
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads the page of an entity off the main thread.
 */
void
hs_workspace_read_entity_async (HsWorkspace         *self,
                                gint64               entity,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  read_start (read_new (self, entity, cancellable, callback, user_data), load_entity,
              (GDestroyNotify) hs_entity_page_unref);
}

/**
 * hs_workspace_read_entity_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its page; %NULL with @error set
 */
HsEntityPage *
hs_workspace_read_entity_finish (HsWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_story (gpointer   data,
            GError   **error)
{
  Read *self = data;

  return hs_story_page_load (self->library, self->id, error);
}

/**
 * hs_workspace_read_story_async:
 * @self: a workspace
 * @story: a story
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Reads the page of a story off the main thread.
 */
void
hs_workspace_read_story_async (HsWorkspace         *self,
                               gint64               story,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  read_start (read_new (self, story, cancellable, callback, user_data), load_story,
              (GDestroyNotify) hs_story_page_unref);
}

/**
 * hs_workspace_read_story_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its page; %NULL with @error set
 */
HsStoryPage *
hs_workspace_read_story_finish (HsWorkspace   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
suggestion_free (gpointer data)
{
  g_free (((HsSuggestion *) data)->name);
  g_free (data);
}

static gpointer
load_suggestions (gpointer   data,
                  GError   **error)
{
  Read *self = data;
  g_autoptr (GPtrArray) stored = hs_library_suggest (self->library, self->prefix, self->limit, self->sources,
                                                     error);
  GPtrArray *suggestions;

  if (stored == NULL)
    return NULL;
  suggestions = g_ptr_array_new_with_free_func (suggestion_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const HsStoredSuggestion *one = g_ptr_array_index (stored, i);
      HsSuggestion *suggestion = g_new0 (HsSuggestion, 1);

      suggestion->is_source = one->is_source;
      suggestion->id = one->id;
      suggestion->kind = one->kind;
      suggestion->name = g_strdup (one->name);
      suggestion->articles = one->articles;
      g_ptr_array_add (suggestions, suggestion);
    }
  return suggestions;
}

/**
 * hs_workspace_suggest_async:
 * @self: a workspace
 * @prefix: what is typed
 * @limit: how many at most
 * @sources: whether sources are wanted, too, and not entities alone
 * @cancellable: (nullable): ends the wait
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Looks off the main thread for what could complete a word in the search field.
 */
void
hs_workspace_suggest_async (HsWorkspace         *self,
                            const char          *prefix,
                            guint                limit,
                            gboolean             sources,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Read *read;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  read = read_new (self, 0, cancellable, callback, user_data);
  read->prefix = g_strdup (prefix);
  read->limit = limit;
  read->sources = sources;
  read_start (read, load_suggestions, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * hs_workspace_suggest_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsSuggestion): sources and
 *   entities, the best first; %NULL with @error set
 */
GPtrArray *
hs_workspace_suggest_finish (HsWorkspace   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- the next article to read -------------------------------------------------- */

typedef struct
{
  gint64 after;
  gint64 first;  /* unread, newest of all, but not @after */
  gint64 next;   /* unread, newest of those that stand after it */
} Unread;

static gboolean
unread_found_cb (const gint64 *ids,
                 guint         n,
                 gpointer      data)
{
  Unread *self = data;

  for (guint i = 0; i < n && self->next == 0; i++)
    {
      if (self->first == 0 && ids[i] != self->after)
        self->first = ids[i];
      if (ids[i] < self->after || self->after == 0)
        self->next = ids[i];
    }
  return self->next == 0;
}

static gpointer
load_unread (gpointer   data,
             GError   **error)
{
  Read *self = data;
  g_autofree char *query = g_strconcat (self->prefix, " is:unread", NULL);
  Unread unread = { .after = self->id };
  gint64 *found;

  if (!hs_library_find (self->library, HS_SEARCH_ARTICLES, query, FALSE, 64, unread_found_cb, &unread,
                        g_task_get_cancellable (self->task), error))
    return NULL;
  found = g_new (gint64, 1);
  *found = unread.next != 0 ? unread.next : unread.first;
  return found;
}

/**
 * hs_workspace_find_unread_async:
 * @self: a workspace
 * @query: among what (DESIGN §4)
 * @after: the article to start from, 0 the newest
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 *
 * Looks for the next unread article below @after in a list, else for the first
 * of all.
 */
void
hs_workspace_find_unread_async (HsWorkspace         *self,
                                const char          *query,
                                gint64               after,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Read *read;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (query != NULL);

  read = read_new (self, after, cancellable, callback, user_data);
  read->prefix = g_strdup (query);
  read_start (read, load_unread, g_free);
}

/**
 * hs_workspace_find_unread_finish:
 *
 * Returns: an article; 0 when all are read; -1 with @error set
 */
gint64
hs_workspace_find_unread_finish (HsWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_autofree gint64 *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  found = g_task_propagate_pointer (G_TASK (result), error);
  return found != NULL ? *found : -1;
}
