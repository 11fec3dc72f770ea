/* hs-article-view-find.c: words found in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#define MAX_FOUND 2000

guint
hs_article_view_find_words (HsArticleView *self,
                            const char    *words)
{
  GtkTextBuffer *buffer;
  GtkTextIter from, start, end;
  GtkTextTag *tag;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND);
  hs_article_view_untag_all (self, tag);
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT));
  g_array_set_size (self->found, 0);
  self->found_at = -1;
  if (words == NULL || *words == '\0')
    return 0;
  gtk_text_buffer_get_start_iter (buffer, &from);
  while (self->found->len < MAX_FOUND
         && gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY,
                                          &start, &end, NULL))
    {
      HsSpan span = HS_SPAN_INIT (gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end));

      g_array_append_val (self->found, span);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
      from = end;
    }
  return self->found->len;
}

/* Returns: which one it is now, from 0; -1 when there is none */
int
hs_article_view_step_found (HsArticleView *self,
                            int            step)
{
  GtkTextTag *tag;
  HsSpan span;
  int n;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  n = self->found->len;
  if (n == 0)
    return -1;
  tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT);
  self->found_at = self->found_at < 0 ? (step > 0 ? 0 : n - 1) : (self->found_at + step + n) % n;
  span = g_array_index (self->found, HsSpan, self->found_at);
  hs_article_view_untag_all (self, tag);
  hs_article_view_tag (self, tag, span.start, span.end);
  hs_article_view_scroll_to_char (self, span.start);
  return self->found_at;
}
