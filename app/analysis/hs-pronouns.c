/* hs-pronouns.c: whom "he" and "she" stand for where somebody speaks
 *
 * The sentences before are asked one by one, the nearest first: who speaks in
 * it, then who is its subject, then whom else it names; one who is a woman is
 * not "he". It is the order of salience of centering (Grosz, Joshi and
 * Weinstein 1995; Brennan, Friedman and Pollard 1987), with speakers first, since
 * the texts are news. Who is only named within what somebody said comes last.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-entities.h"
#include "hs-lexicons-private.h"
#include "hs-pronouns.h"
#include "hs-tagger.h"

/* So many sentences that are not within a quotation are asked. */
#define MOST_SENTENCES 6

struct _HsPronouns
{
  const HsReading *reading;  /* (unowned) */
  char *genders;             /* (owned): of each entity: 'f', 'm', '?': not known; 0: not asked yet */
  guint n_entities;
  guint *spoken;             /* (owned): for each sentence one more than the statement whose speaker stands in it */
};

typedef enum
{
  SUBJECT,    /* the first that is named, by itself */
  OTHER,
  WITHIN,     /* within what somebody said */
  N_PLACES
} Place;

HsPronouns *
hs_pronouns_new (const HsReading *reading)
{
  HsPronouns *self = g_new0 (HsPronouns, 1);

  self->reading = reading;
  self->n_entities = reading->analysis->entities->len;
  self->genders = g_new0 (char, self->n_entities + 1);
  self->spoken = g_new0 (guint, reading->sentences->len + 1);
  for (guint i = reading->analysis->statements->len; i > 0; i--)
    {
      const HsStatement *statement = reading->analysis->statements->pdata[i - 1];
      guint at;

      if (hs_span_is_none (statement->speaker))
        continue;
      at = hs_reading_token_at (reading, statement->speaker.start);
      if (at < reading->tokens->len && hs_reading_quote_at (reading, at) == NULL)
        self->spoken[hs_reading_token (reading, at)->sentence] = i;
    }
  return self;
}

void
hs_pronouns_free (HsPronouns *self)
{
  g_free (self->genders);
  g_free (self->spoken);
  g_free (self);
}

/* What titles say, then a given name before a surname. */
static char
find_gender (const HsPronouns *self,
             guint             entity)
{
  const HsReading *reading = self->reading;
  const HsLocalEntity *who = reading->analysis->entities->pdata[entity];
  const struct _HsTagger *tagger = hs_lexicons_get_tagger (reading->lexicons);
  gint votes = 0;

  for (guint f = 0; f < reading->found->len; f++)
    {
      const HsFound *found = &g_array_index (reading->found, HsFound, f);
      char told = found->entity == entity && found->level == HS_LEVEL_NAME
                    ? hs_entities_told_gender (reading, found) : 0;

      votes += told == 'f' ? 1 : told == 'm' ? -1 : 0;
    }
  for (guint i = 0; votes == 0 && tagger != NULL && who->names[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (who->names[i], " ", 3);
      g_autofree char *fold = words[0] != NULL && words[1] != NULL ? g_utf8_strdown (words[0], -1) : NULL;
      char its = fold != NULL ? hs_tagger_get_gender (tagger, fold) : 0;

      votes += its == 'f' ? 1 : its == 'm' ? -1 : 0;
    }
  return votes > 0 ? 'f' : votes < 0 ? 'm' : '?';
}

static gboolean
may_be (HsPronouns *self,
        guint       entity,
        char        gender)
{
  if (entity >= self->n_entities ||
      ((HsLocalEntity *) self->reading->analysis->entities->pdata[entity])->kind != HS_MENTION_PERSON)
    return FALSE;
  if (self->genders[entity] == 0)
    self->genders[entity] = find_gender (self, entity);
  return self->genders[entity] == '?' || self->genders[entity] == gender;
}

/* "a spokesman for the ministry", whom nobody names. */
static gboolean
is_unnamed_person (const HsReading   *reading,
                   const HsStatement *statement)
{
  static const char *const one[] = { "a", "an", "one", "another", NULL };
  guint first = hs_reading_token_at (reading, statement->speaker.start);
  guint end = hs_reading_token_at (reading, statement->speaker.end);

  if (statement->speaker_entity != HS_NO_INDEX || first >= end ||
      !g_strv_contains (one, hs_reading_token (reading, first)->fold))
    return FALSE;
  for (guint i = first + 1; i < end && i < first + 6; i++)
    if (hs_token_in (hs_reading_token (reading, i), HS_IN (HS_LIST_ROLES)))
      return TRUE;
  return FALSE;
}

/* "by Ortiz", "Ortiz’s car": not the subject. */
static gboolean
stands_aside (const HsReading *reading,
              const HsSentence *sentence,
              const HsFound   *found)
{
  static const char *const links[] = { "of", "to", "for", "with", "from", "in", "at", "by", "on", "against", "near",
                                       "about", "over", "after", "under", "than", "between", "called", "like", "as",
                                       "before", "(", NULL };
  guint before = found->first;

  while (before > sentence->first && hs_token_in (hs_reading_token (reading, before - 1), HS_IN (HS_LIST_TITLES) |
                                                                                          HS_IN (HS_LIST_ROLES)))
    before--;
  if (found->end < sentence->end && hs_reading_token (reading, found->end)->kind == HS_TOKEN_CLITIC)
    return TRUE;
  return before > sentence->first && g_strv_contains (links, hs_reading_token (reading, before - 1)->fold);
}

static gboolean
is_within (const HsReading *reading,
           guint            i)
{
  HsSpan span = hs_reading_token (reading, i)->span;

  if (hs_reading_quote_at (reading, i) != NULL)
    return TRUE;
  for (guint s = 0; s < reading->analysis->statements->len; s++)
    {
      const HsStatement *statement = reading->analysis->statements->pdata[s];

      for (guint k = 0; k < statement->content->len; k++)
        {
          const HsSpan *content = &g_array_index (statement->content, HsSpan, k);

          if (content->start <= span.start && span.end <= content->end)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether its subject is "he" or "she", so that whom it stands for is found further up. */
static gboolean
begins_with (const HsReading  *reading,
             const HsSentence *sentence,
             guint             end,
             char              gender)
{
  for (guint i = sentence->first; i < end && i < sentence->first + 12; i++)
    if (hs_reading_quote_at (reading, i) == NULL &&
        hs_token_is (hs_reading_token (reading, i), gender == 'f' ? "she" : "he"))
      return TRUE;
  return FALSE;
}

static gboolean
is_all_quoted (const HsReading  *reading,
               const HsSentence *sentence,
               guint             end)
{
  for (guint i = sentence->first; i < end; i++)
    if (hs_reading_token (reading, i)->kind == HS_TOKEN_WORD && hs_reading_quote_at (reading, i) == NULL)
      return FALSE;
  return TRUE;
}

/* Whom the sentence offers, by place; %HS_NO_INDEX: nobody. */
static void
look_at (HsPronouns       *self,
         const HsSentence *sentence,
         guint             end,
         char              gender,
         guint             offers[N_PLACES])
{
  const HsReading *reading = self->reading;
  gboolean begun = FALSE;

  for (guint i = sentence->first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (reading, i);
      Place place;

      if (found == NULL || found->first != i || found->kind != HS_MENTION_PERSON || found->entity == HS_NO_INDEX)
        continue;
      if (is_within (reading, i))
        place = WITHIN;
      else
        {
          place = begun || stands_aside (reading, sentence, found) ? OTHER : SUBJECT;
          begun |= place == SUBJECT;
        }
      if (may_be (self, found->entity, gender) && (offers[place] == HS_NO_INDEX || place == OTHER))
        offers[place] = found->entity;
    }
}

/**
 * hs_pronouns_find:
 * @self: pronouns of an article
 * @at: the token that is "he" or "she"
 * @gender: 'm' or 'f'
 * @last: who spoke last, or %HS_NO_INDEX
 *
 * Returns: the entity that it stands for, or %HS_NO_INDEX
 */
guint
hs_pronouns_find (HsPronouns *self,
                  guint       at,
                  char        gender,
                  guint       last)
{
  const HsReading *reading = self->reading;
  guint sentence = hs_reading_token (reading, at)->sentence, asked = 0;
  guint offers[N_PLACES] = { HS_NO_INDEX, HS_NO_INDEX, HS_NO_INDEX };

  for (guint s = sentence + 1; s > 0 && asked < MOST_SENTENCES; s--)
    {
      const HsSentence *one = &g_array_index (reading->sentences, HsSentence, s - 1);
      guint end = s - 1 == sentence ? at : one->end;
      const HsStatement *spoken = NULL;

      if (is_all_quoted (reading, one, end))
        continue;
      if (s - 1 != sentence && self->spoken[s - 1] > 0)
        spoken = reading->analysis->statements->pdata[self->spoken[s - 1] - 1];
      if (spoken != NULL && may_be (self, spoken->speaker_entity, gender))
        return spoken->speaker_entity;
      if (spoken != NULL && is_unnamed_person (reading, spoken))
        return HS_NO_INDEX;
      look_at (self, one, end, gender, offers);
      if (offers[SUBJECT] != HS_NO_INDEX)
        return offers[SUBJECT];
      if (offers[OTHER] != HS_NO_INDEX && !begins_with (reading, one, end, gender) && s - 1 != sentence)
        return offers[OTHER];
      asked++;
    }
  if (offers[OTHER] != HS_NO_INDEX)
    return offers[OTHER];
  if (last != HS_NO_INDEX && may_be (self, last, gender))
    return last;
  return offers[WITHIN];
}
