/* hs-load.c: articles and stories out of the tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-load.h"

#include <glib/gi18n-lib.h>

static gboolean
finish (GError **local,
        GError **error)
{
  if (*local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static gboolean
not_found (GError     **error,
           const char  *message)
{
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, message);
  return FALSE;
}

static void
add_addresses (GPtrArray  *addresses,
               const char *joined)
{
  g_auto (GStrv) parts = hs_library_split (joined);

  for (char **p = parts; *p != NULL; p++)
    g_ptr_array_add (addresses, g_strdup (*p));
}

static gboolean
load_head (HsDatabase  *database,
           HsStored    *self,
           GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT a.url, a.title, a.byline, a.published, a.modified, a.outlet, a.language, r.text,"
                             " r.images, r.links, r.sha256, a.path, a.fetched, a.source, a.story, a.read, a.starred,"
                             " a.sample, s.entity, a.analyser, r.places, s.pictures, p.at"
                             " FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " JOIN sources AS s ON s.id = a.source"
                             " LEFT JOIN reading_places AS p ON p.article = a.id WHERE a.id = ?1 AND a.deleted = 0",
                             "i", self->id);
  if (!hs_query_next (query, &local))
    return finish (&local, error) && not_found (error, _("There is no such article in the library."));
  self->document = hs_document_new (hs_query_dup (query, 7));
  self->document->url = hs_query_dup (query, 0);
  self->document->title = hs_query_dup (query, 1);
  self->document->byline = hs_query_dup (query, 2);
  self->document->published = hs_query_dup (query, 3);
  self->document->modified = hs_query_dup (query, 4);
  self->document->outlet = hs_query_dup (query, 5);
  self->document->language = hs_query_dup (query, 6);
  add_addresses (self->document->images, hs_query_text (query, 8));
  add_addresses (self->document->links, hs_query_text (query, 9));
  self->sha256 = hs_query_dup (query, 10);
  self->path = hs_query_dup (query, 11);
  self->fetched = hs_query_int (query, 12);
  self->source = hs_query_int (query, 13);
  self->story = hs_query_int (query, 14);
  self->read = hs_query_int (query, 15) != 0;
  self->starred = hs_query_int (query, 16) != 0;
  self->sample = hs_query_int (query, 17) != 0;
  self->outlet = hs_query_int (query, 18);
  self->waiting = hs_query_int (query, 19) == 0;
  hs_document_unpack_places (self->document, hs_query_text (query, 20));
  self->pictures = hs_query_int (query, 21) != 0;
  self->read_to = MIN (MAX (hs_query_int (query, 22), 0), (gint64) self->document->length);
  return TRUE;
}

/**
 * hs_load_blocks:
 * @database: a connection
 * @article: an article
 * @document: gets its blocks
 * @error: return location
 *
 * Inside hs_library_read().
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_load_blocks (HsDatabase  *database,
                gint64       article,
                HsDocument  *document,
                GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT kind, start, end, page, level, number, quoted, grid, first_column, flags"
                             " FROM blocks WHERE article = ?1 ORDER BY idx", "i", article);
  while (hs_query_next (query, &local))
    {
      HsBlock block = { .kind = hs_query_int (query, 0),
                        .span = HS_SPAN_INIT (hs_query_int (query, 1), hs_query_int (query, 2)),
                        .page = hs_query_int (query, 3),
                        .level = hs_query_int (query, 4),
                        .number = hs_query_int (query, 5),
                        .quoted = hs_query_int (query, 6),
                        .table = hs_query_int (query, 7),
                        .column = hs_query_int (query, 8),
                        .continued = (hs_query_int (query, 9) & 1) != 0,
                        .header = (hs_query_int (query, 9) & 2) != 0 };

      g_array_append_val (document->blocks, block);
    }
  return finish (&local, error);
}

/**
 * hs_load_entity:
 * @database: a connection
 * @id: an entity that is not merged into another
 * @error: return location
 *
 * Returns: (transfer full): it with all its names
 */
HsStoredEntity *
hs_load_entity (HsDatabase  *database,
                gint64       id,
                GError     **error)
{
  g_autoptr (HsStoredEntity) self = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT kind, name, n_mentions, n_articles FROM entities"
                                       " WHERE id = ?1", "i", id);
  if (!hs_query_next (query, &local))
    {
      if (finish (&local, error))
        not_found (error, _("There is no such entity in the library."));
      return NULL;
    }
  self = hs_stored_entity_new (id, hs_query_int (query, 0), hs_query_text (query, 1));
  self->n_mentions = hs_query_int (query, 2);
  self->n_articles = hs_query_int (query, 3);
  g_clear_pointer (&query, hs_query_free);
  query = hs_database_query (database,
                             "SELECT n.name FROM entities AS e JOIN entity_names AS n ON n.entity = e.id"
                             " WHERE e.root = ?1 AND n.n > 0 GROUP BY n.name"
                             " ORDER BY sum(n.n) DESC, min(n.id)", "i", id);
  while (hs_query_next (query, &local))
    g_ptr_array_add (names, hs_query_dup (query, 0));
  /* the one it was given, where no text names it */
  if (names->len == 0)
    g_ptr_array_add (names, g_strdup (self->name));
  g_ptr_array_add (names, NULL);
  self->names = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  return finish (&local, error) ? g_steal_pointer (&self) : NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * hs_load_known:
 * @database: a connection, within a transaction
 * @ids: (element-type gint64): of entities; sorted by this
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredEntity): the distinct ones, 0
 *   left out, by id; %NULL with @error set
 */
GPtrArray *
hs_load_known (HsDatabase  *database,
               GArray      *ids,
               GError     **error)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_entity_free);
  gint64 last = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      HsStoredEntity *entity;

      if (id == last)
        continue;
      entity = hs_load_entity (database, id, error);
      if (entity == NULL)
        return NULL;
      g_ptr_array_add (known, entity);
      last = id;
    }
  return g_steal_pointer (&known);
}

static gboolean
load_utterances (HsDatabase  *database,
                 HsStored    *self,
                 GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  g_array_set_size (self->utterances, self->analysis->statements->len);
  g_array_set_size (self->reports, self->analysis->statements->len);
  query = hs_database_query (database,
                             "SELECT u.statement, u.story, u.utterance,"
                             " (SELECT count(*) FROM utterance_statements AS o"
                             "   WHERE o.story = u.story AND o.utterance = u.utterance)"
                             " FROM utterance_statements AS u WHERE u.article = ?1", "i", self->id);
  while (hs_query_next (query, &local))
    {
      guint i = hs_query_int (query, 0);

      g_array_index (self->utterances, gint64, i) = hs_sub_id (hs_query_int (query, 1), hs_query_int (query, 2));
      g_array_index (self->reports, guint, i) = hs_query_int (query, 3);
    }
  return finish (&local, error);
}

static gboolean
load_notes (HsDatabase  *database,
            HsStored    *self,
            GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT id, start, end, quote, prefix, suffix, body, tags, created, modified FROM notes"
                             " WHERE article = ?1 AND deleted = 0 ORDER BY start, end, id", "i", self->id);
  while (hs_query_next (query, &local))
    {
      HsStoredNote *note = g_new0 (HsStoredNote, 1);

      note->id = hs_query_int (query, 0);
      note->article = self->id;
      note->span = HS_SPAN_INIT (hs_query_int (query, 1), hs_query_int (query, 2));
      note->quote = hs_query_dup (query, 3);
      note->prefix = hs_query_dup (query, 4);
      note->suffix = hs_query_dup (query, 5);
      note->body = hs_query_dup (query, 6);
      note->tags = hs_query_dup (query, 7);
      note->created = hs_query_int (query, 8);
      note->modified = hs_query_int (query, 9);
      g_ptr_array_add (self->notes, note);
    }
  return finish (&local, error);
}

static gboolean
load_grades (HsDatabase  *database,
             const char  *sql,
             gint64       id,
             GPtrArray   *grades,
             GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "i", id);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      HsStoredGrade *grade = g_new0 (HsStoredGrade, 1);

      grade->grade = hs_query_is_null (query, 0) ? 0 : *hs_query_text (query, 0);
      grade->reason = hs_query_dup (query, 1);
      grade->time = hs_query_int (query, 2);
      g_ptr_array_add (grades, grade);
    }
  return finish (&local, error);
}

static gboolean
load_revisions (HsDatabase  *database,
                HsStored    *self,
                GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT id, seen, sha256 FROM revisions WHERE article = ?1"
                                       " ORDER BY id DESC", "i",
                             self->id);
  while (hs_query_next (query, &local))
    {
      HsStoredRevision *revision = g_new0 (HsStoredRevision, 1);

      revision->id = hs_query_int (query, 0);
      revision->seen = hs_query_int (query, 1);
      revision->sha256 = hs_query_dup (query, 2);
      g_ptr_array_add (self->revisions, revision);
    }
  return finish (&local, error);
}

static gboolean
load_decisions (HsDatabase  *database,
                HsStored    *self,
                GError     **error)
{
  return load_notes (database, self, error)
         && load_revisions (database, self, error)
         && load_grades (database, "SELECT grade, reason, time FROM grades WHERE article = ?1 AND withdrawn = 0"
                                   " ORDER BY id DESC", self->id, self->article_grades, error)
         && load_grades (database, "SELECT grade, reason, time FROM grades WHERE source = ?1 AND withdrawn = 0"
                                   " ORDER BY id DESC", self->source, self->source_grades, error);
}

static HsStored *
stored_new (gint64 id)
{
  HsStored *self = g_new0 (HsStored, 1);

  self->id = id;
  self->entities = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->utterances = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->reports = g_array_new (FALSE, TRUE, sizeof (guint));
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_note_free);
  self->revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_revision_free);
  self->article_grades = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_grade_free);
  self->source_grades = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_grade_free);
  return self;
}

static gboolean
load_known_of_article (HsDatabase  *database,
                       HsStored    *self,
                       GError     **error)
{
  g_autoptr (GArray) ids = g_array_copy (self->entities);

  if (self->outlet != 0
      && !hs_database_get_int (database, &self->outlet, 0, error, "SELECT root FROM entities WHERE id = ?1", "i",
                               self->outlet))
    return FALSE;
  g_array_append_val (ids, self->outlet);
  self->known = hs_load_known (database, ids, error);
  return self->known != NULL;
}

/**
 * hs_load_article:
 * @database: a connection
 * @id: an article
 * @parts: how much of it
 * @error: return location
 *
 * Inside hs_library_read().
 *
 * Returns: (transfer full) (nullable): the article as it is kept; %NULL with @error
 *   set, HS_ERROR_NOT_FOUND when it is not there
 */
HsStored *
hs_load_article (HsDatabase   *database,
                 gint64        id,
                 HsLoadParts   parts,
                 GError      **error)
{
  g_autoptr (HsStored) self = stored_new (id);

  if (!load_head (database, self, error) || !hs_load_blocks (database, id, self->document, error))
    return NULL;
  self->analysis = hs_load_analysis (database, id, self->entities, error);
  if (self->analysis == NULL)
    return NULL;
  if (parts == HS_LOAD_ALL
      && (!load_known_of_article (database, self, error) || !load_utterances (database, self, error)
          || !load_decisions (database, self, error)))
    return NULL;
  if (!hs_load_check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

typedef struct
{
  gint64 id;
  gpointer result;
} Loading;

static gboolean
load_article_work (HsLibrary   *self,
                   HsDatabase  *database,
                   gpointer     data,
                   GError     **error)
{
  Loading *loading = data;

  loading->result = hs_load_article (database, loading->id, HS_LOAD_ALL, error);
  return loading->result != NULL;
}

/**
 * hs_library_load_article:
 * @self: a library
 * @id: an article
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): all that is kept of it; %NULL with @error set
 */
HsStored *
hs_library_load_article (HsLibrary  *self,
                         gint64      id,
                         GError    **error)
{
  Loading loading = { id, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, load_article_work, &loading, error) ? loading.result : NULL;
}

static gboolean
load_story_work (HsLibrary   *self,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Loading *loading = data;

  loading->result = hs_load_story (database, loading->id, error);
  return loading->result != NULL;
}

/**
 * hs_library_load_story:
 * @self: a library
 * @id: a story
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): what its articles show together; %NULL with @error set
 */
HsStoredStory *
hs_library_load_story (HsLibrary  *self,
                       gint64      id,
                       GError    **error)
{
  Loading loading = { id, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, load_story_work, &loading, error) ? loading.result : NULL;
}
