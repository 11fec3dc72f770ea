/* analysis-names.c: how well spellings of one name are told from other names
 *
 * Reads lines "1|0 TAB name TAB name" from standard input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names.h"

/* --- clusters: lines "id TAB name", the same id is the same person ---------------- */

typedef struct
{
  char *id;
  char *name;
  GStrv tokens;
  GStrv keys;
  guint cluster;
} Entry;

static Entry *
find_root (GPtrArray *entries,
           Entry     *entry)
{
  while (((Entry *) entries->pdata[entry->cluster]) != entry)
    entry = entries->pdata[entry->cluster];
  return entry;
}

/* Every word of the shorter is, by Levenshtein, half like a word of its own in the
 * longer: only such pairs are spellings of one name. */
static gboolean
is_variant (const Entry *a,
            const Entry *b)
{
  GStrv few = g_strv_length (a->tokens) <= g_strv_length (b->tokens) ? a->tokens : b->tokens;
  GStrv many = few == a->tokens ? b->tokens : a->tokens;
  gboolean used[16] = { FALSE };

  for (guint i = 0; few[i] != NULL; i++)
    {
      double best = 0.5;
      int at = -1;

      for (guint j = 0; many[j] != NULL && j < 16; j++)
        if (!used[j] && hs_names_similarity (few[i], many[j]) >= best)
          {
            best = hs_names_similarity (few[i], many[j]);
            at = (int) j;
          }
      if (at < 0)
        return FALSE;
      used[at] = TRUE;
    }
  return few[0] != NULL;
}

static int
compare_clusters (gboolean tell)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  guint positive = 0, found = 0, wrong = 0, unkeyed = 0;
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 2);
      Entry *entry;

      if (g_strv_length (fields) < 2)
        continue;
      entry = g_new0 (Entry, 1);
      entry->id = g_strdup (fields[0]);
      entry->name = g_strdup (fields[1]);
      entry->tokens = hs_names_person_tokens (fields[1]);
      entry->keys = hs_names_person_keys (fields[1]);
      entry->cluster = entries->len;
      g_ptr_array_add (entries, entry);
    }
  free (line);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];
      g_autoptr (GHashTable) tried = g_hash_table_new (NULL, NULL);

      for (guint k = 0; entry->keys[k] != NULL; k++)
        {
          GPtrArray *others = g_hash_table_lookup (by_key, entry->keys[k]);

          for (guint j = 0; others != NULL && j < others->len; j++)
            {
              Entry *other = others->pdata[j];

              if (!g_hash_table_add (tried, other) || hs_names_compare_persons (entry->name, other->name) < HS_NAMES_CLOSE
                  || !is_variant (entry, other))
                continue;
              find_root (entries, entry)->cluster = find_root (entries, other)->cluster;
              if (strcmp (entry->id, other->id) == 0)
                found++;
              else
                wrong++;
              if (tell && strcmp (entry->id, other->id) != 0)
                printf ("wrong: %s | %s\n", entry->name, other->name);
            }
          if (others == NULL)
            g_hash_table_insert (by_key, entry->keys[k], others = g_ptr_array_new ());
          g_ptr_array_add (others, entry);
        }
      for (guint j = i; j-- > 0 && i - j < 60;)
        {
          Entry *other = entries->pdata[j];

          if (strcmp (entry->id, other->id) != 0 || !is_variant (entry, other))
            continue;
          positive++;
          if (tell && hs_names_compare_persons (entry->name, other->name) < HS_NAMES_CLOSE)
            printf ("missed: %s | %s\n", entry->name, other->name);
          unkeyed += !g_hash_table_contains (tried, other);
        }
    }
  {
    g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL);
    guint right = 0, together = 0;

    for (guint i = 0; i < entries->len; i++)
      {
        Entry *entry = entries->pdata[i], *root = find_root (entries, entry);
        GPtrArray *others = g_hash_table_lookup (members, root);

        if (others == NULL)
          g_hash_table_insert (members, root, others = g_ptr_array_new ());
        for (guint j = 0; j < others->len; j++)
          if (is_variant (entry, others->pdata[j]))
            {
              together++;
              right += strcmp (entry->id, ((Entry *) others->pdata[j])->id) == 0;
            }
        g_ptr_array_add (others, entry);
      }
    printf ("as clusters: recall %.3f, precision %.3f, F %.3f\n", right / (double) MAX (1, positive),
            right / (double) MAX (1, together), 2.0 * right / MAX (1, together + positive));
  }
  printf ("%u names, %u pairs of one: recall %.3f (%u share no key), precision %.3f, F %.3f\n", entries->len, positive,
          found / (double) MAX (1, positive), unkeyed, found / (double) MAX (1, found + wrong),
          2.0 * found / MAX (1, found + wrong + positive));
  return 0;
}

int
main (int    argc,
      char **argv)
{
  guint total[2] = { 0 }, at_least[2][HS_NAMES_SAME + 1] = { 0 }, with_key[2] = { 0 };
  char *line = NULL;
  size_t size = 0;

  if (argc > 1 && strcmp (argv[1], "clusters") == 0)
    return compare_clusters (argc > 2);
  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", -1);
      guint truth = fields[0] != NULL && fields[0][0] == '1';
      HsNamesMatch match;
      g_auto (GStrv) a = NULL;
      g_auto (GStrv) b = NULL;
      gboolean key = FALSE;

      if (g_strv_length (fields) < 3)
        continue;
      match = hs_names_compare_persons (fields[1], fields[2]);
      a = hs_names_person_keys (fields[1]);
      b = hs_names_person_keys (fields[2]);
      for (guint i = 0; a[i] != NULL && !key; i++)
        key = g_strv_contains ((const char * const *) b, a[i]);
      total[truth]++;
      with_key[truth] += key;
      for (guint m = 0; m <= match; m++)
        at_least[truth][m]++;
      if (argc > 1 && ((truth && match < HS_NAMES_CLOSE && strchr (argv[1], 'm')) ||
                       (!truth && match >= HS_NAMES_CLOSE && strchr (argv[1], 'f'))))
        printf ("%u match %d key %d: %s | %s\n", truth, match, key, fields[1], fields[2]);
    }
  printf ("%u pairs of one, %u of two; share a key: %u, %u\n", total[1], total[0], with_key[1], with_key[0]);
  for (guint m = HS_NAMES_LIKELY; m <= HS_NAMES_SAME; m++)
    printf ("%s or better: recall %.3f, false merges %.4f (%u)\n",
            m == HS_NAMES_LIKELY ? "likely" : m == HS_NAMES_CLOSE ? "close" : "same",
            at_least[1][m] / (double) MAX (1, total[1]), at_least[0][m] / (double) MAX (1, total[0]), at_least[0][m]);
  free (line);
  return 0;
}
