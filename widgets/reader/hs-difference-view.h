/* hs-difference-view.h: how an article changed, word by word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsDifferenceView:
 *
 * Signal `closed`: the article itself is wanted again.
 */
#define HS_TYPE_DIFFERENCE_VIEW (hs_difference_view_get_type ())
G_DECLARE_FINAL_TYPE (HsDifferenceView, hs_difference_view, HS, DIFFERENCE_VIEW, GtkWidget)

/* Shows the last change first. @reading: of two revisions or more */
void hs_difference_view_show (HsDifferenceView *self,
                              HsWorkspace      *workspace,
                              HsReading        *reading);

G_END_DECLS
