/* hs-feeds-load.c: subscriptions and their folders, as kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"

#include <glib/gi18n-lib.h>

#include "hs-url.h"

/* Folders further down than this are shown at this depth. */
#define MAX_DEPTH 64

/**
 * hs_stored_feed_free:
 * @self: (transfer full) (nullable): a feed as it is kept
 */
void
hs_stored_feed_free (HsStoredFeed *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->fixed_title);
  g_free (self->description);
  g_free (self->home_url);
  g_free (self->user);
  g_clear_pointer (&self->icon, g_bytes_unref);
  g_clear_pointer (&self->state, hs_feed_state_free);
  g_free (self);
}

/**
 * hs_stored_folder_free:
 * @self: (transfer full) (nullable): a folder as it is kept
 */
void
hs_stored_folder_free (HsStoredFolder *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self);
}

/* Columns 0 to 22, and the last, of the query below. */
static HsFeedState *
read_state (HsQuery *query)
{
  HsFeedState *self = hs_feed_state_new (hs_query_text (query, 0));

  self->etag = hs_query_dup (query, 1);
  self->last_modified = hs_query_dup (query, 2);
  self->last_try = hs_query_int (query, 3);
  self->last_success = hs_query_int (query, 4);
  self->last_change = hs_query_int (query, 5);
  self->status = hs_query_int (query, 6);
  self->outcome = hs_query_int (query, 7);
  self->message = hs_query_dup (query, 8);
  self->size = hs_query_int (query, 9);
  self->failures = hs_query_int (query, 10);
  self->retry_after = hs_query_int (query, 11);
  self->fresh_until = hs_query_int (query, 12);
  self->ttl = hs_query_int (query, 13);
  self->skip_hours = hs_query_int (query, 14);
  self->skip_days = hs_query_int (query, 15);
  self->interval = hs_query_int (query, 16);
  self->moved_to = hs_query_dup (query, 17);
  self->moved_since = hs_query_int (query, 18);
  self->moved_times = hs_query_int (query, 19);
  self->gone = hs_query_int (query, 20) != 0;
  self->next = hs_query_int (query, 21);
  self->why = hs_query_int (query, 22);
  self->validated_url = hs_query_dup (query, 39);
  return self;
}

static HsStoredFeed *
read_feed (HsQuery *query)
{
  HsStoredFeed *self = g_new0 (HsStoredFeed, 1);
  const char *stated = hs_query_text (query, 26);

  self->state = read_state (query);
  self->id = hs_query_int (query, 23);
  self->folder = hs_query_int (query, 24);
  self->position = hs_query_int (query, 25);
  self->fixed_title = hs_query_dup (query, 27);
  if (self->fixed_title != NULL)
    self->title = g_strdup (self->fixed_title);
  else
    self->title = g_strdup (stated != NULL && *stated != '\0' ? stated : self->state->url);
  self->description = hs_query_dup (query, 28);
  self->home_url = hs_query_dup (query, 29);
  self->user = hs_query_dup (query, 30);
  self->full_page = hs_query_int (query, 31) != 0;
  self->notify = hs_query_int (query, 32) != 0;
  self->newest = hs_query_int (query, 33);
  self->n_articles = hs_query_int (query, 34);
  self->n_unread = hs_query_int (query, 35);
  self->icon = hs_query_bytes (query, 36);
  self->icon_tried = hs_query_int (query, 37);
  self->icon_failed = hs_query_int (query, 38) != 0;
  return self;
}

/**
 * hs_feeds_load:
 * @database: a connection, within a transaction
 * @where: SQL: which feeds; ?1 is @number
 * @order: SQL: in which order
 * @number: for @where
 * @error: return location
 *
 * Feeds that are deleted are left out.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredFeed): those; %NULL with @error
 *   set
 */
GPtrArray *
hs_feeds_load (HsDatabase  *database,
               const char  *where,
               const char  *order,
               gint64       number,
               GError     **error)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_feed_free);
  g_autofree char *sql = NULL;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  sql = g_strdup_printf ("SELECT f.url, f.etag, f.last_modified, f.last_try, f.last_success, f.last_change, f.status,"
                         " f.outcome, f.message, f.size, f.failures, f.retry_after, f.fresh_until, f.ttl, f.skip_hours,"
                         " f.skip_days, f.interval, f.moved_to, f.moved_since, f.moved_times, f.gone, f.next, f.why,"
                         " f.id, f.folder, f.position, f.stated_title, f.fixed_title, f.description, "
                         "f.home_url, f.user, f.full_page, f.notify, f.newest, f.n_articles, f.n_unread, i.bytes, "
                         "i.tried, i.failed, f.validated_url"
                         " FROM feeds AS f LEFT JOIN feed_icons AS i ON i.feed = f.id"
                         " WHERE f.deleted = 0 AND %s ORDER BY %s", where, order);
  query = hs_database_query (database, sql, "i", number);
  while (hs_query_next (query, &local))
    g_ptr_array_add (feeds, read_feed (query));
  if (local == NULL)
    return g_steal_pointer (&feeds);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hs_feeds_load_folders:
 * @database: a connection, within a transaction
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredFolder): those that are not
 *   deleted, each after the one it is in; %NULL with @error set
 */
GPtrArray *
hs_feeds_load_folders (HsDatabase  *database,
                       GError     **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_folder_free);
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "WITH RECURSIVE tree (id, parent, position, title, depth) AS ("
                             "  SELECT id, 0, position, title, 0 FROM folders WHERE parent = 0 AND deleted = 0"
                             "  UNION"
                             "  SELECT f.id, f.parent, f.position, f.title, t.depth + 1 FROM tree AS t"
                             "    JOIN folders AS f ON f.parent = t.id WHERE f.deleted = 0 AND t.depth < ?1"
                             " ) SELECT id, parent, position, title FROM tree ORDER BY depth, position, id", "n",
                             MAX_DEPTH);
  while (hs_query_next (query, &local))
    {
      HsStoredFolder *folder = g_new0 (HsStoredFolder, 1);

      folder->id = hs_query_int (query, 0);
      folder->parent = hs_query_int (query, 1);
      folder->position = hs_query_int (query, 2);
      folder->title = hs_query_dup (query, 3);
      g_ptr_array_add (folders, folder);
    }
  if (local == NULL)
    return g_steal_pointer (&folders);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* --- the whole ------------------------------------------------------------- */

typedef struct
{
  GPtrArray *feeds;     /* (owned) (nullable) */
  GPtrArray *folders;   /* (owned) (nullable) */
} Loading;

static gboolean
load_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Loading *loading = data;

  loading->feeds = hs_feeds_load (database, "?1 = 0", "f.folder, f.position, f.id", 0, error);
  if (loading->feeds != NULL)
    loading->folders = hs_feeds_load_folders (database, error);
  return loading->folders != NULL;
}

/**
 * hs_library_load_feeds:
 * @self: a library
 * @folders: (out) (optional) (transfer full) (element-type HsStoredFolder):
 *   parents before children, siblings in order
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type HsStoredFeed): by folder and position;
 *   %NULL with @error set
 */
GPtrArray *
hs_library_load_feeds (HsLibrary  *self,
                       GPtrArray **folders,
                       GError    **error)
{
  Loading loading = { NULL, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (!hs_library_read (self, load_work, &loading, error))
    {
      g_clear_pointer (&loading.feeds, g_ptr_array_unref);
      return NULL;
    }
  if (folders != NULL)
    *folders = loading.folders;
  else
    g_ptr_array_unref (loading.folders);
  return loading.feeds;
}

/* --- what several have ----------------------------------------------------- */

/**
 * hs_shared_articles_free:
 * @self: (transfer full): what several feeds have
 */
void
hs_shared_articles_free (HsSharedArticles *self)
{
  g_array_unref (self->feeds);
  g_free (self);
}

static HsSharedArticles *
read_shared (HsQuery *query)
{
  HsSharedArticles *self = g_new0 (HsSharedArticles, 1);
  g_auto (GStrv) feeds = g_strsplit (hs_query_text (query, 0), ",", -1);

  self->feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; feeds[i] != NULL; i++)
    {
      gint64 feed = g_ascii_strtoll (feeds[i], NULL, 10);

      g_array_append_val (self->feeds, feed);
    }
  self->n_articles = hs_query_int (query, 1);
  self->n_unread = hs_query_int (query, 2);
  return self;
}

static gboolean
load_shared_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  GPtrArray *shared = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT feeds, count (*), sum (read = 0) FROM ("
                             "  SELECT a.read AS read, group_concat (e.feed) AS feeds FROM shared_articles AS s"
                             "    JOIN articles AS a ON a.id = s.article JOIN feed_entries AS e"
                             " ON e.article = s.article"
                             "    JOIN feeds AS f ON f.id = e.feed WHERE a.deleted = 0 AND f.deleted = 0"
                             "    GROUP BY s.article HAVING count (*) > 1"
                             " ) GROUP BY feeds", "");
  while (hs_query_next (query, &local))
    g_ptr_array_add (shared, read_shared (query));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_shared:
 * @self: a library
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type HsSharedArticles): what came by two feeds
 *   or more, by which; %NULL with @error set
 */
GPtrArray *
hs_library_load_shared (HsLibrary  *self,
                        GError    **error)
{
  g_autoptr (GPtrArray) shared = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_shared_articles_free);

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, load_shared_work, shared, error) ? g_steal_pointer (&shared) : NULL;
}

/* --- one ------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  const char *url;      /* (unowned) (nullable) */
  GPtrArray *feeds;     /* (owned) (nullable) */
} LoadingOne;

static gboolean
load_one_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  LoadingOne *loading = data;

  loading->feeds = hs_feeds_load (database, "f.id = ?1", "f.id", loading->id, error);
  if (loading->feeds == NULL)
    return FALSE;
  if (loading->feeds->len > 0)
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such feed in the library."));
  return FALSE;
}

/**
 * hs_library_load_feed:
 * @self: a library
 * @id: a feed
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): it; %NULL with @error set, %HS_ERROR_NOT_FOUND when it
 *   is not subscribed to
 */
HsStoredFeed *
hs_library_load_feed (HsLibrary  *self,
                      gint64      id,
                      GError    **error)
{
  LoadingOne loading = { id, NULL, NULL };
  HsStoredFeed *feed = NULL;

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (hs_library_read (self, load_one_work, &loading, error))
    feed = g_ptr_array_steal_index (loading.feeds, 0);
  g_clear_pointer (&loading.feeds, g_ptr_array_unref);
  return feed;
}

static gboolean
find_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  LoadingOne *loading = data;

  return hs_feeds_find (database, loading->url, &loading->id, error);
}

/**
 * hs_library_find_feed:
 * @self: a library
 * @url: an address
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: the feed at that address as hs_url_normalise() has it; 0 when there is
 *   none, -1 with @error set
 */
gint64
hs_library_find_feed (HsLibrary   *self,
                      const char  *url,
                      GError     **error)
{
  LoadingOne loading = { 0, url, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (url != NULL, -1);

  return hs_library_read (self, find_work, &loading, error) ? loading.id : -1;
}

/* --- what is due ----------------------------------------------------------- */

typedef struct
{
  gint64 now;
  gint64 next;
  GPtrArray *feeds;     /* (owned) (nullable) */
} LoadingDue;

static gboolean
due_work (HsLibrary   *self,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  LoadingDue *loading = data;

  loading->feeds = hs_feeds_load (database, "f.next <= ?1", "f.next, f.id", loading->now, error);
  return loading->feeds != NULL
         && hs_database_get_int (database, &loading->next, G_MAXINT64, error,
                                 "SELECT min(next) FROM feeds WHERE deleted = 0 AND next > ?1", "i", loading->now);
}

/**
 * hs_library_load_due:
 * @self: a library
 * @now: Unix seconds
 * @next: (out) (optional): when the next one after these is due, %G_MAXINT64 none
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type HsStoredFeed): those to be asked by now,
 *   soonest first; %NULL with @error set
 */
GPtrArray *
hs_library_load_due (HsLibrary  *self,
                     gint64      now,
                     gint64     *next,
                     GError    **error)
{
  LoadingDue loading = { now, G_MAXINT64, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  if (!hs_library_read (self, due_work, &loading, error))
    {
      g_clear_pointer (&loading.feeds, g_ptr_array_unref);
      return NULL;
    }
  if (next != NULL)
    *next = loading.next;
  return loading.feeds;
}

/* --- as an outline --------------------------------------------------------- */

/* One of the children of a folder on its way into the outline. */
typedef struct
{
  guint position;
  gint64 folder;         /* 0: a feed */
  HsOutline *outline;    /* (owned) */
} Child;

static int
compare_children (gconstpointer a,
                  gconstpointer b)
{
  const Child *x = a, *y = b;

  return (x->position > y->position) - (x->position < y->position);
}

static void
add_children (HsOutline  *parent,
              gint64      folder,
              GPtrArray  *folders,
              GPtrArray  *feeds)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (Child));

  for (guint i = 0; i < folders->len; i++)
    {
      const HsStoredFolder *one = g_ptr_array_index (folders, i);
      Child child = { one->position, one->id, NULL };

      if (one->parent != folder)
        continue;
      child.outline = hs_outline_new (one->title, NULL, NULL);
      g_array_append_val (children, child);
    }
  for (guint i = 0; i < feeds->len; i++)
    {
      const HsStoredFeed *one = g_ptr_array_index (feeds, i);
      Child child = { one->position, 0, NULL };

      if (one->folder != folder)
        continue;
      child.outline = hs_outline_new (one->title, one->state->url, one->home_url);
      g_array_append_val (children, child);
    }
  g_array_sort (children, compare_children);
  for (guint i = 0; i < children->len; i++)
    {
      const Child *child = &g_array_index (children, Child, i);

      g_ptr_array_add (parent->children, child->outline);
      if (child->folder != 0)
        add_children (child->outline, child->folder, folders, feeds);
    }
}

/**
 * hs_library_load_outline:
 * @self: a library
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): a nameless root with all folders and feeds in their
 *   order; %NULL with @error set
 */
HsOutline *
hs_library_load_outline (HsLibrary  *self,
                         GError    **error)
{
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GPtrArray) feeds = hs_library_load_feeds (self, &folders, error);
  g_autoptr (HsOutline) root = NULL;

  if (feeds == NULL)
    return NULL;
  root = hs_outline_new (NULL, NULL, NULL);
  add_children (root, 0, folders, feeds);
  return g_steal_pointer (&root);
}
