/* hs-gazetteer.h: names and clusters of words, looked up where they lie in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HS_GAZETTEER_GIVEN = 1 << 0,   /* a given name */
  HS_GAZETTEER_FAMILY = 1 << 1,  /* a family name */
  HS_GAZETTEER_CITY = 1 << 2,
  HS_GAZETTEER_REGION = 1 << 3,  /* a province, a state, a district */
  HS_GAZETTEER_MORE = 1 << 4,    /* a longer name begins with this word */
  HS_GAZETTEER_WOMAN = 1 << 6,   /* given names; not the tagger's business */
  HS_GAZETTEER_MAN = 1 << 7
} HsGazetteerFlags;

/* What the tagger is told. */
#define HS_GAZETTEER_TAGGED 0x1f

/* Words that stand in like places make a cluster; like clusters make a larger one,
 * and those again. */
#define HS_GAZETTEER_DEGREES 3

/**
 * HsGazetteer:
 * @keys: (array length=n_slots): hashes of folded names and words, 0 for an empty slot
 * @clusters: (array length=n_slots): of each, one more than the cluster that a
 *   word belongs to; 0: none
 * @flags: (array length=n_slots): #HsGazetteerFlags of each
 * @groups: (array length=n_clusters): the two coarser clusters of each
 * @n_slots: how many
 * @n_clusters: how many
 *
 * A hash table that is used as it lies in the bytes of the model: nothing is
 * read, nothing is built. Names are known by a hash alone; of 2^32 hashes some
 * 150,000 are taken, so a word is mistaken for another once in 30,000 times,
 * which the tagger, that only takes hints from it, can bear.
 */
typedef struct
{
  const guint32 *keys;   /* (unowned) */
  const guint16 *clusters;   /* (unowned) */
  const guint8 *flags;   /* (unowned) */
  const guint8 (*groups)[HS_GAZETTEER_DEGREES - 1];   /* (unowned) */
  guint32 n_slots, n_clusters;
} HsGazetteer;

/* Words per name that are looked up at most. */
#define HS_GAZETTEER_LONGEST 4

guint32 hs_gazetteer_hash   (const char        *fold);
gsize   hs_gazetteer_size   (guint32            n_slots,
                             guint32            n_clusters);
void    hs_gazetteer_init   (HsGazetteer       *self,
                             const void        *bytes,
                             guint32            n_slots,
                             guint32            n_clusters);
guint   hs_gazetteer_find   (const HsGazetteer *self,
                             guint32            hash,
                             guint16           *clusters);

/* The hash of a name that goes on with the word of hash @word. */
static inline guint32
hs_gazetteer_join (guint32 hash,
                   guint32 word)
{
  hash = (hash ^ (word + 0x9e3779b9u)) * 0x85ebca6bu;
  return hash ^ (hash >> 15);
}

/* The slot where the search for @hash begins. */
static inline guint32
hs_gazetteer_slot (guint32 hash,
                   guint32 n_slots)
{
  return (guint32) (((guint64) (hash * 0x9e3779b1u) * n_slots) >> 32);
}

G_END_DECLS
