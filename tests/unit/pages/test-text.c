/* test-text.c: plain text stays whole and is cut into the right blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-error.h"
#include "hs-page.h"

#include <string.h>

static HsDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  HsDocument *document = hs_page_read (bytes, "a.txt", NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* "kind:words|kind:words", the words cut after twelve bytes. */
static char *
outline (HsDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      g_string_append_printf (out, "%s%s:%.*s", i > 0 ? "|" : "", hs_block_kind_to_nick (block->kind),
                              (int) MIN (12, block->span.end - block->span.start), document->text + block->span.start);
    }
  return g_string_free (out, FALSE);
}

static void
assert_outline (const char *text,
                const char *expected)
{
  g_autoptr (HsDocument) document = read_text (text);
  g_autofree char *found = outline (document);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_text_is_kept_but_for_mark_and_breaks (void)
{
  g_autoptr (HsDocument) document = read_text ("\xEF\xBB\xBF"
                                               "Mayor  opens bridge\r\n\r\n\tThe mayor\u00A0spoke. \r\rEnd here.");

  g_assert_cmpstr (document->text, ==, "Mayor  opens bridge\n\n\tThe mayor\u00A0spoke. \n\nEnd here.");
  g_assert_cmpstr (document->title, ==, "Mayor  opens bridge");
}

static void
test_blocks_cover_all_but_white_space (void)
{
  g_autoptr (HsDocument) document
      = read_text ("0 $\n\n Mayor opens bridge \n\nPORTO, (AB) – The mayor came.\nShe spoke at noon.\n\n\nLeave a "
                   "Comment\nName\n");
  guint at = 0;

  for (guint i = 0; i <= document->blocks->len; i++)
    {
      guint next = i < document->blocks->len ? g_array_index (document->blocks, HsBlock, i).span.start
                                             : document->length;

      g_assert_cmpuint (at, <=, next);
      for (; at < next; at++)
        g_assert_true (g_ascii_isspace (document->text[at]));
      if (i < document->blocks->len)
        at = g_array_index (document->blocks, HsBlock, i).span.end;
    }
}

static void
test_headline_dateline_paragraphs (void)
{
  assert_outline ("Mayor opens new bridge\n\nPORTO, May 4 (AB) - The mayor opened it.\n\nIt cost nine million.\n",
                  "headline:Mayor opens |dateline:PORTO, May 4|paragraph:The mayor op|paragraph:It cost nine");
}

static void
test_site_talk_between_paragraphs_is_boilerplate (void)
{
  assert_outline ("Mayor opens new bridge\n\nThe mayor opened the bridge on Monday.\n\n"
                  "Read more: Ten bridges to see\n\n"
                  "Our work is funded by readers: consider supporting us with a donation.\n\n"
                  "It cost nine million euros.\n\n"
                  "Follow us on Facebook, Twitter and Telegram\n\n"
                  "Powered by Feedmill\n",
                  "headline:Mayor opens |paragraph:The mayor op|boilerplate:Read more: T|boilerplate:Our work is |"
                  "paragraph:It cost nine|boilerplate:Follow us on|boilerplate:Powered by F");
}

static void
test_story_that_speaks_of_such_things_is_kept (void)
{
  static const char * const sentences[] = {
    "“Please donate and support us,” the mayor told the crowd on Monday.",
    "The party was funded primarily by readers of its newspaper, the court heard.",
    "He asked his followers on Facebook to join the march, prosecutors said.",
    "Copyright law is to change next year, the minister said.",
    "Twitter, Facebook and YouTube were fined by the regulator on Friday.",
    "The minister raised 2,500 $ from members, according to the records.",
    "More from the fund will be paid in May, the ministry said on Tuesday.",
    "Comments by the president drew protest in the capital.",
    "Thank you for your support, the captain told the fans after the match.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text = g_strdup_printf ("A headline of five words\n\n%s\n\nThe last paragraph of the story "
                                               "is here.\n", sentences[i]);
      g_autoptr (HsDocument) document = read_text (text);

      g_assert_cmpuint (document->blocks->len, ==, 3);
      if (g_array_index (document->blocks, HsBlock, 1).kind == HS_BLOCK_BOILERPLATE)
        g_error ("taken for boilerplate: %s", sentences[i]);
    }
}

static void
test_meters_and_counters_are_boilerplate (void)
{
  assert_outline ("0 $\n2,500 $\n1.333,50 €\n12 comments\n\nMayor opens new bridge\n\nThe mayor opened it on Monday.\n",
                  "boilerplate:0 $|boilerplate:2,500 $|boilerplate:1.333,50 \xE2\x82\xAC|boilerplate:12 comments|"
                  "headline:Mayor opens |paragraph:The mayor op");
}

static void
test_links_after_more_from_are_boilerplate (void)
{
  assert_outline ("Mayor opens new bridge\n\nThe mayor opened the bridge on Monday.\n\nMore from City Post\n\n"
                  "  • Ten bridges to see this summer\n  • What the river costs\n",
                  "headline:Mayor opens |paragraph:The mayor op|boilerplate:More from Ci|boilerplate:• Ten brid|"
                  "boilerplate:• What the");
}

static void
test_all_after_the_comment_form_is_boilerplate (void)
{
  assert_outline ("Mayor opens new bridge\n\nThe mayor opened the bridge on Monday.\n\nLeave a Reply\n\n"
                  "I think that the bridge is far too narrow for us.\n",
                  "headline:Mayor opens |paragraph:The mayor op|boilerplate:Leave a Repl|boilerplate:I think that");
}

static void
test_hard_wrapped_lines_are_one_paragraph (void)
{
  assert_outline ("Mayor opens new bridge\n\n"
                  "The mayor opened the new bridge on Monday in front of two\n"
                  "thousand people who had waited since the early morning for\n"
                  "the first tram to cross.\n\nIt cost nine million euros.\n",
                  "headline:Mayor opens |paragraph:The mayor op|paragraph:It cost nine");
}

static void
test_an_endless_paragraph_is_cut_after_sentences (void)
{
  g_autoptr (GString) text = g_string_new ("Mayor opens new bridge\n\n");
  g_autoptr (HsDocument) document = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, "The mayor opened the bridge on Monday. ");
  for (guint i = 0; i < 9000; i++)
    g_string_append (text, "é");
  document = read_text (text->str);
  g_assert_cmpuint (document->blocks->len, >, 5);
  for (guint i = 1; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      g_assert_cmpuint (block->span.end - block->span.start, <=, 6000);
      g_assert_true (g_utf8_validate (document->text + block->span.start, block->span.end - block->span.start, NULL));
    }
  g_assert_cmpint (document->text[g_array_index (document->blocks, HsBlock, 1).span.end - 1], ==, '.');
}

static void
test_what_is_no_text_says_so (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize length;
    int code;
  } cases[] = {
    { "a.txt", "", 0, HS_ERROR_EMPTY },           { "a.txt", " \n\t\n", 4, HS_ERROR_EMPTY },
    { "a.xyz", "abc", 3, HS_ERROR_UNSUPPORTED },  { "a.txt", "%PDF-1.4 x", 10, HS_ERROR_UNSUPPORTED },
    { "a.txt", "a\0\0\0b\1", 6, HS_ERROR_NOT_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].bytes, cases[i].length);
      g_autoptr (GError) error = NULL;

      g_assert_null (hs_page_read (bytes, cases[i].name, NULL, NULL, &error));
      g_assert_error (error, HS_ERROR, cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/text/" #name, test_##name)
  ADD (text_is_kept_but_for_mark_and_breaks);
  ADD (blocks_cover_all_but_white_space);
  ADD (headline_dateline_paragraphs);
  ADD (site_talk_between_paragraphs_is_boilerplate);
  ADD (story_that_speaks_of_such_things_is_kept);
  ADD (meters_and_counters_are_boilerplate);
  ADD (links_after_more_from_are_boilerplate);
  ADD (all_after_the_comment_form_is_boilerplate);
  ADD (hard_wrapped_lines_are_one_paragraph);
  ADD (an_endless_paragraph_is_cut_after_sentences);
  ADD (what_is_no_text_says_so);
  return g_test_run ();
}
