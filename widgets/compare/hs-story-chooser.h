/* hs-story-chooser.h: the story that articles are moved to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsStoryChooser:
 *
 * Signal `chosen (gint64 story)`: where they go; 0 is a new story of their own.
 */
#define HS_TYPE_STORY_CHOOSER (hs_story_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HsStoryChooser, hs_story_chooser, HS, STORY_CHOOSER, HsDialog)

/* @n: how many articles are moved */
GtkWindow *hs_story_chooser_new (HsWorkspace *workspace,
                                 guint        n);

G_END_DECLS
