/* hs-numbers.c: dates, sums of money, quantities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-mentions-private.h"

#include <stdlib.h>
#include <string.h>

static const char *
calendar_class (const HsToken *token)
{
  return hs_lex_entry_column (token->entry, HS_LIST_CALENDAR, 1);
}

static gboolean
is_class (HsReading  *self,
          guint       i,
          guint       end,
          const char *klass)
{
  return i < end && g_strcmp0 (calendar_class (hs_reading_token (self, i)), klass) == 0;
}

/* "May" begins sentences as a verb, and some are called so: a month has a day, a year,
 * or a word of time before it. */
static gboolean
is_may (HsReading *self,
        guint      i,
        guint      end)
{
  static const char *const before[] = { "in", "last", "next", "this", "since", "until", "till", "by", "of", "early",
                                        "late", "mid", "from", "during", "before", "after", "through", "to", "between",
                                        "past", "every", "each", "-", NULL };
  const HsToken *last;

  if (i + 1 < end && (hs_reading_token (self, i + 1)->kind == HS_TOKEN_NUMBER ||
                      (hs_token_is (hs_reading_token (self, i + 1), ",") && i + 2 < end &&
                       hs_reading_token (self, i + 2)->kind == HS_TOKEN_NUMBER)))
    return TRUE;
  if (i == 0 || (hs_reading_token (self, i)->flags & HS_TOKEN_FIRST) != 0)
    return FALSE;
  last = hs_reading_token (self, i - 1);
  return last->kind == HS_TOKEN_NUMBER || g_strv_contains (before, last->fold) ||
         hs_token_in (last, HS_IN (HS_LIST_NUMERALS)) ||
         (i > 1 && hs_token_is (last, "and") && is_class (self, i - 2, end, "month"));
}

/* "The aide, Sunday Ezeugwu, …", "Jan Kowalski said": some are called so. A word of time
 * before it, or a number after, makes it a day; and "the Sun." is a paper. */
static gboolean
is_somebody (HsReading *self,
             guint      i,
             guint      end)
{
  const HsToken *token = hs_reading_token (self, i), *before, *next, *after;
  guint last = i + 1;

  if (i > 0 && hs_token_is (token, "sun.") && hs_token_is (hs_reading_token (self, i - 1), "the"))
    return TRUE;
  /* "Lee Jun-ho" */
  if (i > 0 && i + 2 < end && hs_reading_is_capital (self, i - 1) &&
      hs_token_is (hs_reading_token (self, i + 1), "-") &&
      !(hs_reading_token (self, i + 1)->flags & HS_TOKEN_SPACED) &&
      hs_reading_token (self, i + 2)->kind == HS_TOKEN_WORD && !hs_reading_is_capital (self, i + 2) &&
      !(hs_reading_token (self, i + 2)->flags & HS_TOKEN_SPACED))
    return TRUE;
  if (i + 2 >= end || (token->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_UPPER | HS_TOKEN_DOTTED)) != HS_TOKEN_CAPITAL)
    return FALSE;
  next = hs_reading_token (self, last);
  if (!hs_reading_is_capital (self, last) || (next->flags & (HS_TOKEN_UPPER | HS_TOKEN_DIGITS)) != 0 ||
      hs_token_in (next, HS_IN (HS_LIST_CALENDAR) | HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES) |
                         HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_GIVEN_NAMES) |
                         HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_ORG_WORDS) | HS_IN (HS_LIST_EVENT_HEADS) |
                         HS_IN (HS_LIST_PLACE_HEADS) | HS_LISTS_GAZETTEER))
    return FALSE;
  while (last < end && hs_reading_is_capital (self, last))
    last++;
  if (last >= end || last > i + 3)
    return FALSE;
  after = hs_reading_token (self, last);
  before = i > 0 && !(token->flags & HS_TOKEN_FIRST) ? hs_reading_token (self, i - 1) : NULL;
  if (before != NULL && !hs_token_is (before, ",") && !hs_token_is (before, "and") && !hs_token_is (before, "by") &&
      !hs_token_in (before, HS_IN (HS_LIST_TITLES) | HS_IN (HS_LIST_ROLES)))
    return FALSE;
  return hs_token_is (after, ",") || hs_token_is (after, ".") || hs_token_is (after, "(") ||
         after->kind == HS_TOKEN_CLITIC || hs_token_in (after, HS_IN (HS_LIST_CUES));
}

static gboolean
is_month (HsReading *self,
          guint      i,
          guint      end)
{
  const HsToken *token;

  if (!is_class (self, i, end, "month"))
    return FALSE;
  token = hs_reading_token (self, i);
  if (token->flags & HS_TOKEN_CAPITAL)
    return strcmp (token->fold, "may") != 0 || is_may (self, i, end);
  return i > 0 && strcmp (token->fold, "may") == 0 &&
         (hs_token_is (hs_reading_token (self, i - 1), "in") ||
          hs_token_is (hs_reading_token (self, i - 1), "last"));
}

static gboolean
is_year (const HsToken *token)
{
  int year;

  if (token->kind != HS_TOKEN_NUMBER || strlen (token->fold) != 4)
    return FALSE;
  year = atoi (token->fold);
  return year >= 1400 && year <= 2100;
}

static gboolean
is_day_number (const HsToken *token)
{
  gsize n = strlen (token->fold);
  int day = atoi (token->fold);

  if (!(token->flags & HS_TOKEN_DIGITS) || day < 1 || day > 31)
    return FALSE;
  if (token->kind == HS_TOKEN_NUMBER)
    return n <= 2;
  return n <= 4 && (g_str_has_suffix (token->fold, "st") || g_str_has_suffix (token->fold, "nd") ||
                    g_str_has_suffix (token->fold, "rd") || g_str_has_suffix (token->fold, "th"));
}

static gboolean
is_word (HsReading  *self,
         guint       i,
         guint       end,
         const char *word)
{
  return i < end && hs_token_is (hs_reading_token (self, i), word);
}

/* "Resolution 1487", "Act of 2014". */
static gboolean
numbers_a_law (HsReading *self,
               guint      i)
{
  if (i > 1 && hs_token_is (hs_reading_token (self, i - 1), "of"))
    i--;
  return i > 0 && hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_LAW_HEADS)) &&
         (hs_reading_token (self, i - 1)->flags & HS_TOKEN_CAPITAL) != 0;
}

/* "last year", "next month", "this week", "last Tuesday", "last August". */
static guint
match_relative (HsReading *self,
                guint      i,
                guint      end)
{
  const HsToken *token;

  if (i + 1 >= end ||
      !(is_word (self, i, end, "last") || is_word (self, i, end, "next") || is_word (self, i, end, "this") ||
        is_word (self, i, end, "past")))
    return i;
  token = hs_reading_token (self, i + 1);
  if (is_class (self, i + 1, end, "unit") && !g_str_has_suffix (token->fold, "s") &&
      !hs_token_is (token, "second") && !hs_token_is (token, "minute") && !hs_token_is (token, "quarter"))
    return is_word (self, i, end, "past") ? i : i + 2;
  if (is_month (self, i + 1, end) || is_class (self, i + 1, end, "season") || is_class (self, i + 1, end, "part") ||
      (is_class (self, i + 1, end, "day") && (token->flags & HS_TOKEN_CAPITAL)))
    return is_word (self, i, end, "past") ? i : i + 2;
  return i;
}

/* "a year ago", "two weeks ago", "40 years ago". */
static guint
match_ago (HsReading *self,
           guint      i,
           guint      end)
{
  const HsToken *token = hs_reading_token (self, i);

  if (i + 2 < end && (hs_token_is (token, "a") || hs_token_is (token, "an") || token->kind == HS_TOKEN_NUMBER ||
                      hs_token_in (token, HS_IN (HS_LIST_NUMERALS))) &&
      is_class (self, i + 1, end, "unit") && is_word (self, i + 2, end, "ago"))
    return i + 3;
  return i;
}

/* "Monday morning", "Saturday night". */
static guint
skip_part (HsReading *self,
           guint      i,
           guint      end)
{
  if (is_class (self, i, end, "part") || is_word (self, i, end, "night"))
    return i + 1;
  return i;
}

/* After a month or day: ", 2020", "2020", "of 2014", "last year". */
static guint
match_year_after (HsReading *self,
                  guint      i,
                  guint      end)
{
  guint j = i;

  if (is_word (self, j, end, ",") || is_word (self, j, end, "of"))
    j++;
  if (j < end && is_year (hs_reading_token (self, j)))
    return j + 1;
  if ((is_word (self, i, end, "last") || is_word (self, i, end, "this") || is_word (self, i, end, "next")) &&
      is_word (self, i + 1, end, "year"))
    return i + 2;
  return i;
}

static guint
match_date (HsReading *self,
            guint      i,
            guint      end)
{
  const HsToken *token = hs_reading_token (self, i);

  if (calendar_class (token) != NULL && is_somebody (self, i, end))
    return i;
  if (is_month (self, i, end))
    {
      guint next = i + 1;

      if (next < end && is_day_number (hs_reading_token (self, next)))
        next++;
      return match_year_after (self, next, end);
    }
  if (is_day_number (token) && is_month (self, i + 1, end))
    return match_year_after (self, i + 2, end);
  if (is_day_number (token) && is_word (self, i + 1, end, "of") && is_month (self, i + 2, end))
    return match_year_after (self, i + 3, end);
  /* "the Fifth of January" */
  if (hs_token_in (token, HS_IN (HS_LIST_NUMERALS)) && is_word (self, i + 1, end, "of") &&
      is_month (self, i + 2, end))
    return match_year_after (self, i + 3, end);
  if (is_class (self, i, end, "day") && (token->flags & HS_TOKEN_CAPITAL))
    {
      guint next = i + 1;

      if (is_word (self, next, end, ",") && (is_month (self, next + 1, end) ||
          (next + 2 < end && is_day_number (hs_reading_token (self, next + 1)) &&
           is_month (self, next + 2, end))))
        return match_date (self, next + 1, end);
      return skip_part (self, next, end);
    }
  /* "on Sundays" */
  if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0 && g_str_has_suffix (token->fold, "days"))
    {
      static const char *const days[] = { "mondays", "tuesdays", "wednesdays", "thursdays", "fridays",
                                          "saturdays", "sundays", NULL };

      if (g_strv_contains (days, token->fold))
        return i + 1;
    }
  if (match_relative (self, i, end) != i)
    return match_relative (self, i, end);
  if (match_ago (self, i, end) != i)
    return match_ago (self, i, end);
  /* "Christmas Island" is not on a calendar */
  if (is_class (self, i, end, "holiday") && (token->flags & HS_TOKEN_CAPITAL) &&
      (i + 1 >= end || !hs_token_in (hs_reading_token (self, i + 1), HS_IN (HS_LIST_PLACE_HEADS))))
    return i + 1;
  if (is_year (token) && !numbers_a_law (self, i))
    return i + 1;
  if (token->kind == HS_TOKEN_WORD && strlen (token->fold) == 5 && g_str_has_suffix (token->fold, "0s") &&
      g_ascii_isdigit (token->fold[0]))
    return i + 1;
  if (is_class (self, i, end, "relative"))
    return i + 1;
  return i;
}

static gboolean
is_amount (const HsToken *token)
{
  if (token->kind == HS_TOKEN_NUMBER)
    return TRUE;
  return token->kind == HS_TOKEN_WORD && hs_token_in (token, HS_IN (HS_LIST_NUMERALS));
}

static const char *
unit_class (const HsToken *token)
{
  return hs_lex_entry_column (token->entry, HS_LIST_UNITS, 1);
}

static gboolean
is_currency_sign (const HsToken *token)
{
  static const char *const signs[] = { "$", "€", "£", "¥", "₽", "₹", "₺", "₴", "₪", "₦", "₱", "₩",
                                       "₫", "฿", "₸", "₼", "₾", "₵", "¢", "৳", "₡", "₲", "₨", NULL };

  return token->kind == HS_TOKEN_MARK && g_strv_contains (signs, token->fold);
}

static guint
skip_scale (HsReading *self,
            guint      i,
            guint      end)
{
  if (is_word (self, i, end, "-"))
    {
      if (i + 1 < end && g_strcmp0 (unit_class (hs_reading_token (self, i + 1)), "scale") == 0)
        i++;
    }
  while (i < end && (g_strcmp0 (unit_class (hs_reading_token (self, i)), "scale") == 0 ||
                     (hs_token_in (hs_reading_token (self, i), HS_IN (HS_LIST_NUMERALS)) &&
                      hs_reading_token (self, i)->kind == HS_TOKEN_WORD)))
    i++;
  return i;
}

/* "40bn", "2.5m": an amount with its scale. */
static gboolean
is_scaled (const HsToken *token)
{
  static const char *const scales[] = { "k", "m", "mn", "mln", "b", "bn", "bln", "tn", "trn", NULL };
  const char *p = token->fold;

  if ((token->flags & HS_TOKEN_DIGITS) == 0 || !g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p) || *p == '.' || *p == ',')
    p++;
  return g_strv_contains (scales, p);
}

/* "Rs", "CHF", "Ksh": stands before its amount. */
static gboolean
is_currency_code (const HsToken *token)
{
  const char *class = unit_class (token);

  return token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) != 0 &&
         (g_strcmp0 (class, "currency") == 0 ||
          (g_strcmp0 (class, "money") == 0 && (token->flags & HS_TOKEN_UPPER) != 0 && strlen (token->fold) == 3));
}

/* "Rs500", "N450 million", "R2.5bn": a letter alone needs more than digits to be a currency. */
static guint
match_glued (HsReading *self,
             guint      i,
             guint      end)
{
  static const char *const glued[] = { "n", "r", "p", "k", "rs", "ksh", "sh", "shs", "tsh", "ush", "tk", "rm", "rp",
                                       "ghs", "kes", "ngn", "zar", "php", "inr", "pkr", "chf", "aed", "ugx", "tzs",
                                       "birr", "vnd", "idr", "myr", "sgd", "usd", "eur", "gbp", "jpy", "krw", "cny",
                                       "rmb", "aud", "cad", "nzd", "hkd", "twd", "thb", "lkr", "npr", "bdt", "kzt",
                                       "etb", "egp", "qar", "sar", "sek", "nok", "dkk", "pln", "czk", "huf", NULL };
  const HsToken *token = hs_reading_token (self, i);
  gsize letters = 0;
  g_autofree char *prefix = NULL;
  guint next;

  if (token->kind != HS_TOKEN_WORD || (token->flags & HS_TOKEN_DIGITS) == 0 || (token->flags & HS_TOKEN_CAPITAL) == 0)
    return i;
  while (g_ascii_isalpha (token->fold[letters]))
    letters++;
  prefix = g_strndup (token->fold, letters);
  if (letters == 0 || !g_ascii_isdigit (token->fold[letters]) || !g_strv_contains (glued, prefix))
    return i;
  next = i + 1;
  /* "R18.20", "P1,200,000" */
  while (next + 1 < end && (is_word (self, next, end, ".") || is_word (self, next, end, ",")) &&
         ((hs_reading_token (self, next)->flags | hs_reading_token (self, next + 1)->flags) & HS_TOKEN_SPACED) == 0 &&
         (hs_reading_token (self, next + 1)->kind == HS_TOKEN_NUMBER || is_scaled (hs_reading_token (self, next + 1))))
    next += 2;
  next = skip_scale (self, next, end);
  if (letters == 1 && next == i + 1 && strchr (token->fold, ',') == NULL &&
      !g_str_has_suffix (token->fold, "bn") && !g_str_has_suffix (token->fold, "m"))
    return i;
  return next;
}

/* After an amount: "dollars", "Canadian dollars", "CFA francs", "AED"; @i: nothing. */
static guint
match_currency (HsReading *self,
                guint      i,
                guint      end)
{
  const HsToken *token;
  gboolean of_nation, code;

  if (i >= end)
    return i;
  token = hs_reading_token (self, i);
  of_nation = hs_token_in (token, HS_IN (HS_LIST_DEMONYMS)) || hs_token_is (token, "us");
  code = is_currency_code (token);
  if ((of_nation || code) && i + 1 < end && g_strcmp0 (unit_class (hs_reading_token (self, i + 1)), "money") == 0)
    return i + 2;
  if (g_strcmp0 (unit_class (token), "money") == 0 ||
      (code && (token->flags & HS_TOKEN_UPPER) != 0 && strlen (token->fold) >= 3))
    return i + 1;
  return i;
}

/* "$ 2.5 billion", "US$30m", "2 million dollars", "Rs 500 crore". */
static guint
match_money (HsReading *self,
             guint      i,
             guint      end)
{
  guint next = i, after;

  /* "US$8 million" */
  if (i + 2 < end && hs_reading_token (self, i)->kind == HS_TOKEN_WORD &&
      strlen (hs_reading_token (self, i)->fold) <= 3 && (hs_reading_token (self, i)->flags & HS_TOKEN_CAPITAL) != 0 &&
      is_currency_sign (hs_reading_token (self, i + 1)) && !(hs_reading_token (self, i + 1)->flags & HS_TOKEN_SPACED) &&
      (hs_reading_token (self, i + 2)->flags & HS_TOKEN_DIGITS) != 0)
    return skip_scale (self, i + 3, end);
  if (is_currency_sign (hs_reading_token (self, i)))
    {
      if (i + 1 < end && (hs_reading_token (self, i + 1)->flags & HS_TOKEN_DIGITS))
        return skip_scale (self, i + 2, end);
      return i;
    }
  if (is_currency_code (hs_reading_token (self, i)) && i + 1 < end &&
      (hs_reading_token (self, i + 1)->kind == HS_TOKEN_NUMBER || is_scaled (hs_reading_token (self, i + 1))))
    return skip_scale (self, i + 2, end);
  next = match_glued (self, i, end);
  if (next != i)
    return next;
  if (!is_amount (hs_reading_token (self, i)) && !is_scaled (hs_reading_token (self, i)) &&
      g_strcmp0 (unit_class (hs_reading_token (self, i)), "scale") != 0)
    return i;
  next = skip_scale (self, i + 1, end);
  if (next < end && is_currency_sign (hs_reading_token (self, next)))
    return next + 1;
  after = match_currency (self, next, end);
  return after != next ? after : i;
}

/* "Aster 30 missiles": the number of a model, and none of missiles. */
static gboolean
is_model (HsReading *self,
          guint      i)
{
  const HsToken *name = i > 0 ? hs_reading_token (self, i - 1) : NULL;

  return name != NULL && (name->flags & HS_TOKEN_CAPITAL) != 0 &&
         name->sentence == hs_reading_token (self, i)->sentence && strlen (hs_reading_token (self, i)->fold) <= 3 &&
         g_strcmp0 (hs_lex_entry_column (name->entry, HS_LIST_WEAPONS, 1), "name") == 0;
}

/* "5,200 troops", "50%", "33 kilometers"; a bare number is none. */
static guint
match_quantity (HsReading *self,
                guint      i,
                guint      end)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsLexEntry *unit;
  guint next, n;

  if (!is_amount (token) || is_model (self, i))
    return i;
  next = skip_scale (self, i + 1, end);
  if (next >= end)
    return i;
  if (is_word (self, next, end, "%"))
    return next + 1;
  if (is_word (self, next, end, "-"))
    next++;
  unit = hs_reading_match (self, next, end, HS_IN (HS_LIST_UNITS), &n);
  if (unit != NULL && g_strcmp0 (hs_lex_entry_column (unit, HS_LIST_UNITS, 1), "measure") == 0)
    return next + n;
  if (unit != NULL && g_strcmp0 (hs_lex_entry_column (unit, HS_LIST_UNITS, 1), "count") == 0)
    return next + n;
  /* one adjective between: "5,200 foreign troops" */
  if (next + 1 < end && token->kind == HS_TOKEN_NUMBER &&
      hs_reading_token (self, next)->kind == HS_TOKEN_WORD)
    {
      unit = hs_reading_match (self, next + 1, end, HS_IN (HS_LIST_UNITS), &n);
      if (unit != NULL && g_strcmp0 (hs_lex_entry_column (unit, HS_LIST_UNITS, 1), "count") == 0 &&
          !hs_token_in (hs_reading_token (self, next), HS_IN (HS_LIST_STOP_WORDS)))
        return next + 1 + n;
    }
  return i;
}

static void
find_in_sentence (HsReading        *self,
                  const HsSentence *sentence)
{
  guint i = sentence->first;

  while (i < sentence->end)
    {
      const HsToken *token = hs_reading_token (self, i);
      gboolean glued = i > sentence->first && !(token->flags & HS_TOKEN_SPACED) &&
                       hs_token_is (hs_reading_token (self, i - 1), "-");
      guint next = i;

      if (!glued && token->kind != HS_TOKEN_QUOTE)
        {
          if ((next = match_money (self, i, sentence->end)) != i)
            hs_mentions_add (self, i, next, HS_MENTION_MONEY, 0.95);
          else if ((next = match_date (self, i, sentence->end)) != i)
            hs_mentions_add (self, i, next, HS_MENTION_DATE, 0.95);
          else if ((next = match_quantity (self, i, sentence->end)) != i)
            hs_mentions_add (self, i, next, HS_MENTION_QUANTITY, 0.8);
        }
      i = MAX (next, i + 1);
    }
}

/**
 * hs_numbers_find:
 * @self: an article being read
 *
 * Finds dates, money and quantities.
 */
void
hs_numbers_find (HsReading *self)
{
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);

      if (!g_array_index (self->parts, HsPart, sentence->part).skipped)
        find_in_sentence (self, sentence);
    }
}
