/* hs-desk-private.h: parts of the story desk, on a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"
#include "hs-desk.h"

G_BEGIN_DECLS

/* hs-edge-decisions.c: what counts of the decisions on the edges of one story.
 * Returns: (transfer full) (nullable) (element-type HsStoredDecision) */
GPtrArray *hs_edge_decisions_load (HsDatabase  *database,
                                   gint64       story,
                                   GError     **error);
void       hs_stored_decision_free (gpointer    data);

G_END_DECLS
