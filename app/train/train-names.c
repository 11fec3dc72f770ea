/* train-names.c: lists of names to the table that the tagger looks them up in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <stdio.h>
#include <string.h>

/* Of each hash the flags are kept, and above them the cluster. */
#define CLUSTER_SHIFT 16

typedef struct
{
  GHashTable *flags;   /* (owned) (element-type uint uint): of each hash */
  GStringChunk *strings;
  GArray *tokens;
  GByteArray *groups;  /* (owned): the coarser clusters of each */
} Names;

static void
note (Names   *self,
      guint32  hash,
      guint    flags)
{
  gpointer key = GUINT_TO_POINTER (hash);

  flags |= GPOINTER_TO_UINT (g_hash_table_lookup (self->flags, key));
  g_hash_table_insert (self->flags, key, GUINT_TO_POINTER (flags));
}

/* The first, most frequent of words that are folded alike counts. */
static void
note_cluster (Names   *self,
              guint32  hash,
              guint    cluster)
{
  gpointer key = GUINT_TO_POINTER (hash);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->flags, key));

  if (known >> CLUSTER_SHIFT == 0)
    g_hash_table_insert (self->flags, key, GUINT_TO_POINTER (known | cluster << CLUSTER_SHIFT));
}

static void
note_name (Names      *self,
           const char *name,
           guint       flags)
{
  guint32 hash = 0;

  g_array_set_size (self->tokens, 0);
  hs_tokens_cut (name, HS_SPAN_INIT (0, strlen (name)), NULL, self->strings, TRUE, self->tokens);
  if (self->tokens->len == 0 || self->tokens->len > HS_GAZETTEER_LONGEST)
    return;
  for (guint i = 0; i < self->tokens->len; i++)
    {
      guint32 word = hs_gazetteer_hash (hs_token_at (self->tokens, i)->fold);

      if (i == 1)
        note (self, hash, HS_GAZETTEER_MORE);
      hash = i == 0 ? word : hs_gazetteer_join (hash, word);
    }
  note (self, hash, flags);
}

static gboolean
read_list (Names       *self,
           const char  *folder,
           const char  *file,
           guint        flags,
           GError     **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) rows = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  rows = g_strsplit (contents, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *plain = g_str_to_ascii (rows[i], "C");

      note_name (self, rows[i], flags);
      /* "José" and "Jose" */
      if (strcmp (plain, rows[i]) != 0 && strchr (plain, '?') == NULL)
        note_name (self, plain, flags);
    }
  return TRUE;
}

/* A cluster a line: its two coarser clusters, a tab, its words. */
static gboolean
read_clusters (Names       *self,
               const char  *folder,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "clusters.txt", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) rows = NULL;

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  rows = g_strsplit (contents, "\n", -1);
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      guint middle, coarse;
      g_auto (GStrv) words = g_strsplit (strchr (rows[i], '\t') + 1, " ", -1);

      sscanf (rows[i], "%u %u", &middle, &coarse);
      g_byte_array_append (self->groups, (guint8[]) { middle, coarse }, HS_GAZETTEER_DEGREES - 1);
      for (guint w = 0; words[w] != NULL; w++)
        {
          g_array_set_size (self->tokens, 0);
          hs_tokens_cut (words[w], HS_SPAN_INIT (0, strlen (words[w])), NULL, self->strings, TRUE, self->tokens);
          if (self->tokens->len == 1)
            note_cluster (self, hs_gazetteer_hash (hs_token_at (self->tokens, 0)->fold), i + 1);
        }
    }
  return TRUE;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static GBytes *
pack_names (const Names *self,
            guint32     *n_slots)
{
  guint n = g_hash_table_size (self->flags), slots = n * 4 / 3 + 1, i = 0;
  g_autofree guint32 *keys = g_new0 (guint32, slots), *sorted = g_new (guint32, n + 1);
  g_autofree guint16 *clusters = g_new0 (guint16, slots);
  g_autofree guint8 *flags = g_new0 (guint8, slots);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->flags);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    sorted[i++] = GPOINTER_TO_UINT (key);
  qsort (sorted, n, sizeof *sorted, compare_keys);
  for (i = 0; i < n; i++)
    {
      guint32 slot = hs_gazetteer_slot (sorted[i], slots);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->flags, GUINT_TO_POINTER (sorted[i])));

      while (keys[slot] != 0)
        slot = (slot + 1) % slots;
      keys[slot] = sorted[i];
      flags[slot] = known & 0xff;
      clusters[slot] = known >> CLUSTER_SHIFT;
    }
  *n_slots = slots;
  g_byte_array_append (bytes, (const guint8 *) keys, slots * sizeof *keys);
  g_byte_array_append (bytes, (const guint8 *) clusters, slots * sizeof *clusters);
  g_byte_array_append (bytes, flags, slots);
  g_byte_array_append (bytes, self->groups->data, self->groups->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * train_names_read:
 * @folder: where the lists are
 * @n_slots: (out): how many slots the table has
 * @n_clusters: (out): how many clusters
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a table as hs_gazetteer_init() takes it
 */
GBytes *
train_names_read (const char  *folder,
                  guint32     *n_slots,
                  guint32     *n_clusters,
                  GError     **error)
{
  static const struct
  {
    const char *file;
    guint flags;
  } lists[] = {
    { "given.txt", HS_GAZETTEER_GIVEN }, { "family.txt", HS_GAZETTEER_FAMILY },
    { "cities.txt", HS_GAZETTEER_CITY }, { "regions.txt", HS_GAZETTEER_REGION },
    { "women.txt", HS_GAZETTEER_WOMAN }, { "men.txt", HS_GAZETTEER_MAN },
  };
  Names names = { g_hash_table_new (NULL, NULL), g_string_chunk_new (4096),
                  g_array_new (FALSE, FALSE, sizeof (HsToken)), g_byte_array_new () };
  GBytes *bytes = NULL;
  gboolean read = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (lists) && read; i++)
    read = read_list (&names, folder, lists[i].file, lists[i].flags, error);
  if (read && read_clusters (&names, folder, error))
    bytes = pack_names (&names, n_slots);
  *n_clusters = names.groups->len / (HS_GAZETTEER_DEGREES - 1);
  g_hash_table_unref (names.flags);
  g_string_chunk_free (names.strings);
  g_array_unref (names.tokens);
  g_byte_array_unref (names.groups);
  return bytes;
}
