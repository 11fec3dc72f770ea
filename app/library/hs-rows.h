/* hs-rows.h: what a line of a list shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-search.h"

G_BEGIN_DECLS

#define HS_ROW_TEXTS 8
#define HS_ROW_NUMBERS 8

/* Which text or number is what. */
enum { HS_ROW_ARTICLE_TITLE, HS_ROW_ARTICLE_OUTLET, HS_ROW_ARTICLE_BYLINE, HS_ROW_ARTICLE_PUBLISHED,
       HS_ROW_ARTICLE_URL, HS_ROW_ARTICLE_LANGUAGE, HS_ROW_ARTICLE_GRADE, HS_ROW_ARTICLE_SNIPPET };
enum { HS_ROW_ARTICLE_FETCHED, HS_ROW_ARTICLE_READ, HS_ROW_ARTICLE_STARRED, HS_ROW_ARTICLE_PEOPLE,
       HS_ROW_ARTICLE_PLACES, HS_ROW_ARTICLE_NOTES, HS_ROW_ARTICLE_STORY, HS_ROW_ARTICLE_REVISIONS };
enum { HS_ROW_ENTITY_NAME, HS_ROW_ENTITY_NAMES, HS_ROW_ENTITY_COUNTRY };
enum { HS_ROW_ENTITY_KIND, HS_ROW_ENTITY_MENTIONS, HS_ROW_ENTITY_ARTICLES };
enum { HS_ROW_STORY_TITLE };
enum { HS_ROW_STORY_ARTICLES, HS_ROW_STORY_ORIGINS, HS_ROW_STORY_SPEAKERS, HS_ROW_STORY_LATEST };
enum { HS_ROW_SOURCE_NAME, HS_ROW_SOURCE_GRADE };
enum { HS_ROW_SOURCE_ARTICLES, HS_ROW_SOURCE_UNREAD };
enum { HS_ROW_NOTE_TITLE, HS_ROW_NOTE_OUTLET, HS_ROW_NOTE_QUOTE, HS_ROW_NOTE_BODY, HS_ROW_NOTE_TAGS };
enum { HS_ROW_NOTE_ARTICLE, HS_ROW_NOTE_START, HS_ROW_NOTE_END, HS_ROW_NOTE_CREATED, HS_ROW_NOTE_MODIFIED };

/* Immutable, reference counted; any thread. */
typedef struct
{
  gint64 id;
  char *texts[HS_ROW_TEXTS];      /* (owned) (nullable) */
  gint64 numbers[HS_ROW_NUMBERS];
  GBytes *icon;                   /* (owned) (nullable): of a source, as fetched */
} HsRow;

HsRow     *hs_row_ref           (HsRow         *self);
void       hs_row_unref         (HsRow         *self);

/* @query: (nullable): the search whose words snippets of articles show.
 * Ids that are no longer there are left out.
 * Returns: (transfer full) (element-type HsRow) */
GPtrArray *hs_library_load_rows (HsLibrary     *self,
                                 HsSearchWhat   what,
                                 const gint64  *ids,
                                 guint          n,
                                 const char    *query,
                                 GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsRow, hs_row_unref)

G_END_DECLS
