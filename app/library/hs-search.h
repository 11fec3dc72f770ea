/* hs-search.h: what is typed in the search field, compiled and run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

typedef enum
{
  HS_SEARCH_ARTICLES,
  HS_SEARCH_STORIES,
  HS_SEARCH_SOURCES,
  HS_SEARCH_ENTITIES,
  HS_SEARCH_NOTES
} HsSearchWhat;

/* Called with some of the ids as they are found; FALSE ends the search. */
typedef gboolean (*HsSearchFunc) (const gint64 *ids,
                                  guint         n,
                                  gpointer      data);

/* @typing: the last word may be the beginning of one, and what is not finished
 * yet is no mistake. @first: how many are handed over at once at first; later
 * ones come in thousands. */
gboolean hs_library_find (HsLibrary     *self,
                          HsSearchWhat   what,
                          const char    *query,
                          gboolean       typing,
                          guint          first,
                          HsSearchFunc   func,
                          gpointer       data,
                          GCancellable  *cancellable,
                          GError       **error);

G_END_DECLS
