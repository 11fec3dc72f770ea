/* hs-story-set.c: a handful of articles, linked and told as stories
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-set.h"

#include "hs-linker.h"
#include "hs-names.h"

typedef struct
{
  gint64 id;
  GArray *articles;  /* (owned) (element-type guint) */
  HsStory *story;    /* (owned) (nullable): after hs_story_set_build() */
} Member;

typedef struct
{
  guint mentions;
  gint64 proposed;
  char *why;         /* (owned) (nullable) */
} Count;

struct _HsStorySet
{
  GObject parent_instance;

  HsMemoryIndex *index;    /* (owned) */
  GPtrArray *articles;     /* (owned) (element-type HsStorySetArticle) */
  GPtrArray *stories;      /* (owned) (element-type Member): by first article */
  GArray *counts;          /* (owned) (element-type Count): by entity id, from 1 */
  gint64 n_statements;
};

G_DEFINE_FINAL_TYPE (HsStorySet, hs_story_set, G_TYPE_OBJECT)

static void
article_free (gpointer data)
{
  HsStorySetArticle *article = data;

  g_free (article->file);
  hs_document_unref (article->document);
  hs_analysis_unref (article->analysis);
  g_free (article->entities);
  g_free (article->utterances);
  g_free (article);
}

static void
member_free (gpointer data)
{
  Member *member = data;

  g_array_unref (member->articles);
  g_clear_pointer (&member->story, hs_story_free);
  g_free (member);
}

static void
count_clear (gpointer data)
{
  g_free (((Count *) data)->why);
}

static void
hs_story_set_finalize (GObject *object)
{
  HsStorySet *self = HS_STORY_SET (object);

  g_clear_object (&self->index);
  g_ptr_array_unref (self->articles);
  g_ptr_array_unref (self->stories);
  g_array_unref (self->counts);
  G_OBJECT_CLASS (hs_story_set_parent_class)->finalize (object);
}

static void
hs_story_set_class_init (HsStorySetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_story_set_finalize;
}

static void
hs_story_set_init (HsStorySet *self)
{
  self->index = hs_memory_index_new ();
  self->articles = g_ptr_array_new_with_free_func (article_free);
  self->stories = g_ptr_array_new_with_free_func (member_free);
  self->counts = g_array_new (FALSE, TRUE, sizeof (Count));
  g_array_set_clear_func (self->counts, count_clear);
}

/**
 * hs_story_set_new:
 *
 * Returns: (transfer full): a set without articles
 */
HsStorySet *
hs_story_set_new (void)
{
  return g_object_new (HS_TYPE_STORY_SET, NULL);
}

static Count *
count_of (HsStorySet *self,
          gint64      entity)
{
  if (self->counts->len <= entity)
    g_array_set_size (self->counts, entity + 1);
  return &g_array_index (self->counts, Count, entity);
}

/* Links what the article names and adds it to what is known. */
static gboolean
link_entities (HsStorySet         *self,
               HsStorySetArticle  *article,
               GError            **error)
{
  const HsAnalysis *analysis = article->analysis;
  g_autoptr (GArray) links = hs_linker_link (analysis, HS_INDEX (self->index), error);

  if (links == NULL)
    return FALSE;
  article->entities = g_new0 (gint64, analysis->entities->len + 1);
  for (guint i = 0; i < analysis->entities->len; i++)
    {
      HsLink *link = &g_array_index (links, HsLink, i);
      gint64 id = hs_memory_index_add_entity (self->index, link->entity, g_ptr_array_index (analysis->entities, i));
      Count *count = count_of (self, id);

      article->entities[i] = id;
      if (link->proposed > 0 && link->proposed != id && count->proposed == 0)
        {
          count->proposed = link->proposed;
          count->why = g_steal_pointer (&link->why);
        }
    }
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      guint entity = g_array_index (analysis->mentions, HsMention, i).entity;

      if (entity < analysis->entities->len)
        count_of (self, article->entities[entity])->mentions++;
    }
  return TRUE;
}

static HsLocalEntity *
new_outlet (const char *name)
{
  HsLocalEntity *outlet = hs_local_entity_new (HS_MENTION_ORGANISATION, name);
  const char *names[] = { name, NULL };
  char *keys[] = { hs_names_body_key (name), NULL };

  g_strfreev (outlet->names);
  outlet->names = g_strdupv ((char **) names);
  g_strfreev (outlet->keys);
  outlet->keys = g_strdupv (keys);
  g_free (keys[0]);
  return outlet;
}

/* The publishing outlet is an organisation like those the text names. */
static gboolean
link_outlet (HsStorySet         *self,
             HsStorySetArticle  *article,
             GError            **error)
{
  g_autoptr (HsAnalysis) alone = NULL;
  g_autoptr (GArray) links = NULL;
  HsLocalEntity *outlet;

  if (article->document->outlet == NULL || *article->document->outlet == '\0')
    return TRUE;
  alone = hs_analysis_new ();
  outlet = new_outlet (article->document->outlet);
  g_ptr_array_add (alone->entities, outlet);
  links = hs_linker_link (alone, HS_INDEX (self->index), error);
  if (links == NULL)
    return FALSE;
  article->outlet
      = hs_memory_index_add_entity (self->index, g_array_index (links, HsLink, 0).entity, outlet);
  count_of (self, article->outlet);
  return TRUE;
}

/* The set's story with the id @id, made when there is none. */
static Member *
member_of (HsStorySet *self,
           gint64      id)
{
  Member *member;

  for (guint i = 0; i < self->stories->len; i++)
    if (((Member *) g_ptr_array_index (self->stories, i))->id == id)
      return g_ptr_array_index (self->stories, i);
  member = g_new0 (Member, 1);
  member->id = id;
  member->articles = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->stories, member);
  return member;
}

static void
join_story (HsStorySet        *self,
            HsStorySetArticle *article,
            gint64             found,
            guint              number)
{
  Member *member;

  article->story = hs_memory_index_add_article (self->index, number + 1, found, article->analysis->terms);
  member = member_of (self, article->story);
  g_array_append_val (member->articles, number);
}

/**
 * hs_story_set_add:
 * @self: a set
 * @file: (nullable): what the article is called in the output
 * @document: its text
 * @analysis: what was found in it
 * @error: return location for an error
 *
 * Returns: whether it was added; %FALSE leaves the set as it was
 */
gboolean
hs_story_set_add (HsStorySet  *self,
                  const char  *file,
                  HsDocument  *document,
                  HsAnalysis  *analysis,
                  GError     **error)
{
  HsStorySetArticle *article;
  gint64 story;

  g_return_val_if_fail (HS_IS_STORY_SET (self), FALSE);
  g_return_val_if_fail (document != NULL && analysis != NULL, FALSE);

  story = hs_linker_find_story (analysis, HS_INDEX (self->index), error);
  if (story < 0)
    return FALSE;
  article = g_new0 (HsStorySetArticle, 1);
  article->file = g_strdup (file);
  article->document = hs_document_ref (document);
  article->analysis = hs_analysis_ref (analysis);
  article->utterances = g_new0 (gint64, analysis->statements->len + 1);
  article->first_statement = self->n_statements + 1;
  if (!link_entities (self, article, error) || !link_outlet (self, article, error))
    {
      article_free (article);
      return FALSE;
    }
  self->n_statements += analysis->statements->len;
  join_story (self, article, story, self->articles->len);
  g_ptr_array_add (self->articles, article);
  return TRUE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const Member *x = *(Member * const *) a, *y = *(Member * const *) b;

  return compare_numbers (x->articles->data, y->articles->data);
}

/**
 * hs_story_set_move:
 * @self: a set
 * @index: an article
 * @beside: the article to whose story it belongs, or @index: to a story of its own
 *
 * What the user decided of where an article belongs. The program's own choice
 * for it is forgotten; articles that come later find it where it is now.
 */
void
hs_story_set_move (HsStorySet *self,
                   guint       index,
                   guint       beside)
{
  HsStorySetArticle *article;
  Member *member;
  gint64 to = 0;

  g_return_if_fail (HS_IS_STORY_SET (self));
  g_return_if_fail (index < self->articles->len && beside < self->articles->len);

  article = g_ptr_array_index (self->articles, index);
  if (beside != index)
    to = ((HsStorySetArticle *) g_ptr_array_index (self->articles, beside))->story;
  if (to == article->story)
    return;
  member = member_of (self, article->story);
  for (guint i = 0; i < member->articles->len; i++)
    if (g_array_index (member->articles, guint, i) == index)
      {
        g_array_remove_index (member->articles, i);
        break;
      }
  if (member->articles->len == 0)
    g_ptr_array_remove (self->stories, member);
  article->story = hs_memory_index_move_article (self->index, index + 1, to);
  member = member_of (self, article->story);
  g_array_append_val (member->articles, index);
  g_array_sort (member->articles, compare_numbers);
  g_ptr_array_sort (self->stories, compare_members);
}

/**
 * hs_story_set_build:
 * @self: a set
 * @cancellable: (nullable): stops between two stories
 * @error: return location for an error
 *
 * Builds every story of the set: utterances, origins, counts.
 *
 * Returns: whether all were built
 */
gboolean
hs_story_set_build (HsStorySet    *self,
                    GCancellable  *cancellable,
                    GError       **error)
{
  gint64 n_utterances = 0;

  g_return_val_if_fail (HS_IS_STORY_SET (self), FALSE);

  for (guint i = 0; i < self->stories->len; i++)
    {
      Member *member = g_ptr_array_index (self->stories, i);
      g_autofree HsStoryArticle *articles = g_new0 (HsStoryArticle, member->articles->len);

      for (guint k = 0; k < member->articles->len; k++)
        {
          const HsStorySetArticle *article
              = g_ptr_array_index (self->articles, g_array_index (member->articles, guint, k));

          articles[k] = (HsStoryArticle){ article->document, article->analysis, article->entities, article->outlet, 0 };
        }
      g_clear_pointer (&member->story, hs_story_free);
      member->story = hs_story_build (articles, member->articles->len, cancellable, error);
      if (member->story == NULL)
        return FALSE;
      for (guint k = 0; k < member->story->utterances->len; k++)
        {
          const HsUtterance *utterance = g_ptr_array_index (member->story->utterances, k);

          n_utterances++;
          for (guint s = 0; s < utterance->statements->len; s++)
            {
              const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, s);
              HsStorySetArticle *article
                  = g_ptr_array_index (self->articles, g_array_index (member->articles, guint, ref->article));

              article->utterances[ref->statement] = n_utterances;
            }
        }
    }
  return TRUE;
}

/**
 * hs_story_set_get_n_articles:
 * @self: stories
 *
 * Returns: how many articles are in it
 */
guint
hs_story_set_get_n_articles (HsStorySet *self)
{
  g_return_val_if_fail (HS_IS_STORY_SET (self), 0);

  return self->articles->len;
}

/**
 * hs_story_set_get_article:
 * @self: a set
 * @index: which, in the order added
 *
 * Returns: (transfer none): the article
 */
const HsStorySetArticle *
hs_story_set_get_article (HsStorySet *self,
                          guint       index)
{
  g_return_val_if_fail (HS_IS_STORY_SET (self) && index < self->articles->len, NULL);

  return g_ptr_array_index (self->articles, index);
}

/**
 * hs_story_set_get_n_stories:
 * @self: stories
 *
 * Returns: how many stories they make
 */
guint
hs_story_set_get_n_stories (HsStorySet *self)
{
  g_return_val_if_fail (HS_IS_STORY_SET (self), 0);

  return self->stories->len;
}

/**
 * hs_story_set_get_story:
 * @self: a set that was built
 * @index: which, by first article
 * @articles: (out) (transfer none) (element-type guint): the articles in it
 *
 * Returns: (transfer none): the story
 */
HsStory *
hs_story_set_get_story (HsStorySet    *self,
                        guint          index,
                        const GArray **articles)
{
  Member *member;

  g_return_val_if_fail (HS_IS_STORY_SET (self) && index < self->stories->len, NULL);

  member = g_ptr_array_index (self->stories, index);
  *articles = member->articles;
  return member->story;
}

/**
 * hs_story_set_list_entities:
 * @self: a set
 *
 * Returns: (transfer container) (element-type HsStorySetEntity): all that is
 *   named, by id; valid until the set changes
 */
GPtrArray *
hs_story_set_list_entities (HsStorySet *self)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (HS_IS_STORY_SET (self), entities);

  for (gint64 id = 1; id < self->counts->len; id++)
    {
      const Count *count = &g_array_index (self->counts, Count, id);
      HsStorySetEntity *entity;

      if (hs_memory_index_get_entity (self->index, id) == NULL)
        continue;
      entity = g_new0 (HsStorySetEntity, 1);
      entity->known = hs_memory_index_get_entity (self->index, id);
      entity->mentions = count->mentions;
      entity->proposed = count->proposed;
      entity->why = count->why;
      g_ptr_array_add (entities, entity);
    }
  return entities;
}
