/* hs-workspace-feeds.c: subscriptions and watches, off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-workspace-feeds.h"

#include <string.h>

#include "hs-difference-private.h"
#include "hs-feed-health-private.h"
#include "hs-library-feeds.h"
#include "hs-rows.h"
#include "hs-workspace-private.h"

/* How much of what a rule would remove is put in words. */
#define MAX_EXPIRED_LINES 200

/* What is to be decided, or read. */
typedef struct
{
  gint64 id;
  gint64 *ids;          /* (owned) (nullable) */
  guint n;
  gint64 folder;
  gint64 from;
  gint64 to;
  int position;
  int flag;
  char *title;          /* (owned) (nullable) */
  char *text;           /* (owned) (nullable): an address, or a query */
  HsFeedEdit edit;      /* its strings (owned) */
  GFile *file;          /* (owned) (nullable) */
  GPtrArray *skipped;   /* (owned) (nullable) */
} About;

static About *
about_new (gint64      id,
           const char *title,
           const char *text)
{
  About *self = g_new0 (About, 1);

  self->id = id;
  self->title = g_strdup (title);
  self->text = g_strdup (text);
  return self;
}

static void
about_free (gpointer data)
{
  About *self = data;

  g_free (self->ids);
  g_free (self->title);
  g_free (self->text);
  g_free ((char *) self->edit.title);
  g_free ((char *) self->edit.url);
  g_free ((char *) self->edit.user);
  g_clear_object (&self->file);
  g_clear_pointer (&self->skipped, g_ptr_array_unref);
  g_free (self);
}

/* --- feeds and folders ---------------------------------------------------------- */

static gboolean
add_feed (HsLibrary  *library,
          gpointer    data,
          gint64     *result,
          GError    **error)
{
  About *about = data;

  *result = hs_library_add_feed (library, about->text, about->title, about->folder, error);
  return *result >= 0;
}

/**
 * hs_workspace_add_feed:
 * @self: a workspace
 * @url: its address
 * @title: (nullable): the user's
 * @folder: the folder it is in, 0 none
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Fetches nothing; a feed that is there already is HS_ERROR_USAGE with a sentence. A
 * decision, off the main thread.
 */
void
hs_workspace_add_feed (HsWorkspace         *self,
                       const char          *url,
                       const char          *title,
                       gint64               folder,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (url != NULL);

  about = about_new (0, title, url);
  about->folder = folder;
  hs_workspace_edit (self, add_feed, about, about_free, callback, user_data);
}

static gboolean
edit_feed (HsLibrary  *library,
           gpointer    data,
           gint64     *result,
           GError    **error)
{
  About *about = data;

  return hs_library_edit_feed (library, about->id, &about->edit, error);
}

/**
 * hs_workspace_edit_feed:
 * @self: a workspace
 * @feed: a feed
 * @changes: what becomes of it; copied
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_edit_feed (HsWorkspace          *self,
                        gint64                feed,
                        const HsFeedChanges  *changes,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (changes != NULL);

  about = about_new (feed, NULL, NULL);
  about->edit = (HsFeedEdit) { g_strdup (changes->title), g_strdup (changes->url), g_strdup (changes->user),
                               changes->folder, changes->position, changes->interval, changes->full_page,
                               changes->notify };
  hs_workspace_edit (self, edit_feed, about, about_free, callback, user_data);
}

static gboolean
remove_feeds (HsLibrary  *library,
              gpointer    data,
              gint64     *result,
              GError    **error)
{
  About *about = data;

  return hs_library_remove_feeds (library, about->ids, about->n, error);
}

/**
 * hs_workspace_remove_feeds:
 * @self: a workspace
 * @feeds: (array length=n): ids
 * @n: how many
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Their articles stay. A decision, off the main thread.
 */
void
hs_workspace_remove_feeds (HsWorkspace         *self,
                           const gint64        *feeds,
                           guint                n,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (0, NULL, NULL);
  about->ids = g_memdup2 (feeds, n * sizeof *feeds);
  about->n = n;
  hs_workspace_edit (self, remove_feeds, about, about_free, callback, user_data);
}

static gboolean
add_folder (HsLibrary  *library,
            gpointer    data,
            gint64     *result,
            GError    **error)
{
  About *about = data;

  *result = hs_library_add_folder (library, about->title, about->folder, error);
  return *result >= 0;
}

/**
 * hs_workspace_add_folder:
 * @self: a workspace
 * @title: its title
 * @parent: the folder it is in, 0 none
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_add_folder (HsWorkspace         *self,
                         const char          *title,
                         gint64               parent,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (0, title, NULL);
  about->folder = parent;
  hs_workspace_edit (self, add_folder, about, about_free, callback, user_data);
}

static gboolean
edit_folder (HsLibrary  *library,
             gpointer    data,
             gint64     *result,
             GError    **error)
{
  About *about = data;

  return hs_library_edit_folder (library, about->id, about->title, about->folder, about->position, error);
}

/**
 * hs_workspace_edit_folder:
 * @self: a workspace
 * @folder: its id
 * @title: (nullable): its title from now on; %NULL leaves it
 * @parent: the folder it is in from now on; -1 leaves it
 * @position: where it stands there; -1 leaves it
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_edit_folder (HsWorkspace         *self,
                          gint64               folder,
                          const char          *title,
                          gint64               parent,
                          int                  position,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (folder, title, NULL);
  about->folder = parent;
  about->position = position;
  hs_workspace_edit (self, edit_folder, about, about_free, callback, user_data);
}

static gboolean
remove_folder (HsLibrary  *library,
               gpointer    data,
               gint64     *result,
               GError    **error)
{
  return hs_library_remove_folder (library, ((About *) data)->id, error);
}

/**
 * hs_workspace_remove_folder:
 * @self: a workspace
 * @folder: its id
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * What is in it moves to its parent. A decision, off the main thread.
 */
void
hs_workspace_remove_folder (HsWorkspace         *self,
                            gint64               folder,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, remove_folder, about_new (folder, NULL, NULL), about_free, callback, user_data);
}

static gboolean
read_all (HsLibrary  *library,
          gpointer    data,
          gint64     *result,
          GError    **error)
{
  guint n = 0;

  if (!hs_library_set_read_all (library, ((About *) data)->text, &n, error))
    return FALSE;
  *result = n;
  return TRUE;
}

/**
 * hs_workspace_set_read_all:
 * @self: a workspace
 * @query: which articles, as in the search field
 * @callback: called on the main loop; hs_workspace_edit_finish() gives how many were unread
 * @user_data: for @callback
 *
 * Marks all of them as read. A decision, off the main thread.
 */
void
hs_workspace_set_read_all (HsWorkspace         *self,
                           const char          *query,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (query != NULL);

  hs_workspace_edit (self, read_all, about_new (0, NULL, query), about_free, callback, user_data);
}

/* --- watches ---------------------------------------------------------------------- */

static gboolean
add_watch (HsLibrary  *library,
           gpointer    data,
           gint64     *result,
           GError    **error)
{
  About *about = data;

  *result = hs_library_add_watch (library, about->title, about->text, about->flag, error);
  return *result >= 0;
}

/**
 * hs_workspace_add_watch:
 * @self: a workspace
 * @title: its title
 * @query: what it looks for
 * @notify: whether it tells of new articles
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_add_watch (HsWorkspace         *self,
                        const char          *title,
                        const char          *query,
                        gboolean             notify,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (query != NULL);

  about = about_new (0, title, query);
  about->flag = notify;
  hs_workspace_edit (self, add_watch, about, about_free, callback, user_data);
}

static gboolean
edit_watch (HsLibrary  *library,
            gpointer    data,
            gint64     *result,
            GError    **error)
{
  About *about = data;

  return hs_library_edit_watch (library, about->id, about->title, about->text, about->flag, error);
}

/**
 * hs_workspace_edit_watch:
 * @self: a workspace
 * @watch: its id
 * @title: (nullable): its title from now on; %NULL leaves it
 * @query: (nullable): what it looks for from now on; %NULL leaves it
 * @notify: whether it tells of new articles; -1 leaves it
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_edit_watch (HsWorkspace         *self,
                         gint64               watch,
                         const char          *title,
                         const char          *query,
                         int                  notify,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (watch, title, query);
  about->flag = notify;
  hs_workspace_edit (self, edit_watch, about, about_free, callback, user_data);
}

static gboolean
remove_watch (HsLibrary  *library,
              gpointer    data,
              gint64     *result,
              GError    **error)
{
  return hs_library_remove_watch (library, ((About *) data)->id, error);
}

/**
 * hs_workspace_remove_watch:
 * @self: a workspace
 * @watch: its id
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * A decision, off the main thread.
 */
void
hs_workspace_remove_watch (HsWorkspace         *self,
                           gint64               watch,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, remove_watch, about_new (watch, NULL, NULL), about_free, callback, user_data);
}

/* --- options of the library ------------------------------------------------------ */

static gboolean
set_option (HsLibrary  *library,
            gpointer    data,
            gint64     *result,
            GError    **error)
{
  const About *about = data;

  return hs_library_set_meta (library, about->title, about->text, error);
}

/**
 * hs_workspace_set_option:
 * @self: a workspace
 * @key: `refresh-interval` or `full-page`
 * @value: what it is from now on; "" the default
 * @callback: called on the main loop; ends in hs_workspace_edit_finish()
 * @user_data: for @callback
 */
void
hs_workspace_set_option (HsWorkspace         *self,
                         const char          *key,
                         const char          *value,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_edit (self, set_option, about_new (0, key, value), about_free, callback, user_data);
}

static gpointer
read_option (HsLibrary  *library,
             gpointer    data,
             GError    **error)
{
  char *value = hs_library_get_meta (library, ((About *) data)->title);

  return value != NULL ? value : g_strdup ("");
}

/**
 * hs_workspace_read_option_async:
 * @self: a workspace
 * @key: of a setting, see hs_library_get_meta()
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; see hs_workspace_read_option_finish()
 * @user_data: for @callback
 *
 * Reads it off the main thread.
 */
void
hs_workspace_read_option_async (HsWorkspace         *self,
                                const char          *key,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, read_option, about_new (0, key, NULL), about_free, g_free, cancellable, callback,
                     user_data);
}

/**
 * hs_workspace_read_option_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the setting, "" when it was never set; %NULL with
 *   @error set
 */
char *
hs_workspace_read_option_finish (HsWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- OPML --------------------------------------------------------------------------- */

static gboolean
import_outline (HsLibrary  *library,
                gpointer    data,
                gint64     *result,
                GError    **error)
{
  About *about = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (about->file, NULL, NULL, &local);
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (HsOutline) outline = NULL;
  guint added;

  if (bytes == NULL)
    {
      g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
      return FALSE;
    }
  outline = hs_opml_read (bytes, &skipped, error);
  if (outline == NULL)
    return FALSE;
  for (guint i = 0; skipped != NULL && i < skipped->len; i++)
    g_ptr_array_add (about->skipped, g_strdup (skipped->pdata[i]));
  if (!hs_library_import_outline (library, outline, about->skipped, &added, error))
    return FALSE;
  *result = added;
  return TRUE;
}

/**
 * hs_workspace_import_outline:
 * @self: a workspace
 * @file: an OPML file
 * @callback: called on the main loop; see hs_workspace_import_outline_finish()
 * @user_data: for @callback
 *
 * Subscribes to the feeds of an outline: a decision, off the main thread.
 */
void
hs_workspace_import_outline (HsWorkspace         *self,
                             GFile               *file,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (G_IS_FILE (file));

  about = about_new (0, NULL, NULL);
  about->file = g_object_ref (file);
  about->skipped = g_ptr_array_new_with_free_func (g_free);
  hs_workspace_edit (self, import_outline, about, about_free, callback, user_data);
}

/**
 * hs_workspace_import_outline_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @skipped: (out) (optional) (transfer full) (element-type utf8): what was left
 *   out, a sentence each
 * @error: return location
 *
 * Returns: how many feeds are new; -1 with @error set
 */
gint64
hs_workspace_import_outline_finish (HsWorkspace   *self,
                                    GAsyncResult  *result,
                                    GPtrArray    **skipped,
                                    GError       **error)
{
  About *about;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  about = hs_workspace_edit_get_data (result);
  if (skipped != NULL)
    *skipped = g_ptr_array_ref (about->skipped);
  return hs_workspace_edit_finish (self, result, error);
}

static gboolean
export_outline (HsLibrary  *library,
                gpointer    data,
                gint64     *result,
                GError    **error)
{
  About *about = data;
  g_autoptr (HsOutline) outline = hs_library_load_outline (library, error);
  g_autoptr (GError) local = NULL;
  g_autofree char *text = NULL;

  if (outline == NULL)
    return FALSE;
  text = hs_opml_write (outline, "Hearsay");
  if (g_file_replace_contents (about->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                               NULL, &local))
    return TRUE;
  g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
  return FALSE;
}

/**
 * hs_workspace_export_outline:
 * @self: a workspace
 * @file: an OPML file to be
 * @callback: called on the main loop; see hs_workspace_edit_finish()
 * @user_data: for @callback
 *
 * Replaces the file whole or not at all, off the main thread.
 */
void
hs_workspace_export_outline (HsWorkspace         *self,
                             GFile               *file,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));
  g_return_if_fail (G_IS_FILE (file));

  about = about_new (0, NULL, NULL);
  about->file = g_object_ref (file);
  hs_workspace_edit (self, export_outline, about, about_free, callback, user_data);
}

/* --- snapshots ------------------------------------------------------------------------ */

static gpointer
read_health (HsLibrary  *library,
             gpointer    data,
             GError    **error)
{
  About *about = data;
  GPtrArray *health = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_feed_health_unref);
  g_autoptr (GPtrArray) feeds = NULL;
  g_autoptr (HsStoredFeed) feed = NULL;

  if (about->id != 0)
    {
      feed = hs_library_load_feed (library, about->id, error);
      if (feed != NULL)
        g_ptr_array_add (health, hs_feed_health_new (feed));
    }
  else
    feeds = hs_library_load_feeds (library, NULL, error);
  for (guint i = 0; feeds != NULL && i < feeds->len; i++)
    g_ptr_array_add (health, hs_feed_health_new (feeds->pdata[i]));
  if (feed == NULL && feeds == NULL)
    g_clear_pointer (&health, g_ptr_array_unref);
  return health;
}

/**
 * hs_workspace_read_health_async:
 * @self: a workspace
 * @feed: its id; 0 for all of them, by folder and position
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; see hs_workspace_read_health_finish()
 * @user_data: for @callback
 *
 * Reads how feeds fare, off the main thread.
 */
void
hs_workspace_read_health_async (HsWorkspace         *self,
                                gint64               feed,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (HS_IS_WORKSPACE (self));

  hs_workspace_read (self, read_health, about_new (feed, NULL, NULL), about_free, (GDestroyNotify) g_ptr_array_unref,
                     cancellable, callback, user_data);
}

/**
 * hs_workspace_read_health_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsFeedHealth): how the feeds fare;
 *   %NULL with @error set
 */
GPtrArray *
hs_workspace_read_health_finish (HsWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
read_difference (HsLibrary  *library,
                 gpointer    data,
                 GError    **error)
{
  About *about = data;

  return hs_difference_load (library, about->id, about->from, about->to, error);
}

/**
 * hs_workspace_read_difference_async:
 * @self: a workspace
 * @article: its id
 * @from: the id of its older revision, see #HsReadingRevision
 * @to: that of the newer one
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; see hs_workspace_read_difference_finish()
 * @user_data: for @callback
 *
 * Compares the two, off the main thread.
 */
void
hs_workspace_read_difference_async (HsWorkspace         *self,
                                    gint64               article,
                                    gint64               from,
                                    gint64               to,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (article, NULL, NULL);
  about->from = from;
  about->to = to;
  hs_workspace_read (self, read_difference, about, about_free, (GDestroyNotify) hs_difference_unref, cancellable,
                     callback, user_data);
}

/**
 * hs_workspace_read_difference_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the two revisions compared; %NULL with @error set
 */
HsDifference *
hs_workspace_read_difference_finish (HsWorkspace   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * hs_expired_free:
 * @self: (transfer full): the articles that would go
 */
void
hs_expired_free (HsExpired *self)
{
  g_array_unref (self->articles);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* "Dredger Sinks at Pier 4 · Harbour Sheet · 2026-03-04" */
static char *
describe_row (const HsRow *row)
{
  const char *title = row->texts[HS_ROW_ARTICLE_TITLE];
  const char *outlet = row->texts[HS_ROW_ARTICLE_OUTLET];
  const char *published = row->texts[HS_ROW_ARTICLE_PUBLISHED];
  GString *line = g_string_new (title != NULL ? title : row->texts[HS_ROW_ARTICLE_URL]);

  if (outlet != NULL)
    g_string_append_printf (line, " · %s", outlet);
  if (published != NULL)
    g_string_append_printf (line, " · %.10s", published);
  return g_string_free (line, FALSE);
}

static gpointer
read_expired (HsLibrary  *library,
              gpointer    data,
              GError    **error)
{
  g_autoptr (GArray) articles = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  HsExpired *expired;

  articles = hs_library_load_expired (library, ((About *) data)->n, g_get_real_time () / G_USEC_PER_SEC, error);
  if (articles == NULL)
    return NULL;
  rows = hs_library_load_rows (library, HS_SEARCH_ARTICLES, (const gint64 *) articles->data,
                               MIN (articles->len, MAX_EXPIRED_LINES), NULL, error);
  if (rows == NULL)
    return NULL;
  expired = g_new0 (HsExpired, 1);
  expired->articles = g_steal_pointer (&articles);
  expired->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (expired->lines, describe_row (g_ptr_array_index (rows, i)));
  return expired;
}

/**
 * hs_workspace_read_expired_async:
 * @self: a workspace
 * @days: how old articles may become
 * @cancellable: (nullable): a cancellable
 * @callback: called on the main loop; see hs_workspace_read_expired_finish()
 * @user_data: for @callback
 *
 * Reads what such a rule would remove, off the main thread; hs_workspace_delete() removes
 * it.
 */
void
hs_workspace_read_expired_async (HsWorkspace         *self,
                                 guint                days,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  About *about;

  g_return_if_fail (HS_IS_WORKSPACE (self));

  about = about_new (0, NULL, NULL);
  about->n = days;
  hs_workspace_read (self, read_expired, about, about_free, (GDestroyNotify) hs_expired_free, cancellable, callback,
                     user_data);
}

/**
 * hs_workspace_read_expired_finish:
 * @self: a workspace
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the articles that would go; %NULL with @error set
 */
HsExpired *
hs_workspace_read_expired_finish (HsWorkspace   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
