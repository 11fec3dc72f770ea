/* hs-page-date.c: days as pages write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-date.h"

#include <stdio.h>
#include <string.h>

#include "hs-page-blocks.h"
#include "hs-page-private.h"

/* Names of the months, each a list for that month, as languages write them in
 * dates. A word of at least three letters that begins only names of one month
 * means that month. */
static const char * const months[12] = {
  "january januar jänner jaenner janvier enero gennaio janeiro januari stycznia styczeń января ocak يناير tammikuuta "
  "tammikuu ledna ianuarie",
  "february februar feber février fevrier febrero febbraio fevereiro februari lutego luty февраля şubat فبراير "
  "helmikuuta helmikuu února",
  "march märz maerz mars marzo março marco maart marca marzec марта mart مارس maaliskuuta maaliskuu března martie",
  "april avril abril aprile kwietnia kwiecień апреля nisan أبريل ابريل huhtikuuta huhtikuu dubna aprilie",
  "may mai mayo maggio maio mei maja maj мая mayıs مايو toukokuuta toukokuu května",
  "june juni juin junio giugno junho czerwca czerwiec июня haziran يونيو kesäkuuta kesäkuu června iunie",
  "july juli juillet julio luglio julho lipca lipiec июля temmuz يوليو heinäkuuta heinäkuu července iulie",
  "august août aout agosto augustus augusti sierpnia sierpień августа ağustos أغسطس elokuuta elokuu srpna",
  "september septembre septiembre setiembre settembre setembro września wrzesień сентября eylül سبتمبر syyskuuta "
  "syyskuu září septembrie",
  "october oktober octobre octubre ottobre outubro października październik октября ekim أكتوبر lokakuuta lokakuu "
  "října octombrie", "november novembre noviembre novembro listopada listopad ноября kasım نوفمبر marraskuuta "
                     "marraskuu listopadu noiembrie",
  "december dezember décembre decembre diciembre dicembre dezembro grudnia grudzień декабря aralık ديسمبر joulukuuta "
  "joulukuu prosince decembrie",
};

#define YEAR "((?:19|20)\\d\\d)(?!\\d)"

/* In the order of the enumeration. */
static const char * const patterns[] = {
  "(?<![\\d/.-])((?:19|20)\\d\\d)[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\\d|3[01])(?!\\d)",
  "(?<![\\d/.-])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)\\d\\d|\\d\\d)(?![\\d.])",
  "(?<![\\d/.-])(\\d{1,2})[/-](\\d{1,2})[/-]" YEAR,
  "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.)?[\\s-]+(?:de\\s+|of\\s+)?(\\p{L}{3,14})\\.?,?[\\s-]+(?:de\\s+"
  "|del\\s+)?" YEAR, "(?<!\\p{L})(\\p{L}{3,14})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+" YEAR,
  "((?:19|20)\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日",
};
enum
{
  YEAR_MONTH_DAY,
  DOTTED,
  SLASHED,
  DAY_NAME_YEAR,
  NAME_DAY_YEAR,
  HAN,
  N_PATTERNS
};

static GRegex *
pattern_regex (guint i)
{
  static GRegex *regexes[N_PATTERNS];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint k = 0; k < N_PATTERNS; k++)
        regexes[k] = g_regex_new (patterns[k], G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&done, 1);
    }
  return regexes[i];
}

/* The month, 1 to 12, that @word means; 0 when none or more than one. */
static guint
month_of (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);
  gsize length = strlen (folded);
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      for (const char *p = months[i]; p != NULL; p = strchr (p, ' '))
        {
          p += *p == ' ';
          if (strncmp (p, folded, length) != 0)
            continue;
          if (p[length] == ' ' || p[length] == '\0')
            return i + 1;
          if (found != 0 && found != i + 1)
            return 0;
          found = i + 1;
        }
    }
  return found;
}

static gboolean
is_day (guint year,
        guint month,
        guint day)
{
  return year >= 1990 && year < 2100 && g_date_valid_dmy (day, month, year);
}

/* What a match of pattern @i says; 3/4/2020 may be in March or in April, and
 * then says nothing where English is written. */
static gboolean
read_match (guint       i,
            GMatchInfo *match,
            const char *language,
            guint       date[3])
{
  g_autofree char *a = g_match_info_fetch (match, 1), *b = g_match_info_fetch (match, 2),
  *c = g_match_info_fetch (match, 3);
  guint x = g_ascii_strtoull (a, NULL, 10), y = g_ascii_strtoull (b, NULL, 10), z = g_ascii_strtoull (c, NULL, 10);
  gboolean english = language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0;

  switch (i)
    {
    case YEAR_MONTH_DAY:
    case HAN:
      date[0] = x, date[1] = y, date[2] = z;
      break;
    case DOTTED:
      date[0] = z < 100 ? 2000 + z : z, date[1] = y, date[2] = x;
      break;
    case SLASHED:
      if (english && x <= 12 && y <= 12 && x != y)
        return FALSE;
      date[0] = z, date[1] = y > 12 ? x : y, date[2] = y > 12 ? y : x;
      break;
    case DAY_NAME_YEAR:
      date[0] = z, date[1] = month_of (b), date[2] = x;
      break;
    default:
      date[0] = z, date[1] = month_of (a), date[2] = y;
      break;
    }
  return is_day (date[0], date[1], date[2]);
}

/**
 * hs_page_date_in_words:
 * @words: a line
 * @language: (nullable): what it is written in
 *
 * Returns: (transfer full) (nullable): the first day in it that can be read in
 *   one way only, as "2026-05-04"
 */
char *
hs_page_date_in_words (const char *words,
                       const char *language)
{
  int first = G_MAXINT;
  guint best[3] = { 0 };

  if (strpbrk (words, "0123456789") == NULL)
    return NULL;
  for (guint i = 0; i < N_PATTERNS; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (pattern_regex (i), words, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          guint date[3];
          int start, end;

          if (!g_match_info_fetch_pos (match, 0, &start, &end) || start >= first
              || !read_match (i, match, language, date))
            continue;
          first = start;
          memcpy (best, date, sizeof best);
          break;
        }
    }
  return first < G_MAXINT ? g_strdup_printf ("%04u-%02u-%02u", best[0], best[1], best[2]) : NULL;
}

/**
 * hs_page_clean_date:
 * @string: (nullable): a machine-readable date
 *
 * Returns: (transfer full) (nullable): RFC 3339 or a plain date, or %NULL when it
 *   is no date
 */
char *
hs_page_clean_date (const char *string)
{
  g_autofree char *squeezed = hs_page_squeeze (string);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  int year, month, day;

  if (squeezed == NULL || strlen (squeezed) > 100)
    return NULL;
  if (strlen (squeezed) > 11 && squeezed[10] == ' ' && g_ascii_isdigit (squeezed[11]))
    squeezed[10] = 'T';
  if (strlen (squeezed) == 10 && sscanf (squeezed, "%4d-%2d-%2d", &year, &month, &day) == 3
      && year > 0 && month > 0 && day > 0 && g_date_valid_dmy (day, month, year))
    return g_strdup (squeezed);
  time = g_date_time_new_from_iso8601 (squeezed, NULL);
  if (time != NULL)
    return g_date_time_get_year (time) > 1900 ? g_date_time_format_iso8601 (time) : NULL;
  /* without a zone the moment is not known, only the day is */
  time = g_date_time_new_from_iso8601 (squeezed, utc);
  if (time != NULL && g_date_time_get_year (time) > 1900)
    return g_date_time_format (time, "%Y-%m-%d");
  return hs_page_date_in_words (squeezed, NULL);
}

/**
 * hs_page_date_in_address:
 * @address: (nullable): where a page came from
 *
 * Returns: (transfer full) (nullable): the day in its path, as in "/2026/05/04/"
 */
char *
hs_page_date_in_address (const char *address)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL, *month = NULL, *day = NULL;
  guint y, m, d;

  if (address == NULL)
    return NULL;
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("[/_-]((?:19|20)\\d\\d)([/_-])(\\d{1,2})\\2(\\d{1,2})(?=[/_.-])",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, address, 0, &match))
    return NULL;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 3);
  day = g_match_info_fetch (match, 4);
  y = g_ascii_strtoull (year, NULL, 10);
  m = g_ascii_strtoull (month, NULL, 10);
  d = g_ascii_strtoull (day, NULL, 10);
  return is_day (y, m, d) ? g_strdup_printf ("%04u-%02u-%02u", y, m, d) : NULL;
}

/* Whether a box is called as dates of publication are called. */
static gboolean
is_called_date (const HsNode *node)
{
  static GRegex *good = NULL, *bad = NULL;

  if (node->hint == NULL)
    return FALSE;
  if (g_once_init_enter (&bad))
    {
      good = g_regex_new ("date|datum|fecha|publi|posted|post-?(?:meta|info)|entry-?(?:meta|info)|article-?(?:meta|info"
                          "|head)|byline|timestamp|created|(?:^|[\\s_-])(?:time|data|meta|submitted|infos?|stand)(?:$"
                          "|[\\s_-])", G_REGEX_OPTIMIZE, 0, NULL);
      g_once_init_leave (&bad,
                         g_regex_new ("updated?(?:$|[\\s_-])|modified|validate|candidate|mandate|comment|expir|event"
                                      "|calendar|copyright",
                                            G_REGEX_OPTIMIZE, 0, NULL));
    }
  return g_regex_match (good, node->hint, 0, NULL) && !g_regex_match (bad, node->hint, 0, NULL);
}

/**
 * hs_page_date_of_node:
 * @node: a node
 * @language: (nullable): what the page is written in
 *
 * Returns: (transfer full) (nullable): the day it says, in its attribute or in
 *   its words
 */
char *
hs_page_date_of_node (const HsNode *node,
                      const char   *language)
{
  g_autoptr (GString) run = g_string_new (NULL);
  g_autofree char *words = NULL;

  if (node->value != NULL && node->tag != HS_TAG_IMAGE)
    {
      char *date = hs_page_clean_date (node->value);

      if (date != NULL)
        return date;
    }
  hs_page_append_inline (run, node);
  words = hs_page_squeeze (run->str);
  return words != NULL ? hs_page_date_in_words (words, language) : NULL;
}

/* "Published on 4 May 2026", "Veröffentlicht am 4. Mai 2026". */
static gboolean
tells_publication (const HsNode *node)
{
  static GRegex *regex = NULL;
  g_autoptr (GString) run = g_string_new (NULL);

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("publi[sc]|publi[ée]|posted|ver(?:ö|oe)ffentlicht|erschienen|geschrieben|erstellt"
                                    "|gepostet|eingetragen|pubblicat|opublikowan|julkaistu"
                                            "|опубликован|written (?:on|by)|last updated|first aired|^\\s*(?:on|am|vom"
                                            "|datum|date|fecha|stand|le)\\b", G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0,
                                            NULL));
  hs_page_append_inline (run, node);
  return g_regex_match (regex, run->str, 0, NULL);
}

/* "LISBON, 4 May 2026 – The council …": the day in what stands before the dash. */
static char *
date_in_dateline (const HsNode *node,
                  const char   *language)
{
  static const char * const joints[] = { " – ", " — ", " | ", " - ", "): ", ") " };
  g_autoptr (GString) run = g_string_new (NULL);
  g_autofree char *words = NULL;
  char *end = NULL;

  hs_page_append_inline (run, node);
  words = hs_page_squeeze (run->str);
  for (guint i = 0; i < G_N_ELEMENTS (joints) && words != NULL; i++)
    {
      char *at = strstr (words, joints[i]);

      if (at != NULL && (end == NULL || at < end))
        end = at;
    }
  if (end == NULL || end - words > 80)
    return NULL;
  *end = '\0';
  return hs_page_date_in_words (words, language);
}

/* "4 May 2026 | City", "Monday, 04.05.2026, 12:30". */
static gboolean
begins_with_day (const HsNode *node)
{
  static GRegex *regex = NULL;
  g_autoptr (GString) run = g_string_new (NULL);

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^\\s*(?:\\p{L}{2,14}\\.?,?\\s+){0,2}\\d{1,4}[\\s./-]", G_REGEX_OPTIMIZE, 0,
                                            NULL));
  hs_page_append_inline (run, node);
  return g_regex_match (regex, run->str, 0, NULL);
}

typedef enum
{
  IN_CALLED_BOX,   /* in a box that is called after a date */
  IN_SHORT_LINE,   /* in a line that holds little else */
  IN_DATELINE,     /* at the head of a paragraph */
  IN_WORDS         /* in a line that says it is the day of publication */
} Place;

static gboolean
may_tell (const HsPageMap *map,
          const HsNode    *node,
          Place            place)
{
  const HsPart *part = hs_page_map_get (map, node);

  if (part->text < 6 || part->linked > part->text * 0.7 || (node->tag == HS_TAG_TEXT && place != IN_SHORT_LINE))
    return FALSE;
  switch (place)
    {
    case IN_CALLED_BOX:
      return part->text <= 200 && is_called_date (node);
    case IN_SHORT_LINE:
      return !part->blocky && (part->text <= 32 || (part->text <= 80 && begins_with_day (node)));
    case IN_DATELINE:
      return part->text > 60 && !part->blocky && !hs_tag_is_inline (node->tag);
    default:
      return part->text <= 140 && !hs_tag_is_inline (node->tag) && (!part->blocky || part->text <= 80)
             && tells_publication (node);
    }
}

static char *
look_through (const HsPageMap *map,
              guint            from,
              guint            to,
              Place            place,
              const char      *language)
{
  for (guint i = from; i < MIN (to, map->tree->n_nodes); i++)
    {
      const HsNode *node = hs_tree_nth (map->tree, i);
      char *date;

      if (!may_tell (map, node, place) || hs_page_map_stands_aside (map, node, 0))
        continue;
      date = place == IN_DATELINE ? date_in_dateline (node, language) : hs_page_date_of_node (node, language);
      if (date != NULL)
        return date;
    }
  return NULL;
}

/**
 * hs_page_date_in_view:
 * @map: a page
 * @headline: (nullable): its headline
 * @language: (nullable): what it is written in
 *
 * The day a reader sees beside the headline: in a box called after it, else
 * where a line says that it is the day of publication.
 *
 * Returns: (transfer full) (nullable): it, or %NULL when none is there
 */
char *
hs_page_date_in_view (const HsPageMap *map,
                      const HsNode    *headline,
                      const char      *language)
{
  const guint at = headline != NULL ? headline->index : 0, before = at - MIN (at, 60);
  char *date;

  date = look_through (map, at, at + 150, IN_CALLED_BOX, language);
  if (date == NULL)
    date = look_through (map, before, at, IN_CALLED_BOX, language);
  if (date == NULL && headline != NULL)
    date = look_through (map, before, at + 120, IN_SHORT_LINE, language);
  if (date == NULL && headline != NULL)
    date = look_through (map, before, at + 120, IN_WORDS, language);
  if (date == NULL && headline != NULL)
    date = look_through (map, at, at + 120, IN_DATELINE, language);
  if (date == NULL)
    date = look_through (map, 0, G_MAXUINT, IN_CALLED_BOX, language);
  if (date == NULL)
    date = look_through (map, 0, G_MAXUINT, IN_WORDS, language);
  return date;
}
