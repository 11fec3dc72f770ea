/* hs-stored.c: what the library keeps, loaded as plain records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-stored.h"

static const HsStoredEntity *
find_known (GPtrArray *known,
            gint64     id)
{
  guint low = 0, high = known->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const HsStoredEntity *entity = g_ptr_array_index (known, middle);

      if (entity->id == id)
        return entity;
      if (entity->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * hs_stored_find_entity:
 * @self: an article
 * @id: an entity
 *
 * Returns: (transfer none) (nullable): what is known of it, if the article
 *   names it
 */
const HsStoredEntity *
hs_stored_find_entity (const HsStored *self,
                       gint64          id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_known (self->known, id);
}

/**
 * hs_stored_get_entity:
 * @self: an article
 * @index: of an entity of its analysis, or %HS_NO_INDEX
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const HsStoredEntity *
hs_stored_get_entity (const HsStored *self,
                      guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->entities->len ? find_known (self->known, g_array_index (self->entities, gint64, index)) : NULL;
}

/* "The Corvan Times" and "Corvan Times". */
static gboolean
is_same_outlet (const char *a,
                const char *b)
{
  a += g_ascii_strncasecmp (a, "the ", 4) == 0 ? 4 : 0;
  b += g_ascii_strncasecmp (b, "the ", 4) == 0 ? 4 : 0;
  return g_ascii_strcasecmp (a, b) == 0;
}

/**
 * hs_stored_came_through:
 * @self: an article
 * @statement: one of its statements
 * @via: one of the outlets that it was taken from
 *
 * Whether that is worth telling: what an outlet says comes through itself, and what it was
 * told comes through nobody in its own pages.
 *
 * Returns: whether somebody else stands between who speaks and who publishes
 */
gboolean
hs_stored_came_through (const HsStored    *self,
                        const HsStatement *statement,
                        const HsVia       *via)
{
  const HsStoredEntity *outlet = hs_stored_get_entity (self, via->outlet);
  const char *own = self->document->outlet;

  if (outlet == NULL)
    return TRUE;
  if (outlet == hs_stored_get_entity (self, statement->speaker_entity))
    return FALSE;
  for (guint i = 0; own != NULL && outlet->names[i] != NULL; i++)
    if (is_same_outlet (outlet->names[i], own))
      return FALSE;
  return TRUE;
}

/**
 * hs_stored_story_find_entity:
 * @self: a story
 * @id: an entity
 *
 * Returns: (transfer none) (nullable): what is known of it, where the story names it
 */
const HsStoredEntity *
hs_stored_story_find_entity (const HsStoredStory *self,
                             gint64               id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_known (self->known, id);
}

/**
 * hs_stored_entity_new:
 * @id: its number
 * @kind: what it is
 * @name: what it is called
 *
 * Returns: (transfer full): an entity without other names or counts
 */
HsStoredEntity *
hs_stored_entity_new (gint64         id,
                      HsMentionKind  kind,
                      const char    *name)
{
  HsStoredEntity *self = g_new0 (HsStoredEntity, 1);

  self->id = id;
  self->kind = kind;
  self->name = g_strdup (name);
  return self;
}

/**
 * hs_stored_entity_free:
 * @self: (transfer full) (nullable): an entity as it is kept
 */
void
hs_stored_entity_free (HsStoredEntity *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->names);
  g_free (self);
}

/**
 * hs_stored_note_free:
 * @self: (transfer full) (nullable): a note as it is kept
 */
void
hs_stored_note_free (HsStoredNote *self)
{
  if (self == NULL)
    return;
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->body);
  g_free (self->tags);
  g_free (self);
}

/**
 * hs_stored_grade_free:
 * @self: (transfer full) (nullable): a grade as it is kept
 */
void
hs_stored_grade_free (HsStoredGrade *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

/**
 * hs_stored_revision_free:
 * @self: (transfer full) (nullable): a revision as it is kept
 */
void
hs_stored_revision_free (HsStoredRevision *self)
{
  if (self == NULL)
    return;
  g_free (self->sha256);
  g_free (self);
}

/**
 * hs_stored_origin_free:
 * @self: (transfer full) (nullable): an origin as it is kept
 */
void
hs_stored_origin_free (HsStoredOrigin *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_clear_pointer (&self->speakers, g_array_unref);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->evidence, g_array_unref);
  g_free (self);
}

/**
 * hs_stored_utterance_free:
 * @self: (transfer full) (nullable): an utterance as it is kept
 */
void
hs_stored_utterance_free (HsStoredUtterance *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_array_unref);
  g_free (self);
}

/**
 * hs_stored_story_free:
 * @self: (transfer full) (nullable): a story as it is kept
 */
void
hs_stored_story_free (HsStoredStory *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->articles, g_array_unref);
  g_clear_pointer (&self->utterances, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->speakers, g_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_free (self);
}

/**
 * hs_stored_free:
 * @self: (transfer full) (nullable): an article as it is kept
 */
void
hs_stored_free (HsStored *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, hs_document_unref);
  g_clear_pointer (&self->analysis, hs_analysis_unref);
  g_clear_pointer (&self->entities, g_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->utterances, g_array_unref);
  g_clear_pointer (&self->reports, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->article_grades, g_ptr_array_unref);
  g_clear_pointer (&self->source_grades, g_ptr_array_unref);
  g_free (self->sha256);
  g_free (self->path);
  g_free (self);
}
