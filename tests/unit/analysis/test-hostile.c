/* test-hostile.c: long, empty and broken texts; several threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fixture.h"

#define LONG 150000

static void
read_repeated (const char *piece)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (HsAnalysis) analysis = NULL;

  while (text->len < LONG)
    g_string_append (text, piece);
  /* one that never ends runs into the time limit of the test program */
  analysis = fixture_read (text->str);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HsStatement *s = analysis->statements->pdata[i];
      guint end = 0;

      g_assert_cmpuint (s->content->len, >, 0);
      for (guint k = 0; k < s->content->len; k++)
        {
          HsSpan span = g_array_index (s->content, HsSpan, k);

          g_assert_cmpuint (span.start, >=, end);
          g_assert_cmpuint (span.end, <=, text->len);
          end = span.end;
        }
    }
  g_assert_cmpuint (analysis->terms->len, <=, 64);
}

static void
test_one_endless_line_ends (void)
{
  static const char *const pieces[] = { "“", "Abc-", "The ", "said, ", "(", "X said “no, ", "according to ", "S-400",
                                        "of the Committee ", ", — said A. — ", "’s ", "1,000 ", "a\xcc\x81", "A.B.",
                                        "Act of ", "Anna Ortiz and ", "\n\n“A ",
                                        "told the X Post ", "was criticised by ", "but he wants to ",
                                        "“[a] (ed.) … ”, said A. ", "A: ", "the claim that ",
                                        "no deal to buy was signed ", "he said he is sure of ", "Citing " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    read_repeated (pieces[i]);
}

static void
test_nothing_at_all (void)
{
  g_autoptr (HsDocument) empty = hs_document_new (g_strdup (""));
  g_autoptr (HsAnalysis) a = hs_analyser_read (fixture_analyser (), empty, NULL, NULL);
  g_autoptr (HsAnalysis) b = fixture_read (".");
  g_autoptr (HsAnalysis) c = fixture_read ("# \xe2\x80\x8b");
  g_autoptr (HsAnalysis) d = fixture_read ("! only boilerplate");

  g_assert_cmpuint (a->mentions->len + a->statements->len + a->signals->len, ==, 0);
  g_assert_cmpuint (b->mentions->len + c->mentions->len + d->mentions->len, ==, 0);
}

static void
test_cancelled_before_it_began (void)
{
  g_autoptr (HsDocument) document = fixture_document ("Anna Ortiz said it was open.");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (hs_analyser_read (fixture_analyser (), document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_without_its_lists_there_is_no_analyser (void)
{
  g_autoptr (HsLexicons) none = hs_lexicons_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_analyser_new (none, &error));
  g_assert_nonnull (error);
}

static void
test_a_list_that_is_no_text_is_refused (void)
{
  g_autoptr (HsLexicons) lexicons = hs_lexicons_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xff\xfe", 2);
  g_autoptr (GError) error = NULL;

  g_assert_false (hs_lexicons_add (lexicons, "cues", bytes, &error));
  g_assert_nonnull (error);
}

static const char threaded[] = "“The bridge is open,” Anna Ortiz told Reuters on Monday. The Kenyan "
                               "parliament’s Energy and Water Committee denied it, according to Samir Qaderi.";

static gpointer
read_many (gpointer data)
{
  guint n = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (HsAnalysis) analysis = fixture_read (threaded);

      n += analysis->mentions->len + 100 * analysis->statements->len;
    }
  return GUINT_TO_POINTER (n);
}

static void
test_several_threads_find_the_same (void)
{
  GThread *threads[4];
  gpointer want;

  fixture_analyser ();
  want = read_many (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_many, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == want);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/one-endless-line-ends", test_one_endless_line_ends);
  g_test_add_func ("/hostile/nothing-at-all", test_nothing_at_all);
  g_test_add_func ("/hostile/cancelled-before-it-began", test_cancelled_before_it_began);
  g_test_add_func ("/hostile/without-its-lists-there-is-no-analyser", test_without_its_lists_there_is_no_analyser);
  g_test_add_func ("/hostile/a-list-that-is-no-text-is-refused", test_a_list_that_is_no_text_is_refused);
  g_test_add_func ("/hostile/several-threads-find-the-same", test_several_threads_find_the_same);
  return g_test_run ();
}
