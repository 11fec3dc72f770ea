/* hs-mentions-beside.c: names that an office or an act beside them says what they are
 *
 * "Kataeb chief Samy Gemayel", "Machakos Governor Alice Ndeti", "told Bernama", "Fincantieri
 * said it": a name that the tagger left out or guessed at, beside words that only a body, a
 * place or an outlet has. A second round after the nouns of hs-mentions-told.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* What the tagger is as sure of as this stays what it is. */
#define SURE .93

/* How sure a name is that was told here. */
#define TOLD .7

#define LONGEST_NAME 4

typedef struct
{
  HsReading *reading;   /* (unowned) */
  GArray *told;         /* (owned) (element-type HsFound) */
  guint8 *dropped;      /* (owned): of each find, whether another stands in its place */
  guint told_to;        /* one past the last token told of */
} Beside;

static const HsToken *
token_at (const HsReading *self,
          guint            i)
{
  return hs_reading_token (self, i);
}

static gboolean
is_one_of (const HsReading    *self,
           guint               i,
           const char * const *words)
{
  return g_strv_contains (words, token_at (self, i)->fold);
}

/* A word that may be part of a name nobody knows: a capital, and no title, people, day,
 * or word that only begins the sentence. */
static gboolean
may_be_name (const HsReading *self,
             guint            i)
{
  const HsToken *token = token_at (self, i);

  if (!hs_reading_is_capital (self, i) || token->kind != HS_TOKEN_WORD ||
      hs_token_in (token, HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_CALENDAR) |
                          HS_IN (HS_LIST_PRONOUNS) | HS_IN (HS_LIST_ORG_FIELDS) | HS_IN (HS_LIST_ROLES)))
    return FALSE;
  if (hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS)) && !(token->flags & HS_TOKEN_UPPER))
    return FALSE;
  /* "Maoist", "Shi’ite", "Andalusian": of what they are */
  if (g_str_has_suffix (token->fold, "ist") || g_str_has_suffix (token->fold, "ite") ||
      g_str_has_suffix (token->fold, "ian") || g_str_has_suffix (token->fold, "ese") ||
      g_str_has_suffix (token->fold, "ish"))
    return FALSE;
  return !(token->flags & HS_TOKEN_FIRST) || (token->flags & HS_TOKEN_UPPER) ||
         !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_CUES));
}

/* Whether what was found there may be told better. */
static gboolean
is_open (const HsReading *self,
         guint            i)
{
  const HsFound *found = hs_reading_found_at (self, i);

  return found == NULL ||
         (found->confidence < SURE && found->canonical == NULL && found->role == NULL && !found->outlet &&
          (found->kind == HS_MENTION_PERSON || found->kind == HS_MENTION_PLACE ||
           found->kind == HS_MENTION_ORGANISATION || found->kind == HS_MENTION_UNSURE));
}

static gboolean
is_given (const HsReading *self,
          guint            i)
{
  return hs_token_in (token_at (self, i), HS_IN (HS_LIST_GIVEN_NAMES)) &&
         !(token_at (self, i)->flags & HS_TOKEN_UPPER);
}

static gboolean
is_tie (const HsReading *self,
        guint            i)
{
  return hs_token_is (token_at (self, i), "-") && !(token_at (self, i)->flags & HS_TOKEN_SPACED) &&
         i + 1 < self->tokens->len && !(token_at (self, i + 1)->flags & HS_TOKEN_SPACED);
}

/* Where the name that ends before @end begins, not before @begin; @end: there is none. */
static guint
name_before (const HsReading *self,
             guint            begin,
             guint            end)
{
  guint first = end;

  while (first > begin && end - first < LONGEST_NAME)
    {
      if (may_be_name (self, first - 1) && is_open (self, first - 1))
        first--;
      else if (first < end && first > begin + 1 && is_tie (self, first - 1) && may_be_name (self, first - 2))
        first -= 2;
      else
        break;
    }
  /* what goes on to the left is another name, or more of this one */
  if (first > begin && (hs_reading_is_capital (self, first - 1) || is_tie (self, first - 1)) &&
      !hs_token_in (token_at (self, first - 1), HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_DEMONYMS) |
                                                  HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CALENDAR)) &&
      hs_reading_found_at (self, first - 1) == NULL)
    return end;
  return first;
}

/* Where the name that begins at @first ends; @first: there is none. */
static guint
name_after (const HsReading *self,
            guint            first,
            guint            end)
{
  guint next = first;

  while (next < end && next - first < LONGEST_NAME)
    {
      if (may_be_name (self, next) && is_open (self, next))
        next++;
      else if (next > first && next + 1 < end && is_tie (self, next) && hs_reading_is_capital (self, next + 1))
        next += 2;
      else
        break;
    }
  return next < end && hs_reading_is_capital (self, next) ? first : next;
}

/* Notes that [first, end) is of @kind, in the place of what was guessed there. */
static void
note (Beside        *b,
      guint          first,
      guint          end,
      HsMentionKind  kind,
      gboolean       outlet)
{
  const HsReading *self = b->reading;
  HsFound told = { first, end, kind, HS_LEVEL_NAME, TOLD, NULL, NULL, HS_NO_INDEX, outlet };

  if (first < b->told_to)
    return;
  for (guint i = first; i < end; i++)
    {
      const HsFound *found = hs_reading_found_at (self, i);

      if (found == NULL)
        continue;
      if (found->first < first || found->end > end)
        return;
      if (found->first == first && found->end == end && found->kind == kind && found->confidence >= TOLD)
        return;
    }
  for (guint i = first; i < end; i++)
    if (hs_reading_found_at (self, i) != NULL)
      b->dropped[self->found_at[i] - 1] = TRUE;
  b->told_to = end;
  g_array_append_val (b->told, told);
}

/* "Kataeb chief Samy Gemayel", "the Maersk spokesman said": whoever has such people is a body. */
static void
beside_office (Beside *b,
               guint   i,
               guint   begin,
               guint   end)
{
  static const char *const offices[] = { "leader", "chief", "boss", "chair", "chairman", "chairwoman", "chairperson",
                                         "spokesman", "spokeswoman", "spokesperson", "secretary-general", "supremo",
                                         "coach", "captain", "striker", "midfielder", "defender", "goalkeeper",
                                         "winger", "ceo", "executive", "executives", "founder", "co-founder", "emir",
                                         "shareholders", "shares", "lawmaker", "lawmakers", "fans", "president",
                                         "vice-president", "director", "manager", "general", "deputy", "chieftain",
                                         "economist", "analyst", "employee", "employees", "members", "supporters",
                                         "politician", "candidate", "board", "subsidiary", "unit", NULL };
  /* these want somebody's name behind them, or a verb of speech */
  static const char *const vague[] = { "general", "deputy", "director", "manager", "president", "chief", "boss",
                                       "candidate", "executive", "captain", "board", "unit", "leader", "members",
                                       "economist", "analyst", "politician", NULL };
  const HsReading *self = b->reading;
  guint first, next = i + 1;

  if (i == begin || !hs_reading_is_capital (self, i - 1) || !is_one_of (self, i, offices) ||
      (hs_reading_is_capital (self, i) && !(token_at (self, i - 1)->flags & HS_TOKEN_UPPER)))
    return;
  /* "chief executive", "general secretary", "leader and" */
  while (next < end && next < i + 3 && !hs_reading_is_capital (self, next) &&
         hs_token_in (token_at (self, next), HS_IN (HS_LIST_ROLES)))
    next++;
  if (is_one_of (self, i, vague) && next < end && !hs_reading_is_capital (self, next) &&
      !hs_token_in (token_at (self, next), HS_IN (HS_LIST_CUES)) && !hs_token_is (token_at (self, next), ","))
    return;
  first = name_before (self, begin, i);
  if (first == i || (i == first + 1 && is_given (self, first) && !hs_token_is (token_at (self, i), "shares")))
    return;
  if (is_given (self, first) && i > first + 1)
    return;
  note (b, first, i, HS_MENTION_ORGANISATION, FALSE);
}

/* "Machakos Governor Alice Ndeti", "Gilgil police commander": of what place somebody is. */
static void
beside_place_office (Beside *b,
                     guint   i,
                     guint   begin,
                     guint   end)
{
  static const char *const offices[] = { "governor", "gov.", "gov", "mayor", "mp", "mla", "mna", "mpa", "mca",
                                         "senator",
                                         "sen.", "regent", "councillor", "bishop", "archbishop", "prefect", "rep",
                                         "woman", "dc", "commissioner", NULL };
  /* "Kalvin mayor Irina Orlenko" */
  static const char *const small[] = { "mayor", "governor", "councillor", "prefect", NULL };
  const HsReading *self = b->reading;
  guint first, next = i + 1;

  if (i == begin || !hs_reading_is_capital (self, i - 1) ||
      !is_one_of (self, i, hs_reading_is_capital (self, i) ? offices : small))
    return;
  if (hs_token_is (token_at (self, i), "woman"))
    {
      if (next >= end || !g_str_has_prefix (token_at (self, next)->fold, "rep"))
        return;
      next++;
    }
  if (next >= end || !hs_reading_is_capital (self, next))
    return;
  first = name_before (self, begin, i);
  if (first == i || i - first > 2 || (token_at (self, i - 1)->flags & HS_TOKEN_UPPER) != 0 ||
      (i == first + 1 && is_given (self, first)))
    return;
  for (guint k = first; k < i; k++)
    if (hs_token_in (token_at (self, k), HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_ORG_HEADS)))
      return;
  note (b, first, i, HS_MENTION_PLACE, FALSE);
}

/* "told Bernama.", "reports BSS": who is told the news and nobody knows is an outlet. */
static void
beside_told (Beside *b,
             guint   i,
             guint   end)
{
  static const char *const verbs[] = { "told", "tells", NULL };
  static const char *const after[] = { ",", ".", "on", "that", "in", "by", "at", "yesterday", "during", "he", "she",
                                       "there", "as", "this", NULL };
  const HsReading *self = b->reading;
  guint first = i + 1, next;

  if (!is_one_of (self, i, verbs) || first >= end)
    return;
  if (hs_token_is (token_at (self, first), "the") && first + 1 < end)
    first++;
  next = name_after (self, first, end);
  if (next == first || next > first + 2 || next >= end || !is_one_of (self, next, after))
    return;
  for (guint k = first; k < next; k++)
    {
      const HsFound *found = hs_reading_found_at (self, k);

      if (is_given (self, k) || (found != NULL && (found->kind == HS_MENTION_PLACE || first == i + 1) &&
                                 found->kind != HS_MENTION_ORGANISATION))
        return;
    }
  note (b, first, next, HS_MENTION_ORGANISATION, TRUE);
}

/* "Fincantieri said it would", "Iberdrola, which": one that is an "it" is nobody. */
static void
beside_it (Beside *b,
           guint   i,
           guint   begin,
           guint   end)
{
  const HsReading *self = b->reading;
  guint first;
  gboolean says = hs_token_is (token_at (self, i), "said") || hs_token_is (token_at (self, i), "says") ||
                  hs_token_is (token_at (self, i), "announced") || hs_token_is (token_at (self, i), "confirmed");

  if (i == begin || i + 1 >= end || !says || !hs_token_is (token_at (self, i + 1), "it") ||
      !hs_reading_is_capital (self, i - 1))
    return;
  /* "Ortiz said it was cold" is of the weather */
  if (i + 2 >= end || !(hs_token_is (token_at (self, i + 2), "would") || hs_token_is (token_at (self, i + 2), "will") ||
                        hs_token_is (token_at (self, i + 2), "had") || hs_token_is (token_at (self, i + 2), "has") ||
                        hs_token_is (token_at (self, i + 2), "plans") ||
                        hs_token_is (token_at (self, i + 2), "planned") ||
                        hs_token_is (token_at (self, i + 2), "expects")))
    return;
  first = name_before (self, begin, i);
  if (first == i)
    return;
  for (guint k = first; k < i; k++)
    if (is_given (self, k) || (hs_reading_found_at (self, k) != NULL &&
                               hs_reading_found_at (self, k)->kind == HS_MENTION_PLACE))
      return;
  note (b, first, i, HS_MENTION_ORGANISATION, FALSE);
}

/* Whether the sentence tells of a game: a score, or words of one. */
static gboolean
is_of_a_game (const HsReading *self,
              guint            begin,
              guint            end)
{
  static const char *const words[] = { "goal", "goals", "striker", "midfielder", "goalkeeper", "match", "league",
                                       "half-time", "halftime", "penalty", "innings", "wickets", "playoffs", "derby",
                                       "equaliser", "equalizer", "touchdown", "semi-final", "semifinal",
                                       "quarter-final", "champions", "fixture", "kick-off", "scored", "points",
                                       "stadium", NULL };
  guint scores = 0;

  for (guint i = begin; i < end; i++)
    {
      const char *fold = token_at (self, i)->fold;

      if (g_strv_contains (words, fold))
        return TRUE;
      /* several are of sets, which one person wins of another */
      scores += i + 2 < end && token_at (self, i)->kind == HS_TOKEN_NUMBER && strlen (fold) <= 3 &&
                (hs_token_is (token_at (self, i + 1), "-") || hs_token_is (token_at (self, i + 1), "–")) &&
                token_at (self, i + 2)->kind == HS_TOKEN_NUMBER && strlen (token_at (self, i + 2)->fold) <= 3;
    }
  return scores == 1;
}

/* "Boca Juniors beat Argentinos Juniors 2-1": who plays whom, and is nobody by a given name. */
static void
beside_game (Beside *b,
             guint   i,
             guint   begin,
             guint   end)
{
  static const char *const verbs[] = { "beat", "beats", "defeated", "thrashed", "edged", "stunned", "hosted", "hosts",
                                       "hammered", "downed", "trounced", "overcame", "visit", "face", "play", NULL };
  static const char *const pairs[] = { "lost", "drew", "draw", "level", "loss", "win", "victory", "defeat", NULL };
  static const char *const links[] = { "to", "with", "against", "over", "at", NULL };
  const HsReading *self = b->reading;
  guint first = i, next = i + 1, last;

  if (is_one_of (self, i, pairs) && next < end)
    {
      /* "drew 0-0 with" */
      while (next < end && next < i + 5 && !is_one_of (self, next, links))
        next++;
      if (next >= end || !is_one_of (self, next, links))
        return;
      next++;
    }
  else if (!is_one_of (self, i, verbs))
    return;
  if (!is_of_a_game (self, begin, end))
    return;
  while (first > begin && (hs_token_in (token_at (self, first - 1), HS_IN (HS_LIST_CUES)) ||
                           hs_token_is (token_at (self, first - 1), "a")) && !hs_reading_is_capital (self, first - 1))
    first--;
  last = first;
  first = name_before (self, begin, last);
  if (first < last && !is_given (self, first))
    note (b, first, last, HS_MENTION_ORGANISATION, FALSE);
  if (next < end && (hs_token_is (token_at (self, next), "the") || hs_token_is (token_at (self, next), "champions")))
    next++;
  last = name_after (self, next, end);
  if (last > next && !is_given (self, next))
    note (b, next, last, HS_MENTION_ORGANISATION, FALSE);
}

/* "a stake in Fincantieri", "shares of Engro": what has shares is a firm. */
static void
beside_shares (Beside *b,
               guint   i,
               guint   end)
{
  static const char *const shares[] = { "stake", "stakes", "shares", "shareholders", "investors", "shareholder", NULL };
  const HsReading *self = b->reading;
  gboolean stake = hs_token_is (token_at (self, i), "stake") || hs_token_is (token_at (self, i), "stakes");
  guint next;

  if (!is_one_of (self, i, shares) || i + 2 >= end ||
      !(hs_token_is (token_at (self, i + 1), "in") || hs_token_is (token_at (self, i + 1), "of")))
    return;
  next = name_after (self, i + 2, end);
  for (guint k = i + 2; k < next; k++)
    if (is_given (self, k) || (!stake && hs_reading_found_at (self, k) != NULL &&
                               hs_reading_found_at (self, k)->kind == HS_MENTION_PLACE))
      return;
  if (next > i + 2)
    note (b, i + 2, next, HS_MENTION_ORGANISATION, FALSE);
}

/**
 * hs_mentions_beside:
 * @self: an article whose names have been found once
 *
 * Lets the offices and acts beside them say what names are that nobody knows.
 */
void
hs_mentions_beside (HsReading *self)
{
  g_autofree guint8 *dropped = g_new0 (guint8, self->found->len + 1);
  Beside b = { self, g_array_new (FALSE, FALSE, sizeof (HsFound)), dropped, 0 };

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped || part->title_case)
        continue;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          beside_office (&b, i, sentence->first, sentence->end);
          beside_place_office (&b, i, sentence->first, sentence->end);
          beside_told (&b, i, sentence->end);
          beside_it (&b, i, sentence->first, sentence->end);
          beside_game (&b, i, sentence->first, sentence->end);
          beside_shares (&b, i, sentence->end);
        }
    }
  for (guint f = 0; f < self->found->len; f++)
    if (!dropped[f])
      g_array_append_val (b.told, g_array_index (self->found, HsFound, f));
  g_array_unref (self->found);
  self->found = b.told;
  hs_reading_index_found (self);
}
