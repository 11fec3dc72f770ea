/* hs-story.h: several articles of one story: utterances, origins, counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-analysis.h"
#include "hs-document.h"

G_BEGIN_DECLS

/* One article as it goes into a story. */
typedef struct
{
  HsDocument *document;   /* (unowned) */
  HsAnalysis *analysis;   /* (unowned) */
  const gint64 *entities; /* (unowned): the linked id of each local entity */
  gint64 outlet;          /* entity id of the publishing outlet, 0 unknown */
  gint64 id;              /* of the article, for keys that last; 0: its place in the array, from 1 */
} HsStoryArticle;

typedef struct
{
  guint article;          /* index into the articles handed in */
  HsSpan span;
} HsEvidence;

typedef struct
{
  guint article;
  guint statement;        /* index into that article's statements */
} HsStatementRef;

/* One act of speech that several statements report (or one). */
typedef struct
{
  gint64 speaker;         /* entity id, 0 unknown */
  GArray *statements;     /* (owned) (element-type HsStatementRef) */
} HsUtterance;

/**
 * HsOrigin:
 * @outlet: entity id of the outlet that first had it, 0 when unnamed
 * @name: (nullable): that outlet's name; %NULL when unnamed
 * @speakers: (element-type gint64): named speakers it carries
 * @articles: (element-type guint): articles that rest on it
 * @manners: (element-type HsViaManner): for each of @articles, how that is
 *   known: %HS_VIA_IMPLIED is proposed, from shared words alone
 * @evidence: (element-type HsEvidence): the words that show it
 */
typedef struct
{
  gint64 outlet;
  char *name;             /* (owned) (nullable) */
  GArray *speakers;       /* (owned) */
  GArray *articles;       /* (owned) */
  GArray *manners;        /* (owned) */
  GArray *evidence;       /* (owned) */
} HsOrigin;

typedef enum
{
  HS_NODE_SPEAKER,        /* id: entity */
  HS_NODE_OUTLET,         /* id: entity */
  HS_NODE_BEGINNING,      /* an origin without a name; id: of its first article */
  HS_NODE_ARTICLE         /* id: of the article */
} HsNodeKind;

typedef struct
{
  HsNodeKind kind;
  gint64 id;
} HsNode;

/**
 * HsEdge:
 * @key: "speaker:7>outlet:9", "outlet:9>article:31": the same after a new
 *   analysis, as long as the ids are
 * @evidence: (element-type HsEvidence): the words that show it; empty only
 *   where the user drew it
 * @confirmed: the user said so
 *
 * One step on the way from who spoke to who reads it.
 */
typedef struct
{
  HsNode from, to;
  HsViaManner manner;
  GArray *evidence;       /* (owned) */
  char *key;              /* (owned) */
  gboolean confirmed;
} HsEdge;

typedef enum
{
  HS_EDGE_CONFIRM,        /* it is so, or drawn by hand where the program saw none */
  HS_EDGE_CUT             /* it is not so */
} HsEdgeDecision;

/* What the user decided of one edge. Only edges into articles are decided. */
typedef struct
{
  const char *key;        /* (unowned): see #HsEdge */
  HsEdgeDecision decision;
} HsEdgeConstraint;

/**
 * HsStory:
 * @n_speakers: distinct named speakers of the story's statements
 *
 * What several articles together show. Origins: the story's independent
 * beginnings; first-hand reporting of an article counts as one.
 */
typedef struct
{
  char *title;            /* (owned) (nullable) */
  GPtrArray *utterances;  /* (owned) (element-type HsUtterance): every statement in exactly one */
  GPtrArray *origins;     /* (owned) (element-type HsOrigin) */
  GPtrArray *edges;       /* (owned) (element-type HsEdge): by key */
  guint n_articles;
  guint n_speakers;
} HsStory;

/* Pure and deterministic. Returns: (transfer full). */
HsStory *hs_story_build       (const HsStoryArticle   *articles,
                               guint                   n_articles,
                               GCancellable           *cancellable,
                               GError                **error);
/* The same, under what the user decided; a decision on an edge that is no
 * more has no effect. Returns: (transfer full). */
HsStory *hs_story_build_under (const HsStoryArticle   *articles,
                               guint                   n_articles,
                               const HsEdgeConstraint *constraints,
                               guint                   n_constraints,
                               GCancellable           *cancellable,
                               GError                **error);
void     hs_story_free        (HsStory                *self);
char    *hs_edge_make_key     (HsNode                  from,
                               HsNode                  to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStory, hs_story_free)

G_END_DECLS
