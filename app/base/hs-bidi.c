/* hs-bidi.c: characters that turn the direction of writing, which nobody sees
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-bidi.h"

#include <string.h>

/**
 * hs_bidi_strip:
 * @text: (nullable): a title, a name: UTF-8
 *
 * Returns: (transfer full) (nullable): @text without what would turn round the words that
 *   are shown beside it
 */
char *
hs_bidi_strip (const char *text)
{
  GString *out;

  if (text == NULL)
    return NULL;
  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!hs_bidi_is_control (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_skip[(guchar) *p]);
  return g_string_free (out, FALSE);
}

/**
 * hs_bidi_show:
 * @text: (array length=length): UTF-8
 * @length: in bytes
 *
 * What makes letters run backwards is seen, as U+FFFD: "\342\200\256live" would read as
 * "evil". Bytes and code points keep their places.
 *
 * Returns: (transfer full): as long as @text
 */
char *
hs_bidi_show (const char *text,
              gsize       length)
{
  char *out = g_strndup (text, length);

  for (char *p = out; *p != '\0'; p = (char *) g_utf8_next_char (p))
    if (hs_bidi_is_override (g_utf8_get_char (p)))
      memcpy (p, "\357\277\275", 3);
  return out;
}
