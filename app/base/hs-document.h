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
 * @level: of a heading, 1 to 6; of an item, how deep its list stands in others,
 *   from 1; 0 where it is not known
 * @number: of an item of a numbered list, its number; 0 for any other
 * @quoted: how many quotations that are set apart it stands in
 * @table: which table of the document it is a row of, from 1; 0 none. A tab
 *   stands between its cells
 * @column: of a row, how many empty cells stand before its first words
 * @continued: it goes on with the item of a list that a block before it began
 * @header: it is a row that says what the columns of its table are
 *
 * What stands after @page is for whoever shows the text; it may be 0 throughout.
 */
typedef struct
{
  HsBlockKind kind;
  HsSpan span;
  guint page;
  guint level;
  guint number;
  guint quoted;
  guint table;
  guint column;
  gboolean continued;
  gboolean header;
} HsBlock;

/**
 * HsLinkPlace:
 * @span: the words that lead somewhere
 * @link: which of the document's links
 */
typedef struct
{
  HsSpan span;
  guint link;
} HsLinkPlace;

/**
 * HsImagePlace:
 * @at: byte of the text; the picture stands before the first block that starts
 *   there or later
 * @image: which of the document's images
 * @width: in pixels, as the page states it; 0 unknown
 * @height: likewise
 * @alt: (nullable): what the page says that it shows
 */
typedef struct
{
  guint at;
  guint image;
  guint width;
  guint height;
  char *alt; /* (owned) (nullable) */
} HsImagePlace;

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
  GArray *link_places;  /* (owned) (element-type HsLinkPlace): in order, not overlapping */
  GArray *image_places; /* (owned) (element-type HsImagePlace): in order */
} HsDocument;

#define HS_TYPE_DOCUMENT (hs_document_get_type ())

GType       hs_document_get_type (void) G_GNUC_CONST;
HsDocument *hs_document_new      (char       *text);
HsDocument *hs_document_ref      (HsDocument *self);
void        hs_document_unref    (HsDocument *self);
void        hs_document_add_block (HsDocument  *self,
                                   HsBlockKind  kind,
                                   HsSpan       span);
gboolean    hs_document_is_within_block (const HsDocument *self,
                                         HsSpan            span);
void        hs_document_add_image (HsDocument  *self,
                                   guint        image,
                                   guint        at,
                                   const char  *alt,
                                   guint        width,
                                   guint        height);
char       *hs_document_pack_places   (const HsDocument *self);
void        hs_document_unpack_places (HsDocument       *self,
                                       const char       *packed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDocument, hs_document_unref)

G_END_DECLS
