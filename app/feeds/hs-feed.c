/* hs-feed.c: the records a feed is read into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed.h"

#include <string.h>

#include "hs-feed-private.h"

static const char * const format_nicks[HS_N_FEED_FORMATS] = {
  "unknown", "rss-0.90", "rss-0.91", "rss-0.92", "rss-0.93", "rss-0.94", "rss-1.0", "rss-2.0", "rss",
  "atom-0.3", "atom-1.0", "atom", "cdf", "json-feed-1.0", "json-feed-1.1"
};

/**
 * hs_feed_format_to_nick:
 * @format: a format
 *
 * Returns: (transfer none): "rss-2.0", "atom-1.0" …
 */
const char *
hs_feed_format_to_nick (HsFeedFormat format)
{
  g_return_val_if_fail (format < HS_N_FEED_FORMATS, format_nicks[0]);

  return format_nicks[format];
}

/**
 * hs_feed_text_free:
 * @self: (transfer full): a text of a feed
 */
void
hs_feed_text_free (HsFeedText *self)
{
  g_free (self->value);
  g_free (self->base);
  g_free (self->language);
  g_free (self);
}

/**
 * hs_feed_person_free:
 * @self: (transfer full): a person a feed names
 */
void
hs_feed_person_free (HsFeedPerson *self)
{
  g_free (self->name);
  g_free (self->email);
  g_free (self->url);
  g_free (self->avatar);
  g_free (self);
}

static void
person_free (gpointer data)
{
  hs_feed_person_free (data);
}

static void
category_free (gpointer data)
{
  HsFeedCategory *self = data;

  g_free (self->term);
  g_free (self->scheme);
  g_free (self->label);
  g_free (self);
}

static void
attachment_free (gpointer data)
{
  HsFeedAttachment *self = data;

  g_free (self->url);
  g_free (self->type);
  g_free (self->title);
  g_free (self);
}

static void
link_free (gpointer data)
{
  HsFeedLink *self = data;

  g_free (self->rel);
  g_free (self->url);
  g_free (self->type);
  g_free (self->title);
  g_free (self->language);
  g_free (self);
}

/* Returns: (transfer full): with empty lists and nothing known */
HsFeed *
hs_feed_new (void)
{
  HsFeed *self = g_new0 (HsFeed, 1);

  self->authors = g_ptr_array_new_with_free_func (person_free);
  self->contributors = g_ptr_array_new_with_free_func (person_free);
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  self->errors = g_ptr_array_new_with_free_func (g_free);
  self->ttl = -1;
  return self;
}

/**
 * hs_feed_free:
 * @self: (transfer full): a feed that was read
 */
void
hs_feed_free (HsFeed *self)
{
  g_clear_pointer (&self->title, hs_feed_text_free);
  g_clear_pointer (&self->description, hs_feed_text_free);
  g_clear_pointer (&self->info, hs_feed_text_free);
  g_free (self->id);
  g_free (self->home_url);
  g_free (self->feed_url);
  g_free (self->next_url);
  g_free (self->hub_url);
  g_free (self->icon);
  g_free (self->image);
  g_free (self->language);
  g_free (self->rights);
  g_clear_pointer (&self->rights_text, hs_feed_text_free);
  g_free (self->generator);
  g_free (self->generator_url);
  g_free (self->generator_version);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->raw_published);
  g_free (self->raw_modified);
  g_clear_pointer (&self->publisher, hs_feed_person_free);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->contributors);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->links);
  g_free (self->base);
  g_free (self->encoding);
  g_ptr_array_unref (self->errors);
  g_free (self);
}

/* Returns: (transfer full): with empty lists and nothing known */
HsFeedEntry *
hs_feed_entry_new (void)
{
  HsFeedEntry *self = g_new0 (HsFeedEntry, 1);

  self->authors = g_ptr_array_new_with_free_func (person_free);
  self->contributors = g_ptr_array_new_with_free_func (person_free);
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->attachments = g_ptr_array_new_with_free_func (attachment_free);
  self->images = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
  return self;
}

/**
 * hs_feed_entry_free:
 * @self: (transfer full): an entry of a feed
 */
void
hs_feed_entry_free (HsFeedEntry *self)
{
  g_free (self->id);
  g_free (self->url);
  g_free (self->external_url);
  g_free (self->comments_url);
  g_clear_pointer (&self->title, hs_feed_text_free);
  g_clear_pointer (&self->summary, hs_feed_text_free);
  g_clear_pointer (&self->content, hs_feed_text_free);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->raw_published);
  g_free (self->raw_modified);
  g_free (self->image);
  g_free (self->banner);
  g_free (self->language);
  g_free (self->source_title);
  g_free (self->source_url);
  g_clear_pointer (&self->source, hs_feed_free);
  g_free (self->rights);
  g_clear_pointer (&self->rights_text, hs_feed_text_free);
  g_ptr_array_unref (self->authors);
  g_ptr_array_unref (self->contributors);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->attachments);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/* The first byte that is neither a byte-order mark nor white space. */
static char
first_byte (GBytes *bytes)
{
  gsize length;
  const char *p = g_bytes_get_data (bytes, &length), *end = p + length;

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  else if (length >= 2 && (memcmp (p, "\xff\xfe", 2) == 0 || memcmp (p, "\xfe\xff", 2) == 0))
    p += 2;
  while (p < end && (g_ascii_isspace (*p) || *p == '\0'))
    p++;
  return p < end ? *p : '\0';
}

/**
 * hs_feed_parse:
 * @bytes: a feed, as it came
 * @content_type: (nullable): the `Content-Type` it came with
 * @base_url: (nullable): the address it came from
 * @func: (nullable) (scope call): takes the entries; %NULL to learn of the feed only
 * @data: for @func
 * @error: return location for an error
 *
 * Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0, CDF and JSON Feed, whichever it is,
 * and calls @func with each entry as it has been read. Pure; any thread.
 *
 * Returns: (transfer full) (nullable): the feed, or %NULL with
 *   %HS_ERROR_UNSUPPORTED when it is none, %HS_ERROR_EMPTY, %HS_ERROR_TOO_LARGE
 *   or %HS_ERROR_NOT_TEXT
 */
HsFeed *
hs_feed_parse (GBytes           *bytes,
               const char       *content_type,
               const char       *base_url,
               HsFeedEntryFunc   func,
               gpointer          data,
               GError          **error)
{
  g_autoptr (HsFeed) self = hs_feed_new ();
  char first = first_byte (bytes);
  gboolean done;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (first == '{' || first == '[')
    done = hs_feed_read_json (self, bytes, content_type, base_url, func, data, error);
  else
    done = hs_feed_read_xml (self, bytes, content_type, base_url, func, data, error);
  return done ? g_steal_pointer (&self) : NULL;
}
