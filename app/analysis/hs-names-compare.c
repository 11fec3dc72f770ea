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
#define MOST_NAMES 64
#define MOST_SURE 6.0      /* no pair of names says more than this, for or against */

#define INITIAL 0.75         /* "J." and "John" */
#define OWN_ARTICLE 0.04
#define OTHER_BOND 0.7       /* "Abu Musa" and "Abd Musa" */
#define NO_BOND 0.92         /* "Karim" and "Abdul Karim" */
#define JOINED_FROM 0.87
#define JOINED_GAIN 0.1
#define OTHER_BELOW 0.32      /* words less alike are other words */
#define EVIDENCE 1.1         /* how much of rare words must agree */
#define WELL_KNOWN_AGAIN 0.85
#define ALL_RARE 0.75

/* What is told of two names, the shorter's words each given a partner in the longer. */
enum
{
  F_BIAS,
  F_ALIKE,             /* the partners, by weight */
  F_WORST,             /* what the least alike lack of 0.75 */
  F_VERY_WORST,        /* of 0.4 */
  F_OTHER,             /* they are other words */
  F_SQUARES,           /* the squares of what they lack, on average */
  F_WORST_RARE,        /* what rare words lack */
  F_FIRST_UNLIKE,
  F_LAST_UNLIKE,
  F_BEGIN_APART,       /* partners that begin with other sounds */
  F_FIRST_BEGIN_APART,
  F_SHORT_APART,       /* "Chol" and "Chon" */
  F_ONE_OTHER,         /* of three or more one is another word: a brother? */
  F_LITTLE,            /* how much evidence rare words lack */
  F_MUCH,              /* how much more they give */
  F_RARE,              /* the rarest that is known again */
  F_ALONE,             /* the weight of the longer name's words without a partner */
  F_FIRST_ALONE,       /* its first: often a child's */
  F_CHILD,
  F_LAST_ALONE,
  F_BETWEEN_ALONE,
  F_FATHER_ALONE,      /* a patronymic */
  F_OTHER_FATHER,      /* two that differ */
  F_FATHER_AS_OTHER,   /* "Petrov" and "Petrovich" */
  F_TWO_WORDS,
  F_TWO_OF_MORE,
  F_SWAPPED,           /* the words stand in another order */
  F_TURNED,            /* and every word is known again: the family's name first */
  F_SWAPPED_LITTLE,
  F_JOINED,            /* "Jae-il" and "Jaeil" */
  F_INITIAL,
  F_UNBOUND,           /* "Karim" and "Abdul Karim" */
  N_FEATURES
};

/* Found by a search on one half of the pairs of a public list of names, and tried on
 * the other: the same consonants, few words left over. */
static const double searched[N_FEATURES] = {
  [F_ALIKE] = 1, [F_WORST] = -0.5, [F_OTHER] = -0.06, [F_LITTLE] = -1, [F_ALONE] = -0.11, [F_FIRST_ALONE] = -0.25,
  [F_SWAPPED] = -0.38, [F_TURNED] = 0.26,
};
#define SEARCHED_CLOSE 0.81
#define SEARCHED_LIKELY 0.6

/* Learned by logistic regression from the persons of even ids of the list named in
 * hs-name-counts.c, and tried on the others: `./dev train-pairs` prints them, in the
 * order of the enumeration. */
static const double learned[N_FEATURES] = {
  -4.10, 2.37, -0.51, 1.57, -0.54, 0.33, -0.93, -3.83,
  -4.69, -0.72, 0.01, -0.35, -0.94, -5.03, 4.23, 2.70,
  -0.00, 0.89, -2.51, -0.83, -0.16, 0.64, -0.68, -0.37,
  1.80, -0.75, -2.05, 0.75, 1.67, -0.58, -0.00, -0.32,
};
#define LEARNED_CLOSE 3
#define LEARNED_LIKELY 0.0

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

/* "Alamin" and "Amin": an article that was written as one with the word. */
static gboolean
begins_with_article (const HsNameWord *word)
{
  return (word->core[0] == 'a' || word->core[0] == 'e') && word->core[1] == 'l' && strlen (word->core) >= 6;
}

/* Where only one of them has such an article it may be left away. */
static double
compare_without_article (const HsNameWord *with,
                         const HsNameWord *without)
{
  return hs_name_similarity (with->core + 2, without->core) - OWN_ARTICLE;
}

static double
compare_words (const HsNameWord *a,
               const HsNameWord *b)
{
  gboolean article_a, article_b;
  double similarity;

  if (strcmp (a->text, b->text) == 0)
    return 1;
  if (a->text[1] == '\0' || b->text[1] == '\0')
    return a->text[0] == b->text[0] ? INITIAL : 0;
  similarity = strcmp (a->core, b->core) == 0 ? 1 : hs_name_sounds_similarity (&a->sound, &b->sound);
  article_a = begins_with_article (a);
  article_b = begins_with_article (b);
  if (article_a != article_b)
    similarity = MAX (similarity, article_a ? compare_without_article (a, b) : compare_without_article (b, a));
  if (a->bound && b->bound && strncmp (a->text, b->text, 4) != 0)
    return similarity * OTHER_BOND;
  if (a->bound && b->bound)
    return hs_name_begin_apart (&a->sound, &b->sound) ? similarity : hs_name_similarity (a->text, b->text);
  return a->bound != b->bound ? similarity * NO_BOND : similarity;
}

/* "Khair Ullah" and "Khairullah": two words that are one in the other name become one. */
static void
join_words (HsNameWords       *self,
            const HsNameWords *other)
{
  for (guint i = 0; i + 1 < self->n; i++)
    for (guint j = 0; j < other->n; j++)
      {
        const HsNameWord *x = &self->words[i], *y = &self->words[i + 1], *one = &other->words[j];
        HsNameWord both = { .bound = x->bound, .patronymic = y->patronymic, .weight = MAX (x->weight, y->weight) };
        double apart = MAX (compare_words (x, one), compare_words (y, one));

        if (y->bound || strlen (x->core) + strlen (y->core) >= sizeof both.core - 5)
          continue;
        g_snprintf (both.text, sizeof both.text, "%s%s", x->text, y->core);
        g_snprintf (both.core, sizeof both.core, "%s%s", x->core, y->core);
        hs_name_sound_init (&both.sound, both.core);
        if (compare_words (&both, one) < MAX (JOINED_FROM, apart + JOINED_GAIN))
          continue;
        self->words[i] = both;
        memmove (&self->words[i + 1], &self->words[i + 2], (self->n - i - 2) * sizeof self->words[0]);
        self->n--;
        break;
      }
}

/* Gives each word of @few its own partner in @many, the likest first.
 * @partners: (out): which, for each of @few */
static void
align (const HsNameWords *few,
       const HsNameWords *many,
       Pair              *partners)
{
  Pair pairs[HS_NAME_MOST_TOKENS * HS_NAME_MOST_TOKENS];
  gboolean taken_i[HS_NAME_MOST_TOKENS] = { FALSE }, taken_j[HS_NAME_MOST_TOKENS] = { FALSE };
  guint n_pairs = 0;

  for (guint i = 0; i < few->n; i++)
    for (guint j = 0; j < many->n; j++)
      pairs[n_pairs++] = (Pair) { compare_words (&few->words[i], &many->words[j]), i, j };
  qsort (pairs, n_pairs, sizeof pairs[0], compare_pairs);
  for (guint k = 0; k < n_pairs; k++)
    {
      if (taken_i[pairs[k].i] || taken_j[pairs[k].j])
        continue;
      taken_i[pairs[k].i] = taken_j[pairs[k].j] = TRUE;
      partners[pairs[k].i] = pairs[k];
    }
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

/* "Jae-il" and "Jaeil" */
static double
compare_joined (const HsNameWords *few,
                const HsNameWords *many)
{
  char a[HS_NAME_MOST_TOKENS * HS_NAME_LONGEST_WORD] = "", b[HS_NAME_MOST_TOKENS * HS_NAME_LONGEST_WORD] = "";

  for (guint i = 0; i < few->n; i++)
    g_strlcat (a, few->words[i].text, sizeof a);
  for (guint j = 0; j < many->n; j++)
    g_strlcat (b, many->words[j].text, sizeof b);
  return hs_name_similarity (a, b);
}

/* What all pairs of words come to. */
typedef struct
{
  double sum;
  double weights;
  double evidence;
  double all;
  double unmatched;
  double worst;
  double rare;
  double squares;
} Sums;

static void
add_pair (const HsNameWord *a,
          const HsNameWord *b,
          const Pair       *pair,
          Sums             *sums,
          double           *f)
{
  double x = a->weight, y = b->weight, similarity = pair->similarity;
  double weight = similarity > 0.8 ? MIN (x, y) : MAX (x, y);
  gboolean initial = a->text[1] == '\0' || b->text[1] == '\0';

  sums->sum += weight * similarity;
  sums->weights += weight;
  sums->evidence += similarity > 0.6 ? MIN (x, y) * similarity : 0;
  sums->worst = MIN (sums->worst, similarity);
  sums->squares += (1 - similarity) * (1 - similarity);
  sums->rare = MAX (sums->rare, similarity > 0.8 ? MIN (x, y) : 0);
  if (a->patronymic && b->patronymic)
    f[F_OTHER_FATHER] = MAX (f[F_OTHER_FATHER], 1 - similarity);
  else if (a->patronymic != b->patronymic && similarity < 0.97)
    f[F_FATHER_AS_OTHER] = 1;
  if (MAX (strlen (a->core), strlen (b->core)) <= 4 && similarity < 0.98)
    f[F_SHORT_APART] += 1 - similarity;
  if (similarity < 0.98 && !initial && hs_name_begin_apart (&a->sound, &b->sound))
    {
      f[F_BEGIN_APART] += 1;
      f[F_FIRST_BEGIN_APART] += pair->i == 0 && pair->j == 0;
    }
  f[F_WORST_RARE] = MAX (f[F_WORST_RARE], (1 - similarity) * MIN (x, y));
  f[F_INITIAL] = MAX (f[F_INITIAL], initial);
  f[F_UNBOUND] = MAX (f[F_UNBOUND], a->bound != b->bound);
}

static void
add_alone (const HsNameWords *many,
           const gboolean    *matched,
           Sums              *sums,
           double            *f)
{
  for (guint j = 0; j < many->n; j++)
    {
      const HsNameWord *word = &many->words[j];

      sums->all += word->weight;
      if (matched[j])
        continue;
      sums->unmatched += word->weight;
      f[F_FIRST_ALONE] = MAX (f[F_FIRST_ALONE], j == 0);
      f[F_LAST_ALONE] = MAX (f[F_LAST_ALONE], j + 1 == many->n);
      f[F_BETWEEN_ALONE] += j > 0 && j + 1 < many->n && !word->patronymic;
      f[F_FATHER_ALONE] = MAX (f[F_FATHER_ALONE], word->patronymic);
    }
}

/* What speaks for one person and what against, each about 0 to 1. */
static void
find_features (const HsNameWords *few,
               const HsNameWords *many,
               double            *f)
{
  Pair partners[HS_NAME_MOST_TOKENS];
  gboolean matched[HS_NAME_MOST_TOKENS] = { FALSE };
  Sums sums = { .worst = 1 };

  align (few, many, partners);
  memset (f, 0, N_FEATURES * sizeof *f);
  for (guint i = 0; i < few->n; i++)
    {
      matched[partners[i].j] = TRUE;
      add_pair (&few->words[i], &many->words[partners[i].j], &partners[i], &sums, f);
    }
  add_alone (many, matched, &sums, f);
  f[F_BIAS] = 1;
  f[F_ALIKE] = sums.sum / sums.weights;
  f[F_WORST] = MAX (0, 0.75 - sums.worst);
  f[F_OTHER] = sums.worst < OTHER_BELOW;
  f[F_VERY_WORST] = MAX (0, 0.4 - sums.worst);
  f[F_SQUARES] = sums.squares / few->n;
  f[F_ALONE] = sums.unmatched / sums.all;
  f[F_LITTLE] = MAX (0, EVIDENCE - sums.evidence);
  f[F_MUCH] = MIN (1.5, MAX (0, sums.evidence - EVIDENCE));
  f[F_RARE] = sums.rare;
  f[F_TWO_WORDS] = few->n == 2;
  f[F_TWO_OF_MORE] = few->n == 2 ? sums.unmatched : 0;
  f[F_LAST_UNLIKE] = 1 - partners[few->n - 1].similarity;
  f[F_FIRST_UNLIKE] = 1 - partners[0].similarity;
  f[F_CHILD] = f[F_FIRST_ALONE] * few->n / 2.0;
  f[F_ONE_OTHER] = few->n > 2 && sums.worst < 0.5;
  f[F_JOINED] = few->n != many->n ? compare_joined (few, many) : 0;
  if (!is_swapped (partners, few->n))
    return;
  f[F_SWAPPED] = 1;
  f[F_TURNED] = few->n == many->n && sums.worst >= WELL_KNOWN_AGAIN && sums.evidence >= ALL_RARE * few->n;
  f[F_SWAPPED_LITTLE] = f[F_LITTLE];
}

/* Either is enough: what one overlooks the other was made for.
 * @odds: (out): of their being one, as a logarithm */
static HsNamesMatch
judge_words (const HsNameWords *few,
             const HsNameWords *many,
             double            *odds)
{
  double features[N_FEATURES], search = 0, learn = 0;

  find_features (few, many, features);
  for (guint i = 0; i < N_FEATURES; i++)
    {
      search += searched[i] * features[i];
      learn += learned[i] * features[i];
    }
  *odds = CLAMP (learn, -MOST_SURE, MOST_SURE);
  search = MAX (search, features[F_JOINED]);
  if (search >= SEARCHED_CLOSE || learn >= LEARNED_CLOSE)
    return HS_NAMES_CLOSE;
  return search >= SEARCHED_LIKELY || learn >= LEARNED_LIKELY ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
}

static gboolean
is_same (const HsNameWords *x,
         const HsNameWords *y)
{
  for (guint i = 0; i < x->n && x->n == y->n; i++)
    if (strcmp (x->words[i].text, y->words[i].text) != 0)
      return FALSE;
  return x->n == y->n;
}

static HsNamesMatch
compare_single (const HsNameWord  *word,
                const HsNameWords *many)
{
  double best = 0;

  if (many->n == 1)
    {
      guint grade = grade_words (word->text, many->words[0].text);

      return grade == 3 ? HS_NAMES_SAME : grade == 2 ? HS_NAMES_CLOSE : grade == 1 ? HS_NAMES_LIKELY
                                                                                  : HS_NAMES_DIFFERENT;
    }
  for (guint j = 0; j < many->n; j++)
    best = MAX (best, compare_words (word, &many->words[j]));
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

/* Joins what the one writes as two words and the other as one. */
static void
even_out (HsNameWords *x,
          HsNameWords *y)
{
  if (x->n > y->n)
    join_words (x, y);
  else if (y->n > x->n)
    join_words (y, x);
}

/* @odds: (out): of their being one, as a logarithm; 0 where a name is of one word */
static HsNamesMatch
compare_words_of (const HsNameWords *a,
                  const HsNameWords *b,
                  double            *odds)
{
  HsNameWords x, y;

  *odds = 0;
  if (a->n == 0 || b->n == 0)
    return HS_NAMES_DIFFERENT;
  if (is_same (a, b))
    {
      *odds = a->n > 1 ? MOST_SURE : 0;
      return a->n == 1 ? compare_single (&a->words[0], b) : HS_NAMES_SAME;
    }
  x = *a;
  y = *b;
  even_out (&x, &y);
  if (MIN (x.n, y.n) == 1)
    return x.n <= y.n ? compare_single (&x.words[0], &y) : compare_single (&y.words[0], &x);
  return x.n <= y.n ? judge_words (&x, &y, odds) : judge_words (&y, &x, odds);
}

gboolean
hs_names_describe_pair (const char *a,
                        const char *b,
                        double     *features)
{
  g_autoptr (HsNameWords) known_x = hs_name_words (a);
  g_autoptr (HsNameWords) known_y = hs_name_words (b);
  HsNameWords x = *known_x, y = *known_y;

  G_STATIC_ASSERT (N_FEATURES == HS_NAMES_FEATURES);
  if (x.n == 0 || y.n == 0 || is_same (&x, &y))
    return FALSE;
  even_out (&x, &y);
  if (MIN (x.n, y.n) == 1)
    return FALSE;
  if (x.n <= y.n)
    find_features (&x, &y, features);
  else
    find_features (&y, &x, features);
  return TRUE;
}

/* @odds: (out) */
static HsNamesMatch
compare_persons (const char *a,
                 const char *b,
                 double     *odds)
{
  g_autoptr (HsNameWords) x = hs_name_words (a);
  g_autoptr (HsNameWords) y = hs_name_words (b);

  if (x->n == 1 && y->n == 1 && have_other_titles (a, b))
    return MIN (HS_NAMES_LIKELY, compare_words_of (x, y, odds));
  return compare_words_of (x, y, odds);
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
  double odds;

  return compare_persons (a, b, &odds);
}

/**
 * hs_names_weigh_persons:
 * @a: a person's name, without titles
 * @b: another
 *
 * Returns: the odds of both naming one person, as a natural logarithm from -6 to 6; 0
 *   where a name of one word says nothing of it
 */
double
hs_names_weigh_persons (const char *a,
                        const char *b)
{
  double odds;

  compare_persons (a, b, &odds);
  return odds;
}

/**
 * hs_names_agree:
 * @a: (array zero-terminated=1): names of one
 * @b: (array zero-terminated=1): names of another
 *
 * What average linkage asks (Sokal and Michener, "A statistical method for evaluating
 * systematic relationships", 1958): one pair of names that are spelled alike by chance
 * must not join what all others tell apart, and many that are only likely are together
 * as good as one that is close. Names of one word say nothing; of more than sixteen the
 * first sixteen are looked at.
 *
 * Returns: the odds of all being one person's, as a natural logarithm from -6 to 6: the
 *   mean over their pairs, each name of the one with each of the other; 0 where no pair
 *   says anything
 */
double
hs_names_agree (const char *const *a,
                const char *const *b)
{
  HsNameWords *words[MOST_NAMES];
  double sum = 0;
  guint n = 0, pairs = 0;

  for (; b[n] != NULL && n < MOST_NAMES; n++)
    words[n] = hs_name_words (b[n]);
  for (guint i = 0; a[i] != NULL && i < MOST_NAMES; i++)
    {
      g_autoptr (HsNameWords) x = hs_name_words (a[i]);

      for (guint j = 0; j < n && x->n >= 2; j++)
        if (words[j]->n >= 2)
          {
            double odds;

            compare_words_of (x, words[j], &odds);
            sum += odds;
            pairs++;
          }
    }
  for (guint j = 0; j < n; j++)
    hs_name_words_unref (words[j]);
  return pairs > 0 ? sum / pairs : 0;
}
