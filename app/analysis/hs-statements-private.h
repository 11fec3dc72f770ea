/* hs-statements-private.h: between the files that find statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

/* A statement in the making, in tokens; [0, 0) is none. */
typedef struct
{
  guint source_first, source_end;
  guint cue_first, cue_end;
  guint content_first[4], content_end[4];
  guint n_content;
  guint outlet_first, outlet_end;   /* the outlet the cue itself names: "OUTLET quoted …" */
  gboolean quoted;                  /* a direct quotation is (part of) the content */
  gboolean paraphrased;
} HsDraft;

void hs_draft_add_content   (HsDraft         *draft,
                             guint            first,
                             guint            end);
void hs_draft_add_quote     (HsReading       *self,
                             HsDraft         *draft,
                             guint            quote);
void hs_statements_add      (HsReading       *self,
                             const HsDraft   *draft);

/* Patterns; each returns TRUE when it made a statement from the cue at @i. */
gboolean hs_pattern_verb      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_according (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_quoted_as (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_embedded  (HsReading *self, guint quote, HsDraft *draft);
gboolean hs_pattern_mark      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_noun      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);

/* Who the speaker's words stand for. */
void hs_speakers_resolve (HsReading *self);

G_END_DECLS
