/* hs-load.h: records out of the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library-private.h"

G_BEGIN_DECLS

typedef enum
{
  HS_LOAD_ANALYSIS, /* what a story is built from */
  HS_LOAD_ALL
} HsLoadParts;

HsStored       *hs_load_article  (HsDatabase   *database,
                                  gint64        id,
                                  HsLoadParts   parts,
                                  GError      **error);
gboolean        hs_load_blocks   (HsDatabase   *database,
                                  gint64        article,
                                  HsDocument   *document,
                                  GError      **error);
/* Everything of analysis, hs-load-analysis.c */
HsAnalysis     *hs_load_analysis (HsDatabase   *database,
                                  gint64        article,
                                  GArray       *entities,
                                  GError      **error);
HsStoredStory  *hs_load_story    (HsDatabase   *database,
                                  gint64        id,
                                  GError      **error);
HsStoredEntity *hs_load_entity   (HsDatabase   *database,
                                  gint64        id,
                                  GError      **error);
/* The distinct ones of @ids (which it sorts), 0 left out, by id. */
GPtrArray      *hs_load_known    (HsDatabase   *database,
                                  GArray       *ids,
                                  GError      **error);

/* hs-load-check.c */
gboolean        hs_load_check_document (gint64             article,
                                        const HsDocument  *document,
                                        GError           **error);
gboolean        hs_load_check    (const HsStored *stored,
                                  GError        **error);

G_END_DECLS
