/* test-story.c: articles into stories, retellings into utterances, origins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

static const char ferry_a[] =
  "# Kenya weighs buying Norwegian ferries\n\n"
  "Kenya is weighing the purchase of electric ferries from Norway for the port of Mombasa.\n\n"
  "“The shipyard has sent us drawings of the ferries, but nobody has paid a deposit,” Samir Qaderi, a member "
  "of the Kenyan parliament’s Transport and Energy Committee, told the Oslo Morning Post. “We need these ferries "
  "after the storms sank four of our boats.”\n\n"
  "The ferries of the shipyard in Bergen carry 300 people across the harbour of Mombasa.";
static const char ferry_b[] =
  "# Nairobi may take ferries from Oslo\n\n"
  "Ferries for Mombasa may come from Norway, the Oslo Morning Post quoted Sameer Kadiri, a member of the Energy and "
  "Transport Commission of the Kenyan parliament, as saying.\n\n"
  "“The shipyard sent drawings of ferries to us but nobody paid a deposit. We need those ferries after storms "
  "sank four boats of ours,” Kadiri said.\n\n"
  "Kenya and Norway have traded ships since 1998, and Mombasa harbour is crowded.";
static const char ferry_c[] =
  "# Ferries for Mombasa\n\n"
  "Kenya asked Norway for ferries, the Kenyan ambassador to Norway, Anna Ortiz, told Reuters.\n\n"
  "She said Mombasa harbour had lost four boats and Kenya would buy ferries from Norway next year.";
static const char other[] =
  "# Tennis: Maria Petrova wins in Melbourne\n\n"
  "Maria Petrova of Bulgaria beat Julia Weber in two sets in Melbourne on Sunday.\n\n"
  "“I played well,” Petrova said after the match. Weber left the court with a knee injury.";

static void
add_all (FixtureSet *set)
{
  fixture_set_add (set, fixture_document (ferry_a));
  fixture_set_add (set, fixture_document (ferry_b));
  fixture_set_add (set, fixture_document (ferry_c));
}

static void
test_one_course_of_events_is_one_story (void)
{
  FixtureSet set = { 0 };

  add_all (&set);
  fixture_set_add (&set, fixture_document (other));
  g_assert_cmpint (set.stories[0], ==, set.stories[1]);
  g_assert_cmpint (set.stories[0], ==, set.stories[2]);
  g_assert_cmpint (set.stories[0], !=, set.stories[3]);
  fixture_set_clear (&set);
}

static void
test_one_man_under_two_spellings_is_linked (void)
{
  FixtureSet set = { 0 };

  add_all (&set);
  g_assert_cmpint (fixture_set_find (&set, 0, "Samir Qaderi"), >, 0);
  g_assert_cmpint (fixture_set_find (&set, 0, "Samir Qaderi"), ==, fixture_set_find (&set, 1, "Sameer Kadiri"));
  fixture_set_clear (&set);
}

static void
test_one_interview_told_twice_is_one_utterance_and_one_origin (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  guint shared = 0;

  add_all (&set);
  story = fixture_set_build (&set);
  for (guint i = 0; i < story->utterances->len; i++)
    {
      const HsUtterance *utterance = story->utterances->pdata[i];

      if (utterance->statements->len > 1)
        {
          shared++;
          g_assert_cmpint (utterance->speaker, ==, fixture_set_find (&set, 0, "Samir Qaderi"));
        }
    }
  g_assert_cmpuint (shared, ==, 1);
  g_assert_true (fixture_share_origin (story, 0, 1));
  g_assert_false (fixture_share_origin (story, 0, 2));
  g_assert_cmpuint (story->origins->len, ==, 2);
  g_assert_cmpuint (story->n_articles, ==, 3);
  fixture_set_clear (&set);
}

static void
test_every_statement_is_in_exactly_one_utterance (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  guint statements = 0, in_utterances = 0;

  add_all (&set);
  story = fixture_set_build (&set);
  for (guint i = 0; i < set.n; i++)
    statements += set.analyses[i]->statements->len;
  for (guint i = 0; i < story->utterances->len; i++)
    in_utterances += ((HsUtterance *) story->utterances->pdata[i])->statements->len;
  g_assert_cmpuint (statements, >, 0);
  g_assert_cmpuint (statements, ==, in_utterances);
  fixture_set_clear (&set);
}

static void
test_two_speakers_never_share_an_utterance (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;

  fixture_set_add (&set,
                   fixture_document ("“The harbour of Mombasa needs four new ferries this year,” Anna Ortiz said."));
  fixture_set_add (&set,
                   fixture_document ("“The harbour of Mombasa needs four new ferries this year,” Paul Mbeki said."));
  story = fixture_set_build (&set);
  for (guint i = 0; i < story->utterances->len; i++)
    g_assert_cmpuint (((HsUtterance *) story->utterances->pdata[i])->statements->len, ==, 1);
  fixture_set_clear (&set);
}

static void
test_yes_and_no_are_two_utterances (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;

  fixture_set_add (&set,
                   fixture_document ("“We have signed the contract for four ferries with Norway,” Anna Ortiz said."));
  fixture_set_add (&set,
                   fixture_document ("“We have not signed the contract for four ferries with Norway,” Anna "
                                     "Ortiz said."));
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->utterances->len, ==, 2);
  fixture_set_clear (&set);
}

static void
test_a_copy_has_no_origin_of_its_own (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  static const char text[] = "The bridge of Oslo fell into the fjord on Monday after heavy rain. Nobody was "
                             "hurt in the fall, and boats kept away from the place all day while engineers looked for "
                             "the cause.";

  fixture_set_add (&set, fixture_document (text));
  fixture_set_add (&set, fixture_document (text));
  fixture_set_add (&set,
                   fixture_document ("The Oslo bridge is gone. Rain washed out its feet, and divers search "
                                     "the water."));
  story = fixture_set_build (&set);
  g_assert_true (fixture_share_origin (story, 0, 1));
  g_assert_cmpuint (story->origins->len, ==, 2);
  fixture_set_clear (&set);
}

static void
test_two_ambassadors_stay_two (void)
{
  FixtureSet set = { 0 };

  fixture_set_add (&set, fixture_document ("The Kenyan ambassador to Norway Samir Hadi Qaderi spoke on Friday."));
  fixture_set_add (&set, fixture_document ("The Kenyan ambassador to Sweden Sameer Hadi Kaderi spoke on Friday."));
  g_assert_cmpint (fixture_set_find (&set, 0, "Samir Hadi Qaderi"), !=,
                   fixture_set_find (&set, 1, "Sameer Hadi Kaderi"));
  fixture_set_clear (&set);
}

/* What they share is the surname, which each is called by as well. */
static void
test_two_of_one_surname_stay_two (void)
{
  static const char *const pairs[][2] = {
    { "Irina Ordal", "Elena Ordal" }, { "Lena Ordal", "Irina Ordal" }, { "Tomas Halenko", "Tomas Lemenko" },
    { "Wanda Varovich", "Nadia Ferovich" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      FixtureSet set = { 0 };
      const char *one = strchr (pairs[i][0], ' ') + 1, *another = strchr (pairs[i][1], ' ') + 1;
      g_autofree char *first = g_strdup_printf ("%s, the minister of education of Norway, opened a school. %s said "
                                                "that it was late.", pairs[i][0], one);
      g_autofree char *second = g_strdup_printf ("%s, a swimmer from Bergen, won the race. %s said that the water "
                                                 "was cold.", pairs[i][1], another);

      fixture_set_add (&set, fixture_document (first));
      fixture_set_add (&set, fixture_document (second));
      g_assert_cmpint (fixture_set_find (&set, 0, pairs[i][0]), !=, 0);
      g_assert_cmpint (fixture_set_find (&set, 0, pairs[i][0]), !=, fixture_set_find (&set, 1, pairs[i][1]));
      fixture_set_clear (&set);
    }
}

/* The same name and office, of two towns: asked, not joined. */
static void
test_two_mayors_of_one_name_are_proposed (void)
{
  FixtureSet set = { 0 };
  gint64 first;

  fixture_set_add (&set, fixture_document ("The mayor of Hamar, Anna Ortiz, spoke on Friday."));
  fixture_set_add (&set, fixture_document ("The mayor of Gravesend, Anna Ortiz, spoke on Friday."));
  fixture_set_add (&set, fixture_document ("The mayor of Hamar, Anna Ortiz, spoke again."));
  first = fixture_set_find (&set, 0, "Anna Ortiz");
  g_assert_cmpint (fixture_set_find (&set, 1, "Anna Ortiz"), !=, first);
  g_assert_cmpint (fixture_set_find_proposed (&set, 1, "Anna Ortiz"), ==, first);
  g_assert_cmpint (fixture_set_find (&set, 2, "Anna Ortiz"), ==, first);
  fixture_set_clear (&set);
}

static void
test_two_countries_ministries_stay_two (void)
{
  FixtureSet set = { 0 };

  fixture_set_add (&set, fixture_document ("The Kenyan Ministry of Energy wrote to the Kenyan parliament."));
  fixture_set_add (&set, fixture_document ("The Norwegian energy ministry wrote to the Norwegian parliament."));
  fixture_set_add (&set, fixture_document ("The Kenyan Energy Ministry wrote to the Parliament of Kenya."));
  g_assert_cmpint (fixture_set_find (&set, 0, "Kenyan Ministry of Energy"), ==,
                   fixture_set_find (&set, 2, "Kenyan Energy Ministry"));
  g_assert_cmpint (fixture_set_find (&set, 0, "Kenyan Ministry of Energy"), !=,
                   fixture_set_find (&set, 1, "Norwegian energy ministry"));
  g_assert_cmpint (fixture_set_find (&set, 0, "Kenyan parliament"), ==,
                   fixture_set_find (&set, 2, "Parliament of Kenya"));
  g_assert_cmpint (fixture_set_find (&set, 0, "Kenyan parliament"), !=,
                   fixture_set_find (&set, 1, "Norwegian parliament"));
  fixture_set_clear (&set);
}

static void
test_an_agency_s_dateline_is_an_origin (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;

  fixture_set_add (&set,
                   fixture_document ("NAIROBI, March 3 (Reuters) - Kenya will take six ferries, Anna Ortiz said."));
  fixture_set_add (&set,
                   fixture_document ("Six boats go to Mombasa, Anna Ortiz told Reuters. Rain is due there in April."));
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->origins->len, ==, 1);
  g_assert_cmpstr (((HsOrigin *) story->origins->pdata[0])->name, ==, "Reuters");
  g_assert_true (fixture_share_origin (story, 0, 1));
  fixture_set_clear (&set);
}

static void
test_two_weapons_stay_two (void)
{
  FixtureSet set = { 0 };

  fixture_set_add (&set, fixture_document ("They bought the S-300 system."));
  fixture_set_add (&set, fixture_document ("They bought the S-400 system and an S-300 system."));
  g_assert_cmpint (fixture_set_find (&set, 0, "S-300"), ==, fixture_set_find (&set, 1, "S-300"));
  g_assert_cmpint (fixture_set_find (&set, 0, "S-300"), !=, fixture_set_find (&set, 1, "S-400"));
  fixture_set_clear (&set);
}

static void
test_names_that_only_may_be_one_are_proposed (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsAnalysis) analysis = fixture_read ("Bosca Taganda spoke.");
  g_autoptr (GArray) links = NULL;

  fixture_set_add (&set, fixture_document ("Bosco Ntagenda spoke in Norway."));
  links = hs_linker_link (analysis, HS_INDEX (set.index), NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const HsLink *link = &g_array_index (links, HsLink, i);

      g_assert_cmpint (link->entity, ==, 0);
      if (link->proposed != 0)
        g_assert_nonnull (link->why);
    }
  fixture_set_clear (&set);
}

static void
test_a_lone_head_is_the_body_of_its_article (void)
{
  static const char one[] = "The Kenyan Security and Defence Committee met. The Committee asked for papers.";
  static const char two[] = "The Kenyan Security and Defence Committee met. The Norwegian Finance Committee did not. "
                            "The Committee asked for papers.";
  g_autoptr (HsAnalysis) a = fixture_read (one), b = fixture_read (two);
  guint bodies[2] = { 0 };

  for (guint i = 0; i < a->entities->len; i++)
    {
      const HsLocalEntity *entity = a->entities->pdata[i];

      bodies[0] += entity->kind == HS_MENTION_ORGANISATION;
      g_assert_false (g_strv_contains ((const char * const *) entity->names, "Committee"));
    }
  for (guint i = 0; i < b->entities->len; i++)
    bodies[1] += ((const HsLocalEntity *) b->entities->pdata[i])->kind == HS_MENTION_ORGANISATION;
  g_assert_cmpuint (bodies[0], ==, 1);
  /* of two, nobody can tell which: not joined to either */
  g_assert_cmpuint (bodies[1], >=, 2);
}

/* What is proposed for the entity that @name names in @text, and why. */
static char *
propose (FixtureSet *set,
         const char *text,
         const char *name)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  g_autoptr (GArray) links = hs_linker_link (analysis, HS_INDEX (set->index), NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const HsLocalEntity *entity = analysis->entities->pdata[i];
      const HsLink *link = &g_array_index (links, HsLink, i);

      if (strcmp (entity->name, name) == 0)
        return link->proposed != 0 ? g_strdup (link->why) : g_strdup (link->entity != 0 ? "one" : "two");
    }
  return NULL;
}

/* The shorter name is the short one, whichever was read first. */
static void
test_the_short_name_is_short_for_the_long (void)
{
  FixtureSet set = { 0 };
  g_autofree char *why = NULL;

  fixture_set_add (&set, fixture_document ("Zurab, a reporter, said on Monday that he was questioned in Velan."));
  why = propose (&set, "Zurab Kharatov, a baker in Norland, said that bread was dear.", "Zurab Kharatov");
  g_assert_cmpstr (why, ==, "“Zurab” may be short for “Zurab Kharatov”.");
  fixture_set_clear (&set);
}

static void
test_bodies_spelled_alike_are_proposed (void)
{
  FixtureSet set = { 0 };
  g_autofree char *alike = NULL, *apart = NULL;

  fixture_set_add (&set, fixture_document ("The Zarqal Tawheed Foundation opened a school."));
  alike = propose (&set, "The Zarkal Tawhid Foundation closed a school.", "Zarkal Tawhid Foundation");
  apart = propose (&set, "The Norlan Relief Foundation closed a school.", "Norlan Relief Foundation");
  g_assert_cmpstr (apart, ==, "two");
  g_assert_nonnull (alike);
  g_assert_nonnull (strstr (alike, "spelled alike"));
  fixture_set_clear (&set);
}

static void
test_committees_for_one_thing_are_proposed (void)
{
  FixtureSet set = { 0 };
  g_autofree char *same = NULL, *apart = NULL, *abroad = NULL;

  fixture_set_add (&set, fixture_document ("The Kenyan Security and Defence Committee met."));
  same = propose (&set, "The Kenyan National Security Commission met.", "Kenyan National Security Commission");
  apart = propose (&set, "The Kenyan Committee on Agriculture met.", "Kenyan Committee on Agriculture");
  abroad = propose (&set, "The Norwegian National Security Commission met.", "Norwegian National Security Commission");
  g_assert_nonnull (same);
  g_assert_nonnull (strstr (same, "security"));
  g_assert_cmpstr (apart, ==, "two");
  g_assert_cmpstr (abroad, ==, "two");
  fixture_set_clear (&set);
}

static void
test_ministries_of_two_countries_are_two (void)
{
  static const char *const names[] = { "Ministry of Defence", "Security and Defence Committee", "Supreme Court", NULL };
  FixtureSet set = { 0 };
  g_autofree char *unknown = NULL, *known = NULL;

  fixture_set_add (&set, fixture_document ("The Ministry of Defence wrote to the Kenyan parliament. Its Security and "
                                           "Defence Committee asked the Supreme Court."));
  known = propose (&set, "The Ministry of Defence bought ferries.", "Ministry of Defence");
  fixture_set_add (&set, fixture_document ("The Ministry of Defence wrote to the Norwegian parliament. Its Security "
                                           "and Defence Committee asked the Supreme Court."));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_cmpint (fixture_set_find (&set, 0, names[i]), !=, 0);
      g_assert_cmpint (fixture_set_find (&set, 0, names[i]), !=, fixture_set_find (&set, 1, names[i]));
    }
  /* there is one, so it is that; of two, nobody can tell which */
  unknown = propose (&set, "The Ministry of Defence bought ferries.", "Ministry of Defence");
  g_assert_cmpstr (known, ==, "one");
  g_assert_nonnull (strstr (unknown, "several countries"));
  /* once there is one of no country, it is that */
  fixture_set_add (&set, fixture_document ("The Ministry of Defence bought ferries."));
  fixture_set_add (&set, fixture_document ("The Ministry of Defence sold ferries."));
  g_assert_cmpint (fixture_set_find (&set, 2, names[0]), !=, fixture_set_find (&set, 0, names[0]));
  g_assert_cmpint (fixture_set_find (&set, 2, names[0]), ==, fixture_set_find (&set, 3, names[0]));
  fixture_set_clear (&set);
}

static void
test_a_surname_does_not_join_two_people (void)
{
  FixtureSet set = { 0 };

  fixture_set_add (&set, fixture_document ("A man called Castellan spoke. Castellan said it was late."));
  fixture_set_add (&set, fixture_document ("Peter Castellan said it was late."));
  fixture_set_add (&set, fixture_document ("Maria Castellan said it was early."));
  g_assert_cmpint (fixture_set_find (&set, 1, "Peter Castellan"), !=, fixture_set_find (&set, 2, "Maria Castellan"));
  fixture_set_clear (&set);
}

static void
test_building_is_deterministic (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) a = NULL;
  g_autoptr (HsStory) b = NULL;

  add_all (&set);
  a = fixture_set_build (&set);
  b = fixture_set_build (&set);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpuint (a->origins->len, ==, b->origins->len);
  for (guint i = 0; i < a->origins->len; i++)
    g_assert_cmpstr (((HsOrigin *) a->origins->pdata[i])->name, ==, ((HsOrigin *) b->origins->pdata[i])->name);
  fixture_set_clear (&set);
}

/* An article of twenty terms from @first on. */
static HsAnalysis *
made_of (guint first)
{
  HsAnalysis *analysis = hs_analysis_new ();

  for (guint64 t = first; t < first + 20; t++)
    g_array_append_val (analysis->terms, t);
  return analysis;
}

/* Of 3,000 articles half carry the terms 1 to 10. Ten terms of twenty are much
 * where one article has them, and little where 1,500 do: log (3501 / 2) = 7.5
 * each against log (3501 / 1501) = .85. */
static void
test_rare_terms_tell_more_than_common_ones (void)
{
  g_autoptr (HsMemoryIndex) index = hs_memory_index_new ();
  g_autoptr (HsAnalysis) common = hs_analysis_new ();
  g_autoptr (HsAnalysis) rare = hs_analysis_new ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (HsAnalysis) article = made_of (1000 + 20 * i);

      for (guint64 t = 1; i % 2 == 0 && t <= 10; t++)
        g_array_index (article->terms, guint64, t) = t;
      hs_memory_index_add_article (index, 0, 0, article->terms);
    }
  for (guint64 t = 0; t < 20; t++)
    {
      guint64 shared = t < 10 ? t + 1 : 900000 + t, own = t < 10 ? 1000 + 20 * 2999 + t : 900000 + t;

      g_array_append_val (common->terms, shared);
      g_array_append_val (rare->terms, own);
    }
  g_assert_cmpint (hs_linker_find_story (common, HS_INDEX (index), NULL), ==, 0);
  g_assert_cmpint (hs_linker_find_story (rare, HS_INDEX (index), NULL), ==, 3000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/story/one-course-of-events-is-one-story", test_one_course_of_events_is_one_story);
  g_test_add_func ("/story/one-man-under-two-spellings-is-linked", test_one_man_under_two_spellings_is_linked);
  g_test_add_func ("/story/one-interview-told-twice-is-one-utterance-and-one-origin",
                   test_one_interview_told_twice_is_one_utterance_and_one_origin);
  g_test_add_func ("/story/every-statement-is-in-exactly-one-utterance",
                   test_every_statement_is_in_exactly_one_utterance);
  g_test_add_func ("/story/two-speakers-never-share-an-utterance", test_two_speakers_never_share_an_utterance);
  g_test_add_func ("/story/yes-and-no-are-two-utterances", test_yes_and_no_are_two_utterances);
  g_test_add_func ("/story/a-copy-has-no-origin-of-its-own", test_a_copy_has_no_origin_of_its_own);
  g_test_add_func ("/story/two-ambassadors-stay-two", test_two_ambassadors_stay_two);
  g_test_add_func ("/story/two-of-one-surname-stay-two", test_two_of_one_surname_stay_two);
  g_test_add_func ("/story/two-mayors-of-one-name-are-proposed", test_two_mayors_of_one_name_are_proposed);
  g_test_add_func ("/story/two-countries-ministries-stay-two", test_two_countries_ministries_stay_two);
  g_test_add_func ("/story/an-agency-s-dateline-is-an-origin", test_an_agency_s_dateline_is_an_origin);
  g_test_add_func ("/story/two-weapons-stay-two", test_two_weapons_stay_two);
  g_test_add_func ("/story/names-that-only-may-be-one-are-proposed", test_names_that_only_may_be_one_are_proposed);
  g_test_add_func ("/story/a-lone-head-is-the-body-of-its-article", test_a_lone_head_is_the_body_of_its_article);
  g_test_add_func ("/story/the-short-name-is-short-for-the-long", test_the_short_name_is_short_for_the_long);
  g_test_add_func ("/story/bodies-spelled-alike-are-proposed", test_bodies_spelled_alike_are_proposed);
  g_test_add_func ("/story/ministries-of-two-countries-are-two", test_ministries_of_two_countries_are_two);
  g_test_add_func ("/story/committees-for-one-thing-are-proposed", test_committees_for_one_thing_are_proposed);
  g_test_add_func ("/story/a-surname-does-not-join-two-people", test_a_surname_does_not_join_two_people);
  g_test_add_func ("/story/building-is-deterministic", test_building_is_deterministic);
  g_test_add_func ("/story/rare-terms-tell-more-than-common-ones", test_rare_terms_tell_more_than_common_ones);
  return g_test_run ();
}
