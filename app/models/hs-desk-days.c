/* hs-desk-days.c: words for a time, as days
 *
 * Only what a day can be told from: a date, a month, a year, a day of the week,
 * today and yesterday. What is counted from the day of writing stays unknown
 * until that day is known; of a day of the week it is the last one up to then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

#include <string.h>

static const char * const months[] = { "january", "february", "march", "april", "may", "june", "july", "august",
                                       "september", "october", "november", "december" };
static const char * const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

/* What the words say, 0 where they do not. */
typedef struct
{
  guint year, month, day, last_day, weekday;
  gboolean relative;  /* today, yesterday or tomorrow … */
  int days;           /* … so many days off */
  gboolean next;
  gboolean strange;   /* something it cannot be told from */
} Said;

static guint
find_name (const char        *word,
           const char *const *names,
           guint              n)
{
  gsize length = strlen (word);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (word, names[i]) || (length >= 3 && length <= 4 && strncmp (word, names[i], length) == 0))
      return i + 1;
  return 0;
}

static void
take_number (Said       *said,
             const char *word)
{
  char *end;
  guint64 number = g_ascii_strtoull (word, &end, 10);
  gboolean ordinal = g_str_equal (end, "st") || g_str_equal (end, "nd") || g_str_equal (end, "rd")
  || g_str_equal (end, "th");

  if (number >= 1000 && number <= 2999 && *end == '\0')
    said->year = number;
  else if (number >= 1 && number <= 31 && (*end == '\0' || ordinal))
    *(said->day == 0 ? &said->day : &said->last_day) = number;
  else
    said->strange = TRUE;
}

static Said
read_words (const char *words)
{
  static const char * const fillers[] = { "on", "in", "the", "of", "at", "from", "to", "and", "between", "until", "by",
                                          "last", "this", "since", "till", "early", "late", "morning", "evening",
                                          "night", "afternoon", NULL };
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) tokens = g_strsplit_set (folded, " \t\n,.–—-", -1);
  Said said = { 0 };

  for (char **t = tokens; *t != NULL; t++)
    {
      guint month = find_name (*t, months, G_N_ELEMENTS (months));
      guint weekday = find_name (*t, weekdays, G_N_ELEMENTS (weekdays));

      if (**t == '\0' || g_strv_contains (fillers, *t))
        continue;
      if (month != 0 && said.month == 0)
        said.month = month;
      else if (weekday != 0)
        said.weekday = weekday;
      else if (g_ascii_isdigit (**t))
        take_number (&said, *t);
      else if (g_str_equal (*t, "today") || g_str_equal (*t, "yesterday") || g_str_equal (*t, "tomorrow"))
        {
          said.relative = TRUE;
          said.days = g_str_equal (*t, "today") ? 0 : g_str_equal (*t, "yesterday") ? -1 : 1;
        }
      else if (g_str_equal (*t, "next"))
        said.next = TRUE;
      else
        said.strange = TRUE;
    }
  return said;
}

/* The year that brings the day nearest to @base. */
static guint
choose_year (const Said  *said,
             const GDate *base)
{
  guint year = g_date_get_year (base);
  int apart = (int) said->month - (int) g_date_get_month (base);

  return apart > 6 ? year - 1 : apart < -6 ? year + 1 : year;
}

static HsDay
make_range (guint year,
            guint month,
            guint first,
            guint last)
{
  HsDay day = { 0 };

  g_date_clear (&day.from, 1);
  g_date_clear (&day.to, 1);
  if (!g_date_valid_dmy (first, month, year) || !g_date_valid_dmy (last, month, year) || last < first)
    return day;
  g_date_set_dmy (&day.from, first, month, year);
  g_date_set_dmy (&day.to, last, month, year);
  day.known = TRUE;
  return day;
}

/* A day counted from @base. */
static HsDay
count_from (const Said  *said,
            const GDate *base)
{
  HsDay day = { .known = TRUE };
  int off = said->days;

  if (said->weekday != 0)
    {
      off = ((int) said->weekday - (int) g_date_get_weekday (base) - 7) % 7;
      if (said->next)
        off += 7;
    }
  day.from = *base;
  if (off < 0)
    g_date_subtract_days (&day.from, -off);
  else
    g_date_add_days (&day.from, off);
  day.to = day.from;
  return day;
}

/**
 * hs_desk_read_day:
 * @words: words for a time
 * @base: (nullable): the day they were written
 *
 * Returns: what they amount to; nothing known for words that are strange or long
 */
HsDay
hs_desk_read_day (const char  *words,
                  const GDate *base)
{
  Said said = read_words (words);
  HsDay unknown = { 0 };

  if (strlen (words) > 80 || said.strange)
    return unknown;
  /* 2020-03-09 */
  if (said.year != 0 && said.month == 0 && said.day != 0 && said.last_day != 0 && said.day <= 12)
    return make_range (said.year, said.day, said.last_day, said.last_day);
  if (said.month != 0)
    {
      guint year = said.year;

      if (year == 0 && base == NULL)
        {
          unknown.wants_day = TRUE;
          return unknown;
        }
      if (year == 0)
        year = choose_year (&said, base);
      if (said.day == 0)
        return make_range (year, said.month, 1, g_date_get_days_in_month (said.month, year));
      return make_range (year, said.month, said.day, said.last_day != 0 ? said.last_day : said.day);
    }
  if (said.weekday != 0 || said.relative)
    {
      if (base != NULL)
        return count_from (&said, base);
      unknown.wants_day = TRUE;
      return unknown;
    }
  if (said.year != 0 && said.day == 0)
    {
      HsDay day = make_range (said.year, 1, 1, 1);

      if (day.known)
        g_date_set_dmy (&day.to, 31, 12, said.year);
      return day;
    }
  return unknown;
}
