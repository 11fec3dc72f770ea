/* hs-feed-xml-map.c: which element of a feed means what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-xml-private.h"

#include <string.h>

#include "hs-feed-date.h"
#include "hs-url.h"

#define DAY_MINUTES (24 * 60)

static guint
rank_of (HsFeedReader  *self,
         const HsFrame *frame)
{
  switch (frame->space)
    {
    case HS_SPACE_MEDIA:
      return HS_RANK_MEDIA;
    case HS_SPACE_ITUNES:
      return HS_RANK_ITUNES;
    case HS_SPACE_DC:
      return HS_RANK_DC;
    default:
      return frame->atom && self->feed->format < HS_FEED_ATOM_03 ? HS_RANK_GUEST : HS_RANK_CORE;
    }
}

static void
set_string (char       **slot,
            const char  *value)
{
  if (*value != '\0')
    {
      g_free (*slot);
      *slot = g_strdup (value);
    }
}

static void
set_text (HsFeedText **slot,
          HsFeedText  *text)
{
  g_clear_pointer (slot, hs_feed_text_free);
  *slot = text;
}

static void
read_title (HsFeedReader *self,
            HsFrame      *frame,
            HsPlace       parent)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsFeedText *text;

  if (parent == HS_PLACE_MEDIA && self->media != NULL && self->media->title == NULL)
    self->media->title = g_strdup (self->capture.text->str);
  text = hs_feed_reader_text (self, frame);
  if (text != NULL && hs_feed_reader_wins (self, home, HS_PART_TITLE, rank_of (self, frame)))
    set_text (home == HS_PLACE_ENTRY ? &self->entry->title : &hs_feed_reader_feed (self, home)->title, text);
  else
    g_clear_pointer (&text, hs_feed_text_free);
}

static void
read_summary (HsFeedReader *self,
              HsFrame      *frame,
              HsPlace       parent)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  guint rank = frame->field == HS_FIELD_SUBTITLE && frame->space == HS_SPACE_ITUNES ? HS_RANK_SUBTITLE
                                                                                     : rank_of (self, frame);
  HsFeedText *text = hs_feed_reader_text (self, frame);

  if (text == NULL)
    return;
  if (hs_feed_reader_wins (self, home, HS_PART_SUMMARY, rank))
    set_text (home == HS_PLACE_ENTRY ? &self->entry->summary : &hs_feed_reader_feed (self, home)->description, text);
  else if (home == HS_PLACE_ENTRY && rank == HS_RANK_CORE && !frame->atom
           && hs_feed_reader_wins (self, home, HS_PART_CONTENT, HS_RANK_SUBTITLE))
    set_text (&self->entry->content, text); /* a summary and a description: the other one is the text */
  else
    hs_feed_text_free (text);
}

static void
read_content (HsFeedReader *self,
              HsFrame      *frame,
              HsPlace       parent)
{
  const char *source = hs_feed_reader_attribute (self, "src");
  guint rank = frame->field == HS_FIELD_ENCODED ? HS_RANK_FULL : frame->field == HS_FIELD_BODY ? HS_RANK_DC
                                                                                             : rank_of (self, frame);
  HsFeedText *text;

  if (hs_feed_reader_home (self, parent) != HS_PLACE_ENTRY)
    return;
  if (source != NULL)
    {
      g_autofree char *url = hs_feed_reader_url (frame, source);
      HsFeedAttachment *attachment = hs_feed_add_attachment (self->entry->attachments, url);

      if (attachment != NULL && attachment->type == NULL)
        attachment->type = g_strdup (hs_feed_reader_attribute (self, "type"));
      return;
    }
  text = hs_feed_reader_text (self, frame);
  if (text == NULL)
    return;
  if (hs_feed_reader_wins (self, HS_PLACE_ENTRY, HS_PART_CONTENT, rank)
      || (self->ranks[1][HS_PART_CONTENT] == rank && text->html && !self->entry->content->html))
    set_text (&self->entry->content, text);
  else
    hs_feed_text_free (text);
}

static void
read_rights (HsFeedReader *self,
             HsFrame      *frame,
             HsPlace       parent)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsFeedText *text = hs_feed_reader_text (self, frame);

  if (text == NULL)
    return;
  if (hs_feed_reader_wins (self, home, HS_PART_RIGHTS, rank_of (self, frame)))
    {
      char **plain = home == HS_PLACE_ENTRY ? &self->entry->rights : &hs_feed_reader_feed (self, home)->rights;

      g_free (*plain);
      *plain = hs_feed_text_to_plain (text);
      set_text (home == HS_PLACE_ENTRY ? &self->entry->rights_text : &hs_feed_reader_feed (self, home)->rights_text,
                text);
    }
  else
    hs_feed_text_free (text);
}

static void
read_date (HsFeedReader *self,
           HsFrame      *frame,
           HsPlace       parent,
           const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsPart part = frame->field == HS_FIELD_MODIFIED ? HS_PART_MODIFIED : HS_PART_PUBLISHED;
  guint rank = rank_of (self, frame);
  g_autofree char *date = hs_feed_date_parse (text);
  HsFeed *feed = hs_feed_reader_feed (self, home);

  if (*text == '\0')
    return;
  if (frame->field == HS_FIELD_CREATED)
    rank = HS_RANK_SUBTITLE;
  else if (frame->field == HS_FIELD_DATE)
    rank = HS_RANK_MEDIA;
  if (date == NULL)
    rank = HS_RANK_NONE; /* kept only where nothing better is */
  if (!hs_feed_reader_wins (self, home, part, rank))
    return;
  if (part == HS_PART_MODIFIED)
    {
      set_string (home == HS_PLACE_ENTRY ? &self->entry->raw_modified : &feed->raw_modified, text);
      if (date != NULL)
        set_string (home == HS_PLACE_ENTRY ? &self->entry->modified : &feed->modified, date);
    }
  else
    {
      set_string (home == HS_PLACE_ENTRY ? &self->entry->raw_published : &feed->raw_published, text);
      if (date != NULL)
        set_string (home == HS_PLACE_ENTRY ? &self->entry->published : &feed->published, date);
    }
}

/* Whether an identifier is an address that lacks its beginning. */
static gboolean
is_relative_address (const char *id)
{
  g_autofree char *scheme = g_uri_parse_scheme (id);

  return scheme == NULL && strchr (id, '/') != NULL && strpbrk (id, " \t\n") == NULL;
}

static void
read_id (HsFeedReader *self,
         HsFrame      *frame,
         HsPlace       parent,
         const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  const char *permanent = hs_feed_reader_attribute (self, "ispermalink");
  gboolean is_link = permanent == NULL || g_ascii_strcasecmp (permanent, "false") != 0;
  g_autofree char *id = is_link && is_relative_address (text) ? hs_feed_reader_url (frame, text) : g_strdup (text);

  if (*id == '\0' || !hs_feed_reader_wins (self, home, HS_PART_ID, rank_of (self, frame)))
    return;
  if (home != HS_PLACE_ENTRY)
    {
      set_string (&hs_feed_reader_feed (self, home)->id, id);
      return;
    }
  set_string (&self->entry->id, id);
  self->entry->id_is_link = frame->field == HS_FIELD_GUID && is_link;
}

static void
read_language (HsFeedReader *self,
               HsFrame      *frame,
               HsPlace       parent,
               const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  g_autofree char *language = g_strdelimit (g_strdup (text), "_", '-');

  if (*language != '\0' && strlen (language) <= 35
      && hs_feed_reader_wins (self, home, HS_PART_LANGUAGE, rank_of (self, frame)))
    set_string (home == HS_PLACE_ENTRY ? &self->entry->language : &hs_feed_reader_feed (self, home)->language,
                language);
}

static void
read_creator (HsFeedReader *self,
              HsFrame      *frame,
              HsPlace       parent,
              const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsFeedPerson *person = hs_feed_person_parse (text);

  if (person == NULL)
    return;
  if (frame->space != HS_SPACE_ITUNES)
    hs_feed_add_person (home == HS_PLACE_ENTRY ? self->entry->authors : hs_feed_reader_feed (self, home)->authors,
                        person);
  else
    {
      g_clear_pointer (&self->weak[home == HS_PLACE_ENTRY], hs_feed_person_free);
      self->weak[home == HS_PLACE_ENTRY] = person;
    }
}

static void
read_source (HsFeedReader *self,
             HsFrame      *frame,
             const char   *text)
{
  HsFeed *source = self->entry->source;
  const char *url = hs_feed_reader_attribute (self, "url");

  if (*text != '\0' && source->title == NULL)
    source->title = hs_feed_text_new (text, hs_feed_looks_like_html (text), frame->base, frame->language);
  if (url != NULL && source->feed_url == NULL)
    source->feed_url = hs_feed_reader_url (frame, url);
}

static void
read_generator (HsFeedReader *self,
                HsFrame      *frame,
                HsPlace       parent,
                const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsFeed *feed = hs_feed_reader_feed (self, home);
  const char *url = hs_feed_reader_attribute (self, "uri");

  if (home == HS_PLACE_ENTRY || feed->generator != NULL || feed->generator_url != NULL
      || feed->generator_version != NULL)
    return;
  if (url == NULL)
    url = hs_feed_reader_attribute (self, "url");
  set_string (&feed->generator, text);
  if (url != NULL)
    feed->generator_url = hs_feed_reader_url (frame, url);
  feed->generator_version = g_strdup (hs_feed_reader_attribute (self, "version"));
}

static int
parse_period (const char *text)
{
  static const struct
  {
    const char *name;
    int minutes;
  } periods[] = {
    { "hourly", 60 }, { "daily", DAY_MINUTES }, { "weekly", 7 * DAY_MINUTES }, { "monthly", 30 * DAY_MINUTES },
    { "yearly", 365 * DAY_MINUTES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_ascii_strcasecmp (periods[i].name, text) == 0)
      return periods[i].minutes;
  return 0;
}

static void
read_day (HsFeedReader *self,
          const char   *text)
{
  static const char * const days[] = { "sun", "mon", "tue", "wed", "thu", "fri", "sat" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strncasecmp (text, days[i], 3) == 0)
      self->feed->skip_days |= 1u << i;
}

/* When to come again, and other things that only a feed has. */
static void
read_schedule (HsFeedReader *self,
               HsFrame      *frame,
               const char   *text)
{
  guint64 number = g_ascii_strtoull (text, NULL, 10);
  gboolean is_number = g_ascii_isdigit (*text);

  if (frame->field == HS_FIELD_TTL && is_number && number <= 366 * DAY_MINUTES)
    self->feed->ttl = (int) number;
  else if (frame->field == HS_FIELD_HOUR && is_number && number <= 24)
    self->feed->skip_hours |= 1u << (number % 24);
  else if (frame->field == HS_FIELD_DAY)
    read_day (self, text);
  else if (frame->field == HS_FIELD_PERIOD)
    self->period = parse_period (text);
  else if (frame->field == HS_FIELD_FREQUENCY && number > 0)
    self->frequency = (int) MIN (number, 10000);
  else if (frame->field == HS_FIELD_EXPIRED)
    self->feed->expired = g_ascii_strcasecmp (text, "yes") == 0;
}

static void
read_part_of_person (HsFeedReader *self,
                     HsFrame      *frame,
                     const char   *text)
{
  if (self->person == NULL || *text == '\0')
    return;
  if (frame->field == HS_FIELD_NAME)
    set_string (&self->person->name, text);
  else if (frame->field == HS_FIELD_EMAIL)
    set_string (&self->person->email, text);
  else
    {
      g_free (self->person->url);
      self->person->url = hs_feed_reader_url (frame, text);
    }
}

static void
read_picture_address (HsFeedReader *self,
                      HsFrame      *frame,
                      const char   *text)
{
  g_autofree char *url = *text != '\0' ? hs_feed_reader_url (frame, text) : NULL;

  if (url == NULL)
    return;
  if (self->entry != NULL)
    hs_feed_add_image (self->entry, url);
  else if (hs_feed_reader_wins (self, HS_PLACE_FEED, HS_PART_IMAGE, HS_RANK_CORE))
    set_string (&self->feed->image, url);
}

static void
read_icon (HsFeedReader *self,
           HsFrame      *frame,
           HsPlace       parent,
           const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  const char *href = hs_feed_reader_attribute (self, "href");
  g_autofree char *url = hs_feed_reader_url (frame, href != NULL ? href : text);

  if (*url == '\0' || home == HS_PLACE_ENTRY)
    return;
  if (frame->field == HS_FIELD_ICON)
    set_string (&hs_feed_reader_feed (self, home)->icon, url);
  else if (home == HS_PLACE_FEED && hs_feed_reader_wins (self, home, HS_PART_IMAGE, HS_RANK_CORE))
    set_string (&self->feed->image, url);
}

static void
read_keywords (HsFeedReader *self,
               HsFrame      *frame,
               HsPlace       parent,
               const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);

  hs_feed_add_categories (home == HS_PLACE_ENTRY ? self->entry->categories
                                                 : hs_feed_reader_feed (self, home)->categories, text,
                          frame->space == HS_SPACE_ITUNES ? "http://www.itunes.com/" : NULL);
}

static void
read_address (HsFeedReader *self,
              HsFrame      *frame,
              HsPlace       parent,
              const char   *text)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  g_autofree char *url = *text != '\0' ? hs_feed_reader_url (frame, text) : NULL;

  if (url == NULL)
    return;
  if (frame->field == HS_FIELD_NEW_ADDRESS && home == HS_PLACE_FEED)
    hs_feed_add_link (self->feed->links, "new-feed-url", url);
  else if (home != HS_PLACE_ENTRY)
    return;
  else if (frame->field == HS_FIELD_COMMENTS)
    set_string (&self->entry->comments_url, url);
  else if (frame->field == HS_FIELD_ORIGINAL_LINK && hs_feed_reader_wins (self, home, HS_PART_URL, HS_RANK_FULL))
    set_string (&self->entry->url, url);
}

static void
read_info (HsFeedReader *self,
           HsFrame      *frame)
{
  HsFeedText *text = self->entry == NULL ? hs_feed_reader_text (self, frame) : NULL;

  if (text != NULL)
    set_text (&self->feed->info, text);
}

/* Texts that may have markup. FALSE: the element is another. */
static gboolean
read_text (HsFeedReader *self,
           HsFrame      *frame,
           HsPlace       parent)
{
  switch (frame->field)
    {
    case HS_FIELD_TITLE:
      read_title (self, frame, parent);
      return TRUE;
    case HS_FIELD_DESCRIPTION:
    case HS_FIELD_SUMMARY:
    case HS_FIELD_SUBTITLE:
      read_summary (self, frame, parent);
      return TRUE;
    case HS_FIELD_CONTENT:
    case HS_FIELD_ENCODED:
    case HS_FIELD_BODY:
      read_content (self, frame, parent);
      return TRUE;
    case HS_FIELD_RIGHTS:
      read_rights (self, frame, parent);
      return TRUE;
    case HS_FIELD_INFO:
      read_info (self, frame);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Addresses and dates. FALSE: the element is another. */
static gboolean
read_address_or_date (HsFeedReader *self,
                      HsFrame      *frame,
                      HsPlace       parent,
                      const char   *text)
{
  switch (frame->field)
    {
    case HS_FIELD_LINK:
      hs_feed_read_link (self, frame, hs_feed_reader_home (self, parent), text);
      return TRUE;
    case HS_FIELD_ID:
    case HS_FIELD_GUID:
      read_id (self, frame, parent, text);
      return TRUE;
    case HS_FIELD_ICON:
    case HS_FIELD_LOGO:
      read_icon (self, frame, parent, text);
      return TRUE;
    case HS_FIELD_COMMENTS:
    case HS_FIELD_ORIGINAL_LINK:
    case HS_FIELD_NEW_ADDRESS:
      read_address (self, frame, parent, text);
      return TRUE;
    case HS_FIELD_PUBLISHED:
    case HS_FIELD_MODIFIED:
    case HS_FIELD_DATE:
    case HS_FIELD_CREATED:
      read_date (self, frame, parent, text);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
read_words (HsFeedReader *self,
            HsFrame      *frame,
            HsPlace       parent,
            const char   *text)
{
  switch (frame->field)
    {
    case HS_FIELD_CREATOR:
      read_creator (self, frame, parent, text);
      break;
    case HS_FIELD_SOURCE:
      read_source (self, frame, text);
      break;
    case HS_FIELD_CATEGORY:
      hs_feed_read_category (self, frame, hs_feed_reader_home (self, parent), text);
      break;
    case HS_FIELD_TAGS:
    case HS_FIELD_KEYWORDS:
      read_keywords (self, frame, parent, text);
      break;
    case HS_FIELD_LANGUAGE:
      read_language (self, frame, parent, text);
      break;
    case HS_FIELD_GENERATOR:
      read_generator (self, frame, parent, text);
      break;
    case HS_FIELD_DURATION:
      if (self->entry != NULL)
        self->duration = hs_feed_parse_duration (text);
      break;
    default:
      read_schedule (self, frame, text);
      break;
    }
}

/* The element has been read whole; its text is in the capture. */
void
hs_feed_map_value (HsFeedReader *self,
                   HsFrame      *frame,
                   HsPlace       parent)
{
  g_autofree char *text = NULL;

  if (read_text (self, frame, parent))
    return;
  text = g_strstrip (g_strdup (self->capture.text->str));
  if (parent == HS_PLACE_PERSON)
    read_part_of_person (self, frame, text);
  else if (parent == HS_PLACE_IMAGE)
    read_picture_address (self, frame, text);
  else if (!read_address_or_date (self, frame, parent, text))
    read_words (self, frame, parent, text);
}

static void
end_person (HsFeedReader *self,
            HsFrame      *frame,
            HsPlace       parent)
{
  HsPlace home = hs_feed_reader_home (self, parent);
  HsFeedPerson *person = g_steal_pointer (&self->person);
  HsFeed *feed = hs_feed_reader_feed (self, home);

  if (person == NULL)
    return;
  if (person->name == NULL && person->email == NULL)
    {
      HsFeedPerson *said = hs_feed_person_parse (self->loose->str);

      if (said != NULL && person->url != NULL)
        {
          g_free (said->url);
          said->url = g_steal_pointer (&person->url);
        }
      if (said != NULL)
        {
          hs_feed_person_free (person);
          person = said;
        }
    }
  if (frame->field == HS_FIELD_CONTRIBUTOR)
    hs_feed_add_person (home == HS_PLACE_ENTRY ? self->entry->contributors : feed->contributors, person);
  else if (frame->field == HS_FIELD_PERSON)
    hs_feed_add_person (home == HS_PLACE_ENTRY ? self->entry->authors : feed->authors, person);
  else if (home != HS_PLACE_ENTRY && (person->name != NULL || person->email != NULL)
           && hs_feed_reader_wins (self, home, HS_PART_PUBLISHER, rank_of (self, frame)))
    {
      g_clear_pointer (&feed->publisher, hs_feed_person_free);
      feed->publisher = person;
    }
  else
    hs_feed_person_free (person);
}

/* What only the whole entry tells, and then it is handed over. */
static void
end_entry (HsFeedReader *self)
{
  HsFeedEntry *entry = self->entry;

  if (entry->source != NULL)
    {
      entry->source_title = hs_feed_text_to_plain (entry->source->title);
      entry->source_url = g_strdup (entry->source->home_url != NULL ? entry->source->home_url
                                                                    : entry->source->feed_url);
    }
  if (entry->url == NULL && entry->id != NULL && hs_url_is_web (entry->id)
      && (entry->id_is_link || self->ranks[1][HS_PART_ID] == HS_RANK_MEDIA))
    entry->url = g_strdup (entry->id);
  if (entry->authors->len == 0)
    hs_feed_add_person (entry->authors, g_steal_pointer (&self->weak[1]));
  g_clear_pointer (&self->weak[1], hs_feed_person_free);
  if (self->duration >= 0 && entry->attachments->len > 0)
    {
      HsFeedAttachment *first = g_ptr_array_index (entry->attachments, 0);

      if (first->duration < 0)
        first->duration = self->duration;
    }
  self->duration = -1;
  for (guint i = 0; i < entry->attachments->len && entry->image == NULL; i++)
    {
      const HsFeedAttachment *attachment = g_ptr_array_index (entry->attachments, i);

      if (attachment->type != NULL && g_str_has_prefix (attachment->type, "image/"))
        hs_feed_add_image (entry, attachment->url);
    }
  if (entry->image == NULL)
    entry->image = hs_feed_text_first_image (entry->content);
  if (entry->image == NULL)
    entry->image = hs_feed_text_first_image (entry->summary);
  self->entry = NULL;
  if (self->func == NULL)
    hs_feed_entry_free (entry);
  else if (!self->func (entry, self->data))
    self->stopped = TRUE;
}

/* An element that is not a value has ended. */
void
hs_feed_map_end (HsFeedReader *self,
                 HsFrame      *frame,
                 HsPlace       parent)
{
  if (frame->place == HS_PLACE_PERSON)
    end_person (self, frame, parent);
  else if (frame->place == HS_PLACE_ENTRY && frame->field == HS_FIELD_ENTRY)
    end_entry (self);
  else if (frame->place == HS_PLACE_MEDIA && frame->field == HS_FIELD_MEDIA)
    self->media = NULL;
  else if (frame->place == HS_PLACE_IMAGE)
    {
      g_autofree char *text = g_strstrip (g_strdup (self->loose->str));

      if (hs_url_is_web (text))
        read_picture_address (self, frame, text);
    }
}

/* What only the whole feed tells. */
void
hs_feed_map_finish (HsFeedReader *self)
{
  HsFeed *feed = self->feed;

  if (feed->authors->len == 0)
    hs_feed_add_person (feed->authors, g_steal_pointer (&self->weak[0]));
  if (feed->ttl < 0 && (self->period > 0 || self->frequency > 0))
    feed->ttl = MAX (1, (self->period > 0 ? self->period : DAY_MINUTES) / MAX (1, self->frequency));
  if (feed->image == NULL)
    feed->image = hs_feed_text_first_image (feed->description);
}
