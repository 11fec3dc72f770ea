/* hs-feeds-edit.c: decisions about subscriptions and their folders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hs-error.h"
#include "hs-url.h"

/* What the SQL of hs-settle.c and of the schema counts on. */
G_STATIC_ASSERT (HS_WHY_NEW == 0 && HS_WHY_INTERVAL == 1 && HS_FETCH_OK == 0);

static char *
strip (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/* --- order ----------------------------------------------------------------- */

/**
 * hs_feeds_load_siblings:
 * @database: a connection, within a transaction
 * @folder: its id, 0 what is in none
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type HsSibling): what is in it, in order;
 *   %NULL with @error set
 */
GArray *
hs_feeds_load_siblings (HsDatabase  *database,
                        gint64       folder,
                        GError     **error)
{
  g_autoptr (GArray) siblings = g_array_new (FALSE, TRUE, sizeof (HsSibling));
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT 1 AS is_folder, id, position FROM folders WHERE parent = ?1 AND deleted = 0"
                             " UNION ALL SELECT 0, id, position FROM feeds WHERE folder = ?1 AND deleted = 0"
                             " ORDER BY position, is_folder DESC, id", "i", folder);
  while (hs_query_next (query, &local))
    {
      HsSibling one = { hs_query_int (query, 0) != 0, hs_query_int (query, 1) };

      g_array_append_val (siblings, one);
    }
  if (local == NULL)
    return g_steal_pointer (&siblings);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * hs_feeds_set_order:
 * @entry: the decision it is part of
 * @siblings: (element-type HsSibling): what is in a folder
 * @error: return location
 *
 * Numbers them in the order given.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_set_order (HsEntry  *entry,
                    GArray   *siblings,
                    GError  **error)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      const HsSibling *one = &g_array_index (siblings, HsSibling, i);

      if (!hs_entry_set_int (entry, one->is_folder ? "folders" : "feeds", one->id, "position", i, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * hs_feeds_place:
 * @entry: the decision it is part of
 * @database: the writer's
 * @what: a feed or folder
 * @folder: where to, 0 in none; it may stand there already
 * @position: among what is in it; -1 the end
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_place (HsEntry     *entry,
                HsDatabase  *database,
                HsSibling    what,
                gint64       folder,
                int          position,
                GError     **error)
{
  g_autoptr (GArray) siblings = hs_feeds_load_siblings (database, folder, error);

  if (siblings == NULL)
    return FALSE;
  for (guint i = 0; i < siblings->len; i++)
    {
      const HsSibling *one = &g_array_index (siblings, HsSibling, i);

      if (one->is_folder == what.is_folder && one->id == what.id)
        g_array_remove_index (siblings, i--);
    }
  if (position < 0 || (guint) position > siblings->len)
    position = siblings->len;
  g_array_insert_val (siblings, position, what);
  return hs_entry_set_int (entry, what.is_folder ? "folders" : "feeds", what.id, what.is_folder ? "parent" : "folder",
                           folder, error)
         && hs_feeds_set_order (entry, siblings, error);
}

/* The next free position: as few columns change as can be. */
static gboolean
get_end (HsDatabase  *database,
         gint64       folder,
         gint64      *position,
         GError     **error)
{
  return hs_database_get_int (database, position, 0, error,
                              "SELECT 1 + max (position) FROM ("
                              " SELECT position FROM folders WHERE parent = ?1 AND deleted = 0"
                              " UNION ALL SELECT position FROM feeds WHERE folder = ?1 AND deleted = 0)", "i", folder);
}

static gboolean
check_folder (HsDatabase  *database,
              gint64       folder,
              GError     **error)
{
  gint64 found;

  if (folder == 0)
    return TRUE;
  if (!hs_database_get_int (database, &found, 0, error, "SELECT id FROM folders WHERE id = ?1 AND deleted = 0", "i",
                            folder))
    return FALSE;
  if (found != 0)
    return TRUE;
  g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no such folder in the library."));
  return FALSE;
}

/* What is shown of a row that is not deleted. */
static char *
load_title (HsDatabase  *database,
            const char  *sql,
            gint64       id,
            GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database, sql, "i", id);
  g_autoptr (GError) local = NULL;

  if (hs_query_next (query, &local))
    return hs_query_dup (query, 0);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("It is no longer in the library."));
  return NULL;
}

#define FEED_TITLE "SELECT coalesce (fixed_title, stated_title, url) FROM feeds WHERE id = ?1 AND deleted = 0"
#define FOLDER_TITLE "SELECT title FROM folders WHERE id = ?1 AND deleted = 0"

/* --- subscribing ----------------------------------------------------------- */

/**
 * hs_feeds_find:
 * @database: a connection
 * @url: an address
 * @id: (out): the feed of that address, 0 none that is subscribed to
 * @error: return location
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_find (HsDatabase  *database,
               const char  *url,
               gint64      *id,
               GError     **error)
{
  return hs_database_get_int (database, id, 0, error,
                              "SELECT id FROM feeds WHERE key = hs_address (?1) AND deleted = 0 ORDER BY id LIMIT 1",
                              "s", url);
}

/**
 * hs_feeds_make_folder:
 * @entry: the decision it is part of
 * @database: the writer's
 * @title: its title
 * @parent: the folder it is in, 0 none
 * @id: (out): its id
 * @error: return location
 *
 * Puts it at the end of @parent. The writer's thread.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_make_folder (HsEntry     *entry,
                      HsDatabase  *database,
                      const char  *title,
                      gint64       parent,
                      gint64      *id,
                      GError     **error)
{
  gint64 position;

  if (!get_end (database, parent, &position, error)
      || !hs_database_run (database, error, "INSERT INTO folders (parent, position, title) VALUES (?1, ?2, ?3)", "iis",
                           parent, position, title))
    return FALSE;
  *id = hs_database_get_last_id (database);
  return hs_entry_set_int (entry, "folders", *id, "deleted", 0, error);
}

/* One that was removed comes back with its articles, and is asked anew. */
static gboolean
find_removed (HsDatabase  *database,
              const char  *url,
              gint64      *id,
              GError     **error)
{
  return hs_database_get_int (database, id, 0, error,
                              "SELECT id FROM feeds WHERE key = hs_address (?1) AND deleted = 1"
                              " ORDER BY n_articles DESC, id LIMIT 1", "s", url)
         && (*id == 0
             || hs_database_run (database, error,
                                 "UPDATE feeds SET etag = NULL, last_modified = NULL, validated_url = NULL, "
                                 "failures = 0, retry_after = 0, fresh_until = 0, moved_to = NULL, moved_since = 0, "
                                 "moved_times = 0, gone = 0, next = 0, why = 0 WHERE id = ?1", "i", *id));
}

/**
 * hs_feeds_subscribe:
 * @entry: the decision it is part of
 * @database: the writer's
 * @url: its address
 * @title: (nullable): the user's
 * @folder: the folder it is in, 0 none
 * @id: (out): its id
 * @error: return location
 *
 * A new feed, or the one of that address that was removed, at the end of @folder. The
 * writer's thread.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_feeds_subscribe (HsEntry     *entry,
                    HsDatabase  *database,
                    const char  *url,
                    const char  *title,
                    gint64       folder,
                    gint64      *id,
                    GError     **error)
{
  g_autofree char *fixed = strip (title);
  gint64 position;

  if (!find_removed (database, url, id, error) || !get_end (database, folder, &position, error))
    return FALSE;
  if (*id == 0)
    {
      if (!hs_database_run (database, error, "INSERT INTO feeds (url, key) VALUES (?1, hs_address (?1))", "s", url))
        return FALSE;
      *id = hs_database_get_last_id (database);
    }
  return hs_entry_set_text (entry, "feeds", *id, "url", url, error)
         && hs_entry_set_int (entry, "feeds", *id, "folder", folder, error)
         && hs_entry_set_int (entry, "feeds", *id, "position", position, error)
         && (*fixed == '\0' || hs_entry_set_text (entry, "feeds", *id, "fixed_title", fixed, error))
         && hs_entry_set_int (entry, "feeds", *id, "deleted", 0, error);
}

/* --- decisions ------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  const gint64 *ids;        /* (unowned) (nullable) */
  guint n;
  const char *url;          /* (unowned) (nullable): with neither name nor password */
  const char *user;         /* (unowned) (nullable): that stood in it */
  const char *title;        /* (unowned) (nullable) */
  gint64 folder;
  int position;
  const HsFeedEdit *edit;   /* (unowned) (nullable) */
} Deciding;

/* That @url is a web address, and no other feed's. */
static gboolean
check_address (HsDatabase  *database,
               const char  *url,
               gint64       feed,
               GError     **error)
{
  gint64 other;

  if (!hs_url_is_web (url))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_USAGE,
                   _("“%s” is not the address of a feed. It begins with http:// or https://."), url);
      return FALSE;
    }
  if (!hs_feeds_find (database, url, &other, error))
    return FALSE;
  if (other == 0 || other == feed)
    return TRUE;
  g_set_error (error, HS_ERROR, HS_ERROR_USAGE, _("The feed “%s” is there already."), url);
  return FALSE;
}

/* "" takes back. */
static gboolean
set_text (HsEntry     *entry,
          gint64       feed,
          const char  *column,
          const char  *value,
          GError     **error)
{
  g_autofree char *stripped = NULL;

  if (value == NULL)
    return TRUE;
  stripped = strip (value);
  return hs_entry_set_text (entry, "feeds", feed, column, *stripped != '\0' ? stripped : NULL, error);
}

static gboolean
add_feed_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  Deciding *deciding = data;
  g_autofree char *title = strip (deciding->title);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-feed", *title != '\0' ? title : deciding->url, NULL);

  if (!check_address (database, deciding->url, 0, error) || !check_folder (database, deciding->folder, error)
      || !hs_feeds_subscribe (entry, database, deciding->url, title, deciding->folder, &deciding->id, error)
      || !set_text (entry, deciding->id, "user", deciding->user, error))
    return FALSE;
  hs_entry_count (entry, 1);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_add_feed:
 * @self: a library
 * @url: its address, http or https
 * @title: (nullable): what the user calls it
 * @folder: 0 none
 * @error: return location
 *
 * One that was removed comes back with its articles. Nothing is fetched here; it
 * is due at once. A name in the address becomes its user; a password there is not
 * kept, see hs_secrets_store(). Any thread but the writer's; waits.
 *
 * Returns: its id; -1 with @error set, %HS_ERROR_USAGE when it is there already
 */
gint64
hs_library_add_feed (HsLibrary   *self,
                     const char  *url,
                     const char  *title,
                     gint64       folder,
                     GError     **error)
{
  g_autofree char *user = NULL;
  g_autofree char *bare = url != NULL ? hs_url_part_user (url, &user, NULL) : NULL;
  Deciding deciding = { .url = bare, .user = user, .title = title, .folder = folder };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);
  g_return_val_if_fail (url != NULL, -1);

  return hs_library_write (self, add_feed_work, &deciding, error) ? deciding.id : -1;
}

static gboolean
set_number (HsEntry     *entry,
            gint64       feed,
            const char  *column,
            gint64       value,
            GError     **error)
{
  return value < 0 || hs_entry_set_int (entry, "feeds", feed, column, value, error);
}

static gboolean
edit_feed_work (HsLibrary   *self,
                HsDatabase  *database,
                gpointer     data,
                GError     **error)
{
  Deciding *deciding = data;
  const HsFeedEdit *edit = deciding->edit;
  HsSibling what = { FALSE, deciding->id };
  g_autofree char *title = load_title (database, FEED_TITLE, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "edit-feed", title, NULL);
  gint64 folder = edit->folder;

  if (title == NULL || (deciding->url != NULL && !check_address (database, deciding->url, deciding->id, error))
      || (folder > 0 && !check_folder (database, folder, error)))
    return FALSE;
  if (folder < 0 && !hs_database_get_int (database, &folder, 0, error, "SELECT folder FROM feeds WHERE id = ?1", "i",
                                          deciding->id))
    return FALSE;
  if ((edit->folder >= 0 || edit->position >= 0)
      && !hs_feeds_place (entry, database, what, folder, edit->position, error))
    return FALSE;
  if (!set_text (entry, deciding->id, "fixed_title", edit->title, error)
      || !set_text (entry, deciding->id, "url", deciding->url, error)
      || !set_text (entry, deciding->id, "user", edit->user != NULL ? edit->user : deciding->user, error)
      || !set_number (entry, deciding->id, "interval", edit->interval, error)
      || !set_number (entry, deciding->id, "full_page", edit->full_page, error)
      || !set_number (entry, deciding->id, "notify", edit->notify, error))
    return FALSE;
  hs_entry_count (entry, 1);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_edit_feed:
 * @self: a library
 * @feed: a feed
 * @edit: what to change
 * @error: return location
 *
 * Another address forgets what the old one had the feed remember; a password in it is
 * not kept. Any thread but
 * the writer's; waits.
 *
 * Returns: whether it was changed, or was so already
 */
gboolean
hs_library_edit_feed (HsLibrary         *self,
                      gint64             feed,
                      const HsFeedEdit  *edit,
                      GError           **error)
{
  g_autofree char *user = NULL;
  g_autofree char *bare = edit != NULL && edit->url != NULL ? hs_url_part_user (edit->url, &user, NULL) : NULL;
  Deciding deciding = { .id = feed, .url = bare, .user = user, .edit = edit };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return hs_library_write (self, edit_feed_work, &deciding, error);
}

static gboolean
remove_feeds_work (HsLibrary   *self,
                   HsDatabase  *database,
                   gpointer     data,
                   GError     **error)
{
  Deciding *deciding = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "remove-feeds", NULL, NULL);

  for (guint i = 0; i < deciding->n; i++)
    if (!hs_entry_set_int (entry, "feeds", deciding->ids[i], "deleted", 1, error))
      return FALSE;
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_feeds:
 * @self: a library
 * @feeds: (array length=n): feeds
 * @n: how many
 * @error: return location
 *
 * Their articles stay. Any thread but the writer's; waits.
 *
 * Returns: whether all were removed; else none was
 */
gboolean
hs_library_remove_feeds (HsLibrary     *self,
                         const gint64  *feeds,
                         guint          n,
                         GError       **error)
{
  Deciding deciding = { .ids = feeds, .n = n };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, remove_feeds_work, &deciding, error);
}

/* --- folders --------------------------------------------------------------- */

static gboolean
add_folder_work (HsLibrary   *self,
                 HsDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  Deciding *deciding = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "add-folder", deciding->title, NULL);

  return check_folder (database, deciding->folder, error)
         && hs_feeds_make_folder (entry, database, deciding->title, deciding->folder, &deciding->id, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_add_folder:
 * @self: a library
 * @title: its name
 * @parent: the folder it is made in, 0 none
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: its id; -1 with @error set
 */
gint64
hs_library_add_folder (HsLibrary   *self,
                       const char  *title,
                       gint64       parent,
                       GError     **error)
{
  g_autofree char *stripped = strip (title);
  Deciding deciding = { .title = stripped, .folder = parent };

  g_return_val_if_fail (HS_IS_LIBRARY (self), -1);

  if (*stripped == '\0')
    {
      hs_error_usage (error, _("A folder wants a name."));
      return -1;
    }
  return hs_library_write (self, add_folder_work, &deciding, error) ? deciding.id : -1;
}

/* Whether @folder is @other or in it. */
static gboolean
is_inside (HsDatabase  *database,
           gint64       folder,
           gint64       other,
           gboolean    *inside,
           GError     **error)
{
  gint64 found;

  if (!hs_database_get_int (database, &found, 0, error,
                            "WITH RECURSIVE up (id) AS (VALUES (?1) UNION"
                            " SELECT f.parent FROM up JOIN folders AS f ON f.id = up.id)"
                            " SELECT count(*) FROM up WHERE id = ?2", "ii", folder, other))
    return FALSE;
  *inside = found > 0;
  return TRUE;
}

static gboolean
edit_folder_work (HsLibrary   *self,
                  HsDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  Deciding *deciding = data;
  HsSibling what = { TRUE, deciding->id };
  g_autofree char *old = load_title (database, FOLDER_TITLE, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "edit-folder",
                                            deciding->title != NULL ? deciding->title : old, NULL);
  gint64 parent = deciding->folder;
  gboolean inside = FALSE;

  if (old == NULL || (parent > 0 && (!check_folder (database, parent, error)
                                     || !is_inside (database, parent, deciding->id, &inside, error))))
    return FALSE;
  if (inside)
    return hs_error_usage (error, _("A folder cannot be moved into itself."));
  if (parent < 0 && !hs_database_get_int (database, &parent, 0, error, "SELECT parent FROM folders WHERE id = ?1", "i",
                                          deciding->id))
    return FALSE;
  if (deciding->title != NULL
      && !hs_entry_set_text (entry, "folders", deciding->id, "title", deciding->title, error))
    return FALSE;
  return ((deciding->folder < 0 && deciding->position < 0)
          || hs_feeds_place (entry, database, what, parent, deciding->position, error))
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_edit_folder:
 * @self: a library
 * @folder: a folder
 * @title: (nullable): its new name
 * @parent: where it goes, 0 none, -1 leaves it
 * @position: among what is there, -1 leaves it or, with @parent, the end
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether it was changed; %HS_ERROR_USAGE when it would go into itself
 */
gboolean
hs_library_edit_folder (HsLibrary   *self,
                        gint64       folder,
                        const char  *title,
                        gint64       parent,
                        int          position,
                        GError     **error)
{
  g_autofree char *stripped = title != NULL ? strip (title) : NULL;
  Deciding deciding = { .id = folder, .title = stripped, .folder = parent, .position = position };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  if (stripped != NULL && *stripped == '\0')
    return hs_error_usage (error, _("A folder wants a name."));
  return hs_library_write (self, edit_folder_work, &deciding, error);
}

/* What is in it takes its place. */
static gboolean
empty_folder (HsEntry     *entry,
              HsDatabase  *database,
              gint64       folder,
              GError     **error)
{
  g_autoptr (GArray) inner = hs_feeds_load_siblings (database, folder, error);
  g_autoptr (GArray) outer = NULL;
  gint64 parent;
  guint at = 0;

  if (inner == NULL || !hs_database_get_int (database, &parent, 0, error, "SELECT parent FROM folders WHERE id = ?1",
                                             "i", folder))
    return FALSE;
  outer = hs_feeds_load_siblings (database, parent, error);
  if (outer == NULL)
    return FALSE;
  while (at < outer->len
         && !(g_array_index (outer, HsSibling, at).is_folder && g_array_index (outer, HsSibling, at).id == folder))
    at++;
  if (at < outer->len)
    g_array_remove_index (outer, at);
  g_array_insert_vals (outer, at, inner->data, inner->len);
  for (guint i = 0; i < inner->len; i++)
    {
      const HsSibling *one = &g_array_index (inner, HsSibling, i);

      if (!hs_entry_set_int (entry, one->is_folder ? "folders" : "feeds", one->id,
                             one->is_folder ? "parent" : "folder", parent, error))
        return FALSE;
    }
  return hs_feeds_set_order (entry, outer, error);
}

static gboolean
remove_folder_work (HsLibrary   *self,
                    HsDatabase  *database,
                    gpointer     data,
                    GError     **error)
{
  Deciding *deciding = data;
  g_autofree char *title = load_title (database, FOLDER_TITLE, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "remove-folder", title, NULL);

  return title != NULL
         && empty_folder (entry, database, deciding->id, error)
         && hs_entry_set_int (entry, "folders", deciding->id, "deleted", 1, error)
         && hs_entry_finish (entry, error);
}

/**
 * hs_library_remove_folder:
 * @self: a library
 * @folder: a folder
 * @error: return location
 *
 * What is in it moves to its parent. Any thread but the writer's; waits.
 *
 * Returns: whether it was removed
 */
gboolean
hs_library_remove_folder (HsLibrary  *self,
                          gint64      folder,
                          GError    **error)
{
  Deciding deciding = { .id = folder };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, remove_folder_work, &deciding, error);
}

/* --- permanent moves ------------------------------------------------------- */

/* The answer that led here came from the new address: its validators hold there, and so
 * does the time to ask next; also when the move is undone. */
static gboolean
move_work (HsLibrary   *self,
           HsDatabase  *database,
           gpointer     data,
           GError     **error)
{
  Deciding *deciding = data;
  g_autofree char *title = load_title (database, FEED_TITLE, deciding->id, error);
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "move-feed", title, NULL);

  if (title == NULL || !check_address (database, deciding->url, deciding->id, error)
      || !hs_entry_set_text (entry, "feeds", deciding->id, "address", deciding->url, error))
    return FALSE;
  hs_entry_count (entry, 1);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_move_feed:
 * @self: a library
 * @feed: a feed
 * @url: where it has moved for good
 * @error: return location
 *
 * Any thread but the writer's; waits.
 *
 * Returns: whether it was moved; %HS_ERROR_USAGE when another feed is there
 */
gboolean
hs_library_move_feed (HsLibrary   *self,
                      gint64       feed,
                      const char  *url,
                      GError     **error)
{
  g_autofree char *bare = url != NULL ? hs_url_part_user (url, NULL, NULL) : NULL;
  Deciding deciding = { .id = feed, .url = bare };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  return hs_library_write (self, move_work, &deciding, error);
}
