/* hs-name-desk.c: what the name desk shows of an entity, and what is proposed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-name-desk.h"

#include <stdio.h>

#include "hs-library-private.h"

/* Of an entity in more articles, the latest so many say with whom it appears. */
#define MAX_ARTICLES 2000
#define MAX_COMPANY 12
#define MAX_STATEMENTS 40
/* Days are shown of no longer a time, months of any. */
#define MAX_DAYS 62
#define MAX_PERIODS 120

/**
 * hs_stored_pair_free:
 * @self: (transfer full) (nullable): two entities that may be one
 */
void
hs_stored_pair_free (HsStoredPair *self)
{
  if (self == NULL)
    return;
  g_free (self->why);
  g_free (self);
}

static void
period_free (gpointer data)
{
  g_free (((HsStoredPeriod *) data)->period);
  g_free (data);
}

static void
company_free (gpointer data)
{
  g_free (((HsStoredCompany *) data)->name);
  g_free (data);
}

/**
 * hs_stored_name_desk_free:
 * @self: (transfer full) (nullable): what the name desk shows of an entity
 */
void
hs_stored_name_desk_free (HsStoredNameDesk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->company, g_ptr_array_unref);
  g_clear_pointer (&self->said, g_ptr_array_unref);
  g_clear_pointer (&self->about, g_ptr_array_unref);
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

/* --- of which kinds they are ------------------------------------------------------ */

typedef struct
{
  const gint64 *ids;  /* (unowned) */
  guint n;
  GArray *counts;     /* (unowned) */
} CountingKinds;

static gboolean
kinds_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  CountingKinds *counting = data;

  for (guint i = 0; i < counting->n; i++)
    {
      gint64 kind;

      if (!hs_database_get_int (database, &kind, -1, error, "SELECT kind FROM entities WHERE id = ?1", "i",
                                counting->ids[i]))
        return FALSE;
      if (kind >= 0 && kind < HS_N_MENTION_KINDS)
        g_array_index (counting->counts, guint, kind)++;
    }
  return TRUE;
}

/**
 * hs_library_count_kinds:
 * @self: a library
 * @ids: (array length=n): entities
 * @n: how many
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type guint): how many of them are of which
 *   #HsMentionKind; %NULL with @error set
 */
GArray *
hs_library_count_kinds (HsLibrary     *self,
                        const gint64  *ids,
                        guint          n,
                        GError       **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, TRUE, sizeof (guint));
  CountingKinds counting = { ids, n, counts };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  g_array_set_size (counts, HS_N_MENTION_KINDS);
  return hs_library_read (self, kinds_work, &counting, error) ? g_steal_pointer (&counts) : NULL;
}

/* --- who else is called so --------------------------------------------------------- */

typedef struct
{
  gint64 entity;
  const char *name;  /* (unowned) */
  gint64 found;
} Namesaking;

static gboolean
namesake_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  Namesaking *it = data;

  return hs_database_get_int (database, &it->found, 0, error,
                              "SELECT o.id FROM entities AS e JOIN entities AS o ON o.kind = e.kind AND o.root = o.id"
                              "   AND o.id <> e.root AND o.n_articles > 0 AND o.name = ?2 COLLATE NOCASE"
                              " WHERE e.id = ?1 ORDER BY o.n_mentions DESC, o.id LIMIT 1", "is", it->entity, it->name);
}

/**
 * hs_library_find_namesake:
 * @self: a library
 * @entity: an entity
 * @name: what it is to be called
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: another entity of its kind that is called so, 0 none; -1 with @error set
 */
gint64
hs_library_find_namesake (HsLibrary   *self,
                          gint64       entity,
                          const char  *name,
                          GError     **error)
{
  Namesaking namesaking = { entity, name, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (name != NULL, -1);

  return hs_library_read (self, namesake_work, &namesaking, error) ? namesaking.found : -1;
}

/* --- what is proposed ---------------------------------------------------------- */

/* Pairs of what the two are now, each once. */
#define PROPOSED \
  " FROM (SELECT min (e.root, o.root) AS a, max (e.root, o.root) AS b, min (p.why) AS why FROM proposals AS p" \
  "   JOIN entities AS e ON e.id = p.entity JOIN entities AS o ON o.id = p.other WHERE e.root <> o.root" \
  " GROUP BY 1, 2) AS q" \
  " JOIN entities AS x ON x.id = q.a JOIN entities AS y ON y.id = q.b" \
  " WHERE x.n_articles > 0 AND y.n_articles > 0" \
  "   AND NOT EXISTS (SELECT 1 FROM apart AS w JOIN entities AS e ON e.id = w.entity JOIN entities AS o" \
  " ON o.id = w.other" \
  "     WHERE w.withdrawn = 0 AND ((e.root = q.a AND o.root = q.b) OR (e.root = q.b AND o.root = q.a)))"

typedef struct
{
  guint limit;
  GPtrArray *pairs;  /* (unowned) (nullable) */
  gint64 n;
} Proposing;

static gboolean
proposals_work (HsLibrary   *self,
                HsDatabase  *database,
                gpointer     data,
                GError     **error)
{
  Proposing *proposing = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT q.a, q.b, q.why, x.n_mentions < y.n_mentions" PROPOSED
                             " ORDER BY min (x.n_mentions, y.n_mentions) DESC, q.a, q.b LIMIT ?1", "n",
                             proposing->limit);
  while (hs_query_next (query, &local))
    {
      HsStoredPair *pair = g_new0 (HsStoredPair, 1);
      gboolean turned = hs_query_int (query, 3) != 0;

      pair->entity = hs_query_int (query, turned ? 1 : 0);
      pair->other = hs_query_int (query, turned ? 0 : 1);
      pair->why = hs_query_dup (query, 2);
      g_ptr_array_add (proposing->pairs, pair);
    }
  return finish (&local, error);
}

static gboolean
count_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Proposing *proposing = data;

  return hs_database_get_int (database, &proposing->n, 0, error, "SELECT count(*) FROM (SELECT 1" PROPOSED " LIMIT ?1)",
                              "n", proposing->limit);
}

/**
 * hs_library_load_proposals:
 * @self: a library
 * @limit: how many at most
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredPair): the most mentioned
 *   first; %NULL with @error set
 */
GPtrArray *
hs_library_load_proposals (HsLibrary  *self,
                           guint       limit,
                           GError    **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_pair_free);
  Proposing proposing = { limit, pairs, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, proposals_work, &proposing, error) ? g_steal_pointer (&pairs) : NULL;
}

/**
 * hs_library_count_proposals:
 * @self: a library
 * @limit: no more than so many
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: how many pairs are proposed, at most @limit; -1 with @error set
 */
int
hs_library_count_proposals (HsLibrary  *self,
                            guint       limit,
                            GError    **error)
{
  Proposing proposing = { limit, NULL, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  return hs_library_read (self, count_work, &proposing, error) ? (int) proposing.n : -1;
}

/* --- an entity over time, in company, in words ------------------------------------ */

typedef struct
{
  gint64 entity;
  HsStoredNameDesk *desk;  /* (unowned) */
  GArray *said;        /* (owned) (element-type HsStoredEvidence) */
  GArray *about;       /* (owned) (element-type HsStoredEvidence) */
} Desk;

static gboolean
parse_day (const char *text,
           GDate      *day)
{
  guint year, month, date;

  g_date_clear (day, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &date) != 3 || year < 1
      || !g_date_valid_dmy (date, month, year))
    return FALSE;
  g_date_set_dmy (day, date, month, year);
  return TRUE;
}

typedef enum
{
  UNIT_DAY,
  UNIT_MONTH,
  UNIT_YEAR
} Unit;

static char *
format_period (const GDate *day,
               Unit         unit)
{
  guint year = g_date_get_year (day), month = g_date_get_month (day);

  if (unit == UNIT_YEAR)
    return g_strdup_printf ("%04u", year);
  return unit == UNIT_MONTH ? g_strdup_printf ("%04u-%02u", year, month)
                            : g_strdup_printf ("%04u-%02u-%02u", year, month, g_date_get_day (day));
}

/* The smallest that does not make too many. */
static Unit
choose_unit (const GDate *first,
             const GDate *last)
{
  guint months = (g_date_get_year (last) - g_date_get_year (first)) * 12 + g_date_get_month (last)
                 - g_date_get_month (first);

  if (g_date_days_between (first, last) <= MAX_DAYS)
    return UNIT_DAY;
  return months < MAX_PERIODS ? UNIT_MONTH : UNIT_YEAR;
}

static void
step (GDate *day,
      Unit   unit)
{
  if (unit == UNIT_DAY)
    g_date_add_days (day, 1);
  else if (unit == UNIT_MONTH)
    g_date_add_months (day, 1);
  else
    g_date_add_years (day, 1);
}

/* Every period from the first to the last, so that gaps show. Of more than so many years
 * the first stands for all before it. */
static void
make_periods (GArray     *days,
              GArray     *counts,
              GPtrArray  *periods)
{
  GDate at = g_array_index (days, GDate, 0);
  const GDate *last = &g_array_index (days, GDate, days->len - 1);
  Unit unit = choose_unit (&at, last);
  guint k = 0;

  if (unit == UNIT_YEAR)
    g_date_set_dmy (&at, 1, 1, MAX (g_date_get_year (&at), (int) g_date_get_year (last) - MAX_PERIODS + 1));
  else if (unit == UNIT_MONTH)
    g_date_set_day (&at, 1);
  for (; g_date_compare (&at, last) <= 0; step (&at, unit))
    {
      HsStoredPeriod *period = g_new0 (HsStoredPeriod, 1);

      period->period = format_period (&at, unit);
      g_ptr_array_add (periods, period);
    }
  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *key = format_period (&g_array_index (days, GDate, i), unit);

      while (k + 1 < periods->len && strcmp (((HsStoredPeriod *) periods->pdata[k])->period, key) < 0)
        k++;
      ((HsStoredPeriod *) periods->pdata[k])->n += g_array_index (counts, guint, i);
    }
}

static gboolean
load_periods (HsDatabase  *database,
              Desk        *self,
              GError     **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GDate));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             /* nothing is published after it was fetched, whatever it says */
                             "SELECT min (CASE WHEN length (a.published) >= 10 THEN substr (a.published, 1, 10)"
                             " WHEN length (a.published) = 7 THEN a.published || '-01'"
                             " WHEN length (a.published) = 4 THEN a.published || '-01-01'"
                             " ELSE date (a.fetched, 'unixepoch') END,"
                             " date (a.fetched, 'unixepoch', '+1 day')) AS day, count(*)"
                             " FROM article_entities AS x JOIN articles AS a ON a.id = x.article WHERE x.entity = ?1"
                             " GROUP BY day ORDER BY day", "i", self->entity);
  while (hs_query_next (query, &local))
    {
      GDate day;
      guint n = hs_query_int (query, 1);

      if (!parse_day (hs_query_text (query, 0), &day))
        continue;
      g_array_append_val (days, day);
      g_array_append_val (counts, n);
    }
  if (local == NULL && days->len > 0)
    make_periods (days, counts, self->desk->periods);
  return finish (&local, error);
}

static gboolean
load_company (HsDatabase  *database,
              Desk        *self,
              GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT e.id, e.kind, e.name, q.n FROM (SELECT y.entity AS id, count(*) AS n FROM"
                             "   (SELECT article FROM article_entities WHERE entity = ?1 ORDER BY article DESC"
                             " LIMIT ?2) AS x"
                             "   JOIN article_entities AS y ON y.article = x.article AND y.entity <> ?1"
                             " GROUP BY y.entity) AS q"
                             " JOIN entities AS e ON e.id = q.id WHERE e.kind IN (?3, ?4, ?5)"
                             " ORDER BY q.n DESC, e.n_mentions DESC, e.id LIMIT ?6", "innnnn", self->entity,
                             MAX_ARTICLES, HS_MENTION_PERSON, HS_MENTION_ORGANISATION, HS_MENTION_PLACE, MAX_COMPANY);
  while (hs_query_next (query, &local))
    {
      HsStoredCompany *one = g_new0 (HsStoredCompany, 1);

      one->entity = hs_query_int (query, 0);
      one->kind = hs_query_int (query, 1);
      one->name = hs_query_dup (query, 2);
      one->n = hs_query_int (query, 3);
      g_ptr_array_add (self->desk->company, one);
    }
  return finish (&local, error);
}

static gboolean
load_spans (HsDatabase  *database,
            const char  *sql,
            gint64       entity,
            GArray      *spans,
            GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "in", entity, MAX_STATEMENTS);
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      HsStoredEvidence one = { hs_query_int (query, 0),
                               HS_SPAN_INIT (hs_query_int (query, 1), hs_query_int (query, 2)) };

      g_array_append_val (spans, one);
    }
  return finish (&local, error);
}

static gboolean
desk_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Desk *desk = data;

  return hs_database_get_int (database, &desk->entity, desk->entity, error, "SELECT root FROM entities WHERE id = ?1",
                              "i", desk->entity)
         && load_periods (database, desk, error)
         && load_company (database, desk, error)
         && load_spans (database,
                        "SELECT s.article, p.start, p.end FROM article_entities AS x"
                        " JOIN statements AS s ON s.article = x.article"
                        " JOIN local_entities AS l ON l.article = s.article AND l.idx = s.speaker"
                        " JOIN entities AS e ON e.id = l.entity"
                        " JOIN statement_spans AS p ON p.article = s.article AND p.statement = s.idx AND p.idx = 0"
                        " WHERE x.entity = ?1 AND e.root = ?1 ORDER BY x.article DESC, s.idx LIMIT ?2", desk->entity,
                        desk->said, error)
         && load_spans (database,
                        "SELECT s.article, p.start, p.end FROM article_entities AS x"
                        " JOIN statements AS s ON s.article = x.article"
                        " JOIN statement_spans AS p ON p.article = s.article AND p.statement = s.idx"
                        " WHERE x.entity = ?1 AND EXISTS (SELECT 1 FROM mentions AS m JOIN local_entities AS l"
                        "   ON l.article = m.article AND l.idx = m.local JOIN entities AS e ON e.id = l.entity"
                        "   WHERE m.article = s.article AND e.root = ?1 AND m.start >= p.start AND m.end <= p.end"
                        "     AND s.speaker IS NOT m.local)"
                        " ORDER BY x.article DESC, s.idx LIMIT ?2", desk->entity, desk->about, error);
}

/**
 * hs_library_load_name_desk:
 * @self: a library
 * @entity: an entity
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable): over time, in company, in words; %NULL
 *   with @error set
 */
HsStoredNameDesk *
hs_library_load_name_desk (HsLibrary  *self,
                      gint64      entity,
                      GError    **error)
{
  g_autoptr (HsStoredNameDesk) stored = g_new0 (HsStoredNameDesk, 1);
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
  g_autoptr (GArray) about = g_array_new (FALSE, FALSE, sizeof (HsStoredEvidence));
  Desk desk = { entity, stored, said, about };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  stored->periods = g_ptr_array_new_with_free_func (period_free);
  stored->company = g_ptr_array_new_with_free_func (company_free);
  if (!hs_library_read (self, desk_work, &desk, error))
    return NULL;
  stored->said = hs_library_load_places (self, said, error);
  if (stored->said != NULL)
    stored->about = hs_library_load_places (self, about, error);
  return stored->about != NULL ? g_steal_pointer (&stored) : NULL;
}
