/* test-metadata.c: when a page was published, and by whom
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page.h"

#include "hs-page-byline.h"
#include "hs-page-date.h"

#include <string.h>

#define BODY "<p>The harbour board voted on Tuesday to close the old ferry pier, after divers found cracks in nine " \
             "of its piles, the chair said.</p><p>Repairs would cost four million crowns, twice what the town has, " \
             "and could not begin before the ice is gone, she added.</p>"

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
test_days (void)
{
  static const struct
  {
    const char *words;
    const char *language;
    const char *day;
  } cases[] = {
    { "Published on May 4, 2026 at noon", "en", "2026-05-04" },
    { "4th of May 2026", "en", "2026-05-04" },
    { "Montag, 4. Mai 2026, 12:30 Uhr", "de", "2026-05-04" },
    { "Stand: 04.05.2026", "de", "2026-05-04" },
    { "publié le 4 août 2026", "fr", "2026-08-04" },
    { "4 de marzo de 2026", "es", "2026-03-04" },
    { "4 мая 2026", "ru", "2026-05-04" },
    { "2026年5月4日", "ja", "2026-05-04" },
    { "2026-05-04 | 12:30", NULL, "2026-05-04" },
    { "24/5/2026", "en", "2026-05-24" },
    { "5/24/2026", "en", "2026-05-24" },
    { "4/5/2026", "fr", "2026-05-04" },
    { "4/5/2026", "en", NULL },       /* April or May */
    { "31.02.2026", "de", NULL },
    { "jui 4, 2026", "fr", NULL },    /* juin or juillet */
    { "Room 4, March 20267", "en", NULL },
    { "1812-09-07", NULL, NULL },     /* no page is as old */
    { "in 2026", "en", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = hs_page_date_in_words (cases[i].words, cases[i].language);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
test_address (void)
{
  g_autofree char *day = hs_page_date_in_address ("https://post.example/world/2026/05/04/pier/");
  g_autofree char *dashed = hs_page_date_in_address ("https://post.example/2026-5-4-pier.html");
  g_autofree char *month = hs_page_date_in_address ("https://post.example/2026/05/pier.html");
  g_autofree char *number = hs_page_date_in_address ("https://post.example/12026/05/041/");

  g_assert_cmpstr (day, ==, "2026-05-04");
  g_assert_cmpstr (dashed, ==, "2026-05-04");
  g_assert_null (month);
  g_assert_null (number);
}

static void
test_order (void)
{
#define LD "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-01-01\"}</script>"
#define OG "<meta property='article:published_time' content='2026-02-02'>"
#define TIME "<time datetime='2026-03-03'>3 March</time>"
#define SEEN "<p class=date>5 May 2026</p>"
  static const struct
  {
    const char *html;
    const char *base;
    const char *day;
  } cases[] = {
    { "<head>" OG LD "</head><h1>Pier to close</h1>" TIME SEEN BODY, "https://a.example/2026/04/04/b", "2026-01-01" },
    { "<head>" OG "</head><h1>Pier to close</h1>" TIME SEEN BODY, "https://a.example/2026/04/04/b", "2026-02-02" },
    { "<h1>Pier to close</h1>" TIME SEEN BODY, "https://a.example/2026/04/04/b", "2026-03-03" },
    { "<h1>Pier to close</h1>" SEEN BODY, "https://a.example/2026/04/04/b", "2026-04-04" },
    { "<h1>Pier to close</h1>" SEEN BODY, "https://a.example/b", "2026-05-05" },
    { "<h1>Pier to close</h1><aside><p class=date>5 May 2026</p></aside>" BODY, "https://a.example/b", NULL },
    { "<h1>Pier to close</h1>" BODY "<div id=comments><time datetime='2026-03-03'>3 March</time></div>",
      "https://a.example/b", NULL },
    { "<h1>Pier to close</h1>" BODY "<p>It was built on 5 May 1996, and painted, as the older fishermen recall, only "
                                    "once since then, by the navy.</p>", "https://a.example/b", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HsDocument) document = read_html (cases[i].html, cases[i].base);

      g_test_message ("case %u", i);
      g_assert_cmpstr (document->published, ==, cases[i].day);
    }
}

static void
test_cleaning (void)
{
  static const struct
  {
    const char *written;
    const char *names;
  } cases[] = {
    { "By Ada Ferro", "Ada Ferro" },
    { "Von Ada Ferro und Ben Ito", "Ada Ferro, Ben Ito" },
    { "Ada Ferro, Ben Ito and Cy Marsh", "Ada Ferro, Ben Ito, Cy Marsh" },
    { "Posted by Ada Ferro on Monday, 4 May 2026", "Ada Ferro" },
    { "Ada Ferro | Harbour Post", "Ada Ferro" },
    { "Ada Ferro (@adaferro)", "Ada Ferro" },
    { "Ada Ferro ada@post.example", "Ada Ferro" },
    { "Ada Ferro, Ada Ferro", "Ada Ferro" },
    { "Redacci&oacute;n Norte", "Redacción Norte" },
    { "Harbour Post", NULL },
    { "harbourpost.com", NULL },
    { "admin", NULL },
    { "Follow us", NULL },
    { "12:30", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = hs_page_clean_byline (cases[i].written, "Harbour Post");

      g_test_message ("%s", cases[i].written);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

static void
test_shown (void)
{
  static const struct
  {
    const char *html;
    const char *names;
  } cases[] = {
    { "<h1>Pier to close</h1><p>By <a rel=author href=/ada>Ada Ferro</a></p>" BODY, "Ada Ferro" },
    { "<h1>Pier to close</h1><div class=byline>Words by Ada Ferro, 4 May 2026</div>" BODY, "Ada Ferro" },
    { "<h1>Pier to close</h1><p><a href=/authors/ada-ferro>Ada Ferro</a></p>" BODY, "Ada Ferro" },
    { "<h1>Pier to close</h1><p>04.05.2026 12:30 von Ada Ferro</p>" BODY, "Ada Ferro" },
    { "<h1>Pier to close</h1>" BODY "<div id=comments><p class=author>Ben Ito</p></div>", NULL },
    { "<h1>Pier to close</h1>" BODY "<p>By Friday all will be known, the board said, and not by Monday.</p>", NULL },
    { "<head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#ada\"}},"
      "{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada Ferro\"}]}</script></head><h1>Pier to close</h1>" BODY,
      "Ada Ferro" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HsDocument) document = read_html (cases[i].html, NULL);

      g_test_message ("case %u", i);
      g_assert_cmpstr (document->byline, ==, cases[i].names);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/metadata/a-day-is-read-in-one-way-or-not-at-all", test_days);
  g_test_add_func ("/metadata/an-address-tells-a-day-not-a-month", test_address);
  g_test_add_func ("/metadata/the-surest-date-wins-and-none-is-invented", test_order);
  g_test_add_func ("/metadata/a-byline-is-names", test_cleaning);
  g_test_add_func ("/metadata/the-author-shown-is-found", test_shown);
  return g_test_run ();
}
