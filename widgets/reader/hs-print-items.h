/* hs-print-items.h: the blocks of an article as layouts for paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

#define HS_PRINT_LINE_HEIGHT 1.25

/**
 * HsPrintItem:
 * @cells: (element-type PangoLayout): one, or those of a row of a table
 * @xs: (element-type double): where each begins, in points from the left
 * @before: points between it and what stands before it
 * @height: of a row, in points
 * @bar: where the line of a quotation stands; -1 none
 * @row: it is a row of a table, and not cut between lines
 * @keep: what follows it stays on its page
 */
typedef struct
{
  GPtrArray *cells; /* (owned) */
  GArray *xs;       /* (owned) */
  double before;
  double height;
  double bar;
  gboolean row;
  gboolean keep;
} HsPrintItem;

/* Returns: (transfer full) (element-type HsPrintItem): head, blocks, notes */
GPtrArray *hs_print_items_make (HsReading       *reading,
                                GtkPrintContext *context);

G_END_DECLS
