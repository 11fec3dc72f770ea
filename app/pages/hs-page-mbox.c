/* hs-page-mbox.c: the messages of a mailbox file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As RFC 4155 has it: each message follows a line that begins with "From " and
 * stands first or after an empty one; within a message such lines were quoted
 * with ">" (the "mboxrd" form), which is taken back.
 */
#include "hs-page.h"

#include <string.h>

#define MAX_MESSAGES 50000

static gboolean
begins_message (const char *data,
                gsize       at,
                gsize       length)
{
  if (length - at < 5 || memcmp (data + at, "From ", 5) != 0)
    return FALSE;
  return at == 0 || (at >= 2 && data[at - 1] == '\n' && data[at - 2] == '\n')
         || (at >= 4 && memcmp (data + at - 4, "\r\n\r\n", 4) == 0);
}

static gsize
next_line (const char *data,
           gsize       at,
           gsize       length)
{
  const char *end = memchr (data + at, '\n', length - at);

  return end != NULL ? (gsize) (end - data) + 1 : length;
}

/* Whether the line is ">From ", ">>From " and so on. */
static gboolean
is_quoted (const char *data,
           gsize       at,
           gsize       end)
{
  gsize i = at;

  while (i < end && data[i] == '>')
    i++;
  return i > at && end - i >= 5 && memcmp (data + i, "From ", 5) == 0;
}

static GBytes *
take_message (const char *data,
              gsize       at,
              gsize       end)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new ((guint) (end - at));

  for (gsize next; at < end; at = next)
    {
      gsize from = is_quoted (data, at, end) ? at + 1 : at;

      next = next_line (data, at, end);
      g_byte_array_append (out, (const guint8 *) data + from, (guint) (next - from));
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * hs_page_split_mbox:
 * @bytes: a mailbox file
 *
 * Pure; any thread. At most 50,000 messages are taken.
 *
 * Returns: (transfer full) (element-type GBytes): each message by itself; maybe
 *   none
 */
GPtrArray *
hs_page_split_mbox (GBytes *bytes)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize length, at = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (at < length && messages->len < MAX_MESSAGES)
    {
      gsize begin, end;

      while (at < length && !begins_message (data, at, length))
        at = next_line (data, at, length);
      if (at >= length)
        break;
      begin = end = next_line (data, at, length);
      while (end < length && !begins_message (data, end, length))
        end = next_line (data, end, length);
      if (end > begin)
        g_ptr_array_add (messages, take_message (data, begin, end));
      at = end;
    }
  return messages;
}
