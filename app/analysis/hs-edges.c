/* hs-edges.c: from who spoke to who reads it, step by step
 *
 * Every statement is a way: speaker, the outlets it came through from the
 * furthest to the nearest, the article. Where an article rests on an origin
 * that it does not state, an implied step joins them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

#include <string.h>

/* Words shown for one edge. */
#define MOST_EVIDENCE 16

typedef struct
{
  HsStory *story;
  const HsStoryArticle *articles;
  GHashTable *decided;    /* (unowned) */
  GHashTable *by_key;     /* (owned) (element-type utf8 HsEdge): owned by the story */
} Weaver;

/**
 * hs_edge_free:
 * @data: (transfer full): an #HsEdge
 */
void
hs_edge_free (gpointer data)
{
  HsEdge *self = data;

  g_array_unref (self->evidence);
  g_free (self->key);
  g_free (self);
}

static const char *
kind_nick (HsNodeKind kind)
{
  static const char *const nicks[] = { "speaker", "outlet", "beginning", "article" };

  return nicks[kind];
}

/**
 * hs_edge_make_key:
 * @from: where it begins
 * @to: where it ends
 *
 * Returns: (transfer full): what the edge is called as long as its ends are
 */
char *
hs_edge_make_key (HsNode from,
                  HsNode to)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ">%s:%" G_GINT64_FORMAT, kind_nick (from.kind), from.id,
                          kind_nick (to.kind), to.id);
}

/**
 * hs_edge_decision:
 * @decided: (element-type utf8 HsEdgeConstraint): what a person decided of edges, by their
 *   key
 * @from: where the edge begins
 * @to: where it ends
 *
 * Returns: (transfer none) (nullable): what was decided of it; %NULL nothing
 */
const HsEdgeConstraint *
hs_edge_decision (GHashTable *decided,
                  HsNode      from,
                  HsNode      to)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (decided) == 0)
    return NULL;
  key = hs_edge_make_key (from, to);
  return g_hash_table_lookup (decided, key);
}

static void
add (Weaver      *self,
     HsNode       from,
     HsNode       to,
     HsViaManner  manner,
     guint        article,
     HsSpan       span)
{
  g_autofree char *key = hs_edge_make_key (from, to);
  const HsEdgeConstraint *constraint = g_hash_table_lookup (self->decided, key);
  HsEdge *edge = g_hash_table_lookup (self->by_key, key);
  HsEvidence evidence = { article, span };

  if ((from.kind == to.kind && from.id == to.id) || (constraint != NULL && constraint->decision == HS_EDGE_CUT))
    return;
  if (edge == NULL)
    {
      edge = g_new0 (HsEdge, 1);
      edge->from = from;
      edge->to = to;
      edge->manner = manner;
      edge->evidence = g_array_new (FALSE, FALSE, sizeof (HsEvidence));
      edge->key = g_steal_pointer (&key);
      edge->confirmed = constraint != NULL;
      g_hash_table_insert (self->by_key, edge->key, edge);
      g_ptr_array_add (self->story->edges, edge);
    }
  edge->manner = MIN (edge->manner, manner);
  if (hs_span_is_none (span) || edge->evidence->len == MOST_EVIDENCE)
    return;
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const HsEvidence *have = &g_array_index (edge->evidence, HsEvidence, i);

      if (have->article == article && have->span.start == span.start)
        return;
    }
  g_array_append_val (edge->evidence, evidence);
}

static HsSpan
words_of (const HsStatement *statement)
{
  return !hs_span_is_none (statement->cue) ? statement->cue : g_array_index (statement->content, HsSpan, 0);
}

/* speaker > furthest outlet > … > nearest outlet > article; outlets of one step
 * stand beside one another. */
static void
add_way (Weaver       *self,
         const HsSaid *said)
{
  const HsStoryArticle *article = &self->articles[said->article];
  const HsStatement *statement = article->analysis->statements->pdata[said->statement];
  HsNode end = { HS_NODE_ARTICLE, hs_story_article_id (self->articles, said->article) };
  HsNode speaker = { HS_NODE_SPEAKER, said->speaker };
  gboolean through = FALSE;
  guint furthest = 0;

  for (guint v = 0; v < statement->vias->len; v++)
    furthest = MAX (furthest, g_array_index (statement->vias, HsVia, v).step);
  for (guint v = 0; v < statement->vias->len; v++)
    {
      const HsVia *via = &g_array_index (statement->vias, HsVia, v);
      HsNode outlet = { HS_NODE_OUTLET, via->outlet != HS_NO_INDEX ? article->entities[via->outlet] : 0 };

      if (outlet.id == 0)
        continue;
      through = TRUE;
      if (via->step == furthest && said->speaker != 0 && said->speaker != outlet.id)
        add (self, speaker, outlet, via->manner, said->article, words_of (statement));
      if (via->step == 0)
        add (self, outlet, end, via->manner, said->article, via->span);
      for (guint w = 0; w < statement->vias->len; w++)
        {
          const HsVia *nearer = &g_array_index (statement->vias, HsVia, w);

          if (nearer->step + 1 == via->step && nearer->outlet != HS_NO_INDEX)
            add (self, outlet, (HsNode) { HS_NODE_OUTLET, article->entities[nearer->outlet] }, via->manner,
                 said->article, via->span);
        }
    }
  if (!through && said->speaker != 0 && hs_statement_is_speech (statement))
    add (self, speaker, end, HS_VIA_STATED, said->article, words_of (statement));
}

static HsNode
node_of (const HsStoryArticle *articles,
         const HsOrigin       *origin)
{
  if (origin->outlet != 0 && origin->name != NULL)
    return (HsNode) { HS_NODE_OUTLET, origin->outlet };
  return (HsNode) { HS_NODE_BEGINNING, hs_story_article_id (articles, g_array_index (origin->articles, guint, 0)) };
}

/* What the origins add: articles joined to them by shared words alone. */
static void
add_origin (Weaver         *self,
            const HsOrigin *origin)
{
  HsNode from = node_of (self->articles, origin);

  for (guint i = 0; i < origin->articles->len; i++)
    {
      guint a = g_array_index (origin->articles, guint, i);
      HsViaManner manner = g_array_index (origin->manners, HsViaManner, i);
      HsNode to = { HS_NODE_ARTICLE, hs_story_article_id (self->articles, a) };
      gboolean shown = FALSE;

      if (origin->articles->len == 1 && from.kind == HS_NODE_BEGINNING)
        continue;
      for (guint e = 0; e < origin->evidence->len; e++)
        {
          const HsEvidence *evidence = &g_array_index (origin->evidence, HsEvidence, e);

          if (evidence->article == a)
            {
              add (self, from, to, manner, a, evidence->span);
              shown = TRUE;
            }
        }
      if (!shown && self->articles[a].outlet != origin->outlet)
        add (self, from, to, manner, a, HS_SPAN_NONE);
    }
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(HsEdge * const *) a)->key, (*(HsEdge * const *) b)->key);
}

/* Fills story->edges; story->origins stand already. */
void
hs_edges_find (HsStory              *story,
               const HsStoryArticle *articles,
               guint                 n_articles,
               const GArray         *said,
               GHashTable           *decided)
{
  Weaver self = { story, articles, decided, g_hash_table_new (g_str_hash, g_str_equal) };

  for (guint i = 0; i < said->len; i++)
    add_way (&self, &g_array_index (said, HsSaid, i));
  for (guint i = 0; i < story->origins->len; i++)
    add_origin (&self, story->origins->pdata[i]);
  g_ptr_array_sort (story->edges, compare_edges);
  g_hash_table_unref (self.by_key);
}
