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
 * @evidence: (element-type HsEvidence): the words that show it
 */
typedef struct
{
  gint64 outlet;
  char *name;             /* (owned) (nullable) */
  GArray *speakers;       /* (owned) */
  GArray *articles;       /* (owned) */
  GArray *evidence;       /* (owned) */
} HsOrigin;

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
  guint n_articles;
  guint n_speakers;
} HsStory;

/* Pure and deterministic. Returns: (transfer full). */
HsStory *hs_story_build (const HsStoryArticle *articles,
                         guint                 n_articles,
                         GCancellable         *cancellable,
                         GError              **error);
void     hs_story_free  (HsStory              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStory, hs_story_free)

G_END_DECLS
