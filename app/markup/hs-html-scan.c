/* hs-html-scan.c: markup made fit to parse
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 looks up each attribute among all before it, which takes 21 s for
 * 50,000 of them; leaves out what is nested deeper than 256 elements; and, as it
 * does not know the elements of HTML 5, takes `</nav>` for nothing where a `<div>`
 * in it did not end, so that the whole page is a menu. All are seen to before it
 * gets the page.
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
static const struct
{
  const char *name;
  enum
  {
    RUN,     /* a run of text */
    BOX,     /* a box libxml2 knows */
    SECTION  /* a box that it does not know */
  } kind;
  guint levels; /* with what it brings: a table its rows and cells, a list its items */
} nesting[] = {
  { "a", RUN, 1 },       { "article", SECTION, 1 }, { "aside", SECTION, 1 },  { "b", RUN, 1 },
  { "big", RUN, 1 },     { "blockquote", BOX, 1 },  { "center", BOX, 1 },     { "code", RUN, 1 },
  { "details", SECTION, 1 }, { "div", BOX, 1 },     { "dl", BOX, 2 },         { "em", RUN, 1 },
  { "fieldset", BOX, 1 }, { "figure", SECTION, 1 }, { "font", RUN, 1 },       { "footer", SECTION, 1 },
  { "form", BOX, 1 },    { "header", SECTION, 1 },  { "i", RUN, 1 },          { "ins", RUN, 1 },
  { "main", SECTION, 1 }, { "nav", SECTION, 1 },    { "ol", BOX, 2 },         { "section", SECTION, 1 },
  { "small", RUN, 1 },   { "span", RUN, 1 },        { "strike", RUN, 1 },     { "strong", RUN, 1 },
  { "sub", RUN, 1 },     { "sup", RUN, 1 },         { "table", BOX, 4 },      { "tt", RUN, 1 },
  { "u", RUN, 1 },       { "ul", BOX, 2 },
};

typedef struct
{
  GString *out;             /* (owned) (nullable): what was changed so far */
  const char *copied;       /* everything before it is in @out, or left out */
  guint8 open[MAX_DEPTH];   /* what is open, by its place in @nesting */
  guint n_open;
  guint levels;
  guint excess;             /* boxes left out that did not end yet */
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

/* The place of an element among @nesting, or -1. */
static int
find_nesting (const char *name,
              gsize       length)
{
  guint low = 0, high = G_N_ELEMENTS (nesting);

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = g_ascii_strncasecmp (name, nesting[middle].name, length);

      if (order == 0 && nesting[middle].name[length] == '\0')
        return middle;
      if (order <= 0)
        high = middle;
      else
        low = middle + 1;
    }
  return -1;
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

static void
pop (Cut   *cut,
     guint  at)
{
  cut->levels -= nesting[cut->open[at]].levels;
  cut->n_open--;
  memmove (cut->open + at, cut->open + at + 1, cut->n_open - at);
}

/* The box ends, and what is open in it with it; libxml2 is told so. */
static void
end_nesting (Cut        *cut,
             int         which,
             const char *tag)
{
  guint at = cut->n_open;
  gboolean boxes = FALSE;

  while (at > 0 && cut->open[at - 1] != which)
    {
      at--;
      boxes = boxes || nesting[cut->open[at]].kind != RUN;
      if (nesting[cut->open[at]].levels == 4 && nesting[which].levels != 4)
        return; /* not out of a table */
    }
  if (at == 0)
    return;
  at--;
  if (nesting[which].kind == RUN)
    {
      pop (cut, at);
      return;
    }
  if (boxes && nesting[which].kind == SECTION)
    leave_out (cut, tag, tag);
  while (cut->n_open > at + 1)
    {
      guint last = cut->open[cut->n_open - 1];

      if (nesting[which].kind == SECTION && nesting[last].kind != RUN)
        g_string_append_printf (cut->out, "</%s>", nesting[last].name);
      pop (cut, cut->n_open - 1);
    }
  pop (cut, at);
}

/* Whether the tag from @tag to @close is of a box too deep. */
static gboolean
is_too_deep (Cut        *cut,
             const char *tag,
             const char *close)
{
  const char *name = tag + 1;
  gboolean ends = *name == '/';
  gsize length;
  int which;

  name += ends;
  length = strcspn (name, " \t\r\n\f/>");
  if (length > 10 || (!ends && close > name && close[-1] == '/'))
    return FALSE;
  which = find_nesting (name, length);
  if (which < 0)
    return FALSE;
  if (ends && cut->excess > 0)
    {
      cut->excess--;
      return TRUE;
    }
  if (ends)
    {
      end_nesting (cut, which, tag);
      return FALSE;
    }
  if (cut->levels >= MAX_DEPTH || cut->n_open >= MAX_DEPTH)
    {
      cut->excess++;
      return TRUE;
    }
  cut->open[cut->n_open++] = which;
  cut->levels += nesting[which].levels;
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
 *   over-long tags, without what long scripts hold, without the tags of boxes
 *   nested too deep, and with boxes ended where what holds them ends; %NULL when
 *   there is nothing to change
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
      if (is_too_deep (&cut, p, close))
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
