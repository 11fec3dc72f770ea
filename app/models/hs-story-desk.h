/* hs-story-desk.h: a story laid out for comparing: its ways, matrix and times
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

/* Like the pages in hs-reading.h: an immutable snapshot, reference counted, made
 * off the main thread; all it points to is its own. */

typedef enum
{
  HS_DESK_SPEAKER,
  HS_DESK_OUTLET,
  HS_DESK_BEGINNING,     /* an origin without a name; id: its first article */
  HS_DESK_ARTICLE
} HsDeskNodeKind;

typedef struct
{
  HsDeskNodeKind kind;
  gint64 id;             /* of the entity or the article */
  char *name;            /* an article's is its outlet, or its title where that is unknown */
  char *detail;          /* (nullable): an article's title */
  gboolean origin;       /* an origin begins here */
} HsDeskNode;

typedef enum
{
  HS_DECIDED_PROGRAM,
  HS_DECIDED_CONFIRMED,
  HS_DECIDED_DRAWN,      /* by the user, where the program sees none */
  HS_DECIDED_CUT         /* it does not count any more */
} HsDecided;

typedef struct
{
  guint from, to;        /* index of nodes */
  HsViaManner manner;
  HsDecided decided;
  gboolean decidable;    /* only steps into articles are */
  char *reason;          /* (nullable) */
  gint64 time;           /* of the decision, Unix seconds; 0 none */
  GPtrArray *evidence;   /* (element-type HsOccurrence) */
} HsDeskLink;

typedef enum
{
  HS_STANCE_SILENT,
  HS_STANCE_SAYS,
  HS_STANCE_DENIES,
  HS_STANCE_DOUBTS,
  HS_STANCE_UNJUDGED,    /* there are words, and nobody said what they amount to */
  HS_N_STANCES
} HsStance;

typedef struct
{
  HsStance stance;
  gboolean by_user;
  char *value;           /* (nullable): what it says, where articles differ in that: "agreed" */
  GPtrArray *words;      /* (element-type HsOccurrence) */
} HsDeskCell;

typedef enum
{
  HS_MARK_NONE,
  HS_MARK_FITS,
  HS_MARK_AGAINST,
  HS_N_MARKS
} HsMark;

/* A question on which articles can differ. */
typedef struct
{
  gint64 id;             /* 0: only proposed */
  char *key;             /* (nullable): of the proposal */
  char *title;
  gboolean own;          /* the user's, not proposed */
  GPtrArray *cells;      /* (element-type HsDeskCell): one for each of articles */
  GArray *marks;         /* (element-type HsMark): one for each of hypotheses */
} HsDeskRow;

/* @against: rows marked against it, each counted once */
typedef struct
{
  gint64 id;
  char *title;
  guint fits;
  guint against;
} HsDeskHypothesis;

typedef struct
{
  gint64 id;
  char *title;
  char *outlet;          /* (nullable) */
  char *published;       /* (nullable): as stated */
  char *confirmed;       /* (nullable): YYYY-MM-DD, by the user */
} HsDeskArticle;

typedef enum
{
  HS_EVENT_ARTICLE,
  HS_EVENT_UTTERANCE,
  HS_EVENT_EDIT
} HsDeskEventKind;

/**
 * HsDeskEvent:
 * @from: (nullable): YYYY-MM-DD, %NULL: nobody knows
 * @to: (nullable): the last day, where it is a range
 * @stated: (nullable): the words for the time ("on Tuesday")
 * @step: (nullable): of an article: how far it says that the story's main act has
 *   come, so that the ladder can be followed in time
 * @wants_day: it can be told once the user confirms the day of its article
 */
typedef struct
{
  HsDeskEventKind kind;
  gint64 article;
  char *title;
  char *from;
  char *to;
  char *stated;
  char *step;
  gboolean wants_day;
  HsSpan span;           /* what to show in the article; may be empty */
} HsDeskEvent;

typedef struct
{
  gint64 id;
  HsStoryPage *page;
  GPtrArray *articles;   /* (element-type HsDeskArticle) */
  GPtrArray *nodes;      /* (element-type HsDeskNode) */
  GPtrArray *links;      /* (element-type HsDeskLink): cut ones last */
  GPtrArray *rows;       /* (element-type HsDeskRow): the user's own, then proposed ones */
  GPtrArray *hypotheses; /* (element-type HsDeskHypothesis) */
  GPtrArray *events;     /* (element-type HsDeskEvent): by date, undated last */
} HsStoryDesk;

#define HS_TYPE_STORY_DESK (hs_story_desk_get_type ())

GType        hs_story_desk_get_type (void) G_GNUC_CONST;
HsStoryDesk *hs_story_desk_ref      (HsStoryDesk *self);
void         hs_story_desk_unref    (HsStoryDesk *self);

/* --- on a workspace -------------------------------------------------------- */

void         hs_workspace_read_desk_async  (HsWorkspace         *self,
                                            gint64               story,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
HsStoryDesk *hs_workspace_read_desk_finish (HsWorkspace         *self,
                                            GAsyncResult        *result,
                                            GError             **error);

/**
 * HsDeskEdit:
 *
 * One decision at the desk. What a decision does not want is left out. All are
 * journaled and can be undone.
 */
typedef struct
{
  enum
  {
    HS_DESK_CONFIRM_LINK,      /* node, id, article, text: why (nullable) */
    HS_DESK_CUT_LINK,          /* the same */
    HS_DESK_LEAVE_LINK,        /* node, id, article */
    HS_DESK_CONFIRM_DAY,       /* article, text: YYYY-MM-DD, NULL takes it back */
    HS_DESK_ADD_ROW,           /* text */
    HS_DESK_RENAME_ROW,        /* row, text */
    HS_DESK_REMOVE_ROW,        /* row */
    HS_DESK_MERGE_ROWS,        /* row, into */
    HS_DESK_SET_STANCE,        /* row, article, value: HsStance, -1 as the program reads it */
    HS_DESK_MARK_ROW,          /* row, id: the hypothesis, value: HsMark */
    HS_DESK_ADD_HYPOTHESIS,    /* text */
    HS_DESK_RENAME_HYPOTHESIS, /* id, text */
    HS_DESK_REMOVE_HYPOTHESIS  /* id */
  } what;
  gint64 story;
  HsDeskNodeKind node;
  gint64 id;
  gint64 article;
  const HsDeskRow *row;        /* (unowned) */
  const HsDeskRow *into;       /* (unowned) */
  const char *text;            /* (unowned) (nullable) */
  int value;
} HsDeskEdit;

/* Puts articles into @story, 0: together into a new one; there they stay, whatever
 * is analysed again. One undo takes all of it back. Ends in
 * hs_workspace_edit_finish(): the story. */
void         hs_workspace_move_articles    (HsWorkspace         *self,
                                            const gint64        *articles,
                                            guint                n,
                                            gint64               story,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* Ends in hs_workspace_edit_finish(): the id of what was made. @edit is copied. */
void         hs_workspace_edit_desk        (HsWorkspace         *self,
                                            const HsDeskEdit    *edit,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoryDesk, hs_story_desk_unref)

G_END_DECLS
