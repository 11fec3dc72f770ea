/* hs-meta.c: small facts and counts about the library as a whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library-private.h"

#include "hs-counts.h"

#include <string.h>

typedef struct
{
  const char *key;    /* (unowned) */
  const char *value;  /* (unowned) */
  char *result;       /* (owned) (nullable) */
} Meta;

static gboolean
get_work (HsLibrary   *self,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  Meta *meta = data;
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT value FROM meta WHERE key = ?1", "s", meta->key);

  if (hs_query_next (query, error))
    meta->result = hs_query_dup (query, 0);
  return TRUE;
}

/**
 * hs_library_get_meta:
 * @self: a library
 * @key: what
 *
 * Returns: (transfer full) (nullable): its value; %NULL when it was never set
 */
char *
hs_library_get_meta (HsLibrary  *self,
                     const char *key)
{
  g_autoptr (GError) error = NULL;
  Meta meta = { key, NULL, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  hs_library_read (self, get_work, &meta, &error);
  return meta.result;
}

static gboolean
set_work (HsLibrary   *self,
          HsDatabase  *database,
          gpointer     data,
          GError     **error)
{
  Meta *meta = data;

  return hs_database_run (database, error,
                          "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2", "ss",
                          meta->key, meta->value);
}

/**
 * hs_library_set_meta:
 * @self: a library
 * @key: of a setting
 * @value: what it is from now on
 * @error: return location
 *
 * No decision: not undoable. Any thread but the writer's; waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_set_meta (HsLibrary   *self,
                     const char  *key,
                     const char  *value,
                     GError     **error)
{
  Meta meta = { key, value, NULL };

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (key != NULL && value != NULL, FALSE);

  return hs_library_write (self, set_work, &meta, error);
}

static const struct
{
  const char *key;
  gsize offset;
} counted[] = {
  { "articles", G_STRUCT_OFFSET (HsLibraryCounts, articles) },
  { "unread", G_STRUCT_OFFSET (HsLibraryCounts, unread) },
  { "starred", G_STRUCT_OFFSET (HsLibraryCounts, starred) },
  { "stories", G_STRUCT_OFFSET (HsLibraryCounts, stories) },
  { "sources", G_STRUCT_OFFSET (HsLibraryCounts, sources) },
  { "entities", G_STRUCT_OFFSET (HsLibraryCounts, entities) },
  { "notes", G_STRUCT_OFFSET (HsLibraryCounts, notes) },
  { "sample", G_STRUCT_OFFSET (HsLibraryCounts, sample) },
  { "feeds", G_STRUCT_OFFSET (HsLibraryCounts, feeds) },
};

static gboolean
counts_work (HsLibrary   *self,
             HsDatabase  *database,
             gpointer     data,
             GError     **error)
{
  HsLibraryCounts *counts = data;
  g_autoptr (HsQuery) query = hs_database_query (database, "SELECT key, value FROM stats", "");
  g_autoptr (GError) local = NULL;

  while (hs_query_next (query, &local))
    {
      const char *key = hs_query_text (query, 0);

      if (g_str_has_prefix (key, "generation-"))
        counts->generations[(key[strlen ("generation-")] - '0') % HS_LIBRARY_N_AREAS] = hs_query_int (query, 1);
      for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
        if (g_str_equal (key, counted[i].key))
          G_STRUCT_MEMBER (guint, counts, counted[i].offset) = hs_query_int (query, 1);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * hs_library_get_counts:
 * @self: a library
 * @counts: (out caller-allocates): filled
 * @error: return location
 *
 * Costs the same however many articles there are.
 *
 * Returns: whether it worked
 */
gboolean
hs_library_get_counts (HsLibrary        *self,
                       HsLibraryCounts  *counts,
                       GError          **error)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  return hs_library_read (self, counts_work, counts, error);
}
