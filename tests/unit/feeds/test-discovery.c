/* test-discovery.c: the feeds of a page are found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-discovery.h"

static GPtrArray *
find_in (const char *page)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  return hs_discovery_find (bytes, "text/html; charset=utf-8", "https://lantern.example/news/today.html");
}

static const HsFeedCandidate *
candidate (GPtrArray *found,
           guint      index)
{
  g_assert_cmpuint (index, <, found->len);
  return g_ptr_array_index (found, index);
}

static void
test_stated_feeds_come_first_in_order (void)
{
  g_autoptr (GPtrArray) found = find_in (
    "<html><head><link rel='alternate' type='application/atom+xml' title='All &amp; more' href='/atom'>"
    "<link rel='stylesheet' href='/s.css'><link rel='alternate' hreflang='de' href='/de'>"
    "<link rel='ALTERNATE home' type='application/rss+xml; charset=utf-8' href='rss.xml'>"
    "<link rel='alternate' type='application/feed+json' href='https://feeds.example/j'>"
    "<link rel='alternate' type='application/rss+xml' href='/atom'>"
    "<link rel='alternate' type='application/rss+xml' href='javascript:evil()'>"
    "<link rel='alternate' type='application/json' href='/wp-json/wp/v2/posts/1'></head><body>x</body></html>");

  g_assert_cmpstr (candidate (found, 0)->url, ==, "https://lantern.example/atom");
  g_assert_cmpstr (candidate (found, 0)->title, ==, "All & more");
  g_assert_true (candidate (found, 0)->stated);
  g_assert_cmpstr (candidate (found, 1)->url, ==, "https://lantern.example/news/rss.xml");
  g_assert_null (candidate (found, 1)->title);
  g_assert_cmpstr (candidate (found, 2)->url, ==, "https://feeds.example/j");
  for (guint i = 3; i < found->len; i++)
    {
      g_assert_false (candidate (found, i)->stated);
      g_assert_true (g_str_has_prefix (candidate (found, i)->url, "https://lantern.example/"));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (candidate (found, k)->url, !=, candidate (found, i)->url);
    }
}

static void
test_the_base_of_the_page_counts (void)
{
  g_autoptr (GPtrArray) found = find_in ("<base href='https://other.example/a/'>"
                                         "<link rel=alternate type=application/rss+xml href=rss><p>x</p>");

  g_assert_cmpstr (candidate (found, 0)->url, ==, "https://other.example/a/rss");
}

static void
test_a_page_that_states_none_has_common_paths (void)
{
  static const char * const pages[] = { "", "<p>nothing</p>", "no page at all" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GPtrArray) found = find_in (pages[i]);
      gboolean feed = FALSE;

      for (guint k = 0; k < found->len; k++)
        {
          g_assert_false (candidate (found, k)->stated);
          feed |= g_str_equal (candidate (found, k)->url, "https://lantern.example/feed");
        }
      g_assert_true (feed);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/discovery/stated-feeds-come-first-in-order", test_stated_feeds_come_first_in_order);
  g_test_add_func ("/discovery/the-base-of-the-page-counts", test_the_base_of_the_page_counts);
  g_test_add_func ("/discovery/a-page-that-states-none-has-common-paths",
                   test_a_page_that_states_none_has_common_paths);
  return g_test_run ();
}
