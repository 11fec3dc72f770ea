/* hs-entity-menu.h: what can be done with an entity, wherever it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-context-menu.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/* What is added to @menu. @name: (nullable): to be copied */
void hs_entity_menu_add_going    (GMenu      *menu,
                                  gint64      entity,
                                  const char *name);
void hs_entity_menu_add_deciding (GMenu      *menu,
                                  gint64      entity);
/* One mention of it: @span of @article. */
void hs_entity_menu_add_mention  (GMenu        *menu,
                                  gint64        entity,
                                  HsMentionKind kind,
                                  gint64        article,
                                  HsSpan        span);
void hs_entity_menu_add_confirming (GMenu        *menu,
                                    gint64        entity,
                                    HsMentionKind kind,
                                    gint64        article,
                                    HsSpan        span);
/* Returns: (transfer full): both of the first */
GMenu *hs_entity_menu_new        (gint64      entity,
                                  const char *name);

G_END_DECLS
