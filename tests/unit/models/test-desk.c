/* test-desk.c: a story laid out: words for a time as days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-desk-private.h"

/* What @words are, as "2020-03-09", "2020-03-09..2020-03-11", "?" where the day of
 * the article is wanted, "-" where nothing is known. */
static char *
read_day (const char *words,
          const char *base)
{
  GDate day;
  HsDay got;
  char from[16], to[16];

  g_date_clear (&day, 1);
  if (base != NULL)
    g_date_set_parse (&day, base);
  got = hs_desk_read_day (words, base != NULL ? &day : NULL);
  if (!got.known)
    return g_strdup (got.wants_day ? "?" : "-");
  g_date_strftime (from, sizeof from, "%Y-%m-%d", &got.from);
  g_date_strftime (to, sizeof to, "%Y-%m-%d", &got.to);
  return g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf ("%s..%s", from, to);
}

static void
assert_day (const char *words,
            const char *base,
            const char *expected)
{
  g_autofree char *got = read_day (words, base);

  if (g_strcmp0 (got, expected) != 0)
    g_error ("“%s” from %s is %s, not %s", words, base, got, expected);
}

static void
test_absolute_days_want_nothing (void)
{
  assert_day ("9 March 2020", NULL, "2020-03-09");
  assert_day ("March 9, 2020", NULL, "2020-03-09");
  assert_day ("the 9th of March 2020", NULL, "2020-03-09");
  assert_day ("2020-03-09", NULL, "2020-03-09");
  assert_day ("March 2020", NULL, "2020-03-01..2020-03-31");
  assert_day ("2021", NULL, "2021-01-01..2021-12-31");
}

/* 11 March 2020 was a Wednesday. */
static void
test_relative_days_want_a_confirmed_one (void)
{
  assert_day ("on Tuesday", NULL, "?");
  assert_day ("on Tuesday", "2020-03-11", "2020-03-10");
  assert_day ("Wednesday", "2020-03-11", "2020-03-11");
  assert_day ("on Thursday", "2020-03-11", "2020-03-05");
  assert_day ("next Thursday", "2020-03-11", "2020-03-12");
  assert_day ("yesterday", NULL, "?");
  assert_day ("yesterday", "2020-03-01", "2020-02-29");
  assert_day ("tomorrow", "2020-12-31", "2021-01-01");
}

static void
test_day_without_a_year_is_the_nearest (void)
{
  assert_day ("17 February", NULL, "?");
  assert_day ("17 February", "2020-03-11", "2020-02-17");
  assert_day ("December 30", "2021-01-02", "2020-12-30");
  assert_day ("2 January", "2020-12-30", "2021-01-02");
  assert_day ("in January", "2020-03-11", "2020-01-01..2020-01-31");
}

static void
test_ranges_are_ranges (void)
{
  assert_day ("between 3 and 5 March 2020", NULL, "2020-03-03..2020-03-05");
  assert_day ("3–5 March 2020", NULL, "2020-03-03..2020-03-05");
  assert_day ("5-3 March 2020", NULL, "-");
}

static void
test_what_is_no_day_is_unknown (void)
{
  static const char * const words[] = { "two winters later", "soon", "", "31 February 2020", "99 March 2020",
                                        "for twenty-six years", "three days after", "0", "2020-13-45" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      assert_day (words[i], NULL, "-");
      assert_day (words[i], "2020-03-11", "-");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/models/desk/absolute-days-want-nothing", test_absolute_days_want_nothing);
  g_test_add_func ("/models/desk/relative-days-want-a-confirmed-one", test_relative_days_want_a_confirmed_one);
  g_test_add_func ("/models/desk/day-without-a-year-is-the-nearest", test_day_without_a_year_is_the_nearest);
  g_test_add_func ("/models/desk/ranges-are-ranges", test_ranges_are_ranges);
  g_test_add_func ("/models/desk/what-is-no-day-is-unknown", test_what_is_no_day_is_unknown);
  return g_test_run ();
}
