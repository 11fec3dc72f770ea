/* hs-items.c: articles, entities, stories, sources and notes as rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-item-private.h"

static const char *
get_text (gpointer item,
          guint    index)
{
  HsRow *row = hs_item_get_row (item);

  return row != NULL ? row->texts[index] : NULL;
}

static gint64
get_number (gpointer item,
            guint    index)
{
  HsRow *row = hs_item_get_row (item);

  return row != NULL ? row->numbers[index] : 0;
}

struct _HsArticle
{
  HsItem parent_instance;
};

G_DEFINE_FINAL_TYPE (HsArticle, hs_article, HS_TYPE_ITEM)

static const HsItemField article_fields[] = {
  { "title", 's', HS_ROW_ARTICLE_TITLE },
  { "outlet", 's', HS_ROW_ARTICLE_OUTLET },
  { "byline", 's', HS_ROW_ARTICLE_BYLINE },
  { "published", 's', HS_ROW_ARTICLE_PUBLISHED },
  { "url", 's', HS_ROW_ARTICLE_URL },
  { "language", 's', HS_ROW_ARTICLE_LANGUAGE },
  { "snippet", 's', HS_ROW_ARTICLE_SNIPPET },
  { "grade", 's', HS_ROW_ARTICLE_GRADE },
  { "fetched", 'i', HS_ROW_ARTICLE_FETCHED },
  { "read", 'b', HS_ROW_ARTICLE_READ },
  { "starred", 'b', HS_ROW_ARTICLE_STARRED },
  { "people", 'u', HS_ROW_ARTICLE_PEOPLE },
  { "places", 'u', HS_ROW_ARTICLE_PLACES },
  { "notes", 'u', HS_ROW_ARTICLE_NOTES },
  { "story", 'i', HS_ROW_ARTICLE_STORY },
  { "revisions", 'u', HS_ROW_ARTICLE_REVISIONS },
  { NULL },
};

static void
hs_article_class_init (HsArticleClass *klass)
{
  hs_item_install (G_OBJECT_CLASS (klass), article_fields, G_N_ELEMENTS (article_fields));
}

static void
hs_article_init (HsArticle *self)
{
}

const char *
hs_article_get_title (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_TITLE);
}

const char *
hs_article_get_outlet (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_OUTLET);
}

const char *
hs_article_get_byline (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_BYLINE);
}

const char *
hs_article_get_published (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_PUBLISHED);
}

const char *
hs_article_get_url (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_URL);
}

const char *
hs_article_get_snippet (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_SNIPPET);
}

const char *
hs_article_get_grade (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_GRADE);
}

gint64
hs_article_get_fetched (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_FETCHED);
}

gboolean
hs_article_get_read (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), FALSE);

  return get_number (self, HS_ROW_ARTICLE_READ) != 0;
}

gboolean
hs_article_get_starred (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), FALSE);

  return get_number (self, HS_ROW_ARTICLE_STARRED) != 0;
}

guint
hs_article_get_people (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_PEOPLE);
}

guint
hs_article_get_places (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_PLACES);
}

guint
hs_article_get_notes (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_NOTES);
}

gint64
hs_article_get_story (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_STORY);
}

struct _HsEntity
{
  HsItem parent_instance;
};

G_DEFINE_FINAL_TYPE (HsEntity, hs_entity, HS_TYPE_ITEM)

static const HsItemField entity_fields[] = {
  { "name", 's', HS_ROW_ENTITY_NAME },
  { "kind", 'u', HS_ROW_ENTITY_KIND },
  { "names", 's', HS_ROW_ENTITY_NAMES },
  { "mentions", 'u', HS_ROW_ENTITY_MENTIONS },
  { "articles", 'u', HS_ROW_ENTITY_ARTICLES },
  { NULL },
};

static void
hs_entity_class_init (HsEntityClass *klass)
{
  hs_item_install (G_OBJECT_CLASS (klass), entity_fields, G_N_ELEMENTS (entity_fields));
}

static void
hs_entity_init (HsEntity *self)
{
}

const char *
hs_entity_get_name (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), NULL);

  return get_text (self, HS_ROW_ENTITY_NAME);
}

HsMentionKind
hs_entity_get_kind (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), 0);

  return get_number (self, HS_ROW_ENTITY_KIND);
}

const char *
hs_entity_get_names (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), NULL);

  return get_text (self, HS_ROW_ENTITY_NAMES);
}

guint
hs_entity_get_mentions (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), 0);

  return get_number (self, HS_ROW_ENTITY_MENTIONS);
}

guint
hs_entity_get_articles (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), 0);

  return get_number (self, HS_ROW_ENTITY_ARTICLES);
}

struct _HsStoryItem
{
  HsItem parent_instance;
};

G_DEFINE_FINAL_TYPE (HsStoryItem, hs_story_item, HS_TYPE_ITEM)

static const HsItemField story_item_fields[] = {
  { "title", 's', HS_ROW_STORY_TITLE },
  { "articles", 'u', HS_ROW_STORY_ARTICLES },
  { "origins", 'u', HS_ROW_STORY_ORIGINS },
  { "speakers", 'u', HS_ROW_STORY_SPEAKERS },
  { "latest", 'i', HS_ROW_STORY_LATEST },
  { NULL },
};

static void
hs_story_item_class_init (HsStoryItemClass *klass)
{
  hs_item_install (G_OBJECT_CLASS (klass), story_item_fields, G_N_ELEMENTS (story_item_fields));
}

static void
hs_story_item_init (HsStoryItem *self)
{
}

const char *
hs_story_item_get_title (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), NULL);

  return get_text (self, HS_ROW_STORY_TITLE);
}

guint
hs_story_item_get_articles (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_ARTICLES);
}

guint
hs_story_item_get_origins (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_ORIGINS);
}

guint
hs_story_item_get_speakers (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_SPEAKERS);
}

gint64
hs_story_item_get_latest (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_LATEST);
}

struct _HsSource
{
  HsItem parent_instance;
};

G_DEFINE_FINAL_TYPE (HsSource, hs_source, HS_TYPE_ITEM)

static const HsItemField source_fields[] = {
  { "name", 's', HS_ROW_SOURCE_NAME },
  { "articles", 'u', HS_ROW_SOURCE_ARTICLES },
  { "unread", 'u', HS_ROW_SOURCE_UNREAD },
  { "grade", 's', HS_ROW_SOURCE_GRADE },
  { NULL },
};

static void
hs_source_class_init (HsSourceClass *klass)
{
  hs_item_install (G_OBJECT_CLASS (klass), source_fields, G_N_ELEMENTS (source_fields));
}

static void
hs_source_init (HsSource *self)
{
}

const char *
hs_source_get_name (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), NULL);

  return get_text (self, HS_ROW_SOURCE_NAME);
}

guint
hs_source_get_articles (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), 0);

  return get_number (self, HS_ROW_SOURCE_ARTICLES);
}

guint
hs_source_get_unread (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), 0);

  return get_number (self, HS_ROW_SOURCE_UNREAD);
}

const char *
hs_source_get_grade (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), NULL);

  return get_text (self, HS_ROW_SOURCE_GRADE);
}

GBytes *
hs_source_get_icon (HsSource *self)
{
  HsRow *row;

  g_return_val_if_fail (HS_IS_SOURCE (self), NULL);

  row = hs_item_get_row (HS_ITEM (self));
  return row != NULL ? row->icon : NULL;
}

struct _HsNote
{
  HsItem parent_instance;
};

G_DEFINE_FINAL_TYPE (HsNote, hs_note, HS_TYPE_ITEM)

static const HsItemField note_fields[] = {
  { "article", 'i', HS_ROW_NOTE_ARTICLE },
  { "article-title", 's', HS_ROW_NOTE_TITLE },
  { "outlet", 's', HS_ROW_NOTE_OUTLET },
  { "quote", 's', HS_ROW_NOTE_QUOTE },
  { "body", 's', HS_ROW_NOTE_BODY },
  { "tags", 's', HS_ROW_NOTE_TAGS },
  { "start", 'u', HS_ROW_NOTE_START },
  { "end", 'u', HS_ROW_NOTE_END },
  { "created", 'i', HS_ROW_NOTE_CREATED },
  { "modified", 'i', HS_ROW_NOTE_MODIFIED },
  { NULL },
};

static void
hs_note_class_init (HsNoteClass *klass)
{
  hs_item_install (G_OBJECT_CLASS (klass), note_fields, G_N_ELEMENTS (note_fields));
}

static void
hs_note_init (HsNote *self)
{
}

gint64
hs_note_get_article (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_ARTICLE);
}

const char *
hs_note_get_article_title (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_TITLE);
}

const char *
hs_note_get_outlet (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_OUTLET);
}

const char *
hs_note_get_quote (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_QUOTE);
}

const char *
hs_note_get_body (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_BODY);
}

const char *
hs_note_get_tags (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_TAGS);
}

guint
hs_note_get_start (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_START);
}

guint
hs_note_get_end (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_END);
}

gint64
hs_note_get_created (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_CREATED);
}

gint64
hs_note_get_modified (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_MODIFIED);
}

GType
hs_item_type_of (HsListWhat what)
{
  switch (what)
    {
    case HS_LIST_STORIES:
      return HS_TYPE_STORY_ITEM;
    case HS_LIST_SOURCES:
      return HS_TYPE_SOURCE;
    case HS_LIST_ENTITIES:
      return HS_TYPE_ENTITY;
    case HS_LIST_NOTES:
      return HS_TYPE_NOTE;
    case HS_LIST_ARTICLES:
    default:
      return HS_TYPE_ARTICLE;
    }
}
