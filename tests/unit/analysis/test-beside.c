/* test-beside.c: names that the words beside them tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

typedef struct
{
  const char *text;
  HsMentionKind kind;
  const char *words;
} Case;

static void
check_all (const Case *cases,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (cases[i].text);

      assert_mention (cases[i].text, analysis, cases[i].kind, cases[i].words);
    }
}

static void
test_who_has_a_leader_is_a_body (void)
{
  static const Case cases[] = {
    { "Mutabara chief Sami Qadir said the talks had failed.", HS_MENTION_ORGANISATION, "Mutabara" },
    { "On Friday KUTEMA President Musa Odongo called a strike.", HS_MENTION_ORGANISATION, "KUTEMA" },
    { "A spokesman of the firm met Velandia chief executive Lars Holmqvist.", HS_MENTION_ORGANISATION, "Velandia" },
    { "He sold his stake in Gravonte last year.", HS_MENTION_ORGANISATION, "Gravonte" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_an_office_says_of_what_place (void)
{
  static const Case cases[] = {
    { "On Monday Kirambo Governor Alice Ndeti opened the road.", HS_MENTION_PLACE, "Kirambo" },
    { "The bill was moved by Mathonge MP Eric Wanyonyi.", HS_MENTION_PLACE, "Mathonge" },
    { "On Friday Kalvina mayor Irina Orlenko opened the school.", HS_MENTION_PLACE, "Kalvina" },
    { "She was joined by Busyana Woman Rep Catherine Atieno.", HS_MENTION_PLACE, "Busyana" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_a_people_with_a_leader_is_no_body (void)
{
  static const char text[] = "Maoist leader Ram Thapa and an Islamist leader spoke.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "Maoist"));
  g_assert_false (fixture_mentions (text, analysis, HS_MENTION_ORGANISATION, "Islamist"));
}

static void
test_who_plays_a_game_is_a_team (void)
{
  static const Case cases[] = {
    { "Late goals helped Deportiva Quilmora beat Cerrano Juniors 2-1 on Saturday.", HS_MENTION_ORGANISATION,
      "Cerrano Juniors" },
    { "Yembele lost to Katanga Rovers in the league.", HS_MENTION_ORGANISATION, "Katanga Rovers" },
  };
  static const char tennis[] = "Anna Ortiz beat Maria Keller 6-4, 7-5 in the final.";
  g_autoptr (HsAnalysis) analysis = fixture_read (tennis);

  check_all (cases, G_N_ELEMENTS (cases));
  assert_mention (tennis, analysis, HS_MENTION_PERSON, "Anna Ortiz");
  assert_mention (tennis, analysis, HS_MENTION_PERSON, "Maria Keller");
}

static void
test_ranks_are_no_part_of_a_name (void)
{
  static const Case cases[] = {
    { "The raid was led by Lt Col Mahmud Hasan of the border guard.", HS_MENTION_PERSON, "Mahmud Hasan" },
    { "SHO Vikram Singh said two men were held.", HS_MENTION_PERSON, "Vikram Singh" },
    { "Det Insp Una Kelleher spoke to reporters.", HS_MENTION_PERSON, "Una Kelleher" },
    { "The court heard John Larkin KC for the union.", HS_MENTION_PERSON, "John Larkin" },
  };
  static const char office[] = "The Commissioner of Police has ordered a manhunt.";
  g_autoptr (HsAnalysis) analysis = fixture_read (office);

  check_all (cases, G_N_ELEMENTS (cases));
  g_assert_false (fixture_mentions (office, analysis, HS_MENTION_ORGANISATION, "Commissioner of Police"));
}

static void
test_two_joined_by_and_are_two (void)
{
  static const Case cases[] = {
    { "Shares of Velgro and Pakistan State Oil fell.", HS_MENTION_ORGANISATION, "Pakistan State Oil" },
    { "The police held Min-ho Lee and Tae-woo Choi.", HS_MENTION_PERSON, "Tae-woo Choi" },
    { "The police held Min-ho Lee and Tae-woo Choi.", HS_MENTION_PERSON, "Min-ho Lee" },
    { "They met Elena Duarte and Harbour Line Shipping.", HS_MENTION_ORGANISATION, "Harbour Line Shipping" },
    { "The Ministry of Fisheries and Aquatic Resources said so.", HS_MENTION_ORGANISATION,
      "Ministry of Fisheries and Aquatic Resources" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_an_owner_may_be_part_of_a_name (void)
{
  static const Case cases[] = {
    { "He stood before the Bloemveld Magistrate’s Court on Friday.", HS_MENTION_ORGANISATION,
      "Bloemveld Magistrate’s Court" },
    { "They were taken to Lusaka Women’s Prison.", HS_MENTION_ORGANISATION, "Lusaka Women’s Prison" },
    { "The fine was paid by Salwani Securities (Pvt) Ltd in March.", HS_MENTION_ORGANISATION,
      "Salwani Securities (Pvt) Ltd" },
  };

  check_all (cases, G_N_ELEMENTS (cases));
}

static void
test_the_article_says_what_an_acronym_is (void)
{
  static const char text[] = "The Armed Forces of Peranja (AFP) shelled the hills. The AFP said nobody was hurt. "
                             "The All People’s Congress (APC) protested.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_ORGANISATION, "APC");
  for (guint i = 0; i < analysis->entities->len; i++)
    g_assert_cmpstr (((HsLocalEntity *) analysis->entities->pdata[i])->name, !=, "Agence France-Presse");
}

static void
test_some_are_called_like_a_day (void)
{
  static const char text[] = "The aide, Sunday Ezekwe, was shot on Sunday. On Friday Lagos was calm. "
                             "Lee Jun-ho fled in June.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  assert_mention (text, analysis, HS_MENTION_PERSON, "Sunday Ezekwe");
  assert_mention (text, analysis, HS_MENTION_DATE, "Friday");
  assert_mention (text, analysis, HS_MENTION_PLACE, "Lagos");
  assert_mention (text, analysis, HS_MENTION_PERSON, "Lee Jun-ho");
}

static void
test_a_name_of_three_is_found_whole (void)
{
  static const Case cases[] = {
    { "The order was passed by Aamirul Khan Afridi.", HS_MENTION_PERSON, "Aamirul Khan Afridi" },
    { "Thabisa Lebohang Mokoena, 44, handed herself over.", HS_MENTION_PERSON, "Thabisa Lebohang Mokoena" },
  };
  static const char text[] = "Embattled Anna Ortiz resigned.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  check_all (cases, G_N_ELEMENTS (cases));
  assert_mention (text, analysis, HS_MENTION_PERSON, "Anna Ortiz");
}

/* Returns: the name of who the only mention @words, not of a full name, stands for */
static const char *
bearer (const char *text,
        HsAnalysis *analysis,
        guint       nth)
{
  guint n = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const HsMention *m = &g_array_index (analysis->mentions, HsMention, i);

      if (m->kind == HS_MENTION_PERSON && strncmp (text + m->span.start, "Kemp", 4) == 0 && n++ == nth)
        return ((HsLocalEntity *) analysis->entities->pdata[m->entity])->name;
    }
  return NULL;
}

/* Of two of one surname the title chooses, and then who was spoken of last. */
static void
test_a_shared_surname_goes_to_whom_it_fits (void)
{
  static const char text[] = "Gov. Brian Kemp spoke with his wife, Marta Kemp. Mrs. Kemp smiled. Gov. Kemp did not.";
  static const char last[] = "Brian Kemp came first. Later Marta Kemp came. Kemp spoke.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  g_autoptr (HsAnalysis) second = fixture_read (last);

  g_assert_cmpstr (bearer (text, analysis, 0), ==, "Marta Kemp");
  g_assert_cmpstr (bearer (text, analysis, 1), ==, "Brian Kemp");
  g_assert_cmpstr (bearer (last, second, 0), ==, "Marta Kemp");
}

/* Nobody is spelled in two ways in one sentence. */
static void
test_two_of_one_sentence_are_two (void)
{
  static const char text[] = "Kim Ji-won met Kim Ji-woon. Kim Ji-woon left early.";
  static const char spelled[] = "Karima Alawi spoke. Later Karim Alavi spoke again.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  g_autoptr (HsAnalysis) other = fixture_read (spelled);
  guint n = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    n += ((HsLocalEntity *) analysis->entities->pdata[i])->kind == HS_MENTION_PERSON;
  g_assert_cmpuint (n, ==, 2);
  n = 0;
  for (guint i = 0; i < other->entities->len; i++)
    n += ((HsLocalEntity *) other->entities->pdata[i])->kind == HS_MENTION_PERSON;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_a_body_s_first_word_stands_for_it (void)
{
  static const char text[] = "Starquill Entertainment denied it. The shares of Starquill fell, and Starquill sued.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint n = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    n += ((HsLocalEntity *) analysis->entities->pdata[i])->kind == HS_MENTION_ORGANISATION;
  g_assert_cmpuint (n, ==, 1);
}

/* Also where both of its words may be names of their own. */
static void
test_a_double_surname_is_one_person_s (void)
{
  static const char text[] = "Attorney Raquel Espinosa-Tran said it was late. “Too late,” Espinosa-Tran noted. Abla "
                             "Osei-Tutu, who was waiting, agreed. Osei-Tutu left.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint n = 0;

  for (guint i = 0; i < analysis->entities->len; i++)
    n += ((HsLocalEntity *) analysis->entities->pdata[i])->kind == HS_MENTION_PERSON;
  g_assert_cmpuint (n, ==, 2);
}

static void
test_office_and_honour_are_parted_from_the_name (void)
{
  static const Case cases[] = {
    { "On Friday Minister of Health Elijah Muchinda spoke.", HS_MENTION_PERSON, "Elijah Muchinda" },
    { "They were represented by Douglas Mendosa SC.", HS_MENTION_PERSON, "Douglas Mendosa" },
    { "Md. Abu Jafar, the director, claimed it.", HS_MENTION_PERSON, "Md. Abu Jafar" },
    { "Cllr Anna Ortiz asked why.", HS_MENTION_PERSON, "Anna Ortiz" },
    { "By Yoon Ja-young\n\nThe road was wet.", HS_MENTION_PERSON, "Yoon Ja-young" },
    { "He asked about a woman called Kagla.", HS_MENTION_PERSON, "Kagla" },
  };
  static const char title[] = "A man with the title “Datuk Seri” was held in Velan.";
  g_autoptr (HsAnalysis) analysis = fixture_read (title);

  check_all (cases, G_N_ELEMENTS (cases));
  g_assert_false (fixture_mentions (title, analysis, HS_MENTION_PERSON, "Datuk Seri"));
  g_assert_false (fixture_mentions (title, analysis, HS_MENTION_PLACE, "Datuk Seri"));
}

/* Where no place is called so, and where it tells something. */
static void
test_a_surname_is_no_place (void)
{
  static const char text[] = "Djordje J. was held. Djordje Janjic, as others call him, was asked why. A lawyer argued "
                             "that Janjic had come from Velan. The save was made from Janjic.";
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  guint n = 0;

  g_assert_cmpuint (fixture_count (text, analysis, HS_MENTION_PERSON, "Janjic"), ==, 2);
  for (guint i = 0; i < analysis->entities->len; i++)
    n += ((HsLocalEntity *) analysis->entities->pdata[i])->kind == HS_MENTION_PERSON;
  g_assert_cmpuint (n, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/beside/who-has-a-leader-is-a-body", test_who_has_a_leader_is_a_body);
  g_test_add_func ("/beside/an-office-says-of-what-place", test_an_office_says_of_what_place);
  g_test_add_func ("/beside/a-people-with-a-leader-is-no-body", test_a_people_with_a_leader_is_no_body);
  g_test_add_func ("/beside/who-plays-a-game-is-a-team", test_who_plays_a_game_is_a_team);
  g_test_add_func ("/beside/ranks-are-no-part-of-a-name", test_ranks_are_no_part_of_a_name);
  g_test_add_func ("/beside/two-joined-by-and-are-two", test_two_joined_by_and_are_two);
  g_test_add_func ("/beside/an-owner-may-be-part-of-a-name", test_an_owner_may_be_part_of_a_name);
  g_test_add_func ("/beside/the-article-says-what-an-acronym-is", test_the_article_says_what_an_acronym_is);
  g_test_add_func ("/beside/some-are-called-like-a-day", test_some_are_called_like_a_day);
  g_test_add_func ("/beside/a-name-of-three-is-found-whole", test_a_name_of_three_is_found_whole);
  g_test_add_func ("/beside/a-shared-surname-goes-to-whom-it-fits", test_a_shared_surname_goes_to_whom_it_fits);
  g_test_add_func ("/beside/two-of-one-sentence-are-two", test_two_of_one_sentence_are_two);
  g_test_add_func ("/beside/a-body-s-first-word-stands-for-it", test_a_body_s_first_word_stands_for_it);
  g_test_add_func ("/beside/a-double-surname-is-one-person-s", test_a_double_surname_is_one_person_s);
  g_test_add_func ("/beside/office-and-honour-are-parted-from-the-name",
                   test_office_and_honour_are_parted_from_the_name);
  g_test_add_func ("/beside/a-surname-is-no-place", test_a_surname_is_no_place);
  return g_test_run ();
}
