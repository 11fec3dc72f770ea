/* hs-list-pane.h: a lazy list with its empty, waiting and failing states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-id-selection.h"
#include "hs-row.h"

G_BEGIN_DECLS

/**
 * HsListPane:
 *
 * Shows an #HsList through rows of one #HsRow type; keeps selection and scroll
 * position by id when the rows are replaced.
 *
 * Signals: `chosen (gint64 id)`: the user selected just one row;
 * `activated (gint64 id)`: a row was entered (Enter, double click).
 */
#define HS_TYPE_LIST_PANE (hs_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (HsListPane, hs_list_pane, HS, LIST_PANE, GtkWidget)

GtkWidget     *hs_list_pane_new           (GType          row_type,
                                           const char    *label);
void           hs_list_pane_set_list      (HsListPane    *self,
                                           HsList        *list);
HsList        *hs_list_pane_get_list      (HsListPane    *self);
HsIdSelection *hs_list_pane_get_selection (HsListPane    *self);
void           hs_list_pane_set_empty     (HsListPane    *self,
                                           const char    *icon_name,
                                           const char    *title,
                                           const char    *description);
void           hs_list_pane_set_click_activates (HsListPane *self,
                                                 gboolean    activates);
void           hs_list_pane_reset_scroll (HsListPane   *self);
void           hs_list_pane_select        (HsListPane    *self,
                                           gint64         id);
void           hs_list_pane_scroll_to     (HsListPane    *self,
                                           gint64         id);
gint64         hs_list_pane_get_neighbour (HsListPane    *self,
                                           gint64         id,
                                           int            step);
void           hs_list_pane_focus        (HsListPane    *self);

G_END_DECLS
