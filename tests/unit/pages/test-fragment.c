/* test-fragment.c: an entry of a feed is the article, all of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"
#include "hs-page.h"

#include <string.h>

static HsDocument *
read_fragment (const char *text,
               gboolean    html,
               const char *title)
{
  g_autoptr (GError) error = NULL;
  HsDocument *document = hs_page_read_fragment (text, html, title, "https://post.example/news/", &error);

  g_assert_no_error (error);
  return document;
}

static HsBlockKind
kind_of (HsDocument *document,
         guint       i)
{
  g_assert_cmpuint (i, <, document->blocks->len);
  return g_array_index (document->blocks, HsBlock, i).kind;
}

static void
test_all (void)
{
  g_autoptr (HsDocument) document = read_fragment (
      "<p>Short.</p><ul><li><a href='a'>One link</a></li><li><a href='b'>And another</a></li></ul>"
      "<aside>By the way.</aside><blockquote>“It is done.”</blockquote><img src='c.png'>", TRUE, " The\n bridge ");

  g_assert_cmpstr (document->title, ==, "The bridge");
  g_assert_cmpstr (document->text, ==,
                   "The bridge\n\nShort.\n\nOne link\n\nAnd another\n\nBy the way.\n\n“It is done.”");
  g_assert_cmpint (kind_of (document, 0), ==, HS_BLOCK_HEADLINE);
  g_assert_cmpint (kind_of (document, 1), ==, HS_BLOCK_PARAGRAPH);
  g_assert_cmpint (kind_of (document, 2), ==, HS_BLOCK_LIST_ITEM);
  g_assert_cmpint (kind_of (document, 4), ==, HS_BLOCK_BOILERPLATE);
  g_assert_cmpint (kind_of (document, 5), ==, HS_BLOCK_QUOTE);
  g_assert_cmpuint (document->links->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (document->links, 0), ==, "https://post.example/news/a");
  g_assert_cmpstr (g_ptr_array_index (document->images, 0), ==, "https://post.example/news/c.png");
}

static void
test_plain (void)
{
  g_autoptr (HsDocument) document = read_fragment ("It is 3 < 4,\nthey say.\n\nAnd <b>so</b> on.", FALSE, NULL);

  g_assert_null (document->title);
  g_assert_cmpstr (document->text, ==, "It is 3 < 4, they say.\n\nAnd <b>so</b> on.");
}

static void
test_hostile (void)
{
  g_autoptr (HsDocument) document = read_fragment (
      "<script>alert(1)</script><style>p{}</style><p onclick='x()'>Words.</p><iframe src='//x'>frame</iframe>"
      "<form><input value='y'>form</form>\xff", TRUE, NULL);

  g_assert_nonnull (strstr (document->text, "Words."));
  g_assert_null (strstr (document->text, "alert"));
  g_assert_null (strstr (document->text, "p{}"));
}

static void
test_little (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) title = read_fragment (NULL, TRUE, "Only a title");
  g_autoptr (HsDocument) comment = read_fragment ("<!-- nothing -->", TRUE, "Only a title");

  g_assert_cmpstr (title->text, ==, "Only a title");
  g_assert_cmpstr (comment->text, ==, "Only a title");
  g_assert_null (hs_page_read_fragment ("  ", TRUE, NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/everything-is-the-article", test_all);
  g_test_add_func ("/fragment/plain-text-is-not-markup", test_plain);
  g_test_add_func ("/fragment/nothing-that-runs-is-left", test_hostile);
  g_test_add_func ("/fragment/a-title-alone-is-an-article", test_little);
  return g_test_run ();
}
