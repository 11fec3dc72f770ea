/* hs-mentions-whole.c: names of which only a part was seen
 *
 * The last word of a run of capitals says what the whole of it is ("Mekong
 * Cement" is a firm, whatever the Mekong is), and a nickname between marks cuts
 * nobody's name in two. Only what is unsure is made whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* What the tagger is as sure of as this stays as it is. */
#define SURE .93

/* As this, its kind stays. */
#define RATHER_SURE .8

/* How sure a name is that was made whole. */
#define WHOLE .75

#define LONGEST_NAME 6

typedef struct
{
  HsReading *reading;   /* (unowned) */
  GArray *whole;        /* (owned) (element-type HsFound) */
  guint8 *dropped;      /* (owned): of each find, whether a whole one stands in its place */
  guint made_to;        /* one past the last word of what was made whole */
} Mender;

/* "Cement", "Freight": a capitalised word that ends the names of bodies only. */
static gboolean
is_body_head (const HsReading *self,
              guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  return hs_reading_is_capital (self, i) &&
         hs_token_in (token, HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_HEADS)) &&
         !hs_token_in (token, HS_IN (HS_LIST_PLACE_HEADS) | HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES) |
                                HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_GIVEN_NAMES) |
                                HS_IN (HS_LIST_COMMON_SURNAMES) | HS_IN (HS_LIST_EVENT_HEADS) |
                                HS_IN (HS_LIST_LAW_HEADS) | HS_IN (HS_LIST_WEAPONS) | HS_IN (HS_LIST_STOP_WORDS) |
                                HS_LISTS_GAZETTEER);
}

static gboolean
may_belong (const HsReading *self,
            guint            i)
{
  /* a metropolitan is a bishop, too */
  return hs_reading_is_capital (self, i) &&
         (hs_token_is (hs_reading_token (self, i), "metropolitan") ||
         !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_TITLES) |
                                                     HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_DEMONYMS) |
                                                     HS_IN (HS_LIST_PRONOUNS)));
}

/* Whether something is found in [first, end), nothing of it sure, and nothing reaches beyond. */
static gboolean
is_open (const HsReading *self,
         guint            first,
         guint            end)
{
  gboolean any = FALSE;

  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL)
        continue;
      any = TRUE;
      if (found->first < first || found->end > end || found->level != HS_LEVEL_NAME || found->outlet ||
          (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION &&
           found->kind != HS_MENTION_PLACE))
        return FALSE;
      /* a sure place within may be whose the body is; a sure body or person is what it is */
      if (found->confidence >= SURE && (found->kind != HS_MENTION_PLACE || found->end == end))
        return FALSE;
      /* "Kelly Cloud" */
      if (found->kind == HS_MENTION_PERSON && found->first == first && found->end == end && end == first + 2 &&
          hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_GIVEN_NAMES)))
        return FALSE;
    }
  return any;
}

static void
make_whole (Mender        *m,
            guint          first,
            guint          end,
            HsMentionKind  kind)
{
  HsFound whole = { first, end, kind, HS_LEVEL_NAME, WHOLE, NULL, NULL, HS_NO_INDEX, FALSE };

  /* "Fort Campbell Freight": one name has the words */
  if (first < m->made_to)
    return;
  m->made_to = end;
  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (m->reading, i);

      if (found == NULL)
        continue;
      m->dropped[m->reading->found_at[i] - 1] = TRUE;
      if (found->kind == kind && found->role != NULL)
        whole.role = found->role;
    }
  if (kind == HS_MENTION_PERSON && whole.role == NULL)
    whole.role = hs_runs_title_before (m->reading, first);
  g_array_append_val (m->whole, whole);
}

/* "Iraq’s Parliament": a country has but one. */
static gboolean
is_of_country (const HsReading *self,
               guint            i,
               guint            begin)
{
  const HsFound *owner = i >= begin + 2 ? hs_reading_found_at (self, i - 2) : NULL;

  return owner != NULL && owner->kind == HS_MENTION_PLACE && owner->end == i - 1 &&
         hs_token_in (hs_reading_token (self, i - 2), HS_IN (HS_LIST_COUNTRIES)) &&
         hs_reading_token (self, i - 1)->kind == HS_TOKEN_CLITIC && hs_reading_found_at (self, i) == NULL &&
         hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ORG_HEADS));
}

/* Returns: one past what was read */
static guint
try_head (Mender *m,
          guint   i,
          guint   begin,
          guint   end)
{
  HsReading *self = m->reading;
  const HsFound *found;
  guint first = i;

  if (!is_body_head (self, i) || (i + 1 < end && hs_reading_is_capital (self, i + 1)) ||
      (i + 1 < end && hs_token_is (hs_reading_token (self, i + 1), "-") &&
       !(hs_reading_token (self, i + 1)->flags & HS_TOKEN_SPACED)))
    return i + 1;
  while (first > begin && i - first < LONGEST_NAME && may_belong (self, first - 1))
    first--;
  /* a common word that only begins the sentence is no part of it */
  if (first < i && (hs_reading_token (self, first)->flags & HS_TOKEN_FIRST) != 0 &&
      hs_reading_found_at (self, first) == NULL && hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_COMMON)))
    first++;
  found = hs_reading_found_at (self, first);
  /* "Douglas Mendes SC" */
  if (found != NULL && found->kind == HS_MENTION_PERSON && found->first == first && found->end == i && i > first + 1 &&
      hs_mentions_is_honour (hs_reading_token (self, i)))
    return i + 1;
  if (first == i && is_of_country (self, i, begin))
    make_whole (m, i, i + 1, HS_MENTION_ORGANISATION);
  if (first == i || (found != NULL && found->first == first && found->end == i + 1 &&
                     found->kind == HS_MENTION_ORGANISATION) ||
      !is_open (self, first, i + 1))
    return i + 1;
  make_whole (m, first, i + 1, HS_MENTION_ORGANISATION);
  return i + 1;
}

/* "Universidad del Altiplano", "Deportivo Maracay": in many languages what it is comes first. */
static guint
try_first (Mender *m,
           guint   i,
           guint   begin,
           guint   end)
{
  static const char *const buildings[] = { "house", "hall", "auditorium", "theatre", "theater", "stage", NULL };
  HsReading *self = m->reading;
  const HsToken *token = hs_reading_token (self, i);
  const HsFound *found;
  guint last = i + 1;

  if (!is_body_head (self, i) || !hs_token_in (token, HS_IN (HS_LIST_ORG_WORDS)) ||
      hs_token_in (token, HS_IN (HS_LIST_COMMON)) || (i > begin && may_belong (self, i - 1)))
    return i + 1;
  for (guint k = i + 1; k < end && k < i + LONGEST_NAME; k++)
    {
      if (may_belong (self, k))
        last = k + 1;
      else if (!hs_token_in (hs_reading_token (self, k), HS_IN (HS_LIST_PARTICLES)))
        break;
    }
  found = hs_reading_found_at (self, i);
  if (last == i + 1 || (found != NULL && (found->kind == HS_MENTION_ORGANISATION ||
                                               (found->confidence >= RATHER_SURE &&
                                                hs_reading_is_capital (self, i + 1)))) ||
      g_strv_contains (buildings, hs_reading_token (self, last - 1)->fold) ||
      hs_lex_entry_place_side (hs_reading_token (self, last - 1)->entry) != NULL || !is_open (self, i, last))
    return i + 1;
  make_whole (m, i, last, HS_MENTION_ORGANISATION);
  return last;
}

/* A capitalised word that no list knows. */
static gboolean
is_unheard_of (const HsReading *self,
               guint            i)
{
  static const char *const calls[] = { "hey", "dear", "hi", "hello", "aunt", "grandma", "grandpa", "thanks", NULL };

  return hs_reading_is_capital (self, i) && hs_reading_found_at (self, i) == NULL &&
         !g_strv_contains (calls, hs_reading_token (self, i)->fold) &&
         !hs_token_in (hs_reading_token (self, i),
                       HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_TITLES) |
                         HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_PRONOUNS) |
                         HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_FIELDS) |
                         HS_IN (HS_LIST_PLACE_HEADS) | HS_IN (HS_LIST_OUTLET_HEADS) | HS_IN (HS_LIST_CUES) |
                         HS_LISTS_GAZETTEER) &&
         (hs_reading_token (self, i)->flags & (HS_TOKEN_UPPER | HS_TOKEN_DIGITS)) == 0;
}

/* "Embattled", "Queenslander", "Supervisors": how and what somebody is, and no given name. */
static gboolean
may_be_given (const HsReading *self,
              guint            i)
{
  static const char *const ends[] = { "ed", "ing", "ly", "ist", "ian", "ese", "ish", "ive", "ous", "ful", "less", "est",
                                      "ble", "ent", "er", "an", "s", "ary", NULL };
  const HsToken *token = hs_reading_token (self, i);

  if (token->flags & HS_TOKEN_DOTTED || g_utf8_strlen (token->fold, -1) < 4)
    return FALSE;
  for (guint k = 0; !hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && ends[k] != NULL; k++)
    if (g_str_has_suffix (token->fold, ends[k]))
      return FALSE;
  return TRUE;
}

/* "Awa [Traoré]", "[Maria] do Carmo", "[Thabiso] Lebohang Mokoena": what is tied to somebody's name is of it. */
static guint
try_person (Mender *m,
            guint   i,
            guint   begin,
            guint   end)
{
  /* these are English words as well */
  static const char *const small[] = { "at", "as", "an", "ten", NULL };
  HsReading *self = m->reading;
  const HsFound *found = hs_reading_found_at (self, i), *after;
  guint first = i, last;

  if (found == NULL || found->first != i || found->kind != HS_MENTION_PERSON || found->level != HS_LEVEL_NAME ||
      m->dropped[self->found_at[i] - 1])
    return i + 1;
  last = found->end;
  if (last <= i + 3 && i > begin && is_unheard_of (self, i - 1) && (last == i + 1 || may_be_given (self, i - 1)) &&
      (i == begin + 1 || !hs_reading_is_capital (self, i - 2)))
    first = i - 1;
  if (last + 1 < end && hs_token_in (hs_reading_token (self, last), HS_IN (HS_LIST_PARTICLES)) &&
      !g_strv_contains (small, hs_reading_token (self, last)->fold) &&
      !hs_reading_is_capital (self, last) && hs_reading_is_capital (self, last + 1))
    {
      after = hs_reading_found_at (self, last + 1);
      if (after == NULL ? is_unheard_of (self, last + 1)
                        : after->first == last + 1 && after->confidence < SURE && after->level == HS_LEVEL_NAME &&
                            (after->kind == HS_MENTION_PERSON || after->kind == HS_MENTION_PLACE))
        last = after == NULL ? last + 2 : after->end;
    }
  if (first == i && last == found->end)
    return i + 1;
  make_whole (m, first, last, HS_MENTION_PERSON);
  return last;
}

/* "French and Royal Navy": the first is a nation of its own. */
static void
part_nations (HsReading *self)
{
  guint n = self->found->len, known;

  for (guint f = 0; f < n; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);
      guint first = found->first;
      const HsLexEntry *entry;

      if (found->kind != HS_MENTION_ORGANISATION || found->canonical != NULL || found->end < first + 4 ||
          !hs_token_is (hs_reading_token (self, first + 1), "and") || !hs_reading_is_capital (self, first + 2) ||
          hs_token_in (hs_reading_token (self, first + 2), HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_COUNTRIES)))
        continue;
      entry = hs_reading_match (self, first, first + 1, HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_COUNTRIES), &known);
      if (entry == NULL)
        continue;
      found->first = first + 2;
      hs_mentions_add_known (self, first, 1, entry);
    }
  hs_reading_index_found (self);
}

/* "Grünwerk AG of Stuttgart": with the letters of its kind a firm's name is over. */
static void
cut_firms (HsReading *self)
{
  static const char *const kinds[] = { "ag", "gmbh", "ltd", "ltd.", "inc", "inc.", "plc", "llc", "corp.", "kg", "sa",
                                       "nv", "bv", "ab", "asa", "oy", "oyj", "spa", "srl", "jsc", "pjsc", "ojsc", "pty",
                                       "bhd", NULL };

  for (guint f = 0; f < self->found->len; f++)
    {
      HsFound *found = &g_array_index (self->found, HsFound, f);

      guint end = found->end, i = found->first + 1;

      if (found->kind != HS_MENTION_ORGANISATION || found->canonical != NULL)
        continue;
      while (i + 2 < end &&
             !(hs_reading_is_capital (self, i) && g_strv_contains (kinds, hs_reading_token (self, i)->fold) &&
               hs_token_is (hs_reading_token (self, i + 1), "of") && hs_reading_is_capital (self, i + 2)))
        i++;
      if (i + 2 >= end)
        continue;
      found->end = i + 1;
      hs_mentions_add (self, i + 2, end, HS_MENTION_PLACE, WHOLE);
    }
  hs_reading_index_found (self);
}

/* "Tiyas Military Airfield": what ends so is a place. */
static gboolean
ends_as_place (const HsReading *self,
               const HsFound   *found)
{
  const HsToken *last = hs_reading_token (self, found->end - 1);

  return found->end > found->first + 1 && found->confidence < RATHER_SURE && found->canonical == NULL &&
         hs_reading_is_capital (self, found->end - 1) &&
         g_strcmp0 (hs_lex_entry_place_side (last->entry), "after") == 0 &&
         !hs_token_in (last, HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_FIELDS) |
                               HS_IN (HS_LIST_COMMON_SURNAMES) | HS_IN (HS_LIST_GIVEN_NAMES));
}

/* "Fort Campbell", "Dayr Hafir": what begins so is a place, and nobody. */
static guint
try_place (Mender *m,
           guint   i)
{
  static const char *const saints[] = { "san", "santa", "saint", "sainte", "sankt", "los", "las", "el", NULL };
  HsReading *self = m->reading;
  const HsToken *token = hs_reading_token (self, i);
  const HsFound *found = hs_reading_found_at (self, i);

  if (found == NULL || found->first != i || found->end == i + 1 || m->dropped[self->found_at[i] - 1] ||
      (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION))
    return i + 1;
  if (!ends_as_place (self, found) &&
      (found->kind != HS_MENTION_PERSON || found->confidence >= SURE || g_strv_contains (saints, token->fold) ||
       hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) ||
       g_strcmp0 (hs_lex_entry_place_side (token->entry), "before") != 0))
    return i + 1;
  make_whole (m, i, found->end, HS_MENTION_PLACE);
  return found->end;
}

/* "John “J.D.” Dorrian" */
static guint
try_nickname (Mender *m,
              guint   i,
              guint   begin,
              guint   end)
{
  HsReading *self = m->reading;
  const HsFound *left, *right;
  guint close = i + 2;

  if (i == begin || hs_reading_token (self, i)->kind != HS_TOKEN_QUOTE || i + 3 >= end ||
      !hs_reading_is_capital (self, i + 1))
    return i + 1;
  while (close < end && close < i + 4 && hs_reading_token (self, close)->kind != HS_TOKEN_QUOTE)
    close++;
  if (close + 1 >= end || hs_reading_token (self, close)->kind != HS_TOKEN_QUOTE ||
      !hs_reading_is_capital (self, close + 1))
    return i + 1;
  left = hs_reading_found_at (self, i - 1);
  right = hs_reading_found_at (self, close + 1);
  if (left == NULL || right == NULL || left == right || left->kind != HS_MENTION_PERSON ||
      right->kind != HS_MENTION_PERSON || right->first != close + 1 || m->dropped[self->found_at[i - 1] - 1])
    return i + 1;
  make_whole (m, left->first, right->end, HS_MENTION_PERSON);
  return right->end;
}

static void
mend (HsReading *self)
{
  g_autofree guint8 *dropped = g_new0 (guint8, self->found->len + 1);
  Mender m = { self, g_array_new (FALSE, FALSE, sizeof (HsFound)), dropped, 0 };

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped || part->title_case)
        continue;
      for (guint i = sentence->first; i < sentence->end;)
        {
          guint next = try_head (&m, i, sentence->first, sentence->end);

          next = MAX (next, try_place (&m, i));
          next = MAX (next, try_first (&m, i, sentence->first, sentence->end));
          if (next == i + 1)
            next = try_person (&m, i, sentence->first, sentence->end);
          i = MAX (next, try_nickname (&m, i, sentence->first, sentence->end));
        }
    }
  for (guint f = 0; f < self->found->len; f++)
    if (!dropped[f])
      g_array_append_val (m.whole, g_array_index (self->found, HsFound, f));
  g_array_unref (self->found);
  self->found = m.whole;
  hs_reading_index_found (self);
}

/**
 * hs_mentions_whole:
 * @self: an article whose names have been found once
 *
 * Makes names whole of which a part was found.
 */
void
hs_mentions_whole (HsReading *self)
{
  cut_firms (self);
  part_nations (self);
  mend (self);
}
