/* test-mentions.c: what is named, and exactly which words name it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

static void
test_titles_articles_and_possessives_stay_outside (void)
{
  static const char text[] = "President Anna Ortiz met Prime Minister Paul Mbeki in Norway’s capital. "
                             "The Pentagon praised Dr. Ortiz.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Anna Ortiz");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Paul Mbeki");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Ortiz");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Norway");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Pentagon");
}

static void
test_particles_belong_to_names (void)
{
  static const char text[] = "On Monday Samir bin Yusuf al-Qaderi and Karl von Stettin met Maria de la Cruz.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Samir bin Yusuf al-Qaderi");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Karl von Stettin");
  assert_mention (text, analysis, HS_MENTION_DATE, "Monday");
}

static void
test_an_ordinal_is_no_designator (void)
{
  static const char text[] = "Anna Ortiz finished T-15th in Oslo, a stroke behind the T-72 crews and their T-72s.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_WEAPON, "T-15th"));
  assert_mention (text, analysis, HS_MENTION_WEAPON, "T-72");
}

static void
test_weapons_by_designator (void)
{
  static const char text[] = "They sent two F-16C jets, T-72B3 tanks, a s-500 system and the [S-300], "
                             "but no Su-57. Nine COVID-19 wards stayed open.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_WEAPON, "F-16C");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "T-72B3");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "s-500");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "S-300");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Su-57");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_WEAPON, "COVID-19"));
}

/* A weapon's name that somebody else bears, too, wants more to go by. */
static void
test_a_name_alone_is_no_weapon (void)
{
  static const char text[] = "The whole system failed, Hawk Sellar testified. The novels of John M. Tavor were lost; "
                             "Tavor published little. They found a Kalashnikov, fired the Kalibr, laid IEDs and bought "
                             "Tornado and Typhoon aircraft and an Osa air defence system; sarin was not found.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_WEAPON, "Hawk"));
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_WEAPON, "Tavor"));
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Kalashnikov");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Kalibr");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "IEDs");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Tornado");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Typhoon");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Osa");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "sarin");
}

static void
test_what_holds_weapons_is_no_weapon (void)
{
  static const char text[] = "Near Velan one strike hit a VBIED storage facility, and another a VBIED.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint found = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);

      found += mention->kind == HS_MENTION_WEAPON;
      if (mention->kind == HS_MENTION_WEAPON)
        g_assert_cmpuint (mention->span.start, ==, strlen (text) - 6);
    }
  g_assert_cmpuint (found, ==, 1);
}

static void
test_a_ship_is_one_by_her_name_and_number (void)
{
  static const char text[] = "The frigate FS Velanne left on Monday with HMS Harrow (D 97). Velanne carries missiles.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint ships = 0;

  assert_mention (text, analysis, HS_MENTION_WEAPON, "FS Velanne");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "D 97");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Velanne");
  for (guint i = 0; i < analysis->entities->len; i++)
    ships += ((const HsLocalEntity *) analysis->entities->pdata[i])->kind == HS_MENTION_WEAPON;
  g_assert_cmpuint (ships, ==, 2);
}

static void
test_the_number_of_a_model_counts_nothing (void)
{
  static const char text[] = "The ships carry Aster 30 missiles. A Norden 412 helicopter brought 30 missiles and a "
                             "QUAD-L bomb; in Velan 12 fighters were shot down.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_WEAPON, "Aster 30");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "Norden 412");
  assert_mention (text, analysis, HS_MENTION_QUANTITY, "30 missiles");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "QUAD-L");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_WEAPON, "Velan 12"));
}

/* German writes every noun with a capital. */
static void
test_other_languages_get_patterns_and_lists (void)
{
  static const char text[] = "Die Ministerin sagte am Dienstag in Berlin, dass der Vertrag über die Lieferung von "
                             "zwölf Systemen vom Typ S-400 noch nicht unterschrieben sei. Der Bürgermeister der "
                             "kleinen Stadt und sein Stellvertreter hatten zuvor erklärt, die Brücke werde erst im "
                             "Herbst wieder geöffnet, weil das Geld für den Beton und den Stahl fehle.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "Berlin");
  assert_mention (text, analysis, HS_MENTION_WEAPON, "S-400");
  g_assert_cmpuint (analysis->mentions->len, ==, 2);
}

static void
test_a_misread_letter_is_set_right (void)
{
  static const char text[] = "Kenya mulls the purchase of missile systems With-500 from Russia.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_WEAPON, "With-500");
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const HsLocalEntity *entity = analysis->entities->pdata[i];

      if (entity->kind == HS_MENTION_WEAPON)
        g_assert_cmpstr (entity->name, ==, "S-500");
    }
  g_assert_nonnull (fixture_signal (analysis, "machine-translation-marks"));
}

static void
test_bodies_in_any_order_and_case (void)
{
  static const char text[] = "The Kenyan Ministry of Energy and the water Ministry wrote to the Kenyan parliament’s "
                             "Energy and Water Committee. Norway’s Security Council and the Council on Foreign "
                             "Trade met.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Kenyan Ministry of Energy");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "water Ministry");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Energy and Water Committee");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Council on Foreign Trade");
}

static void
test_laws_sums_and_quantities (void)
{
  static const char text[] = "The Clean Rivers Through Fair Fees Act of 2014 costs $2.5 billion, or 40 percent more, "
                             "after 5,200 troops left on 12 May 2016. See Resolution 1487.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_LAW, "Clean Rivers Through Fair Fees Act of 2014");
  assert_mention (text, analysis, HS_MENTION_LAW, "Resolution 1487");
  assert_mention (text, analysis, HS_MENTION_MONEY, "$2.5 billion");
  assert_mention (text, analysis, HS_MENTION_QUANTITY, "40 percent");
  assert_mention (text, analysis, HS_MENTION_QUANTITY, "5,200 troops");
  assert_mention (text, analysis, HS_MENTION_DATE, "12 May 2016");
}

static void
test_a_title_in_capitals_makes_no_names (void)
{
  static const char text[] = "# Minister Opens Large New Bridge Over River With Anna Ortiz\n\n"
                             "Anna Ortiz opened it in Kenya on Friday.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint in_headline = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    in_headline += g_array_index (analysis->mentions, HsMention, i).span.end < 62;
  g_assert_cmpuint (in_headline, ==, 1);
}

static void
test_what_it_has_says_it_is_a_place (void)
{
  static const char text[] = "The mayor of Farran met Anna Ortiz on Monday. Residents of Marlan left. The governor of "
                             "Kessara resigned, and so did the governor of the Bank of Marlan. The road from Lund to Oslo was "
                             "closed.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "Lund");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Farran");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Marlan");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Kessara");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Bank of Marlan");
}

static void
test_the_text_says_what_a_name_in_its_headline_is (void)
{
  static const char text[] = "# Marlan asks for help after storm\n\nKarl Brenner said in Marlan on Tuesday that nobody was "
                             "hurt. The road from Marlan to Oslo was closed.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PLACE, "Marlan"), ==, 3);
}

static void
test_a_small_word_tied_to_a_name_is_of_it (void)
{
  static const char text[] = "South Korean President Moon Jae-in met Anna Ortiz on Friday. Moon Jae-in said so. A Karl "
                             "Brenner-in-waiting came in an Audi A4.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PERSON, "Moon Jae-in"), ==, 2);
  assert_mention (text, analysis, HS_MENTION_PERSON, "Karl Brenner");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PERSON, "Audi A4"));
}

static void
test_what_fits_no_kind_is_left_out (void)
{
  static const char text[] = "Cases of Ebola and Zika rose in Guinea. She won the Aldenor Peace Prize. MH-17 fell near "
                             "Donetsk. The AIDS Foundation met, and many died of Covid.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "Guinea");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Donetsk");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "AIDS Foundation");
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      g_autofree char *words = fixture_cut (text, g_array_index (analysis->mentions, HsMention, i).span);

      g_assert_false (strstr ("Ebola Zika Aldenor Peace Prize MH-17 Covid", words) != NULL);
    }
}

static void
test_contests_and_who_makes_games (void)
{
  static const char text[] = "The Asian Games open in Doha. She won the French Open and the African Cup of Nations. He "
                             "works for Aldenor Games in Oslo. The French Open Society Fund met.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_EVENT, "Asian Games");
  assert_mention (text, analysis, HS_MENTION_EVENT, "French Open");
  assert_mention (text, analysis, HS_MENTION_EVENT, "African Cup of Nations");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_EVENT, "Aldenor Games"));
  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_EVENT, "French Open"), ==, 1);
}

static void
test_a_people_nobody_has_heard_of (void)
{
  static const char text[] = "# Tarvonia goes for ships\n\nThe Tarvonian ambassador to Canada spoke. “Yes,” a Tarvonian "
                             "soldier said. Tarvonia is considering the purchase of ships.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PLACE, "Tarvonia"), ==, 2);
  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_NATIONALITY, "Tarvonian"), ==, 2);
}

static void
test_common_words_are_no_countries (void)
{
  static const char text[] = "They told us to leave. It is he who may go. US troops stayed, and so did the WHO.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "US");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "WHO");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PLACE, "us"));
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "who"));
}

static void
test_nothing_is_named_in_boilerplate (void)
{
  static const char text[] = "# Bridge opens\n\nIt opened in Kenya.\n\n! Follow Anna Ortiz in Norway";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_PLACE, "Norway"));
  assert_mention (text, analysis, HS_MENTION_PLACE, "Kenya");
}

static void
test_mentions_are_in_order_and_in_bounds (void)
{
  static const char text[] = "“Élan,” said Zoë Müller of São Paulo’s Café Union. Łukasz Nowak agreed with the "
                             "U.S. Army.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint last = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (analysis->mentions, HsMention, i);

      g_assert_cmpuint (mention->span.start, >=, last);
      g_assert_cmpuint (mention->span.start, <, mention->span.end);
      g_assert_cmpuint (mention->span.end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + mention->span.start, mention->span.end - mention->span.start, NULL));
      last = mention->span.start;
    }
  assert_mention (text, analysis, HS_MENTION_PLACE, "São Paulo");
}

static void
test_surnames_and_acronyms_find_their_names (void)
{
  static const char text[] = "Anna Ortiz of the Harbour Workers Union (HWU) spoke first. Later Ortiz said the HWU "
                             "would strike.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint people = 0, unions = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    {
      const HsLocalEntity *entity = analysis->entities->pdata[i];

      people += entity->kind == HS_MENTION_PERSON;
      unions += entity->kind == HS_MENTION_ORGANISATION;
    }
  g_assert_cmpuint (people, ==, 1);
  g_assert_cmpuint (unions, ==, 1);
}

static void
test_a_known_place_is_one (void)
{
  static const char text[] = "He flew from the West Bank to Christmas Island. The war between Portugal and Singapore "
                             "ended in Saint Kitts and Nevis. Saint Petersburg has denied it.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PLACE, "West Bank");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Christmas Island");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Portugal");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Singapore");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Saint Kitts and Nevis");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Saint Petersburg");
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_DATE, "Christmas"));
}

static void
test_a_known_name_is_found_whole (void)
{
  static const char text[] = "The International Committee of the Red Cross and the Gulf Cooperation Council met. The "
                             "Xinhua news agency said the Tigray People’s Liberation Front did not. The Supreme Court "
                             "of Kenya ruled. He put Sweden past Kazakhstan.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "International Committee of the Red Cross");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Gulf Cooperation Council");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Xinhua");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Tigray People’s Liberation Front");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Supreme Court of Kenya");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Sweden");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Kazakhstan");
}

static void
test_somebody_is_called_like_a_month (void)
{
  static const char text[] = "Theresa May met Anna Ortiz in May. They will meet again on May 12 and in April and May "
                             "next year. May they agree.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint dates = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    dates += g_array_index (analysis->mentions, HsMention, i).kind == HS_MENTION_DATE;
  assert_mention (text, analysis, HS_MENTION_PERSON, "Theresa May");
  assert_mention (text, analysis, HS_MENTION_DATE, "May");
  assert_mention (text, analysis, HS_MENTION_DATE, "May 12");
  assert_mention (text, analysis, HS_MENTION_DATE, "April");
  g_assert_cmpuint (dates, ==, 4);
}

static void
test_who_has_a_title_is_somebody (void)
{
  static const char text[] = "The bombing in Beirut that killed Mr. Harari is looked into. Mr. Aleppo has condemned "
                             "it.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Harari");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Aleppo");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Beirut");
}

static void
test_money_of_the_world (void)
{
  static const char *const sums[] = { "N450 million", "Rs 500 crore", "Ksh 2 billion", "40bn rupiah", "R2.5bn",
                                      "20 billion CFA francs", "₦3 million", "CHF 20 million", "50 million AED",
                                      "P1,200,000", "VND304 trillion" };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *text = g_strdup_printf ("The harbour office said it paid %s for the quay on Friday.", sums[i]);
      g_autoptr (HsAnalysis) analysis = fixture_read (text);

      assert_mention (text, analysis, HS_MENTION_MONEY, sums[i]);
    }
}

static void
test_letters_and_numbers_are_no_money (void)
{
  static const char text[] = "Delegates of the P5 came to COP 27 by the R2 and the N450, and left by the K2 road.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  for (guint i = 0; i < analysis->mentions->len; i++)
    g_assert_cmpint (g_array_index (analysis->mentions, HsMention, i).kind, !=, HS_MENTION_MONEY);
}

static void
test_two_bodies_are_two (void)
{
  static const char text[] = "Students of Dhaka University and Chittagong University of Technology marched on Friday. "
                             "The Lebanese Forces of Samir Gaeb did not.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Dhaka University");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Chittagong University of Technology");
  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "Lebanese Forces");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Samir Gaeb");
}

static void
test_an_office_is_no_name (void)
{
  static const char text[] = "Environment Secretary Maria Yulo suspended it. Cabinet Secretary Njuguna Mbadi agreed. "
                             "Leaders met in Wabag, Enga Governor Peter Ipatar said.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Maria Yulo");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Njuguna Mbadi");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Wabag");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Enga");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Peter Ipatar");
  g_assert_cmpuint (analysis->mentions->len, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mentions/an-ordinal-is-no-designator", test_an_ordinal_is_no_designator);
  g_test_add_func ("/mentions/titles-articles-and-possessives-stay-outside",
                   test_titles_articles_and_possessives_stay_outside);
  g_test_add_func ("/mentions/particles-belong-to-names", test_particles_belong_to_names);
  g_test_add_func ("/mentions/weapons-by-designator", test_weapons_by_designator);
  g_test_add_func ("/mentions/a-name-alone-is-no-weapon", test_a_name_alone_is_no_weapon);
  g_test_add_func ("/mentions/what-holds-weapons-is-no-weapon", test_what_holds_weapons_is_no_weapon);
  g_test_add_func ("/mentions/a-ship-is-one-by-her-name-and-number", test_a_ship_is_one_by_her_name_and_number);
  g_test_add_func ("/mentions/the-number-of-a-model-counts-nothing", test_the_number_of_a_model_counts_nothing);
  g_test_add_func ("/mentions/a-misread-letter-is-set-right", test_a_misread_letter_is_set_right);
  g_test_add_func ("/mentions/other-languages-get-patterns-and-lists", test_other_languages_get_patterns_and_lists);
  g_test_add_func ("/mentions/bodies-in-any-order-and-case", test_bodies_in_any_order_and_case);
  g_test_add_func ("/mentions/laws-sums-and-quantities", test_laws_sums_and_quantities);
  g_test_add_func ("/mentions/a-title-in-capitals-makes-no-names", test_a_title_in_capitals_makes_no_names);
  g_test_add_func ("/mentions/what-it-has-says-it-is-a-place", test_what_it_has_says_it_is_a_place);
  g_test_add_func ("/mentions/the-text-says-what-a-name-in-its-headline-is",
                   test_the_text_says_what_a_name_in_its_headline_is);
  g_test_add_func ("/mentions/a-small-word-tied-to-a-name-is-of-it", test_a_small_word_tied_to_a_name_is_of_it);
  g_test_add_func ("/mentions/what-fits-no-kind-is-left-out", test_what_fits_no_kind_is_left_out);
  g_test_add_func ("/mentions/contests-and-who-makes-games", test_contests_and_who_makes_games);
  g_test_add_func ("/mentions/a-people-nobody-has-heard-of", test_a_people_nobody_has_heard_of);
  g_test_add_func ("/mentions/common-words-are-no-countries", test_common_words_are_no_countries);
  g_test_add_func ("/mentions/nothing-is-named-in-boilerplate", test_nothing_is_named_in_boilerplate);
  g_test_add_func ("/mentions/mentions-are-in-order-and-in-bounds", test_mentions_are_in_order_and_in_bounds);
  g_test_add_func ("/mentions/surnames-and-acronyms-find-their-names", test_surnames_and_acronyms_find_their_names);
  g_test_add_func ("/mentions/a-known-place-is-one", test_a_known_place_is_one);
  g_test_add_func ("/mentions/a-known-name-is-found-whole", test_a_known_name_is_found_whole);
  g_test_add_func ("/mentions/somebody-is-called-like-a-month", test_somebody_is_called_like_a_month);
  g_test_add_func ("/mentions/who-has-a-title-is-somebody", test_who_has_a_title_is_somebody);
  g_test_add_func ("/mentions/money-of-the-world", test_money_of_the_world);
  g_test_add_func ("/mentions/letters-and-numbers-are-no-money", test_letters_and_numbers_are_no_money);
  g_test_add_func ("/mentions/two-bodies-are-two", test_two_bodies_are_two);
  g_test_add_func ("/mentions/an-office-is-no-name", test_an_office_is_no_name);
  return g_test_run ();
}
