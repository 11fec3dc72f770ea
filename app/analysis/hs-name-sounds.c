/* hs-name-sounds.c: how alike two words of names sound
 *
 * Levenshtein's distance (1965) with transpositions (Damerau 1964), where what ways
 * of transliteration choose between costs little: a vowel for another, kh for h, a
 * letter for a doubled one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-names-private.h"

#include <string.h>

#define VOWELS "aeiou"
#define SHORT_CODE 4 /* sounds */

/* Several letters for one sound; longest first. */
static const struct
{
  const char *from;
  char to;
} sounds[] = {
  { "tch", 'C' }, { "dzh", 'J' }, { "sch", 'S' }, { "sh", 'S' }, { "ch", 'C' }, { "zh", 'J' }, { "dj", 'J' },
  { "kh", 'X' }, { "gh", 'G' }, { "dh", 'D' }, { "th", 'T' }, { "ph", 'f' }, { "ck", 'k' }, { "tz", 'z' },
  { "ts", 'Z' },
};

/* Sounds that are written for one another, nearest first: costs in hundredths. */
static const struct
{
  guint8 cost;
  const char *sounds;
} neighbours[] = {
  { 15, "iy" }, { 15, "ouw" }, { 15, "ei" }, { 15, "kq" }, { 15, "wv" }, { 15, "Xh" }, { 15, "Gg" }, { 15, "Dd" },
  { 15, "Tt" }, { 15, "sz" }, { 15, "SC" }, { 15, "CJ" }, { 15, "jJ" }, { 15, "jG" }, { 15, "fv" }, { 15, "Zz" },
  { 15, "ck" }, { 15, "cs" }, { 15, "XK" }, { 15, "xz" }, { 15, "Ds" }, { 15, "Dz" }, { 15, "Ts" },
  { 35, "aeiouy" }, { 35, "kg" }, { 35, "kX" }, { 35, "qX" }, { 35, "gX" }, { 35, "gk" }, { 35, "pb" }, { 35, "td" },
  { 35, "TD" }, { 35, "Td" }, { 35, "TsS" }, { 35, "sS" }, { 35, "zJ" }, { 35, "jz" }, { 35, "jy" }, { 35, "jg" },
  { 35, "Cj" }, { 35, "Cs" }, { 35, "CZ" }, { 35, "bv" }, { 35, "fp" }, { 35, "mn" }, { 35, "hk" }, { 35, "uv" },
  { 35, "zj" }, { 35, "Zs" }, { 35, "qg" }, { 35, "qG" },
  { 60, "lr" }, { 60, "nl" }, { 60, "hX" }, { 60, "bw" }, { 60, "Sz" },
};

static guint8 costs[128][128];
static guint8 leaving[256]; /* of a sound that only one of the words has */

static gpointer
make_costs (gpointer data)
{
  memset (costs, 100, sizeof costs);
  for (guint i = 0; i < 128; i++)
    costs[i][i] = 0;
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    for (const char *a = neighbours[i].sounds; *a != '\0'; a++)
      for (const char *b = neighbours[i].sounds; *b != '\0'; b++)
        costs[(guint) *a][(guint) *b] = MIN (costs[(guint) *a][(guint) *b], neighbours[i].cost);
  memset (leaving, 100, sizeof leaving);
  for (const char *c = "aeiouyh"; *c != '\0'; c++)
    leaving[(guint) *c] = 30;
  leaving['w'] = 40;
  leaving['n'] = leaving['m'] = 70;
  return NULL;
}

static guint
replace_cost (char a,
              char b)
{
  if (a == b)
    return 0;
  return (guchar) a < 128 && (guchar) b < 128 ? costs[(guint) a][(guint) b] : 100;
}

/* What the sounds of several letters begin with. */
static inline gboolean
may_begin_sound (char c)
{
  switch (c)
    {
    case 'c': case 'd': case 'g': case 'k': case 'p': case 's': case 't': case 'z': return TRUE;
    default: return FALSE;
    }
}

static gsize
write_code (const char *word,
            gsize       length,
            char       *out)
{
  const char *end = word + length;
  gsize n = 0;

  while (word < end && n < HS_NAME_LONGEST_CODE - 1)
    {
      char to = *word;
      gsize step = 1;
      gboolean joined = FALSE;

      for (guint i = 0; may_begin_sound (*word) && i < G_N_ELEMENTS (sounds) && !joined; i++)
        {
          gsize wide = strlen (sounds[i].from);

          if (*word != sounds[i].from[0] || wide > (gsize) (end - word) || memcmp (word, sounds[i].from, wide) != 0)
            continue;
          to = sounds[i].to;
          step = wide;
          joined = TRUE;
        }
      if (joined || (to != '-' && (n == 0 || out[n - 1] != to)))
        out[n++] = to;
      word += step;
    }
  out[n] = '\0';
  return n;
}

/**
 * hs_name_code:
 * @word: a word, folded
 * @out: (out caller-allocates): at least %HS_NAME_LONGEST_CODE bytes
 *
 * Writes one letter for each letter, or letters, that stand for one sound; letters that are
 * doubled once.
 *
 * Returns: how long the code is
 */
gsize
hs_name_code (const char *word,
              char       *out)
{
  return write_code (word, strlen (word), out);
}

/* In hundredths. */
static guint
distance (const char *a,
          gsize       n,
          const char *b,
          gsize       m)
{
  guint rows[3][HS_NAME_LONGEST_CODE + 1];

  rows[0][0] = 0;
  for (gsize j = 1; j <= m; j++)
    rows[0][j] = rows[0][j - 1] + leaving[(guchar) b[j - 1]];
  for (gsize i = 1; i <= n; i++)
    {
      const guint *before = rows[(i - 1) % 3];
      guint *row = rows[i % 3];

      row[0] = before[0] + leaving[(guchar) a[i - 1]];
      for (gsize j = 1; j <= m; j++)
        {
          row[j] = MIN (before[j - 1] + replace_cost (a[i - 1], b[j - 1]),
                        MIN (before[j] + leaving[(guchar) a[i - 1]], row[j - 1] + leaving[(guchar) b[j - 1]]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], rows[(i - 2) % 3][j - 2] + 50);
        }
    }
  return rows[n % 3][m];
}

/* "Yong" and "Tong": of a short word the first sound is most of it. */
static gboolean
begin_apart (const char *a,
             gsize       n,
             const char *b,
             gsize       m)
{
  return MAX (n, m) <= SHORT_CODE && n > 0 && m > 0 && replace_cost (a[0], b[0]) == 100
         && strchr (VOWELS, a[0]) == NULL && strchr (VOWELS, b[0]) == NULL;
}

static GOnce costs_made = G_ONCE_INIT;

static double
compare_codes (const char *x,
               gsize       n,
               const char *y,
               gsize       m)
{
  if (n == m && memcmp (x, y, n) == 0)
    return 0.98;
  g_once (&costs_made, make_costs, NULL);
  if (begin_apart (x, n, y, m))
    return 0;
  return MAX (0, 1 - distance (x, n, y, m) / 100.0 / MAX (2.2, (n + m) / 2.0 * 0.75));
}

/* "Obaidullah", "Hamidullah": what so many names end in says nothing. */
static gsize
find_stem (const char *word)
{
  static const char *const endings[] = { "ullah", "ulah", "uddin", "udin", "eddin", "eddine", "aldin", "ollah",
                                         "allah" };
  gsize n = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (n >= strlen (endings[i]) + 3 && g_str_has_suffix (word, endings[i]))
      return n - strlen (endings[i]);
  return n;
}

/**
 * hs_name_sound_init:
 * @self: (out caller-allocates): a sound
 * @word: a word, folded
 *
 * Writes down how it sounds, with and without an ending that many names have.
 */
void
hs_name_sound_init (HsNameSound *self,
                    const char  *word)
{
  gsize length = strlen (word), stem = find_stem (word);

  self->n_stem = stem < length ? write_code (word, stem, self->code) : 0;
  self->n = write_code (word, length, self->code);
  if (stem == length)
    self->n_stem = self->n;
}

/**
 * hs_name_sounds_similarity:
 * @a: a sound
 * @b: another
 *
 * Returns: how alike they are, 0 to 1; 0.98 where only the spelling differs
 */
double
hs_name_sounds_similarity (const HsNameSound *a,
                           const HsNameSound *b)
{
  if (a->n_stem < a->n && b->n_stem < b->n)
    return compare_codes (a->code, a->n_stem, b->code, b->n_stem);
  return compare_codes (a->code, a->n, b->code, b->n);
}

/**
 * hs_name_similarity:
 * @a: a word, folded
 * @b: another
 *
 * Returns: how alike they sound, 0 to 1; 1 where they are the same
 */
double
hs_name_similarity (const char *a,
                    const char *b)
{
  HsNameSound x, y;

  if (strcmp (a, b) == 0)
    return 1;
  hs_name_sound_init (&x, a);
  hs_name_sound_init (&y, b);
  return hs_name_sounds_similarity (&x, &y);
}

/**
 * hs_name_begin_apart:
 * @a: a sound
 * @b: another
 *
 * Returns: whether they begin with consonants that are never written for one another
 */
gboolean
hs_name_begin_apart (const HsNameSound *a,
                     const HsNameSound *b)
{
  g_once (&costs_made, make_costs, NULL);
  return a->n > 0 && b->n > 0 && replace_cost (a->code[0], b->code[0]) == 100
         && strchr (VOWELS "yh", a->code[0]) == NULL && strchr (VOWELS "yh", b->code[0]) == NULL;
}
