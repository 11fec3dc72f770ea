/* hs-stories.c: stories built anew when their articles changed
 *
 * Under what the analyst decided of the ways they came, see hs-edge-decisions.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk-private.h"
#include "hs-keep-private.h"
#include "hs-load.h"
#include "hs-story.h"

/* Of a story with more articles, the latest so many are compared. */
#define MAX_ARTICLES 400

typedef struct
{
  gint64 id;
  gint64 mark;          /* value of `dirty` that was seen */
  GPtrArray *articles;  /* (owned) (element-type HsStored) */
  GPtrArray *decisions; /* (owned) (nullable) (element-type HsStoredDecision) */
  HsStory *story;       /* (owned) (nullable) */
} Building;

static void
building_clear (Building *self)
{
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->story, hs_story_free);
}

/**
 * hs_stories_mark:
 * @database: the writer's
 * @article: its id
 * @error: return location
 *
 * Has its story built again.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_stories_mark (HsDatabase  *database,
                 gint64       article,
                 GError     **error)
{
  return hs_database_run (database, error,
                          "UPDATE stories SET dirty = dirty + 1 WHERE id = (SELECT story FROM articles WHERE id = ?1)",
                          "i", article);
}

/* Loads the next story that is to be built. */
static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Building *building = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT id, dirty FROM stories WHERE dirty > 0 AND id > ?1 ORDER BY id LIMIT 1",
                             "i", building->id);
  building->id = 0;
  if (hs_query_next (query, &local))
    {
      building->id = hs_query_int (query, 0);
      building->mark = hs_query_int (query, 1);
    }
  g_clear_pointer (&query, hs_query_free);
  query = hs_database_query (database,
                             "SELECT id FROM (SELECT id FROM articles WHERE story = ?1 AND deleted = 0"
                             " ORDER BY id DESC LIMIT ?2) ORDER BY id", "in", building->id, MAX_ARTICLES);
  while (building->id != 0 && local == NULL && hs_query_next (query, &local))
    {
      HsStored *stored = hs_load_article (database, hs_query_int (query, 0), HS_LOAD_ANALYSIS, &local);

      if (stored != NULL)
        g_ptr_array_add (building->articles, stored);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  building->decisions = hs_edge_decisions_load (database, building->id, error);
  return building->decisions != NULL;
}

static gboolean
build (Building      *self,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autofree HsStoryArticle *articles = g_new0 (HsStoryArticle, self->articles->len);
  g_autoptr (GArray) constraints = g_array_new (FALSE, FALSE, sizeof (HsEdgeConstraint));

  for (guint i = 0; i < self->decisions->len; i++)
    {
      const HsStoredDecision *decision = g_ptr_array_index (self->decisions, i);
      HsEdgeConstraint constraint = { decision->key, decision->decision };

      g_array_append_val (constraints, constraint);
    }
  for (guint i = 0; i < self->articles->len; i++)
    {
      HsStored *stored = g_ptr_array_index (self->articles, i);

      articles[i] = (HsStoryArticle) { stored->document, stored->analysis, (const gint64 *) stored->entities->data,
                                       stored->outlet, stored->id };
    }
  self->story = hs_story_build_under (articles, self->articles->len, (const HsEdgeConstraint *) constraints->data,
                                      constraints->len, cancellable, error);
  return self->story != NULL;
}

static gboolean
clear_story (HsDatabase  *database,
             gint64       id,
             GError     **error)
{
  static const char * const statements[] = {
    "DELETE FROM utterance_statements WHERE story = ?1",
    "DELETE FROM utterances WHERE story = ?1",
    "DELETE FROM origin_evidence WHERE story = ?1",
    "DELETE FROM origin_articles WHERE story = ?1",
    "DELETE FROM origin_speakers WHERE story = ?1",
    "DELETE FROM origins WHERE story = ?1",
    "DELETE FROM edge_evidence WHERE story = ?1",
    "DELETE FROM edges WHERE story = ?1",
    "DELETE FROM variants WHERE story = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!hs_database_run (database, error, statements[i], "i", id))
      return FALSE;
  return TRUE;
}

static gint64
get_article (Building *self,
             guint     index)
{
  return ((HsStored *) g_ptr_array_index (self->articles, index))->id;
}

static gboolean
keep_utterance (HsDatabase         *database,
                Building           *self,
                guint               index,
                const HsUtterance  *utterance,
                GError            **error)
{
  if (!hs_database_run (database, error, "INSERT INTO utterances (story, idx, speaker) VALUES (?1, ?2, ?3)",
                        utterance->speaker != 0 ? "ini" : "in0", self->id, index, utterance->speaker))
    return FALSE;
  for (guint i = 0; i < utterance->statements->len; i++)
    {
      const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, i);

      if (!hs_database_run (database, error,
                            "INSERT OR REPLACE INTO utterance_statements (article, statement, story, utterance)"
                            " VALUES (?1, ?2, ?3, ?4)", "inin", get_article (self, ref->article), ref->statement,
                            self->id, index))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_origin_parts (HsDatabase      *database,
                   Building        *self,
                   guint            index,
                   const HsOrigin  *origin,
                   GError         **error)
{
  for (guint i = 0; i < origin->speakers->len; i++)
    if (!hs_database_run (database, error, "INSERT INTO origin_speakers VALUES (?1, ?2, ?3, ?4)", "inni", self->id,
                          index, i, g_array_index (origin->speakers, gint64, i)))
      return FALSE;
  for (guint i = 0; i < origin->articles->len; i++)
    if (!hs_database_run (database, error, "INSERT INTO origin_articles VALUES (?1, ?2, ?3, ?4, ?5)", "innin", self->id,
                          index, i, get_article (self, g_array_index (origin->articles, guint, i)),
                          g_array_index (origin->manners, HsViaManner, i)))
      return FALSE;
  for (guint i = 0; i < origin->evidence->len; i++)
    {
      const HsEvidence *evidence = &g_array_index (origin->evidence, HsEvidence, i);

      if (!hs_database_run (database, error, "INSERT INTO origin_evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "inninn",
                            self->id, index, i, get_article (self, evidence->article), evidence->span.start,
                            evidence->span.end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_origin (HsDatabase      *database,
             Building        *self,
             guint            index,
             const HsOrigin  *origin,
             GError         **error)
{
  return hs_database_run (database, error, "INSERT INTO origins (story, idx, name, outlet) VALUES (?1, ?2, ?3, ?4)",
                          origin->outlet != 0 ? "insi" : "ins0", self->id, index, origin->name, origin->outlet)
         && keep_origin_parts (database, self, index, origin, error);
}

static gboolean
keep_edge (HsDatabase    *database,
           Building      *self,
           guint          index,
           const HsEdge  *edge,
           GError       **error)
{
  if (!hs_database_run (database, error, "INSERT INTO edges VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", "inninin", self->id,
                        index, edge->from.kind, edge->from.id, edge->to.kind, edge->to.id, edge->manner))
    return FALSE;
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const HsEvidence *evidence = &g_array_index (edge->evidence, HsEvidence, i);

      if (!hs_database_run (database, error, "INSERT INTO edge_evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "inninn",
                            self->id, index, i, get_article (self, evidence->article), evidence->span.start,
                            evidence->span.end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_variant (HsDatabase            *database,
              Building              *self,
              guint                  index,
              const HsQuoteVariant  *variant,
              GError               **error)
{
  return hs_database_run (database, error, "INSERT INTO variants VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", "innininn",
                          self->id, index, variant->utterance, get_article (self, variant->a.article),
                          variant->a.statement, get_article (self, variant->b.article), variant->b.statement,
                          variant->kind);
}

/* Writes one built story, unless it changed while it was being built. */
static gboolean
keep_story (HsLibrary   *library,
            HsDatabase  *database,
            Building    *self,
            GError     **error)
{
  const HsStory *story = self->story;
  gint64 mark;

  if (!hs_database_get_int (database, &mark, 0, error, "SELECT dirty FROM stories WHERE id = ?1", "i", self->id))
    return FALSE;
  if (mark != self->mark)
    return TRUE;
  if (!clear_story (database, self->id, error))
    return FALSE;
  for (guint i = 0; i < story->utterances->len; i++)
    if (!keep_utterance (database, self, i, g_ptr_array_index (story->utterances, i), error))
      return FALSE;
  for (guint i = 0; i < story->origins->len; i++)
    if (!keep_origin (database, self, i, g_ptr_array_index (story->origins, i), error))
      return FALSE;
  for (guint i = 0; i < story->edges->len; i++)
    if (!keep_edge (database, self, i, g_ptr_array_index (story->edges, i), error))
      return FALSE;
  for (guint i = 0; i < story->variants->len; i++)
    if (!keep_variant (database, self, i, &g_array_index (story->variants, HsQuoteVariant, i), error))
      return FALSE;
  return hs_database_run (database, error,
                          "UPDATE stories SET dirty = 0, title = ?2, n_origins = ?3, n_speakers = ?4 WHERE id = ?1",
                          "isnn", self->id, story->title, story->origins->len, story->n_speakers);
}

static gboolean
keep_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  GArray *built = data;

  for (guint i = 0; i < built->len; i++)
    if (!keep_story (self, database, &g_array_index (built, Building, i), error))
      return FALSE;
  hs_library_touch (self, HS_LIBRARY_STORIES);
  return TRUE;
}

/* Builds a handful; FALSE at the end or with @error set. */
static gboolean
build_some (HsLibrary     *self,
            gint64        *after,
            GCancellable  *cancellable,
            guint         *done,
            GError       **error)
{
  g_autoptr (GArray) built = g_array_new (FALSE, TRUE, sizeof (Building));
  g_autoptr (GError) local = NULL;
  gboolean more = TRUE;
  guint n_articles = 0;

  g_array_set_clear_func (built, (GDestroyNotify) building_clear);
  while (more && built->len < 20 && n_articles < 100)
    {
      Building one = { .id = *after,
                       .articles = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_free) };

      more = hs_library_read (self, load_work, &one, &local) && one.id != 0 && build (&one, cancellable, &local);
      if (!more)
        {
          building_clear (&one);
          break;
        }
      *after = one.id;
      n_articles += one.articles->len;
      g_array_append_val (built, one);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (built->len > 0 && !hs_library_write (self, keep_work, built, error))
    return FALSE;
  *done += built->len;
  return more;
}

/**
 * hs_library_build_stories:
 * @self: a library
 * @limit: leave the rest for another time after so many; 0 all
 * @cancellable: (nullable): ends it between two stories
 * @done: (out) (optional): how many stories were built
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether it worked
 */
gboolean
hs_library_build_stories (HsLibrary     *self,
                          guint          limit,
                          GCancellable  *cancellable,
                          guint         *done,
                          GError       **error)
{
  g_autoptr (GError) local = NULL;
  gint64 after = 0;
  guint n = 0;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  while (build_some (self, &after, cancellable, &n, &local) && (limit == 0 || n < limit))
    ;
  if (done != NULL)
    *done = n;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
