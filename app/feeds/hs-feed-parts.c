/* hs-feed-parts.c: people, categories, links and attachments of a feed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-private.h"

#include <string.h>

#define MAX_PARTS 1000
#define MAX_ERRORS 20

static gboolean
is_local (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("._%+-'*=&!~^$", c) != NULL);
}

/* The first thing that is an address of mail; its place in @text. */
static char *
find_email (const char *text,
            gsize      *start,
            gsize      *end)
{
  for (const char *at = text; (at = strchr (at, '@')) != NULL; at++)
    {
      const char *from = at, *to = at + 1;

      while (from > text && is_local (from[-1]))
        from--;
      while (g_ascii_isalnum (*to) || *to == '.' || *to == '-')
        to++;
      while (to > at + 1 && (to[-1] == '.' || to[-1] == '-'))
        to--;
      if (from == at || memchr (at, '.', to - at) == NULL)
        continue;
      *start = from - text;
      *end = to - text;
      return g_strndup (from, to - from);
    }
  return NULL;
}

/* A name as it was beside an address: without the brackets around either. */
static char *
trim_name (const char *text)
{
  g_autoptr (GString) out = g_string_new (text);
  g_autofree char *squeezed = NULL;
  gsize length;

  (void) g_string_replace (out, "()", "", 0);
  (void) g_string_replace (out, "<>", "", 0);
  (void) g_string_replace (out, "[]", "", 0);
  (void) g_string_replace (out, "<mailto:>", "", 0);
  squeezed = hs_feed_squeeze (out->str);
  length = strlen (squeezed);
  if (length >= 2 && ((squeezed[0] == '(' && squeezed[length - 1] == ')')
                      || (squeezed[0] == '"' && squeezed[length - 1] == '"')))
    {
      squeezed[length - 1] = '\0';
      memmove (squeezed, squeezed + 1, length - 1);
    }
  return g_strdup (g_strstrip (squeezed));
}

/**
 * hs_feed_person_parse:
 * @text: "me@a.example (A Name)", "A Name <me@a.example>", either alone
 *
 * Returns: (transfer full) (nullable): who that is
 */
HsFeedPerson *
hs_feed_person_parse (const char *text)
{
  HsFeedPerson *self;
  g_autofree char *email = NULL, *name = NULL;
  gsize start, end;

  email = find_email (text, &start, &end);
  if (email != NULL)
    {
      g_autofree char *rest = g_strdup_printf ("%.*s%s", (int) start, text, text + end);

      name = trim_name (rest);
    }
  else
    name = hs_feed_squeeze (text);
  if (email == NULL && *name == '\0')
    return NULL;
  self = g_new0 (HsFeedPerson, 1);
  self->email = g_steal_pointer (&email);
  if (*name != '\0')
    self->name = g_steal_pointer (&name);
  return self;
}

/* @person: (transfer full) (nullable): left out when it says nothing, or is there */
void
hs_feed_add_person (GPtrArray    *people,
                    HsFeedPerson *person)
{
  if (person == NULL)
    return;
  if ((person->name == NULL && person->email == NULL && person->url == NULL) || people->len >= MAX_PARTS)
    {
      hs_feed_person_free (person);
      return;
    }
  for (guint i = 0; i < people->len; i++)
    {
      HsFeedPerson *other = g_ptr_array_index (people, i);

      if (g_strcmp0 (other->name, person->name) == 0
          && (person->email == NULL || g_strcmp0 (other->email, person->email) == 0)
          && (person->url == NULL || g_strcmp0 (other->url, person->url) == 0))
        {
          hs_feed_person_free (person);
          return;
        }
    }
  g_ptr_array_add (people, person);
}

/* Adds a category unless it is there or says nothing. */
void
hs_feed_add_category (GPtrArray  *categories,
                      const char *term,
                      const char *scheme,
                      const char *label)
{
  HsFeedCategory *self;
  g_autofree char *trimmed = term != NULL ? hs_feed_squeeze (term) : NULL;

  if (trimmed == NULL || *trimmed == '\0' || categories->len >= MAX_PARTS)
    return;
  for (guint i = 0; i < categories->len; i++)
    {
      HsFeedCategory *other = g_ptr_array_index (categories, i);

      if (g_str_equal (other->term, trimmed) && g_strcmp0 (other->scheme, scheme) == 0
          && g_strcmp0 (other->label, label) == 0)
        return;
    }
  self = g_new0 (HsFeedCategory, 1);
  self->term = g_steal_pointer (&trimmed);
  self->scheme = g_strdup (scheme);
  self->label = g_strdup (label);
  g_ptr_array_add (categories, self);
}

/* Adds the categories of a list with commas. */
void
hs_feed_add_categories (GPtrArray  *categories,
                        const char *list,
                        const char *scheme)
{
  g_auto (GStrv) terms = g_strsplit (list, ",", MAX_PARTS);

  for (guint i = 0; terms[i] != NULL; i++)
    hs_feed_add_category (categories, terms[i], scheme, NULL);
}

/* Returns: (transfer none) (nullable): the attachment at that address, new or not */
HsFeedAttachment *
hs_feed_add_attachment (GPtrArray  *attachments,
                        const char *url)
{
  HsFeedAttachment *self;

  if (url == NULL || *url == '\0' || attachments->len >= MAX_PARTS)
    return NULL;
  for (guint i = 0; i < attachments->len; i++)
    {
      self = g_ptr_array_index (attachments, i);
      if (g_str_equal (self->url, url))
        return self;
    }
  self = g_new0 (HsFeedAttachment, 1);
  self->url = g_strdup (url);
  self->size = -1;
  self->duration = -1;
  g_ptr_array_add (attachments, self);
  return self;
}

/* Returns: (transfer none) (nullable): a new link */
HsFeedLink *
hs_feed_add_link (GPtrArray  *links,
                  const char *rel,
                  const char *url)
{
  HsFeedLink *self;

  if (url == NULL || *url == '\0' || links->len >= MAX_PARTS)
    return NULL;
  self = g_new0 (HsFeedLink, 1);
  self->rel = g_strdup (rel);
  self->url = g_strdup (url);
  self->size = -1;
  g_ptr_array_add (links, self);
  return self;
}

/* Adds a picture, once; the first is the entry's own. */
void
hs_feed_add_image (HsFeedEntry *entry,
                   const char  *url)
{
  if (url == NULL || *url == '\0' || entry->images->len >= MAX_PARTS
      || g_ptr_array_find_with_equal_func (entry->images, url, g_str_equal, NULL))
    return;
  g_ptr_array_add (entry->images, g_strdup (url));
  if (entry->image == NULL)
    entry->image = g_strdup (url);
}

/**
 * hs_feed_add_error:
 * @feed: a feed
 * @message: what was wrong with it; copied
 *
 * Notes it once; nothing happens when there are many already.
 */
void
hs_feed_add_error (HsFeed     *feed,
                   const char *message)
{
  if (feed->errors->len < MAX_ERRORS
      && !g_ptr_array_find_with_equal_func (feed->errors, message, g_str_equal, NULL))
    g_ptr_array_add (feed->errors, g_strdup (message));
}

/**
 * hs_feed_parse_duration:
 * @text: "3:00", "1:02:03", "187"
 *
 * Returns: seconds, or -1
 */
double
hs_feed_parse_duration (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 4);
  double seconds = 0;

  if (parts[0] == NULL || g_strv_length (parts) > 3)
    return -1;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;
      double value = g_ascii_strtod (g_strstrip (parts[i]), &end);

      if (end == parts[i] || *end != '\0' || !(value >= 0 && value < 1e9))
        return -1;
      seconds = seconds * 60 + value;
    }
  return seconds;
}
