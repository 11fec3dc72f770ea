/* hs-reading.h: all that is known of one article, entity or story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-document.h"
#include "hs-span.h"
#include "hs-types.h"

G_BEGIN_DECLS

/* Immutable snapshots for the views, reference counted, made off the main
 * thread. Ids are those of the library; spans are bytes of document->text.
 * All strings and arrays are owned by the snapshot. */

typedef struct
{
  HsSpan span;
  HsMentionKind kind;
  HsMentionLevel level;
  gint64 entity;      /* 0 none */
  double confidence;
} HsReadingMention;

static inline gboolean
hs_reading_mention_is_proposed (const HsReadingMention *mention)
{
  return mention->level == HS_LEVEL_NAME && mention->entity != 0 && mention->confidence < HS_MENTION_PROPOSED_BELOW;
}

typedef struct
{
  gint64 outlet;      /* entity id, 0 none */
  char *name;         /* (nullable) */
  HsSpan span;
  HsViaManner manner;
} HsReadingVia;

typedef struct
{
  gint64 id;
  gint64 speaker;     /* entity id, 0 none */
  char *speaker_name; /* (nullable): the entity's name */
  HsSpan speaker_span;
  HsSpan cue;
  GArray *content;    /* (element-type HsSpan) */
  HsStatementForm form;
  gboolean named;
  gboolean denies;    /* the speaker denies the content */
  gboolean withholds; /* the speaker did not say, or would not */
  GPtrArray *vias;    /* (element-type HsReadingVia) */
  gint64 utterance;   /* 0 none */
  guint n_reports;    /* statements that report the same utterance, this one included */
} HsReadingStatement;

typedef struct
{
  char *code;         /* "headline-exceeds-body" */
  HsTone tone;
  GArray *spans;      /* (element-type HsSpan) */
  char *why;          /* (nullable) */
} HsReadingSignal;

typedef struct
{
  char *grade;        /* "B" or "3"; NULL: taken back */
  char *reason;       /* (nullable) */
  gint64 time;        /* Unix seconds */
} HsReadingGrade;

typedef struct
{
  gint64 id;
  gint64 seen;        /* Unix seconds */
  char *sha256;
} HsReadingRevision;

typedef struct
{
  gint64 id;
  HsSpan span;        /* empty: its words are no longer in the text */
  char *quote;
  char *body;
  char *tags;         /* comma separated */
  gint64 created;
  gint64 modified;
} HsReadingNote;

typedef struct
{
  gint64 entity;
  char *name;
  HsMentionKind kind;
  guint mentions;     /* in this article */
} HsReadingEntity;

/* One origin of a story. */
typedef struct
{
  gint64 outlet;      /* entity id, 0 unnamed */
  char *name;         /* (nullable) */
  GArray *speakers;   /* (element-type gint64) */
  GPtrArray *speaker_names; /* (element-type utf8) */
  GArray *articles;   /* (element-type gint64): library ids */
  GPtrArray *evidence; /* (element-type HsOccurrence) */
} HsReadingOrigin;

/* Words of some article that show something. */
typedef struct
{
  gint64 article;
  char *title;        /* of the article */
  char *outlet;       /* (nullable) */
  HsSpan span;
  char *before;       /* some words of context */
  char *words;
  char *after;
} HsOccurrence;

typedef struct
{
  gint64 id;
  char *title;
  GArray *articles;    /* (element-type gint64), oldest first */
  GPtrArray *origins;  /* (element-type HsReadingOrigin) */
  GArray *speakers;    /* (element-type gint64): named speakers, by entity id */
  GPtrArray *speaker_names; /* (element-type utf8), same order */
  guint n_articles;
  guint n_origins;
  guint n_speakers;
} HsStoryPage;

typedef struct
{
  gint64 id;
  HsDocument *document;
  char *sha256;        /* of the present revision's text */
  gint64 fetched;      /* Unix seconds */
  char *path;          /* (nullable): where it was imported from */
  gint64 source;       /* id of the outlet as a source (same ids as HsSource) */
  gboolean read;
  gboolean starred;
  gboolean waiting;    /* it is still to be analysed: what was found is empty until then */
  gboolean pictures;   /* those of its source are loaded without asking */
  gboolean foreign;    /* it is not in English: little of it can be analysed */
  guint read_to;       /* byte of the text that stood at the top of the window last */
  GArray *mentions;    /* (element-type HsReadingMention) by start, outer first */
  GPtrArray *entities; /* (element-type HsReadingEntity): most mentioned first */
  GPtrArray *statements; /* (element-type HsReadingStatement) */
  GPtrArray *signals;  /* (element-type HsReadingSignal) */
  GPtrArray *notes;    /* (element-type HsReadingNote) by span */
  GPtrArray *revisions; /* (element-type HsReadingRevision), latest first */
  GPtrArray *source_grades;  /* (element-type HsReadingGrade), latest first */
  GPtrArray *article_grades; /* (element-type HsReadingGrade), latest first */
  HsStoryPage *story;  /* (nullable): its story, also when it stands alone in it */
} HsReading;

typedef struct
{
  char *name;
  guint mentions;
  guint articles;         /* in which it is written so */
  guint first;            /* the first of these mentions among the occurrences */
  guint last;             /* and the last */
} HsEntityName;

typedef struct
{
  gint64 other;        /* the entity it may be the same as */
  char *name;
  char *why;
} HsProposal;

typedef struct
{
  gint64 id;
  HsMentionKind kind;
  char *name;
  GPtrArray *names;       /* (element-type HsEntityName), most used first */
  guint n_described;      /* mentions by a description or a pronoun: "the lawmaker", "he" */
  guint n_otherwise;      /* mentions by a name that is written like none of @names */
  GPtrArray *occurrences; /* (element-type HsOccurrence): every mention, by article, at most 2,000 */
  guint n_mentions;
  guint n_articles;
  GPtrArray *proposals;   /* (element-type HsProposal) */
} HsEntityPage;

#define HS_TYPE_READING (hs_reading_get_type ())
#define HS_TYPE_ENTITY_PAGE (hs_entity_page_get_type ())
#define HS_TYPE_STORY_PAGE (hs_story_page_get_type ())

GType         hs_reading_get_type     (void) G_GNUC_CONST;
HsReading    *hs_reading_ref          (HsReading    *self);
void          hs_reading_unref        (HsReading    *self);
GType         hs_entity_page_get_type (void) G_GNUC_CONST;
HsEntityPage *hs_entity_page_ref      (HsEntityPage *self);
void          hs_entity_page_unref    (HsEntityPage *self);
GType         hs_story_page_get_type  (void) G_GNUC_CONST;
HsStoryPage  *hs_story_page_ref       (HsStoryPage  *self);
void          hs_story_page_unref     (HsStoryPage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsReading, hs_reading_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsEntityPage, hs_entity_page_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoryPage, hs_story_page_unref)

G_END_DECLS
