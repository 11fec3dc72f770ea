/* hs-feed-xml.c: RSS, Atom and CDF, element by element
 *
 * Every element gets a frame that says what its children are children of, so
 * that the title of a picture is never taken for that of the entry. Which
 * values mean what is in hs-feed-xml-map.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-entity.h"
#include "hs-error.h"
#include "hs-url.h"

/* A text longer than this is cut: no article is. */
#define MAX_TEXT (4u * 1024 * 1024)
/* A base longer than this is no address; relative ones would add up. */
#define MAX_BASE 1024

static GRefString *
share (GRefString *string)
{
  return string != NULL ? g_ref_string_acquire (string) : NULL;
}

/* Schemes that an address can be resolved against. */
static gboolean
is_base (const char *address)
{
  g_autofree char *scheme = g_uri_parse_scheme (address);

  return scheme != NULL && (g_str_equal (scheme, "http") || g_str_equal (scheme, "https") || g_str_equal (scheme, "ftp")
                            || g_str_equal (scheme, "file") || g_str_equal (scheme, "feed"));
}

/* xml:base and xml:lang, from the frame above or the element itself. */
static void
inherit (HsFrame            *frame,
         const HsFrame      *above,
         const HsXmlElement *element)
{
  g_autofree char *base = NULL, *language = NULL;

  if (element->n_attributes > 0)
    {
      base = hs_xml_attribute_of (element, "xml", "base");
      language = hs_xml_attribute_of (element, "xml", "lang");
    }
  if (base != NULL)
    {
      g_autofree char *absolute = NULL;
      char *slashes = strstr (base, ":///");

      if (slashes != NULL && g_str_has_prefix (base, "http"))
        memmove (slashes + 3, slashes + 4, strlen (slashes + 4) + 1);
      absolute = hs_url_resolve (above->base, base);

      if (strlen (absolute) <= MAX_BASE && is_base (absolute))
        frame->base = g_ref_string_new (absolute);
    }
  if (frame->base == NULL)
    frame->base = share (above->base);
  if (language != NULL)
    {
      g_strdelimit (g_strstrip (language), "_", '-');
      frame->language = *language != '\0' ? g_ref_string_new (language) : NULL;
    }
  else
    frame->language = share (above->language);
}

static void
begin_capture (HsFeedReader       *self,
               const HsXmlElement *element,
               gboolean            markup)
{
  HsCapture *capture = &self->capture;

  capture->depth = self->depth;
  capture->markup = capture->escape = markup;
  g_string_truncate (capture->text, 0);
  g_ptr_array_set_size (capture->attributes, 0);
  g_clear_pointer (&capture->base, g_free);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char **attribute = element->attributes + i * 5;

      if (attribute[1] == NULL || g_ascii_strcasecmp (attribute[1], "rdf") == 0)
        {
          g_ptr_array_add (capture->attributes, g_ascii_strdown (attribute[0], -1));
          g_ptr_array_add (capture->attributes, g_strndup (attribute[3], attribute[4] - attribute[3]));
        }
    }
}

/* An element inside of a text is part of the text. */
static void
continue_capture (HsFeedReader       *self,
                  HsFrame            *frame,
                  const HsXmlElement *element)
{
  HsCapture *capture = &self->capture;
  const HsFrame *above = &self->frames[self->depth - 2];

  if (!capture->markup && self->frames[capture->depth - 1].atom && capture->text->len > 0)
    {
      g_autofree char *before = g_strdup (capture->text->str);

      g_string_truncate (capture->text, 0);
      hs_entity_append_html (capture->text, before, -1, FALSE);
    }
  capture->markup = capture->escape = TRUE;
  if (g_strcmp0 (frame->base, above->base) != 0)
    {
      g_free (capture->base);
      capture->base = g_strdup (frame->base);
    }
  if (capture->text->len < MAX_TEXT)
    hs_xml_append_element (capture->text, element);
}

/* Whether the content of the element is markup whatever stands in it. */
static gboolean
is_inline_markup (const HsFrame      *frame,
                  const HsXmlElement *element)
{
  g_autofree char *type = NULL, *mode = NULL;

  if (frame->space == HS_SPACE_XHTML)
    return TRUE;
  if (!frame->atom || element->n_attributes == 0)
    return FALSE;
  type = hs_xml_attribute (element, "type");
  mode = hs_xml_attribute (element, "mode");
  return type != NULL && (mode == NULL || g_ascii_strcasecmp (mode, "xml") == 0)
         && (g_ascii_strcasecmp (type, "xhtml") == 0 || g_ascii_strcasecmp (type, "application/xhtml+xml") == 0);
}

static HsFeedFormat
rss_version (const HsXmlElement *element)
{
  static const struct
  {
    const char *version;
    HsFeedFormat format;
  } known[] = {
    { "0.90", HS_FEED_RSS_090 }, { "0.91", HS_FEED_RSS_091 }, { "0.92", HS_FEED_RSS_092 },
    { "0.93", HS_FEED_RSS_093 }, { "0.94", HS_FEED_RSS_094 }, { "1.0", HS_FEED_RSS_10 },
    { "2", HS_FEED_RSS_20 },
  };
  g_autofree char *version = hs_xml_attribute (element, "version");

  for (guint i = 0; version != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (g_strstrip (version), known[i].version))
      return known[i].format;
  return HS_FEED_RSS;
}

/* The root element tells the format; HS_FEED_UNKNOWN for what is no feed. */
static HsFeedFormat
detect_format (const HsXmlElement *element,
               HsField             field)
{
  g_autofree char *version = NULL;

  switch (field)
    {
    case HS_FIELD_RSS:
      return rss_version (element);
    case HS_FIELD_RDF:
      return HS_FEED_RSS_10;
    case HS_FIELD_FEED:
      version = hs_xml_attribute (element, "version");
      if (g_strcmp0 (version, "0.3") == 0 || (element->uri != NULL && strstr (element->uri, "purl.org/atom") != NULL))
        return HS_FEED_ATOM_03;
      return element->uri != NULL && strstr (element->uri, "2005/Atom") != NULL ? HS_FEED_ATOM_10 : HS_FEED_ATOM;
    case HS_FIELD_CHANNEL:
      return element->prefix == NULL && g_ascii_isupper (element->name[0]) ? HS_FEED_CDF : HS_FEED_RSS;
    case HS_FIELD_ENTRY:
      return hs_feed_is_atom (element->uri) ? HS_FEED_ATOM_10 : HS_FEED_RSS;
    default:
      return HS_FEED_UNKNOWN;
    }
}

static gboolean
is_atom_format (HsFeedFormat format)
{
  return format == HS_FEED_ATOM_03 || format == HS_FEED_ATOM_10 || format == HS_FEED_ATOM;
}

static void
on_start (const HsXmlElement *element,
          gpointer            data)
{
  HsFeedReader *self = data;
  HsFrame *above = &self->frames[self->depth - 1], *frame = &self->frames[self->depth];
  gboolean known = self->feed->format != HS_FEED_UNKNOWN, atom;

  *frame = (HsFrame){ .place = HS_PLACE_IGNORED };
  self->depth++;
  inherit (frame, above, element);
  if (self->capture.depth > 0)
    {
      continue_capture (self, frame, element);
      return;
    }
  if (above->place == HS_PLACE_IGNORED)
    return;
  frame->space = hs_feed_names_space (self->names, element->prefix, element->uri, &atom);
  frame->field = hs_feed_names_field (self->names, frame->space, element->name);
  frame->atom = frame->space == HS_SPACE_CORE
                && (atom || (element->uri == NULL && is_atom_format (self->feed->format)));
  if (!known)
    {
      self->feed->format = detect_format (element, frame->field);
      if (self->feed->format == HS_FEED_UNKNOWN)
        {
          self->stopped = TRUE;
          return;
        }
      g_free (self->feed->base);
      self->feed->base = g_strdup (frame->base);
      self->feed->language = g_strdup (frame->language);
    }
  else if (self->feed->format == HS_FEED_RSS_10 && element->uri != NULL && strstr (element->uri, "simple/0.9") != NULL)
    self->feed->format = HS_FEED_RSS_090;
  hs_feed_map_start (self, element, frame, above->place);
  if (frame->place == HS_PLACE_VALUE)
    begin_capture (self, element, is_inline_markup (frame, element));
  else if (frame->place == HS_PLACE_PERSON || frame->place == HS_PLACE_IMAGE)
    g_string_truncate (self->loose, 0);
}

static gboolean
on_end (const char *name,
        gpointer    data)
{
  HsFeedReader *self = data;
  HsFrame *frame = &self->frames[self->depth - 1];
  HsPlace parent = self->frames[self->depth - 2].place;

  if (self->stopped)
    return FALSE;
  if (self->capture.depth == self->depth)
    {
      self->capture.depth = 0;
      hs_feed_map_value (self, frame, parent);
    }
  else if (self->capture.depth == 0)
    hs_feed_map_end (self, frame, parent);
  else if (self->capture.text->len < MAX_TEXT)
    hs_xml_append_end (self->capture.text, name);
  g_clear_pointer (&frame->base, g_ref_string_release);
  g_clear_pointer (&frame->language, g_ref_string_release);
  self->depth--;
  return !self->stopped;
}

static void
on_text (const char *text,
         gsize       length,
         gpointer    data)
{
  HsFeedReader *self = data;
  HsPlace place = self->frames[self->depth - 1].place;

  if (self->capture.depth > 0)
    {
      if (self->capture.text->len > MAX_TEXT)
        return;
      if (self->capture.escape)
        hs_entity_append_html (self->capture.text, text, length, FALSE);
      else
        g_string_append_len (self->capture.text, text, length);
    }
  else if ((place == HS_PLACE_PERSON || place == HS_PLACE_IMAGE) && self->loose->len < 4096)
    g_string_append_len (self->loose, text, length);
}

static void
reader_free (HsFeedReader *self)
{
  for (guint i = 0; i < self->depth; i++)
    {
      g_clear_pointer (&self->frames[i].base, g_ref_string_release);
      g_clear_pointer (&self->frames[i].language, g_ref_string_release);
    }
  g_clear_pointer (&self->entry, hs_feed_entry_free);
  g_clear_pointer (&self->person, hs_feed_person_free);
  g_clear_pointer (&self->weak[0], hs_feed_person_free);
  g_clear_pointer (&self->weak[1], hs_feed_person_free);
  g_string_free (self->capture.text, TRUE);
  g_ptr_array_unref (self->capture.attributes);
  g_free (self->capture.base);
  g_string_free (self->loose, TRUE);
  hs_feed_names_free (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeedReader, reader_free)

static HsFeedReader *
reader_new (HsFeed          *feed,
            const char      *base_url,
            HsFeedEntryFunc  func,
            gpointer         data)
{
  HsFeedReader *self = g_new0 (HsFeedReader, 1);

  self->feed = feed;
  self->func = func;
  self->data = data;
  self->names = hs_feed_names_new ();
  self->capture.text = g_string_sized_new (4096);
  self->capture.attributes = g_ptr_array_new_with_free_func (g_free);
  self->loose = g_string_new (NULL);
  self->depth = 1;
  self->duration = -1;
  self->frames[0].place = HS_PLACE_OUTSIDE;
  if (base_url != NULL)
    self->frames[0].base = g_ref_string_new (base_url);
  feed->base = g_strdup (base_url);
  return self;
}

/* hs_feed_parse() for XML. */
gboolean
hs_feed_read_xml (HsFeed           *feed,
                  GBytes           *bytes,
                  const char       *content_type,
                  const char       *base_url,
                  HsFeedEntryFunc   func,
                  gpointer          data,
                  GError          **error)
{
  static const HsXmlHandler handler = { on_start, on_end, on_text };
  g_autoptr (HsFeedReader) self = reader_new (feed, base_url, func, data);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_auto (HsXmlText) text = { 0 };

  if (!hs_xml_decode (&text, bytes, content_type, error))
    return FALSE;
  feed->encoding = g_strdup (text.encoding);
  feed->encoding_guessed = text.from == HS_CHARSET_FROM_GUESS;
  if (text.damaged)
    hs_feed_add_error (feed, "Some of its bytes mean nothing in the encoding it says it is in.");
  (void) hs_xml_read (text.text, text.length, &handler, self, errors);
  if (feed->format == HS_FEED_UNKNOWN)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, _("It is not a feed."));
      return FALSE;
    }
  for (guint i = 0; i < errors->len; i++)
    hs_feed_add_error (feed, g_ptr_array_index (errors, i));
  feed->recovered = feed->errors->len > 0;
  hs_feed_map_finish (self);
  return TRUE;
}
