/* hs-keep-findings.c: articles that wait to be analysed, and what was found in them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-keep-private.h"

#include <glib/gi18n-lib.h>

#include "hs-analyser.h"
#include "hs-library-index.h"
#include "hs-load.h"

/* Every question here names its index: there may be a million articles, and the
 * planner does not know that next to none of them waits. */
#define WAITING "FROM articles INDEXED BY articles_by_analyser WHERE deleted = 0 AND "

/**
 * hs_waiting_free:
 * @self: (transfer full) (nullable): an article that waits
 */
void
hs_waiting_free (HsWaiting *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, hs_document_unref);
  g_clear_pointer (&self->analysis, hs_analysis_unref);
  g_free (self);
}

/* --- which ------------------------------------------------------------------- */

typedef struct
{
  gint64 unread;
  gint64 outdated;
} Count;

static gboolean
count_work (HsLibrary   *self,
            HsDatabase  *database,
            gpointer     data,
            GError     **error)
{
  Count *count = data;

  if (!hs_database_get_int (database, &count->unread, 0, error, "SELECT count(*) " WAITING "analyser = 0", "")
      || !hs_database_get_int (database, &count->outdated, 0, error, "SELECT count(*) " WAITING "analyser < ?1", "n",
                               HS_ANALYSER_VERSION))
    return FALSE;
  count->outdated -= count->unread;
  return TRUE;
}

/**
 * hs_library_count_waiting:
 * @self: a library
 * @unread: (out): articles that have no findings yet
 * @outdated: (out): articles with the findings of an older analyser
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether it could be found out
 */
gboolean
hs_library_count_waiting (HsLibrary  *self,
                          guint      *unread,
                          guint      *outdated,
                          GError    **error)
{
  Count count = { 0, 0 };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (unread != NULL && outdated != NULL, FALSE);

  if (!hs_library_read (self, count_work, &count, error))
    return FALSE;
  *unread = (guint) count.unread;
  *outdated = (guint) count.outdated;
  return TRUE;
}

typedef struct
{
  int analyser;
  gint64 article;
  guint limit;
  GArray *ids;   /* (unowned) */
} Listing;

/* Those with the same findings stand in the index by id. */
static gboolean
list_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Listing *listing = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT analyser, id " WAITING "analyser >= ?1 AND analyser < ?3"
                             " AND (analyser > ?1 OR id > ?2) ORDER BY analyser, id LIMIT ?4", "ninn",
                             listing->analyser, listing->article, HS_ANALYSER_VERSION, listing->limit);
  while (hs_query_next (query, &local))
    {
      listing->analyser = (int) hs_query_int (query, 0);
      listing->article = hs_query_int (query, 1);
      g_array_append_val (listing->ids, listing->article);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_list_waiting:
 * @self: a library
 * @analyser: (inout): version of the last one listed, -1 at the start
 * @article: (inout): the last one listed, 0 at the start
 * @limit: how many at most
 * @error: return location
 *
 * New articles come first, whatever waits beside them: a new version of the
 * analyser makes all of the library wait. Within each sort they come by id, the
 * order in which they were kept, so that entities and stories become what they
 * would have become if nothing had waited. Any thread; waits.
 *
 * Returns: (transfer full) (element-type gint64): none when there are no more;
 *   %NULL with @error set
 */
GArray *
hs_library_list_waiting (HsLibrary  *self,
                         int        *analyser,
                         gint64     *article,
                         guint       limit,
                         GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Listing listing = { 0, 0, limit, ids };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (analyser != NULL && article != NULL, NULL);

  listing.analyser = *analyser;
  listing.article = *article;
  if (!hs_library_read (self, list_work, &listing, error))
    return NULL;
  *analyser = listing.analyser;
  *article = listing.article;
  return g_steal_pointer (&ids);
}

/* --- one of them --------------------------------------------------------------- */

static gboolean
load_text (HsDatabase  *database,
           HsWaiting   *waiting,
           GError     **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT r.id, r.text, a.stated_url, a.stated_title, a.stated_byline, a.stated_published,"
                             " a.modified, a.stated_outlet, a.language"
                             " FROM articles AS a JOIN revisions AS r ON r.id = a.revision"
                             " WHERE a.id = ?1 AND a.deleted = 0 AND a.analyser < ?2", "in", waiting->article,
                             HS_ANALYSER_VERSION);
  if (!hs_query_next (query, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such article in the library."));
      return FALSE;
    }
  waiting->revision = hs_query_int (query, 0);
  waiting->document = hs_document_new (hs_query_dup (query, 1));
  waiting->document->url = hs_query_dup (query, 2);
  waiting->document->title = hs_query_dup (query, 3);
  waiting->document->byline = hs_query_dup (query, 4);
  waiting->document->published = hs_query_dup (query, 5);
  waiting->document->modified = hs_query_dup (query, 6);
  waiting->document->outlet = hs_query_dup (query, 7);
  waiting->document->language = hs_query_dup (query, 8);
  return TRUE;
}

static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  HsWaiting *waiting = data;

  return load_text (database, waiting, error) && hs_load_blocks (database, waiting->article, waiting->document, error)
         && hs_load_check_document (waiting->article, waiting->document, error);
}

/**
 * hs_library_load_waiting:
 * @self: a library
 * @article: one that waits
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (nullable): its text; %NULL with @error set,
 *   %HS_ERROR_NOT_FOUND when it waits no more
 */
HsWaiting *
hs_library_load_waiting (HsLibrary  *self,
                         gint64      article,
                         GError    **error)
{
  g_autoptr (HsWaiting) waiting = g_new0 (HsWaiting, 1);

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  waiting->article = article;
  return hs_library_read (self, load_work, waiting, error) ? g_steal_pointer (&waiting) : NULL;
}

/* --- what was found -------------------------------------------------------------- */

/* Whether what was analysed is what is there, and nobody was quicker. */
static gboolean
still_waits (HsDatabase       *database,
             const HsWaiting  *waiting,
             gboolean         *waits,
             gboolean         *is_new,
             GError          **error)
{
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT analyser FROM articles WHERE id = ?1 AND revision = ?2 AND deleted = 0"
                             " AND analyser < ?3", "iin", waiting->article, waiting->revision, HS_ANALYSER_VERSION);
  *waits = hs_query_next (query, &local);
  *is_new = *waits && hs_query_int (query, 0) == 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
keep_one (HsLibrary   *self,
          HsDatabase  *database,
          HsWaiting   *waiting,
          HsIndex     *index,
          GError     **error)
{
  gboolean is_new;

  if (!still_waits (database, waiting, &waiting->kept, &is_new, error))
    return FALSE;
  if (!waiting->kept)
    return TRUE;
  if (!is_new)
    {
      hs_library_index_forget (HS_LIBRARY_INDEX (index));
      if (!hs_keep_clear_findings (database, waiting->article, error))
        return FALSE;
    }
  return hs_keep_analysis (self, database, waiting->article, waiting->analysis, index, error);
}

static gboolean
findings_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  GPtrArray *all = data;
  g_autoptr (HsIndex) index = hs_library_index_new (database);
  gboolean changed = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      HsWaiting *waiting = g_ptr_array_index (all, i);

      if (!keep_one (self, database, waiting, index, error))
        return FALSE;
      changed = changed || waiting->kept;
    }
  if (changed)
    hs_library_touch (self, HS_LIBRARY_ARTICLES | HS_LIBRARY_ENTITIES | HS_LIBRARY_STORIES);
  return TRUE;
}

/**
 * hs_library_keep_findings:
 * @self: a library
 * @waiting: (element-type HsWaiting): articles, each with its analysis; `kept` is
 *   set of each
 * @error: return location
 *
 * What the analyst decided stays. The stories of these articles are not built
 * before hs_library_build_stories(). Any thread but the writer's; waits.
 *
 * Returns: whether it worked; else nothing was changed
 */
gboolean
hs_library_keep_findings (HsLibrary  *self,
                          GPtrArray  *waiting,
                          GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (waiting != NULL, FALSE);

  return hs_library_write (self, findings_work, waiting, error);
}
