/* hs-entity-rename.h: an entity called otherwise, asked for where another is called so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace-names.h"

G_BEGIN_DECLS

void hs_entity_rename (GtkWidget           *widget,
                       HsWorkspace         *workspace,
                       gint64               entity,
                       const char          *name,
                       GAsyncReadyCallback  renamed_cb);

G_END_DECLS
