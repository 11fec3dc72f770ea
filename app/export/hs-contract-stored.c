/* hs-contract-stored.c: what the library keeps, as the JSON of the contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-contract-stored.h"

#include "hs-contract-private.h"

static void
set_time (JsonObject *object,
          const char *key,
          gint64      seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *string = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  hs_contract_set_string (object, key, string);
}

/**
 * hs_contract_row:
 * @stored: an article
 *
 * Returns: (transfer full): its line of `list`
 */
JsonObject *
hs_contract_row (const HsStored *stored)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", stored->id);
  hs_contract_set_string (object, "title", stored->document->title);
  hs_contract_set_string (object, "outlet", stored->document->outlet);
  hs_contract_set_string (object, "url", stored->document->url);
  hs_contract_set_string (object, "published", stored->document->published);
  set_time (object, "fetched", stored->fetched);
  hs_contract_set_string (object, "language", stored->document->language);
  json_object_set_boolean_member (object, "read", stored->read);
  json_object_set_boolean_member (object, "starred", stored->starred);
  return object;
}

static JsonArray *
make_revisions (const HsStored *stored)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stored->revisions->len; i++)
    {
      const HsStoredRevision *revision = g_ptr_array_index (stored->revisions, i);
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "id", revision->id);
      set_time (one, "seen", revision->seen);
      json_object_set_string_member (one, "sha256", revision->sha256);
      json_array_add_object_element (array, one);
    }
  return array;
}

static JsonArray *
make_tags (const char *tags)
{
  JsonArray *array = json_array_new ();
  g_auto (GStrv) parts = g_strsplit (tags != NULL ? tags : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      json_array_add_string_element (array, parts[i]);
  return array;
}

static JsonArray *
make_notes (const HsStored  *stored,
            const HsSpanMap *map)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stored->notes->len; i++)
    {
      const HsStoredNote *note = g_ptr_array_index (stored->notes, i);
      JsonObject *one = json_object_new ();

      json_object_set_int_member (one, "id", note->id);
      if (hs_span_is_none (note->span))
        {
          json_object_set_null_member (one, "start");
          json_object_set_null_member (one, "end");
        }
      else
        {
          json_object_set_int_member (one, "start", hs_span_map_to_chars (map, note->span.start));
          json_object_set_int_member (one, "end", hs_span_map_to_chars (map, note->span.end));
        }
      hs_contract_set_string (one, "quote", note->quote);
      json_object_set_string_member (one, "body", note->body);
      json_object_set_array_member (one, "tags", make_tags (note->tags));
      set_time (one, "created", note->created);
      set_time (one, "modified", note->modified);
      json_array_add_object_element (array, one);
    }
  return array;
}

static JsonArray *
make_grades (const GPtrArray *grades)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < grades->len; i++)
    {
      const HsStoredGrade *grade = g_ptr_array_index (grades, i);
      const char letter[2] = { grade->grade, '\0' };
      JsonObject *one = json_object_new ();

      hs_contract_set_string (one, "grade", letter);
      hs_contract_set_string (one, "reason", grade->reason);
      set_time (one, "time", grade->time);
      json_array_add_object_element (array, one);
    }
  return array;
}

/* The words of this article that show what it rests on. */
static JsonArray *
make_evidence (const HsStored      *stored,
               const HsStoredStory *story,
               const HsSpanMap     *map)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; story != NULL && i < story->origins->len; i++)
    {
      const HsStoredOrigin *origin = g_ptr_array_index (story->origins, i);

      for (guint k = 0; k < origin->evidence->len; k++)
        {
          const HsStoredEvidence *evidence = &g_array_index (origin->evidence, HsStoredEvidence, k);
          g_autofree char *id = NULL;
          JsonObject *one;

          if (evidence->article != stored->id)
            continue;
          one = json_object_new ();
          id = origin->outlet > 0 ? g_strdup_printf ("e%" G_GINT64_FORMAT, origin->outlet) : NULL;
          hs_contract_set_string (one, "outlet", id);
          hs_contract_set_string (one, "name", origin->name);
          json_object_set_int_member (one, "start", hs_span_map_to_chars (map, evidence->span.start));
          json_object_set_int_member (one, "end", hs_span_map_to_chars (map, evidence->span.end));
          json_array_add_object_element (array, one);
        }
    }
  return array;
}

static gboolean
is_entity (const HsStored *stored,
           guint           index,
           gint64          id)
{
  return index < stored->entities->len && g_array_index (stored->entities, gint64, index) == id;
}

/* Whether somebody speaks, or something was taken from it, though nothing names it. */
static gboolean
is_referred_to (const HsStored *stored,
                gint64          id)
{
  const HsAnalysis *analysis = stored->analysis;

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const HsStatement *statement = analysis->statements->pdata[i];

      if (is_entity (stored, statement->speaker_entity, id))
        return TRUE;
      for (guint k = 0; k < statement->vias->len; k++)
        if (is_entity (stored, g_array_index (statement->vias, HsVia, k).outlet, id))
          return TRUE;
    }
  for (guint i = 0; i < analysis->upstream->len; i++)
    if (is_entity (stored, g_array_index (analysis->upstream, HsUpstream, i).outlet, id))
      return TRUE;
  return FALSE;
}

static JsonArray *
make_entities (const HsStored *stored)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < stored->known->len; i++)
    {
      const HsStoredEntity *known = g_ptr_array_index (stored->known, i);
      HsContractEntity entity = { .id = known->id,
                                  .kind = known->kind,
                                  .name = known->name,
                                  .names = (const char * const *) known->names };

      for (guint k = 0; k < stored->analysis->mentions->len; k++)
        {
          guint index = g_array_index (stored->analysis->mentions, HsMention, k).entity;

          entity.mentions += is_entity (stored, index, known->id);
        }
      if (entity.mentions > 0 || is_referred_to (stored, known->id))
        json_array_add_object_element (array, hs_contract_entity (&entity));
    }
  return array;
}

static JsonObject *
make_story (const HsStoredStory *story)
{
  JsonObject *object = json_object_new (), *counts = json_object_new ();
  g_autofree char *id = g_strdup_printf ("y%" G_GINT64_FORMAT, story->id);

  json_object_set_string_member (object, "id", id);
  hs_contract_set_string (object, "title", story->title);
  json_object_set_int_member (counts, "articles", story->n_articles);
  json_object_set_int_member (counts, "origins", story->n_origins);
  json_object_set_int_member (counts, "speakers", story->n_speakers);
  json_object_set_object_member (object, "counts", counts);
  return object;
}

/**
 * hs_contract_stored:
 * @stored: an article
 * @story: (nullable): its story
 *
 * Returns: (transfer full): the object of `show`: an article of `analyse` with
 *   what the library and the analyst added
 */
JsonObject *
hs_contract_stored (const HsStored      *stored,
                    const HsStoredStory *story)
{
  const HsContractArticle article = { .document = stored->document,
                                      .analysis = stored->analysis,
                                      .entities = (const gint64 *) stored->entities->data,
                                      .utterances = (const gint64 *) stored->utterances->data,
                                      .first_statement = 1,
                                      .file = stored->path };
  g_autoptr (HsSpanMap) map = hs_span_map_new (stored->document->text, stored->document->length);
  JsonObject *object = hs_contract_article (&article), *grades = json_object_new ();

  json_object_set_int_member (object, "version", HS_CONTRACT_VERSION);
  json_object_set_int_member (object, "id", stored->id);
  set_time (object, "fetched", stored->fetched);
  json_object_set_string_member (object, "sha256", stored->sha256);
  json_object_set_boolean_member (object, "read", stored->read);
  json_object_set_boolean_member (object, "starred", stored->starred);
  json_object_set_array_member (object, "entities", make_entities (stored));
  json_object_set_array_member (object, "revisions", make_revisions (stored));
  json_object_set_array_member (object, "notes", make_notes (stored, map));
  json_object_set_array_member (grades, "source", make_grades (stored->source_grades));
  json_object_set_array_member (grades, "information", make_grades (stored->article_grades));
  json_object_set_object_member (object, "grades", grades);
  json_object_set_array_member (object, "evidence", make_evidence (stored, story, map));
  if (story != NULL)
    json_object_set_object_member (object, "story", make_story (story));
  else
    json_object_set_null_member (object, "story");
  return object;
}
