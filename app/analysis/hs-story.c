/* hs-story.c: several articles of one story: utterances, origins, counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

static void
hs_utterance_free (gpointer data)
{
  HsUtterance *self = data;

  g_array_unref (self->statements);
  g_free (self);
}

static void
hs_origin_free (gpointer data)
{
  HsOrigin *self = data;

  g_free (self->name);
  g_array_unref (self->speakers);
  g_array_unref (self->articles);
  g_array_unref (self->manners);
  g_array_unref (self->evidence);
  g_free (self);
}

/**
 * hs_story_free:
 * @self: (transfer full) (nullable): a story
 */
void
hs_story_free (HsStory *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->utterances);
  g_ptr_array_unref (self->origins);
  g_ptr_array_unref (self->edges);
  g_array_unref (self->variants);
  g_array_unref (self->steps);
  g_free (self);
}

static void
gather_utterances (HsStory      *story,
                   const GArray *said)
{
  g_autoptr (GHashTable) by_group = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < said->len; i++)
    {
      const HsSaid *one = &g_array_index (said, HsSaid, i);
      HsUtterance *utterance = g_hash_table_lookup (by_group, GUINT_TO_POINTER (one->group));
      HsStatementRef ref = { one->article, one->statement };

      if (utterance == NULL)
        {
          utterance = g_new0 (HsUtterance, 1);
          utterance->speaker = one->speaker;
          utterance->statements = g_array_new (FALSE, FALSE, sizeof (HsStatementRef));
          g_hash_table_insert (by_group, GUINT_TO_POINTER (one->group), utterance);
          g_ptr_array_add (story->utterances, utterance);
        }
      g_array_append_val (utterance->statements, ref);
    }
}

static guint
count_speakers (const HsStoryArticle *articles,
                guint                 n_articles,
                const GArray         *said)
{
  g_autoptr (GHashTable) speakers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) outlets = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer key;
  guint n = 0;

  for (guint i = 0; i < said->len; i++)
    {
      const HsSaid *one = &g_array_index (said, HsSaid, i);
      const HsStatement *statement = articles[one->article].analysis->statements->pdata[one->statement];

      if (one->speaker != 0 && hs_statement_is_speech (statement))
        g_hash_table_add (speakers, (gpointer) &one->speaker);
      for (guint v = 0; v < statement->vias->len; v++)
        {
          guint local = g_array_index (statement->vias, HsVia, v).outlet;

          if (local != HS_NO_INDEX)
            g_hash_table_add (outlets, (gpointer) &articles[one->article].entities[local]);
        }
    }
  g_hash_table_iter_init (&iter, speakers);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += !g_hash_table_contains (outlets, key);
  return n;
}

static char *
headline_of (const HsDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_HEADLINE)
        return g_strndup (document->text + block->span.start, block->span.end - block->span.start);
    }
  return g_strdup (document->title);
}

static gboolean
exceeds_body (const HsAnalysis *analysis)
{
  for (guint i = 0; i < analysis->signals->len; i++)
    if (g_str_equal (((HsSignal *) analysis->signals->pdata[i])->code, "headline-exceeds-body"))
      return TRUE;
  return FALSE;
}

/* The first headline that its own text bears out. */
static char *
title_of (const HsStoryArticle *articles,
          guint                 n_articles)
{
  char *title = NULL;

  for (guint pass = 0; pass < 2; pass++)
    for (guint a = 0; a < n_articles; a++)
      if (pass == 1 || !exceeds_body (articles[a].analysis))
        {
          title = headline_of (articles[a].document);
          if (title != NULL)
            return title;
        }
  return NULL;
}

/**
 * hs_story_build:
 * @articles: (array length=n_articles): the articles of the story
 * @n_articles: how many
 * @cancellable: (nullable): stops between the steps
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what they together show
 */
HsStory *
hs_story_build (const HsStoryArticle *articles,
                guint                 n_articles,
                GCancellable         *cancellable,
                GError              **error)
{
  return hs_story_build_under (articles, n_articles, NULL, 0, cancellable, error);
}

/**
 * hs_story_build_under:
 * @articles: (array length=n_articles): the articles of the story
 * @n_articles: how many
 * @constraints: (array length=n_constraints) (nullable): what the user decided;
 *   of two on one edge the later counts
 * @n_constraints: how many
 * @cancellable: (nullable): stops between the steps
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what they together show
 */
HsStory *
hs_story_build_under (const HsStoryArticle   *articles,
                      guint                   n_articles,
                      const HsEdgeConstraint *constraints,
                      guint                   n_constraints,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr (HsStory) story = g_new0 (HsStory, 1);
  g_autoptr (GArray) said = NULL;
  g_autoptr (GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (articles != NULL || n_articles == 0, NULL);
  g_return_val_if_fail (constraints != NULL || n_constraints == 0, NULL);

  for (guint i = 0; i < n_constraints; i++)
    g_hash_table_insert (decided, (gpointer) constraints[i].key, (gpointer) &constraints[i]);
  story->utterances = g_ptr_array_new_with_free_func (hs_utterance_free);
  story->origins = g_ptr_array_new_with_free_func (hs_origin_free);
  story->edges = g_ptr_array_new_with_free_func (hs_edge_free);
  story->variants = g_array_new (FALSE, FALSE, sizeof (HsQuoteVariant));
  story->steps = g_array_new (FALSE, FALSE, sizeof (HsStoryStep));
  story->n_articles = n_articles;
  story->title = title_of (articles, n_articles);
  said = hs_utterances_said (articles, n_articles);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  hs_utterances_join (said);
  gather_utterances (story, said);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  hs_origins_find (story, articles, n_articles, said, decided);
  hs_edges_find (story, articles, n_articles, said, decided);
  hs_variants_find (story, articles, said);
  hs_steps_find (story, articles, n_articles);
  story->n_speakers = count_speakers (articles, n_articles, said);
  return g_steal_pointer (&story);
}
