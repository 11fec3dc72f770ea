/* hs-mentions-merge.c: what rules found and what the tagger found, made one
 *
 * Lists and grammars are right where they speak at all: a designator is a
 * weapon, a country a country, a ministry's name ends where its grammar says.
 * Everything else the tagger knows better, and says how sure it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

#include "hs-tagger.h"

/* Below this a find of the rules is a guess, and the tagger's word counts. */
#define SURE .8

/* What the rules find alone stays from here on. */
#define STAYS .6

/* The tagger may contradict what a rule is sure of from here on. */
#define VERY_SURE .95

/* Below this, what a list says of the very same words counts for more. */
#define UNSURE .6

typedef struct
{
  HsReading *reading;
  GArray *kept;        /* (owned) (element-type HsFound) */
  guint8 *dropped;     /* (owned): of each find of the rules */
} Merger;

static gboolean
is_tagged_kind (HsMentionKind kind)
{
  return kind == HS_MENTION_PERSON || kind == HS_MENTION_ORGANISATION || kind == HS_MENTION_PLACE ||
         kind == HS_MENTION_NATIONALITY;
}

/* Whether the find of the rules stands against @tagged. */
static gboolean
outranks (const HsReading *self,
          const HsFound   *found,
          const HsTagged  *tagged)
{
  gboolean covers = found->first <= tagged->first && found->end >= tagged->end;
  gboolean same = found->first == tagged->first && found->end == tagged->end;

  if (!is_tagged_kind (found->kind))
    return found->kind == HS_MENTION_WEAPON || found->kind == HS_MENTION_MONEY ||
           found->kind == HS_MENTION_DATE || found->kind == HS_MENTION_LAW ||
           (covers && (found->confidence >= 1 || tagged->posterior < VERY_SURE));
  if (same)
    return FALSE;
  /* "Abu Musab al-Zarqawi": the father of somebody, and all of it */
  if (covers && found->kind == HS_MENTION_PERSON && hs_token_is (hs_reading_token (self, found->first), "abu"))
    return TRUE;
  /* a list's phrase, or the grammar of a body, of which the tagger has a part */
  /* "Tarvonia’s Ministry of Defence": rather two sure finds than a guess at one */
  if (found->confidence >= SURE && tagged->posterior < UNSURE - .1)
    return TRUE;
  if (!covers || found->end - found->first == 1 || found->confidence < SURE)
    return FALSE;
  /* "Centre for Worker Solidarity": what it is for is no name of its own */
  if (found->kind == HS_MENTION_ORGANISATION && tagged->first > found->first && tagged->end == found->end &&
      tagged->kind == HS_MENTION_ORGANISATION && hs_token_is (hs_reading_token (self, tagged->first - 1), "for"))
    return TRUE;
  /* "Kenyan Defence Ministry": whether the nation is part of the name is the
   * tagger's to say, where it is sure; and where a name ends sooner than then */
  if (tagged->kind == HS_MENTION_ORGANISATION && found->confidence < VERY_SURE &&
      tagged->posterior >= (found->end == tagged->end ? VERY_SURE : SURE))
    return FALSE;
  return found->confidence >= VERY_SURE || found->kind == HS_MENTION_ORGANISATION;
}

/* What a list knows of the very words keeps its name; a country its kind. */
static void
keep_knowledge (const HsReading *self,
                HsFound         *into,
                const HsFound   *found)
{
  gboolean plain = found->end > found->first + 1 ||
                   (hs_reading_token (self, found->first)->flags & HS_TOKEN_UPPER) != 0;

  /* "Pemex": no word, and nobody's name */
  if (!plain && found->kind == HS_MENTION_ORGANISATION && into->confidence < VERY_SURE &&
      !hs_token_in (hs_reading_token (self, found->first),
                    HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_GIVEN_NAMES) | HS_IN (HS_LIST_COMMON_SURNAMES) |
                    HS_IN (HS_LIST_PLACES) | HS_IN (HS_LIST_COUNTRIES)))
    plain = TRUE;
  if (found->first != into->first || found->end != into->end)
    return;
  if (found->kind == into->kind ||
      (is_tagged_kind (found->kind) &&
       ((found->confidence >= 1 && (plain || into->confidence < UNSURE)) ||
        (found->kind == HS_MENTION_PLACE && found->confidence >= .9 &&
         ((into->kind == HS_MENTION_PERSON && into->confidence < UNSURE) ||
          /* "Tehran has condemned": a town, whoever speaks for it */
          (into->kind == HS_MENTION_ORGANISATION && into->confidence < VERY_SURE))))))
    {
      into->kind = found->kind;
      into->canonical = found->canonical;
      into->outlet = found->outlet;
      into->confidence = MAX (into->confidence, found->confidence);
    }
}

/* Of a country the tagger may say that its government is meant; the word names
 * the place all the same. */
static void
settle_country (const HsReading *self,
                HsFound         *found)
{
  const HsLexEntry *entry;
  guint n;

  /* "Jordan", "Chad" may be people */
  if (found->confidence >= VERY_SURE ||
      hs_token_in (hs_reading_token (self, found->first), HS_IN (HS_LIST_GIVEN_NAMES)))
    if (found->kind != HS_MENTION_ORGANISATION && found->kind != HS_MENTION_PLACE)
      return;
  entry = hs_reading_match (self, found->first, found->end, HS_IN (HS_LIST_COUNTRIES), &n);
  if (entry == NULL || found->first + n != found->end)
    return;
  found->kind = HS_MENTION_PLACE;
  found->canonical = hs_lex_entry_column (entry, HS_LIST_COUNTRIES, 0);
  found->outlet = FALSE;
}

/* "the ambassador to Norway Samir Hadi": right after a sure name of something else
 * the rules know better where the person's begins. */
static guint
take_first_names (const Merger *m,
                  guint         first,
                  guint         end)
{
  const HsFound *whole = first > 0 ? hs_reading_found_at (m->reading, first - 1) : NULL;
  const HsFound *before;

  if (whole == NULL || whole->kind != HS_MENTION_PERSON || whole->end != end || whole->first == 0)
    return first;
  before = hs_reading_found_at (m->reading, whole->first - 1);
  if (before == NULL || before->end != whole->first || before->confidence < SURE
      || (before->kind != HS_MENTION_PLACE && before->kind != HS_MENTION_ORGANISATION))
    return first;
  return m->kept->len > 0 && g_array_index (m->kept, HsFound, m->kept->len - 1).end > whole->first ? first
                                                                                                     : whole->first;
}

/* "the Iraqi Ambassador", "Labour Minister": an office, and nobody's name. */
static gboolean
is_office (const HsReading *self,
           const HsFound   *found)
{
  guint n;

  if (found->kind == HS_MENTION_ORGANISATION && found->end == found->first + 1 && found->end < self->tokens->len &&
      hs_token_in (hs_reading_token (self, found->first), HS_IN (HS_LIST_ORG_FIELDS)) &&
      hs_reading_is_capital (self, found->end) &&
      hs_token_in (hs_reading_token (self, found->end), HS_IN (HS_LIST_TITLES)))
    return TRUE;
  /* "the Commissioner of Police", "Wing Commander (retd)" */
  if (found->kind == HS_MENTION_ORGANISATION && found->end > found->first + 1 &&
      hs_reading_match (self, found->first, found->end, HS_IN (HS_LIST_TITLES), &n) != NULL &&
      found->first + n == found->end)
    return TRUE;
  if (found->end != found->first + 2 || found->kind != HS_MENTION_ORGANISATION)
    return FALSE;
  return hs_token_in (hs_reading_token (self, found->first), HS_IN (HS_LIST_DEMONYMS))
         && hs_token_in (hs_reading_token (self, found->end - 1), HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_TITLES))
         && !hs_token_in (hs_reading_token (self, found->end - 1), HS_IN (HS_LIST_ORG_HEADS));
}

/* "Secretary of State", "Prime Minister": a word of a title names nothing by itself. */
static gboolean
is_within_title (const HsReading *self,
                 const HsFound   *found)
{
  guint first = g_array_index (self->sentences, HsSentence, hs_reading_token (self, found->first)->sentence).first;

  for (guint back = 0; back <= 2 && back + first <= found->first; back++)
    {
      guint at = found->first - back, n;

      if (hs_reading_match (self, at, self->tokens->len, HS_IN (HS_LIST_TITLES), &n) != NULL && n > 1 &&
          at + n >= found->end && n > found->end - found->first && hs_reading_is_capital (self, at))
        return TRUE;
    }
  return FALSE;
}

/* "Sunni Arab and Kurdish voters": of a people, and no place. */
static void
settle_people (const HsReading *self,
               HsFound         *found)
{
  static const char *const faiths[] = { "sunni", "shiite", "shia", "shi'a", "shi'ite", "shi’a", "shi’ite", "alawite",
                                        "druze", "maronite", "yazidi", "christian", "muslim", "jewish", "orthodox",
                                        NULL };
  const HsToken *last = hs_reading_token (self, found->end - 1);
  gboolean faith = g_strv_contains (faiths, hs_reading_token (self, found->first)->fold);

  if (found->end < found->first + 2 ||
      (found->kind != HS_MENTION_PLACE && !(found->kind == HS_MENTION_PERSON && faith)) ||
      !hs_token_in (last, HS_IN (HS_LIST_DEMONYMS)) ||
      hs_token_in (last, HS_IN (HS_LIST_COUNTRIES) | HS_IN (HS_LIST_PLACES)))
    return;
  found->first = found->end - 1;
  found->kind = HS_MENTION_NATIONALITY;
  found->canonical = hs_lex_entry_column (last->entry, HS_LIST_DEMONYMS, 1);
}

/* "a VBIED facility": where the rules see no weapon, it is no body either. */
static gboolean
is_weapon_class (const HsReading *self,
                 const HsTagged  *tagged)
{
  const HsToken *token = hs_reading_token (self, tagged->first);

  return tagged->end == tagged->first + 1 && (token->flags & HS_TOKEN_UPPER) != 0 &&
         hs_token_in (token, HS_IN (HS_LIST_WEAPONS)) && !hs_token_in (token, HS_LISTS_GAZETTEER);
}

/* "Saint Petersburg": a list has the very words, as no one's name. */
static gboolean
is_known_place (const HsReading *self,
                const HsTagged  *tagged)
{
  const HsFound *found = hs_reading_found_at (self, tagged->first);

  return found != NULL && found->first == tagged->first && found->end == tagged->end &&
         found->kind == HS_MENTION_PLACE && found->confidence >= 1;
}

/* "between Portugal and Singapore": two, each known, and no body of both. */
static gboolean
is_pair_of_places (const HsReading *self,
                   const HsTagged  *tagged)
{
  const HsFound *left = hs_reading_found_at (self, tagged->first), *right = hs_reading_found_at (self, tagged->end - 1);

  return tagged->kind == HS_MENTION_ORGANISATION && left != NULL && right != NULL &&
         left->kind == HS_MENTION_PLACE && right->kind == HS_MENTION_PLACE && left->confidence >= .9 &&
         right->confidence >= .9 && left->first == tagged->first && right->end == tagged->end &&
         left->end + 1 == right->first && hs_token_is (hs_reading_token (self, left->end), "and");
}

/* "Sweden past Kazakhstan", "Moscow at the beginning of": a known name, and words that are
 * no part of any. */
static gboolean
is_phrase (const HsReading *self,
           const HsTagged  *tagged)
{
  gboolean known = FALSE, plain = FALSE;

  if (tagged->kind != HS_MENTION_ORGANISATION && tagged->kind != HS_MENTION_PLACE)
    return FALSE;
  for (guint i = tagged->first; i < tagged->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      const HsFound *found = hs_reading_found_at (self, i);

      if (found != NULL && found->canonical != NULL && found->kind != HS_MENTION_NATIONALITY &&
          found->first >= tagged->first && found->end <= tagged->end)
        known = TRUE;
      else if (token->kind == HS_TOKEN_WORD && !(token->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_DIGITS)) &&
               (token->flags & HS_TOKEN_SPACED) && i > tagged->first && i + 1 < tagged->end &&
               !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_PARTICLES) |
                                    HS_IN (HS_LIST_ORG_FIELDS)))
        plain = TRUE;
    }
  return known && plain;
}

/* "Enga Governor Peter Ipatas": a place, its office, and who holds it. */
static void
settle_governed (const HsReading *self,
                 HsFound         *found)
{
  static const char *const offices[] = { "governor", "mayor", "senator", "president", "premier", "congressman",
                                         "congresswoman", NULL };
  guint last = found->end - 1;

  if (found->kind != HS_MENTION_ORGANISATION || found->end < found->first + 2 || found->canonical != NULL ||
      found->end >= self->tokens->len || !hs_reading_is_capital (self, found->end) ||
      !g_strv_contains (offices, hs_reading_token (self, last)->fold))
    return;
  found->end = last;
  if (last == found->first + 1 && (hs_reading_token (self, found->first)->flags & HS_TOKEN_UPPER) == 0 &&
      !hs_token_in (hs_reading_token (self, found->first),
                    HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_DEMONYMS)))
    found->kind = HS_MENTION_PLACE;
}

/* "Mr. Hariri": whoever is called so is somebody. */
static void
settle_courtesy (const HsReading *self,
                 HsFound         *found)
{
  static const char *const titles[] = { "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "mme",
                                        "mme.", NULL };

  if ((found->kind == HS_MENTION_PLACE || found->kind == HS_MENTION_ORGANISATION) && found->first > 0 &&
      hs_reading_is_capital (self, found->first - 1) &&
      g_strv_contains (titles, hs_reading_token (self, found->first - 1)->fold))
    {
      found->kind = HS_MENTION_PERSON;
      found->canonical = NULL;
    }
}

/* "Lt Col Mahmudul Hasan", "SHO Vikram Singh": a rank that begins no body's name, and
 * somebody. Returns: where the name begins; @first of it where there is no rank */
static guint
skip_rank (const HsReading *self,
           const HsFound   *found)
{
  guint n;

  if (found->kind != HS_MENTION_ORGANISATION || found->confidence >= VERY_SURE ||
      hs_reading_match (self, found->first, found->end, HS_IN (HS_LIST_TITLES), &n) == NULL ||
      found->first + n >= found->end || !hs_reading_is_capital (self, found->first + n) ||
      (n == 1 && (hs_reading_token (self, found->first)->flags & HS_TOKEN_UPPER) == 0 &&
       hs_token_in (hs_reading_token (self, found->first), HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_ROLES))))
    return found->first;
  for (guint i = found->first + n; i < found->end; i++)
    if (hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) |
                                                   HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_STOP_WORDS)) ||
        (hs_reading_token (self, i)->kind == HS_TOKEN_WORD && !hs_reading_is_capital (self, i)) ||
        (hs_reading_token (self, i)->flags & HS_TOKEN_UPPER) != 0)
      return found->first;
  return found->first + n;
}

static void
take_tagged (Merger         *m,
             const HsTagged *tagged)
{
  HsReading *self = m->reading;
  HsFound into = { tagged->first, tagged->end, tagged->kind, HS_LEVEL_NAME, tagged->posterior, NULL, NULL,
                   HS_NO_INDEX, FALSE };

  /* a find that is a title and a word is a person, whatever the tagger thinks */
  if ((into.kind == HS_MENTION_PERSON || into.confidence < UNSURE) && !is_known_place (self, tagged))
    into.first = hs_mentions_skip_titles (self, into.first, into.end);
  else
    into.first = skip_rank (self, &into);
  into.first = hs_mentions_skip_known (self, into.first, into.end);
  if (into.first > tagged->first)
    into.kind = HS_MENTION_PERSON;
  if (is_office (self, &into) || is_within_title (self, &into) || is_weapon_class (self, tagged) ||
      is_pair_of_places (self, tagged) || is_phrase (self, tagged))
    return;
  if (into.kind == HS_MENTION_PERSON)
    {
      into.first = hs_mentions_skip_country (self, into.first, into.end);
      into.first = take_first_names (m, into.first, into.end);
      hs_mentions_widen (self, &into);
    }
  into.first = hs_mentions_with_article (self, into.first);
  if (into.kind == HS_MENTION_ORGANISATION)
    into.first = hs_mentions_skip_owner (self, into.first, into.end);
  for (guint i = into.first; i < into.end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL || (i > into.first && self->found_at[i] == self->found_at[i - 1]))
        continue;
      if (outranks (self, found, tagged))
        return;
    }
  for (guint i = into.first; i < into.end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL)
        continue;
      m->dropped[self->found_at[i] - 1] = TRUE;
      keep_knowledge (self, &into, found);
      if (into.kind == HS_MENTION_PERSON && found->kind == HS_MENTION_PERSON && found->role != NULL)
        into.role = found->role;
    }
  settle_country (self, &into);
  settle_courtesy (self, &into);
  settle_governed (self, &into);
  settle_people (self, &into);
  if (into.kind == HS_MENTION_PERSON && into.role == NULL)
    into.role = hs_runs_title_before (self, into.first);
  g_array_append_val (m->kept, into);
}

/* The find that ends, or begins, at @at; %NULL none. */
static const HsTagged *
find_beside (GArray   *tagged,
             guint     at,
             gboolean  ends)
{
  for (guint i = 0; i < tagged->len; i++)
    {
      const HsTagged *one = &g_array_index (tagged, HsTagged, i);

      if ((ends ? one->end : one->first) == at)
        return one;
    }
  return NULL;
}

static gboolean
is_whole_person (const HsTagged *one)
{
  return one != NULL && one->kind == HS_MENTION_PERSON && one->end > one->first + 1;
}

/* "Sable & Finch": a firm, unless two whole people are named, or two places
 * ("Trinidad & Tobago"), which then are one. */
static gboolean
join_at_ampersand (const HsReading *self,
                   GArray          *tagged,
                   guint            i,
                   HsTagged        *firm)
{
  const HsTagged *left = find_beside (tagged, i, TRUE), *right = find_beside (tagged, i + 1, FALSE);
  const HsFound *found = hs_reading_found_at (self, i);

  if (!hs_reading_is_capital (self, i - 1) || !hs_reading_is_capital (self, i + 1)
      || (found != NULL && found->kind == HS_MENTION_PLACE && found->confidence >= SURE)
      || (is_whole_person (left) && is_whole_person (right)))
    return FALSE;
  firm->first = left != NULL ? left->first : i - 1;
  firm->end = right != NULL ? right->end : i + 2;
  firm->kind = left != NULL && right != NULL && left->kind == HS_MENTION_PLACE && right->kind == HS_MENTION_PLACE
                 ? HS_MENTION_PLACE : HS_MENTION_ORGANISATION;
  firm->posterior = SURE;
  return TRUE;
}

static void
join_ampersands (const HsReading *self,
                 GArray          *tagged)
{
  for (guint i = 1; i + 1 < self->tokens->len; i++)
    {
      HsTagged firm = { 0 };
      guint at = 0;

      if (!hs_token_is (hs_reading_token (self, i), "&") || !join_at_ampersand (self, tagged, i, &firm))
        continue;
      for (guint k = 0; k < tagged->len;)
        {
          const HsTagged *one = &g_array_index (tagged, HsTagged, k);

          if (one->first < firm.end && one->end > firm.first)
            {
              /* it had the whole of it, and perhaps more */
              firm.first = MIN (firm.first, one->first);
              firm.end = MAX (firm.end, one->end);
              g_array_remove_index (tagged, k);
              continue;
            }
          at += one->first < firm.first;
          k++;
        }
      g_array_insert_val (tagged, at, firm);
    }
}

static gboolean
begins_as_place (const HsReading *self,
                 guint            i)
{
  return g_strcmp0 (hs_lex_entry_place_side (hs_reading_token (self, i)->entry), "before") == 0;
}

/* "Wadi Hassan and Jabal Karim": two places. Returns: where the second begins, or 0 */
static guint
second_place (const HsReading *self,
              const HsTagged  *tagged)
{
  for (guint i = tagged->first + 2; tagged->kind == HS_MENTION_ORGANISATION && i + 2 < tagged->end; i++)
    if (hs_token_is (hs_reading_token (self, i), "and") && begins_as_place (self, tagged->first) &&
        begins_as_place (self, i + 1))
      return i + 1;
  return 0;
}

/* Where the second of two bodies begins; 0: it is one. */
static guint
second_body (const HsReading *self,
             const HsTagged  *tagged)
{
  for (guint i = tagged->first + 1; tagged->kind == HS_MENTION_ORGANISATION && i + 2 < tagged->end; i++)
    if (hs_mentions_is_second (self, i, tagged->end))
      return i + 1;
  return 0;
}

/* Two or more words before the "and" that begin with a given name, none of a body's. */
static gboolean
is_somebody_and_body (const HsReading *self,
                      const HsTagged  *one,
                      guint            end)
{
  guint32 words = HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_FIELDS);

  if (one->end < one->first + 2 || one->end + 1 >= end || !hs_reading_is_capital (self, one->end + 1))
    return FALSE;
  for (guint i = one->first; i < one->end; i++)
    if (!hs_reading_is_capital (self, i) || hs_token_in (hs_reading_token (self, i), words))
      return FALSE;
  return !hs_token_in (hs_reading_token (self, one->end + 1), words) || end > one->end + 3;
}

/* "Min-ho Park and Tae-woo Choi", "Suresh Patil alias Pintu", "Ann Lee KC": two of whom
 * the tagger made one, and what is no part of a name. */
static void
part_persons (const HsReading *self,
              GArray          *tagged)
{
  for (guint i = 0; i < tagged->len; i++)
    {
      HsTagged *one = &g_array_index (tagged, HsTagged, i), second = *one;
      guint end = one->end;

      if (one->kind != HS_MENTION_PERSON &&
          !(one->kind == HS_MENTION_ORGANISATION && hs_token_in (hs_reading_token (self, one->first),
                                                                 HS_IN (HS_LIST_GIVEN_NAMES))))
        continue;
      one->end = hs_mentions_person_end (self, one->first, end);
      if (one->end == end || hs_reading_is_capital (self, one->end))
        continue;
      /* "Karim Souaid and Middle East Airlines": somebody and a body; "Ernst and Young" is one */
      if (one->kind == HS_MENTION_ORGANISATION && hs_token_is (hs_reading_token (self, one->end), "and"))
        {
          if (!is_somebody_and_body (self, one, end))
            {
              one->end = end;
              continue;
            }
        }
      else
        second.kind = HS_MENTION_PERSON;
      second.first = one->end + 1;
      one->kind = HS_MENTION_PERSON;
      g_array_insert_val (tagged, i + 1, second);
    }
}

static void
part_bodies (const HsReading *self,
             GArray          *tagged)
{
  for (guint i = 0; i < tagged->len; i++)
    {
      HsTagged second = g_array_index (tagged, HsTagged, i);
      guint first = second_body (self, &second), place = second_place (self, &second);

      if (place > 0)
        {
          first = place;
          second.kind = HS_MENTION_PLACE;
          g_array_index (tagged, HsTagged, i).kind = HS_MENTION_PLACE;
        }
      if (first == 0)
        continue;
      second.first = first;
      g_array_index (tagged, HsTagged, i).end = first - 1;
      g_array_insert_val (tagged, i + 1, second);
    }
}

/* Whether a find of the rules that the tagger has nothing to say to stays. */
static gboolean
stays (const HsFound *found)
{
  if (!is_tagged_kind (found->kind) || found->confidence >= STAYS)
    return TRUE;
  /* a country nobody has heard of: its neighbours told what it is */
  return found->kind == HS_MENTION_NATIONALITY ||
         (found->kind == HS_MENTION_PLACE && found->end == found->first + 1) ||
         (found->kind == HS_MENTION_PERSON && found->end > found->first + 1);
}

/**
 * hs_mentions_merge:
 * @self: an article whose rules have run
 * @tagger: a trained tagger
 *
 * Puts what @tagger finds in the place of what the rules only guessed.
 */
void
hs_mentions_merge (HsReading      *self,
                   const HsTagger *tagger)
{
  g_autoptr (GArray) tagged = hs_tagger_read (tagger, self);
  g_autofree guint8 *dropped = g_new0 (guint8, self->found->len + 1);
  Merger m = { self, g_array_new (FALSE, FALSE, sizeof (HsFound)), dropped };

  join_ampersands (self, tagged);
  part_bodies (self, tagged);
  part_persons (self, tagged);
  for (guint i = 0; i < tagged->len; i++)
    take_tagged (&m, &g_array_index (tagged, HsTagged, i));
  for (guint f = 0; f < self->found->len; f++)
    {
      const HsFound *found = &g_array_index (self->found, HsFound, f);

      if (!dropped[f] && stays (found))
        g_array_append_vals (m.kept, found, 1);
    }
  g_array_unref (self->found);
  self->found = m.kept;
  hs_reading_index_found (self);
}
