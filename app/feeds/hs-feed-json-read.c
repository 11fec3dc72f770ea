/* hs-feed-json-read.c: JSON Feed 1.0 and 1.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "hs-charset.h"
#include "hs-error.h"
#include "hs-feed-date.h"
#include "hs-url.h"

#define MAX_BYTES (64u * 1024 * 1024)
/* json-glib reads what is nested by calling itself. */
#define MAX_DEPTH 100

/* Whether the brackets are nested no deeper than a stack bears, and how long the
 * first value is: json-glib forgets to free it when another follows. Outside of
 * strings nothing may stand that could hide a bracket from us. */
static gboolean
measure (const char *text,
         gsize      *length)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        for (p++; *p != '"' && *p != '\0'; p++)
          if (*p == '\\' && p[1] != '\0')
            p++;
        if (*p == '\0')
          return FALSE;
        break;
      case '{':
      case '[':
        if (++depth > MAX_DEPTH)
          return FALSE;
        break;
      case '}':
      case ']':
        if (depth > 0 && --depth == 0)
          {
            *length = (gsize) (p + 1 - text);
            return TRUE;
          }
        break;
      case '/':
      case '#':
      case '\'':
        return FALSE;
      default:
        break;
      }
  *length = strlen (text);
  return TRUE;
}

/* A string or number as text; NULL for all else and for what is empty. */
static char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    text = g_strdup (json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    text = g_strdup_printf ("%.15g", json_node_get_double (node));
  if (text == NULL || !g_utf8_validate (text, -1, NULL) || *g_strstrip (text) == '\0')
    return NULL;
  return g_steal_pointer (&text);
}

static char *
get_url (JsonObject *object,
         const char *name,
         const char *base)
{
  g_autofree char *text = get_text (object, name);

  return text != NULL ? hs_url_resolve (base, text) : NULL;
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  double number = -1;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE))
    number = json_node_get_double (node);
  return number >= 0 && number < 1e15 ? number : -1;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static HsFeedText *
get_marked (JsonObject *object,
            const char *name,
            gboolean    html,
            const char *base,
            const char *language)
{
  g_autofree char *text = get_text (object, name);

  return text != NULL ? hs_feed_text_new (text, html, base, language) : NULL;
}

static void
read_author (JsonObject *object,
             const char *base,
             GPtrArray  *people)
{
  HsFeedPerson *person = g_new0 (HsFeedPerson, 1);

  person->name = get_text (object, "name");
  person->url = get_url (object, "url", base);
  person->avatar = get_url (object, "avatar", base);
  if (person->url != NULL && g_ascii_strncasecmp (person->url, "mailto:", 7) == 0)
    person->email = g_strdup (person->url + 7);
  hs_feed_add_person (people, person);
}

/* `authors` of 1.1, `author` of 1.0. */
static void
read_authors (JsonObject *object,
              const char *base,
              GPtrArray  *people)
{
  JsonArray *authors = get_array (object, "authors");
  JsonNode *author = json_object_get_member (object, "author");

  for (guint i = 0; authors != NULL && i < json_array_get_length (authors); i++)
    {
      JsonObject *one = get_element (authors, i);

      if (one != NULL)
        read_author (one, base, people);
    }
  if (author != NULL && JSON_NODE_HOLDS_OBJECT (author) && people->len == 0)
    read_author (json_node_get_object (author), base, people);
}

static void
read_attachments (JsonObject  *object,
                  const char  *base,
                  HsFeedEntry *entry)
{
  JsonArray *attachments = get_array (object, "attachments");

  for (guint i = 0; attachments != NULL && i < json_array_get_length (attachments); i++)
    {
      JsonObject *one = get_element (attachments, i);
      g_autofree char *url = one != NULL ? get_url (one, "url", base) : NULL;
      HsFeedAttachment *attachment = hs_feed_add_attachment (entry->attachments, url);

      if (attachment == NULL)
        continue;
      g_free (attachment->type);
      attachment->type = get_text (one, "mime_type");
      g_free (attachment->title);
      attachment->title = get_text (one, "title");
      attachment->size = (gint64) get_number (one, "size_in_bytes");
      attachment->duration = get_number (one, "duration_in_seconds");
    }
}

static void
read_tags (JsonObject  *object,
           HsFeedEntry *entry)
{
  JsonArray *tags = get_array (object, "tags");

  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    {
      JsonNode *node = json_array_get_element (tags, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        hs_feed_add_category (entry->categories, json_node_get_string (node), NULL, NULL);
    }
}

static HsFeedEntry *
read_entry (JsonObject *object,
            const char *base,
            const char *language)
{
  HsFeedEntry *entry = hs_feed_entry_new ();
  g_autofree char *image = get_url (object, "image", base);

  entry->language = get_text (object, "language");
  if (entry->language == NULL)
    entry->language = g_strdup (language);
  entry->id = get_text (object, "id");
  entry->url = get_url (object, "url", base);
  entry->external_url = get_url (object, "external_url", base);
  entry->title = get_marked (object, "title", FALSE, base, entry->language);
  entry->content = get_marked (object, "content_html", TRUE, base, entry->language);
  if (entry->content == NULL)
    entry->content = get_marked (object, "content_text", FALSE, base, entry->language);
  entry->summary = get_marked (object, "summary", FALSE, base, entry->language);
  entry->raw_published = get_text (object, "date_published");
  entry->published = hs_feed_date_parse (entry->raw_published);
  entry->raw_modified = get_text (object, "date_modified");
  entry->modified = hs_feed_date_parse (entry->raw_modified);
  entry->banner = get_url (object, "banner_image", base);
  hs_feed_add_image (entry, image);
  if (entry->url != NULL)
    hs_feed_add_link (entry->links, "alternate", entry->url);
  else if (entry->id != NULL && hs_url_is_web (entry->id))
    {
      entry->url = g_strdup (entry->id);
      entry->id_is_link = TRUE;
    }
  read_authors (object, base, entry->authors);
  read_tags (object, entry);
  read_attachments (object, base, entry);
  if (entry->image == NULL)
    entry->image = hs_feed_text_first_image (entry->content);
  return entry;
}

static void
read_feed (HsFeed     *feed,
           JsonObject *object,
           const char *base)
{
  JsonArray *hubs = get_array (object, "hubs");
  JsonNode *expired = json_object_get_member (object, "expired");

  feed->language = get_text (object, "language");
  feed->title = get_marked (object, "title", FALSE, base, feed->language);
  feed->description = get_marked (object, "description", FALSE, base, feed->language);
  feed->info = get_marked (object, "user_comment", FALSE, base, feed->language);
  feed->home_url = get_url (object, "home_page_url", base);
  feed->feed_url = get_url (object, "feed_url", base);
  feed->next_url = get_url (object, "next_url", base);
  feed->icon = get_url (object, "favicon", base);
  feed->image = get_url (object, "icon", base);
  feed->expired = expired != NULL && JSON_NODE_HOLDS_VALUE (expired)
                  && json_node_get_value_type (expired) == G_TYPE_BOOLEAN && json_node_get_boolean (expired);
  if (feed->home_url != NULL)
    hs_feed_add_link (feed->links, "alternate", feed->home_url);
  read_authors (object, base, feed->authors);
  for (guint i = 0; hubs != NULL && i < json_array_get_length (hubs) && feed->hub_url == NULL; i++)
    {
      JsonObject *hub = get_element (hubs, i);

      if (hub != NULL)
        feed->hub_url = get_url (hub, "url", base);
    }
}

static gboolean
not_a_feed (GError **error)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, _("It is not a feed."));
  return FALSE;
}

static gboolean
detect_version (HsFeed     *feed,
                JsonObject *object)
{
  g_autofree char *version = get_text (object, "version");

  if (version == NULL || strstr (version, "jsonfeed.org") == NULL)
    {
      /* a few forget to say so, or say only the number */
      if (get_array (object, "items") == NULL
          || !(version != NULL ? g_str_has_prefix (version, "1") : json_object_has_member (object, "title")))
        return FALSE;
      hs_feed_add_error (feed, "It does not say properly which version of JSON Feed it is in.");
    }
  feed->format = version != NULL && (g_str_has_suffix (version, "/1") || g_str_has_suffix (version, "1.0"))
                   ? HS_FEED_JSON_10
                   : HS_FEED_JSON_11;
  return TRUE;
}

static char *
decode (HsFeed     *feed,
        GBytes     *bytes,
        const char *content_type,
        GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *encoding = NULL;
  HsCharsetFrom from;
  char *text;

  if (length > MAX_BYTES)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, _("It is larger than 64 megabytes."));
      return NULL;
    }
  text = hs_charset_decode (data, length, content_type, FALSE, &encoding, &from, error);
  if (text != NULL)
    {
      feed->encoding = g_ascii_strdown (encoding, -1);
      feed->encoding_guessed = from == HS_CHARSET_FROM_GUESS;
    }
  return text;
}

/* hs_feed_parse() for JSON. */
gboolean
hs_feed_read_json (HsFeed           *feed,
                   GBytes           *bytes,
                   const char       *content_type,
                   const char       *base_url,
                   HsFeedEntryFunc   func,
                   gpointer          data,
                   GError          **error)
{
  g_autofree char *text = decode (feed, bytes, content_type, error);
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;
  JsonArray *items;
  gsize length;

  if (text == NULL)
    return FALSE;
  if (!measure (text, &length))
    return not_a_feed (error);
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return not_a_feed (error);
  if (text[length + strspn (text + length, " \t\r\n")] != '\0')
    hs_feed_add_error (feed, "Something follows the end of the feed.");
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !detect_version (feed, json_node_get_object (root)))
    return not_a_feed (error);
  feed->base = g_strdup (base_url);
  read_feed (feed, json_node_get_object (root), base_url);
  items = get_array (json_node_get_object (root), "items");
  for (guint i = 0; func != NULL && items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = get_element (items, i);

      if (item == NULL)
        hs_feed_add_error (feed, "An item is no object.");
      else if (!func (read_entry (item, base_url, feed->language), data))
        break;
    }
  feed->recovered = feed->errors->len > 0;
  return TRUE;
}
