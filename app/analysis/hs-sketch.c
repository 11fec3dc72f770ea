/* hs-sketch.c: a short fingerprint of a text, for telling copies
 *
 * MinHash: A. Broder, "On the resemblance and containment of documents", 1997.
 * One hash for each run of three words; of each of 64 permutations the least
 * is kept. The share of equal places estimates the share of common runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-sketch.h"

#include <string.h>

#include "hs-article-reading.h"

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
guint64
hs_sketch_hash (const char *text,
                gssize      length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  for (gsize i = 0; i < n; i++)
    {
      hash ^= (guchar) text[i];
      hash *= G_GUINT64_CONSTANT (1099511628211);
    }
  return hash;
}

/* The finaliser of splitmix64 (S. Vigna, 2015). */
guint64
hs_sketch_mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return value ^ (value >> 31);
}

/* Fills analysis->sketch from what is not boilerplate. */
void
hs_sketch_make (HsReading *self)
{
  guint64 least[HS_SKETCH_SIZE];
  guint64 a = 0, b = 0;
  guint n = 0;

  memset (least, 0xff, sizeof least);
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);

      if (part->skipped)
        continue;
      for (guint i = part->first; i < part->end; i++)
        {
          const HsToken *token = hs_reading_token (self, i);
          guint64 word, run;

          if (token->kind != HS_TOKEN_WORD && token->kind != HS_TOKEN_NUMBER)
            continue;
          word = hs_sketch_hash (token->fold, -1);
          run = hs_sketch_mix (a * 31 + b * 17 + word);
          a = b;
          b = word;
          if (++n < 3)
            continue;
          for (guint k = 0; k < HS_SKETCH_SIZE; k++)
            {
              guint64 value = (run ^ (G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) * (k + 1)));

              value *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
              value ^= value >> 32;
              least[k] = MIN (least[k], value);
            }
        }
    }
  if (n >= 3)
    g_array_append_vals (self->analysis->sketch, least, HS_SKETCH_SIZE);
}

/**
 * hs_sketch_overlap:
 *
 * Returns: the estimated share of common three-word runs, 0 to 1
 */
double
hs_sketch_overlap (const GArray *a,
                   const GArray *b)
{
  guint same = 0;

  if (a->len != HS_SKETCH_SIZE || b->len != HS_SKETCH_SIZE)
    return 0.0;
  for (guint i = 0; i < HS_SKETCH_SIZE; i++)
    same += g_array_index (a, guint64, i) == g_array_index (b, guint64, i);
  return same / (double) HS_SKETCH_SIZE;
}
