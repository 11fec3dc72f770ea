/* test-span.c: byte offsets and code points agree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-span.h"

#include <string.h>

static void
test_every_offset_both_ways (void)
{
  /* 1, 2, 3 and 4 byte characters, long enough for several checkpoints */
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HsSpanMap) map = NULL;
  guint chars = 0;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "aé“𝄞");
  map = hs_span_map_new (text->str, text->len);

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p), chars++)
    {
      g_assert_cmpuint (hs_span_map_to_chars (map, p - text->str), ==, chars);
      g_assert_cmpuint (hs_span_map_to_bytes (map, chars), ==, p - text->str);
    }
  g_assert_cmpuint (chars, ==, 400);
  g_assert_cmpuint (hs_span_map_to_chars (map, text->len), ==, 400);
  g_assert_cmpuint (hs_span_map_to_bytes (map, 400), ==, text->len);
}

static void
test_past_the_end (void)
{
  g_autoptr (HsSpanMap) map = hs_span_map_new ("né", -1);
  g_autoptr (HsSpanMap) empty = hs_span_map_new ("", 0);

  g_assert_cmpuint (hs_span_map_to_chars (map, 99), ==, 2);
  g_assert_cmpuint (hs_span_map_to_bytes (map, 99), ==, 3);
  g_assert_cmpuint (hs_span_map_to_chars (empty, 0), ==, 0);
  g_assert_cmpuint (hs_span_map_to_bytes (empty, 1), ==, 0);
}

static void
assert_snaps (const char *text,
              const char *selected,
              const char *words)
{
  const char *at = strstr (text, selected);
  HsSpan span = hs_span_snap_to_words (text, HS_SPAN_INIT (at - text, at - text + strlen (selected)));
  g_autofree char *found = hs_span_is_none (span) ? NULL : g_strndup (text + span.start, span.end - span.start);

  g_assert_cmpstr (found, ==, words);
}

static void
test_a_selection_takes_whole_words (void)
{
  assert_snaps ("Zoë Müller of São Paulo", "ë Mül", "Zoë Müller");
  assert_snaps ("the  S-120 system", "  S-120 ", "S-120");
  assert_snaps ("Norland-made ships", "Norland", "Norland");
  assert_snaps ("He is Ortiz.", "Ortiz", "Ortiz");
  assert_snaps ("習近平主席", "近平", "近平");
  assert_snaps ("two  blanks", "  ", NULL);
}

static void
test_order_puts_the_outer_span_first (void)
{
  HsSpan outer = { 3, 9 }, inner = { 3, 5 }, later = { 4, 5 };

  g_assert_cmpint (hs_span_compare (&outer, &inner), <, 0);
  g_assert_cmpint (hs_span_compare (&inner, &later), <, 0);
  g_assert_true (hs_span_contains (outer, inner));
  g_assert_false (hs_span_overlaps (HS_SPAN_INIT (0, 3), outer));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/every-offset-both-ways", test_every_offset_both_ways);
  g_test_add_func ("/span/past-the-end", test_past_the_end);
  g_test_add_func ("/span/a-selection-takes-whole-words", test_a_selection_takes_whole_words);
  g_test_add_func ("/span/order-puts-the-outer-span-first", test_order_puts_the_outer_span_first);
  return g_test_run ();
}
