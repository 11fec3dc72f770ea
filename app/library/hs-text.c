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

/**
 * hs_library_split:
 * @joined: (nullable): texts, %HS_UNIT between them
 *
 * Returns: (transfer full): each of them; empty for %NULL and ""
 */
char **
hs_library_split (const char *joined)
{
  if (joined == NULL || *joined == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (joined, HS_UNIT, -1);
}

typedef struct
{
  GString *out;
  gboolean space;   /* some was passed over since the last letter */
} Folding;

static void
fold_space (Folding *self)
{
  self->space = self->out->len > 0;
}

static void
fold_char (Folding  *self,
           gunichar  c)
{
  if (self->space)
    g_string_append_c (self->out, ' ');
  self->space = FALSE;
  if (c < 0x80)
    g_string_append_c (self->out, (char) c);
  else
    g_string_append_unichar (self->out, c);
}

/* A run of characters none of which is ASCII. */
static void
fold_run (Folding    *self,
          const char *run,
          gsize       length)
{
  g_autofree char *normal = g_utf8_normalize (run, (gssize) length, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (normal != NULL ? normal : "", -1);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        fold_space (self);
      else if (!g_unichar_ismark (c))
        fold_char (self, c);
    }
}

/**
 * hs_library_fold:
 * @text: (nullable): some words
 *
 * Letters are taken apart from their accents (NFKD), which are left out; so what
 * is ASCII, as most of most texts is, can be taken by itself.
 *
 * Returns: (transfer full): lower case, without accents, white space at the
 *   edges, and runs of it made one blank
 */
char *
hs_library_fold (const char *text)
{
  Folding self = { NULL, FALSE };
  const char *p = text != NULL ? text : "";

  self.out = g_string_sized_new (strlen (p));
  while (*p != '\0')
    {
      const char *end = p;

      while ((guchar) *end >= 0x80)
        end++;
      if (end > p)
        fold_run (&self, p, end - p);
      else if (g_ascii_isspace (*p))
        fold_space (&self);
      else
        fold_char (&self, (guchar) g_ascii_tolower (*p));
      p = end > p ? end : p + 1;
    }
  return g_string_free (self.out, FALSE);
}

/**
 * hs_library_now:
 * Returns: Unix seconds
 */
gint64
hs_library_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}
