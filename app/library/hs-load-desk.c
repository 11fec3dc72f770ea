/* hs-load-desk.c: a story laid out for comparing, out of its tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk-private.h"
#include "hs-load.h"

static void
edge_free (gpointer data)
{
  g_array_unref (((HsStoredEdge *) data)->evidence);
  g_free (data);
}

static void
row_free (gpointer data)
{
  HsStoredRow *self = data;

  g_free (self->key);
  g_free (self->title);
  g_free (self);
}

static void
hypothesis_free (gpointer data)
{
  g_free (((HsStoredHypothesis *) data)->title);
  g_free (data);
}

static void
day_free (gpointer data)
{
  g_free (((HsStoredDay *) data)->date);
  g_free (data);
}

/**
 * hs_stored_desk_free:
 * @self: (transfer full) (nullable): what the desk of a story shows
 */
void
hs_stored_desk_free (HsStoredDesk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->edges, g_ptr_array_unref);
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->variants, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->stances, g_array_unref);
  g_clear_pointer (&self->hypotheses, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_free (self);
}

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
load_edges (HsDatabase    *database,
            HsStoredDesk  *self,
            GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) evidence = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT from_kind, CASE WHEN from_kind < 2"
                             "   THEN (SELECT root FROM entities WHERE id = from_id) ELSE from_id END,"
                             " to_kind, CASE WHEN to_kind < 2 THEN (SELECT root FROM entities WHERE id = to_id)"
                             " ELSE to_id END, manner FROM edges WHERE story = ?1 ORDER BY idx", "i", self->story);
  while (hs_query_next (query, &local))
    {
      HsStoredEdge *edge = g_new0 (HsStoredEdge, 1);

      edge->from = (HsNode) { hs_query_int (query, 0), hs_query_int (query, 1) };
      edge->to = (HsNode) { hs_query_int (query, 2), hs_query_int (query, 3) };
      edge->manner = hs_query_int (query, 4);
      edge->evidence = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
      g_ptr_array_add (self->edges, edge);
    }
  evidence = hs_database_query (database,
                                "SELECT edge, article, start, end FROM edge_evidence WHERE story = ?1"
                                " ORDER BY edge, idx", "i", self->story);
  while (local == NULL && hs_query_next (evidence, &local))
    {
      gint64 index = hs_query_int (evidence, 0);
      HsStoredEvidence one = { hs_query_int (evidence, 1),
                               HS_SPAN_INIT (hs_query_int (evidence, 2), hs_query_int (evidence, 3)) };

      if (index >= 0 && index < self->edges->len)
        g_array_append_val (((HsStoredEdge *) g_ptr_array_index (self->edges, index))->evidence, one);
    }
  return finish (&local, error);
}

static gboolean
load_variants (HsDatabase    *database,
               HsStoredDesk  *self,
               GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT utterance, a_article, a_statement, b_article, b_statement, kind FROM variants"
                             " WHERE story = ?1 ORDER BY idx", "i", self->story);
  while (hs_query_next (query, &local))
    {
      HsStoredVariant one = { .utterance = hs_sub_id (self->story, hs_query_int (query, 0)) };

      one.a_article = hs_query_int (query, 1);
      one.a_statement = hs_query_int (query, 2);
      one.b_article = hs_query_int (query, 3);
      one.b_statement = hs_query_int (query, 4);
      one.kind = hs_query_int (query, 5);
      g_array_append_val (self->variants, one);
    }
  return finish (&local, error);
}

static gboolean
load_rows (HsDatabase    *database,
           HsStoredDesk  *self,
           GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) stances = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT id, key, title, state, merged FROM propositions WHERE story = ?1 ORDER BY id", "i",
                             self->story);
  while (hs_query_next (query, &local))
    {
      HsStoredRow *row = g_new0 (HsStoredRow, 1);

      row->id = hs_query_int (query, 0);
      row->key = hs_query_dup (query, 1);
      row->title = hs_query_dup (query, 2);
      row->kept = hs_query_int (query, 3) == 1;
      row->removed = hs_query_int (query, 3) == 2 || (row->key == NULL && !row->kept);
      row->merged = hs_query_int (query, 4);
      g_ptr_array_add (self->rows, row);
    }
  stances = hs_database_query (database,
                               "SELECT s.proposition, s.article, s.stance FROM propositions AS p"
                               " JOIN stances AS s ON s.proposition = p.id WHERE p.story = ?1 AND s.stance >= 0"
                               " ORDER BY s.id", "i", self->story);
  while (local == NULL && hs_query_next (stances, &local))
    {
      HsStoredStance one = { hs_query_int (stances, 0), hs_query_int (stances, 1), hs_query_int (stances, 2) };

      g_array_append_val (self->stances, one);
    }
  return finish (&local, error);
}

static gboolean
load_hypotheses (HsDatabase    *database,
                 HsStoredDesk  *self,
                 GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) marks = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT id, title FROM hypotheses WHERE story = ?1 AND deleted = 0 ORDER BY id", "i",
                             self->story);
  while (hs_query_next (query, &local))
    {
      HsStoredHypothesis *one = g_new0 (HsStoredHypothesis, 1);

      one->id = hs_query_int (query, 0);
      one->title = hs_query_dup (query, 1);
      g_ptr_array_add (self->hypotheses, one);
    }
  marks = hs_database_query (database,
                             "SELECT m.hypothesis, m.proposition, m.mark FROM hypotheses AS h"
                             " JOIN hypothesis_marks AS m ON m.hypothesis = h.id"
                             " WHERE h.story = ?1 AND h.deleted = 0 AND m.mark > 0 ORDER BY m.id", "i", self->story);
  while (local == NULL && hs_query_next (marks, &local))
    {
      HsStoredMark one = { hs_query_int (marks, 0), hs_query_int (marks, 1), hs_query_int (marks, 2) };

      g_array_append_val (self->marks, one);
    }
  return finish (&local, error);
}

/* A date that the analyst wrote by hand is one he stands by. */
static gboolean
load_days (HsDatabase    *database,
           HsStoredDesk  *self,
           GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT a.id, coalesce(d.date, nullif(a.fixed_published, '')) FROM articles AS a"
                             " LEFT JOIN confirmed_dates AS d ON d.id = a.id"
                             " WHERE a.story = ?1 AND a.deleted = 0"
                             " AND coalesce(d.date, nullif(a.fixed_published, '')) IS NOT NULL ORDER BY a.id", "i",
                             self->story);
  while (hs_query_next (query, &local))
    {
      HsStoredDay *one = g_new0 (HsStoredDay, 1);

      one->article = hs_query_int (query, 0);
      one->date = hs_query_dup (query, 1);
      g_ptr_array_add (self->days, one);
    }
  return finish (&local, error);
}

static gboolean
load_work (HsLibrary   *library,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  HsStoredDesk *self = data;

  self->decisions = hs_edge_decisions_load (database, self->story, error);
  return self->decisions != NULL
         && load_edges (database, self, error)
         && load_variants (database, self, error)
         && load_rows (database, self, error)
         && load_hypotheses (database, self, error)
         && load_days (database, self, error);
}

/**
 * hs_library_load_desk:
 * @self: a library
 * @story: a story
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable): what was decided of it and how its articles
 *   hang together; %NULL with @error set
 */
HsStoredDesk *
hs_library_load_desk (HsLibrary  *self,
                      gint64      story,
                      GError    **error)
{
  g_autoptr (HsStoredDesk) desk = g_new0 (HsStoredDesk, 1);

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  desk->story = story;
  desk->edges = g_ptr_array_new_with_free_func (edge_free);
  desk->variants = g_array_new (FALSE, FALSE, sizeof (HsStoredVariant));
  desk->rows = g_ptr_array_new_with_free_func (row_free);
  desk->stances = g_array_new (FALSE, FALSE, sizeof (HsStoredStance));
  desk->hypotheses = g_ptr_array_new_with_free_func (hypothesis_free);
  desk->marks = g_array_new (FALSE, FALSE, sizeof (HsStoredMark));
  desk->days = g_ptr_array_new_with_free_func (day_free);
  return hs_library_read (self, load_work, desk, error) ? g_steal_pointer (&desk) : NULL;
}

typedef struct
{
  GArray *ids;       /* (unowned) */
  GPtrArray *known;  /* (owned) (nullable) */
} Knowing;

static gboolean
known_work (HsLibrary   *library,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Knowing *knowing = data;

  knowing->known = hs_load_known (database, knowing->ids, error);
  return knowing->known != NULL;
}

/**
 * hs_library_load_known:
 * @self: a library
 * @ids: (element-type gint64): of entities; sorted by this
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredEntity): those that are there,
 *   as they are called now; %NULL with @error set
 */
GPtrArray *
hs_library_load_known (HsLibrary  *self,
                       GArray     *ids,
                       GError    **error)
{
  Knowing knowing = { ids, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, known_work, &knowing, error) ? knowing.known : NULL;
}
