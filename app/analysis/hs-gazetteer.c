/* hs-gazetteer.c: names and words, looked up where they lie in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-gazetteer.h"

#include <string.h>

/**
 * hs_gazetteer_hash:
 * @fold: a word in lower case
 *
 * FNV-1a (Fowler, Noll, Vo) with the final mixing of MurmurHash3 (Appleby).
 *
 * Returns: its hash, never 0
 */
guint32
hs_gazetteer_hash (const char *fold)
{
  guint32 hash = 2166136261u;

  for (const guchar *p = (const guchar *) fold; *p != '\0'; p++)
    hash = (hash ^ *p) * 16777619u;
  hash ^= hash >> 16;
  hash *= 0x85ebca6bu;
  hash ^= hash >> 13;
  return hash != 0 ? hash : 1;
}

/**
 * hs_gazetteer_size:
 * @n_slots: slots of a table
 * @n_clusters: clusters it knows
 *
 * Returns: how many bytes such a table takes
 */
gsize
hs_gazetteer_size (guint32 n_slots,
                   guint32 n_clusters)
{
  return (gsize) n_slots * (sizeof (guint32) + sizeof (guint16) + 1) + (gsize) n_clusters * (HS_GAZETTEER_DEGREES - 1);
}

/**
 * hs_gazetteer_init:
 * @self: a gazetteer
 * @bytes: hs_gazetteer_size() bytes, at an even multiple of four: keys, clusters,
 *   flags, groups; outlive it
 * @n_slots: slots of the table
 * @n_clusters: clusters it knows
 */
void
hs_gazetteer_init (HsGazetteer *self,
                   const void  *bytes,
                   guint32      n_slots,
                   guint32      n_clusters)
{
  self->n_slots = n_slots;
  self->n_clusters = n_clusters;
  self->keys = bytes;
  self->clusters = (const guint16 *) (self->keys + n_slots);
  self->flags = (const guint8 *) (self->clusters + n_slots);
  self->groups = (gconstpointer) (self->flags + n_slots);
}

/**
 * hs_gazetteer_find:
 * @self: a gazetteer; one without slots knows nothing
 * @hash: of a folded name, from hs_gazetteer_hash() and hs_gazetteer_join()
 * @clusters: (out) (optional) (array fixed-size=3): its clusters, from fine to
 *   coarse; 0: not known
 *
 * Returns: the #HsGazetteerFlags of that name, 0: not known as a name
 */
guint
hs_gazetteer_find (const HsGazetteer *self,
                   guint32            hash,
                   guint16           *clusters)
{
  guint32 slot, cluster;

  if (clusters != NULL)
    memset (clusters, 0, sizeof *clusters * HS_GAZETTEER_DEGREES);
  if (self->n_slots == 0)
    return 0;
  slot = hs_gazetteer_slot (hash, self->n_slots);
  for (guint32 tried = 0; tried < self->n_slots && self->keys[slot] != hash; tried++)
    {
      if (self->keys[slot] == 0)
        return 0;
      if (++slot == self->n_slots)
        slot = 0;
    }
  cluster = self->clusters[slot];
  if (clusters != NULL && cluster > 0 && cluster <= self->n_clusters)
    {
      clusters[0] = cluster;
      for (guint k = 1; k < HS_GAZETTEER_DEGREES; k++)
        clusters[k] = self->groups[cluster - 1][k - 1] + 1;
    }
  return self->flags[slot];
}
