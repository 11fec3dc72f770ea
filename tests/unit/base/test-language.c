/* test-language.c: whether a text is English
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-language.h"

/* Each more than thirty words; of our own writing. */
#define ENGLISH "The harbour of Velan was closed on Monday, and the ministry said that it had not been told of the " \
                "drones which had come in from the sea. The mayor, who was at the quay with his men, said they " \
                "were safe."
#define GERMAN "Der Hafen von Velan wurde am Montag geschlossen, und das Ministerium erklärte, es sei nicht über die " \
               "Drohnen unterrichtet worden, die vom Meer her gekommen waren. Der Bürgermeister stand mit seinen " \
               "Leuten am Kai und war in Sorge."
#define DUTCH "De haven van Velan is maandag gesloten en het ministerie zegt dat het niet op de hoogte was van " \
              "de drones die uit zee waren gekomen. De burgemeester stond met zijn mensen op de kade en was bezorgd " \
              "over de schepen."
#define PORTUGUESE "O ministro disse na terça-feira que as negociações sobre as armas ainda não terminaram e que o " \
                   "governo vai esperar pela decisão do parlamento. As autoridades locais afirmaram que as obras da " \
                   "ponte devem continuar."
/* Names have small words of other languages, and a list of them few of ours. */
#define LIST "Present were Anna de Vries, Pieter van der Berg, Carlos de la Torre, Maria Lindqvist, Omar Haddad, Li " \
             "Wei, Tomas Brevik, Samir Kondar, Elena Petrova, Davit Karenov, Naomi Kiprotich, Yusuf Demir, Sofia " \
             "Rossi and Jan Nowak."
#define RUSSIAN "Порт Велан был закрыт в понедельник, и министерство сообщило, что его не предупредили о беспилотниках."

static void
test_words_decide (void)
{
  g_assert_true (hs_language_is_english (ENGLISH, NULL));
  g_assert_false (hs_language_is_english (GERMAN, NULL));
  g_assert_false (hs_language_is_english (DUTCH, NULL));
  g_assert_false (hs_language_is_english (RUSSIAN, NULL));
  g_assert_false (hs_language_is_english (PORTUGUESE, NULL));
  g_assert_true (hs_language_is_english (LIST, NULL));
}

/* A page that was set up in English, and the other way round. */
static void
test_words_are_stronger_than_what_is_stated (void)
{
  g_assert_false (hs_language_is_english (GERMAN, "en"));
  g_assert_false (hs_language_is_english (RUSSIAN, "en-GB"));
  g_assert_true (hs_language_is_english (ENGLISH, "de"));
}

static void
test_few_words_go_by_what_is_stated (void)
{
  g_assert_true (hs_language_is_english ("Velan: Hafen zu", NULL));
  g_assert_false (hs_language_is_english ("Velan: Hafen zu", "de-AT"));
  g_assert_true (hs_language_is_english ("Velan: harbour closed", "en-GB"));
  g_assert_true (hs_language_is_english ("", ""));
}

static void
test_languages_have_names (void)
{
  g_autofree char *german = hs_language_dup_name ("de-AT");

  g_assert_cmpstr (german, ==, "German");
  g_assert_null (hs_language_dup_name (NULL));
  g_assert_null (hs_language_dup_name (""));
  g_assert_null (hs_language_dup_name ("qqq"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/language/words-decide", test_words_decide);
  g_test_add_func ("/base/language/words-are-stronger-than-what-is-stated",
                   test_words_are_stronger_than_what_is_stated);
  g_test_add_func ("/base/language/few-words-go-by-what-is-stated", test_few_words_go_by_what_is_stated);
  g_test_add_func ("/base/language/languages-have-names", test_languages_have_names);
  return g_test_run ();
}
