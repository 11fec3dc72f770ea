/* hs-html-scan.h: markup made fit to parse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsHtmlScan:
 * @tags: start tags in the markup
 * @bytes: what it takes, without scripts, styles and over-long tags
 */
typedef struct
{
  gsize tags;
  gsize bytes;
} HsHtmlScan;

char *hs_html_scan (const char *html,
                    gsize       length,
                    gsize      *new_length,
                    HsHtmlScan *scan);

G_END_DECLS
