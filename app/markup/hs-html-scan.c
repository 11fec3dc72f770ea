/* hs-html-scan.c: markup made fit to parse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 looks up each attribute among all before it, which takes 21 s for
 * 50,000 of them, and leaves out what is nested deeper than 256 elements. Both
 * are seen to before it gets the page.
 */
#include "hs-html-scan.h"

#include <string.h>

/* A start tag longer than this is cut to its name. */
#define MAX_TAG_BYTES 16384
/* Scripts and styles longer than this are left out. */
#define MAX_SCRIPT (1024 * 1024)
/* Levels of boxes; deeper ones are left out, what they hold is not. */
#define MAX_DEPTH 180

/* Elements that end only where they are told to, and so nest. */
static const char * const nesting[] = {
  "a", "article", "aside", "b", "big", "blockquote", "center", "code", "details", "div", "dl", "em", "fieldset", "figure",
  "font", "footer", "form", "header", "i", "ins", "main", "nav", "ol", "section", "small", "span", "strike", "strong",
  "sub", "sup", "table", "tt", "u", "ul",
};

typedef struct
{
  GString *out;        /* (owned) (nullable): what was changed so far */
  const char *copied;  /* everything before it is in @out, or left out */
  guint depth;
  guint excess;        /* boxes left out that did not end yet */
} Cut;

/* Bytes of the raw-text element (script, style) that begins at @at, or 0. */
static gsize
raw_text_length (const char *at,
                 const char *end)
{
  const char *name = NULL;
  gsize n;

  if (g_ascii_strncasecmp (at, "<script", 7) == 0)
    name = "</script";
  else if (g_ascii_strncasecmp (at, "<style", 6) == 0)
    name = "</style";
  if (name == NULL)
    return 0;
  n = strlen (name);
  for (const char *p = at; (p = memchr (p, '<', end - p)) != NULL && p + n <= end; p++)
    if (g_ascii_strncasecmp (p, name, n) == 0)
      return p - at;
  return end - at;
}

static gboolean
is_nesting (const char *name,
            gsize       length)
{
  guint low = 0, high = G_N_ELEMENTS (nesting);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = g_ascii_strncasecmp (name, nesting[middle], length);

      if (order == 0 && nesting[middle][length] == '\0')
        return TRUE;
      if (order <= 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

/* Takes over what stands before @from, and leaves out what is from there to @to. */
static void
leave_out (Cut        *cut,
           const char *from,
           const char *to)
{
  if (cut->out == NULL)
    cut->out = g_string_new (NULL);
  g_string_append_len (cut->out, cut->copied, from - cut->copied);
  cut->copied = to;
}

/* Whether the tag from @name to @close is of a box too deep. */
static gboolean
is_too_deep (Cut        *cut,
             const char *name,
             const char *close)
{
  gboolean ends = *name == '/';
  guint levels;
  gsize length;

  name += ends;
  length = strcspn (name, " \t\r\n\f/>");
  if (length > 10 || (!ends && close > name && close[-1] == '/') || !is_nesting (name, length))
    return FALSE;
  if (ends && cut->excess > 0)
    {
      cut->excess--;
      return TRUE;
    }
  if (!ends && cut->depth >= MAX_DEPTH)
    {
      cut->excess++;
      return TRUE;
    }
  /* a table brings its rows and cells, a list its items */
  levels = length == 5 && g_ascii_strncasecmp (name, "table", 5) == 0 ? 4 : length == 2 && g_ascii_tolower (name[1]) == 'l' ? 2 : 1;
  if (!ends)
    cut->depth += levels;
  else
    cut->depth -= MIN (cut->depth, levels);
  return FALSE;
}

/**
 * hs_html_scan:
 * @html: markup
 * @length: its bytes
 * @new_length: (out): bytes of what is returned
 * @scan: (out): what the markup is made of
 *
 * Returns: (transfer full) (nullable): a copy without the attributes of
 *   over-long tags, without what long scripts hold and without the tags of boxes
 *   nested too deep; %NULL when there are none
 */
char *
hs_html_scan (const char *html,
              gsize       length,
              gsize      *new_length,
              HsHtmlScan *scan)
{
  const char *end = html + length;
  Cut cut = { .copied = html };

  scan->tags = 0;
  scan->bytes = length;
  for (const char *p = html; (p = memchr (p, '<', end - p)) != NULL;)
    {
      gsize raw = raw_text_length (p, end);
      const char *close;

      if (raw > 0)
        {
          const char *open = memchr (p, '>', raw);

          scan->bytes -= raw;
          /* what nobody reads, and the parser gives up on beyond ten megabytes */
          if (raw > MAX_SCRIPT && open != NULL && p + raw < end)
            leave_out (&cut, open + 1, p + raw);
          p += raw;
          continue;
        }
      if (p + 1 >= end || (!g_ascii_isalpha (p[1]) && p[1] != '/'))
        {
          p++;
          continue;
        }
      scan->tags += p[1] != '/';
      close = memchr (p, '>', end - p);
      if (close == NULL)
        close = end;
      if (is_too_deep (&cut, p + 1, close))
        leave_out (&cut, p, MIN (close + 1, end));
      else if (close - p > MAX_TAG_BYTES)
        {
          gsize name = strcspn (p + 1, " \t\r\n/>");

          scan->bytes -= close - p;
          leave_out (&cut, p + 1 + MIN (name, 64), close);
        }
      p = close;
    }
  if (cut.out == NULL)
    return NULL;
  g_string_append_len (cut.out, cut.copied, end - cut.copied);
  *new_length = cut.out->len;
  return g_string_free (cut.out, FALSE);
}
