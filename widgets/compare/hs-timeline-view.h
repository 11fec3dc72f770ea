/* hs-timeline-view.h: articles, utterances and edits of a story, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-story-desk.h"

G_BEGIN_DECLS

#define HS_TYPE_TIMELINE_VIEW (hs_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (HsTimelineView, hs_timeline_view, HS, TIMELINE_VIEW, GtkWidget)

/* @workspace: (nullable) */
void hs_timeline_view_set_workspace (HsTimelineView *self,
                                     HsWorkspace    *workspace);
/* @desk: (nullable) */
void hs_timeline_view_set_desk      (HsTimelineView *self,
                                     HsStoryDesk    *desk);

G_END_DECLS
