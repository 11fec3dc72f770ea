/* hs-modality.c: how far an act has come, in headline, body and statements
 *
 * A ladder: considered, asked, talks, agreed, signed, delivered, with denied
 * and doubted below it. Each place of an article gets, for each act it tells
 * of, the furthest step that its words assert. The steps of words are in
 * resources/lexicons/modality.tsv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-modality-private.h"

#include <stdlib.h>
#include <string.h>

/* Words this far from the act still say how far it has come. */
#define NEAR_BEFORE 12
#define REACH 12 /* words from a subject to its act */
#define NEAR_AFTER 8

static const char *const acts[][12] = {
  { "buy", "purchas", "acquir", "suppl", "sell", "sold", "bought", "procur", "deal", NULL },
  { "withdraw", "pull", "leav", "exit", "depart", NULL },
  { "sign", "contract", "deal", "agree", NULL },
  { "attack", "strike", "struck", "bomb", "hit", "raid", NULL },
  { "invad", "invasion", "assault", NULL },
  { "ban", "prohibit", "outlaw", NULL },
  { "deploy", "station", "deliver", "ship", "send", "sent", "transfer", NULL },
  { "kill", "death", "dead", "die", NULL },
  { "arrest", "detain", "seiz", NULL },
  { "sanction", "impos", "penal", NULL },
};

/**
 * hs_act_has_root:
 * @roots: the roots of an act, see hs_act_roots()
 * @word: a word, folded
 *
 * Returns: whether it begins with any of them
 */
gboolean
hs_act_has_root (const char * const *roots,
                 const char         *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts[0]) && roots[i] != NULL; i++)
    if (word[0] == roots[i][0] && g_str_has_prefix (word, roots[i]))
      return TRUE;
  return FALSE;
}

/**
 * hs_act_roots:
 * @word: a word, folded
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the roots of all words for
 *   the act that it belongs to; the first names it
 */
const char * const *
hs_act_roots (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (hs_act_has_root (acts[i], word))
      return acts[i];
  return NULL;
}

/* The lexicon's number as a step. */
static HsStep
step_of (const HsToken *token)
{
  static const HsStep steps[] = { HS_STEP_DENIED, HS_STEP_CONSIDERED, HS_STEP_ASKED, HS_STEP_TALKS, HS_STEP_AGREED,
                                  HS_STEP_SIGNED, HS_STEP_DELIVERED };
  static const char *const doubts[] = { "unlikely", "doubt", "doubts", "doubtful", "doubted", "unclear", "uncertain",
                                        "questionable", NULL };
  const char *step = hs_lex_entry_column (token->entry, HS_LIST_MODALITY, 1);

  if (g_strv_contains (doubts, token->fold))
    return HS_STEP_DOUBTED;
  return step != NULL && atoi (step) >= 0 && atoi (step) < (int) G_N_ELEMENTS (steps)
         ? steps[atoi (step)] : HS_STEP_NONE;
}

static gboolean
is_negation (const HsToken *token)
{
  static const char *const words[] = { "no", "not", "never", "nobody", "nothing", "without", "neither", "none",
                                       "didn't", "hasn't", "haven't", "won't", "isn't", "wasn't", "doesn't", "don't",
                                       "cannot", "yet", NULL };

  return g_strv_contains (words, token->fold) && !hs_token_is (token, "yet");
}

/* "will buy", "to buy", "would buy", "if it buys": not done. */
static gboolean
is_ahead (const HsToken *token)
{
  static const char *const words[] = { "will", "would", "to", "if", "may", "might", "could", "should", "shall", "can",
                                       "for", "of", "about", "won't", NULL };

  return g_strv_contains (words, token->fold);
}

/* "denied reports that the country has bought": a word that denies reaches to the end
 * of its clause. */
static gboolean
is_denied (const HsReading *self,
           guint            first,
           guint            act)
{
  for (guint i = act; i > first && act - i < REACH; i--)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (token->kind == HS_TOKEN_MARK && !hs_token_is (token, "-"))
        return FALSE;
      if (step_of (token) == HS_STEP_DENIED || step_of (token) == HS_STEP_DOUBTED)
        return TRUE;
    }
  return FALSE;
}

/* Whether the act's own word, at @i, tells it as done. */
static gboolean
is_done (const HsReading *self,
         guint            first,
         guint            i)
{
  const HsToken *token = hs_reading_token (self, i);

  if (step_of (token) != HS_STEP_DELIVERED || g_str_has_suffix (token->fold, "ing") ||
      is_denied (self, first, i))
    return FALSE;
  for (guint k = i > first + 4 ? i - 4 : first; k < i; k++)
    if (is_ahead (hs_reading_token (self, k)) ||
        (step_of (hs_reading_token (self, k)) >= HS_STEP_DENIED &&
         step_of (hs_reading_token (self, k)) < HS_STEP_AGREED))
      return FALSE;
  return TRUE;
}

/* "Nobody here has put his name to a contract": a subject that denies reaches to
 * the end of its clause. */
static gboolean
has_denying_subject (const HsReading *self,
                     guint            first,
                     guint            act)
{
  static const char *const subjects[] = { "nobody", "none", "neither", "nothing", NULL };

  for (guint i = act; i > first && act - i <= REACH; i--)
    {
      const HsToken *token = hs_reading_token (self, i - 1);

      if (token->kind == HS_TOKEN_MARK && !hs_token_is (token, "-"))
        return FALSE;
      if (g_strv_contains (subjects, token->fold)
          || (hs_token_is (token, "one") && i >= first + 2 && hs_token_is (hs_reading_token (self, i - 2), "no")))
        return TRUE;
    }
  return FALSE;
}

/* The furthest step that the words around the act at @act assert. */
static HsStep
step_around (const HsReading *self,
             guint            first,
             guint            end,
             guint            act,
             HsSpan          *span)
{
  guint from = act > first + NEAR_BEFORE ? act - NEAR_BEFORE : first;
  guint to = MIN (end, act + NEAR_AFTER);
  HsStep best = HS_STEP_NONE;
  gboolean negated = FALSE;

  for (guint i = from; i < to; i++)
    {
      HsStep step = step_of (hs_reading_token (self, i));

      if (i <= act || i < act + 5)
        negated = negated || (is_negation (hs_reading_token (self, i)) && act < i + 7);
      if (self->found_at[i] != 0 || (step == HS_STEP_DELIVERED && !(i == act && is_done (self, first, act))))
        continue;
      /* a weaker word outweighs the act's own: "talks on a contract" */
      if (i == act && step != HS_STEP_DELIVERED && best != HS_STEP_NONE)
        continue;
      if (step > best)
        {
          best = step;
          *span = hs_reading_token (self, i)->span;
        }
    }
  if (best >= HS_STEP_AGREED && (negated || has_denying_subject (self, first, act)))
    return HS_STEP_DENIED;
  return best;
}

static void
record (HsReading   *self,
        HsStepPlace  place,
        guint        statement,
        guint        first,
        guint        end,
        guint        since)
{
  GArray *all = self->analysis->modality;

  for (guint i = first; i < end; i++)
    {
      const char * const *roots = hs_reading_token (self, i)->kind == HS_TOKEN_WORD
                                    ? hs_act_roots (hs_reading_token (self, i)->fold) : NULL;
      HsModality modality = { place, statement, NULL, HS_STEP_NONE, HS_SPAN_NONE };
      gboolean known = FALSE;

      if (roots == NULL || self->found_at[i] != 0)
        continue;
      modality.act = roots[0];
      modality.step = step_around (self, first, end, i, &modality.span);
      if (modality.step == HS_STEP_NONE)
        continue;
      for (guint k = since; k < all->len && !known; k++)
        {
          HsModality *have = &g_array_index (all, HsModality, k);

          if (have->place != place || have->statement != statement || have->act != modality.act ||
              (have->step <= HS_STEP_DOUBTED) != (modality.step <= HS_STEP_DOUBTED))
            continue;
          known = TRUE;
          if (modality.step > have->step)
            *have = modality;
        }
      if (!known)
        g_array_append_val (all, modality);
    }
}

/* "Kenya agreed to buy": the cue is itself a step, told by whoever tells it. */
static gboolean
is_step_itself (const HsReading   *self,
                const HsStatement *statement)
{
  guint at = hs_reading_token_at (self, statement->cue.start);

  return !hs_span_is_none (statement->cue) && at < self->tokens->len && statement->form == HS_FORM_PARAPHRASE &&
         step_of (hs_reading_token (self, at)) != HS_STEP_NONE;
}

/* For each token whether somebody is said to say it. */
static guint8 *
mark_said (const HsReading *self)
{
  guint8 *said = g_new0 (guint8, self->tokens->len + 1);

  for (guint s = 0; s < self->analysis->statements->len; s++)
    {
      const HsStatement *statement = self->analysis->statements->pdata[s];

      for (guint c = 0; c < statement->content->len && !is_step_itself (self, statement); c++)
        {
          HsSpan span = g_array_index (statement->content, HsSpan, c);
          guint first = hs_reading_token_at (self, span.start);

          memset (said + first, 1, hs_reading_token_at (self, span.end) - first);
        }
    }
  return said;
}

/**
 * hs_modality_compare:
 * @a: an #HsModality
 * @b: another
 *
 * Orders them by place, then by statement, then by where they stand.
 *
 * Returns: below, above or equal to 0
 */
int
hs_modality_compare (gconstpointer a,
                     gconstpointer b)
{
  const HsModality *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->statement != y->statement ? (x->statement < y->statement ? -1 : 1) : hs_span_compare (&x->span, &y->span);
}

/* Fills analysis->modality: the headline, what the body tells by itself, and
 * every statement that is made in it. */
void
hs_modality_find (HsReading *self)
{
  GPtrArray *statements = self->analysis->statements;
  g_autofree guint8 *said = mark_said (self);

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (part->skipped)
        continue;
      if (part->kind == HS_BLOCK_HEADLINE)
        record (self, HS_PLACE_HEADLINE, HS_NO_INDEX, sentence->first, sentence->end, 0);
      else if (part->kind == HS_BLOCK_PARAGRAPH && sentence->end > sentence->first &&
               !said[sentence->first + (sentence->end - sentence->first) / 2])
        record (self, HS_PLACE_BODY, HS_NO_INDEX, sentence->first, sentence->end, 0);
    }
  for (guint i = 0; i < statements->len; i++)
    {
      const HsStatement *statement = statements->pdata[i];
      guint since = self->analysis->modality->len;

      for (guint c = 0; c < statement->content->len && !is_step_itself (self, statement); c++)
        {
          HsSpan span = g_array_index (statement->content, HsSpan, c);

          record (self, HS_PLACE_STATEMENT, i, hs_reading_token_at (self, span.start),
                  hs_reading_token_at (self, span.end), since);
        }
    }
  g_array_sort (self->analysis->modality, hs_modality_compare);
}
