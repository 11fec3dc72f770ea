/* hs-counts.h: how much there is, and what changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/**
 * HsLibraryCounts:
 * @stories: of two articles or more
 * @generations: one for each area (#HsLibraryArea, by its bit); differs from
 *   what was read before when something of the area was written since, by
 *   whichever program
 */
typedef struct
{
  guint articles;
  guint unread;
  guint starred;
  guint stories;
  guint sources;
  guint entities;
  guint notes;
  guint sample;
  guint feeds;
  gint64 generations[HS_LIBRARY_N_AREAS];
} HsLibraryCounts;

gboolean hs_library_get_counts (HsLibrary       *self,
                                HsLibraryCounts *counts,
                                GError         **error);

G_END_DECLS
