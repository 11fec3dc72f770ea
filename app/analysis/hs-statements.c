/* hs-statements.c: who is said to have said what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

/* Quotations shorter than this are turns of phrase, not statements of their own. */
#define FEWEST_WORDS_ALONE 6

/**
 * hs_draft_add_content:
 * @draft: a statement in the making
 * @first: index of a token
 * @end: index past the last token
 *
 * Adds a stretch of what is said. Nothing happens when it is empty or there is no room for
 * one more.
 */
void
hs_draft_add_content (HsDraft *draft,
                      guint    first,
                      guint    end)
{
  if (draft->n_content == G_N_ELEMENTS (draft->content_first) || first >= end)
    return;
  draft->content_first[draft->n_content] = first;
  draft->content_end[draft->n_content] = end;
  draft->n_content++;
}

/**
 * hs_draft_add_quote:
 * @self: an article being read
 * @draft: a statement in the making
 * @quote: index of a stretch in quotation marks
 *
 * Adds it to what is said, and marks it as taken.
 */
void
hs_draft_add_quote (HsReading *self,
                    HsDraft   *draft,
                    guint      quote)
{
  HsQuoted *q = &g_array_index (self->quotes, HsQuoted, quote);

  hs_draft_add_content (draft, q->first, q->end);
  q->taken = TRUE;
  draft->quoted = TRUE;
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return hs_span_compare (a, b);
}

/* "took offense at suggestions": one act, whatever words of it were met first. */
static gboolean
is_told_already (const HsReading *self,
                 const HsDraft   *draft)
{
  GPtrArray *all = self->analysis->statements;
  HsSpan cue;

  if (draft->cue_end <= draft->cue_first)
    return FALSE;
  cue = hs_reading_span (self, draft->cue_first, draft->cue_end);
  for (guint i = all->len; i > 0 && all->len - i < 4; i--)
    {
      HsSpan other = ((HsStatement *) all->pdata[i - 1])->cue;

      if (!hs_span_is_none (other) && other.start < cue.end && cue.start < other.end)
        return TRUE;
    }
  return FALSE;
}

/**
 * hs_statements_add:
 * @self: an article being read
 * @draft: a statement in the making
 *
 * Adds it to the analysis, its content in order and without overlaps, with the outlet
 * nearest to the verb where one is named. Nothing happens when it is told already or has no
 * content.
 */
void
hs_statements_add (HsReading     *self,
                   const HsDraft *draft)
{
  HsStatement *statement;
  guint end = 0, kept = 0;

  if (is_told_already (self, draft))
    return;
  statement = hs_statement_new ();

  if (draft->source_end > draft->source_first)
    statement->speaker = hs_reading_span (self, draft->source_first, draft->source_end);
  if (draft->cue_end > draft->cue_first)
    statement->cue = hs_reading_span (self, draft->cue_first, draft->cue_end);
  for (guint i = 0; i < draft->n_content; i++)
    {
      HsSpan span = hs_reading_span (self, draft->content_first[i], draft->content_end[i]);

      g_array_append_val (statement->content, span);
    }
  g_array_sort (statement->content, compare_spans);
  for (guint i = 0; i < statement->content->len; i++)
    {
      HsSpan span = g_array_index (statement->content, HsSpan, i);

      span.start = MAX (span.start, end);
      if (span.start >= span.end)
        continue;
      end = span.end;
      g_array_index (statement->content, HsSpan, kept++) = span;
    }
  g_array_set_size (statement->content, kept);
  if (kept == 0)
    {
      hs_statement_free (statement);
      return;
    }
  statement->form = draft->quoted ? (draft->paraphrased ? HS_FORM_MIXED : HS_FORM_QUOTE) : HS_FORM_PARAPHRASE;
  if (draft->outlet_end > draft->outlet_first)
    {
      /* the one nearest to the verb */
      for (guint i = draft->outlet_end; i > draft->outlet_first && draft->outlet_end - i < 10; i--)
        {
          const HsFound *found = hs_reading_found_at (self, i - 1);

          if (found != NULL && found->kind == HS_MENTION_ORGANISATION)
            {
              HsVia via = { found->entity, hs_reading_span (self, found->first, found->end), HS_VIA_STATED };

              g_array_append_val (statement->vias, via);
              break;
            }
        }
    }
  g_ptr_array_add (self->analysis->statements, statement);
}

typedef gboolean (*Pattern) (HsReading        *self,
                             const HsSentence *sentence,
                             guint             i,
                             HsDraft          *draft);

/* The first of @patterns that makes a statement of the cue at @i. */
static gboolean
try_patterns (HsReading        *self,
              const HsSentence *sentence,
              guint             i,
              const Pattern    *patterns,
              guint             n_patterns)
{
  for (guint p = 0; p < n_patterns; p++)
    {
      HsDraft draft = { 0 };

      if (patterns[p] (self, sentence, i, &draft))
        {
          hs_statements_add (self, &draft);
          return TRUE;
        }
    }
  return FALSE;
}

/* "laid out", "takes aim at": the words do together what none of them does alone. */
static void
try_phrase (HsReading        *self,
            const HsSentence *sentence,
            guint             i)
{
  HsToken *token = &g_array_index (self->tokens, HsToken, i);
  const HsLexEntry *alone = token->entry;
  HsDraft draft = { 0 };
  const HsLexEntry *phrase = hs_cue_phrase (self, i, sentence->end, &draft.cue_words);

  if (phrase == NULL)
    return;
  token->entry = phrase;
  if (hs_cue_has_form (token, "a") ? hs_pattern_attitude (self, sentence, i, &draft)
                                   : hs_pattern_verb (self, sentence, i, &draft))
    hs_statements_add (self, &draft);
  token->entry = alone;
}

static void
find_in_sentence (HsReading        *self,
                  const HsSentence *sentence)
{
  static const Pattern marks[] = { hs_pattern_mark };
  static const Pattern hearsay[] = { hs_pattern_hearsay };
  static const Pattern according[] = { hs_pattern_according };
  static const Pattern quoted[] = { hs_pattern_quoted_as };
  static const Pattern verbs[] = { hs_pattern_verb, hs_pattern_passive };
  static const Pattern others[] = { hs_pattern_light, hs_pattern_noun, hs_pattern_attitude };

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (token->kind == HS_TOKEN_MARK)
        try_patterns (self, sentence, i, marks, G_N_ELEMENTS (marks));
      if (token->kind != HS_TOKEN_WORD || try_patterns (self, sentence, i, hearsay, G_N_ELEMENTS (hearsay)))
        continue;
      if (hs_token_is (token, "according"))
        {
          try_patterns (self, sentence, i, according, G_N_ELEMENTS (according));
          continue;
        }
      if (!hs_token_in (token, HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_CUE_NOUNS)) &&
          !(token->entry != NULL && token->entry->is_stance))
        {
          try_phrase (self, sentence, i);
          continue;
        }
      if (hs_token_in (token, HS_IN (HS_LIST_CUES)) &&
          try_patterns (self, sentence, i, quoted, G_N_ELEMENTS (quoted)))
        {
          /* "… as saying" is of this statement */
          while (i < sentence->end && !hs_token_is (hs_reading_token (self, i), "saying"))
            i++;
          continue;
        }
      if ((!hs_cue_is_listed_verb (token) || !try_patterns (self, sentence, i, verbs, G_N_ELEMENTS (verbs))) &&
          !try_patterns (self, sentence, i, others, G_N_ELEMENTS (others)))
        try_phrase (self, sentence, i);
    }
}

/* The cue's word in the lexicon; NULL: a mark. */
static const HsToken *
cue_token (const HsReading   *self,
           const HsStatement *statement)
{
  guint at = hs_reading_token_at (self, statement->cue.start);

  return hs_span_is_none (statement->cue) || at >= self->tokens->len ? NULL : hs_reading_token (self, at);
}

/* Its base form, of all its words where it has several; NULL: a mark. */
static const char *
cue_base (const HsReading   *self,
          const HsStatement *statement)
{
  guint at = hs_reading_token_at (self, statement->cue.start), n = 0;
  const HsToken *token = cue_token (self, statement);
  const HsLexEntry *phrase = token != NULL ? hs_cue_phrase (self, at, self->tokens->len, &n) : NULL;

  if (phrase != NULL && hs_reading_span (self, at, at + n).end == statement->cue.end)
    return hs_lex_entry_column (phrase, HS_LIST_STANCES, 1);
  return token != NULL ? hs_cue_base (token) : NULL;
}

/* Whether who speaks is an organisation: a paper, an agency. */
static gboolean
speaks_as_body (const HsReading   *self,
                const HsStatement *statement)
{
  guint end = hs_reading_token_at (self, statement->speaker.end);
  const HsFound *found = end > 0 ? hs_reading_found_at (self, end - 1) : NULL;

  return !hs_span_is_none (statement->speaker) && found != NULL && found->kind == HS_MENTION_ORGANISATION;
}

/* What an act of speech inside another's content must be to stand for itself:
 * told as done, not as a habit, a wish or a judgement. */
static gboolean
stands_inside (const HsReading   *self,
               const HsStatement *statement,
               const HsStatement *outer,
               HsSpan             content)
{
  static const char *const own[] = { "he", "she", "it", "they", "we", "i", NULL };
  const HsToken *cue = cue_token (self, statement), *around = cue_token (self, outer);
  gboolean before_cue = around != NULL && content.end <= outer->cue.start;
  g_autofree char *speaker = g_ascii_strdown (self->text + statement->speaker.start,
                                              statement->speaker.end - statement->speaker.start);

  if (cue == NULL || cue_base (self, statement) == NULL || hs_cue_is_class (cue, "quote"))
    return TRUE;
  if (!hs_token_in (cue, HS_IN (HS_LIST_CUES)))
    return FALSE;
  if (statement->form == HS_FORM_QUOTE)
    return TRUE;
  /* "she said she recalled": one act */
  if (!before_cue && g_strv_contains (own, speaker) && statement->speaker.start <= content.start + 5)
    return FALSE;
  /* "X called it a scandal, KTN reported": X is heard through KTN */
  if (before_cue)
    return hs_cue_has_form (cue, "dp") && !hs_span_is_none (statement->speaker) &&
           (speaks_as_body (self, outer) || g_strcmp0 (hs_cue_base (around), "report") == 0);
  /* what is only wished or thought is part of what is said */
  if (hs_cue_is_class (cue, "want") || hs_cue_is_class (cue, "think"))
    return FALSE;
  return (hs_cue_is_class (cue, "say") || hs_cue_is_class (cue, "tell") || hs_cue_is_class (cue, "judge") ||
          hs_cue_is_class (cue, "deny")) && hs_cue_has_form (cue, "dpg");
}

/* "said she hopes …", "said that many want …": what stands inside somebody's
 * own statement is mostly part of it, not another. */
static void
drop_nested (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;
  g_autofree guint8 *dropped = g_new0 (guint8, all->len + 1);
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const HsStatement *inner = all->pdata[i];

      for (guint k = i > 6 ? i - 6 : 0; k < all->len && k < i + 7 && !dropped[i]; k++)
        {
          const HsStatement *outer = all->pdata[k];

          if (k == i || dropped[k] || hs_span_is_none (inner->cue))
            continue;
          for (guint c = 0; c < outer->content->len; c++)
            {
              HsSpan content = g_array_index (outer->content, HsSpan, c);

              if (hs_span_contains (content, inner->cue) && !stands_inside (self, inner, outer, content))
                dropped[i] = TRUE;
            }
        }
    }
  for (guint i = 0; i < all->len; i++)
    if (dropped[i])
      hs_statement_free (all->pdata[i]);
    else
      all->pdata[kept++] = all->pdata[i];
  all->len = kept;
}

/* Talks, attacks and weapons do not speak: what was taken for their words is
 * what the article itself tells of them. */
static gboolean
is_thing (const HsReading *self,
          HsSpan           speaker)
{
  static const char *const things[] = { "talks", "talk", "negotiations", "negotiation", "attack", "attacks", "strike",
                                        "strikes", "war", "fighting", "visit", "trip", "meeting", "situation", "crisis",
                                        "move", "decision", "deal", "contract", "interest", "weapons", "missiles",
                                        "drones", "work", "efforts", "search", "violence", "protests", "clashes",
                                        "rain", "storm", "fire", "prices", "price", "shares", "game", "match", NULL };
  static const char *const links[] = { " in ", " of ", " who ", " at ", " with ", NULL };
  g_autofree char *words = NULL;
  const char *head;

  if (hs_span_is_none (speaker))
    return FALSE;
  words = g_ascii_strdown (self->text + speaker.start, speaker.end - speaker.start);
  /* "people involved in the talks" are no talks */
  for (guint i = 0; links[i] != NULL; i++)
    if (strstr (words, links[i]) != NULL)
      *strstr (words, links[i]) = '\0';
  head = strrchr (words, ' ');
  return g_strv_contains (things, head != NULL ? head + 1 : words);
}

static void
drop_things (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    {
      HsStatement *statement = all->pdata[i];

      if (!statement->named && statement->form == HS_FORM_PARAPHRASE && is_thing (self, statement->speaker))
        hs_statement_free (statement);
      else
        all->pdata[kept++] = statement;
    }
  all->len = kept;
}

static int
compare_statements (gconstpointer a,
                    gconstpointer b)
{
  const HsStatement *x = *(HsStatement * const *) a, *y = *(HsStatement * const *) b;
  guint at_x = hs_span_is_none (x->cue) ? g_array_index (x->content, HsSpan, 0).start : x->cue.start;
  guint at_y = hs_span_is_none (y->cue) ? g_array_index (y->content, HsSpan, 0).start : y->cue.start;

  return at_x < at_y ? -1 : at_x > at_y;
}

/* A quotation without a cue of its own: of whoever spoke last before it. */
static void
add_orphans (HsReading *self)
{
  GPtrArray *statements = self->analysis->statements;
  guint n = statements->len, s = 0;
  HsStatement *last = NULL;

  for (guint q = 0; q < self->quotes->len; q++)
    {
      HsQuoted *quote = &g_array_index (self->quotes, HsQuoted, q);
      const HsPart *part = &g_array_index (self->parts, HsPart, quote->part);
      HsStatement *orphan;

      while (s < n && ((HsStatement *) statements->pdata[s])->cue.start < quote->span.start)
        last = statements->pdata[s++];
      if (quote->taken || quote->n_words < FEWEST_WORDS_ALONE || part->title_case || last == NULL)
        continue;
      /* in the same block, or right after the one that ended with it */
      {
        guint at = hs_span_is_none (last->cue) ? last->speaker.end : last->cue.end;
        gboolean near = FALSE;

        for (guint back = 0; back <= 1 && back <= quote->part && !near; back++)
          {
            const HsPart *p = &g_array_index (self->parts, HsPart, quote->part - back);

            near = at >= p->span.start && at <= p->span.end;
          }
        if (!near)
          continue;
      }
      orphan = hs_statement_new ();
      orphan->speaker = last->speaker;
      orphan->form = HS_FORM_QUOTE;
      g_array_append_val (orphan->content, quote->span);
      g_ptr_array_add (statements, orphan);
    }
  g_ptr_array_sort (statements, compare_statements);
}

/* "did not say": nothing is said; "did not deny": nothing is denied. */
static gboolean
is_negated (const HsReading *self,
            guint            i)
{
  static const char *const words[] = { "not", "never", "didn't", "doesn't", "don't", "won't", "wouldn't", "couldn't",
                                       "can't", "cannot", "hasn't", "haven't", "isn't", "wasn't", "neither", NULL };

  for (guint back = 1; back <= 3 && back <= i; back++)
    {
      const HsToken *token = hs_reading_token (self, i - back);

      if (g_strv_contains (words, token->fold))
        return TRUE;
      if (!hs_clause_is_adverb (token) && !hs_clause_is_auxiliary (token))
        return FALSE;
    }
  return FALSE;
}

/* "Nobody at the ministry", "none of the deputies", "no official": but "No 10",
 * which is a house, and "No.", which is a number. */
static gboolean
is_said_by_nobody (const HsReading   *self,
                   const HsStatement *statement)
{
  static const char *const words[] = { "nobody", "none", "neither", "no-one", NULL };
  guint i;

  if (hs_span_is_none (statement->speaker))
    return FALSE;
  i = hs_reading_token_at (self, statement->speaker.start);
  if (g_strv_contains (words, hs_reading_token (self, i)->fold))
    return TRUE;
  return strcmp (hs_reading_token (self, i)->fold, "no") == 0 && i + 1 < self->tokens->len &&
         hs_reading_token (self, i + 1)->kind == HS_TOKEN_WORD &&
         !(hs_reading_token (self, i + 1)->flags & (HS_TOKEN_CAPITAL | HS_TOKEN_DIGITS));
}

/* What the cue commits its speaker to, as the lexicon has it. */
static void
set_kind (const HsReading *self,
          HsStatement     *statement)
{
  static const char *const kinds[] = { "says", "confirms", "claims", "denies", "warns", "predicts", "promises", "asks",
                                       "orders", "judges", "repeats", "shows", "withholds", "believes", "knows",
                                       "feels", "doubts", "wishes", "decides", NULL };
  const HsToken *cue = cue_token (self, statement);
  const char *base = cue_base (self, statement);
  const HsLexEntry *entry = base != NULL ? hs_lexicons_find (self->lexicons, base) : NULL;
  const char *kind = entry != NULL ? hs_lex_entry_column (entry, HS_LIST_CUE_KINDS, 2) : NULL;
  const char *polarity = entry != NULL ? hs_lex_entry_column (entry, HS_LIST_CUE_KINDS, 1) : NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == HS_N_COMMITMENTS + 1);
  for (guint k = 0; kind != NULL && kinds[k] != NULL; k++)
    if (strcmp (kinds[k], kind) == 0)
      statement->commitment = k;
  if (polarity != NULL)
    statement->polarity = *polarity == '-' ? HS_POLARITY_DENIES
                          : *polarity == '0' ? HS_POLARITY_NEITHER : HS_POLARITY_AFFIRMS;
  if (cue != NULL && (is_negated (self, hs_reading_token_at (self, statement->cue.start)) ||
                      is_said_by_nobody (self, statement)))
    {
      if (hs_statement_is_speech (statement))
        statement->commitment = HS_COMMITMENT_WITHHOLDS;
      statement->polarity = HS_POLARITY_NEITHER;
    }
}

/**
 * hs_statements_find:
 * @self: an article being read
 *
 * Finds who says what, sorted by place, and resolves the speakers.
 */
void
hs_statements_find (HsReading *self)
{
  for (guint q = 0; q < self->quotes->len; q++)
    {
      HsDraft draft = { 0 };

      if (g_array_index (self->quotes, HsQuoted, q).n_words > 8 && hs_pattern_embedded (self, q, &draft))
        {
          g_array_index (self->quotes, HsQuoted, q).taken = TRUE;
          hs_statements_add (self, &draft);
        }
    }
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (self->sentences, HsSentence, s);
      const HsPart *part = &g_array_index (self->parts, HsPart, sentence->part);

      if (!part->skipped && !(part->title_case && part->kind == HS_BLOCK_LIST_ITEM))
        find_in_sentence (self, sentence);
    }
  g_ptr_array_sort (self->analysis->statements, compare_statements);
  drop_nested (self);
  drop_things (self);
  add_orphans (self);
  for (guint i = 0; i < self->analysis->statements->len; i++)
    set_kind (self, self->analysis->statements->pdata[i]);
  hs_speakers_resolve (self);
}
