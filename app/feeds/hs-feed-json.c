/* hs-feed-json.c: any feed as JSON Feed 1.1
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-json.h"

#include <string.h>

#include "hs-feed-private.h"
#include "hs-html-write.h"

static void
set_string (JsonObject *object,
            const char *name,
            const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
}

/* Unlike set_string(), says null: for what a reader asks every time. */
static void
set_known (JsonObject *object,
           const char *name,
           const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
set_plain (JsonObject       *object,
           const char       *name,
           const HsFeedText *text)
{
  g_autofree char *plain = hs_feed_text_to_plain (text);

  set_string (object, name, plain);
}

static char *
clean (const HsFeedText *text)
{
  return hs_html_clean (text->value, strlen (text->value), text->base);
}

/* A text with all that is known of it; @value: also what it says. */
static void
set_text (JsonObject       *object,
          const char       *name,
          const HsFeedText *text,
          gboolean          value)
{
  JsonObject *one;

  if (text == NULL)
    return;
  one = json_object_new ();
  json_object_set_string_member (one, "type", text->html ? "text/html" : "text/plain");
  if (value && text->html)
    {
      g_autofree char *html = clean (text);

      json_object_set_string_member (one, "value", html);
    }
  else if (value)
    json_object_set_string_member (one, "value", text->value);
  set_known (one, "base", text->base);
  set_known (one, "language", text->language);
  json_object_set_object_member (object, name, one);
}

static JsonObject *
make_person (const HsFeedPerson *person,
             gboolean            email)
{
  JsonObject *object = json_object_new ();

  set_string (object, "name", person->name);
  set_string (object, "url", person->url);
  set_string (object, "avatar", person->avatar);
  if (email)
    set_string (object, "email", person->email);
  else if (person->url == NULL && person->email != NULL)
    {
      g_autofree char *address = g_strconcat ("mailto:", person->email, NULL);

      json_object_set_string_member (object, "url", address);
    }
  return object;
}

static void
set_people (JsonObject      *object,
            const char      *name,
            const GPtrArray *people,
            gboolean         email)
{
  JsonArray *array;

  if (people->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < people->len; i++)
    json_array_add_object_element (array, make_person (g_ptr_array_index (people, i), email));
  json_object_set_array_member (object, name, array);
}

static void
set_categories (JsonObject      *object,
                const GPtrArray *categories)
{
  JsonArray *array;

  if (categories->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < categories->len; i++)
    {
      const HsFeedCategory *category = g_ptr_array_index (categories, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "term", category->term);
      set_string (one, "scheme", category->scheme);
      set_string (one, "label", category->label);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "categories", array);
}

static void
set_links (JsonObject      *object,
           const GPtrArray *links)
{
  JsonArray *array;

  if (links->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < links->len; i++)
    {
      const HsFeedLink *link = g_ptr_array_index (links, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "rel", link->rel);
      json_object_set_string_member (one, "href", link->url);
      set_string (one, "type", link->type);
      set_string (one, "title", link->title);
      set_string (one, "hreflang", link->language);
      if (link->size >= 0)
        json_object_set_int_member (one, "length", link->size);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "links", array);
}

static void
set_strings (JsonObject      *object,
             const char      *name,
             const GPtrArray *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  json_object_set_array_member (object, name, array);
}

static void
set_tags (JsonObject      *object,
          const GPtrArray *categories)
{
  JsonArray *array;

  if (categories->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < categories->len; i++)
    {
      const HsFeedCategory *category = g_ptr_array_index (categories, i);

      json_array_add_string_element (array, category->label != NULL ? category->label : category->term);
    }
  json_object_set_array_member (object, "tags", array);
}

static void
set_attachments (JsonObject      *object,
                 const GPtrArray *attachments)
{
  JsonArray *array;

  if (attachments->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < attachments->len; i++)
    {
      const HsFeedAttachment *attachment = g_ptr_array_index (attachments, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "url", attachment->url);
      set_string (one, "mime_type", attachment->type);
      set_string (one, "title", attachment->title);
      if (attachment->size >= 0)
        json_object_set_int_member (one, "size_in_bytes", attachment->size);
      if (attachment->duration >= 0)
        json_object_set_double_member (one, "duration_in_seconds", attachment->duration);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "attachments", array);
}

/* The hours or days that bits stand for. */
static void
set_bits (JsonObject         *object,
          const char         *name,
          guint32             bits,
          guint               count,
          const char * const *names)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < count; i++)
    if ((bits & 1u << i) != 0 && names != NULL)
      json_array_add_string_element (array, names[i]);
    else if ((bits & 1u << i) != 0)
      json_array_add_int_element (array, i);
  json_object_set_array_member (object, name, array);
}

/* What of a feed another feed copied. */
static JsonObject *
make_source (const HsFeed *source)
{
  JsonObject *object = json_object_new ();

  set_string (object, "id", source->id);
  set_string (object, "url", source->home_url);
  set_string (object, "feed_url", source->feed_url);
  set_string (object, "generator", source->generator);
  set_string (object, "generator_url", source->generator_url);
  set_string (object, "icon", source->icon);
  set_string (object, "date_modified", source->modified);
  set_string (object, "raw_modified", source->raw_modified);
  set_text (object, "title", source->title, TRUE);
  set_text (object, "description", source->description, TRUE);
  set_text (object, "rights", source->rights_text, TRUE);
  set_people (object, "authors", source->authors, TRUE);
  set_people (object, "contributors", source->contributors, TRUE);
  set_categories (object, source->categories);
  set_links (object, source->links);
  return object;
}

static void
set_content (JsonObject        *object,
             JsonObject        *ours,
             const HsFeedEntry *entry)
{
  const HsFeedText *text = entry->content != NULL ? entry->content : entry->summary;

  if (text == NULL)
    json_object_set_string_member (object, "content_text", "");
  else if (text->html)
    {
      g_autofree char *html = clean (text);

      json_object_set_string_member (object, "content_html", html);
    }
  else
    json_object_set_string_member (object, "content_text", text->value);
  set_text (ours, "content", entry->content, FALSE);
  set_text (ours, "summary", entry->summary, entry->content != NULL);
}

/**
 * hs_feed_json_entry:
 * @entry: an entry
 *
 * An item of JSON Feed 1.1. Its content is the feed's after the whitelist, its
 * summary where it has only that; `_hearsay` says which, and holds what JSON
 * Feed has no field for. Any thread.
 *
 * Returns: (transfer full): the item
 */
JsonObject *
hs_feed_json_entry (const HsFeedEntry *entry)
{
  JsonObject *object = json_object_new (), *ours = json_object_new ();

  json_object_set_string_member (object, "id", entry->id != NULL    ? entry->id
                                               : entry->url != NULL ? entry->url
                                                                    : "");
  set_string (object, "url", entry->url);
  set_string (object, "external_url", entry->external_url);
  set_plain (object, "title", entry->title);
  set_content (object, ours, entry);
  set_plain (object, "summary", entry->summary);
  set_string (object, "image", entry->image);
  set_string (object, "banner_image", entry->banner);
  set_string (object, "date_published", entry->published);
  set_string (object, "date_modified", entry->modified);
  set_people (object, "authors", entry->authors, FALSE);
  set_tags (object, entry->categories);
  set_string (object, "language", entry->language);
  set_attachments (object, entry->attachments);

  set_known (ours, "id", entry->id);
  json_object_set_boolean_member (ours, "id_is_link", entry->id_is_link);
  set_text (ours, "title", entry->title, TRUE);
  set_string (ours, "raw_published", entry->raw_published);
  set_string (ours, "raw_modified", entry->raw_modified);
  set_string (ours, "comments_url", entry->comments_url);
  set_text (ours, "rights", entry->rights_text, TRUE);
  set_people (ours, "authors", entry->authors, TRUE);
  set_people (ours, "contributors", entry->contributors, TRUE);
  set_categories (ours, entry->categories);
  set_links (ours, entry->links);
  if (entry->images->len > 0)
    set_strings (ours, "images", entry->images);
  if (entry->source != NULL)
    json_object_set_object_member (ours, "source", make_source (entry->source));
  json_object_set_object_member (object, "_hearsay", ours);
  return object;
}

static void
set_hubs (JsonObject *object,
          const char *url)
{
  JsonArray *array;
  JsonObject *hub;

  if (url == NULL)
    return;
  array = json_array_new ();
  hub = json_object_new ();
  json_object_set_string_member (hub, "type", "WebSub");
  json_object_set_string_member (hub, "url", url);
  json_array_add_object_element (array, hub);
  json_object_set_array_member (object, "hubs", array);
}

static JsonObject *
make_ours (const HsFeed *feed)
{
  static const char * const days[] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" };
  JsonObject *ours = json_object_new ();

  json_object_set_string_member (ours, "format", hs_feed_format_to_nick (feed->format));
  set_known (ours, "encoding", feed->encoding);
  json_object_set_boolean_member (ours, "encoding_guessed", feed->encoding_guessed);
  json_object_set_boolean_member (ours, "recovered", feed->recovered);
  set_strings (ours, "errors", feed->errors);
  if (feed->ttl >= 0)
    json_object_set_int_member (ours, "ttl", feed->ttl);
  else
    json_object_set_null_member (ours, "ttl");
  set_bits (ours, "skip_hours", feed->skip_hours, 24, NULL);
  set_bits (ours, "skip_days", feed->skip_days, 7, days);
  set_known (ours, "base", feed->base);
  set_known (ours, "id", feed->id);
  set_text (ours, "title", feed->title, TRUE);
  set_text (ours, "description", feed->description, TRUE);
  set_text (ours, "info", feed->info, TRUE);
  set_text (ours, "rights", feed->rights_text, TRUE);
  set_string (ours, "generator", feed->generator);
  set_string (ours, "generator_url", feed->generator_url);
  set_string (ours, "generator_version", feed->generator_version);
  set_string (ours, "date_published", feed->published);
  set_string (ours, "date_modified", feed->modified);
  set_string (ours, "raw_published", feed->raw_published);
  set_string (ours, "raw_modified", feed->raw_modified);
  set_people (ours, "authors", feed->authors, TRUE);
  set_people (ours, "contributors", feed->contributors, TRUE);
  if (feed->publisher != NULL)
    json_object_set_object_member (ours, "publisher", make_person (feed->publisher, TRUE));
  set_categories (ours, feed->categories);
  set_links (ours, feed->links);
  return ours;
}

/**
 * hs_feed_json_feed:
 * @feed: a feed
 *
 * Returns: (transfer full): the feed as JSON Feed 1.1, without `version` and
 *   `items`. Any thread.
 */
JsonObject *
hs_feed_json_feed (const HsFeed *feed)
{
  JsonObject *object = json_object_new ();
  g_autofree char *title = hs_feed_text_to_plain (feed->title);

  json_object_set_string_member (object, "title", title != NULL ? title : "");
  set_plain (object, "description", feed->description);
  set_string (object, "home_page_url", feed->home_url);
  set_string (object, "feed_url", feed->feed_url);
  set_string (object, "next_url", feed->next_url);
  set_string (object, "icon", feed->image);
  set_string (object, "favicon", feed->icon);
  set_people (object, "authors", feed->authors, FALSE);
  set_string (object, "language", feed->language);
  if (feed->expired)
    json_object_set_boolean_member (object, "expired", TRUE);
  set_hubs (object, feed->hub_url);
  json_object_set_object_member (object, "_hearsay", make_ours (feed));
  return object;
}
