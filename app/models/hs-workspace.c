/* hs-workspace.c: one open library, as the views see it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-workspace.h"

#include <glib/gi18n-lib.h>

#include "hs-workspace-private.h"

#define POLL_MS 500
#define N_READERS 3

struct _HsWorkspace
{
  GObject parent_instance;

  HsLibrary *library;       /* (owned) */
  HsSnapshot *shown;        /* (owned): what the properties say */
  GThreadPool *readers;     /* (owned) (nullable): NULL once closed */
  GThreadPool *editor;      /* (owned) (nullable): one thread: decisions stay in order */
  guint poll_source;
  gint poking;              /* (atomic): a poll is on its way */
  gint *building;           /* (owned) (atomic): stories are being built */
  gboolean closed;
};

enum
{
  PROP_0,
  PROP_DIRECTORY,
  PROP_READ_ONLY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_LAST_DECISION,
  PROP_N_ARTICLES,
  PROP_N_UNREAD,
  PROP_N_STARRED,
  PROP_N_STORIES,
  PROP_N_SOURCES,
  PROP_N_ENTITIES,
  PROP_N_NOTES,
  PROP_N_FEEDS,
  PROP_HAS_SAMPLE,
  PROP_SAMPLE_OFFERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (HsWorkspace, hs_workspace, G_TYPE_OBJECT)

/* Work for another thread. */
typedef struct
{
  HsWorkspaceWork work;
  gpointer data;
} Work;

static void
run_work (gpointer data,
          gpointer user_data)
{
  Work *work = data;

  work->work (work->data);
  g_free (work);
}

static void
push (GThreadPool     *pool,
      HsWorkspaceWork  work,
      gpointer         data)
{
  Work *one = g_new0 (Work, 1);

  one->work = work;
  one->data = data;
  g_thread_pool_push (pool, one, NULL);
}

/**
 * hs_workspace_push_read:
 * @self: a workspace
 * @work: what to do; must not touch the workspace
 * @data: for @work
 *
 * Queues it for a thread of readers.
 */
void
hs_workspace_push_read (HsWorkspace     *self,
                        HsWorkspaceWork  work,
                        gpointer         data)
{
  push (self->readers, work, data);
}

/**
 * hs_workspace_push_edit:
 * @self: a workspace
 * @work: what to do; must not touch the workspace
 * @data: for @work
 *
 * Queues it for the thread of edits, where one runs after the other.
 */
void
hs_workspace_push_edit (HsWorkspace     *self,
                        HsWorkspaceWork  work,
                        gpointer         data)
{
  push (self->editor, work, data);
}

/**
 * hs_workspace_get_library:
 * @self: a workspace
 *
 * Returns: (transfer none): the library behind it
 */
HsLibrary *
hs_workspace_get_library (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), NULL);

  return self->library;
}

/* --- following the library ------------------------------------------------- */

/**
 * hs_snapshot_free:
 * @self: (transfer full) (nullable): what is shown of a library
 */
void
hs_snapshot_free (HsSnapshot *self)
{
  if (self == NULL)
    return;
  g_free (self->undo);
  g_free (self->redo);
  g_free (self->done);
  g_free (self);
}

/**
 * hs_snapshot_load:
 * @library: a library
 *
 * Returns: (transfer full) (nullable): how much there is; %NULL when that
 *   cannot be read just now
 */
HsSnapshot *
hs_snapshot_load (HsLibrary *library)
{
  g_autoptr (HsSnapshot) self = g_new0 (HsSnapshot, 1);
  g_autofree char *offered = hs_library_get_meta (library, "sample-offered");
  g_autoptr (GError) error = NULL;

  self->sample_offered = offered != NULL;
  if (hs_library_get_counts (library, &self->counts, &error)
      && hs_library_get_labels (library, &self->undo, &self->redo, &self->last, &error)
      && hs_library_tell_done (library, self->last, &self->done, &error))
    return g_steal_pointer (&self);
  g_debug ("The library could not be followed: %s", error->message);
  return NULL;
}

static void
notify_if (HsWorkspace *self,
           gboolean     different,
           guint        property)
{
  if (different)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static HsChange
compare_generations (const HsLibraryCounts *a,
                     const HsLibraryCounts *b)
{
  HsChange what = 0;

  for (guint i = 0; i < HS_LIBRARY_N_AREAS; i++)
    if (a->generations[i] != b->generations[i])
      what |= 1u << i;
  return what;
}

/**
 * hs_workspace_show:
 * @self: a workspace
 * @snapshot: (transfer full): how much there is now
 *
 * Main thread. Notifies of what is different from what was shown.
 */
void
hs_workspace_show (HsWorkspace *self,
                   HsSnapshot  *snapshot)
{
  g_autoptr (HsSnapshot) old = g_steal_pointer (&self->shown);
  const HsLibraryCounts *a = &old->counts, *b = &snapshot->counts;
  HsChange what = compare_generations (a, b);

  self->shown = snapshot;
  for (guint i = 0; i < HS_LIBRARY_N_AREAS; i++)
    if (b->generations[i] < a->generations[i])
      {
        /* older than what is shown: two readings overtook each other */
        g_clear_pointer (&self->shown, hs_snapshot_free);
        self->shown = g_steal_pointer (&old);
        return;
      }
  g_object_freeze_notify (G_OBJECT (self));
  notify_if (self, a->articles != b->articles, PROP_N_ARTICLES);
  notify_if (self, a->unread != b->unread, PROP_N_UNREAD);
  notify_if (self, a->starred != b->starred, PROP_N_STARRED);
  notify_if (self, a->stories != b->stories, PROP_N_STORIES);
  notify_if (self, a->sources != b->sources, PROP_N_SOURCES);
  notify_if (self, a->entities != b->entities, PROP_N_ENTITIES);
  notify_if (self, a->notes != b->notes, PROP_N_NOTES);
  notify_if (self, a->feeds != b->feeds, PROP_N_FEEDS);
  notify_if (self, (a->sample > 0) != (b->sample > 0), PROP_HAS_SAMPLE);
  notify_if (self, old->sample_offered != snapshot->sample_offered, PROP_SAMPLE_OFFERED);
  notify_if (self, g_strcmp0 (old->undo, snapshot->undo) != 0, PROP_UNDO_LABEL);
  notify_if (self, g_strcmp0 (old->redo, snapshot->redo) != 0, PROP_REDO_LABEL);
  notify_if (self, old->last != snapshot->last, PROP_LAST_DECISION);
  g_object_thaw_notify (G_OBJECT (self));
  if (what != 0)
    g_signal_emit (self, changed_signal, 0, what);
}

/* A reading of the library on its way back to the main loop. */
typedef struct
{
  GWeakRef workspace;
  HsLibrary *library;     /* (owned) */
  HsSnapshot *snapshot;   /* (owned) (nullable) */
} Poll;

static void
poll_free (gpointer data)
{
  Poll *poll = data;

  g_weak_ref_clear (&poll->workspace);
  g_object_unref (poll->library);
  hs_snapshot_free (poll->snapshot);
  g_free (poll);
}

static gboolean
poll_done (gpointer data)
{
  Poll *poll = data;
  g_autoptr (HsWorkspace) self = g_weak_ref_get (&poll->workspace);

  if (self != NULL && !self->closed && poll->snapshot != NULL)
    hs_workspace_show (self, g_steal_pointer (&poll->snapshot));
  return G_SOURCE_REMOVE;
}

static void
poll_work (gpointer data)
{
  Poll *poll = data;

  poll->snapshot = hs_snapshot_load (poll->library);
  g_idle_add_full (G_PRIORITY_DEFAULT, poll_done, poll, poll_free);
}

static void
start_poll (HsWorkspace *self)
{
  Poll *poll = g_new0 (Poll, 1);

  g_weak_ref_init (&poll->workspace, self);
  poll->library = g_object_ref (self->library);
  push (self->readers, poll_work, poll);
}

static gboolean
poll_due (gpointer data)
{
  start_poll (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
poked (gpointer data)
{
  g_autoptr (HsWorkspace) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  g_atomic_int_set (&self->poking, 0);
  if (!self->closed)
    start_poll (self);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The writer's thread says that something was written. */
static void
library_written (gpointer data)
{
  HsWorkspace *self = data;
  GWeakRef *ref;

  if (!g_atomic_int_compare_and_exchange (&self->poking, 0, 1))
    return;
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  g_idle_add_full (G_PRIORITY_DEFAULT, poked, ref, weak_ref_free);
}

/* --- stories that wait to be built ----------------------------------------- */

typedef struct
{
  HsLibrary *library;   /* (owned) */
  gint *building;       /* (owned) (atomic): shared with the workspace */
} Build;

static void
build_work (gpointer data)
{
  Build *build = data;
  g_autoptr (GError) error = NULL;

  if (!hs_library_build_stories (build->library, 0, NULL, NULL, &error))
    g_debug ("Stories could not be built: %s", error->message);
  g_atomic_int_set (build->building, 0);
  g_object_unref (build->library);
  g_atomic_rc_box_release (build->building);
  g_free (build);
}

/* Those of an interrupted import, or of a decision that changed many. */
void
hs_workspace_build (HsWorkspace *self)
{
  Build *build;

  if (self->closed || hs_library_get_read_only (self->library)
      || !g_atomic_int_compare_and_exchange (self->building, 0, 1))
    return;
  build = g_new0 (Build, 1);
  build->library = g_object_ref (self->library);
  build->building = g_atomic_rc_box_acquire (self->building);
  push (self->readers, build_work, build);
}

/* --- opening and closing --------------------------------------------------- */

typedef struct
{
  HsLibrary *library;     /* (owned) */
  HsSnapshot *snapshot;   /* (owned) */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_object (&opened->library);
  hs_snapshot_free (opened->snapshot);
  g_free (opened);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Opened *opened = g_new0 (Opened, 1);
  GError *error = NULL;

  opened->library = hs_library_open (data, HS_LIBRARY_DEFAULT, &error);
  if (opened->library != NULL)
    opened->snapshot = hs_snapshot_load (opened->library);
  if (opened->library != NULL && opened->snapshot == NULL)
    g_set_error (&error, HS_ERROR, HS_ERROR_READ, _("The library in “%s” could not be read."),
                 hs_library_get_directory (opened->library));
  if (error == NULL)
    {
      g_task_return_pointer (task, opened, opened_free);
      return;
    }
  opened_free (opened);
  g_task_return_error (task, error);
}

/**
 * hs_workspace_open_async:
 * @directory: (nullable): where the library is; %NULL is the user's own
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop
 * @user_data: for @callback
 */
void
hs_workspace_open_async (const char          *directory,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hs_workspace_open_async);
  g_task_set_task_data (task, g_strdup (directory), g_free);
  g_task_run_in_thread (task, open_thread);
}

/**
 * hs_workspace_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full): the workspace; %NULL with @error set
 */
HsWorkspace *
hs_workspace_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  Opened *opened;
  HsWorkspace *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;
  self = g_object_new (HS_TYPE_WORKSPACE, NULL);
  self->library = g_steal_pointer (&opened->library);
  self->shown = g_steal_pointer (&opened->snapshot);
  opened_free (opened);
  hs_library_set_notify (self->library, library_written, self);
  self->poll_source = g_timeout_add (POLL_MS, poll_due, self);
  hs_workspace_build (self);
  return self;
}

/**
 * hs_workspace_close:
 * @self: a workspace
 *
 * Main thread; waits for writes under way. What is asked of it afterwards
 * fails.
 */
void
hs_workspace_close (HsWorkspace *self)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->library == NULL)
    return;
  hs_library_set_notify (self->library, NULL, NULL);
  hs_library_close (self->library);
}

/* --- object ---------------------------------------------------------------- */

static void
hs_workspace_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  HsWorkspace *self = HS_WORKSPACE (object);
  const HsLibraryCounts *counts = &self->shown->counts;
  const guint numbers[N_PROPS] = {
    [PROP_N_ARTICLES] = counts->articles, [PROP_N_UNREAD] = counts->unread,
    [PROP_N_STARRED] = counts->starred,   [PROP_N_STORIES] = counts->stories,
    [PROP_N_SOURCES] = counts->sources,   [PROP_N_ENTITIES] = counts->entities,
    [PROP_N_NOTES] = counts->notes,       [PROP_N_FEEDS] = counts->feeds,
  };

  switch (id)
    {
    case PROP_DIRECTORY:
      g_value_set_string (value, hs_workspace_get_directory (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, hs_workspace_get_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->shown->undo);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->shown->redo);
      break;
    case PROP_LAST_DECISION:
      g_value_set_int64 (value, self->shown->last);
      break;
    case PROP_HAS_SAMPLE:
      g_value_set_boolean (value, counts->sample > 0);
      break;
    case PROP_SAMPLE_OFFERED:
      g_value_set_boolean (value, self->shown->sample_offered);
      break;
    default:
      if (id < N_PROPS)
        g_value_set_uint (value, numbers[id]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hs_workspace_dispose (GObject *object)
{
  hs_workspace_close (HS_WORKSPACE (object));
  G_OBJECT_CLASS (hs_workspace_parent_class)->dispose (object);
}

static void
hs_workspace_finalize (GObject *object)
{
  HsWorkspace *self = HS_WORKSPACE (object);

  /* what is still queued finds the library closed and ends at once */
  g_thread_pool_free (self->readers, FALSE, TRUE);
  g_thread_pool_free (self->editor, FALSE, TRUE);
  g_atomic_rc_box_release (self->building);
  g_clear_object (&self->library);
  g_clear_pointer (&self->shown, hs_snapshot_free);
  G_OBJECT_CLASS (hs_workspace_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const char * const numbers[N_PROPS] = {
    [PROP_N_ARTICLES] = "n-articles", [PROP_N_UNREAD] = "n-unread",     [PROP_N_STARRED] = "n-starred",
    [PROP_N_STORIES] = "n-stories",   [PROP_N_SOURCES] = "n-sources",   [PROP_N_ENTITIES] = "n-entities",
    [PROP_N_NOTES] = "n-notes",       [PROP_N_FEEDS] = "n-feeds",
  };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_DIRECTORY] = g_param_spec_string ("directory", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_LAST_DECISION] = g_param_spec_int64 ("last-decision", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_HAS_SAMPLE] = g_param_spec_boolean ("has-sample", NULL, NULL, FALSE, flags);
  properties[PROP_SAMPLE_OFFERED] = g_param_spec_boolean ("sample-offered", NULL, NULL, FALSE, flags);
  for (guint i = 0; i < N_PROPS; i++)
    if (numbers[i] != NULL)
      properties[i] = g_param_spec_uint (numbers[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hs_workspace_class_init (HsWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hs_workspace_get_property;
  object_class->dispose = hs_workspace_dispose;
  object_class->finalize = hs_workspace_finalize;
  install_properties (object_class);
  changed_signal = g_signal_new ("changed", HS_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_UINT);
}

static void
hs_workspace_init (HsWorkspace *self)
{
  self->building = g_atomic_rc_box_new0 (gint);
  self->readers = g_thread_pool_new (run_work, NULL, N_READERS, FALSE, NULL);
  self->editor = g_thread_pool_new (run_work, NULL, 1, FALSE, NULL);
}

/**
 * hs_workspace_get_directory:
 * @self: a workspace
 *
 * Returns: (transfer none): the folder of the library
 */
const char *
hs_workspace_get_directory (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), NULL);

  return hs_library_get_directory (self->library);
}

/**
 * hs_workspace_get_read_only:
 * @self: a workspace
 *
 * Returns: whether nothing can be decided or fetched here
 */
gboolean
hs_workspace_get_read_only (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), TRUE);

  return hs_library_get_read_only (self->library);
}

/**
 * hs_workspace_get_undo_label:
 * @self: a workspace
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): what undo would take back, translated; %NULL
 *   when there is nothing
 */
const char *
hs_workspace_get_undo_label (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), NULL);

  return self->shown->undo;
}

/**
 * hs_workspace_get_last_decision:
 * @self: a workspace
 *
 * Main thread.
 *
 * Returns: which decision hs_workspace_get_undo_label() names, for
 *   hs_workspace_give_reason(); 0 when there is none
 */
gint64
hs_workspace_get_last_decision (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), 0);

  return self->shown->last;
}

/**
 * hs_workspace_get_done_label:
 * @self: a workspace
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): what undo would take back, told as done ("Renamed
 *   to …"), translated, where that is about a name, else as undo calls it; %NULL when
 *   there is nothing
 */
const char *
hs_workspace_get_done_label (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), NULL);

  return self->shown->done != NULL ? self->shown->done : self->shown->undo;
}

/**
 * hs_workspace_get_redo_label:
 * @self: a workspace
 *
 * Main thread.
 *
 * Returns: (transfer none) (nullable): what redo would make again, translated; %NULL
 *   when there is nothing
 */
const char *
hs_workspace_get_redo_label (HsWorkspace *self)
{
  g_return_val_if_fail (HS_IS_WORKSPACE (self), NULL);

  return self->shown->redo;
}
