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

typedef struct
{
  guint outlet;    /* index into HsAnalysis.entities, or HS_NO_INDEX */
  HsSpan span;     /* the words that show it */
  HsViaManner manner;
} HsVia;

/**
 * HsStatement:
 * @speaker: the speaker's words, empty when none
 * @speaker_entity: index into #HsAnalysis.entities, or %HS_NO_INDEX
 * @content: (element-type HsSpan): in order, not overlapping, never empty
 * @named: whether the speaker is somebody in particular
 * @vias: (element-type HsVia): the outlets it came through, nearest first
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
} HsStatement;

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
