/* hs-story-card.h: n articles → n origins → n speakers, each to be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

#define HS_TYPE_STORY_CARD (hs_story_card_get_type ())
G_DECLARE_FINAL_TYPE (HsStoryCard, hs_story_card, HS, STORY_CARD, GtkWidget)

GtkWidget *hs_story_card_new       (void);
void       hs_story_card_set_story (HsStoryCard *self,
                                    HsStoryPage *story);
void       hs_story_card_open_origins (HsStoryCard *self);

G_END_DECLS
