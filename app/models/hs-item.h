/* hs-item.h: the rows of the lists, as objects that fill themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-types.h"

G_BEGIN_DECLS

/**
 * HsItem:
 *
 * A row of a lazy list. It exists at once with its #HsItem:id and fills itself
 * soon after; until then #HsItem:loaded is %FALSE and every text is %NULL.
 * When the row changes in the library, the same object is filled again and
 * notifies. Main thread only.
 *
 * Properties: `id` (gint64), `loaded` (gboolean).
 */
#define HS_TYPE_ITEM (hs_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (HsItem, hs_item, HS, ITEM, GObject)

struct _HsItemClass
{
  GObjectClass parent_class;
};

gint64   hs_item_get_id     (HsItem *self);
gboolean hs_item_get_loaded (HsItem *self);

/* Properties: title, outlet, byline, published (RFC 3339 or plain date, as the
 * text states it), url, language, snippet (Pango markup, only while a search
 * has words: the words found in <b>) — strings, nullable; fetched (gint64, Unix
 * seconds); read, starred (gboolean); grade (string, nullable: "B3", "B", "3");
 * people, places, notes (guint: distinct persons and places named, notes
 * written); story (gint64, 0 none); revisions (guint). */
#define HS_TYPE_ARTICLE (hs_article_get_type ())
G_DECLARE_FINAL_TYPE (HsArticle, hs_article, HS, ARTICLE, HsItem)

const char *hs_article_get_title     (HsArticle *self);
const char *hs_article_get_outlet    (HsArticle *self);
const char *hs_article_get_byline    (HsArticle *self);
const char *hs_article_get_published (HsArticle *self);
const char *hs_article_get_url       (HsArticle *self);
const char *hs_article_get_snippet   (HsArticle *self);
const char *hs_article_get_grade     (HsArticle *self);
gint64      hs_article_get_fetched   (HsArticle *self);
gint64      hs_article_get_story     (HsArticle *self);
gboolean    hs_article_get_read      (HsArticle *self);
gboolean    hs_article_get_starred   (HsArticle *self);
guint       hs_article_get_people    (HsArticle *self);
guint       hs_article_get_places    (HsArticle *self);
guint       hs_article_get_notes     (HsArticle *self);

/* Properties: name (string), kind (HsMentionKind as guint), names (string: the
 * other spellings, joined by " · "), mentions, articles (guint). */
#define HS_TYPE_ENTITY (hs_entity_get_type ())
G_DECLARE_FINAL_TYPE (HsEntity, hs_entity, HS, ENTITY, HsItem)

const char   *hs_entity_get_name     (HsEntity *self);
HsMentionKind hs_entity_get_kind     (HsEntity *self);
const char   *hs_entity_get_names    (HsEntity *self);
const char   *hs_entity_get_country  (HsEntity *self);
guint         hs_entity_get_mentions (HsEntity *self);
guint         hs_entity_get_articles (HsEntity *self);

/* Properties: title (string), articles, origins, speakers (guint), latest
 * (gint64, Unix seconds). */
#define HS_TYPE_STORY_ITEM (hs_story_item_get_type ())
G_DECLARE_FINAL_TYPE (HsStoryItem, hs_story_item, HS, STORY_ITEM, HsItem)

const char *hs_story_item_get_title    (HsStoryItem *self);
guint       hs_story_item_get_articles (HsStoryItem *self);
guint       hs_story_item_get_origins  (HsStoryItem *self);
guint       hs_story_item_get_speakers (HsStoryItem *self);
gint64      hs_story_item_get_latest   (HsStoryItem *self);

/* An outlet; in the window it is called source. Properties: name (string; NULL
 * for the articles whose outlet is not known), articles, unread (guint), grade
 * (string, nullable: "A" to "F"). */
#define HS_TYPE_SOURCE (hs_source_get_type ())
G_DECLARE_FINAL_TYPE (HsSource, hs_source, HS, SOURCE, HsItem)

const char *hs_source_get_name     (HsSource *self);
guint       hs_source_get_articles (HsSource *self);
guint       hs_source_get_unread   (HsSource *self);
const char *hs_source_get_grade    (HsSource *self);
/* Returns: (transfer none) (nullable): its picture as fetched, of any format */
GBytes     *hs_source_get_icon     (HsSource *self);

/* Properties: article (gint64), article-title (string), outlet (string,
 * nullable), quote (string: the words it is anchored to), body (string), tags
 * (string: joined by ", "), start, end (guint: bytes of the article's present
 * text; equal when the words are no longer there), created, modified (gint64,
 * Unix seconds). */
#define HS_TYPE_NOTE (hs_note_get_type ())
G_DECLARE_FINAL_TYPE (HsNote, hs_note, HS, NOTE, HsItem)

gint64      hs_note_get_article       (HsNote *self);
const char *hs_note_get_article_title (HsNote *self);
const char *hs_note_get_outlet        (HsNote *self);
const char *hs_note_get_quote         (HsNote *self);
const char *hs_note_get_body          (HsNote *self);
const char *hs_note_get_tags          (HsNote *self);
guint       hs_note_get_start         (HsNote *self);
guint       hs_note_get_end           (HsNote *self);
gint64      hs_note_get_created       (HsNote *self);
gint64      hs_note_get_modified      (HsNote *self);

G_END_DECLS
