/* test-origins.c: from whom an article has it, and what the user says of that
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"
#include "copies.h"
#include "hs-story-set.h"

static const char told[] =
  "# Ferries for Mombasa?\n\n"
  "“The shipyard has sent us drawings of the ferries, but nobody has paid a deposit,” Samir Qaderi, a member of the "
  "Kenyan parliament, told the Oslo Courier. “We need these ferries after the storms sank four of our boats.”";
static const char retold[] =
  "# Mombasa waits for boats\n\n"
  "The yard sent drawings of ferries to us, and nobody paid the deposit, Samir Qaderi, a member of the Kenyan "
  "parliament, said.\n\n“We need ferries after the storms sank four boats of ours,” Qaderi said.";
static const char other[] =
  "# Norway on ferries\n\nAnna Ortiz, the Kenyan ambassador to Norway, told Reuters that two yards had written to her.";

static void
add_three (FixtureSet *set)
{
  fixture_set_add (set, fixture_document (told));
  fixture_set_add (set, fixture_document (retold));
  fixture_set_add (set, fixture_document (other));
}

static const HsOrigin *
origin_of (const HsStory *story,
           guint          article)
{
  for (guint i = 0; i < story->origins->len; i++)
    {
      const HsOrigin *origin = story->origins->pdata[i];

      for (guint k = 0; k < origin->articles->len; k++)
        if (g_array_index (origin->articles, guint, k) == article)
          return origin;
    }
  return NULL;
}

static HsViaManner
manner_of (const HsOrigin *origin,
           guint           article)
{
  for (guint k = 0; k < origin->articles->len; k++)
    if (g_array_index (origin->articles, guint, k) == article)
      return g_array_index (origin->manners, HsViaManner, k);
  g_assert_not_reached ();
}

static const HsEdge *
find_edge (const HsStory *story,
           const char    *key)
{
  for (guint i = 0; i < story->edges->len; i++)
    if (strcmp (((HsEdge *) story->edges->pdata[i])->key, key) == 0)
      return story->edges->pdata[i];
  return NULL;
}

static void
test_who_does_not_say_where_from_is_proposed (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  const HsOrigin *origin;

  add_three (&set);
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->origins->len, ==, 2);
  origin = origin_of (story, 1);
  g_assert_true (origin == origin_of (story, 0));
  g_assert_cmpstr (origin->name, ==, "Oslo Courier");
  g_assert_cmpint (manner_of (origin, 0), ==, HS_VIA_STATED);
  g_assert_cmpint (manner_of (origin, 1), ==, HS_VIA_IMPLIED);
  fixture_set_clear (&set);
}

static void
test_every_edge_shows_its_words (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  g_autofree char *key = NULL;
  const HsEdge *edge;

  add_three (&set);
  story = fixture_set_build (&set);
  key = g_strdup_printf ("outlet:%" G_GINT64_FORMAT ">article:1", fixture_set_find (&set, 0, "Oslo Courier"));
  edge = find_edge (story, key);
  g_assert_nonnull (edge);
  g_assert_cmpint (edge->manner, ==, HS_VIA_STATED);
  g_assert_cmpint (edge->from.kind, ==, HS_NODE_OUTLET);
  g_assert_cmpint (edge->to.kind, ==, HS_NODE_ARTICLE);
  for (guint i = 0; i < story->edges->len; i++)
    {
      const HsEdge *each = story->edges->pdata[i];

      g_assert_cmpuint (each->evidence->len, >, 0);
      for (guint e = 0; e < each->evidence->len; e++)
        g_assert_false (hs_span_is_none (g_array_index (each->evidence, HsEvidence, e).span));
    }
  fixture_set_clear (&set);
}

static void
test_a_cut_edge_stays_cut (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  g_autofree char *key = NULL;
  HsEdgeConstraint cut = { NULL, HS_EDGE_CUT };

  add_three (&set);
  key = g_strdup_printf ("outlet:%" G_GINT64_FORMAT ">article:2", fixture_set_find (&set, 0, "Oslo Courier"));
  cut.key = key;
  for (guint again = 0; again < 2; again++)
    {
      g_clear_pointer (&story, hs_story_free);
      story = fixture_set_build_under (&set, &cut, 1);
      g_assert_cmpuint (story->origins->len, ==, 3);
      g_assert_true (origin_of (story, 1) != origin_of (story, 0));
      g_assert_null (find_edge (story, key));
    }
  fixture_set_clear (&set);
}

static void
test_a_drawn_edge_joins (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  g_autofree char *drawn = NULL;
  g_autofree char *cut = NULL;
  HsEdgeConstraint constraints[2];

  add_three (&set);
  drawn = g_strdup_printf ("outlet:%" G_GINT64_FORMAT ">article:3", fixture_set_find (&set, 0, "Oslo Courier"));
  cut = g_strdup_printf ("outlet:%" G_GINT64_FORMAT ">article:3", fixture_set_find (&set, 2, "Reuters"));
  constraints[0] = (HsEdgeConstraint) { drawn, HS_EDGE_CONFIRM };
  constraints[1] = (HsEdgeConstraint) { cut, HS_EDGE_CUT };
  story = fixture_set_build_under (&set, constraints, 2);
  g_assert_cmpuint (story->origins->len, ==, 1);
  g_assert_nonnull (find_edge (story, drawn));
  g_assert_true (find_edge (story, drawn)->confirmed);
  fixture_set_clear (&set);
}

static void
test_a_decision_on_an_edge_that_is_no_more_changes_nothing (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  HsEdgeConstraint cut = { "outlet:999>article:77", HS_EDGE_CUT };

  add_three (&set);
  story = fixture_set_build_under (&set, &cut, 1);
  g_assert_cmpuint (story->origins->len, ==, 2);
  fixture_set_clear (&set);
}

static void
test_wishes_are_no_speech (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;

  fixture_set_add (&set, fixture_document ("Anna Ortiz said that the bridge was open. Paul Mbeki wants a new bridge."));
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->n_speakers, ==, 1);
  fixture_set_clear (&set);
}

/* "A, citing B": both would be origins if the chain had no order. */
static void
test_a_chain_has_one_beginning (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  g_autofree char *key = NULL;

  fixture_set_add (&set, fixture_document ("Reuters, citing the Oslo Courier, reported that the bridge was open."));
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->origins->len, ==, 1);
  g_assert_cmpstr (((HsOrigin *) story->origins->pdata[0])->name, ==, "Oslo Courier");
  key = g_strdup_printf ("outlet:%" G_GINT64_FORMAT ">outlet:%" G_GINT64_FORMAT,
                         fixture_set_find (&set, 0, "Oslo Courier"), fixture_set_find (&set, 0, "Reuters"));
  g_assert_nonnull (find_edge (story, key));
  fixture_set_clear (&set);
}

static void
add_to (HsStorySet *set,
        const char *text)
{
  g_autoptr (HsDocument) document = fixture_document (text);
  g_autoptr (HsAnalysis) analysis = hs_analyser_read (fixture_analyser (), document, NULL, NULL);

  g_assert_true (hs_story_set_add (set, NULL, document, analysis, NULL));
}

static void
test_the_user_splits_and_merges_stories (void)
{
  g_autoptr (HsStorySet) set = hs_story_set_new ();
  const GArray *members;

  add_to (set, told);
  add_to (set, retold);
  add_to (set, "# Tennis\n\nMaria Petrova of Bulgaria beat Julia Weber in two sets in Melbourne on Sunday.");
  hs_story_set_move (set, 2, 0);
  g_assert_true (hs_story_set_build (set, NULL, NULL));
  g_assert_cmpint (hs_story_set_get_article (set, 2)->story, ==, hs_story_set_get_article (set, 0)->story);
  hs_story_set_move (set, 0, 0);
  g_assert_true (hs_story_set_build (set, NULL, NULL));
  g_assert_cmpint (hs_story_set_get_article (set, 2)->story, !=, hs_story_set_get_article (set, 0)->story);
  hs_story_set_get_story (set, 0, &members);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpuint (g_array_index (members, guint, 0), ==, 0);
}

static const HsModality *
step_at (const HsAnalysis *analysis,
         HsStepPlace       place,
         const char       *act)
{
  for (guint i = 0; i < analysis->modality->len; i++)
    {
      const HsModality *m = &g_array_index (analysis->modality, HsModality, i);

      if (m->place == place && strcmp (m->act, act) == 0)
        return m;
    }
  return NULL;
}

static void
test_each_place_has_its_step (void)
{
  static const struct
  {
    const char *text;
    HsStepPlace place;
    HsStep step;
  } cases[] = {
    { "# Kenya considers buying ferries\n\nIt rained.", HS_PLACE_HEADLINE, HS_STEP_CONSIDERED },
    { "# Kenya asked to buy ferries\n\nIt rained.", HS_PLACE_HEADLINE, HS_STEP_ASKED },
    { "# Ferries\n\nKenya is in talks to buy ferries.", HS_PLACE_BODY, HS_STEP_TALKS },
    { "# Ferries\n\nKenya agreed to buy ferries.", HS_PLACE_BODY, HS_STEP_AGREED },
    { "# Ferries\n\nKenya bought two ferries.", HS_PLACE_BODY, HS_STEP_DELIVERED },
    { "# Ferries\n\n“We are negotiating with the yard to buy ferries,” Anna Ortiz said.", HS_PLACE_STATEMENT,
      HS_STEP_TALKS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (cases[i].text);
      const HsModality *m = step_at (analysis, cases[i].place, "buy");

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (m);
      g_assert_cmpint (m->step, ==, cases[i].step);
      g_assert_false (hs_span_is_none (m->span));
    }
}

static void
test_no_contract_signed_is_denied (void)
{
  static const char * const texts[] = {
    "# Ferries\n\n“No contract has been signed yet,” Anna Ortiz said.",
    "# Ferries\n\n“We saw the ferries, but nobody here in the house has put his name to a contract,” Anna Ortiz said.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (texts[i]);
      const HsModality *m = step_at (analysis, HS_PLACE_STATEMENT, "sign");

      g_assert_nonnull (m);
      g_assert_cmpint (m->step, ==, HS_STEP_DENIED);
    }
}

static void
test_what_is_denied_is_not_done_anywhere (void)
{
  static const char text[] = "# Ministry denies deal\n\nThe Ministry of Transport of Kenya on Wednesday denied reports "
                             "that the country has bought ferries from Norland.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint denied = 0;

  for (guint i = 0; i < analysis->modality->len; i++)
    {
      const HsModality *m = &g_array_index (analysis->modality, HsModality, i);

      g_assert_cmpint (m->step, <, HS_STEP_AGREED);
      denied += m->step == HS_STEP_DENIED;
    }
  g_assert_cmpuint (denied, >, 0);
}

static void
test_steps_follow_the_dates (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;
  HsDocument *late = fixture_document ("# Kenya bought ferries\n\nIt rained."), *early;

  early = fixture_document ("# Kenya considers buying ferries\n\nIt rained.");
  late->published = g_strdup ("2020-03-04");
  early->published = g_strdup ("2020-01-02");
  fixture_set_add (&set, late);
  fixture_set_add (&set, early);
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->steps->len, ==, 2);
  g_assert_cmpuint (g_array_index (story->steps, HsStoryStep, 0).article, ==, 1);
  g_assert_cmpint (g_array_index (story->steps, HsStoryStep, 0).modality.step, ==, HS_STEP_CONSIDERED);
  g_assert_cmpint (g_array_index (story->steps, HsStoryStep, 1).modality.step, ==, HS_STEP_DELIVERED);
  fixture_set_clear (&set);
}

static void
test_what_is_not_the_speaker_s_is_marked (void)
{
  static const char text[] = "“It will buy the [ferry] soon (a boat banned in Norway – ed.) … we hope,” Anna "
                             "Ortiz said.";
  static const HsQuoteMarkKind kinds[] = { HS_QUOTE_BRACKET, HS_QUOTE_GLOSS, HS_QUOTE_CUT };
  static const char *const words[] = { "[ferry]", "(a boat banned in Norway – ed.)", "…" };
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (analysis->quote_marks->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const HsQuoteMark *mark = &g_array_index (analysis->quote_marks, HsQuoteMark, i);
      g_autofree char *cut = fixture_cut (text, mark->span);

      g_assert_cmpint (mark->kind, ==, kinds[i]);
      g_assert_cmpstr (cut, ==, words[i]);
    }
}

static void
test_other_figures_in_one_quotation_show (void)
{
  FixtureSet set = { 0 };
  g_autoptr (HsStory) story = NULL;

  fixture_set_add (&set,
                   fixture_document ("“The harbour needs 4 new ferries, 20 boats and a crane this year,” Anna "
                                     "Ortiz said."));
  fixture_set_add (&set,
                   fixture_document ("“The harbour needs 6 new ferries, 20 boats and a crane this year,” Anna "
                                     "Ortiz said."));
  story = fixture_set_build (&set);
  g_assert_cmpuint (story->variants->len, ==, 1);
  g_assert_cmpint (g_array_index (story->variants, HsQuoteVariant, 0).kind, ==, HS_VARIANT_NUMBERS);
  fixture_set_clear (&set);
}

static void
test_a_copy_is_met_among_others (void)
{
  g_autoptr (Copies) copies = copies_new ();
  g_autoptr (HsAnalysis) one = fixture_read (told);
  g_autoptr (HsAnalysis) two = fixture_read (other);
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) none = NULL;

  none = copies_find (copies, one->sketch, 4);
  g_assert_cmpuint (none->len, ==, 0);
  copies_add (copies, 7, one->sketch);
  copies_add (copies, 8, two->sketch);
  found = copies_find (copies, one->sketch, 4);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (g_array_index (found, Copy, 0).id, ==, 7);
  g_assert_cmpfloat (g_array_index (found, Copy, 0).overlap, ==, 1.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/origins/who-does-not-say-where-from-is-proposed", test_who_does_not_say_where_from_is_proposed);
  g_test_add_func ("/origins/every-edge-shows-its-words", test_every_edge_shows_its_words);
  g_test_add_func ("/origins/a-cut-edge-stays-cut", test_a_cut_edge_stays_cut);
  g_test_add_func ("/origins/a-drawn-edge-joins", test_a_drawn_edge_joins);
  g_test_add_func ("/origins/a-decision-on-an-edge-that-is-no-more-changes-nothing",
                   test_a_decision_on_an_edge_that_is_no_more_changes_nothing);
  g_test_add_func ("/origins/wishes-are-no-speech", test_wishes_are_no_speech);
  g_test_add_func ("/origins/a-chain-has-one-beginning", test_a_chain_has_one_beginning);
  g_test_add_func ("/origins/the-user-splits-and-merges-stories", test_the_user_splits_and_merges_stories);
  g_test_add_func ("/origins/each-place-has-its-step", test_each_place_has_its_step);
  g_test_add_func ("/origins/no-contract-signed-is-denied", test_no_contract_signed_is_denied);
  g_test_add_func ("/origins/what-is-denied-is-not-done-anywhere", test_what_is_denied_is_not_done_anywhere);
  g_test_add_func ("/origins/steps-follow-the-dates", test_steps_follow_the_dates);
  g_test_add_func ("/origins/what-is-not-the-speaker-s-is-marked", test_what_is_not_the_speaker_s_is_marked);
  g_test_add_func ("/origins/other-figures-in-one-quotation-show", test_other_figures_in_one_quotation_show);
  g_test_add_func ("/origins/a-copy-is-met-among-others", test_a_copy_is_met_among_others);
  return g_test_run ();
}
