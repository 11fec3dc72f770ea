/* hs-origins.c: where chains of repetition begin
 *
 * Every outlet that a text states it took something from may be an origin;
 * copies share what the other rests on; a quotation that two articles share
 * word for word has one beginning. An outlet that somebody told something is a
 * beginning of its own. Of all others the smallest set is kept that every
 * article rests on: the count never claims more independence than the
 * texts show. Smallest is approached greedily (V. Chvátal, "A greedy heuristic
 * for the set-covering problem", 1979).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

#include <string.h>

#include "hs-sketch.h"

/* Copies share at least so many of their three-word runs. */
#define COPY_OVERLAP 0.45
/* A quotation that is evidence by itself. */
#define FEWEST_QUOTED_WORDS 7
#define QUOTE_OVERLAP 0.6

typedef struct
{
  gint64 outlet;
  char *name;            /* (owned) (nullable) */
  guint8 *articles;      /* (owned): whether each rests on it */
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

static void
add_evidence (Candidate *c,
              guint      article,
              HsSpan     span)
{
  HsEvidence evidence = { article, span };

  c->articles[article] = TRUE;
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
  add_evidence (c, article, span);
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

          for (guint v = 0; v < statement->vias->len; v++)
            {
              const HsVia *via = &g_array_index (statement->vias, HsVia, v);

              if (via->manner == HS_VIA_STATED)
                add_outlet (f, a, via->outlet, via->span);
            }
        }
    }
  /* the outlet itself is among the articles */
  for (guint a = 0; a < f->n_articles; a++)
    if (f->articles[a].outlet != 0)
      {
        Candidate *c = find_candidate (f, f->articles[a].outlet);

        if (c != NULL)
          c->articles[a] = TRUE;
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
  if (share_candidate (f, a, b))
    return;
  for (guint i = 0; i < f->candidates->len; i++)
    {
      Candidate *c = f->candidates->pdata[i];

      if (c->articles[a] || c->articles[b])
        {
          add_evidence (c, a, at_a);
          add_evidence (c, b, at_b);
          return;
        }
    }
  {
    gint64 outlet = f->articles[a].outlet;
    Candidate *c = candidate_new (f, outlet, outlet != 0 ? f->articles[a].document->outlet : NULL, a, at_a.start);

    add_evidence (c, a, at_a);
    add_evidence (c, b, at_b);
  }
}

static void
add_copies (Finder *f)
{
  for (guint a = 0; a < f->n_articles; a++)
    for (guint b = a + 1; b < f->n_articles; b++)
      if (hs_sketch_overlap (f->articles[a].analysis->sketch, f->articles[b].analysis->sketch) >= COPY_OVERLAP)
        share_beginning (f, a, b, opening (&f->articles[a]), opening (&f->articles[b]));
}

static const HsStatement *
statement_of (Finder       *f,
              const HsSaid *said)
{
  return f->articles[said->article].analysis->statements->pdata[said->statement];
}

static guint
first_via (Finder       *f,
           const HsSaid *said)
{
  const HsStatement *statement = statement_of (f, said);

  return statement->vias->len > 0 ? g_array_index (statement->vias, HsVia, 0).outlet : HS_NO_INDEX;
}

/* A quotation that two articles share. */
static void
join_by_quote (Finder       *f,
               const HsSaid *x,
               const HsSaid *y)
{
  const HsStatement *s = statement_of (f, x), *t = statement_of (f, y);
  guint via_x, via_y;
  Candidate *c = NULL;

  if (x->article == y->article || s->form == HS_FORM_PARAPHRASE || t->form == HS_FORM_PARAPHRASE ||
      MIN (x->words->len, y->words->len) < FEWEST_QUOTED_WORDS || hs_utterances_alike (x, y) < QUOTE_OVERLAP)
    return;
  via_x = first_via (f, x);
  via_y = first_via (f, y);
  if (via_x != HS_NO_INDEX && via_y == HS_NO_INDEX)
    c = find_candidate (f, f->articles[x->article].entities[via_x]);
  else if (via_y != HS_NO_INDEX && via_x == HS_NO_INDEX)
    c = find_candidate (f, f->articles[y->article].entities[via_y]);
  if (c != NULL)
    {
      add_evidence (c, x->article, g_array_index (s->content, HsSpan, 0));
      add_evidence (c, y->article, g_array_index (t->content, HsSpan, 0));
    }
  else if (via_x == HS_NO_INDEX && via_y == HS_NO_INDEX)
    share_beginning (f, x->article, y->article, g_array_index (s->content, HsSpan, 0),
                     g_array_index (t->content, HsSpan, 0));
}

static void
add_shared_quotes (Finder *f)
{
  for (guint i = 0; i < f->story->utterances->len; i++)
    {
      const HsUtterance *utterance = f->story->utterances->pdata[i];
      g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));

      if (utterance->statements->len < 2)
        continue;
      for (guint k = 0; k < f->said->len && members->len < utterance->statements->len; k++)
        {
          const HsSaid *said = &g_array_index (f->said, HsSaid, k);
          const HsStatementRef *first = &g_array_index (utterance->statements, HsStatementRef, members->len);

          if (said->article == first->article && said->statement == first->statement)
            g_array_append_val (members, k);
        }
      for (guint x = 0; x < members->len; x++)
        for (guint y = x + 1; y < members->len && y < x + 50; y++)
          join_by_quote (f, &g_array_index (f->said, HsSaid, g_array_index (members, guint, x)),
                         &g_array_index (f->said, HsSaid, g_array_index (members, guint, y)));
    }
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
      add_evidence (c, a, opening (article));
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
  origin->evidence = g_array_ref (c->evidence);
  for (guint a = 0; a < f->n_articles; a++)
    if (c->articles[a])
      {
        g_array_append_val (origin->articles, a);
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

void
hs_origins_find (HsStory              *story,
                 const HsStoryArticle *articles,
                 guint                 n_articles,
                 const GArray         *said)
{
  Finder f = { story, articles, n_articles, said, NULL };

  f.candidates = g_ptr_array_new_with_free_func (candidate_free);
  add_stated (&f);
  add_copies (&f);
  add_shared_quotes (&f);
  add_firsthand (&f);
  choose (&f);
  g_ptr_array_sort (story->origins, compare_origins);
  g_ptr_array_unref (f.candidates);
}
