/* hs-html.c: HTML to a tree of whitelisted nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-html.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <string.h>

#include "hs-entity.h"
#include "hs-error.h"
#include "hs-html-scan.h"

/* libxml2 cuts HTML at 256 levels; this is only what we follow. */
#define MAX_DEPTH 260
#define MAX_HINT 200
#define MAX_ALTERNATES 500
/* More is no article: a news page has some thousand elements, in less than half
 * a megabyte that is not script. */
#define MAX_ELEMENTS 100000
#define MAX_MARKUP (6 * 1024 * 1024)

static const struct
{
  const char *name;
  HsTag tag;
  guint level;
} tags[] = {
  { "a", HS_TAG_LINK, 0 },
  { "abbr", HS_TAG_INLINE, 0 },
  { "address", HS_TAG_DIV, 0 },
  { "article", HS_TAG_ARTICLE, 0 },
  { "aside", HS_TAG_ASIDE, 0 },
  { "b", HS_TAG_INLINE, 0 },
  { "big", HS_TAG_INLINE, 0 },
  { "blockquote", HS_TAG_QUOTE, 0 },
  { "body", HS_TAG_DIV, 0 },
  { "br", HS_TAG_BREAK, 0 },
  { "center", HS_TAG_DIV, 0 },
  { "cite", HS_TAG_INLINE, 0 },
  { "code", HS_TAG_INLINE, 0 },
  { "dd", HS_TAG_DIV, 0 },
  { "del", HS_TAG_INLINE, 0 },
  { "details", HS_TAG_DIV, 0 },
  { "dfn", HS_TAG_INLINE, 0 },
  { "div", HS_TAG_DIV, 0 },
  { "dl", HS_TAG_DIV, 0 },
  { "dt", HS_TAG_DIV, 0 },
  { "em", HS_TAG_INLINE, 0 },
  { "figcaption", HS_TAG_CAPTION, 0 },
  { "figure", HS_TAG_FIGURE, 0 },
  { "footer", HS_TAG_FOOTER, 0 },
  { "form", HS_TAG_FORM, 0 },
  { "h1", HS_TAG_HEADING, 1 },
  { "h2", HS_TAG_HEADING, 2 },
  { "h3", HS_TAG_HEADING, 3 },
  { "h4", HS_TAG_HEADING, 4 },
  { "h5", HS_TAG_HEADING, 5 },
  { "h6", HS_TAG_HEADING, 6 },
  { "header", HS_TAG_HEADER, 0 },
  { "hr", HS_TAG_DIV, 0 },
  { "i", HS_TAG_INLINE, 0 },
  { "img", HS_TAG_IMAGE, 0 },
  { "ins", HS_TAG_INLINE, 0 },
  { "kbd", HS_TAG_INLINE, 0 },
  { "li", HS_TAG_ITEM, 0 },
  { "main", HS_TAG_DIV, 0 },
  { "mark", HS_TAG_INLINE, 0 },
  { "menu", HS_TAG_NAV, 0 },
  { "nav", HS_TAG_NAV, 0 },
  { "ol", HS_TAG_LIST, 0 },
  { "p", HS_TAG_P, 0 },
  { "pre", HS_TAG_PRE, 0 },
  { "q", HS_TAG_INLINE, 0 },
  { "s", HS_TAG_INLINE, 0 },
  { "samp", HS_TAG_INLINE, 0 },
  { "section", HS_TAG_DIV, 0 },
  { "small", HS_TAG_INLINE, 0 },
  { "strike", HS_TAG_INLINE, 0 },
  { "strong", HS_TAG_INLINE, 0 },
  { "sub", HS_TAG_INLINE, 0 },
  { "summary", HS_TAG_DIV, 0 },
  { "sup", HS_TAG_INLINE, 0 },
  { "table", HS_TAG_TABLE, 0 },
  { "tbody", HS_TAG_DIV, 0 },
  { "td", HS_TAG_CELL, 0 },
  { "th", HS_TAG_CELL, 0 },
  { "time", HS_TAG_TIME, 0 },
  { "tr", HS_TAG_ROW, 0 },
  { "tt", HS_TAG_INLINE, 0 },
  { "u", HS_TAG_INLINE, 0 },
  { "ul", HS_TAG_LIST, 0 },
  { "var", HS_TAG_INLINE, 0 },
};

/* Gone with all they hold. Not so "object", whose content is what stands for it
 * where it cannot be shown, nor "embed", which libxml2 takes to hold what follows. */
static const char * const dropped[] = {
  "script", "style", "noscript", "template", "iframe", "frame", "frameset", "applet",
  "svg", "math", "canvas", "audio", "video", "button", "input", "select", "textarea", "option", "label",
  "link", "meta", "title", "head", "map", "dialog", "noframes",
};

static GHashTable *
tag_table (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        g_hash_table_insert (made, (gpointer) tags[i].name, GUINT_TO_POINTER (i + 1));
      for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
        g_hash_table_insert (made, (gpointer) dropped[i], GUINT_TO_POINTER (G_MAXUINT));
      g_once_init_leave (&table, made);
    }
  return table;
}

static const char *
keep (HsTree        *tree,
      const xmlChar *string)
{
  return string != NULL ? g_string_chunk_insert (tree->strings, (const char *) string) : NULL;
}

static const char *
keep_text (HsTree     *tree,
           const char *text)
{
  g_autofree char *repaired = hs_entity_repair (text);

  return g_string_chunk_insert (tree->strings, repaired != NULL ? repaired : text);
}

static const char *
attribute (HsTree     *tree,
           xmlNode    *node,
           const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  const char *kept = keep (tree, value);

  xmlFree (value);
  return kept;
}

static gboolean
is_hidden (xmlNode *element)
{
  g_autofree char *style = NULL;
  xmlChar *value;
  gboolean hidden;

  if (element->properties == NULL)
    return FALSE;
  if (xmlHasProp (element, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  value = xmlGetNoNsProp (element, (const xmlChar *) "style");
  if (value == NULL)
    return FALSE;
  style = g_ascii_strdown ((const char *) value, -1);
  xmlFree (value);
  hidden = strstr (style, "display:none") != NULL || strstr (style, "display: none") != NULL
           || strstr (style, "visibility:hidden") != NULL;
  return hidden;
}

static const char *
make_hint (HsTree  *tree,
           xmlNode *element)
{
  static const char * const names[] = { "class", "id", "role", "itemprop", "rel" };
  g_autoptr (GString) hint = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) names[i]);

      if (value != NULL && *value != '\0')
        {
          if (hint == NULL)
            hint = g_string_new (" ");
          g_string_append_len (hint, (const char *) value, MIN (strlen ((const char *) value), MAX_HINT));
          g_string_append (hint, i == 0 ? " \n" : " ");
        }
      xmlFree (value);
    }
  if (hint == NULL)
    return NULL;
  g_string_ascii_down (hint);
  /* the same hint stands on many nodes: once is enough, and tells them alike */
  return g_string_chunk_insert_const (tree->strings, hint->str);
}

static gboolean
is_at_most_one (xmlNode    *element,
                const char *name,
                gboolean   *stated)
{
  xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) name);
  guint64 pixels = 2;

  *stated = value != NULL && *value != '\0';
  if (*stated)
    {
      const char *end = (const char *) value;

      pixels = g_ascii_strtoull (end, (char **) &end, 10);
      if (end == (const char *) value || *end == '%')
        pixels = 2;
    }
  xmlFree (value);
  return pixels <= 1;
}

/* A picture that is only there to tell that it was loaded. */
static gboolean
is_point (xmlNode *image)
{
  gboolean has_width, has_height;
  gboolean narrow = is_at_most_one (image, "width", &has_width);
  gboolean low = is_at_most_one (image, "height", &has_height);

  return (narrow && (low || !has_height)) || (low && !has_width);
}

/* The largest of "a.jpg 320w, b.jpg 640w": sizes come in one unit, and without
 * one the first is as good as any. */
static const char *
largest_of (HsTree     *tree,
            const char *set)
{
  g_auto (GStrv) parts = g_regex_split_simple (",\\s+|\\s*,(?=\\S+://)", set, 0, 0);
  const char *best = NULL;
  double most = -1;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      gsize length = strcspn (part, " \t\r\n");
      double size = g_ascii_strtod (part + length, NULL);

      part[length] = '\0';
      if (length == 0 || size <= most)
        continue;
      most = size;
      best = g_string_chunk_insert (tree->strings, part);
    }
  return best;
}

/* Where a picture lies. Pages that load pictures late have a placeholder in
 * `src` and the address elsewhere. */
static const char *
picture_address (HsTree  *tree,
                 xmlNode *image)
{
  static const char * const late[] = { "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url",
                                       "data-hi-res-src" };
  static const char * const sets[] = { "data-srcset", "data-lazy-srcset", "srcset" };
  const char *src = attribute (tree, image, "src");

  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    {
      const char *address = attribute (tree, image, late[i]);

      if (address != NULL && *address != '\0' && *address != '{')
        return address;
    }
  if (src != NULL && *src != '\0' && g_ascii_strncasecmp (src, "data:", 5) != 0)
    return src;
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      const char *set = attribute (tree, image, sets[i]);
      const char *address = set != NULL ? largest_of (tree, set) : NULL;

      if (address != NULL)
        return address;
    }
  return src;
}

/* A small number as the page states it; 0 where it does not, or in per cent. */
static guint16
read_number (xmlNode    *element,
             const char *name)
{
  xmlChar *value = xmlGetNoNsProp (element, (const xmlChar *) name);
  guint64 number = 0;

  if (value != NULL)
    {
      char *end;

      number = g_ascii_strtoull ((const char *) value, &end, 10);
      if (*end == '%' || number > G_MAXUINT16)
        number = 0;
    }
  xmlFree (value);
  return number;
}

static void
fill_attributes (HsTree  *tree,
                 HsNode  *node,
                 xmlNode *element)
{
  if (element->properties == NULL)
    return;
  if (!tree->fragment)
    node->hint = make_hint (tree, element);
  if (node->tag == HS_TAG_LINK)
    node->address = attribute (tree, element, "href");
  else if (node->tag == HS_TAG_TIME)
    node->value = attribute (tree, element, "datetime");
  else if (node->tag == HS_TAG_IMAGE)
    {
      node->address = picture_address (tree, element);
      node->value = attribute (tree, element, "alt");
      node->level = is_point (element);
      node->width = read_number (element, "width");
      node->height = read_number (element, "height");
    }
  else if (node->tag == HS_TAG_LIST)
    node->level = read_number (element, "start");
  else if (node->tag == HS_TAG_ITEM)
    node->level = read_number (element, "value");
  else if (node->tag == HS_TAG_CELL)
    node->level = read_number (element, "colspan");
  else if (node->hint != NULL && strstr (node->hint, "date") != NULL)
    node->value = attribute (tree, element, "content");
}

static void
read_meta (HsTree  *tree,
           xmlNode *element)
{
  const char *content = attribute (tree, element, "content");
  const char *name = attribute (tree, element, "property");
  g_autofree char *key = NULL;

  if (name == NULL)
    name = attribute (tree, element, "name");
  if (name == NULL)
    name = attribute (tree, element, "itemprop");
  if (name == NULL || content == NULL || *content == '\0')
    return;
  key = g_ascii_strdown (name, -1);
  if (!g_hash_table_contains (tree->metas, key))
    g_hash_table_insert (tree->metas, g_string_chunk_insert (tree->strings, key), (gpointer) content);
}

static void
read_script (HsTree  *tree,
             xmlNode *element)
{
  const char *type = attribute (tree, element, "type");
  xmlChar *content;

  if (type == NULL || strstr (type, "ld+json") == NULL)
    return;
  content = xmlNodeGetContent (element);
  if (content != NULL)
    g_ptr_array_add (tree->data, (gpointer) keep (tree, content));
  xmlFree (content);
}

static gboolean
has_word (const char *list,
          const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static void
read_link (HsTree  *tree,
           xmlNode *element)
{
  const char *rel = attribute (tree, element, "rel");
  const char *address = rel != NULL ? attribute (tree, element, "href") : NULL;
  HsAlternate *alternate;

  if (address == NULL)
    return;
  if (tree->canonical == NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
    tree->canonical = address;
  if (tree->following == NULL && has_word (rel, "next"))
    tree->following = address;
  if (tree->alternates->len >= MAX_ALTERNATES || !has_word (rel, "alternate"))
    return;
  alternate = g_new0 (HsAlternate, 1);
  alternate->address = address;
  alternate->type = attribute (tree, element, "type");
  alternate->title = attribute (tree, element, "title");
  g_ptr_array_add (tree->alternates, alternate);
}

/* What stands in <head>, or astray in the body. */
static void
read_about_page (HsTree     *tree,
                 xmlNode    *element,
                 const char *name)
{
  if (g_str_equal (name, "title") && tree->title == NULL)
    {
      xmlChar *content = xmlNodeGetContent (element);

      tree->title = keep (tree, content);
      xmlFree (content);
    }
  else if (g_str_equal (name, "meta"))
    read_meta (tree, element);
  else if (g_str_equal (name, "base") && tree->base == NULL)
    tree->base = attribute (tree, element, "href");
  else if (g_str_equal (name, "link"))
    read_link (tree, element);
  else if (g_str_equal (name, "script"))
    read_script (tree, element);
}

static void
copy_children (HsTree  *tree,
               HsNode  *parent,
               xmlNode *element,
               guint    depth)
{
  GHashTable *table = tag_table ();

  for (xmlNode *child = element->children; child != NULL; child = child->next)
    {
      g_autofree char *lower_name = NULL;
      const char *name = (const char *) child->name;
      HsNode *node;
      guint known;

      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        {
          if (child->content != NULL && *child->content != '\0')
            hs_tree_append (tree, parent, HS_TAG_TEXT)->text = keep_text (tree, (const char *) child->content);
          continue;
        }
      if (child->type != XML_ELEMENT_NODE || depth > MAX_DEPTH)
        continue;

      known = GPOINTER_TO_UINT (g_hash_table_lookup (table, name));
      if (known == 0)
        {
          name = lower_name = g_ascii_strdown (name, -1);
          known = GPOINTER_TO_UINT (g_hash_table_lookup (table, name));
        }
      /* what tells about the page is dropped from it, or not known */
      if (known == 0 || known == G_MAXUINT)
        read_about_page (tree, child, name);
      if (known == G_MAXUINT && g_str_equal (name, "head"))
        {
          for (xmlNode *about = child->children; about != NULL; about = about->next)
            if (about->type == XML_ELEMENT_NODE)
              {
                g_autofree char *lower = g_ascii_strdown ((const char *) about->name, -1);

                read_about_page (tree, about, lower);
              }
          continue;
        }
      if (known == G_MAXUINT || is_hidden (child))
        continue;

      node = hs_tree_append (tree, parent, known == 0 ? HS_TAG_INLINE : tags[known - 1].tag);
      node->level = known == 0 ? 0 : tags[known - 1].level;
      node->name = known == 0 ? NULL : tags[known - 1].name;
      fill_attributes (tree, node, child);
      copy_children (tree, node, child, depth + 1);
    }
}

static HsTree *
parse (const char  *html,
       gsize        length,
       gboolean     fragment,
       GError     **error)
{
  g_autofree char *cut = NULL;
  HsHtmlScan scan;
  htmlDocPtr document;
  xmlNode *root;
  HsTree *tree;

  if (length > G_MAXINT / 2)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, "The page is larger than a gigabyte.");
      return NULL;
    }
  cut = hs_html_scan (html, length, &length, &scan);
  if (!fragment && (scan.tags > MAX_ELEMENTS || scan.bytes > MAX_MARKUP))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_TOO_LARGE,
                   "The page holds more than %d elements or %d megabytes of text, which no article does.",
                   MAX_ELEMENTS, MAX_MARKUP / (1024 * 1024));
      return NULL;
    }
  document = htmlReadMemory (cut != NULL ? cut : html, length, NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                             | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
  root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  if (root == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is nothing to read in the page.");
      if (document != NULL)
        xmlFreeDoc (document);
      return NULL;
    }
  tree = hs_tree_new ();
  tree->fragment = fragment;
  tree->language = attribute (tree, root, "lang");
  if (tree->language == NULL)
    tree->language = attribute (tree, root, "xml:lang");
  copy_children (tree, tree->root, root, 0);
  xmlFreeDoc (document);
  return tree;
}

/**
 * hs_html_parse:
 * @html: valid UTF-8
 * @length: its bytes
 * @error: return location for an error
 *
 * Parses a page with libxml2, without network and in recovery mode, and keeps
 * what the whitelist of [enum@HsTag] knows.
 *
 * Returns: (transfer full) (nullable): the tree; %NULL with %HS_ERROR_EMPTY when
 *   there is no element in it, with %HS_ERROR_TOO_LARGE when there is more in it
 *   than any article has
 */
HsTree *
hs_html_parse (const char  *html,
               gsize        length,
               GError     **error)
{
  g_return_val_if_fail (html != NULL, NULL);

  return parse (html, length, FALSE, error);
}

/**
 * hs_html_parse_fragment:
 * @html: valid UTF-8, a part of a page
 * @length: its bytes
 *
 * As hs_html_parse(), but faster: nodes get no hints.
 *
 * Returns: (transfer full) (nullable): the tree; %NULL when there is no element
 *   in it
 */
HsTree *
hs_html_parse_fragment (const char *html,
                        gsize       length)
{
  g_return_val_if_fail (html != NULL, NULL);

  return parse (html, length, TRUE, NULL);
}
