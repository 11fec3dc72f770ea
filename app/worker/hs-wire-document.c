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

      hs_wire_put_number (out, block->kind);
      hs_wire_put_number (out, block->span.start);
      hs_wire_put_number (out, block->span.end);
      hs_wire_put_number (out, block->page);
      hs_wire_put_number (out, block->level);
      hs_wire_put_number (out, block->number);
      hs_wire_put_number (out, block->quoted);
      hs_wire_put_number (out, block->table);
      hs_wire_put_number (out, block->column);
      hs_wire_put_number (out, (block->continued ? 1 : 0) | (block->header ? 2 : 0));
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

static void
get_blocks (HsWireReader *self,
            HsDocument   *document)
{
  guint32 n = hs_wire_get_number (self);
  guint at = 0;

  self->broken = self->broken || n > MAX_BLOCKS || (gsize) n * 10 * sizeof (guint32) > self->left;
  for (guint32 i = 0; i < n && !self->broken; i++)
    {
      HsBlock block = { 0 };
      guint32 flags;

      block.kind = hs_wire_get_number (self);
      block.span.start = hs_wire_get_number (self);
      block.span.end = hs_wire_get_number (self);
      block.page = hs_wire_get_number (self);
      block.level = hs_wire_get_number (self);
      block.number = hs_wire_get_number (self);
      block.quoted = hs_wire_get_number (self);
      block.table = hs_wire_get_number (self);
      block.column = hs_wire_get_number (self);
      flags = hs_wire_get_number (self);
      block.continued = (flags & 1) != 0;
      block.header = (flags & 2) != 0;
      if ((guint) block.kind >= HS_N_BLOCK_KINDS || block.span.start < at || block.span.start >= block.span.end
          || block.span.end > document->length || !is_boundary (document, block.span.start)
          || !is_boundary (document, block.span.end))
        {
          self->broken = TRUE;
          return;
        }
      at = block.span.end;
      g_array_append_val (document->blocks, block);
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
  hs_document_unpack_places (document, places);
  return self->broken ? NULL : g_steal_pointer (&document);
}
