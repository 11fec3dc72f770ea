/* hs-story-set.h: a handful of articles, linked and told as stories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-index.h"
#include "hs-story.h"

G_BEGIN_DECLS

/**
 * HsStorySet:
 *
 * What a library does with its articles, in memory: each is linked to what the
 * ones before it named, put into a story, and at the end every story is built.
 * Not thread-safe.
 */
#define HS_TYPE_STORY_SET (hs_story_set_get_type ())
G_DECLARE_FINAL_TYPE (HsStorySet, hs_story_set, HS, STORY_SET, GObject)

/**
 * HsStorySetArticle:
 * @entities: for each of analysis->entities, the id of the entity it is
 * @utterances: for each statement, its utterance; ids are unique in the set
 * @first_statement: number of its first statement in the set, from 1
 */
typedef struct
{
  char *file;            /* (owned) (nullable) */
  HsDocument *document;  /* (owned) */
  HsAnalysis *analysis;  /* (owned) */
  gint64 *entities;      /* (owned) */
  gint64 *utterances;    /* (owned) */
  gint64 first_statement;
  gint64 outlet;
  gint64 story;
} HsStorySetArticle;

/* @proposed: an entity it may be the same as, 0 none. */
typedef struct
{
  const HsKnownEntity *known;
  guint mentions;
  gint64 proposed;
  const char *why;       /* (nullable) */
} HsStorySetEntity;

HsStorySet              *hs_story_set_new            (void);
gboolean                 hs_story_set_add            (HsStorySet    *self,
                                                      const char    *file,
                                                      HsDocument    *document,
                                                      HsAnalysis    *analysis,
                                                      GError       **error);
void                     hs_story_set_move           (HsStorySet    *self,
                                                      guint          index,
                                                      guint          beside);
gboolean                 hs_story_set_build          (HsStorySet    *self,
                                                      GCancellable  *cancellable,
                                                      GError       **error);
guint                    hs_story_set_get_n_articles (HsStorySet    *self);
const HsStorySetArticle *hs_story_set_get_article    (HsStorySet    *self,
                                                      guint          index);
guint                    hs_story_set_get_n_stories  (HsStorySet    *self);
HsStory                 *hs_story_set_get_story      (HsStorySet    *self,
                                                      guint          index,
                                                      const GArray **articles);
GPtrArray               *hs_story_set_list_entities  (HsStorySet    *self);

G_END_DECLS
