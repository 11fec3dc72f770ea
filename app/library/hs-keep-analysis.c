/* hs-keep-analysis.c: what was found in one article, into its tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include "hs-analyser.h"
#include "hs-library-index.h"
#include "hs-linker.h"

#include <string.h>

typedef struct
{
  HsLibrary *library;          /* (unowned) */
  HsDatabase *database;        /* (unowned) */
  gint64 article;
  const HsAnalysis *analysis;  /* (unowned) */
  HsIndex *index;              /* (unowned) */
} Keeping;

static const char * const tables[] = {
  "utterance_statements", "signal_spans", "signals", "vias", "statement_spans", "statements",
  "mentions", "upstream", "prints", "found_mentions", "found_locals", "found_speakers", "modality", "quote_marks",
};

static gboolean
forget_terms (HsDatabase  *database,
              gint64       article,
              GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT terms FROM prints WHERE article = ?1", "i", article);
  g_autoptr (GBytes) terms = NULL;
  g_autoptr (GError) local = NULL;
  const gint64 *numbers;
  gsize size;

  if (!hs_query_next (query, &local))
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  terms = hs_query_bytes (query, 0);
  numbers = g_bytes_get_data (terms, &size);
  for (gsize i = 0; i < size / sizeof (gint64); i++)
    if (!hs_database_run (database, error, "DELETE FROM terms WHERE term = ?1 AND article = ?2", "ii", numbers[i],
                          article))
      return FALSE;
  return TRUE;
}

/**
 * hs_keep_clear_findings:
 * @database: the writer's
 * @article: its id
 * @error: return location
 *
 * Takes away what was found, not what was decided.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_clear_findings (HsDatabase  *database,
                        gint64       article,
                        GError     **error)
{
  /* the words that showed where its story began, too, are of the old text */
  if (!hs_entities_count_names (database, article, -1, error)
      || !forget_terms (database, article, error)
      /* a name that the analyst merged with another is merged in the next reading, too */
      || !hs_database_run (database, error,
                           "INSERT OR REPLACE INTO former_locals (article, kind, name, entity)"
                           " SELECT l.article, l.kind, l.name, l.entity FROM local_entities AS l"
                           " JOIN entities AS e ON e.id = l.entity WHERE l.article = ?1 AND e.root <> e.id", "i",
                           article)
      || !hs_database_run (database, error,
                           "DELETE FROM origin_evidence WHERE story = (SELECT story FROM articles WHERE id = ?1)"
                           " AND article = ?1", "i", article)
      || !hs_database_run (database, error,
                           "DELETE FROM edge_evidence WHERE story = (SELECT story FROM articles WHERE id = ?1)"
                           " AND article = ?1", "i", article))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE article = ?1", tables[i]);

      if (!hs_database_run (database, error, sql, "i", article))
        return FALSE;
    }
  return hs_database_run (database, error, "DELETE FROM local_entities WHERE article = ?1", "i", article);
}

/**
 * hs_keep_clear_analysis:
 * @database: the writer's
 * @article: its id
 * @error: return location
 *
 * Takes away what was found, not what was decided, and the blocks.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_clear_analysis (HsDatabase  *database,
                        gint64       article,
                        GError     **error)
{
  return hs_keep_clear_findings (database, article, error)
         && hs_database_run (database, error, "DELETE FROM blocks WHERE article = ?1", "i", article);
}

/**
 * hs_keep_blocks:
 * @database: the writer's
 * @article: its id; it has no blocks yet
 * @document: its text
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_blocks (HsDatabase        *database,
                gint64             article,
                const HsDocument  *document,
                GError           **error)
{
  const GArray *blocks = document->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (blocks, HsBlock, i);

      if (!hs_database_run (database, error, "INSERT INTO blocks (article, idx, kind, start, end, page, level, "
                                             "number, quoted,"
                            " grid, first_column, flags) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                            "innnnnnnnnnn", article, i, block->kind, block->span.start, block->span.end, block->page,
                            block->level, block->number, block->quoted, block->table, block->column,
                            (block->continued ? 1 : 0) | (block->header ? 2 : 0)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
propose (Keeping       *self,
         gint64         entity,
         const HsLink  *link,
         GError       **error)
{
  if (link->proposed == 0 || link->proposed == entity)
    return TRUE;
  return hs_database_run (self->database, error, "INSERT OR IGNORE INTO proposals VALUES (?1, ?2, ?3)", "iis",
                          entity, link->proposed, link->why != NULL ? link->why : "");
}

static guint
count_mentions (const HsAnalysis *analysis,
                guint             entity)
{
  guint n = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    n += g_array_index (analysis->mentions, HsMention, i).entity == entity;
  return n;
}

/* Which of the entities that were merged into @root goes by this name. It stays the
 * one that was merged, so that it is itself again should the merge be undone. Two
 * names in one article are two entities as far as the linker knows: where it only
 * proposes @root, it is none but a merged one. */
static gboolean
find_member (Keeping              *self,
             const HsLocalEntity  *local,
             gint64                root,
             gboolean              proposed,
             gint64               *entity,
             GError              **error)
{
  gint64 merged;

  *entity = proposed ? 0 : root;
  if (!hs_database_get_int (self->database, &merged, 0, error, "SELECT merged FROM entities WHERE id = ?1", "i", root))
    return FALSE;
  return merged == 0
         || hs_database_get_int (self->database, entity, proposed ? 0 : root, error,
                                     "SELECT e.id FROM entities AS e JOIN entity_names AS n ON n.entity = e.id"
                                     " WHERE e.root = ?1 AND (e.id <> ?1 OR NOT ?4) AND n.name = ?3"
                                     "   AND coalesce(e.stated_kind, e.kind) = ?2"
                                     " ORDER BY e.id <> ?1, e.id LIMIT 1",
                                     "insn", root, local->kind, local->name, proposed);
}

/* What the name stood for when the article was read before, if it is merged into another
 * still; 0: nothing of the kind. */
static gboolean
find_former (Keeping              *self,
             const HsLocalEntity  *local,
             gint64               *entity,
             GError              **error)
{
  return hs_database_get_int (self->database, entity, 0, error,
                              "SELECT f.entity FROM former_locals AS f JOIN entities AS e ON e.id = f.entity"
                              " WHERE f.article = ?1 AND f.kind = ?2 AND f.name = ?3 AND e.root <> e.id", "ins",
                              self->article, local->kind, local->name);
}

static gboolean
keep_entity (Keeping      *self,
             guint         index,
             const HsLink *link,
             GError      **error)
{
  const HsLocalEntity *local = g_ptr_array_index (self->analysis->entities, index);
  g_autofree char *names = hs_library_join (local->names);
  g_autofree char *keys = hs_library_join (local->keys);
  g_autofree char *roles = hs_library_join (local->roles);
  g_autofree char *context = hs_library_join (local->context);
  gint64 entity = link->entity, former;
  gboolean merged;

  if (!find_former (self, local, &former, error))
    return FALSE;
  if (former != 0)
    entity = former;
  else if (entity == 0 && link->proposed != 0 && !find_member (self, local, link->proposed, TRUE, &entity, error))
    return FALSE;
  merged = former != 0 || entity != link->entity;
  if (!merged && entity != 0 && !find_member (self, local, link->entity, FALSE, &entity, error))
    return FALSE;
  if (entity == 0 ? !hs_entities_add (self->database, local, &entity, error)
                  : !hs_entities_learn (self->database, entity, local, error))
    return FALSE;
  return (merged || propose (self, entity, link, error))
         && hs_database_run (self->database, error,
                             "INSERT INTO local_entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                             "ininsssssn", self->article, index, entity, local->kind, local->name, names, keys, roles,
                             context, count_mentions (self->analysis, index));
}

static gboolean
keep_entities (Keeping  *self,
               GError  **error)
{
  g_autoptr (GArray) links = hs_linker_link (self->analysis, self->index, error);

  if (links == NULL)
    return FALSE;
  g_assert (links->len == self->analysis->entities->len);
  for (guint i = 0; i < links->len; i++)
    if (!keep_entity (self, i, &g_array_index (links, HsLink, i), error))
      return FALSE;
  return hs_database_run (self->database, error, "DELETE FROM former_locals WHERE article = ?1", "i", self->article)
         && hs_entities_aggregate (self->database, self->article, error);
}

static gboolean
keep_mentions (Keeping  *self,
               GError  **error)
{
  const GArray *mentions = self->analysis->mentions;

  for (guint i = 0; i < mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (mentions, HsMention, i);
      gboolean linked = mention->entity != HS_NO_INDEX;

      if (!hs_database_run (self->database, error,
                            "INSERT INTO mentions (article, idx, start, end, kind, level, confidence, local)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", linked ? "innnnndn" : "innnnnd0", self->article,
                            i, mention->span.start, mention->span.end, mention->kind, mention->level,
                            mention->confidence, mention->entity))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_statement_parts (Keeping            *self,
                      guint               index,
                      const HsStatement  *statement,
                      GError            **error)
{
  for (guint i = 0; i < statement->content->len; i++)
    {
      HsSpan span = g_array_index (statement->content, HsSpan, i);

      if (!hs_database_run (self->database, error, "INSERT INTO statement_spans VALUES (?1, ?2, ?3, ?4, ?5)", "innnn",
                            self->article, index, i, span.start, span.end))
        return FALSE;
    }
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsVia *via = &g_array_index (statement->vias, HsVia, i);

      if (!hs_database_run (self->database, error,
                            "INSERT INTO vias (article, statement, idx, start, end, manner, step, outlet)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", via->outlet != HS_NO_INDEX ? "innnnnnn"
                                                                                                   : "innnnnn0",
                            self->article, index, i, via->span.start, via->span.end, via->manner, via->step,
                            via->outlet))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_statements (Keeping  *self,
                 GError  **error)
{
  const GPtrArray *statements = self->analysis->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const HsStatement *statement = g_ptr_array_index (statements, i);
      gboolean spoken = statement->speaker_entity != HS_NO_INDEX;

      if (!hs_database_run (self->database, error,
                            "INSERT INTO statements (article, idx, speaker_start, speaker_end, cue_start, "
                            "cue_end, form, named, commitment, polarity, speaker)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                            spoken ? "innnnnnnnnn" : "innnnnnnnn0", self->article, i, statement->speaker.start,
                            statement->speaker.end, statement->cue.start, statement->cue.end, statement->form,
                            statement->named, statement->commitment, statement->polarity, statement->speaker_entity)
          || !keep_statement_parts (self, i, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_signals (Keeping  *self,
              GError  **error)
{
  const GPtrArray *signals = self->analysis->signals;

  for (guint i = 0; i < signals->len; i++)
    {
      const HsSignal *signal = g_ptr_array_index (signals, i);

      if (!hs_database_run (self->database, error, "INSERT INTO signals VALUES (?1, ?2, ?3, ?4, ?5)", "insns",
                            self->article, i, signal->code, signal->tone, signal->why))
        return FALSE;
      for (guint j = 0; j < signal->spans->len; j++)
        {
          HsSpan span = g_array_index (signal->spans, HsSpan, j);

          if (!hs_database_run (self->database, error, "INSERT INTO signal_spans VALUES (?1, ?2, ?3, ?4, ?5)", "innnn",
                                self->article, i, j, span.start, span.end))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
keep_upstream (Keeping  *self,
               GError  **error)
{
  const GArray *upstream = self->analysis->upstream;

  for (guint i = 0; i < upstream->len; i++)
    {
      const HsUpstream *one = &g_array_index (upstream, HsUpstream, i);

      if (!hs_database_run (self->database, error,
                            "INSERT INTO upstream (article, idx, start, end, manner, outlet)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6)", one->outlet != HS_NO_INDEX ? "innnnn" : "innnn0",
                            self->article, i, one->span.start, one->span.end, one->manner, one->outlet))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_modality (Keeping  *self,
               GError  **error)
{
  const GArray *modality = self->analysis->modality, *marks = self->analysis->quote_marks;

  for (guint i = 0; i < modality->len; i++)
    {
      const HsModality *one = &g_array_index (modality, HsModality, i);

      if (!hs_database_run (self->database, error,
                            "INSERT INTO modality (article, idx, place, act, step, start, end, statement)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                            one->place == HS_PLACE_STATEMENT ? "innsnnnn" : "innsnnn0", self->article, i, one->place,
                            one->act, one->step, one->span.start, one->span.end, one->statement))
        return FALSE;
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const HsQuoteMark *mark = &g_array_index (marks, HsQuoteMark, i);

      if (!hs_database_run (self->database, error, "INSERT INTO quote_marks VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "innnnn",
                            self->article, i, mark->statement, mark->kind, mark->span.start, mark->span.end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_prints (Keeping  *self,
             GError  **error)
{
  const GArray *numbers = self->analysis->terms;
  g_autoptr (GBytes) terms = g_bytes_new (numbers->data, numbers->len * sizeof (guint64));
  g_autoptr (GBytes) sketch = g_bytes_new (self->analysis->sketch->data,
                                           self->analysis->sketch->len * sizeof (guint64));

  for (guint i = 0; i < numbers->len; i++)
    if (!hs_database_run (self->database, error, "INSERT OR IGNORE INTO terms VALUES (?1, ?2)", "ii",
                          (gint64) g_array_index (numbers, guint64, i), self->article))
      return FALSE;
  hs_library_index_note (HS_LIBRARY_INDEX (self->index), numbers, self->article);
  return hs_database_run (self->database, error, "INSERT INTO prints VALUES (?1, ?2, ?3)", "ibb", self->article, terms,
                          sketch)
         && hs_database_run (self->database, error, "UPDATE articles SET n_terms = ?2 WHERE id = ?1", "in",
                             self->article, numbers->len);
}

/* The story it had, when it stood alone in it and belongs nowhere else. */
static gboolean
choose_story (Keeping  *self,
              gint64   *story,
              GError  **error)
{
  if (*story == 0
      && !hs_database_get_int (self->database, story, 0, error,
                               "SELECT s.id FROM articles AS a JOIN stories AS s ON s.id = a.story"
                               " WHERE a.id = ?1 AND NOT EXISTS"
                               " (SELECT 1 FROM articles AS b WHERE b.story = s.id AND b.id <> ?1)", "i",
                               self->article))
    return FALSE;
  if (*story != 0)
    return TRUE;
  if (!hs_database_run (self->database, error, "INSERT INTO stories (dirty) VALUES (1)", ""))
    return FALSE;
  *story = hs_database_get_last_id (self->database);
  return TRUE;
}

static gboolean
keep_story (Keeping  *self,
            GError  **error)
{
  gint64 story;

  hs_library_index_exclude (HS_LIBRARY_INDEX (self->index), self->article);
  /* where the analyst put it, it stays */
  if (!hs_database_get_int (self->database, &story, 0, error, "SELECT fixed_story FROM articles WHERE id = ?1", "i",
                            self->article))
    return FALSE;
  if (story == 0)
    story = hs_linker_find_story (self->analysis, self->index, error);
  if (story < 0 || !hs_stories_mark (self->database, self->article, error) || !choose_story (self, &story, error))
    return FALSE;
  return hs_database_run (self->database, error, "UPDATE articles SET story = ?2 WHERE id = ?1", "ii", self->article,
                          story)
         && hs_stories_mark (self->database, self->article, error);
}

/* It stays in the story it stood in: that is where it most likely belongs. */
gboolean
hs_keep_waiting (HsDatabase  *database,
                 gint64       article,
                 GError     **error)
{
  return hs_database_run (database, error, "UPDATE articles SET analyser = 0, n_terms = 0 WHERE id = ?1", "i", article)
         && hs_entities_aggregate (database, article, error);
}

/**
 * hs_keep_analysis:
 * @library: the library
 * @database: the writer's
 * @article: its id; it has no findings yet
 * @analysis: what was found in it
 * @index: (nullable): an #HsLibraryIndex of this transaction, for several articles
 * @error: return location
 *
 * Writes what was found, links its entities and finds its story.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_keep_analysis (HsLibrary         *library,
                  HsDatabase        *database,
                  gint64             article,
                  const HsAnalysis  *analysis,
                  HsIndex           *index,
                  GError           **error)
{
  g_autoptr (HsIndex) own = index == NULL ? hs_library_index_new (database) : NULL;
  Keeping self = { library, database, article, analysis, index != NULL ? index : own };

  return hs_database_run (database, error, "UPDATE articles SET analyser = ?2 WHERE id = ?1", "in", article,
                          HS_ANALYSER_VERSION)
         && keep_entities (&self, error)
         && keep_mentions (&self, error)
         && keep_statements (&self, error)
         && keep_signals (&self, error)
         && keep_upstream (&self, error)
         && keep_modality (&self, error)
         && keep_story (&self, error)
         && keep_prints (&self, error)
         && hs_corrections_apply (database, article, error);
}
