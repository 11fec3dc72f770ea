/* test-html.c: only the whitelist survives, whatever the page holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"
#include "hs-html.h"

#include <string.h>

static char *
all_text (HsTree *tree)
{
  GString *out = g_string_new (NULL);

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    if (node->tag == HS_TAG_TEXT)
      g_string_append (out, node->text);
  return g_string_free (out, FALSE);
}

static void
test_nothing_that_runs_survives (void)
{
  const char *html = "<p onclick='evil()'>one<script>evil()</script><style>p{}</style><iframe src=x>no</iframe>"
                     "<svg><text>no</text></svg><form><input value=no><button>no</button></form> two</p>"
                     "<p hidden>no</p><p style='display: none'>no</p><noscript>no</noscript>";
  g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), NULL);
  g_autofree char *text = all_text (tree);

  g_assert_cmpstr (text, ==, "one two");
}

static void
test_metas_title_and_data_are_read (void)
{
  const char *html = "<html lang=mt><head><title>A title</title><meta property='og:title' content='First'>"
                     "<meta property=og:title content=Second><link rel=canonical href='https://a.example/b'>"
                     "<script type='application/ld+json'>{\"a\":1}</script></head><body><p>x</p></body></html>";
  g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), NULL);

  g_assert_cmpstr (tree->title, ==, "A title");
  g_assert_cmpstr (tree->language, ==, "mt");
  g_assert_cmpstr (tree->canonical, ==, "https://a.example/b");
  g_assert_cmpstr (g_hash_table_lookup (tree->metas, "og:title"), ==, "First");
  g_assert_cmpuint (tree->data->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (tree->data, 0), ==, "{\"a\":1}");
}

/* libxml2 takes 21 s on this unless the tag is cut first; the test's own time
 * limit is what would show it. */
static void
test_fifty_thousand_attributes_are_cut (void)
{
  g_autoptr (GString) html = g_string_new ("<p>before</p><div ");
  g_autoptr (HsTree) tree = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (html, "a%u='%u' ", i, i);
  g_string_append (html, "><p>after</p></div>");
  tree = hs_html_parse (html->str, html->len, NULL);
  text = all_text (tree);
  g_assert_cmpstr (text, ==, "beforeafter");
}

static void
test_deep_nesting_neither_crashes_nor_hangs (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autoptr (HsTree) tree = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (html, "<div>");
  g_string_append (html, "deep");
  tree = hs_html_parse (html->str, html->len, NULL);
  g_assert_nonnull (tree);
}

static void
test_a_script_with_comparisons_is_left_alone (void)
{
  g_autoptr (GString) html = g_string_new ("<script type='application/ld+json'>{\"headline\":\"a <b ");
  g_autoptr (HsTree) tree = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_c (html, 'x');
  g_string_append (html, "\"}</script><p>text</p>");
  tree = hs_html_parse (html->str, html->len, NULL);
  g_assert_cmpuint (tree->data->len, ==, 1);
  g_assert_cmpuint (strlen (g_ptr_array_index (tree->data, 0)), >, 20000);
}

static char *
repeat (const char *string,
        guint       times,
        const char *after)
{
  GString *out = g_string_sized_new (strlen (string) * times + strlen (after));

  for (guint i = 0; i < times; i++)
    g_string_append (out, string);
  g_string_append (out, after);
  return g_string_free (out, FALSE);
}

static void
test_deep_boxes_keep_their_words (void)
{
  static const char * const boxes[] = { "<div>", "<table><tr><td>", "<ul><li>", "<blockquote><section><b>" };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_autofree char *html = repeat (boxes[i], 20000, "<p>words</p></div></table></ul><p>after</p>");
      g_autoptr (GError) error = NULL;
      g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = all_text (tree);
      g_assert_cmpstr (text, ==, "wordsafter");
    }
}

static void
test_shallow_boxes_stay (void)
{
  g_autofree char *html = repeat ("<div><p>a</p></div>", 1000, "");
  g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), NULL);
  guint boxes = 0;

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    boxes += node->name != NULL && strcmp (node->name, "div") == 0;
  g_assert_cmpuint (boxes, ==, 1000);
}

static void
test_sections_end_with_what_they_hold (void)
{
  const char *html = "<body><nav><div><a href=/>menu</a><ul><li>more</nav><p>words</p><aside><table><tr><td><div>aside"
                     "</aside></table></aside><p>after</p>";
  g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), NULL);
  guint outside = 0;

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      gboolean within = FALSE;

      if (node->tag != HS_TAG_TEXT)
        continue;
      for (HsNode *up = node->parent; up != NULL; up = up->parent)
        within = within || up->tag == HS_TAG_NAV || up->tag == HS_TAG_ASIDE;
      g_assert_cmpint (within, ==, strcmp (node->text, "words") != 0 && strcmp (node->text, "after") != 0);
      outside += !within;
    }
  g_assert_cmpuint (outside, ==, 2);
}

static void
test_more_than_any_article_is_refused (void)
{
  static const char * const units[] = { "<b>x", "<p>x<", "<i><b>", "<meta name=a content=b>",
                                        "word and word, word by word, or so " };
  static const guint times[] = { 200000, 200000, 100000, 200000, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *html = repeat (units[i], times[i], "");
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_html_parse (html, strlen (html), &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_TOO_LARGE);
    }
}

static void
test_scripts_do_not_make_a_page_large (void)
{
  g_autofree char *script = repeat ("var a = \"<b>\";", 1000000, "</script><p>words</p>");
  g_autofree char *html = g_strconcat ("<script>", script, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (HsTree) tree = hs_html_parse (html, strlen (html), &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = all_text (tree);
  g_assert_cmpstr (text, ==, "words");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html/nothing-that-runs-survives", test_nothing_that_runs_survives);
  g_test_add_func ("/html/metas-title-and-data-are-read", test_metas_title_and_data_are_read);
  g_test_add_func ("/html/fifty-thousand-attributes-are-cut", test_fifty_thousand_attributes_are_cut);
  g_test_add_func ("/html/deep-nesting-neither-crashes-nor-hangs", test_deep_nesting_neither_crashes_nor_hangs);
  g_test_add_func ("/html/a-script-with-comparisons-is-left-alone", test_a_script_with_comparisons_is_left_alone);
  g_test_add_func ("/html/boxes-nested-too-deep-keep-their-words", test_deep_boxes_keep_their_words);
  g_test_add_func ("/html/boxes-that-end-do-not-add-up", test_shallow_boxes_stay);
  g_test_add_func ("/html/a-menu-that-ends-is-not-the-whole-page", test_sections_end_with_what_they_hold);
  g_test_add_func ("/html/more-than-any-article-is-refused-unparsed", test_more_than_any_article_is_refused);
  g_test_add_func ("/html/scripts-do-not-make-a-page-large", test_scripts_do_not_make_a_page_large);
  return g_test_run ();
}
