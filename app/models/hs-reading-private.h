/* hs-reading-private.h: snapshots made of what the library keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"
#include "hs-reading.h"

G_BEGIN_DECLS

/* (transfer full) (element-type HsOccurrence); @places: (element-type HsStoredPlace) */
GPtrArray    *hs_occurrences_new  (GPtrArray  *places);

/* Any thread but the main one; they wait. Returns: (transfer full). */
HsReading    *hs_reading_load     (HsLibrary  *library,
                                   gint64      article,
                                   GError    **error);
HsEntityPage *hs_entity_page_load (HsLibrary  *library,
                                   gint64      entity,
                                   GError    **error);
HsStoryPage  *hs_story_page_load  (HsLibrary  *library,
                                   gint64      story,
                                   GError    **error);

G_END_DECLS
