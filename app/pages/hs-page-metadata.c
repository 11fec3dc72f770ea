/* hs-page-metadata.c: title, byline, dates, outlet of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Surest first: JSON-LD, then OpenGraph and other metas, then `<time>`. A date
 * that is not there stays unknown.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "hs-entity.h"
#include "hs-page-byline.h"
#include "hs-page-date.h"
#include "hs-page-private.h"

/**
 * hs_page_squeeze:
 * @string: (nullable): text
 *
 * Returns: (transfer full) (nullable): it with white space runs made one space
 *   and none at the ends; %NULL when nothing is left
 */
char *
hs_page_squeeze (const char *string)
{
  g_autoptr (GString) out = NULL;
  gboolean space = FALSE;

  if (string == NULL)
    return NULL;
  out = g_string_sized_new (MIN (strlen (string) + 1, 4096));
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar) *p > ' ' && (guchar) *p < 0x80)
        {
          if (space)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_c (out, *p);
          continue;
        }
      c = g_utf8_get_char (p);
      if (g_unichar_isspace (c) || c == 0xA0)
        space = out->len > 0;
      else if (c != 0x200B && c != 0xFEFF && c != 0xAD)
        {
          if (space)
            g_string_append_c (out, ' ');
          space = FALSE;
          g_string_append_unichar (out, c);
        }
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * hs_page_resolve:
 * @base_url: (nullable): an absolute address
 * @address: (nullable): as written in the page
 *
 * Returns: (transfer full) (nullable): the absolute http(s) address, or %NULL when
 *   it is none
 */
char *
hs_page_resolve (const char *base_url,
                 const char *address)
{
  g_autofree char *resolved = NULL;

  if (address == NULL || *address == '\0' || *address == '#')
    return NULL;
  resolved = g_uri_resolve_relative (base_url, address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);
  if (resolved == NULL
      || (g_ascii_strncasecmp (resolved, "http://", 7) != 0 && g_ascii_strncasecmp (resolved, "https://", 8) != 0))
    return NULL;
  return g_steal_pointer (&resolved);
}

static void
take (char      **field,
      char       *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

/* Some write references of HTML where none belong. */
static char *
plain (char *string)
{
  char *decoded = string != NULL ? hs_entity_decode (string) : NULL;

  g_free (string);
  return decoded;
}

/* A name out of what JSON-LD allows: a string, an object with a name, a list. */
static char *
json_name (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return hs_page_squeeze (json_node_get_string (node));
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_name (json_object_get_member (json_node_get_object (node), "name"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < MIN (json_array_get_length (array), 8); i++)
        {
          g_autofree char *one = json_name (json_array_get_element (array, i));

          if (one != NULL)
            g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", one);
        }
      return all->len > 0 ? g_string_free (g_steal_pointer (&all), FALSE) : NULL;
    }
  return NULL;
}

/* What kind of thing an object of JSON-LD is: of the article itself, of the page
 * around it, or of neither. */
typedef enum
{
  NO_PAGE,
  ARTICLE,
  PAGE
} Kind;

static Kind
kind_of (JsonObject *object)
{
  static const char * const articles[] = { "Article", "Posting", "Report", "Review", "Recipe", "HowTo", "LiveBlog",
                                           "QAPage" };
  g_autofree char *name = json_name (json_object_get_member (object, "@type"));

  for (guint i = 0; i < G_N_ELEMENTS (articles) && name != NULL; i++)
    if (strstr (name, articles[i]) != NULL)
      return ARTICLE;
  return name != NULL && (strstr (name, "WebPage") != NULL || strstr (name, "VideoObject") != NULL) ? PAGE : NO_PAGE;
}

static const char *
json_id (JsonObject *object)
{
  JsonNode *id = json_object_get_member (object, "@id");

  return id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING
           ? json_node_get_string (id) : NULL;
}

/* Somebody named by reference stands elsewhere in the graph. */
static char *
name_or_reference (JsonNode   *node,
                   GHashTable *names)
{
  char *name = json_name (node);

  if (name == NULL && node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (name == NULL && node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      const char *id = json_id (json_node_get_object (node));

      name = id != NULL ? g_strdup (g_hash_table_lookup (names, id)) : NULL;
    }
  return name;
}

static void
read_json_object (JsonObject *object,
                  GHashTable *names,
                  HsDocument *document)
{
  g_autofree char *published = json_name (json_object_get_member (object, "datePublished"));
  g_autofree char *modified = json_name (json_object_get_member (object, "dateModified"));
  g_autofree char *uploaded = json_name (json_object_get_member (object, "uploadDate"));

  take (&document->title, plain (json_name (json_object_get_member (object, "headline"))));
  take (&document->byline, plain (name_or_reference (json_object_get_member (object, "author"), names)));
  take (&document->outlet, plain (name_or_reference (json_object_get_member (object, "publisher"), names)));
  take (&document->published, hs_page_clean_date (published != NULL ? published : uploaded));
  take (&document->modified, hs_page_clean_date (modified));
  take (&document->language, json_name (json_object_get_member (object, "inLanguage")));
}

typedef struct
{
  HsDocument *document; /* (unowned) (nullable): what is filled */
  GHashTable *names;    /* (owned) (element-type utf8 utf8): of who has an id */
  Kind wanted;          /* NO_PAGE: only gather the names */
  const char *body;     /* (nullable): the longest `articleBody`, where nothing is filled */
} JsonWalk;

static void
note_body (JsonWalk   *walk,
           JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "articleBody");
  const char *body;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return;
  body = json_node_get_string (node);
  if (walk->body == NULL || strlen (body) > strlen (walk->body))
    walk->body = body;
}

static void
walk_json (JsonWalk *walk,
           JsonNode *node,
           guint     depth)
{
  if (node == NULL || depth > 6)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), 64); i++)
        walk_json (walk, json_array_get_element (array, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      Kind kind = kind_of (object);

      if (walk->wanted == NO_PAGE && kind == NO_PAGE && json_id (object) != NULL)
        {
          char *name = json_name (json_object_get_member (object, "name"));

          if (name != NULL)
            g_hash_table_insert (walk->names, g_strdup (json_id (object)), name);
        }
      if (kind == ARTICLE && walk->document == NULL)
        note_body (walk, object);
      else if (walk->wanted != NO_PAGE && kind == walk->wanted)
        read_json_object (object, walk->names, walk->document);
      walk_json (walk, json_object_get_member (object, "@graph"), depth + 1);
      walk_json (walk, json_object_get_member (object, "mainEntity"), depth + 1);
    }
}

/* Comment marks and CDATA, which HTML does not know in a script, are around some. */
static JsonParser *
parse_script (const char *script)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *start = strpbrk (script, "{[");
  const char *end = script + strlen (script);

  if (start != NULL && start > script && start[-1] == '[' && g_str_has_prefix (start, "[CDATA["))
    start = strpbrk (start + 1, "{[");
  if (start != NULL && strstr (script, "<![CDATA[") != NULL && *start == '[')
    start = strchr (start, '{');
  while (start != NULL && end > start && end[-1] != '}' && end[-1] != ']')
    end--;
  if (start == NULL || end == start)
    return NULL;
  if (strstr (script, "//]]>") != NULL || strstr (script, "/* ]]>") != NULL)
    end = g_strrstr (script, "}") != NULL ? g_strrstr (script, "}") + 1 : end;
  return json_parser_load_from_data (parser, start, end - start, NULL) ? g_steal_pointer (&parser) : NULL;
}

/* (transfer full) (element-type JsonParser): a broken script is passed over; the
 * next may be whole. */
static GPtrArray *
parse_scripts (HsTree *tree)
{
  GPtrArray *parsers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (tree->data->len, 32); i++)
    {
      JsonParser *parser = parse_script (g_ptr_array_index (tree->data, i));

      if (parser != NULL)
        g_ptr_array_add (parsers, parser);
    }
  return parsers;
}

static void
read_json (HsTree     *tree,
           HsDocument *document)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) parsers = parse_scripts (tree);
  JsonWalk walk = { .document = document, .names = names };

  for (walk.wanted = NO_PAGE; walk.wanted <= PAGE; walk.wanted++)
    for (guint i = 0; i < parsers->len; i++)
      walk_json (&walk, json_parser_get_root (g_ptr_array_index (parsers, i)), 0);
}

/**
 * hs_page_stated_body:
 * @tree: a page
 *
 * Returns: (transfer full) (nullable): the text that its JSON-LD says is the
 *   article's, paragraphs parted by blank lines: for a page whose article is put
 *   in place by a script, and which shows none without
 */
char *
hs_page_stated_body (HsTree *tree)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) parsers = parse_scripts (tree);
  g_autofree char *decoded = NULL;
  g_auto (GStrv) lines = NULL;
  JsonWalk walk = { .names = names, .wanted = ARTICLE };

  for (guint i = 0; i < parsers->len; i++)
    walk_json (&walk, json_parser_get_root (g_ptr_array_index (parsers, i)), 0);
  if (walk.body == NULL)
    return NULL;
  decoded = hs_entity_decode (walk.body);
  lines = g_strsplit (decoded, "\n", -1);
  return g_strjoinv ("\n\n", lines);
}

static const char *
meta (HsTree             *tree,
      const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (tree->metas, names[i]);

      if (value != NULL)
        return value;
    }
  return NULL;
}

static void
read_metas (HsTree     *tree,
            HsDocument *document)
{
  static const char * const titles[] = { "og:title", "twitter:title", "dc.title", "title", NULL };
  static const char * const authors[] = { "author", "article:author_name", "dc.creator", "parsely-author", "byl",
                                          "sailthru.author", "article:author", NULL };
  static const char * const outlets[] = { "og:site_name", "application-name", "dc.publisher", "publisher", NULL };
  static const char * const dates[] = { "article:published_time", "og:article:published_time", "datepublished",
                                        "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate",
                                        "publish-date", "publication_date", "parsely-pub-date",
                                        "sailthru.date", "article.published", NULL };
  static const char * const changes[] = { "article:modified_time", "og:updated_time", "datemodified",
                                          "last-modified", "dcterms.modified", NULL };
  const char *author = meta (tree, authors);

  take (&document->title, hs_page_squeeze (meta (tree, titles)));
  if (author != NULL && strstr (author, "://") == NULL)
    take (&document->byline, hs_page_squeeze (author));
  take (&document->outlet, hs_page_squeeze (meta (tree, outlets)));
  take (&document->published, hs_page_clean_date (meta (tree, dates)));
  take (&document->modified, hs_page_clean_date (meta (tree, changes)));
}

static gboolean
tells_published (const HsNode *node)
{
  const char *hint = node->hint != NULL ? node->hint : "";

  if (node->value != NULL && node->tag != HS_TAG_IMAGE
      && (strstr (hint, "datepublished") != NULL || strstr (hint, "published") != NULL
          || strstr (hint, "entry-date") != NULL
          || strstr (hint, "pubdate") != NULL))
    return TRUE;
  return node->tag == HS_TAG_TIME && strstr (hint, "updated") == NULL && strstr (hint, "comment") == NULL
         && strstr (hint, "modified") == NULL;
}

/* The first `<time>` or microdata from the headline on, else in the page, whose
 * place says that it is the date of publication, and of no other article. */
static void
read_times (HsPageMap    *map,
            const HsNode *headline,
            HsDocument   *document)
{
  const guint from = headline != NULL ? headline->index - MIN (headline->index, 40) : 0;

  for (guint i = 0; i < map->tree->n_nodes && document->published == NULL; i++)
    {
      const HsNode *node = hs_tree_nth (map->tree, (from + i) % map->tree->n_nodes);

      if (tells_published (node) && !hs_page_map_stands_aside (map, node, HS_HINT_FRAME))
        take (&document->published, hs_page_date_of_node (node, document->language));
    }
}

/**
 * hs_page_read_metadata:
 * @map: a page
 * @base_url: (nullable): where it came from
 * @document: what is filled; fields already set stay
 */
void
hs_page_read_metadata (HsPageMap  *map,
                       const char *base_url,
                       HsDocument *document)
{
  static const char * const addresses[] = { "og:url", "twitter:url", NULL };
  HsTree *tree = map->tree;
  const HsNode *headline;
  char *byline;

  read_json (tree, document);
  read_metas (tree, document);
  take (&document->title, hs_page_squeeze (tree->title));
  hs_page_settle_title (tree, document);
  take (&document->language, hs_page_squeeze (tree->language));
  take (&document->url, hs_page_resolve (base_url, tree->canonical));
  take (&document->url, hs_page_resolve (base_url, meta (tree, addresses)));
  take (&document->url, g_strdup (base_url));

  headline = hs_page_find_headline (tree, document->title);
  read_times (map, headline, document);
  take (&document->published, hs_page_date_in_address (document->url));
  if (document->published == NULL)
    document->published = hs_page_date_in_view (map, headline, document->language);
  byline = hs_page_clean_byline (document->byline, document->outlet);
  g_free (document->byline);
  document->byline = byline;
  if (document->byline == NULL)
    document->byline = hs_page_byline_in_view (map, headline, document->outlet);
}
