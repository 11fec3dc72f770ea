/* hs-stored.h: what the library keeps, loaded as plain records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analysis.h"
#include "hs-document.h"

G_BEGIN_DECLS

/* All of these are snapshots: made by one thread, immutable once handed out,
 * readable by any. Times are Unix seconds. */

/**
 * HsStoredEntity:
 * @names: (array zero-terminated=1): every spelling in the library, most used
 *   first
 */
typedef struct
{
  gint64 id;
  HsMentionKind kind;
  char *name;        /* (owned) */
  char **names;      /* (owned) */
  guint n_mentions;  /* in the whole library */
  guint n_articles;
} HsStoredEntity;

/**
 * HsStoredNote:
 * @span: bytes of the present text; empty when its words are no longer there
 * @quote: the exact words it is anchored to
 * @prefix: some words before them
 * @suffix: some words after them
 * @tags: (nullable): comma separated
 */
typedef struct
{
  gint64 id;
  gint64 article;
  HsSpan span;
  char *quote;       /* (owned) */
  char *prefix;      /* (owned) */
  char *suffix;      /* (owned) */
  char *body;        /* (owned) */
  char *tags;        /* (owned) (nullable) */
  gint64 created;
  gint64 modified;
} HsStoredNote;

typedef struct
{
  char grade;        /* 'A' to 'F', '1' to '6'; 0: taken back */
  char *reason;      /* (owned) (nullable) */
  gint64 time;
} HsStoredGrade;

typedef struct
{
  gint64 id;
  gint64 seen;
  char *sha256;      /* (owned): of the text, hexadecimal */
} HsStoredRevision;

typedef struct
{
  gint64 outlet;     /* entity id, 0 unnamed */
  char *name;        /* (owned) (nullable) */
  GArray *speakers;  /* (owned) (element-type gint64): entity ids */
  GArray *articles;  /* (owned) (element-type gint64): article ids */
  GArray *evidence;  /* (owned) (element-type HsStoredEvidence) */
} HsStoredOrigin;

typedef struct
{
  gint64 article;    /* article id */
  HsSpan span;
} HsStoredEvidence;

typedef struct
{
  gint64 id;
  gint64 speaker;    /* entity id, 0 unknown */
  GArray *statements; /* (owned) (element-type gint64): statement ids */
} HsStoredUtterance;

/**
 * HsStoredStory:
 * @articles: (element-type gint64): oldest first
 * @speakers: (element-type gint64): the named speakers of its statements
 */
typedef struct
{
  gint64 id;
  char *title;           /* (owned) (nullable) */
  GArray *articles;      /* (owned) */
  GPtrArray *utterances; /* (owned) (element-type HsStoredUtterance) */
  GPtrArray *origins;    /* (owned) (element-type HsStoredOrigin) */
  GArray *speakers;      /* (owned) */
  GPtrArray *known;      /* (owned) (element-type HsStoredEntity): of outlets and speakers, by id */
  guint n_articles;
  guint n_origins;
  guint n_speakers;
} HsStoredStory;

/**
 * HsStored:
 * @document: with what the analyst corrected put in
 * @analysis: of the present revision, as the analyser gave it
 * @entities: (element-type gint64): for each of analysis->entities, the entity
 *   of the library it is (after merges)
 * @known: (element-type HsStoredEntity): the distinct ones of @entities and the
 *   outlet, by id; see hs_stored_find_entity()
 * @utterances: (element-type gint64): for each of analysis->statements, the
 *   utterance it reports, or 0
 * @reports: (element-type guint): for each statement, how many report the same
 *
 * The id of a statement is hs_sub_id (article id, index).
 */
typedef struct
{
  gint64 id;
  HsDocument *document;  /* (owned) */
  HsAnalysis *analysis;  /* (owned) */
  GArray *entities;      /* (owned) */
  GPtrArray *known;      /* (owned) */
  GArray *utterances;    /* (owned) */
  GArray *reports;       /* (owned) */
  GPtrArray *notes;      /* (owned) (element-type HsStoredNote): by span */
  GPtrArray *revisions;  /* (owned) (element-type HsStoredRevision): latest first */
  GPtrArray *article_grades; /* (owned) (element-type HsStoredGrade): latest first */
  GPtrArray *source_grades;  /* (owned) (element-type HsStoredGrade): latest first */
  char *sha256;          /* (owned): of the present text */
  char *path;            /* (owned) (nullable): where it was imported from */
  gint64 fetched;
  gint64 source;         /* id of the outlet as a source */
  gint64 outlet;         /* id of the outlet as an entity, 0 unknown */
  gint64 story;          /* 0 none */
  gboolean read;
  gboolean starred;
  gboolean sample;
  gboolean waiting;      /* was not analysed yet: there are no findings */
  gboolean pictures;     /* those of its source are loaded without asking */
  guint read_to;         /* byte that was at the top of the window last */
} HsStored;

/* Ids of what stands inside something else: never given out twice, the same
 * whenever the same text is analysed again. */
static inline gint64
hs_sub_id (gint64 parent,
           guint  index)
{
  return parent * 1048576 + index;
}

void                  hs_stored_free        (HsStored       *self);
const HsStoredEntity *hs_stored_find_entity (const HsStored *self,
                                             gint64          id);
const HsStoredEntity *hs_stored_get_entity  (const HsStored *self,
                                             guint           index);
gboolean              hs_stored_came_through
                                            (const HsStored    *self,
                                             const HsStatement *statement,
                                             const HsVia       *via);
void                  hs_stored_story_free  (HsStoredStory  *self);
const HsStoredEntity *hs_stored_story_find_entity (const HsStoredStory *self,
                                                   gint64               id);
HsStoredEntity       *hs_stored_entity_new  (gint64          id,
                                             HsMentionKind   kind,
                                             const char     *name);
void                  hs_stored_entity_free (HsStoredEntity *self);
void                  hs_stored_note_free   (HsStoredNote   *self);
void                  hs_stored_grade_free  (HsStoredGrade  *self);
void                  hs_stored_revision_free (HsStoredRevision *self);
void                  hs_stored_origin_free (HsStoredOrigin *self);
void                  hs_stored_utterance_free (HsStoredUtterance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStored, hs_stored_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredStory, hs_stored_story_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredEntity, hs_stored_entity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredNote, hs_stored_note_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredGrade, hs_stored_grade_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredRevision, hs_stored_revision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredOrigin, hs_stored_origin_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredUtterance, hs_stored_utterance_free)

G_END_DECLS
