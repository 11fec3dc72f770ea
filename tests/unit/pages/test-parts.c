/* test-parts.c: which link leads to the next part, and which to another article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-page.h"

static const struct
{
  const char *url;
  const char *html;
  const char *next;   /* (nullable) */
} cases[] = {
  /* numbers under the text */
  { "https://post.example/pier", "<p>1 <a href='/pier?page=2'>2</a> <a href='/pier?page=3'>3</a>",
    "https://post.example/pier?page=2" },
  { "https://post.example/pier?page=2", "<a href='/pier'>1</a> 2 <a href='/pier?page=3'>3</a>",
    "https://post.example/pier?page=3" },
  { "https://post.example/pier/", "<a href='2/'>2</a>", "https://post.example/pier/2/" },
  { "https://post.example/a/pier.html", "<a href='pier-2.html'>Page 2 of 3</a>", "https://post.example/a/pier-2.html" },
  { "https://post.example/a/pier_2.html", "<a href='pier_3.html'>weiter</a>", "https://post.example/a/pier_3.html" },
  { "https://post.example/pier/page/2", "<a href='/pier/page/3'>Next page</a>", "https://post.example/pier/page/3" },
  { "https://post.example/pier", "<a rel='next' href='/pier/page/2'>On we go, said the fox to the hen</a>",
    "https://post.example/pier/page/2" },
  { "https://post.example/pier", "<a href='/pier,2'>»</a>", "https://post.example/pier,2" },
  /* stated in the head */
  { "https://post.example/pier", "</p><link rel='next' href='/pier?page=2'>", "https://post.example/pier?page=2" },
  /* the next article */
  { "https://post.example/?p=411", "<a rel='next' href='/?p=412'>Next post</a>", NULL },
  { "https://post.example/pier", "<a rel='next' href='/ferry'>Next</a>", NULL },
  { "https://post.example/pier-1", "<a href='/pier-2'>Pier, the sequel: what happened after it was closed again</a>",
    NULL },
  { "https://post.example/2026/05/pier", "<a href='/2026/05/ferry'>2</a>", NULL },
  /* another host, the same page, one before, one too far, none of the web */
  { "https://post.example/pier", "<a rel='next' href='https://other.example/pier?page=2'>2</a>", NULL },
  { "https://post.example/pier", "<a rel='next' href='/pier'>1</a>", NULL },
  { "https://post.example/pier?page=3", "<a rel='next' href='/pier?page=2'>2</a>", NULL },
  { "https://post.example/pier", "<a rel='next' href='/pier?page=3'>3</a>", NULL },
  { "https://post.example/pier", "<a rel='next' href='javascript:go(2)'>2</a>", NULL },
};

static void
test_next (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html><head></head><body><article><p>A paragraph about the pier of "
                                               "Larkhaven.</p></article><p>%s</p></body></html>", cases[i].html);
      g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
      g_autofree char *next = hs_page_find_next (bytes, "text/html", cases[i].url);

      g_test_message ("%s: %s", cases[i].url, cases[i].html);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parts/the-next-part-is-told-from-the-next-article", test_next);
  return g_test_run ();
}
