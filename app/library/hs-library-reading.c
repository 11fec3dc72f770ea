/* hs-library-reading.c: where reading stopped, and what a page was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-reading.h"

#include <glib/gi18n-lib.h>

#include "hs-incoming-private.h"
#include "hs-library-private.h"

typedef struct
{
  gint64 id;
  gint64 value;
} Setting;

static gboolean
read_to_work (HsLibrary   *self,
              HsDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Setting *setting = data;

  if (setting->value == 0)
    return hs_database_run (database, error, "DELETE FROM reading_places WHERE article = ?1", "i", setting->id);
  return hs_database_run (database, error,
                          "INSERT INTO reading_places (article, at) SELECT id, ?2 FROM articles WHERE id = ?1"
                          " ON CONFLICT (article) DO UPDATE SET at = ?2", "ii", setting->id, setting->value);
}

/**
 * hs_library_set_read_to:
 * @self: a library
 * @article: an article
 * @at: byte of its text that stood at the top of the window; 0 forgets it
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether it was kept
 */
gboolean
hs_library_set_read_to (HsLibrary  *self,
                        gint64      article,
                        guint       at,
                        GError    **error)
{
  Setting setting = { article, at };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, read_to_work, &setting, error);
}

static gboolean
note_read_work (HsLibrary   *self,
                HsDatabase  *database,
                gpointer     data,
                GError     **error)
{
  hs_library_touch (self, HS_LIBRARY_FLAGS);
  return hs_database_run (database, error, "UPDATE articles SET read = 1 WHERE id = ?1", "i", *(gint64 *) data);
}

/**
 * hs_library_note_read:
 * @self: a library
 * @article: an article that was opened
 * @error: return location
 *
 * Marks it as read. Nobody decided that, other than by hs_library_set_read(): it is
 * no step to be undone, and what was undone before can still be redone. Any thread;
 * waits.
 *
 * Returns: whether it was kept
 */
gboolean
hs_library_note_read (HsLibrary  *self,
                      gint64      article,
                      GError    **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, note_read_work, &article, error);
}

static gboolean
pictures_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const Setting *setting = data;

  return hs_database_run (database, error, "UPDATE sources SET pictures = ?2 WHERE id = ?1", "ii", setting->id,
                          setting->value);
}

/**
 * hs_library_set_pictures:
 * @self: a library
 * @source: a source
 * @pictures: whether the pictures of its articles are loaded without asking
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: whether it was kept
 */
gboolean
hs_library_set_pictures (HsLibrary  *self,
                         gint64      source,
                         gboolean    pictures,
                         GError    **error)
{
  Setting setting = { source, pictures };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);

  return hs_library_write (self, pictures_work, &setting, error);
}

/**
 * hs_stored_source_free:
 * @self: (transfer full): a source as it is kept
 */
void
hs_stored_source_free (HsStoredSource *self)
{
  g_free (self->name);
  g_free (self);
}

static gboolean
pictured_work (HsLibrary   *self,
               HsDatabase  *database,
               gpointer     data,
               GError     **error)
{
  g_autoptr (HsQuery) query = hs_database_query (database,
                                                 "SELECT id, name FROM sources WHERE pictures = 1 ORDER BY key", "");
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      HsStoredSource *source = g_new0 (HsStoredSource, 1);

      source->id = hs_query_int (query, 0);
      source->name = hs_query_dup (query, 1);
      if (source->name == NULL)
        source->name = g_strdup (_("Unknown outlet"));
      g_ptr_array_add (data, source);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_pictured:
 * @self: a library
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable) (element-type HsStoredSource): the sources whose
 *   pictures are loaded without asking, by name; %NULL with @error set
 */
GPtrArray *
hs_library_load_pictured (HsLibrary  *self,
                          GError    **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_source_free);

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, pictured_work, sources, error) ? g_steal_pointer (&sources) : NULL;
}

/**
 * hs_stored_original_free:
 * @self: (transfer full) (nullable): an original as it is kept
 */
void
hs_stored_original_free (HsStoredOriginal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->address);
  g_free (self->path);
  g_free (self->content_type);
  g_free (self);
}

typedef struct
{
  gint64 article;
  GPtrArray *originals; /* (unowned) (element-type HsStoredOriginal) */
} Loading;

static HsStoredOriginal *
read_original (HsQuery *query)
{
  HsStoredOriginal *self = g_new0 (HsStoredOriginal, 1);
  g_autoptr (GBytes) packed = hs_query_bytes (query, 0);

  self->bytes = packed != NULL ? hs_incoming_unpack (packed) : NULL;
  self->sha256 = hs_query_dup (query, 1);
  self->address = hs_query_dup (query, 2);
  self->path = hs_query_dup (query, 3);
  self->content_type = hs_query_dup (query, 4);
  self->fetched = hs_query_int (query, 5);
  return self;
}

static gboolean
originals_work (HsLibrary   *self,
                HsDatabase  *database,
                gpointer     data,
                GError     **error)
{
  Loading *loading = data;
  g_autoptr (HsQuery) query = NULL;
  g_autoptr (GError) local = NULL;

  query = hs_database_query (database,
                             "SELECT o.bytes, o.sha256, o.address, o.path, o.content_type, o.fetched FROM articles AS a"
                             " JOIN originals AS o ON o.revision = a.revision WHERE a.id = ?1 AND a.deleted = 0"
                             " ORDER BY o.id", "i", loading->article);
  while (hs_query_next (query, &local))
    g_ptr_array_add (loading->originals, read_original (query));
  if (local == NULL && loading->originals->len == 0)
    g_set_error_literal (&local, HS_ERROR, HS_ERROR_NOT_FOUND,
                         _("Only the text of this article was kept, not the page it came from."));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_load_originals:
 * @self: a library
 * @article: an article
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full) (element-type HsStoredOriginal): what its present revision
 *   was made of, first, then what came with it: further parts, or the page that could
 *   not be read; %NULL with @error set, %HS_ERROR_NOT_FOUND when only the text was kept
 */
GPtrArray *
hs_library_load_originals (HsLibrary  *self,
                           gint64      article,
                           GError    **error)
{
  g_autoptr (GPtrArray) originals = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_stored_original_free);
  Loading loading = { article, originals };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return hs_library_read (self, originals_work, &loading, error) ? g_steal_pointer (&originals) : NULL;
}
