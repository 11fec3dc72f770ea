/* hs-feed-xml-start.c: what an element of a feed is, by where it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-xml-private.h"

#include <string.h>

#include "hs-feed-date.h"

/* Of boxes that stand for what they stand in, that. */
HsPlace
hs_feed_reader_home (HsFeedReader *self,
                     HsPlace       place)
{
  if (place == HS_PLACE_SOURCE && self->entry != NULL && self->entry->source != NULL)
    return HS_PLACE_SOURCE;
  return self->entry != NULL ? HS_PLACE_ENTRY : HS_PLACE_FEED;
}

/* Returns: (transfer none): the feed that stands there, or the source */
HsFeed *
hs_feed_reader_feed (HsFeedReader *self,
                     HsPlace       home)
{
  return home == HS_PLACE_SOURCE ? self->entry->source : self->feed;
}

static void
begin_entry (HsFeedReader       *self,
             const HsXmlElement *element,
             HsFrame            *frame)
{
  g_autofree char *about = NULL, *href = NULL, *changed = NULL;

  frame->place = HS_PLACE_ENTRY;
  self->entry = hs_feed_entry_new ();
  memset (self->ranks[1], 0, sizeof self->ranks[1]);
  self->entry->language = g_strdup (frame->language);
  if (element->n_attributes == 0)
    return;
  about = hs_xml_attribute_of (element, "rdf", "about");
  if (about != NULL && hs_feed_reader_wins (self, HS_PLACE_ENTRY, HS_PART_ID, HS_RANK_MEDIA))
    self->entry->id = g_steal_pointer (&about);
  if (self->feed->format != HS_FEED_CDF)
    return;
  href = hs_xml_attribute (element, "href");
  if (href != NULL)
    {
      self->entry->url = hs_feed_reader_url (frame, href);
      hs_feed_add_link (self->entry->links, "alternate", self->entry->url);
    }
  changed = hs_xml_attribute (element, "lastmod");
  if (changed != NULL)
    {
      self->entry->modified = hs_feed_date_parse (changed);
      self->entry->raw_modified = g_steal_pointer (&changed);
    }
}

static void
begin_channel (HsFeedReader       *self,
               const HsXmlElement *element,
               HsFrame            *frame)
{
  g_autofree char *href = hs_xml_attribute (element, "href");

  frame->place = HS_PLACE_FEED;
  if (self->feed->language == NULL)
    self->feed->language = g_strdup (frame->language);
  if (self->feed->format == HS_FEED_CDF && href != NULL && self->feed->home_url == NULL)
    {
      self->feed->home_url = hs_feed_reader_url (frame, href);
      hs_feed_add_link (self->feed->links, "alternate", self->feed->home_url);
    }
}

static void
begin_person (HsFeedReader *self,
              HsFrame      *frame)
{
  frame->place = HS_PLACE_PERSON;
  g_clear_pointer (&self->person, hs_feed_person_free);
  self->person = g_new0 (HsFeedPerson, 1);
}

static void
begin_itunes_category (HsFeedReader       *self,
                       const HsXmlElement *element,
                       HsFrame            *frame,
                       HsPlace             parent)
{
  g_autofree char *text = hs_xml_attribute (element, "text");
  HsPlace home = hs_feed_reader_home (self, parent);

  frame->place = parent; /* categories of it stand in it */
  hs_feed_add_category (home == HS_PLACE_ENTRY ? self->entry->categories
                                               : hs_feed_reader_feed (self, home)->categories,
                        text, "http://www.itunes.com/", NULL);
}

static void
begin_source (HsFeedReader *self,
              HsFrame      *frame)
{
  frame->place = frame->atom ? HS_PLACE_SOURCE : HS_PLACE_VALUE;
  if (self->entry->source != NULL)
    return;
  self->entry->source = hs_feed_new ();
  memset (self->ranks[2], 0, sizeof self->ranks[2]);
}

/* What an element is that only has a text, by its field. */
static HsPlace
place_of_value (const HsFrame *frame,
                HsPlace        parent)
{
  switch (frame->field)
    {
    case HS_FIELD_BODY:
    case HS_FIELD_ENCODED:
      return parent == HS_PLACE_ENTRY ? HS_PLACE_VALUE : HS_PLACE_IGNORED;
    case HS_FIELD_NONE:
    case HS_FIELD_RSS:
    case HS_FIELD_RDF:
    case HS_FIELD_FEED:
    case HS_FIELD_CHANNEL:
    case HS_FIELD_ENTRY:
    case HS_FIELD_BOX:
    case HS_FIELD_HOUR:
    case HS_FIELD_DAY:
    case HS_FIELD_URL:
    case HS_FIELD_NAME:
    case HS_FIELD_EMAIL:
      return HS_PLACE_IGNORED;
    default:
      return HS_PLACE_VALUE;
    }
}

/* An element of a feed, an entry, a source. */
static void
start_among (HsFeedReader       *self,
             const HsXmlElement *element,
             HsFrame            *frame,
             HsPlace             parent)
{
  switch (frame->field)
    {
    case HS_FIELD_PERSON:
    case HS_FIELD_CONTRIBUTOR:
    case HS_FIELD_PUBLISHER:
    case HS_FIELD_OWNER:
      begin_person (self, frame);
      break;
    case HS_FIELD_SOURCE:
      if (parent == HS_PLACE_ENTRY)
        begin_source (self, frame);
      break;
    case HS_FIELD_IMAGE:
      frame->place = HS_PLACE_IMAGE;
      hs_feed_read_picture (self, element, frame, parent);
      break;
    case HS_FIELD_SKIP_HOURS:
      frame->place = parent == HS_PLACE_ENTRY ? HS_PLACE_IGNORED : HS_PLACE_HOURS;
      break;
    case HS_FIELD_SKIP_DAYS:
      frame->place = parent == HS_PLACE_ENTRY ? HS_PLACE_IGNORED : HS_PLACE_DAYS;
      break;
    case HS_FIELD_GROUP:
      frame->place = HS_PLACE_GROUP;
      break;
    case HS_FIELD_MEDIA:
      frame->place = HS_PLACE_MEDIA;
      hs_feed_read_media (self, element, frame);
      break;
    case HS_FIELD_THUMBNAIL:
      hs_feed_read_picture (self, element, frame, parent);
      break;
    case HS_FIELD_ENCLOSURE:
      if (parent == HS_PLACE_ENTRY)
        hs_feed_read_enclosure (self, element, frame);
      break;
    case HS_FIELD_CATEGORY:
      if (frame->space == HS_SPACE_ITUNES)
        begin_itunes_category (self, element, frame, parent);
      else
        frame->place = HS_PLACE_VALUE;
      break;
    default:
      frame->place = place_of_value (frame, parent);
      break;
    }
}

/* What the element is, by where it stands; sets the frame's place. */
void
hs_feed_map_start (HsFeedReader       *self,
                   const HsXmlElement *element,
                   HsFrame            *frame,
                   HsPlace             parent)
{
  switch (parent)
    {
    case HS_PLACE_OUTSIDE:
    case HS_PLACE_OUTER:
    case HS_PLACE_FEED:
      if (frame->field == HS_FIELD_ENTRY && self->entry == NULL)
        begin_entry (self, element, frame);
      else if (frame->field == HS_FIELD_CHANNEL || (parent == HS_PLACE_OUTSIDE && frame->field == HS_FIELD_FEED))
        begin_channel (self, element, frame);
      else if (parent == HS_PLACE_OUTSIDE)
        frame->place = HS_PLACE_OUTER;
      else
        start_among (self, element, frame, parent);
      break;
    case HS_PLACE_ENTRY:
    case HS_PLACE_SOURCE:
      start_among (self, element, frame, parent);
      break;
    case HS_PLACE_GROUP:
    case HS_PLACE_MEDIA:
      if (frame->space == HS_SPACE_MEDIA)
        start_among (self, element, frame, parent);
      break;
    case HS_PLACE_PERSON:
      if (frame->field == HS_FIELD_NAME || frame->field == HS_FIELD_EMAIL || frame->field == HS_FIELD_URL)
        frame->place = HS_PLACE_VALUE;
      break;
    case HS_PLACE_IMAGE:
      if (frame->field == HS_FIELD_URL)
        frame->place = HS_PLACE_VALUE;
      break;
    case HS_PLACE_HOURS:
      if (frame->field == HS_FIELD_HOUR)
        frame->place = HS_PLACE_VALUE;
      break;
    case HS_PLACE_DAYS:
      if (frame->field == HS_FIELD_DAY)
        frame->place = HS_PLACE_VALUE;
      break;
    default:
      break;
    }
}
