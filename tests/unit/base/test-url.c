/* test-url.c: addresses are resolved, compared and taken from people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-url.h"

static void
check (char       *got,
       const char *expected)
{
  g_assert_cmpstr (got, ==, expected);
  g_free (got);
}

static void
test_resolve (void)
{
  check (hs_url_resolve ("http://a.example/b/c?d", "../e"), "http://a.example/e");
  check (hs_url_resolve ("http://a.example/b/", "\n //f.example/g "), "http://f.example/g");
  check (hs_url_resolve (NULL, "h/i"), "h/i");
  check (hs_url_resolve ("no base", "h"), "h");
}

static void
test_web (void)
{
  g_assert_true (hs_url_is_web ("https://a.example"));
  g_assert_false (hs_url_is_web ("javascript:alert(1)"));
  g_assert_false (hs_url_is_web ("file:///etc/passwd"));
  g_assert_false (hs_url_is_web ("http:///path"));
  g_assert_false (hs_url_is_web (NULL));
}

static void
test_typed (void)
{
  check (hs_url_from_user (" the-ledger.example/news "), "https://the-ledger.example/news");
  check (hs_url_from_user ("feed://the-ledger.example/rss"), "https://the-ledger.example/rss");
  check (hs_url_from_user ("feed:http://the-ledger.example/rss"), "http://the-ledger.example/rss");
  check (hs_url_from_user ("localhost:8080/x"), "https://localhost:8080/x");
  check (hs_url_from_user ("two words"), NULL);
  check (hs_url_from_user ("word"), NULL);
  check (hs_url_from_user ("ftp://a.example/"), NULL);
}

static void
test_normalise (void)
{
  check (hs_url_normalise ("HTTP://The-Ledger.Example:80/A?utm_source=x&b=1&fbclid=2#c"),
         "https://the-ledger.example/A?b=1");
  check (hs_url_normalise ("https://a.example"), "https://a.example/");
  check (hs_url_normalise ("http://a.example:8080/"), "https://a.example:8080/");
  check (hs_url_normalise ("http://[::1]:81/"), "https://[::1]:81/");
  check (hs_url_normalise ("urn:x"), "urn:x");
}

static void
test_host (void)
{
  check (hs_url_host ("https://WWW.a.example/x"), "a.example");
  check (hs_url_host ("mailto:x@a.example"), NULL);
}

static void
test_user_is_parted (void)
{
  static const struct
  {
    const char *url;
    const char *bare;
    const char *user;
    const char *password;
  } rows[] = {
    { "https://reader:key@post.example/feed", "https://post.example/feed", "reader", "key" },
    { "http://a%40b:k%2Fy@post.example:8080?x=@y", "http://post.example:8080?x=@y", "a@b", "k/y" },
    { "https://reader@post.example", "https://post.example", "reader", NULL },
    { "https://reader:a@b@post.example/", "https://post.example/", "reader", "a@b" },
    { "https://:key@post.example/", "https://post.example/", "", "key" },
    { "https://post.example/@reader:key@x", "https://post.example/@reader:key@x", NULL, NULL },
    { "https://post.example", "https://post.example", NULL, NULL },
    { "no address: a@b", "no address: a@b", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *user = NULL;
      g_autofree char *password = NULL;
      g_autofree char *bare = hs_url_part_user (rows[i].url, &user, &password);

      g_assert_cmpstr (bare, ==, rows[i].bare);
      g_assert_cmpstr (user, ==, rows[i].user);
      g_assert_cmpstr (password, ==, rows[i].password);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/url/a-relative-address-is-resolved", test_resolve);
  g_test_add_func ("/url/only-http-with-a-host-is-a-web-address", test_web);
  g_test_add_func ("/url/what-a-person-types-becomes-an-address", test_typed);
  g_test_add_func ("/url/two-spellings-of-one-address-compare-equal", test_normalise);
  g_test_add_func ("/url/the-host-without-www", test_host);
  g_test_add_func ("/url/name-and-password-are-parted-from-it", test_user_is_parted);
  return g_test_run ();
}
