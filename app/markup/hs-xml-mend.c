/* hs-xml-mend.c: broken XML made well-formed before it is parsed
 *
 * libxml2 recovers from broken XML, but loses text where a reader would not: it
 * drops what stands after a bare ampersand and takes any end tag for the end of
 * the innermost element. Here tags are balanced, ampersands and brackets that
 * are text are written as such, and HTML's names for characters are resolved.
 * Comments, processing instructions and the document type go, so the parser
 * never sees a declaration of an entity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-xml-mend.h"

#include <string.h>

#include "hs-entity.h"
#include "hs-xml.h"

#define PIECE 32768
/* After so many repairs an end tag that fits nothing is only dropped: to look
 * for its element each time would take too long. */
#define MAX_SEARCHES 20000
/* How far a quote of an attribute may be from its partner with a "<" between. */
#define MAX_BROKEN_VALUE 1000
#define MAX_SAID 16

typedef struct
{
  const char *name;
  gsize length;
  gboolean sent; /* not too deep */
} Open;

typedef struct
{
  const char *name;
  gsize name_length;
  const char *value;
  gsize value_length;
} Attribute;

typedef struct
{
  const char *end;
  GString *out;
  Open open[HS_XML_MAX_DEPTH * 2];
  guint depth;
  guint searches;
  gboolean rooted;  /* the root element has begun */
  gboolean no_comment_end, no_instruction_end, doctype; /* looked for in vain; seen */
  const char *said[MAX_SAID];
  gboolean over;    /* the root element has ended, or the sink has had enough */
  Attribute attributes[HS_XML_MAX_ATTRIBUTES];
  guint n_attributes;
  HsXmlSink sink;
  HsXmlComplain complain;
  gpointer data;
} Mender;

/* Bytes at which plain text stops. */
static const guint8 stops[256] = {
  [0] = 1,  [1] = 1,  [2] = 1,  [3] = 1,  [4] = 1,  [5] = 1,  [6] = 1,  [7] = 1,  [8] = 1,  [11] = 1,
  [12] = 1, [14] = 1, [15] = 1, [16] = 1, [17] = 1, [18] = 1, [19] = 1, [20] = 1, [21] = 1, [22] = 1,
  [23] = 1, [24] = 1, [25] = 1, [26] = 1, [27] = 1, [28] = 1, [29] = 1, [30] = 1, [31] = 1,
  ['<'] = 1, ['&'] = 1,
};

static gboolean
is_name_start (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == ':' || (guchar) c >= 0x80;
}

static gboolean
is_name (char c)
{
  return is_name_start (c) || g_ascii_isdigit (c) || c == '-' || c == '.';
}

/* Each message once: some texts are wrong at every byte. */
static void
complain (Mender     *self,
          const char *message)
{
  for (guint i = 0; i < MAX_SAID; i++)
    {
      if (self->said[i] == message)
        return;
      if (self->said[i] == NULL)
        {
          self->said[i] = message;
          break;
        }
    }
  self->complain (message, self->data);
}

static void
send (Mender *self)
{
  if (self->out->len > 0 && !self->over && !self->sink (self->out->str, self->out->len, self->data))
    self->over = TRUE;
  g_string_truncate (self->out, 0);
}

/* The start of the next character at or before @at. */
static const char *
character_start (const char *from,
                 const char *at)
{
  while (at > from && ((guchar) *at & 0xc0) == 0x80)
    at--;
  return at;
}

static void
append_text (Mender     *self,
             const char *from,
             const char *to)
{
  while (to - from > PIECE)
    {
      const char *cut = character_start (from, from + PIECE);

      g_string_append_len (self->out, from, cut - from);
      send (self);
      from = cut;
    }
  g_string_append_len (self->out, from, to - from);
}

/* Bytes of one of XML's own references at @p, most of all there are. */
static gsize
own_reference (const char *p,
               const char *end)
{
  static const struct
  {
    const char *text;
    gsize length;
  } own[] = { { "&lt;", 4 }, { "&gt;", 4 }, { "&amp;", 5 }, { "&quot;", 6 }, { "&apos;", 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if ((gsize) (end - p) >= own[i].length && memcmp (p, own[i].text, own[i].length) == 0)
      return own[i].length;
  return 0;
}

/* A reference at @p, or an ampersand that is none. */
static const char *
mend_reference (Mender     *self,
                const char *p,
                const char *end)
{
  gunichar character;
  gsize read = own_reference (p, end);

  if (read > 0)
    {
      g_string_append_len (self->out, p, read);
      return p + read;
    }
  read = hs_entity_read (p, end - p, &character);
  if (read == 0)
    {
      complain (self, "An ampersand stands alone.");
      g_string_append (self->out, "&amp;");
      return p + 1;
    }
  if (character == '&' || character == '<' || character == '>' || character == '"' || character == '\''
      || character < 0x20)
    g_string_append_printf (self->out, "&#%u;", character);
  else
    g_string_append_unichar (self->out, character);
  return p + read;
}

/* Text that may hold anything, as text that may stand in XML. */
static void
append_mended (Mender     *self,
               const char *p,
               const char *end,
               char        quote)
{
  for (const char *from = p;; from = p)
    {
      while (p < end && !stops[(guchar) *p] && *p != quote)
        p++;
      g_string_append_len (self->out, from, p - from);
      if (p >= end)
        return;
      if (*p == '&')
        p = mend_reference (self, p, end);
      else
        {
          if (*p == '<')
            g_string_append (self->out, "&lt;");
          else if (*p == quote)
            g_string_append (self->out, "&quot;");
          p++;
        }
    }
}

/* A CDATA section, in pieces that libxml2 takes at once: of one that is not
 * complete it reads 300 bytes a call and looks for its end anew each time. */
static void
append_cdata (Mender     *self,
              const char *p,
              const char *end)
{
  while (p < end && !self->over)
    {
      const char *stop = end - p > PIECE / 2 ? character_start (p, p + PIECE / 2) : end;

      g_string_append (self->out, "<![CDATA[");
      while (p < stop)
        {
          const char *from = p;

          while (p < stop && (!stops[(guchar) *p] || *p == '<' || *p == '&'))
            p++;
          g_string_append_len (self->out, from, p - from);
          if (p < stop)
            p++;
        }
      g_string_append (self->out, "]]>");
      if (self->out->len >= PIECE)
        send (self);
    }
}

static const char *
find (const char *p,
      const char *end,
      const char *what)
{
  return p != NULL && p < end ? memmem (p, (gsize) (end - p), what, strlen (what)) : NULL;
}

/* Past a document type with its internal subset. */
static const char *
skip_doctype (const char *p,
              const char *end)
{
  gboolean subset = FALSE;
  char quote = '\0';

  for (; p < end; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (subset && (*p == '"' || *p == '\''))
        quote = *p;
      else if (*p == '[')
        subset = TRUE;
      else if (*p == ']')
        subset = FALSE;
      else if (*p == '>' && !subset)
        return p + 1;
    }
  return NULL;
}

static const char *
mend_declaration (Mender     *self,
                  const char *p)
{
  const char *end = self->end, *stop;
  gsize left = end - p;

  if (left >= 9 && memcmp (p, "<![CDATA[", 9) == 0)
    {
      stop = find (p + 9, end, "]]>");
      if (stop == NULL)
        complain (self, "A CDATA section does not end.");
      if (self->depth > 0)
        append_cdata (self, p + 9, stop != NULL ? stop : end);
      return stop != NULL ? stop + 3 : end;
    }
  if (left >= 4 && memcmp (p, "<!--", 4) == 0)
    {
      stop = self->no_comment_end ? NULL : find (p + 4, end, "-->");
      self->no_comment_end = stop == NULL;
      if (stop == NULL)
        complain (self, "A comment does not end.");
      return stop != NULL ? stop + 3 : p + 4;
    }
  if (p[1] == '?')
    {
      stop = self->no_instruction_end ? NULL : find (p, end, "?>");
      self->no_instruction_end = stop == NULL;
      if (stop != NULL)
        return stop + 2;
    }
  else if (self->depth == 0 && !self->doctype)
    {
      self->doctype = TRUE;
      stop = skip_doctype (p, end);
      if (stop != NULL)
        return stop;
    }
  complain (self, "A declaration stands where none may be.");
  stop = memchr (p, '>', end - p);
  return stop != NULL ? stop + 1 : end;
}

static void
close_top (Mender *self)
{
  Open *open = &self->open[--self->depth];

  if (open->sent)
    {
      g_string_append (self->out, "</");
      g_string_append_len (self->out, open->name, open->length);
      g_string_append_c (self->out, '>');
    }
  if (self->depth == 0)
    {
      send (self);
      self->over = TRUE;
    }
}

static gboolean
is_named (const Open *open,
          const char *name,
          gsize       length)
{
  return open->length == length && memcmp (open->name, name, length) == 0;
}

static const char *
mend_end_tag (Mender     *self,
              const char *p)
{
  const char *name = p + 2, *end = name, *stop;
  guint at = self->depth;
  gsize length;

  while (end < self->end && is_name (*end))
    end++;
  length = end - name;
  stop = memchr (end, '>', self->end - end);
  stop = stop != NULL ? stop + 1 : self->end;
  if (self->depth == 0)
    return stop;
  if (is_named (&self->open[at - 1], name, length))
    {
      close_top (self);
      return stop;
    }
  complain (self, "An end tag does not fit the element that is open.");
  if (self->searches++ > MAX_SEARCHES)
    return stop;
  while (at > 0 && !is_named (&self->open[at - 1], name, length))
    at--;
  if (at > 0)
    while (self->depth >= at)
      close_top (self);
  return stop;
}

/* The value at @p, past the "="; returns where it ends. */
static const char *
scan_value (Mender     *self,
            const char *p,
            Attribute  *attribute,
            gboolean   *clean)
{
  char quote = p < self->end ? *p : '\0';
  const char *stop = NULL, *bracket;

  if (quote == '"' || quote == '\'')
    {
      p++;
      stop = memchr (p, quote, self->end - p);
      bracket = memchr (p, '<', (stop != NULL ? stop : self->end) - p);
      if (bracket != NULL && (stop == NULL || stop - p > MAX_BROKEN_VALUE))
        stop = NULL;
      attribute->value = p;
      if (stop != NULL)
        {
          attribute->value_length = stop - p;
          for (; *clean && p < stop; p++)
            *clean = !stops[(guchar) *p];
          return stop + 1;
        }
      for (stop = p; stop < self->end && *stop != '>' && *stop != '<'; stop++)
        ;
    }
  else
    {
      attribute->value = p;
      for (stop = p; stop < self->end && *stop != '>' && *stop != '<' && !g_ascii_isspace (*stop); stop++)
        ;
      if (stop > p && stop < self->end && *stop == '>' && stop[-1] == '/')
        stop--;
    }
  *clean = FALSE;
  attribute->value_length = stop - attribute->value;
  return stop;
}

/* Reads the attributes of a start tag from @p on. Returns where the tag's own
 * end stands ("/>", ">", or whatever there is); clean: may be copied as it is. */
static const char *
scan_attributes (Mender     *self,
                 const char *p,
                 gboolean   *clean)
{
  const char *end = self->end;

  self->n_attributes = 0;
  while (p < end)
    {
      const char *before = p;
      Attribute attribute = { 0 };

      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p >= end || *p == '>' || *p == '<' || (*p == '/' && p + 1 < end && p[1] == '>'))
        break;
      if (!is_name_start (*p))
        {
          *clean = FALSE;
          p++;
          continue;
        }
      if (p == before)
        *clean = FALSE; /* no space between two attributes */
      for (attribute.name = p; p < end && is_name (*p); p++)
        ;
      attribute.name_length = p - attribute.name;
      while (p < end && g_ascii_isspace (*p))
        p++;
      if (p < end && *p == '=')
        {
          for (p++; p < end && g_ascii_isspace (*p); p++)
            ;
          p = scan_value (self, p, &attribute, clean);
        }
      else
        *clean = FALSE;
      if (self->n_attributes < HS_XML_MAX_ATTRIBUTES)
        self->attributes[self->n_attributes++] = attribute;
      else
        *clean = FALSE;
    }
  return p;
}

static void
append_attributes (Mender *self)
{
  for (guint i = 0; i < self->n_attributes; i++)
    {
      const Attribute *attribute = &self->attributes[i];
      gboolean twice = FALSE;

      for (guint k = 0; k < i && !twice; k++)
        twice = self->attributes[k].name_length == attribute->name_length
                && memcmp (self->attributes[k].name, attribute->name, attribute->name_length) == 0;
      if (twice)
        continue;
      g_string_append_c (self->out, ' ');
      g_string_append_len (self->out, attribute->name, attribute->name_length);
      g_string_append (self->out, "=\"");
      if (attribute->value != NULL)
        append_mended (self, attribute->value, attribute->value + attribute->value_length, '"');
      g_string_append_c (self->out, '"');
    }
}

static const char *
mend_start_tag (Mender     *self,
                const char *p)
{
  const char *name = p + 1, *stop;
  gboolean clean = TRUE, empty, deep;
  gsize length;

  for (stop = name; stop < self->end && is_name (*stop); stop++)
    ;
  length = stop - name;
  stop = scan_attributes (self, stop, &clean);
  empty = stop < self->end && *stop == '/';
  if (stop >= self->end || *stop == '<')
    {
      clean = FALSE;
      complain (self, "A tag does not end.");
    }
  deep = self->depth >= HS_XML_MAX_DEPTH;
  self->rooted = TRUE;
  if (deep)
    complain (self, "Elements are nested too deeply.");
  else if (clean)
    g_string_append_len (self->out, p, stop - p);
  else
    {
      g_string_append_c (self->out, '<');
      g_string_append_len (self->out, name, length);
      append_attributes (self);
    }
  if (!deep)
    g_string_append (self->out, empty ? "/>" : ">");
  if (!empty && self->depth < G_N_ELEMENTS (self->open))
    self->open[self->depth++] = (Open){ name, length, !deep };
  else if (empty && self->depth == 0)
    self->over = (send (self), TRUE);
  if (stop >= self->end || *stop == '<')
    return stop;
  return stop + (empty ? 2 : 1);
}

/* Whether "<" at @p begins a tag, and not an address in brackets or a smaller-than. */
static gboolean
is_start_tag (const char *p,
              const char *end)
{
  const char *stop = p + 1;

  if (stop >= end || !is_name_start (*stop))
    return FALSE;
  while (stop < end && is_name (*stop))
    stop++;
  return stop < end && (g_ascii_isspace (*stop) || strchr ("/><", *stop) != NULL) && *stop != '\0';
}

static const char *
mend_one (Mender     *self,
          const char *p)
{
  if (*p == '<')
    {
      if (p + 1 < self->end && (p[1] == '!' || p[1] == '?'))
        return mend_declaration (self, p);
      if (p + 2 < self->end && p[1] == '/' && is_name_start (p[2]))
        return mend_end_tag (self, p);
      if (is_start_tag (p, self->end))
        return mend_start_tag (self, p);
      if (self->depth > 0)
        {
          complain (self, "A “<” begins no tag.");
          g_string_append (self->out, "&lt;");
        }
      return p + 1;
    }
  if (*p == '&')
    return self->depth > 0 ? mend_reference (self, p, self->end) : p + 1;
  complain (self, "It holds a control character.");
  return p + 1;
}

/**
 * hs_xml_mend:
 * @text: valid UTF-8, which should be XML
 * @length: its bytes
 * @sink: (scope call): takes the pieces
 * @complain: (scope call): told what was wrong, as often as it is
 * @data: for both
 *
 * Hands on one element with all in it, well-formed but for namespaces. What
 * stands before and after it is dropped.
 */
void
hs_xml_mend (const char    *text,
             gsize          length,
             HsXmlSink      sink,
             HsXmlComplain  complain_func,
             gpointer       data)
{
  g_autofree Mender *self = g_new0 (Mender, 1);
  const char *p = text;

  self->end = text + length;
  self->out = g_string_sized_new (PIECE + 4096);
  self->sink = sink;
  self->complain = complain_func;
  self->data = data;
  while (p < self->end && !self->over)
    {
      const char *from = p;

      while (p < self->end && !stops[(guchar) *p])
        p++;
      if (self->depth > 0)
        append_text (self, from, p);
      if (p < self->end)
        p = mend_one (self, p);
      if (self->out->len >= PIECE)
        send (self);
    }
  if (self->depth > 0 && !self->over)
    {
      complain (self, "It ends in the middle.");
      while (self->depth > 0 && !self->over)
        close_top (self);
    }
  g_string_free (self->out, TRUE);
}
