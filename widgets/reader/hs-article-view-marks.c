/* hs-article-view-marks.c: the marks on an article's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-article-view-private.h"

#include <glib/gi18n.h>

#include "hs-format.h"
#include "hs-signal-titles.h"

static void
add_mark (HsArticleView *self,
          guint          layer,
          guint          index,
          HsSpan         span)
{
  HsMark mark = { layer, index, span };

  if (!hs_span_is_none (span) && span.end <= self->reading->document->length)
    g_array_append_val (self->marks, mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const HsMark *first = a;
  const HsMark *second = b;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;
  if (first->span.end != second->span.end)
    return first->span.end > second->span.end ? -1 : 1;
  return (int) first->layer - (int) second->layer;
}

/* Everything of the reading that has words, in the order of the words. */
void
hs_article_view_collect_marks (HsArticleView *self)
{
  const HsReading *reading = self->reading;

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < reading->mentions->len; i++)
    {
      const HsReadingMention *mention = &g_array_index (reading->mentions, HsReadingMention, i);

      add_mark (self, mention->kind, i, mention->span);
    }
  for (guint i = 0; i < reading->statements->len; i++)
    {
      const HsReadingStatement *statement = g_ptr_array_index (reading->statements, i);

      for (guint j = 0; j < statement->content->len; j++)
        add_mark (self, HS_LAYER_STATEMENTS, i, g_array_index (statement->content, HsSpan, j));
    }
  for (guint i = 0; i < reading->signals->len; i++)
    {
      const HsReadingSignal *signal = g_ptr_array_index (reading->signals, i);

      for (guint j = 0; hs_preferences_shows_signal (self->preferences, signal->code) && j < signal->spans->len; j++)
        add_mark (self, HS_LAYER_SIGNALS, i, g_array_index (signal->spans, HsSpan, j));
    }
  for (guint i = 0; i < reading->notes->len; i++)
    {
      const HsReadingNote *note = g_ptr_array_index (reading->notes, i);

      add_mark (self, HS_LAYER_NOTES, i, note->span);
    }
  g_array_sort (self->marks, compare_marks);
}

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
  hs_article_view_untag_all (self, hs_palette_get_extra (self->palette, HS_EXTRA_CUE));

  for (guint i = 0; i < self->marks->len; i++)
    {
      const HsMark *mark = &g_array_index (self->marks, HsMark, i);

      if (hs_preferences_shows_layer (self->preferences, mark->layer))
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

guint
hs_article_view_get_n_marks (HsArticleView *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), 0);

  return self->marks->len;
}

const HsMark *
hs_article_view_get_mark (HsArticleView *self,
                          guint          index)
{
  g_return_val_if_fail (HS_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, HsMark, index);
}

static gboolean
hs_article_view_can_enter (HsArticleView *self,
                           const HsMark  *mark)
{
  return mark->layer != HS_LAYER_STATEMENTS && hs_preferences_shows_layer (self->preferences, mark->layer);
}

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
      /* A signal can be a whole paragraph: what is named in it comes first. */
      if (byte < mark->span.end && hs_article_view_can_enter (self, mark)
          && mark->span.end - mark->span.start < best_length)
        {
          best = i;
          best_length = mark->span.end - mark->span.start;
        }
    }
  return best;
}

static void
append_line (GString    *text,
             const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
describe_statement (const HsReadingStatement *statement)
{
  GString *line = g_string_new (NULL);

  if (statement->speaker_name != NULL)
    g_string_append_printf (line, _("Said by %s"), statement->speaker_name);
  else
    g_string_append (line, _("Said by somebody who is not named"));
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsReadingVia *via = g_ptr_array_index (statement->vias, i);

      if (via->name != NULL)
        g_string_append_printf (line, _(", through %s (%s)"), via->name, hs_manner_get_title (via->manner));
    }
  return g_string_free (line, FALSE);
}

static char *
hs_article_view_describe_mark (HsArticleView *self,
                               const HsMark  *mark)
{
  const HsReading *reading = self->reading;

  if (mark->layer < HS_N_MENTION_KINDS)
    {
      const HsReadingMention *mention = &g_array_index (reading->mentions, HsReadingMention, mark->index);
      const HsReadingEntity *entity = g_hash_table_lookup (self->entities, &mention->entity);

      if (entity == NULL)
        return g_strdup (hs_kind_get_title (mention->kind));
      return g_strdup_printf (_("%s: %s"), hs_kind_get_title (mention->kind), entity->name);
    }
  if (mark->layer == HS_LAYER_STATEMENTS)
    return describe_statement (g_ptr_array_index (reading->statements, mark->index));
  if (mark->layer == HS_LAYER_SIGNALS)
    {
      const HsReadingSignal *signal = g_ptr_array_index (reading->signals, mark->index);
      g_autofree char *title = hs_signal_get_title (signal->code);

      return g_strdup_printf ("%s %s", hs_tone_get_symbol (signal->tone), title);
    }
  else
    {
      const HsReadingNote *note = g_ptr_array_index (reading->notes, mark->index);
      g_autofree char *body = hs_format_squash (note->body, 200);

      return g_strdup_printf ("✎ %s", body);
    }
}

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

      if (byte < mark->span.start || byte >= mark->span.end
          || !hs_preferences_shows_layer (self->preferences, mark->layer))
        continue;
      line = hs_article_view_describe_mark (self, mark);
      append_line (text, line);
    }
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }
  return g_string_free (text, FALSE);
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

static void
hs_article_view_set_current (HsArticleView *self,
                             int            index)
{
  GtkTextTag *tag = hs_palette_get_extra (self->palette, HS_EXTRA_CURRENT);

  hs_article_view_untag_all (self, tag);
  self->current_mark = index;
  if (index >= 0)
    hs_article_view_tag_span (self, tag, g_array_index (self->marks, HsMark, index).span);
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

      if (!hs_article_view_can_enter (self, mark) || !hs_reader_text_to_chars (self->text, mark->span, &start, &end))
        continue;
      hs_article_view_set_current (self, at);
      hs_article_view_show_span (self, mark->span, FALSE);
      return TRUE;
    }
  return FALSE;
}

/* Enters the mark that the keys stand on, or the one under the cursor. */
void
hs_article_view_activate_mark (HsArticleView *self)
{
  int index;

  g_return_if_fail (HS_IS_ARTICLE_VIEW (self));

  if (self->reading == NULL)
    return;
  index = self->current_mark;
  if (index < 0)
    index = hs_article_view_find_mark (self, hs_article_view_get_cursor_byte (self));
  if (index >= 0)
    g_signal_emit_by_name (self, "mark-activated", (guint) index);
}
