/* hs-feed-names.c: what the elements of a feed mean, whatever their prefix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feed-names.h"

#include <string.h>

/* Without "http:", "https:" and what stands at the end of an address. */
static const struct
{
  const char *uri;
  HsSpace space;
} uris[] = {
  { "//www.w3.org/2005/atom", HS_SPACE_CORE },
  { "//purl.org/atom/ns", HS_SPACE_CORE },
  { "//purl.org/atom/ns#", HS_SPACE_CORE },
  { "//example.com/newformat", HS_SPACE_CORE },
  { "//example.com/necho", HS_SPACE_CORE },
  { "//purl.org/echo", HS_SPACE_CORE },
  { "uri/of/echo/namespace", HS_SPACE_CORE },
  { "//purl.org/pie", HS_SPACE_CORE },
  { "//purl.org/rss/1.0", HS_SPACE_CORE },
  { "//purl.org/net/rss1.1", HS_SPACE_CORE },
  { "//my.netscape.com/rdf/simple/0.9", HS_SPACE_CORE },
  { "//channel.netscape.com/rdf/simple/0.9", HS_SPACE_CORE },
  { "//my.netscape.com/publish/formats/rss-0.91.dtd", HS_SPACE_CORE },
  { "//backend.userland.com/rss", HS_SPACE_CORE },
  { "//backend.userland.com/rss091", HS_SPACE_CORE },
  { "//backend.userland.com/rss2", HS_SPACE_CORE },
  { "//blogs.law.harvard.edu/tech/rss", HS_SPACE_CORE },
  { "//cyber.law.harvard.edu/rss", HS_SPACE_CORE },
  { "//www.rssboard.org/rss-specification", HS_SPACE_CORE },
  { "//www.w3.org/1999/02/22-rdf-syntax-ns", HS_SPACE_RDF },
  { "//purl.org/dc/elements/1.0", HS_SPACE_DC },
  { "//purl.org/dc/elements/1.1", HS_SPACE_DC },
  { "//purl.org/metadata/dublin_core", HS_SPACE_DC },
  { "//purl.org/dc/terms", HS_SPACE_DC },
  { "//purl.org/rss/1.0/modules/content", HS_SPACE_CONTENT },
  { "//search.yahoo.com/mrss", HS_SPACE_MEDIA },
  { "//search.yahoo.com/mrss/", HS_SPACE_MEDIA },
  { "//video.search.yahoo.com/mrss", HS_SPACE_MEDIA },
  { "//tools.search.yahoo.com/mrss", HS_SPACE_MEDIA },
  { "//www.rssboard.org/media-rss", HS_SPACE_MEDIA },
  { "//www.itunes.com/dtds/podcast-1.0.dtd", HS_SPACE_ITUNES },
  { "//www.itunes.com/dtds/podcast", HS_SPACE_ITUNES },
  { "//example.com/dtds/podcast-1.0.dtd", HS_SPACE_ITUNES },
  { "//purl.org/rss/1.0/modules/syndication", HS_SPACE_SYNDICATION },
  { "//www.w3.org/1999/xhtml", HS_SPACE_XHTML },
  { "//www.w3.org/html/1998/html4", HS_SPACE_XHTML },
  { "//rssnamespace.org/feedburner/ext/1.0", HS_SPACE_FEEDBURNER },
};

/* For prefixes that nobody declared. */
static const struct
{
  const char *prefix;
  HsSpace space;
} prefixes[] = {
  { "atom", HS_SPACE_CORE },        { "atom03", HS_SPACE_CORE },     { "atom10", HS_SPACE_CORE },
  { "rss", HS_SPACE_CORE },         { "rdf", HS_SPACE_RDF },         { "dc", HS_SPACE_DC },
  { "dcterms", HS_SPACE_DC },       { "content", HS_SPACE_CONTENT }, { "media", HS_SPACE_MEDIA },
  { "itunes", HS_SPACE_ITUNES },    { "sy", HS_SPACE_SYNDICATION },  { "xhtml", HS_SPACE_XHTML },
  { "feedburner", HS_SPACE_FEEDBURNER },
};

static const struct
{
  HsSpace space;
  const char *name;
  HsField field;
} fields[] = {
  { HS_SPACE_CORE, "rss", HS_FIELD_RSS },
  { HS_SPACE_CORE, "rdf", HS_FIELD_RDF },
  { HS_SPACE_CORE, "feed", HS_FIELD_FEED },
  { HS_SPACE_CORE, "channel", HS_FIELD_CHANNEL },
  { HS_SPACE_CORE, "feedinfo", HS_FIELD_CHANNEL },
  { HS_SPACE_CORE, "item", HS_FIELD_ENTRY },
  { HS_SPACE_CORE, "entry", HS_FIELD_ENTRY },
  { HS_SPACE_CORE, "author", HS_FIELD_PERSON },
  { HS_SPACE_CORE, "managingeditor", HS_FIELD_PERSON },
  { HS_SPACE_CORE, "contributor", HS_FIELD_CONTRIBUTOR },
  { HS_SPACE_CORE, "webmaster", HS_FIELD_PUBLISHER },
  { HS_SPACE_CORE, "publisher", HS_FIELD_PUBLISHER },
  { HS_SPACE_CORE, "source", HS_FIELD_SOURCE },
  { HS_SPACE_CORE, "image", HS_FIELD_IMAGE },
  { HS_SPACE_CORE, "textinput", HS_FIELD_BOX },
  { HS_SPACE_CORE, "cloud", HS_FIELD_BOX },
  { HS_SPACE_CORE, "skiphours", HS_FIELD_SKIP_HOURS },
  { HS_SPACE_CORE, "skipdays", HS_FIELD_SKIP_DAYS },
  { HS_SPACE_CORE, "title", HS_FIELD_TITLE },
  { HS_SPACE_CORE, "description", HS_FIELD_DESCRIPTION },
  { HS_SPACE_CORE, "tagline", HS_FIELD_SUBTITLE },
  { HS_SPACE_CORE, "subtitle", HS_FIELD_SUBTITLE },
  { HS_SPACE_CORE, "summary", HS_FIELD_SUMMARY },
  { HS_SPACE_CORE, "abstract", HS_FIELD_SUMMARY },
  { HS_SPACE_CORE, "content", HS_FIELD_CONTENT },
  { HS_SPACE_CORE, "body", HS_FIELD_BODY },
  { HS_SPACE_CORE, "fullitem", HS_FIELD_BODY },
  { HS_SPACE_CORE, "rights", HS_FIELD_RIGHTS },
  { HS_SPACE_CORE, "copyright", HS_FIELD_RIGHTS },
  { HS_SPACE_CORE, "info", HS_FIELD_INFO },
  { HS_SPACE_CORE, "link", HS_FIELD_LINK },
  { HS_SPACE_CORE, "id", HS_FIELD_ID },
  { HS_SPACE_CORE, "guid", HS_FIELD_GUID },
  { HS_SPACE_CORE, "category", HS_FIELD_CATEGORY },
  { HS_SPACE_CORE, "tags", HS_FIELD_TAGS },
  { HS_SPACE_CORE, "keywords", HS_FIELD_KEYWORDS },
  { HS_SPACE_CORE, "pubdate", HS_FIELD_PUBLISHED },
  { HS_SPACE_CORE, "published", HS_FIELD_PUBLISHED },
  { HS_SPACE_CORE, "issued", HS_FIELD_PUBLISHED },
  { HS_SPACE_CORE, "updated", HS_FIELD_MODIFIED },
  { HS_SPACE_CORE, "modified", HS_FIELD_MODIFIED },
  { HS_SPACE_CORE, "lastbuilddate", HS_FIELD_MODIFIED },
  { HS_SPACE_CORE, "lastmod", HS_FIELD_MODIFIED },
  { HS_SPACE_CORE, "date", HS_FIELD_DATE },
  { HS_SPACE_CORE, "created", HS_FIELD_CREATED },
  { HS_SPACE_CORE, "language", HS_FIELD_LANGUAGE },
  { HS_SPACE_CORE, "generator", HS_FIELD_GENERATOR },
  { HS_SPACE_CORE, "ttl", HS_FIELD_TTL },
  { HS_SPACE_CORE, "hour", HS_FIELD_HOUR },
  { HS_SPACE_CORE, "day", HS_FIELD_DAY },
  { HS_SPACE_CORE, "icon", HS_FIELD_ICON },
  { HS_SPACE_CORE, "logo", HS_FIELD_LOGO },
  { HS_SPACE_CORE, "url", HS_FIELD_URL },
  { HS_SPACE_CORE, "uri", HS_FIELD_URL },
  { HS_SPACE_CORE, "homepage", HS_FIELD_URL },
  { HS_SPACE_CORE, "name", HS_FIELD_NAME },
  { HS_SPACE_CORE, "email", HS_FIELD_EMAIL },
  { HS_SPACE_CORE, "enclosure", HS_FIELD_ENCLOSURE },
  { HS_SPACE_CORE, "comments", HS_FIELD_COMMENTS },
  { HS_SPACE_RDF, "rdf", HS_FIELD_RDF },
  { HS_SPACE_DC, "title", HS_FIELD_TITLE },
  { HS_SPACE_DC, "description", HS_FIELD_DESCRIPTION },
  { HS_SPACE_DC, "abstract", HS_FIELD_SUMMARY },
  { HS_SPACE_DC, "rights", HS_FIELD_RIGHTS },
  { HS_SPACE_DC, "creator", HS_FIELD_CREATOR },
  { HS_SPACE_DC, "author", HS_FIELD_CREATOR },
  { HS_SPACE_DC, "contributor", HS_FIELD_CONTRIBUTOR },
  { HS_SPACE_DC, "publisher", HS_FIELD_PUBLISHER },
  { HS_SPACE_DC, "subject", HS_FIELD_CATEGORY },
  { HS_SPACE_DC, "date", HS_FIELD_DATE },
  { HS_SPACE_DC, "issued", HS_FIELD_PUBLISHED },
  { HS_SPACE_DC, "created", HS_FIELD_CREATED },
  { HS_SPACE_DC, "modified", HS_FIELD_MODIFIED },
  { HS_SPACE_DC, "language", HS_FIELD_LANGUAGE },
  { HS_SPACE_CONTENT, "encoded", HS_FIELD_ENCODED },
  { HS_SPACE_MEDIA, "group", HS_FIELD_GROUP },
  { HS_SPACE_MEDIA, "content", HS_FIELD_MEDIA },
  { HS_SPACE_MEDIA, "thumbnail", HS_FIELD_THUMBNAIL },
  { HS_SPACE_MEDIA, "title", HS_FIELD_TITLE },
  { HS_SPACE_MEDIA, "description", HS_FIELD_DESCRIPTION },
  { HS_SPACE_MEDIA, "keywords", HS_FIELD_KEYWORDS },
  { HS_SPACE_MEDIA, "category", HS_FIELD_CATEGORY },
  { HS_SPACE_ITUNES, "author", HS_FIELD_CREATOR },
  { HS_SPACE_ITUNES, "title", HS_FIELD_TITLE },
  { HS_SPACE_ITUNES, "subtitle", HS_FIELD_SUBTITLE },
  { HS_SPACE_ITUNES, "summary", HS_FIELD_DESCRIPTION },
  { HS_SPACE_ITUNES, "image", HS_FIELD_THUMBNAIL },
  { HS_SPACE_ITUNES, "link", HS_FIELD_THUMBNAIL },
  { HS_SPACE_ITUNES, "duration", HS_FIELD_DURATION },
  { HS_SPACE_ITUNES, "keywords", HS_FIELD_KEYWORDS },
  { HS_SPACE_ITUNES, "category", HS_FIELD_CATEGORY },
  { HS_SPACE_ITUNES, "owner", HS_FIELD_OWNER },
  { HS_SPACE_ITUNES, "name", HS_FIELD_NAME },
  { HS_SPACE_ITUNES, "email", HS_FIELD_EMAIL },
  { HS_SPACE_ITUNES, "complete", HS_FIELD_EXPIRED },
  { HS_SPACE_ITUNES, "new-feed-url", HS_FIELD_NEW_ADDRESS },
  { HS_SPACE_SYNDICATION, "updateperiod", HS_FIELD_PERIOD },
  { HS_SPACE_SYNDICATION, "updatefrequency", HS_FIELD_FREQUENCY },
  { HS_SPACE_XHTML, "body", HS_FIELD_BODY },
  { HS_SPACE_XHTML, "div", HS_FIELD_BODY },
  { HS_SPACE_FEEDBURNER, "origlink", HS_FIELD_ORIGINAL_LINK },
};

#define IS_ATOM 0x100

struct _HsFeedNames
{
  GHashTable *spaces;  /* (owned): pointer of a URI → space + 1, IS_ATOM */
  GHashTable *names;   /* (owned): pointer of a name → field of each space */
};

/* Name in lower case → what it says in each space, for the whole program. */
static GHashTable *
all_fields (void)
{
  static GHashTable *table = NULL;

  if (g_once_init_enter (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        {
          guint8 *meanings = g_hash_table_lookup (made, fields[i].name);

          if (meanings == NULL)
            {
              meanings = g_new0 (guint8, HS_N_SPACES);
              g_hash_table_insert (made, (gpointer) fields[i].name, meanings);
            }
          meanings[fields[i].space] = fields[i].field;
        }
      g_once_init_leave (&table, made);
    }
  return table;
}

/* Works while one text is read: it remembers names by their pointers.
 * Returns: (transfer full) */
HsFeedNames *
hs_feed_names_new (void)
{
  HsFeedNames *self = g_new0 (HsFeedNames, 1);

  self->spaces = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * hs_feed_names_free:
 * @self: (transfer full): what remembers the names of one text
 */
void
hs_feed_names_free (HsFeedNames *self)
{
  g_hash_table_unref (self->spaces);
  g_hash_table_unref (self->names);
  g_free (self);
}

static gboolean
is_uri (const char *uri,
        const char *known)
{
  gsize n = strlen (known), rest;

  if (g_str_has_prefix (uri, "http:"))
    uri += 5;
  else if (g_str_has_prefix (uri, "https:"))
    uri += 6;
  if (g_ascii_strncasecmp (uri, known, n) != 0)
    return FALSE;
  rest = strspn (uri + n, "/#");
  return uri[n + rest] == '\0' && rest <= 1;
}

static HsSpace
find_space (const char *uri)
{
  g_autofree char *stripped = g_strstrip (g_strdup (uri));

  if (*stripped == '\0')
    return HS_SPACE_CORE;
  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    if (is_uri (stripped, uris[i].uri))
      return uris[i].space;
  return HS_SPACE_OTHER;
}

/**
 * hs_feed_is_atom:
 * @uri: (nullable): a namespace
 *
 * Returns: whether it is one of Atom's
 */
gboolean
hs_feed_is_atom (const char *uri)
{
  g_autofree char *stripped = uri != NULL ? g_strstrip (g_strdup (uri)) : NULL;

  if (stripped == NULL)
    return FALSE;
  for (guint i = 0; i < 8; i++)
    if (is_uri (stripped, uris[i].uri))
      return TRUE;
  return FALSE;
}

/**
 * hs_feed_names_space:
 * @self: the names
 * @prefix: (nullable): of an element
 * @uri: (nullable): its namespace
 * @atom: (out): whether it is one of Atom's
 *
 * Returns: who says what the element means
 */
HsSpace
hs_feed_names_space (HsFeedNames *self,
                     const char  *prefix,
                     const char  *uri,
                     gboolean    *atom)
{
  HsSpace space;
  guint known;

  *atom = FALSE;
  if (uri == NULL)
    {
      if (prefix == NULL)
        return HS_SPACE_CORE;
      for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
        if (g_ascii_strcasecmp (prefixes[i].prefix, prefix) == 0)
          return prefixes[i].space;
      return HS_SPACE_OTHER;
    }
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->spaces, uri));
  if (known == 0)
    {
      known = (find_space (uri) + 1) | (hs_feed_is_atom (uri) ? IS_ATOM : 0);
      g_hash_table_insert (self->spaces, (gpointer) uri, GUINT_TO_POINTER (known));
    }
  *atom = (known & IS_ATOM) != 0;
  space = (known & ~IS_ATOM) - 1;
  /* a default namespace that nobody knows does not make an RSS another format */
  return space == HS_SPACE_OTHER && prefix == NULL ? HS_SPACE_CORE : space;
}

/**
 * hs_feed_names_field:
 * @self: the names
 * @space: who says what it means
 * @name: an element's own name
 *
 * Returns: what the element says
 */
HsField
hs_feed_names_field (HsFeedNames *self,
                     HsSpace      space,
                     const char  *name)
{
  static const guint8 nothing[HS_N_SPACES] = { HS_FIELD_NONE };
  const guint8 *known = g_hash_table_lookup (self->names, name);

  if (known == NULL)
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      known = g_hash_table_lookup (all_fields (), lower);
      if (known == NULL)
        known = nothing;
      g_hash_table_insert (self->names, (gpointer) name, (gpointer) known);
    }
  return known[space];
}
