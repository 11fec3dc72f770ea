/* hs-tagger-chain.c: the linear-chain conditional random field itself
 *
 * Lafferty, McCallum and Pereira, "Conditional random fields: probabilistic
 * models for segmenting and labeling sequence data", 2001; the sums as Rabiner
 * scales them ("A tutorial on hidden Markov models", 1989). Where a token may
 * not have a label its paths are left out, which serves words in lower case as
 * well as partly labelled training text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-tagger-private.h"

#include <math.h>
#include <string.h>

const HsMentionKind hs_tag_kinds[HS_TAG_KINDS] = {
  HS_MENTION_PERSON, HS_MENTION_ORGANISATION, HS_MENTION_PLACE, HS_MENTION_NATIONALITY
};

/* After these no name is open. */
#define N_CLOSED (1 + 2 * HS_TAG_KINDS)

static const guint8 closed[N_CLOSED] = {
  HS_TAG_OUTSIDE,
  HS_TAG (0, HS_TAG_END), HS_TAG (0, HS_TAG_SINGLE), HS_TAG (1, HS_TAG_END), HS_TAG (1, HS_TAG_SINGLE),
  HS_TAG (2, HS_TAG_END), HS_TAG (2, HS_TAG_SINGLE), HS_TAG (3, HS_TAG_END), HS_TAG (3, HS_TAG_SINGLE)
};

/* These may come where no name is open. */
static const guint8 fresh[N_CLOSED] = {
  HS_TAG_OUTSIDE,
  HS_TAG (0, HS_TAG_BEGIN), HS_TAG (0, HS_TAG_SINGLE), HS_TAG (1, HS_TAG_BEGIN), HS_TAG (1, HS_TAG_SINGLE),
  HS_TAG (2, HS_TAG_BEGIN), HS_TAG (2, HS_TAG_SINGLE), HS_TAG (3, HS_TAG_BEGIN), HS_TAG (3, HS_TAG_SINGLE)
};

static gboolean
is_open (guint label)
{
  return label != HS_TAG_OUTSIDE &&
         (HS_TAG_PLACE (label) == HS_TAG_BEGIN || HS_TAG_PLACE (label) == HS_TAG_INSIDE);
}

/* Whether label @to may come right after label @from. */
gboolean
hs_tag_may_follow (guint from,
                   guint to)
{
  gboolean goes_on = to != HS_TAG_OUTSIDE &&
                     (HS_TAG_PLACE (to) == HS_TAG_INSIDE || HS_TAG_PLACE (to) == HS_TAG_END);

  if (is_open (from))
    return goes_on && HS_TAG_KIND (from) == HS_TAG_KIND (to);
  return !goes_on;
}

/* Sets what follows from the plain weights. */
void
hs_tag_steps_raise (HsTagSteps *steps)
{
  for (guint from = 0; from < HS_TAG_LABELS; from++)
    for (guint to = 0; to < HS_TAG_LABELS; to++)
      steps->raised[from][to] = hs_tag_may_follow (from, to) ? expf (steps->plain[from][to]) : 0;
}

/* The best score of a path that ends before each label, and whence. */
static void
best_row (const HsTagSteps *steps,
          const float      *before,
          float            *row,
          guint8           *back)
{
  for (guint t = 0; t < N_CLOSED; t++)
    {
      guint to = fresh[t];
      float best = -INFINITY;

      back[to] = HS_TAG_OUTSIDE;
      for (guint f = 0; f < N_CLOSED; f++)
        {
          float score = before[closed[f]] + steps->plain[closed[f]][to];

          if (score > best)
            {
              best = score;
              back[to] = closed[f];
            }
        }
      row[to] = best;
    }
  for (guint kind = 0; kind < HS_TAG_KINDS; kind++)
    for (guint to = HS_TAG (kind, HS_TAG_INSIDE); to <= HS_TAG (kind, HS_TAG_END); to++)
      {
        guint begin = HS_TAG (kind, HS_TAG_BEGIN), inside = HS_TAG (kind, HS_TAG_INSIDE);
        float from_begin = before[begin] + steps->plain[begin][to];
        float from_inside = before[inside] + steps->plain[inside][to];

        row[to] = MAX (from_begin, from_inside);
        back[to] = from_begin >= from_inside ? begin : inside;
      }
}

/**
 * hs_tag_chain_best:
 * @chain: scores
 * @labels: (out) (array): the best label of each token
 * @back: (array): room for as many rows as there are tokens
 *
 * Viterbi's algorithm (1967).
 */
void
hs_tag_chain_best (const HsTagChain *chain,
                   guint8           *labels,
                   guint8          (*back)[HS_TAG_LABELS])
{
  float rows[2][HS_TAG_LABELS], best = -INFINITY;
  guint last = HS_TAG_OUTSIDE;

  for (guint l = 0; l < HS_TAG_LABELS; l++)
    rows[1][l] = l == HS_TAG_OUTSIDE ? 0 : -INFINITY;
  for (guint i = 0; i < chain->n; i++)
    {
      float *row = rows[i & 1];

      best_row (chain->steps, rows[(i + 1) & 1], row, back[i]);
      for (guint l = 0; l < HS_TAG_LABELS; l++)
        row[l] = chain->allowed[i] & HS_TAG_BIT (l) ? row[l] + chain->scores[i][l] : -INFINITY;
    }
  for (guint f = 0; f < N_CLOSED && chain->n > 0; f++)
    {
      float score = rows[(chain->n - 1) & 1][closed[f]] + chain->steps->plain[closed[f]][HS_TAG_OUTSIDE];

      if (score > best)
        {
          best = score;
          last = closed[f];
        }
    }
  for (guint i = chain->n; i-- > 0;)
    {
      labels[i] = last;
      last = back[i][last];
    }
}

static void
reserve (HsTagSums *sums,
         guint      n)
{
  if (n <= sums->size)
    return;
  sums->size = MAX (n, sums->size * 2);
  sums->alpha = g_realloc (sums->alpha, sizeof *sums->alpha * sums->size);
  sums->beta = g_realloc (sums->beta, sizeof *sums->beta * sums->size);
  sums->raised = g_realloc (sums->raised, sizeof *sums->raised * sums->size);
  sums->scale = g_renew (float, sums->scale, sums->size);
}

/**
 * hs_tag_sums_clear:
 * @sums: sums over a sentence
 *
 * Frees its room; the struct itself stays the caller's.
 */
void
hs_tag_sums_clear (HsTagSums *sums)
{
  g_clear_pointer (&sums->alpha, g_free);
  g_clear_pointer (&sums->beta, g_free);
  g_clear_pointer (&sums->raised, g_free);
  g_clear_pointer (&sums->scale, g_free);
  sums->size = 0;
}

static void
forward_row (const HsTagSteps *steps,
             const float      *before,
             float            *row)
{
  for (guint t = 0; t < N_CLOSED; t++)
    {
      float sum = 0;

      for (guint f = 0; f < N_CLOSED; f++)
        sum += before[closed[f]] * steps->raised[closed[f]][fresh[t]];
      row[fresh[t]] = sum;
    }
  for (guint kind = 0; kind < HS_TAG_KINDS; kind++)
    for (guint to = HS_TAG (kind, HS_TAG_INSIDE); to <= HS_TAG (kind, HS_TAG_END); to++)
      row[to] = before[HS_TAG (kind, HS_TAG_BEGIN)] * steps->raised[HS_TAG (kind, HS_TAG_BEGIN)][to] +
                before[HS_TAG (kind, HS_TAG_INSIDE)] * steps->raised[HS_TAG (kind, HS_TAG_INSIDE)][to];
}

static void
backward_row (const HsTagSteps *steps,
              const float      *after,
              float            *row)
{
  for (guint f = 0; f < N_CLOSED; f++)
    {
      float sum = 0;

      for (guint t = 0; t < N_CLOSED; t++)
        sum += after[fresh[t]] * steps->raised[closed[f]][fresh[t]];
      row[closed[f]] = sum;
    }
  for (guint kind = 0; kind < HS_TAG_KINDS; kind++)
    for (guint from = HS_TAG (kind, HS_TAG_BEGIN); from <= HS_TAG (kind, HS_TAG_INSIDE); from++)
      row[from] = after[HS_TAG (kind, HS_TAG_INSIDE)] * steps->raised[from][HS_TAG (kind, HS_TAG_INSIDE)] +
                  after[HS_TAG (kind, HS_TAG_END)] * steps->raised[from][HS_TAG (kind, HS_TAG_END)];
}

/* Returns: the highest score, which was taken from all. */
static float
raise_row (const float *scores,
           guint32      allowed,
           float       *row)
{
  float highest = -INFINITY;

  for (guint l = 0; l < HS_TAG_LABELS; l++)
    if (allowed & HS_TAG_BIT (l))
      highest = MAX (highest, scores[l]);
  for (guint l = 0; l < HS_TAG_LABELS; l++)
    row[l] = allowed & HS_TAG_BIT (l) ? expf (scores[l] - highest) : 0;
  return highest;
}

/**
 * hs_tag_chain_sum:
 * @chain: scores
 * @sums: filled; alpha times beta is a label's probability
 *
 * Returns: the logarithm of the sum over all allowed labellings
 */
double
hs_tag_chain_sum (const HsTagChain *chain,
                  HsTagSums        *sums)
{
  static const float outside[HS_TAG_LABELS] = { 1 };
  const HsTagSteps *steps = chain->steps;
  float end = 0, row[HS_TAG_LABELS];
  double log_sum = 0;

  if (chain->n == 0)
    return 0;
  reserve (sums, chain->n + 1);
  for (guint i = 0; i < chain->n; i++)
    {
      float sum = 0;

      log_sum += raise_row (chain->scores[i], chain->allowed[i], sums->raised[i]);
      forward_row (steps, i == 0 ? outside : sums->alpha[i - 1], sums->alpha[i]);
      for (guint l = 0; l < HS_TAG_LABELS; l++)
        sum += sums->alpha[i][l] *= sums->raised[i][l];
      sums->scale[i] = MAX (sum, 1e-30f);
      for (guint l = 0; l < HS_TAG_LABELS; l++)
        sums->alpha[i][l] /= sums->scale[i];
      log_sum += logf (sums->scale[i]);
    }
  for (guint f = 0; f < N_CLOSED; f++)
    end += sums->alpha[chain->n - 1][closed[f]] * steps->raised[closed[f]][HS_TAG_OUTSIDE];
  sums->scale[chain->n] = end = MAX (end, 1e-30f);
  for (guint l = 0; l < HS_TAG_LABELS; l++)
    sums->beta[chain->n - 1][l] = is_open (l) ? 0 : steps->raised[l][HS_TAG_OUTSIDE] / end;
  for (guint i = chain->n - 1; i-- > 0;)
    {
      for (guint l = 0; l < HS_TAG_LABELS; l++)
        row[l] = sums->beta[i + 1][l] * sums->raised[i + 1][l] / sums->scale[i + 1];
      backward_row (steps, row, sums->beta[i]);
    }
  return log_sum + log (end);
}

/**
 * hs_tag_chain_span:
 * @chain: scores
 * @sums: what hs_tag_chain_sum() made of them
 * @first: first token
 * @end: one past the last
 * @kind: index of the kind
 *
 * Returns: the probability that exactly [@first, @end) is a name of @kind
 */
double
hs_tag_chain_span (const HsTagChain *chain,
                   const HsTagSums  *sums,
                   guint             first,
                   guint             end,
                   guint             kind)
{
  guint last = HS_TAG (kind, HS_TAG_BEGIN);
  double p;

  if (end == first + 1)
    return sums->alpha[first][HS_TAG (kind, HS_TAG_SINGLE)] * sums->beta[first][HS_TAG (kind, HS_TAG_SINGLE)];
  p = sums->alpha[first][last];
  for (guint i = first + 1; i < end; i++)
    {
      guint label = HS_TAG (kind, i + 1 == end ? HS_TAG_END : HS_TAG_INSIDE);

      p *= chain->steps->raised[last][label] * sums->raised[i][label] / sums->scale[i];
      last = label;
    }
  return CLAMP (p * sums->beta[end - 1][last], 0, 1);
}
