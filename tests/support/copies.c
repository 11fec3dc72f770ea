/* copies.c: finding, among very many texts, those a text is a copy of
 *
 * Locality-sensitive hashing of MinHash sketches in bands (P. Indyk, R.
 * Motwani, "Approximate nearest neighbors", 1998; J. Leskovec, A. Rajaraman,
 * J. Ullman, "Mining of Massive Datasets", 3.4): a sketch is cut into bands of
 * three; who shares a band with it is compared in full. Of texts that share
 * half of their runs 94 in 100 share a band. Of a crowded band the latest are
 * looked at, so that the cost of one more text does not grow with their number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "copies.h"

#include <string.h>

#include "hs-sketch.h"

#define ROWS 3
#define BANDS (HS_SKETCH_SIZE / ROWS)
/* Entries kept of one band's value. */
#define MOST_IN_BUCKET 24

/* The low halves of the sketch's hashes: chance equals two in 2^32. */
typedef struct
{
  gint64 id;
  guint32 least[HS_SKETCH_SIZE];
} Entry;

/* Chains of one value, newest first. */
typedef struct
{
  guint32 value;
  guint32 entry;         /* index plus one, 0: free */
  guint32 next;          /* in `links`, plus one */
} Slot;

typedef struct
{
  guint32 entry;
  guint32 next;          /* plus one */
} Link;

struct _Copies
{
  GArray *entries;       /* (owned) (element-type Entry) */
  GArray *links;         /* (owned) (element-type Link) */
  Slot *slots;           /* (owned): open addressing */
  gsize n_slots;         /* a power of two */
  gsize n_used;
  GArray *seen;          /* (owned) (element-type guint32): for each entry the last query that met it */
  guint32 query;
};

/**
 * copies_new:
 *
 * Returns: (transfer full): an index without texts
 */
Copies *
copies_new (void)
{
  Copies *self = g_new0 (Copies, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->n_slots = 4096;
  self->slots = g_new0 (Slot, self->n_slots);
  return self;
}

void
copies_free (Copies *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_array_unref (self->links);
  g_array_unref (self->seen);
  g_free (self->slots);
  g_free (self);
}

static guint32
band_value (const GArray *sketch,
            guint         band)
{
  guint64 value = band + 1;

  for (guint r = 0; r < ROWS; r++)
    value = hs_sketch_mix (value ^ g_array_index (sketch, guint64, band * ROWS + r));
  return (guint32) (value >> 32);
}

static Slot *
find_slot (Slot   *slots,
           gsize   n_slots,
           guint32 value)
{
  gsize i = (value * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 20 & (n_slots - 1);

  while (slots[i].entry != 0 && slots[i].value != value)
    i = (i + 1) & (n_slots - 1);
  return &slots[i];
}

static void
grow (Copies *self)
{
  gsize n = self->n_slots * 2;
  Slot *slots = g_new0 (Slot, n);

  for (gsize i = 0; i < self->n_slots; i++)
    if (self->slots[i].entry != 0)
      *find_slot (slots, n, self->slots[i].value) = self->slots[i];
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n;
}

/* The newest stands in the slot, those before it in the chain behind. */
static void
put (Copies *self,
     guint32   value,
     guint32   entry)
{
  Slot *slot;

  if (self->n_used * 10 > self->n_slots * 7)
    grow (self);
  slot = find_slot (self->slots, self->n_slots, value);
  if (slot->entry == 0)
    self->n_used++;
  else
    {
      Link link = { slot->entry - 1, slot->next };

      g_array_append_val (self->links, link);
      slot->next = self->links->len;
    }
  slot->value = value;
  slot->entry = entry + 1;
}

/**
 * copies_add:
 * @self: the index
 * @id: of the text
 * @sketch: (element-type guint64): its sketch; an empty one is passed over
 *
 * Adds a text; one that was added before stands twice.
 */
void
copies_add (Copies     *self,
               gint64        id,
               const GArray *sketch)
{
  Entry entry = { id };
  guint32 zero = 0, at = self->entries->len;

  g_return_if_fail (self != NULL);

  if (sketch->len != HS_SKETCH_SIZE)
    return;
  for (guint i = 0; i < HS_SKETCH_SIZE; i++)
    entry.least[i] = (guint32) g_array_index (sketch, guint64, i);
  g_array_append_val (self->entries, entry);
  g_array_append_val (self->seen, zero);
  for (guint b = 0; b < BANDS; b++)
    put (self, band_value (sketch, b), at);
}

static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  const Copy *x = a, *y = b;

  if (x->overlap != y->overlap)
    return x->overlap > y->overlap ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
look_at (Copies     *self,
         guint32       at,
         const GArray *sketch,
         GArray       *found)
{
  const Entry *entry = &g_array_index (self->entries, Entry, at);
  guint same = 0;

  if (g_array_index (self->seen, guint32, at) == self->query)
    return;
  g_array_index (self->seen, guint32, at) = self->query;
  for (guint i = 0; i < HS_SKETCH_SIZE; i++)
    same += entry->least[i] == (guint32) g_array_index (sketch, guint64, i);
  if (same >= HS_COPY_OVERLAP * HS_SKETCH_SIZE)
    {
      Copy copy = { entry->id, same / (double) HS_SKETCH_SIZE };

      g_array_append_val (found, copy);
    }
}

/**
 * copies_find:
 * @self: the index
 * @sketch: (element-type guint64): of a text
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type Copy): texts that share at least
 *   %HS_COPY_OVERLAP of their runs with it, most alike first
 */
GArray *
copies_find (Copies     *self,
                const GArray *sketch,
                guint         limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Copy));

  g_return_val_if_fail (self != NULL, found);

  if (sketch->len != HS_SKETCH_SIZE)
    return found;
  self->query++;
  for (guint b = 0; b < BANDS; b++)
    {
      const Slot *slot = find_slot (self->slots, self->n_slots, band_value (sketch, b));
      guint32 next = slot->next;

      if (slot->entry == 0)
        continue;
      look_at (self, slot->entry - 1, sketch, found);
      for (guint n = 1; next != 0 && n < MOST_IN_BUCKET; n++)
        {
          const Link *link = &g_array_index (self->links, Link, next - 1);

          look_at (self, link->entry, sketch, found);
          next = link->next;
        }
    }
  g_array_sort (found, compare_copies);
  if (found->len > limit)
    g_array_set_size (found, limit);
  return found;
}

/**
 * copies_get_bytes:
 *
 * Returns: the memory its texts take
 */
gsize
copies_get_bytes (Copies *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len * (sizeof (Entry) + sizeof (guint32)) + self->links->len * sizeof (Link) +
         self->n_slots * sizeof (Slot);
}
