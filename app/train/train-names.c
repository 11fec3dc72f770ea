/* train-names.c: lists of names to the table that the tagger looks them up in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <string.h>

typedef struct
{
  GHashTable *flags;   /* (owned) (element-type uint uint): of each hash */
  GStringChunk *strings;
  GArray *tokens;
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

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static GBytes *
pack_names (GHashTable *names,
            guint32    *n_slots)
{
  guint n = g_hash_table_size (names), slots = n * 3 / 2 + 1, i = 0;
  g_autofree guint32 *keys = g_new0 (guint32, slots), *sorted = g_new (guint32, n + 1);
  g_autofree guint8 *flags = g_new0 (guint8, slots);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    sorted[i++] = GPOINTER_TO_UINT (key);
  qsort (sorted, n, sizeof *sorted, compare_keys);
  for (i = 0; i < n; i++)
    {
      guint32 slot = hs_gazetteer_slot (sorted[i], slots);

      while (keys[slot] != 0)
        slot = (slot + 1) % slots;
      keys[slot] = sorted[i];
      flags[slot] = GPOINTER_TO_UINT (g_hash_table_lookup (names, GUINT_TO_POINTER (sorted[i])));
    }
  *n_slots = slots;
  g_byte_array_append (bytes, (const guint8 *) keys, slots * sizeof *keys);
  g_byte_array_append (bytes, flags, slots);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * train_names_read:
 * @folder: where the lists are
 * @n_slots: (out): how many slots the table has
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): keys and flags, as #HsGazetteer has them
 */
GBytes *
train_names_read (const char  *folder,
                  guint32     *n_slots,
                  GError     **error)
{
  static const struct
  {
    const char *file;
    guint flags;
  } lists[] = {
    { "given.txt", HS_GAZETTEER_GIVEN }, { "family.txt", HS_GAZETTEER_FAMILY },
    { "cities.txt", HS_GAZETTEER_CITY }, { "regions.txt", HS_GAZETTEER_REGION },
  };
  Names names = { g_hash_table_new (NULL, NULL), g_string_chunk_new (4096),
                  g_array_new (FALSE, FALSE, sizeof (HsToken)) };
  GBytes *bytes = NULL;
  gboolean read = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (lists) && read; i++)
    read = read_list (&names, folder, lists[i].file, lists[i].flags, error);
  if (read)
    bytes = pack_names (names.flags, n_slots);
  g_hash_table_unref (names.flags);
  g_string_chunk_free (names.strings);
  g_array_unref (names.tokens);
  return bytes;
}
