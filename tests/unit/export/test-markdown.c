/* test-markdown.c: an export says who is named, in which words, and what the analyst decided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-test.h"

#include <string.h>

#include "hs-decisions.h"
#include "hs-entity-decisions.h"
#include "hs-journal.h"
#include "hs-markdown.h"

#define ONE "Velan buys two ships\n\n“We bought two ships,” said Marta Selim, a member of the Harbour Council, on " \
            "Monday.\n\nThe Ministry of Defence confirmed the purchase of the ships in Velan. Selim did not " \
            "answer.\n"
#define TWO "Norland sells ships to Velan\n\nMartha Selim said that two ships were bought, Reuters reported on " \
            "Tuesday in Velan.\n\nDavit Khoreli, the minister of defence, confirmed it.\n"

static void
set_up (LibraryTest   *test,
        gconstpointer  data)
{
  library_test_set_up (test, data);
  g_assert_cmpint (library_test_import (test, "1.txt", ONE), ==, 1);
  g_assert_cmpint (library_test_import (test, "2.txt", TWO), ==, 2);
}

static char *
export_all (LibraryTest *test,
            const char  *query)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_export_markdown (test->library, query, out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (out, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (out));
}

/* The section of names of what @query finds, the times of decisions left out. */
static char *
export_names (LibraryTest *test,
              const char  *query)
{
  g_autofree char *whole = export_all (test, query);
  g_autoptr (GRegex) times = g_regex_new ("- [0-9T:Z-]+: ", 0, 0, NULL);
  const char *names;

  names = strstr (whole, "## Names\n");
  g_assert_nonnull (names);
  return g_regex_replace_literal (times, names, -1, 0, "- ", 0, NULL);
}

static void
assert_has (const char *text,
            const char *line)
{
  if (strstr (text, line) == NULL)
    g_error ("“%s” is not in:\n%s", line, text);
}

static void
test_who_is_named_in_which_words (LibraryTest   *test,
                                  gconstpointer  data)
{
  g_autofree char *names = export_names (test, "buys");

  assert_has (names, "- **Marta Selim** (person, 2 places): “Marta Selim”, “Selim”\n");
  assert_has (names, "- **Velan** (place, 2 places)\n");
  g_assert_null (strstr (names, "Decided"));
}

static void
test_what_was_decided_is_told_with_its_reason (LibraryTest   *test,
                                               gconstpointer  data)
{
  gint64 ids[] = { library_test_find_entity (test, "Marta Selim"), library_test_find_entity (test, "Davit Khoreli") };
  const HsSpan council = library_test_find_words (test, 1, "Harbour Council");
  g_autofree char *names = NULL, *other = NULL, *later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hs_library_remove_mention (test->library, 1, council, "a nickname", &error));
  g_assert_true (hs_library_merge_entities (test->library, ids, 2, "one *byline*", &error));
  names = export_names (test, "buys");
  assert_has (names, "### Decided by the analyst\n\n"
                     "- the words “Harbour Council” name nothing — a nickname\n"
                     "- “Davit Khoreli” merged into “Marta Selim” — one \\*byline\\*\n");
  /* the words of one article are no matter of the other */
  other = export_names (test, "sells");
  assert_has (other, "### Decided by the analyst\n\n- “Davit Khoreli” merged into “Marta Selim”");
  g_assert_null (strstr (other, "Harbour Council"));
  /* what was taken back no longer stands */
  g_assert_true (hs_library_undo (test->library, &error));
  later = export_names (test, "buys");
  g_assert_null (strstr (later, "merged"));
  assert_has (later, "name nothing");
}

/* What a paper says comes through itself, and what it was told in its own pages through nobody. */
static void
test_an_outlet_is_no_step_to_itself (LibraryTest   *test,
                                     gconstpointer  data)
{
  static const char page[] = "<html><head><title>Lights out</title><meta property='og:site_name' content='The Northern Post'>"
                             "</head><body><article><h1>Lights out</h1><p>“The lights are out,” Davit Khoreli told the "
                             "Northern Post. “They stay out,” he told the Harbour Daily.</p><p>Velan Radio reported that it "
                             "was dark.</p></article></body></html>";
  g_autofree char *text = NULL;

  g_assert_cmpint (library_test_import (test, "lights.html", page), ==, 3);
  text = export_all (test, "lights");
  assert_has (text, "- **Davit Khoreli** (quote): “The lights are out,”\n");
  assert_has (text, "- **Davit Khoreli** (quote, via Harbour Daily [stated]): “They stay out,”\n");
  assert_has (text, "- **Velan Radio** (paraphrase): it was dark\n");
}

/* Nothing turns round the words of a line behind it; what was there is seen. */
static void
test_nothing_turns_the_line_round (LibraryTest   *test,
                                   gconstpointer  data)
{
  gint64 id = library_test_import (test, "3.txt", "Admiral \342\200\256speaks again\n\nDavit Khoreli said that the "
                                                  "\342\200\256ships were old. It rained in Velan.\n");
  g_autofree char *text = export_all (test, "speaks");

  g_assert_cmpint (id, ==, 3);
  g_assert_null (strstr (text, "\342\200\256"));
  assert_has (text, "# Admiral speaks again\n");
  assert_has (text, "the ⟨U+202E⟩ships were old");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/export/markdown/" name, LibraryTest, NULL, set_up, test, library_test_tear_down)
  ADD ("who-is-named-in-which-words", test_who_is_named_in_which_words);
  ADD ("what-was-decided-is-told-with-its-reason", test_what_was_decided_is_told_with_its_reason);
  ADD ("nothing-turns-the-line-round", test_nothing_turns_the_line_round);
  ADD ("an-outlet-is-no-step-to-itself", test_an_outlet_is_no_step_to_itself);
  return g_test_run ();
}
