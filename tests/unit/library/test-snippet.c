/* test-snippet.c: the words around those that were searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-snippet.h"

#include <string.h>

static char *
snippet (const char *text,
         const char *query)
{
  g_autoptr (GArray) needles = hs_needles_new (query);

  return hs_snippet_make (text, needles);
}

static void
assert_snippet (const char *text,
                const char *query,
                const char *expected)
{
  g_autofree char *found = snippet (text, query);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_found_words_are_bold_and_the_rest_is_escaped (void)
{
  assert_snippet ("The mayor & <her> bridge\nopened.", "bridge", "The mayor &amp; &lt;her&gt; <b>bridge</b> opened.");
}

static void
test_accents_and_case_do_not_matter (void)
{
  assert_snippet ("Le PREMIER Café de Łódź", "cafe ", "Le PREMIER <b>Café</b> de Łódź");
  assert_snippet ("Élan vital", "elan ", "<b>Élan</b> vital");
}

static void
test_only_the_last_word_may_go_on (void)
{
  assert_snippet ("harbours and harbour masters", "harbour ", "harbours and <b>harbour</b> masters");
  assert_snippet ("harbours and harbour masters", "harbour", "<b>harbours</b> and <b>harbour</b> masters");
}

static void
test_long_text_is_cut_around_the_first (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *found = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "word%u ", i);
  g_string_append (text, "needle ");
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text, "tail%u ", i);
  found = snippet (text->str, "needle ");
  g_assert_true (g_str_has_prefix (found, "…word492 "));
  g_assert_nonnull (strstr (found, "word499 <b>needle</b> tail0"));
  g_assert_true (g_str_has_suffix (found, "tail14…"));
}

static void
test_nothing_wanted_gives_nothing (void)
{
  assert_snippet ("a bridge", "-bridge", NULL);
  assert_snippet ("a bridge", "is:unread", NULL);
  assert_snippet ("a bridge", "river", NULL);
  assert_snippet ("", "river", NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/snippet/" #name, test_##name)
  ADD (found_words_are_bold_and_the_rest_is_escaped);
  ADD (accents_and_case_do_not_matter);
  ADD (only_the_last_word_may_go_on);
  ADD (long_text_is_cut_around_the_first);
  ADD (nothing_wanted_gives_nothing);
  return g_test_run ();
}
