/* hs-pages.c: an entity with its places, and what completes a prefix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-pages.h"

#include <string.h>

#include "hs-compile.h"
#include "hs-load.h"

#define CONTEXT 60

/**
 * hs_stored_place_free:
 * @self: (transfer full) (nullable): some words of an article
 */
void
hs_stored_place_free (HsStoredPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->outlet);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self);
}

/**
 * hs_stored_proposal_free:
 * @self: (transfer full) (nullable): what an entity may be, too
 */
void
hs_stored_proposal_free (HsStoredProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->why);
  g_free (self);
}

/**
 * hs_stored_entity_page_free:
 * @self: (transfer full) (nullable): the page of an entity
 */
void
hs_stored_entity_page_free (HsStoredEntityPage *self)
{
  if (self == NULL)
    return;
  hs_stored_entity_free (self->entity);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

/**
 * hs_stored_suggestion_free:
 * @self: (transfer full) (nullable): a suggestion
 */
void
hs_stored_suggestion_free (HsStoredSuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/* One of the edges of some words of context: at a blank, never past a line. */
static const char *
walk_back (const char *text,
           const char *at)
{
  const char *p = at;

  for (guint i = 0; i < CONTEXT && p > text; i++)
    {
      const char *previous = g_utf8_prev_char (p);

      if (*previous == '\n')
        return p;
      p = previous;
    }
  while (p > text && p < at && !g_ascii_isspace (*p))
    p++;
  return p;
}

static const char *
walk_on (const char *at)
{
  const char *p = at;

  for (guint i = 0; i < CONTEXT && *p != '\0' && *p != '\n'; i++)
    p = g_utf8_next_char (p);
  while (*p != '\0' && p > at && !g_ascii_isspace (*p))
    p--;
  return p;
}

/* Context that ends within a line says that the line goes on. */
static char *
cut_before (const char *text,
            const char *from,
            const char *start)
{
  g_autofree char *words = g_strndup (from, start - from);

  return from > text && from[-1] != '\n' ? g_strconcat ("…", g_strchug (words), NULL) : g_steal_pointer (&words);
}

static char *
cut_after (const char *end,
           const char *to)
{
  g_autofree char *words = g_strndup (end, to - end);

  return *to != '\0' && *to != '\n' ? g_strconcat (words, "…", NULL) : g_steal_pointer (&words);
}

static HsStoredPlace *
place_new (gint64      article,
           const char *title,
           const char *outlet,
           const char *text,
           HsSpan      span)
{
  HsStoredPlace *self = g_new0 (HsStoredPlace, 1);
  gsize length = strlen (text);
  const char *start = text + MIN (span.start, length);
  const char *end = text + MIN (span.end, length);

  self->article = article;
  self->title = g_strdup (title);
  self->outlet = g_strdup (outlet);
  self->span = span;
  self->before = cut_before (text, walk_back (text, start), start);
  self->words = g_strndup (start, end - start);
  self->after = cut_after (end, walk_on (end));
  return self;
}

typedef struct
{
  gint64 id;
  guint max_places;
  HsStoredEntityPage *page;  /* (owned) */
} LoadingEntity;

static gboolean
load_places_of (HsDatabase     *database,
                LoadingEntity  *self,
                GError        **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT a.id, a.title, s.name, r.text, m.start, m.end, m.level FROM article_entities AS x"
                             " JOIN articles AS a ON a.id = x.article"
                             " JOIN revisions AS r ON r.id = a.revision JOIN sources AS s ON s.id = a.source"
                             " JOIN mentions AS m ON m.article = a.id"
                             " WHERE x.entity = ?1 AND m.local IN (SELECT l.idx FROM local_entities AS l"
                             "   JOIN entities AS e ON e.id = l.entity WHERE l.article = a.id AND e.root = ?1)"
                             " ORDER BY x.article DESC, m.idx LIMIT ?2", "in", self->id, self->max_places);
  while (hs_query_next (query, &local))
    {
      HsSpan span = HS_SPAN_INIT (hs_query_int (query, 4), hs_query_int (query, 5));

      HsStoredPlace *place = place_new (hs_query_int (query, 0), hs_query_text (query, 1), hs_query_text (query, 2),
                                        hs_query_text (query, 3), span);

      place->level = hs_query_int (query, 6);
      g_ptr_array_add (self->page->places, place);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_proposals_of (HsDatabase     *database,
                   LoadingEntity  *self,
                   GError        **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT o.id, o.name, min(p.why) FROM ("
                             "   SELECT other AS id, why FROM proposals WHERE entity IN (SELECT id FROM entities"
                             " WHERE root = ?1)"
                             "   UNION ALL"
                             "   SELECT entity, why FROM proposals WHERE other IN (SELECT id FROM entities"
                             " WHERE root = ?1)"
                             " ) AS p JOIN entities AS e ON e.id = p.id JOIN entities AS o ON o.id = e.root"
                             " WHERE o.id <> ?1 AND o.n_articles > 0 AND NOT EXISTS (SELECT 1 FROM apart AS w"
                             "   JOIN entities AS x ON x.id = w.entity JOIN entities AS y ON y.id = w.other"
                             " WHERE w.withdrawn = 0"
                             "   AND ((x.root = ?1 AND y.root = o.id) OR (x.root = o.id AND y.root = ?1))) GROUP BY "
                             "o.id ORDER BY o.n_mentions DESC, o.id", "i", self->id);
  while (hs_query_next (query, &local))
    {
      HsStoredProposal *proposal = g_new0 (HsStoredProposal, 1);

      proposal->other = hs_query_int (query, 0);
      proposal->name = hs_query_dup (query, 1);
      proposal->why = hs_query_dup (query, 2);
      g_ptr_array_add (self->page->proposals, proposal);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_entity_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  LoadingEntity *loading = data;

  /* one that was merged away is shown as what it is now */
  if (!hs_database_get_int (database, &loading->id, loading->id, error, "SELECT root FROM entities WHERE id = ?1", "i",
                            loading->id))
    return FALSE;
  loading->page->entity = hs_load_entity (database, loading->id, error);
  return loading->page->entity != NULL
         && load_places_of (database, loading, error)
         && load_proposals_of (database, loading, error);
}

/**
 * hs_library_load_entity:
 * @self: a library
 * @id: an entity; what was merged gives what it is now
 * @max_places: how many of its mentions at most, of the latest articles
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable): its names, mentions and proposals; %NULL with
 *   @error set, HS_ERROR_NOT_FOUND when there is no such entity
 */
HsStoredEntityPage *
hs_library_load_entity (HsLibrary  *self,
                        gint64      id,
                        guint       max_places,
                        GError    **error)
{
  g_autoptr (HsStoredEntityPage) page = g_new0 (HsStoredEntityPage, 1);
  LoadingEntity loading = { id, max_places, page };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  page->places = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_place_free);
  page->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_proposal_free);
  return hs_library_read (self, load_entity_work, &loading, error) ? g_steal_pointer (&page) : NULL;
}

typedef struct
{
  GArray *evidence;   /* (unowned) */
  GPtrArray *places;  /* (unowned) */
} LoadingPlaces;

static gboolean
load_places_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  LoadingPlaces *loading = data;
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < loading->evidence->len; i++)
    {
      const HsStoredEvidence *evidence = &g_array_index (loading->evidence, HsStoredEvidence, i);
      g_autoptr (HsQuery) query = NULL;

      query = hs_database_query (database,
                                 "SELECT a.title, s.name, r.text FROM articles AS a"
                                 " JOIN revisions AS r ON r.id = a.revision JOIN sources AS s ON s.id = a.source"
                                 " WHERE a.id = ?1", "i", evidence->article);
      if (hs_query_next (query, &local))
        g_ptr_array_add (loading->places, place_new (evidence->article, hs_query_text (query, 0),
                                                     hs_query_text (query, 1), hs_query_text (query, 2),
                                                     evidence->span));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_places:
 * @self: a library
 * @evidence: (element-type HsStoredEvidence): spans of articles
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredPlace): some words around each,
 *   in the order asked; %NULL with @error set
 */
GPtrArray *
hs_library_load_places (HsLibrary  *self,
                        GArray     *evidence,
                        GError    **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_place_free);
  LoadingPlaces loading = { evidence, places };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, load_places_work, &loading, error) ? g_steal_pointer (&places) : NULL;
}

typedef struct
{
  const char *prefix;      /* (unowned) */
  guint limit;
  gboolean sources;        /* they count, too */
  GPtrArray *suggestions;  /* (unowned) */
} Suggesting;

static gboolean
add_suggestions (HsQuery    *query,
                 gboolean    is_source,
                 GPtrArray  *suggestions,
                 GError    **error)
{
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      HsStoredSuggestion *one = g_new0 (HsStoredSuggestion, 1);

      one->is_source = is_source;
      one->id = hs_query_int (query, 0);
      one->kind = hs_query_int (query, 1);
      one->name = hs_query_dup (query, 2);
      one->articles = hs_query_int (query, 3);
      g_ptr_array_add (suggestions, one);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
is_exactly (const HsStoredSuggestion *one,
            const char               *folded)
{
  g_autofree char *name = hs_library_fold (one->name);

  return strcmp (name, folded) == 0;
}

/* @data: what was typed, folded: who is called so comes first. */
static int
compare_suggestions (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  const HsStoredSuggestion *x = *(HsStoredSuggestion **) a, *y = *(HsStoredSuggestion **) b;
  gboolean exact = is_exactly (x, data), exact_y = is_exactly (y, data);

  if (exact != exact_y)
    return exact ? -1 : 1;
  if (x->articles != y->articles)
    return x->articles > y->articles ? -1 : 1;
  if (x->is_source != y->is_source)
    return x->is_source ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
suggest_work (HsLibrary   *self,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Suggesting *suggesting = data;
  g_autofree char *folded = hs_library_fold (suggesting->prefix);
  g_autofree char *phrase = hs_compile_phrase (folded, TRUE);
  g_autoptr (HsQuery) sources = NULL;
  g_autoptr (HsQuery) entities = NULL;

  if (suggesting->sources)
    sources = hs_database_query (database,
                                 "SELECT id, 0, name, n_articles FROM sources WHERE name IS NOT NULL AND n_articles > 0"
                                 " AND (substr (key, 1, length (?1)) = ?1 OR instr (key, ' ' || ?1) > 0)"
                                 " ORDER BY n_articles DESC LIMIT ?2", "sn", folded, suggesting->limit);
  entities = hs_database_query (database,
                                "SELECT id, kind, name, n_articles FROM entities WHERE n_articles > 0 AND id IN"
                                " (SELECT e.root FROM entity_names_fts AS f JOIN entity_names AS n ON n.id = f.rowid"
                                "   JOIN entities AS e ON e.id = n.entity WHERE entity_names_fts MATCH ?1"
                                "   AND (n.n > 0 OR n.name = e.name) LIMIT 20000)"
                                " ORDER BY name = ?3 COLLATE NOCASE DESC, n_articles DESC, id LIMIT ?2", "sns", phrase,
                                suggesting->limit, suggesting->prefix);
  if ((sources != NULL && !add_suggestions (sources, TRUE, suggesting->suggestions, error))
      || !add_suggestions (entities, FALSE, suggesting->suggestions, error))
    return FALSE;
  g_ptr_array_sort_with_data (suggesting->suggestions, compare_suggestions, (gpointer) suggesting->prefix);
  if (suggesting->suggestions->len > suggesting->limit)
    g_ptr_array_set_size (suggesting->suggestions, suggesting->limit);
  return TRUE;
}

/**
 * hs_library_suggest:
 * @self: a library
 * @prefix: what was typed
 * @limit: how many at most
 * @sources: whether sources are wanted, too, and not entities alone
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredSuggestion): who is called so,
 *   then most used first; %NULL with @error set
 */
GPtrArray *
hs_library_suggest (HsLibrary   *self,
                    const char  *prefix,
                    guint        limit,
                    gboolean     sources,
                    GError     **error)
{
  g_autoptr (GPtrArray) suggestions = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_suggestion_free);
  g_autofree char *folded = hs_library_fold (prefix);
  Suggesting suggesting = { folded, limit, sources, suggestions };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (*folded != '\0' && !hs_library_read (self, suggest_work, &suggesting, error))
    return NULL;
  return g_steal_pointer (&suggestions);
}
