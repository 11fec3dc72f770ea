/* hs-mark-card.h: what a mark means, at its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-marks.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsMarkCard:
 *
 * A popover that says of each mark on some words what it is, why it is there, and
 * who or what it is about, with ways to all of these. Opened by a pointer that
 * rests, it leaves the keys where they are; opened by a key or a click, it takes
 * them.
 */
#define HS_TYPE_MARK_CARD (hs_mark_card_get_type ())
G_DECLARE_FINAL_TYPE (HsMarkCard, hs_mark_card, HS, MARK_CARD, GtkPopover)

GtkWidget *hs_mark_card_new        (void);
void       hs_mark_card_show_marks (HsMarkCard   *self,
                                    HsWorkspace  *workspace,
                                    HsReading    *reading,
                                    const GArray *marks,
                                    gboolean      hovering);
void       hs_mark_card_end_hover  (HsMarkCard   *self);
gboolean   hs_mark_card_is_pinned  (HsMarkCard   *self);

G_END_DECLS
