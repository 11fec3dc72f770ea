/* hs-patterns.c: how English says that somebody said something
 *
 * One function for each pattern; a cue is a verb or noun of the lexicon, the
 * source a noun phrase beside it, the content a quotation or a clause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-statements-private.h"

#include <string.h>

#include "hs-clauses.h"

static const char *
cue_class (const HsToken *token)
{
  return hs_lex_entry_column (token->entry, HS_LIST_CUES, 2);
}

static gboolean
is_class (const HsToken *token,
          const char    *klass)
{
  return g_strcmp0 (cue_class (token), klass) == 0;
}

static gboolean
has_form (const HsToken *token,
          const char    *forms)
{
  for (const HsLexFields *f = token->entry->fields; f != NULL; f = f->next)
    if (f->list == HS_LIST_CUES && f->n_columns > 3 && strpbrk (f->columns[3], forms) != NULL)
      return TRUE;
  return FALSE;
}

static const HsQuoted *
long_quote_at (const HsReading *self,
               guint            i)
{
  guint q = self->quote_at[i];

  if (q == 0 || g_array_index (self->quotes, HsQuoted, q - 1).n_words <= 3)
    return NULL;
  return &g_array_index (self->quotes, HsQuoted, q - 1);
}

static const HsQuoted *
any_quote_at (const HsReading *self,
              guint            i)
{
  guint q = self->quote_at[i];

  return q > 0 ? &g_array_index (self->quotes, HsQuoted, q - 1) : NULL;
}

static gboolean
is_determiner (const HsToken *token)
{
  static const char *const words[] = { "the", "a", "an", "this", "that", "these", "those", "his", "her",
                                       "its", "their", "our", "my", "your", "no", "any", "some", "such",
                                       "of", "for", "in", "on", "by", "with", "from", "at", "new", "other",
                                       "latest", "recent", "more", "first", "one", "two", "three", NULL };

  return g_strv_contains (words, token->fold) || token->kind == HS_TOKEN_CLITIC ||
         token->kind == HS_TOKEN_NUMBER;
}

static gboolean
is_plural_subject (const HsReading *self,
                   guint            i)
{
  static const char *const words[] = { "they", "we", "i", "you", "who", "people", "many", "some", "most",
                                       "others", "and", "police", "women", "men", NULL };
  const HsToken *token = hs_reading_token (self, i);
  gsize n = strlen (token->fold);

  if (g_strv_contains (words, token->fold))
    return TRUE;
  return token->kind == HS_TOKEN_WORD && n > 3 && token->fold[n - 1] == 's' && token->fold[n - 2] != 's' &&
         !hs_token_in (token, HS_IN (HS_LIST_STOP_WORDS) | HS_IN (HS_LIST_CUES));
}

static gboolean
is_person_like (const HsReading *self,
                guint            i)
{
  const HsToken *token = hs_reading_token (self, i);
  static const char *const words[] = { "he", "she", "who", "it", "they", "we", "i", "you", "and", NULL };

  if (g_strv_contains (words, token->fold))
    return TRUE;
  if (self->found_at[i] != 0)
    {
      HsMentionKind kind = hs_reading_found_at (self, i)->kind;

      return kind == HS_MENTION_PERSON || kind == HS_MENTION_ORGANISATION || kind == HS_MENTION_PLACE ||
             kind == HS_MENTION_NATIONALITY;
    }
  return hs_token_in (token, HS_IN (HS_LIST_ROLES) | HS_IN (HS_LIST_ORG_HEADS) | HS_IN (HS_LIST_TITLES)) ||
         hs_token_is (token, ",");
}

/* "plans", "claims", "calls": plural nouns as well as verbs. */
static gboolean
is_noun_too (const HsToken *token)
{
  static const char *const words[] = { "plans", "states", "charges", "questions", "rules", "worries", "documents",
                                       "details", "orders", "calls", "tweets", "posts", "shows", "addresses",
                                       "answers", "blogs", "quotes", "attacks", "supports", "mentions", "notes",
                                       "points", "signals", "outlines", "labels", "brands", "jokes", "doubts",
                                       "hopes", "fears", "wants", "wishes", "needs", "thanks", "guesses",
                                       "advances", "offers", "backs", "blames", "presses", "counters", "details",
                                       "reports", "comments", "remarks", "estimates", "forecasts", "highlights",
                                       "hints", "echoes", "shouts", NULL };

  return g_strv_contains (words, token->fold) || hs_token_in (token, HS_IN (HS_LIST_CUE_NOUNS));
}

/* A name, or a pronoun that can be a subject. */
static gboolean
is_name_or_pronoun (const HsReading *self,
                    guint            i)
{
  static const char *const words[] = { "he", "she", "it", "who", NULL };

  if (g_strv_contains (words, hs_reading_token (self, i)->fold))
    return TRUE;
  return self->found_at[i] != 0 && hs_reading_found_at (self, i)->end == i + 1 &&
         hs_reading_found_at (self, i)->kind != HS_MENTION_NATIONALITY &&
         hs_reading_found_at (self, i)->kind != HS_MENTION_DATE;
}

/* Whether the lexicon's verb at @i is one here, not a noun or a passive. */
static gboolean
is_verb_here (const HsReading  *self,
              const HsSentence *sentence,
              guint             i)
{
  const HsToken *token = hs_reading_token (self, i);
  const HsToken *before;
  gboolean strong = is_class (token, "say") || is_class (token, "tell");
  guint k = i;

  if (i == sentence->first)
    return FALSE;
  while (k > sentence->first && hs_clause_is_adverb (hs_reading_token (self, k - 1)))
    k--;
  if (k == sentence->first)
    return FALSE;
  before = hs_reading_token (self, k - 1);
  if (self->found_at[i] != 0 || (token->flags & HS_TOKEN_CAPITAL) != 0)
    return FALSE;
  if (has_form (token, "d") || has_form (token, "p"))
    {
      static const char *const passive[] = { "was", "were", "be", "been", "being", "is", "are", "get", "got", NULL };

      if (is_determiner (before) || g_strv_contains (passive, before->fold))
        return FALSE;
      if (hs_clause_is_auxiliary (before))
        return TRUE;
      /* "several disputed claims": an adjective */
      if (!strong && hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)) && !is_name_or_pronoun (self, k - 1) &&
          !is_plural_subject (self, k - 1) && !hs_token_is (before, "and") && !hs_token_is (before, ","))
        return FALSE;
      if (strong)
        return TRUE;
      return is_person_like (self, k - 1) || any_quote_at (self, k - 1) != NULL || is_plural_subject (self, k - 1);
    }
  if (has_form (token, "s"))
    {
      if (is_determiner (before) || hs_clause_is_auxiliary (before))
        return FALSE;
      if (is_noun_too (token))
        return is_name_or_pronoun (self, k - 1) && i + 1 < sentence->end &&
               hs_reading_token (self, i + 1)->kind == HS_TOKEN_WORD &&
               !hs_token_is (hs_reading_token (self, i + 1), "of");
      return strcmp (token->fold, "says") == 0 || is_person_like (self, k - 1) ||
             any_quote_at (self, k - 1) != NULL ||
             (before->kind == HS_TOKEN_WORD && !is_plural_subject (self, k - 1) &&
              !hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS)));
    }
  if (has_form (token, "g"))
    {
      static const char *const progressive[] = { "is", "are", "was", "were", "been", "be", "i'm", "we're",
                                                 "they're", NULL };

      if (g_strv_contains (progressive, before->fold))
        return TRUE;
      return strong && (hs_token_is (before, ",") || any_quote_at (self, k - 1) != NULL ||
                        hs_token_in (before, HS_IN (HS_LIST_CUE_NOUNS)) ||
                        (strcmp (token->fold, "saying") == 0 && before->kind == HS_TOKEN_WORD &&
                         !hs_token_in (before, HS_IN (HS_LIST_STOP_WORDS))));
    }
  /* base form */
  {
    static const char *const modal[] = { "did", "didn't", "does", "doesn't", "don't", "do", NULL };

    if (g_strv_contains (modal, before->fold))
      return TRUE;
    return is_plural_subject (self, k - 1);
  }
}

/* From @i past "to reporters", "on Monday", "in a statement": what says when,
 * where and to whom. */
static guint
skip_adverbials (const HsReading *self,
                 guint            i,
                 guint            end)
{
  static const char *const openers[] = { "in", "on", "at", "during", "to", "by", "via", "late", "early",
                                         "last", "this", "through", "after", "before", "from", "with",
                                         "of", "about", "as", NULL };
  guint start = i;

  while (i < end && i - start < 30)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (self->found_at[i] != 0 && hs_reading_found_at (self, i)->kind == HS_MENTION_DATE)
        i = hs_reading_found_at (self, i)->end;
      else if (hs_clause_is_adverb (token) || hs_token_is (token, "morning") ||
               hs_token_is (token, "afternoon") || hs_token_is (token, "evening") ||
               hs_token_is (token, "night") || hs_token_is (token, "week") ||
               hs_token_is (token, "month") || hs_token_is (token, "year"))
        i++;
      else if (g_strv_contains (openers, token->fold))
        {
          const HsFound *date = i + 1 < end ? hs_reading_found_at (self, i + 1) : NULL;
          guint next;

          if (date != NULL && date->kind == HS_MENTION_DATE)
            {
              i = date->end;
              while (i < end && (hs_token_is (hs_reading_token (self, i), "last") ||
                                 hs_token_is (hs_reading_token (self, i), "this")))
                i++;
              continue;
            }
          if (hs_token_is (token, "to") && !hs_clause_begins_noun (self, i + 1, end))
            break;
          next = hs_clause_noun_right (self, i + 1, end);

          if (next == i + 1)
            break;
          i = next;
        }
      else
        break;
    }
  return i;
}

static gboolean
at_end (const HsReading *self,
        guint            i,
        guint            end)
{
  return i >= end || hs_clause_is_end_mark (hs_reading_token (self, i)) ||
         (hs_reading_token (self, i)->kind == HS_TOKEN_QUOTE && i + 1 >= end);
}

/* "… ,” he said. “…”": what follows right after belongs to it, unless it is
 * attributed again. */
static void
add_following_quote (HsReading *self,
                     HsDraft   *draft,
                     guint      i)
{
  const HsQuoted *quote;
  const HsToken *last;
  gboolean colon = i < self->tokens->len && hs_token_is (hs_reading_token (self, i), ":");

  while (i < self->tokens->len && (hs_clause_is_end_mark (hs_reading_token (self, i)) ||
                                   hs_token_is (hs_reading_token (self, i), ",") ||
                                   hs_token_is (hs_reading_token (self, i), "—")))
    i++;
  if (i >= self->tokens->len || hs_reading_token (self, i)->kind != HS_TOKEN_QUOTE)
    return;
  quote = any_quote_at (self, i);
  if (quote == NULL || quote->first != i || quote->taken || quote->end < quote->first + 3 ||
      (!colon && hs_reading_token (self, i)->block != hs_reading_token (self, draft->cue_first)->block))
    return;
  last = hs_reading_token (self, quote->end - 2);
  if (hs_token_is (last, ",") || (quote->end < self->tokens->len &&
      hs_token_is (hs_reading_token (self, quote->end), ",")))
    return;
  hs_draft_add_quote (self, draft, self->quote_at[i] - 1);
}

/* The quotation that ends right before @i, a comma or dash between allowed. */
static guint
quote_before (const HsReading *self,
              guint            first,
              guint            i)
{
  /* “What?” she asked: the sentence ended with the quotation */
  if (i == first && i > 1 && hs_reading_token (self, i - 1)->kind == HS_TOKEN_QUOTE)
    {
      const HsToken *mark = hs_reading_token (self, i - 2);

      if (hs_reading_token (self, i - 1)->block != hs_reading_token (self, i)->block ||
          !(hs_token_is (mark, "?") || hs_token_is (mark, "!") || hs_token_is (mark, ",")))
        return 0;
    }
  else if (i == first)
    return 0;
  while (i > first && (hs_token_is (hs_reading_token (self, i - 1), ",") ||
                       hs_token_is (hs_reading_token (self, i - 1), "—") ||
                       hs_token_is (hs_reading_token (self, i - 1), "–") ||
                       hs_token_is (hs_reading_token (self, i - 1), "--") ||
                       hs_token_is (hs_reading_token (self, i - 1), "-")))
    i--;
  if (i > 0 && self->quote_at[i - 1] != 0 &&
      g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).end == i &&
      g_array_index (self->quotes, HsQuoted, self->quote_at[i - 1] - 1).n_words > 1)
    return self->quote_at[i - 1];
  return 0;
}

/* Content after the cue; @i: where it may begin. */
static gboolean
content_after (HsReading        *self,
               const HsSentence *sentence,
               guint             i,
               HsDraft          *draft)
{
  guint end = sentence->end;
  const HsQuoted *quote;
  guint start = i;

  while (start < end && (hs_token_is (hs_reading_token (self, start), ",") ||
                         hs_token_is (hs_reading_token (self, start), ":") ||
                         hs_token_is (hs_reading_token (self, start), "—") ||
                         hs_token_is (hs_reading_token (self, start), "that")))
    start++;
  if (start >= end)
    return FALSE;
  quote = any_quote_at (self, start);
  if (quote != NULL && quote->first == start && quote->n_words > 1)
    {
      guint q = self->quote_at[start] - 1;
      guint quote_end = quote->end;

      if (quote_end >= end || at_end (self, quote_end, end) ||
          (hs_token_is (hs_reading_token (self, quote_end), ",") && quote->n_words > 3))
        {
          hs_draft_add_quote (self, draft, q);
          return TRUE;
        }
    }
  end = hs_clause_trim_end (self, start, end);
  if (end <= start)
    return FALSE;
  hs_draft_add_content (draft, start, end);
  draft->paraphrased = TRUE;
  for (guint k = start; k < end; k++)
    if (self->quote_at[k] != 0 && any_quote_at (self, k)->n_words > 1)
      {
        HsQuoted *inner = &g_array_index (self->quotes, HsQuoted, self->quote_at[k] - 1);

        /* a quotation of several sentences runs past this one */
        if (inner->end > sentence->end && inner->end > draft->content_end[draft->n_content - 1])
          draft->content_end[draft->n_content - 1] = inner->end;
        inner->taken = TRUE;
        draft->quoted = TRUE;
      }
  return TRUE;
}

static gboolean
content_before (HsReading        *self,
                const HsSentence *sentence,
                guint             i,
                HsDraft          *draft)
{
  guint end;

  if (i <= sentence->first || !(hs_token_is (hs_reading_token (self, i - 1), ",") ||
                                hs_token_is (hs_reading_token (self, i - 1), "—") ||
                                hs_token_is (hs_reading_token (self, i - 1), "--")))
    return FALSE;
  end = hs_clause_trim_end (self, sentence->first, i);
  if (end < sentence->first + 3)
    return FALSE;
  hs_draft_add_content (draft, sentence->first, end);
  draft->paraphrased = TRUE;
  return TRUE;
}

static void
set_cue (HsReading *self,
         HsDraft   *draft,
         guint      i,
         guint      end)
{
  static const char *const particles[] = { "for", "on", "upon", "out", "against", NULL };
  const char *base = hs_lex_entry_column (hs_reading_token (self, i)->entry, HS_LIST_CUES, 1);

  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (i + 1 >= end)
    return;
  if (g_strv_contains (particles, hs_reading_token (self, i + 1)->fold) &&
      (g_strcmp0 (base, "call") == 0 || g_strcmp0 (base, "ask") == 0 || g_strcmp0 (base, "point") == 0 ||
       g_strcmp0 (base, "press") == 0 || g_strcmp0 (base, "argue") == 0 || g_strcmp0 (base, "advocate") == 0))
    draft->cue_end++;
}

/* Whether [first, end) can be a clause, not only a name with its apposition. */
static gboolean
has_verb (const HsReading *self,
          guint            first,
          guint            end)
{
  for (guint i = first + 1; i < end; i++)
    {
      const HsToken *token = hs_reading_token (self, i);
      gsize n = strlen (token->fold);

      if (hs_clause_is_auxiliary (token) || hs_token_in (token, HS_IN (HS_LIST_MODALITY)))
        return TRUE;
      if (token->kind == HS_TOKEN_WORD && (token->flags & HS_TOKEN_CAPITAL) == 0 && n > 4 &&
          (g_str_has_suffix (token->fold, "ed") || (hs_token_in (token, HS_IN (HS_LIST_CUES)) && has_form (token, "sdp"))))
        return TRUE;
    }
  return FALSE;
}

/* "said Igor X, a member of …": source after the verb, content before it. */
static gboolean
match_inverted (HsReading        *self,
                const HsSentence *sentence,
                guint             i,
                HsDraft          *draft)
{
  const HsToken *before = hs_reading_token (self, i - 1);
  guint quote = quote_before (self, sentence->first, i);

  if (!(is_class (hs_reading_token (self, i), "say") || is_class (hs_reading_token (self, i), "want")) ||
      !(quote != 0 || hs_token_is (before, ",") || hs_token_is (before, "—") || hs_token_is (before, "--")) ||
      i + 1 >= sentence->end || !hs_clause_begins_noun (self, i + 1, sentence->end))
    return FALSE;
  draft->source_first = i + 1;
  draft->source_end = hs_clause_noun_right (self, i + 1, sentence->end);
  if (draft->source_end <= draft->source_first)
    return FALSE;
  if (quote != 0)
    hs_draft_add_quote (self, draft, quote - 1);
  else if (!has_verb (self, sentence->first, i) || !content_before (self, sentence, i, draft))
    return FALSE;
  /* “… ,” said X, “…” */
  add_following_quote (self, draft, draft->source_end);
  if (draft->n_content == 1)
    add_following_quote (self, draft, sentence->end);
  return TRUE;
}

/* MT order: "X said, in May, Ambassador Y": content, verb, source without quotes. */
static guint
subject_of_sentence (const HsReading  *self,
                     const HsSentence *sentence,
                     guint             before)
{
  for (guint i = sentence->first; i < before; i++)
    {
      const HsToken *token = hs_reading_token (self, i);

      if (hs_token_is (token, "he") || hs_token_is (token, "she") || hs_token_is (token, "they") ||
          (self->found_at[i] != 0 && hs_reading_found_at (self, i)->first == i &&
           (hs_reading_found_at (self, i)->kind == HS_MENTION_PERSON ||
            hs_reading_found_at (self, i)->kind == HS_MENTION_ORGANISATION)))
        return i;
    }
  return G_MAXUINT;
}

/* "The X channel, referring to NAME, said": NAME is the source, X the outlet. */
static void
take_referred (HsReading *self,
               guint      first,
               guint      end,
               guint      outlet,
               HsDraft   *draft)
{
  guint name = first;

  if (hs_token_is (hs_reading_token (self, first), "referring") && first + 1 < end &&
      hs_token_is (hs_reading_token (self, first + 1), "to"))
    name = first + 2;
  else if (hs_token_is (hs_reading_token (self, first), "citing") ||
           hs_token_is (hs_reading_token (self, first), "quoting"))
    name = first + 1;
  if (name == first || name >= end)
    return;
  draft->outlet_first = outlet;
  draft->outlet_end = first;
  draft->source_first = name;
  draft->source_end = hs_clause_trim_end (self, name, end);
}

static gboolean
find_source_left (HsReading        *self,
                  const HsSentence *sentence,
                  guint             i,
                  HsDraft          *draft)
{
  guint limit = sentence->first, k = i, at;

  /* not over a quotation that ends before */
  for (guint j = i; j > sentence->first; j--)
    if (long_quote_at (self, j - 1) != NULL)
      {
        limit = j;
        break;
      }
  while (k > limit && (hs_clause_is_auxiliary (hs_reading_token (self, k - 1)) ||
                       hs_clause_is_adverb (hs_reading_token (self, k - 1))))
    k--;
  if (has_form (hs_reading_token (self, i), "g") && (k == i) )
    {
      at = subject_of_sentence (self, sentence, i);
      if (at == G_MAXUINT)
        return FALSE;
      draft->source_first = at;
      draft->source_end = hs_reading_found_at (self, at) != NULL ? hs_reading_found_at (self, at)->end : at + 1;
      return TRUE;
    }
  at = hs_clause_noun_left (self, limit, k);
  /* "left in 2015, and said": the subject stands further left */
  if (at >= k && k > limit && (hs_token_is (hs_reading_token (self, k - 1), "and") ||
                               hs_token_is (hs_reading_token (self, k - 1), "but")))
    {
      at = subject_of_sentence (self, sentence, i);
      if (at == G_MAXUINT)
        return FALSE;
      draft->source_first = at;
      draft->source_end = hs_reading_found_at (self, at) != NULL ? hs_reading_found_at (self, at)->end : at + 1;
      return TRUE;
    }
  if (at >= k)
    return FALSE;
  draft->source_first = at;
  draft->source_end = hs_clause_trim_end (self, at, k);
  if (draft->source_end <= at)
    return FALSE;
  /* "X, speaking to reporters, said": what he did is not who he is */
  if (k > limit && hs_token_is (hs_reading_token (self, k - 1), ","))
    {
      guint open = hs_clause_insert_left (self, limit, k - 1);

      if (open > at && g_str_has_suffix (hs_reading_token (self, open + 1)->fold, "ing"))
        {
          guint from = at;

          draft->source_end = open;
          take_referred (self, open + 1, k - 1, from, draft);
        }
    }
  /* "X, who said": the one before the comma */
  if (draft->source_end == at + 1 && hs_token_is (hs_reading_token (self, at), "who") && at > limit)
    {
      guint end = hs_clause_trim_end (self, limit, at);
      guint left = hs_clause_noun_left (self, limit, end);

      if (left < end)
        {
          draft->source_first = left;
          draft->source_end = end;
        }
    }
  return TRUE;
}

/* Machine translation keeps another language's order: "the wish to …, said in
 * May, Ambassador X." What is left after the adverbial is a name and no more. */
static gboolean
match_source_at_end (HsReading        *self,
                     const HsSentence *sentence,
                     guint             i,
                     HsDraft          *draft)
{
  guint at = skip_adverbials (self, i + 1, sentence->end);
  guint from, end;

  if (i == sentence->first || !hs_token_is (hs_reading_token (self, i - 1), ",") || at == i + 1 ||
      at + 1 >= sentence->end || !hs_token_is (hs_reading_token (self, at), ","))
    return FALSE;
  from = at + 1;
  end = hs_clause_trim_end (self, from, sentence->end);
  if (end <= from || end - from > 12 || has_verb (self, from, end) ||
      hs_reading_found_at (self, end - 1) == NULL ||
      hs_reading_found_at (self, end - 1)->kind != HS_MENTION_PERSON)
    return FALSE;
  if (!content_before (self, sentence, i, draft))
    return FALSE;
  draft->source_first = from;
  draft->source_end = end;
  return TRUE;
}

/* The verb pattern's content, once its source to the left is known. */
static gboolean
find_content (HsReading        *self,
              const HsSentence *sentence,
              guint             i,
              HsDraft          *draft)
{
  const HsToken *verb = hs_reading_token (self, i);
  guint quote = quote_before (self, sentence->first, draft->source_first);
  guint next = draft->cue_end, tail;

  if (is_class (verb, "tell") && next < sentence->end && !hs_token_is (hs_reading_token (self, next), "that"))
    {
      const char *fold = hs_reading_token (self, next)->fold;

      next = strcmp (fold, "me") == 0 || strcmp (fold, "us") == 0 || strcmp (fold, "him") == 0 ||
             strcmp (fold, "her") == 0 || strcmp (fold, "them") == 0
               ? next + 1 : hs_clause_noun_right (self, next, sentence->end);
    }
  tail = skip_adverbials (self, next, sentence->end);
  if (quote != 0 && g_array_index (self->quotes, HsQuoted, quote - 1).taken)
    quote = 0;
  if (quote != 0 && !has_form (verb, "g"))
    {
      hs_draft_add_quote (self, draft, quote - 1);
      add_following_quote (self, draft, tail);
      if (draft->n_content == 1)
        add_following_quote (self, draft, sentence->end);
      return TRUE;
    }
  if (at_end (self, tail, sentence->end))
    {
      if (content_before (self, sentence, draft->source_first, draft))
        return TRUE;
      /* nothing but the adverbial is left: it is what was said */
      tail = next;
      if (at_end (self, tail, sentence->end))
        {
          add_following_quote (self, draft, tail);
          return draft->n_content > 0;
        }
    }
  /* "said on Monday that": the adverbial ends where the clause begins */
  if (tail > next && tail < sentence->end &&
      (hs_token_is (hs_reading_token (self, tail), "that") || hs_token_is (hs_reading_token (self, tail), ",") ||
       hs_token_is (hs_reading_token (self, tail), ":") || any_quote_at (self, tail) != NULL))
    next = tail;
  else if (is_class (verb, "say") && next < sentence->end && self->found_at[next] != 0 &&
           hs_reading_found_at (self, next)->kind == HS_MENTION_DATE)
    next = hs_reading_found_at (self, next)->end;
  if (match_source_at_end (self, sentence, i, draft))
    return TRUE;
  return content_after (self, sentence, next, draft);
}

gboolean
hs_pattern_verb (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  if (cue_class (hs_reading_token (self, i)) == NULL || long_quote_at (self, i) != NULL ||
      !is_verb_here (self, sentence, i))
    return FALSE;
  set_cue (self, draft, i, sentence->end);
  if (match_inverted (self, sentence, i, draft))
    return TRUE;
  draft->n_content = 0;
  draft->source_first = draft->source_end = 0;
  if (!find_source_left (self, sentence, i, draft))
    return FALSE;
  return find_content (self, sentence, i, draft);
}

gboolean
hs_pattern_according (HsReading        *self,
                      const HsSentence *sentence,
                      guint             i,
                      HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint from = i + 1, end;

  if (!hs_token_is (token, "according") || long_quote_at (self, i) != NULL || from + 1 >= sentence->end)
    return FALSE;
  if (hs_token_is (hs_reading_token (self, from), "to"))
    from++;
  else if (self->found_at[from] == 0)
    return FALSE;
  draft->cue_first = i;
  draft->cue_end = from;
  end = hs_clause_noun_right (self, from, sentence->end);
  if (end <= from)
    return FALSE;
  draft->source_first = from;
  draft->source_end = hs_clause_trim_end (self, from, end);
  if (draft->source_end <= from)
    return FALSE;
  if (i <= sentence->first + 2)
    return content_after (self, sentence, end, draft);
  {
    guint last = hs_clause_trim_end (self, sentence->first, i);
    guint quote = quote_before (self, sentence->first, i);

    if (quote != 0)
      hs_draft_add_quote (self, draft, quote - 1);
    else if (last > sentence->first)
      {
        hs_draft_add_content (draft, sentence->first, last);
        draft->paraphrased = TRUE;
      }
    /* "The strike, according to X, was …" */
    if (quote == 0 && end + 3 < sentence->end && hs_token_is (hs_reading_token (self, end), ",") &&
        (hs_token_is (hs_reading_token (self, i - 1), ",") || hs_token_is (hs_reading_token (self, i - 1), "and")))
      hs_draft_add_content (draft, end + 1, hs_clause_trim_end (self, end + 1, sentence->end));
  }
  return draft->n_content > 0;
}

/* "the Journal quoted X as saying", "X was quoted as saying", and what machine
 * translation makes of it: "— quotes The Journal a member of …". */
gboolean
hs_pattern_quoted_as (HsReading        *self,
                      const HsSentence *sentence,
                      guint             i,
                      HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint as = G_MAXUINT, quote;

  if (!is_class (token, "quote") || long_quote_at (self, i) != NULL || has_form (token, "b"))
    return FALSE;
  for (guint k = i + 1; k + 1 < sentence->end && k < i + 40; k++)
    if (hs_token_is (hs_reading_token (self, k), "as") &&
        hs_token_is (hs_reading_token (self, k + 1), "saying"))
      as = k;
  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (as != G_MAXUINT)
    {
      if (as == i + 1)
        {
          guint k = i;

          draft->cue_end = as + 2;
          while (k > sentence->first && hs_clause_is_auxiliary (hs_reading_token (self, k - 1)))
            k--;
          draft->source_first = hs_clause_noun_left (self, sentence->first, k);
          draft->source_end = k;
        }
      else
        {
          draft->source_first = i + 1;
          draft->source_end = hs_clause_trim_end (self, i + 1, as);
          draft->outlet_first = sentence->first;
          draft->outlet_end = i;
        }
      if (draft->source_end <= draft->source_first)
        return FALSE;
      if (at_end (self, as + 2, sentence->end))
        {
          guint start = draft->outlet_end > 0 ? hs_clause_noun_left (self, sentence->first, i) : draft->source_first;

          /* back over "on Monday" to the comma */
          while (start > sentence->first && !hs_token_is (hs_reading_token (self, start - 1), ",") &&
                 hs_reading_token (self, start - 1)->kind != HS_TOKEN_QUOTE)
            start--;
          quote = quote_before (self, sentence->first, start);
          if (quote != 0)
            hs_draft_add_quote (self, draft, quote - 1);
          else
            return content_before (self, sentence, start, draft);
          return TRUE;
        }
      return content_after (self, sentence, as + 2, draft);
    }
  quote = quote_before (self, sentence->first, i);
  if (quote == 0 || !hs_clause_begins_noun (self, i + 1, sentence->end))
    return FALSE;
  {
    guint from = i + 1, end;

    if (hs_token_is (hs_reading_token (self, from), "the"))
      from++;
    if (from < sentence->end && hs_reading_found_at (self, from) != NULL &&
        hs_reading_found_at (self, from)->kind == HS_MENTION_ORGANISATION)
      {
        draft->outlet_first = i + 1;
        draft->outlet_end = hs_reading_found_at (self, from)->end;
        from = draft->outlet_end;
      }
    else
      from = i + 1;
    end = hs_clause_noun_right (self, from, sentence->end);
    if (end <= from)
      return FALSE;
    draft->source_first = from;
    draft->source_end = end;
    hs_draft_add_quote (self, draft, quote - 1);
    add_following_quote (self, draft, end);
    if (draft->n_content == 1)
      add_following_quote (self, draft, sentence->end);
  }
  return TRUE;
}

/* "Ortiz’s claim that …", "in his opinion, …". */
gboolean
hs_pattern_noun (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);

  if (!hs_token_in (token, HS_IN (HS_LIST_CUE_NOUNS)) || long_quote_at (self, i) != NULL || i < sentence->first + 1)
    return FALSE;
  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (i >= sentence->first + 2 && hs_token_is (hs_reading_token (self, i - 2), "in") &&
      hs_token_in (hs_reading_token (self, i - 1), HS_IN (HS_LIST_PRONOUNS)) && i + 1 < sentence->end &&
      hs_token_is (hs_reading_token (self, i + 1), ","))
    {
      draft->source_first = i - 1;
      draft->source_end = i;
      return content_after (self, sentence, i + 1, draft);
    }
  if (i + 1 >= sentence->end || !hs_token_is (hs_reading_token (self, i + 1), "that"))
    return FALSE;
  if (hs_reading_token (self, i - 1)->kind == HS_TOKEN_CLITIC)
    {
      draft->source_first = hs_clause_noun_left (self, sentence->first, i - 1);
      draft->source_end = i - 1;
    }
  else if (hs_token_is (hs_reading_token (self, i - 1), "his") || hs_token_is (hs_reading_token (self, i - 1), "her") ||
           hs_token_is (hs_reading_token (self, i - 1), "their"))
    {
      draft->source_first = i - 1;
      draft->source_end = i;
    }
  else
    return FALSE;
  if (draft->source_end <= draft->source_first)
    return FALSE;
  return content_after (self, sentence, i + 2, draft);
}

static gboolean
is_long_dash (const HsToken *token)
{
  return hs_token_is (token, "—") || hs_token_is (token, "–") || hs_token_is (token, "--") ||
         hs_token_is (token, "―");
}

/* “We talk, — said X. — We need it.”: Russian newspapers, and translations
 * from them, set the attribution inside the marks, between dashes. */
gboolean
hs_pattern_embedded (HsReading *self,
                     guint      quote,
                     HsDraft   *draft)
{
  const HsQuoted *q = &g_array_index (self->quotes, HsQuoted, quote);
  guint end = q->end;

  for (guint i = q->first + 2; i + 4 < end; i++)
    {
      guint cue = i + 1, stop;
      const HsFound *outlet;

      if (!hs_token_is (hs_reading_token (self, i), ","))
        continue;
      if (is_long_dash (hs_reading_token (self, cue)))
        cue++;
      if (!(is_class (hs_reading_token (self, cue), "say") || is_class (hs_reading_token (self, cue), "quote")) ||
          !has_form (hs_reading_token (self, cue), "ds"))
        continue;
      for (stop = cue + 2; stop + 1 < end && stop < cue + 40; stop++)
        if ((hs_token_is (hs_reading_token (self, stop), ".") || hs_token_is (hs_reading_token (self, stop), ",")) &&
            is_long_dash (hs_reading_token (self, stop + 1)))
          break;
      if (stop + 1 >= end || stop >= cue + 40)
        continue;
      draft->cue_first = cue;
      draft->cue_end = cue + 1;
      draft->source_first = cue + 1;
      draft->source_end = stop;
      if (hs_token_is (hs_reading_token (self, draft->source_first), "the"))
        outlet = hs_reading_found_at (self, draft->source_first + 1);
      else
        outlet = hs_reading_found_at (self, draft->source_first);
      if (is_class (hs_reading_token (self, cue), "quote") && outlet != NULL &&
          outlet->kind == HS_MENTION_ORGANISATION && outlet->end < stop)
        {
          draft->outlet_first = draft->source_first;
          draft->outlet_end = outlet->end;
          draft->source_first = outlet->end;
        }
      hs_draft_add_content (draft, q->first, i);
      hs_draft_add_content (draft, stop + 2, end);
      draft->quoted = TRUE;
      return TRUE;
    }
  return FALSE;
}

/* "NAME: “…”" and "“…” — NAME". */
gboolean
hs_pattern_mark (HsReading        *self,
                 const HsSentence *sentence,
                 guint             i,
                 HsDraft          *draft)
{
  const HsToken *token = hs_reading_token (self, i);
  guint quote;

  if (i == sentence->first || i + 1 >= sentence->end || long_quote_at (self, i) != NULL)
    return FALSE;
  draft->cue_first = i;
  draft->cue_end = i + 1;
  if (hs_token_is (token, ":") && self->found_at[i - 1] != 0)
    {
      const HsFound *name = hs_reading_found_at (self, i - 1);

      quote = self->quote_at[i + 1];
      if (quote == 0 || i - sentence->first > 8 || g_array_index (self->quotes, HsQuoted, quote - 1).first != i + 1 ||
          g_array_index (self->quotes, HsQuoted, quote - 1).n_words < 3 ||
          (name->kind != HS_MENTION_PERSON && name->kind != HS_MENTION_ORGANISATION))
        return FALSE;
      draft->source_first = sentence->first;
      draft->source_end = i;
    }
  else if (is_long_dash (token))
    {
      quote = quote_before (self, sentence->first, i);
      if (quote == 0 || hs_reading_found_at (self, i + 1) == NULL ||
          hs_reading_found_at (self, i + 1)->kind != HS_MENTION_PERSON ||
          !at_end (self, hs_clause_noun_right (self, i + 1, sentence->end), sentence->end))
        return FALSE;
      draft->source_first = i + 1;
      draft->source_end = hs_clause_noun_right (self, i + 1, sentence->end);
    }
  else
    return FALSE;
  if (g_array_index (self->quotes, HsQuoted, quote - 1).taken)
    return FALSE;
  hs_draft_add_quote (self, draft, quote - 1);
  return TRUE;
}
