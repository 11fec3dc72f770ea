/* hs-origins.c: where chains of repetition begin
 *
 * Every outlet that a text states it took something from may be an origin;
 * copies share what the other rests on; words of one speaker that two articles
 * share have one beginning, where not both say another. An outlet that somebody told something is a
 * beginning of its own. Of all others the smallest set is kept that every
 * article rests on: the count never claims more independence than the
 * texts show. Smallest is approached greedily (V. Chvátal, "A greedy heuristic
 * for the set-covering problem", 1979).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

#include <stdio.h>
#include <string.h>

#include "hs-sketch.h"

/* Shared words of content that are evidence: of one quotation, of one thing told,
 * of several. */
#define FEWEST_QUOTED_WORDS 4
#define FEWEST_TOLD_WORDS 6
#define FEWEST_SHARED_WORDS 5
/* Reports of one act of speech that are compared with each other. */
#define MOST_OF_ONE 50

/* How surely an article rests on a candidate; 0: not at all. */
enum
{
  RESTS_IMPLIED = 1,
  RESTS_CARRIED,
  RESTS_STATED
};

typedef struct
{
  gint64 outlet;
  char *name;            /* (owned) (nullable) */
  guint8 *articles;      /* (owned): whether each rests on it, as RESTS_… */
  guint n_new;
  GArray *evidence;      /* (owned) (element-type HsEvidence) */
  guint first_article;
  guint first_at;
  gboolean firsthand;
  gboolean own;          /* an article says that somebody told its own outlet */
  gboolean kept;
} Candidate;

typedef struct
{
  HsStory *story;
  const HsStoryArticle *articles;
  guint n_articles;
  const GArray *said;
  GHashTable *decided;   /* (unowned) (element-type utf8 HsEdgeConstraint) */
  GPtrArray *candidates; /* (owned) (element-type Candidate) */
} Finder;

static void
candidate_free (gpointer data)
{
  Candidate *c = data;

  g_free (c->name);
  g_free (c->articles);
  g_array_unref (c->evidence);
  g_free (c);
}

static Candidate *
candidate_new (Finder     *f,
               gint64      outlet,
               const char *name,
               guint       article,
               guint       at)
{
  Candidate *c = g_new0 (Candidate, 1);

  c->outlet = outlet;
  c->name = g_strdup (name);
  c->articles = g_new0 (guint8, f->n_articles);
  c->evidence = g_array_new (FALSE, FALSE, sizeof (HsEvidence));
  c->first_article = article;
  c->first_at = at;
  g_ptr_array_add (f->candidates, c);
  return c;
}

static Candidate *
find_candidate (Finder *f,
                gint64  outlet)
{
  for (guint i = 0; i < f->candidates->len; i++)
    if (((Candidate *) f->candidates->pdata[i])->outlet == outlet)
      return f->candidates->pdata[i];
  return NULL;
}

static HsNode
node_of (const Finder    *f,
         const Candidate *c)
{
  if (c->outlet != 0 && c->name != NULL)
    return (HsNode) { HS_NODE_OUTLET, c->outlet };
  return (HsNode) { HS_NODE_BEGINNING, hs_story_article_id (f->articles, c->first_article) };
}

static gboolean
is_cut (const Finder    *f,
        const Candidate *c,
        guint            article)
{
  HsNode to = { HS_NODE_ARTICLE, hs_story_article_id (f->articles, article) };
  const HsEdgeConstraint *constraint = hs_edge_decision (f->decided, node_of (f, c), to);

  return constraint != NULL && constraint->decision == HS_EDGE_CUT;
}

static void
add_evidence (Finder    *f,
              Candidate *c,
              guint      article,
              HsSpan     span,
              guint8     rests)
{
  HsEvidence evidence = { article, span };

  if (is_cut (f, c, article))
    return;
  c->articles[article] = MAX (c->articles[article], rests);
  if (hs_span_is_none (span))
    return;
  for (guint i = 0; i < c->evidence->len; i++)
    {
      const HsEvidence *have = &g_array_index (c->evidence, HsEvidence, i);

      if (have->article == article && have->span.start == span.start)
        return;
    }
  g_array_append_val (c->evidence, evidence);
}

/* What the story's articles call the outlet @id. */
static const char *
name_of (const Finder *f,
         gint64        id)
{
  for (guint a = 0; a < f->n_articles; a++)
    {
      if (f->articles[a].outlet == id)
        return f->articles[a].document->outlet;
      for (guint e = 0; e < f->articles[a].analysis->entities->len; e++)
        if (f->articles[a].entities[e] == id)
          return ((HsLocalEntity *) f->articles[a].analysis->entities->pdata[e])->name;
    }
  return "";
}

static void
add_outlet (Finder *f,
            guint   article,
            guint   local,
            HsSpan  span)
{
  const HsStoryArticle *a = &f->articles[article];
  const HsLocalEntity *entity;
  gint64 id;
  Candidate *c;

  if (local == HS_NO_INDEX || local >= a->analysis->entities->len)
    return;
  id = a->entities[local];
  entity = a->analysis->entities->pdata[local];
  if (id == 0)
    return;
  c = find_candidate (f, id);
  if (c == NULL)
    c = candidate_new (f, id, entity->name, article, span.start);
  c->own |= id == a->outlet;
  add_evidence (f, c, article, span, RESTS_STATED);
}

/* Of a chain "A reported, citing B" the beginning is B. */
static guint
furthest_step (const HsStatement *statement)
{
  guint step = 0;

  for (guint v = 0; v < statement->vias->len; v++)
    step = MAX (step, g_array_index (statement->vias, HsVia, v).step);
  return step;
}

static void
add_stated (Finder *f)
{
  for (guint a = 0; a < f->n_articles; a++)
    {
      const HsAnalysis *analysis = f->articles[a].analysis;

      for (guint i = 0; i < analysis->upstream->len; i++)
        {
          const HsUpstream *up = &g_array_index (analysis->upstream, HsUpstream, i);

          add_outlet (f, a, up->outlet, up->span);
        }
      for (guint s = 0; s < analysis->statements->len; s++)
        {
          const HsStatement *statement = analysis->statements->pdata[s];
          guint step = furthest_step (statement);

          for (guint v = 0; v < statement->vias->len; v++)
            {
              const HsVia *via = &g_array_index (statement->vias, HsVia, v);

              if (via->manner == HS_VIA_STATED && via->step == step)
                add_outlet (f, a, via->outlet, via->span);
            }
        }
    }
  /* the outlet itself is among the articles */
  for (guint a = 0; a < f->n_articles; a++)
    if (f->articles[a].outlet != 0)
      {
        Candidate *c = find_candidate (f, f->articles[a].outlet);

        if (c != NULL && !is_cut (f, c, a))
          c->articles[a] = RESTS_STATED;
      }
}

/* Edges the user drew or confirmed: the article rests on that outlet. */
static void
add_drawn (Finder *f)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, f->decided);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const HsEdgeConstraint *constraint = value;
      gint64 outlet, article;

      if (constraint->decision != HS_EDGE_CONFIRM ||
          sscanf (constraint->key, "outlet:%" G_GINT64_FORMAT ">article:%" G_GINT64_FORMAT, &outlet, &article) != 2)
        continue;
      for (guint a = 0; a < f->n_articles; a++)
        if (hs_story_article_id (f->articles, a) == article)
          {
            Candidate *c = find_candidate (f, outlet);

            if (c == NULL)
              c = candidate_new (f, outlet, name_of (f, outlet), a, 0);
            c->articles[a] = RESTS_STATED;
            c->own |= f->articles[a].outlet == outlet;
          }
    }
}

static gboolean
share_candidate (Finder *f,
                 guint   a,
                 guint   b)
{
  for (guint i = 0; i < f->candidates->len; i++)
    {
      const Candidate *c = f->candidates->pdata[i];

      if (c->articles[a] && c->articles[b])
        return TRUE;
    }
  return FALSE;
}

static gboolean
rests_on_something (Finder *f,
                    guint   a)
{
  return share_candidate (f, a, a);
}

static HsSpan
opening (const HsStoryArticle *article)
{
  const HsDocument *document = article->document;

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const HsBlock *block = &g_array_index (document->blocks, HsBlock, i);

      if (block->kind == HS_BLOCK_PARAGRAPH || block->kind == HS_BLOCK_HEADLINE)
        return block->span;
    }
  return document->blocks->len > 0 ? g_array_index (document->blocks, HsBlock, 0).span : HS_SPAN_NONE;
}

/* Two articles with one beginning that neither names, or only one does. */
static void
share_beginning (Finder *f,
                 guint   a,
                 guint   b,
                 HsSpan  at_a,
                 HsSpan  at_b)
{
  Candidate *c = NULL;

  if (share_candidate (f, a, b))
    return;
  for (guint i = 0; i < f->candidates->len && c == NULL; i++)
    {
      Candidate *each = f->candidates->pdata[i];

      if ((each->articles[a] && !is_cut (f, each, b)) || (each->articles[b] && !is_cut (f, each, a)))
        c = each;
    }
  if (c == NULL)
    {
      gint64 outlet = f->articles[a].outlet;

      c = candidate_new (f, outlet, outlet != 0 ? f->articles[a].document->outlet : NULL, a, at_a.start);
      /* the one from whom the other is cut off begins it for itself */
      if (is_cut (f, c, a) || is_cut (f, c, b))
        {
          g_ptr_array_remove (f->candidates, c);
          return;
        }
    }
  add_evidence (f, c, a, at_a, c->articles[a] > 0 ? c->articles[a] : RESTS_IMPLIED);
  add_evidence (f, c, b, at_b, RESTS_IMPLIED);
}

static void
add_copies (Finder *f)
{
  for (guint a = 0; a < f->n_articles; a++)
    for (guint b = a + 1; b < f->n_articles; b++)
      if (hs_sketch_overlap (f->articles[a].analysis->sketch, f->articles[b].analysis->sketch) >= HS_COPY_OVERLAP)
        share_beginning (f, a, b, opening (&f->articles[a]), opening (&f->articles[b]));
}

static const HsStatement *
statement_of (Finder       *f,
              const HsSaid *said)
{
  return f->articles[said->article].analysis->statements->pdata[said->statement];
}

/* The outlet a statement began with, as a candidate; NULL: it names none. */
static Candidate *
via_of (Finder       *f,
        const HsSaid *said)
{
  const HsStatement *statement = statement_of (f, said);
  guint step = furthest_step (statement);

  for (guint v = 0; v < statement->vias->len; v++)
    {
      const HsVia *via = &g_array_index (statement->vias, HsVia, v);

      if (via->step == step && via->outlet != HS_NO_INDEX)
        return find_candidate (f, f->articles[said->article].entities[via->outlet]);
    }
  return NULL;
}

/* What two articles report of one speaker's words. */
typedef struct
{
  guint a, b;
  guint n;               /* acts of speech */
  guint words;           /* of content that they share in them */
  gboolean quoted;
  HsSpan at_a, at_b;     /* the longest of them */
  guint longest;
  Candidate *via_a, *via_b; /* (unowned) (nullable) */
} Shared;

static void
add_pair (Finder       *f,
          GHashTable   *pairs,
          const HsSaid *x,
          const HsSaid *y)
{
  gint64 key = (gint64) x->article * f->n_articles + y->article;
  const HsStatement *s = statement_of (f, x), *t = statement_of (f, y);
  Shared *shared = g_hash_table_lookup (pairs, &key);
  guint words = hs_utterances_shared (x, y);

  if (x->article == y->article || words == 0)
    return;
  if (shared == NULL)
    {
      gint64 *own = g_new (gint64, 1);

      *own = key;
      shared = g_new0 (Shared, 1);
      shared->a = x->article;
      shared->b = y->article;
      g_hash_table_insert (pairs, own, shared);
    }
  shared->n++;
  shared->words += words;
  shared->quoted |= s->form != HS_FORM_PARAPHRASE || t->form != HS_FORM_PARAPHRASE;
  if (shared->via_a == NULL)
    shared->via_a = via_of (f, x);
  if (shared->via_b == NULL)
    shared->via_b = via_of (f, y);
  if (words > shared->longest)
    {
      shared->longest = words;
      shared->at_a = g_array_index (s->content, HsSpan, 0);
      shared->at_b = g_array_index (t->content, HsSpan, 0);
    }
}

/* One sentence on the same matter is chance; a quotation, or two, are not. */
static gboolean
is_enough (const Shared *shared)
{
  if (shared->n >= 2)
    return shared->words >= FEWEST_SHARED_WORDS;
  return shared->words >= (shared->quoted ? FEWEST_QUOTED_WORDS : FEWEST_TOLD_WORDS);
}

static void
join_by_words (Finder       *f,
               const Shared *shared)
{
  Candidate *c;

  if (!is_enough (shared) || (shared->via_a != NULL && shared->via_b != NULL))
    return;
  c = shared->via_a != NULL ? shared->via_a : shared->via_b;
  if (c == NULL)
    {
      share_beginning (f, shared->a, shared->b, shared->at_a, shared->at_b);
      return;
    }
  add_evidence (f, c, shared->a, shared->at_a, RESTS_IMPLIED);
  add_evidence (f, c, shared->b, shared->at_b, RESTS_IMPLIED);
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const Shared *x = *(Shared * const *) a, *y = *(Shared * const *) b;
  gboolean via_x = x->via_a != NULL || x->via_b != NULL, via_y = y->via_a != NULL || y->via_b != NULL;

  /* those that name an outlet first: what they join needs no unnamed beginning */
  if (via_x != via_y)
    return via_x ? -1 : 1;
  if (x->words != y->words)
    return x->words > y->words ? -1 : 1;
  return x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

/* Words of one speaker that two articles share, and not both say where from. */
static void
add_shared_words (Finder *f)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer value;

  for (guint k = 0; k < f->said->len; k++)
    {
      const HsSaid *said = &g_array_index (f->said, HsSaid, k);
      GArray *members = g_hash_table_lookup (groups, GUINT_TO_POINTER (said->group));

      if (said->speaker == 0)
        continue;
      if (members == NULL)
        {
          members = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, GUINT_TO_POINTER (said->group), members);
        }
      for (guint m = members->len; m > 0 && members->len - m < MOST_OF_ONE; m--)
        add_pair (f, pairs, &g_array_index (f->said, HsSaid, g_array_index (members, guint, m - 1)), said);
      g_array_append_val (members, k);
    }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_shared);
  for (guint i = 0; i < sorted->len; i++)
    join_by_words (f, sorted->pdata[i]);
}

/* Nothing points elsewhere: the article found it out itself. */
static void
add_firsthand (Finder *f)
{
  for (guint a = 0; a < f->n_articles; a++)
    {
      const HsStoryArticle *article = &f->articles[a];
      Candidate *c;

      if (rests_on_something (f, a))
        continue;
      c = candidate_new (f, article->outlet, article->outlet != 0 ? article->document->outlet : NULL, a, 0);
      c->firsthand = TRUE;
      add_evidence (f, c, a, opening (article), RESTS_STATED);
      c->articles[a] = RESTS_STATED;
    }
}

static gboolean
is_better (const Candidate *a,
           const Candidate *b)
{
  if (a->n_new != b->n_new)
    return a->n_new > b->n_new;
  if (a->first_article != b->first_article)
    return a->first_article < b->first_article;
  return a->first_at < b->first_at;
}

static void
collect_speakers (Finder          *f,
                  const Candidate *c,
                  HsOrigin        *origin)
{
  for (guint k = 0; k < f->said->len; k++)
    {
      const HsSaid *said = &g_array_index (f->said, HsSaid, k);
      const HsStatement *statement = statement_of (f, said);
      gboolean mine = FALSE, known = FALSE;

      if (said->speaker == 0 || said->speaker == c->outlet || !c->articles[said->article])
        continue;
      for (guint v = 0; v < statement->vias->len && !mine; v++)
        {
          guint local = g_array_index (statement->vias, HsVia, v).outlet;

          mine = local != HS_NO_INDEX && f->articles[said->article].entities[local] == c->outlet && c->outlet != 0;
        }
      if (!mine && !(c->firsthand && statement->vias->len == 0))
        continue;
      for (guint i = 0; i < origin->speakers->len; i++)
        known |= g_array_index (origin->speakers, gint64, i) == said->speaker;
      if (!known)
        g_array_append_val (origin->speakers, said->speaker);
    }
}

static void
keep (Finder    *f,
      Candidate *c,
      guint8    *covered)
{
  HsOrigin *origin = g_new0 (HsOrigin, 1);

  c->kept = TRUE;
  origin->outlet = c->outlet;
  origin->name = c->outlet != 0 ? g_strdup (c->name) : NULL;
  origin->speakers = g_array_new (FALSE, FALSE, sizeof (gint64));
  origin->articles = g_array_new (FALSE, FALSE, sizeof (guint));
  origin->manners = g_array_new (FALSE, FALSE, sizeof (HsViaManner));
  origin->evidence = g_array_ref (c->evidence);
  for (guint a = 0; a < f->n_articles; a++)
    if (c->articles[a])
      {
        HsViaManner manner = c->articles[a] == RESTS_STATED ? HS_VIA_STATED
                             : c->articles[a] == RESTS_CARRIED ? HS_VIA_CARRIED : HS_VIA_IMPLIED;

        g_array_append_val (origin->articles, a);
        g_array_append_val (origin->manners, manner);
        covered[a] = TRUE;
      }
  collect_speakers (f, c, origin);
  g_ptr_array_add (f->story->origins, origin);
}

static void
choose (Finder *f)
{
  g_autofree guint8 *covered = g_new0 (guint8, f->n_articles);

  /* what an outlet was told itself is a beginning, whatever else it quotes */
  for (guint i = 0; i < f->candidates->len; i++)
    if (((Candidate *) f->candidates->pdata[i])->own)
      keep (f, f->candidates->pdata[i], covered);
  for (;;)
    {
      Candidate *best = NULL;

      for (guint i = 0; i < f->candidates->len; i++)
        {
          Candidate *c = f->candidates->pdata[i];

          c->n_new = 0;
          for (guint a = 0; a < f->n_articles; a++)
            c->n_new += c->articles[a] && !covered[a];
          if (!c->kept && c->n_new > 0 && (best == NULL || is_better (c, best)))
            best = c;
        }
      if (best == NULL)
        return;
      keep (f, best, covered);
    }
}

static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  const HsOrigin *x = *(HsOrigin * const *) a, *y = *(HsOrigin * const *) b;
  guint i = g_array_index (x->articles, guint, 0), j = g_array_index (y->articles, guint, 0);

  return i < j ? -1 : i > j;
}

/**
 * hs_origins_find:
 * @story: a story; its origins are filled in, sorted
 * @articles: (array length=n_articles): what it is told in
 * @n_articles: how many
 * @said: (element-type HsSaid): what each utterance says
 * @decided: (element-type utf8 HsEdgeConstraint): what a person decided of edges, by their
 *   key
 *
 * Finds which articles rest on which, and so the origins: outlets that are named, what is
 * drawn from another article, copies, shared words, and what each has itself.
 */
void
hs_origins_find (HsStory              *story,
                 const HsStoryArticle *articles,
                 guint                 n_articles,
                 const GArray         *said,
                 GHashTable           *decided)
{
  Finder f = { story, articles, n_articles, said, decided, NULL };

  f.candidates = g_ptr_array_new_with_free_func (candidate_free);
  add_stated (&f);
  add_drawn (&f);
  add_copies (&f);
  add_shared_words (&f);
  add_firsthand (&f);
  choose (&f);
  g_ptr_array_sort (story->origins, compare_origins);
  g_ptr_array_unref (f.candidates);
}
