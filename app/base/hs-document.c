/* hs-document.c: one text as it came, cut into blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-document.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (HsDocument, hs_document, hs_document_ref, hs_document_unref)

static void
hs_document_clear (gpointer data)
{
  HsDocument *self = data;

  g_free (self->url);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->published);
  g_free (self->modified);
  g_free (self->outlet);
  g_free (self->language);
  g_free (self->text);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->images);
  g_ptr_array_unref (self->links);
}

/**
 * hs_document_new:
 * @text: (transfer full): valid UTF-8 with LF line ends
 *
 * Returns: (transfer full): a document without blocks yet
 */
HsDocument *
hs_document_new (char *text)
{
  HsDocument *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_atomic_rc_box_new0 (HsDocument);
  self->text = text;
  self->length = strlen (text);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (HsBlock));
  self->images = g_ptr_array_new_with_free_func (g_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

HsDocument *
hs_document_ref (HsDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
hs_document_unref (HsDocument *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, hs_document_clear);
}

/**
 * hs_document_add_block:
 * @self: a document that nobody else reads yet
 * @kind: what the block is
 * @span: its bytes, after those of the last block
 */
void
hs_document_add_block (HsDocument *self,
                       HsBlockKind kind,
                       HsSpan      span)
{
  HsBlock block = { kind, span, 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.start < span.end && span.end <= self->length);

  g_array_append_val (self->blocks, block);
}
