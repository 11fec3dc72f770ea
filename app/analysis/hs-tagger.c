/* hs-tagger.c: a trained tagger of persons, organisations, places, nationalities
 *
 * The model lies in its bytes as it is used: loading it checks a header. A
 * feature's weights are a byte each, times a byte for the row, so a token's
 * scores are sums of small integers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-tagger-private.h"

#include <string.h>

#include "hs-error.h"

/* No bucket is further from where it belongs; see the program that trains. */
#define FURTHEST_BUCKET 64

struct _HsTagger
{
  GBytes *bytes;                /* (owned) */
  const HsTagBucket *buckets;   /* (unowned): in bytes */
  guint32 n_buckets;
  float base;
  HsGazetteer gazetteer;
  HsTagSteps steps;
};

/**
 * hs_tagger_new:
 * @bytes: a model as `./dev train` writes it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a tagger, that any thread may use; %NULL
 *   with @error set when the bytes are no model of this version
 */
HsTagger *
hs_tagger_new (GBytes  *bytes,
               GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  HsTagHeader header;
  HsTagger *self;

  if (size >= sizeof header)
    memcpy (&header, data, sizeof header);
  if (size < sizeof header || header.magic != HS_TAG_MAGIC || header.features != HS_TAG_FEATURES ||
      header.n_buckets == 0 ||
      size != sizeof header + (guint64) header.n_buckets * sizeof (HsTagBucket) +
                  hs_gazetteer_size (header.n_slots, header.n_clusters))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           "The model of the tagger is not one of this version of the program.");
      return NULL;
    }
  self = g_new0 (HsTagger, 1);
  self->bytes = g_bytes_ref (bytes);
  self->n_buckets = header.n_buckets;
  self->base = header.base;
  self->buckets = (const HsTagBucket *) (data + sizeof header);
  hs_gazetteer_init (&self->gazetteer, self->buckets + self->n_buckets, header.n_slots, header.n_clusters);
  memcpy (self->steps.plain, header.steps, sizeof header.steps);
  hs_tag_steps_raise (&self->steps);
  return self;
}

/**
 * hs_tagger_knows_place:
 * @self: a tagger
 * @fold: a word, in lower case
 *
 * Any thread.
 *
 * Returns: whether a city or a region is called so
 */
gboolean
hs_tagger_knows_place (const HsTagger *self,
                       const char     *fold)
{
  return (hs_gazetteer_find (&self->gazetteer, hs_gazetteer_hash (fold), NULL) &
          (HS_GAZETTEER_CITY | HS_GAZETTEER_REGION)) != 0;
}

/**
 * hs_tagger_get_gender:
 * @self: a tagger
 * @fold: a given name, in lower case
 *
 * Any thread.
 *
 * Returns: 'f' or 'm' where nearly all who are called so are women or men, or 0
 */
char
hs_tagger_get_gender (const HsTagger *self,
                      const char     *fold)
{
  guint flags = hs_gazetteer_find (&self->gazetteer, hs_gazetteer_hash (fold), NULL);

  switch (flags & (HS_GAZETTEER_WOMAN | HS_GAZETTEER_MAN))
    {
    case HS_GAZETTEER_WOMAN: return 'f';
    case HS_GAZETTEER_MAN: return 'm';
    default: return 0;
    }
}

/**
 * hs_tagger_free:
 * @self: (transfer full) (nullable): a tagger
 */
void
hs_tagger_free (HsTagger *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void
add_weights (const gint8 *weights,
             gint16       scale,
             gint32      *sums)
{
  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    sums[l] += (gint16) (weights[l] * scale);
}

static void
score_features (const HsTagger *self,
                const guint64  *features,
                guint           n,
                float          *scores)
{
  gint32 sums[HS_TAG_WEIGHTS] = { 0 };

  /* they lie all over the table: asked for at once, they come at once */
  for (guint f = 0; f < n; f++)
    __builtin_prefetch (&self->buckets[hs_tag_bucket (features[f], self->n_buckets)]);
  for (guint f = 0; f < n; f++)
    {
      guint32 at = hs_tag_bucket (features[f], self->n_buckets), check = hs_tag_check (features[f]);
      gboolean done = FALSE;

      for (guint tried = 0; tried < FURTHEST_BUCKET && !done; tried++)
        {
          const HsTagBucket *bucket = &self->buckets[at];

          for (guint k = 0; k < HS_TAG_BUCKET && !done; k++)
            {
              if (bucket->check[k] == check)
                add_weights (bucket->weights[k], bucket->scale[k], sums);
              done = bucket->check[k] == check || bucket->check[k] == 0;
            }
          if (++at == self->n_buckets)
            at = 0;
        }
    }
  scores[HS_TAG_OUTSIDE] = 0;
  for (guint l = 0; l < HS_TAG_WEIGHTS; l++)
    scores[l + 1] = sums[l] * self->base;
}

/* Room for one stretch, used again for the next. */
typedef struct
{
  const HsTagger *tagger;
  GArray *scores;    /* (owned) */
  GArray *allowed;   /* (owned) */
  GByteArray *labels;  /* (owned) */
  GArray *back;      /* (owned) */
  HsTagSums sums;
  GArray *found;     /* (owned) */
} Reader;

/* Tags what was gathered: the stretch that begins with token @first. */
static void
flush (Reader *r,
       guint   first)
{
  HsTagChain chain = { &r->tagger->steps, (gpointer) r->scores->data, (gpointer) r->allowed->data, r->scores->len };
  gboolean summed = FALSE;
  guint begin = 0;

  g_byte_array_set_size (r->labels, chain.n);
  g_array_set_size (r->back, chain.n);
  hs_tag_chain_best (&chain, r->labels->data, (gpointer) r->back->data);
  for (guint i = 0; i < chain.n; i++)
    {
      guint label = r->labels->data[i];
      HsTagged tagged;

      if (label == HS_TAG_OUTSIDE)
        continue;
      if (HS_TAG_PLACE (label) == HS_TAG_BEGIN || HS_TAG_PLACE (label) == HS_TAG_SINGLE)
        begin = i;
      if (HS_TAG_PLACE (label) == HS_TAG_BEGIN || HS_TAG_PLACE (label) == HS_TAG_INSIDE)
        continue;
      if (!summed)
        hs_tag_chain_sum (&chain, &r->sums);
      summed = TRUE;
      tagged.first = first + begin;
      tagged.end = first + i + 1;
      tagged.kind = hs_tag_kinds[HS_TAG_KIND (label)];
      tagged.posterior = hs_tag_chain_span (&chain, &r->sums, begin, i + 1, HS_TAG_KIND (label));
      g_array_append_val (r->found, tagged);
    }
  g_array_set_size (r->scores, 0);
  g_array_set_size (r->allowed, 0);
}

static void
read_sentence (Reader           *r,
               const HsTagView  *view,
               const HsSentence *sentence)
{
  guint64 features[HS_TAGGER_MAX_FEATURES];
  guint reach = 0, first = sentence->first;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      guint32 allowed = hs_tag_view_allowed (view, sentence->end, i, &reach);
      float scores[HS_TAG_LABELS];

      if (allowed == HS_TAG_BIT (HS_TAG_OUTSIDE))
        {
          if (r->scores->len > 0)
            flush (r, first);
          first = i + 1;
          continue;
        }
      score_features (r->tagger, features,
                      hs_tag_view_features (view, sentence->first, sentence->end, i, features), scores);
      g_array_append_vals (r->scores, scores, 1);
      g_array_append_val (r->allowed, allowed);
    }
  if (r->scores->len > 0)
    flush (r, first);
}

/**
 * hs_tagger_read:
 * @self: a tagger
 * @reading: an article cut into tokens and sentences
 *
 * Boilerplate is passed over. May be called from any thread.
 *
 * Returns: (transfer full) (element-type HsTagged): what is named, in order
 */
GArray *
hs_tagger_read (const HsTagger  *self,
                const HsReading *reading)
{
  g_autoptr (HsTagView) view = hs_tag_view_new (reading, &self->gazetteer);
  Reader r = { self, g_array_new (FALSE, FALSE, sizeof (float[HS_TAG_LABELS])),
               g_array_new (FALSE, FALSE, sizeof (guint32)), g_byte_array_new (),
               g_array_new (FALSE, FALSE, sizeof (guint8[HS_TAG_LABELS])), { NULL },
               g_array_new (FALSE, FALSE, sizeof (HsTagged)) };

  view->strict = TRUE;
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (reading->sentences, HsSentence, s);

      if (!g_array_index (reading->parts, HsPart, sentence->part).skipped)
        read_sentence (&r, view, sentence);
    }
  g_array_unref (r.scores);
  g_array_unref (r.allowed);
  g_byte_array_unref (r.labels);
  g_array_unref (r.back);
  hs_tag_sums_clear (&r.sums);
  return r.found;
}
