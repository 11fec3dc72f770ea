/* test-tagger.c: the trained tagger: its chain, its bytes, its second pass
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>

#include "fixture.h"
#include "hs-error.h"
#include "hs-tagger-private.h"

#define N 4

/* Scores made up, but not at random: the sums below are done the long way. */
static void
make_scores (float       (*scores)[HS_TAG_LABELS],
             HsTagSteps   *steps)
{
  memset (steps, 0, sizeof *steps);
  for (guint i = 0; i < N; i++)
    for (guint l = 0; l < HS_TAG_LABELS; l++)
      scores[i][l] = sinf (1.7f * i + 2.3f * l);
  for (guint from = 0; from < HS_TAG_LABELS; from++)
    for (guint to = 0; to < HS_TAG_LABELS; to++)
      steps->plain[from][to] = cosf (0.9f * from - 1.1f * to) / 2;
  hs_tag_steps_raise (steps);
}

typedef struct
{
  const HsTagChain *chain;
  double sum, best, with_span;
  guint8 labels[N], best_labels[N];
} Enumeration;

/* Every labelling that is allowed, one by one. */
static void
enumerate (Enumeration *e,
           guint        i,
           guint        last,
           double       score)
{
  if (i == e->chain->n)
    {
      if (!hs_tag_may_follow (last, HS_TAG_OUTSIDE))
        return;
      score += e->chain->steps->plain[last][HS_TAG_OUTSIDE];
      e->sum += exp (score);
      /* a place of two tokens from the second on */
      if (e->labels[1] == HS_TAG (2, HS_TAG_BEGIN) && e->labels[2] == HS_TAG (2, HS_TAG_END))
        e->with_span += exp (score);
      if (score > e->best)
        {
          e->best = score;
          memcpy (e->best_labels, e->labels, sizeof e->labels);
        }
      return;
    }
  for (guint l = 0; l < HS_TAG_LABELS; l++)
    if ((e->chain->allowed[i] & HS_TAG_BIT (l)) != 0 && hs_tag_may_follow (last, l))
      {
        e->labels[i] = l;
        enumerate (e, i + 1, l, score + e->chain->scores[i][l] + e->chain->steps->plain[last][l]);
      }
}

static void
check_chain (const guint32 *allowed)
{
  float scores[N][HS_TAG_LABELS];
  HsTagSteps steps;
  HsTagChain chain = { &steps, (const float (*)[HS_TAG_LABELS]) scores, allowed, N };
  HsTagSums sums = { NULL };
  Enumeration e = { &chain, 0, -INFINITY, 0, { 0 }, { 0 } };
  guint8 labels[N], back[N][HS_TAG_LABELS];

  make_scores (scores, &steps);
  enumerate (&e, 0, HS_TAG_OUTSIDE, 0);
  hs_tag_chain_best (&chain, labels, back);
  g_assert_cmpmem (labels, N, e.best_labels, N);
  g_assert_cmpfloat_with_epsilon (hs_tag_chain_sum (&chain, &sums), log (e.sum), 1e-4);
  g_assert_cmpfloat_with_epsilon (hs_tag_chain_span (&chain, &sums, 1, 3, 2), e.with_span / e.sum, 1e-4);
  hs_tag_sums_clear (&sums);
}

static void
test_the_sums_are_those_over_every_labelling (void)
{
  static const guint32 allowed[N] = { HS_TAG_ANY, HS_TAG_ANY, HS_TAG_ANY, HS_TAG_ANY };

  check_chain (allowed);
}

static void
test_what_is_not_allowed_is_not_counted (void)
{
  guint32 allowed[N] = { HS_TAG_BIT (HS_TAG_OUTSIDE), HS_TAG_ANY, HS_TAG_ANY, HS_TAG_BIT (HS_TAG_OUTSIDE) };

  check_chain (allowed);
}

static void
test_bytes_that_are_no_model_are_refused (void)
{
  static const char *const bytes[] = { "", "CRF1", "CRF1 and then something else that is no model at all" };
  g_autoptr (GBytes) model = g_resources_lookup_data ("/io/github/hearsay/Hearsay/models/en/tagger.bin", 0, NULL);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (model, 0, g_bytes_get_size (model) - 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    {
      g_autoptr (GBytes) wrong = g_bytes_new_static (bytes[i], strlen (bytes[i]));
      g_autoptr (GError) why = NULL;

      g_assert_null (hs_tagger_new (wrong, &why));
      g_assert_error (why, HS_ERROR, HS_ERROR_UNSUPPORTED);
    }
  g_assert_null (hs_tagger_new (cut, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_UNSUPPORTED);
}

static void
test_model_and_lists_stay_small (void)
{
  g_autoptr (GBytes) model = g_resources_lookup_data ("/io/github/hearsay/Hearsay/models/en/tagger.bin", 0, NULL);

  g_assert_cmpuint (g_bytes_get_size (model), <, 7500000);
}

static void
test_names_nobody_listed_are_found (void)
{
  static const char text[] = "Tovik Haldorsen-Breeg flew to Pellagonde on Monday. “We will sign,” Haldorsen-Breeg "
                             "told the Larkspur Herald, a newspaper.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Tovik Haldorsen-Breeg");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Pellagonde");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Haldorsen-Breeg");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Larkspur Herald");
}

static void
test_an_acronym_is_what_its_name_is (void)
{
  static const char text[] = "The Varda Free Assembly Movement (VFAM) met in Oslo. VFAM wants new elections.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint n = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);
      g_autofree char *words = fixture_cut (text, mention->span);

      n += strcmp (words, "VFAM") == 0 && mention->kind == HS_MENTION_ORGANISATION;
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_a_word_that_begins_the_sentence_is_no_part_of_a_name (void)
{
  static const char text[] = "Anna Ortiz spoke first. Later Ortiz left for Kenya. Nobody followed Ortiz.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Later Ortiz"));
  assert_mention (text, analysis, HS_MENTION_PERSON, "Ortiz");
}

static void
test_a_country_begins_no_person (void)
{
  static const char text[] = "The prime minister of Norway Abdul-Karim Selim said so. The Kenyan Ambassador met Selim "
                             "in Oslo, and Jordan Selim was there.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Norway Abdul-Karim Selim"));
  assert_mention (text, analysis, HS_MENTION_PLACE, "Norway");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "Kenyan Ambassador"));
  assert_mention (text, analysis, HS_MENTION_NATIONALITY, "Kenyan");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Jordan Selim");
}

static void
test_an_ampersand_joins_a_firm (void)
{
  static const char text[] = "The auditors Harrow & Vane left Velan. Trinidad & Tobago did not.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Harrow & Vane");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "Trinidad & Tobago"));
}

static void
test_the_noun_beside_an_unknown_name_says_what_it_is (void)
{
  static const char text[] = "The director of the firm Brel-Osk was arrested. Ansar al-Duha, an armed group, holds the "
                             "road. A lawyer, Dovra Hina Butt, sat down beside him. The company Thursday said nothing.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Brel-Osk");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Ansar al-Duha");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Dovra Hina Butt");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "Thursday"));
}

static void
test_a_surname_is_not_the_city_of_its_name (void)
{
  static const char text[] = "The yacht stood in the name of a driver, Fabio Colombo. Colombo earns little. He "
                             "has never been to Colombo.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PERSON, "Colombo"), ==, 1);
  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PLACE, "Colombo"), ==, 1);
}

static void
test_a_known_name_ends_where_somebody_begins (void)
{
  static const char text[] = "They asked the press secretary of the Kremlin Dmitry Orlan.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Kremlin");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Dmitry Orlan");
}

static void
test_the_last_word_says_what_a_firm_is (void)
{
  static const char text[] = "A tonne begins at 90 crowns. Mekong Cement said it would sell. Orrin Steel wants "
                             "more, and Kelly Cloud of Bellmont Freight in Luanda agreed. Kenya’s Parliament did not.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Mekong Cement");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Orrin Steel");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Bellmont Freight");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Parliament");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Kelly Cloud");
}

static void
test_a_nickname_cuts_nobody_in_two (void)
{
  static const char text[] = "“We stay,” said Boris “Hammer” Petrolin, a fisherman. Petrolin left.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Boris “Hammer” Petrolin");
}

static void
test_what_a_body_is_may_come_first (void)
{
  static const char text[] = "The mayor, Saúl Cerrado, is watching. The Universidad del Collado measured the noise, "
                             "according to Diário do Prado. Deportivo Cañizal 2, Atlético Sorrel 1. Orrinwerk AG of "
                             "Stuttgart may buy.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Universidad del Collado");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Diário do Prado");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Deportivo Cañizal");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Orrinwerk AG");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Stuttgart");
}

static void
test_what_is_tied_to_a_name_is_of_it (void)
{
  static const char text[] = "“Nothing has come,” Awa Trillaré said on her doorstep. The chair, Maria do Carrel "
                             "Saldhara, reminded them of it. Grettizuriz, 61, was ambassador to Norway. Dear Anna, "
                             "he wrote.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Awa Trillaré");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Maria do Carrel Saldhara");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Grettizuriz");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Dear Anna"));
}

static void
test_where_something_is_is_a_place (void)
{
  static const char text[] = "Two strikes were told of. Near Ar Hadalah, one strike hit a bridge. Near Ayn Wisa, two "
                             "strikes hit boats. The shelling went on near Yunus Debran. They drove past Wadi "
                             "Hassan and Jabal Karim.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "Ar Hadalah");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Ayn Wisa");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Yunus Debran");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Wadi Hassan");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Jabal Karim");
}

static void
test_who_is_spoken_of_as_a_source_is_somebody (void)
{
  static const char text[] = "The president left. According to Awake, two months ago, the talks began. Officials came "
                             "after Al-Tarrad’s visit to Norway. According to Monday’s list, nobody paid.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Awake");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Al-Tarrad");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Monday"));
}

static void
test_where_a_people_is_at_home_is_a_place (void)
{
  static const char text[] = "# Tarvonia buys S-120 missile systems, parliament says\n\n"
                             "The Tarvonian parliament said that the country has come close to terms.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "Tarvonia");
}

/* Found as a person here and as a firm there, it is who bears it in full. */
static void
test_a_name_is_one_thing_throughout (void)
{
  static const char text[] = "The Ortal report rose. Ortal, Norland and Tarvon agreed. Shares of Ortal fell on Monday. "
                             "Anna Ortal, a writer, spoke. Anna Ortal said that Ortal prices fell. Ortal declined.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PERSON, "Ortal"), ==, 5);
  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_ORGANISATION, "Ortal"), ==, 0);
}

static void
test_a_brand_is_nobody (void)
{
  static const char text[] = "Offices\n\nThe attorney general is investigating MyRide, according to two people. He "
                             "leased buildings back to MyRide and borrowed money, McAleenan said. MyRide declined to "
                             "comment. A source said that MyRide was late.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_ORGANISATION, "MyRide"), ==, 4);
  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PERSON, "McAleenan"), ==, 1);
}

static void
test_a_question_in_capitals_is_nobody (void)
{
  static const char text[] = "WILL THEY BASH THE BANKS\n\nThe members met in Velan on Monday.\n\n"
                             "WILL SOMEBODY STAND UP FOR THEM\n\nNobody said so.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);

      g_assert_cmpuint (mention->kind, !=, HS_MENTION_PERSON);
      g_assert_cmpuint (mention->kind, !=, HS_MENTION_ORGANISATION);
    }
}

static void
test_a_word_of_a_title_is_no_name (void)
{
  static const char text[] = "The talks were led by Prime Minister Samir Hadran and the US Secretary of State Anna "
                             "Ortiz. The future without the Tarrad regime is near. The French and Royal Navy met at "
                             "Selm Military Airfield.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Prime"));
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "State"));
  assert_mention (text, analysis, HS_MENTION_PERSON, "Anna Ortiz");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Tarrad");
  assert_mention (text, analysis, HS_MENTION_NATIONALITY, "French");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Royal Navy");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Selm Military Airfield");
}

static void
test_a_people_is_no_place (void)
{
  static const char text[] = "The law displeased Sunni Arab leaders. He spoke to Sunni Arab and Turkmen deputies "
                             "in Kirkuk.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_NATIONALITY, "Arab");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PLACE, "Sunni Arab"));
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Sunni Arab"));
}

static void
test_capitals_alone_make_no_body (void)
{
  static const char text[] = "VELAN, (NQ) – The film is out on DVD. The Varda Free Assembly Movement (VFAM) saw it.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "DVD"));
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "VFAM");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "NQ");
}

static void
test_words_of_one_cluster_are_alike_to_three_degrees (void)
{
  static const guint32 keys[] = { 7, 0, 0 };
  static const guint8 groups[] = { 4, 1, 5, 2 };
  guint32 slot = hs_gazetteer_slot (7, 3);
  gsize size = hs_gazetteer_size (3, 2);
  g_autofree guint8 *bytes = g_malloc0 (size);
  guint16 clusters[HS_GAZETTEER_DEGREES];
  HsGazetteer gazetteer;

  g_assert_cmpuint (size, ==, 3 * 7 + 2 * 2);
  memcpy (bytes + slot * 4, keys, 4);
  bytes[12 + slot * 2] = 2;
  bytes[18 + slot] = HS_GAZETTEER_CITY;
  memcpy (bytes + 21, groups, 4);
  hs_gazetteer_init (&gazetteer, bytes, 3, 2);
  g_assert_cmpuint (hs_gazetteer_find (&gazetteer, 7, clusters), ==, HS_GAZETTEER_CITY);
  g_assert_cmpuint (clusters[0], ==, 2);
  g_assert_cmpuint (clusters[1], ==, 6);
  g_assert_cmpuint (clusters[2], ==, 3);
  g_assert_cmpuint (hs_gazetteer_find (&gazetteer, 8, clusters), ==, 0);
  g_assert_cmpuint (clusters[0], ==, 0);
}

static void
test_confidence_is_a_probability (void)
{
  static const char text[] = "Anna Ortiz met Paul Mbeki and the board of Norvik Bank in Nairobi and Velan.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (analysis->mentions->len, >, 3);
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      double confidence = g_array_index (analysis->mentions, HsMention, i).confidence;

      g_assert_cmpfloat (confidence, >, 0);
      g_assert_cmpfloat (confidence, <=, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (hs_data_get_resource ());
  g_test_add_func ("/tagger/the-sums-are-those-over-every-labelling", test_the_sums_are_those_over_every_labelling);
  g_test_add_func ("/tagger/what-is-not-allowed-is-not-counted", test_what_is_not_allowed_is_not_counted);
  g_test_add_func ("/tagger/bytes-that-are-no-model-are-refused", test_bytes_that_are_no_model_are_refused);
  g_test_add_func ("/tagger/model-and-lists-stay-small", test_model_and_lists_stay_small);
  g_test_add_func ("/tagger/names-nobody-listed-are-found", test_names_nobody_listed_are_found);
  g_test_add_func ("/tagger/an-acronym-is-what-its-name-is", test_an_acronym_is_what_its_name_is);
  g_test_add_func ("/tagger/a-word-that-begins-the-sentence-is-no-part-of-a-name",
                   test_a_word_that_begins_the_sentence_is_no_part_of_a_name);
  g_test_add_func ("/tagger/a-country-begins-no-person", test_a_country_begins_no_person);
  g_test_add_func ("/tagger/an-ampersand-joins-a-firm", test_an_ampersand_joins_a_firm);
  g_test_add_func ("/tagger/the-noun-beside-an-unknown-name-says-what-it-is",
                   test_the_noun_beside_an_unknown_name_says_what_it_is);
  g_test_add_func ("/tagger/a-surname-is-not-the-city-of-its-name", test_a_surname_is_not_the_city_of_its_name);
  g_test_add_func ("/tagger/a-known-name-ends-where-somebody-begins", test_a_known_name_ends_where_somebody_begins);
  g_test_add_func ("/tagger/the-last-word-says-what-a-firm-is", test_the_last_word_says_what_a_firm_is);
  g_test_add_func ("/tagger/a-nickname-cuts-nobody-in-two", test_a_nickname_cuts_nobody_in_two);
  g_test_add_func ("/tagger/what-a-body-is-may-come-first", test_what_a_body_is_may_come_first);
  g_test_add_func ("/tagger/what-is-tied-to-a-name-is-of-it", test_what_is_tied_to_a_name_is_of_it);
  g_test_add_func ("/tagger/where-something-is-is-a-place", test_where_something_is_is_a_place);
  g_test_add_func ("/tagger/who-is-spoken-of-as-a-source-is-somebody", test_who_is_spoken_of_as_a_source_is_somebody);
  g_test_add_func ("/tagger/where-a-people-is-at-home-is-a-place", test_where_a_people_is_at_home_is_a_place);
  g_test_add_func ("/tagger/a-name-is-one-thing-throughout", test_a_name_is_one_thing_throughout);
  g_test_add_func ("/tagger/a-brand-is-nobody", test_a_brand_is_nobody);
  g_test_add_func ("/tagger/a-question-in-capitals-is-nobody", test_a_question_in_capitals_is_nobody);
  g_test_add_func ("/tagger/a-word-of-a-title-is-no-name", test_a_word_of_a_title_is_no_name);
  g_test_add_func ("/tagger/a-people-is-no-place", test_a_people_is_no_place);
  g_test_add_func ("/tagger/capitals-alone-make-no-body", test_capitals_alone_make_no_body);
  g_test_add_func ("/tagger/words-of-one-cluster-are-alike-to-three-degrees",
                   test_words_of_one_cluster_are_alike_to_three_degrees);
  g_test_add_func ("/tagger/confidence-is-a-probability", test_confidence_is_a_probability);
  return g_test_run ();
}
