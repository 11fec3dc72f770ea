/* hs-load-analysis.c: what was found in one article, out of its tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-load.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"

static gboolean
finish (GError **local,
        GError **error)
{
  if (*local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static guint
get_index (HsQuery *query,
           guint    column)
{
  return hs_query_is_null (query, column) ? HS_NO_INDEX : hs_query_int (query, column);
}

static HsSpan
get_span (HsQuery *query,
          guint    column)
{
  return HS_SPAN_INIT (hs_query_int (query, column), hs_query_int (query, column + 1));
}

static gboolean
load_entities (HsDatabase  *database,
               gint64       article,
               HsAnalysis  *analysis,
               GArray      *entities,
               GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT l.kind, l.name, l.names, l.keys, l.roles, l.context, e.root"
                             " FROM local_entities AS l JOIN entities AS e ON e.id = l.entity"
                             " WHERE l.article = ?1 ORDER BY l.idx", "i", article);
  while (hs_query_next (query, &local))
    {
      HsLocalEntity *entity = g_new0 (HsLocalEntity, 1);
      gint64 root = hs_query_int (query, 6);

      entity->kind = hs_query_int (query, 0);
      entity->name = hs_query_dup (query, 1);
      entity->names = hs_library_split (hs_query_text (query, 2));
      entity->keys = hs_library_split (hs_query_text (query, 3));
      entity->roles = hs_library_split (hs_query_text (query, 4));
      entity->context = hs_library_split (hs_query_text (query, 5));
      g_ptr_array_add (analysis->entities, entity);
      g_array_append_val (entities, root);
    }
  return finish (&local, error);
}

static gboolean
load_mentions (HsDatabase  *database,
               gint64       article,
               HsAnalysis  *analysis,
               GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT start, end, kind, level, local, confidence FROM mentions"
                             " WHERE article = ?1 ORDER BY idx", "i", article);
  while (hs_query_next (query, &local))
    {
      HsMention mention = { get_span (query, 0), hs_query_int (query, 2), hs_query_int (query, 3),
                            get_index (query, 4), hs_query_double (query, 5) };

      g_array_append_val (analysis->mentions, mention);
    }
  return finish (&local, error);
}

/* The record that a row belongs to; NULL with @error set in a damaged library. */
static gpointer
find_record (GPtrArray  *records,
             HsQuery    *query,
             GError    **error)
{
  gint64 index = hs_query_int (query, 0);

  if (index >= 0 && index < records->len)
    return g_ptr_array_index (records, index);
  g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, _("The library is damaged. Restore it from a copy."));
  return NULL;
}

static gboolean
load_statement_parts (HsDatabase  *database,
                      gint64       article,
                      HsAnalysis  *analysis,
                      GError     **error)
{
  g_autoptr (HsQuery) spans = NULL;
  g_autoptr (HsQuery) vias = NULL;
  g_autoptr (GError) local = NULL;

  spans = hs_database_query (database,
                             "SELECT statement, start, end FROM statement_spans WHERE article = ?1"
                             " ORDER BY statement, idx", "i", article);
  while (hs_query_next (spans, &local))
    {
      HsStatement *statement = find_record (analysis->statements, spans, &local);
      HsSpan span = get_span (spans, 1);

      if (statement == NULL)
        break;
      g_array_append_val (statement->content, span);
    }
  vias = hs_database_query (database,
                            "SELECT statement, outlet, start, end, manner, step FROM vias WHERE article = ?1"
                            " ORDER BY statement, idx", "i", article);
  while (local == NULL && hs_query_next (vias, &local))
    {
      HsStatement *statement = find_record (analysis->statements, vias, &local);
      HsVia via = { get_index (vias, 1), get_span (vias, 2), hs_query_int (vias, 4), hs_query_int (vias, 5) };

      if (statement == NULL)
        break;
      g_array_append_val (statement->vias, via);
    }
  return finish (&local, error);
}

static gboolean
load_statements (HsDatabase  *database,
                 gint64       article,
                 HsAnalysis  *analysis,
                 GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT speaker, speaker_start, speaker_end, cue_start, cue_end, form, named, commitment, "
                             "polarity"
                             " FROM statements WHERE article = ?1 ORDER BY idx", "i", article);
  while (hs_query_next (query, &local))
    {
      HsStatement *statement = hs_statement_new ();

      statement->speaker_entity = get_index (query, 0);
      statement->speaker = get_span (query, 1);
      statement->cue = get_span (query, 3);
      statement->form = hs_query_int (query, 5);
      statement->named = hs_query_int (query, 6) != 0;
      statement->commitment = hs_query_int (query, 7);
      statement->polarity = hs_query_int (query, 8);
      g_ptr_array_add (analysis->statements, statement);
    }
  return finish (&local, error) && load_statement_parts (database, article, analysis, error);
}

static gboolean
load_signals (HsDatabase  *database,
              gint64       article,
              HsAnalysis  *analysis,
              GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) spans = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT code, tone, why FROM signals WHERE article = ?1 ORDER BY idx", "i",
                             article);
  while (hs_query_next (query, &local))
    g_ptr_array_add (analysis->signals, hs_signal_new (hs_query_text (query, 0), hs_query_int (query, 1),
                                                       hs_query_text (query, 2)));
  spans = hs_database_query (database,
                             "SELECT signal, start, end FROM signal_spans WHERE article = ?1 ORDER BY signal, idx", "i",
                             article);
  while (local == NULL && hs_query_next (spans, &local))
    {
      HsSignal *signal = find_record (analysis->signals, spans, &local);
      HsSpan span = get_span (spans, 1);

      if (signal == NULL)
        break;
      g_array_append_val (signal->spans, span);
    }
  return finish (&local, error);
}

static void
append_numbers (GArray *array,
                GBytes *bytes)
{
  gsize size = 0;
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (size > 0)
    g_array_append_vals (array, data, size / sizeof (guint64));
}

static gboolean
load_rest (HsDatabase  *database,
           gint64       article,
           HsAnalysis  *analysis,
           GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) prints = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT outlet, start, end, manner FROM upstream WHERE article = ?1 ORDER BY idx", "i",
                             article);
  while (hs_query_next (query, &local))
    {
      HsUpstream upstream = { get_index (query, 0), get_span (query, 1), hs_query_int (query, 3) };

      g_array_append_val (analysis->upstream, upstream);
    }
  prints = hs_database_query (database, "SELECT terms, sketch FROM prints WHERE article = ?1", "i", article);
  if (local == NULL && hs_query_next (prints, &local))
    {
      g_autoptr (GBytes) terms = hs_query_bytes (prints, 0);
      g_autoptr (GBytes) sketch = hs_query_bytes (prints, 1);

      append_numbers (analysis->terms, terms);
      append_numbers (analysis->sketch, sketch);
    }
  return finish (&local, error);
}

/* @place and @statement come from a file: what does not fit is left out. */
static gboolean
load_modality (HsDatabase  *database,
               gint64       article,
               HsAnalysis  *analysis,
               GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (HsQuery) marks = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT place, statement, act, step, start, end FROM modality WHERE article = ?1"
                             " ORDER BY idx", "i", article);
  while (hs_query_next (query, &local))
    {
      HsModality one = { hs_query_int (query, 0), get_index (query, 1), g_intern_string (hs_query_text (query, 2)),
                         hs_query_int (query, 3), get_span (query, 4) };

      if ((one.place != HS_PLACE_STATEMENT || one.statement < analysis->statements->len)
          && one.step > HS_STEP_NONE && one.step < HS_N_STEPS)
        g_array_append_val (analysis->modality, one);
    }
  marks = hs_database_query (database,
                             "SELECT statement, kind, start, end FROM quote_marks WHERE article = ?1 ORDER BY idx", "i",
                             article);
  while (local == NULL && hs_query_next (marks, &local))
    {
      HsQuoteMark mark = { hs_query_int (marks, 0), hs_query_int (marks, 1), get_span (marks, 2) };

      if (mark.statement < analysis->statements->len)
        g_array_append_val (analysis->quote_marks, mark);
    }
  return finish (&local, error);
}

/**
 * hs_load_analysis:
 * @database: a connection
 * @article: whose
 * @entities: (element-type gint64): filled with the entity each local one is
 * @error: return location
 *
 * Returns: (transfer full): the same records that were kept
 */
HsAnalysis *
hs_load_analysis (HsDatabase  *database,
                  gint64       article,
                  GArray      *entities,
                  GError     **error)
{
  g_autoptr (HsAnalysis) analysis = hs_analysis_new ();

  if (!load_entities (database, article, analysis, entities, error)
      || !load_mentions (database, article, analysis, error)
      || !load_statements (database, article, analysis, error)
      || !load_signals (database, article, analysis, error)
      || !load_modality (database, article, analysis, error)
      || !load_rest (database, article, analysis, error))
    return NULL;
  return g_steal_pointer (&analysis);
}
