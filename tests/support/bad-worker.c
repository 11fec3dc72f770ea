/* bad-worker.c: a worker that hostile bytes have taken over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HEARSAY_BAD_WORKER says how it misbehaves once it is asked.
 */
#include <string.h>
#include <unistd.h>

#include "hs-wire.h"

static void
say (guint32     serial,
     guint32     kind,
     const void *body,
     guint32     length,
     guint32     claimed)
{
  const HsWireHead head = { HS_WIRE_MAGIC, serial, kind, claimed };

  if (write (0, &head, sizeof head) < 0 || (length > 0 && write (0, body, length) < 0))
    _exit (3);
}

/* Documents that no reader would make. */
static void
lie (guint32     serial,
     HsWireTask  task,
     const char *how)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (HsDocument) document = hs_document_new (g_strdup ("Grüße aus dem Hafen"));
  HsBlock block = { HS_BLOCK_PARAGRAPH, { 0, 5 }, 0 };

  if (g_str_equal (how, "poisoned") || g_str_equal (how, "late"))
    block.span.end = document->length; /* the truth */
  else if (g_str_equal (how, "outside"))
    block.span.end = 5000;
  else if (g_str_equal (how, "between"))
    block.span.end = 3; /* in the middle of the ü */
  else if (g_str_equal (how, "backwards"))
    block.span = HS_SPAN_INIT (9, 4);
  else if (g_str_equal (how, "kind"))
    block.kind = (HsBlockKind) 77;
  g_array_append_val (document->blocks, block);
  if (g_str_equal (how, "overlapping"))
    g_array_append_val (document->blocks, block);
  if (g_str_equal (how, "not-utf8"))
    document->text[0] = (char) 0xFF;
  if (task == HS_WIRE_FRAGMENTS)
    hs_wire_put_number (out, HS_WIRE_DONE);
  hs_wire_put_document (out, document);
  if (g_str_equal (how, "more"))
    hs_wire_put_number (out, 0);
  say (serial, HS_WIRE_DONE, out->data, g_str_equal (how, "short") ? out->len / 2 : out->len,
       g_str_equal (how, "short") ? out->len / 2 : out->len);
}

/* A page to look at that runs something; or, with "source", the death of the worker
 * unless the page is to be shown as it stands. */
static void
show (guint32       serial,
      const char   *how,
      const guint8 *question)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (g_str_equal (how, "source") && *question != 0)
    _exit (1);
  for (guint i = 0; i < 5; i++)
    hs_wire_put_number (out, i);
  hs_wire_put_string (out, g_str_equal (how, "source") ? "<pre>its source</pre>"
                                                       : "<p>Harmless.</p><img src=\"x\" onerror=\"alert(1)\">");
  say (serial, HS_WIRE_DONE, out->data, out->len, out->len);
}

int
main (void)
{
  const char *how = g_getenv ("HEARSAY_BAD_WORKER");
  const guint32 guard = 0;
  static guint8 body[65536];
  HsWireHead head;
  guint8 first;
  gboolean poisoned;

  if (g_str_equal (how, "unready"))
    return 0;
  if (g_str_equal (how, "late"))
    g_usleep (G_USEC_PER_SEC);
  say (0, HS_WIRE_READY, &guard, sizeof guard, sizeof guard);
  while (read (0, &head, sizeof head) == sizeof head)
    {
      first = 0;
      poisoned = FALSE;
      for (guint32 left = head.length; left > 0;)
        {
          gssize n = read (0, body, MIN (left, sizeof body));

          if (n <= 0)
            return 1;
          first = left == head.length ? body[0] : first;
          poisoned = poisoned || memmem (body, (gsize) n, "poison", 6) != NULL;
          left -= (guint32) n;
        }
      if (g_str_equal (how, "dies"))
        return 1;
      else if (g_str_equal (how, "spins"))
        while (TRUE)
          getppid ();
      else if (g_str_equal (how, "silent"))
        pause ();
      else if (g_str_equal (how, "noise"))
        {
          memset (body, 'x', sizeof body);
          if (write (0, body, 4096) < 0)
            return 1;
        }
      else if (g_str_equal (how, "huge"))
        say (head.serial, HS_WIRE_DONE, body, 16, 0xFFFFFFF0u);
      else if (g_str_equal (how, "stale"))
        say (head.serial + 1, HS_WIRE_DONE, body, 4, 4);
      else if (g_str_equal (how, "words"))
        say (head.serial, HS_WIRE_FAILED, "\0\0\0\0\3\0\0\0a\xff" "b", 11, 11);
      else if (g_str_equal (how, "poisoned") && poisoned)
        return 1;
      else if (g_str_equal (how, "pages") && head.kind == HS_WIRE_PAGE)
        return 1;
      else if (head.kind == HS_WIRE_INERT)
        show (head.serial, how, &first);
      else
        lie (head.serial, head.kind, how);
    }
  return 0;
}
