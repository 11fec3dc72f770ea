/* hs-reading-load.c: snapshots made of what the library keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-reading-private.h"

#include <string.h>

#include "hs-language.h"
#include "hs-pages.h"

#define MAX_OCCURRENCES 2000

static void
via_free (gpointer data)
{
  g_free (((HsReadingVia *) data)->name);
  g_free (data);
}

static void
statement_free (gpointer data)
{
  HsReadingStatement *self = data;

  g_free (self->speaker_name);
  g_array_unref (self->content);
  g_ptr_array_unref (self->vias);
  g_free (self);
}

static void
signal_free (gpointer data)
{
  HsReadingSignal *self = data;

  g_free (self->code);
  g_array_unref (self->spans);
  g_free (self->why);
  g_free (self);
}

static void
grade_free (gpointer data)
{
  HsReadingGrade *self = data;

  g_free (self->grade);
  g_free (self->reason);
  g_free (self);
}

static void
revision_free (gpointer data)
{
  g_free (((HsReadingRevision *) data)->sha256);
  g_free (data);
}

static void
note_free (gpointer data)
{
  HsReadingNote *self = data;

  g_free (self->quote);
  g_free (self->body);
  g_free (self->tags);
  g_free (self);
}

static void
entity_free (gpointer data)
{
  g_free (((HsReadingEntity *) data)->name);
  g_free (data);
}

static void
occurrence_free (gpointer data)
{
  HsOccurrence *self = data;

  g_free (self->title);
  g_free (self->outlet);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self);
}

static void
origin_free (gpointer data)
{
  HsReadingOrigin *self = data;

  g_free (self->name);
  g_array_unref (self->speakers);
  g_ptr_array_unref (self->speaker_names);
  g_array_unref (self->articles);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static void
entity_name_free (gpointer data)
{
  g_free (((HsEntityName *) data)->name);
  g_free (data);
}

static void
proposal_free (gpointer data)
{
  HsProposal *self = data;

  g_free (self->name);
  g_free (self->why);
  g_free (self);
}

/* --- a story --------------------------------------------------------------- */

static void
add_names (const HsStoredStory *story,
           GArray              *ids,
           GPtrArray           *names)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const HsStoredEntity *entity = hs_stored_story_find_entity (story, g_array_index (ids, gint64, i));

      g_ptr_array_add (names, g_strdup (entity != NULL ? entity->name : ""));
    }
}

static HsOccurrence *
occurrence_new (const HsStoredPlace *place)
{
  HsOccurrence *self = g_new0 (HsOccurrence, 1);

  self->article = place->article;
  self->title = g_strdup (place->title != NULL ? place->title : "");
  self->outlet = g_strdup (place->outlet);
  self->span = place->span;
  self->before = g_strdup (place->before);
  self->words = g_strdup (place->words);
  self->after = g_strdup (place->after);
  return self;
}

/**
 * hs_occurrences_new:
 * @places: (element-type HsStoredPlace): words of articles
 *
 * Returns: (transfer full) (element-type HsOccurrence): the same, for the views
 */
GPtrArray *
hs_occurrences_new (GPtrArray *places)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (occurrence_free);

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (occurrences, occurrence_new (g_ptr_array_index (places, i)));
  return occurrences;
}

static HsReadingOrigin *
origin_new (HsLibrary             *library,
            const HsStoredStory   *story,
            const HsStoredOrigin  *stored,
            GError               **error)
{
  HsReadingOrigin *self = g_new0 (HsReadingOrigin, 1);
  g_autoptr (GPtrArray) places = hs_library_load_places (library, stored->evidence, error);
  const HsStoredEntity *outlet = hs_stored_story_find_entity (story, stored->outlet);

  self->outlet = stored->outlet;
  self->name = g_strdup (outlet != NULL ? outlet->name : stored->name);
  self->speakers = g_array_ref (stored->speakers);
  self->speaker_names = g_ptr_array_new_with_free_func (g_free);
  self->articles = g_array_ref (stored->articles);
  self->evidence = g_ptr_array_new_with_free_func (occurrence_free);
  add_names (story, self->speakers, self->speaker_names);
  for (guint i = 0; places != NULL && i < places->len; i++)
    g_ptr_array_add (self->evidence, occurrence_new (g_ptr_array_index (places, i)));
  if (places != NULL)
    return self;
  origin_free (self);
  return NULL;
}

/**
 * hs_story_page_load:
 * @library: a library
 * @id: of a story
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): its page; %NULL with @error set
 */
HsStoryPage *
hs_story_page_load (HsLibrary  *library,
                    gint64      id,
                    GError    **error)
{
  g_autoptr (HsStoredStory) story = hs_library_load_story (library, id, error);
  g_autoptr (HsStoryPage) self = NULL;

  if (story == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (HsStoryPage);
  self->id = id;
  self->title = g_strdup (story->title != NULL ? story->title : "");
  self->articles = g_array_ref (story->articles);
  self->origins = g_ptr_array_new_with_free_func (origin_free);
  self->speakers = g_array_ref (story->speakers);
  self->speaker_names = g_ptr_array_new_with_free_func (g_free);
  self->n_articles = story->n_articles;
  self->n_origins = story->n_origins;
  self->n_speakers = story->n_speakers;
  add_names (story, self->speakers, self->speaker_names);
  for (guint i = 0; i < story->origins->len; i++)
    {
      HsReadingOrigin *origin = origin_new (library, story, g_ptr_array_index (story->origins, i), error);

      if (origin == NULL)
        return NULL;
      g_ptr_array_add (self->origins, origin);
    }
  return g_steal_pointer (&self);
}

/* --- an article ------------------------------------------------------------ */

static gint64
get_entity (const HsStored *stored,
            guint           index)
{
  return index != HS_NO_INDEX ? g_array_index (stored->entities, gint64, index) : 0;
}

static const char *
get_name (const HsStored *stored,
          gint64          entity)
{
  const HsStoredEntity *known = hs_stored_find_entity (stored, entity);

  return known != NULL ? known->name : NULL;
}

static void
add_mentions (HsReading      *self,
              const HsStored *stored)
{
  const GArray *mentions = stored->analysis->mentions;

  self->mentions = g_array_sized_new (FALSE, FALSE, sizeof (HsReadingMention), mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    {
      const HsMention *mention = &g_array_index (mentions, HsMention, i);
      HsReadingMention one = { mention->span, mention->kind, mention->level, get_entity (stored, mention->entity),
                               mention->confidence };

      g_array_append_val (self->mentions, one);
    }
}

static int
compare_entities (gconstpointer a,
                  gconstpointer b)
{
  const HsReadingEntity *x = *(HsReadingEntity **) a, *y = *(HsReadingEntity **) b;

  if (x->mentions != y->mentions)
    return x->mentions > y->mentions ? -1 : 1;
  return (x->entity > y->entity) - (x->entity < y->entity);
}

static void
add_entities (HsReading      *self,
              const HsStored *stored)
{
  self->entities = g_ptr_array_new_with_free_func (entity_free);
  for (guint i = 0; i < stored->known->len; i++)
    {
      const HsStoredEntity *known = g_ptr_array_index (stored->known, i);
      HsReadingEntity *entity;
      guint n = 0;

      for (guint j = 0; j < self->mentions->len; j++)
        n += g_array_index (self->mentions, HsReadingMention, j).entity == known->id;
      if (n == 0)
        continue;
      entity = g_new0 (HsReadingEntity, 1);
      entity->entity = known->id;
      entity->name = g_strdup (known->name);
      entity->kind = known->kind;
      entity->mentions = n;
      g_ptr_array_add (self->entities, entity);
    }
  g_ptr_array_sort (self->entities, compare_entities);
}

static void
add_statement (HsReading      *self,
               const HsStored *stored,
               guint           index)
{
  const HsStatement *statement = g_ptr_array_index (stored->analysis->statements, index);
  HsReadingStatement *one = g_new0 (HsReadingStatement, 1);

  one->id = hs_sub_id (stored->id, index);
  one->speaker = get_entity (stored, statement->speaker_entity);
  one->speaker_name = g_strdup (get_name (stored, one->speaker));
  one->speaker_span = statement->speaker;
  one->cue = statement->cue;
  one->content = g_array_ref (statement->content);
  one->form = statement->form;
  one->withholds = statement->commitment == HS_COMMITMENT_WITHHOLDS;
  one->denies = !one->withholds && statement->polarity == HS_POLARITY_DENIES;
  one->named = statement->named;
  one->utterance = g_array_index (stored->utterances, gint64, index);
  one->n_reports = MAX (1, g_array_index (stored->reports, guint, index));
  one->vias = g_ptr_array_new_with_free_func (via_free);
  for (guint i = 0; i < statement->vias->len; i++)
    {
      const HsVia *via = &g_array_index (statement->vias, HsVia, i);
      HsReadingVia *reading;

      if (!hs_stored_came_through (stored, statement, via))
        continue;
      reading = g_new0 (HsReadingVia, 1);
      reading->outlet = get_entity (stored, via->outlet);
      reading->name = g_strdup (get_name (stored, reading->outlet));
      reading->span = via->span;
      reading->manner = via->manner;
      g_ptr_array_add (one->vias, reading);
    }
  g_ptr_array_add (self->statements, one);
}

static void
add_signals (HsReading      *self,
             const HsStored *stored)
{
  self->signals = g_ptr_array_new_with_free_func (signal_free);
  for (guint i = 0; i < stored->analysis->signals->len; i++)
    {
      const HsSignal *signal = g_ptr_array_index (stored->analysis->signals, i);
      HsReadingSignal *one = g_new0 (HsReadingSignal, 1);

      one->code = g_strdup (signal->code);
      one->tone = signal->tone;
      one->spans = g_array_ref (signal->spans);
      one->why = g_strdup (signal->why);
      g_ptr_array_add (self->signals, one);
    }
}

static GPtrArray *
make_grades (GPtrArray *stored)
{
  GPtrArray *grades = g_ptr_array_new_with_free_func (grade_free);

  for (guint i = 0; i < stored->len; i++)
    {
      const HsStoredGrade *grade = g_ptr_array_index (stored, i);
      HsReadingGrade *one = g_new0 (HsReadingGrade, 1);

      one->grade = grade->grade != 0 ? g_strdup_printf ("%c", grade->grade) : NULL;
      one->reason = g_strdup (grade->reason);
      one->time = grade->time;
      g_ptr_array_add (grades, one);
    }
  return grades;
}

static void
add_decisions (HsReading      *self,
               const HsStored *stored)
{
  self->notes = g_ptr_array_new_with_free_func (note_free);
  for (guint i = 0; i < stored->notes->len; i++)
    {
      const HsStoredNote *note = g_ptr_array_index (stored->notes, i);
      HsReadingNote *one = g_new0 (HsReadingNote, 1);

      one->id = note->id;
      one->span = note->span;
      one->quote = g_strdup (note->quote);
      one->body = g_strdup (note->body);
      one->tags = g_strdup (note->tags != NULL ? note->tags : "");
      one->created = note->created;
      one->modified = note->modified;
      g_ptr_array_add (self->notes, one);
    }
  self->revisions = g_ptr_array_new_with_free_func (revision_free);
  for (guint i = 0; i < stored->revisions->len; i++)
    {
      const HsStoredRevision *revision = g_ptr_array_index (stored->revisions, i);
      HsReadingRevision *one = g_new0 (HsReadingRevision, 1);

      one->id = revision->id;
      one->seen = revision->seen;
      one->sha256 = g_strdup (revision->sha256);
      g_ptr_array_add (self->revisions, one);
    }
  self->source_grades = make_grades (stored->source_grades);
  self->article_grades = make_grades (stored->article_grades);
}

/**
 * hs_reading_load:
 * @library: a library
 * @article: its id
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): the article with all that is known of it; %NULL with
 *   @error set
 */
HsReading *
hs_reading_load (HsLibrary  *library,
                 gint64      article,
                 GError    **error)
{
  g_autoptr (HsStored) stored = hs_library_load_article (library, article, error);
  g_autoptr (HsReading) self = NULL;

  if (stored == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (HsReading);
  self->id = article;
  self->document = hs_document_ref (stored->document);
  self->sha256 = g_strdup (stored->sha256);
  self->fetched = stored->fetched;
  self->path = g_strdup (stored->path);
  self->source = stored->source;
  self->read = stored->read;
  self->starred = stored->starred;
  self->waiting = stored->waiting;
  self->pictures = stored->pictures;
  self->read_to = stored->read_to;
  self->foreign = !hs_language_is_english (self->document->text, self->document->language);
  add_mentions (self, stored);
  add_entities (self, stored);
  self->statements = g_ptr_array_new_with_free_func (statement_free);
  for (guint i = 0; i < stored->analysis->statements->len; i++)
    add_statement (self, stored, i);
  add_signals (self, stored);
  add_decisions (self, stored);
  if (stored->story != 0)
    {
      self->story = hs_story_page_load (library, stored->story, error);
      if (self->story == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* --- an entity ------------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const HsEntityName *x = *(HsEntityName **) a, *y = *(HsEntityName **) b;

  if (x->mentions != y->mentions)
    return x->mentions > y->mentions ? -1 : 1;
  return strcmp (x->name, y->name);
}

/* With one blank where there is white space: a name may go on in the next line. */
static char *
dup_name (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);
  g_autoptr (GString) name = g_string_new (NULL);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", *part);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Another mention by a name: places stand article by article. */
static void
count_name (GHashTable               *counts,
            const HsStoredEntityPage *stored,
            guint                     index)
{
  const HsStoredPlace *place = g_ptr_array_index (stored->places, index);
  g_autofree char *words = dup_name (place->words);
  HsEntityName *name = g_hash_table_lookup (counts, words);

  if (name == NULL)
    {
      name = g_new0 (HsEntityName, 1);
      name->name = g_steal_pointer (&words);
      name->first = index;
      name->articles = 1;
      g_hash_table_insert (counts, name->name, name);
    }
  else if (((HsStoredPlace *) g_ptr_array_index (stored->places, name->last))->article != place->article)
    name->articles++;
  name->last = index;
  name->mentions++;
}

/* Names, descriptions and what is left are all that is mentioned. */
static void
add_entity_names (HsEntityPage             *self,
                  const HsStoredEntityPage *stored)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entity_name_free);

  self->names = g_ptr_array_new_with_free_func (entity_name_free);
  for (guint i = 0; i < stored->places->len; i++)
    if (((HsStoredPlace *) g_ptr_array_index (stored->places, i))->level == HS_LEVEL_DESCRIPTION)
      self->n_described++;
    else
      count_name (counts, stored, i);
  self->n_otherwise = stored->places->len - self->n_described;
  for (char **name = stored->entity->names; *name != NULL; name++)
    {
      HsEntityName *one = g_hash_table_lookup (counts, *name);

      if (one != NULL)
        g_hash_table_steal (counts, *name);
      else
        {
          one = g_new0 (HsEntityName, 1);
          one->name = g_strdup (*name);
        }
      self->n_otherwise -= one->mentions;
      g_ptr_array_add (self->names, one);
    }
  g_ptr_array_sort (self->names, compare_names);
}

/**
 * hs_entity_page_load:
 * @library: a library
 * @entity: its id
 * @error: return location
 *
 * Waits; any thread but the main one.
 *
 * Returns: (transfer full) (nullable): its page; %NULL with @error set
 */
HsEntityPage *
hs_entity_page_load (HsLibrary  *library,
                     gint64      entity,
                     GError    **error)
{
  g_autoptr (HsStoredEntityPage) stored = hs_library_load_entity (library, entity, MAX_OCCURRENCES, error);
  g_autoptr (HsEntityPage) self = NULL;

  if (stored == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (HsEntityPage);
  self->id = stored->entity->id;
  self->kind = stored->entity->kind;
  self->name = g_strdup (stored->entity->name);
  self->n_mentions = stored->entity->n_mentions;
  self->n_articles = stored->entity->n_articles;
  add_entity_names (self, stored);
  self->occurrences = hs_occurrences_new (stored->places);
  self->proposals = g_ptr_array_new_with_free_func (proposal_free);
  for (guint i = 0; i < stored->proposals->len; i++)
    {
      const HsStoredProposal *proposal = g_ptr_array_index (stored->proposals, i);
      HsProposal *one = g_new0 (HsProposal, 1);

      one->other = proposal->other;
      one->name = g_strdup (proposal->name);
      one->why = g_strdup (proposal->why);
      g_ptr_array_add (self->proposals, one);
    }
  return g_steal_pointer (&self);
}
