/* test-html.c: the article is found in the page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"
#include "hs-page.h"

#include <string.h>

#define P1 "<p>The mayor opened the new bridge on Monday, in front of two thousand people, and thanked the " \
           "builders.</p>"
#define P2 "<p>It had cost nine million euros, four more than planned, and was finished, she said, two years late.</p>"

static HsDocument *
read_html (const char *html,
           const char *base)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  HsDocument *document = hs_page_read (bytes, "a.html", NULL, base, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_body_without_frame (void)
{
  g_autoptr (HsDocument) document = read_html (
      "<html><head><title>Mayor opens bridge | City Post</title><meta property='og:site_name' content='City "
      "Post'></head><body><nav><a href=/>Home</a></nav><div class=sidebar><p>Most read: Ten rivers, and how to cross "
      "them, in order of beauty.</p></div><div class=article-body><h1>Mayor opens bridge</h1>" P1 P2 "</div>"
      "<footer><p>City Post, 1 River Street, all rights reserved, printed in Porto, Portugal.</p></footer>"
      "</body></html>", NULL);

  g_assert_cmpstr (document->title, ==, "Mayor opens bridge");
  g_assert_cmpstr (document->outlet, ==, "City Post");
  g_assert_true (g_str_has_prefix (document->text, "Mayor opens bridge\n\nThe mayor opened"));
  g_assert_true (g_str_has_suffix (document->text, "two years late."));
  g_assert_cmpuint (document->blocks->len, ==, 3);
}

static void
test_metadata_surest_first (void)
{
  g_autoptr (HsDocument) document = read_html (
      "<head><title>x</title><meta name=author content='Meta Name'><meta property='article:published_time' "
      "content='2026-01-02'><script type='application/ld+json'>not json</script>"
      "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"Mayor opens bridge\","
      "\"author\":[{\"name\":\"Ada Ferro\"},{\"name\":\"Ben Ito\"}],\"publisher\":{\"name\":\"City Post\"},"
      "\"datePublished\":\"2026-05-04T08:00:00+02:00\"}]}</script></head><body>" P1 P2 "</body>",
      "https://post.example/a/b");

  g_assert_cmpstr (document->title, ==, "Mayor opens bridge");
  g_assert_cmpstr (document->byline, ==, "Ada Ferro, Ben Ito");
  g_assert_cmpstr (document->outlet, ==, "City Post");
  g_assert_cmpstr (document->published, ==, "2026-05-04T08:00:00+02");
  g_assert_cmpstr (document->url, ==, "https://post.example/a/b");
}

static void
test_nothing_is_invented (void)
{
  g_autoptr (HsDocument) document = read_html ("<body>" P1 P2 "</body>", NULL);

  g_assert_null (document->title);
  g_assert_null (document->byline);
  g_assert_null (document->published);
  g_assert_null (document->outlet);
  g_assert_null (document->url);
}

static void
test_a_moment_without_a_zone_is_a_day (void)
{
  g_autoptr (HsDocument) document
      = read_html ("<head><meta name=date content='2026-05-04 23:30:00'></head><body>" P1 P2 "</body>", NULL);

  g_assert_cmpstr (document->published, ==, "2026-05-04");
}

static void
test_a_body_cut_by_advertising_is_one (void)
{
  g_autoptr (HsDocument) document
      = read_html ("<body><div id=content><div>" P1 P2 "</div><div class=advert><p>Buy a boat, any boat, "
                                                       "today.</p></div><div>" P2 P1
                   "</div></div></body>",
                   NULL);
  guint paragraphs = 0;

  for (guint i = 0; i < document->blocks->len; i++)
    paragraphs += g_array_index (document->blocks, HsBlock, i).kind == HS_BLOCK_PARAGRAPH;
  g_assert_cmpuint (paragraphs, ==, 4);
}

static void
test_a_page_without_text_says_so (void)
{
  const char *html = "<html><body><nav><a href=/>Home</a></nav></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;

  g_assert_null (hs_page_read (bytes, "a.html", NULL, NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/html/" #name, test_##name)
  ADD (body_without_frame);
  ADD (metadata_surest_first);
  ADD (nothing_is_invented);
  ADD (a_moment_without_a_zone_is_a_day);
  ADD (a_body_cut_by_advertising_is_one);
  ADD (a_page_without_text_says_so);
  return g_test_run ();
}
