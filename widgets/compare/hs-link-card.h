/* hs-link-card.h: one node or link of the origins, with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-story-desk.h"

G_BEGIN_DECLS

#define HS_TYPE_LINK_CARD (hs_link_card_get_type ())
G_DECLARE_FINAL_TYPE (HsLinkCard, hs_link_card, HS, LINK_CARD, GtkWidget)

void hs_link_card_set_workspace (HsLinkCard  *self,
                                 HsWorkspace *workspace);
/* @desk: (nullable) */
void hs_link_card_show_nothing  (HsLinkCard  *self,
                                 HsStoryDesk *desk);
void hs_link_card_show_link     (HsLinkCard  *self,
                                 HsStoryDesk *desk,
                                 guint        index);
void hs_link_card_show_node     (HsLinkCard  *self,
                                 HsStoryDesk *desk,
                                 guint        index);

G_END_DECLS
