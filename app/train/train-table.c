/* train-table.c: texts to features and labels
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "train.h"

#include <string.h>

/* Any label of a nationality. */
#define TRAIN_NATION (HS_TAG_BIT (HS_TAG (3, HS_TAG_BEGIN)) | HS_TAG_BIT (HS_TAG (3, HS_TAG_INSIDE)) | \
                      HS_TAG_BIT (HS_TAG (3, HS_TAG_END)) | HS_TAG_BIT (HS_TAG (3, HS_TAG_SINGLE)))

/**
 * train_table_new:
 *
 * Returns: (transfer full): an empty table
 */
TrainTable *
train_table_new (void)
{
  TrainTable *self = g_new0 (TrainTable, 1);
  gsize zero = 0;

  self->stretches = g_array_new (FALSE, FALSE, sizeof (TrainStretch));
  self->allowed = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->gold = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->offsets, zero);
  return self;
}

/**
 * train_table_free:
 * @self: (transfer full): a table
 */
void
train_table_free (TrainTable *self)
{
  g_array_unref (self->stretches);
  g_array_unref (self->allowed);
  g_array_unref (self->gold);
  g_array_unref (self->offsets);
  g_array_unref (self->hashes);
  g_array_unref (self->ids);
  g_free (self);
}

/* "the", "President": no part of a name, whatever a set takes for one. */
static guint
skip_lead (const HsReading *reading,
           guint            first,
           guint            end,
           gboolean         person)
{
  guint n;

  while (first + 1 < end)
    {
      const HsToken *token = hs_reading_token (reading, first);
      guint lists = person ? HS_IN (HS_LIST_TITLES) : 0;

      if (hs_token_is (token, "the") || hs_token_is (token, "a") || hs_token_is (token, "an"))
        n = 1;
      else if (lists == 0 || hs_reading_match (reading, first, end, lists, &n) == NULL || first + n >= end ||
               (hs_token_in (token, HS_IN (HS_LIST_GIVEN_NAMES)) && n == 1))
        break;
      first += n;
    }
  return first;
}

/* How many tokens from @first on the lists know as a country or a town. */
static guint
n_known (const HsReading *reading,
         guint            first,
         guint            end)
{
  guint n = 0;

  hs_reading_match (reading, first, end, HS_IN (HS_LIST_COUNTRIES) | HS_IN (HS_LIST_PLACES), &n);
  return n;
}

/* Sets what the tokens of @span may be. A country or a town is a place, whatever it does.
 * A name that begins where none may, or goes on where none may, is no evidence for or
 * against anything. */
static void
mark_span (const HsReading *reading,
           const TrainSpan *span,
           const guint32   *allowed,
           guint32         *gold,
           guint           *next)
{
  guint n_tokens = reading->tokens->len, first = *next, kind = span->kind, begin, end;
  guint32 loose = HS_TAG_ANY;
  gboolean whole;

  while (first < n_tokens && hs_reading_token (reading, first)->span.end <= span->span.start)
    first++;
  *next = first;
  for (end = first; end < n_tokens && hs_reading_token (reading, end)->span.start < span->span.end; end++)
    ;
  if (first == end)
    return;
  if (span->kind == TRAIN_NO_NAME)
    loose = HS_TAG_BIT (HS_TAG_OUTSIDE) | TRAIN_NATION;
  for (guint i = first; i < end; i++)
    gold[i] = loose;
  whole = span->kind < HS_TAG_KINDS && hs_reading_token (reading, first)->span.start >= span->span.start &&
          hs_reading_token (reading, end - 1)->span.end <= span->span.end &&
          hs_reading_token (reading, first)->sentence == hs_reading_token (reading, end - 1)->sentence;
  begin = skip_lead (reading, first, end, span->kind == 0);
  /* "We", "He": a set of ours marks whom they mean; they name nobody */
  if (end == begin + 1 && hs_token_in (hs_reading_token (reading, begin), HS_IN (HS_LIST_PRONOUNS)))
    {
      gold[begin] = HS_TAG_BIT (HS_TAG_OUTSIDE);
      return;
    }
  /* "Mr.", "Prime": a title, and nobody */
  if (kind == 0 && end == begin + 1 && hs_token_in (hs_reading_token (reading, begin), HS_IN (HS_LIST_TITLES)) &&
      !hs_token_in (hs_reading_token (reading, begin), HS_IN (HS_LIST_GIVEN_NAMES)))
    {
      gold[begin] = HS_TAG_BIT (HS_TAG_OUTSIDE);
      return;
    }
  if (kind == 1 && begin + n_known (reading, begin, end) == end)
    kind = 2;
  while (begin + 1 < end && allowed[begin] != HS_TAG_ANY)
    begin++;
  if (end - begin > 1 && hs_reading_token (reading, end - 1)->kind == HS_TOKEN_CLITIC)
    gold[--end] = HS_TAG_BIT (HS_TAG_OUTSIDE);
  for (guint i = begin; i < end; i++)
    whole = whole && (i == begin ? allowed[i] == HS_TAG_ANY : allowed[i] != HS_TAG_BIT (HS_TAG_OUTSIDE));
  if (!whole)
    return;
  for (guint i = first; i < end; i++)
    gold[i] = HS_TAG_BIT (i < begin ? HS_TAG_OUTSIDE
                                    : HS_TAG (kind, begin + 1 == end ? HS_TAG_SINGLE
                                                          : i == begin ? HS_TAG_BEGIN
                                                          : i + 1 == end ? HS_TAG_END : HS_TAG_INSIDE));
}

static void
add_sentence (TrainTable       *self,
              const HsTagView  *view,
              const HsSentence *sentence,
              const guint32    *allowed,
              const guint32    *gold,
              guint             number)
{
  guint64 features[HS_TAGGER_MAX_FEATURES];
  TrainStretch stretch = { self->gold->len, 0, number };

  for (guint i = sentence->first; i <= sentence->end; i++)
    {
      gsize end;
      guint32 right;

      if (i == sentence->end || allowed[i] == HS_TAG_BIT (HS_TAG_OUTSIDE))
        {
          if (stretch.n > 0)
            g_array_append_val (self->stretches, stretch);
          stretch.first = self->gold->len;
          stretch.n = 0;
          continue;
        }
      g_array_append_vals (self->hashes, features,
                           hs_tag_view_features (view, sentence->first, sentence->end, i, features));
      end = self->hashes->len;
      right = gold[i] & allowed[i];
      g_array_append_val (self->offsets, end);
      g_array_append_val (self->allowed, allowed[i]);
      g_array_append_val (self->gold, right);
      stretch.n++;
    }
}

/* Where a set does not mark nationalities, only a word that looks like one is
 * left open. */
static gboolean
may_be_nation (const HsReading *reading,
               guint            i)
{
  static const char *const endings[] = { "ian", "ians", "ean", "ese", "ish", "i", "is", NULL };
  const HsToken *token = hs_reading_token (reading, i);

  if (token->kind != HS_TOKEN_WORD || !(token->flags & HS_TOKEN_CAPITAL))
    return FALSE;
  if (hs_token_in (token, HS_IN (HS_LIST_DEMONYMS)))
    return TRUE;
  for (guint e = 0; endings[e] != NULL && strlen (token->fold) >= 5; e++)
    if (g_str_has_suffix (token->fold, endings[e]))
      return !hs_token_in (token, HS_IN (HS_LIST_COMMON) | HS_IN (HS_LIST_STOP_WORDS));
  return FALSE;
}

static HsDocument *
make_document (const TrainArticle *article)
{
  HsDocument *document = hs_document_new (g_strdup (article->text));
  const char *at = document->text;

  while (*at != '\0')
    {
      gsize n = strcspn (at, "\n");

      if (n > 0)
        hs_document_add_block (document,
                               article->headline && at == document->text ? HS_BLOCK_HEADLINE : HS_BLOCK_PARAGRAPH,
                               HS_SPAN_INIT (at - document->text, at - document->text + n));
      at += n + (at[n] == '\n');
    }
  return document;
}

/**
 * train_table_add:
 * @self: a table
 * @article: an annotated text
 * @number: its number, kept with each stretch
 * @lexicons: word lists
 * @gazetteer: names
 *
 * Reads @article as the program would and adds each stretch of it that may
 * hold names, with its features and the labels that are right.
 */
void
train_table_add (TrainTable         *self,
                 const TrainArticle *article,
                 guint               number,
                 HsLexicons         *lexicons,
                 const HsGazetteer  *gazetteer)
{
  g_autoptr (HsDocument) document = make_document (article);
  g_autoptr (HsReading) reading = hs_reading_new (lexicons, document);
  g_autoptr (HsTagView) view = hs_tag_view_new (reading, gazetteer);
  g_autofree guint32 *gold = g_new (guint32, reading->tokens->len + 1);
  g_autofree guint32 *allowed = g_new (guint32, reading->tokens->len + 1);
  guint next = 0;

  for (guint i = 0; i < reading->tokens->len; i++)
    gold[i] = HS_TAG_BIT (HS_TAG_OUTSIDE) | (article->no_nations && may_be_nation (reading, i) ? TRAIN_NATION : 0);
  for (guint s = 0; s < reading->sentences->len; s++)
    {
      const HsSentence *sentence = &g_array_index (reading->sentences, HsSentence, s);
      guint reach = 0;

      for (guint i = sentence->first; i < sentence->end; i++)
        allowed[i] = hs_tag_view_allowed (view, sentence->end, i, &reach);
    }
  for (guint s = 0; s < article->spans->len; s++)
    mark_span (reading, &g_array_index (article->spans, TrainSpan, s), allowed, gold, &next);
  for (guint s = 0; s < reading->sentences->len; s++)
    add_sentence (self, view, &g_array_index (reading->sentences, HsSentence, s), allowed, gold, number);
}
