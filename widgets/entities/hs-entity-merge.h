/* hs-entity-merge.h: several entities made one, asked for where that goes far
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace-names.h"

G_BEGIN_DECLS

void hs_entity_merge (GtkWidget           *widget,
                      HsWorkspace         *workspace,
                      const gint64        *ids,
                      guint                n,
                      const char          *reason,
                      gboolean             chosen,
                      GAsyncReadyCallback  merged_cb);

G_END_DECLS
