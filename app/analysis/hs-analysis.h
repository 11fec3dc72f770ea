/* hs-analysis.h: what was found in one article, as plain records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-span.h"
#include "hs-types.h"

G_BEGIN_DECLS

#define HS_NO_INDEX G_MAXUINT

/**
 * HsMention:
 * @span: bytes of the article's text
 * @entity: index into #HsAnalysis.entities, or %HS_NO_INDEX
 * @confidence: 0 to 1; rules that cannot err say 1
 */
typedef struct
{
  HsSpan span;
  HsMentionKind kind;
  HsMentionLevel level;
  guint entity;
  double confidence;
} HsMention;

/**
 * HsLocalEntity:
 * @name: the best name the article gives it
 * @names: (array zero-terminated=1): distinct names, as written
 * @keys: (array zero-terminated=1): what other spellings of it would share
 * @roles: (array zero-terminated=1): normalised roles the article states of
 *   it ("ambassador to russia"); roles that exclude each other keep two apart
 * @context: (array zero-terminated=1): further words that identify it: body it
 *   belongs to, nationality
 *
 * A thing named in one article, before it is linked to what is known.
 */
typedef struct
{
  HsMentionKind kind;
  char *name;      /* (owned) */
  char **names;    /* (owned) */
  char **keys;     /* (owned) */
  char **roles;    /* (owned) */
  char **context;  /* (owned) */
} HsLocalEntity;

/* @step: 0 is whom the article has it from, 1 whom that one has it from; two
 * outlets of one step are named side by side. */
typedef struct
{
  guint outlet;    /* index into HsAnalysis.entities, or HS_NO_INDEX */
  HsSpan span;     /* the words that show it */
  HsViaManner manner;
  guint step;
} HsVia;

/**
 * HsCommitment:
 *
 * How somebody stands behind what is attributed to him. Up to
 * %HS_COMMITMENT_WITHHOLDS it is an act of speech; what comes after is told of
 * his mind or his doings.
 */
typedef enum
{
  HS_COMMITMENT_SAYS,
  HS_COMMITMENT_CONFIRMS,
  HS_COMMITMENT_CLAIMS,
  HS_COMMITMENT_DENIES,
  HS_COMMITMENT_WARNS,
  HS_COMMITMENT_PREDICTS,
  HS_COMMITMENT_PROMISES,
  HS_COMMITMENT_ASKS,
  HS_COMMITMENT_ORDERS,
  HS_COMMITMENT_JUDGES,
  HS_COMMITMENT_REPEATS,
  HS_COMMITMENT_SHOWS,
  HS_COMMITMENT_WITHHOLDS,
  HS_COMMITMENT_BELIEVES,
  HS_COMMITMENT_KNOWS,
  HS_COMMITMENT_FEELS,
  HS_COMMITMENT_DOUBTS,
  HS_COMMITMENT_WISHES,
  HS_COMMITMENT_DECIDES,
  HS_N_COMMITMENTS
} HsCommitment;

typedef enum
{
  HS_POLARITY_AFFIRMS,
  HS_POLARITY_DENIES,
  HS_POLARITY_NEITHER
} HsPolarity;

/**
 * HsStep:
 *
 * How far an act has come, as words say it.
 */
typedef enum
{
  HS_STEP_NONE = -1,
  HS_STEP_DENIED,
  HS_STEP_DOUBTED,
  HS_STEP_CONSIDERED,
  HS_STEP_ASKED,
  HS_STEP_TALKS,
  HS_STEP_AGREED,
  HS_STEP_SIGNED,
  HS_STEP_DELIVERED,
  HS_N_STEPS
} HsStep;

typedef enum
{
  HS_PLACE_HEADLINE,
  HS_PLACE_BODY,
  HS_PLACE_STATEMENT
} HsStepPlace;

/**
 * HsModality:
 * @statement: index into #HsAnalysis.statements where @place is
 *   %HS_PLACE_STATEMENT
 * @act: normalised word for what it is about ("buy"): steps of one act compare
 * @step: the furthest that is asserted here
 * @span: the word that says the step
 */
typedef struct
{
  HsStepPlace place;
  guint statement;
  const char *act;         /* (unowned) static */
  HsStep step;
  HsSpan span;
} HsModality;

/**
 * HsStatement:
 * @speaker: the speaker's words, empty when none
 * @speaker_entity: index into #HsAnalysis.entities, or %HS_NO_INDEX
 * @content: (element-type HsSpan): in order, not overlapping, never empty
 * @named: whether the speaker is somebody in particular
 * @vias: (element-type HsVia): the outlets it came through, nearest first
 * @commitment: what the cue says of the speaker; a quotation is said
 * @polarity: whether he puts the content forward or denies it
 */
typedef struct
{
  HsSpan speaker;
  guint speaker_entity;
  HsSpan cue;
  GArray *content;   /* (owned) */
  HsStatementForm form;
  gboolean named;
  GArray *vias;      /* (owned) */
  HsCommitment commitment;
  HsPolarity polarity;
} HsStatement;

/* Whether something is said, not only wished, believed or done. */
static inline gboolean
hs_statement_is_speech (const HsStatement *statement)
{
  return statement->commitment <= HS_COMMITMENT_WITHHOLDS || statement->form != HS_FORM_PARAPHRASE;
}

typedef enum
{
  HS_QUOTE_BRACKET,        /* "[S-300]": the editor's word */
  HS_QUOTE_GLOSS,          /* "(banned here – ed.)" inside the marks, or a step that
                              the paraphrase beside the marks goes beyond them */
  HS_QUOTE_CUT             /* "…" inside the marks: something was left out */
} HsQuoteMarkKind;

/* Where the words between quotation marks may not be the speaker's own. */
typedef struct
{
  guint statement;         /* index into HsAnalysis.statements */
  HsQuoteMarkKind kind;
  HsSpan span;
} HsQuoteMark;

/**
 * HsSignal:
 * @code: a stable name, "headline-exceeds-body"
 * @spans: (element-type HsSpan): the words; never empty
 * @why: (nullable): one neutral, translated-at-display sentence in English,
 *   with what is particular to this text
 */
typedef struct
{
  char *code;      /* (owned) */
  HsTone tone;
  GArray *spans;   /* (owned) */
  char *why;       /* (owned) (nullable) */
} HsSignal;

/* An upstream outlet or record that the article as a whole rests on. */
typedef struct
{
  guint outlet;    /* index into HsAnalysis.entities, or HS_NO_INDEX */
  HsSpan span;
  HsViaManner manner;
} HsUpstream;

/**
 * HsAnalysis:
 *
 * Everything found in one article by itself. Reference counted, immutable once
 * handed out; may be read by any thread.
 */
typedef struct
{
  GPtrArray *entities;   /* (owned) (element-type HsLocalEntity) */
  GArray *mentions;      /* (owned) (element-type HsMention): by start, outer first */
  GPtrArray *statements; /* (owned) (element-type HsStatement): in text order */
  GPtrArray *signals;    /* (owned) (element-type HsSignal) */
  GArray *upstream;      /* (owned) (element-type HsUpstream) */
  GArray *terms;         /* (owned) (element-type guint64): hashes that place the
                            article in a story: sorted, at most 64 */
  GArray *sketch;        /* (owned) (element-type guint64): MinHash of the text */
  GArray *modality;      /* (owned) (element-type HsModality): headline, body, statements */
  GArray *quote_marks;   /* (owned) (element-type HsQuoteMark): by statement */
} HsAnalysis;

HsAnalysis    *hs_analysis_new       (void);
HsAnalysis    *hs_analysis_ref       (HsAnalysis *self);
void           hs_analysis_unref     (HsAnalysis *self);

HsLocalEntity *hs_local_entity_new   (HsMentionKind  kind,
                                      const char    *name);
void           hs_local_entity_free  (HsLocalEntity *self);
HsStatement   *hs_statement_new      (void);
void           hs_statement_free     (HsStatement   *self);
HsSignal      *hs_signal_new         (const char    *code,
                                      HsTone         tone,
                                      const char    *why);
void           hs_signal_free        (HsSignal      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsAnalysis, hs_analysis_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsLocalEntity, hs_local_entity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStatement, hs_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsSignal, hs_signal_free)

G_END_DECLS
