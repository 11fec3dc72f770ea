/* test-opml.c: lists of subscriptions go in and come out the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-error.h"
#include "hs-opml.h"

static HsOutline *
read_list (const char  *text,
           GPtrArray  **skipped)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  HsOutline *root = hs_opml_read (bytes, skipped, &error);

  g_assert_no_error (error);
  return root;
}

static HsOutline *
child (HsOutline *self,
       guint      index)
{
  g_assert_cmpuint (index, <, self->children->len);
  return g_ptr_array_index (self->children, index);
}

static void
test_folders_and_feeds_are_read (void)
{
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HsOutline) root = read_list (
    "<?xml version='1.0'?><opml version='1.0'><head><title>Mine</title></head><body>"
    "<outline text='Ports &amp; quays'><outline text='deep'><outline type='rss' text='Lantern' title='The Lantern' "
    "xmlUrl='https://lantern.example/rss' htmlUrl='https://lantern.example/'/></outline></outline>"
    "<outline text='Feed' xmlurl=' feed:https://beacon.example/a&#10; b'/>"
    "<outline text='Nothing' type='rss'/><outline text='Script' xmlUrl='exec:rm'/></body></opml>", &skipped);
  HsOutline *feed;

  g_assert_cmpuint (root->children->len, ==, 2);
  g_assert_cmpstr (child (root, 0)->title, ==, "Ports & quays");
  g_assert_null (child (root, 0)->feed_url);
  feed = child (child (child (root, 0), 0), 0);
  g_assert_cmpstr (feed->title, ==, "The Lantern");
  g_assert_cmpstr (feed->feed_url, ==, "https://lantern.example/rss");
  g_assert_cmpstr (feed->home_url, ==, "https://lantern.example/");
  g_assert_cmpstr (child (root, 1)->feed_url, ==, "https://beacon.example/a%20b");
  g_assert_cmpuint (skipped->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (skipped, 0), ==, "“Nothing” has no address.");
  g_assert_cmpstr (g_ptr_array_index (skipped, 1), ==, "The address of “Script” is not one of the web.");
}

static void
test_titles_have_no_control_characters (void)
{
  g_autoptr (HsOutline) root = read_list ("<opml><body><outline text='Tide\x7f\x7f\x7ftable'>"
                                          "<outline xmlUrl='https://tide.example/'/></outline></body></opml>", NULL);

  g_assert_cmpstr (child (root, 0)->title, ==, "Tide table");
}

static void
test_what_is_written_is_read_back (void)
{
  g_autoptr (HsOutline) root = hs_outline_new (NULL, NULL, NULL);
  g_autoptr (HsOutline) again = NULL;
  g_autofree char *first = NULL, *second = NULL;
  HsOutline *folder = hs_outline_new ("A <folder> & \"more\"", NULL, NULL);

  g_ptr_array_add (folder->children, hs_outline_new ("x\ny", "https://a.example/?b=1&c=2", NULL));
  g_ptr_array_add (root->children, folder);
  g_ptr_array_add (root->children, hs_outline_new ("Empty", NULL, NULL));
  g_ptr_array_add (root->children, hs_outline_new (NULL, "https://untitled.example/", NULL));
  first = hs_opml_write (root, "List");
  again = read_list (first, NULL);
  second = hs_opml_write (again, "List");
  g_assert_cmpuint (again->children->len, ==, 3);
  g_assert_null (child (again, 2)->title);
  g_assert_cmpstr (child (child (again, 0), 0)->title, ==, "x y");
  g_assert_cmpstr (child (child (again, 0), 0)->feed_url, ==, "https://a.example/?b=1&c=2");
  g_assert_cmpstr (child (again, 0)->title, ==, "A <folder> & \"more\"");
  g_assert_cmpstr (first, ==, second);
}

static void
test_a_broken_list_gives_what_it_holds (void)
{
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HsOutline) root = read_list (
    "<opml><body><outline text=\"Fish & chips\" xmlUrl=\"http://f.example/?a=1&b=2\"><outline text=\"B\" "
    "xmlUrl=\"http://b.example/\" /></body>", &skipped);

  g_assert_cmpstr (child (root, 0)->title, ==, "Fish & chips");
  g_assert_cmpstr (child (root, 0)->feed_url, ==, "http://f.example/?a=1&b=2");
  g_assert_cmpstr (child (child (root, 0), 0)->feed_url, ==, "http://b.example/");
}

static void
test_what_is_no_list_is_refused (void)
{
  static const char * const texts[] = { "<rss><channel/></rss>", "<html><body>opml</body></html>", "plain", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_opml_read (bytes, NULL, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_UNSUPPORTED);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opml/folders-and-feeds-are-read", test_folders_and_feeds_are_read);
  g_test_add_func ("/opml/titles-have-no-control-characters", test_titles_have_no_control_characters);
  g_test_add_func ("/opml/what-is-written-is-read-back", test_what_is_written_is_read_back);
  g_test_add_func ("/opml/a-broken-list-gives-what-it-holds", test_a_broken_list_gives_what_it_holds);
  g_test_add_func ("/opml/what-is-no-list-is-refused", test_what_is_no_list_is_refused);
  return g_test_run ();
}
