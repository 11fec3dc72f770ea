/* hs-name-desk.h: what the name desk shows of an entity, and what is proposed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-pages.h"

G_BEGIN_DECLS

/* Two that may be one. */
typedef struct
{
  gint64 entity;     /* the one with more mentions: it would stay */
  gint64 other;
  char *why;         /* (owned) */
} HsStoredPair;

/* Articles of one day, month or year that name an entity. */
typedef struct
{
  char *period;      /* (owned): YYYY-MM-DD, YYYY-MM or YYYY */
  guint n;
} HsStoredPeriod;

/* Another entity in the same articles. */
typedef struct
{
  gint64 entity;
  HsMentionKind kind;
  char *name;        /* (owned) */
  guint n;           /* articles that name both */
} HsStoredCompany;

typedef struct
{
  GPtrArray *periods;   /* (owned) (element-type HsStoredPeriod): earliest first, none left out between */
  GPtrArray *company;   /* (owned) (element-type HsStoredCompany): most articles first */
  GPtrArray *said;      /* (owned) (element-type HsStoredPlace): what it said, latest first */
  GPtrArray *about;     /* (owned) (element-type HsStoredPlace): what others said that names it */
} HsStoredNameDesk;

/* How many of @ids are of which kind, by HsMentionKind.
 * Returns: (transfer full) (element-type guint): %NULL with @error set */
GArray       *hs_library_count_kinds     (HsLibrary     *self,
                                          const gint64  *ids,
                                          guint          n,
                                          GError       **error);
/* Another of its kind that is called @name. Returns: 0 none, -1 with @error set */
gint64        hs_library_find_namesake   (HsLibrary     *self,
                                          gint64         entity,
                                          const char    *name,
                                          GError       **error);
/* (element-type HsStoredPair): most mentioned first, no more than @limit; pairs that
 * are one by now, are kept apart or are named nowhere are left out. */
GPtrArray    *hs_library_load_proposals  (HsLibrary     *self,
                                          guint          limit,
                                          GError       **error);
/* How many there are, no more than @limit; -1 with @error set. */
int           hs_library_count_proposals (HsLibrary     *self,
                                          guint          limit,
                                          GError       **error);
HsStoredNameDesk *hs_library_load_name_desk       (HsLibrary     *self,
                                          gint64         entity,
                                          GError       **error);
void          hs_stored_pair_free        (HsStoredPair  *self);
void          hs_stored_name_desk_free        (HsStoredNameDesk  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsStoredNameDesk, hs_stored_name_desk_free)

G_END_DECLS
