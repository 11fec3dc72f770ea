/* hs-rows.c: what a line of a list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-rows.h"

#include <glib/gi18n-lib.h>

#include "hs-library-private.h"
#include "hs-snippet.h"

/* SHA-256 of nothing: what takes too much to be read is kept without a text. */
#define HS_NO_TEXT "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct
{
  HsSearchWhat what;
  const gint64 *ids;   /* (unowned) */
  guint n;
  const char *query;   /* (unowned) (nullable) */
  GPtrArray *rows;     /* (owned) */
} Loading;

/* id, texts, then numbers, in the order of hs-rows.h */
static const struct
{
  const char *sql;
  guint n_texts;
  guint n_numbers;
} lists[] = {
  [HS_SEARCH_ARTICLES] = {
    "SELECT a.id, a.title, s.name, a.byline, a.published, a.url, a.language, coalesce(s.grade, '') |"
    "| coalesce(a.grade, ''), (SELECT 'unread' FROM revisions AS r WHERE r.id = a.revision"
    " AND r.sha256 = '" HS_NO_TEXT "'), a.fetched, a.read, a.starred, a.n_people, a.n_places, a.n_notes, a.story, "
                                   "a.n_revisions"
    " FROM articles AS a JOIN sources AS s ON s.id = a.source WHERE a.id = ?1", 8, 8 },
  [HS_SEARCH_STORIES] = {
    "SELECT s.id, coalesce(s.title, (SELECT title FROM articles WHERE story = s.id AND deleted = 0 ORDER BY id"
    " LIMIT 1)), s.n_articles, s.n_origins, s.n_speakers, s.latest FROM stories AS s WHERE s.id = ?1", 1, 4 },
  [HS_SEARCH_SOURCES] = { "SELECT id, name, grade, n_articles, n_unread FROM sources WHERE id = ?1", 2, 2 },
  [HS_SEARCH_ENTITIES] = {
    "SELECT e.id, e.name, (SELECT group_concat(name, ' · ') FROM (SELECT DISTINCT n.name AS name FROM entities AS r"
    "   JOIN entity_names AS n ON n.entity = r.id WHERE r.root = e.id AND n.name <> e.name AND n.n > 0"
    " ORDER BY n.n DESC, n.id LIMIT 12)), CASE WHEN e.kind = 1 THEN"
    " substr (e.context, 1, instr (e.context || char (31), char (31)) - 1) END, e.kind, e.n_mentions, e.n_articles"
    " FROM entities AS e WHERE e.id = ?1", 3, 3 },
  [HS_SEARCH_NOTES] = {
    "SELECT n.id, a.title, s.name, n.quote, n.body, n.tags, n.article, n.start, n.end, n.created, n.modified"
    " FROM notes AS n JOIN articles AS a ON a.id = n.article JOIN sources AS s ON s.id = a.source WHERE n.id = ?1", 5,
    5 },
};

static void
row_clear (gpointer data)
{
  HsRow *self = data;

  for (guint i = 0; i < HS_ROW_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->icon, g_bytes_unref);
}

/**
 * hs_row_ref:
 * @self: a row
 *
 * Returns: (transfer full): @self, held once more
 */
HsRow *
hs_row_ref (HsRow *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_row_unref:
 * @self: (transfer full): a row
 *
 * Lets go of it; any thread.
 */
void
hs_row_unref (HsRow *self)
{
  g_atomic_rc_box_release_full (self, row_clear);
}

static gboolean
load_snippet (HsDatabase    *database,
              const GArray  *needles,
              HsRow         *row,
              GError       **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database, "SELECT text FROM article_texts WHERE id = ?1", "i", row->id);
  if (hs_query_next (query, &local) && hs_query_text (query, 0) != NULL)
    row->texts[HS_ROW_ARTICLE_SNIPPET] = hs_snippet_make (hs_query_text (query, 0), needles);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* A source has no picture of its own: that of the feed which its latest articles
 * came by stands for it. */
static gboolean
load_icon (HsDatabase  *database,
           HsRow       *row,
           GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT i.bytes FROM (SELECT id FROM articles WHERE source = ?1 AND deleted = 0"
                             " ORDER BY id DESC LIMIT 5) AS a JOIN feed_entries AS e ON e.article = a.id"
                             " JOIN feed_icons AS i ON i.feed = e.feed WHERE i.bytes IS NOT NULL LIMIT 1", "i",
                             row->id);
  if (hs_query_next (query, &local))
    row->icon = hs_query_bytes (query, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static HsRow *
load_row (HsDatabase    *database,
          HsSearchWhat   what,
          gint64         id,
          GError       **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, lists[what].sql, "i", id);
  HsRow *row;

  if (!hs_query_next (query, error))
    return NULL;
  row = g_atomic_rc_box_new0 (HsRow);
  row->id = id;
  for (guint i = 0; i < lists[what].n_texts; i++)
    {
      const char *text = hs_query_text (query, 1 + i);

      row->texts[i] = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
    }
  for (guint i = 0; i < lists[what].n_numbers; i++)
    row->numbers[i] = hs_query_int (query, 1 + lists[what].n_texts + i);
  if (what == HS_SEARCH_ARTICLES && row->texts[HS_ROW_ARTICLE_SNIPPET] != NULL)
    {
      g_free (row->texts[HS_ROW_ARTICLE_SNIPPET]);
      row->texts[HS_ROW_ARTICLE_SNIPPET] = g_markup_escape_text (_("Could not be read; kept as it came"), -1);
    }
  return row;
}

static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Loading *loading = data;
  g_autoptr (GArray) needles = NULL;
  g_autoptr (GError) local = NULL;

  if (loading->what == HS_SEARCH_ARTICLES && loading->query != NULL && *loading->query != '\0')
    needles = hs_needles_new (loading->query);
  for (guint i = 0; i < loading->n && local == NULL; i++)
    {
      HsRow *row = load_row (database, loading->what, loading->ids[i], &local);

      if (row == NULL)
        continue;
      g_ptr_array_add (loading->rows, row);
      if (loading->what == HS_SEARCH_SOURCES)
        load_icon (database, row, &local);
      if (needles != NULL && needles->len > 0)
        load_snippet (database, needles, row, &local);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_rows:
 * @self: a library
 * @what: what the rows are of
 * @ids: (array length=n): ids; those that are no longer there are left out
 * @n: how many
 * @query: (nullable): the search whose words snippets of articles show
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable) (element-type HsRow): the rows; %NULL with @error set
 */
GPtrArray *
hs_library_load_rows (HsLibrary     *self,
                      HsSearchWhat   what,
                      const gint64  *ids,
                      guint          n,
                      const char    *query,
                      GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_row_unref);
  Loading loading = { what, ids, n, query, rows };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (!hs_library_read (self, load_work, &loading, error))
    return NULL;
  return g_steal_pointer (&rows);
}
