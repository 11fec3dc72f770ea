/* hs-filter-bar.h: the search field with its chips
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-query.h"
#include "hs-workspace.h"

G_BEGIN_DECLS

/**
 * HsFilterBar:
 *
 * What is typed and what is chosen become one query.
 *
 * Properties: `query` (string, read-only): what to search for; it follows the
 * typing after a moment. `words` (string, read-only): the same without the
 * chips that only articles have.
 */
#define HS_TYPE_FILTER_BAR (hs_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (HsFilterBar, hs_filter_bar, HS, FILTER_BAR, GtkWidget)

void        hs_filter_bar_set_workspace (HsFilterBar *self,
                                         HsWorkspace *workspace);
const char *hs_filter_bar_get_query     (HsFilterBar *self);
/* Returns: (transfer full) */
char       *hs_filter_bar_get_words     (HsFilterBar *self);
void        hs_filter_bar_add_term      (HsFilterBar *self,
                                         const HsTerm *term);
void        hs_filter_bar_clear         (HsFilterBar *self);
gboolean    hs_filter_bar_is_empty      (HsFilterBar *self);
void        hs_filter_bar_focus         (HsFilterBar *self);
/* Returns: (transfer full) (nullable): the value of the first chip of @field */
char       *hs_filter_bar_get_value     (HsFilterBar *self,
                                         const char  *field);

G_END_DECLS
