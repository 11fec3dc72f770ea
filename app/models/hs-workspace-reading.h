/* hs-workspace-reading.h: what the window remembers of reading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

/* No decisions, and not undoable. Each ends in hs_workspace_edit_finish(). */

/* @at: byte of the text that stands at the top; 0 forgets it */
void       hs_workspace_set_read_to     (HsWorkspace *self, gint64 article, guint at,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* That it was opened. */
void       hs_workspace_note_read       (HsWorkspace *self, gint64 article,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Whether the pictures of the articles of @source are loaded without asking. */
void       hs_workspace_set_pictures    (HsWorkspace *self, gint64 source, gboolean pictures,
                                         GAsyncReadyCallback callback, gpointer user_data);

/* The sources for which that is so, by name. Returns from finish: (transfer full)
 * (element-type HsSuggestion). */
void       hs_workspace_read_pictured_async  (HsWorkspace *self, GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hs_workspace_read_pictured_finish (HsWorkspace *self, GAsyncResult *result, GError **error);

G_END_DECLS
