/* hs-page-metadata.c: title, byline, dates, outlet of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Surest first: JSON-LD, then OpenGraph and other metas, then `<time>`. A date
 * that is not there stays unknown.
 */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

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
  out = g_string_new (NULL);
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

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

/**
 * hs_page_clean_date:
 * @string: (nullable): a machine-readable date
 *
 * Returns: (transfer full) (nullable): RFC 3339 or a plain date, or %NULL when it
 *   is no date
 */
char *
hs_page_clean_date (const char *string)
{
  g_autofree char *squeezed = hs_page_squeeze (string);
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  int year, month, day;

  if (squeezed == NULL)
    return NULL;
  if (strlen (squeezed) > 11 && squeezed[10] == ' ' && g_ascii_isdigit (squeezed[11]))
    squeezed[10] = 'T';
  if (strlen (squeezed) == 10 && sscanf (squeezed, "%4d-%2d-%2d", &year, &month, &day) == 3
      && g_date_valid_dmy (day, month, year))
    return g_strdup (squeezed);
  time = g_date_time_new_from_iso8601 (squeezed, NULL);
  if (time != NULL)
    return g_date_time_format_iso8601 (time);
  /* without a zone the moment is not known, only the day is */
  time = g_date_time_new_from_iso8601 (squeezed, utc);
  if (time != NULL && g_date_time_get_year (time) > 1900)
    return g_date_time_format (time, "%Y-%m-%d");
  if (sscanf (squeezed, "%4d-%2d-%2d", &year, &month, &day) == 3 && g_date_valid_dmy (day, month, year))
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return NULL;
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

static gboolean
is_article_type (JsonObject *object)
{
  JsonNode *type = json_object_get_member (object, "@type");
  g_autofree char *name = json_name (type);

  return name != NULL
         && (strstr (name, "Article") != NULL || strstr (name, "BlogPosting") != NULL || strstr (name, "Report") != NULL
             || strstr (name, "WebPage") != NULL);
}

static void
read_json_object (JsonObject *object,
                  HsDocument *document)
{
  g_autofree char *published = json_name (json_object_get_member (object, "datePublished"));
  g_autofree char *modified = json_name (json_object_get_member (object, "dateModified"));

  take (&document->title, json_name (json_object_get_member (object, "headline")));
  take (&document->byline, json_name (json_object_get_member (object, "author")));
  take (&document->outlet, json_name (json_object_get_member (object, "publisher")));
  take (&document->published, hs_page_clean_date (published));
  take (&document->modified, hs_page_clean_date (modified));
  take (&document->language, json_name (json_object_get_member (object, "inLanguage")));
}

static void
walk_json (JsonNode   *node,
           HsDocument *document,
           guint       depth)
{
  if (node == NULL || depth > 6)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < MIN (json_array_get_length (array), 64); i++)
        walk_json (json_array_get_element (array, i), document, depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (is_article_type (object))
        read_json_object (object, document);
      walk_json (json_object_get_member (object, "@graph"), document, depth + 1);
      walk_json (json_object_get_member (object, "mainEntity"), document, depth + 1);
    }
}

static void
read_json (HsTree     *tree,
           HsDocument *document)
{
  for (guint i = 0; i < MIN (tree->data->len, 32); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      /* a broken one is passed over; the next may be whole */
      if (json_parser_load_from_data (parser, g_ptr_array_index (tree->data, i), -1, NULL))
        walk_json (json_parser_get_root (parser), document, 0);
    }
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

/* The first `<time>` whose place says that it is the date of publication. */
static void
read_times (HsTree     *tree,
            HsDocument *document)
{
  for (HsNode *node = tree->root; node != NULL && document->published == NULL; node = hs_node_next (node, tree->root))
    {
      const char *hint = node->hint != NULL ? node->hint : "";

      if (node->value == NULL || node->tag == HS_TAG_IMAGE)
        continue;
      if (strstr (hint, "datepublished") != NULL || strstr (hint, "published") != NULL || strstr (hint, "entry-date") != NULL
          || strstr (hint, "pubdate") != NULL)
        take (&document->published, hs_page_clean_date (node->value));
      else if (node->tag == HS_TAG_TIME && strstr (hint, "updated") == NULL && strstr (hint, "comment") == NULL
               && strstr (hint, "modified") == NULL)
        take (&document->published, hs_page_clean_date (node->value));
    }
}

/**
 * hs_page_read_metadata:
 * @tree: a page
 * @base_url: (nullable): where it came from
 * @document: what is filled; fields already set stay
 */
void
hs_page_read_metadata (HsTree     *tree,
                       const char *base_url,
                       HsDocument *document)
{
  static const char * const addresses[] = { "og:url", "twitter:url", NULL };

  read_json (tree, document);
  read_metas (tree, document);
  read_times (tree, document);
  take (&document->title, hs_page_squeeze (tree->title));
  hs_page_settle_title (tree, document);
  take (&document->language, hs_page_squeeze (tree->language));
  take (&document->url, hs_page_resolve (base_url, tree->canonical));
  take (&document->url, hs_page_resolve (base_url, meta (tree, addresses)));
  take (&document->url, g_strdup (base_url));
}
