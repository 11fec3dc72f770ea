/* hs-entity-popover.h: who that is, at the words that name them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

#define HS_TYPE_ENTITY_POPOVER (hs_entity_popover_get_type ())
G_DECLARE_FINAL_TYPE (HsEntityPopover, hs_entity_popover, HS, ENTITY_POPOVER, GtkPopover)

GtkWidget *hs_entity_popover_new         (void);
void       hs_entity_popover_show_entity (HsEntityPopover *self,
                                          HsWorkspace     *workspace,
                                          gint64           entity,
                                          HsMentionKind    kind,
                                          const char      *name);

G_END_DECLS
