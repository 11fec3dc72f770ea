/* hs-reader-text.h: the article as the reader shows it, and the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-reading.h"

G_BEGIN_DECLS

/**
 * HsParagraph:
 * @kind: what it is
 * @ours: words of the window (a byline, a folded stretch), not of the article
 * @fold: which stretch of boilerplate it stands for or belongs to; -1 none
 * @image: which of the document's image places it is; -1 none. It is then one
 *   character that stands for the picture
 * @block: (nullable) (unowned): what it shows
 * @start: first character in the shown text
 * @words: first character of the article's own words: a bullet stands before it
 * @end: one past the last
 */
typedef struct
{
  HsBlockKind kind;
  gboolean ours;
  int fold;
  int image;
  const HsBlock *block;
  guint start;
  guint words;
  guint end;
} HsParagraph;

/**
 * HsReaderTextForm:
 * @unfolded: (array length=n_unfolded) (nullable): which folds are open
 * @stacked: (array length=n_stacked) (nullable): by number of the table, whether
 *   its cells stand under each other, because they have no room beside each other
 */
typedef struct
{
  const gboolean *unfolded;
  guint n_unfolded;
  const gboolean *stacked;
  guint n_stacked;
} HsReaderTextForm;

/**
 * HsReaderText:
 *
 * What the reader shows of an article: its blocks as short paragraphs, one a
 * line, boilerplate folded to one line where it stands. Converts between bytes
 * of the article and characters of the shown text.
 */
typedef struct _HsReaderText HsReaderText;

HsReaderText *hs_reader_text_new            (HsReading              *reading,
                                             const HsReaderTextForm *form);
void          hs_reader_text_free           (HsReaderText       *self);
const char   *hs_reader_text_get_text       (HsReaderText       *self,
                                             gsize              *length);
const GArray *hs_reader_text_get_paragraphs (HsReaderText       *self);
guint         hs_reader_text_get_n_folds    (HsReaderText       *self);
guint         hs_reader_text_find_paragraph (HsReaderText       *self,
                                             guint               offset);
/* The fold that hides @byte, -1 when it is shown. */
int           hs_reader_text_get_fold       (HsReaderText       *self,
                                             guint               byte);
/* Calls @func for every shown stretch of @span, in characters. */
typedef void (*HsReaderTextFunc) (guint start, guint end, gpointer user_data);
void          hs_reader_text_foreach        (HsReaderText       *self,
                                             HsSpan              span,
                                             HsReaderTextFunc    func,
                                             gpointer            user_data);
/* FALSE when no byte of @span is shown. */
gboolean      hs_reader_text_to_chars       (HsReaderText       *self,
                                             HsSpan              span,
                                             guint              *start,
                                             guint              *end);
/* FALSE when @offset is among words of ours. */
gboolean      hs_reader_text_to_byte        (HsReaderText       *self,
                                             guint               offset,
                                             guint              *byte);
/* The stretch of the article between two places of the shown text. */
HsSpan        hs_reader_text_to_span        (HsReaderText       *self,
                                             guint               start,
                                             guint               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReaderText, hs_reader_text_free)

G_END_DECLS
