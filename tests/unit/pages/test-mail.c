/* test-mail.c: newsletters and mailboxes become articles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-error.h"
#include "hs-page.h"

#define HEAD \
  "From: \"Ada Moor from The Harbour Letter\" <letter@post.example>\r\nTo: reader@home.example\r\n" \
  "Date: Mon, 4 May 2026 08:30:00 +0200\r\nMessage-ID: <may-4@post.example>\r\nMIME-Version: 1.0\r\n"
#define WORDS "The pier of Larkhaven has been opened again after eleven months of repair, the harbour office said on " \
              "Monday. "
#define MANY WORDS WORDS WORDS

static HsDocument *
read_mail (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return hs_page_read_any (bytes, "a.eml", NULL, NULL, error);
}

static void
test_newsletter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document =
    read_mail (HEAD "Subject: =?utf-8?Q?Pier_open_=E2=80=93_at_last?=\r\nContent-Type: multipart/alternative; "
                    "boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nRead this letter in your "
                    "browser.\r\n--x\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
                    "quoted-printable\r\n\r\n<html>"
                    "<body><p>" MANY "The caf=E9 opens in July.</p><p>More at <a "
                                     "href=3D\"https://post.example/pier\">our=20"
                    "page</a>.</p></body></html>\r\n--x--\r\n", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, "Pier open – at last");
  g_assert_cmpstr (document->byline, ==, "Ada Moor");
  g_assert_cmpstr (document->outlet, ==, "The Harbour Letter");
  g_assert_cmpstr (document->published, ==, "2026-05-04T08:30:00+02:00");
  g_assert_cmpstr (document->url, ==, "mid:may-4@post.example");
  g_assert_nonnull (strstr (document->text, "The café opens in July."));
  g_assert_null (strstr (document->text, "in your browser"));
  g_assert_cmpuint (document->links->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (document->links, 0), ==, "https://post.example/pier");
  g_assert_cmpuint (g_array_index (document->blocks, HsBlock, 0).kind, ==, HS_BLOCK_HEADLINE);
}

static void
test_stub (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document =
    read_mail (HEAD "Subject: Pier\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
                    "--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" MANY "\r\n"
                    "--x\r\nContent-Type: text/html\r\n\r\n<p>Your program cannot show this letter.</p>\r\n--x--\r\n",
                    &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (document->text, "eleven months of repair"));
  g_assert_null (strstr (document->text, "cannot show"));
}

static void
test_sender (void)
{
  static const struct
  {
    const char *head;
    const char *byline;
    const char *outlet;
  } cases[] = {
    { "From: Ada Moor <ada@home.example>\r\n", "Ada Moor", NULL },
    { "From: The Larkhaven Post <news@post.example>\r\nList-Unsubscribe: <mailto:off@post.example>\r\n", NULL,
      "The Larkhaven Post" },
    { "From: =?koi8-r?B?4c7OwQ==?= <anna@home.example>\r\n", "Анна", NULL },
    { "From: news@post.example\r\nList-Id: Post <list.post.example>\r\n", NULL, "news@post.example" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].head, "Subject: Pier\r\n\r\n" WORDS, NULL);
      g_autoptr (HsDocument) document = read_mail (text, NULL);

      g_assert_nonnull (document);
      g_assert_cmpstr (document->byline, ==, cases[i].byline);
      g_assert_cmpstr (document->outlet, ==, cases[i].outlet);
      g_assert_null (document->published);
    }
}

static void
test_attachments (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document =
    read_mail (HEAD "Subject: Pier\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                    "--x\r\nContent-Type: text/plain\r\n\r\n" WORDS "\r\n"
                    "--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNot the "
                    "letter.\r\n--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: "
                    "base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n", &error);

  g_assert_no_error (error);
  g_assert_null (strstr (document->text, "Not the letter"));
}

static void
test_forwarded (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document =
    read_mail (HEAD "Subject: Fwd: Pier\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                    "--x\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
                    "--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Pier\r\nFrom: "
                    "b@post.example\r\n\r\n" WORDS "\r\n--x--\r\n",
               &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (document->text, "See below."));
  g_assert_nonnull (strstr (document->text, "eleven months of repair"));
}

/* A thousand multiparts, each in the other, and ten thousand parts in one. */
static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD "Subject: Deep\r\n");
  g_autoptr (GString) wide = g_string_new (HEAD "Subject: Wide\r\nContent-Type: multipart/mixed; boundary=w\r\n\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (HsDocument) document = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (deep, "Content-Type: multipart/mixed; boundary=b%u\r\n\r\n--b%u\r\n", i, i);
  g_string_append (deep, "Content-Type: text/plain\r\n\r\n" WORDS);
  document = read_mail (deep->str, &error);
  g_assert_null (document);
  g_assert_error (error, HS_ERROR, HS_ERROR_EMPTY);
  g_clear_error (&error);
  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (wide, "--w\r\nContent-Type: text/plain\r\n\r\nPart %u.\r\n", i);
  document = read_mail (wide->str, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (document->text, "Part 7."));
  g_assert_null (strstr (document->text, "Part 9000."));
}

static void
test_no_mail (void)
{
  static const struct
  {
    const char *text;
    HsError code;
  } cases[] = {
    { "Just some words, and no head.", HS_ERROR_UNSUPPORTED },
    { HEAD "Subject: Empty\r\n\r\n", HS_ERROR_EMPTY },
    { HEAD "Subject: Secret\r\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; "
           "boundary=x\r\n\r\n--x\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--x\r\nContent-Type: "
           "application/octet-stream\r\n\r\nabc\r\n--x--\r\n", HS_ERROR_UNSUPPORTED },
    { HEAD "Subject: Picture\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n",
      HS_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_mail (cases[i].text, &error));
      g_assert_error (error, HS_ERROR, (int) cases[i].code);
    }
}

static void
test_mbox (void)
{
  static const char box[] =
    "From letter@post.example Mon May  4 08:30:00 2026\nSubject: One\nFrom: a@post.example\n\nFirst letter.\n>From "
    "here on it is quoted.\n\nFrom letter@post.example Tue May  5 08:30:00 2026\nSubject: Two\nFrom: "
    "a@post.example\n\nSecond letter.\nFrom the pier, no blank line before.\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (box, sizeof box - 1);
  g_autoptr (GPtrArray) messages = hs_page_split_mbox (bytes);
  g_autoptr (HsDocument) one = NULL, two = NULL;

  g_assert_cmpuint (messages->len, ==, 2);
  one = hs_page_read_any (g_ptr_array_index (messages, 0), "a.mbox", "message/rfc822", NULL, NULL);
  two = hs_page_read_any (g_ptr_array_index (messages, 1), "a.mbox", "message/rfc822", NULL, NULL);
  g_assert_cmpstr (one->title, ==, "One");
  g_assert_nonnull (strstr (one->text, "First letter."));
  g_assert_nonnull (strstr (one->text, "From here on it is quoted."));
  g_assert_null (strstr (one->text, ">From"));
  g_assert_cmpstr (two->title, ==, "Two");
  g_assert_nonnull (strstr (two->text, "From the pier"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail/a-newsletter-is-an-article", test_newsletter);
  g_test_add_func ("/mail/where-html-is-a-stub-plain-text-is-taken", test_stub);
  g_test_add_func ("/mail/a-person-is-no-outlet", test_sender);
  g_test_add_func ("/mail/what-is-attached-is-not-the-letter", test_attachments);
  g_test_add_func ("/mail/what-was-forwarded-is-read", test_forwarded);
  g_test_add_func ("/mail/depth-and-parts-are-bounded", test_hostile);
  g_test_add_func ("/mail/what-is-no-letter-says-so", test_no_mail);
  g_test_add_func ("/mail/a-mailbox-holds-several", test_mbox);
  return g_test_run ();
}
