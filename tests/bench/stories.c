/* stories.c: beginnings counted in stories whose beginnings are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "hs-analyser.h"
#include "hs-page.h"
#include "hs-story-set.h"
#include "lexicons-test.h"
#include "story-maker.h"

typedef struct
{
  guint stories, exact, split;
  guint both, found, truth;             /* pairs of articles */
  guint wrong_of[MADE_N_KINDS];         /* failing stories that hold such an article */
  guint n_of[MADE_N_KINDS];
  guint too_many, too_few;
  guint missed_of[MADE_N_KINDS][MADE_N_KINDS];
  guint extra_of[MADE_N_KINDS][MADE_N_KINDS];
} Score;

static gboolean
share (const HsStory *story,
       guint          a,
       guint          b)
{
  for (guint i = 0; i < story->origins->len; i++)
    {
      const HsOrigin *origin = story->origins->pdata[i];
      gboolean has_a = FALSE, has_b = FALSE;

      for (guint k = 0; k < origin->articles->len; k++)
        {
          has_a |= g_array_index (origin->articles, guint, k) == a;
          has_b |= g_array_index (origin->articles, guint, k) == b;
        }
      if (has_a && has_b)
        return TRUE;
    }
  return FALSE;
}

static void
score_pairs (Score           *score,
             const MadeStory *made,
             const HsStory   *story,
             const GArray    *members)
{
  for (guint x = 0; x < members->len; x++)
    for (guint y = x + 1; y < members->len; y++)
      {
        const MadeArticle *a = made->articles->pdata[g_array_index (members, guint, x)];
        const MadeArticle *b = made->articles->pdata[g_array_index (members, guint, y)];
        gboolean got = share (story, x, y);

        score->both += got && a->origin == b->origin;
        score->found += got;
        if (got && a->origin != b->origin)
          score->extra_of[MIN (a->kind, b->kind)][MAX (a->kind, b->kind)]++;
        if (!got && a->origin == b->origin)
          score->missed_of[MIN (a->kind, b->kind)][MAX (a->kind, b->kind)]++;
      }
}

static void
tell (const MadeStory *made,
      HsStorySet      *set)
{
  g_print ("origins made: %u\n", made->n_origins);
  for (guint y = 0; y < hs_story_set_get_n_stories (set); y++)
    {
      const GArray *members;
      const HsStory *story = hs_story_set_get_story (set, y, &members);

      for (guint i = 0; i < members->len; i++)
        {
          const MadeArticle *a = made->articles->pdata[g_array_index (members, guint, i)];

          g_print ("--- article %u: %s of %u, by %s\n%s", i, made_kind_get_name (a->kind), a->origin, a->outlet,
                   a->text);
          const HsStorySetArticle *read = hs_story_set_get_article (set, g_array_index (members, guint, i));

          for (guint s = 0; s < read->analysis->statements->len; s++)
            {
              const HsStatement *st = read->analysis->statements->pdata[s];
              const HsSpan *c = &g_array_index (st->content, HsSpan, 0);

              g_print ("    <%.*s> e%" G_GINT64_FORMAT " %.*s: %.*s | u%" G_GINT64_FORMAT,
                       (int) (st->speaker.end - st->speaker.start), a->text + st->speaker.start,
                       st->speaker_entity == HS_NO_INDEX ? 0 : read->entities[st->speaker_entity],
                       (int) (st->cue.end - st->cue.start), a->text + st->cue.start, (int) (c->end - c->start),
                       a->text + c->start, read->utterances[s]);
              for (guint v = 0; v < st->vias->len; v++)
                {
                  const HsVia *via = &g_array_index (st->vias, HsVia, v);

                  g_print (" via %s %d", ((HsLocalEntity *) read->analysis->entities->pdata[via->outlet])->name,
                           via->manner);
                }
              g_print ("\n");
            }
        }
      for (guint i = 0; i < story->origins->len; i++)
        {
          const HsOrigin *origin = story->origins->pdata[i];

          g_print ("=> %s:", origin->name != NULL ? origin->name : "-");
          for (guint k = 0; k < origin->articles->len; k++)
            g_print (" %u", g_array_index (origin->articles, guint, k));
          g_print ("\n");
        }
    }
}

static void
run_one (HsAnalyser *analyser,
         guint32     seed,
         Score      *score,
         gboolean    aloud)
{
  g_autoptr (MadeStory) made = made_story_new (seed);
  g_autoptr (HsStorySet) set = hs_story_set_new ();
  guint origins = 0;

  for (guint i = 0; i < made->articles->len; i++)
    {
      const MadeArticle *article = made->articles->pdata[i];
      g_autoptr (GBytes) bytes = g_bytes_new (article->text, strlen (article->text));
      g_autoptr (HsDocument) document = hs_page_read (bytes, "made.txt", NULL, NULL, NULL);
      g_autoptr (HsAnalysis) analysis = NULL;

      g_free (document->outlet);
      document->outlet = g_strdup (article->outlet);
      analysis = hs_analyser_read (analyser, document, NULL, NULL);
      hs_story_set_add (set, NULL, document, analysis, NULL);
    }
  /* beginnings are counted in the story as it was made, told as one or not */
  score->split += hs_story_set_get_n_stories (set) > 1;
  for (guint i = 1; i < made->articles->len; i++)
    hs_story_set_move (set, i, 0);
  hs_story_set_build (set, NULL, NULL);
  for (guint y = 0; y < hs_story_set_get_n_stories (set); y++)
    {
      const GArray *members;
      const HsStory *story = hs_story_set_get_story (set, y, &members);

      origins += story->origins->len;
      score_pairs (score, made, story, members);
    }
  for (guint a = 0; a < made->articles->len; a++)
    for (guint b = a + 1; b < made->articles->len; b++)
      score->truth += ((MadeArticle *) made->articles->pdata[a])->origin
                      == ((MadeArticle *) made->articles->pdata[b])->origin;
  score->stories++;
  score->exact += origins == made->n_origins;
  score->too_many += origins > made->n_origins;
  score->too_few += origins < made->n_origins;
  {
    guint has = 0;

    for (guint i = 0; i < made->articles->len; i++)
      has |= 1u << ((MadeArticle *) made->articles->pdata[i])->kind;
    for (guint k = 0; k < MADE_N_KINDS; k++)
      {
        score->n_of[k] += (has >> k) & 1;
        score->wrong_of[k] += ((has >> k) & 1) && origins != made->n_origins;
      }
  }
  if (aloud)
    {
      g_print ("seed %u: %u of %u\n", seed, origins, made->n_origins);
      if (origins != made->n_origins)
        tell (made, set);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (HsLexicons) lexicons = lexicons_test_load ();
  g_autoptr (HsAnalyser) analyser = hs_analyser_new (lexicons, NULL);
  guint first = argc > 1 ? atoi (argv[1]) : 501, last = argc > 2 ? atoi (argv[2]) : 1500;
  Score score = { 0 };
  double p, r;

  for (guint32 seed = first; seed <= last; seed++)
    run_one (analyser, seed, &score, argc > 3);
  p = score.both / MAX (1.0, score.found);
  r = score.both / MAX (1.0, score.truth);
  g_print ("seeds %u to %u: origin count exact in %u of %u (%.1f %%), too many in %u, too few in %u, story found as "
           "several in %u\n", first, last, score.exact, score.stories, 100.0 * score.exact / score.stories,
           score.too_many, score.too_few, score.split);
  g_print ("pairs of articles with one origin: P %.3f R %.3f F %.3f (%u made)\n", p, r, 2 * p * r / MAX (1e-9, p + r),
           score.truth);
  for (guint k = 0; k < MADE_N_KINDS; k++)
    g_print ("  stories with an article %-12s %4u, count wrong in %u (%.1f %%)\n", made_kind_get_name (k),
             score.n_of[k], score.wrong_of[k], 100.0 * score.wrong_of[k] / MAX (1, score.n_of[k]));
  for (guint a = 0; a < MADE_N_KINDS; a++)
    for (guint b = a; b < MADE_N_KINDS; b++)
      if (score.missed_of[a][b] + score.extra_of[a][b] > 0)
        g_print ("  pair %s + %s: %u missed, %u joined wrongly\n", made_kind_get_name (a), made_kind_get_name (b),
                 score.missed_of[a][b], score.extra_of[a][b]);
  return 0;
}
