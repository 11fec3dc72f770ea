/* hs-document.h: one text as it came, cut into blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-span.h"
#include "hs-types.h"

G_BEGIN_DECLS

/**
 * HsBlock:
 * @kind: what it is
 * @span: bytes of the text, without white space at either end
 * @page: page of a PDF, from 1; 0 for what has no pages
 */
typedef struct
{
  HsBlockKind kind;
  HsSpan span;
  guint page;
} HsBlock;

/**
 * HsDocument:
 * @text: valid UTF-8, LF line ends, no byte-order mark
 * @blocks: (element-type HsBlock): in order, not overlapping, together
 *   covering all text but white space
 *
 * What a file or page says, as plain data: made by the room `pages`, read by
 * `analysis`, kept by `library`. Reference counted; whoever made it fills the
 * fields, after that it is immutable and may be read by any thread. What is
 * unknown is %NULL, never invented. Times are RFC 3339, or a plain date.
 */
typedef struct
{
  char *url;       /* (owned) (nullable) */
  char *title;     /* (owned) (nullable) */
  char *byline;    /* (owned) (nullable) */
  char *published; /* (owned) (nullable) */
  char *modified;  /* (owned) (nullable) */
  char *outlet;    /* (owned) (nullable): as text, "The Daily Example" */
  char *language;  /* (owned) (nullable): BCP 47, "en" */
  char *text;      /* (owned) */
  gsize length;    /* bytes of text */
  GArray *blocks;  /* (owned) (element-type HsBlock) */
  GPtrArray *images; /* (owned) (element-type utf8): addresses */
  GPtrArray *links;  /* (owned) (element-type utf8): addresses */
} HsDocument;

#define HS_TYPE_DOCUMENT (hs_document_get_type ())

GType       hs_document_get_type (void) G_GNUC_CONST;
HsDocument *hs_document_new      (char       *text);
HsDocument *hs_document_ref      (HsDocument *self);
void        hs_document_unref    (HsDocument *self);
void        hs_document_add_block (HsDocument  *self,
                                   HsBlockKind  kind,
                                   HsSpan       span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDocument, hs_document_unref)

G_END_DECLS
