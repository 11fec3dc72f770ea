/* hs-wire-document.c: a document, packed and rebuilt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever reads a document trusts its spans, so what does not hold what
 * #HsDocument promises is not rebuilt.
 */
#include "hs-wire.h"

/* Pages say less; what says more is refused. */
#define MAX_BLOCKS 4000000
#define MAX_ADDRESSES 1000000
#define BLOCK_NUMBERS 11
/* What only says how to show a block is no larger, or it is nonsense. */
#define MAX_LOOK 1000000

static void
put_strings (GByteArray *out,
             GPtrArray  *strings)
{
  hs_wire_put_number (out, strings->len);
  for (guint i = 0; i < strings->len; i++)
    hs_wire_put_string (out, g_ptr_array_index (strings, i));
}

/**
 * hs_wire_put_document:
 * @out: what to add it to
 * @document: a document
 */
void
hs_wire_put_document (GByteArray       *out,
                      const HsDocument *document)
{
  const char *const strings[] = { document->url,    document->title,    document->byline,  document->published,
                                  document->modified, document->outlet, document->language };
  g_autofree char *places = hs_document_pack_places (document);

  hs_wire_put_bytes (out, document->text, document->length);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    hs_wire_put_string (out, strings[i]);
  hs_wire_put_number (out, document->blocks->len);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      const guint32 numbers[BLOCK_NUMBERS] = { block->kind,   block->span.start, block->span.end, block->page,
                                               block->level,  block->number,     block->quoted,   block->table,
                                               block->column, block->continued,  block->header };

      g_byte_array_append (out, (const guint8 *) numbers, sizeof numbers);
    }
  put_strings (out, document->images);
  put_strings (out, document->links);
  hs_wire_put_string (out, places);
}

static gboolean
is_boundary (const HsDocument *document,
             guint             at)
{
  return at == document->length || ((guchar) document->text[at] & 0xC0) != 0x80;
}

static gboolean
is_sound (const HsDocument *document,
          const HsBlock    *block,
          guint             after)
{
  return (guint) block->kind < HS_N_BLOCK_KINDS && block->span.start >= after && block->span.start < block->span.end
         && block->span.end <= document->length && is_boundary (document, block->span.start)
         && is_boundary (document, block->span.end) && block->level <= MAX_LOOK && block->quoted <= MAX_LOOK
         && block->table <= MAX_LOOK && block->column <= MAX_LOOK;
}

static void
get_blocks (HsWireReader *self,
            HsDocument   *document)
{
  guint32 n = hs_wire_get_number (self);
  guint after = 0;

  self->broken = self->broken || n > MAX_BLOCKS || (gsize) n * BLOCK_NUMBERS * sizeof (guint32) > self->left;
  for (guint32 i = 0; i < n && !self->broken; i++)
    {
      guint32 numbers[BLOCK_NUMBERS];
      HsBlock block;

      for (guint k = 0; k < BLOCK_NUMBERS; k++)
        numbers[k] = hs_wire_get_number (self);
      block = (HsBlock){ .kind = numbers[0], .span = { numbers[1], numbers[2] }, .page = numbers[3],
                         .level = numbers[4], .number = numbers[5], .quoted = numbers[6], .table = numbers[7],
                         .column = numbers[8], .continued = numbers[9] != 0, .header = numbers[10] != 0 };
      if (!is_sound (document, &block, after))
        self->broken = TRUE;
      else
        g_array_append_val (document->blocks, block);
      after = block.span.end;
    }
}

static void
get_strings (HsWireReader *self,
             GPtrArray    *strings)
{
  guint32 n = hs_wire_get_number (self);

  self->broken = self->broken || n > MAX_ADDRESSES || (gsize) n * sizeof (guint32) > self->left;
  for (guint32 i = 0; i < n && !self->broken; i++)
    {
      char *string = hs_wire_get_string (self);

      if (string != NULL)
        g_ptr_array_add (strings, string);
    }
}

/**
 * hs_wire_get_document:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the next document, sound: UTF-8, its blocks
 *   in order, within the text and between characters; %NULL when it is not so,
 *   and @self is broken
 */
HsDocument *
hs_wire_get_document (HsWireReader *self)
{
  g_autoptr (HsDocument) document = NULL;
  g_autofree char *places = NULL;
  char *text = hs_wire_get_string (self);

  if (text == NULL)
    {
      self->broken = TRUE;
      return NULL;
    }
  document = hs_document_new (text);
  document->url = hs_wire_get_string (self);
  document->title = hs_wire_get_string (self);
  document->byline = hs_wire_get_string (self);
  document->published = hs_wire_get_string (self);
  document->modified = hs_wire_get_string (self);
  document->outlet = hs_wire_get_string (self);
  document->language = hs_wire_get_string (self);
  get_blocks (self, document);
  get_strings (self, document->images);
  get_strings (self, document->links);
  places = hs_wire_get_string (self);
  /* after the addresses that they are of */
  if (!self->broken)
    hs_document_unpack_places (document, places);
  return self->broken ? NULL : g_steal_pointer (&document);
}
