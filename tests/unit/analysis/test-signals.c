/* test-signals.c: marks for and against, each with its words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

static void
assert_signal (const char *text,
               const char *code,
               HsTone      tone,
               const char *words)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);
  const HsSignal *signal = fixture_signal (analysis, code);
  gboolean shown = FALSE;

  if (signal == NULL)
    {
      g_test_fail_printf ("no %s in: %s", code, text);
      return;
    }
  g_assert_cmpint (signal->tone, ==, tone);
  g_assert_nonnull (signal->why);
  for (guint i = 0; i < signal->spans->len; i++)
    {
      g_autofree char *cut = fixture_cut (text, g_array_index (signal->spans, HsSpan, i));

      shown |= strcmp (cut, words) == 0;
    }
  if (!shown)
    g_test_fail_printf ("%s does not show “%s” in: %s", code, words, text);
}

static void
assert_no_signal (const char *text,
                  const char *code)
{
  g_autoptr (HsAnalysis) analysis = fixture_read (text);

  if (fixture_signal (analysis, code) != NULL)
    g_test_fail_printf ("%s in: %s", code, text);
}

static void
test_a_headline_that_tells_as_done_what_is_only_agreed (void)
{
  assert_signal ("# Kenya buys Norwegian ferries, the port said\n\nKenya agreed with Norway on the conditions for the "
                 "supply of ferries.", "headline-exceeds-body", HS_TONE_AGAINST, "buys");
  assert_signal ("# Kenya bans plastic bags\n\nKenya is considering a ban on plastic bags, the ministry said.",
                 "headline-exceeds-body", HS_TONE_AGAINST, "bans");
}

static void
test_a_headline_that_says_no_more_is_left_alone (void)
{
  static const char *const bodies = "\n\nKenya is considering to buy ferries from Norway, the port said.";
  static const char *const headlines[] = { "# Kenya considers buying ferries", "# Kenya in Talks to Purchase Ferries",
                                           "# Kenya and Norway Negotiation on Purchase of Ferries",
                                           "# Kenya thinking about buying ferries", "# Kenya wants to buy ferries" };

  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      g_autofree char *text = g_strconcat (headlines[i], bodies, NULL);

      assert_no_signal (text, "headline-exceeds-body");
    }
  assert_no_signal ("# Kenya buys ferries\n\nKenya bought two ferries from Norway. It had considered that since 2012.",
                    "headline-exceeds-body");
}

static void
test_marks_for (void)
{
  assert_signal ("# Bridge\n\n“It is open now,” engineer Anna Ortiz said.", "named-source", HS_TONE_FOR,
                 "engineer Anna Ortiz");
  assert_signal ("# Bridge\n\nThe port declined to comment.", "comment-sought", HS_TONE_FOR, "declined to comment");
  assert_signal ("# Bridge\n\nShe did not specify when.", "limits-stated", HS_TONE_FOR, "did not specify");
  assert_signal ("# Bridge\n\nAccording to another version, it fell.", "rival-account", HS_TONE_FOR,
                 "According to another version");
}

static void
test_marks_against (void)
{
  assert_signal ("# Bridge\n\nA number of observers said it was late.", "unnamed-source", HS_TONE_AGAINST,
                 "A number of observers");
  assert_signal ("# Bridge\n\nAs it became known, it was late.", "passive-unattributed", HS_TONE_AGAINST,
                 "As it became known");
  assert_signal ("# Bridge\n\nThe shameful delay went on.", "loaded-wording", HS_TONE_AGAINST, "shameful");
  assert_signal ("# Bridge\n\nThe bridge was late, Anna Ortiz told Reuters.", "second-hand", HS_TONE_AGAINST,
                 "Reuters");
}

static void
test_a_speaker_s_words_are_not_the_article_s (void)
{
  assert_no_signal ("# Bridge\n\n“It was a shameful delay for all of us,” Anna Ortiz said.", "loaded-wording");
}

static void
test_marks_of_the_making (void)
{
  assert_signal ("# Bridge\n\nThey left tothe north.", "machine-translation-marks", HS_TONE_NEUTRAL, "tothe");
  assert_signal ("# Bridge\n\n“It will buy the [ferry] soon,” Anna Ortiz said.", "editor-bracket", HS_TONE_NEUTRAL,
                 "[ferry]");
  assert_signal ("# Bridge\n\nThe group (an extremist organization banned in Russia) left.", "foreign-disclaimer",
                 HS_TONE_NEUTRAL, "extremist organization banned");
  assert_signal ("# Bridge\n\nIt opened.\n\n! Powered by FeedCopier", "repost-mark", HS_TONE_NEUTRAL, "Powered by");
  assert_signal ("# Bridge\n\nIt opened.\n\n! Please donate to us!", "appeal", HS_TONE_NEUTRAL, "donate");
  assert_signal ("# Bridge\n\nIt opened.", "undated", HS_TONE_NEUTRAL, "Bridge");
}

static void
test_no_signal_without_words (void)
{
  g_autoptr (HsAnalysis) analysis = fixture_read ("# Bridge\n\nAnna Ortiz told Reuters it was late. It cost $5 "
                                                  "million.");

  for (guint i = 0; i < analysis->signals->len; i++)
    {
      const HsSignal *signal = analysis->signals->pdata[i];

      g_assert_cmpuint (signal->spans->len, >, 0);
      for (guint k = 0; k < signal->spans->len; k++)
        g_assert_false (hs_span_is_none (g_array_index (signal->spans, HsSpan, k)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signals/a-headline-that-tells-as-done-what-is-only-agreed",
                   test_a_headline_that_tells_as_done_what_is_only_agreed);
  g_test_add_func ("/signals/a-headline-that-says-no-more-is-left-alone",
                   test_a_headline_that_says_no_more_is_left_alone);
  g_test_add_func ("/signals/marks-for", test_marks_for);
  g_test_add_func ("/signals/marks-against", test_marks_against);
  g_test_add_func ("/signals/a-speaker-s-words-are-not-the-article-s", test_a_speaker_s_words_are_not_the_article_s);
  g_test_add_func ("/signals/marks-of-the-making", test_marks_of_the_making);
  g_test_add_func ("/signals/no-signal-without-words", test_no_signal_without_words);
  return g_test_run ();
}
