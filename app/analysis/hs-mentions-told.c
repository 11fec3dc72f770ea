/* hs-mentions-told.c: names that the noun beside them says what they are
 *
 * "the firm Agro-Sud", "Ansar al-Huda, an armed group", "a lawyer, Hina Butt": a name
 * nobody has heard of is explained when it comes up, and the noun is better
 * evidence than the sound of the name (Hearst, "Automatic acquisition of hyponyms
 * from large text corpora", 1992; Collins and Singer, "Unsupervised models for
 * named entity classification", 1999). Only what is unsure is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* What the tagger is as sure of as this, it is not told. */
#define SURE .93

/* Below this it was but guessed. */
#define GUESSED .6

/* How sure a name is that was told. */
#define TOLD .75

/* Words between a name and the noun that explains it: ", one of the largest …". */
#define LONGEST_PHRASE 6

#define LONGEST_NAME 6

typedef struct
{
  HsReading *reading;   /* (unowned) */
  GArray *told;         /* (owned) (element-type HsFound) */
  guint8 *dropped;      /* (owned): of each find, whether what was told stands in its place */
  guint told_to;        /* one past the last token told of */
} Telling;

static gboolean
is_hyphen (const HsReading *self,
           guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  return hs_token_is (token, "-") && !(token->flags & HS_TOKEN_SPACED);
}

/* Whether the noun @i says what a name is, and what. */
static gboolean
tells (const HsReading *self,
       guint            i,
       HsMentionKind   *kind)
{
  const HsToken *token = hs_reading_token (self, i);
  const char *nick;

  if (token->kind != HS_TOKEN_WORD || hs_reading_is_capital (self, i))
    return FALSE;
  nick = hs_lex_entry_column (token->entry, HS_LIST_TELLERS, 1);
  return nick != NULL && hs_mention_kind_from_nick (nick, kind);
}

/* "Thursday", "Iraqi", "President": no name of a person or a firm begins so. */
static gboolean
may_begin (const HsReading *self,
           guint            i,
           guint            end)
{
  guint n;

  return hs_reading_is_capital (self, i) &&
         !hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_DEMONYMS) |
                                                     HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_STOP_WORDS) |
                                                     HS_IN (HS_LIST_PRONOUNS)) &&
         hs_reading_match (self, i, end, HS_IN (HS_LIST_COUNTRIES), &n) == NULL;
}

/* Tokens that tie a capital before @i to one after them: "-", "do", "al-"; 0: none. */
static guint
tie_length (const HsReading *self,
            guint            i,
            guint            end)
{
  gboolean particle = hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_PARTICLES));
  guint n = particle && i + 1 < end && is_hyphen (self, i + 1) ? 2 : 1;

  return (particle || is_hyphen (self, i)) && i + n < end && hs_reading_is_capital (self, i + n) ? n : 0;
}

/* One past the capitals that begin at @first, with what ties them: "Maria do Carmo". */
static guint
name_end (const HsReading *self,
          guint            first,
          guint            end,
          HsMentionKind    kind)
{
  guint i = first + 1;

  end = MIN (end, first + LONGEST_NAME);
  while (i < end)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (hs_reading_is_capital (self, i))
        {
          if (hs_token_in (token, HS_IN (HS_LIST_CALENDAR)))
            break;
          /* "the firm Agro-Sud Ion Rusnac": here somebody begins */
          if (kind != HS_MENTION_PERSON && hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && i + 1 < end &&
              hs_reading_is_capital (self, i + 1) &&
              !hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_ORG_WORDS)))
            break;
          i++;
        }
      else if (tie_length (self, i, end) > 0)
        i += tie_length (self, i, end) + 1;
      else
        break;
    }
  return i;
}

/* A list knows the name, or the tagger is sure of something else. */
static gboolean
is_settled (const HsReading *self,
            guint            first,
            guint            end,
            HsMentionKind    kind)
{
  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL)
        continue;
      if (found->first < first || found->end > end || found->canonical != NULL || found->level != HS_LEVEL_NAME ||
          (found->kind != HS_MENTION_PERSON && found->kind != HS_MENTION_ORGANISATION &&
           found->kind != HS_MENTION_PLACE))
        return TRUE;
      if (found->confidence >= SURE && (found->kind != kind || found->first > first))
        return TRUE;
    }
  return FALSE;
}

/* "the lawyer Salway Harbour Company": a word of it says otherwise. */
static gboolean
contradicts (const HsReading *self,
             guint            first,
             guint            end,
             HsMentionKind    kind)
{
  guint lists = HS_IN (HS_LIST_EVENT_HEADS) | HS_IN (HS_LIST_LAW_HEADS);

  if (kind != HS_MENTION_ORGANISATION)
    lists |= HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_OUTLET_HEADS);
  if (kind == HS_MENTION_PERSON)
    lists |= HS_IN (HS_LIST_PLACE_HEADS);
  for (guint i = first; i < end; i++)
    if (hs_token_in (hs_reading_token (self, i), lists))
      return TRUE;
  return FALSE;
}

/* Notes that [first, end) is a name of @kind. */
static void
note (Telling       *t,
      guint          first,
      guint          end,
      HsMentionKind  kind)
{
  const HsReading *self = t->reading;
  HsFound told = { first, end, kind, HS_LEVEL_NAME, TOLD, NULL, NULL, HS_NO_INDEX, FALSE };

  if (first < t->told_to)
    return;
  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL)
        continue;
      t->dropped[self->found_at[i] - 1] = TRUE;
      told.outlet |= found->outlet;
      if (found->kind == kind)
        {
          told.confidence = MAX (told.confidence, found->confidence);
          told.role = found->role != NULL ? found->role : told.role;
        }
    }
  if (kind == HS_MENTION_PERSON && told.role == NULL)
    told.role = hs_runs_title_before (t->reading, first);
  t->told_to = MAX (t->told_to, end);
  g_array_append_val (t->told, told);
}

static void
try_tell (Telling       *t,
          guint          first,
          guint          end,
          HsMentionKind  kind)
{
  const HsFound *found = hs_reading_found_at (t->reading, first);

  if (first < t->told_to || (found != NULL && found->first == first && found->end == end && found->kind == kind &&
                             found->confidence >= TOLD))
    return;
  if (!is_settled (t->reading, first, end, kind) && !contradicts (t->reading, first, end, kind))
    note (t, first, end, kind);
}

/* "the firm X", "a lawyer, X, …", "a village called X". */
static void
tell_after (Telling *t,
            guint    noun,
            guint    end)
{
  const HsReading *self = t->reading;
  HsMentionKind kind;
  guint first = noun + 1, next;
  gboolean comma;

  if (first >= end || !tells (self, noun, &kind))
    return;
  comma = hs_token_is (hs_reading_token (self, first), ",");
  if (comma && kind != HS_MENTION_PERSON)
    return;
  if (comma || hs_token_is (hs_reading_token (self, first), "called") ||
      hs_token_is (hs_reading_token (self, first), "named"))
    first++;
  if (first >= end || !may_begin (self, first, end))
    return;
  next = name_end (self, first, end, kind);
  /* a lone word after a comma may be anything: "the minister, Reuters said" */
  if (comma && (next == first + 1 || next >= end || !hs_token_is (hs_reading_token (self, next), ",")))
    return;
  if (kind == HS_MENTION_PERSON && next == first + 1 && hs_reading_found_at (self, first) == NULL)
    return;
  try_tell (t, first, next, kind);
}

/* "near X", "north of X", "the mayor of X": what is one past the words that say where something is; @i: none. */
static guint
where_end (const HsReading *self,
           guint            i,
           guint            end)
{
  static const char *const sides[] = { "north", "south", "east", "west", "northeast", "northwest", "southeast",
                                       "southwest", "outskirts", "suburb", "suburbs", "mayor", "governor", "prefect",
                                       "bishop", "archbishop", "residents", "inhabitants", "streets", NULL };
  const char *fold = hs_reading_token (self, i)->fold;

  if (strcmp (fold, "near") == 0)
    return i + 1;
  return i + 1 < end && g_strv_contains (sides, fold) && hs_token_is (hs_reading_token (self, i + 1), "of") ? i + 2 : i;
}

/* "Near Ar Raqqah, two strikes …": where something is, is a place, unless somebody sure stands there. */
static void
tell_where (Telling *t,
            guint    i,
            guint    end)
{
  const HsReading *self = t->reading;
  guint first = where_end (self, i, end);
  const HsFound *found;

  if (first == i || first >= end || !hs_reading_is_capital (self, first))
    return;
  found = hs_reading_found_at (self, first);
  if (found == NULL || found->first < i || found->confidence >= SURE || found->role != NULL ||
      !(found->kind == HS_MENTION_PERSON ||
        (found->kind == HS_MENTION_ORGANISATION && found->canonical == NULL && found->end == first + 1 &&
         !(hs_reading_token (self, first)->flags & HS_TOKEN_UPPER))) ||
      hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_GIVEN_NAMES)) ||
      (found->end < end && hs_reading_token (self, found->end)->kind == HS_TOKEN_CLITIC))
    return;
  note (t, first, found->end, HS_MENTION_PLACE);
}

/* "in Navotas and Bacoor": what stands beside a place there is one. */
static void
tell_beside (Telling *t,
             guint    conjunction,
             guint    begin,
             guint    end)
{
  static const char *const whereabouts[] = { "in", "at", "near", "from", "between", "around", "across", "outside",
                                             NULL };
  const HsReading *self = t->reading;
  const HsFound *place, *found;

  if (conjunction < begin + 2 || conjunction + 1 >= end || !hs_token_is (hs_reading_token (self, conjunction), "and"))
    return;
  place = hs_reading_found_at (self, conjunction - 1);
  found = hs_reading_found_at (self, conjunction + 1);
  if (place == NULL || place->kind != HS_MENTION_PLACE || place->end != conjunction || place->first <= begin ||
      !g_strv_contains (whereabouts, hs_reading_token (self, place->first - 1)->fold) || found == NULL ||
      found->kind != HS_MENTION_PERSON || found->first != conjunction + 1 || found->end != conjunction + 2 ||
      found->confidence >= SURE || found->role != NULL ||
      hs_token_in (hs_reading_token (self, found->first), HS_IN (HS_LIST_GIVEN_NAMES)) ||
      (found->end < end && hs_reading_token (self, found->end)->kind == HS_TOKEN_CLITIC))
    return;
  note (t, found->first, found->end, HS_MENTION_PLACE);
}

/* "the Tarvonian ambassador": of a people, known to any list or not. */
static void
tell_people (Telling *t,
             guint    i,
             guint    end)
{
  const HsReading *self = t->reading;
  const HsFound *found = hs_reading_found_at (self, i);
  const char *fold = hs_reading_token (self, i)->fold;

  if (found == NULL || found->first != i || found->end != i + 1 || i + 1 >= end || found->canonical != NULL ||
      found->kind == HS_MENTION_NATIONALITY || found->confidence >= SURE || strlen (fold) < 6 ||
      !(g_str_has_suffix (fold, "ian") || g_str_has_suffix (fold, "ese") || g_str_has_suffix (fold, "ish")) ||
      hs_reading_is_capital (self, i + 1) || !hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_ROLES)))
    return;
  note (t, i, i + 1, HS_MENTION_NATIONALITY);
}

/* "the road from Lund to Oslo": what one end of a way is, the other is. */
static void
tell_way (Telling *t,
          guint    i,
          guint    end)
{
  const HsReading *self = t->reading;
  const HsFound *from, *to, *other;

  from = i + 1 < end && hs_token_is (hs_reading_token (self, i), "from") ? hs_reading_found_at (self, i + 1) : NULL;
  if (from == NULL || from->first != i + 1 || from->end + 1 >= end ||
      !hs_token_is (hs_reading_token (self, from->end), "to"))
    return;
  to = hs_reading_found_at (self, from->end + 1);
  if (to == NULL || to->first != from->end + 1)
    return;
  other = from->kind == HS_MENTION_PERSON && to->kind == HS_MENTION_PLACE
            ? from
            : from->kind == HS_MENTION_PLACE && to->kind == HS_MENTION_PERSON ? to : NULL;
  if (other != NULL && other->end == other->first + 1 && other->confidence < SURE && other->role == NULL &&
      !(other->end < end && hs_reading_token (self, other->end)->kind == HS_TOKEN_CLITIC))
    note (t, other->first, other->end, HS_MENTION_PLACE);
}

/* "Yoon Ja" of "Yoon Ja-young": a person that the hyphen cuts. */
static gboolean
is_found_half (const HsReading *self,
               guint            i)
{
  const HsFound *found = hs_reading_found_at (self, i);

  return found != NULL && found->first == i && found->end == i + 2 && found->kind == HS_MENTION_PERSON &&
         strlen (hs_reading_token (self, i + 3)->fold) <= 6 &&
         !hs_token_in (hs_reading_token (self, i + 3), HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_CUES) |
                                                       HS_IN (HS_LIST_COMMON));
}

/* "Moon Jae-in": two capitals and a small word that is tied to them, which no sentence
 * needs there; not "Trump-in-waiting". */
static void
tell_tied (Telling *t,
           guint    i,
           guint    begin,
           guint    end)
{
  const HsReading *self = t->reading;
  const HsToken *last;

  if (i + 3 >= end || !may_begin (self, i, end) || !hs_reading_is_capital (self, i + 1) || !is_hyphen (self, i + 2))
    return;
  /* it begins with the first capital, unless that is a title */
  if (i > begin && hs_reading_is_capital (self, i - 1) && hs_reading_found_at (self, i - 1) == NULL &&
      !hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES)))
    return;
  last = hs_reading_token (self, i + 3);
  if (last->kind != HS_TOKEN_WORD || (last->flags & (HS_TOKEN_SPACED | HS_TOKEN_CAPITAL)) != 0 ||
      (!hs_token_in (last, HS_IN (HS_LIST_STOP_WORDS)) && !is_found_half (self, i)) ||
      (i + 4 < end && is_hyphen (self, i + 4)))
    return;
  for (guint k = i; k < i + 4; k++)
    {
      const HsFound *found = hs_reading_found_at (self, k);

      if (found != NULL && (found->first < i || found->end > i + 4 || found->canonical != NULL))
        return;
    }
  note (t, i, i + 4, HS_MENTION_PERSON);
}

/* "Errázuriz, 61, was ambassador": who has an age is somebody. */
static void
tell_age (Telling *t,
          guint    comma,
          guint    begin,
          guint    end)
{
  const HsReading *self = t->reading;
  const HsToken *age;
  const HsFound *found;

  if (comma == begin || comma + 2 >= end || !hs_token_is (hs_reading_token (self, comma), ",") ||
      !hs_token_is (hs_reading_token (self, comma + 2), ",") || !hs_reading_is_capital (self, comma - 1))
    return;
  age = hs_reading_token (self, comma + 1);
  if (age->kind != HS_TOKEN_NUMBER || strlen (age->fold) != 2 || !g_ascii_isdigit (age->fold[0]) ||
      age->fold[0] == '0' ||
      !g_ascii_isdigit (age->fold[1]))
    return;
  found = hs_reading_found_at (self, comma - 1);
  if (found != NULL && found->end == comma)
    try_tell (t, found->first, comma, HS_MENTION_PERSON);
  else if (found == NULL && may_begin (self, comma - 1, end) &&
           (comma == begin + 1 || !hs_reading_is_capital (self, comma - 2)))
    try_tell (t, comma - 1, comma, HS_MENTION_PERSON);
}

/* "according to Alive, three months ago": who is spoken of as a source and is no word that
 * may stand there otherwise is somebody. */
static void
tell_source (Telling *t,
             guint    i,
             guint    end)
{
  const HsReading *self = t->reading;
  const HsToken *token, *next;
  const HsFound *found;

  if (i + 3 >= end || !hs_token_is (hs_reading_token (self, i), "according") ||
      !hs_token_is (hs_reading_token (self, i + 1), "to") || !may_begin (self, i + 2, end))
    return;
  token = hs_reading_token (self, i + 2);
  next = hs_reading_token (self, i + 3);
  if ((token->flags & HS_TOKEN_UPPER) != 0 || hs_token_in (token, HS_IN (HS_LIST_ROLES) | HS_LISTS_GAZETTEER) ||
      (!hs_token_is (next, ",") && !hs_token_is (next, ".")))
    return;
  found = hs_reading_found_at (self, i + 2);
  if (found != NULL && (found->first != i + 2 || found->end != i + 3 || found->confidence >= GUESSED))
    return;
  note (t, i + 2, i + 3, HS_MENTION_PERSON);
}

/* "Al-Hadrani’s visit", "the Hadrani regime": whoever visits, resigns, has a regime is no body. */
static void
tell_owner (Telling *t,
            guint    i,
            guint    end)
{
  static const char *const nouns[] = { "visit", "trip", "remarks", "speech", "words", "arrival", "resignation", "wife",
                                       "husband", "son", "daughter", "brother", "father", "mother", "death", "funeral",
                                       "lawyer", "lawyers", "lips", "career", "predecessor", "successor", NULL };
  const HsReading *self = t->reading;
  const HsFound *found = hs_reading_found_at (self, i);

  guint noun;

  if (found == NULL && i + 1 < end && hs_token_is (hs_reading_token (self, i + 1), "regime") &&
      may_begin (self, i, end) &&
      !hs_token_in (hs_reading_token (self, i),
                    HS_IN (HS_LIST_COMMON) | HS_LISTS_GAZETTEER | HS_IN (HS_LIST_ORG_WORDS)))
    note (t, i, i + 1, HS_MENTION_PERSON);
  if (found == NULL || found->first != i || found->end + 1 >= end || found->canonical != NULL || found->outlet ||
      (found->kind != HS_MENTION_ORGANISATION && found->kind != HS_MENTION_PLACE))
    return;
  noun = found->end + (hs_reading_token (self, found->end)->kind == HS_TOKEN_CLITIC);
  if ((!hs_token_is (hs_reading_token (self, noun), "regime") &&
       (noun == found->end || !g_strv_contains (nouns, hs_reading_token (self, noun)->fold))) ||
      (hs_reading_token (self, found->end - 1)->flags & HS_TOKEN_UPPER) != 0)
    return;
  /* one word, with or without its article: "Fayyad", "Al-Fayyad" */
  if (found->end != i + 1 && !(found->end == i + 3 && is_hyphen (self, i + 1)))
    return;
  try_tell (t, i, found->end, HS_MENTION_PERSON);
}

/* What stands after the comma at @comma, when it explains the name before it. */
static gboolean
explains (const HsReading *self,
          guint            comma,
          guint            end,
          HsMentionKind   *kind)
{
  static const char *const begins[] = { "a", "an", "the", "one", NULL };
  static const char *const ends[] = { ",", ".", "of", "in", "for", "that", "which", "who", "from", "based", "with",
                                      "at", "on", "and", "whose", NULL };

  if (comma + 2 >= end || !hs_token_is (hs_reading_token (self, comma), ",") ||
      !g_strv_contains (begins, hs_reading_token (self, comma + 1)->fold))
    return FALSE;
  for (guint i = comma + 2; i < end && i <= comma + LONGEST_PHRASE; i++)
    if (g_strv_contains (ends, hs_reading_token (self, i)->fold))
      return tells (self, i - 1, kind);
  return FALSE;
}

/* "X, an armed group, …". */
static void
tell_before (Telling *t,
             guint    comma,
             guint    begin,
             guint    end)
{
  const HsReading *self = t->reading;
  HsMentionKind kind;
  guint first;

  if (comma == begin || !hs_reading_is_capital (self, comma - 1) || !explains (self, comma, end, &kind))
    return;
  first = comma > begin + LONGEST_NAME ? comma - LONGEST_NAME : begin;
  while (first < comma && !(may_begin (self, first, end) && name_end (self, first, comma, kind) == comma))
    first++;
  /* the first word of a sentence need not be part of it */
  if (first == comma || (hs_reading_token (self, first)->flags & HS_TOKEN_FIRST &&
                         hs_token_in (hs_reading_token (self, first), HS_IN (HS_LIST_COMMON))))
    return;
  try_tell (t, first, comma, kind);
}

/**
 * hs_mentions_told:
 * @self: an article whose names have been found once
 *
 * Lets the nouns beside them say what unsure names are.
 */
void
hs_mentions_told (HsReading *self)
{
  g_autofree guint8 *dropped = g_new0 (guint8, self->found->len + 1);
  Telling t = { self, g_array_new (FALSE, FALSE, sizeof (HsFound)), dropped, 0 };

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped || part->title_case)
        continue;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          tell_after (&t, i, sentence->end);
          tell_where (&t, i, sentence->end);
          tell_beside (&t, i, sentence->first, sentence->end);
          tell_people (&t, i, sentence->end);
          tell_way (&t, i, sentence->end);
          tell_tied (&t, i, sentence->first, sentence->end);
          tell_age (&t, i, sentence->first, sentence->end);
          tell_source (&t, i, sentence->end);
          tell_owner (&t, i, sentence->end);
          tell_before (&t, i, sentence->first, sentence->end);
        }
    }
  for (guint f = 0; f < self->found->len; f++)
    if (!dropped[f])
      g_array_append_val (t.told, g_array_index (self->found, HsFound, f));
  g_array_unref (self->found);
  self->found = t.told;
  hs_reading_index_found (self);
}
