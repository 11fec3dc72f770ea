/* hs-following-private.h: something read again whenever the library changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace-private.h"

G_BEGIN_DECLS

/**
 * HsFollowing:
 *
 * Reads off the main thread, hands over on it, and does so again when what was
 * read may be different, but no more often than a view can follow. Main thread.
 */
typedef struct _HsFollowing HsFollowing;

/* On another thread. Returns: (transfer full) (nullable) */
typedef gpointer (*HsFollowLoad) (HsLibrary  *library,
                                  GError    **error);
/* @loaded: (transfer none) */
typedef void     (*HsFollowTake) (GObject    *owner,
                                  gpointer    loaded);

/* @owner is not kept alive; it frees the following when it goes.
 * @areas: what changes what is read; @pause: ms between two readings */
HsFollowing *hs_following_new         (GObject        *owner,
                                       HsWorkspace    *workspace,
                                       HsChange        areas,
                                       guint           pause,
                                       HsFollowLoad    load,
                                       GDestroyNotify  free_loaded,
                                       HsFollowTake    take);
void         hs_following_free        (HsFollowing    *self);
/* Whether something is being read that is not shown yet. */
gboolean     hs_following_get_loading (HsFollowing    *self);

G_END_DECLS
