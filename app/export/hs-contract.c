/* hs-contract.c: records as the JSON of the contract
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans leave the program here: bytes become code points.
 */
#include "hs-contract.h"

#include "hs-contract-private.h"

/* A member that is null when there is nothing to say. */
void
hs_contract_set_string (JsonObject *object,
                        const char *key,
                        const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
set_id (JsonObject *object,
        const char *key,
        char        letter,
        gint64      id)
{
  g_autofree char *string = id > 0 ? g_strdup_printf ("%c%" G_GINT64_FORMAT, letter, id) : NULL;

  hs_contract_set_string (object, key, string);
}

static void
set_span (JsonObject      *object,
          const HsSpanMap *map,
          HsSpan           span)
{
  HsSpan chars = hs_span_map_span_to_chars (map, span);

  json_object_set_int_member (object, "start", chars.start);
  json_object_set_int_member (object, "end", chars.end);
}

static JsonObject *
new_span (const HsSpanMap *map,
          HsSpan           span)
{
  JsonObject *object = json_object_new ();

  set_span (object, map, span);
  return object;
}

static void
set_spans (JsonObject      *object,
           const char      *key,
           const HsSpanMap *map,
           const GArray    *spans)
{
  JsonArray *array = json_array_sized_new (spans->len);

  for (guint i = 0; i < spans->len; i++)
    json_array_add_object_element (array, new_span (map, g_array_index (spans, HsSpan, i)));
  json_object_set_array_member (object, key, array);
}

static void
set_strings (JsonObject      *object,
             const char      *key,
             const GPtrArray *strings)
{
  JsonArray *array = json_array_sized_new (strings->len);

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  json_object_set_array_member (object, key, array);
}

static gint64
entity_id (const HsContractArticle *article,
           guint                    index)
{
  if (index == HS_NO_INDEX || index >= article->analysis->entities->len)
    return 0;
  return article->entities != NULL ? article->entities[index] : (gint64) index + 1;
}

/**
 * hs_contract_document:
 * @file: (nullable): as it was given on the command line
 * @document: what it says
 *
 * Returns: (transfer full): the object of `extract`, without `version`
 */
JsonObject *
hs_contract_document (const char *file,
                      HsDocument *document)
{
  g_autoptr (HsSpanMap) map = NULL;
  JsonObject *object;
  JsonArray *blocks;

  g_return_val_if_fail (document != NULL, NULL);

  map = hs_span_map_new (document->text, document->length);
  object = json_object_new ();
  hs_contract_set_string (object, "file", file);
  hs_contract_set_string (object, "url", document->url);
  hs_contract_set_string (object, "title", document->title);
  hs_contract_set_string (object, "byline", document->byline);
  hs_contract_set_string (object, "published", document->published);
  hs_contract_set_string (object, "modified", document->modified);
  hs_contract_set_string (object, "outlet", document->outlet);
  hs_contract_set_string (object, "language", document->language);
  json_object_set_string_member (object, "text", document->text);

  blocks = json_array_sized_new (document->blocks->len);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "kind", hs_block_kind_to_nick (block->kind));
      set_span (one, map, block->span);
      if (block->page > 0)
        json_object_set_int_member (one, "page", block->page);
      json_array_add_object_element (blocks, one);
    }
  json_object_set_array_member (object, "blocks", blocks);
  set_strings (object, "images", document->images);
  set_strings (object, "links", document->links);
  return object;
}

static void
add_mentions (JsonObject              *object,
              const HsContractArticle *article,
              const HsSpanMap         *map)
{
  const GArray *mentions = article->analysis->mentions;
  JsonArray *array = json_array_sized_new (mentions->len);

  for (guint i = 0; i < mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (mentions, HsMention, i);
      JsonObject *one = new_span (map, mention->span);

      json_object_set_string_member (one, "kind", hs_mention_kind_to_nick (mention->kind));
      set_id (one, "entity", 'e', entity_id (article, mention->entity));
      json_object_set_string_member (one, "level", hs_mention_level_to_nick (mention->level));
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "mentions", array);
}

static JsonArray *
make_vias (const HsContractArticle *article,
           const HsStatement       *statement,
           const HsSpanMap         *map)
{
  JsonArray *array = json_array_sized_new (statement->vias->len);

  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsVia *via = &g_array_index (statement->vias, HsVia, i);
      JsonObject *one = json_object_new ();

      set_id (one, "outlet", 'e', entity_id (article, via->outlet));
      set_span (one, map, via->span);
      json_object_set_string_member (one, "manner", hs_via_manner_to_nick (via->manner));
      json_array_add_object_element (array, one);
    }
  return array;
}

static JsonObject *
make_statement (const HsContractArticle *article,
                guint                    index,
                const HsSpanMap         *map)
{
  const HsStatement *statement = g_ptr_array_index (article->analysis->statements, index);
  JsonObject *object = json_object_new ();

  set_id (object, "id", 's', article->first_statement + index);
  if (hs_span_is_none (statement->speaker))
    json_object_set_null_member (object, "speaker");
  else
    {
      JsonObject *speaker = new_span (map, statement->speaker);

      set_id (speaker, "entity", 'e', entity_id (article, statement->speaker_entity));
      json_object_set_object_member (object, "speaker", speaker);
    }
  if (hs_span_is_none (statement->cue))
    json_object_set_null_member (object, "cue");
  else
    json_object_set_object_member (object, "cue", new_span (map, statement->cue));
  set_spans (object, "content", map, statement->content);
  json_object_set_string_member (object, "form", hs_form_to_nick (statement->form));
  json_object_set_boolean_member (object, "named", statement->named);
  json_object_set_array_member (object, "via", make_vias (article, statement, map));
  set_id (object, "utterance", 'u', article->utterances != NULL ? article->utterances[index] : 0);
  return object;
}

static void
add_signals (JsonObject              *object,
             const HsContractArticle *article,
             const HsSpanMap         *map)
{
  const GPtrArray *signals = article->analysis->signals;
  JsonArray *array = json_array_sized_new (signals->len);

  for (guint i = 0; i < signals->len; i++)
    {
      const HsSignal *signal = g_ptr_array_index (signals, i);
      JsonObject *one = json_object_new ();

      json_object_set_string_member (one, "code", signal->code);
      json_object_set_string_member (one, "tone", hs_tone_to_nick (signal->tone));
      set_spans (one, "spans", map, signal->spans);
      hs_contract_set_string (one, "why", signal->why);
      json_array_add_object_element (array, one);
    }
  json_object_set_array_member (object, "signals", array);
}

/**
 * hs_contract_article:
 * @article: an article and what was found in it
 *
 * Returns: (transfer full): the object of one article of `analyse`
 */
JsonObject *
hs_contract_article (const HsContractArticle *article)
{
  g_autoptr (HsSpanMap) map = NULL;
  JsonObject *object;
  JsonArray *statements;

  g_return_val_if_fail (article != NULL && article->analysis != NULL, NULL);

  object = hs_contract_document (article->file, article->document);
  map = hs_span_map_new (article->document->text, article->document->length);
  add_mentions (object, article, map);
  statements = json_array_sized_new (article->analysis->statements->len);
  for (guint i = 0; i < article->analysis->statements->len; i++)
    json_array_add_object_element (statements, make_statement (article, i, map));
  json_object_set_array_member (object, "statements", statements);
  add_signals (object, article, map);
  return object;
}

/**
 * hs_contract_entity:
 * @entity: an entity
 *
 * Returns: (transfer full): its object
 */
JsonObject *
hs_contract_entity (const HsContractEntity *entity)
{
  JsonObject *object = json_object_new ();
  JsonArray *names = json_array_new (), *proposed = json_array_new ();

  set_id (object, "id", 'e', entity->id);
  json_object_set_string_member (object, "kind", hs_mention_kind_to_nick (entity->kind));
  json_object_set_string_member (object, "name", entity->name);
  for (guint i = 0; entity->names != NULL && entity->names[i] != NULL; i++)
    json_array_add_string_element (names, entity->names[i]);
  json_object_set_array_member (object, "names", names);
  json_object_set_int_member (object, "mentions", entity->mentions);
  for (guint i = 0; entity->proposed != NULL && i < entity->proposed->len; i++)
    {
      const HsContractProposal *proposal = &g_array_index (entity->proposed, HsContractProposal, i);
      JsonObject *one = json_object_new ();

      set_id (one, "entity", 'e', proposal->entity);
      hs_contract_set_string (one, "why", proposal->why);
      json_array_add_object_element (proposed, one);
    }
  json_object_set_array_member (object, "proposed", proposed);
  return object;
}

/**
 * hs_contract_own_entities:
 * @article: an article
 *
 * Returns: (transfer full): the entities of that article by itself, for an
 *   output of one article a line
 */
JsonArray *
hs_contract_own_entities (const HsContractArticle *article)
{
  const GPtrArray *entities = article->analysis->entities;
  g_autofree guint *mentions = g_new0 (guint, entities->len + 1);
  JsonArray *array = json_array_sized_new (entities->len);

  for (guint i = 0; i < article->analysis->mentions->len; i++)
    {
      guint entity = g_array_index (article->analysis->mentions, HsMention, i).entity;

      if (entity < entities->len)
        mentions[entity]++;
    }
  for (guint i = 0; i < entities->len; i++)
    {
      const HsLocalEntity *local = g_ptr_array_index (entities, i);
      HsContractEntity entity = { .id = entity_id (article, i),
                                  .kind = local->kind,
                                  .name = local->name,
                                  .names = (const char * const *) local->names,
                                  .mentions = mentions[i] };

      json_array_add_object_element (array, hs_contract_entity (&entity));
    }
  return array;
}

static JsonObject *
make_origin (guint                    number,
             const HsOrigin          *origin,
             const guint             *numbers,
             const HsContractArticle *articles,
             HsSpanMap              **maps)
{
  JsonObject *object = json_object_new ();
  JsonArray *speakers = json_array_new (), *rest = json_array_new (), *evidence = json_array_new ();

  set_id (object, "id", 'o', number);
  set_id (object, "outlet", 'e', origin->outlet);
  hs_contract_set_string (object, "name", origin->name);
  for (guint i = 0; i < origin->speakers->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%" G_GINT64_FORMAT, g_array_index (origin->speakers, gint64, i));

      json_array_add_string_element (speakers, id);
    }
  json_object_set_array_member (object, "speakers", speakers);
  for (guint i = 0; i < origin->articles->len; i++)
    json_array_add_int_element (rest, numbers[g_array_index (origin->articles, guint, i)]);
  json_object_set_array_member (object, "articles", rest);
  for (guint i = 0; i < origin->evidence->len; i++)
    {
      const HsEvidence *one = &g_array_index (origin->evidence, HsEvidence, i);
      JsonObject *words = json_object_new ();

      if (maps[one->article] == NULL)
        maps[one->article] = hs_span_map_new (articles[one->article].document->text,
                                              articles[one->article].document->length);
      json_object_set_int_member (words, "article", numbers[one->article]);
      set_span (words, maps[one->article], one->span);
      json_array_add_object_element (evidence, words);
    }
  json_object_set_array_member (object, "evidence", evidence);
  return object;
}

/**
 * hs_contract_story:
 * @id: the story's number in this output
 * @story: what its articles show together
 * @numbers: for each article of @story, its index among the output's articles
 * @articles: the articles of @story, in its order
 *
 * Returns: (transfer full): the object of the story. Ids of origins and
 *   utterances begin with the story's own number, so that they are unique.
 */
JsonObject *
hs_contract_story (gint64                   id,
                   HsStory                 *story,
                   const guint             *numbers,
                   const HsContractArticle *articles)
{
  g_autofree HsSpanMap **maps = g_new0 (HsSpanMap *, story->n_articles + 1);
  JsonObject *object = json_object_new (), *counts = json_object_new ();
  JsonArray *members = json_array_new (), *origins = json_array_new (), *utterances = json_array_new ();

  set_id (object, "id", 'y', id);
  hs_contract_set_string (object, "title", story->title);
  for (guint i = 0; i < story->n_articles; i++)
    json_array_add_int_element (members, numbers[i]);
  json_object_set_array_member (object, "articles", members);
  for (guint i = 0; i < story->origins->len; i++)
    json_array_add_object_element (origins, make_origin (id * 10000 + i + 1, g_ptr_array_index (story->origins, i),
                                                         numbers, articles, maps));
  json_object_set_array_member (object, "origins", origins);
  for (guint i = 0; i < story->utterances->len; i++)
    {
      const HsUtterance *utterance = g_ptr_array_index (story->utterances, i);
      JsonObject *one = json_object_new ();
      JsonArray *statements = json_array_new ();
      const HsStatementRef *first = &g_array_index (utterance->statements, HsStatementRef, 0);

      set_id (one, "id", 'u', articles[first->article].utterances[first->statement]);
      set_id (one, "speaker", 'e', utterance->speaker);
      for (guint k = 0; k < utterance->statements->len; k++)
        {
          const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, k);
          g_autofree char *statement
              = g_strdup_printf ("s%" G_GINT64_FORMAT, articles[ref->article].first_statement + ref->statement);

          json_array_add_string_element (statements, statement);
        }
      json_object_set_array_member (one, "statements", statements);
      json_array_add_object_element (utterances, one);
    }
  json_object_set_array_member (object, "utterances", utterances);
  json_object_set_int_member (counts, "articles", story->n_articles);
  json_object_set_int_member (counts, "origins", story->origins->len);
  json_object_set_int_member (counts, "speakers", story->n_speakers);
  json_object_set_object_member (object, "counts", counts);
  for (guint i = 0; i < story->n_articles; i++)
    hs_span_map_free (maps[i]);
  return object;
}

/**
 * hs_contract_print:
 * @object: an object
 * @pretty: over many lines, for people
 *
 * Returns: (transfer full): its text, without a line end
 */
char *
hs_contract_print (JsonObject *object,
                   gboolean    pretty)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, pretty);
}
