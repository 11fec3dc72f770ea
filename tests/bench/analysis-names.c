/* analysis-names.c: how well spellings of one name are told from other names
 *
 * analysis-names [m|f]: reads "1|0 TAB name TAB name" from standard input; m and f
 * print what is missed and what is joined wrongly.
 *
 * analysis-names clusters person|body [HALF]: reads "id TAB name"; the same id is the
 * same one. Judged are pairs of names that are spellings of one another: every word
 * of the shorter is, by Levenshtein, half like a word of its own in the longer. HALF,
 * 0 or 1: only even or odd ids; what is missed and wrong is then printed for 0 alone,
 * so that the other half stays unseen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names.h"

#define MOST_WORDS 16

typedef struct _Cluster Cluster;

typedef struct
{
  char *id;
  char *name;
  GStrv words;
  GStrv keys;
  Cluster *cluster;
} Entry;

struct _Cluster
{
  GPtrArray *entries; /* (element-type Entry) */
  guint round;        /* in which it grew */
};

/* Two that share a key. */
typedef struct
{
  Entry *a;
  Entry *b;
  double odds;
} Pair;

typedef struct
{
  guint positive;
  guint unkeyed;
  guint right;
  guint wrong;
} Counts;

static gboolean bodies;
static guint rounds;

/* As written, cut at all that is no letter or digit: what is judged must not depend on
 * what is being judged. */
static GStrv
split_plainly (const char *name)
{
  g_autofree char *fold = hs_names_fold (name);

  return g_strsplit (fold, " ", MOST_WORDS);
}

static gboolean
assign (GStrv few,
        GStrv many,
        guint taken)
{
  if (few[0] == NULL)
    return TRUE;
  for (guint j = 0; many[j] != NULL; j++)
    if (!(taken & 1u << j) && hs_names_similarity (few[0], many[j]) >= 0.5 && assign (few + 1, many, taken | 1u << j))
      return TRUE;
  return FALSE;
}

static gboolean
is_variant (const Entry *a,
            const Entry *b)
{
  gboolean longer = g_strv_length (a->words) > g_strv_length (b->words);

  return longer ? b->words[0] != NULL && assign (b->words, a->words, 0)
                : a->words[0] != NULL && assign (a->words, b->words, 0);
}

static gboolean
is_close (const Entry *a,
          const Entry *b,
          double       odds)
{
  return bodies ? odds >= HS_NAMES_BODIES_AGREEING : hs_names_compare_persons (a->name, b->name) >= HS_NAMES_CLOSE;
}

static double
agree (const Cluster *a,
       const Cluster *b)
{
  g_autofree const char **x = g_new0 (const char *, a->entries->len + 1);
  g_autofree const char **y = g_new0 (const char *, b->entries->len + 1);

  for (guint i = 0; i < a->entries->len; i++)
    x[i] = ((Entry *) a->entries->pdata[i])->name;
  for (guint i = 0; i < b->entries->len; i++)
    y[i] = ((Entry *) b->entries->pdata[i])->name;
  return bodies ? hs_names_bodies_agree (x, y) : hs_names_agree (x, y);
}

static void
join (Cluster *a,
      Cluster *b)
{
  for (guint i = 0; i < b->entries->len; i++)
    {
      Entry *entry = b->entries->pdata[i];

      entry->cluster = a;
      g_ptr_array_add (a->entries, entry);
    }
  g_ptr_array_set_size (b->entries, 0);
  a->round = b->round = rounds;
}

static int
compare_odds (gconstpointer a,
              gconstpointer b)
{
  const Pair *x = a, *y = b;

  return (x->odds < y->odds) - (x->odds > y->odds);
}

/* Average linkage: those that agree most are joined first, and what has grown is weighed
 * anew in the next round. */
static void
join_pairs (GArray *pairs)
{
  gboolean any = TRUE;

  for (rounds = 1; any; rounds++)
    {
      any = FALSE;
      for (guint i = 0; i < pairs->len; i++)
        {
          Pair *pair = &g_array_index (pairs, Pair, i);

          if (pair->a->cluster == pair->b->cluster)
            pair->odds = -G_MAXDOUBLE;
          else if (pair->a->cluster->round + 1 >= rounds || pair->b->cluster->round + 1 >= rounds)
            pair->odds = agree (pair->a->cluster, pair->b->cluster);
        }
      g_array_sort (pairs, compare_odds);
      for (guint i = 0; i < pairs->len
           && g_array_index (pairs, Pair, i).odds >= (bodies ? HS_NAMES_BODIES_AGREEING : HS_NAMES_AGREEING); i++)
        {
          Pair *pair = &g_array_index (pairs, Pair, i);

          if (pair->a->cluster == pair->b->cluster || pair->a->cluster->round == rounds
              || pair->b->cluster->round == rounds)
            continue;
          join (pair->a->cluster, pair->b->cluster);
          any = TRUE;
        }
    }
}

static GPtrArray *
read_entries (int half)
{
  GPtrArray *entries = g_ptr_array_new ();
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 2);
      Entry *entry;

      if (g_strv_length (fields) < 2 || (half >= 0 && atoi (fields[0]) % 2 != half))
        continue;
      entry = g_new0 (Entry, 1);
      entry->id = g_strdup (fields[0]);
      entry->name = g_strdup (fields[1]);
      entry->words = split_plainly (fields[1]);
      entry->keys = bodies ? hs_names_body_keys (fields[1]) : hs_names_person_keys (fields[1]);
      entry->cluster = g_new0 (Cluster, 1);
      entry->cluster->entries = g_ptr_array_new ();
      g_ptr_array_add (entry->cluster->entries, entry);
      g_ptr_array_add (entries, entry);
    }
  free (line);
  return entries;
}

static void
count (Counts      *counts,
       const Entry *a,
       const Entry *b,
       const char  *tell)
{
  gboolean same = strcmp (a->id, b->id) == 0;

  if (!is_variant (a, b))
    return;
  counts->right += same;
  counts->wrong += !same;
  if (tell != NULL && !same)
    printf ("%s wrong: %s | %s\n", tell, a->name, b->name);
}

static void
print_counts (const char   *what,
              const Counts *counts,
              guint         positive)
{
  printf ("%s: recall %.3f, precision %.3f, F %.3f\n", what, counts->right / (double) MAX (1, positive),
          counts->right / (double) MAX (1, counts->right + counts->wrong),
          2.0 * counts->right / MAX (1, counts->right + counts->wrong + positive));
}

/* Pairs that share a key and may be one. */
static void
find_pairs (GPtrArray *entries,
            GArray    *found,
            Counts    *counts)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

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
              Pair pair = { entry, other, 0 };

              if (!g_hash_table_add (tried, other))
                continue;
              pair.odds = bodies ? hs_names_weigh_bodies (entry->name, other->name)
                                 : hs_names_weigh_persons (entry->name, other->name);
              if (is_close (entry, other, pair.odds))
                count (counts, entry, other, NULL);
              if (pair.odds != 0)
                g_array_append_val (found, pair);
            }
          if (others == NULL)
            g_hash_table_insert (by_key, entry->keys[k], others = g_ptr_array_new ());
          if (others->len == 0 || others->pdata[others->len - 1] != entry)
            g_ptr_array_add (others, entry);
        }
      /* names of one stand together in the list */
      for (guint j = i; j-- > 0 && strcmp (((Entry *) entries->pdata[j])->id, entry->id) == 0;)
        if (is_variant (entry, entries->pdata[j]))
          {
            counts->positive++;
            counts->unkeyed += !g_hash_table_contains (tried, entries->pdata[j]);
          }
    }
}

static void
count_clusters (GPtrArray *entries,
                Counts    *counts,
                gboolean   tell)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entries->pdata[i];
      Cluster *cluster = entry->cluster;

      for (guint j = 0; j < cluster->entries->len && cluster->entries->pdata[j] != entry; j++)
        count (counts, entry, cluster->entries->pdata[j], tell ? "cluster" : NULL);
      for (guint j = i; tell && j-- > 0 && strcmp (((Entry *) entries->pdata[j])->id, entry->id) == 0;)
        if (is_variant (entry, entries->pdata[j]) && ((Entry *) entries->pdata[j])->cluster != cluster)
          printf ("missed: %s | %s\n", entry->name, ((Entry *) entries->pdata[j])->name);
    }
}

static int
compare_clusters (int      half,
                  gboolean tell)
{
  g_autoptr (GPtrArray) entries = read_entries (half);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Pair));
  Counts pairs = { 0 }, clusters = { 0 };

  find_pairs (entries, found, &pairs);
  join_pairs (found);
  count_clusters (entries, &clusters, tell);
  printf ("%u names, %u pairs of one, of which %u share no key\n", entries->len, pairs.positive, pairs.unkeyed);
  print_counts ("as pairs", &pairs, pairs.positive);
  print_counts ("as clusters", &clusters, pairs.positive);
  return 0;
}

/* --- pairs: lines "1|0 TAB name TAB name" -------------------------------------------- */

static gboolean
share_key (const char *a,
           const char *b)
{
  g_auto (GStrv) x = hs_names_person_keys (a);
  g_auto (GStrv) y = hs_names_person_keys (b);

  for (guint i = 0; x[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) y, x[i]))
      return TRUE;
  return FALSE;
}

static int
compare_pairs (const char *tell)
{
  guint total[2] = { 0 }, at_least[2][HS_NAMES_SAME + 1] = { 0 }, with_key[2] = { 0 };
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", -1);
      guint truth = fields[0] != NULL && fields[0][0] == '1';
      HsNamesMatch match;

      if (g_strv_length (fields) < 3)
        continue;
      match = hs_names_compare_persons (fields[1], fields[2]);
      total[truth]++;
      with_key[truth] += share_key (fields[1], fields[2]);
      for (guint m = 0; m <= match; m++)
        at_least[truth][m]++;
      if ((truth && match < HS_NAMES_CLOSE && strchr (tell, 'm'))
          || (!truth && match >= HS_NAMES_CLOSE && strchr (tell, 'f')))
        printf ("%u match %d: %s | %s\n", truth, match, fields[1], fields[2]);
    }
  free (line);
  printf ("%u pairs of one, %u of two; share a key: %u, %u\n", total[1], total[0], with_key[1], with_key[0]);
  for (guint m = HS_NAMES_LIKELY; m <= HS_NAMES_SAME; m++)
    printf ("%s or better: recall %.3f, false merges %.4f (%u), F %.3f\n",
            m == HS_NAMES_LIKELY ? "likely" : m == HS_NAMES_CLOSE ? "close" : "same",
            at_least[1][m] / (double) MAX (1, total[1]), at_least[0][m] / (double) MAX (1, total[0]), at_least[0][m],
            2.0 * at_least[1][m] / MAX (1, total[1] + at_least[1][m] + at_least[0][m]));
  return 0;
}

int
main (int    argc,
      char **argv)
{
  if (argc > 2 && strcmp (argv[1], "clusters") == 0)
    {
      int half = argc > 3 ? atoi (argv[3]) : -1;

      bodies = strcmp (argv[2], "body") == 0;
      return compare_clusters (half, half == 0);
    }
  return compare_pairs (argc > 1 ? argv[1] : "");
}
