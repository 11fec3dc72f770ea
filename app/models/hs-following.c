/* hs-following.c: something read again whenever the library changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-following-private.h"

struct _HsFollowing
{
  GObject *owner;          /* (unowned) */
  HsWorkspace *workspace;  /* (owned) */
  HsChange areas;
  guint pause;
  HsFollowLoad load;
  GDestroyNotify free_loaded;
  HsFollowTake take;
  gulong handler;
  guint pause_source;      /* until the next reading may begin */
  gboolean loading;
  gboolean stale;          /* changed while it was being read, or paused */
};

/* One reading, on its way there and back. */
typedef struct
{
  GWeakRef owner;
  HsFollowing *following;  /* (unowned): alive while the owner is */
  HsLibrary *library;      /* (owned) */
  HsFollowLoad load;
  GDestroyNotify free_loaded;
  gpointer loaded;         /* (owned) (nullable) */
} Trip;

static void start (HsFollowing *self);

static void
trip_free (gpointer data)
{
  Trip *trip = data;

  g_weak_ref_clear (&trip->owner);
  g_object_unref (trip->library);
  g_clear_pointer (&trip->loaded, trip->free_loaded);
  g_free (trip);
}

static gboolean
pause_over (gpointer data)
{
  HsFollowing *self = data;

  self->pause_source = 0;
  if (self->stale)
    start (self);
  return G_SOURCE_REMOVE;
}

static gboolean
trip_done (gpointer data)
{
  Trip *trip = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&trip->owner);
  HsFollowing *self = trip->following;

  if (owner == NULL)
    return G_SOURCE_REMOVE;
  self->loading = FALSE;
  self->pause_source = g_timeout_add (self->pause, pause_over, self);
  if (trip->loaded != NULL)
    self->take (owner, trip->loaded);
  return G_SOURCE_REMOVE;
}

static void
trip_work (gpointer data)
{
  Trip *trip = data;
  g_autoptr (GError) error = NULL;

  trip->loaded = trip->load (trip->library, &error);
  if (error != NULL)
    g_debug ("The library could not be followed: %s", error->message);
  g_idle_add_full (G_PRIORITY_DEFAULT, trip_done, trip, trip_free);
}

static void
start (HsFollowing *self)
{
  Trip *trip = g_new0 (Trip, 1);

  g_weak_ref_init (&trip->owner, self->owner);
  trip->following = self;
  trip->library = g_object_ref (hs_workspace_get_library (self->workspace));
  trip->load = self->load;
  trip->free_loaded = self->free_loaded;
  self->loading = TRUE;
  self->stale = FALSE;
  hs_workspace_push_read (self->workspace, trip_work, trip);
}

static void
changed (HsWorkspace *workspace,
         HsChange     what,
         HsFollowing *self)
{
  if ((what & self->areas) == 0)
    return;
  self->stale = TRUE;
  if (!self->loading && self->pause_source == 0)
    start (self);
}

/**
 * hs_following_new:
 * @owner: (transfer none): not kept alive; frees the following when it goes
 * @workspace: the library
 * @areas: what changes what is read
 * @pause: ms between two readings
 * @load: reads, off the main thread
 * @free_loaded: frees what @load returned
 * @take: is given what was read, on the main loop
 *
 * Reads at once, and again whenever one of @areas changes. Main thread.
 *
 * Returns: (transfer full): what follows the library
 */
HsFollowing *
hs_following_new (GObject        *owner,
                  HsWorkspace    *workspace,
                  HsChange        areas,
                  guint           pause,
                  HsFollowLoad    load,
                  GDestroyNotify  free_loaded,
                  HsFollowTake    take)
{
  HsFollowing *self = g_new0 (HsFollowing, 1);

  self->owner = owner;
  self->workspace = g_object_ref (workspace);
  self->areas = areas;
  self->pause = pause;
  self->load = load;
  self->free_loaded = free_loaded;
  self->take = take;
  self->handler = g_signal_connect (workspace, "changed", G_CALLBACK (changed), self);
  start (self);
  return self;
}

/**
 * hs_following_get_loading:
 * @self: what follows a library
 *
 * Returns: whether something is being read that is not shown yet
 */
gboolean
hs_following_get_loading (HsFollowing *self)
{
  return self->loading || self->stale;
}

/**
 * hs_following_free:
 * @self: (transfer full) (nullable): what follows a library
 */
void
hs_following_free (HsFollowing *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_signal_handler (&self->handler, self->workspace);
  g_object_unref (self->workspace);
  g_free (self);
}
