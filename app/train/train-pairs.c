/* train-pairs.c: learns what makes two names one person's, or one body's
 *
 * train-pairs person|body LIST: reads persons or bodies with all their names, takes
 * those of even ids, and fits a logistic regression to what hs_names_describe_pair() or
 * hs_names_describe_bodies() tells of their pairs, by Newton's method (iteratively
 * reweighted least squares; Hastie, Tibshirani and Friedman, "The Elements of
 * Statistical Learning", 4.4). It prints the weights that stand in hs-names-compare.c
 * and in hs-names-bodies.c; for persons twice: of all features, which tell how likely it
 * is that any two names are one's, and of the few that tell the spellings of one name
 * from other names that are much alike.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names.h"
#include "hs-names-private.h"

#define N HS_NAMES_FEATURES
#define MOST_WORDS 16
#define ROUNDS 40
#define RIDGE 1.0
#define RIDGE_OF_FEW 3.0

/* Words this alike may be one: what makes a pair a spelling of one name. */
#define ALIKE 0.5

/* A person of many names counts for less than all of his pairs. */
#define CROWD 0.35

/* What the few features are fitted to: names that are this much alike; and whose names
 * are many counts for little more than others. */
#define MUCH_ALIKE 0.7
#define CROWD_OF_ALIKE 0.8

/* Names with a word that is nothing like any of the other's, and yet much alike: so
 * many of them are learnt from as well, and count for more. */
#define STRANGERS 3
#define STRANGER_ALIKE 0.6
#define STRANGER_WEIGHT 3.0

typedef struct
{
  gint64 id;
  char *name;                /* (owned) */
  guint words[MOST_WORDS];   /* numbers of its words */
  guint n;
} Person;

typedef struct
{
  double features[N];
  gboolean same;
  double weight;
  guint crowd;       /* pairs of the same one */
  gint64 id;
} Row;

typedef struct
{
  GArray *persons;           /* (owned) (element-type Person) */
  GPtrArray *words;          /* (owned) (element-type utf8) */
  guint8 *alike;             /* (owned): of each pair of words */
  GArray *rows;              /* (owned) (element-type Row) */
  gboolean (*describe) (const char *a, const char *b, double *features);
} Learner;

static gboolean
read_persons (Learner     *self,
              const char  *path,
              GError     **error)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  if (!g_file_get_contents (path, &contents, NULL, error))
    return FALSE;
  lines = g_strsplit (contents, "\n", -1);
  for (guint l = 0; lines[l] != NULL; l++)
    {
      const char *tab = strchr (lines[l], '\t');
      Person person = { .id = g_ascii_strtoll (lines[l], NULL, 10) };
      g_autofree char *fold = NULL;
      g_auto (GStrv) words = NULL;

      if (tab == NULL || person.id % 2 != 0)
        continue;
      person.name = g_strdup (tab + 1);
      fold = hs_names_fold (person.name);
      words = g_strsplit (fold, " ", -1);
      for (guint w = 0; words[w] != NULL && person.n < MOST_WORDS; w++)
        {
          gpointer number;

          if (words[w][0] == '\0')
            continue;
          if (!g_hash_table_lookup_extended (numbers, words[w], NULL, &number))
            {
              number = GUINT_TO_POINTER (self->words->len);
              g_ptr_array_add (self->words, g_strdup (words[w]));
              g_hash_table_insert (numbers, g_ptr_array_index (self->words, self->words->len - 1), number);
            }
          person.words[person.n++] = GPOINTER_TO_UINT (number);
        }
      g_array_append_val (self->persons, person);
    }
  return TRUE;
}

static void
compare_all_words (Learner *self)
{
  gsize n = self->words->len;

  self->alike = g_malloc0 (n * n);
  for (gsize i = 0; i < n; i++)
    for (gsize j = i; j < n; j++)
      self->alike[i * n + j] = self->alike[j * n + i] =
        hs_names_similarity (self->words->pdata[i], self->words->pdata[j]) >= ALIKE;
}

static gboolean
words_alike (const Learner *self,
             guint          a,
             guint          b)
{
  return self->alike[(gsize) a * self->words->len + b];
}

/* Whether every word of @few from @i on has one of its own in @many. */
static gboolean
assign (const Learner *self,
        const Person  *few,
        const Person  *many,
        guint          i,
        guint          used)
{
  if (i == few->n)
    return TRUE;
  for (guint j = 0; j < many->n; j++)
    if ((used & 1u << j) == 0 && words_alike (self, few->words[i], many->words[j]) &&
        assign (self, few, many, i + 1, used | 1u << j))
      return TRUE;
  return FALSE;
}

static gboolean
is_variant (const Learner *self,
            const Person  *a,
            const Person  *b)
{
  const Person *few = a->n <= b->n ? a : b, *many = few == a ? b : a;

  if (few->n == 0)
    return FALSE;
  for (guint i = 0; i < few->n; i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < many->n && !any; j++)
        any = words_alike (self, few->words[i], many->words[j]);
      if (!any)
        return FALSE;
    }
  return assign (self, few, many, 0, 0);
}

static void
add_pair (Learner      *self,
          const Person *a,
          const Person *b,
          guint         turn)
{
  Row row = { .same = a->id == b->id, .weight = 1, .id = a->id };
  gboolean variant = is_variant (self, a, b);

  if (!variant && (row.same || turn % STRANGERS != 0))
    return;
  if (!self->describe (a->name, b->name, row.features))
    return;
  if (!variant && row.features[HS_NAMES_ALIKE] < STRANGER_ALIKE)
    return;
  if (!variant)
    row.weight = STRANGER_WEIGHT;
  g_array_append_val (self->rows, row);
}

static void
make_rows (Learner *self)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->persons->len; i++)
    for (guint j = i + 1; j < self->persons->len; j++)
      add_pair (self, &g_array_index (self->persons, Person, i), &g_array_index (self->persons, Person, j), i + j);
  for (guint r = 0; r < self->rows->len; r++)
    {
      Row *row = &g_array_index (self->rows, Row, r);

      if (row->same)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, &row->id));

          g_hash_table_insert (pairs, &row->id, GUINT_TO_POINTER (n + 1));
        }
    }
  for (guint r = 0; r < self->rows->len; r++)
    {
      Row *row = &g_array_index (self->rows, Row, r);

      row->crowd = row->same ? GPOINTER_TO_UINT (g_hash_table_lookup (pairs, &row->id)) : 1;
    }
}

/* Solves a x = b in place, @a symmetric and positive: Gauss, without exchange. */
static void
solve (double a[N][N],
       double *b)
{
  for (guint k = 0; k < N; k++)
    for (guint i = k + 1; i < N; i++)
      {
        double factor = a[i][k] / a[k][k];

        for (guint j = k; j < N; j++)
          a[i][j] -= factor * a[k][j];
        b[i] -= factor * b[k];
      }
  for (guint k = N; k-- > 0;)
    {
      for (guint j = k + 1; j < N; j++)
        b[k] -= a[k][j] * b[j];
      b[k] /= a[k][k];
    }
}

/* Which features, of which rows. */
typedef struct
{
  guint32 features;
  double least_alike;
  double crowd;
  double ridge;
} Fit;

static void
step (const Learner *self,
      const Fit     *fit,
      double        *weights)
{
  double slope[N] = { 0 }, curve[N][N] = { { 0 } };

  for (guint r = 0; r < self->rows->len; r++)
    {
      const Row *row = &g_array_index (self->rows, Row, r);
      double sum = 0, p, weight = row->weight * pow (row->crowd, -fit->crowd);

      if (row->features[HS_NAMES_ALIKE] < fit->least_alike)
        continue;
      for (guint i = 0; i < N; i++)
        sum += weights[i] * row->features[i];
      p = 1 / (1 + exp (-sum));
      for (guint i = 0; i < N; i++)
        {
          slope[i] += weight * (p - row->same) * row->features[i];
          for (guint j = 0; j < N; j++)
            curve[i][j] += weight * p * (1 - p) * row->features[i] * row->features[j];
        }
    }
  for (guint i = 0; i < N; i++)
    {
      slope[i] += fit->ridge * weights[i];
      curve[i][i] += fit->ridge;
      /* what takes no part stays at 0 */
      if (fit->features & 1u << i)
        continue;
      slope[i] = 0;
      for (guint j = 0; j < N; j++)
        curve[i][j] = curve[j][i] = i == j;
    }
  solve (curve, slope);
  for (guint i = 0; i < N; i++)
    weights[i] -= slope[i];
}

static void
print_fit (const Learner *self,
           const Fit     *fit)
{
  double weights[N] = { 0 };

  for (guint i = 0; i < ROUNDS; i++)
    step (self, fit, weights);
  for (guint i = 0; i < N; i++)
    g_print ("%.2f%s", weights[i], i + 1 == N ? "\n" : i % 8 == 7 ? ",\n" : ", ");
}

int
main (int    argc,
      char **argv)
{
  Learner self = { g_array_new (FALSE, FALSE, sizeof (Person)), g_ptr_array_new_with_free_func (g_free), NULL,
                   g_array_new (FALSE, FALSE, sizeof (Row)) };
  const Fit all = { G_MAXUINT32, 0, CROWD, RIDGE };
  const Fit few = { 1u << HS_NAMES_BIAS | 1u << HS_NAMES_ALIKE | 1u << HS_NAMES_WORST | 1u << HS_NAMES_OTHER |
                    1u << HS_NAMES_LITTLE | 1u << HS_NAMES_ALONE | 1u << HS_NAMES_FIRST_ALONE | 1u << HS_NAMES_SWAPPED |
                    1u << HS_NAMES_TURNED, MUCH_ALIKE, CROWD_OF_ALIKE, RIDGE_OF_FEW };
  g_autoptr (GError) error = NULL;

  self.describe = argc > 1 && strcmp (argv[1], "body") == 0 ? hs_names_describe_bodies : hs_names_describe_pair;
  if (argc != 3 || !read_persons (&self, argv[2], &error))
    {
      g_printerr ("train-pairs: %s\n", error != NULL ? error->message
                                                      : "say person or body and name a list of ids and names");
      return error != NULL ? 1 : 2;
    }
  compare_all_words (&self);
  make_rows (&self);
  g_printerr ("%u names, %u pairs\n", self.persons->len, self.rows->len);
  print_fit (&self, &all);
  if (self.describe == hs_names_describe_pair)
    {
      g_print ("few:\n");
      print_fit (&self, &few);
    }
  for (guint i = 0; i < self.persons->len; i++)
    g_free (g_array_index (self.persons, Person, i).name);
  g_array_unref (self.persons);
  g_array_unref (self.rows);
  g_ptr_array_unref (self.words);
  g_free (self.alike);
  return 0;
}
