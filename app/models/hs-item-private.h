/* hs-item-private.h: filling the rows of the lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-item.h"
#include "hs-list.h"
#include "hs-rows.h"

G_BEGIN_DECLS

/* One property of a row: a text ('s') or a number shown as guint ('u'),
 * gint64 ('i') or gboolean ('b'), and its place in #HsRow. */
typedef struct
{
  const char *name;
  char type;
  guint index;
} HsItemField;

void    hs_item_install (GObjectClass      *klass,
                         const HsItemField *fields,
                         guint              n);
GType   hs_item_type_of (HsListWhat         what);
HsItem *hs_item_new     (HsListWhat         what,
                         gint64             id);
/* Takes what @row says and notifies of what is different. */
void    hs_item_fill    (HsItem            *self,
                         HsRow             *row);
/* (transfer none) (nullable): NULL until it is filled */
HsRow  *hs_item_get_row (HsItem            *self);

G_END_DECLS
