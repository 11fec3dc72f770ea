/* hs-index.h: what analysis must look up, asked of whoever keeps it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-analysis.h"

G_BEGIN_DECLS

/**
 * HsKnownEntity:
 * @id: of the entity; ids are positive
 * @names: (array zero-terminated=1): every name it has; until hs_index_complete() perhaps
 *   only those by which it was first met under the keys, and @id perhaps of one that was
 *   merged into it
 * @roles: (array zero-terminated=1) (nullable): see #HsLocalEntity; with @context,
 *   %NULL until hs_index_complete()
 * @context: (array zero-terminated=1) (nullable)
 * @n_articles: articles that mention it; 0 until hs_index_complete() perhaps
 * @merged: whether the analyst merged others into it: its names need not be alike
 * @alike_only: whether it was found by words of its name that are spelled alike, see
 *   hs_index_key_is_of_likeness(), and by no other key
 * @exact: whether it goes by the very name that was asked for
 */
typedef struct
{
  gint64 id;
  HsMentionKind kind;
  char *name;      /* (owned) */
  char **names;    /* (owned) */
  char **roles;    /* (owned) (nullable) */
  char **context;  /* (owned) (nullable) */
  guint n_articles;
  gboolean merged;
  gboolean alike_only;
  gboolean exact;
} HsKnownEntity;

/* Whether what shares @key need not be one: parts of names, "b:", "h:" and "w:". */
gboolean hs_index_key_is_of_likeness (const char *key);

void hs_known_entity_free (HsKnownEntity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsKnownEntity, hs_known_entity_free)

/**
 * HsKnownArticle:
 * @story: the story it stands in, positive
 * @n_shared: how many of the asked terms it has
 * @n_terms: how many terms it has
 * @share: how much of the smaller of the two is in both, its terms weighed by
 *   how few articles carry them; 0 to 1
 */
typedef struct
{
  gint64 id;
  gint64 story;
  guint n_shared;
  guint n_terms;
  double share;
} HsKnownArticle;

double hs_index_weigh_term (double n_articles,
                            double n_carriers);
double hs_index_get_share  (double weight,
                            double asked,
                            guint  n_asked,
                            guint  n_terms);

#define HS_TYPE_INDEX (hs_index_get_type ())
G_DECLARE_INTERFACE (HsIndex, hs_index, HS, INDEX, GObject)

struct _HsIndexInterface
{
  GTypeInterface parent_iface;

  /* Entities of @kind that have at least one of @keys: first those that go by this very
   * @name, the most mentioned before the others; those that were found by likeness alone
   * last. Of very many the most mentioned. What complete() fills in may be missing.
   * Returns: (transfer full) (element-type HsKnownEntity) */
  GPtrArray *(*find_entities) (HsIndex            *self,
                               HsMentionKind       kind,
                               const char         *name,
                               const char * const *keys,
                               GError            **error);
  /* Of these those that go by this very @name. */
  GPtrArray *(*find_named)    (HsIndex            *self,
                               HsMentionKind       kind,
                               const char         *name,
                               const char * const *keys,
                               GError            **error);
  /* (nullable): fills in what find_entities left out: all names, roles, context. */
  gboolean   (*complete)      (HsIndex            *self,
                               HsKnownEntity      *known,
                               GError            **error);
  /* Articles that share most of @terms, each term weighed: at most @limit, most
   * shared first, then by id. Not those told long before or after. Terms carried by very
   * many articles may be passed over.
   * Returns: (transfer full) (element-type HsKnownArticle) */
  GArray    *(*find_articles) (HsIndex            *self,
                               const GArray       *terms,
                               guint               limit,
                               GError            **error);
};

GPtrArray *hs_index_find_entities (HsIndex            *self,
                                   HsMentionKind       kind,
                                   const char         *name,
                                   const char * const *keys,
                                   GError            **error);
GPtrArray *hs_index_find_named    (HsIndex            *self,
                                   HsMentionKind       kind,
                                   const char         *name,
                                   const char * const *keys,
                                   GError            **error);
gboolean   hs_index_complete      (HsIndex            *self,
                                   HsKnownEntity      *known,
                                   GError            **error);
GArray    *hs_index_find_articles (HsIndex            *self,
                                   const GArray       *terms,
                                   guint               limit,
                                   GError            **error);

/* An index in memory, for `analyse` and for tests. Takes part in the same
 * flow as the library: link, then add. */
#define HS_TYPE_MEMORY_INDEX (hs_memory_index_get_type ())
G_DECLARE_FINAL_TYPE (HsMemoryIndex, hs_memory_index, HS, MEMORY_INDEX, GObject)

HsMemoryIndex *hs_memory_index_new         (void);
/* Adds what one article says of an entity; @id 0 makes a new one. Returns its id. */
gint64         hs_memory_index_add_entity  (HsMemoryIndex       *self,
                                            gint64               id,
                                            const HsLocalEntity *entity);
/* @story 0 makes a new one. Returns the story's id. */
gint64         hs_memory_index_add_article (HsMemoryIndex *self,
                                            gint64         id,
                                            gint64         story,
                                            const GArray  *terms);
/* Puts the article into @story, 0: one of its own. Returns the story's id. */
gint64         hs_memory_index_move_article (HsMemoryIndex *self,
                                             gint64         id,
                                             gint64         story);
/* (transfer none) (nullable) */
const HsKnownEntity *hs_memory_index_get_entity (HsMemoryIndex *self,
                                                 gint64         id);

G_END_DECLS
