/* hs-revisions.c: what articles were, and which a rule would let go
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-feeds.h"

#include <glib/gi18n-lib.h>

#include "hs-library-private.h"

typedef struct
{
  gint64 revision;
  char *text;     /* (owned) (nullable) */
  char *title;    /* (owned) (nullable) */
} Loading;

static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Loading *loading = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT r.text, CASE WHEN a.revision = r.id THEN coalesce (r.title, a.stated_title)"
                             " ELSE r.title END"
                             " FROM revisions AS r JOIN articles AS a ON a.id = r.article"
                             " WHERE r.id = ?1 AND a.deleted = 0", "i", loading->revision);
  if (hs_query_next (query, &local))
    {
      loading->text = hs_query_dup (query, 0);
      loading->title = hs_query_dup (query, 1);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such revision in the library."));
  return FALSE;
}

/**
 * hs_library_load_revision:
 * @self: a library
 * @revision: the id of a revision
 * @title: (out) (optional) (transfer full) (nullable): the title it had
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): its text; %NULL with @error set
 */
char *
hs_library_load_revision (HsLibrary  *self,
                          gint64      revision,
                          char      **title,
                          GError    **error)
{
  Loading loading = { revision, NULL, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  hs_library_read (self, load_work, &loading, error);
  if (title != NULL)
    *title = loading.title;
  else
    g_free (loading.title);
  return loading.text;
}

typedef struct
{
  gint64 before;
  GArray *ids;    /* (unowned) */
} Expiring;

/* Those of files and of the sample were put there by hand; so was whatever has
 * a star, a note or a grade, and a story would lose one of its voices. */
static gboolean
expired_work (HsLibrary   *self,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Expiring *expiring = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT a.id FROM articles AS a JOIN sources AS o ON o.id = a.source"
                             " LEFT JOIN stories AS s ON s.id = a.story"
                             " WHERE a.deleted = 0 AND a.read = 1 AND a.fetched < ?1 AND a.starred = 0"
                             " AND a.n_notes = 0"
                             " AND a.grade IS NULL AND o.grade IS NULL AND coalesce (s.n_articles, 0) < 2"
                             " AND a.path IS NULL AND a.sample = 0"
                             " AND EXISTS (SELECT 1 FROM feed_entries AS e WHERE e.article = a.id) ORDER BY a.id", "i",
                             expiring->before);
  while (hs_query_next (query, &local))
    {
      gint64 id = hs_query_int (query, 0);

      g_array_append_val (expiring->ids, id);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_expired:
 * @self: a library
 * @days: how old an article may grow
 * @now: Unix seconds
 * @error: return location
 *
 * What a rule of so many days would remove: read articles of feeds that were
 * fetched longer ago, without star, note or grade (their own or their source's),
 * and in no story of two or more. Removes nothing; hs_library_delete() does, as a
 * decision that can be undone. Any thread; waits.
 *
 * Returns: (transfer full) (element-type gint64): oldest first; %NULL with @error
 *   set
 */
GArray *
hs_library_load_expired (HsLibrary  *self,
                         guint       days,
                         gint64      now,
                         GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Expiring expiring = { now - (gint64) days * 24 * 60 * 60, ids };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, expired_work, &expiring, error) ? g_steal_pointer (&ids) : NULL;
}
