/* hs-article-view-find.c: words found in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#define MAX_FOUND 2000

typedef void (*FoundFunc) (HsArticleView     *self,
                           const GtkTextIter *start,
                           const GtkTextIter *end,
                           gpointer           data);

static void
search (HsArticleView *self,
        GtkTextBuffer *buffer,
        guint          start,
        int            end,
        FoundFunc      func,
        gpointer       data)
{
  GtkTextIter from, limit, first, last;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &limit, end);
  while (self->found->len < MAX_FOUND
         && gtk_text_iter_forward_search (&from, self->found_words,
                                          GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY, &first, &last,
                                          &limit))
    {
      func (self, &first, &last, data);
      from = last;
    }
}

static void
add_shown (HsArticleView     *self,
           const GtkTextIter *start,
           const GtkTextIter *end,
           gpointer           data)
{
  const HsFound found = { HS_SPAN_INIT (gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (end)), -1 };

  g_array_append_val (self->found, found);
}

/* @data: the line of the fold, as it is shown */
static void
add_hidden (HsArticleView     *self,
            const GtkTextIter *start,
            const GtkTextIter *end,
            gpointer           data)
{
  const HsParagraph *line = data;
  const HsFound found = { HS_SPAN_INIT (line->start, line->end), line->fold };

  g_array_append_val (self->found, found);
}

static gboolean
is_folded (HsArticleView *self,
           int            fold)
{
  return fold >= 0 && ((guint) fold >= self->unfolded->len || !g_array_index (self->unfolded, gboolean, fold));
}

/* The article with every fold open; NULL where none is closed. */
static HsReaderText *
open_folds (HsArticleView *self)
{
  guint n = hs_reader_text_get_n_folds (self->text);
  g_autofree gboolean *unfolded = g_new (gboolean, MAX (1, n));
  HsReaderTextForm form = { unfolded, n, (const gboolean *) self->stacked->data, self->stacked->len };
  gboolean closed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      closed = closed || is_folded (self, (int) i);
      unfolded[i] = TRUE;
    }
  return closed ? hs_reader_text_new (self->reading, &form) : NULL;
}

/* What a fold hides, in a text where it is open: from its line to the next words
 * that are not of it. */
static gboolean
find_fold (const GArray *paragraphs,
           int           fold,
           guint        *start,
           guint        *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const HsParagraph *paragraph = &g_array_index (paragraphs, HsParagraph, i);

      if (paragraph->fold != fold || paragraph->ours)
        continue;
      *start = found ? *start : paragraph->start;
      *end = paragraph->end;
      found = TRUE;
    }
  return found;
}

/* The shown text, but for the lines of folds, which are ours and change when one is
 * opened; in their place what they hide. */
static void
collect (HsArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const GArray *paragraphs = hs_reader_text_get_paragraphs (self->text);
  g_autoptr (HsReaderText) whole = open_folds (self);
  g_autoptr (GtkTextBuffer) hidden = NULL;
  guint from = 0;

  if (whole != NULL)
    {
      gsize length;
      const char *text = hs_reader_text_get_text (whole, &length);

      hidden = gtk_text_buffer_new (NULL);
      gtk_text_buffer_set_text (hidden, text, length);
    }
  for (guint i = 0; i < paragraphs->len; i++)
    {
      HsParagraph *line = &g_array_index (paragraphs, HsParagraph, i);
      guint start, end;

      if (!line->ours || line->fold < 0)
        continue;
      search (self, buffer, from, line->start, add_shown, NULL);
      if (is_folded (self, line->fold) && find_fold (hs_reader_text_get_paragraphs (whole), line->fold, &start, &end))
        search (self, hidden, start, end, add_hidden, line);
      from = line->end;
    }
  search (self, buffer, from, -1, add_shown, NULL);
}

/* Looks again for the words in a text that was set anew; @at: which of them was
 * the present one, -1 none. */
void
hs_article_view_find_again (HsArticleView *self,
                            int            at)
{
  GtkTextTag *tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND);

  g_array_set_size (self->found, 0);
  self->found_at = -1;
  if (self->found_words == NULL || self->text == NULL)
    return;
  collect (self);
  for (guint i = 0; i < self->found->len; i++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, i);

      hs_article_view_tag (self, tag, found->span.start, found->span.end);
    }
  self->found_at = MIN (at, (int) self->found->len - 1);
}

/**
 * hs_article_view_find_words:
 * @self: a view
 * @words: (nullable): what to look for, whatever the case
 *
 * Marks the words, also the lines of folded boilerplate that hide some.
 *
 * Returns: how often they are there, hidden ones too
 */
guint
hs_article_view_find_words (HsArticleView *self,
                            const char    *words)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_FOUND));
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT));
  g_free (self->found_words);
  self->found_words = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
  hs_article_view_find_again (self, -1);
  return self->found->len;
}

/* Opens the fold that hides it. Returns: which one it is now, from 0; -1 when there
 * is none */
int
hs_article_view_step_found (HsArticleView *self,
                            int            step)
{
  GtkTextTag *tag;
  HsSpan span;
  int fold;
  int n;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  n = self->found->len;
  if (n == 0)
    return -1;
  tag = hs_palette_get_extra (self->palette, HS_EXTRA_FOUND_CURRENT);
  self->found_at = self->found_at < 0 ? (step > 0 ? 0 : n - 1) : (self->found_at + step + n) % n;
  fold = g_array_index (self->found, HsFound, self->found_at).fold;
  if (fold >= 0)
    hs_article_view_toggle_fold (self, fold);
  span = g_array_index (self->found, HsFound, self->found_at).span;
  hs_article_view_untag_all (self, tag);
  hs_article_view_tag (self, tag, span.start, span.end);
  hs_article_view_scroll_to_char (self, span.start);
  return self->found_at;
}
