/* hs-story-view.h: one story: its line of numbers, and the desk it is laid out on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_STORY_VIEW (hs_story_view_get_type ())
G_DECLARE_FINAL_TYPE (HsStoryView, hs_story_view, HS, STORY_VIEW, GtkWidget)

void hs_story_view_set_workspace (HsStoryView *self,
                                  HsWorkspace *workspace);
void hs_story_view_set_story     (HsStoryView *self,
                                  HsStoryPage *story);

G_END_DECLS
