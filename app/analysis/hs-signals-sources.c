/* hs-signals-sources.c: signals read off who speaks in an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signals-private.h"

#include <string.h>

#include "hs-names.h"

static gboolean
is_person (const HsReading *self,
           guint            entity)
{
  return entity != HS_NO_INDEX &&
         ((HsLocalEntity *) self->analysis->entities->pdata[entity])->kind == HS_MENTION_PERSON;
}

static gboolean
is_short_pronoun (const HsReading *self,
                  HsSpan           span)
{
  return span.end - span.start <= 4 || strncmp (self->text + span.start, "who", 3) == 0;
}

static void
find_named (HsReading *self)
{
  for (guint i = 0; i < self->analysis->statements->len; i++)
    {
      const HsStatement *s = self->analysis->statements->pdata[i];

      if (!hs_span_is_none (s->speaker) && is_person (self, s->speaker_entity) &&
          !is_short_pronoun (self, s->speaker))
        hs_signals_add (self, "named-source", HS_TONE_FOR, s->speaker,
                        "A statement is attributed to a person who is named.");
    }
}

/* Whether the outlet is the one that publishes the article itself. */
static gboolean
is_own_outlet (const HsReading *self,
               guint            entity)
{
  g_autofree char *own = NULL, *other = NULL;

  if (self->document->outlet == NULL || entity == HS_NO_INDEX)
    return FALSE;
  own = hs_names_body_key (self->document->outlet);
  other = hs_names_body_key (((HsLocalEntity *) self->analysis->entities->pdata[entity])->name);
  return strcmp (own, other) == 0;
}

static gboolean
came_from_elsewhere (const HsReading   *self,
                     const HsStatement *statement)
{
  for (guint v = 0; v < statement->vias->len; v++)
    if (!is_own_outlet (self, g_array_index (statement->vias, HsVia, v).outlet))
      return TRUE;
  return FALSE;
}

/* Every statement comes through other outlets: the article found out nothing itself. */
static void
find_second_hand (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;
  guint with = 0, outside = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const HsStatement *s = all->pdata[i];

      if (came_from_elsewhere (self, s))
        with++;
      else if (s->named || s->form == HS_FORM_QUOTE)
        outside++;
    }
  if (with == 0 || outside > 0)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      const HsStatement *s = all->pdata[i];

      for (guint v = 0; v < s->vias->len; v++)
        {
          const HsVia *via = &g_array_index (s->vias, HsVia, v);

          if (via->manner == HS_VIA_STATED && !is_own_outlet (self, via->outlet))
            hs_signals_add (self, "second-hand", HS_TONE_AGAINST, via->span,
                            "Every statement with a named speaker was taken from another outlet.");
        }
    }
}

/* A group or an unnamed one speaks: "officials", "a number of observers". */
static void
find_unnamed (HsReading *self)
{
  static const char *const words[] = { "officials", "sources", "source", "observers", "analysts", "experts",
                                       "insiders", "diplomats", "critics", "witnesses", "official", "diplomat",
                                       "residents", "aides", NULL };

  for (guint i = 0; i < self->analysis->statements->len; i++)
    {
      const HsStatement *s = self->analysis->statements->pdata[i];
      g_autofree char *speaker = NULL;
      g_auto (GStrv) parts = NULL;

      if (s->named || hs_span_is_none (s->speaker))
        continue;
      speaker = g_strndup (self->text + s->speaker.start, s->speaker.end - s->speaker.start);
      parts = g_strsplit_set (speaker, " ,-", -1);
      for (guint k = 0; parts[k] != NULL; k++)
        if (g_strv_contains (words, parts[k]))
          {
            hs_signals_add (self, "unnamed-source", HS_TONE_AGAINST, s->speaker,
                            "A statement is attributed to a source that is not named.");
            break;
          }
    }
}

static gboolean
in_statement (const HsReading *self,
              HsSpan           span)
{
  for (guint i = 0; i < self->analysis->statements->len; i++)
    {
      const HsStatement *s = self->analysis->statements->pdata[i];

      for (guint c = 0; c < s->content->len; c++)
        if (hs_span_overlaps (g_array_index (s->content, HsSpan, c), span))
          return TRUE;
    }
  return FALSE;
}

/* Figures that no statement carries. */
static void
find_unsourced_numbers (HsReading *self)
{
  guint checked = 0;

  for (guint f = 0; f < self->found->len && checked < 200; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      HsSpan span;
      const HsPart *part;

      if (found->kind != HS_MENTION_QUANTITY && found->kind != HS_MENTION_MONEY)
        continue;
      part = &g_array_index (self->parts, HsPart, hs_reading_token (self, found->first)->block);
      if (part->kind != HS_BLOCK_PARAGRAPH || !(hs_reading_token (self, found->first)->flags & HS_TOKEN_DIGITS))
        {
          if (found->kind != HS_MENTION_MONEY || part->kind != HS_BLOCK_PARAGRAPH)
            continue;
        }
      checked++;
      span = hs_reading_span (self, found->first, found->end);
      if (!in_statement (self, span))
        hs_signals_add (self, "number-without-source", HS_TONE_NEUTRAL, span,
                        "A figure is given without saying where it comes from.");
    }
}

/**
 * hs_signals_sources:
 * @self: an article being read
 *
 * Adds the signals of who says it: speakers with a name and without one, all of it through
 * other outlets, figures that nobody is said to give.
 */
void
hs_signals_sources (HsReading *self)
{
  find_named (self);
  find_second_hand (self);
  find_unnamed (self);
  find_unsourced_numbers (self);
}
