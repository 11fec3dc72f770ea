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

/* One folder of the library while the outline's is taken in. */
typedef struct
{
  gint64 id;
  guint depth;
} Folder;

static gboolean import_children (Import           *self,
                                 const HsOutline  *outline,
                                 const Folder     *folder,
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

/* --- where it goes --------------------------------------------------------------- */

static int
find_sibling (GArray    *siblings,
              HsSibling  what)
{
  for (guint i = 0; i < siblings->len; i++)
    {
      const HsSibling *one = &g_array_index (siblings, HsSibling, i);

      if (one->is_folder == what.is_folder && one->id == what.id)
        return i;
    }
  return -1;
}

static gboolean
find_folder (Import      *self,
             const char  *title,
             gint64       parent,
             gint64      *id,
             GError     **error)
{
  return hs_database_get_int (self->database, id, 0, error,
                              "SELECT id FROM folders WHERE parent = ?1 AND title = ?2 AND deleted = 0"
                              " ORDER BY position, id LIMIT 1", "is", parent, title);
}

/* For each child of @outline, what follows it there and is in the folder already;
 * an id of 0 for nothing.
 * Returns: (transfer full) (element-type HsSibling) */
static GArray *
find_following (Import           *self,
                const HsOutline  *outline,
                gint64            folder,
                GError          **error)
{
  g_autoptr (GArray) siblings = hs_feeds_load_siblings (self->database, folder, error);
  g_autoptr (GArray) following = NULL;
  HsSibling next = { FALSE, 0 };

  if (siblings == NULL)
    return NULL;
  following = g_array_sized_new (FALSE, TRUE, sizeof (HsSibling), outline->children->len);
  g_array_set_size (following, outline->children->len);
  for (guint i = outline->children->len; siblings->len > 0 && i-- > 0;)
    {
      const HsOutline *child = g_ptr_array_index (outline->children, i);
      HsSibling what = { child->feed_url == NULL, 0 };

      g_array_index (following, HsSibling, i) = next;
      if (what.is_folder ? child->title != NULL && !find_folder (self, child->title, folder, &what.id, error)
                         : !hs_feeds_find (self->database, child->feed_url, &what.id, error))
        return NULL;
      if (what.id != 0 && find_sibling (siblings, what) >= 0)
        next = what;
    }
  return g_steal_pointer (&following);
}

/* Something new, which stands at the end, goes before what follows it in the
 * outline. */
static gboolean
place (Import        *self,
       HsSibling      what,
       const Folder  *folder,
       HsSibling      following,
       GError       **error)
{
  g_autoptr (GArray) siblings = NULL;

  if (following.id == 0)
    return TRUE;
  siblings = hs_feeds_load_siblings (self->database, folder->id, error);
  return siblings != NULL
         && hs_feeds_place (self->entry, self->database, what, folder->id, find_sibling (siblings, following), error);
}

/* --- feeds and folders ------------------------------------------------------------- */

static gboolean
import_feed (Import           *self,
             const HsOutline  *feed,
             const Folder     *folder,
             HsSibling         following,
             GError          **error)
{
  g_autofree char *given = hs_url_is_web (feed->feed_url) ? g_strdup (feed->feed_url)
                                                          : hs_url_from_user (feed->feed_url);
  g_autofree char *user = NULL;
  g_autofree char *password = NULL;
  g_autofree char *url = given != NULL ? hs_url_part_user (given, &user, &password) : NULL;
  const char *name = feed->title != NULL && *feed->title != '\0' ? feed->title : url != NULL ? url : feed->feed_url;
  HsSibling what = { FALSE, 0 };

  if (url == NULL)
    {
      skip (self, g_strdup_printf (_("“%s” was left out: “%s” is not a web address."), name, feed->feed_url));
      return TRUE;
    }
  if (!hs_feeds_find (self->database, url, &what.id, error))
    return FALSE;
  if (what.id != 0)
    {
      skip (self, g_strdup_printf (_("“%s” is there already."), name));
      return TRUE;
    }
  if (!hs_feeds_subscribe (self->entry, self->database, url, feed->title, folder->id, &what.id, error)
      || !place (self, what, folder, following, error)
      || (user != NULL && !hs_entry_set_text (self->entry, "feeds", what.id, "user", user, error)))
    return FALSE;
  self->added++;
  if (password != NULL)
    skip (self, g_strdup_printf (_("The password in the address of “%s” was left out: it is kept in the keyring only."),
                                 name));
  return feed->home_url == NULL || !hs_url_is_web (feed->home_url)
         || hs_database_run (self->database, error, "UPDATE feeds SET home_url = coalesce (home_url, ?2) WHERE id = ?1",
                             "is", what.id, feed->home_url);
}

/* Folders of the same name at the same place are one. */
static gboolean
import_folder (Import           *self,
               const HsOutline  *folder,
               const Folder     *parent,
               HsSibling         following,
               GError          **error)
{
  g_autofree char *title = g_strstrip (g_strdup (folder->title != NULL ? folder->title : ""));
  HsSibling what = { TRUE, 0 };
  Folder inner = { 0, parent->depth + 1 };

  /* without a name, or too deep: what is in it stands where it would stand */
  if (*title == '\0' || parent->depth >= MAX_DEPTH)
    return import_children (self, folder, parent, error);
  if (!find_folder (self, title, parent->id, &what.id, error)
      || (what.id == 0
          && (!hs_feeds_make_folder (self->entry, self->database, title, parent->id, &what.id, error)
              || !place (self, what, parent, following, error))))
    return FALSE;
  inner.id = what.id;
  return import_children (self, folder, &inner, error);
}

static gboolean
import_children (Import           *self,
                 const HsOutline  *outline,
                 const Folder     *folder,
                 GError          **error)
{
  g_autoptr (GArray) following = find_following (self, outline, folder->id, error);

  if (following == NULL)
    return FALSE;
  for (guint i = 0; i < outline->children->len; i++)
    {
      const HsOutline *child = g_ptr_array_index (outline->children, i);
      HsSibling next = g_array_index (following, HsSibling, i);

      if (child->feed_url == NULL ? !import_folder (self, child, folder, next, error)
                                  : !import_feed (self, child, folder, next, error))
        return FALSE;
      /* a feed may have others in it: they stand beside it */
      if (child->feed_url != NULL && child->children->len > 0 && !import_children (self, child, folder, error))
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
  const Folder root = { 0, 0 };

  import->entry = entry;
  import->database = database;
  if (!import_children (import, import->outline, &root, error))
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
