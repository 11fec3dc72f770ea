/* hs-feed-date-names.c: the names that dates are written with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-date-names.h"

#include <string.h>

/* How months begin in the languages of Europe and some more, lower case,
 * composed. The longest that fits decides: "juil" before "jui". */
static const struct
{
  const char *stem;
  int month;
} months[] = {
  { "jan", 1 }, { "ene", 1 }, { "gen", 1 }, { "ian", 1 }, { "sty", 1 }, { "led", 1 }, { "oca", 1 }, { "jän", 1 },
  { "янв", 1 }, { "січ", 1 }, { "яну", 1 }, { "ιαν", 1 }, { "tammi", 1 }, { "يناير", 1 }, { "styc", 1 },
  { "feb", 2 }, { "fev", 2 }, { "fév", 2 }, { "lut", 2 }, { "úno", 2 }, { "şub", 2 }, { "фев", 2 }, { "лют", 2 },
  { "φεβ", 2 }, { "helmi", 2 }, { "فبراير", 2 },
  { "mar", 3 }, { "mär", 3 }, { "mrz", 3 }, { "már", 3 }, { "mrt", 3 }, { "maa", 3 }, { "bře", 3 }, { "мар", 3 },
  { "бер", 3 }, { "μάρ", 3 }, { "μαρ", 3 }, { "μάώ", 3 }, { "μαώ", 3 }, { "مارس", 3 },
  { "apr", 4 }, { "avr", 4 }, { "abr", 4 }, { "ápr", 4 }, { "kwi", 4 }, { "dub", 4 }, { "nis", 4 }, { "апр", 4 },
  { "кві", 4 }, { "απρ", 4 }, { "huhti", 4 }, { "أبريل", 4 }, { "ابريل", 4 }, { "إبريل", 4 },
  { "may", 5 }, { "mai", 5 }, { "mag", 5 }, { "mei", 5 }, { "maj", 5 }, { "máj", 5 }, { "máu", 5 }, { "kvě", 5 },
  { "май", 5 }, { "мая", 5 }, { "тра", 5 }, { "μάι", 5 }, { "μαϊ", 5 }, { "μαι", 5 }, { "μάϊ", 5 }, { "touko", 5 },
  { "مايو", 5 },
  { "jun", 6 }, { "juin", 6 }, { "giu", 6 }, { "jún", 6 }, { "iun", 6 }, { "cze", 6 }, { "čvn", 6 }, { "červ", 6 },
  { "haz", 6 }, { "июн", 6 }, { "юни", 6 }, { "чер", 6 }, { "ιούν", 6 }, { "ιουν", 6 }, { "ιον", 6 }, { "kesä", 6 },
  { "يونيو", 6 },
  { "jul", 7 }, { "juil", 7 }, { "lug", 7 }, { "júl", 7 }, { "iul", 7 }, { "lip", 7 }, { "čvc", 7 }, { "červenec", 7 },
  { "července", 7 }, { "tem", 7 }, { "июл", 7 }, { "юли", 7 }, { "лип", 7 }, { "ιούλ", 7 }, { "ιουλ", 7 },
  { "ιολ", 7 }, { "heinä", 7 }, { "يوليو", 7 },
  { "aug", 8 }, { "ago", 8 }, { "aoû", 8 }, { "aou", 8 }, { "sie", 8 }, { "srp", 8 }, { "ağu", 8 }, { "авг", 8 },
  { "сер", 8 }, { "αύγ", 8 }, { "αυγ", 8 }, { "elo", 8 }, { "أغسطس", 8 }, { "اغسطس", 8 },
  { "sep", 9 }, { "set", 9 }, { "szep", 9 }, { "wrz", 9 }, { "zář", 9 }, { "eyl", 9 }, { "сен", 9 }, { "сеп", 9 },
  { "вер", 9 }, { "σεπ", 9 }, { "syys", 9 }, { "سبتمبر", 9 },
  { "oct", 10 }, { "okt", 10 }, { "ott", 10 }, { "out", 10 }, { "paź", 10 }, { "říj", 10 }, { "eki", 10 },
  { "окт", 10 }, { "жов", 10 }, { "οκτ", 10 }, { "loka", 10 }, { "أكتوبر", 10 }, { "اكتوبر", 10 },
  { "nov", 11 }, { "noi", 11 }, { "lis", 11 }, { "kas", 11 }, { "ноя", 11 }, { "ное", 11 }, { "νοέ", 11 },
  { "νοε", 11 }, { "marras", 11 }, { "نوفمبر", 11 },
  { "dec", 12 }, { "dez", 12 }, { "des", 12 }, { "dic", 12 }, { "déc", 12 }, { "gru", 12 }, { "pro", 12 },
  { "ara", 12 }, { "дек", 12 }, { "гру", 12 }, { "δεκ", 12 }, { "joulu", 12 }, { "ديسمبر", 12 },
};

/* Minutes east of Greenwich. Where a name has two meanings, that of RFC 822 or
 * the one that more feeds mean. */
static const struct
{
  const char *name;
  int minutes;
} zones[] = {
  { "z", 0 },       { "ut", 0 },      { "utc", 0 },     { "gmt", 0 },     { "wet", 0 },     { "west", 60 },
  { "bst", 60 },    { "cet", 60 },    { "met", 60 },    { "mez", 60 },    { "mesz", 120 },  { "cest", 120 },
  { "mest", 120 },  { "eet", 120 },   { "sast", 120 },  { "eest", 180 },  { "msk", 180 },   { "msd", 240 },
  { "trt", 180 },   { "irst", 210 },  { "gst", 240 },   { "pkt", 300 },   { "ist", 330 },   { "npt", 345 },
  { "wib", 420 },   { "ict", 420 },   { "hkt", 480 },   { "sgt", 480 },   { "myt", 480 },   { "awst", 480 },
  { "jst", 540 },   { "kst", 540 },   { "acst", 570 },  { "aest", 600 },  { "acdt", 630 },  { "aedt", 660 },
  { "nzst", 720 },  { "nzdt", 780 },  { "nst", -210 },  { "ndt", -150 },  { "brt", -180 },  { "art", -180 },
  { "adt", -180 },  { "ast", -240 },  { "at", -240 },   { "edt", -240 },  { "clt", -240 },  { "est", -300 },
  { "et", -300 },   { "cdt", -300 },  { "pet", -300 },  { "cst", -360 },  { "ct", -360 },   { "mdt", -360 },
  { "mst", -420 },  { "mt", -420 },   { "pdt", -420 },  { "pst", -480 },  { "pt", -480 },   { "akdt", -480 },
  { "akst", -540 }, { "hdt", -540 },  { "hst", -600 },
};

/**
 * hs_feed_date_month:
 * @word: a word of a date
 *
 * Returns: the month that it names, from 1, in whatever language; else 0
 */
int
hs_feed_date_month (const char *word)
{
  g_autofree char *composed = g_utf8_normalize (word, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *lower = composed != NULL ? g_utf8_strdown (composed, -1) : NULL;
  gsize best = 0;
  int month = 0;

  if (lower == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (lower, months[i].stem) && strlen (months[i].stem) > best)
      {
        best = strlen (months[i].stem);
        month = months[i].month;
      }
  return month;
}

/**
 * hs_feed_date_zone:
 * @word: a word of a date
 * @minutes: (out): how far east of Greenwich
 *
 * Returns: whether it names a time zone
 */
gboolean
hs_feed_date_zone (const char *word,
                   int        *minutes)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    if (g_ascii_strcasecmp (zones[i].name, word) == 0)
      {
        *minutes = zones[i].minutes;
        return TRUE;
      }
  return FALSE;
}
