/* hs-names-features.c: what speaks for two names being of one, and what against
 *
 * Each word of the shorter name is given a partner in the longer; what a pair counts
 * for depends on how alike the words sound and on how few have them in their names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names-private.h"

#include <stdlib.h>
#include <string.h>

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

/**
 * hs_name_words_compare:
 * @a: a word of a name
 * @b: a word of another
 *
 * Returns: how alike they are, 0 to 1; an initial is like every word that it begins
 */
double
hs_name_words_compare (const HsNameWord *a,
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
        double apart = MAX (hs_name_words_compare (x, one), hs_name_words_compare (y, one));

        if (y->bound || strlen (x->core) + strlen (y->core) >= sizeof both.core - 5)
          continue;
        g_snprintf (both.text, sizeof both.text, "%s%s", x->text, y->core);
        g_snprintf (both.core, sizeof both.core, "%s%s", x->core, y->core);
        hs_name_sound_init (&both.sound, both.core);
        if (hs_name_words_compare (&both, one) < MAX (JOINED_FROM, apart + JOINED_GAIN))
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
      pairs[n_pairs++] = (Pair) { hs_name_words_compare (&few->words[i], &many->words[j]), i, j };
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
    f[HS_NAMES_OTHER_FATHER] = MAX (f[HS_NAMES_OTHER_FATHER], 1 - similarity);
  else if (a->patronymic != b->patronymic && similarity < 0.97)
    f[HS_NAMES_FATHER_AS_OTHER] = 1;
  if (MAX (strlen (a->core), strlen (b->core)) <= 4 && similarity < 0.98)
    f[HS_NAMES_SHORT_APART] += 1 - similarity;
  if (similarity < 0.98 && !initial && hs_name_begin_apart (&a->sound, &b->sound))
    {
      f[HS_NAMES_BEGIN_APART] += 1;
      f[HS_NAMES_FIRST_BEGIN_APART] += pair->i == 0 && pair->j == 0;
    }
  f[HS_NAMES_WORST_RARE] = MAX (f[HS_NAMES_WORST_RARE], (1 - similarity) * MIN (x, y));
  f[HS_NAMES_INITIAL] = MAX (f[HS_NAMES_INITIAL], initial);
  f[HS_NAMES_UNBOUND] = MAX (f[HS_NAMES_UNBOUND], a->bound != b->bound);
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
      f[HS_NAMES_FIRST_ALONE] = MAX (f[HS_NAMES_FIRST_ALONE], j == 0);
      f[HS_NAMES_LAST_ALONE] = MAX (f[HS_NAMES_LAST_ALONE], j + 1 == many->n);
      f[HS_NAMES_BETWEEN_ALONE] += j > 0 && j + 1 < many->n && !word->patronymic;
      f[HS_NAMES_FATHER_ALONE] = MAX (f[HS_NAMES_FATHER_ALONE], word->patronymic);
    }
}

/* What speaks for one person and what against, each about 0 to 1. */
void
hs_names_find_features (const HsNameWords *few,
                        const HsNameWords *many,
                        double            *f)
{
  Pair partners[HS_NAME_MOST_TOKENS];
  gboolean matched[HS_NAME_MOST_TOKENS] = { FALSE };
  Sums sums = { .worst = 1 };

  align (few, many, partners);
  memset (f, 0, HS_NAMES_FEATURES * sizeof *f);
  for (guint i = 0; i < few->n; i++)
    {
      matched[partners[i].j] = TRUE;
      add_pair (&few->words[i], &many->words[partners[i].j], &partners[i], &sums, f);
    }
  add_alone (many, matched, &sums, f);
  f[HS_NAMES_BIAS] = 1;
  f[HS_NAMES_ALIKE] = sums.sum / sums.weights;
  f[HS_NAMES_WORST] = MAX (0, 0.75 - sums.worst);
  f[HS_NAMES_OTHER] = sums.worst < OTHER_BELOW;
  f[HS_NAMES_VERY_WORST] = MAX (0, 0.4 - sums.worst);
  f[HS_NAMES_SQUARES] = sums.squares / few->n;
  f[HS_NAMES_ALONE] = sums.unmatched / sums.all;
  f[HS_NAMES_LITTLE] = MAX (0, EVIDENCE - sums.evidence);
  f[HS_NAMES_MUCH] = MIN (1.5, MAX (0, sums.evidence - EVIDENCE));
  f[HS_NAMES_RARE] = sums.rare;
  f[HS_NAMES_TWO_WORDS] = few->n == 2;
  f[HS_NAMES_TWO_OF_MORE] = few->n == 2 ? sums.unmatched : 0;
  f[HS_NAMES_LAST_UNLIKE] = 1 - partners[few->n - 1].similarity;
  f[HS_NAMES_FIRST_UNLIKE] = 1 - partners[0].similarity;
  f[HS_NAMES_CHILD] = f[HS_NAMES_FIRST_ALONE] * few->n / 2.0;
  f[HS_NAMES_ONE_OTHER] = few->n > 2 && sums.worst < 0.5;
  f[HS_NAMES_JOINED] = few->n != many->n ? compare_joined (few, many) : 0;
  if (!is_swapped (partners, few->n))
    return;
  f[HS_NAMES_SWAPPED] = 1;
  f[HS_NAMES_TURNED] = few->n == many->n && sums.worst >= WELL_KNOWN_AGAIN && sums.evidence >= ALL_RARE * few->n;
  f[HS_NAMES_SWAPPED_LITTLE] = f[HS_NAMES_LITTLE];
}

/**
 * hs_name_words_same:
 * @x: the words of a name
 * @y: those of another
 *
 * Returns: whether they are the same words in the same order
 */
gboolean
hs_name_words_same (const HsNameWords *x,
                    const HsNameWords *y)
{
  for (guint i = 0; i < x->n && x->n == y->n; i++)
    if (strcmp (x->words[i].text, y->words[i].text) != 0)
      return FALSE;
  return x->n == y->n;
}

/* Joins what the one writes as two words and the other as one. */
void
hs_name_words_even_out (HsNameWords *x,
                        HsNameWords *y)
{
  if (x->n > y->n)
    join_words (x, y);
  else if (y->n > x->n)
    join_words (y, x);
}
