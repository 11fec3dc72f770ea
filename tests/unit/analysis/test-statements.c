/* test-statements.c: who is said to have said what, and through whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

/* The one statement of @text: its speaker's name, its cue, its content. */
static void
assert_says (const char *text,
             const char *speaker,
             const char *cue,
             const char *content)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *found = NULL;

  for (guint i = 0; i < analysis->statements->len && found == NULL; i++)
    {
      const HsStatement *s = analysis->statements->pdata[i];
      const HsLocalEntity *entity = fixture_speaker (analysis, i);
      g_autofree char *c = fixture_cut (text, g_array_index (s->content, HsSpan, 0));
      g_autofree char *q = hs_span_is_none (s->cue) ? g_strdup ("") : fixture_cut (text, s->cue);

      g_test_message ("%s | %s | %s", entity != NULL ? entity->name : "-", q, c);
      if (strcmp (c, content) == 0 && strcmp (q, cue) == 0 &&
          g_strcmp0 (entity != NULL ? entity->name : NULL, speaker) == 0)
        found = s;
    }
  if (found == NULL)
    {
      g_test_fail_printf ("not found in: %s", text);
      return;
    }
  g_assert_cmpint (found->named, ==, speaker != NULL);
}

static void
test_cue_after_between_and_before (void)
{
  assert_says ("“The bridge is open,” Anna Ortiz said.", "Anna Ortiz", "said", "“The bridge is open,”");
  assert_says ("“The bridge is open,” said Anna Ortiz, the mayor of Oslo.", "Anna Ortiz", "said",
               "“The bridge is open,”");
  assert_says ("Anna Ortiz said that the bridge was open.", "Anna Ortiz", "said", "the bridge was open");
  assert_says ("Anna Ortiz said: “The bridge is open.”", "Anna Ortiz", "said", "“The bridge is open.”");
  assert_says ("The bridge was open, Anna Ortiz said.", "Anna Ortiz", "said", "The bridge was open");
}

static void
test_every_kind_of_marks (void)
{
  assert_says ("\"The bridge is open now,\" Anna Ortiz said.", "Anna Ortiz", "said", "\"The bridge is open now,\"");
  assert_says ("«The bridge is open now», said Anna Ortiz.", "Anna Ortiz", "said", "«The bridge is open now»");
  assert_says ("''The bridge is open now,'' Anna Ortiz said.", "Anna Ortiz", "said", "''The bridge is open now,''");
  assert_says ("‘The bridge is open now,’ Anna Ortiz said.", "Anna Ortiz", "said", "‘The bridge is open now,’");
}

static void
test_according_to_at_either_end (void)
{
  assert_says ("According to Anna Ortiz, the bridge was open.", "Anna Ortiz", "According to", "the bridge was open");
  assert_says ("The bridge was open, according to Anna Ortiz.", "Anna Ortiz", "according to", "The bridge was open");
}

static void
test_attribution_inside_the_marks (void)
{
  static const char text[] = "“We talk about the bridge, but nothing is signed, — said engineer Anna Ortiz. — We "
                             "need it.”";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *s;

  g_assert_cmpuint (analysis->statements->len, ==, 1);
  s = analysis->statements->pdata[0];
  g_assert_cmpuint (s->content->len, ==, 2);
  g_assert_cmpstr (fixture_speaker (analysis, 0)->name, ==, "Anna Ortiz");
}

static void
test_a_quotation_resumed_is_one_statement (void)
{
  static const char text[] = "“It is open,” Anna Ortiz said. “We are glad of it.”";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (analysis->statements->len, ==, 1);
  g_assert_cmpuint (((HsStatement *) analysis->statements->pdata[0])->content->len, ==, 2);
}

static void
test_pronouns_and_descriptions_find_their_person (void)
{
  static const char text[] = "Anna Ortiz, the Kenyan ambassador to Norway, spoke on Friday. She said the bridge was "
                             "open.\n\nThe ambassador added that it was long.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (analysis->statements->len, ==, 2);
  g_assert_cmpstr (fixture_speaker (analysis, 0)->name, ==, "Anna Ortiz");
  g_assert_cmpstr (fixture_speaker (analysis, 1)->name, ==, "Anna Ortiz");
}

static void
test_groups_and_aides_are_nobody_in_particular (void)
{
  assert_says ("Several officials said the bridge was open.", NULL, "said", "the bridge was open");
  assert_says ("Aides to Anna Ortiz said the bridge was open.", NULL, "said", "the bridge was open");
  assert_says ("State Department officials said the bridge was open.", NULL, "said", "the bridge was open");
}

static const char *
only_via (const char    *text,
          HsViaManner    manner,
          guint          statement)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *s;
  const HsVia *via;
  const HsLocalEntity *outlet;

  g_assert_cmpuint (analysis->statements->len, >, statement);
  s = analysis->statements->pdata[statement];
  g_assert_cmpuint (s->vias->len, ==, 1);
  via = &g_array_index (s->vias, HsVia, 0);
  g_assert_cmpint (via->manner, ==, manner);
  outlet = analysis->entities->pdata[via->outlet];
  return g_intern_string (outlet->name);
}

static void
test_the_outlet_told_is_the_via (void)
{
  g_assert_cmpstr (only_via ("The bridge was open, Anna Ortiz told Reuters.", HS_VIA_STATED, 0), ==, "Reuters");
  g_assert_cmpstr (only_via ("“It is open,” said Anna Ortiz in an interview with the Oslo Morning Post.", HS_VIA_STATED,
                             0),
                   ==, "Oslo Morning Post");
  g_assert_cmpstr (only_via ("“It is open,” said Anna Ortiz in comments to Fjordline, an Oslo-based outlet.",
                             HS_VIA_STATED, 0),
                   ==, "Fjordline");
  g_assert_cmpstr (only_via ("The local Al-Nur television channel, referring to Ortiz, said that it was open. "
                             "Anna Ortiz was there.", HS_VIA_STATED, 0), ==, "Al-Nur");
}

static void
test_quoted_by_an_outlet_as_saying (void)
{
  static const char text[] = "The bridge was open, Reuters on Monday quoted Anna Ortiz, a city engineer, as saying.";

  g_assert_cmpstr (only_via (text, HS_VIA_STATED, 0), ==, "Reuters");
  assert_says (text, "Anna Ortiz", "quoted", "The bridge was open");
}

static void
test_the_via_is_carried_to_the_next_statement (void)
{
  g_assert_cmpstr (only_via ("The bridge was open, Anna Ortiz told Reuters. She added that it was long.",
                             HS_VIA_CARRIED, 1),
                   ==, "Reuters");
}

static void
test_hearsay_has_no_speaker (void)
{
  static const char text[] = "Reportedly, the bridge was closed by wind.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *s;

  g_assert_cmpuint (analysis->statements->len, ==, 1);
  s = analysis->statements->pdata[0];
  g_assert_true (hs_span_is_none (s->speaker));
  g_assert_false (s->named);
}

static void
test_who_reports_at_the_end_carries_what_is_said_before (void)
{
  static const char text[] = "Mayor Anna Ortiz called the bridge a scandal, the broadcaster KTN reported.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *s = analysis->statements->pdata[0];
  g_autofree char *content = fixture_cut (text, g_array_index (s->content, HsSpan, 0));

  g_assert_cmpuint (analysis->statements->len, ==, 2);
  g_assert_cmpstr (fixture_speaker (analysis, 0)->name, ==, "Anna Ortiz");
  g_assert_cmpstr (content, ==, "the bridge a scandal");
  g_assert_cmpuint (s->vias->len, ==, 1);
}

static void
test_nouns_are_no_cues (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("The latest reports, several disputed claims and two long statements "
                                                  "lay on the table beside the plans of the bridge.");

  g_assert_cmpuint (analysis->statements->len, ==, 0);
}

static void
test_things_do_not_speak (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("The talks continue after the storm that closed the bridge of Oslo.");

  g_assert_cmpuint (analysis->statements->len, ==, 0);
}

static void
test_judgements_wishes_and_refusals_are_told (void)
{
  assert_says ("Anna Ortiz praised the new bridge, which opened in May.", "Anna Ortiz", "praised", "the new bridge");
  assert_says ("Anna Ortiz refuses to name the owner of the bridge.", "Anna Ortiz", "refuses",
               "to name the owner of the bridge");
  assert_says ("The bridge was criticised by Anna Ortiz.", "Anna Ortiz", "criticised", "The bridge");
  assert_says ("Anna Ortiz was confident that the bridge would hold.", "Anna Ortiz", "confident",
               "the bridge would hold");
  assert_says ("It was Anna Ortiz’s claim that the bridge was safe.", "Anna Ortiz", "claim", "the bridge was safe");
  assert_says ("The bridge is expected to open in May.", NULL, "expected", "The bridge");
}

static void
test_what_is_asked_first_has_no_speaker (void)
{
  assert_says ("Asked about the bridge, Anna Ortiz said that it was open.", NULL, "Asked", "about the bridge");
  assert_says ("Asked about the bridge, Anna Ortiz said that it was open.", "Anna Ortiz", "said", "it was open");
}

static void
test_participles_are_no_cues (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("The plan proposed by engineers lay beside the boats called "
                                                  "back from the north, compared with last year, and the teams "
                                                  "backed out.");

  for (guint i = 0; i < analysis->statements->len; i++)
    g_assert_true (hs_span_is_none (((HsStatement *) analysis->statements->pdata[i])->cue));
}

static void
test_a_cue_says_what_it_commits_to (void)
{
  static const struct
  {
    const char *text;
    HsCommitment commitment;
    HsPolarity polarity;
    gboolean speech;
  } cases[] = {
    { "Anna Ortiz said that the bridge was open.", HS_COMMITMENT_SAYS, HS_POLARITY_AFFIRMS, TRUE },
    { "Anna Ortiz confirmed that the bridge was open.", HS_COMMITMENT_CONFIRMS, HS_POLARITY_AFFIRMS, TRUE },
    { "Anna Ortiz claimed that the bridge was open.", HS_COMMITMENT_CLAIMS, HS_POLARITY_AFFIRMS, TRUE },
    { "Anna Ortiz denied that the bridge was open.", HS_COMMITMENT_DENIES, HS_POLARITY_DENIES, TRUE },
    { "Anna Ortiz warned that the bridge was old.", HS_COMMITMENT_WARNS, HS_POLARITY_AFFIRMS, TRUE },
    { "Anna Ortiz refused to open the bridge.", HS_COMMITMENT_WITHHOLDS, HS_POLARITY_NEITHER, TRUE },
    { "Anna Ortiz did not say that the bridge was open.", HS_COMMITMENT_WITHHOLDS, HS_POLARITY_NEITHER, TRUE },
    { "Nobody at the ministry said that the bridge was open.", HS_COMMITMENT_WITHHOLDS, HS_POLARITY_NEITHER, TRUE },
    { "No official confirmed that the bridge was open.", HS_COMMITMENT_WITHHOLDS, HS_POLARITY_NEITHER, TRUE },
    { "No 10 said that the bridge was open.", HS_COMMITMENT_SAYS, HS_POLARITY_AFFIRMS, TRUE },
    { "Anna Ortiz believes that the bridge is open.", HS_COMMITMENT_BELIEVES, HS_POLARITY_AFFIRMS, FALSE },
    { "Anna Ortiz wants a new bridge.", HS_COMMITMENT_WISHES, HS_POLARITY_NEITHER, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (cases[i].text);
      const HsStatement *s;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (analysis->statements->len, ==, 1);
      s = analysis->statements->pdata[0];
      g_assert_cmpint (s->commitment, ==, cases[i].commitment);
      g_assert_cmpint (s->polarity, ==, cases[i].polarity);
      g_assert_cmpint (hs_statement_is_speech (s), ==, cases[i].speech);
    }
}

/* "A reported, citing B": A is nearest, B where it began. */
static void
test_a_chain_of_outlets_is_kept_in_order (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("Reuters, citing the Oslo Courier, reported that the bridge "
                                                  "was open.");
  const HsStatement *s;

  g_assert_cmpuint (analysis->statements->len, >=, 1);
  s = analysis->statements->pdata[0];
  g_assert_cmpuint (s->vias->len, ==, 2);
  for (guint v = 0; v < 2; v++)
    {
      const HsVia *via = &g_array_index (s->vias, HsVia, v);
      const HsLocalEntity *outlet = analysis->entities->pdata[via->outlet];

      g_assert_cmpuint (via->step, ==, v);
      g_assert_cmpstr (outlet->name, ==, v == 0 ? "Reuters" : "Oslo Courier");
    }
}

/* Whoever denies what an outlet reports does not speak through it. */
static void
test_what_is_spoken_about_is_no_via (void)
{
  static const char *const texts[] = { "Anna Ortiz said that reports in the Oslo Courier were false.",
                                       "Anna Ortiz rejected a report by Reuters." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (analysis->statements->len, ==, 1);
      g_assert_cmpuint (((HsStatement *) analysis->statements->pdata[0])->vias->len, ==, 0);
    }
}

static void
test_an_outlet_nobody_knows_is_told_by_its_name (void)
{
  g_assert_cmpstr (only_via ("The bridge was open, Anna Ortiz told the Grenloch Gazette.", HS_VIA_STATED, 0), ==,
                   "Grenloch Gazette");
  g_assert_cmpstr (only_via ("The Grenloch Observer quoted Anna Ortiz as saying that the bridge was open.",
                             HS_VIA_STATED, 0),
                   ==, "Grenloch Observer");
}

static void
test_a_sentence_may_end_with_who_says_it (void)
{
  assert_says ("The boats leave every three days, Anna Ortiz reports.", "Anna Ortiz", "reports",
               "The boats leave every three days");
  assert_says ("The talks are continuing, Anna Ortiz said.", "Anna Ortiz", "said", "The talks are continuing");
  assert_says ("The bridge will close in May, Anna Ortiz has learned.", "Anna Ortiz", "learned",
               "The bridge will close in May");
  assert_says ("In a long meeting with the board Anna Ortiz said that the bridge was open.", "Anna Ortiz", "said",
               "the bridge was open");
}

static void
test_words_together_are_a_cue (void)
{
  assert_says ("Anna Ortiz laid out her plan for the bridge.", "Anna Ortiz", "laid out", "her plan for the bridge");
  assert_says ("Anna Ortiz takes aim at the owner of the bridge.", "Anna Ortiz", "takes aim at",
               "the owner of the bridge");
  assert_says ("Anna Ortiz is in favor of the bridge.", "Anna Ortiz", "in favor of", "the bridge");
  assert_says ("Anna Ortiz is a staunch opponent of the bridge.", "Anna Ortiz", "opponent", "of the bridge");
}

static void
test_an_act_is_told_once (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("Anna Ortiz took offense at suggestions that the bridge is old.");

  g_assert_cmpuint (analysis->statements->len, ==, 1);
}

static void
test_what_is_said_ends_with_its_clause (void)
{
  assert_says ("Although Anna Ortiz admitted the delay, he does not explain it.", "Anna Ortiz", "admitted",
               "the delay");
  assert_says ("Anna Ortiz rejects the plan and praises the bridge.", "Anna Ortiz", "rejects", "the plan");
  assert_says ("Anna Ortiz said the bridge was open, but she refuses to name the owner.", "Anna Ortiz", "said",
               "the bridge was open");
}

static void
test_an_addressee_is_not_said (void)
{
  assert_says ("Anna Ortiz’s complaint to the Court of Appeal says the bridge was closed.", NULL, "says",
               "the bridge was closed");
}

static void
test_questions_and_participles_tell_nothing (void)
{
  static const char *const texts[] = { "Would you think it was a bridge?",
                                       "The city was full of people accused of theft.",
                                       "The price will decline by four crowns.",
                                       "The bridge must be welcomed with a new road." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (analysis->statements->len, ==, 0);
    }
}

/* Where whom it is told to ends, the clause begins, with its subject. */
static void
test_what_is_told_keeps_its_subject (void)
{
  assert_says ("Anna Ortiz told reporters she had warned the engineers.", "Anna Ortiz", "told",
               "she had warned the engineers");
  assert_says ("Anna Ortiz told the court in Velan the bridge would fall.", "Anna Ortiz", "told",
               "the bridge would fall");
}

static void
test_what_is_said_may_stand_on_both_sides (void)
{
  static const char text[] = "Farmers from the hills, Anna Ortiz said, had used the bridge for years.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsStatement *s = analysis->statements->pdata[0];

  assert_says (text, "Anna Ortiz", "said", "Farmers from the hills");
  g_assert_cmpuint (s->content->len, ==, 2);
}

/* What is done with the verbs of saying, and in headlines without an auxiliary. */
static void
test_deeds_are_not_said (void)
{
  static const char *const texts[] = {
    "# Mayor’s aide charged over bridge contract\n\nThe road was wet.",
    "# Court told of ghost bridges in Velan\n\nThe road was wet.",
    "# Former mayor found guilty of fraud\n\nThe road was wet.",
    "The party has ruled Norland since 2008.",
    "Anna Ortiz thanked the engineers.",
    "Anna Ortiz agreed in an email.",
    "The deputy mayor did not answer calls.",
    "The engineers continued crossing the bridge.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (texts[i]);

      if (analysis->statements->len != 0)
        g_test_fail_printf ("something is said in: %s", texts[i]);
    }
}

static void
test_who_is_only_spoken_of_in_the_phrase_does_not_speak (void)
{
  assert_says ("A spokesperson for Transport Minister Omar Bekele said that the road was open.", NULL, "said",
               "the road was open");
  assert_says ("A lawyer named in the case against opposition financier Omar Bekele denied the charge.", NULL, "denied",
               "the charge");
  assert_says ("Anna Ortiz of the Unity bloc said that the road was open.", "Anna Ortiz", "said", "the road was open");
}

static void
test_the_phrase_is_whole_and_no_more (void)
{
  g_autoptr (HsAnalysis) dated = fixture_read ("The High Court on Tuesday ruled that the law was void.");
  g_autofree char *words = fixture_cut ("The High Court on Tuesday ruled that the law was void.",
                                        ((HsStatement *) dated->statements->pdata[0])->speaker);

  g_assert_cmpstr (words, ==, "The High Court");
  assert_says ("Anna Ortiz, a trader in Velan, east Norland, said that orders had fallen.", "Anna Ortiz", "said",
               "orders had fallen");
}

/* A paper says what somebody said: both are told, his words through it. */
static void
test_who_is_heard_through_a_paper_speaks (void)
{
  static const char text[] = "Anna Ortiz said that the price was too high, according to the Harbour Daily.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_says (text, "Anna Ortiz", "said", "the price was too high");
  g_assert_cmpuint (((HsStatement *) analysis->statements->pdata[0])->vias->len, ==, 1);
  assert_says ("“The price is agreed,” Anna Ortiz was quoted as saying by the Harbour Daily.", "Anna Ortiz",
               "quoted as saying", "“The price is agreed,”");
}

static void
test_an_agency_of_the_state_is_no_paper (void)
{
  static const char text[] = "The National Crime Agency said that two men were arrested.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (((HsStatement *) analysis->statements->pdata[0])->vias->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/cue-after-between-and-before", test_cue_after_between_and_before);
  g_test_add_func ("/statements/every-kind-of-marks", test_every_kind_of_marks);
  g_test_add_func ("/statements/according-to-at-either-end", test_according_to_at_either_end);
  g_test_add_func ("/statements/attribution-inside-the-marks", test_attribution_inside_the_marks);
  g_test_add_func ("/statements/a-quotation-resumed-is-one-statement", test_a_quotation_resumed_is_one_statement);
  g_test_add_func ("/statements/pronouns-and-descriptions-find-their-person",
                   test_pronouns_and_descriptions_find_their_person);
  g_test_add_func ("/statements/groups-and-aides-are-nobody-in-particular",
                   test_groups_and_aides_are_nobody_in_particular);
  g_test_add_func ("/statements/the-outlet-told-is-the-via", test_the_outlet_told_is_the_via);
  g_test_add_func ("/statements/quoted-by-an-outlet-as-saying", test_quoted_by_an_outlet_as_saying);
  g_test_add_func ("/statements/the-via-is-carried-to-the-next-statement",
                   test_the_via_is_carried_to_the_next_statement);
  g_test_add_func ("/statements/hearsay-has-no-speaker", test_hearsay_has_no_speaker);
  g_test_add_func ("/statements/who-reports-at-the-end-carries-what-is-said-before",
                   test_who_reports_at_the_end_carries_what_is_said_before);
  g_test_add_func ("/statements/nouns-are-no-cues", test_nouns_are_no_cues);
  g_test_add_func ("/statements/things-do-not-speak", test_things_do_not_speak);
  g_test_add_func ("/statements/judgements-wishes-and-refusals-are-told", test_judgements_wishes_and_refusals_are_told);
  g_test_add_func ("/statements/what-is-asked-first-has-no-speaker", test_what_is_asked_first_has_no_speaker);
  g_test_add_func ("/statements/participles-are-no-cues", test_participles_are_no_cues);
  g_test_add_func ("/statements/a-cue-says-what-it-commits-to", test_a_cue_says_what_it_commits_to);
  g_test_add_func ("/statements/a-chain-of-outlets-is-kept-in-order", test_a_chain_of_outlets_is_kept_in_order);
  g_test_add_func ("/statements/what-is-spoken-about-is-no-via", test_what_is_spoken_about_is_no_via);
  g_test_add_func ("/statements/an-outlet-nobody-knows-is-told-by-its-name",
                   test_an_outlet_nobody_knows_is_told_by_its_name);
  g_test_add_func ("/statements/a-sentence-may-end-with-who-says-it", test_a_sentence_may_end_with_who_says_it);
  g_test_add_func ("/statements/words-together-are-a-cue", test_words_together_are_a_cue);
  g_test_add_func ("/statements/an-act-is-told-once", test_an_act_is_told_once);
  g_test_add_func ("/statements/what-is-said-ends-with-its-clause", test_what_is_said_ends_with_its_clause);
  g_test_add_func ("/statements/an-addressee-is-not-said", test_an_addressee_is_not_said);
  g_test_add_func ("/statements/questions-and-participles-tell-nothing", test_questions_and_participles_tell_nothing);
  g_test_add_func ("/statements/what-is-told-keeps-its-subject", test_what_is_told_keeps_its_subject);
  g_test_add_func ("/statements/what-is-said-may-stand-on-both-sides", test_what_is_said_may_stand_on_both_sides);
  g_test_add_func ("/statements/deeds-are-not-said", test_deeds_are_not_said);
  g_test_add_func ("/statements/who-is-only-spoken-of-in-the-phrase-does-not-speak",
                   test_who_is_only_spoken_of_in_the_phrase_does_not_speak);
  g_test_add_func ("/statements/the-phrase-is-whole-and-no-more", test_the_phrase_is_whole_and_no_more);
  g_test_add_func ("/statements/who-is-heard-through-a-paper-speaks", test_who_is_heard_through_a_paper_speaks);
  g_test_add_func ("/statements/an-agency-of-the-state-is-no-paper", test_an_agency_of_the_state_is_no_paper);
  return g_test_run ();
}
