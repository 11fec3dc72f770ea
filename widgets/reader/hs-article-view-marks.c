/* hs-article-view-marks.c: the marks on an article's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

/* Everything of the reading that has words, in the order of the words. */
void
hs_article_view_collect_marks (HsArticleView *self)
{
  g_array_unref (self->marks);
  self->marks = hs_marks_collect (self->reading, self->preferences, FALSE);
}

/**
 * hs_article_view_tag:
 * @self: the text of an article
 * @tag: a tag
 * @start: a character of the buffer
 * @end: past the last character
 *
 * Applies the tag there.
 */
void
hs_article_view_tag (HsArticleView *self,
                     GtkTextTag    *tag,
                     guint          start,
                     guint          end)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

/**
 * hs_article_view_untag_all:
 * @self: the text of an article
 * @tag: a tag
 *
 * Takes the tag off the whole buffer.
 */
void
hs_article_view_untag_all (HsArticleView *self,
                           GtkTextTag    *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, tag, &from, &to);
}

typedef struct
{
  HsArticleView *self;
  GtkTextTag *tag;
} Tagging;

static void
tag_stretch (guint    start,
             guint    end,
             gpointer user_data)
{
  Tagging *tagging = user_data;

  hs_article_view_tag (tagging->self, tagging->tag, start, end);
}

static void
hs_article_view_tag_span (HsArticleView *self,
                          GtkTextTag    *tag,
                          HsSpan         span)
{
  Tagging tagging = { self, tag };

  if (!hs_span_is_none (span))
    hs_reader_text_foreach (self->text, span, tag_stretch, &tagging);
}

/* Puts the shown layers on the words; what was there goes. */
void
hs_article_view_apply_marks (HsArticleView *self)
{
  if (self->reading == NULL)
    return;
  for (guint i = 0; i < HS_N_LAYERS; i++)
    hs_article_view_untag_all (self, hs_palette_get_layer (self->palette, i));
  for (guint i = 0; i < HS_N_MENTION_KINDS; i++)
    hs_article_view_untag_all (self, hs_palette_get_proposed (self->palette, i));
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_CUE));

  for (guint i = 0; i < self->marks->len; i++)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i);

      if (mark->layer == HS_MARK_LINK)
        hs_article_view_tag_span (self, hs_palette_get_extra (self->palette, HS_EXTRA_LINK), mark->span);
      else if (!hs_preferences_shows_layer (self->preferences, mark->layer))
        continue;
      else if (hs_mark_is_proposed (mark, self->reading))
        hs_article_view_tag_span (self, hs_palette_get_proposed (self->palette, mark->layer), mark->span);
      else
        hs_article_view_tag_span (self, hs_palette_get_layer (self->palette, mark->layer), mark->span);
    }
  if (!hs_preferences_shows_layer (self->preferences, HS_LAYER_STATEMENTS))
    return;
  for (guint i = 0; i < self->reading->statements->len; i++)
    {
      const HsReadingStatement *statement = g_ptr_array_index (self->reading->statements, i);

      hs_article_view_tag_span (self, hs_palette_get_extra (self->palette, HS_EXTRA_CUE), statement->cue);
    }
}

/**
 * hs_article_view_get_n_marks:
 * @self: a view
 *
 * Returns: how many marks stand in the article, of hidden layers too
 */
guint
hs_article_view_get_n_marks (HsArticleView *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  return self->marks->len;
}

/**
 * hs_article_view_get_mark:
 * @self: a view
 * @index: less than hs_article_view_get_n_marks()
 *
 * Returns: (transfer none): a mark; in the order of the text
 */
const HsMark *
hs_article_view_get_mark (HsArticleView *self,
                          guint          index)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, HsMark, index);
}

/**
 * hs_article_view_find_mark:
 * @self: the text of an article
 * @byte: of the article
 *
 * Returns: index of the innermost mark there that can be entered; -1 none
 */
int
hs_article_view_find_mark (HsArticleView *self,
                           guint          byte)
{
  int best = -1;
  guint best_length = G_MAXUINT;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i);

      if (mark->span.start > byte)
        break;
      /* A signal can be a whole paragraph: what is named in it comes first, and a
       * link last of what is as long. */
      if (byte < mark->span.end && hs_mark_is_shown (mark, self->preferences)
          && (mark->span.end - mark->span.start < best_length
              || (mark->span.end - mark->span.start == best_length && mark->layer != HS_MARK_LINK)))
        {
          best = i;
          best_length = mark->span.end - mark->span.start;
        }
    }
  return best;
}

/**
 * hs_article_view_find_link:
 * @self: a view
 * @byte: of the article
 *
 * Returns: the mark of the link that stands there; -1 none
 */
int
hs_article_view_find_link (HsArticleView *self,
                           guint          byte)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i);

      if (mark->span.start > byte)
        break;
      if (mark->layer == HS_MARK_LINK && byte < mark->span.end)
        return i;
    }
  return -1;
}

/**
 * hs_article_view_get_marks_around:
 * @self: a view
 * @index: one of its marks
 *
 * Returns: (transfer full) (element-type HsMark): those that are shown and stand on
 *   its first character, innermost first, itself the first of them
 */
GArray *
hs_article_view_get_marks_around (HsArticleView *self,
                                  guint          index)
{
  GArray *around = g_array_new (FALSE, FALSE, sizeof (HsMark));
  guint byte;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), around);
  g_return_val_if_fail (index < self->marks->len, around);

  g_array_append_val (around, g_array_index (self->marks, HsMark, index));
  byte = g_array_index (self->marks, HsMark, index).span.start;
  for (guint i = self->marks->len; i > 0; i--)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i - 1);

      if (i - 1 != index && byte >= mark->span.start && byte < mark->span.end
          && hs_mark_is_shown (mark, self->preferences))
        g_array_append_val (around, *mark);
    }
  return around;
}

/**
 * hs_article_view_describe:
 * @self: the text of an article
 * @byte: of the article
 *
 * Returns: (transfer full) (nullable): what is known of the words there, a line for each
 *   mark
 */
char *
hs_article_view_describe (HsArticleView *self,
                          guint          byte)
{
  GString *text;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), NULL);

  text = g_string_new (NULL);
  for (guint i = self->marks->len; i > 0; i--)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i - 1);
      g_autofree char *line = NULL;

      if (byte < mark->span.start || byte >= mark->span.end || !hs_mark_is_shown (mark, self->preferences))
        continue;
      line = hs_mark_describe (mark, self->reading);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static guint
hs_article_view_get_cursor_byte (HsArticleView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter cursor;
  guint byte = 0;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  for (int offset = gtk_text_iter_get_offset (&cursor); offset >= 0; offset--)
    if (hs_reader_text_to_byte (self->text, offset, &byte))
      break;
  return byte;
}

/* Goes to a mark, as the keys do; -1: to none. */
void
hs_article_view_set_current (HsArticleView *self,
                             int            index)
{
  GtkTextTag *tag;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));
  g_return_if_fail (index < (int) self->marks->len);

  tag = hs_palette_get_extra (self->palette, HS_EXTRA_CURRENT);
  hs_article_view_untag_all (self, tag);
  self->current_mark = index;
  if (index >= 0)
    hs_article_view_tag_span (self, tag, g_array_index (self->marks, HsMark, index).span);
}

/* Goes to the mark that has the place of @before, one of a reading of the same text; where
 * there is none any more, the next one is gone to from there. */
void
hs_article_view_go_on_from (HsArticleView *self,
                            const HsMark  *before)
{
  guint start, end;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i);

      /* the same words may name something of another kind now */
      if (mark->span.start == before->span.start && mark->span.end == before->span.end &&
          (mark->layer == before->layer || (mark->layer < HS_N_MENTION_KINDS && before->layer < HS_N_MENTION_KINDS)))
        {
          hs_article_view_set_current (self, i);
          return;
        }
    }
  hs_article_view_set_current (self, -1);
  if (hs_reader_text_to_chars (self->text, before->span, &start, &end))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
      gtk_text_buffer_place_cursor (buffer, &iter);
    }
}

/* Moves to the next (or previous) mark that is shown, from where the keys are. */
gboolean
hs_article_view_step_mark (HsArticleView *self,
                           int            step)
{
  guint byte;
  int at = -1;

  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  if (self->reading == NULL || self->marks->len == 0)
    return FALSE;
  if (self->current_mark >= 0 && self->current_mark < (int) self->marks->len)
    at = self->current_mark + step;
  else
    {
      byte = hs_article_view_get_cursor_byte (self);
      at = step > 0 ? 0 : self->marks->len - 1;
      while (step > 0 && at < (int) self->marks->len && g_array_index (self->marks, HsMark, at).span.start < byte)
        at++;
      while (step < 0 && at >= 0 && g_array_index (self->marks, HsMark, at).span.start > byte)
        at--;
    }
  for (; at >= 0 && at < (int) self->marks->len; at += step)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, at);
      guint start, end;

      if (!hs_mark_is_shown (mark, self->preferences)
          || !hs_reader_text_to_chars (self->text, mark->span, &start, &end))
        continue;
      hs_article_view_set_current (self, at);
      hs_article_view_show_span (self, mark->span, FALSE);
      g_signal_emit_by_name (self, "link-shown", hs_mark_get_address (mark, self->reading));
      return TRUE;
    }
  return FALSE;
}

/* Returns: the mark that was gone to, or, with @or_cursor, the one under the cursor;
 *   -1 none */
int
hs_article_view_get_current (HsArticleView *self,
                             gboolean       or_cursor)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), -1);

  if (self->reading == NULL)
    return -1;
  if (self->current_mark >= 0 && self->current_mark < (int) self->marks->len)
    return self->current_mark;
  return or_cursor ? hs_article_view_find_mark (self, hs_article_view_get_cursor_byte (self)) : -1;
}

/* Enters the mark that the keys stand on, or the one under the cursor. */
void
hs_article_view_activate_mark (HsArticleView *self)
{
  int index;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  index = hs_article_view_get_current (self, TRUE);
  if (index >= 0)
    g_signal_emit_by_name (self, "mark-activated", (guint) index);
}
