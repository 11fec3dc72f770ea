/* hs-decision-row.h: a decision of the analyst: what, when and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-workspace-names.h"

G_BEGIN_DECLS

/* (transfer full): in a sentence: "Merged “A. Selim” into “Anna Selim”" */
char      *hs_decision_describe (const HsNameDecision *decision);
/* (transfer floating): a row of a list; the keys can go to it */
GtkWidget *hs_decision_row_new  (const HsNameDecision *decision);

G_END_DECLS
