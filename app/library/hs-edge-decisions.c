/* hs-edge-decisions.c: steps confirmed, cut and drawn; articles put into stories
 *
 * A decision is kept by what the step joins, not by its key: after a merge of
 * entities the key is another, the step is the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-desk-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "hs-journal-private.h"
#include "hs-library-write.h"

/**
 * hs_stored_decision_free:
 * @data: (transfer full): an #HsStoredDecision
 */
void
hs_stored_decision_free (gpointer data)
{
  HsStoredDecision *self = data;

  g_free (self->key);
  g_free (self->reason);
  g_free (self);
}

/**
 * hs_edge_decisions_load:
 * @database: a connection, within a transaction
 * @story: its id
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredDecision): what counts of the
 *   decisions on its edges; %NULL with @error set
 */
GPtrArray *
hs_edge_decisions_load (HsDatabase  *database,
                        gint64       story,
                        GError     **error)
{
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func (hs_stored_decision_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT d.from_kind, CASE WHEN d.from_kind IN (0, 1)"
                             "   THEN coalesce((SELECT root FROM entities WHERE id = d.from_id), d.from_id)"
                             " ELSE d.from_id END, d.article, d.decision, d.reason, d.time FROM articles AS a"
                             " JOIN edge_decisions AS d ON d.article = a.id"
                             " WHERE a.story = ?1 AND a.deleted = 0 AND d.withdrawn = 0 ORDER BY d.id DESC", "i",
                             story);
  while (hs_query_next (query, &local))
    {
      HsNode from = { hs_query_int (query, 0), hs_query_int (query, 1) };
      HsNode to = { HS_NODE_ARTICLE, hs_query_int (query, 2) };
      HsStoredDecision *one;

      /* the latest comes first and hides the others, also when it leaves it to the program */
      if (hs_query_int (query, 0) < HS_NODE_SPEAKER || hs_query_int (query, 0) > HS_NODE_ARTICLE
          || !g_hash_table_add (seen, hs_edge_make_key (from, to)) || hs_query_int (query, 3) == HS_EDGE_CHOICE_LEAVE)
        continue;
      one = g_new0 (HsStoredDecision, 1);
      one->from = from;
      one->to = to;
      one->key = hs_edge_make_key (from, to);
      one->decision = hs_query_int (query, 3) == HS_EDGE_CHOICE_CUT ? HS_EDGE_CUT : HS_EDGE_CONFIRM;
      one->reason = hs_query_dup (query, 4);
      one->time = hs_query_int (query, 5);
      g_ptr_array_add (decisions, one);
    }
  if (local == NULL)
    return g_steal_pointer (&decisions);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

typedef struct
{
  HsNode from;
  gint64 article;
  HsEdgeChoice choice;
  const char *reason;  /* (unowned) (nullable) */
} Deciding;

static gboolean
decide_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  static const char * const actions[] = { "confirm-link", "cut-link", "leave-link" };
  Deciding *deciding = data;
  const char *reason = deciding->reason != NULL && *deciding->reason != '\0' ? deciding->reason : NULL;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, actions[deciding->choice], NULL, reason);
  gint64 found;

  if (!hs_database_get_int (database, &found, 0, error, "SELECT count(*) FROM articles WHERE id = ?1", "i",
                            deciding->article))
    return FALSE;
  if (found == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
      return FALSE;
    }
  return hs_database_run (database, error,
                          "INSERT INTO edge_decisions (article, from_kind, from_id, decision, reason, time)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "ininsi", deciding->article, deciding->from.kind,
                          deciding->from.id, deciding->choice, reason, hs_library_now ())
         && hs_entry_set_int (entry, "edge_decisions", hs_database_get_last_id (database), "withdrawn", 0, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_decide_edge:
 * @self: a library
 * @from: where the step begins: a speaker, an outlet, an origin without a name
 * @article: where it leads
 * @choice: what the analyst says of it; to confirm one that the program does not
 *   see is to draw it
 * @reason: (nullable): why
 * @error: return location
 *
 * The story is built anew under it before this returns. Any thread but the
 * writer's; waits.
 *
 * Returns: whether it was kept
 */
gboolean
hs_library_decide_edge (HsLibrary     *self,
                        HsNode         from,
                        gint64         article,
                        HsEdgeChoice   choice,
                        const char    *reason,
                        GError       **error)
{
  Deciding deciding = { from, article, choice, reason };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (choice <= HS_EDGE_CHOICE_LEAVE, FALSE);

  return hs_library_write (self, decide_work, &deciding, error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error);
}

/* --- stories --------------------------------------------------------------- */

typedef struct
{
  const gint64 *articles;  /* (unowned) */
  guint n;
  gint64 story;
} Moving;

/* When nothing is left of a story, what was laid out of it goes along. */
static gboolean
move_desk (HsEntry     *entry,
           HsDatabase  *database,
           gint64       from,
           gint64       to,
           GError     **error)
{
  static const char * const tables[] = { "propositions", "hypotheses" };
  gint64 left;

  if (from == 0 || from == to)
    return TRUE;
  if (!hs_database_get_int (database, &left, 0, error, "SELECT count(*) FROM articles WHERE story = ?1 AND deleted = 0",
                            "i", from))
    return FALSE;
  for (guint i = 0; left == 0 && i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE story = ?1 ORDER BY id LIMIT 1", tables[i]);
      gint64 id = 0;

      do
        {
          if (!hs_database_get_int (database, &id, 0, error, sql, "i", from)
              || (id != 0 && !hs_entry_set_int (entry, tables[i], id, "story", to, error)))
            return FALSE;
        }
      while (id != 0);
    }
  return TRUE;
}

static gboolean
move_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Moving *moving = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "move-articles", NULL, NULL);

  if (moving->story == 0)
    {
      if (!hs_database_run (database, error, "INSERT INTO stories (dirty) VALUES (1)", ""))
        return FALSE;
      moving->story = hs_database_get_last_id (database);
    }
  for (guint i = 0; i < moving->n; i++)
    {
      gint64 before;

      if (!hs_database_get_int (database, &before, 0, error, "SELECT story FROM articles WHERE id = ?1", "i",
                                moving->articles[i])
          || !hs_entry_set_int (entry, "articles", moving->articles[i], "fixed_story", moving->story, error)
          || !hs_entry_set_int (entry, "articles", moving->articles[i], "story", moving->story, error)
          || !move_desk (entry, database, before, moving->story, error))
        return FALSE;
    }
  hs_entry_count (entry, moving->n);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_move_articles:
 * @self: a library
 * @articles: (array length=n): ids
 * @n: how many
 * @story: where to; 0 a new one of their own
 * @error: return location
 *
 * They stay there whatever comes. A decision: journaled, undoable. Any thread but the
 * writer's; waits, and builds the stories.
 *
 * Returns: the story; -1 with @error set
 */
gint64
hs_library_move_articles (HsLibrary     *self,
                          const gint64  *articles,
                          guint          n,
                          gint64         story,
                          GError       **error)
{
  Moving moving = { articles, n, story };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (articles != NULL && n > 0, -1);

  return hs_library_write (self, move_work, &moving, error)
         && hs_library_build_stories (self, HS_LIBRARY_STORIES_AT_ONCE, NULL, NULL, error) ? moving.story : -1;
}

/* --- dates ----------------------------------------------------------------- */

typedef struct
{
  gint64 article;
  const char *date;  /* (unowned) (nullable) */
} Dating;

static gboolean
date_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Dating *dating = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "confirm-date", NULL, NULL);

  return hs_database_run (database, error, "INSERT OR IGNORE INTO confirmed_dates (id, date) VALUES (?1, NULL)", "i",
                          dating->article)
         && hs_entry_set_text (entry, "confirmed_dates", dating->article, "date", dating->date, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_confirm_date:
 * @self: a library
 * @article: its id
 * @date: (nullable): YYYY-MM-DD; %NULL takes it back
 * @error: return location
 *
 * A decision: journaled, undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set; HS_ERROR_USAGE for what is no day
 */
gboolean
hs_library_confirm_date (HsLibrary   *self,
                         gint64       article,
                         const char  *date,
                         GError     **error)
{
  Dating dating = { article, date };
  int year, month, day, end = 0;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (date != NULL && (sscanf (date, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || date[end] != '\0' || end != 10
                       || month < 1 || month > 12 || !g_date_valid_dmy (day, month, year)))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_USAGE, _("That is not a day. Write it as 2020-01-31."));
      return FALSE;
    }
  return hs_library_write (self, date_work, &dating, error);
}
