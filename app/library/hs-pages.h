/* hs-pages.h: an entity with its places, and what completes a prefix
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/* Words of an article with some before and after. */
typedef struct
{
  gint64 article;
  char *title;       /* (owned) (nullable) */
  char *outlet;      /* (owned) (nullable) */
  HsSpan span;
  HsMentionLevel level; /* of a mention */
  char *before;      /* (owned) */
  char *words;       /* (owned) */
  char *after;       /* (owned) */
} HsStoredPlace;

typedef struct
{
  gint64 other;
  char *name;        /* (owned) */
  char *why;         /* (owned) */
} HsStoredProposal;

typedef struct
{
  HsStoredEntity *entity;  /* (owned) */
  GPtrArray *places;       /* (owned) (element-type HsStoredPlace): by article, latest first */
  GPtrArray *proposals;    /* (owned) (element-type HsStoredProposal) */
} HsStoredEntityPage;

typedef struct
{
  gboolean is_source;
  gint64 id;
  HsMentionKind kind;
  char *name;        /* (owned) */
  guint articles;
} HsStoredSuggestion;

HsStoredEntityPage *hs_library_load_entity      (HsLibrary   *self,
                                                 gint64       id,
                                                 guint        max_places,
                                                 GError     **error);
/* Some words around @span of each article, in the order asked.
 * @evidence: (element-type HsStoredEvidence)
 * Returns: (transfer full) (element-type HsStoredPlace) */
GPtrArray          *hs_library_load_places      (HsLibrary   *self,
                                                 GArray      *evidence,
                                                 GError     **error);
/* Returns: (transfer full) (element-type HsStoredSuggestion): most used first */
GPtrArray          *hs_library_suggest          (HsLibrary   *self,
                                                 const char  *prefix,
                                                 guint        limit,
                                                 gboolean     sources,
                                                 GError     **error);
void                hs_stored_place_free        (HsStoredPlace      *self);
void                hs_stored_proposal_free     (HsStoredProposal   *self);
void                hs_stored_entity_page_free  (HsStoredEntityPage *self);
void                hs_stored_suggestion_free   (HsStoredSuggestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredEntityPage, hs_stored_entity_page_free)

G_END_DECLS
