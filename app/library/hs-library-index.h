/* hs-library-index.h: what analysis asks, answered from the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"
#include "hs-index.h"

G_BEGIN_DECLS

#define HS_TYPE_LIBRARY_INDEX (hs_library_index_get_type ())
G_DECLARE_FINAL_TYPE (HsLibraryIndex, hs_library_index, HS, LIBRARY_INDEX, GObject)

/* Lives no longer than a transaction of @database; used on its thread. It remembers
 * which articles carry a term: who writes terms in between tells it. */
HsIndex *hs_library_index_new     (HsDatabase     *database);
/* An article that is never an answer: the one that asks. */
void     hs_library_index_exclude (HsLibraryIndex *self,
                                   gint64          article);
/* @article carries @terms from now on. */
void     hs_library_index_note    (HsLibraryIndex *self,
                                   const GArray   *terms,
                                   gint64          article);
/* Some article lost its terms. */
void     hs_library_index_forget  (HsLibraryIndex *self);

G_END_DECLS
