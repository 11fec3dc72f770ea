/* hs-mentions-again.c: the second pass over an article
 *
 * What one place leaves open another says: a full name tells what its surname
 * alone is, a name with its acronym what the acronym is, and a name that is
 * sure once is sure wherever it stands (Mikheev, Moens and Grover, "Named
 * entity recognition without gazetteers", 1999).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-lexicons-private.h"
#include "hs-tagger.h"

/* From here on a find tells others what they are. */
#define SURE .7

/* From here on it tells the very same words what they are, where they are less sure. */
#define RATHER_SURE .6

/* From here on nothing tells it otherwise. */
#define VERY_SURE .93

/* Below this it is told. */
#define UNSURE .6

/* What was only told. */
#define TOLD .62

/* Words that name something for sure: of a find, or of a person the surname. */
typedef struct
{
  guint first, end;       /* tokens */
  HsMentionKind kind;
  double confidence;
  const char *canonical;  /* (unowned) (nullable) */
  gboolean outlet;
} Known;

typedef struct
{
  HsReading *reading;
  GArray *known;          /* (owned) (element-type Known) */
  GHashTable *names;      /* (owned) (element-type utf8 uint): first word: index in known plus one */
  GHashTable *surnames;   /* (owned) (element-type utf8 utf8): last words of persons */
  GPtrArray *peoples;     /* (owned) (element-type utf8): nationalities, folded */
  GHashTable *lower;      /* (owned) (element-type utf8 utf8): words in lower case, too */
} Again;

static gboolean
is_capital (const HsToken *token)
{
  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0;
}

static gboolean
is_tagged_kind (HsMentionKind kind)
{
  return kind == HS_MENTION_PERSON || kind == HS_MENTION_ORGANISATION || kind == HS_MENTION_PLACE ||
         kind == HS_MENTION_NATIONALITY;
}

static gboolean
is_plain (const HsToken *token)
{
  return hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_TITLES) |
                             HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_ROLES));
}

/* Whether @fold is the first letters of the words [first, end), "of" and the
 * like counted or not. */
static gboolean
is_acronym_of (const HsReading *self,
               const char      *fold,
               guint            first,
               guint            end)
{
  const char *all = fold, *some = fold;

  for (guint i = first; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind != HS_TOKEN_WORD)
        continue;
      if (all != NULL)
        all = *all == token->fold[0] ? all + 1 : NULL;
      if (some != NULL && is_capital (token))
        some = *some == token->fold[0] ? some + 1 : NULL;
    }
  return (all != NULL && *all == '\0') || (some != NULL && *some == '\0');
}

/* What the article itself says an acronym is, whatever a list has under it: "All
 * Progressives Congress (APC)" is no carrier of troops. */
static void
define_acronym (HsReading     *self,
                const HsFound *name,
                guint          acronym)
{
  const char *fold = hs_reading_token (self, acronym)->fold;

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (found->end != found->first + 1 || !(hs_reading_token (self, found->first)->flags & HS_TOKEN_UPPER) ||
          strcmp (hs_reading_token (self, found->first)->fold, fold) != 0 ||
          (!is_tagged_kind (found->kind) && found->kind != HS_MENTION_WEAPON))
        continue;
      found->kind = name->kind;
      found->confidence = MAX (name->confidence, SURE);
      if (g_strcmp0 (found->canonical, name->canonical) != 0)
        {
          found->canonical = name->canonical;
          found->outlet = name->outlet;
        }
    }
}

/* "Harbour Workers Union (HWU)": both are one body; "Regional Council of Norvale (CRN)",
 * whose letters are of another language, most likely, too. */
static void
join_acronyms (Again *a)
{
  HsReading *self = a->reading;

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f), name = *found;
      const HsToken *token;
      gboolean spelled;

      if (name.end + 2 >= self->tokens->len ||
          (name.kind != HS_MENTION_ORGANISATION && name.kind != HS_MENTION_PLACE) ||
          !hs_token_is (hs_reading_token (self, name.end), "(") ||
          !hs_token_is (hs_reading_token (self, name.end + 2), ")"))
        continue;
      token = hs_reading_token (self, name.end + 1);
      spelled = hs_reading_is_capital (self, name.end + 1) && name.end - name.first > 1 &&
                is_acronym_of (self, token->fold, name.first, name.end);
      /* "All People’s Congress (APC)", of which "Congress" was found */
      for (guint back = 1; !spelled && (token->flags & HS_TOKEN_UPPER) != 0 && back < 5 && back <= name.first &&
                           self->found_at[name.first - back] == 0; back++)
        if (hs_reading_is_capital (self, name.first - back) &&
            hs_reading_token (self, name.first - back)->sentence == token->sentence &&
            is_acronym_of (self, token->fold, name.first - back, name.end))
          {
            found->first = name.first = name.first - back;
            found->canonical = name.canonical = NULL;
            spelled = TRUE;
          }
      if (!spelled && !((token->flags & HS_TOKEN_UPPER) != 0 && name.end - name.first > 1 &&
                        name.kind == HS_MENTION_ORGANISATION &&
                        self->found_at[name.end + 1] == 0 && strlen (token->fold) > 2))
        continue;
      if (spelled)
        found->confidence = MAX (found->confidence, SURE);
      if (self->found_at[name.end + 1] == 0)
        hs_mentions_add (self, name.end + 1, name.end + 2, name.kind,
                         spelled ? MAX (name.confidence, SURE) : MIN (name.confidence, SURE));
      if (spelled && (token->flags & HS_TOKEN_UPPER) != 0)
        define_acronym (self, &name, name.end + 1);
    }
  hs_reading_index_found (self);
}

static void
note_known (Again         *a,
            const HsFound *found,
            guint          first)
{
  Known known = { first, found->end, found->kind, found->confidence, found->canonical, found->outlet };
  const char *fold = hs_reading_token (a->reading, first)->fold;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (a->names, fold));

  if (at != 0 && g_array_index (a->known, Known, at - 1).confidence >= known.confidence)
    return;
  g_array_append_val (a->known, known);
  g_hash_table_insert (a->names, (gpointer) fold, GUINT_TO_POINTER (a->known->len));
}

/* "Tovik Haldorsen-Breeg": where the surname begins. */
static guint
surname_of (const HsReading *self,
            const HsFound   *found)
{
  guint i = found->end - 1;

  while (i >= found->first + 2 && hs_token_is (hs_reading_token (self, i - 1), "-") &&
         !(hs_reading_token (self, i)->flags & HS_TOKEN_SPACED))
    i -= 2;
  return i;
}

/* The token of the name that is the surname alone: before "Jr.", and in "Cho Hyun-woo" the
 * first. */
static guint
bearing_word (const HsReading *self,
              const HsFound   *found)
{
  static const char *const suffixes[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL };
  guint last = found->end - 1;

  if (last >= found->first + 2 && hs_token_is (hs_reading_token (self, last), "."))
    last--;
  if (last > found->first && g_strv_contains (suffixes, hs_reading_token (self, last)->fold))
    last--;
  if (last >= found->first + 3 && !is_capital (hs_reading_token (self, last)) &&
      hs_token_is (hs_reading_token (self, last - 1), "-"))
    return found->first;
  return last;
}

/* "a VBIED": found wherever it stands for one, and no name to find elsewhere. */
static gboolean
is_class (const HsReading *self,
          const HsFound   *found)
{
  const HsToken *token = hs_reading_token (self, found->first);

  return found->kind == HS_MENTION_WEAPON && found->end == found->first + 1 &&
         (token->flags & HS_TOKEN_UPPER) != 0 && hs_token_in (token, HS_IN (HS_LIST_WEAPONS));
}

/* "FS Forbin", who is "Forbin" from then on. */
static gboolean
is_ship (const HsReading *self,
         const HsFound   *found)
{
  return found->kind == HS_MENTION_WEAPON && found->end == found->first + 2 && found->canonical != NULL &&
         (hs_reading_token (self, found->first)->flags & HS_TOKEN_UPPER) != 0 &&
         (hs_reading_token (self, found->first + 1)->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_DIGITS)) ==
         HS_TOKEN_CAPITAL &&
         !is_plain (hs_reading_token (self, found->first + 1)) &&
         !hs_token_in (hs_reading_token (self, found->first + 1), HS_LISTS_GAZETTEER | HS_IN (HS_LIST_WEAPONS));
}

static void
note_sure (Again *a)
{
  HsReading *self = a->reading;

  for (guint i = 0; i < self->tokens->len; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_WORD && !is_capital (token))
        g_hash_table_add (a->lower, (gpointer) token->fold);
    }
  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);
      guint bearing = bearing_word (self, found), surname;
      const HsToken *last = hs_reading_token (self, bearing);

      if (found->kind == HS_MENTION_NATIONALITY && found->end == found->first + 1)
        g_ptr_array_add (a->peoples, (gpointer) last->fold);
      if ((!is_tagged_kind (found->kind) && found->kind != HS_MENTION_WEAPON) || found->level != HS_LEVEL_NAME ||
          found->confidence < RATHER_SURE || !is_capital (hs_reading_token (self, found->first)) ||
          (!is_capital (last) && found->kind != HS_MENTION_WEAPON) || is_class (self, found))
        continue;
      note_known (a, found, found->first);
      if (is_ship (self, found))
        note_known (a, found, found->first + 1);
      if (found->kind != HS_MENTION_PERSON || (found->confidence < SURE && found->end == found->first + 1))
        continue;
      if (strlen (last->fold) >= 3 && !is_plain (last))
        g_hash_table_add (a->surnames, (gpointer) last->fold);
      surname = surname_of (self, found);
      if (surname > found->first && surname + 1 < found->end)
        note_known (a, found, surname);
    }
}

/* The sure words that stand at @i as well, or NULL. */
static const Known *
match_known (const Again *a,
             guint        i,
             guint        end)
{
  HsReading *self = a->reading;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (a->names, hs_reading_token (self, i)->fold));
  const Known *known;
  guint n;

  if (at == 0)
    return NULL;
  known = &g_array_index (a->known, Known, at - 1);
  n = known->end - known->first;
  if (i + n > end)
    return NULL;
  for (guint k = 0; k < n; k++)
    if (strcmp (hs_reading_token (self, i + k)->fold, hs_reading_token (self, known->first + k)->fold) != 0)
      return NULL;
  return known;
}

/* "Later Ortiz", at the beginning of a sentence: only the second is a name. */
static void
trim_first (const Again *a,
            HsFound     *found)
{
  HsReading *self = a->reading;
  const HsToken *first = hs_reading_token (self, found->first);
  const HsToken *next = hs_reading_token (self, found->first + 1);

  if (found->end - found->first < 2 || !(first->flags & HS_TOKEN_FIRST) || !is_capital (next))
    return;
  if (is_plain (first) && !hs_token_in (first, HS_IN (HS_LIST_GIVEN_NAMES)) &&
      (g_hash_table_contains (a->surnames, next->fold) || g_hash_table_contains (a->names, next->fold)))
    found->first++;
}

/* "Colombo earns …", where a Fabio Colombo was named: where somebody is, or comes
 * from, stays a place, if there is one of that name. */
static gboolean
is_namesake (const Again   *a,
             const HsFound *found)
{
  static const char *const whereabouts[] = { "in", "at", "near", "from", "to", "of", "around", "through", "outside",
                                             "inside", "into", "toward", "towards", ",", NULL };
  HsReading *self = a->reading;
  const HsToken *token = hs_reading_token (self, found->first);
  const struct _HsTagger *tagger = hs_lexicons_get_tagger (self->lexicons);
  gboolean listed = hs_token_in (token, HS_IN (HS_LIST_PLACES)) ||
                    (tagger != NULL && hs_tagger_knows_place (tagger, token->fold));

  return found->kind == HS_MENTION_PLACE && found->end == found->first + 1 &&
         g_hash_table_contains (a->surnames, token->fold) && !hs_token_in (token, HS_IN (HS_LIST_COUNTRIES)) &&
         (!listed || found->first == 0 || (token->flags & HS_TOKEN_FIRST) != 0 ||
          !g_strv_contains (whereabouts, hs_reading_token (self, found->first - 1)->fold));
}

/* "Tarvonia buys …", where something Tarvonian is told of: a country. */
static gboolean
has_people (const Again   *a,
            const HsFound *found)
{
  const char *fold = hs_reading_token (a->reading, found->first)->fold;
  gsize n = strlen (fold), stem = n > 0 && strchr ("aeio", fold[n - 1]) != NULL ? n - 1 : n;

  if (found->end != found->first + 1 || found->confidence >= VERY_SURE || found->canonical != NULL || stem < 4 ||
      (found->kind != HS_MENTION_ORGANISATION && found->kind != HS_MENTION_PERSON))
    return FALSE;
  for (guint i = 0; i < a->peoples->len; i++)
    {
      const char *people = a->peoples->pdata[i];

      if (strlen (people) > n && strlen (people) <= n + 3 && strncmp (people, fold, stem) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
tell_unsure (const Again *a,
             HsFound     *found)
{
  HsReading *self = a->reading;
  const HsToken *last = hs_reading_token (self, found->end - 1);
  const Known *known;

  if (is_namesake (a, found))
    {
      found->kind = HS_MENTION_PERSON;
      found->canonical = NULL;
      found->confidence = TOLD;
    }
  if (has_people (a, found))
    {
      found->kind = HS_MENTION_PLACE;
      found->confidence = MAX (found->confidence, TOLD);
    }
  if (found->confidence >= UNSURE)
    return;
  trim_first (a, found);
  known = match_known (a, found->first, found->end);
  if (known != NULL && known->end - known->first == found->end - found->first && known->confidence > found->confidence)
    {
      found->kind = known->kind;
      found->canonical = known->canonical;
      found->outlet = known->outlet;
      found->confidence = TOLD;
    }
  else if (g_hash_table_contains (a->surnames, last->fold) && found->end - found->first <= 4)
    {
      found->kind = HS_MENTION_PERSON;
      found->confidence = TOLD;
    }
}

/* Names that were passed over in one place. */
static void
find_missed (Again *a)
{
  HsReading *self = a->reading;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);

      if (g_array_index (self->parts, HsPart, sentence->part).skipped)
        continue;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          const HsToken *token = hs_reading_token (self, i);
          const Known *known;
          HsFound *copy;

          if (self->found_at[i] != 0 || !is_capital (token))
            continue;
          known = match_known (a, i, sentence->end);
          if (known != NULL && known->confidence >= SURE &&
              !hs_mentions_taken (self, i, i + known->end - known->first) &&
              (known->end - known->first > 1 || (!is_plain (token) && !g_hash_table_contains (a->lower, token->fold))))
            {
              copy = hs_mentions_add (self, i, i + known->end - known->first, known->kind, TOLD);
              copy->canonical = known->canonical;
              copy->outlet = known->outlet;
            }
          else if (g_hash_table_contains (a->surnames, token->fold) && !is_plain (token) &&
                   !g_hash_table_contains (a->lower, token->fold))
            hs_mentions_add (self, hs_mentions_with_article (self, i), i + 1, HS_MENTION_PERSON, TOLD);
        }
    }
  hs_reading_index_found (self);
}

/**
 * hs_mentions_again:
 * @self: an article whose names have been found once
 *
 * Full names first, then surnames and acronyms.
 */
void
hs_mentions_again (HsReading *self)
{
  Again a = { self, g_array_new (FALSE, FALSE, sizeof (Known)), g_hash_table_new (g_str_hash, g_str_equal),
              g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new (),
              g_hash_table_new (g_str_hash, g_str_equal) };

  join_acronyms (&a);
  note_sure (&a);
  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      if (is_tagged_kind (found->kind) && found->level == HS_LEVEL_NAME)
        tell_unsure (&a, found);
    }
  hs_reading_index_found (self);
  find_missed (&a);
  g_array_unref (a.known);
  g_hash_table_unref (a.names);
  g_hash_table_unref (a.surnames);
  g_ptr_array_unref (a.peoples);
  g_hash_table_unref (a.lower);
}
