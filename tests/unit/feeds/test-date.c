/* test-date.c: dates as feeds write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-date.h"

static const struct
{
  const char *written;
  const char *means; /* NULL: cannot be read */
} cases[] = {
  /* RFC 822 and what became of it */
  { "Mon, 09 Mar 2026 08:15:30 GMT", "2026-03-09T08:15:30Z" },
  { "Mon, 9 Mar 2026 08:15 +0100", "2026-03-09T07:15:00Z" },
  { "09 Mar 26 08:15:30 EST", "2026-03-09T13:15:30Z" },
  { "09 Mar 98 08:15:30 PDT", "1998-03-09T15:15:30Z" },
  { "Sun, 09 Mar 2026 08:15:30 -0230", "2026-03-09T10:45:30Z" }, /* it was a Monday */
  { "Monday, 9th March, 2026 8:15 PM", "2026-03-09T20:15:00Z" },
  { "Mar 9, 2026 12:05 am CET", "2026-03-08T23:05:00Z" },
  { "Mon, 09 Mar 2026 24:00:00 GMT", "2026-03-10T00:00:00Z" },
  { "Mon, 09 Mar 2026 08:15:60 GMT", "2026-03-09T08:15:59Z" },
  { "Mon, 09-Mar-2026 08:15:30 GMT+02:00", "2026-03-09T06:15:30Z" },
  { "Mon,09 Mar 2026 08:15:30 Z", "2026-03-09T08:15:30Z" },
  { "  Mon,\n 09 Mar 2026\t08:15:30 UT ", "2026-03-09T08:15:30Z" },
  { "Fri, 2026/03/13 08:19:53 EDT", "2026-03-13T12:19:53Z" },
  { "9 Mar 2026", "2026-03-09" },
  /* asctime */
  { "Mon Mar  9 08:15:30 2026", "2026-03-09T08:15:30Z" },
  { "Mon Mar 9 08:15:30 CET 2026", "2026-03-09T07:15:30Z" },
  /* ISO 8601 */
  { "2026-03-09T08:15:30Z", "2026-03-09T08:15:30Z" },
  { "2026-03-09t08:15:30.123+05:30", "2026-03-09T02:45:30Z" },
  { "2026-03-09T08:15-05", "2026-03-09T13:15:00Z" },
  { "2026-03-09 08:15:30", "2026-03-09T08:15:30Z" },
  { "2026-03-09 08:15:30 +0200", "2026-03-09T06:15:30Z" },
  { "20260309T081530Z", "2026-03-09T08:15:30Z" },
  { "2026-03-09", "2026-03-09" },
  { "20260309", "2026-03-09" },
  { "2026-068", "2026-03-09" },     /* 31 + 28 + 9 */
  { "2026-W11-1", "2026-03-09" },   /* 4 January is in week 1, which began on 29 December */
  { "2026W111T0815Z", "2026-03-09T08:15:00Z" },
  { "2026-3-9", "2026-03-09" },
  /* other tongues */
  { "lun., 09 mars 2026 08:15:30 +0100", "2026-03-09T07:15:30Z" },
  { "Mar, 10 ene 2026 08:15:30 GMT", "2026-01-10T08:15:30Z" },
  { "Di, 10 Mär 2026 08:15:30 +0100", "2026-03-10T07:15:30Z" },
  { "пн, 09 мар 2026 08:15:30 +0300", "2026-03-09T05:15:30Z" },
  { "Δευ, 09 Μαρ 2026 08:15:30 EET", "2026-03-09T06:15:30Z" },
  { "2026-március-09T8:15-05:00", "2026-03-09T13:15:00Z" },
  { "2026년 03월 09일 오후 01:31:15", "2026-03-09T04:31:15Z" },
  { "2026-03-09 오전 12:31:15", "2026-03-08T15:31:15Z" },
  { "pon, 9 marca 2026 08:15:30 CET", "2026-03-09T07:15:30Z" },
  /* others that are found */
  { "09.03.2026 08:15", "2026-03-09T08:15:00Z" },
  { "03/09/2026 08:15:30", "2026-03-09T08:15:30Z" },
  { "1773044130", "2026-03-09T08:15:30Z" },
  /* unknown stays unknown */
  { "", NULL },
  { "yesterday", NULL },
  { "2026", NULL },
  { "2026-03", NULL },
  { "Mon, 31 Feb 2026 08:15:30 GMT", NULL },
  { "2026-13-01", NULL },
  { "2026-03-09T25:00:00Z", NULL },
  { "0000-00-00 00:00:00", NULL },
  { "Mon, 09 Mar 2026 08:61:00 GMT", NULL },
};

static void
test_dates_mean_what_they_say (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = hs_feed_date_parse (cases[i].written);

      if (g_strcmp0 (date, cases[i].means) != 0)
        g_test_message ("“%s”", cases[i].written);
      g_assert_cmpstr (date, ==, cases[i].means);
    }
}

static void
test_nothing_written_is_too_strange (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  static const char signs[] = "0123456789-+:/.,TWZ GMTJanPM\x80\xec";

  g_assert_null (hs_feed_date_parse (NULL));
  for (guint i = 0; i < 20000; i++)
    {
      char text[40];
      guint length = g_rand_int_range (rand, 0, sizeof text - 1);
      g_autofree char *date = NULL, *again = NULL;

      for (guint k = 0; k < length; k++)
        text[k] = signs[g_rand_int_range (rand, 0, sizeof signs - 1)];
      text[length] = '\0';
      date = hs_feed_date_parse (text);
      again = hs_feed_date_parse (date);
      g_assert_cmpstr (date, ==, again);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/dates-mean-what-they-say", test_dates_mean_what_they_say);
  g_test_add_func ("/date/nothing-written-is-too-strange", test_nothing_written_is_too_strange);
  return g_test_run ();
}
