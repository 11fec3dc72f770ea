/* hs-folder-choice.h: the folders of the feeds, to choose one from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "hs-feed-tree.h"

G_BEGIN_DECLS

/* Fills @row with "None" and every folder, now and when they change.
 * @tree: kept by the row */
void   hs_folder_choice_fill (AdwComboRow *row,
                              HsFeedTree  *tree);
/* Chooses @folder as soon as it is there. */
void   hs_folder_choice_set  (AdwComboRow *row,
                              gint64       folder);
/* 0: none */
gint64 hs_folder_choice_get  (AdwComboRow *row);

G_END_DECLS
