/* hs-story-private.h: between the files that build a story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-story.h"

G_BEGIN_DECLS

/* What one statement says, as sorted hashes of its words of content. */
typedef struct
{
  guint article;
  guint statement;
  gint64 speaker;       /* 0: nobody in particular */
  GArray *words;        /* (owned) (element-type guint64) */
  GArray *numbers;      /* (owned) (element-type guint64) */
  gboolean negated;
  guint group;          /* representative in the union */
} HsSaid;

void      hs_said_clear       (HsSaid                *said);
GArray   *hs_utterances_said  (const HsStoryArticle  *articles,
                               guint                  n_articles);
void      hs_utterances_join  (GArray                *said);
double    hs_utterances_alike (const HsSaid          *a,
                               const HsSaid          *b);
guint     hs_utterances_shared (const HsSaid         *a,
                                const HsSaid         *b);
void      hs_origins_find     (HsStory               *story,
                               const HsStoryArticle  *articles,
                               guint                  n_articles,
                               const GArray          *said,
                               GHashTable            *decided);
void      hs_edges_find       (HsStory               *story,
                               const HsStoryArticle  *articles,
                               guint                  n_articles,
                               const GArray          *said,
                               GHashTable            *decided);
void      hs_edge_free        (gpointer               data);

/* What the user decided of the edge, or NULL. */
const HsEdgeConstraint *hs_edge_decision (GHashTable *decided,
                                          HsNode      from,
                                          HsNode      to);

static inline gint64
hs_story_article_id (const HsStoryArticle *articles,
                     guint                 a)
{
  return articles[a].id != 0 ? articles[a].id : (gint64) a + 1;
}

G_END_DECLS
