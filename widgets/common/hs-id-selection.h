/* hs-id-selection.h: a selection that remembers ids, not places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-list.h"

G_BEGIN_DECLS

/**
 * HsIdSelection:
 *
 * A #GtkSelectionModel over an #HsList. What is selected is kept by id, so it
 * survives the rows being replaced, and nothing is inflated to find out.
 *
 * Properties: `list` (#HsList, nullable), `several` (gboolean): a choice adds to
 * the others instead of replacing them; `n-selected` (guint).
 */
#define HS_TYPE_ID_SELECTION (hs_id_selection_get_type ())
G_DECLARE_FINAL_TYPE (HsIdSelection, hs_id_selection, HS, ID_SELECTION, GObject)

HsIdSelection *hs_id_selection_new          (void);
void           hs_id_selection_set_list     (HsIdSelection *self,
                                             HsList        *list);
HsList        *hs_id_selection_get_list     (HsIdSelection *self);
void           hs_id_selection_set_several  (HsIdSelection *self,
                                             gboolean       several);
gboolean       hs_id_selection_get_several  (HsIdSelection *self);
guint          hs_id_selection_get_n        (HsIdSelection *self);
gboolean       hs_id_selection_contains     (HsIdSelection *self,
                                             gint64         id);
gint64         hs_id_selection_get_single   (HsIdSelection *self);
/* Returns: (transfer full) (element-type gint64) */
GArray        *hs_id_selection_get_ids      (HsIdSelection *self);
void           hs_id_selection_select_only  (HsIdSelection *self,
                                             gint64         id);
void           hs_id_selection_toggle       (HsIdSelection *self,
                                             gint64         id);
void           hs_id_selection_clear        (HsIdSelection *self);

G_END_DECLS
