/* hs-statements.c: who is said to have said what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

/* Quotations shorter than this are turns of phrase, not statements of their own. */
#define FEWEST_WORDS_ALONE 6

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

void
hs_statements_add (HsReading     *self,
                   const HsDraft *draft)
{
  HsStatement *statement = hs_statement_new ();
  guint end = 0, kept = 0;

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

static void
find_in_sentence (HsReading        *self,
                  const HsSentence *sentence)
{
  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      HsDraft draft = { 0 };

      if (token->kind == HS_TOKEN_MARK && hs_pattern_mark (self, sentence, i, &draft))
        hs_statements_add (self, &draft);
      if (token->kind != HS_TOKEN_WORD)
        continue;
      if (hs_pattern_hearsay (self, sentence, i, &draft))
        {
          hs_statements_add (self, &draft);
          continue;
        }
      if (hs_token_is (token, "according"))
        {
          if (hs_pattern_according (self, sentence, i, &draft))
            hs_statements_add (self, &draft);
          continue;
        }
      if (!hs_token_in (token, HS_IN (HS_LIST_CUES) | HS_IN (HS_LIST_CUE_NOUNS)))
        continue;
      if (hs_token_in (token, HS_IN (HS_LIST_CUES)))
        {
          if (hs_pattern_quoted_as (self, sentence, i, &draft))
            {
              hs_statements_add (self, &draft);
              /* "… as saying" is of this statement */
              while (i < sentence->end && !hs_token_is (hs_reading_token (self, i), "saying"))
                i++;
              continue;
            }
          memset (&draft, 0, sizeof draft);
          if (hs_pattern_verb (self, sentence, i, &draft))
            {
              hs_statements_add (self, &draft);
              continue;
            }
          memset (&draft, 0, sizeof draft);
        }
      if (hs_pattern_noun (self, sentence, i, &draft))
        hs_statements_add (self, &draft);
    }
}

static gboolean
is_assertion (const HsReading *self,
              HsSpan           cue)
{
  g_autofree char *word = g_strndup (self->text + cue.start, cue.end - cue.start);
  const HsLexEntry *entry = hs_lexicons_find (self->lexicons, word);
  const char *klass = entry != NULL ? hs_lex_entry_column (entry, HS_LIST_CUES, 2) : NULL;

  return klass == NULL || strcmp (klass, "say") == 0 || strcmp (klass, "tell") == 0;
}

/* "said she hopes …": a wish or judgement inside somebody's own statement is
 * part of it, not another. */
static void
drop_nested (HsReading *self)
{
  GPtrArray *all = self->analysis->statements;
  guint until = 0;
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    {
      HsStatement *statement = all->pdata[i];
      const char *pronoun = self->text + statement->speaker.start;
      gsize n = statement->speaker.end - statement->speaker.start;
      gboolean own = (n == 2 && (strncmp (pronoun, "he", 2) == 0 || strncmp (pronoun, "it", 2) == 0 ||
                                 strncmp (pronoun, "we", 2) == 0)) ||
                     (n == 3 && strncmp (pronoun, "she", 3) == 0) || (n == 4 && strncmp (pronoun, "they", 4) == 0);

      if (own && statement->cue.start < until && statement->form == HS_FORM_PARAPHRASE &&
          !is_assertion (self, statement->cue))
        {
          hs_statement_free (statement);
          continue;
        }
      for (guint c = 0; c < statement->content->len; c++)
        until = MAX (until, g_array_index (statement->content, HsSpan, c).end);
      all->pdata[kept++] = statement;
    }
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
  g_autofree char *words = NULL;
  const char *head;

  if (hs_span_is_none (speaker))
    return FALSE;
  words = g_ascii_strdown (self->text + speaker.start, speaker.end - speaker.start);
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
  hs_speakers_resolve (self);
}
