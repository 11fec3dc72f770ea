/* hs-feed-xml-private.h: between the reader of XML feeds and its mapping
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-feed-names.h"
#include "hs-feed-private.h"
#include "hs-xml.h"

G_BEGIN_DECLS

/* What an element's children are children of. */
typedef enum
{
  HS_PLACE_OUTSIDE,
  HS_PLACE_OUTER,    /* rss, rdf:RDF */
  HS_PLACE_FEED,
  HS_PLACE_ENTRY,
  HS_PLACE_SOURCE,
  HS_PLACE_PERSON,
  HS_PLACE_IMAGE,
  HS_PLACE_GROUP,
  HS_PLACE_MEDIA,
  HS_PLACE_HOURS,
  HS_PLACE_DAYS,
  HS_PLACE_VALUE,    /* an element whose text is wanted */
  HS_PLACE_IGNORED
} HsPlace;

/* What is set by the strongest that states it. */
typedef enum
{
  HS_PART_TITLE,
  HS_PART_SUMMARY,
  HS_PART_CONTENT,
  HS_PART_URL,
  HS_PART_ID,
  HS_PART_PUBLISHED,
  HS_PART_MODIFIED,
  HS_PART_LANGUAGE,
  HS_PART_RIGHTS,
  HS_PART_IMAGE,
  HS_PART_PUBLISHER,
  HS_N_PARTS
} HsPart;

/* How much a statement counts against others of the same thing. */
typedef enum
{
  HS_RANK_NONE,
  HS_RANK_SUBTITLE,
  HS_RANK_MEDIA,
  HS_RANK_ITUNES,
  HS_RANK_DC,
  HS_RANK_GUEST, /* Atom in RSS */
  HS_RANK_CORE,
  HS_RANK_FULL
} HsRank;

typedef struct
{
  HsPlace place;
  HsSpace space;
  HsField field;
  gboolean atom;
  GRefString *base;      /* (owned) (nullable) */
  GRefString *language;  /* (owned) (nullable) */
} HsFrame;

/* The element whose text is being gathered. */
typedef struct
{
  guint depth;           /* of its frame; 0: none */
  GString *text;         /* (owned) */
  gboolean markup;       /* it holds elements */
  gboolean escape;       /* its text stands beside markup */
  GPtrArray *attributes; /* (owned) (element-type utf8): name, value, name … */
  char *base;            /* (owned) (nullable): of the markup in it, if another */
} HsCapture;

typedef struct
{
  HsFeed *feed;
  HsFeedNames *names;    /* (owned) */
  HsFeedEntryFunc func;
  gpointer data;
  HsFrame frames[HS_XML_MAX_DEPTH + 2];
  guint depth;
  HsCapture capture;
  HsFeedEntry *entry;    /* (owned) (nullable): being read */
  HsFeedPerson *person;  /* (owned) (nullable): being read */
  HsFeedPerson *weak[2]; /* (owned) (nullable): feed's and entry's author, if no other */
  HsFeedAttachment *media; /* (nullable): being read */
  GString *loose;        /* (owned): text beside the elements of a box */
  guint8 ranks[3][HS_N_PARTS]; /* of feed, entry, source */
  int period;            /* minutes */
  int frequency;
  double duration;       /* seconds, of the entry, -1 unknown */
  gboolean stopped;
} HsFeedReader;

/* hs-feed-xml-start.c */
HsPlace      hs_feed_reader_home (HsFeedReader       *self,
                                  HsPlace             place);
HsFeed      *hs_feed_reader_feed (HsFeedReader       *self,
                                  HsPlace             home);
void         hs_feed_map_start  (HsFeedReader       *self,
                                 const HsXmlElement *element,
                                 HsFrame            *frame,
                                 HsPlace             parent);

/* hs-feed-xml-map.c */
void         hs_feed_map_value  (HsFeedReader       *self,
                                 HsFrame            *frame,
                                 HsPlace             parent);
void         hs_feed_map_end    (HsFeedReader       *self,
                                 HsFrame            *frame,
                                 HsPlace             parent);
void         hs_feed_map_finish (HsFeedReader       *self);

/* hs-feed-xml-parts.c */
gboolean     hs_feed_reader_wins (HsFeedReader      *self,
                                  HsPlace            place,
                                  HsPart             part,
                                  guint              rank);
char        *hs_feed_reader_url  (HsFrame           *frame,
                                  const char        *address);
const char  *hs_feed_reader_attribute (HsFeedReader *self,
                                       const char   *name);
HsFeedText  *hs_feed_reader_text (HsFeedReader      *self,
                                  HsFrame           *frame);
void         hs_feed_read_media  (HsFeedReader       *self,
                                  const HsXmlElement *element,
                                  HsFrame            *frame);
void         hs_feed_read_picture (HsFeedReader       *self,
                                   const HsXmlElement *element,
                                   HsFrame            *frame,
                                   HsPlace             parent);
void         hs_feed_read_link   (HsFeedReader       *self,
                                  HsFrame            *frame,
                                  HsPlace             parent,
                                  const char         *text);
void         hs_feed_read_category (HsFeedReader     *self,
                                    HsFrame          *frame,
                                    HsPlace           parent,
                                    const char       *text);
void         hs_feed_read_enclosure (HsFeedReader       *self,
                                     const HsXmlElement *element,
                                     HsFrame            *frame);

G_END_DECLS
