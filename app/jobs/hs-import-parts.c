/* hs-import-parts.c: the parts of an article joined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import-private.h"

#include <string.h>

/* A document being put together. */
typedef struct
{
  GString *text;       /* (owned) */
  GArray *blocks;      /* (owned) (element-type HsBlock) */
  GArray *links;       /* (owned) (element-type HsLinkPlace): of the new document's links */
  GHashTable *seen;    /* (owned) (element-type utf8): words of blocks of earlier parts, folded */
  GPtrArray *fresh;    /* (owned) (element-type utf8): those of this part */
  guint tables;        /* of earlier parts */
  const HsBlock *last; /* (unowned) (nullable): of this part, that was taken */
} Joining;

static guint
add_address (GPtrArray  *addresses,
             const char *address)
{
  guint at;

  if (g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, &at))
    return at;
  g_ptr_array_add (addresses, g_strdup (address));
  return addresses->len - 1;
}

static void
take_links (Joining          *self,
            HsDocument       *whole,
            const HsDocument *part,
            const HsBlock    *block,
            guint             at)
{
  for (guint i = 0; i < part->link_places->len; i++)
    {
      HsLinkPlace place = g_array_index (part->link_places, HsLinkPlace, i);

      if (!hs_span_contains (block->span, place.span) || place.link >= part->links->len)
        continue;
      place.link = add_address (whole->links, g_ptr_array_index (part->links, place.link));
      place.span.start = place.span.start - block->span.start + at;
      place.span.end = place.span.end - block->span.start + at;
      g_array_append_val (self->links, place);
    }
}

static void
take_block (Joining          *self,
            HsDocument       *whole,
            const HsDocument *part,
            const HsBlock    *block)
{
  HsBlock copy = *block;

  /* what stood between two blocks of one part stays */
  if (self->text->len > 0 && self->last != NULL && self->last + 1 == block)
    g_string_append_len (self->text, part->text + self->last->span.end, block->span.start - self->last->span.end);
  else if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  copy.span.start = (guint) self->text->len;
  g_string_append_len (self->text, part->text + block->span.start, block->span.end - block->span.start);
  copy.span.end = (guint) self->text->len;
  copy.table += copy.table > 0 ? self->tables : 0;
  g_array_append_val (self->blocks, copy);
  take_links (self, whole, part, block, copy.span.start);
  self->last = block;
}

static void
take_part (Joining          *self,
           HsDocument       *whole,
           const HsDocument *part,
           gboolean          first)
{
  guint tables = 0;

  self->last = NULL;
  for (guint i = 0; i < part->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (part->blocks, HsBlock, i);
      g_autofree char *words = g_utf8_casefold (part->text + block->span.start, block->span.end - block->span.start);

      tables = MAX (tables, block->table);
      /* headline, lead and credits stand over every part */
      if (!first && (block->kind == HS_BLOCK_HEADLINE || block->kind == HS_BLOCK_DATELINE
                     || g_hash_table_contains (self->seen, words)))
        continue;
      take_block (self, whole, part, block);
      g_ptr_array_add (self->fresh, g_steal_pointer (&words));
    }
  while (self->fresh->len > 0)
    g_hash_table_add (self->seen, g_ptr_array_steal_index_fast (self->fresh, self->fresh->len - 1));
  self->tables += tables;
  for (guint i = 0; i < part->links->len; i++)
    add_address (whole->links, g_ptr_array_index (part->links, i));
  for (guint i = 0; i < part->images->len; i++)
    add_address (whole->images, g_ptr_array_index (part->images, i));
}

/* Pictures of the first part keep their places; those of the others are listed. */
static void
take_pictures (HsDocument       *whole,
               const HsDocument *first)
{
  for (guint i = 0; i < first->image_places->len; i++)
    {
      const HsImagePlace *place = &g_array_index (first->image_places, HsImagePlace, i);

      if (place->image < first->images->len)
        hs_document_add_image (whole, add_address (whole->images, g_ptr_array_index (first->images, place->image)),
                               place->at, place->alt, place->width, place->height);
    }
}

/**
 * hs_import_join:
 * @parts: (element-type HsDocument): at least one, the first has the headline
 *
 * What stands over each part is taken once.
 *
 * Returns: (transfer full): one document of them all
 */
HsDocument *
hs_import_join (GPtrArray *parts)
{
  const HsDocument *first = g_ptr_array_index (parts, 0);
  g_autoptr (HsDocument) links = hs_document_new (g_strdup (""));
  Joining self = { .text = g_string_new (NULL),
                   .blocks = g_array_new (FALSE, FALSE, sizeof (HsBlock)),
                   .links = g_array_new (FALSE, FALSE, sizeof (HsLinkPlace)),
                   .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                   .fresh = g_ptr_array_new_with_free_func (g_free) };
  HsDocument *whole;

  for (guint i = 0; i < parts->len; i++)
    take_part (&self, links, g_ptr_array_index (parts, i), i == 0);
  whole = hs_document_new (g_string_free (self.text, FALSE));
  g_ptr_array_extend_and_steal (whole->links, g_steal_pointer (&links->links));
  g_ptr_array_extend_and_steal (whole->images, g_steal_pointer (&links->images));
  links->links = g_ptr_array_new ();
  links->images = g_ptr_array_new ();
  g_array_append_vals (whole->blocks, self.blocks->data, self.blocks->len);
  g_array_append_vals (whole->link_places, self.links->data, self.links->len);
  take_pictures (whole, first);
  whole->url = g_strdup (first->url);
  whole->title = g_strdup (first->title);
  whole->byline = g_strdup (first->byline);
  whole->published = g_strdup (first->published);
  whole->modified = g_strdup (first->modified);
  whole->outlet = g_strdup (first->outlet);
  whole->language = g_strdup (first->language);
  g_array_unref (self.blocks);
  g_array_unref (self.links);
  g_hash_table_unref (self.seen);
  g_ptr_array_unref (self.fresh);
  return whole;
}
