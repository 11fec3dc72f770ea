/* hs-article-view.h: the text of an article with its marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-marks.h"

G_BEGIN_DECLS

/**
 * HsArticleView:
 *
 * A read-only text view of one #HsReading: lines of a measured length, lists,
 * tables and quotations as such, the places of pictures, marks by layer, notes in
 * the margin.
 *
 * Signals:
 * - `mark-activated (guint mark)`: one was clicked or entered, see
 *   hs_article_view_get_mark()
 * - `mark-hovered (int mark)`: the pointer rests on it; -1: on none
 * - `link-activated (const char *address)`
 * - `link-shown (const char *address)`: what a status line says; %NULL nothing
 * - `filled`: the shown text is another
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
int           hs_article_view_find_link     (HsArticleView *self,
                                             guint          byte);
GArray       *hs_article_view_get_marks_around (HsArticleView *self,
                                                guint          index);
void          hs_article_view_unfold_all    (HsArticleView *self,
                                             gboolean       unfolded);
void          hs_article_view_load_pictures (HsArticleView *self);
guint         hs_article_view_get_n_pictures (HsArticleView *self);
guint         hs_article_view_get_top       (HsArticleView *self);
void          hs_article_view_forget_top    (HsArticleView *self);
void          hs_article_view_show_span     (HsArticleView *self,
                                             HsSpan         span,
                                             gboolean       flash);
/* Whether (@x, @y) of the view is on a byte of the article, and on which. */
gboolean      hs_article_view_get_byte_at   (HsArticleView *self,
                                             double         x,
                                             double         y,
                                             guint         *byte);
void          hs_article_view_set_current   (HsArticleView *self,
                                             int            index);
int           hs_article_view_get_current   (HsArticleView *self,
                                             gboolean       or_cursor);
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
