/* hs-linker.h: one entity under all its spellings, across articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-index.h"

G_BEGIN_DECLS

/**
 * HsLink:
 * @entity: the id of the known entity it is, or 0: a new one
 * @proposed: a known entity it may be but that was not sure enough, or 0
 * @why: (nullable): for @proposed, the reason in one sentence
 */
typedef struct
{
  gint64 entity;
  gint64 proposed;
  char *why;       /* (owned) (nullable) */
} HsLink;

/* For each of analysis->entities, in order, which known entity it is.
 * Deterministic; two local entities never link to the same known one unless
 * they are the same thing. Returns: (transfer full) (element-type HsLink). */
GArray *hs_linker_link      (const HsAnalysis *analysis,
                             HsIndex          *index,
                             GError          **error);

/* The story the article belongs to, or 0: it begins one.
 * -1 with @error set when the index failed. */
gint64  hs_linker_find_story (const HsAnalysis *analysis,
                              HsIndex          *index,
                              GError          **error);

G_END_DECLS
