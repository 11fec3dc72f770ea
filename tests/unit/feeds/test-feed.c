/* test-feed.c: what a feed says, whatever format it is in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feed-fixture.h"

static void
test_rss_20 (void)
{
  g_auto (Read) read = read_feed (
    "<?xml version='1.0' encoding='utf-8'?>\n"
    "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:c='http://purl.org/rss/1.0/modules/content/'>\n<channel><title>The "
    "Lantern</title><link>https://lantern.example/</link><description>News of the port</description>\n<language>en-gb"
    "</language><ttl>90</ttl><skipHours><hour>2</hour><hour>24</hour></skipHours>\n<skipDays><day>Sunday</day>"
    "</skipDays>\n<image><url>/logo.png</url><title>Logo</title><link>https://elsewhere.example/</link></image>\n"
    "<item><title>Pier closed</title><link>https://lantern.example/1</link><guid isPermaLink='false'>tag-1</guid>\n"
    "<pubDate>Mon, 09 Mar 2026 08:15:00 +0100</pubDate><dc:creator>Ida Brandt</dc:creator>\n"
    "<category domain='https://lantern.example/tags'>Harbour</category><category>Weather</category>\n"
    "<description>Short &amp;amp; sharp</description><c:encoded><![CDATA[<p>The <b>long</b> one</p>]]></c:encoded>\n"
    "<enclosure url='/a.mp3' type='audio/mpeg' length='1200'/><comments>/1/talk</comments>\n"
    "<source url='https://gazette.example/rss'>Gazette</source></item>\n"
    "<item><guid>https://lantern.example/2</guid></item></channel></rss>");
  HsFeedEntry *first = entry_at (&read, 0), *second = entry_at (&read, 1);
  const HsFeedAttachment *attachment;
  const HsFeedCategory *category;

  g_assert_cmpint (read.feed->format, ==, HS_FEED_RSS_20);
  assert_plain (read.feed->title, "The Lantern");
  assert_plain (read.feed->description, "News of the port");
  g_assert_cmpstr (read.feed->home_url, ==, "https://lantern.example/");
  g_assert_cmpstr (read.feed->image, ==, "https://lantern.example/logo.png");
  g_assert_cmpstr (read.feed->language, ==, "en-gb");
  g_assert_cmpint (read.feed->ttl, ==, 90);
  g_assert_cmphex (read.feed->skip_hours, ==, 1 << 2 | 1 << 0);
  g_assert_cmphex (read.feed->skip_days, ==, 1);
  g_assert_false (read.feed->recovered);
  g_assert_cmpuint (read.entries->len, ==, 2);
  g_assert_cmpstr (first->id, ==, "tag-1");
  g_assert_false (first->id_is_link);
  g_assert_cmpstr (first->url, ==, "https://lantern.example/1");
  g_assert_cmpstr (first->published, ==, "2026-03-09T07:15:00Z");
  g_assert_cmpstr (first->raw_published, ==, "Mon, 09 Mar 2026 08:15:00 +0100");
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (first->authors, 0))->name, ==, "Ida Brandt");
  g_assert_cmpuint (first->categories->len, ==, 2);
  category = g_ptr_array_index (first->categories, 0);
  g_assert_cmpstr (category->term, ==, "Harbour");
  g_assert_cmpstr (category->scheme, ==, "https://lantern.example/tags");
  assert_plain (first->summary, "Short & sharp");
  g_assert_cmpstr (first->content->value, ==, "<p>The <b>long</b> one</p>");
  attachment = g_ptr_array_index (first->attachments, 0);
  g_assert_cmpstr (attachment->url, ==, "https://lantern.example/a.mp3");
  g_assert_cmpint (attachment->size, ==, 1200);
  g_assert_cmpstr (first->comments_url, ==, "https://lantern.example/1/talk");
  g_assert_cmpstr (first->source_title, ==, "Gazette");
  g_assert_cmpstr (first->source_url, ==, "https://gazette.example/rss");
  g_assert_true (second->id_is_link);
  g_assert_cmpstr (second->url, ==, "https://lantern.example/2");
}

static void
test_atom_10 (void)
{
  g_auto (Read) read = read_feed (
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://beacon.example/' xml:lang='da'>"
    "<title type='html'>Beacon &amp;amp; Bell</title><subtitle>x</subtitle><id>urn:a</id>"
    "<link rel='self' href='/atom'/><link href='/'/><link rel='next' href='?page=2'/><link rel='hub' "
    "href='https://hub.example/'/><updated>2026-03-09T10:00:00Z</updated><author><name>Nils Holm</name><uri>/nils</uri>"
    "</author><entry xml:lang='de'><title>a &lt; b</title><id>urn:b</id><link rel='alternate' href='posts/1'/>"
    "<link rel='enclosure' href='a.ogg' type='audio/ogg' length='7'/><link rel='related' "
    "href='https://other.example/x'/><published>2026-03-08T23:30:00-02:00</published><updated>2026-03-09</updated>"
    "<category term='t' scheme='urn:s' label='L'/><contributor><name>Eva</name></contributor>"
    "<content type='xhtml' xml:base='posts/'><div xmlns='http://www.w3.org/1999/xhtml'>1 &lt; 2 <a href='p'>p</a><br/>"
    "</div></content><source><title>Origin</title><link href='https://origin.example/'/><id>urn:o</id></source>"
    "</entry></feed>");
  HsFeedEntry *entry = entry_at (&read, 0);
  const HsFeedCategory *category = g_ptr_array_index (entry->categories, 0);

  g_assert_cmpint (read.feed->format, ==, HS_FEED_ATOM_10);
  assert_plain (read.feed->title, "Beacon & Bell");
  g_assert_cmpstr (read.feed->feed_url, ==, "https://beacon.example/atom");
  g_assert_cmpstr (read.feed->home_url, ==, "https://beacon.example/");
  g_assert_cmpstr (read.feed->next_url, ==, "https://beacon.example/?page=2");
  g_assert_cmpstr (read.feed->hub_url, ==, "https://hub.example/");
  g_assert_cmpstr (read.feed->language, ==, "da");
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (read.feed->authors, 0))->url, ==,
                   "https://beacon.example/nils");
  assert_plain (entry->title, "a < b");
  g_assert_false (entry->title->html);
  g_assert_cmpstr (entry->language, ==, "de");
  g_assert_cmpstr (entry->url, ==, "https://beacon.example/posts/1");
  g_assert_cmpstr (entry->external_url, ==, "https://other.example/x");
  g_assert_cmpstr (entry->published, ==, "2026-03-09T01:30:00Z");
  g_assert_cmpstr (entry->modified, ==, "2026-03-09");
  g_assert_cmpstr (category->label, ==, "L");
  g_assert_true (entry->content->html);
  g_assert_cmpstr (entry->content->base, ==, "https://beacon.example/posts/");
  g_assert_cmpstr (entry->content->value, ==, "<div>1 &lt; 2 <a href=\"p\">p</a><br></div>");
  g_assert_cmpstr (entry->source_title, ==, "Origin");
  g_assert_cmpstr (entry->source_url, ==, "https://origin.example/");
}

static void
test_podcasts_and_media (void)
{
  g_auto (Read) read = read_feed (
    "<rss version='2.0' xmlns:p='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:m='http://search.yahoo.com/mrss/' "
    "xmlns:s='http://purl.org/rss/1.0/modules/syndication/'><channel><title>Radio</title><p:author>Pia Nord</p:author>"
    "<p:image href='/cover.png'/><p:summary>About</p:summary><p:category text='News'><p:category "
    "text='Daily'/></p:category><p:owner><p:name>Nord</p:name><p:email>o@nord.example</p:email></p:owner>"
    "<s:updatePeriod>daily</s:updatePeriod><s:updateFrequency>4</s:updateFrequency>"
    "<item><p:author>Ole</p:author><p:duration>1:02:03</p:duration><p:summary>Words</p:summary>"
    "<enclosure url='/1.mp3' type='audio/mpeg' length='9'/></item>"
    "<item><m:group><m:content url='/f.mp4' type='video/mp4' fileSize='70' duration='60'><m:title>Film</m:title>"
    "</m:content><m:content url='/p.jpg' medium='image'/><m:thumbnail url='/t.jpg'/><m:description "
    "type='html'>&lt;b&gt;d&lt;/b&gt;</m:description></m:group><author>pia@nord.example (Pia Nord)</author></item>"
    "</channel></rss>");
  HsFeedEntry *first = entry_at (&read, 0), *second = entry_at (&read, 1);
  const HsFeedAttachment *attachment;
  const HsFeedPerson *person;

  g_assert_cmpstr (read.feed->image, ==, "https://lantern.example/cover.png");
  assert_plain (read.feed->description, "About");
  g_assert_cmpint (read.feed->ttl, ==, 360);
  g_assert_cmpuint (read.feed->categories->len, ==, 2);
  g_assert_cmpstr (read.feed->publisher->email, ==, "o@nord.example");
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (read.feed->authors, 0))->name, ==, "Pia Nord");
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (first->authors, 0))->name, ==, "Ole");
  attachment = g_ptr_array_index (first->attachments, 0);
  g_assert_cmpfloat (attachment->duration, ==, 3723);
  assert_plain (first->summary, "Words");
  attachment = g_ptr_array_index (second->attachments, 0);
  g_assert_cmpuint (second->attachments->len, ==, 1);
  g_assert_cmpstr (attachment->url, ==, "https://lantern.example/f.mp4");
  g_assert_cmpstr (attachment->title, ==, "Film");
  g_assert_cmpint (attachment->size, ==, 70);
  g_assert_cmpfloat (attachment->duration, ==, 60);
  g_assert_cmpstr (second->image, ==, "https://lantern.example/p.jpg");
  g_assert_cmpuint (second->images->len, ==, 2);
  assert_plain (second->summary, "d");
  person = g_ptr_array_index (second->authors, 0);
  g_assert_cmpstr (person->name, ==, "Pia Nord");
  g_assert_cmpstr (person->email, ==, "pia@nord.example");
}

static void
test_json_twice (void)
{
  g_auto (Read) read = read_feed ("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"J } "
                                  "{\",\"items\":[{\"id\":1}]}{\"items\":[{\"id\":2},{\"id\":3}]}");

  g_assert_cmpuint (read.entries->len, ==, 1);
  g_assert_cmpstr (entry_at (&read, 0)->id, ==, "1");
  g_assert_true (read.feed->recovered);
}

static void
test_json_feed (void)
{
  g_auto (Read) read = read_feed (
    "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"J\",\"home_page_url\":\"/\",\"expired\":true,"
    "\"author\":{\"name\":\"Ida\",\"avatar\":\"/i.png\"},\"hubs\":[{\"type\":\"WebSub\",\"url\":\"/hub\"}],\"items\":["
    "{\"id\":7,\"url\":\"/7\",\"external_url\":\"https://x.example/\",\"content_text\":\"a < b\",\"tags\":[\"t\",1],"
    "\"date_published\":\"2026-03-09T08:15:30+01:00\",\"image\":\"/p.png\",\"banner_image\":\"/b.png\","
    "\"attachments\":[{\"url\":\"/a\",\"mime_type\":\"audio/ogg\",\"size_in_bytes\":12"
    ",\"duration_in_seconds\":1.5},{}]},null,{\"id\":\"https://lantern.example/8\",\"content_html\":\"<p>h</p>\""
    ",\"title\":null}]}");
  HsFeedEntry *first = entry_at (&read, 0), *second = entry_at (&read, 1);
  const HsFeedAttachment *attachment = g_ptr_array_index (first->attachments, 0);

  g_assert_cmpint (read.feed->format, ==, HS_FEED_JSON_10);
  g_assert_true (read.feed->expired);
  g_assert_true (read.feed->recovered); /* null is no item */
  g_assert_cmpstr (read.feed->home_url, ==, "https://lantern.example/");
  g_assert_cmpstr (read.feed->hub_url, ==, "https://lantern.example/hub");
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (read.feed->authors, 0))->avatar, ==,
                   "https://lantern.example/i.png");
  g_assert_cmpuint (read.entries->len, ==, 2);
  g_assert_cmpstr (first->id, ==, "7");
  g_assert_cmpstr (first->external_url, ==, "https://x.example/");
  assert_plain (first->content, "a < b");
  g_assert_cmpuint (first->categories->len, ==, 1);
  g_assert_cmpstr (first->published, ==, "2026-03-09T07:15:30Z");
  g_assert_cmpuint (first->attachments->len, ==, 1);
  g_assert_cmpfloat (attachment->duration, ==, 1.5);
  g_assert_null (second->title);
  g_assert_cmpstr (second->url, ==, "https://lantern.example/8");
  g_assert_true (second->content->html);
}

static void
test_atom_03_says_how_its_texts_are_written (void)
{
  g_auto (Read) read = read_feed (
    "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped' type='text/html'>a &lt;b&gt;c&lt;/b&gt;"
    "</title><tagline>plain &lt;b&gt;</tagline><entry><title mode='base64'>UG9ydCA8Yj5uZXdzPC9iPg==</title>"
    "<content type='application/xhtml+xml'><p xmlns='http://www.w3.org/1999/xhtml'>1 &lt; 2</p></content>"
    "<issued>2026-03-08</issued><modified>2026-03-09</modified></entry></feed>");
  HsFeedEntry *entry = entry_at (&read, 0);

  g_assert_cmpint (read.feed->format, ==, HS_FEED_ATOM_03);
  assert_plain (read.feed->title, "a c");
  assert_plain (read.feed->description, "plain <b>");
  assert_plain (entry->title, "Port news");
  assert_plain (entry->content, "1 < 2");
  g_assert_cmpstr (entry->published, ==, "2026-03-08");
  g_assert_cmpstr (entry->modified, ==, "2026-03-09");
}

static void
test_titles_of_rss_are_html_only_when_they_look_it (void)
{
  static const struct
  {
    const char *written, *plain;
  } cases[] = {
    { "a &amp;lt; b", "a < b" },
    { "&lt;b&gt;Bold&lt;/b&gt; move", "Bold move" },
    { "R&amp;D &lt;and others&gt;", "R&D <and others>" },
    { "5 &lt; 6", "5 < 6" },
    { "AT&amp;amp;T", "AT&T" },
    { "caf&amp;eacute;", "café" },
    { "  two\n  lines ", "two lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("<rss version='2.0'><channel><title>%s</title></channel></rss>",
                                               cases[i].written);
      g_auto (Read) read = read_feed (text);

      assert_plain (read.feed->title, cases[i].plain);
    }
}

static gboolean
take_two (HsFeedEntry *entry,
          gpointer     data)
{
  guint *taken = data;

  hs_feed_entry_free (entry);
  return ++*taken < 2;
}

static void
test_reading_ends_when_nobody_wants_more (void)
{
  const char text[] = "<rss version='2.0'><channel><title>t</title><item/><item/><item/><item/></channel></rss>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  guint taken = 0;
  g_autoptr (HsFeed) feed = hs_feed_parse (bytes, NULL, NULL, take_two, &taken, NULL);

  g_assert_nonnull (feed);
  assert_plain (feed->title, "t");
  g_assert_cmpuint (taken, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/rss-20", test_rss_20);
  g_test_add_func ("/feed/atom-10", test_atom_10);
  g_test_add_func ("/feed/podcasts-and-media", test_podcasts_and_media);
  g_test_add_func ("/feed/json-feed", test_json_feed);
  g_test_add_func ("/feed/what-follows-a-json-feed-is-told-and-left", test_json_twice);
  g_test_add_func ("/feed/atom-03-says-how-its-texts-are-written", test_atom_03_says_how_its_texts_are_written);
  g_test_add_func ("/feed/titles-of-rss-are-html-only-when-they-look-it",
                   test_titles_of_rss_are_html_only_when_they_look_it);
  g_test_add_func ("/feed/reading-ends-when-nobody-wants-more", test_reading_ends_when_nobody_wants_more);
  return g_test_run ();
}
