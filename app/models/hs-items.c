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

/**
 * hs_article_get_title:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
hs_article_get_title (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_TITLE);
}

/**
 * hs_article_get_outlet:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): who published it
 */
const char *
hs_article_get_outlet (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_OUTLET);
}

/**
 * hs_article_get_byline:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): who wrote it, as it says
 */
const char *
hs_article_get_byline (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_BYLINE);
}

/**
 * hs_article_get_published:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): RFC 3339 or a plain date, as the text states it
 */
const char *
hs_article_get_published (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_PUBLISHED);
}

/**
 * hs_article_get_url:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): its address
 */
const char *
hs_article_get_url (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_URL);
}

/**
 * hs_article_get_snippet:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): Pango markup with the words found in <b>, while a
 *   search has words
 */
const char *
hs_article_get_snippet (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_SNIPPET);
}

/**
 * hs_article_get_grade:
 * @self: an article in a list
 *
 * Returns: (transfer none) (nullable): its grade: "B3", "B", "3"
 */
const char *
hs_article_get_grade (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), NULL);

  return get_text (self, HS_ROW_ARTICLE_GRADE);
}

/**
 * hs_article_get_fetched:
 * @self: an article in a list
 *
 * Returns: Unix seconds when it came
 */
gint64
hs_article_get_fetched (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_FETCHED);
}

/**
 * hs_article_get_read:
 * @self: an article in a list
 *
 * Returns: whether it is read
 */
gboolean
hs_article_get_read (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), FALSE);

  return get_number (self, HS_ROW_ARTICLE_READ) != 0;
}

/**
 * hs_article_get_starred:
 * @self: an article in a list
 *
 * Returns: whether it has a star
 */
gboolean
hs_article_get_starred (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), FALSE);

  return get_number (self, HS_ROW_ARTICLE_STARRED) != 0;
}

/**
 * hs_article_get_people:
 * @self: an article in a list
 *
 * Returns: how many distinct persons it names
 */
guint
hs_article_get_people (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_PEOPLE);
}

/**
 * hs_article_get_places:
 * @self: an article in a list
 *
 * Returns: how many distinct places it names
 */
guint
hs_article_get_places (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_PLACES);
}

/**
 * hs_article_get_notes:
 * @self: an article in a list
 *
 * Returns: how many notes are written on it
 */
guint
hs_article_get_notes (HsArticle *self)
{
  g_return_val_if_fail (HS_IS_ARTICLE (self), 0);

  return get_number (self, HS_ROW_ARTICLE_NOTES);
}

/**
 * hs_article_get_story:
 * @self: an article in a list
 *
 * Returns: the id of its story, 0 none
 */
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
  { "country", 's', HS_ROW_ENTITY_COUNTRY },
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

/**
 * hs_entity_get_name:
 * @self: an entity in a list
 *
 * Returns: (transfer none) (nullable): its name; %NULL until it is filled
 */
const char *
hs_entity_get_name (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), NULL);

  return get_text (self, HS_ROW_ENTITY_NAME);
}

/**
 * hs_entity_get_kind:
 * @self: an entity in a list
 *
 * Returns: what it is
 */
HsMentionKind
hs_entity_get_kind (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), 0);

  return get_number (self, HS_ROW_ENTITY_KIND);
}

/**
 * hs_entity_get_names:
 * @self: an entity in a list
 *
 * Returns: (transfer none) (nullable): the other spellings, joined by " · "
 */
const char *
hs_entity_get_names (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), NULL);

  return get_text (self, HS_ROW_ENTITY_NAMES);
}

/**
 * hs_entity_get_country:
 * @self: an entity in a list
 *
 * Returns: (transfer none) (nullable): of a body the country it is of, in small letters
 */
const char *
hs_entity_get_country (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), NULL);

  return get_text (self, HS_ROW_ENTITY_COUNTRY);
}

/**
 * hs_entity_get_mentions:
 * @self: an entity in a list
 *
 * Returns: how often it is named
 */
guint
hs_entity_get_mentions (HsEntity *self)
{
  g_return_val_if_fail (HS_IS_ENTITY (self), 0);

  return get_number (self, HS_ROW_ENTITY_MENTIONS);
}

/**
 * hs_entity_get_articles:
 * @self: an entity in a list
 *
 * Returns: how many articles name it
 */
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

/**
 * hs_story_item_get_title:
 * @self: a story in a list
 *
 * Returns: (transfer none) (nullable): its title; %NULL until it is filled
 */
const char *
hs_story_item_get_title (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), NULL);

  return get_text (self, HS_ROW_STORY_TITLE);
}

/**
 * hs_story_item_get_articles:
 * @self: a story in a list
 *
 * Returns: how many articles tell it
 */
guint
hs_story_item_get_articles (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_ARTICLES);
}

/**
 * hs_story_item_get_origins:
 * @self: a story in a list
 *
 * Returns: how many origins they rest on
 */
guint
hs_story_item_get_origins (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_ORIGINS);
}

/**
 * hs_story_item_get_speakers:
 * @self: a story in a list
 *
 * Returns: how many speakers it has
 */
guint
hs_story_item_get_speakers (HsStoryItem *self)
{
  g_return_val_if_fail (HS_IS_STORY_ITEM (self), 0);

  return get_number (self, HS_ROW_STORY_SPEAKERS);
}

/**
 * hs_story_item_get_latest:
 * @self: a story in a list
 *
 * Returns: Unix seconds of its latest article
 */
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

/**
 * hs_source_get_name:
 * @self: an outlet in a list
 *
 * Returns: (transfer none) (nullable): its name; %NULL for articles whose outlet is not
 *   known, and until it is filled
 */
const char *
hs_source_get_name (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), NULL);

  return get_text (self, HS_ROW_SOURCE_NAME);
}

/**
 * hs_source_get_articles:
 * @self: an outlet in a list
 *
 * Returns: how many articles are its own
 */
guint
hs_source_get_articles (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), 0);

  return get_number (self, HS_ROW_SOURCE_ARTICLES);
}

/**
 * hs_source_get_unread:
 * @self: an outlet in a list
 *
 * Returns: how many of them are unread
 */
guint
hs_source_get_unread (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), 0);

  return get_number (self, HS_ROW_SOURCE_UNREAD);
}

/**
 * hs_source_get_grade:
 * @self: an outlet in a list
 *
 * Returns: (transfer none) (nullable): its grade, "A" to "F"
 */
const char *
hs_source_get_grade (HsSource *self)
{
  g_return_val_if_fail (HS_IS_SOURCE (self), NULL);

  return get_text (self, HS_ROW_SOURCE_GRADE);
}

/**
 * hs_source_get_icon:
 * @self: an outlet in a list
 *
 * Returns: (transfer none) (nullable): its picture as fetched, of any format
 */
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

/**
 * hs_note_get_article:
 * @self: a note in a list
 *
 * Returns: the id of the article it is on
 */
gint64
hs_note_get_article (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_ARTICLE);
}

/**
 * hs_note_get_article_title:
 * @self: a note in a list
 *
 * Returns: (transfer none) (nullable): the title of that article
 */
const char *
hs_note_get_article_title (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_TITLE);
}

/**
 * hs_note_get_outlet:
 * @self: a note in a list
 *
 * Returns: (transfer none) (nullable): who published that article
 */
const char *
hs_note_get_outlet (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_OUTLET);
}

/**
 * hs_note_get_quote:
 * @self: a note in a list
 *
 * Returns: (transfer none) (nullable): the words it is anchored to
 */
const char *
hs_note_get_quote (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_QUOTE);
}

/**
 * hs_note_get_body:
 * @self: a note in a list
 *
 * Returns: (transfer none) (nullable): what was written
 */
const char *
hs_note_get_body (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_BODY);
}

/**
 * hs_note_get_tags:
 * @self: a note in a list
 *
 * Returns: (transfer none) (nullable): its tags, joined by ", "
 */
const char *
hs_note_get_tags (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), NULL);

  return get_text (self, HS_ROW_NOTE_TAGS);
}

/**
 * hs_note_get_start:
 * @self: a note in a list
 *
 * Returns: first byte of its words in the present text of the article; hs_note_get_end()
 *   when they are no longer there
 */
guint
hs_note_get_start (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_START);
}

/**
 * hs_note_get_end:
 * @self: a note in a list
 *
 * Returns: byte past its words in the present text of the article
 */
guint
hs_note_get_end (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_END);
}

/**
 * hs_note_get_created:
 * @self: a note in a list
 *
 * Returns: Unix seconds when it was written
 */
gint64
hs_note_get_created (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_CREATED);
}

/**
 * hs_note_get_modified:
 * @self: a note in a list
 *
 * Returns: Unix seconds when it was changed last
 */
gint64
hs_note_get_modified (HsNote *self)
{
  g_return_val_if_fail (HS_IS_NOTE (self), 0);

  return get_number (self, HS_ROW_NOTE_MODIFIED);
}

/**
 * hs_item_type_of:
 * @what: a kind of list
 *
 * Returns: the type of its rows
 */
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
