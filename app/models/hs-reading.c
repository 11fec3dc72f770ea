/* hs-reading.c: all that is known of one article, entity or story
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reading.h"

G_DEFINE_BOXED_TYPE (HsReading, hs_reading, hs_reading_ref, hs_reading_unref)
G_DEFINE_BOXED_TYPE (HsEntityPage, hs_entity_page, hs_entity_page_ref, hs_entity_page_unref)
G_DEFINE_BOXED_TYPE (HsStoryPage, hs_story_page, hs_story_page_ref, hs_story_page_unref)

static void
reading_clear (gpointer data)
{
  HsReading *self = data;

  g_clear_pointer (&self->document, hs_document_unref);
  g_free (self->sha256);
  g_free (self->path);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->signals, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->source_grades, g_ptr_array_unref);
  g_clear_pointer (&self->article_grades, g_ptr_array_unref);
  g_clear_pointer (&self->story, hs_story_page_unref);
}

/**
 * hs_reading_ref:
 * @self: an article that is open
 *
 * Returns: (transfer full): @self, held once more
 */
HsReading *
hs_reading_ref (HsReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_reading_unref:
 * @self: (transfer full): an article that is open
 *
 * Lets go of it; any thread.
 */
void
hs_reading_unref (HsReading *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, reading_clear);
}

static void
entity_page_clear (gpointer data)
{
  HsEntityPage *self = data;

  g_free (self->name);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
}

/**
 * hs_entity_page_ref:
 * @self: the page of an entity
 *
 * Returns: (transfer full): @self, held once more
 */
HsEntityPage *
hs_entity_page_ref (HsEntityPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_entity_page_unref:
 * @self: (transfer full): the page of an entity
 *
 * Lets go of it; any thread.
 */
void
hs_entity_page_unref (HsEntityPage *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, entity_page_clear);
}

static void
story_page_clear (gpointer data)
{
  HsStoryPage *self = data;

  g_free (self->title);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->speakers, g_array_unref);
  g_clear_pointer (&self->speaker_names, g_ptr_array_unref);
}

/**
 * hs_story_page_ref:
 * @self: the page of a story
 *
 * Returns: (transfer full): @self, held once more
 */
HsStoryPage *
hs_story_page_ref (HsStoryPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * hs_story_page_unref:
 * @self: (transfer full): the page of a story
 *
 * Lets go of it; any thread.
 */
void
hs_story_page_unref (HsStoryPage *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, story_page_clear);
}
