/* hs-desk.h: a story laid out for comparing, and what the analyst decided of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"
#include "hs-story.h"

G_BEGIN_DECLS

/* All records are snapshots, as in hs-stored.h. */

typedef enum
{
  HS_EDGE_CHOICE_CONFIRM,  /* as in HsEdgeDecision */
  HS_EDGE_CHOICE_CUT,
  HS_EDGE_CHOICE_LEAVE     /* as the program sees it */
} HsEdgeChoice;

/**
 * HsStoredDecision:
 * @key: of the edge, by the entities as they are now
 * @reason: (nullable): why, in the analyst's words
 * @time: Unix seconds
 *
 * What counts of the decisions on one edge; none that is left to the program.
 */
typedef struct
{
  HsNode from, to;
  char *key;             /* (owned) */
  HsEdgeDecision decision;
  char *reason;          /* (owned) (nullable) */
  gint64 time;
} HsStoredDecision;

typedef struct
{
  HsNode from, to;
  HsViaManner manner;
  GArray *evidence;      /* (owned) (element-type HsStoredEvidence) */
} HsStoredEdge;

/* Ids of statements are hs_sub_id (article, index). */
typedef struct
{
  gint64 utterance;      /* id */
  gint64 a_article, b_article;
  guint a_statement, b_statement;
  HsVariantKind kind;
} HsStoredVariant;

/* A row of the matrix that the analyst had to do with. */
typedef struct
{
  gint64 id;
  char *key;             /* (owned) (nullable): of the proposal it was */
  char *title;           /* (owned) */
  gboolean kept;         /* made or taken over by the analyst */
  gboolean removed;
  gint64 merged;         /* the row it is a part of, 0 none */
} HsStoredRow;

typedef struct
{
  gint64 row;
  gint64 article;
  int stance;            /* of HsStance */
} HsStoredStance;

typedef struct
{
  gint64 id;
  char *title;           /* (owned) */
} HsStoredHypothesis;

typedef struct
{
  gint64 hypothesis;
  gint64 row;
  int mark;              /* 1 it fits, 2 it speaks against it */
} HsStoredMark;

typedef struct
{
  gint64 article;
  char *date;            /* (owned) */
} HsStoredDay;

typedef struct
{
  gint64 story;
  GPtrArray *edges;      /* (owned) (element-type HsStoredEdge): by key */
  GPtrArray *decisions;  /* (owned) (element-type HsStoredDecision) */
  GArray *variants;      /* (owned) (element-type HsStoredVariant) */
  GPtrArray *rows;       /* (owned) (element-type HsStoredRow): in the order they were made */
  GArray *stances;       /* (owned) (element-type HsStoredStance) */
  GPtrArray *hypotheses; /* (owned) (element-type HsStoredHypothesis) */
  GArray *marks;         /* (owned) (element-type HsStoredMark) */
  GPtrArray *days;       /* (owned) (element-type HsStoredDay) */
} HsStoredDesk;

/* A row as it is pointed at: by its id, or, where the program proposes it and the
 * analyst had nothing to do with it yet, by its key and what it is called. */
typedef struct
{
  gint64 story;
  gint64 id;             /* 0: by the key */
  const char *key;       /* (unowned) (nullable) */
  const char *title;     /* (unowned) (nullable) */
} HsRowRef;

/* Any thread; waits. Returns: (transfer full) (nullable): NULL with @error set */
HsStoredDesk *hs_library_load_desk         (HsLibrary       *self,
                                            gint64           story,
                                            GError         **error);
void          hs_stored_desk_free          (HsStoredDesk    *self);
/* Names of entities, as they are called now.
 * Returns: (transfer full) (element-type HsStoredEntity): those that are there */
GPtrArray    *hs_library_load_known        (HsLibrary       *self,
                                            GArray          *ids,
                                            GError         **error);

/* Decisions, as in hs-decisions.h. */

/* Of the step from @from into @article. @reason: (nullable) */
gboolean      hs_library_decide_edge       (HsLibrary       *self,
                                            HsNode           from,
                                            gint64           article,
                                            HsEdgeChoice     choice,
                                            const char      *reason,
                                            GError         **error);
/* Puts articles into @story, 0: into a new one of their own. They stay there
 * whatever comes. Returns: the story, -1 with @error set */
gint64        hs_library_move_articles     (HsLibrary       *self,
                                            const gint64    *articles,
                                            guint            n,
                                            gint64           story,
                                            GError         **error);
/* @date: (nullable): YYYY-MM-DD, NULL takes it back */
gboolean      hs_library_confirm_date      (HsLibrary       *self,
                                            gint64           article,
                                            const char      *date,
                                            GError         **error);

/* Returns: the id of the row, -1 with @error set */
gint64        hs_library_add_row           (HsLibrary       *self,
                                            gint64           story,
                                            const char      *title,
                                            GError         **error);
gboolean      hs_library_rename_row        (HsLibrary       *self,
                                            const HsRowRef  *row,
                                            const char      *title,
                                            GError         **error);
gboolean      hs_library_remove_row        (HsLibrary       *self,
                                            const HsRowRef  *row,
                                            GError         **error);
/* @row becomes a part of @into. */
gboolean      hs_library_merge_rows        (HsLibrary       *self,
                                            const HsRowRef  *row,
                                            const HsRowRef  *into,
                                            GError         **error);
/* @stance: of HsStance, -1 as the program reads it */
gboolean      hs_library_set_stance        (HsLibrary       *self,
                                            const HsRowRef  *row,
                                            gint64           article,
                                            int              stance,
                                            GError         **error);
gint64        hs_library_add_hypothesis    (HsLibrary       *self,
                                            gint64           story,
                                            const char      *title,
                                            GError         **error);
gboolean      hs_library_rename_hypothesis (HsLibrary       *self,
                                            gint64           hypothesis,
                                            const char      *title,
                                            GError         **error);
gboolean      hs_library_remove_hypothesis (HsLibrary       *self,
                                            gint64           hypothesis,
                                            GError         **error);
/* @mark: 0 nothing, 1 it fits, 2 it speaks against it */
gboolean      hs_library_mark_row          (HsLibrary       *self,
                                            const HsRowRef  *row,
                                            gint64           hypothesis,
                                            int              mark,
                                            GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredDesk, hs_stored_desk_free)

G_END_DECLS
