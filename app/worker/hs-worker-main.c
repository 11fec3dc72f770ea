/* hs-worker-main.c: hearsay-worker, which reads hostile bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes questions on its standard input, a socket, and answers them there, one
 * after the other, until the other end is gone. It keeps nothing from one to the
 * next.
 */
#include <errno.h>
#include <locale.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <gio/gio.h>

#include "hs-config.h"
#include "hs-error.h"
#include "hs-guard.h"
#include "hs-html-inert.h"
#include "hs-page.h"
#include "hs-wire.h"
#include "hs-worker-picture.h"

#define SOCKET STDIN_FILENO
/* A question is no larger than the largest file, and a little. */
#define MAX_QUESTION (72u * 1024 * 1024)
/* Above this what was freed is given back at once. */
#define LARGE (4u * 1024 * 1024)
/* The program watches more closely; this is when it is gone. */
#define MAX_SECONDS 30

static gboolean
read_all (void  *to,
          gsize  length)
{
  guint8 *at = to;

  while (length > 0)
    {
      gssize n = read (SOCKET, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
write_all (const void *from,
           gsize       length)
{
  const guint8 *at = from;

  while (length > 0)
    {
      gssize n = write (SOCKET, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static gboolean
answer (guint32           serial,
        HsWireAnswer      kind,
        const GByteArray *out)
{
  const HsWireHead head = { HS_WIRE_MAGIC, serial, kind, out->len };

  return write_all (&head, sizeof head) && write_all (out->data, out->len);
}

/* --- the tasks ------------------------------------------------------------------- */

static gboolean
read_page (HsWireReader *question,
           GByteArray   *out,
           GError      **error)
{
  g_autofree char *name = hs_wire_get_string (question);
  g_autofree char *content_type = hs_wire_get_string (question);
  g_autofree char *base = hs_wire_get_string (question);
  gsize length;
  const guint8 *data = hs_wire_get_bytes (question, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (HsDocument) document = hs_page_read_any (bytes, name, content_type, base, error);

  if (document != NULL)
    hs_wire_put_document (out, document);
  return document != NULL;
}

static void
put_error (GByteArray   *out,
           const GError *error)
{
  hs_wire_put_number (out, error->domain == HS_ERROR ? (guint32) error->code : HS_ERROR_FAILED);
  hs_wire_put_string (out, error->message);
}

static void
read_fragment (HsWireReader *question,
               GByteArray   *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = hs_wire_get_string (question);
  g_autofree char *base = hs_wire_get_string (question);
  g_autofree char *text = hs_wire_get_string (question);
  g_autoptr (HsDocument) document = hs_page_read_fragment (text, TRUE, title, base, &error);

  hs_wire_put_number (out, document != NULL ? HS_WIRE_DONE : HS_WIRE_FAILED);
  if (document != NULL)
    hs_wire_put_document (out, document);
  else
    put_error (out, error);
}

static void
read_fragments (HsWireReader *question,
                GByteArray   *out)
{
  guint32 n = hs_wire_get_number (question);

  for (guint32 i = 0; i < n && !question->broken; i++)
    read_fragment (question, out);
}

static void
find_next (HsWireReader *question,
           GByteArray   *out)
{
  g_autofree char *content_type = hs_wire_get_string (question);
  g_autofree char *address = hs_wire_get_string (question);
  gsize length;
  const guint8 *data = hs_wire_get_bytes (question, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autofree char *next = hs_page_find_next (bytes, content_type, address);

  hs_wire_put_string (out, next);
}

static gboolean
read_picture (HsWireReader *question,
              GByteArray   *out,
              GError      **error)
{
  guint max_width = hs_wire_get_number (question);
  gsize length;
  const guint8 *data = hs_wire_get_bytes (question, &length);

  return hs_worker_picture_read (data, length, max_width, out, error);
}

static gboolean
write_inert (HsWireReader *question,
             GByteArray   *out,
             GError      **error)
{
  gboolean markup = hs_wire_get_number (question) != 0;
  g_autofree char *content_type = hs_wire_get_string (question);
  gsize length;
  const guint8 *data = hs_wire_get_bytes (question, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  HsInertCounts counts;
  g_autofree char *body = hs_html_inert_read (bytes, content_type, markup, &counts, error);

  if (body == NULL)
    return FALSE;
  hs_wire_put_number (out, counts.scripts);
  hs_wire_put_number (out, counts.pictures);
  hs_wire_put_number (out, counts.frames);
  hs_wire_put_number (out, counts.forms);
  hs_wire_put_number (out, counts.links);
  hs_wire_put_string (out, body);
  return TRUE;
}

static gboolean
do_task (guint32       task,
         HsWireReader *question,
         GByteArray   *out,
         GError      **error)
{
  switch (task)
    {
    case HS_WIRE_CHECK:
      hs_wire_put_number (out, hs_guard_probe ());
      return TRUE;
    case HS_WIRE_PAGE:
      return read_page (question, out, error);
    case HS_WIRE_FRAGMENTS:
      read_fragments (question, out);
      return TRUE;
    case HS_WIRE_NEXT:
      find_next (question, out);
      return TRUE;
    case HS_WIRE_PICTURE:
      return read_picture (question, out, error);
    case HS_WIRE_INERT:
      return write_inert (question, out, error);
    default:
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FAILED, "There is no such task.");
      return FALSE;
    }
}

/* One question; FALSE when there are no more. */
static gboolean
serve (void)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *body = NULL;
  HsWireReader question;
  HsWireHead head;
  gboolean done;

  if (!read_all (&head, sizeof head) || head.magic != HS_WIRE_MAGIC || head.length > MAX_QUESTION)
    return FALSE;
  hs_guard_time (MAX_SECONDS);
  body = g_malloc (MAX (1, head.length));
  if (!read_all (body, head.length))
    return FALSE;
  question = (HsWireReader){ body, head.length, FALSE };
  done = do_task (head.kind, &question, out, &error);
  if (!done)
    {
      g_byte_array_set_size (out, 0);
      put_error (out, error);
    }
  done = answer (head.serial, done ? HS_WIRE_DONE : HS_WIRE_FAILED, out);
  if (head.length > LARGE || out->len > LARGE)
    malloc_trim (0);
  return done;
}

/* --- beginning ---------------------------------------------------------------------- */

/* What the readers load when they are first used, they load now. */
static void
prepare (void)
{
  static const char page[] =
    "<html><head><title>A page</title><meta property=\"article:published_time\" content=\"2026-05-04T10:00:00+02:00\">"
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-04\"}</script></head>"
    "<body><article><p>HARBOUR (Post) - The first paragraph, by a writer, is long enough to be "
    "one.</p></article></body>";
  static const char *const charsets[] = { "utf-8", "windows-1252", "windows-1251", "shift_jis", "gb18030", "big5",
                                          "euc-kr", "iso-2022-jp", "utf-16le" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *type = g_strconcat ("text/html; charset=", charsets[i], NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
      g_autoptr (HsDocument) document = hs_page_read (bytes, NULL, type, "https://post.example/2026/a", NULL);
    }
  hs_page_prepare ();
  hs_worker_picture_prepare ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  guint32 guard = 0;

  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_print ("hearsay-worker %s\n", HS_VERSION);
      return 0;
    }
  if (isatty (SOCKET))
    {
      g_printerr ("hearsay-worker is started by hearsay, and reads pages for it.\n");
      return 2;
    }
  /* Ctrl+C is for who asked: what is under way is still wanted */
  signal (SIGINT, SIG_IGN);
  setlocale (LC_CTYPE, "C.UTF-8");
  guard |= hs_guard_limit () ? HS_WIRE_LIMITED : 0;
  prepare ();
  guard |= hs_guard_filter () ? HS_WIRE_FILTERED : 0;
  hs_wire_put_number (out, guard);
  if (!answer (0, HS_WIRE_READY, out))
    return 1;
  while (serve ())
    ;
  return 0;
}
