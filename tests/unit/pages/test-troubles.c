/* test-troubles.c: what readers complain of in other programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"
#include "hs-page.h"

#include <string.h>

#define P1 "<p>The harbour board voted on Tuesday to close the old ferry pier, after divers found cracks in nine of " \
           "its piles, the chair said.</p>"
#define P2 "<p>Repairs would cost four million crowns, twice what the town has, and could not begin before the ice " \
           "is gone, she added.</p>"
#define P3 "<p>Fishermen who use the pier asked for a floating one, which the board, by five votes to two, refused " \
           "to pay for.</p>"
#define P4 "<p>A hearing is to be held in the school on Friday, at six, and the report of the divers will be read " \
           "out there, in full.</p>"

static HsDocument *
read_bytes (const char  *data,
            gsize        length,
            const char  *content_type,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return hs_page_read (bytes, "a.html", content_type, "https://harbour.example/news/pier", error);
}

static HsDocument *
read_html (const char *html)
{
  g_autoptr (GError) error = NULL;
  HsDocument *document = read_bytes (html, strlen (html), NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The words of all blocks that are the story. */
static char *
story_of (HsDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_BOILERPLATE || block->kind == HS_BLOCK_HEADLINE || block->kind == HS_BLOCK_CAPTION)
        continue;
      g_string_append_len (out, document->text + block->span.start, block->span.end - block->span.start);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static guint
count_of (const char *text,
          const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at++)
    n++;
  return n;
}

/* Each of @present stands once in the story of the page, none of @absent does. */
static void
check_story (const char         *html,
             const char * const *present,
             const char * const *absent)
{
  g_autoptr (HsDocument) document = read_html (html);
  g_autofree char *story = story_of (document);

  for (guint i = 0; present[i] != NULL; i++)
    {
      g_test_message ("present: %s", present[i]);
      g_assert_cmpuint (count_of (story, present[i]), ==, 1);
    }
  for (guint i = 0; absent[i] != NULL; i++)
    {
      g_test_message ("absent: %s", absent[i]);
      g_assert_cmpuint (count_of (story, absent[i]), ==, 0);
    }
}

#define PRESENT(...) ((const char * const[]){ __VA_ARGS__, NULL })
#define ABSENT(...) ((const char * const[]){ __VA_ARGS__, NULL })

static void
test_comments (void)
{
  check_story ("<body><h1>Pier to close</h1><div class=story>" P1 P2 "</div><div id=comments><h2>4 comments</h2>"
               "<div class=comment><p>I have fished there for forty years, and my father before me, and nobody ever "
               "asked us, not once, about anything.</p></div><div class=comment><p>Close it, says I, before somebody "
               "drowns, as nearly happened in May, when the rail gave way under a boy.</p></div><div "
               "class=comment><p>Four million, for nine piles, is what you get, when the same firm, always the same "
               "firm, does the counting.</p></div><div class=comment><p>See you all at the hearing, then, and bring "
               "your friends, your neighbours, and a chair, for the school has few.</p></div></div></body>",
               PRESENT ("The harbour board voted", "Repairs would cost"),
               ABSENT ("fished there", "somebody drowns", "See you all"));
}

static void
test_next_article (void)
{
  check_story ("<head><title>Pier to close</title></head><body><div class=stream><article><h1>Pier to "
               "close</h1>" P1 P2 P3 "</article><article><h1>Library opens on Sundays</h1><p>Readers may borrow books "
                                     "on Sundays from June on, the library said, and return them, as ever, through the "
                                     "slot.</p>"
               "<p>Two clerks were hired for it, one of them, as it happens, the daughter of the founder, who is "
               "ninety.</p><p>The reading room, closed since the flood, will open in autumn, with new lamps, and the "
               "old tables.</p></article></div></body>", PRESENT ("The harbour board voted", "Fishermen who use"),
               ABSENT ("Readers may borrow", "Two clerks", "reading room"));
}

static void
test_advertising (void)
{
  check_story ("<body><h1>Pier to close</h1><div "
               "class=text-block>" P1 P2 "</div><div class=ad-slot><p>Boats, new and used, at Lund's, every day, until "
                                         "six.</p></div>"
               "<div class=text-block>" P3 "</div><div class=ad-slot><p>Boats, new and used, at Lund's, also on "
                                           "Sundays, until four.</p></div><div class=text-block>" P4 "</div></body>",
               PRESENT ("The harbour board voted", "Repairs would cost", "Fishermen who use", "A hearing is"),
               ABSENT ("Boats, new"));
}

static void
test_late_pictures (void)
{
  g_autoptr (HsDocument) document = read_html (
      "<body><h1>Pier to close</h1>" P1 "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' "
                                        "data-src='/img/pier.jpg'>" P2
      "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-srcset='/img/s.jpg 320w, /img/l.jpg 1280w, "
      "/img/m.jpg 640w'>" P3
      "<img src='/count.gif' width=1 height=1><img src='/img/ice.jpg'></body>");

  g_assert_cmpuint (document->images->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (document->images, 0), ==, "https://harbour.example/img/pier.jpg");
  g_assert_cmpstr (g_ptr_array_index (document->images, 1), ==, "https://harbour.example/img/l.jpg");
  g_assert_cmpstr (g_ptr_array_index (document->images, 2), ==, "https://harbour.example/img/ice.jpg");
}

static void
test_doubled (void)
{
#define LONG "<p>The board, which met for three hours behind closed doors, said in a statement that safety came " \
             "first, that the pier had served for eighty years, and that nobody would be asked to pay for its " \
             "removal.</p>"
  check_story ("<body><h1>Pier to close</h1><div class=content><p>Ice will decide.</p><p>Ice will "
               "decide.</p>" LONG P2 LONG "</div></body>",
               PRESENT ("The board, which met", "Repairs would cost", "Ice will decide"),
               ABSENT ("nothing of the kind"));
}

static void
test_biography (void)
{
  check_story ("<body><h1>Pier to close</h1><article><div "
               "class=entry-content>" P1 P2 "</div><div class=author-bio><p>Ada Ferro has written about "
                                            "harbours, ships, "
               "and the people on them for thirty years. She studied in Porto, Lisbon, and Turku, sailed round both "
               "capes, and won the Golden Anchor, twice, for her reports on the eel trade, the ice of 1987, and the "
               "ferry that never was. She lives on an island with two dogs, a boat, and no telephone, and answers "
               "letters, slowly, in four languages, on paper only, which she makes herself.</p></div></article></body>",
               PRESENT ("The harbour board voted", "Repairs would cost"), ABSENT ("Golden Anchor"));
}

static void
test_right_to_left (void)
{
  g_autoptr (HsDocument) document = read_html (
      "<html lang=ar dir=rtl><head><meta charset=utf-8><title>إغلاق الرصيف القديم</title></head><body><nav><a "
      "href=/>الرئيسية</a></nav><h1>إغلاق الرصيف القديم</h1><div class=body><p>صوّت مجلس الميناء يوم الثلاثاء على "
      "إغلاق الرصيف القديم، بعد أن وجد الغواصون شقوقا في تسع من ركائزه، كما قالت الرئيسة.</p><p>وأضافت أن الإصلاح يكلف "
      "أربعة ملايين، أي ضعف ما لدى البلدة، ولا يمكن أن يبدأ قبل ذوبان الجليد، في الربيع.</p></div><div "
      "class=sidebar><p>الأكثر قراءة</p></div></body></html>");
  g_autofree char *story = story_of (document);

  g_assert_cmpstr (document->title, ==, "إغلاق الرصيف القديم");
  g_assert_cmpstr (document->language, ==, "ar");
  g_assert_true (g_str_has_prefix (story, "صوّت مجلس الميناء"));
  g_assert_nonnull (strstr (story, "في الربيع."));
  g_assert_null (strstr (story, "الأكثر قراءة"));
}

static void
test_lead (void)
{
  check_story ("<body><header class=article-header><h1>Pier to close</h1><p class=standfirst>Nine piles are cracked, "
               "and the town cannot pay for new ones.</p></header><div class=share-bar><a href=#>Share "
               "this</a></div><div class=article-body>" P1 P2 P3 "</div></body>",
               PRESENT ("Nine piles are cracked", "The harbour board voted"), ABSENT ("Share this"));
}

static void
test_rows (void)
{
  check_story ("<body><h1>Pier to close</h1><div class=article-body>" P1 P2
               "<table><tr><th>Pile</th><th>Cracks</th></tr><tr><td>North</td><td>7</td></tr><tr><td>South</td><td>2"
               "</td></tr></table>" P3 "</div></body>", PRESENT ("Pile\tCracks\n", "North\t7\n", "South\t2\n"),
               ABSENT ("North\n"));
}

static void
test_around (void)
{
  check_story ("<body><h1>Pier to close</h1><div "
               "class=article-body>" P1 "<figure><img src=a.jpg><figcaption>The pier in May, before the rail gave "
                                        "way.</figcaption></figure>" P2
               "<div class=related-links><h3>More on this</h3><ul><li><a href=/a>Ferry runs late again</a></li><li><a "
               "href=/b>Ice breaks record</a></li></ul></div>" P3
               "<div class=newsletter-box><p>Get our harbour letter, every Friday, free.</p></div><p><strong>Read "
               "also: <a href=/c>The eel trade is back</a></strong></p>" P4 "</div></body>",
               PRESENT ("The harbour board voted", "Repairs would cost", "Fishermen who use", "A hearing is"),
               ABSENT ("before the rail", "More on this", "Ferry runs late", "harbour letter", "eel trade"));
}

static void
test_named_after_another (void)
{
  check_story ("<body class='page with-sidebar has-comments'><div class='site has-sidebar'><h1>Pier to close</h1><div "
               "class='wrap sidebar-right'>" P1 P2 P3 P4
               "</div><div class=sidebar><p>Most read: the eel trade, the ice, and the ferry that never was, in "
               "pictures.</p></div></div></body>", PRESENT ("The harbour board voted", "A hearing is"),
               ABSENT ("Most read"));
}

static void
test_paywall (void)
{
  g_autoptr (GError) error = NULL;
  const char *nothing = "<head><title>Pier to close</title></head><body><h1>Pier to close</h1><div "
                        "class=offer><p>Subscribe to continue reading this article, and all others, for one crown a "
                        "week.</p><p>Already a subscriber? Log in.</p></div></body>";
  g_autoptr (HsDocument) stub = read_html (
      "<head><title>Pier to close</title></head><body><h1>Pier to close</h1><div class=article-body>" P1
      "<p>Subscribe to continue reading this article, and all others, for one crown a week.</p></div></body>");
  g_autofree char *story = story_of (stub);

  g_assert_nonnull (strstr (story, "The harbour board voted"));
  g_assert_null (strstr (story, "Subscribe to"));
  g_assert_null (read_bytes (nothing, strlen (nothing), NULL, &error));
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "subscribers"));
}

static void
test_walls (void)
{
  static const struct
  {
    const char *html;
    const char *word;
  } walls[] = {
    { "<head><title>Just a moment...</title></head><body><h1>harbour.example</h1><p>Verifying you are human. This may "
      "take a few seconds.</p><p>harbour.example needs to review the security of your connection before "
      "proceeding.</p></body>", "robot" },
    { "<head><title>Harbour Post</title></head><body><div><h2>We value your privacy</h2><p>We and our 812 partners "
      "store and/or access information on a device, such as cookies, and process personal data, such as unique "
      "identifiers, to personalise advertising and content.</p><p>You may accept all cookies, or manage your "
      "choices.</p></div></body>", "consent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (walls[i].html, strlen (walls[i].html), NULL, &error));
      g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
      g_assert_nonnull (strstr (error->message, walls[i].word));
    }
}

static void
test_article_about_walls (void)
{
  check_story ("<head><title>Are you a robot? The tests we hate</title></head><body><h1>Are you a robot? The tests we "
               "hate</h1>" P1 P2 P3 P4
               "<p>Sites that ask their readers to solve the captcha lose a third of them, the study says, and most "
               "never come back.</p></body>", PRESENT ("The harbour board voted", "solve the captcha"),
               ABSENT ("nothing of the kind"));
}

static void
test_lying_charset (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *cyrillic = NULL;
  gsize length;
  const char *russian = "<head><meta charset=utf-8></head><body><p>Совет порта во вторник решил закрыть старый причал, "
                        "после того как водолазы нашли трещины в девяти сваях, сказала глава.</p><p>Ремонт обойдется в "
                        "четыре миллиона, вдвое больше, чем есть у города, и не начнется, пока не сойдет "
                        "лёд.</p></body>";
  const char *latin = "<head><meta charset=iso-8859-1></head><body><p>Der Rat der Bürger beschloß am Dienstag, die "
                      "alte Fähre zu schließen, sagte die Vorsitzende, über alle Maßen müde.</p></body>";
  g_autoptr (HsDocument) a = NULL, b = NULL;

  cyrillic = g_convert (russian, -1, "windows-1251", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  a = read_bytes (cyrillic, length, "text/html; charset=utf-8", &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (a->text, "закрыть старый причал"));
  b = read_bytes (latin, strlen (latin), NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (b->text, "Bürger beschloß"));
}

static void
test_stated_body (void)
{
  check_story ("<head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pier to "
               "close\",\"articleBody\":\"The harbour board voted on Tuesday to close the old ferry pier, after divers "
               "found cracks in nine of its piles, the chair said.\\nRepairs would cost four million crowns, twice "
               "what the town has, and could not begin before the ice is gone, she added.\\nFishermen who use the pier "
               "asked for a floating one, which the board, by five votes to two, refused to pay for.\\nA hearing is to "
               "be held in the school on Friday, at six, and the report of the divers will be read out there, in "
               "full.\"}</script></head><body><h1>Pier to close</h1><div id=root>Loading the page, one moment "
               "please.</div></body>", PRESENT ("The harbour board voted", "A hearing is"),
               ABSENT ("Loading the page"));
  /* and only then */
  check_story ("<head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pier to "
               "close\",\"articleBody\":\"Something else altogether.\"}</script></head><body><h1>Pier to "
               "close</h1><div class=article-body>" P1 P2 P3 "</div></body>", PRESENT ("The harbour board voted"),
               ABSENT ("Something else"));
}

/* Cut anywhere, and with any byte changed, a page is read or refused. */
static void
test_broken_bytes (void)
{
  const char *html = "<html lang=en><head><title>Pier to close</title><script type='application/ld+json'>"
                     "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ada\"}]}</script></head><body><article "
                     "class='post with-sidebar'><h1>Pier to close</h1><time datetime='2026-05-04T08:00:00Z'>4 "
                     "May</time>" P1 "<table><tr><td>a<td>b</table>" P2 "</article></body></html>";
  gsize length = strlen (html);

  for (gsize i = 1; i < length; i++)
    {
      g_autofree char *changed = g_strdup (html);
      g_autoptr (HsDocument) cut = read_bytes (html, i, NULL, NULL);
      g_autoptr (HsDocument) bent = NULL;

      changed[i] = (char) (i * 7 % 255 + 1);
      bent = read_bytes (changed, length, NULL, NULL);
      if (cut != NULL)
        g_assert_true (g_utf8_validate (cut->text, -1, NULL));
      if (bent != NULL)
        g_assert_true (g_utf8_validate (bent->text, -1, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/troubles/comments-are-not-the-body", test_comments);
  g_test_add_func ("/troubles/the-next-article-on-the-page-is-another", test_next_article);
  g_test_add_func ("/troubles/a-body-split-by-advertising-is-one", test_advertising);
  g_test_add_func ("/troubles/pictures-that-load-late-have-their-address", test_late_pictures);
  g_test_add_func ("/troubles/what-is-shown-twice-is-said-once", test_doubled);
  g_test_add_func ("/troubles/a-long-biography-is-not-a-short-article", test_biography);
  g_test_add_func ("/troubles/right-to-left-is-read-as-well", test_right_to_left);
  g_test_add_func ("/troubles/a-lead-beside-the-headline-is-kept", test_lead);
  g_test_add_func ("/troubles/a-row-of-data-is-one-block", test_rows);
  g_test_add_func ("/troubles/captions-links-and-letters-are-not-the-story", test_around);
  g_test_add_func ("/troubles/a-box-with-a-sidebar-is-no-sidebar", test_named_after_another);
  g_test_add_func ("/troubles/a-paywall-keeps-its-first-lines-and-is-no-article", test_paywall);
  g_test_add_func ("/troubles/a-wall-is-told-from-a-page", test_walls);
  g_test_add_func ("/troubles/an-article-about-walls-is-none", test_article_about_walls);
  g_test_add_func ("/troubles/a-charset-that-lies-is-found-out", test_lying_charset);
  g_test_add_func ("/troubles/what-a-script-would-show-is-taken-from-what-is-stated", test_stated_body);
  g_test_add_func ("/troubles/broken-bytes-break-nothing", test_broken_bytes);
  return g_test_run ();
}
