/* hs-entities-private.h: what the makers of entities share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-entities.h"

G_BEGIN_DECLS

typedef struct
{
  HsReading *reading;
  GHashTable *by_key;    /* (owned) (element-type utf8 uint): kind and key: entity plus one */
  GArray *people;        /* (owned) (element-type uint): entities that are persons with full names */
  GHashTable *by_short;  /* (owned): a single word → the person it is short for, plus one; 0: none */
  GHashTable *apart;     /* (owned) (element-type utf8): keys of two names that are of two people */
} HsBinder;

static inline HsLocalEntity *
hs_binder_entity (HsBinder *b,
                  guint     index)
{
  return b->reading->analysis->entities->pdata[index];
}

guint       hs_entities_ensure     (HsBinder      *b,
                                    HsMentionKind  kind,
                                    const char    *key,
                                    const char    *name);
/* Names of one sentence that nobody spells in two ways there. */
GHashTable *hs_entities_find_apart (HsReading     *self);
gboolean    hs_entities_is_double  (HsBinder      *b,
                                    const HsFound *found);
void        hs_entities_bind_full  (HsBinder      *b,
                                    HsFound       *found);
void        hs_entities_bind_short (HsBinder      *b,
                                    HsFound       *found);

G_END_DECLS
