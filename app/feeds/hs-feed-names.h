/* hs-feed-names.h: what the elements of a feed mean, whatever their prefix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Who says what an element means. */
typedef enum
{
  HS_SPACE_CORE,     /* RSS of any version, Atom, CDF, and no namespace */
  HS_SPACE_RDF,
  HS_SPACE_DC,       /* Dublin Core, elements and terms */
  HS_SPACE_CONTENT,
  HS_SPACE_MEDIA,
  HS_SPACE_ITUNES,
  HS_SPACE_SYNDICATION,
  HS_SPACE_XHTML,
  HS_SPACE_FEEDBURNER,
  HS_SPACE_OTHER,
  HS_N_SPACES
} HsSpace;

/* What it says. */
typedef enum
{
  HS_FIELD_NONE,
  /* boxes */
  HS_FIELD_RSS,
  HS_FIELD_RDF,
  HS_FIELD_FEED,
  HS_FIELD_CHANNEL,
  HS_FIELD_ENTRY,
  HS_FIELD_PERSON,      /* author */
  HS_FIELD_CONTRIBUTOR,
  HS_FIELD_PUBLISHER,
  HS_FIELD_OWNER,
  HS_FIELD_SOURCE,
  HS_FIELD_IMAGE,
  HS_FIELD_BOX,         /* holds names that would be taken for the feed's: text input, cloud … */
  HS_FIELD_SKIP_HOURS,
  HS_FIELD_SKIP_DAYS,
  HS_FIELD_GROUP,
  HS_FIELD_MEDIA,
  /* texts */
  HS_FIELD_TITLE,
  HS_FIELD_DESCRIPTION,
  HS_FIELD_SUMMARY,
  HS_FIELD_SUBTITLE,
  HS_FIELD_CONTENT,
  HS_FIELD_ENCODED,
  HS_FIELD_BODY,
  HS_FIELD_RIGHTS,
  HS_FIELD_INFO,
  /* the rest */
  HS_FIELD_LINK,
  HS_FIELD_ID,
  HS_FIELD_GUID,
  HS_FIELD_CREATOR,
  HS_FIELD_CATEGORY,
  HS_FIELD_TAGS,
  HS_FIELD_KEYWORDS,
  HS_FIELD_PUBLISHED,
  HS_FIELD_MODIFIED,
  HS_FIELD_DATE,
  HS_FIELD_CREATED,
  HS_FIELD_LANGUAGE,
  HS_FIELD_GENERATOR,
  HS_FIELD_TTL,
  HS_FIELD_HOUR,
  HS_FIELD_DAY,
  HS_FIELD_ICON,
  HS_FIELD_LOGO,
  HS_FIELD_URL,
  HS_FIELD_NAME,
  HS_FIELD_EMAIL,
  HS_FIELD_ENCLOSURE,
  HS_FIELD_COMMENTS,
  HS_FIELD_THUMBNAIL,
  HS_FIELD_DURATION,
  HS_FIELD_PERIOD,
  HS_FIELD_FREQUENCY,
  HS_FIELD_EXPIRED,
  HS_FIELD_NEW_ADDRESS,
  HS_FIELD_ORIGINAL_LINK,
  HS_N_FIELDS
} HsField;

typedef struct _HsFeedNames HsFeedNames;

HsFeedNames *hs_feed_names_new   (void);
void         hs_feed_names_free  (HsFeedNames *self);
HsSpace      hs_feed_names_space (HsFeedNames *self,
                                  const char  *prefix,
                                  const char  *uri,
                                  gboolean    *atom);
HsField      hs_feed_names_field (HsFeedNames *self,
                                  HsSpace      space,
                                  const char  *name);
gboolean     hs_feed_is_atom     (const char  *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeedNames, hs_feed_names_free)

G_END_DECLS
