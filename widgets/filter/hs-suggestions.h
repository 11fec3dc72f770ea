/* hs-suggestions.h: sources and entities that complete what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/* A popover below the search field; the keys stay in the field.
 *
 * Signal `chosen (const char *field, const char *value, const char *label)`. */
#define HS_TYPE_SUGGESTIONS (hs_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (HsSuggestions, hs_suggestions, HS, SUGGESTIONS, GtkPopover)

GtkWidget *hs_suggestions_new           (void);
void       hs_suggestions_set_workspace (HsSuggestions *self,
                                         HsWorkspace   *workspace);
void       hs_suggestions_set_prefix    (HsSuggestions *self,
                                         const char    *prefix);
gboolean   hs_suggestions_step          (HsSuggestions *self,
                                         int            step);
gboolean   hs_suggestions_choose        (HsSuggestions *self);
gboolean   hs_suggestions_hide          (HsSuggestions *self);

/* Returns: (transfer floating): a row for one suggestion */
GtkWidget *hs_suggestions_make_row      (const HsSuggestion *suggestion);

G_END_DECLS
