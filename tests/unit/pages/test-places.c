/* test-places.c: how blocks are set, and where links and pictures stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page.h"

#include <string.h>

#define P1 "<p>The mayor opened the new bridge on Monday, in front of two thousand people, and thanked the " \
           "builders.</p>"
#define P2 "<p>It had cost nine million euros, four more than planned, and was finished, she said, two years late.</p>"
#define PAGE(body) \
  "<html><head><title>Mayor opens bridge</title></head><body><article><h1>Mayor opens bridge</h1>" P1 body P2 \
  "</article></body></html>"

static HsDocument *
read_page (const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  g_autoptr (GError) error = NULL;
  HsDocument *document = hs_page_read (bytes, "a.html", NULL, "https://post.example/a/b", &error);

  g_assert_no_error (error);
  return document;
}

/* The block that begins with @words. */
static const HsBlock *
find_block (const HsDocument *document,
            const char       *words)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (g_str_has_prefix (document->text + block->span.start, words))
        return block;
    }
  g_error ("no block begins with “%s” in: %s", words, document->text);
}

static void
assert_link (const HsDocument *document,
             guint             index,
             const char       *words,
             const char       *address)
{
  const HsLinkPlace *place;
  g_autofree char *found = NULL;

  g_assert_cmpuint (index, <, document->link_places->len);
  place = &g_array_index (document->link_places, HsLinkPlace, index);
  found = g_strndup (document->text + place->span.start, place->span.end - place->span.start);
  g_assert_cmpstr (found, ==, words);
  g_assert_cmpstr (g_ptr_array_index (document->links, place->link), ==, address);
}

static void
test_links_stand_on_their_words (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<p>The  firm,\n <a href='/firm'> Stone &amp;\n Sons </a>, and <b>its <a href='https://rival.example/x?y=1#z'>"
      "<i>rival</i></a></b> had &nbsp; both <a href='javascript:alert(1)'>offered</a> to build the bridge last year, "
      "it was said.</p>"));

  g_assert_cmpuint (document->link_places->len, ==, 2);
  assert_link (document, 0, "Stone & Sons", "https://post.example/firm");
  assert_link (document, 1, "rival", "https://rival.example/x?y=1#z");
}

static void
test_words_of_no_width_shift_no_link (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<p>\xe2\x80\x8bThe \xc2\xad firm\xc2\xad \xe2\x80\x8b <a href=/firm>Sto\xc2\xadne\xe2\x80\x8b</a><a "
      "href=/sons>Sons</a> had offered to build it last year, it was said in town.</p>"));

  assert_link (document, 0, "Stone", "https://post.example/firm");
  assert_link (document, 1, "Sons", "https://post.example/sons");
}

static void
test_lists_keep_level_and_number (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<p>This is what the council of the city had asked of the builders in its letter of last year:</p>"
      "<ol start=3><li>A bridge that carries the trams of the city.<ul><li>Both of the lines, that is, at the same "
      "time.</li></ul></li><li><p>A path for those who walk over it.</p><p>It is to be lit at night, and wide.</p></li>"
      "<li value=9>No toll for anybody, now or later on.</li></ol>"));
  const HsBlock *block = find_block (document, "A bridge");

  g_assert_cmpint (block->kind, ==, HS_BLOCK_LIST_ITEM);
  g_assert_cmpuint (block->level, ==, 1);
  g_assert_cmpuint (block->number, ==, 3);
  block = find_block (document, "Both of");
  g_assert_cmpuint (block->level, ==, 2);
  g_assert_cmpuint (block->number, ==, 0);
  block = find_block (document, "A path");
  g_assert_cmpuint (block->number, ==, 4);
  g_assert_false (block->continued);
  block = find_block (document, "It is to be lit");
  g_assert_true (block->continued);
  block = find_block (document, "No toll");
  g_assert_cmpuint (block->number, ==, 9);
}

static void
test_rows_of_a_table_part_their_cells (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<p>What was planned, and what it came to in the end, stands in the report that the city gave out:</p>"
      "<table><tr><th></th><th>Planned</th><th>Paid</th></tr><tr><td>Steel</td><td></td><td>4,000</td></tr>"
      "<tr><td>Work of <a href=/firm>the firm</a></td><td>20</td><td>30</td></tr></table>"
      "<p>And the road to it was paid for by the country and not by the city, as the report says too.</p>"
      "<table><tr><td>North</td><td>South</td></tr></table>"));
  const HsBlock *block = find_block (document, "Planned\tPaid");
  guint table = block->table;

  g_assert_true (block->header);
  g_assert_cmpuint (block->column, ==, 1);
  g_assert_cmpuint (table, >, 0);
  block = find_block (document, "Steel\t\t4,000");
  g_assert_false (block->header);
  g_assert_cmpuint (block->column, ==, 0);
  g_assert_cmpuint (block->table, ==, table);
  block = find_block (document, "Work of the firm\t20\t30");
  g_assert_cmpuint (block->table, ==, table);
  assert_link (document, 0, "the firm", "https://post.example/firm");
  block = find_block (document, "North\tSouth");
  g_assert_cmpuint (block->table, !=, table);
  g_assert_cmpuint (find_block (document, "And the road")->table, ==, 0);
}

static void
test_pictures_stand_before_their_captions (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<figure><img src=/bridge.jpg alt=' The bridge\n at night ' width=640 height=360><figcaption>The bridge, seen "
      "from the old harbour</figcaption></figure>"
      P2 "<p>The firm that built it, in the words of the mayor, is the best of the country <img src=flag.png "
         "width='50%'> and more.</p>"
      "<img src=/dot.gif width=1 height=1>"));
  const HsImagePlace *place;

  g_assert_cmpuint (document->image_places->len, ==, 2);
  place = &g_array_index (document->image_places, HsImagePlace, 0);
  g_assert_cmpstr (g_ptr_array_index (document->images, place->image), ==, "https://post.example/bridge.jpg");
  g_assert_cmpstr (place->alt, ==, "The bridge at night");
  g_assert_cmpuint (place->width, ==, 640);
  g_assert_cmpuint (place->height, ==, 360);
  g_assert_cmpuint (place->at, <=, find_block (document, "The bridge, seen")->span.start);
  g_assert_cmpuint (place->at, >=, find_block (document, "The mayor opened")->span.end);
  place = &g_array_index (document->image_places, HsImagePlace, 1);
  g_assert_null (place->alt);
  g_assert_cmpuint (place->width, ==, 0);
  g_assert_cmpuint (place->at, ==, find_block (document, "The firm that")->span.end);
}

static void
test_quotations_count_how_deep_they_stand (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<blockquote><p>We have built a bridge, she wrote, and not a wall, and that is all there is to say of it.</p>"
      "<blockquote><p>Nobody asked for a wall, as far as I know, and nobody wanted to pay for a bridge "
      "either.</p></blockquote></blockquote>"));

  g_assert_cmpint (find_block (document, "We have")->kind, ==, HS_BLOCK_QUOTE);
  g_assert_cmpuint (find_block (document, "We have")->quoted, ==, 1);
  g_assert_cmpuint (find_block (document, "Nobody asked")->quoted, ==, 2);
  g_assert_cmpuint (find_block (document, "The mayor")->quoted, ==, 0);
}

static void
test_places_come_back_as_they_were_packed (void)
{
  g_autoptr (HsDocument) document = read_page (PAGE (
      "<p>The firm, <a href='/firm'>Stone</a>, had offered to build the bridge in the year before the last one.</p>"
      "<img src=a.jpg alt='one\ntwo'>"));
  g_autoptr (HsDocument) copy = hs_document_new (g_strdup (document->text));
  g_autofree char *packed = hs_document_pack_places (document);

  for (guint i = 0; i < document->links->len; i++)
    g_ptr_array_add (copy->links, g_strdup (g_ptr_array_index (document->links, i)));
  for (guint i = 0; i < document->images->len; i++)
    g_ptr_array_add (copy->images, g_strdup (g_ptr_array_index (document->images, i)));
  hs_document_unpack_places (copy, packed);
  assert_link (copy, 0, "Stone", "https://post.example/firm");
  g_assert_cmpuint (copy->image_places->len, ==, 1);
  g_assert_cmpstr (g_array_index (copy->image_places, HsImagePlace, 0).alt, ==, "one two");
}

/* The text is "aé": byte 2 is in the middle of a character. */
static void
test_places_that_do_not_fit_are_left_out (void)
{
  g_autoptr (HsDocument) document = hs_document_new (g_strdup ("aé bcd"));

  g_ptr_array_add (document->links, g_strdup ("https://a.example/"));
  g_ptr_array_add (document->images, g_strdup ("https://a.example/p.png"));
  hs_document_unpack_places (document,
                             "l 0 2 0\nl 0 99 0\nl 3 1 0\nl 0 1 7\nl 0 -1 0\nl\nl 1 1 0\nx\ni 99 0 0 0 \ni 0 3 0 0 a\n"
                                       "i 0 0 99999999999 0 \nl 0 1 0\nl 0 3 0\nl 4 7 0\ni 1 0 5 6 \ni 0 0 5 6 \n");
  g_assert_cmpuint (document->link_places->len, ==, 2);
  assert_link (document, 0, "a", "https://a.example/");
  assert_link (document, 1, "bcd", "https://a.example/");
  g_assert_cmpuint (document->image_places->len, ==, 1);
  g_assert_cmpuint (g_array_index (document->image_places, HsImagePlace, 0).width, ==, 5);
  g_assert_null (g_array_index (document->image_places, HsImagePlace, 0).alt);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/links-stand-on-their-words", test_links_stand_on_their_words);
  g_test_add_func ("/places/words-of-no-width-shift-no-link", test_words_of_no_width_shift_no_link);
  g_test_add_func ("/places/lists-keep-level-and-number", test_lists_keep_level_and_number);
  g_test_add_func ("/places/rows-of-a-table-part-their-cells", test_rows_of_a_table_part_their_cells);
  g_test_add_func ("/places/pictures-stand-before-their-captions", test_pictures_stand_before_their_captions);
  g_test_add_func ("/places/quotations-count-how-deep-they-stand", test_quotations_count_how_deep_they_stand);
  g_test_add_func ("/places/come-back-as-they-were-packed", test_places_come_back_as_they_were_packed);
  g_test_add_func ("/places/that-do-not-fit-are-left-out", test_places_that_do_not_fit_are_left_out);
  return g_test_run ();
}
