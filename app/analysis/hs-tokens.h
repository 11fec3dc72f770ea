/* hs-tokens.h: text to words, numbers, marks and sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-lexicons-private.h"
#include "hs-span.h"

G_BEGIN_DECLS

typedef enum
{
  HS_TOKEN_WORD,
  HS_TOKEN_NUMBER,
  HS_TOKEN_CLITIC,   /* the possessive 's */
  HS_TOKEN_QUOTE,
  HS_TOKEN_MARK
} HsTokenKind;

typedef enum
{
  HS_TOKEN_CAPITAL = 1 << 0,       /* begins with a capital */
  HS_TOKEN_UPPER = 1 << 1,         /* two or more letters, all capital */
  HS_TOKEN_SPACED = 1 << 2,        /* white space before it */
  HS_TOKEN_FIRST = 1 << 3,         /* first word of its sentence */
  HS_TOKEN_DOTTED = 1 << 4,        /* an abbreviation with its full stop */
  HS_TOKEN_DIGITS = 1 << 5,        /* a word with digits in it */
  HS_TOKEN_INITIAL = 1 << 6        /* one capital and a full stop */
} HsTokenFlags;

typedef struct
{
  HsSpan span;
  guint8 kind;
  guint8 flags;
  guint16 block;
  guint sentence;
  const char *fold;            /* (unowned): lower case, straight apostrophes */
  const HsLexEntry *entry;     /* (unowned) (nullable): the word alone */
} HsToken;

/* Cuts @span of @text into tokens appended to @tokens. Folded forms live in
 * the lexicon or in @strings. @phrase: keep every full stop with its word, as
 * when a lexicon line is read. */
void hs_tokens_cut (const char   *text,
                    HsSpan        span,
                    HsLexicons   *lexicons,
                    GStringChunk *strings,
                    gboolean      phrase,
                    GArray       *tokens);

/* Whether a sentence ends after token @i of @tokens, before @end. */
gboolean hs_tokens_sentence_ends (const GArray *tokens,
                                  guint         i,
                                  guint         end);

static inline const HsToken *
hs_token_at (const GArray *tokens,
             guint         i)
{
  return &g_array_index (tokens, HsToken, i);
}

G_END_DECLS
