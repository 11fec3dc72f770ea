/* hs-signals-headline.c: does the headline say more than the body?
 *
 * How far an act has come is a ladder: denied, considered, asked, talked
 * about, agreed, signed, done. The headline's step is the last its verbs
 * reach; the body's is the last it reaches for the same act.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-modality-private.h"
#include "hs-signals-private.h"

#include <stdlib.h>
#include <string.h>

#define STEP_NONE -1
#define STEP_CONSIDERED 1
#define STEP_AGREED 4
#define STEP_DONE 6

static int
step_of (const HsToken *token)
{
  const char *step = token->entry != NULL ? hs_lex_entry_column (token->entry, HS_LIST_MODALITY, 1) : NULL;

  return step != NULL ? atoi (step) : STEP_NONE;
}

/* The finite act of a headline: a verb of doing that nothing before it weakens. */
static guint
headline_act (const HsReading *self,
              const HsPart    *part)
{
  for (guint i = part->first; i < part->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      int step = step_of (token);
      gsize n = strlen (token->fold);

      if (self->quote_at[i] != 0)
        continue;
      /* considers, talks, plans, "to buy": not yet an act */
      if (step >= 0 && step < STEP_AGREED)
        return G_MAXUINT;
      if (hs_token_is (token, "?"))
        return G_MAXUINT;
      if (step != STEP_DONE || self->found_at[i] != 0 || i == part->first)
        continue;
      if (hs_token_is (hs_reading_token (self, i - 1), "to") || hs_token_is (hs_reading_token (self, i - 1), "not") ||
          hs_token_is (hs_reading_token (self, i - 1), "for") || hs_token_is (hs_reading_token (self, i - 1), "of"))
        return G_MAXUINT;
      if (token->fold[n - 1] == 's' || g_str_has_suffix (token->fold, "ed") ||
          hs_token_is (token, "bought") || hs_token_is (token, "sold") || hs_token_is (token, "sent"))
        return i;
    }
  return G_MAXUINT;
}

/* Whether the act at @i of the body is told as done. */
static gboolean
is_done_here (const HsReading  *self,
              const HsSentence *sentence,
              guint             i)
{
  const HsToken *token = hs_reading_token (self, i);
  guint back = i > sentence->first + 6 ? i - 6 : sentence->first;

  if (step_of (token) != STEP_DONE || g_str_has_suffix (token->fold, "ing") || i == sentence->first)
    return FALSE;
  for (guint k = back; k < i; k++)
    {
      const HsToken *before = hs_reading_token (self, k);
      int step = step_of (before);

      if ((step >= 0 && step < STEP_AGREED) || hs_token_is (before, "to") || hs_token_is (before, "would") ||
          hs_token_is (before, "will") || hs_token_is (before, "not") || hs_token_is (before, "no") ||
          hs_token_is (before, "if") || hs_token_is (before, "for") || step == STEP_AGREED)
        return FALSE;
    }
  return TRUE;
}

/* The subject of the act: the entity named last before it, in its clause. */
static guint
headline_subject (const HsReading *self,
                  const HsPart    *part,
                  guint            act)
{
  for (guint i = act; i > part->first; i--)
    {
      const HsFound *found = hs_reading_found_at (self, i - 1);

      if (hs_reading_token (self, i - 1)->kind == HS_TOKEN_MARK &&
          !hs_token_is (hs_reading_token (self, i - 1), "-"))
        break;
      if (found != NULL && found->entity != HS_NO_INDEX)
        return i - 1;
    }
  return G_MAXUINT;
}

static gboolean
same_name (const HsReading *self,
           guint            a,
           guint            b)
{
  const HsFound *x = hs_reading_found_at (self, a), *y = hs_reading_found_at (self, b);

  if (x == NULL || y == NULL)
    return FALSE;
  if (x->entity == y->entity)
    return TRUE;
  /* a country in the headline, its people in the body */
  if ((x->kind == HS_MENTION_PLACE && y->kind == HS_MENTION_NATIONALITY) ||
      (x->kind == HS_MENTION_NATIONALITY && y->kind == HS_MENTION_PLACE))
    {
      const char *p = hs_reading_token (self, a)->fold, *q = hs_reading_token (self, b)->fold;

      if (strlen (p) >= 5 && strlen (q) >= 5 && strncmp (p, q, MAX (5, MIN (strlen (p), strlen (q)) - 1)) == 0)
        return TRUE;
    }
  return x->canonical != NULL && y->canonical != NULL && strcmp (x->canonical, y->canonical) == 0;
}

/* Besides the act: a word of content that headline and sentence share. */
static gboolean
shares_words (const HsReading  *self,
              const HsPart     *headline,
              const HsSentence *sentence)
{
  guint n = 0;

  for (guint i = headline->first; i < headline->end; i++)
    {
      const HsToken *word = hs_reading_token (self, i);

      if (word->kind != HS_TOKEN_WORD || strlen (word->fold) < 4 || step_of (word) >= 0 ||
          hs_token_in (word, HS_IN (HS_LIST_STOP_WORDS)))
        continue;
      for (guint k = sentence->first; k < sentence->end; k++)
        if (strncmp (hs_reading_token (self, k)->fold, word->fold, MAX (4, strlen (word->fold) - 2)) == 0)
          {
            n++;
            break;
          }
    }
  return n >= 2;
}

/* The step of the word that holds the act at @act back, near before it. */
static int
weaker_step (const HsReading  *self,
             const HsSentence *sentence,
             guint             act,
             int               best,
             HsSpan           *weaker)
{
  guint from = act > sentence->first + 12 ? act - 12 : sentence->first;

  for (guint i = from; i < act; i++)
    {
      int step = step_of (hs_reading_token (self, i));

      if (step >= STEP_CONSIDERED && step < STEP_DONE && self->found_at[i] == 0)
        {
          if (hs_span_is_none (*weaker) || step >= best)
            *weaker = hs_reading_token (self, i)->span;
          best = MAX (best, step);
        }
    }
  return best;
}

/* Looks in the body for the headline's act. Returns the furthest step, and
 * where the last weaker word for it stands. */
static int
body_step (const HsReading    *self,
           const char * const *roots,
           const char         *root,
           guint               subject,
           const HsPart       *headline,
           HsSpan             *weaker)
{
  int best = STEP_NONE;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);
      gboolean about = FALSE, subject_here = subject == G_MAXUINT;
      guint act = 0;

      if (part->skipped || part->kind != HS_BLOCK_PARAGRAPH ||
          g_str_has_prefix (self->text + part->span.start, "Read more"))
        continue;
      for (guint i = sentence->first; i < sentence->end; i++)
        {
          const char *fold = hs_reading_token (self, i)->fold;

          if (roots != NULL ? hs_act_has_root (roots, fold) : g_str_has_prefix (fold, root))
            {
              about = TRUE;
              act = i;
            }
          if (subject != G_MAXUINT && !subject_here && same_name (self, subject, i))
            subject_here = TRUE;
          if (about && act == i && subject_here && is_done_here (self, sentence, i))
            best = STEP_DONE;
        }
      if (about && subject_here && shares_words (self, headline, sentence))
        best = MAX (best, weaker_step (self, sentence, act, best, weaker));
    }
  return best;
}

static void
check_headline (HsReading    *self,
                const HsPart *part)
{
  guint act = headline_act (self, part), subject;
  const char * const *roots = NULL;
  g_autofree char *root = NULL;
  g_autofree char *why = NULL;
  HsSpan weaker = HS_SPAN_NONE;
  int step;

  if (act == G_MAXUINT)
    return;
  roots = hs_act_roots (hs_reading_token (self, act)->fold);
  root = g_strndup (hs_reading_token (self, act)->fold, MAX (4, strlen (hs_reading_token (self, act)->fold) - 3));
  subject = headline_subject (self, part, act);
  if (subject == G_MAXUINT)
    return;
  step = body_step (self, roots, root, subject, part, &weaker);
  if (step == STEP_NONE || step == STEP_DONE || hs_span_is_none (weaker))
    return;
  why = g_strdup_printf ("The headline tells as done (“%s”) what the text below gets only as far as “%.*s”.",
                         hs_reading_token (self, act)->fold, (int) (weaker.end - weaker.start),
                         self->text + weaker.start);
  hs_signals_add (self, "headline-exceeds-body", HS_TONE_AGAINST,
                  hs_reading_token (self, act)->span, why);
  hs_signals_add (self, "headline-exceeds-body", HS_TONE_AGAINST, weaker, why);
}

/**
 * hs_signals_headline:
 * @self: an article being read
 *
 * Adds the signals of the headline, of which the first counts.
 */
void
hs_signals_headline (HsReading *self)
{
  for (guint p = 0; p < self->parts->len; p++)
    {
      const HsPart *part = &g_array_index (self->parts, HsPart, p);

      if (part->kind == HS_BLOCK_HEADLINE && part->end > part->first)
        {
          check_headline (self, part);
          break;
        }
    }
}
