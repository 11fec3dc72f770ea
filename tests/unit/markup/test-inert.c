/* test-inert.c: a page to look at that can do nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-html-inert.h"

#include <string.h>

static char *
make_page (const char    *html,
           HsInertCounts *counts)
{
  char *about[] = { "As fetched <today> & \"tomorrow\"", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *body = hs_html_inert_body (html, strlen (html), counts, &error);
  const HsInertPart part = { body, about };

  g_assert_no_error (error);
  return hs_html_inert_page ("</title><script>alert(1)</script>", &part, 1);
}

/* Every tag of the page is one that we write, and none has an attribute through
 * which anything loads, runs or leads away. */
static void
assert_inert (const char *page)
{
  static const char * const allowed[] = { "lang", "dir", "title", "colspan", "rowspan", "start", "datetime", "class" };
  const char *body = strstr (page, "</header>");

  g_assert_nonnull (body);
  for (const char *p = body + 1; (p = strchr (p, '<')) != NULL; p++)
    {
      const char *end = strchr (p, '>');
      g_autofree char *tag = NULL;
      g_autoptr (GRegex) regex = g_regex_new ("\\s([a-z-]+)=\"[^\"<>]*\"", 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      gsize attributes = 0;

      g_assert_nonnull (end);
      tag = g_strndup (p, end - p + 1);
      for (const char *q = tag; *q != '\0'; q++)
        attributes += *q == '=' && q[1] == '"';
      g_regex_match (regex, tag, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL), attributes--)
        {
          g_autofree char *name = g_match_info_fetch (match, 1);
          gboolean found = FALSE;

          for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
            found = found || g_str_equal (allowed[i], name);
          if (!found)
            g_error ("attribute in %s", tag);
        }
      g_assert_cmpuint (attributes, ==, 0);
      for (guint i = 0; i < 7; i++)
        {
          static const char * const never[] = { "<script", "<style", "<iframe", "<svg", "<form", "<meta", "<img" };

          g_assert_false (g_str_has_prefix (tag, never[i]));
        }
    }
}

static const char * const hostile[] = {
  "<p onclick=alert(1) ONLOAD='x()'>handlers</p><body onload=alert(2)>",
  "<a href='javascript:alert(1)'>script link</a><a href=' \tjava\nscript:alert(1)'>hidden</a>",
  "<meta http-equiv=refresh content='0;url=https://evil.example/'><p>text</p>",
  "<base href='https://evil.example/'><a href=x>link</a>",
  "<svg onload=alert(1)><script>alert(2)</script><a xlink:href='javascript:alert(3)'>x</a></svg><p>text</p>",
  "<p style=\"background:url('https://evil.example/b.gif')\">styled</p><style>@import 'https://evil.example/a.css';"
  "</style>", "<img src=https://evil.example/p.png srcset='https://evil.example/q.png 2x' alt='A \"quoted\" "
              "<b>picture</b>'>",
  "<picture><source srcset=https://evil.example/r.webp><img src=x></picture>",
  "<object data=https://evil.example/o.swf><p>instead</p></object><embed src=https://evil.example/e><p>after</p>",
  "<iframe src='https://evil.example/f' srcdoc='<script>alert(1)</script>'>frame</iframe><p>text</p>",
  "<form action=https://evil.example/post><input name=a value=b autofocus onfocus=alert(1)><button "
  "formaction=javascript:alert(1)>Go</button></form>",
  "<video src=https://evil.example/v poster=https://evil.example/w autoplay><track src=x></video><audio src=y></audio>",
  "<link rel=stylesheet href=https://evil.example/l><link rel=prefetch href=//evil.example><p>text</p>",
  "<p title='\"><script>alert(1)</script>'>breaks out of the quotes</p>",
  "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img src=x&amp;gt;</p>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></table>"
  "</mtext></math><p>text</p>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript><p>text</p>",
  "<!--><script>alert(1)</script>--><p>comment</p><!-- <p> --!><img src=x onerror=alert(1)>",
  "<table background=https://evil.example/t><tr><td background=x>cell</td></tr></table><body background=y>",
  "<p><![CDATA[<script>alert(1)</script>]]></p><?php echo '<script>' ?><p>text</p>",
  "<template><script>alert(1)</script></template><dialog open>said</dialog><details ontoggle=alert(1) "
  "open><summary>s</summary>d</details>",
  "<a href='data:text/html,<script>alert(1)</script>' ping=https://evil.example/ping target=_blank>data</a>",
  "<applet code=x.class></applet><marquee onstart=alert(1)>runs</marquee><bgsound src=x><frameset><frame "
  "src=x></frameset>", "<x-custom onclick=alert(1) href=javascript:alert(1)>custom</x-custom><p>unclosed <b <i "
                       "onmouseover=alert(1)>x",
  "<plaintext><script>alert(1)</script>",
};

static void
test_hostile_markup_comes_out_inert (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      HsInertCounts counts;
      g_autofree char *page = make_page (hostile[i], &counts);
      g_autofree char *body = NULL;

      assert_inert (page);
      body = hs_html_inert_body (hostile[i], strlen (hostile[i]), &counts, NULL);
      g_assert_true (hs_html_inert_is_inert (body));
    }
}

/* What another process might say it wrote, and did not. */
static void
test_what_is_not_ours_is_refused (void)
{
  static const char * const live[] = {
    "<script>alert(1)</script>", "<p>x</p><img src=\"x\">", "<p onclick=\"alert(1)\">x</p>",
    "<p title=\"x\"onclick=\"y\">x</p>", "<p title=\"a>b\">x</p>", "<p title='x'>x</p>", "<p title=x>x</p>", "<P>x</P>",
    "<p\n>x</p>", "<p/>", "< p>x</p>", "<p", "<", "x > y", "<!-- x -->", "<?php x ?>", "</div></body>",
    "<meta http-equiv=\"refresh\" content=\"0\">", "<a href=\"https://evil.example/\">x</a>",
    "<span style=\"x\">x</span>", "<header class=\"hearsay\">x</header>", "<plaintext>", "<p id=\"x\">x</p>",
    "<p title=\"x", "</p class=\"link\">",
  };
  static const char * const inert[] = {
    "", "words &amp; words", "<p>x</p>", "<p lang=\"en\" title=\"a &lt; b\">x<br>y</p>", "<h1>Grüße</h1>",
    "<pre>&lt;b&gt;</pre>", "<span class=\"link\">x</span> <small class=\"address\">[x]</small>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (live); i++)
    if (hs_html_inert_is_inert (live[i]))
      g_error ("taken for inert: %s", live[i]);
  for (guint i = 0; i < G_N_ELEMENTS (inert); i++)
    if (!hs_html_inert_is_inert (inert[i]))
      g_error ("not taken for inert: %s", inert[i]);
}

static void
test_words_and_structure_stay (void)
{
  HsInertCounts counts;
  g_autofree char *page = make_page ("<html lang=en><body><h2>Head</h2><ol start=3><li>One<li><em>Two</em></ol>"
                                     "<table><tr><td colspan=2>a</td></tr></table><p dir=rtl>שלום</p>x<br>y"
                                     "</body></html>", &counts);

  g_assert_nonnull (strstr (page, "<h2>Head</h2>"));
  g_assert_nonnull (strstr (page, "<ol start=\"3\"><li>One</li><li><em>Two</em></li></ol>"));
  g_assert_nonnull (strstr (page, "<td colspan=\"2\">a</td>"));
  g_assert_nonnull (strstr (page, "<p dir=\"rtl\">שלום</p>"));
  g_assert_nonnull (strstr (page, "x<br>y"));
}

static void
test_addresses_become_text (void)
{
  HsInertCounts counts;
  g_autofree char *page = make_page ("<a href='https://a.example/?x=1&amp;y=<2>'>there</a> <img src=/p.png alt='A "
                                     "bridge'><p onclick=x()>and</p><script>1</script><form><input></form>", &counts);

  g_assert_nonnull (strstr (page, "<span class=\"link\">there</span> <small class=\"address\">"
                                  "[https://a.example/?x=1&amp;y=&lt;2&gt;]</small>"));
  g_assert_nonnull (strstr (page, "A bridge</span> <small class=\"address\">[/p.png]</small>"));
  g_assert_cmpuint (counts.links, ==, 1);
  g_assert_cmpuint (counts.pictures, ==, 1);
  g_assert_cmpuint (counts.scripts, ==, 2);
  g_assert_cmpuint (counts.forms, ==, 2);
}

static void
test_page_forbids_all_loading (void)
{
  HsInertCounts counts;
  g_autofree char *page = make_page ("<p>text</p>", &counts);

  g_assert_nonnull (strstr (page, "default-src 'none'"));
  g_assert_nonnull (strstr (page, "form-action 'none'"));
  g_assert_nonnull (strstr (page, "<p>As fetched &lt;today&gt; &amp; &quot;tomorrow&quot;</p>"));
  g_assert_null (strstr (page, "<script"));
}

static void
test_text_is_shown_as_it_stands (void)
{
  g_autofree char *body = hs_html_inert_text ("a <b>\n  c & d</pre><script>", 27);

  g_assert_cmpstr (body, ==, "<pre>a &lt;b&gt;\n  c &amp; d&lt;/pre&gt;&lt;script&gt;</pre>");
}

static void
test_too_much_for_a_parser_is_shown_as_source (void)
{
  g_autoptr (GString) html = g_string_new (NULL);
  HsInertCounts counts;
  g_autofree char *body = NULL;

  for (guint i = 0; i < 120000; i++)
    g_string_append (html, "<b>é");
  body = hs_html_inert_body (html->str, html->len, &counts, NULL);
  g_assert_true (g_str_has_prefix (body, "<pre>&lt;b&gt;é"));
  g_assert_true (g_utf8_validate (body, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inert/hostile-markup-comes-out-inert", test_hostile_markup_comes_out_inert);
  g_test_add_func ("/inert/what-is-not-ours-is-refused", test_what_is_not_ours_is_refused);
  g_test_add_func ("/inert/words-and-structure-stay", test_words_and_structure_stay);
  g_test_add_func ("/inert/addresses-become-text", test_addresses_become_text);
  g_test_add_func ("/inert/page-forbids-all-loading", test_page_forbids_all_loading);
  g_test_add_func ("/inert/text-is-shown-as-it-stands", test_text_is_shown_as_it_stands);
  g_test_add_func ("/inert/too-much-for-a-parser-is-shown-as-source", test_too_much_for_a_parser_is_shown_as_source);
  return g_test_run ();
}
