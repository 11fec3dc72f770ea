/* hs-html-inert.c: a page to look at that can do nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing of the page's own markup is copied: its elements are written anew when
 * they are of a list of those that only set text, with attributes of another list
 * in which none is an address, a style or a handler. What had an address says it
 * as text. A policy in the head forbids the rest, should a browser see more in the
 * text than we wrote.
 */
#include "hs-html-inert.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <string.h>

#include "hs-charset.h"
#include "hs-entity.h"
#include "hs-error.h"
#include "hs-html-scan.h"

/* As many as are parsed elsewhere; a page with more is shown as its source. */
#define MAX_ELEMENTS 100000
#define MAX_MARKUP (6 * 1024 * 1024)
#define MAX_WRITTEN (16u * 1024 * 1024)
/* Characters of an address: those of data: hold whole pictures. */
#define MAX_ADDRESS 300

static const char * const kept[] = {
  "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "caption", "cite", "code", "dd", "del",
  "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "i",
  "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
  "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", NULL
};
/* Written as a box, whatever they were. */
static const char * const boxes[] = {
  "body", "center", "details", "summary", "fieldset", "legend", "form", "hgroup", "search", "dialog", NULL
};
static const char * const empty[] = { "br", "hr", "wbr", NULL };
/* Gone with all they hold. */
static const char * const dropped[] = {
  "script", "style", "template", "svg", "math", "canvas", "head", "title", "meta", "link", "base", "applet", "frameset",
  "noframes", "map", "param", "source", "track", "datalist", "option", "select", "input", "textarea", NULL
};
static const char * const frames[] = { "iframe", "frame", "object", "embed", "video", "audio", "portal", NULL };
static const char * const attributes[] = { "lang", "dir", "title", "colspan", "rowspan", "start", "datetime", NULL };
static const char * const classes[] = { "address", "link", "picture", NULL };

typedef struct
{
  GString *out;
  HsInertCounts *counts;
} Writer;

static void write_children (Writer  *self,
                            xmlNode *parent);

/* (transfer full) (nullable) */
static char *
get_attribute (xmlNode    *element,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) name);
  char *copy = value != NULL && *value != '\0' ? g_utf8_make_valid ((const char *) value, -1) : NULL;

  xmlFree (value);
  return copy;
}

static void
append_text (Writer     *self,
             const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  hs_entity_append_html (self->out, valid, -1, TRUE);
}

/* An address as words: none of it can be followed. */
static void
append_address (Writer     *self,
                const char *address)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));

  g_string_append (self->out, " <small class=\"address\">[");
  if (g_utf8_strlen (stripped, -1) > MAX_ADDRESS)
    {
      *g_utf8_offset_to_pointer (stripped, MAX_ADDRESS) = '\0';
      append_text (self, stripped);
      g_string_append (self->out, "…");
    }
  else
    append_text (self, stripped);
  g_string_append (self->out, "]</small>");
}

static void
count_handlers (Writer  *self,
                xmlNode *element)
{
  for (xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next)
    if (g_ascii_strncasecmp ((const char *) attribute->name, "on", 2) == 0)
      self->counts->scripts++;
}

/* What runs in what is gone as a whole: most scripts of a page stand in its head.
 * The parser keeps the depth within bounds. */
static void
count_dropped (Writer  *self,
               xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        self->counts->scripts += g_ascii_strcasecmp ((const char *) node->name, "script") == 0;
        count_handlers (self, node);
        count_dropped (self, node);
      }
}

static void
append_attributes (Writer  *self,
                   xmlNode *element)
{
  for (guint i = 0; attributes[i] != NULL; i++)
    {
      g_autofree char *value = get_attribute (element, attributes[i]);

      if (value == NULL)
        continue;
      g_string_append_printf (self->out, " %s=\"", attributes[i]);
      append_text (self, value);
      g_string_append_c (self->out, '"');
    }
}

static void
write_kept (Writer     *self,
            xmlNode    *element,
            const char *name)
{
  g_string_append_printf (self->out, "<%s", name);
  append_attributes (self, element);
  g_string_append_c (self->out, '>');
  write_children (self, element);
  g_string_append_printf (self->out, "</%s>", name);
}

static void
write_link (Writer  *self,
            xmlNode *element)
{
  g_autofree char *address = get_attribute (element, "href");

  g_string_append (self->out, "<span class=\"link\">");
  write_children (self, element);
  g_string_append (self->out, "</span>");
  if (address == NULL)
    return;
  self->counts->links++;
  append_address (self, address);
}

static void
write_picture (Writer  *self,
               xmlNode *element)
{
  g_autofree char *alt = get_attribute (element, "alt");
  g_autofree char *address = get_attribute (element, "src");

  self->counts->pictures++;
  g_string_append (self->out, "<span class=\"picture\">▨ ");
  if (alt != NULL)
    append_text (self, alt);
  g_string_append (self->out, "</span>");
  if (address != NULL)
    append_address (self, address);
}

static void
write_frame (Writer     *self,
             xmlNode    *element,
             const char *name)
{
  g_autofree char *address = get_attribute (element, g_str_equal (name, "object") ? "data" : "src");

  self->counts->frames++;
  g_string_append_printf (self->out, "<div class=\"picture\">▨ %s", name);
  if (address != NULL)
    append_address (self, address);
  g_string_append (self->out, "</div>");
  /* what stands for it where it cannot be shown; libxml2 takes an "embed" to hold
   * what follows */
  if (!g_str_equal (name, "iframe"))
    write_children (self, element);
}

static void
write_element (Writer  *self,
               xmlNode *element)
{
  g_autofree char *name = g_ascii_strdown ((const char *) element->name, -1);

  count_handlers (self, element);
  self->counts->scripts += g_str_equal (name, "script");
  self->counts->forms += g_str_equal (name, "form") || g_str_equal (name, "input") || g_str_equal (name, "button")
                         || g_str_equal (name, "select") || g_str_equal (name, "textarea");
  if (g_strv_contains (dropped, name))
    {
      count_dropped (self, element);
      return;
    }
  if (g_str_equal (name, "a"))
    write_link (self, element);
  else if (g_str_equal (name, "img") || g_str_equal (name, "image"))
    write_picture (self, element);
  else if (g_strv_contains (frames, name))
    write_frame (self, element, name);
  else if (g_strv_contains (empty, name))
    g_string_append_printf (self->out, "<%s>", name);
  else if (g_strv_contains (kept, name))
    write_kept (self, element, name);
  else if (g_strv_contains (boxes, name))
    write_kept (self, element, "div");
  else
    write_children (self, element);
}

static void
write_children (Writer  *self,
                xmlNode *parent)
{
  for (xmlNode *node = parent->children; node != NULL && self->out->len < MAX_WRITTEN; node = node->next)
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content != NULL)
      append_text (self, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE)
      write_element (self, node);
}

/**
 * hs_html_inert_text:
 * @text: valid UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full): the text as a body that shows it as it stands
 */
char *
hs_html_inert_text (const char *text,
                    gsize       length)
{
  GString *out = g_string_new ("<pre>");

  g_return_val_if_fail (text != NULL, NULL);

  hs_entity_append_html (out, text, length, TRUE);
  g_string_append (out, "</pre>");
  return g_string_free (out, FALSE);
}

/**
 * hs_html_inert_body:
 * @html: valid UTF-8, a page as somebody else wrote it
 * @length: its bytes
 * @counts: (out caller-allocates): what was taken out
 * @error: return location for an error
 *
 * Writes what the page says anew: no script, no style, no form, nothing that loads,
 * and no address but as text. A page too large for a parser is given as its source.
 *
 * Returns: (transfer full) (nullable): what goes into hs_html_inert_page(); %NULL
 *   with %HS_ERROR_EMPTY when there is nothing in it
 */
char *
hs_html_inert_body (const char     *html,
                    gsize           length,
                    HsInertCounts  *counts,
                    GError        **error)
{
  g_autofree char *cut = NULL;
  Writer writer = { NULL, counts };
  HsHtmlScan scan;
  htmlDocPtr document = NULL;
  gsize cut_length = length;
  xmlNode *root;

  g_return_val_if_fail (html != NULL && counts != NULL, NULL);

  *counts = (HsInertCounts){ 0 };
  if (length <= G_MAXINT / 2)
    cut = hs_html_scan (html, length, &cut_length, &scan);
  if (length > G_MAXINT / 2 || scan.tags > MAX_ELEMENTS || scan.bytes > MAX_MARKUP)
    {
      const char *end = html + MIN (length, MAX_MARKUP);

      while (end > html && ((guchar) *end & 0xc0) == 0x80)
        end--;
      return hs_html_inert_text (html, end - html);
    }
  document = htmlReadMemory (cut != NULL ? cut : html, cut_length, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                             | HTML_PARSE_COMPACT);
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (root == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is nothing to read in the page.");
      if (document != NULL)
        xmlFreeDoc (document);
      return NULL;
    }
  writer.out = g_string_sized_new (length);
  write_children (&writer, root);
  xmlFreeDoc (document);
  return g_string_free (writer.out, FALSE);
}

/**
 * hs_html_inert_read:
 * @bytes: a page or text as it came
 * @content_type: (nullable): what a server called it
 * @markup: whether it is a page; %FALSE shows it as it stands
 * @counts: (out caller-allocates): what was taken out
 * @error: return location for an error
 *
 * Hostile bytes are parsed here: in the worker, where there is one. Any thread.
 *
 * Returns: (transfer full) (nullable): what goes into hs_html_inert_page(); %NULL
 *   with %HS_ERROR_EMPTY or an error of hs_charset_decode()
 */
char *
hs_html_inert_read (GBytes         *bytes,
                    const char     *content_type,
                    gboolean        markup,
                    HsInertCounts  *counts,
                    GError        **error)
{
  g_autofree char *text = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL && counts != NULL, NULL);

  *counts = (HsInertCounts){ 0 };
  data = g_bytes_get_data (bytes, &size);
  text = hs_charset_decode (data, size, content_type, markup, NULL, NULL, error);
  if (text == NULL)
    return NULL;
  return markup ? hs_html_inert_body (text, strlen (text), counts, error) : hs_html_inert_text (text, strlen (text));
}

/* --- whether it is so ---------------------------------------------------------------- */

/* (transfer full): the letters and digits at @at, which goes past them */
static char *
take_name (const char **at)
{
  const char *start = *at;

  while (g_ascii_islower (**at) || g_ascii_isdigit (**at))
    (*at)++;
  return g_strndup (start, *at - start);
}

/* ` name="value"`, of those that are written. */
static gboolean
skip_attribute (const char **at)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  const char *start;

  (*at)++;
  name = take_name (at);
  if ((*at)[0] != '=' || (*at)[1] != '"')
    return FALSE;
  start = *at += 2;
  *at += strcspn (start, "\"<>");
  if (**at != '"')
    return FALSE;
  value = g_strndup (start, *at - start);
  (*at)++;
  return g_str_equal (name, "class") ? g_strv_contains (classes, value) : g_strv_contains (attributes, name);
}

static gboolean
skip_tag (const char **at)
{
  gboolean closing = (*at)[1] == '/';
  g_autofree char *name = NULL;

  *at += closing ? 2 : 1;
  name = take_name (at);
  if (!g_strv_contains (kept, name) && (closing || !g_strv_contains (empty, name)))
    return FALSE;
  while (!closing && **at == ' ')
    if (!skip_attribute (at))
      return FALSE;
  if (**at != '>')
    return FALSE;
  (*at)++;
  return TRUE;
}

/**
 * hs_html_inert_is_inert:
 * @body: what another process says is of hs_html_inert_read()
 *
 * Not a parser: anything that is not letter by letter as it is written here is
 * refused, so that no browser can see more in it.
 *
 * Returns: whether it has only the tags and attributes that are written here
 */
gboolean
hs_html_inert_is_inert (const char *body)
{
  const char *at = body;

  g_return_val_if_fail (body != NULL, FALSE);

  while (*at != '\0')
    {
      at += strcspn (at, "<>");
      if (*at == '>' || (*at == '<' && !skip_tag (&at)))
        return FALSE;
    }
  return TRUE;
}

static void
write_part (GString           *out,
            const HsInertPart *part)
{
  g_string_append (out, "<header class=\"hearsay\">\n");
  for (guint i = 0; part->about[i] != NULL; i++)
    {
      g_string_append (out, "<p>");
      hs_entity_append_html (out, part->about[i], -1, TRUE);
      g_string_append (out, "</p>\n");
    }
  g_string_append (out, "</header>\n<div>");
  g_string_append (out, part->body != NULL ? part->body : "");
  g_string_append (out, "</div>\n");
}

/**
 * hs_html_inert_page:
 * @title: plain text
 * @parts: (array length=n): what it shows, one after the other
 * @n: how many
 *
 * Returns: (transfer full): one file of HTML that loads nothing and runs nothing
 */
char *
hs_html_inert_page (const char        *title,
                    const HsInertPart *parts,
                    guint              n)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (title != NULL && parts != NULL, NULL);

  g_string_append (out, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                        "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
  hs_entity_append_html (out, title, -1, TRUE);
  g_string_append (out, "</title>\n<style>body{font:16px/1.5 serif;max-width:46em;margin:0 auto;padding:1em}"
                        "header.hearsay{font:13px/1.5 sans-serif;border:1px solid "
                        "#888;border-radius:6px;padding:.6em 1em;margin-bottom:2em}header.hearsay p{margin:.2em "
                        "0;overflow-wrap:anywhere}.link{text-decoration:underline}.address"
                        "{color:#555;overflow-wrap:anywhere}.picture{border:1px dashed #888;padding:0 "
                        ".4em}table{border-collapse:collapse}td,th{border:1px solid #aaa;padding:.2em "
                        ".5em;vertical-align:top}pre{white-space:pre-wrap}</style></head>\n<body>");
  for (guint i = 0; i < n; i++)
    write_part (out, &parts[i]);
  g_string_append (out, "</body></html>\n");
  return g_string_free (out, FALSE);
}
