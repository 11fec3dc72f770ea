/* hs-sidebar.h: the sections, each with its number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-section.h"

G_BEGIN_DECLS

/**
 * HsSidebar:
 *
 * Signal `scope (const char *query, const char *title)`: the articles of a feed,
 * a folder or a watch are wanted.
 */
#define HS_TYPE_SIDEBAR (hs_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (HsSidebar, hs_sidebar, HS, SIDEBAR, GtkWidget)

void hs_sidebar_set_workspace (HsSidebar   *self,
                               HsWorkspace *workspace);
void hs_sidebar_set_section   (HsSidebar   *self,
                               HsSection    section);
void hs_sidebar_focus         (HsSidebar   *self);
void hs_sidebar_show_proposals (HsSidebar  *self,
                                gboolean    shown);

/* When a feed is chosen: chooses the next that has something unread.
 * Returns: whether there is one */
gboolean hs_sidebar_choose_unread (HsSidebar *self);

G_END_DECLS
