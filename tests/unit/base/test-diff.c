/* test-diff.c: what was edited is shown, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-diff.h"

#include <string.h>

/* "same [-old-] {+new+}", after checking that the runs cover both texts. */
static char *
show (const char *before,
      const char *after)
{
  g_autoptr (GArray) runs = hs_diff_words (before, after);
  GString *out = g_string_new (NULL);
  guint x = 0, y = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const HsDiffRun *run = &g_array_index (runs, HsDiffRun, i);
      const char *text = run->kind == HS_DIFF_DELETED ? before + run->before.start : after + run->after.start;
      gsize length = run->kind == HS_DIFF_DELETED ? run->before.end - run->before.start
                                                  : run->after.end - run->after.start;

      g_assert_cmpuint (run->before.start, ==, x);
      g_assert_cmpuint (run->after.start, ==, y);
      x = run->before.end;
      y = run->after.end;
      g_assert_true (run->kind != HS_DIFF_INSERTED || run->before.start == run->before.end);
      g_assert_true (run->kind != HS_DIFF_DELETED || run->after.start == run->after.end);
      g_string_append (out, run->kind == HS_DIFF_EQUAL ? "" : run->kind == HS_DIFF_DELETED ? "[-" : "{+");
      g_string_append_len (out, text, length);
      g_string_append (out, run->kind == HS_DIFF_EQUAL ? "" : run->kind == HS_DIFF_DELETED ? "-]" : "+}");
    }
  g_assert_true (runs->len == 0 || (x == strlen (before) && y == strlen (after)));
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const char * const cases[][3] = {
    { "", "", "" },
    { " \n", "", "" },
    { "a b c", "a b c", "a b c" },
    { "", "new words", "{+new words+}" },
    { "old words", "", "[-old words-]" },
    { "It was Monday, he said.", "It was Tuesday, he said.", "It was [-Monday-]{+Tuesday+}, he said." },
    { "a b c d", "a c d", "a [-b -]c d" },
    { "a c d", "a b c d", "a {+b +}c d" },
    { "two  ships\nsail", "two ships sail", "two ships sail" },
    { "one", "two", "[-one-]{+two+}" },
    { "He don’t go.", "He didn’t go.", "He [-don’t -]{+didn’t +}go." },
    { "1,000 men", "1,500 men", "[-1,000 -]{+1,500 +}men" },
    { "Минск сегодня", "Минск вчера", "Минск [-сегодня-]{+вчера+}" },
    { "北京今天下雨", "北京昨天下雨", "北京[-今-]{+昨+}天下雨" },
    { "end.", "end", "end[-.-]" },
    { " lead", "lead more", "lead {+more+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = show (cases[i][0], cases[i][1]);

      g_assert_cmpstr (got, ==, cases[i][2]);
    }
}

/* Length of the longest common subsequence of one-letter words, by the table. */
static guint
table_lcs (const char *a,
           const char *b)
{
  guint table[40][40] = { 0 };
  guint n = strlen (a), m = strlen (b);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : MAX (table[i][j + 1], table[i + 1][j]);
  return table[n][m];
}

static char *
space_out (const char *letters)
{
  GString *out = g_string_new (NULL);

  for (const char *p = letters; *p != '\0'; p++)
    g_string_append_printf (out, "%c ", *p);
  return g_string_free (out, FALSE);
}

static void
test_shortest (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      char a[40] = { 0 }, b[40] = { 0 };
      guint n = g_test_rand_int_range (0, 39), m = g_test_rand_int_range (0, 39), equal = 0;
      int letters = g_test_rand_int_range (2, 9);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *shown = NULL;
      g_autoptr (GArray) runs = NULL;

      for (guint i = 0; i < n; i++)
        a[i] = 'a' + g_test_rand_int_range (0, letters);
      for (guint i = 0; i < m; i++)
        b[i] = 'a' + g_test_rand_int_range (0, letters);
      before = space_out (a);
      after = space_out (b);
      shown = show (before, after);
      runs = hs_diff_words (before, after);
      for (guint i = 0; i < runs->len; i++)
        {
          const HsDiffRun *run = &g_array_index (runs, HsDiffRun, i);

          if (run->kind != HS_DIFF_EQUAL)
            continue;
          g_assert_cmpmem (before + run->before.start, run->before.end - run->before.start,
                           after + run->after.start, run->after.end - run->after.start);
          equal += (run->before.end - run->before.start) / 2;
        }
      g_assert_cmpuint (equal, ==, table_lcs (a, b));
    }
}

static char *
make_noise (guint n_words,
            guint vocabulary,
            const char *stem)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (out, "%s%d ", stem, g_test_rand_int_range (0, vocabulary));
  return g_string_free (out, FALSE);
}

/* Not timed: one that were not cut off would take minutes. */
static void
test_long_and_different (void)
{
  static const struct
  {
    guint vocabulary;
    const char *stems[2];
  } cases[] = { { 1000, { "word", "word" } }, { 1000, { "word", "wort" } }, { 2, { "word", "word" } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = make_noise (150000, cases[i].vocabulary, cases[i].stems[0]);
      g_autofree char *after = make_noise (150000, cases[i].vocabulary, cases[i].stems[1]);
      gint64 began = g_get_monotonic_time ();
      g_autofree char *shown = show (before, after);

      g_test_message ("%zu and %zu bytes: %.0f ms", strlen (before), strlen (after),
                      (g_get_monotonic_time () - began) / 1e3);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/only-what-was-edited-is-shown", test_words);
  g_test_add_func ("/diff/as-much-as-can-be-is-equal", test_shortest);
  g_test_add_func ("/diff/long-and-different-texts-end", test_long_and_different);
  return g_test_run ();
}
