/* hs-feed-xml-parts.c: links, texts, categories and media of XML feeds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-xml-private.h"

#include <string.h>

#include "hs-html-write.h"
#include "hs-url.h"

/* Whether this statement counts more than what was said before; if so it is
 * noted. Of two of the same weight the first counts; of dates and of the links of
 * RSS the last, as in other readers. */
gboolean
hs_feed_reader_wins (HsFeedReader *self,
                     HsPlace       place,
                     HsPart        part,
                     guint         rank)
{
  guint8 *now = &self->ranks[place == HS_PLACE_ENTRY ? 1 : place == HS_PLACE_SOURCE ? 2 : 0][part];
  gboolean last_counts = part == HS_PART_PUBLISHED || part == HS_PART_MODIFIED
                         || (part == HS_PART_URL && self->feed->format < HS_FEED_ATOM_03);

  if (rank < *now || (rank == *now && !last_counts))
    return FALSE;
  *now = rank;
  return TRUE;
}

/* Returns: (transfer full): the address, absolute where the frame has a base */
char *
hs_feed_reader_url (HsFrame    *frame,
                    const char *address)
{
  return hs_url_resolve (frame->base, address);
}

/* Returns: (transfer none) (nullable): of the element whose text was gathered */
const char *
hs_feed_reader_attribute (HsFeedReader *self,
                          const char   *name)
{
  const GPtrArray *attributes = self->capture.attributes;

  for (guint i = 0; i + 1 < attributes->len; i += 2)
    if (g_str_equal (g_ptr_array_index (attributes, i), name))
      return g_ptr_array_index (attributes, i + 1);
  return NULL;
}

static gboolean
is_html_type (const char *type)
{
  return g_ascii_strcasecmp (type, "html") == 0 || g_ascii_strcasecmp (type, "xhtml") == 0
         || g_ascii_strcasecmp (type, "text/html") == 0 || g_ascii_strcasecmp (type, "application/xhtml+xml") == 0
         || g_ascii_strcasecmp (type, "text/x-html") == 0;
}

static gboolean
is_text_type (const char *type)
{
  return *type == '\0' || g_ascii_strcasecmp (type, "text") == 0 || g_ascii_strncasecmp (type, "text/", 5) == 0
         || g_str_has_suffix (type, "+xml") || g_str_has_suffix (type, "/xml") || strchr (type, '/') == NULL;
}

static gboolean
is_media_type (const char *type)
{
  static const char * const prefixes[] = { "image/", "audio/", "video/", "font/", "application/octet",
                                           "application/pdf", "application/zip" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strncasecmp (type, prefixes[i], strlen (prefixes[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Whether a text is HTML, where nothing says which. */
static gboolean
guess_html (HsFeedReader *self,
            HsFrame      *frame,
            const char   *value)
{
  if (frame->field == HS_FIELD_ENCODED || frame->field == HS_FIELD_BODY
      || (frame->field == HS_FIELD_DESCRIPTION && frame->space == HS_SPACE_CORE)
      || (frame->field == HS_FIELD_CONTENT && !frame->atom))
    return TRUE;
  return !frame->atom && hs_feed_looks_like_html (value);
}

/**
 * hs_feed_reader_text:
 * @self: the reader, whose capture holds what stood in the element
 * @frame: the element
 *
 * Makes a text of it: Atom 1.0 says by `type`, Atom 0.3 by `type` and `mode`,
 * RSS not at all, whether it is HTML.
 *
 * Returns: (transfer full) (nullable): the text; %NULL when it is empty or no text
 */
HsFeedText *
hs_feed_reader_text (HsFeedReader *self,
                     HsFrame      *frame)
{
  HsCapture *capture = &self->capture;
  const char *type = hs_feed_reader_attribute (self, "type");
  const char *mode = hs_feed_reader_attribute (self, "mode");
  g_autofree char *value = g_strstrip (g_strdup (capture->text->str));
  gboolean html = capture->markup, stated = mode != NULL && g_ascii_strcasecmp (mode, "base64") == 0;

  if (type == NULL && frame->space == HS_SPACE_MEDIA)
    type = "plain";
  if (!html && frame->atom && (stated || (type != NULL && !is_text_type (type))))
    {
      char *decoded = hs_feed_base64_decode (value, stated);

      if (decoded == NULL && type != NULL && is_media_type (type))
        return NULL; /* a picture, a film … */
      if (decoded != NULL)
        {
          g_free (value);
          value = g_strstrip (decoded);
          html = hs_feed_looks_like_html (value);
        }
    }
  if (*value == '\0')
    return NULL;
  if (!html)
    html = type != NULL && (frame->atom || frame->space == HS_SPACE_MEDIA) ? is_html_type (type)
                                                                            : guess_html (self, frame, value);
  return hs_feed_text_new (value, html, capture->base != NULL ? capture->base : frame->base, frame->language);
}

/* The relation by its short name. */
static const char *
short_relation (const char *relation)
{
  static const char registry[] = "http://www.iana.org/assignments/relation/";

  if (relation == NULL || *relation == '\0')
    return "alternate";
  return g_str_has_prefix (relation, registry) ? relation + strlen (registry) : relation;
}

static gint64
parse_size (const char *text)
{
  gint64 size = text != NULL && g_ascii_isdigit (*text) ? g_ascii_strtoll (text, NULL, 10) : -1;

  return size == G_MAXINT64 ? -1 : size;
}

static void
use_feed_link (HsFeedReader     *self,
               HsFeed           *feed,
               HsPlace           home,
               const HsFeedLink *link,
               guint             rank)
{
  char **slot = NULL;

  if (g_str_equal (link->rel, "alternate"))
    {
      if (hs_feed_reader_wins (self, home, HS_PART_URL, rank))
        slot = &feed->home_url;
    }
  else if (g_str_equal (link->rel, "self"))
    slot = &feed->feed_url;
  else if (g_str_equal (link->rel, "next"))
    slot = &feed->next_url;
  else if (g_str_equal (link->rel, "hub"))
    slot = &feed->hub_url;
  else if (g_str_equal (link->rel, "icon") || g_str_equal (link->rel, "shortcut icon"))
    slot = &feed->icon;
  if (slot != NULL)
    {
      g_free (*slot);
      *slot = g_strdup (link->url);
    }
}

static void
use_entry_link (HsFeedReader     *self,
                const HsFeedLink *link,
                guint             rank)
{
  HsFeedEntry *entry = self->entry;
  char **slot = NULL;

  if (g_str_equal (link->rel, "alternate"))
    {
      if (hs_feed_reader_wins (self, HS_PLACE_ENTRY, HS_PART_URL, rank))
        slot = &entry->url;
    }
  else if (g_str_equal (link->rel, "related") && entry->external_url == NULL)
    slot = &entry->external_url;
  else if (g_str_equal (link->rel, "replies") && entry->comments_url == NULL)
    slot = &entry->comments_url;
  else if (g_str_equal (link->rel, "enclosure"))
    {
      HsFeedAttachment *attachment = hs_feed_add_attachment (entry->attachments, link->url);

      if (attachment != NULL)
        {
          g_free (attachment->type);
          attachment->type = g_strdup (link->type);
          g_free (attachment->title);
          attachment->title = g_strdup (link->title);
          attachment->size = link->size;
        }
    }
  if (slot != NULL)
    {
      g_free (*slot);
      *slot = g_strdup (link->url);
    }
}

/* A link, its address in the attribute or, as in RSS, its text. */
void
hs_feed_read_link (HsFeedReader *self,
                   HsFrame      *frame,
                   HsPlace       home,
                   const char   *text)
{
  const char *href = hs_feed_reader_attribute (self, "href");
  const char *type = hs_feed_reader_attribute (self, "type");
  g_autofree char *url = NULL;
  HsFeed *feed = home == HS_PLACE_SOURCE ? self->entry->source : self->feed;
  HsFeedLink *link;
  guint rank = frame->atom && self->feed->format < HS_FEED_ATOM_03 ? 2 : 4;

  if (href == NULL)
    href = hs_feed_reader_attribute (self, "resource");
  if (href == NULL && *text == '\0')
    return;
  url = hs_feed_reader_url (frame, href != NULL ? href : text);
  link = hs_feed_add_link (home == HS_PLACE_ENTRY ? self->entry->links : feed->links,
                           short_relation (hs_feed_reader_attribute (self, "rel")), url);
  if (link == NULL)
    return;
  link->type = g_strdup (type);
  link->title = g_strdup (hs_feed_reader_attribute (self, "title"));
  link->language = g_strdup (hs_feed_reader_attribute (self, "hreflang"));
  link->size = parse_size (hs_feed_reader_attribute (self, "length"));
  /* the page before what a machine reads */
  if (type != NULL && !is_html_type (type))
    rank--;
  if (home == HS_PLACE_ENTRY)
    use_entry_link (self, link, rank);
  else
    use_feed_link (self, feed, home, link, rank);
}

/* A category: Atom has it in attributes, RSS as text. */
void
hs_feed_read_category (HsFeedReader *self,
                       HsFrame      *frame,
                       HsPlace       home,
                       const char   *text)
{
  const char *term = hs_feed_reader_attribute (self, "term");
  const char *scheme = hs_feed_reader_attribute (self, "scheme");
  GPtrArray *categories = home == HS_PLACE_ENTRY    ? self->entry->categories
                          : home == HS_PLACE_SOURCE ? self->entry->source->categories
                                                    : self->feed->categories;

  if (scheme == NULL)
    scheme = hs_feed_reader_attribute (self, "domain");
  if (term == NULL)
    term = hs_feed_reader_attribute (self, "value");
  if (term == NULL || *term == '\0')
    term = *text != '\0' ? text : hs_feed_reader_attribute (self, "label");
  hs_feed_add_category (categories, term, scheme, hs_feed_reader_attribute (self, "label"));
}

/**
 * hs_feed_read_enclosure:
 * @self: a reader within an entry
 * @element: the element
 * @frame: where the element stands
 *
 * Adds what it points to, to the attachments of the entry, with type and size.
 */
void
hs_feed_read_enclosure (HsFeedReader       *self,
                        const HsXmlElement *element,
                        HsFrame            *frame)
{
  g_autofree char *address = hs_xml_attribute (element, "url");
  g_autofree char *length = hs_xml_attribute (element, "length");
  g_autofree char *url = NULL;
  HsFeedAttachment *attachment;

  if (address == NULL)
    address = hs_xml_attribute (element, "href");
  if (address == NULL)
    address = hs_xml_attribute_of (element, "rdf", "resource");
  if (address == NULL)
    return;
  url = hs_feed_reader_url (frame, address);
  attachment = hs_feed_add_attachment (self->entry->attachments, url);
  if (attachment == NULL)
    return;
  g_free (attachment->type);
  attachment->type = hs_xml_attribute (element, "type");
  attachment->size = parse_size (length);
}

static void
add_picture (HsFeedReader *self,
             const char   *url,
             guint         rank)
{
  if (self->entry != NULL)
    hs_feed_add_image (self->entry, url);
  else if (hs_feed_reader_wins (self, HS_PLACE_FEED, HS_PART_IMAGE, rank))
    {
      g_free (self->feed->image);
      self->feed->image = g_strdup (url);
    }
}

/* media:thumbnail, itunes:image, and pictures whose address is an attribute. */
void
hs_feed_read_picture (HsFeedReader       *self,
                      const HsXmlElement *element,
                      HsFrame            *frame,
                      HsPlace             parent)
{
  static const char * const names[] = { "href", "url" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *address = hs_xml_attribute (element, names[i]);
      g_autofree char *url = NULL;

      if (address == NULL || *address == '\0')
        continue;
      url = hs_feed_reader_url (frame, address);
      add_picture (self, url, frame->space == HS_SPACE_MEDIA ? 1 : 2);
      return;
    }
}

/* media:content: a picture, or what can be listened to or watched. */
void
hs_feed_read_media (HsFeedReader       *self,
                    const HsXmlElement *element,
                    HsFrame            *frame)
{
  g_autofree char *address = hs_xml_attribute (element, "url");
  g_autofree char *type = hs_xml_attribute (element, "type");
  g_autofree char *medium = hs_xml_attribute (element, "medium");
  g_autofree char *size = hs_xml_attribute (element, "filesize");
  g_autofree char *duration = hs_xml_attribute (element, "duration");
  g_autofree char *url = NULL;
  HsFeedAttachment *attachment;

  self->media = NULL;
  if (address == NULL || *address == '\0')
    return;
  url = hs_feed_reader_url (frame, address);
  if ((type != NULL && g_str_has_prefix (type, "image/")) || g_strcmp0 (medium, "image") == 0
      || (type == NULL && medium == NULL && self->entry == NULL))
    {
      add_picture (self, url, 1);
      return;
    }
  attachment = self->entry != NULL ? hs_feed_add_attachment (self->entry->attachments, url) : NULL;
  if (attachment == NULL)
    return;
  if (attachment->type == NULL)
    attachment->type = g_steal_pointer (&type);
  if (attachment->size < 0)
    attachment->size = parse_size (size);
  if (attachment->duration < 0 && duration != NULL)
    attachment->duration = hs_feed_parse_duration (duration);
  self->media = attachment;
}
