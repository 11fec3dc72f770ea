/* train-pack.c: weights and names to the bytes that the program loads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <math.h>
#include <string.h>

/* A table this full is small, and its buckets seldom overflow. */
#define FULL .8

/* The reader looks no further; see hs-tagger.c. */
#define FURTHEST 64

static float
heaviest (const float *weights)
{
  float most = 0;

  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    most = MAX (most, fabsf (weights[l]));
  return most;
}

/* A byte for each weight, and one for what they are multiplied by. */
static void
pack_weights (const float *weights,
              float        base,
              gint8       *packed,
              guint8      *scale)
{
  float most = heaviest (weights);

  *scale = CLAMP (ceilf (most / (127 * base)), 1, 255);
  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    packed[l] = CLAMP (lrintf (weights[l] / (base * *scale)), -127, 127);
}

static gboolean
fill (const TrainModel *model,
      float             base,
      HsTagBucket      *buckets,
      guint32           n_buckets)
{
  for (guint i = 0; i < model->n; i++)
    {
      guint32 at = hs_tag_bucket (model->hashes[i], n_buckets);
      gboolean placed = FALSE;

      for (guint tried = 0; tried < FURTHEST && !placed; tried++, at = (at + 1) % n_buckets)
        for (guint k = 0; k < HS_TAG_BUCKET && !placed; k++)
          if (buckets[at].check[k] == 0)
            {
              buckets[at].check[k] = hs_tag_check (model->hashes[i]);
              pack_weights (model->weights[i], base, buckets[at].weights[k], &buckets[at].scale[k]);
              placed = TRUE;
            }
      if (!placed)
        return FALSE;
    }
  return TRUE;
}

/**
 * train_model_pack:
 * @model: weights
 * @names: keys and flags of the gazetteer
 * @n_slots: how many
 * @n_clusters: clusters it knows
 *
 * Returns: (transfer full): the bytes of the model
 */
GBytes *
train_model_pack (const TrainModel *model,
                  GBytes           *names,
                  guint32           n_slots,
                  guint32           n_clusters)
{
  HsTagHeader header = { HS_TAG_MAGIC, HS_TAG_FEATURES, model->n / (HS_TAG_BUCKET * FULL) + 1, n_slots, n_clusters };
  g_autofree HsTagBucket *buckets = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  float most = 0;

  for (guint i = 0; i < model->n; i++)
    most = MAX (most, heaviest (model->weights[i]));
  header.base = MAX (most / (127 * 255), 1e-6f);
  memcpy (header.steps, model->steps.plain, sizeof header.steps);
  for (gboolean fits = FALSE; !fits; header.n_buckets += header.n_buckets / 32 + 1)
    {
      g_free (buckets);
      buckets = g_new0 (HsTagBucket, header.n_buckets);
      fits = fill (model, header.base, buckets, header.n_buckets);
      if (fits)
        break;
    }
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) buckets, header.n_buckets * sizeof *buckets);
  g_byte_array_append (bytes, g_bytes_get_data (names, NULL), g_bytes_get_size (names));
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
