/* hs-filter-popover.h: choosing a term for the filter instead of typing it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

/* Signal `chosen (const char *field, const char *value, const char *label)`. */
#define HS_TYPE_FILTER_POPOVER (hs_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (HsFilterPopover, hs_filter_popover, HS, FILTER_POPOVER, GtkPopover)

void hs_filter_popover_set_workspace (HsFilterPopover *self,
                                      HsWorkspace     *workspace);

G_END_DECLS
