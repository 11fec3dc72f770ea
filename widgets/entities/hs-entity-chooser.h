/* hs-entity-chooser.h: an entity chosen by typing the beginning of a name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-dialog.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsEntityChooser:
 *
 * Signal `chosen (gint64 entity, guint kind)`: what was chosen; entity 0 is a new
 * one, where that may be.
 */
#define HS_TYPE_ENTITY_CHOOSER (hs_entity_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HsEntityChooser, hs_entity_chooser, HS, ENTITY_CHOOSER, HsDialog)

/* @without: an entity that is not offered; @kinds: whether a kind is asked for, and
 * a new entity may be made of @words (nullable) */
GtkWindow *hs_entity_chooser_new (HsWorkspace   *workspace,
                                  const char    *title,
                                  const char    *action,
                                  gint64         without,
                                  gboolean       kinds,
                                  HsMentionKind  kind,
                                  const char    *words);
void       hs_entity_chooser_set_question (HsEntityChooser *self,
                                           const char      *question);
char      *hs_entity_chooser_dup_reason (HsEntityChooser *self);

GtkEditable *hs_entity_new_reason (void);
char        *hs_entity_dup_reason (GtkEditable *entry);

G_END_DECLS
