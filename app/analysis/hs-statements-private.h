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
  guint cue_words;                  /* of a cue of several words, 0: one word */
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

/* A quotation, not a word or two in marks. */
static inline const HsQuoted *
hs_reading_quote_at (const HsReading *self,
                     guint            i)
{
  guint q = self->quote_at[i];

  return q > 0 ? &g_array_index (self->quotes, HsQuoted, q - 1) : NULL;
}

static inline const HsQuoted *
hs_reading_long_quote_at (const HsReading *self,
                          guint            i)
{
  const HsQuoted *quote = hs_reading_quote_at (self, i);

  return quote != NULL && quote->n_words > 3 ? quote : NULL;
}

/* Cues: @forms are codes of the lexicon, any of which will do. */
const char *hs_cue_base         (const HsToken    *token);
const HsLexEntry *hs_cue_phrase (const HsReading  *self,
                                 guint             i,
                                 guint             end,
                                 guint            *n_words);
gboolean hs_cue_is_listed_verb  (const HsToken    *token);
gboolean hs_cue_is_stance_verb  (const HsToken    *token);
gboolean hs_cue_is_noun         (const HsToken    *token);
gboolean hs_cue_is_modal        (const HsToken    *token);
gboolean hs_cue_is_be           (const HsToken    *token);
gboolean hs_cue_is_class    (const HsToken    *token,
                             const char       *klass);
gboolean hs_cue_has_form    (const HsToken    *token,
                             const char       *forms);
gboolean hs_cue_is_noun_too (const HsToken    *token);
gboolean hs_cue_is_verb     (const HsReading  *self,
                             const HsSentence *sentence,
                             guint             i);
gboolean hs_clause_is_subject_name (const HsReading *self,
                                    guint            i);

/* Contents: what stands before and after who said it. */
guint    hs_contents_skip_adverbials (const HsReading  *self,
                                      guint             i,
                                      guint             end);
gboolean hs_contents_at_end          (const HsReading  *self,
                                      guint             i,
                                      guint             end);
void     hs_contents_add_following   (HsReading        *self,
                                      HsDraft          *draft,
                                      guint             i);
guint    hs_contents_quote_before    (const HsReading  *self,
                                      guint             first,
                                      guint             i);
gboolean hs_contents_after           (HsReading        *self,
                                      const HsSentence *sentence,
                                      guint             i,
                                      HsDraft          *draft);
gboolean hs_contents_before          (HsReading        *self,
                                      const HsSentence *sentence,
                                      guint             i,
                                      HsDraft          *draft);

gboolean hs_sources_find_left (HsReading        *self,
                               const HsSentence *sentence,
                               guint             i,
                               HsDraft          *draft);

/* Patterns; each returns TRUE when it made a statement from the cue at @i. */
gboolean hs_pattern_verb      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_according (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_quoted_as (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_embedded  (HsReading *self, guint quote, HsDraft *draft);
gboolean hs_pattern_mark      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_hearsay   (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_noun      (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_light     (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_passive   (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);
gboolean hs_pattern_attitude  (HsReading *self, const HsSentence *sentence, guint i, HsDraft *draft);

/* Who the speaker's words stand for. */
void hs_speakers_resolve (HsReading *self);

G_END_DECLS
