/* hs-turns.c: whose turn it is, so many to a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-turns.h"

typedef struct
{
  guint64 serial;
  gpointer item;   /* (unowned) */
} Waiting;

typedef struct
{
  char *key;       /* (owned) */
  guint under_way;
  gboolean ready;  /* stands in the queue of keys */
  GQueue waiting;  /* (owned) (element-type Waiting) */
} Key;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_queue_clear_full (&key->waiting, g_free);
  g_free (key->key);
  g_free (key);
}

/**
 * hs_turns_new:
 * Returns: (transfer full): turns of which nobody waits: one at a time for each key
 */
HsTurns *
hs_turns_new (void)
{
  HsTurns *self = g_new0 (HsTurns, 1);

  self->per_key = 1;
  self->max_in_all = G_MAXUINT;
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, key_free);
  g_queue_init (&self->ready);
  return self;
}

/**
 * hs_turns_free:
 * @self: (transfer full): turns
 */
void
hs_turns_free (HsTurns *self)
{
  g_queue_clear (&self->ready);
  g_hash_table_unref (self->keys);
  g_free (self);
}

/* A key of which nobody waits or is under way is forgotten. */
static void
settle (HsTurns *self,
        Key     *key)
{
  gboolean ready = key->waiting.length > 0 && key->under_way < self->per_key;

  if (ready && !key->ready)
    g_queue_push_tail (&self->ready, key);
  if (!ready && key->ready)
    g_queue_remove (&self->ready, key);
  key->ready = ready;
  if (key->waiting.length == 0 && key->under_way == 0)
    g_hash_table_remove (self->keys, key->key);
}

static int
compare_serial (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Waiting *x = a;
  const Waiting *y = b;

  return x->serial < y->serial ? -1 : x->serial > y->serial;
}

/**
 * hs_turns_add:
 * @self: turns
 * @key: of one key only so many are under way at a time
 * @item: (transfer none): what waits
 * @serial: lower numbers first within a key
 */
void
hs_turns_add (HsTurns    *self,
              const char *key,
              gpointer    item,
              guint64     serial)
{
  Key *found = g_hash_table_lookup (self->keys, key);
  Waiting *waiting = g_new (Waiting, 1);
  const Waiting *last;

  if (found == NULL)
    {
      found = g_new0 (Key, 1);
      found->key = g_strdup (key);
      g_queue_init (&found->waiting);
      g_hash_table_insert (self->keys, found->key, found);
    }
  waiting->serial = serial;
  waiting->item = item;
  last = g_queue_peek_tail (&found->waiting);
  if (last == NULL || last->serial <= serial)
    g_queue_push_tail (&found->waiting, waiting);
  else
    g_queue_insert_sorted (&found->waiting, waiting, compare_serial, NULL);
  settle (self, found);
}

/**
 * hs_turns_remove:
 * @self: turns
 * @key: its key
 * @item: one that waits
 *
 * Takes it out again.
 */
void
hs_turns_remove (HsTurns    *self,
                 const char *key,
                 gpointer    item)
{
  Key *found = g_hash_table_lookup (self->keys, key);

  g_return_if_fail (found != NULL);

  for (GList *link = found->waiting.head; link != NULL; link = link->next)
    if (((Waiting *) link->data)->item == item)
      {
        g_free (link->data);
        g_queue_delete_link (&found->waiting, link);
        break;
      }
  settle (self, found);
}

/**
 * hs_turns_begin:
 * @self: turns
 *
 * Returns: (transfer none) (nullable): one that is under way from now on; %NULL when all
 *   must wait
 */
gpointer
hs_turns_begin (HsTurns *self)
{
  g_autofree Waiting *waiting = NULL;
  Key *key;

  if (self->under_way >= self->max_in_all)
    return NULL;
  key = g_queue_pop_head (&self->ready);
  if (key == NULL)
    return NULL;
  key->ready = FALSE;
  waiting = g_queue_pop_head (&key->waiting);
  key->under_way++;
  self->under_way++;
  settle (self, key);
  return waiting->item;
}

/**
 * hs_turns_end:
 * @self: turns
 * @key: one of this key is no longer under way
 */
void
hs_turns_end (HsTurns    *self,
              const char *key)
{
  Key *found = g_hash_table_lookup (self->keys, key);

  g_return_if_fail (found != NULL && found->under_way > 0);

  found->under_way--;
  self->under_way--;
  settle (self, found);
}
