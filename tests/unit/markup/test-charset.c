/* test-charset.c: bytes become the text they were meant to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-charset.h"
#include "hs-error.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *content_type;
  gboolean markup;
  const char *text;
  HsCharsetFrom from;
} Case;

#define BYTES(s) s, sizeof (s) - 1

static const Case cases[] = {
  { "the mark decides before the header", BYTES ("\xEF\xBB\xBF" "caf\xC3\xA9"), "text/plain; charset=iso-8859-1", FALSE,
    "café", HS_CHARSET_FROM_BOM },
  { "UTF-16 with a mark", BYTES ("\xFF\xFE" "h\0i\0"), NULL, FALSE, "hi", HS_CHARSET_FROM_BOM },
  { "UTF-16 without one", BYTES ("h\0e\0l\0l\0o\0!\0"), NULL, FALSE, "hello!", HS_CHARSET_FROM_GUESS },
  { "the header before the page", BYTES ("<meta charset=koi8-r>\xC0"), "text/html; charset=windows-1251", TRUE,
    "<meta charset=koi8-r>\xD0\x90", HS_CHARSET_FROM_HEADER },
  { "the page's own word", BYTES ("<meta charset=\"koi8-r\">\xC1"), NULL, TRUE, "<meta charset=\"koi8-r\">а",
    HS_CHARSET_FROM_META },
  { "a charset in a script is no declaration", BYTES ("<script>x='charset=koi8-r'</script>\xC3\xA9"), NULL, TRUE,
    "<script>x='charset=koi8-r'</script>é", HS_CHARSET_FROM_VALID_UTF8 },
  { "Latin-1 means Windows-1252", BYTES ("\x93quoted\x94"), "text/plain; charset=ISO-8859-1", FALSE, "“quoted”",
    HS_CHARSET_FROM_HEADER },
  { "a lying Latin-1 over UTF-8", BYTES ("<meta charset=iso-8859-1>na\xC3\xAFve"), NULL, TRUE,
    "<meta charset=iso-8859-1>naïve", HS_CHARSET_FROM_VALID_UTF8 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  HsCharsetFrom from;
  g_autofree char *text = hs_charset_decode (c->bytes, c->length, c->content_type, c->markup, NULL, &from, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpint (from, ==, c->from);
}

static void
test_zero_bytes_are_no_text (void)
{
  const char bytes[] = "ab\0\x01\x02\0\0\xFF\xFE\x7F";
  g_autoptr (GError) error = NULL;
  g_autofree char *text = hs_charset_decode (bytes, sizeof bytes, NULL, FALSE, NULL, NULL, &error);

  g_assert_error (error, HS_ERROR, HS_ERROR_NOT_TEXT);
  g_assert_null (text);
}

static void
test_every_byte_string_gives_valid_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char * const types[] = { NULL, "text/html; charset=utf-8", "text/html; charset=shift_jis",
                                        "text/html; charset=nonsense", "text/html; charset=utf-16" };

  for (guint i = 0; i < 500; i++)
    {
      char bytes[64];
      g_autofree char *text = NULL;
      gsize length = g_rand_int_range (rand, 0, sizeof bytes);

      for (gsize k = 0; k < length; k++)
        bytes[k] = g_rand_int_range (rand, 1, 256);
      text = hs_charset_decode (bytes, length, types[i % G_N_ELEMENTS (types)], i % 2, NULL, NULL, NULL);
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

static void
test_line_breaks_become_one_kind (void)
{
  g_autofree char *text = hs_charset_unify_breaks (g_strdup ("a\r\nb\rc\nd\r\r\n"));

  g_assert_cmpstr (text, ==, "a\nb\nc\nd\n\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup_printf ("/charset/%s", cases[i].name), " ", '-');

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/charset/zero-bytes-are-no-text", test_zero_bytes_are_no_text);
  g_test_add_func ("/charset/every-byte-string-gives-valid-text", test_every_byte_string_gives_valid_text);
  g_test_add_func ("/charset/line-breaks-become-one-kind", test_line_breaks_become_one_kind);
  return g_test_run ();
}
