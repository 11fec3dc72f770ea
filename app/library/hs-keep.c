/* hs-keep.c: whole articles into the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include "hs-analyser.h"
#include "hs-incoming-private.h"
#include "hs-url.h"

typedef struct
{
  gint64 article;      /* 0: new */
  gint64 revision;     /* its present one */
  gboolean same_text;
  gboolean deleted;
  gboolean outdated;   /* analysed by an older analyser */
} Match;

static const char *
get_address (const HsIncoming *incoming)
{
  if (incoming->document->url != NULL && *incoming->document->url != '\0')
    return incoming->document->url;
  return incoming->address;
}

/* What tells the same article again: its address as it is compared, else its
 * path. */
static char *
make_identity (const HsIncoming *incoming,
               const char       *sha256)
{
  const char *address = get_address (incoming);

  if (address != NULL)
    return hs_url_normalise (address);
  if (incoming->path != NULL)
    return g_strdup (incoming->path);
  return g_strconcat ("sha256:", sha256, NULL);
}

static void
read_match (HsQuery    *query,
            const char *sha256,
            Match      *match)
{
  match->article = hs_query_int (query, 0);
  match->revision = hs_query_int (query, 1);
  match->deleted = hs_query_int (query, 2) != 0;
  match->outdated = hs_query_int (query, 3) < HS_ANALYSER_VERSION;
  match->same_text = g_strcmp0 (hs_query_text (query, 4), sha256) == 0;
}

static gboolean
match_identity (HsDatabase  *database,
                const char  *identity,
                const char  *sha256,
                Match       *match,
                GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT a.id, a.revision, a.deleted, a.analyser, r.sha256"
                             " FROM articles AS a JOIN revisions AS r ON r.id = a.revision WHERE a.identity = ?1",
                             "s", identity);
  if (hs_query_next (query, &local))
    read_match (query, sha256, match);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The same text elsewhere is the same article, unless both say where they were
 * published and it is not the same place: then one repeats the other, and that
 * is for the analyst to see. */
static gboolean
match_text (HsDatabase        *database,
            const HsIncoming  *incoming,
            Match             *match,
            GError           **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  /* what could not be read is not the same for that */
  if (incoming->document->length == 0)
    return TRUE;
  query = hs_database_query (database,
                             "SELECT a.id, a.revision, a.deleted, a.analyser, ?1"
                             " FROM revisions AS r JOIN articles AS a ON a.id = r.article WHERE r.sha256 = ?1"
                             " AND (a.stated_url IS NULL OR ?2 IS NULL OR a.stated_url = ?2)"
                             " AND (a.stated_outlet IS NULL OR ?3 IS NULL OR a.stated_outlet = ?3)"
                             " ORDER BY a.id LIMIT 1", "sss", incoming->text_sha256, get_address (incoming),
                             incoming->document->outlet);
  if (hs_query_next (query, &local))
    read_match (query, incoming->text_sha256, match);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static char *
join_addresses (GPtrArray *addresses)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? HS_UNIT : "", (const char *) g_ptr_array_index (addresses, i));
  return g_string_free (out, FALSE);
}

/* The bytes as they came, and those of the pages on which it goes on. */
static gboolean
add_originals (HsDatabase        *database,
               const HsIncoming  *incoming,
               gint64             now,
               gint64             revision,
               GError           **error)
{
  if (incoming->packed == NULL)
    return TRUE;
  if (!hs_database_run (database, error,
                        "INSERT INTO originals (revision, sha256, size, fetched, address, path, content_type, headers,"
                        " bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", "isiissssb", revision,
                        incoming->sha256, (gint64) incoming->size, incoming->fetched != 0 ? incoming->fetched : now,
                        incoming->address, incoming->path, incoming->content_type, incoming->headers, incoming->packed))
    return FALSE;
  for (guint i = 0; incoming->parts != NULL && i < incoming->parts->len; i++)
    if (!add_originals (database, g_ptr_array_index (incoming->parts, i), now, revision, error))
      return FALSE;
  return TRUE;
}

/* @revision: its id */
static gboolean
add_revision (HsDatabase        *database,
              const HsIncoming  *incoming,
              gint64             article,
              gint64             now,
              gint64             revision,
              GError           **error)
{
  const HsDocument *document = incoming->document;
  g_autofree char *images = join_addresses (document->images);
  g_autofree char *links = join_addresses (document->links);
  g_autofree char *places = hs_document_pack_places (document);

  if (!hs_database_run (database, error,
                        "INSERT INTO revisions (id, article, seen, sha256, images, links, text, title, places)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", "iiissssss", revision, article, now,
                        incoming->text_sha256, images, links, document->text, document->title, places))
    return FALSE;
  return add_originals (database, incoming, now, revision, error);
}

static gboolean
add_article (HsDatabase        *database,
             const HsIncoming  *incoming,
             const char        *identity,
             gint64             now,
             gint64             revision,
             gint64            *id,
             GError           **error)
{
  const HsDocument *document = incoming->document;
  gint64 source;

  if (!hs_sources_find_or_add (database, document->outlet, &source, error)
      || !hs_database_run (database, error,
                           "INSERT INTO articles (identity, source, fetched, sample, stated_url, stated_title,"
                           " stated_byline, stated_published, stated_outlet, modified, language, path, revision,"
                           " n_revisions) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1)",
                           "siinssssssssi", identity, source, now, incoming->sample, get_address (incoming),
                           document->title, document->byline, document->published, document->outlet,
                           document->modified, document->language, incoming->path, revision))
    return FALSE;
  *id = hs_database_get_last_id (database);
  return TRUE;
}

/* What the new text of an article states, beside what the analyst corrected. */
static gboolean
state_details (HsDatabase        *database,
               const HsIncoming  *incoming,
               gint64             article,
               gint64             revision,
               GError           **error)
{
  const HsDocument *document = incoming->document;

  return hs_database_run (database, error,
                          "UPDATE articles SET stated_url = ?2, stated_title = ?3, stated_byline = ?4,"
                          " stated_published = ?5, stated_outlet = ?6, modified = ?7, language = ?8, path = coalesce "
                          "(?9, path), revision = ?10, n_revisions = n_revisions + 1 WHERE id = ?1", "issssssssi",
                          article, get_address (incoming), document->title, document->byline, document->published,
                          document->outlet, document->modified, document->language, incoming->path, revision)
         && hs_sources_assign (database, article, error);
}

static gboolean
set_analysis (HsLibrary         *self,
              HsDatabase        *database,
              const HsIncoming  *incoming,
              gint64             article,
              gboolean           is_new,
              GError           **error)
{
  if ((!is_new && !hs_keep_clear_analysis (database, article, error))
      || !hs_keep_blocks (database, article, incoming->document, error))
    return FALSE;
  if (incoming->analysis == NULL)
    return is_new || hs_keep_waiting (database, article, error);
  return hs_keep_analysis (self, database, article, incoming->analysis, NULL, error);
}

/* A revision that schema 1 kept has its title with the article only. */
static gboolean
keep_title (HsDatabase  *database,
            gint64       article,
            GError     **error)
{
  return hs_database_run (database, error,
                          "UPDATE revisions SET title = (SELECT stated_title FROM articles WHERE id = ?1)"
                          " WHERE id = (SELECT revision FROM articles WHERE id = ?1) AND title IS NULL", "i", article);
}

static gboolean
keep_changed_text (HsLibrary         *self,
                   HsDatabase        *database,
                   const HsIncoming  *incoming,
                   gint64             article,
                   gint64             revision,
                   GError           **error)
{
  return hs_fulltext_remove (self, database, article, error)
         && keep_title (database, article, error)
         && state_details (database, incoming, article, revision, error)
         && hs_anchor_notes (database, article, revision, incoming->document->text, error);
}

/* The revision is named before it is there, so that the article is written once. */
static gboolean
keep_new_text (HsLibrary         *self,
               HsDatabase        *database,
               HsIncoming        *incoming,
               const Match       *match,
               const char        *identity,
               GError           **error)
{
  gint64 now = incoming->fetched != 0 ? incoming->fetched : hs_library_now ();
  gboolean is_new = match->article == 0;
  gint64 article = match->article;
  gint64 revision;

  incoming->kept = is_new ? HS_KEPT_ADDED : HS_KEPT_CHANGED;
  if (!hs_database_get_int (database, &revision, 1, error, "SELECT max (id) + 1 FROM revisions", "")
      || (is_new && !add_article (database, incoming, identity, now, revision, &article, error)))
    return FALSE;
  incoming->article = article;
  incoming->revision = revision;
  if (!add_revision (database, incoming, article, now, revision, error)
      || (!is_new && !keep_changed_text (self, database, incoming, article, revision, error)))
    return FALSE;
  hs_fulltext_add (self, article);
  return set_analysis (self, database, incoming, article, is_new, error);
}

/**
 * hs_keep_text:
 * @library: the library
 * @database: the writer's
 * @incoming: what came
 * @article: its id; 0 a new one
 * @identity: what a new one is known by
 * @error: return location
 *
 * Keeps the text as a new article, or as a new revision.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_text (HsLibrary   *library,
              HsDatabase  *database,
              HsIncoming  *incoming,
              gint64       article,
              const char  *identity,
              GError     **error)
{
  const Match match = { .article = article };

  return keep_new_text (library, database, incoming, &match, identity, error);
}

/**
 * hs_keep_find_text:
 * @database: the writer's
 * @incoming: what came
 * @article: (out): the article of the same text that may be the same, 0 none
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_find_text (HsDatabase        *database,
                   const HsIncoming  *incoming,
                   gint64            *article,
                   GError           **error)
{
  Match match = { 0 };

  if (!match_text (database, incoming, &match, error))
    return FALSE;
  *article = match.article;
  return TRUE;
}

/* Importing again what was deleted brings it back. */
static gboolean
revive (HsDatabase  *database,
        gint64       article,
        GError     **error)
{
  return hs_database_run (database, error, "UPDATE articles SET deleted = 0 WHERE id = ?1", "i", article)
         && hs_entities_aggregate (database, article, error)
         && hs_stories_mark (database, article, error);
}

static gboolean
keep_one (HsLibrary   *self,
          HsDatabase  *database,
          HsIncoming  *incoming,
          GError     **error)
{
  g_autofree char *identity = make_identity (incoming, incoming->text_sha256);
  Match match = { 0 };

  if (!match_identity (database, identity, incoming->text_sha256, &match, error)
      || (match.article == 0 && !match_text (database, incoming, &match, error)))
    return FALSE;
  incoming->article = match.article;
  incoming->kept = HS_KEPT_UNCHANGED;
  if (match.article == 0 || !match.same_text)
    {
      if (!keep_new_text (self, database, incoming, &match, identity, error))
        return FALSE;
    }
  else if (match.outdated && incoming->analysis != NULL
           && !set_analysis (self, database, incoming, match.article, FALSE, error))
    return FALSE;
  if (match.deleted)
    {
      incoming->kept = HS_KEPT_ADDED;
      return revive (database, match.article, error);
    }
  return TRUE;
}

static gboolean
keep_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  GPtrArray *incoming = data;
  gboolean changed = FALSE;

  for (guint i = 0; i < incoming->len; i++)
    {
      HsIncoming *one = g_ptr_array_index (incoming, i);

      if (!keep_one (self, database, one, error))
        return FALSE;
      changed = changed || one->kept != HS_KEPT_UNCHANGED;
    }
  if (changed)
    hs_library_touch (self, HS_LIBRARY_ARTICLES | HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES | HS_LIBRARY_NOTES);
  return TRUE;
}

/**
 * hs_library_keep:
 * @self: a library
 * @incoming: (element-type HsIncoming): each with its document; without analysis its
 *   article waits for hs_library_keep_findings()
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether all of them were kept; else none was
 */
gboolean
hs_library_keep (HsLibrary  *self,
                 GPtrArray  *incoming,
                 GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (incoming != NULL, FALSE);

  hs_incoming_hash_texts (incoming);
  return hs_library_write (self, keep_work, incoming, error);
}

typedef struct
{
  const char *sha256;  /* (unowned) */
  const char *path;    /* (unowned) (nullable) */
  gint64 known;
} Knowing;

static gboolean
knows_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Knowing *knowing = data;

  return hs_database_get_int (database, &knowing->known, 0, error,
                              "SELECT 1 FROM originals AS o JOIN revisions AS r ON r.id = o.revision"
                              " JOIN articles AS a ON a.id = r.article"
                              " WHERE o.sha256 = ?1 AND a.deleted = 0 AND a.analyser >= ?3"
                              " AND (a.revision = r.id OR a.path IS NOT ?2) LIMIT 1", "ssn", knowing->sha256,
                              knowing->path, HS_ANALYSER_VERSION);
}

/**
 * hs_library_knows:
 * @self: a library
 * @sha256: of the bytes as they came
 * @path: (nullable): where they were read
 * @known: (out): whether nothing would come of keeping them
 * @error: return location
 *
 * Returns: whether it could be found out
 */
gboolean
hs_library_knows (HsLibrary   *self,
                  const char  *sha256,
                  const char  *path,
                  gboolean    *known,
                  GError     **error)
{
  Knowing knowing = { sha256, path, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  *known = FALSE;
  if (!hs_library_read (self, knows_work, &knowing, error))
    return FALSE;
  *known = knowing.known != 0;
  return TRUE;
}
