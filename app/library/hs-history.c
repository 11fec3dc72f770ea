/* hs-history.c: what the analyst decided of names, as the journal keeps it
 *
 * A decision is about every entity whose rows it changed, and about what the words
 * named that it marked otherwise. It stays where it was made when it is taken back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-history.h"

#include "hs-library-private.h"

/**
 * hs_past_decision_free:
 * @self: (transfer full) (nullable): a decision of the past
 */
void
hs_past_decision_free (HsPastDecision *self)
{
  if (self == NULL)
    return;
  g_free (self->action);
  g_free (self->subject);
  g_strfreev (self->others);
  g_free (self->reason);
  g_free (self->proposed);
  g_free (self->article);
  g_free (self);
}

/* So many of those that a decision was about are read; thousands may have been merged. */
#define MAX_OTHERS 6

/* All that is one with ?1 by now. */
#define MEMBERS "(SELECT id FROM entities WHERE root = (SELECT root FROM entities WHERE id = ?1))"

/* Whether the words of the correction x name one of them, as the analyser found it: that
 * is set aside (found_…) for as long as anything is corrected in the article. */
#define WORDS_NAMED(mentions, locals) \
  "EXISTS (SELECT 1 FROM " mentions " AS m JOIN " locals " AS l ON l.article = m.article AND l.idx = m.local" \
  " WHERE m.article = x.article AND m.start < x.start + length (CAST (x.quote AS BLOB)) AND m.end > x.start" \
  " AND l.entity IN " MEMBERS ")"

/* @members: whose; @words: whether a correction x is about them */
#define DECISIONS(members, words) \
  "SELECT j.id, j.time, j.action, j.subject, j.reason, j.undone FROM journal AS j" \
  " WHERE j.action IN ('merge', 'accept', 'keep-apart', 'refuse', 'split', 'not-this-one', 'kind', 'rename'," \
  " 'set-mention', 'remove-mention') AND EXISTS (SELECT 1 FROM journal_changes AS c WHERE c.entry = j.id" \
  " AND CASE c.tbl" \
  " WHEN 'entities' THEN c.row IN " members \
  "   OR (c.col = 'root' AND (c.old IN " members " OR c.new IN " members "))" \
  " WHEN 'apart' THEN EXISTS (SELECT 1 FROM apart AS p WHERE p.id = c.row" \
  "   AND (p.entity IN " members " OR p.other IN " members "))" \
  " WHEN 'corrections' THEN EXISTS (SELECT 1 FROM corrections AS x WHERE x.id = c.row AND (" words "))" \
  " END) ORDER BY j.id DESC LIMIT ?2"

static const char of_entity[] =
  DECISIONS (MEMBERS,
             "x.entity IN " MEMBERS " OR x.target IN " MEMBERS
             " OR " WORDS_NAMED ("found_mentions", "found_locals")
             " OR (NOT EXISTS (SELECT 1 FROM found_mentions WHERE article = x.article)"
             "   AND " WORDS_NAMED ("mentions", "local_entities") ")");

/* All that is one with whom the article ?1 names. */
#define NAMED \
  "(SELECT id FROM entities WHERE root IN (SELECT e.root FROM local_entities AS l" \
  " JOIN entities AS e ON e.id = l.entity WHERE l.article = ?1))"

static const char of_article[] =
  DECISIONS (NAMED, "x.article = ?1 OR (x.article IS NULL AND (x.entity IN " NAMED " OR x.target IN " NAMED "))");

/* Who or what a decision was about beside its subject.
 * Returns: (nullable): the query for it */
static const char *
get_others_sql (const char *action)
{
  if (g_str_equal (action, "merge") || g_str_equal (action, "accept"))
    return "SELECT e.name FROM journal_changes AS c JOIN entities AS e ON e.id = c.old"
           " WHERE c.entry = ?1 AND c.tbl = 'entities' AND c.col = 'root' GROUP BY e.id ORDER BY min(c.seq)";
  if (g_str_equal (action, "keep-apart") || g_str_equal (action, "refuse"))
    return "SELECT e.name FROM journal_changes AS c JOIN apart AS p ON p.id = c.row JOIN entities AS e"
           " ON e.id = p.entity"
           " WHERE c.entry = ?1 AND c.tbl = 'apart' ORDER BY c.seq";
  if (g_str_equal (action, "split") || g_str_equal (action, "not-this-one"))
    return "SELECT coalesce(x.name, x.quote) AS words FROM journal_changes AS c JOIN corrections AS x ON x.id = c.row"
           " WHERE c.entry = ?1 AND c.tbl = 'corrections' GROUP BY words ORDER BY min(c.seq)";
  if (g_str_equal (action, "set-mention"))
    return "SELECT e.name FROM journal_changes AS c JOIN corrections AS x ON x.id = c.row"
           " JOIN entities AS e ON e.id = x.target WHERE c.entry = ?1 AND c.tbl = 'corrections' ORDER BY c.seq";
  return NULL;
}

/* Why the program proposed what was answered; the proposals stay.
 * Returns: (nullable): the query for it */
static const char *
get_proposed_sql (const char *action)
{
  if (g_str_equal (action, "accept"))
    return "SELECT min (p.why) FROM journal_changes AS c JOIN proposals AS p ON c.row IN (p.entity, p.other)"
           " JOIN entities AS e ON e.id = p.entity + p.other - c.row"
           " WHERE c.entry = ?1 AND c.tbl = 'entities' AND c.col = 'root' AND c.new IN (e.id, e.root)";
  if (g_str_equal (action, "refuse"))
    return "SELECT min (p.why) FROM journal_changes AS c JOIN apart AS a ON a.id = c.row JOIN proposals AS p"
           " ON (p.entity = a.entity AND p.other = a.other) OR (p.entity = a.other AND p.other = a.entity)"
           " WHERE c.entry = ?1 AND c.tbl = 'apart'";
  return NULL;
}

/* In which article the words are that a decision is about.
 * Returns: (nullable): the query for it */
static const char *
get_article_sql (const char *action)
{
  if (g_str_equal (action, "not-this-one") || g_str_equal (action, "set-mention")
      || g_str_equal (action, "remove-mention"))
    return "SELECT CASE WHEN min (a.id) = max (a.id) THEN a.title END FROM journal_changes AS c JOIN corrections AS x"
           " ON x.id = c.row JOIN articles AS a ON a.id = x.article WHERE c.entry = ?1 AND c.tbl = 'corrections'";
  return NULL;
}

/* *@text: (out) (nullable): what @sql finds of the decision, nothing without @sql */
static gboolean
load_text (HsDatabase  *database,
           const char  *sql,
           gint64       id,
           char       **text,
           GError     **error)
{
  g_autoptr (HsQuery) query = sql != NULL ? hs_database_query (database, sql, "i", id) : NULL;
  g_autoptr (GError) local = NULL;

  if (query != NULL && hs_query_next (query, &local))
    *text = hs_query_dup (query, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_details (HsDatabase        *database,
              HsPastDecision  *self,
              GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *sql = get_others_sql (self->action);
  g_autoptr (HsQuery) query = sql != NULL ? hs_database_query (database, sql, "i", self->id) : NULL;
  g_autoptr (GError) local = NULL;
  gint64 kind = 0;

  while (query != NULL && hs_query_next (query, &local))
    if (self->n_others++ < MAX_OTHERS)
      g_strv_builder_add (builder, hs_query_text (query, 0));
  self->others = g_strv_builder_end (builder);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (g_str_equal (self->action, "kind")
      && !hs_database_get_int (database, &kind, 0, error,
                               "SELECT new FROM journal_changes WHERE entry = ?1 AND col = 'fixed_kind'", "i",
                               self->id))
    return FALSE;
  self->kind = kind;
  return load_text (database, get_proposed_sql (self->action), self->id, &self->proposed, error)
         && load_text (database, get_article_sql (self->action), self->id, &self->article, error);
}

typedef struct
{
  const char *sql;       /* (unowned) */
  gint64 id;
  guint limit;
  GPtrArray *decisions;  /* (unowned) */
} Loading;

static gboolean
decisions_work (HsLibrary   *self,
                HsDatabase  *database,
                gpointer     data,
                GError     **error)
{
  Loading *loading = data;
  g_autoptr (HsQuery) query = hs_database_query (database, loading->sql, "in", loading->id, loading->limit);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      HsPastDecision *one = g_new0 (HsPastDecision, 1);

      one->id = hs_query_int (query, 0);
      one->time = hs_query_int (query, 1);
      one->action = hs_query_dup (query, 2);
      one->subject = hs_query_dup (query, 3);
      one->reason = hs_query_dup (query, 4);
      one->undone = hs_query_int (query, 5) != 0;
      g_ptr_array_add (loading->decisions, one);
      if (!load_details (database, one, &local))
        break;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GPtrArray *
load (HsLibrary   *self,
      const char  *sql,
      gint64       id,
      guint        limit,
      GError     **error)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_past_decision_free);
  Loading loading = { sql, id, limit, decisions };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, decisions_work, &loading, error) ? g_steal_pointer (&decisions) : NULL;
}

/**
 * hs_library_load_decisions:
 * @self: a library
 * @entity: an entity; what was merged counts as what it is now
 * @limit: how many at most
 * @error: return location
 *
 * What the analyst decided of it, the newest first; what was taken back too. Any
 * thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type HsPastDecision): %NULL with
 *   @error set
 */
GPtrArray *
hs_library_load_decisions (HsLibrary  *self,
                           gint64      entity,
                           guint       limit,
                           GError    **error)
{
  return load (self, of_entity, entity, limit, error);
}

/**
 * hs_library_load_article_decisions:
 * @self: a library
 * @article: an article
 * @limit: how many at most
 * @error: return location
 *
 * What the analyst decided of its words and of whom it names, the newest first; what
 * was taken back too. Decisions on the words of other articles are not among them. Any
 * thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type HsPastDecision): %NULL with
 *   @error set
 */
GPtrArray *
hs_library_load_article_decisions (HsLibrary  *self,
                                   gint64      article,
                                   guint       limit,
                                   GError    **error)
{
  return load (self, of_article, article, limit, error);
}

/* --- never one -------------------------------------------------------------------- */

/* Why the two of the row ?1 of apart are never one. */
static const char of_apart[] =
  "SELECT j.id, j.time, j.action, j.subject, j.reason, j.undone FROM journal AS j"
  " WHERE j.undone = 0 AND j.action IN ('keep-apart', 'refuse', 'split')"
  "   AND EXISTS (SELECT 1 FROM journal_changes AS c WHERE c.entry = j.id AND c.tbl = 'apart' AND c.row = ?1)"
  " ORDER BY j.id DESC LIMIT ?2";

/* So many are told of. */
#define MAX_APART 3

typedef struct
{
  const gint64 *ids;     /* (unowned) */
  guint n;
  GPtrArray *decisions;  /* (unowned) (nullable): why … */
  GArray *others;        /* (unowned) (nullable): … or who is kept apart from any of them */
} LoadingApart;

/* (transfer full): what the entities are now, as keys */
static GHashTable *
load_roots (HsDatabase          *database,
            const LoadingApart  *loading,
            GError             **error)
{
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < loading->n; i++)
    {
      gint64 root;

      if (!hs_database_get_int (database, &root, 0, error, "SELECT root FROM entities WHERE id = ?1", "i",
                                loading->ids[i]))
        return NULL;
      g_hash_table_add (roots, g_memdup2 (&root, sizeof root));
    }
  return g_steal_pointer (&roots);
}

static gboolean
apart_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  LoadingApart *loading = data;
  g_autoptr (GHashTable) roots = load_roots (database, loading, error);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  if (roots == NULL)
    return FALSE;
  query = hs_database_query (database,
                             "SELECT p.id, e.root, o.root FROM apart AS p JOIN entities AS e ON e.id = p.entity"
                                       " JOIN entities AS o ON o.id = p.other"
                                       " WHERE p.withdrawn = 0 AND e.root <> o.root ORDER BY p.id DESC", "");
  while (hs_query_next (query, &local))
    {
      gint64 one = hs_query_int (query, 1), other = hs_query_int (query, 2);
      gboolean has_one = g_hash_table_contains (roots, &one), has_other = g_hash_table_contains (roots, &other);
      Loading why = { of_apart, hs_query_int (query, 0), 1, loading->decisions };

      if (loading->others != NULL && has_one != has_other)
        g_array_append_vals (loading->others, has_one ? &other : &one, 1);
      if (loading->decisions == NULL || !has_one || !has_other)
        continue;
      if (loading->decisions->len == MAX_APART || !decisions_work (self, database, &why, &local))
        break;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_apart:
 * @self: a library
 * @ids: (array length=n): entities; what was merged counts as what it is now
 * @n: how many
 * @error: return location
 *
 * By what decisions two of them are never one, the newest first, the first few. Any
 * thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type HsPastDecision): %NULL with
 *   @error set
 */
GPtrArray *
hs_library_load_apart (HsLibrary     *self,
                       const gint64  *ids,
                       guint          n,
                       GError       **error)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_past_decision_free);
  LoadingApart loading = { ids, n, decisions, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, apart_work, &loading, error) ? g_steal_pointer (&decisions) : NULL;
}

/**
 * hs_library_list_apart:
 * @self: a library
 * @entity: an entity; what was merged counts as what it is now
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): with whom it is never one;
 *   %NULL with @error set
 */
GArray *
hs_library_list_apart (HsLibrary  *self,
                       gint64      entity,
                       GError    **error)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  LoadingApart loading = { &entity, 1, NULL, others };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, apart_work, &loading, error) ? g_steal_pointer (&others) : NULL;
}
