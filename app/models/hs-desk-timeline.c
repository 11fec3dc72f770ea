/* hs-desk-timeline.c: articles, utterances and edits of a story, in time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MOST_UTTERANCES 200

static char *
format_day (const GDate *day)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* "2020-03-09", or what begins so. */
static gboolean
parse_day (const char *text,
           GDate      *day)
{
  guint year, month, number;

  g_date_clear (day, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &number) != 3 || month > 12
      || !g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

static HsDeskEvent *
event_new (const HsLayingOut *self,
           HsDeskEventKind    kind,
           gint64             article,
           char              *title)
{
  HsDeskEvent *event = g_new0 (HsDeskEvent, 1);

  event->kind = kind;
  event->article = article;
  event->title = title;
  g_ptr_array_add (self->desk->events, event);
  return event;
}

static void
set_days (HsDeskEvent *event,
          const HsDay *day)
{
  event->wants_day = day->wants_day;
  if (!day->known)
    return;
  event->from = format_day (&day->from);
  if (g_date_compare (&day->from, &day->to) != 0)
    event->to = format_day (&day->to);
}

static void
add_article (const HsLayingOut *self,
             guint              index)
{
  const HsDeskArticle *article = g_ptr_array_index (self->desk->articles, index);
  HsDeskEvent *event = event_new (self, HS_EVENT_ARTICLE, article->id, NULL);
  const char *date = article->confirmed != NULL ? article->confirmed : article->published;
  HsDay day;
  GDate exact;

  event->title = article->outlet != NULL ? g_strdup_printf ("%s: %s", article->outlet, article->title)
                                         : g_strdup (article->title);
  event->stated = g_strdup (article->published);
  event->step = hs_desk_describe_step (self, index);
  if (parse_day (date, &exact))
    event->from = format_day (&exact);
  else if (date != NULL)
    {
      /* a month or a year */
      int year = 0, month = 0, n = sscanf (date, "%4d-%2d", &year, &month);
      g_autofree char *words = NULL;

      if (n == 2 && month >= 1 && month <= 12 && year > 0)
        {
          g_date_clear (&exact, 1);
          g_date_set_dmy (&exact, 1, month, year);
          event->from = format_day (&exact);
          g_date_set_day (&exact, g_date_get_days_in_month (month, year));
          event->to = format_day (&exact);
          return;
        }
      words = g_strdup (date);
      day = hs_desk_read_day (words, NULL);
      set_days (event, &day);
    }
}

static void
add_edits (const HsLayingOut *self,
           const HsStored    *stored)
{
  /* the last one is the article as it first came */
  for (guint i = 0; i + 1 < stored->revisions->len; i++)
    {
      const HsStoredRevision *revision = g_ptr_array_index (stored->revisions, i);
      g_autoptr (GDateTime) seen = g_date_time_new_from_unix_local (revision->seen);
      HsDeskEvent *event = event_new (self, HS_EVENT_EDIT, stored->id,
                                      g_strdup_printf (_("Changed: %s"), stored->document->title != NULL
                                                                            ? stored->document->title : _("Untitled")));

      if (seen != NULL)
        event->from = g_date_time_format (seen, "%Y-%m-%d");
    }
}

/* The words for a time in the sentence of the statement's cue. */
static const HsMention *
find_time (const HsStored    *stored,
           const HsStatement *statement)
{
  guint at = !hs_span_is_none (statement->cue) ? statement->cue.start
                                               : g_array_index (statement->content, HsSpan, 0).start;
  HsSpan sentence = hs_desk_sentence (stored, at);

  for (guint i = 0; i < stored->analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (stored->analysis->mentions, HsMention, i);
      gboolean inside = FALSE;

      if (mention->kind != HS_MENTION_DATE || !hs_span_contains (sentence, mention->span))
        continue;
      /* when it was said, not what was said of another time */
      for (guint j = 0; j < statement->content->len; j++)
        inside = inside || hs_span_contains (g_array_index (statement->content, HsSpan, j), mention->span);
      if (!inside)
        return mention;
    }
  return NULL;
}

static void
add_utterance (const HsLayingOut       *self,
               const HsStoredUtterance *utterance)
{
  const HsStoredEntity *speaker = hs_stored_story_find_entity (self->story, utterance->speaker);

  for (guint i = 0; speaker != NULL && i < utterance->statements->len; i++)
    {
      gint64 id = g_array_index (utterance->statements, gint64, i);
      guint place = hs_laying_out_find (self, id / 1048576);
      const HsStored *stored = place != HS_NO_INDEX ? g_ptr_array_index (self->articles, place) : NULL;
      const HsStatement *statement;
      const HsMention *time;
      const HsDeskArticle *article;
      HsDeskEvent *event;
      GDate base;
      HsDay day;

      if (stored == NULL || id % 1048576 >= stored->analysis->statements->len)
        continue;
      statement = g_ptr_array_index (stored->analysis->statements, id % 1048576);
      time = find_time (stored, statement);
      if (time == NULL)
        continue;
      article = g_ptr_array_index (self->desk->articles, place);
      event = event_new (self, HS_EVENT_UTTERANCE, stored->id, NULL);
      event->stated = g_strndup (stored->document->text + time->span.start, time->span.end - time->span.start);
      event->title = g_strdup_printf (_("%s speaks"), speaker->name);
      event->span = !hs_span_is_none (statement->cue) ? statement->cue : g_array_index (statement->content, HsSpan, 0);
      day = hs_desk_read_day (event->stated, parse_day (article->confirmed, &base) ? &base : NULL);
      set_days (event, &day);
      return;
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const HsDeskEvent *x = *(HsDeskEvent **) a, *y = *(HsDeskEvent **) b;
  int order = 0;

  if ((x->from == NULL) != (y->from == NULL))
    return x->from == NULL ? 1 : -1;
  if (x->from != NULL)
    order = strcmp (x->from, y->from);
  if (order == 0)
    order = (int) x->kind - (int) y->kind;
  if (order == 0)
    order = (x->article > y->article) - (x->article < y->article);
  return order != 0 ? order : (int) x->span.start - (int) y->span.start;
}

/**
 * hs_desk_lay_timeline:
 * @self: a story while it is laid out
 *
 * Fills its events: by date, undated last.
 */
void
hs_desk_lay_timeline (const HsLayingOut *self)
{
  for (guint i = 0; i < self->articles->len; i++)
    {
      add_article (self, i);
      add_edits (self, g_ptr_array_index (self->articles, i));
    }
  for (guint i = 0; i < self->story->utterances->len && i < MOST_UTTERANCES; i++)
    add_utterance (self, g_ptr_array_index (self->story->utterances, i));
  g_ptr_array_sort (self->desk->events, compare_events);
}
