/* hs-mentions-vote.c: one name is one thing throughout an article
 *
 * A name that is found as one thing here and as another there (“Ford” after
 * “John M. Ford”) mostly is one of them everywhere: one sense per discourse (Gale,
 * Church and Yarowsky, 1992). Every find of the same words has a vote as heavy as it is
 * sure; so has every full name for the surname that ends it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-lexicons-private.h"
#include "hs-statements-private.h"
#include "hs-tagger.h"

/* So much of all votes is needed. */
#define MAJORITY .75

/* In a headline capitals and short sentences mislead. */
#define HEADLINE .5

/* A full name says so much more of the surname alone than one find of it. */
#define FULL_NAME 6

/* So much says that something is in it of its being a place. */
#define WHEREABOUTS 8

/* How sure what was outvoted is, of what it is then. */
#define TOLD .62

#define N_KINDS 3   /* those that are voted on: person, organisation, place */

typedef struct
{
  double votes[N_KINDS];
  double surname;     /* of full names of persons that end so */
  guint n_kinds;      /* as which it was found */
} Ballot;

static int
kind_number (HsMentionKind kind)
{
  switch (kind)
    {
    case HS_MENTION_PERSON: return 0;
    case HS_MENTION_ORGANISATION: return 1;
    case HS_MENTION_PLACE: return 2;
    default: return -1;
    }
}

static const HsMentionKind kinds[N_KINDS] = { HS_MENTION_PERSON, HS_MENTION_ORGANISATION, HS_MENTION_PLACE };

static gboolean
may_vote (const HsReading *self,
          const HsFound   *found)
{
  return found->level == HS_LEVEL_NAME && kind_number (found->kind) >= 0 && hs_reading_is_capital (self, found->first);
}

/* A country is a country, whoever bears its name; so are outlets what they are. */
static gboolean
is_settled (const HsReading *self,
            const HsFound   *found)
{
  guint n;

  return found->outlet ||
         hs_reading_match (self, found->first, found->end, HS_IN (HS_LIST_COUNTRIES), &n) != NULL;
}

static char *
words_of (const HsReading *self,
          guint            first,
          guint            end)
{
  GString *words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (words, "%s%s", i > first ? " " : "", hs_reading_token (self, i)->fold);
  return g_string_free (words, FALSE);
}

static Ballot *
ballot_for (GHashTable *ballots,
            char       *words)
{
  Ballot *ballot = g_hash_table_lookup (ballots, words);

  if (ballot != NULL)
    {
      g_free (words);
      return ballot;
    }
  ballot = g_new0 (Ballot, 1);
  g_hash_table_insert (ballots, words, ballot);
  return ballot;
}

static gboolean
is_in_headline (const HsReading *self,
                const HsFound   *found)
{
  const HsSentence *sentence = &g_array_index (self->sentences, HsSentence,
                                               hs_reading_token (self, found->first)->sentence);
  const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

  return part->kind == HS_BLOCK_HEADLINE || part->title_case;
}

/* "said in Marlan on Tuesday": where something is, and not the one something lies in. */
static gboolean
is_whereabouts (const HsReading *self,
                const HsFound   *found)
{
  static const char *const held[] = { "confidence", "trust", "faith", "belief", "believe", "believed", "believes",
                                      "interest", "interested", "hope", "hopes", "found", "saw", "sees", "see",
                                      "change", "role", "involved", "disappointed", "rooted", "pride", "mistake",
                                      "lies", NULL };

  return found->first > 1 && found->end == found->first + 1 && found->role == NULL &&
         hs_token_is (hs_reading_token (self, found->first - 1), "in") &&
         !g_strv_contains (held, hs_reading_token (self, found->first - 2)->fold) &&
         !(found->end < self->tokens->len && hs_reading_token (self, found->end)->kind == HS_TOKEN_CLITIC);
}

static GHashTable *
take_votes (const HsReading *self)
{
  GHashTable *ballots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      Ballot *ballot;
      int kind;

      if (!may_vote (self, found))
        continue;
      ballot = ballot_for (ballots, words_of (self, found->first, found->end));
      kind = kind_number (found->kind);
      ballot->n_kinds += ballot->votes[kind] == 0;
      ballot->votes[kind] += MAX (.1, found->confidence) * (is_in_headline (self, found) ? HEADLINE : 1);
      if (found->kind == HS_MENTION_PERSON && is_whereabouts (self, found))
        {
          ballot->n_kinds += ballot->votes[2] == 0;
          ballot->votes[2] += WHEREABOUTS;
        }
      if (found->kind == HS_MENTION_PERSON && found->end > found->first + 1)
        ballot_for (ballots, words_of (self, found->end - 1, found->end))->surname += found->confidence;
    }
  return ballots;
}

/* @surname: whether full names count. Returns: the number of the kind that has most of
 * the votes, -1 none */
static int
winner_of (const Ballot *ballot,
           gboolean      surname)
{
  double votes[N_KINDS], all = 0;
  int best = 0;

  for (int k = 0; k < N_KINDS; k++)
    all += votes[k] = ballot->votes[k] + (k == 0 && surname ? FULL_NAME * ballot->surname : 0);
  for (int k = 1; k < N_KINDS; k++)
    if (votes[k] > votes[best])
      best = k;
  return votes[best] >= MAJORITY * all ? best : -1;
}

/* The words that name a people, "tarvonian". */
static GHashTable *
find_peoples (const HsReading *self)
{
  GHashTable *peoples = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->kind == HS_MENTION_NATIONALITY && found->end == found->first + 1)
        g_hash_table_add (peoples, (gpointer) hs_reading_token (self, found->first)->fold);
    }
  return peoples;
}

/* "Tarvonia", where there are Tarvonians. */
static gboolean
has_people (const HsReading *self,
            const HsFound   *found,
            GHashTable      *peoples)
{
  const char *fold = hs_reading_token (self, found->first)->fold;
  g_autofree char *people = NULL;

  if (found->end != found->first + 1 || !g_str_has_suffix (fold, "ia") || strlen (fold) < 5)
    return FALSE;
  people = g_strconcat (fold, "n", NULL);
  return g_hash_table_contains (peoples, people);
}

/* "Fabio Colombo", who "has never been to Colombo": a place is a place where there is
 * one of that name, unless it speaks. */
static gboolean
may_be_surname (const HsReading *self,
                const HsFound   *found)
{
  const struct _HsTagger *tagger = hs_lexicons_get_tagger (self->lexicons);
  const HsToken *token = hs_reading_token (self, found->first);

  if (found->kind != HS_MENTION_PLACE)
    return TRUE;
  if (found->end != found->first + 1)
    return FALSE;
  if (!hs_token_in (token, HS_IN (HS_LIST_PLACES) | HS_IN (HS_LIST_COUNTRIES)) &&
      !(tagger != NULL && hs_tagger_knows_place (tagger, token->fold)))
    return TRUE;
  return found->end < self->tokens->len && hs_cue_is_class (hs_reading_token (self, found->end), "tell") &&
         !hs_token_in (token, HS_IN (HS_LIST_COUNTRIES));
}

/**
 * hs_mentions_vote:
 * @self: an article whose names have been found
 *
 * Makes the kinds of names one that are the same words throughout.
 */
void
hs_mentions_vote (HsReading *self)
{
  g_autoptr (GHashTable) ballots = take_votes (self), peoples = find_peoples (self);

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      g_autofree char *words = NULL;
      const Ballot *ballot;
      int winner;

      if (!may_vote (self, found) || is_settled (self, found))
        continue;
      if (found->kind != HS_MENTION_PLACE && found->role == NULL && has_people (self, found, peoples))
        {
          found->kind = HS_MENTION_PLACE;
          found->confidence = TOLD;
          continue;
        }
      words = words_of (self, found->first, found->end);
      ballot = g_hash_table_lookup (ballots, words);
      if (ballot->n_kinds < 2 && ballot->surname == 0)
        continue;
      winner = winner_of (ballot, may_be_surname (self, found));
      if (winner < 0 || kinds[winner] == found->kind)
        continue;
      found->kind = kinds[winner];
      found->canonical = NULL;
      found->confidence = TOLD;
    }
}
