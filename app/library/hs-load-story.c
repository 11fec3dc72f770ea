/* hs-load-story.c: a story out of its tables
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

/* Appends the first column to @ids. */
static gboolean
load_ids (HsDatabase  *database,
          const char  *sql,
          gint64       story,
          GArray      *ids,
          GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "i", story);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return finish (&local, error);
}

static gboolean
load_utterances (HsDatabase     *database,
                 HsStoredStory  *self,
                 GError        **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;
  HsStoredUtterance *last = NULL;

  query = hs_database_query (database,
                             "SELECT u.idx, (SELECT root FROM entities WHERE id = u.speaker), s.article, s.statement"
                             " FROM utterances AS u"
                             " JOIN utterance_statements AS s ON s.story = u.story AND s.utterance = u.idx"
                             " WHERE u.story = ?1 ORDER BY u.idx, s.article, s.statement", "i", self->id);
  while (hs_query_next (query, &local))
    {
      gint64 id = hs_sub_id (self->id, hs_query_int (query, 0));
      gint64 statement = hs_sub_id (hs_query_int (query, 2), hs_query_int (query, 3));

      if (last == NULL || last->id != id)
        {
          last = g_new0 (HsStoredUtterance, 1);
          last->id = id;
          last->speaker = hs_query_int (query, 1);
          last->statements = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_ptr_array_add (self->utterances, last);
        }
      g_array_append_val (last->statements, statement);
    }
  return finish (&local, error);
}

static gboolean
load_origin_parts (HsDatabase     *database,
                   HsStoredStory  *self,
                   GError        **error)
{
  g_autoptr (HsQuery) speakers = NULL;
  g_autoptr (HsQuery) articles = NULL;
  g_autoptr (HsQuery) evidence = NULL;
  g_autoptr (GError) local = NULL;

  speakers = hs_database_query (database,
                                "SELECT o.origin, e.root FROM origin_speakers AS o JOIN entities AS e"
                                " ON e.id = o.entity"
                                " WHERE o.story = ?1 ORDER BY o.origin, o.idx", "i", self->id);
  while (hs_query_next (speakers, &local))
    {
      HsStoredOrigin *origin = g_ptr_array_index (self->origins, hs_query_int (speakers, 0));
      gint64 id = hs_query_int (speakers, 1);

      g_array_append_val (origin->speakers, id);
    }
  articles = hs_database_query (database,
                                "SELECT origin, article FROM origin_articles WHERE story = ?1 ORDER BY origin, idx",
                                "i", self->id);
  while (local == NULL && hs_query_next (articles, &local))
    {
      HsStoredOrigin *origin = g_ptr_array_index (self->origins, hs_query_int (articles, 0));
      gint64 id = hs_query_int (articles, 1);

      g_array_append_val (origin->articles, id);
    }
  evidence = hs_database_query (database,
                                "SELECT origin, article, start, end FROM origin_evidence WHERE story = ?1"
                                " ORDER BY origin, idx", "i", self->id);
  while (local == NULL && hs_query_next (evidence, &local))
    {
      HsStoredOrigin *origin = g_ptr_array_index (self->origins, hs_query_int (evidence, 0));
      HsStoredEvidence one = { hs_query_int (evidence, 1),
                               HS_SPAN_INIT (hs_query_int (evidence, 2), hs_query_int (evidence, 3)) };

      g_array_append_val (origin->evidence, one);
    }
  return finish (&local, error);
}

static gboolean
load_origins (HsDatabase     *database,
              HsStoredStory  *self,
              GError        **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT (SELECT root FROM entities WHERE id = o.outlet), o.name FROM origins AS o"
                             " WHERE o.story = ?1 ORDER BY o.idx", "i", self->id);
  while (hs_query_next (query, &local))
    {
      HsStoredOrigin *origin = g_new0 (HsStoredOrigin, 1);

      origin->outlet = hs_query_int (query, 0);
      origin->name = hs_query_dup (query, 1);
      origin->speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
      origin->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
      origin->evidence = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
      g_ptr_array_add (self->origins, origin);
    }
  return finish (&local, error) && load_origin_parts (database, self, error);
}

static gboolean
load_head (HsDatabase     *database,
           HsStoredStory  *self,
           GError        **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT coalesce(title, (SELECT title FROM articles WHERE story = ?1 AND deleted = 0"
                             "   ORDER BY id LIMIT 1)), n_articles, n_origins, n_speakers FROM stories WHERE id = ?1",
                             "i", self->id);
  if (!hs_query_next (query, &local))
    {
      if (finish (&local, error))
        g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such story in the library."));
      return FALSE;
    }
  self->title = hs_query_dup (query, 0);
  self->n_articles = hs_query_int (query, 1);
  self->n_origins = hs_query_int (query, 2);
  self->n_speakers = hs_query_int (query, 3);
  return TRUE;
}

static gboolean
load_known (HsDatabase     *database,
            HsStoredStory  *self,
            GError        **error)
{
  g_autoptr (GArray) ids = g_array_copy (self->speakers);

  for (guint i = 0; i < self->origins->len; i++)
    {
      HsStoredOrigin *origin = g_ptr_array_index (self->origins, i);

      g_array_append_val (ids, origin->outlet);
      g_array_append_vals (ids, origin->speakers->data, origin->speakers->len);
    }
  for (guint i = 0; i < self->utterances->len; i++)
    g_array_append_val (ids, ((HsStoredUtterance *) g_ptr_array_index (self->utterances, i))->speaker);
  self->known = hs_load_known (database, ids, error);
  return self->known != NULL;
}

/**
 * hs_load_story:
 * @database: a connection, within a transaction
 * @id: of a story
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the story; %NULL with @error set
 */
HsStoredStory *
hs_load_story (HsDatabase  *database,
               gint64       id,
               GError     **error)
{
  g_autoptr (HsStoredStory) self = g_new0 (HsStoredStory, 1);

  self->id = id;
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->utterances = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_utterance_free);
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_origin_free);
  if (!load_head (database, self, error)
      || !load_ids (database, "SELECT id FROM articles WHERE story = ?1 AND deleted = 0 ORDER BY id", id,
                    self->articles, error)
      || !load_ids (database,
                    "SELECT e.root FROM articles AS a JOIN statements AS s ON s.article = a.id"
                    " JOIN local_entities AS l ON l.article = s.article AND l.idx = s.speaker"
                    " JOIN entities AS e ON e.id = l.entity"
                    " WHERE a.story = ?1 AND a.deleted = 0 AND s.named GROUP BY e.root ORDER BY min(a.id), min(s.idx)",
                    id, self->speakers, error)
      || !load_utterances (database, self, error)
      || !load_origins (database, self, error)
      || !load_known (database, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
