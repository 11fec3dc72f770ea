/* hs-marks.h: everything of an article that has words, in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-kinds.h"
#include "hs-preferences.h"
#include "hs-reading.h"

G_BEGIN_DECLS

/* Beside the layers: a link of the page itself, which nobody switches off, and a
 * heading, which is no mark but stands among them in lists. */
enum
{
  HS_MARK_LINK = HS_N_LAYERS,
  HS_MARK_HEADING
};

/**
 * HsMark:
 * @layer: a kind of mention, another layer, or %HS_MARK_LINK
 * @index: which of the reading's mentions, statements, signals or notes, or of
 *   its document's link places or blocks
 * @span: bytes of the article
 */
typedef struct
{
  guint layer;
  guint index;
  HsSpan span;
} HsMark;

GArray     *hs_marks_collect       (const HsReading *reading,
                                    HsPreferences   *preferences,
                                    gboolean         headings);
gboolean    hs_mark_is_shown       (const HsMark    *mark,
                                    HsPreferences   *preferences);
gboolean    hs_mark_is_proposed    (const HsMark    *mark,
                                    const HsReading *reading);
const char *hs_mark_get_layer_title (const HsMark   *mark);
char       *hs_mark_describe       (const HsMark    *mark,
                                    const HsReading *reading);
const HsReadingEntity *
            hs_mark_find_entity    (const HsReading *reading,
                                    gint64           entity);
const char *hs_mark_get_address    (const HsMark    *mark,
                                    const HsReading *reading);
gboolean    hs_mark_may_open       (const char      *address);

G_END_DECLS
