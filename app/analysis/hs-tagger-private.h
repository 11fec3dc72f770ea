/* hs-tagger-private.h: what the tagger and the program that trains it share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-gazetteer.h"
#include "hs-tagger.h"

G_BEGIN_DECLS

/* Label 0 is “outside”; then for each kind: begins, inside, ends, single
 * (BIOES). Outside has no weights of its own: only differences count. */
#define HS_TAG_KINDS 4
#define HS_TAG_WEIGHTS (4 * HS_TAG_KINDS)
#define HS_TAG_LABELS (HS_TAG_WEIGHTS + 1)
#define HS_TAG_OUTSIDE 0

typedef enum
{
  HS_TAG_BEGIN,
  HS_TAG_INSIDE,
  HS_TAG_END,
  HS_TAG_SINGLE
} HsTagPlace;

#define HS_TAG(kind, place) (1 + 4 * (kind) + (place))
#define HS_TAG_KIND(label) (((label) - 1) / 4)
#define HS_TAG_PLACE(label) ((HsTagPlace) (((label) - 1) % 4))
#define HS_TAG_BIT(label) (1u << (label))
#define HS_TAG_ANY ((1u << HS_TAG_LABELS) - 1)

extern const HsMentionKind hs_tag_kinds[HS_TAG_KINDS];

/* More than any token has. */
#define HS_TAGGER_MAX_FEATURES 240

/* What the features of one token are made of. */
typedef struct
{
  guint32 word;        /* hash of the folded word, digits made alike */
  guint32 name;        /* hash of the folded word as it is */
  guint32 shape;       /* "Xxxx-d" */
  guint32 brief;       /* "Xx-d" */
  guint32 lists;       /* bits of the lexicons it stands in, alone or in a phrase */
  guint16 before, after; /* tokens of its run of capitals to its left and right */
  guint16 clusters[HS_GAZETTEER_DEGREES]; /* words that stand in like places, from fine to coarse; 0: not known */
  guint8 gazetteer;    /* HsGazetteerFlags, places of several words included */
  guint8 marks;
  guint32 previous, next; /* the same capitalised word elsewhere: index plus one */
  guint8 elsewhere;    /* what the rest of the article says of the word */
} HsTagToken;

typedef struct
{
  const HsReading *reading; /* (unowned) */
  HsTagToken *tokens;       /* (owned) */
  guint n;
  gboolean strict;          /* small words begin no name; while learning, whatever is labelled does */
} HsTagView;

HsTagView *hs_tag_view_new      (const HsReading   *reading,
                                 const HsGazetteer *gazetteer);
void       hs_tag_view_free     (HsTagView         *self);
guint32    hs_tag_view_allowed  (const HsTagView   *self,
                                 guint              end,
                                 guint              i,
                                 guint             *reach);
guint      hs_tag_view_features (const HsTagView   *self,
                                 guint              first,
                                 guint              end,
                                 guint              i,
                                 guint64           *features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsTagView, hs_tag_view_free)

/* Transition weights, from and to, as they are and as exp () of them. */
typedef struct
{
  float plain[HS_TAG_LABELS][HS_TAG_LABELS];
  float raised[HS_TAG_LABELS][HS_TAG_LABELS];
} HsTagSteps;

/* A stretch of tokens with something outside of every name at either end. */
typedef struct
{
  const HsTagSteps *steps;               /* (unowned) */
  const float (*scores)[HS_TAG_LABELS];  /* (unowned): of each token */
  const guint32 *allowed;                /* (unowned): labels each token may have */
  guint n;
} HsTagChain;

/* What the sums over all labellings come to. */
typedef struct
{
  float (*alpha)[HS_TAG_LABELS];   /* (owned): forward, each row summing to one */
  float (*beta)[HS_TAG_LABELS];    /* (owned): backward, in the same scale */
  float (*raised)[HS_TAG_LABELS];  /* (owned): exp () of the scores less their highest */
  float *scale;                    /* (owned): what each row was divided by */
  guint size;
} HsTagSums;

gboolean hs_tag_may_follow  (guint             from,
                             guint             to);
void     hs_tag_steps_raise (HsTagSteps       *steps);
void     hs_tag_chain_best  (const HsTagChain *chain,
                             guint8           *labels,
                             guint8          (*back)[HS_TAG_LABELS]);
double   hs_tag_chain_sum   (const HsTagChain *chain,
                             HsTagSums        *sums);
double   hs_tag_chain_span  (const HsTagChain *chain,
                             const HsTagSums  *sums,
                             guint             first,
                             guint             end,
                             guint             kind);
void     hs_tag_sums_clear  (HsTagSums        *sums);

/* The model as bytes. Little-endian, as everything Debian 12 runs on that
 * Hearsay is built for; a model of the other order is refused by its magic. */
#define HS_TAG_MAGIC 0x31465243u   /* "CRF1" */

/* Raised by one whenever the features change: an old model is refused. */
#define HS_TAG_FEATURES 2

#define HS_TAG_BUCKET 3

typedef struct
{
  guint32 magic, features;
  guint32 n_buckets, n_slots, n_clusters;
  float base;                    /* what one unit of weight times scale is worth */
  float steps[HS_TAG_LABELS][HS_TAG_LABELS];
  guint32 reserved[9];
} HsTagHeader;

/* One line of the processor's cache: three features with their weights. */
typedef struct
{
  guint32 check[HS_TAG_BUCKET];  /* 0: empty */
  gint8 weights[HS_TAG_BUCKET][HS_TAG_WEIGHTS];
  guint8 scale[4];
} HsTagBucket;

G_STATIC_ASSERT (sizeof (HsTagBucket) == 64);

static inline guint32
hs_tag_bucket (guint64 feature,
               guint32 n_buckets)
{
  return (guint32) (((feature >> 32) * n_buckets) >> 32);
}

static inline guint32
hs_tag_check (guint64 feature)
{
  return (guint32) feature | 1u;
}

G_END_DECLS
