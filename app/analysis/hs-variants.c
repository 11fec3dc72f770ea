/* hs-variants.c: what articles of one story make of one act
 *
 * The same words quoted differently, and how far each article says that an act
 * has come, in the order of their dates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-story-private.h"

#include <string.h>

/* Quotations that share so much of the shorter one's words are the same words. */
#define SAME_WORDS 0.85
/* One that has less than this share of the other's words was cut. */
#define CUT_SHARE 0.6

/* How two quotations differ; FALSE when they do not. */
static gboolean
differ (const HsSaid  *a,
        const HsSaid  *b,
        HsVariantKind *kind)
{
  guint few = MIN (a->words->len, b->words->len), many = MAX (a->words->len, b->words->len);
  guint shared = hs_utterances_shared (a, b);

  if (few == 0)
    return FALSE;
  if (a->numbers->len != b->numbers->len ||
      (a->numbers->len > 0 && memcmp (a->numbers->data, b->numbers->data, a->numbers->len * sizeof (guint64)) != 0))
    *kind = HS_VARIANT_NUMBERS;
  else if (shared < SAME_WORDS * few)
    *kind = HS_VARIANT_WORDS;
  else if (few < CUT_SHARE * many)
    *kind = HS_VARIANT_CUT;
  else
    return FALSE;
  return TRUE;
}

static const HsSaid *
find_said (const GArray         *said,
           const HsStatementRef *ref,
           guint                *from)
{
  for (guint i = *from; i < said->len; i++)
    {
      const HsSaid *one = &g_array_index (said, HsSaid, i);

      if (one->article == ref->article && one->statement == ref->statement)
        {
          *from = i;
          return one;
        }
    }
  return NULL;
}

/* Each quotation of an utterance against the first of it. */
void
hs_variants_find (HsStory              *story,
                  const HsStoryArticle *articles,
                  const GArray         *said)
{
  for (guint u = 0; u < story->utterances->len; u++)
    {
      const HsUtterance *utterance = story->utterances->pdata[u];
      const HsSaid *first = NULL;
      HsQuoteVariant variant = { u };
      guint from = 0;

      if (utterance->statements->len < 2)
        continue;
      for (guint i = 0; i < utterance->statements->len; i++)
        {
          const HsStatementRef *ref = &g_array_index (utterance->statements, HsStatementRef, i);
          const HsStatement *statement = articles[ref->article].analysis->statements->pdata[ref->statement];
          const HsSaid *one = find_said (said, ref, &from);

          if (one == NULL || statement->form == HS_FORM_PARAPHRASE)
            continue;
          if (first == NULL)
            {
              first = one;
              variant.a = *ref;
            }
          else if (one->article != first->article && differ (first, one, &variant.kind))
            {
              variant.b = *ref;
              g_array_append_val (story->variants, variant);
            }
        }
    }
}

static int
compare_steps (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const HsStoryStep *x = a, *y = b;
  const HsStoryArticle *articles = data;
  const char *on_x = articles[x->article].document->published, *on_y = articles[y->article].document->published;
  int order = strcmp (x->modality.act, y->modality.act);

  if (order != 0)
    return order;
  if ((on_x == NULL) != (on_y == NULL))
    return on_x == NULL ? 1 : -1;
  order = on_x != NULL ? strcmp (on_x, on_y) : 0;
  if (order != 0)
    return order;
  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  return hs_span_compare (&x->modality.span, &y->modality.span);
}

/* Fills story->steps. */
void
hs_steps_find (HsStory              *story,
               const HsStoryArticle *articles,
               guint                 n_articles)
{
  for (guint a = 0; a < n_articles; a++)
    for (guint i = 0; i < articles[a].analysis->modality->len; i++)
      {
        HsStoryStep step = { a, g_array_index (articles[a].analysis->modality, HsModality, i) };

        g_array_append_val (story->steps, step);
      }
  g_array_sort_with_data (story->steps, compare_steps, (gpointer) articles);
}
