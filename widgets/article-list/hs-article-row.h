/* hs-article-row.h: one article in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-row.h"

G_BEGIN_DECLS

#define HS_TYPE_ARTICLE_ROW (hs_article_row_get_type ())
G_DECLARE_FINAL_TYPE (HsArticleRow, hs_article_row, HS, ARTICLE_ROW, HsRow)

G_END_DECLS
