/* hs-turns.h: whose turn it is, so many to a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsTurns:
 * @per_key: how many of one key may be under way
 * @max_in_all: how many altogether
 * @under_way: how many are
 *
 * Queues by key (a host). Keys take turns, so that a long queue or one that
 * does not move holds up no other.
 */
typedef struct
{
  guint per_key;
  guint max_in_all;
  guint under_way;
  GHashTable *keys;   /* (owned): those with somebody waiting or under way */
  GQueue ready;       /* (unowned): keys of which one more may start */
} HsTurns;

HsTurns *hs_turns_new    (void);
void     hs_turns_free   (HsTurns    *self);
/* @item: (unowned); lower @serial numbers first within a key */
void     hs_turns_add    (HsTurns    *self,
                          const char *key,
                          gpointer    item,
                          guint64     serial);
/* Takes one that waits out again. */
void     hs_turns_remove (HsTurns    *self,
                          const char *key,
                          gpointer    item);
/* Returns: (nullable): one that is under way from now on; NULL when all must wait */
gpointer hs_turns_begin  (HsTurns    *self);
/* One of @key is no longer under way. */
void     hs_turns_end    (HsTurns    *self,
                          const char *key);

G_END_DECLS
