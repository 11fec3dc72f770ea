/* hs-matrix-view.h: what each article of a story says to each question
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-story-desk.h"

G_BEGIN_DECLS

#define HS_TYPE_MATRIX_VIEW (hs_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (HsMatrixView, hs_matrix_view, HS, MATRIX_VIEW, GtkWidget)

/* @workspace: (nullable) */
void hs_matrix_view_set_workspace (HsMatrixView *self,
                                   HsWorkspace  *workspace);
/* @desk: (nullable) */
void hs_matrix_view_set_desk      (HsMatrixView *self,
                                   HsStoryDesk  *desk);

G_END_DECLS
