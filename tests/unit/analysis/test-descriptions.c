/* test-descriptions.c: phrases that go on to speak of what was named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

/* What the last @words in @text stand for, or NULL. */
static char *
stands_for (const char *text,
            const char *words)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const char *at = g_strrstr (text, words);

  g_assert_nonnull (at);
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);

      if (mention->level == HS_LEVEL_DESCRIPTION && mention->span.start == (gsize) (at - text) &&
          mention->span.end == (gsize) (at - text) + strlen (words))
        return g_strdup (((HsLocalEntity *) analysis->entities->pdata[mention->entity])->name);
    }
  return NULL;
}

static void
assert_stands (const char *text,
               const char *words,
               const char *name)
{
  g_autofree char *found = stands_for (text, words);

  if (g_strcmp0 (found, name) != 0)
    g_test_fail_printf ("“%s” stands for %s, not %s, in: %s", words, found != NULL ? found : "nobody",
                        name != NULL ? name : "nobody", text);
}

static void
test_an_office_is_whoever_holds_it (void)
{
  assert_stands ("Defence Minister Anna Ortiz arrived in Oslo on Monday. Protesters waited for the minister at the "
                 "gate.",
                 "the minister", "Anna Ortiz");
  assert_stands ("Karl Brenner, the mayor of Lund, opened the bridge. A crowd had waited for the mayor since noon.",
                 "the mayor", "Karl Brenner");
  assert_stands ("The ambassador to Norway, Leila Haddad, met Karl Brenner, the ambassador to Peru. They had known "
                 "each other for years. Nobody had invited the ambassador to Peru to the second talks.",
                 "the ambassador to Peru", "Karl Brenner");
  assert_stands ("Prime Minister Anna Ortiz signed the law. Critics of the Prime Minister called it weak.",
                 "the Prime Minister", "Anna Ortiz");
}

static void
test_another_office_is_somebody_else (void)
{
  assert_stands ("Defence Minister Anna Ortiz arrived in Oslo. Protesters waited for the mayor at the gate.",
                 "the mayor", NULL);
  assert_stands ("Prime Minister Anna Ortiz signed the law. Critics of the minister called it weak.", "the minister",
                 NULL);
  assert_stands ("Karl Brenner, the ambassador to Peru, left. They asked for the ambassador to Norway in vain.",
                 "the ambassador to Norway", NULL);
  assert_stands ("Defence Minister Anna Ortiz arrived in Oslo. Protesters waited for the ministers at the gate.",
                 "the ministers", NULL);
}

static void
test_of_two_the_nearest_unless_side_by_side (void)
{
  const char *far = "President Anna Ortiz signed the treaty in Oslo.\n\nPresident Karl Brenner was not there. Some had "
                    "waited for the president until noon.";
  const char *beside = "President Anna Ortiz met President Karl Brenner in Oslo. Some had waited for the president "
                       "until noon.";

  assert_stands (far, "the president", "Karl Brenner");
  assert_stands (beside, "the president", NULL);
}

static void
test_a_stranger_comes_between (void)
{
  assert_stands ("Defence Minister Anna Ortiz arrived in Oslo. In Lund a minister had been wounded in an attack. "
                 "Surgeons saved the minister on Tuesday.",
                 "the minister", NULL);
  assert_stands ("Anna Ortiz, a minister, arrived in Oslo. Protesters waited for the minister at the gate.",
                 "the minister", "Anna Ortiz");
}

static void
test_a_body_by_a_word_of_its_name (void)
{
  const char *two = "The Defence Committee met the Finance Committee in Oslo. Nothing was decided. A letter of the "
                    "finance committee was read.";

  assert_stands ("The Ministry of Transport closed the bridge. Nobody at the ministry knew for how long.",
                 "the ministry", "Ministry of Transport");
  assert_stands (two, "the finance committee", "Finance Committee");
  assert_stands ("The Defence Committee met the Finance Committee in Oslo. A letter of the committee was read.",
                 "the committee", NULL);
  assert_stands ("The Ministry of Transport closed the bridge. Nobody at the university knew for how long.",
                 "the university", NULL);
}

static void
test_a_body_by_what_it_is_called (void)
{
  assert_stands ("Workers of the oil company Norvik went on strike. Shares of the company fell by a third.",
                 "the company", "Norvik");
  assert_stands ("Norvik Ltd lost two ships in May. Shares of the firm fell by a third.", "the firm", "Norvik Ltd");
  assert_stands ("Norvik Ltd lost two ships in May. Police searched rooms of Aldenor Bank on Monday. Shares of the "
                 "firm fell.",
                 "the firm", NULL);
}

static void
test_a_place_by_its_noun (void)
{
  assert_stands ("Rebels left Anbar province on Friday. Roads in the province were open again.", "the province",
                 "Anbar");
  assert_stands ("Rebels left the city of Mosul on Friday. Roads in the city were open again.", "the city", "Mosul");
  assert_stands ("Rebels left the city of Mosul on Friday. Roads in the village were open again.", "the village", NULL);
}

static void
test_what_belongs_to_another_noun_is_nothing (void)
{
  assert_stands ("The newspaper Aldenor Post was sold. It shook the newspaper industry for years.", "the newspaper",
                 NULL);
  assert_stands ("Rebels left the port of Velan on Friday. After the port attacks nobody came back.", "the port", NULL);
  assert_stands ("Anna Ortiz, the mayor of Lund, resigned. Then the mayor and lawyer Karl Brenner spoke to her.",
                 "the mayor", NULL);
  /* beside the name, it is no second mention */
  assert_stands ("Karl Brenner, the mayor of Lund, opened the bridge.", "the mayor of Lund", NULL);
}

static void
test_in_a_quote_only_the_one_it_can_be (void)
{
  assert_stands ("President Anna Ortiz signed the treaty in Oslo.\n\nPresident Karl Brenner was not there. “We waited "
                 "for the president until noon,” a guard said.",
                 "the president", NULL);
  assert_stands ("President Anna Ortiz signed the treaty in Oslo. “We waited for the president until noon,” a guard "
                 "said.",
                 "the president", "Anna Ortiz");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/descriptions/an-office-is-whoever-holds-it", test_an_office_is_whoever_holds_it);
  g_test_add_func ("/descriptions/another-office-is-somebody-else", test_another_office_is_somebody_else);
  g_test_add_func ("/descriptions/of-two-the-nearest-unless-side-by-side", test_of_two_the_nearest_unless_side_by_side);
  g_test_add_func ("/descriptions/a-stranger-comes-between", test_a_stranger_comes_between);
  g_test_add_func ("/descriptions/a-body-by-a-word-of-its-name", test_a_body_by_a_word_of_its_name);
  g_test_add_func ("/descriptions/a-body-by-what-it-is-called", test_a_body_by_what_it_is_called);
  g_test_add_func ("/descriptions/a-place-by-its-noun", test_a_place_by_its_noun);
  g_test_add_func ("/descriptions/what-belongs-to-another-noun-is-nothing",
                   test_what_belongs_to_another_noun_is_nothing);
  g_test_add_func ("/descriptions/in-a-quote-only-the-one-it-can-be", test_in_a_quote_only_the_one_it_can_be);
  return g_test_run ();
}
