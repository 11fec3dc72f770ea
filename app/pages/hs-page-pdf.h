/* hs-page-pdf.h: the parts of reading a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-document.h"

G_BEGIN_DECLS

/**
 * HsPdfLine:
 * @page: from 1
 * @left: in points from the left edge of the page, as @right; @top and @bottom
 *   from its upper edge
 * @size: of its letters, in points
 * @frame: it stands at the edge of many pages, and is no part of the text
 *
 * A line of one column, as it is printed.
 */
typedef struct
{
  guint page;
  double left, top, right, bottom;
  double size;
  gboolean bold;
  gboolean frame;
  char *text;          /* (owned): without white space at either end */
} HsPdfLine;

/* hs-page-pdf-order.c */
void        hs_pdf_mark_frame   (GPtrArray   *lines,
                                 guint        n_pages,
                                 const double *heights);
GPtrArray  *hs_pdf_order        (GPtrArray   *lines);
/* hs-page-pdf-blocks.c */
HsDocument *hs_pdf_make_document (GPtrArray  *lines);

HsDocument *hs_page_read_pdf    (GBytes      *bytes,
                                 GError     **error);
void        hs_page_prepare_pdf (void);

G_END_DECLS
