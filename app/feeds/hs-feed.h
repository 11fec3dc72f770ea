/* hs-feed.h: what a feed says, whatever format it came in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The format the bytes were in; see hs_feed_format_to_nick(). */
typedef enum
{
  HS_FEED_UNKNOWN,
  HS_FEED_RSS_090,
  HS_FEED_RSS_091,
  HS_FEED_RSS_092,
  HS_FEED_RSS_093,
  HS_FEED_RSS_094,
  HS_FEED_RSS_10,
  HS_FEED_RSS_20,
  HS_FEED_RSS, /* an RSS that does not say which */
  HS_FEED_ATOM_03,
  HS_FEED_ATOM_10,
  HS_FEED_ATOM,
  HS_FEED_CDF,
  HS_FEED_JSON_10,
  HS_FEED_JSON_11,
  HS_N_FEED_FORMATS
} HsFeedFormat;

/**
 * HsFeedPerson:
 *
 * Who wrote something. At least one field is set.
 */
typedef struct
{
  char *name;     /* (owned) (nullable) */
  char *email;    /* (owned) (nullable) */
  char *url;      /* (owned) (nullable): absolute where a base was known */
  char *avatar;   /* (owned) (nullable) */
} HsFeedPerson;

typedef struct
{
  char *term;     /* (owned) */
  char *scheme;   /* (owned) (nullable) */
  char *label;    /* (owned) (nullable) */
} HsFeedCategory;

/**
 * HsFeedAttachment:
 * @size: bytes, -1 unknown
 * @duration: seconds, -1 unknown
 */
typedef struct
{
  char *url;      /* (owned) */
  char *type;     /* (owned) (nullable): as stated, "audio/mpeg" */
  char *title;    /* (owned) (nullable) */
  gint64 size;
  double duration;
} HsFeedAttachment;

/**
 * HsFeedLink:
 * @rel: "alternate" where the feed does not say
 * @size: bytes, -1 unknown
 */
typedef struct
{
  char *rel;      /* (owned) */
  char *url;      /* (owned): absolute where a base was known */
  char *type;     /* (owned) (nullable) */
  char *title;    /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
  gint64 size;
} HsFeedLink;

/**
 * HsFeedText:
 * @value: as it came, entities of the feed's own XML resolved: plain text when
 *   @html is %FALSE, else HTML that has NOT been cleaned and must never be shown
 *   or written before it went through the whitelist of `markup`
 * @base: (nullable): what relative addresses in it stand against
 */
typedef struct
{
  char *value;    /* (owned) */
  gboolean html;
  char *base;     /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
} HsFeedText;

typedef struct _HsFeed HsFeed;

/**
 * HsFeedEntry:
 * @id: (nullable): guid, atom:id, as written
 * @url: (nullable): where the article stands, absolute where a base was known
 * @external_url: (nullable): what a link blog points at
 * @title: (nullable): with or without markup
 * @published: (nullable): RFC 3339, or a plain date; what cannot be read is %NULL
 * @raw_published: (nullable): as written
 * @rights: (nullable): without markup
 * @rights_text: (nullable): with what markup it had
 * @source: (nullable): all that is said of the feed it was copied from
 * @images: (element-type utf8): addresses of pictures that go with it, @image first
 * @links: (element-type HsFeedLink): every link, in the feed's order
 *
 * One entry, as plain data. What the feed does not say is %NULL or empty.
 */
typedef struct
{
  char *id;               /* (owned) (nullable) */
  gboolean id_is_link;    /* guid isPermaLink */
  char *url;              /* (owned) (nullable) */
  char *external_url;     /* (owned) (nullable) */
  char *comments_url;     /* (owned) (nullable) */
  HsFeedText *title;      /* (owned) (nullable) */
  HsFeedText *summary;    /* (owned) (nullable) */
  HsFeedText *content;    /* (owned) (nullable) */
  char *published;        /* (owned) (nullable) */
  char *modified;         /* (owned) (nullable) */
  char *raw_published;    /* (owned) (nullable) */
  char *raw_modified;     /* (owned) (nullable) */
  char *image;            /* (owned) (nullable) */
  char *banner;           /* (owned) (nullable) */
  char *language;         /* (owned) (nullable): BCP 47 */
  char *source_title;     /* (owned) (nullable): the feed it was copied from */
  char *source_url;       /* (owned) (nullable) */
  HsFeed *source;         /* (owned) (nullable) */
  char *rights;           /* (owned) (nullable) */
  HsFeedText *rights_text;/* (owned) (nullable) */
  GPtrArray *authors;     /* (owned) (element-type HsFeedPerson) */
  GPtrArray *contributors;/* (owned) (element-type HsFeedPerson) */
  GPtrArray *categories;  /* (owned) (element-type HsFeedCategory) */
  GPtrArray *attachments; /* (owned) (element-type HsFeedAttachment) */
  GPtrArray *images;      /* (owned) (element-type utf8) */
  GPtrArray *links;       /* (owned) (element-type HsFeedLink) */
} HsFeedEntry;

/**
 * HsFeed:
 * @home_url: (nullable): the site
 * @feed_url: (nullable): the feed's own address, as it states it
 * @ttl: minutes, -1 when it does not say
 * @skip_hours: bit n: not at hour n, UTC
 * @skip_days: bit n: not on that day, 0 Sunday
 * @encoding: (nullable): what it was decoded from, lower case, "utf-8"
 * @encoding_guessed: nothing in or around the bytes said which
 * @recovered: it was not well formed; what could be saved was
 * @errors: (element-type utf8): what was wrong, in words, at most 20
 * @expired: the feed says that it will never be updated again
 *
 * A feed without its entries, as plain data.
 */
struct _HsFeed
{
  HsFeedFormat format;
  HsFeedText *title;      /* (owned) (nullable) */
  HsFeedText *description;/* (owned) (nullable) */
  HsFeedText *info;       /* (owned) (nullable): a word to who sees the feed raw */
  char *id;               /* (owned) (nullable) */
  char *home_url;         /* (owned) (nullable) */
  char *feed_url;         /* (owned) (nullable) */
  char *next_url;         /* (owned) (nullable): further pages */
  char *hub_url;          /* (owned) (nullable) */
  char *icon;             /* (owned) (nullable): small, square */
  char *image;            /* (owned) (nullable) */
  char *language;         /* (owned) (nullable) */
  char *rights;           /* (owned) (nullable) */
  HsFeedText *rights_text;/* (owned) (nullable) */
  char *generator;        /* (owned) (nullable) */
  char *generator_url;    /* (owned) (nullable) */
  char *generator_version;/* (owned) (nullable) */
  char *published;        /* (owned) (nullable) */
  char *modified;         /* (owned) (nullable) */
  char *raw_published;    /* (owned) (nullable) */
  char *raw_modified;     /* (owned) (nullable) */
  HsFeedPerson *publisher;/* (owned) (nullable) */
  GPtrArray *authors;     /* (owned) (element-type HsFeedPerson) */
  GPtrArray *contributors;/* (owned) (element-type HsFeedPerson) */
  GPtrArray *categories;  /* (owned) (element-type HsFeedCategory) */
  GPtrArray *links;       /* (owned) (element-type HsFeedLink) */
  int ttl;
  guint32 skip_hours;
  guint32 skip_days;
  char *base;             /* (owned) (nullable) */
  char *encoding;         /* (owned) (nullable) */
  gboolean encoding_guessed;
  gboolean recovered;
  gboolean expired;
  GPtrArray *errors;      /* (owned) (element-type utf8) */
};

/* Called with each entry as it is read; @entry: (transfer full). FALSE stops. */
typedef gboolean (*HsFeedEntryFunc) (HsFeedEntry *entry,
                                     gpointer     data);

/* Pure; any thread. Entries are handed over while the rest is still being read
 * (XML is read as a stream: memory does not grow with the feed).
 * @content_type: (nullable): as a server gave it; @base_url: (nullable).
 * Errors: HS_ERROR_UNSUPPORTED (no feed), _EMPTY, _TOO_LARGE, _NOT_TEXT, each
 * with a sentence. Returns: (transfer full). */
HsFeed     *hs_feed_parse            (GBytes           *bytes,
                                      const char       *content_type,
                                      const char       *base_url,
                                      HsFeedEntryFunc   func,
                                      gpointer          data,
                                      GError          **error);
void        hs_feed_free             (HsFeed           *self);
void        hs_feed_entry_free       (HsFeedEntry      *self);
const char *hs_feed_format_to_nick   (HsFeedFormat      format);
/* The text without its markup, white space squeezed.
 * Returns: (transfer full) (nullable): NULL for NULL and for what holds none */
char       *hs_feed_text_to_plain    (const HsFeedText *text);
/* The whole as JSON Feed 1.1 with `_hearsay`; content through the whitelist.
 * hs-feed-json.h holds that. */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeed, hs_feed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsFeedEntry, hs_feed_entry_free)

G_END_DECLS
