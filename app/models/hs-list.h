/* hs-list.h: a lazy list over the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

typedef enum
{
  HS_LIST_ARTICLES, /* HsArticle: newest first */
  HS_LIST_STORIES,  /* HsStoryItem: of two articles or more, latest first */
  HS_LIST_SOURCES,  /* HsSource: by name */
  HS_LIST_ENTITIES, /* HsEntity: most mentioned first */
  HS_LIST_NOTES     /* HsNote: latest first */
} HsListWhat;

/**
 * HsList:
 *
 * A #GListModel over ids of the library. `get_item` returns at once; a million
 * rows open as fast as ten: the first page of ids arrives first, the rest after
 * it. Follows the library by itself. Main thread only.
 *
 * A list that is given a new query replaces its rows by remove-all, then
 * add-all: views keep their own selection by id.
 *
 * Properties: `query` (string, see DESIGN §4 QUERY; "" is everything),
 * `loading` (gboolean), `error` (string, nullable: why the query cannot be
 * run, in words for the user; the rows stay as they were), `n-items` (guint).
 * For entities the query also takes `kind:person`; for all but articles, words
 * match the name, title or note.
 */
#define HS_TYPE_LIST (hs_list_get_type ())
G_DECLARE_FINAL_TYPE (HsList, hs_list, HS, LIST, GObject)

HsList     *hs_list_new       (HsWorkspace *workspace,
                               HsListWhat   what);
void        hs_list_set_query (HsList      *self,
                               const char  *query);
const char *hs_list_get_query (HsList      *self);
gboolean    hs_list_get_loading (HsList    *self);
const char *hs_list_get_error (HsList      *self);
/* The id at @position without making an object; 0 past the end. */
gint64      hs_list_get_id    (HsList      *self,
                               guint        position);
/* Where @id stands among the rows known so far. */
gboolean    hs_list_find      (HsList      *self,
                               gint64       id,
                               guint       *position);

G_END_DECLS
