/* train-learn.c: from features and labels to weights
 *
 * Stochastic gradient descent on the likelihood of what is labelled: the sum
 * over all labellings that agree with the labels less the sum over all
 * (Tsuboi et al., "Training conditional random fields using incomplete
 * annotations", 2008), with steps by AdaGrad (Duchi, Hazan and Singer, 2011).
 * At each step some features are left out, others the next time (Srivastava et
 * al., "Dropout", 2014): the context has to do where the name itself is unknown.
 * One thread, a fixed order: the same input gives the same weights.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <math.h>
#include <string.h>

#define UNUSED G_MAXUINT32

typedef struct
{
  TrainTable *table;
  const TrainOptions *options;
  TrainModel *model;
  float (*squares)[HS_TAG_WEIGHTS];              /* (owned) */
  float step_squares[HS_TAG_LABELS][HS_TAG_LABELS];
  guint32 *order;                                /* (owned): of the stretches */
  const guint8 *part;                            /* (unowned): of each article: 0, or one more than its turn */
  float (*scores)[HS_TAG_LABELS];                /* (owned) */
  HsTagSums all, right;
  guint32 turn;                                  /* of the epochs: which features are left out */
} Learner;

/* xorshift64* (Vigna, 2016), so that the order is the same on every machine. */
static guint64
next_random (guint64 *state)
{
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * G_GUINT64_CONSTANT (2685821657736338717);
}

static void
shuffle (guint32 *order,
         guint    n,
         guint64 *state)
{
  for (guint i = n; i > 1; i--)
    {
      guint k = next_random (state) % i;
      guint32 kept = order[i - 1];

      order[i - 1] = order[k];
      order[k] = kept;
    }
}

typedef struct
{
  guint64 *hashes;   /* (owned) */
  guint32 *counts;   /* (owned) */
  gsize size;        /* a power of two */
  gsize used;
} Counter;

static gsize
counter_slot (const Counter *self,
              guint64        hash)
{
  gsize i = hash & (self->size - 1);

  while (self->counts[i] != 0 && self->hashes[i] != hash)
    i = (i + 1) & (self->size - 1);
  return i;
}

static void
counter_grow (Counter *self)
{
  Counter bigger = { NULL, NULL, self->size * 2, self->used };

  bigger.hashes = g_new (guint64, bigger.size);
  bigger.counts = g_new0 (guint32, bigger.size);
  for (gsize i = 0; i < self->size; i++)
    if (self->counts[i] != 0)
      {
        gsize slot = counter_slot (&bigger, self->hashes[i]);

        bigger.hashes[slot] = self->hashes[i];
        bigger.counts[slot] = self->counts[i];
      }
  g_free (self->hashes);
  g_free (self->counts);
  *self = bigger;
}

/* Numbers the features that are seen often enough, and drops the rest. */
static void
number_features (TrainTable *table,
                 TrainModel *model,
                 guint       least)
{
  Counter counter = { g_new (guint64, 1 << 20), g_new0 (guint32, 1 << 20), 1 << 20, 0 };
  guint n = 0;

  for (gsize i = 0; i < table->hashes->len; i++)
    {
      guint64 hash = g_array_index (table->hashes, guint64, i);
      gsize slot = counter_slot (&counter, hash);

      if (counter.counts[slot] == 0)
        counter.used++;
      counter.hashes[slot] = hash;
      counter.counts[slot]++;
      if (counter.used * 2 > counter.size)
        counter_grow (&counter);
    }
  model->hashes = g_new (guint64, counter.used + 1);
  for (gsize i = 0; i < counter.size; i++)
    if (counter.counts[i] >= least)
      {
        model->hashes[n] = counter.hashes[i];
        counter.counts[i] = ++n;
      }
    else if (counter.counts[i] != 0)
      counter.counts[i] = UNUSED;
  g_array_set_size (table->ids, table->hashes->len);
  for (gsize i = 0; i < table->hashes->len; i++)
    {
      guint32 id = counter.counts[counter_slot (&counter, g_array_index (table->hashes, guint64, i))];

      g_array_index (table->ids, guint32, i) = id == UNUSED ? UNUSED : id - 1;
    }
  model->n = n;
  model->weights = g_malloc0_n (n + 1, sizeof *model->weights);
  g_free (counter.hashes);
  g_free (counter.counts);
}

/* Whether feature @f, by its place in the table, is left out this turn. */
static inline gboolean
is_dropped (const Learner *self,
            gsize          f)
{
  guint32 h = (guint32) f * 0x9e3779b1u + self->turn * 0x85ebca6bu;

  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  h ^= h >> 12;
  h *= 0x297a2d39u;
  h ^= h >> 15;
  return h < self->options->dropout * G_MAXUINT32;
}

static void
score_token (const Learner *self,
             gsize          token,
             float         *scores)
{
  const TrainTable *table = self->table;
  gsize from = g_array_index (table->offsets, gsize, token), to = g_array_index (table->offsets, gsize, token + 1);

  memset (scores, 0, sizeof (float) * HS_TAG_LABELS);
  for (gsize f = from; f < to; f++)
    {
      guint32 id = g_array_index (table->ids, guint32, f);

      if (id != UNUSED && !is_dropped (self, f))
        for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
          scores[l + 1] += self->model->weights[id][l];
    }
  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    scores[l + 1] /= 1 - self->options->dropout;
}

/* One step down @slope for one weight. */
static inline void
descend (const TrainOptions *options,
         float              *weight,
         float              *square,
         float               slope)
{
  slope += options->decay * *weight;
  *square += slope * slope;
  *weight -= options->rate * slope / (sqrtf (*square) + options->epsilon);
}

static void
learn_token (Learner *self,
             gsize    token,
             guint    i)
{
  gsize from = g_array_index (self->table->offsets, gsize, token);
  gsize to = g_array_index (self->table->offsets, gsize, token + 1);
  float slope[HS_TAG_WEIGHTS], most = 0;

  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    {
      slope[l] = self->all.alpha[i][l + 1] * self->all.beta[i][l + 1] -
                 self->right.alpha[i][l + 1] * self->right.beta[i][l + 1];
      most = MAX (most, fabsf (slope[l]));
    }
  if (most < 1e-3f)
    return;
  for (gsize f = from; f < to; f++)
    {
      guint32 id = g_array_index (self->table->ids, guint32, f);

      if (id != UNUSED && !is_dropped (self, f))
        for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
          descend (self->options, &self->model->weights[id][l], &self->squares[id][l], slope[l]);
    }
}

/* Adds how often each step is taken, @sign times. */
static void
add_steps (const HsTagChain *chain,
           const HsTagSums  *sums,
           float             sign,
           float           (*slopes)[HS_TAG_LABELS])
{
  for (guint i = 0; i <= chain->n; i++)
    for (guint from = 0; from < HS_TAG_LABELS; from++)
      {
        float before = i == 0 ? from == HS_TAG_OUTSIDE : sums->alpha[i - 1][from];

        if (before < 1e-6f)
          continue;
        for (guint to = 0; to < HS_TAG_LABELS; to++)
          {
            float after = i == chain->n ? to == HS_TAG_OUTSIDE : sums->beta[i][to] * sums->raised[i][to];

            slopes[from][to] += sign * before * chain->steps->raised[from][to] * after / sums->scale[i];
          }
      }
}

/* Returns: how unlikely the right labels were, as a logarithm. */
static double
learn_stretch (Learner            *self,
               const TrainStretch *stretch)
{
  HsTagChain all = { &self->model->steps, (const float (*)[HS_TAG_LABELS]) self->scores,
                     &g_array_index (self->table->allowed, guint32, stretch->first), stretch->n };
  HsTagChain right = all;
  float slopes[HS_TAG_LABELS][HS_TAG_LABELS] = { { 0 } };
  double loss;

  right.allowed = &g_array_index (self->table->gold, guint32, stretch->first);
  for (guint i = 0; i < stretch->n; i++)
    score_token (self, stretch->first + i, self->scores[i]);
  loss = hs_tag_chain_sum (&all, &self->all) - hs_tag_chain_sum (&right, &self->right);
  for (guint i = 0; i < stretch->n; i++)
    learn_token (self, stretch->first + i, i);
  if (loss < 1e-3)
    return loss;
  add_steps (&all, &self->all, 1, slopes);
  add_steps (&right, &self->right, -1, slopes);
  for (guint from = 0; from < HS_TAG_LABELS; from++)
    for (guint to = 0; to < HS_TAG_LABELS; to++)
      if (fabsf (slopes[from][to]) > 1e-4f)
        {
          descend (self->options, &self->model->steps.plain[from][to], &self->step_squares[from][to],
                   slopes[from][to]);
          self->model->steps.raised[from][to] = hs_tag_may_follow (from, to)
                                                ? expf (self->model->steps.plain[from][to]) : 0;
        }
  return loss;
}

static void
run_epochs (Learner *self,
            guint    from,
            guint    to)
{
  guint n = self->table->stretches->len;
  guint64 state = G_GUINT64_CONSTANT (0x5eed5eed5eed);

  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  for (guint epoch = 0; epoch < to; epoch++)
    {
      double loss = 0;

      shuffle (self->order, n, &state);
      self->turn = epoch + 1;
      if (epoch < from)
        continue;
      for (guint i = 0; i < n; i++)
        {
          const TrainStretch *stretch = &g_array_index (self->table->stretches, TrainStretch, self->order[i]);
          guint turn = self->part[stretch->article];

          if (turn == 0 || (turn - 1) % self->options->share == epoch % self->options->share)
            loss += learn_stretch (self, stretch);
        }
      if (self->options->report)
        g_printerr ("epoch %u: loss %.0f\n", epoch + 1, loss);
    }
}

static int
compare_floats (gconstpointer a,
                gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return x > y ? -1 : x < y;
}

static float
heaviest (const float *weights)
{
  float most = 0;

  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    most = MAX (most, fabsf (weights[l]));
  return most;
}

/* The weights become the mean of what they are after each epoch of the last (Polyak
 * and Juditsky, "Acceleration of stochastic approximation by averaging", 1992). */
static void
polish (Learner *self)
{
  TrainModel *model = self->model;
  g_autofree float (*sums)[HS_TAG_WEIGHTS] = g_malloc0_n (model->n + 1, sizeof *sums);
  float steps[HS_TAG_LABELS][HS_TAG_LABELS] = { { 0 } };
  guint from = self->options->n_epochs, n = self->options->n_polish;

  for (guint epoch = from; epoch < from + n; epoch++)
    {
      run_epochs (self, epoch, epoch + 1);
      for (guint i = 0; i < model->n; i++)
        for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
          sums[i][l] += model->weights[i][l] / n;
      for (guint k = 0; k < HS_TAG_LABELS; k++)
        for (guint l = 0; l < HS_TAG_LABELS; l++)
          steps[k][l] += model->steps.plain[k][l] / n;
    }
  memcpy (model->weights, sums, model->n * sizeof *sums);
  memcpy (model->steps.plain, steps, sizeof steps);
  hs_tag_steps_raise (&model->steps);
}

/* Keeps the @limit features that weigh most. */
static void
prune (Learner *self,
       guint    limit)
{
  TrainModel *model = self->model;
  g_autofree float *weights = g_new (float, model->n + 1);
  g_autofree guint32 *renamed = g_new (guint32, model->n + 1);
  float least;
  guint n = 0;

  for (guint i = 0; i < model->n; i++)
    weights[i] = heaviest (model->weights[i]);
  qsort (weights, model->n, sizeof *weights, compare_floats);
  least = model->n > limit ? weights[limit] : 0;
  for (guint i = 0; i < model->n; i++)
    {
      renamed[i] = UNUSED;
      if (heaviest (model->weights[i]) <= least)
        continue;
      renamed[i] = n;
      model->hashes[n] = model->hashes[i];
      memmove (model->weights[n], model->weights[i], sizeof *model->weights);
      memmove (self->squares[n], self->squares[i], sizeof *self->squares);
      n++;
    }
  if (self->options->report)
    g_printerr ("%u features, %u kept (weight above %.3f)\n", model->n, n, least);
  model->n = n;
  for (gsize i = 0; i < self->table->ids->len; i++)
    {
      guint32 *id = &g_array_index (self->table->ids, guint32, i);

      if (*id != UNUSED)
        *id = renamed[*id];
    }
}

/**
 * train_learn:
 * @table: stretches with features and labels
 * @part: of each article, by its number: 0, or one more than the turn it takes
 *   of @options->share
 * @options: how
 *
 * Returns: (transfer full): the weights
 */
TrainModel *
train_learn (TrainTable         *table,
             const guint8       *part,
             const TrainOptions *options)
{
  Learner self = { .table = table, .options = options, .part = part };
  guint longest = 0;

  self.model = g_new0 (TrainModel, 1);
  for (guint i = 0; i < table->stretches->len; i++)
    longest = MAX (longest, g_array_index (table->stretches, TrainStretch, i).n);
  number_features (table, self.model, options->least);
  self.squares = g_malloc0_n (self.model->n + 1, sizeof *self.squares);
  self.scores = g_malloc_n (longest + 1, sizeof *self.scores);
  self.order = g_new (guint32, table->stretches->len + 1);
  hs_tag_steps_raise (&self.model->steps);
  run_epochs (&self, 0, options->n_epochs);
  prune (&self, options->n_features);
  polish (&self);
  g_free (self.squares);
  g_free (self.scores);
  g_free (self.order);
  hs_tag_sums_clear (&self.all);
  hs_tag_sums_clear (&self.right);
  return self.model;
}

/**
 * train_model_free:
 * @model: (transfer full): a model that was learned
 */
void
train_model_free (TrainModel *model)
{
  g_free (model->hashes);
  g_free (model->weights);
  g_free (model);
}
