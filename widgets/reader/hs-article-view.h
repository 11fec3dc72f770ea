/* hs-article-view.h: the text of an article with its marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-kinds.h"
#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsMark:
 * @layer: a kind of mention, or another layer
 * @index: which of the reading's mentions, statements, signals or notes
 * @span: bytes of the article
 */
typedef struct
{
  guint layer;
  guint index;
  HsSpan span;
} HsMark;

/**
 * HsArticleView:
 *
 * A read-only text view of one #HsReading: lines of a measured length, marks
 * by layer, notes in the margin.
 *
 * Signals: `mark-activated (guint index_of_mark)`: a mention or note was
 * clicked or entered, see hs_article_view_get_mark().
 */
#define HS_TYPE_ARTICLE_VIEW (hs_article_view_get_type ())
G_DECLARE_FINAL_TYPE (HsArticleView, hs_article_view, HS, ARTICLE_VIEW, GtkTextView)

void          hs_article_view_set_reading   (HsArticleView *self,
                                             HsReading     *reading);
HsReading    *hs_article_view_get_reading   (HsArticleView *self);
guint         hs_article_view_get_n_marks   (HsArticleView *self);
const HsMark *hs_article_view_get_mark      (HsArticleView *self,
                                             guint          index);
/* The innermost mark at a byte that can be entered; -1 none */
int           hs_article_view_find_mark     (HsArticleView *self,
                                             guint          byte);
/* Returns: (transfer full) (nullable): what is known of the words at @byte */
char         *hs_article_view_describe      (HsArticleView *self,
                                             guint          byte);
void          hs_article_view_show_span     (HsArticleView *self,
                                             HsSpan         span,
                                             gboolean       flash);
gboolean      hs_article_view_step_mark     (HsArticleView *self,
                                             int            step);
void          hs_article_view_activate_mark (HsArticleView *self);
HsSpan        hs_article_view_get_selected  (HsArticleView *self);
gboolean      hs_article_view_get_span_area (HsArticleView *self,
                                             HsSpan         span,
                                             GdkRectangle  *area);
/* Finding: returns how many there are. */
guint         hs_article_view_find_words    (HsArticleView *self,
                                             const char    *words);
int           hs_article_view_step_found    (HsArticleView *self,
                                             int            step);

G_END_DECLS
