/* test-pronouns.c: whom "he" and "she" stand for where somebody speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

/* Who speaks in the statement whose speaker is the last "he" or "she" of @text; "-": nobody
 * who is named. */
static const char *
find_speaker (const HsAnalysis *analysis,
              const char       *text)
{
  for (guint i = analysis->statements->len; i > 0; i--)
    {
      const HsStatement *statement = analysis->statements->pdata[i - 1];
      g_autofree char *words = hs_span_is_none (statement->speaker) ? NULL : fixture_cut (text, statement->speaker);

      if (words != NULL && (g_ascii_strcasecmp (words, "he") == 0 || g_ascii_strcasecmp (words, "she") == 0))
        return fixture_speaker (analysis, i - 1) != NULL ? fixture_speaker (analysis, i - 1)->name : "-";
    }
  return "none";
}

static void
assert_speaker (const char *text,
                const char *expected)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const char *speaker = find_speaker (analysis, text);

  if (strcmp (speaker, expected) != 0)
    g_test_fail_printf ("“%s” instead of “%s” speaks in: %s", speaker, expected, text);
}

#define SPOKE "Anna Ortiz, the mayor, said the bridge was safe. "

static void
test_the_subject_goes_before_who_spoke_last (void)
{
  assert_speaker (SPOKE "Her deputy, Rita Keller, was not so sure. “I would not drive over it,” she said.",
                  "Rita Keller");
  assert_speaker ("Paul Haddad said the bridge was safe. Senator Omar Bekele hit back. "
                  "He said Haddad had never seen it.",
                  "Omar Bekele");
  assert_speaker (SPOKE "\n\nRita Keller, who keeps a shop, lost her sister there. "
                  "“She had gone to buy bread,” she said.",
                  "Rita Keller");
}

static void
test_who_spoke_goes_on_speaking (void)
{
  assert_speaker (SPOKE "She said it would stand for years.", "Anna Ortiz");
  assert_speaker (SPOKE "The work was paid for by the town. It took two years. She said it would stand.", "Anna Ortiz");
  assert_speaker ("Paul Haddad met Peter Novak in Velan, and said that the road was closed. "
                  "He said it would stay closed.",
                  "Paul Haddad");
}

static void
test_a_woman_is_not_he (void)
{
  assert_speaker ("Paul Haddad, an engineer, looked at the bridge. Anna Ortiz paid for it. He said it would fall.",
                  "Paul Haddad");
  assert_speaker ("Mrs. Haddad looked at the bridge. Mr. Bekele paid for it. She said it would fall.", "Haddad");
}

static void
test_who_is_spoken_of_does_not_speak (void)
{
  assert_speaker ("Paul Haddad said that Peter Novak had lied. “He lied to us all,” he said.", "Paul Haddad");
}

static void
test_an_unnamed_speaker_stays_unnamed (void)
{
  assert_speaker ("Paul Haddad said the bridge was safe. A spokesman for the town said it was not. "
                  "He said it would fall.",
                  "-");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pronouns/the-subject-goes-before-who-spoke-last", test_the_subject_goes_before_who_spoke_last);
  g_test_add_func ("/pronouns/who-spoke-goes-on-speaking", test_who_spoke_goes_on_speaking);
  g_test_add_func ("/pronouns/a-woman-is-not-he", test_a_woman_is_not_he);
  g_test_add_func ("/pronouns/who-is-spoken-of-does-not-speak", test_who_is_spoken_of_does_not_speak);
  g_test_add_func ("/pronouns/an-unnamed-speaker-stays-unnamed", test_an_unnamed_speaker_stays_unnamed);
  return g_test_run ();
}
