/* hs-names-bodies.c: whether two names are of one body
 *
 * A ministry, a company, a movement: its words in any order, however it is set up and
 * however it is spelled in our letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names.h"

#include <stdlib.h>
#include <string.h>

#include "hs-names-private.h"

#define MOST_WORDS 12
#define MOST_WHOLE 4
#define MOST_RARE 5
#define RARE 0.4
#define FEWEST_CONSONANTS 2
#define MOST_NAMES 16
#define MOST_SURE 6.0

/* Learned by logistic regression from the bodies of even ids of the list named in
 * hs-name-counts.c: `./dev train-pairs` prints them, in the order of the enumeration. */
static const double learned[HS_NAMES_FEATURES] = {
  -3.12, 1.23, -3.05, 1.76, -0.36, 1.70, -2.92, -1.26,
  -0.60, -0.13, -0.23, 1.22, -1.32, -0.96, 1.77, 3.72,
  -2.59, -0.37, 0.42, -0.11, 0.01, 0.00, 0.00, 0.00,
  0.11, -0.06, -0.50, 0.35, -0.93, -0.70, -1.43, 0.00,
};

static int
compare_strings (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Words that two names of one body may choose between. */
static const char *
body_word (const char *word)
{
  static const struct { const char *from, *to; } same[] = {
    { "defense", "defence" }, { "commission", "committee" }, { "subcommittee", "committee" },
    { "organization", "organisation" }, { "center", "centre" }, { "programme", "program" },
    { "labor", "labour" }, { "units", "forces" }, { "parliamentary", "parliament" },
    { "department", "ministry" }, { "mobilisation", "mobilization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (strcmp (word, same[i].from) == 0)
      return same[i].to;
  return word;
}

/* Its words of content, one for each choice of words, in their order, without what a
 * company is set up as. Returns: (transfer full) */
GStrv
hs_names_body_split (const char *name)
{
  static const char *const empty[] = { "the", "of", "for", "and", "on", "in", "s", "de", "al", "its", NULL };
  /* how a company is set up: nobody keeps to it in speech */
  static const char *const set_up[] = { "co", "company", "ltd", "limited", "llc", "inc", "incorporated", "corp",
                                        "corporation", "plc", "gmbh", "ag", "sa", "srl", "sarl", "bv", "nv", "jsc",
                                        "ojsc", "pjsc", "cjsc", "ooo", "oao", "zao", "pvt", "pte", "private", "fze",
                                        "llp", NULL };
  g_auto (GStrv) parts = g_strsplit (name, "’s", -1);
  g_autofree char *joined = g_strjoinv (" ", parts);
  g_auto (GStrv) straight = g_strsplit (joined, "'s", -1);
  g_autofree char *no_possessive = g_strjoinv (" ", straight);
  g_autofree char *fold = hs_names_fold (no_possessive);
  g_auto (GStrv) words = g_strsplit (fold, " ", -1);
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL && kept->len < MOST_WORDS; i++)
    if (words[i][0] != '\0' && !g_strv_contains (empty, words[i]) &&
        (kept->len == 0 || !g_strv_contains (set_up, words[i])))
      g_ptr_array_add (kept, g_strdup (body_word (words[i])));
  g_ptr_array_add (kept, NULL);
  return (GStrv) g_ptr_array_free (kept, FALSE);
}

/**
 * hs_names_body_key:
 * @name: the name of a body
 *
 * Returns: (transfer full): its words of content, one for each choice of words,
 *   in order of the alphabet, without what a company is set up as
 */
char *
hs_names_body_key (const char *name)
{
  g_auto (GStrv) words = hs_names_body_split (name);
  GString *key = g_string_new (NULL);

  qsort (words, g_strv_length (words), sizeof *words, compare_strings);
  for (guint i = 0; words[i] != NULL; i++)
    if (i == 0 || strcmp (words[i], words[i - 1]) != 0)
      g_string_append_printf (key, "%s%s", key->len > 0 ? " " : "", words[i]);
  return g_string_free (key, FALSE);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* "b:" all words together by their coarse skeletons: short names whose words are
 * spelled in many ways ("Al Qaida", "Liwa al-Thawra"). */
static void
add_whole_key (GPtrArray         *keys,
               const HsNameWords *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL, *key = NULL;

  for (guint i = 0; i < words->n; i++)
    g_ptr_array_add (parts, hs_name_make_key (words->words[i].core));
  if (parts->len == 0 || parts->len > MOST_WHOLE)
    return;
  g_ptr_array_sort (parts, compare_texts);
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (" ", (char **) parts->pdata);
  key = g_strconcat ("b:", joined, NULL);
  if (strlen (joined) >= FEWEST_CONSONANTS && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, g_steal_pointer (&key));
}

/**
 * hs_names_body_keys:
 * @name: the name of a body
 *
 * Returns: (transfer full): what other spellings of it would share: the key of
 *   hs_names_body_key(); "b:" pairs of coarse skeletons in order of the alphabet and
 *   "w:" single ones, of words that few bodies have in their names; "b:" those of all
 *   words of a short name
 */
GStrv
hs_names_body_keys (const char *name)
{
  g_autoptr (HsNameWords) words = hs_name_body_words (name);
  g_autoptr (GPtrArray) rare = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *keys = g_ptr_array_new ();

  g_ptr_array_add (keys, hs_names_body_key (name));
  for (guint i = 0; i < words->n && rare->len < MOST_RARE; i++)
    {
      g_autofree char *key = hs_name_make_key (words->words[i].core);

      if (words->words[i].weight >= RARE && strlen (key) >= FEWEST_CONSONANTS)
        g_ptr_array_add (rare, g_steal_pointer (&key));
    }
  for (guint i = 0; i < rare->len; i++)
    for (guint j = i + 1; j < rare->len; j++)
      g_ptr_array_add (keys, hs_name_make_pair_key ('b', rare->pdata[i], rare->pdata[j]));
  for (guint i = 0; i < rare->len; i++)
    if (strlen (rare->pdata[i]) >= HS_NAME_RARE_CONSONANTS)
      g_ptr_array_add (keys, g_strconcat ("w:", (const char *) rare->pdata[i], NULL));
  add_whole_key (keys, words);
  g_ptr_array_add (keys, NULL);
  return (GStrv) g_ptr_array_free (keys, FALSE);
}

/**
 * hs_names_describe_bodies:
 * @a: the name of a body
 * @b: another
 * @features: (out) (array fixed-size=HS_NAMES_FEATURES): what is told of the two
 *
 * For the program that learns the weights.
 *
 * Returns: whether the pair is judged by them at all
 */
gboolean
hs_names_describe_bodies (const char *a,
                          const char *b,
                          double     *features)
{
  g_autoptr (HsNameWords) known_x = hs_name_body_words (a);
  g_autoptr (HsNameWords) known_y = hs_name_body_words (b);
  HsNameWords x = *known_x, y = *known_y;

  if (x.n == 0 || y.n == 0 || hs_name_words_same (&x, &y))
    return FALSE;
  hs_name_words_even_out (&x, &y);
  if (x.n <= y.n)
    hs_names_find_features (&x, &y, features);
  else
    hs_names_find_features (&y, &x, features);
  return TRUE;
}

/**
 * hs_names_weigh_bodies:
 * @a: the name of a body
 * @b: another
 *
 * Returns: the odds of both naming one body, as a natural logarithm from -6 to 6
 */
double
hs_names_weigh_bodies (const char *a,
                       const char *b)
{
  double features[HS_NAMES_FEATURES], odds = 0;

  if (!hs_names_describe_bodies (a, b, features))
    {
      g_autoptr (HsNameWords) x = hs_name_body_words (a);
      g_autoptr (HsNameWords) y = hs_name_body_words (b);

      return x->n > 0 && y->n > 0 ? MOST_SURE : -MOST_SURE;
    }
  for (guint i = 0; i < HS_NAMES_FEATURES; i++)
    odds += learned[i] * features[i];
  return CLAMP (odds, -MOST_SURE, MOST_SURE);
}

/**
 * hs_names_bodies_agree:
 * @a: (array zero-terminated=1): names of one body
 * @b: (array zero-terminated=1): names of another
 *
 * As hs_names_agree() does for persons. Names of one word, often letters that stand for
 * a name, are weighed with names of one word only, unless there is nothing else.
 *
 * Returns: the odds of all being one body's, as a natural logarithm from -6 to 6
 */
double
hs_names_bodies_agree (const char *const *a,
                       const char *const *b)
{
  double like = 0, all = 0;
  guint n_like = 0, n_all = 0;

  for (guint i = 0; a[i] != NULL && i < MOST_NAMES; i++)
    for (guint j = 0; b[j] != NULL && j < MOST_NAMES; j++)
      {
        g_autoptr (HsNameWords) x = hs_name_body_words (a[i]);
        g_autoptr (HsNameWords) y = hs_name_body_words (b[j]);
        double odds = hs_names_weigh_bodies (a[i], b[j]);

        all += odds;
        n_all++;
        if ((x->n == 1) == (y->n == 1))
          {
            like += odds;
            n_like++;
          }
      }
  if (n_all == 0)
    return 0;
  return n_like > 0 ? like / n_like : all / n_all;
}
