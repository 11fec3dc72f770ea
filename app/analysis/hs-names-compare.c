/* hs-names-compare.c: whether two names are of one person
 *
 * Each word of the shorter name is given a partner in the longer; what a pair counts
 * for depends on how alike the words sound and on how few people have them in their
 * names. hs_names_similarity() is Levenshtein's distance (1965) against the longer
 * word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hs-names-private.h"

#define LONGEST_WORD 48
#define MOST_TOKENS HS_NAME_MOST_TOKENS

/**
 * hs_names_similarity:
 *
 * Returns: one minus Levenshtein's distance over the longer word's length
 */
double
hs_names_similarity (const char *a,
                     const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[LONGEST_WORD + 1];

  if (n == 0 || m == 0 || n > LONGEST_WORD || m > LONGEST_WORD)
    return strcmp (a, b) == 0 ? 1.0 : 0.0;
  for (guint j = 0; j <= m; j++)
    row[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint up = row[j];
          guint cost = diagonal + (a[i - 1] != b[j - 1]);

          row[j] = MIN (cost, MIN (up, row[j - 1]) + 1);
          diagonal = up;
        }
    }
  return 1.0 - row[m] / (double) MAX (n, m);
}

static void
loosen (char *skeleton)
{
  for (char *p = skeleton; *p != '\0'; p++)
    switch (*p)
      {
      case 'x': case 'z': *p = 's'; break;
      case 'c': case 'h': case 'j': *p = 'k'; break;
      case 'p': *p = 'b'; break;
      case 't': *p = 'd'; break;
      default: break;
      }
}

/* 0: other words; 1: may be one; 2: the same sounds; 3: the same */
static guint
grade_words (const char *a,
             const char *b)
{
  g_autofree char *x = NULL, *y = NULL;
  double similarity;

  if (strcmp (a, b) == 0)
    return 3;
  /* initials */
  if (a[1] == '\0' || b[1] == '\0')
    return a[0] == b[0] ? 1 : 0;
  similarity = hs_names_similarity (a, b);
  x = hs_names_skeleton (a);
  y = hs_names_skeleton (b);
  if (strcmp (x, y) == 0 && strlen (x) >= 2 && similarity >= 0.3)
    return similarity >= 0.5 ? 2 : 1;
  if (similarity >= 0.75 && strlen (a) >= 5 && strlen (b) >= 5)
    return 1;
  /* sounds that languages hear differently: sh and s, ch and kh, b and p */
  loosen (x);
  loosen (y);
  if (strcmp (x, y) == 0 && strlen (x) >= 3 && similarity >= 0.4)
    return 1;
  return strlen (x) >= 3 && strlen (y) >= 3 && similarity >= 0.6 && hs_names_similarity (x, y) >= 0.7 ? 1 : 0;
}

gboolean
hs_names_words_alike (const char *a,
                      const char *b)
{
  g_autofree char *fold_a = hs_names_fold (a);
  g_autofree char *fold_b = hs_names_fold (b);

  return grade_words (fold_a, fold_b) >= 2;
}

/* --- two names --------------------------------------------------------------------- */

/* Found by a search on one half of the pairs of a public list of names, and tried on
 * the other. */
#define UNMATCHED 0.11       /* of the share of the longer name that has no partner */
#define WEAK_LINK 0.5        /* of what the least alike words lack of WEAK_FROM */
#define WEAK_FROM 0.75
#define OTHER_BELOW 0.32     /* words less alike are other words */
#define OTHER 0.06
#define EVIDENCE 1.1         /* how much of rare words must agree */
#define SWAPPED 0.38         /* words that stand in another order */
#define TURNED 0.12          /* the same when every word is known again: the family's name first */
#define WELL_KNOWN_AGAIN 0.85
#define ALL_RARE 0.75
#define OTHER_FIRST 0.2       /* the longer name begins with a word of its own: often a child's */
#define CLOSE_FROM 0.8
#define LIKELY_FROM 0.6

typedef struct
{
  double similarity;
  guint i;
  guint j;
} Pair;

/* The likest first, then those that stand at the same place. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *x = a, *y = b;
  int near_x = ABS ((int) x->i - (int) x->j), near_y = ABS ((int) y->i - (int) y->j);

  if (x->similarity != y->similarity)
    return x->similarity > y->similarity ? -1 : 1;
  if (near_x != near_y)
    return near_x - near_y;
  return x->i != y->i ? (int) x->i - (int) y->i : (int) x->j - (int) y->j;
}

/* What a word tells about who is meant: common ones and short ones less. */
static double
weigh (const char *token)
{
  char code[HS_NAME_LONGEST_CODE];
  gsize length = strlen (token);
  double weight;

  if (length == 1)
    return 0.25;
  hs_name_code (token, code);
  weight = log ((HS_NAME_COUNTED + 1.0) / (hs_name_count (code) + 1.0)) / log (HS_NAME_COUNTED);
  return MAX (0.25, weight) * (length == 2 ? 0.6 : length == 3 ? 0.85 : 1);
}

static double
compare_tokens (const char *a,
                const char *b)
{
  /* initials */
  if (a[1] == '\0' || b[1] == '\0')
    return a[0] == b[0] ? 0.75 : 0;
  return hs_name_similarity (a, b);
}

/* Gives each word of @few its own partner in @many, the likest first.
 * @partners: (out): which, for each of @few. Returns: how many have one */
static guint
align (GStrv  few,
       GStrv  many,
       Pair  *partners)
{
  Pair pairs[MOST_TOKENS * MOST_TOKENS];
  gboolean taken_i[MOST_TOKENS] = { FALSE }, taken_j[MOST_TOKENS] = { FALSE };
  guint n_pairs = 0, n = 0;

  for (guint i = 0; few[i] != NULL; i++)
    for (guint j = 0; many[j] != NULL; j++)
      pairs[n_pairs++] = (Pair) { compare_tokens (few[i], many[j]), i, j };
  qsort (pairs, n_pairs, sizeof pairs[0], compare_pairs);
  for (guint k = 0; k < n_pairs; k++)
    {
      if (taken_i[pairs[k].i] || taken_j[pairs[k].j])
        continue;
      taken_i[pairs[k].i] = taken_j[pairs[k].j] = TRUE;
      partners[pairs[k].i] = pairs[k];
      n++;
    }
  return n;
}

static gboolean
is_swapped (const Pair *partners,
            guint       n)
{
  for (guint i = 1; i < n; i++)
    if (partners[i].j < partners[i - 1].j)
      return TRUE;
  return FALSE;
}

/* How alike the names are, at most 1; below 0 is possible. */
static double
score_names (GStrv few,
             GStrv many)
{
  Pair partners[MOST_TOKENS];
  guint n = align (few, many, partners);
  double sum = 0, weights = 0, evidence = 0, all = 0, unmatched = 0, worst = 1, score;
  gboolean matched[MOST_TOKENS] = { FALSE };

  for (guint i = 0; i < n; i++)
    {
      double x = weigh (few[i]), y = weigh (many[partners[i].j]), similarity = partners[i].similarity;
      double weight = similarity > 0.8 ? MIN (x, y) : MAX (x, y);

      matched[partners[i].j] = TRUE;
      sum += weight * similarity;
      weights += weight;
      evidence += similarity > 0.6 ? MIN (x, y) * similarity : 0;
      worst = MIN (worst, similarity);
    }
  for (guint j = 0; many[j] != NULL; j++)
    {
      double weight = weigh (many[j]);

      all += weight;
      unmatched += matched[j] ? 0 : weight;
    }
  score = sum / weights - UNMATCHED * unmatched / all - WEAK_LINK * MAX (0, WEAK_FROM - worst)
          - MAX (0, EVIDENCE - evidence);
  if (worst < OTHER_BELOW)
    score -= OTHER;
  if (!matched[0])
    score -= OTHER_FIRST;
  if (!is_swapped (partners, n))
    return score;
  /* "Abraham Selassie" and "Selassie Abraham", but not where half the country has
   * one of the names */
  return score - (many[n] == NULL && worst >= WELL_KNOWN_AGAIN && evidence >= ALL_RARE * n ? TURNED : SWAPPED);
}

static double
score_persons (GStrv x,
               GStrv y,
               guint n,
               guint m)
{
  double score = n <= m ? score_names (x, y) : score_names (y, x);

  /* "Jae-il" and "Jaeil" */
  if (n != m)
    {
      g_autofree char *a = g_strjoinv ("", x);
      g_autofree char *b = g_strjoinv ("", y);

      score = MAX (score, hs_name_similarity (a, b));
    }
  return score;
}

static HsNamesMatch
compare_single (const char *a,
                GStrv       many,
                guint       m)
{
  double best = 0;

  if (m == 1)
    {
      guint grade = grade_words (a, many[0]);

      return grade == 3 ? HS_NAMES_SAME : grade == 2 ? HS_NAMES_CLOSE : grade == 1 ? HS_NAMES_LIKELY
                                                                                  : HS_NAMES_DIFFERENT;
    }
  for (guint j = 0; j < m; j++)
    best = MAX (best, compare_tokens (a, many[j]));
  return best >= 0.7 ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}

/* "Haji Sahib" and "Sheikh Sahib": when all but one word are titles, the titles
 * are what tells them apart. */
static gboolean
have_other_titles (const char *a,
                   const char *b)
{
  g_autofree char *x = hs_names_fold (a), *y = hs_names_fold (b);
  char *end_x = strchr (x, ' '), *end_y = strchr (y, ' ');

  if (end_x == NULL || end_y == NULL)
    return FALSE;
  *end_x = *end_y = '\0';
  return hs_name_similarity (x, y) < 0.6;
}

/**
 * hs_names_compare_persons:
 * @a: a person's name, without titles
 * @b: another
 *
 * Every word of the shorter name needs its own partner in the longer; what a pair
 * of words counts for depends on how many people have that word in their name.
 *
 * Returns: how sure it is that both name one person
 */
HsNamesMatch
hs_names_compare_persons (const char *a,
                          const char *b)
{
  g_auto (GStrv) x = hs_names_person_tokens (a);
  g_auto (GStrv) y = hs_names_person_tokens (b);
  guint n = g_strv_length (x), m = g_strv_length (y);
  double score;

  if (n == 0 || m == 0)
    return HS_NAMES_DIFFERENT;
  if (n == 1 && m == 1 && have_other_titles (a, b))
    return MIN (HS_NAMES_LIKELY, compare_single (x[0], y, m));
  if (MIN (n, m) == 1)
    return n <= m ? compare_single (x[0], y, m) : compare_single (y[0], x, n);
  if (g_strv_equal ((const char * const *) x, (const char * const *) y))
    return HS_NAMES_SAME;
  score = score_persons (x, y, n, m);
  return score >= CLOSE_FROM ? HS_NAMES_CLOSE : score >= LIKELY_FROM ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}
