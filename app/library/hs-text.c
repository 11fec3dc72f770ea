/* hs-text.c: names folded, lists in a column
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-private.h"

#include <string.h>

/**
 * hs_library_join:
 * @strings: (nullable) (array zero-terminated=1): without U+001F
 *
 * Returns: (transfer full): one string, see hs_library_split()
 */
char *
hs_library_join (char **strings)
{
  return strings != NULL ? g_strjoinv (HS_UNIT, strings) : g_strdup ("");
}

char **
hs_library_split (const char *joined)
{
  if (joined == NULL || *joined == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (joined, HS_UNIT, -1);
}

/* The same for what is nothing but ASCII, as most words of most texts are. */
static char *
fold_ascii (const char *text)
{
  char *out = g_malloc (strlen (text) + 1);
  gsize n = 0;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        {
          space = n > 0;
          continue;
        }
      if (space)
        out[n++] = ' ';
      space = FALSE;
      out[n++] = g_ascii_tolower (*p);
    }
  out[n] = '\0';
  return out;
}

/**
 * hs_library_fold:
 * @text: (nullable): some words
 *
 * Returns: (transfer full): lower case, without accents, white space at the
 *   edges, and runs of it made one blank
 */
char *
hs_library_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *lower = NULL;
  GString *out;
  gboolean space = FALSE;

  if (text == NULL || g_str_is_ascii (text))
    return fold_ascii (text != NULL ? text : "");
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (normal != NULL ? normal : "", -1);
  out = g_string_sized_new (strlen (lower));
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isspace (c))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

gint64
hs_library_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}
