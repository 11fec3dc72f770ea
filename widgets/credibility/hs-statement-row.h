/* hs-statement-row.h: who said what, in which form, through whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

#define HS_TYPE_STATEMENT_ROW (hs_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (HsStatementRow, hs_statement_row, HS, STATEMENT_ROW, GtkWidget)

GtkWidget *hs_statement_row_new (const HsReading          *reading,
                                 const HsReadingStatement *statement);

G_END_DECLS
