/* hs-row.h: what the rows of all lists have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-id-selection.h"
#include "hs-item.h"

G_BEGIN_DECLS

/**
 * HsRow:
 *
 * Shows one #HsItem and follows it. A subclass fills its own widgets in
 * `update` and says in `describe` what a screen reader reads for the row.
 */
#define HS_TYPE_ROW (hs_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (HsRow, hs_row, HS, ROW, GtkWidget)

struct _HsRowClass
{
  GtkWidgetClass parent_class;

  void  (*update)      (HsRow         *self,
                        HsItem        *item);
  /* Returns: (transfer full) */
  char *(*describe)    (HsRow         *self,
                        HsItem        *item);
  /* (nullable): for rows that can be chosen along with others */
  void  (*set_several) (HsRow         *self,
                        gboolean       several,
                        gboolean       chosen);
};

void    hs_row_set_item      (HsRow         *self,
                              HsItem        *item);
HsItem *hs_row_get_item      (HsRow         *self);
void    hs_row_set_selection (HsRow         *self,
                              HsIdSelection *selection);

G_END_DECLS
