/* hs-feeds-import.c: a list of subscriptions from elsewhere, taken in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-feeds-private.h"

#include <glib/gi18n-lib.h>

#include "hs-url.h"

/* What stands deeper is put into the last folder above it. */
#define MAX_DEPTH 32

typedef struct
{
  HsEntry *entry;            /* (unowned) */
  HsDatabase *database;      /* (unowned) */
  const HsOutline *outline;  /* (unowned) */
  GPtrArray *skipped;        /* (unowned) (nullable) */
  guint added;
} Import;

static gboolean import_children (Import           *self,
                                 const HsOutline  *outline,
                                 gint64            folder,
                                 guint             depth,
                                 GError          **error);

static void
skip (Import *self,
      char   *sentence)
{
  if (self->skipped != NULL)
    g_ptr_array_add (self->skipped, sentence);
  else
    g_free (sentence);
}

static gboolean
import_feed (Import           *self,
             const HsOutline  *feed,
             gint64            folder,
             GError          **error)
{
  g_autofree char *url = hs_url_is_web (feed->feed_url) ? g_strdup (feed->feed_url)
                                                        : hs_url_from_user (feed->feed_url);
  const char *name = feed->title != NULL && *feed->title != '\0' ? feed->title : feed->feed_url;
  gint64 id;

  if (url == NULL)
    {
      skip (self, g_strdup_printf (_("“%s” was left out: “%s” is not a web address."), name, feed->feed_url));
      return TRUE;
    }
  if (!hs_feeds_find (self->database, url, &id, error))
    return FALSE;
  if (id != 0)
    {
      skip (self, g_strdup_printf (_("“%s” is there already."), name));
      return TRUE;
    }
  if (!hs_feeds_subscribe (self->entry, self->database, url, feed->title, folder, &id, error))
    return FALSE;
  self->added++;
  return feed->home_url == NULL || !hs_url_is_web (feed->home_url)
         || hs_database_run (self->database, error, "UPDATE feeds SET home_url = coalesce (home_url, ?2) WHERE id = ?1",
                             "is", id, feed->home_url);
}

/* The folder of that name in @parent, made when there is none. */
static gboolean
find_or_make_folder (Import      *self,
                     const char  *title,
                     gint64       parent,
                     gint64      *id,
                     GError     **error)
{
  return hs_database_get_int (self->database, id, 0, error,
                              "SELECT id FROM folders WHERE parent = ?1 AND title = ?2 AND deleted = 0"
                              " ORDER BY position, id LIMIT 1", "is", parent, title)
         && (*id != 0 || hs_feeds_make_folder (self->entry, self->database, title, parent, id, error));
}

static gboolean
import_folder (Import           *self,
               const HsOutline  *folder,
               gint64            parent,
               guint             depth,
               GError          **error)
{
  g_autofree char *title = g_strstrip (g_strdup (folder->title != NULL ? folder->title : ""));
  gint64 id = parent;

  /* without a name, or too deep: what is in it stands where it would stand */
  if (*title != '\0' && depth < MAX_DEPTH && !find_or_make_folder (self, title, parent, &id, error))
    return FALSE;
  return import_children (self, folder, id, depth + 1, error);
}

static gboolean
import_children (Import           *self,
                 const HsOutline  *outline,
                 gint64            folder,
                 guint             depth,
                 GError          **error)
{
  for (guint i = 0; i < outline->children->len; i++)
    {
      const HsOutline *child = g_ptr_array_index (outline->children, i);

      if (child->feed_url == NULL)
        {
          if (!import_folder (self, child, folder, depth, error))
            return FALSE;
        }
      /* a feed may have others in it: they stand beside it */
      else if (!import_feed (self, child, folder, error) || !import_children (self, child, folder, depth + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  Import *import = data;
  g_autoptr (HsEntry) entry = hs_entry_new (self, database, "import-feeds", NULL, NULL);

  import->entry = entry;
  import->database = database;
  if (!import_children (import, import->outline, 0, 0, error))
    return FALSE;
  hs_entry_count (entry, import->added);
  return hs_entry_finish (entry, error);
}

/**
 * hs_library_import_outline:
 * @self: a library
 * @outline: a root; what is in it is taken in
 * @skipped: (inout) (nullable) (element-type utf8): a sentence is added for each
 *   feed that was left out
 * @added: (out) (optional): how many feeds are new
 * @error: return location
 *
 * All or nothing, and one decision. Known feeds stay where they are; folders of
 * the same name at the same place are one. Any thread but the writer's; waits.
 *
 * Returns: whether it was taken in
 */
gboolean
hs_library_import_outline (HsLibrary        *self,
                           const HsOutline  *outline,
                           GPtrArray        *skipped,
                           guint            *added,
                           GError          **error)
{
  Import import = { .outline = outline, .skipped = skipped };
  gboolean done;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (outline != NULL, FALSE);

  done = hs_library_write (self, import_work, &import, error);
  if (added != NULL)
    *added = done ? import.added : 0;
  return done;
}
