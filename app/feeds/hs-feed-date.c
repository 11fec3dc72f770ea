/* hs-feed-date.c: dates as feeds write them
 *
 * ISO 8601 in all its forms first; whatever else is read word by word, in the
 * order of RFC 822 or of asctime or of neither: what has colons is the time,
 * what names a month is the month, what is left are day and year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-date.h"

#include <stdio.h>
#include <string.h>

#include "hs-feed-date-names.h"

#define MAX_LENGTH 200
#define UNSET -1

typedef struct
{
  int year, month, day;
  int hour, minute, second;
  int offset;           /* minutes east of Greenwich */
  gboolean has_zone;
  gboolean afternoon, forenoon;
  int perhaps_month;    /* what the first word names, which may be a day of the week; 0 none */
} Moment;

/* Exactly @digits digits at *@p, or UNSET. */
static int
take_number (const char **p,
             guint        digits)
{
  int value = 0;

  for (guint i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return UNSET;
      value = value * 10 + ((*p)[i] - '0');
    }
  *p += digits;
  return value;
}

static guint
count_digits (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;
  return n;
}

/* ISO weeks begin on Monday; week 1 holds 4 January (ISO 8601, 3.1.1.23). */
static gboolean
set_ordinal (Moment *m,
             int     day_of_year)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (m->year, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) day = first != NULL ? g_date_time_add_days (first, day_of_year - 1) : NULL;

  if (day == NULL)
    return FALSE;
  g_date_time_get_ymd (day, &m->year, &m->month, &m->day);
  return TRUE;
}

static gboolean
set_week (Moment *m,
          int     week,
          int     day)
{
  g_autoptr (GDateTime) fourth = g_date_time_new_utc (m->year, 1, 4, 0, 0, 0);

  if (fourth == NULL || week < 1 || week > 53 || day < 1 || day > 7)
    return FALSE;
  return set_ordinal (m, 4 - (g_date_time_get_day_of_week (fourth) - 1) + (week - 1) * 7 + day - 1);
}

/* ±hh:mm, ±hhmm, ±hh, ±h, or a name. */
static gboolean
read_zone (Moment     *m,
           const char *p)
{
  int sign, hours, minutes = 0;
  guint digits;

  if (*p != '+' && *p != '-')
    {
      m->has_zone = hs_feed_date_zone (p, &m->offset);
      return m->has_zone;
    }
  sign = *p++ == '-' ? -1 : 1;
  digits = count_digits (p);
  if (digits == 0 || digits > 4)
    return FALSE;
  hours = take_number (&p, digits <= 2 ? digits : digits - 2);
  if (digits > 2)
    minutes = take_number (&p, 2);
  else if (*p == ':' && count_digits (p + 1) >= 2)
    {
      p++;
      minutes = take_number (&p, 2);
    }
  if (hours > 15 || minutes > 59)
    return FALSE;
  m->offset = sign * (hours * 60 + minutes);
  m->has_zone = TRUE;
  return TRUE;
}

/* hh:mm:ss.fff and its shorter forms, hhmmss, then perhaps a zone; @compact:
 * digits without colons are a time. */
static gboolean
read_time (Moment     *m,
           const char *p,
           gboolean    compact)
{
  guint digits = count_digits (p);

  if (digits == 0 || (digits > 2 && !compact))
    return FALSE;
  if (digits > 2)
    {
      m->hour = take_number (&p, 2);
      m->minute = take_number (&p, 2);
      m->second = digits == 6 ? take_number (&p, 2) : 0;
      if (m->minute == UNSET || (digits != 4 && digits != 6))
        return FALSE;
    }
  else
    {
      m->hour = take_number (&p, digits);
      m->minute = m->second = 0;
      if ((*p == ':' || (*p == '.' && !compact)) && count_digits (p + 1) > 0)
        {
          char separator = *p++;

          m->minute = take_number (&p, MIN (count_digits (p), 2));
          if (*p == separator && count_digits (p + 1) > 0)
            {
              p++;
              m->second = take_number (&p, MIN (count_digits (p), 2));
            }
        }
      else if (!compact)
        return FALSE;
    }
  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    p += 1 + count_digits (p + 1);
  while (*p == ' ')
    p++;
  if (*p == '\0')
    return TRUE;
  if (g_ascii_strcasecmp (p, "am") == 0 || g_ascii_strcasecmp (p, "pm") == 0)
    {
      m->afternoon = g_ascii_tolower (*p) == 'p';
      m->forenoon = !m->afternoon;
      return TRUE;
    }
  return read_zone (m, p);
}

/* The calendar part of ISO 8601 at @p; where it ends. */
static const char *
read_iso_date (Moment     *m,
               const char *p)
{
  guint digits = count_digits (p);
  char separator;

  if (digits != 4 && digits != 7 && digits != 8)
    return NULL;
  m->year = take_number (&p, 4);
  if (digits == 8)
    {
      m->month = take_number (&p, 2);
      m->day = take_number (&p, 2);
      return p;
    }
  if (digits == 7)
    return set_ordinal (m, take_number (&p, 3)) ? p : NULL;
  separator = *p;
  if (separator == 'W' || (separator == '-' && p[1] == 'W'))
    {
      gboolean long_form = separator == '-';
      int week, day = 1;

      p += long_form ? 2 : 1;
      week = take_number (&p, 2);
      if (long_form && *p == '-')
        p++;
      if (g_ascii_isdigit (*p))
        day = take_number (&p, 1);
      return week != UNSET && set_week (m, week, day) ? p : NULL;
    }
  if (separator != '-' && separator != '/' && separator != '.')
    return NULL;
  p++;
  if (count_digits (p) == 3)
    return set_ordinal (m, take_number (&p, 3)) ? p : NULL;
  if (count_digits (p) > 0)
    m->month = take_number (&p, MIN (count_digits (p), 2));
  else
    {
      gsize n = strcspn (p, "- /0123456789");
      g_autofree char *word = g_strndup (p, n);

      m->month = hs_feed_date_month (word); /* 2004-július-13 */
      p += n;
    }
  if (*p != separator || count_digits (p + 1) == 0)
    return NULL;
  p++;
  m->day = take_number (&p, MIN (count_digits (p), 2));
  return p;
}

static gboolean
read_iso (Moment     *m,
          const char *p)
{
  p = read_iso_date (m, p);
  if (p == NULL)
    return FALSE;
  if (*p == 'T' || *p == 't' || *p == ' ' || *p == '_')
    for (p++; *p == ' '; p++)
      ;
  else if (*p != '\0')
    return *p == 'Z' && p[1] == '\0';
  return *p == '\0' || read_time (m, p, TRUE);
}

/* Numbers with a separator: 15.09.2006, 09/15/2006, 2006/09/15, 01-02-04. */
static gboolean
read_triple (Moment     *m,
             const char *word)
{
  int a, b, c, used = 0;
  char s, t;

  if (sscanf (word, "%4d%c%2d%c%4d%n", &a, &s, &b, &t, &c, &used) != 5 || word[used] != '\0' || s != t
      || strchr ("/.-", s) == NULL || a < 0 || b < 0 || c < 0)
    return FALSE;
  if (a > 31)
    m->year = a, m->month = b, m->day = c;
  else if (s == '/' && a <= 12)
    m->month = a, m->day = b, m->year = c;
  else
    m->day = a, m->month = b, m->year = c;
  return TRUE;
}

/* Words with hyphens: 01-Jan-2004, Jan-01-2004. */
static void read_word (Moment *m, const char *word, guint index, gboolean comma);

static void
read_parts (Moment     *m,
            const char *word,
            guint       index)
{
  g_auto (GStrv) parts = g_strsplit_set (word, "-/", 4);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && strpbrk (parts[i], "-/") == NULL)
      read_word (m, parts[i], index + i, FALSE);
}

static void
read_number_word (Moment     *m,
                  const char *word,
                  guint       digits)
{
  int value = take_number (&word, digits);

  if (digits <= 2 && m->day == UNSET && value <= 31)
    m->day = value;
  else if (m->year == UNSET)
    m->year = value;
}

/* @comma: a comma follows, as after the day of the week */
static void
read_word (Moment     *m,
           const char *word,
           guint       index,
           gboolean    comma)
{
  guint digits = count_digits (word);
  int month, minutes;

  if (digits > 0 && digits <= 4 && (word[digits] == '\0' || g_ascii_isalpha (word[digits])) && word[digits] != 'T')
    {
      if (g_ascii_strcasecmp (word + digits, "am") == 0 || g_ascii_strcasecmp (word + digits, "pm") == 0)
        (void) read_time (m, word, FALSE);
      else
        read_number_word (m, word, digits); /* also "1st" */
      return;
    }
  if (digits > 0)
    {
      if (strchr (word, ':') != NULL)
        (void) read_time (m, word, FALSE);
      else if (read_triple (m, word))
        ;
      else if (strpbrk (word, "-/") != NULL)
        read_parts (m, word, index);
      else if (m->day != UNSET && word[digits] == '.')
        (void) read_time (m, word, FALSE); /* 08.15 */
      return;
    }
  if (*word == '+' || *word == '-')
    {
      (void) read_zone (m, word);
      return;
    }
  if (g_ascii_strcasecmp (word, "am") == 0 || g_ascii_strcasecmp (word, "pm") == 0)
    {
      m->afternoon = g_ascii_tolower (*word) == 'p';
      m->forenoon = !m->afternoon;
      return;
    }
  if (g_ascii_strncasecmp (word, "gmt", 3) == 0 || g_ascii_strncasecmp (word, "utc", 3) == 0)
    if (word[3] == '+' || word[3] == '-')
      {
        (void) read_zone (m, word + 3);
        return;
      }
  /* a name of a zone counts after the time only: "MET", "mar" and "at" are words too */
  if (m->hour != UNSET && hs_feed_date_zone (word, &minutes))
    {
      m->offset = minutes;
      m->has_zone = TRUE;
      return;
    }
  if (comma && index == 0 && m->day == UNSET)
    {
      /* "Mar, 06 ene": a day of the week, unless no other month follows */
      m->perhaps_month = hs_feed_date_month (word);
      return;
    }
  month = hs_feed_date_month (word);
  if (month > 0 && (m->month == UNSET || index <= 2))
    m->month = month;
  else if (strpbrk (word, "-/") != NULL)
    read_parts (m, word, index);
}

static gboolean
read_words (Moment *m,
            char   *text)
{
  guint index = 0;

  for (char *p = text; *p != '\0';)
    {
      gsize skip = strspn (p, " \t\r\n,;()[]"), n;
      gboolean comma;
      char kept;

      p += skip;
      n = strcspn (p, " \t\r\n,;()[]");
      if (n == 0)
        break;
      kept = p[n];
      comma = kept == ',';
      p[n] = '\0';
      if (n > 1 && p[n - 1] == '.')
        p[n - 1] = '\0'; /* "Jan." */
      read_word (m, p, index++, comma);
      if (kept == '\0')
        break;
      p += n + 1;
    }
  if (m->month == UNSET && m->perhaps_month > 0)
    m->month = m->perhaps_month;
  return m->year != UNSET && m->month > 0 && m->day != UNSET;
}

/* Dates with the signs of East Asia, as the others write them. */
static char *
prepare (const char *text,
         gboolean   *korean)
{
  static const char * const signs[][2] = {
    { "년", "-" }, { "월", "-" }, { "일", " " },  { "年", "-" },    { "月", "-" },    { "日", " " },
    { "오전", " AM " }, { "오후", " PM " }, { "上午", " AM " }, { "下午", " PM " }, { "午前", " AM " },
    { "午後", " PM " }, { "時", ":" }, { "\xc2\xa0", " " },
  };
  g_autoptr (GString) out = NULL;

  *korean = FALSE;
  if (g_str_is_ascii (text))
    return g_strstrip (g_strdup (text));
  out = g_string_new (text);
  *korean = strstr (text, "오") != NULL || strstr (text, "년") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (out->str, signs[i][0]) != NULL)
      {
        (void) g_string_replace (out, signs[i][0], signs[i][1], 0);
        if (*signs[i][1] == '-')
          (void) g_string_replace (out, "- ", "-", 0);
      }
  g_strstrip (out->str);
  out->len = strlen (out->str);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
print_moment (Moment *m)
{
  g_autoptr (GDateTime) local = NULL, utc = NULL;
  gboolean midnight = m->hour == 24 && m->minute == 0 && m->second == 0;

  if (m->year < 0)
    return NULL;
  if (m->year < 100)
    m->year += m->year < 70 ? 2000 : 1900;
  else if (m->year < 200)
    m->year += 1900; /* JavaScript's getYear() */
  if (m->year <= 1000 || m->year >= 9999)
    return NULL; /* digits are missing, or it is a placeholder */
  if (m->hour == UNSET)
    {
      if (!g_date_valid_dmy (m->day, m->month, m->year))
        return NULL;
      return g_strdup_printf ("%04d-%02d-%02d", m->year, m->month, m->day);
    }
  if (m->afternoon && m->hour < 12)
    m->hour += 12;
  else if (m->forenoon && m->hour == 12)
    m->hour = 0;
  local = g_date_time_new_utc (m->year, m->month, m->day, midnight ? 0 : m->hour, m->minute, MIN (m->second, 59));
  if (local == NULL)
    return NULL;
  utc = g_date_time_add_minutes (local, (midnight ? 1440 : 0) - m->offset);
  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* "오후 01:31" and "PM 11:23" name the half of the day before the time. */
static char *
half_day_last (const char *text)
{
  const char *at = strstr (text, " AM "), *rest;

  if (at == NULL)
    at = strstr (text, " PM ");
  if (at == NULL)
    return g_strdup (text);
  rest = at + 4 + strspn (at + 4, " ");
  if (!g_ascii_isdigit (*rest))
    return g_strdup (text);
  return g_strdup_printf ("%.*s %s %.2s", (int) (at - text), text, rest, at + 1);
}

/**
 * hs_feed_date_parse:
 * @text: (nullable): a date as a feed writes it: RFC 822 in all its wild forms,
 *   ISO 8601, asctime, W3CDTF, with the month in many languages
 *
 * A time without a zone is taken for UTC.
 *
 * Returns: (transfer full) (nullable): RFC 3339 in UTC, or a plain date where
 *   there is no time; %NULL when it cannot be read, or does not tell the day
 */
char *
hs_feed_date_parse (const char *text)
{
  const Moment unset = { UNSET, UNSET, UNSET, UNSET, 0, 0, 0, FALSE, FALSE, FALSE, 0 };
  Moment m = unset;
  g_autofree char *prepared = NULL, *plain = NULL;
  gboolean korean;

  if (text == NULL || strlen (text) > MAX_LENGTH || !g_utf8_validate (text, -1, NULL))
    return NULL;
  prepared = prepare (text, &korean);
  plain = half_day_last (prepared);
  if (*plain == '\0')
    return NULL;
  if (count_digits (plain) == 10 && plain[10] == '\0')
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (g_ascii_strtoll (plain, NULL, 10));

      return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
    }
  if (!read_iso (&m, plain))
    {
      m = unset;
      if (!read_words (&m, plain))
        return NULL;
    }
  if (korean && !m.has_zone)
    m.offset = 9 * 60;
  return print_moment (&m);
}
