/* test-bidi.c: what turns letters round does so unseen nowhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-bidi.h"

static void
test_titles_hold_nothing_that_turns (void)
{
  g_autofree char *title = hs_bidi_strip ("Minister \342\200\256raba\342\200\254 speaks");
  g_autofree char *plain = hs_bidi_strip ("\331\205\330\255\331\205\330\257");

  g_assert_cmpstr (title, ==, "Minister raba speaks");
  /* Arabic stays as it is */
  g_assert_cmpstr (plain, ==, "\331\205\330\255\331\205\330\257");
  g_assert_null (hs_bidi_strip (NULL));
}

/* Every span of the text still fits. */
static void
test_overrides_are_seen_where_they_stand (void)
{
  const char *text = "a \342\200\256b \342\201\246c\342\201\251";
  g_autofree char *shown = hs_bidi_show (text, strlen (text));

  g_assert_cmpstr (shown, ==, "a \357\277\275b \342\201\246c\342\201\251");
  g_assert_cmpuint (strlen (shown), ==, strlen (text));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bidi/titles-hold-nothing-that-turns", test_titles_hold_nothing_that_turns);
  g_test_add_func ("/bidi/overrides-are-seen-where-they-stand", test_overrides_are_seen_where_they_stand);
  return g_test_run ();
}
