/* test-anchor.c: a note finds its words again among several like them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-anchor.h"

#include <string.h>

static void
test_surroundings_decide (void)
{
  const char *text = "He said no. She said no. They all said no, too.";
  HsSpan span = hs_anchor_find (text, "said no", "They all ", ", too.", 0);

  g_assert_cmpuint (span.start, ==, strstr (text, "said no, too") - text);
  g_assert_cmpuint (span.end, ==, span.start + 7);
}

static void
test_then_the_nearest (void)
{
  const char *text = "no no no no no";

  g_assert_cmpuint (hs_anchor_find (text, "no", "", "", 7).start, ==, 6);
  g_assert_cmpuint (hs_anchor_find (text, "no", "", "", 0).start, ==, 0);
}

static void
test_words_that_are_gone (void)
{
  g_assert_true (hs_span_is_none (hs_anchor_find ("He said yes.", "said no", "He ", ".", 3)));
  g_assert_true (hs_span_is_none (hs_anchor_find ("He said yes.", "", "He ", ".", 3)));
}

static void
test_context_is_whole_characters (void)
{
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;

  hs_anchor_context ("ééé word ööö", HS_SPAN_INIT (7, 11), &prefix, &suffix);
  g_assert_cmpstr (prefix, ==, "ééé ");
  g_assert_cmpstr (suffix, ==, " ööö");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/anchor/surroundings-decide", test_surroundings_decide);
  g_test_add_func ("/library/anchor/then-the-nearest", test_then_the_nearest);
  g_test_add_func ("/library/anchor/words-that-are-gone", test_words_that_are_gone);
  g_test_add_func ("/library/anchor/context-is-whole-characters", test_context_is_whole_characters);
  return g_test_run ();
}
