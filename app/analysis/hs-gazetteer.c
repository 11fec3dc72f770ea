/* hs-gazetteer.c: names of people and places, looked up where they lie in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-gazetteer.h"

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
 * hs_gazetteer_find:
 * @self: a gazetteer; one without slots knows nothing
 * @hash: of a folded name, from hs_gazetteer_hash() and hs_gazetteer_join()
 *
 * Returns: the #HsGazetteerFlags of that name, 0: not known
 */
guint
hs_gazetteer_find (const HsGazetteer *self,
                   guint32            hash)
{
  guint32 slot;

  if (self->n_slots == 0)
    return 0;
  slot = hs_gazetteer_slot (hash, self->n_slots);
  for (guint32 tried = 0; tried < self->n_slots && self->keys[slot] != 0; tried++)
    {
      if (self->keys[slot] == hash)
        return self->flags[slot];
      if (++slot == self->n_slots)
        slot = 0;
    }
  return 0;
}
