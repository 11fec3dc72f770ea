/* hs-speakers.c: who the speaker's words stand for
 *
 * A name inside the words, unless the words describe somebody else by it
 * ("aides to Ortiz"); a pronoun, whoever hs-pronouns.c says; a description, the one
 * entity of the article that has that role.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-entities.h"
#include "hs-pronouns.h"
#include "hs-roles.h"

typedef struct
{
  HsReading *reading;
  HsPronouns *pronouns;  /* (unowned) */
  guint last_person;     /* entity, or HS_NO_INDEX */
  guint last_body;
} Resolver;

static HsMentionKind
kind_of (const Resolver *r,
         guint           entity)
{
  return ((HsLocalEntity *) r->reading->analysis->entities->pdata[entity])->kind;
}

/* Where the titles begin that stand before @i: "former Prime Minister", "Atty.". */
static guint
titles_before (const HsReading *self,
               guint            first,
               guint            i)
{
  static const char *const words[] = { "former", "late", "then", "acting", "ex", "current", "deputy", NULL };
  gboolean more = TRUE;

  while (more && i > first)
    {
      more = FALSE;
      for (guint back = MIN (4, i - first); back > 0 && !more; back--)
        {
          guint n;

          more = hs_reading_match (self, i - back, i, HS_IN (HS_LIST_TITLES), &n) != NULL && n == back;
          if (more)
            i -= back;
        }
      if (!more && g_strv_contains (words, hs_reading_token (self, i - 1)->fold))
        {
          more = TRUE;
          i--;
        }
    }
  return i;
}

/* Where plain words begin that stand before @i, bodies and places no part of them. */
static guint
words_before (const HsReading *self,
              guint            first,
              guint            i)
{
  for (guint n = 0; n < 3 && i > first + 1; n++)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (token->kind != HS_TOKEN_WORD || self->found_at[i - 1] != 0 ||
          hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) ||
          /* "the minister of transport NAME", but "Transport Minister NAME" */
          ((hs_token_in (token, HS_IN (HS_LIST_ORG_HEADS)) || (token->flags & HS_TOKEN_CAPITAL)) &&
           !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES))))
        break;
      i--;
    }
  return i;
}

/* "aides to Ortiz", "Ortiz’s lawyer": the name only describes. */
static gboolean
only_describes (const HsReading *self,
                const HsFound   *found,
                guint            first,
                guint            end)
{
  guint before = titles_before (self, first, found->first);

  /* "against opposition financier NAME", "for Transport Minister NAME" */
  if (found->kind == HS_MENTION_PERSON)
    before = words_before (self, first, before);
  if (before > first && hs_token_is (hs_reading_token (self, before - 1), "the"))
    before--;
  if (before > first)
    {
      static const char *const links[] = { "of", "to", "for", "with", "from", "in", "at", "by", "on", "against",
                                           "near", NULL };

      if (g_strv_contains (links, hs_reading_token (self, before - 1)->fold))
        return TRUE;
    }
  /* further left: what the whole phrase is about comes first */
  if (found->kind != HS_MENTION_PERSON)
    for (guint i = first; i < before; i++)
      if (hs_token_is (hs_reading_token (self, i), "of") || hs_token_is (hs_reading_token (self, i), "for") ||
          hs_token_is (hs_reading_token (self, i), "in") || hs_token_is (hs_reading_token (self, i), "at"))
        return TRUE;
  if (found->end < end && (hs_reading_token (self, found->end)->kind == HS_TOKEN_CLITIC ||
                           (hs_token_is (hs_reading_token (self, found->end), "-") &&
                            !(hs_reading_token (self, found->end)->flags & HS_TOKEN_SPACED))))
    return TRUE;
  /* "NAME of the Unity bloc" */
  if (found->kind == HS_MENTION_PERSON && found->end < end &&
      (hs_token_is (hs_reading_token (self, found->end), "of") ||
       hs_token_is (hs_reading_token (self, found->end), "from")))
    return FALSE;
  if (found->end < end && !hs_token_is (hs_reading_token (self, found->end), ",") &&
      !hs_token_is (hs_reading_token (self, found->end), "(") &&
      !hs_token_is (hs_reading_token (self, found->end), "and"))
    {
      /* something is named by it: "Ortiz’s lawyer", "State Department officials" */
      for (guint i = found->end; i < end; i++)
        {
          const HsToken *token = hs_reading_token (self, i);

          if (hs_token_is (token, ",") || (hs_token_in (token, HS_IN (HS_LIST_CUES)) &&
              !hs_token_in (token, HS_IN (HS_LIST_ROLES))) || hs_token_is (token, "who"))
            break;
          if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) == 0 &&
              !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_OUTLET_HEADS)) &&
              !(i == found->end && found->kind == HS_MENTION_ORGANISATION &&
                hs_token_in (token, HS_IN (HS_LIST_ORG_HEADS))))
            return TRUE;
        }
    }
  return FALSE;
}

/* "According to Ortiz", where Ortiz alone was taken for a place: whoever has
 * that last name in the article. */
static guint
person_of_surname (const HsReading *self,
                   guint            entity)
{
  const HsLocalEntity *alone = self->analysis->entities->pdata[entity];
  guint best = HS_NO_INDEX;

  if (strchr (alone->name, ' ') != NULL)
    return entity;
  for (guint e = 0; e < self->analysis->entities->len; e++)
    {
      const HsLocalEntity *other = self->analysis->entities->pdata[e];
      const char *last = strrchr (other->name, ' ');

      if (e == entity || other->kind != HS_MENTION_PERSON || last == NULL || strcmp (last + 1, alone->name) != 0)
        continue;
      if (best != HS_NO_INDEX)
        return entity;
      best = e;
    }
  return best != HS_NO_INDEX ? best : entity;
}

/* A name among the words that is the speaker's own. */
static guint
named_entity (const Resolver *r,
              guint           first,
              guint           end)
{
  const HsReading *self = r->reading;
  static const HsMentionKind order[] = { HS_MENTION_PERSON, HS_MENTION_ORGANISATION, HS_MENTION_PLACE,
                                         HS_MENTION_LAW };

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = first; i < end; i++)
      {
        const HsFound *found = hs_reading_found_at (self, i);

        if (found == NULL || found->kind != order[k] || found->entity == HS_NO_INDEX)
          continue;
        i = found->end - 1;
        if (!only_describes (self, found, first, end))
          return person_of_surname (self, found->entity);
      }
  return HS_NO_INDEX;
}

/* How well @entity answers to @role: 0 not at all. */
static guint
role_fits (const HsLocalEntity *entity,
           const HsRole        *role)
{
  guint best = 0;

  for (guint i = 0; entity->roles[i] != NULL; i++)
    best = MAX (best, hs_role_fit (entity->roles[i], role));
  return best;
}

static gboolean
has_role_class (const HsLocalEntity *entity,
                const char          *head)
{
  for (guint i = 0; entity->roles[i] != NULL; i++)
    {
      const char *class = hs_role_class (head);
      const char *text = entity->roles[i];

      if (g_str_has_prefix (text, class) && (text[strlen (class)] == ' ' || text[strlen (class)] == '\0'))
        return TRUE;
      if (g_str_has_prefix (text, "member") && strcmp (class, "representative") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_among (const HsReading *self,
          guint            first,
          guint            end,
          guint            entity)
{
  for (guint i = first; i < end; i++)
    if (hs_reading_found_at (self, i) != NULL && hs_reading_found_at (self, i)->entity == entity)
      return TRUE;
  return FALSE;
}

/* "the ambassador", "a member of the committee": the one person of that role. */
static guint
described_entity (const Resolver *r,
                  guint           first,
                  guint           end)
{
  const HsReading *self = r->reading;
  g_auto (HsRole) role = { NULL };
  guint best = 0, at = HS_NO_INDEX, n = 0;

  for (guint i = first; i < end && i < first + 4; i++)
    if (hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ROLES)) &&
        hs_role_is_plural (hs_reading_token (self, i)))
      return HS_NO_INDEX;
  if (hs_token_is (hs_reading_token (self, first), "another") ||
      hs_token_is (hs_reading_token (self, first), "one") ||
      hs_token_is (hs_reading_token (self, first), "no"))
    return HS_NO_INDEX;
  if (!hs_roles_of_phrase (self, first, end, &role))
    return HS_NO_INDEX;
  for (guint e = 0; e < self->analysis->entities->len; e++)
    {
      const HsLocalEntity *entity = self->analysis->entities->pdata[e];
      /* "a spokesman for Ortiz" is not Ortiz */
      guint fit = entity->kind == HS_MENTION_PERSON && !is_among (self, first, end, e) ? role_fits (entity, &role) : 0;

      if (fit > best)
        {
          best = fit;
          at = e;
          n = 1;
        }
      else if (fit == best && fit > 0)
        {
          n++;
          /* the one who spoke last, when it could be either */
          if (e == r->last_person)
            at = e;
        }
    }
  /* "the representative of the parliament" after one of its committee: he again */
  if (best == 0 && r->last_person != HS_NO_INDEX && hs_token_is (hs_reading_token (self, first), "the") &&
      has_role_class (self->analysis->entities->pdata[r->last_person], role.head))
    {
      at = r->last_person;
      best = 2;
      n = 1;
    }
  if (best == 0 || (n > 1 && at != r->last_person))
    return HS_NO_INDEX;
  /* an indefinite phrase needs its words confirmed */
  if (best < 3 && (hs_token_is (hs_reading_token (self, first), "a") ||
                   hs_token_is (hs_reading_token (self, first), "an")))
    return HS_NO_INDEX;
  return at;
}

static void
add_description (HsReading *self,
                 guint      first,
                 guint      end,
                 guint      entity)
{
  HsFound found = { first, end, HS_MENTION_PERSON, HS_LEVEL_DESCRIPTION, 0.6, NULL, NULL, entity, FALSE };

  found.kind = ((HsLocalEntity *) self->analysis->entities->pdata[entity])->kind;
  for (guint i = first; i < end; i++)
    if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->first < first)
      return;
  g_array_append_val (self->found, found);
}

static guint
pronoun_entity (const Resolver *r,
                guint           at)
{
  const char *what = hs_lex_entry_column (hs_reading_token (r->reading, at)->entry, HS_LIST_PRONOUNS, 1);

  if (what == NULL)
    return HS_NO_INDEX;
  if (strcmp (what, "man") == 0 || strcmp (what, "woman") == 0)
    return hs_pronouns_find (r->pronouns, at, *what == 'w' ? 'f' : 'm', r->last_person);
  if (strcmp (what, "body") == 0 || strcmp (what, "many") == 0)
    return r->last_body;
  return HS_NO_INDEX;
}

static void
resolve (Resolver    *r,
         HsStatement *statement)
{
  HsReading *self = r->reading;
  guint first, end, entity;

  if (hs_span_is_none (statement->speaker))
    return;
  first = hs_reading_token_at (self, statement->speaker.start);
  end = hs_reading_token_at (self, statement->speaker.end);
  if (first >= end)
    return;
  entity = named_entity (r, first, end);
  if (entity == HS_NO_INDEX && end == first + 1)
    {
      entity = pronoun_entity (r, first);
      if (entity != HS_NO_INDEX)
        add_description (self, first, end, entity);
    }
  else if (entity == HS_NO_INDEX)
    {
      entity = described_entity (r, first, end);
      if (entity != HS_NO_INDEX)
        {
          g_auto (HsRole) role = { NULL };

          add_description (self, first, end, entity);
          if (hs_roles_of_phrase (self, first, end, &role))
            hs_entities_add_role (self->analysis->entities->pdata[entity], &role);
        }
    }
  statement->speaker_entity = entity;
  statement->named = entity != HS_NO_INDEX;
  if (entity == HS_NO_INDEX)
    return;
  if (kind_of (r, entity) == HS_MENTION_PERSON)
    r->last_person = entity;
  else
    r->last_body = entity;
}

/**
 * hs_speakers_resolve:
 * @self: an article being read
 *
 * Binds the words for the speaker of each statement to an entity. After hs_entities_bind().
 */
void
hs_speakers_resolve (HsReading *self)
{
  g_autoptr (HsPronouns) pronouns = hs_pronouns_new (self);
  Resolver r = { self, pronouns, HS_NO_INDEX, HS_NO_INDEX };

  for (guint i = 0; i < self->analysis->statements->len; i++)
    resolve (&r, self->analysis->statements->pdata[i]);
}
