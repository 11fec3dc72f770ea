/* hs-article-reading.h: one article while it is being read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analysis.h"
#include "hs-document.h"
#include "hs-tokens.h"

G_BEGIN_DECLS

typedef struct
{
  HsBlockKind kind;
  HsSpan span;
  guint first, end;      /* tokens */
  gboolean title_case;   /* capitals say nothing here */
  gboolean skipped;      /* boilerplate: nothing is named or said in it */
} HsPart;

typedef struct
{
  guint first, end;      /* tokens */
  guint part;
} HsSentence;

/* A mention in the making. */
typedef struct
{
  guint first, end;      /* tokens */
  HsMentionKind kind;
  HsMentionLevel level;
  double confidence;
  const char *canonical; /* (unowned) (nullable): the name a lexicon gives it */
  const char *role;      /* (unowned) (nullable): words before a person */
  guint entity;
  gboolean outlet;       /* a news outlet or agency */
} HsFound;

/* A stretch in quotation marks. */
typedef struct
{
  HsSpan span;           /* with its marks */
  guint first, end;      /* tokens, marks included */
  guint part;
  guint n_words;
  gboolean open;         /* goes on in the next block: no closing mark */
  gboolean taken;        /* is the content of a statement */
} HsQuoted;

typedef struct
{
  HsLexicons *lexicons;  /* (unowned) */
  HsDocument *document;  /* (unowned) */
  const char *text;      /* (unowned) */
  GArray *tokens;        /* (owned) (element-type HsToken) */
  GArray *parts;         /* (owned) (element-type HsPart) */
  GArray *sentences;     /* (owned) (element-type HsSentence) */
  GArray *quotes;        /* (owned) (element-type HsQuoted) */
  GArray *found;         /* (owned) (element-type HsFound): by first token */
  guint *found_at;       /* (owned): for each token the index in found plus one */
  guint *quote_at;       /* (owned): for each token the index in quotes plus one */
  GStringChunk *strings; /* (owned) */
  HsAnalysis *analysis;  /* (owned) */
} HsReading;

HsReading *hs_reading_new  (HsLexicons *lexicons,
                            HsDocument *document);
void       hs_reading_free (HsReading  *self);

const HsLexEntry *hs_reading_match (const HsReading *self,
                                    guint            first,
                                    guint            end,
                                    guint            lists,
                                    guint           *n_tokens);
char  *hs_reading_words   (const HsReading *self,
                           guint            first,
                           guint            end);
HsSpan hs_reading_span    (const HsReading *self,
                           guint            first,
                           guint            end);
void   hs_reading_index_found (HsReading *self);
guint  hs_reading_token_at    (const HsReading *self,
                               guint            at);

static inline const HsToken *
hs_reading_token (const HsReading *self,
                  guint            i)
{
  return &g_array_index (self->tokens, HsToken, i);
}

static inline const HsFound *
hs_reading_found_at (const HsReading *self,
                     guint            i)
{
  guint f = self->found_at[i];

  return f > 0 ? &g_array_index (self->found, HsFound, f - 1) : NULL;
}

static inline gboolean
hs_token_is (const HsToken *token,
             const char    *fold)
{
  return token->fold[0] == fold[0] && g_str_equal (token->fold, fold);
}

static inline gboolean
hs_token_in (const HsToken *token,
             guint          lists)
{
  return hs_lex_entry_is (token->entry, lists);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReading, hs_reading_free)

/* The steps of reading, in order; each fills its part of the analysis. */
void hs_quotes_find       (HsReading *self);
void hs_mentions_find     (HsReading *self);
void hs_numbers_find      (HsReading *self);
void hs_press_find        (HsReading *self);
void hs_entities_bind     (HsReading *self);
void hs_statements_find   (HsReading *self);
void hs_vias_find         (HsReading *self);
void hs_modality_find     (HsReading *self);
void hs_quote_marks_find  (HsReading *self);
void hs_signals_find      (HsReading *self);
void hs_terms_find        (HsReading *self);
void hs_sketch_make       (HsReading *self);
void hs_descriptions_bind (HsReading *self);

G_END_DECLS
