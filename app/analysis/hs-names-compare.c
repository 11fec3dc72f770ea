/* hs-names-compare.c: whether two names are of one person
 *
 * Judged by what hs-names-features.c finds. hs_names_similarity() is Levenshtein's
 * distance (1965) against the longer word.
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


/* Learned by logistic regression from the persons of even ids of the list named in
 * hs-name-counts.c, and tried on the others: `./dev train-pairs` prints them, in the
 * order of the enumeration. */
static const double learned[HS_NAMES_FEATURES] = {
  -4.10, 2.37, -0.51, 1.57, -0.54, 0.33, -0.93, -3.83,
  -4.69, -0.72, 0.01, -0.35, -0.94, -5.03, 4.23, 2.70,
  -0.00, 0.89, -2.51, -0.83, -0.16, 0.64, -0.68, -0.37,
  1.80, -0.75, -2.05, 0.75, 1.67, -0.58, -0.00, -0.32,
};
#define LEARNED_CLOSE 3
#define LEARNED_LIKELY 0.0

/* The same of few features, from names that are much alike: what tells the spellings of
 * one name from other names. */
static const double spelled[HS_NAMES_FEATURES] = {
  [HS_NAMES_BIAS] = -5.36, [HS_NAMES_ALIKE] = 7.21, [HS_NAMES_WORST] = -4.76, [HS_NAMES_OTHER] = -0.69,
  [HS_NAMES_LITTLE] = -7.64, [HS_NAMES_ALONE] = -3.52, [HS_NAMES_FIRST_ALONE] = -1.45, [HS_NAMES_SWAPPED] = -2.09,
  [HS_NAMES_TURNED] = 1.23,
};
#define SPELLED_CLOSE 0.0
#define SPELLED_LIKELY (-1.5)
/* Two words of the one that are one word of the other, by sound. */
#define JOINED_CLOSE 0.8

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

/**
 * hs_names_words_alike:
 * @a: a word of a name
 * @b: another
 *
 * Folds both first.
 *
 * Returns: whether they are as good as the same
 */
gboolean
hs_names_words_alike (const char *a,
                      const char *b)
{
  g_autofree char *fold_a = hs_names_fold (a);
  g_autofree char *fold_b = hs_names_fold (b);

  return grade_words (fold_a, fold_b) >= 2;
}

/* Sounds that begin a word and that spellings take for one another. */
static char
first_sound (const char *word)
{
  static const char *const sounds[] = { "aeiouwyh", "bpfv", "cjgqkx", "dtz", "sz", "lr", "mn", NULL };

  for (guint i = 0; sounds[i] != NULL; i++)
    if (strchr (sounds[i], word[0]) != NULL)
      return sounds[i][0];
  return word[0];
}

/* Whether nobody would write the one for the other: few letters in common, or some, but
 * another beginning. */
static gboolean
are_unlike (const char *a,
            const char *b)
{
  double similarity;

  if (grade_words (a, b) > 0)
    return FALSE;
  similarity = hs_names_similarity (a, b);
  return similarity < .45 || first_sound (a) != first_sound (b);
}

/**
 * hs_names_disagree:
 * @a: a person's name
 * @b: another
 *
 * "Irina Ordal", "Elena Ordal": the letters may be much the same, but a word of one is no
 * way to write any of the other. What is told by all letters together says no more then
 * than that they may be one.
 *
 * Returns: whether a word of the shorter name is like none of the longer
 */
gboolean
hs_names_disagree (const char *a,
                   const char *b)
{
  g_auto (GStrv) x = hs_names_person_tokens (a);
  g_auto (GStrv) y = hs_names_person_tokens (b);
  GStrv few = g_strv_length (x) <= g_strv_length (y) ? x : y, many = few == x ? y : x;

  for (guint i = 0; few[i] != NULL; i++)
    {
      gboolean alike = FALSE;

      for (guint j = 0; many[j] != NULL && !alike; j++)
        alike = !are_unlike (few[i], many[j]);
      if (!alike)
        return TRUE;
    }
  return FALSE;
}

/* Close is what is spelled alike where all features do not deny it, or what they are
 * sure of.
 * @odds: (out): of their being one, as a logarithm */
static HsNamesMatch
judge_words (const HsNameWords *few,
             const HsNameWords *many,
             double            *odds)
{
  double features[HS_NAMES_FEATURES], alike = 0, learn = 0;

  hs_names_find_features (few, many, features);
  for (guint i = 0; i < HS_NAMES_FEATURES; i++)
    {
      alike += spelled[i] * features[i];
      learn += learned[i] * features[i];
    }
  *odds = CLAMP (learn, -MOST_SURE, MOST_SURE);
  if (features[HS_NAMES_JOINED] >= JOINED_CLOSE)
    alike = MAX (alike, SPELLED_CLOSE);
  if ((alike >= SPELLED_CLOSE && learn >= LEARNED_LIKELY) || learn >= LEARNED_CLOSE)
    return HS_NAMES_CLOSE;
  return alike >= SPELLED_LIKELY || learn >= LEARNED_LIKELY ? HS_NAMES_LIKELY : HS_NAMES_DIFFERENT;
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
    best = MAX (best, hs_name_words_compare (word, &many->words[j]));
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
  if (hs_name_words_same (a, b))
    {
      *odds = a->n > 1 ? MOST_SURE : 0;
      return a->n == 1 ? compare_single (&a->words[0], b) : HS_NAMES_SAME;
    }
  x = *a;
  y = *b;
  hs_name_words_even_out (&x, &y);
  if (MIN (x.n, y.n) == 1)
    return x.n <= y.n ? compare_single (&x.words[0], &y) : compare_single (&y.words[0], &x);
  return x.n <= y.n ? judge_words (&x, &y, odds) : judge_words (&y, &x, odds);
}

/**
 * hs_names_describe_pair:
 * @a: a person's name
 * @b: another
 * @features: (out) (array fixed-size=HS_NAMES_FEATURES): what is told of the two
 *
 * For the program that learns the weights.
 *
 * Returns: whether the pair is judged by them at all
 */
gboolean
hs_names_describe_pair (const char *a,
                        const char *b,
                        double     *features)
{
  g_autoptr (HsNameWords) known_x = hs_name_words (a);
  g_autoptr (HsNameWords) known_y = hs_name_words (b);
  HsNameWords x = *known_x, y = *known_y;

  if (x.n == 0 || y.n == 0 || hs_name_words_same (&x, &y))
    return FALSE;
  hs_name_words_even_out (&x, &y);
  if (MIN (x.n, y.n) == 1)
    return FALSE;
  if (x.n <= y.n)
    hs_names_find_features (&x, &y, features);
  else
    hs_names_find_features (&y, &x, features);
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
 * as good as one that is close. Names of one word say nothing; of more than 64 the
 * first 64 are looked at.
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
