/* hs-walk.c: the files of folders, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-walk.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "hs-error.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE \
                   "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

typedef struct
{
  GPtrArray *found;          /* (owned) (element-type HsWalked) */
  GHashTable *seen;          /* (owned) (element-type utf8): places already visited */
  HsWalkProblem problem;
  gpointer data;
  GCancellable *cancellable; /* (unowned) (nullable) */
} Walk;

static void
walked_free (gpointer data)
{
  g_object_unref (((HsWalked *) data)->file);
  g_free (data);
}

/* The same file under one name, however it was reached. */
static GFile *
resolve (GFile *file)
{
  const char *path = g_file_peek_path (file);
  char real[PATH_MAX];

  if (path == NULL || realpath (path, real) == NULL)
    return g_object_ref (file);
  return g_file_new_for_path (real);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *x = g_file_get_basename (*(GFile **) a);
  g_autofree char *y = g_file_get_basename (*(GFile **) b);

  return strcmp (x, y);
}

/* Takes over @foreign. */
static void
complain (Walk   *self,
          GFile  *file,
          GError *foreign)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) error = hs_error_from_io (foreign);

  if (self->problem != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->problem (name, error->message, self->data);
}

static void visit (Walk     *self,
                   GFile    *file,
                   gboolean  named);

static void
visit_folder (Walk  *self,
              GFile *folder)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;
  GFile *child;

  enumerator = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, self->cancellable, &error);
  while (enumerator != NULL
         && g_file_enumerator_iterate (enumerator, &info, &child, self->cancellable, &error) && info != NULL)
    if (!g_file_info_get_is_hidden (info))
      g_ptr_array_add (children, g_object_ref (child));
  if (error != NULL)
    complain (self, folder, g_steal_pointer (&error));
  g_ptr_array_sort (children, compare_names);
  for (guint i = 0; i < children->len; i++)
    visit (self, g_ptr_array_index (children, i), FALSE);
}

static void
visit (Walk     *self,
       GFile    *file,
       gboolean  named)
{
  g_autoptr (GFile) real = resolve (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  HsWalked *walked;

  if (g_cancellable_is_cancelled (self->cancellable) || !g_hash_table_add (self->seen, g_file_get_uri (real)))
    return;
  info = g_file_query_info (real, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, self->cancellable, &error);
  if (info == NULL)
    {
      complain (self, file, g_steal_pointer (&error));
      return;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      visit_folder (self, real);
      return;
    }
  /* pipes and devices would never end */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (&error, HS_ERROR, HS_ERROR_READ, _("It is not a file that can be read."));
      if (named)
        complain (self, file, g_steal_pointer (&error));
      return;
    }
  walked = g_new0 (HsWalked, 1);
  walked->file = g_steal_pointer (&real);
  walked->named = named;
  g_ptr_array_add (self->found, walked);
}

/**
 * hs_walk:
 * @files: (element-type GFile): files and folders
 * @problem: is told of what cannot be read
 * @data: for @problem
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Waits; links are followed, hidden files left out of folders.
 *
 * Returns: (transfer full) (nullable) (element-type HsWalked): every file once; %NULL with
 *   @error set when it was cancelled
 */
GPtrArray *
hs_walk (GPtrArray      *files,
         HsWalkProblem   problem,
         gpointer        data,
         GCancellable   *cancellable,
         GError        **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (walked_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { found, seen, problem, data, cancellable };

  for (guint i = 0; i < files->len; i++)
    visit (&walk, g_ptr_array_index (files, i), TRUE);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}
