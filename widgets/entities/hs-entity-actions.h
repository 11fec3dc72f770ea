/* hs-entity-actions.h: what the analyst says of an entity, wherever it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace.h"

G_BEGIN_DECLS

void hs_entity_act        (GtkWidget    *widget,
                           HsWorkspace  *workspace,
                           HsEntityPage *page,
                           const char   *what);
/* Says what was decided, with a button that takes it back.
 * @user_data: (transfer full): a widget of the window */
void hs_entity_decided_cb (GObject      *source,
                           GAsyncResult *result,
                           gpointer      user_data);

G_END_DECLS
