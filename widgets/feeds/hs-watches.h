/* hs-watches.h: the watches in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-watch-list.h"

G_BEGIN_DECLS

/**
 * HsWatches:
 *
 * Signal `chosen (const char *query, const char *title)`: what a watch finds is
 * wanted.
 */
#define HS_TYPE_WATCHES (hs_watches_get_type ())
G_DECLARE_FINAL_TYPE (HsWatches, hs_watches, HS, WATCHES, GtkWidget)

void         hs_watches_set_workspace (HsWatches   *self,
                                       HsWorkspace *workspace);
/* Another part of the sidebar is chosen now. */
void         hs_watches_unselect      (HsWatches   *self);

G_END_DECLS
