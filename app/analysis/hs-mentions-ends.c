/* hs-mentions-ends.c: bodies whose names go on where others end
 *
 * "St Mary’s Hospital", "Bloemfontein Magistrate’s Court" have an owner within them;
 * "RAB-1" a number; "Sialkot Securities (Pvt) Ltd" the letters of its kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <string.h>

/* How sure a name is that was put together here. */
#define JOINED .8

#define LONGEST_OWNER 5

static gboolean
is_one_of (const HsReading    *self,
           guint               i,
           const char * const *words)
{
  return g_strv_contains (words, hs_reading_token (self, i)->fold);
}

/* "Hospital", "Court": one past the capital that ends what belongs to an owner; @i: none. */
static guint
house_end (const HsReading *self,
           guint            i,
           guint            end)
{
  static const char *const houses[] = { "hospital", "court", "prison", "school", "college", "church", "cathedral",
                                        "basilica", "university", "office", "chambers", "institute", "division",
                                        "academy", "centre", "center", "union", "association", "clinic", "hospice",
                                        "abbey", "park", "council", "party", "federation", "congregation", NULL };

  for (guint k = i; k < end && k < i + 4 && hs_reading_is_capital (self, k); k++)
    if (is_one_of (self, k, houses) && (k + 1 >= end || !hs_reading_is_capital (self, k + 1)))
      return k + 1;
  return i;
}

/* Where the name begins that an owner before the clitic @i is part of: a saint, an office,
 * many; @i: its owner is another name. */
static guint
owner_begin (const HsReading *self,
             guint            i,
             guint            begin)
{
  static const char *const owners[] = { "magistrate", "magistrates", "prosecutor", "prosecutors", "attorney-general",
                                        "general", "president", "mayor", "governor", "women", "men", "girls", "boys",
                                        "children", "teachers", "workers", "veterans", "people", "peoples", "king",
                                        "queen", "bishop", "coroner", "sheriff", "ombudsman", "speaker", "lawyers",
                                        "farmers", "traders", "drivers", "nurses", "students", NULL };
  static const char *const saints[] = { "st", "st.", "saint", "saints", "our", NULL };
  gboolean saint = i > begin + 1 && is_one_of (self, i - 2, saints) && hs_reading_is_capital (self, i - 2);
  guint first = i - 1;

  if (!hs_reading_is_capital (self, i - 1) || (!saint && !is_one_of (self, i - 1, owners)))
    return i;
  if (saint)
    return i - 2;
  /* "European Public", "Bloemfontein" */
  while (first > begin && i - first < LONGEST_OWNER &&
         ((hs_reading_is_capital (self, first - 1) &&
           !hs_token_in (hs_reading_token (self, first - 1), HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CALENDAR)) &&
           !((hs_reading_token (self, first - 1)->flags & HS_TOKEN_FIRST) != 0 &&
             hs_token_in (hs_reading_token (self, first - 1), HS_IN (HS_LIST_COMMON)) &&
             !hs_token_in (hs_reading_token (self, first - 1), HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES)))) ||
          (first > begin + 1 && hs_token_is (hs_reading_token (self, first - 1), "-") &&
           !(hs_reading_token (self, first)->flags & HS_TOKEN_SPACED) && hs_reading_is_capital (self, first - 2))))
    first--;
  return first;
}

/* "President’s Office" alone is an office of whoever presides, but written so it is a body. */
static void
join_owned (HsReading *self,
            guint8    *dropped,
            GArray    *joined,
            guint      i,
            guint      begin,
            guint      end)
{
  HsFound whole = { 0, 0, HS_MENTION_ORGANISATION, HS_LEVEL_NAME, JOINED, NULL, NULL, HS_NO_INDEX, FALSE };
  const HsFound *last;

  if (i == begin || hs_reading_token (self, i)->kind != HS_TOKEN_CLITIC || i + 1 >= end)
    return;
  whole.end = house_end (self, i + 1, end);
  whole.first = owner_begin (self, i, begin);
  if (whole.end == i + 1 || whole.first == i)
    return;
  /* "Public Prosecutor’s Office of Kenya" was found whole */
  last = hs_reading_found_at (self, whole.end - 1);
  if (last != NULL && (last->end > whole.end || last->first <= whole.first || last->canonical != NULL))
    return;
  for (guint k = whole.first; k < whole.end; k++)
    {
      const HsFound *found = hs_reading_found_at (self, k);

      if (found != NULL && (found->first < whole.first || found->end > whole.end))
        return;
    }
  for (guint k = whole.first; k < whole.end; k++)
    if (hs_reading_found_at (self, k) != NULL)
      dropped[self->found_at[k] - 1] = TRUE;
  g_array_append_val (joined, whole);
}

/* "(Pty) Ltd", "A.Ş.", "-1": one past what still belongs to the body that ends at @i. */
static guint
kind_end (const HsReading *self,
          guint            i,
          guint            end)
{
  static const char *const forms[] = { "ltd", "ltd.", "limited", "llc", "inc", "inc.", "plc", "gmbh", "ag", "co", "co.",
                                       "corp", "corp.", "s.a.", "a.ş.", "a.s.", "s.p.a.", "n.v.", "pjsc", "jsc", "ojsc",
                                       "bhd", "llp", "sdn", "tbk", "gmbh", "oyj", "asa", NULL };
  static const char *const bracketed[] = { "pty", "pvt", "private", "m", "malaysia", "u", NULL };
  guint next = i;

  if (next + 2 < end && hs_token_is (hs_reading_token (self, next), "(") && is_one_of (self, next + 1, bracketed) &&
      hs_token_is (hs_reading_token (self, next + 2), ")") && next + 3 < end && is_one_of (self, next + 3, forms))
    next += 3;
  else if (next + 1 < end && hs_token_is (hs_reading_token (self, next), ",") && is_one_of (self, next + 1, forms) &&
           hs_reading_is_capital (self, next + 1))
    next++;
  while (next < end && hs_reading_is_capital (self, next) && is_one_of (self, next, forms))
    next++;
  return next > i && is_one_of (self, next - 1, forms) ? next : i;
}

static void
stretch (HsReading *self,
         HsFound   *found)
{
  const HsSentence *sentence = &g_array_index (self->sentences, HsSentence,
                                               hs_reading_token (self, found->first)->sentence);
  const HsToken *last = hs_reading_token (self, found->end - 1);
  guint next = found->end;

  if (found->kind != HS_MENTION_ORGANISATION)
    return;
  next = kind_end (self, next, sentence->end);
  /* "RAB-1", "DPWH-11" */
  if (next == found->end && found->end == found->first + 1 && (last->flags & HS_TOKEN_UPPER) != 0 &&
      next + 1 < sentence->end && hs_token_is (hs_reading_token (self, next), "-") &&
      !(hs_reading_token (self, next)->flags & HS_TOKEN_SPACED) &&
      !(hs_reading_token (self, next + 1)->flags & HS_TOKEN_SPACED) &&
      hs_reading_token (self, next + 1)->kind == HS_TOKEN_NUMBER &&
      strlen (hs_reading_token (self, next + 1)->fold) < 4)
    next += 2;
  for (guint i = found->end; i < next; i++)
    if (self->found_at[i] != 0)
      return;
  found->end = next;
}

/**
 * hs_mentions_ends:
 * @self: an article whose names have been found once
 *
 * Lets the names of bodies go on past an owner within them, a number, or the letters of
 * their kind.
 */
void
hs_mentions_ends (HsReading *self)
{
  g_autofree guint8 *dropped = g_new0 (guint8, self->found->len + 1);
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (HsFound));

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (!part->skipped && !part->title_case)
        for (guint i = sentence->first; i < sentence->end; i++)
          join_owned (self, dropped, joined, i, sentence->first, sentence->end);
    }
  for (guint f = 0; f < self->found->len; f++)
    if (!dropped[f])
      {
        HsFound *found = &g_array_index (self->found, HsFound, f);

        stretch (self, found);
        g_array_append_val (joined, *found);
      }
  g_array_unref (self->found);
  self->found = joined;
  hs_reading_index_found (self);
}
