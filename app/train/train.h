/* train.h: between the files of the program that trains the tagger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analyser.h"
#include "hs-tagger-private.h"

G_BEGIN_DECLS

/* Not a name of one of our kinds, and not surely none: anything may stand here. */
#define TRAIN_UNKNOWN HS_TAG_KINDS

/* Outside of persons, organisations and places; perhaps a nationality. */
#define TRAIN_NO_NAME (HS_TAG_KINDS + 1)

typedef struct
{
  HsSpan span;     /* bytes of the text */
  guint kind;      /* index of the kind, TRAIN_UNKNOWN or TRAIN_NO_NAME */
} TrainSpan;

/* One article, or as many sentences in a row as the set has. */
typedef struct
{
  char *source;            /* (owned): "gmb", "re3d/CENTCOM" */
  char *text;              /* (owned) */
  GArray *spans;           /* (owned) (element-type TrainSpan): in order, apart */
  gboolean no_nations;     /* the set does not mark nationalities */
  gboolean headline;       /* its first line is a headline */
} TrainArticle;

typedef struct
{
  guint n_epochs;
  guint n_polish;      /* epochs after pruning */
  guint n_features;    /* features kept */
  guint least;         /* how often a feature must be seen */
  guint share;         /* of the big noisy set one article in so many an epoch */
  int weight;          /* times that re3d, small and to the point, is read an epoch */
  double rate;
  double epsilon;
  double dropout;      /* of the features so many are left out at a step, 0 to 1 */
  double decay;        /* L2, of the weights a step touches */
  gboolean report;
} TrainOptions;

/* A stretch of tokens that may hold names; see HsTagChain. */
typedef struct
{
  gsize first;         /* in tokens */
  guint n;
  guint article;
} TrainStretch;

typedef struct
{
  GArray *stretches;   /* (owned) (element-type TrainStretch) */
  GArray *allowed;     /* (owned) (element-type guint32): of each token */
  GArray *gold;        /* (owned) (element-type guint32) */
  GArray *offsets;     /* (owned) (element-type gsize): of its features; one more than tokens */
  GArray *hashes;      /* (owned) (element-type guint64) */
  GArray *ids;         /* (owned) (element-type guint32): made of the hashes */
} TrainTable;

typedef struct
{
  guint64 *hashes;                   /* (owned) */
  float (*weights)[HS_TAG_WEIGHTS];  /* (owned) */
  guint n;
  HsTagSteps steps;
} TrainModel;

GPtrArray  *train_corpus_read   (const char     *folder,
                                 GError        **error);
void        train_article_free  (TrainArticle   *article);

GBytes     *train_names_read    (const char     *folder,
                                 guint32        *n_slots,
                                 guint32        *n_clusters,
                                 GError        **error);

TrainTable *train_table_new     (void);
void        train_table_add     (TrainTable         *self,
                                 const TrainArticle *article,
                                 guint               number,
                                 HsLexicons         *lexicons,
                                 const HsGazetteer  *gazetteer);
void        train_table_free    (TrainTable     *self);

TrainModel *train_learn         (TrainTable         *table,
                                 const guint8       *part,
                                 const TrainOptions *options);
void        train_model_free    (TrainModel     *model);
GBytes     *train_model_pack    (const TrainModel *model,
                                 GBytes           *names,
                                 guint32           n_slots,
                                 guint32           n_clusters);

G_END_DECLS
