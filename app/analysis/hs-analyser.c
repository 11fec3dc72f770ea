/* hs-analyser.c: text to mentions, entities, statements, signals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-analyser.h"

#include "hs-error.h"
#include "hs-lexicons-private.h"
#include "hs-article-reading.h"

struct _HsAnalyser
{
  GObject parent_instance;

  HsLexicons *lexicons; /* (owned) */
};

G_DEFINE_FINAL_TYPE (HsAnalyser, hs_analyser, G_TYPE_OBJECT)

static void
hs_analyser_finalize (GObject *object)
{
  HsAnalyser *self = HS_ANALYSER (object);

  g_clear_object (&self->lexicons);

  G_OBJECT_CLASS (hs_analyser_parent_class)->finalize (object);
}

static void
hs_analyser_class_init (HsAnalyserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_analyser_finalize;
}

static void
hs_analyser_init (HsAnalyser *self)
{
}

/**
 * hs_analyser_new:
 * @lexicons: word lists; not changed any more from now on
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): an analyser; %NULL when a list that it
 *   cannot do without is missing
 */
HsAnalyser *
hs_analyser_new (HsLexicons *lexicons,
                 GError    **error)
{
  HsAnalyser *self;

  g_return_val_if_fail (HS_IS_LEXICONS (lexicons), NULL);

  if (hs_lexicons_find (lexicons, "said") == NULL || hs_lexicons_find (lexicons, "the") == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_FOUND,
                           "The word lists for analysis are missing; the program is not installed completely.");
      return NULL;
    }
  self = g_object_new (HS_TYPE_ANALYSER, NULL);
  self->lexicons = g_object_ref (lexicons);
  return self;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const HsMention *x = a, *y = b;

  return hs_span_compare (&x->span, &y->span);
}

static void
hand_over_mentions (HsReading *reading)
{
  for (guint i = 0; i < reading->found->len; i++)
    {
      const HsFound *found = &g_array_index (reading->found, HsFound, i);
      HsMention mention = { hs_reading_span (reading, found->first, found->end), found->kind,
                            found->level, found->entity, found->confidence };

      g_array_append_val (reading->analysis->mentions, mention);
    }
  g_array_sort (reading->analysis->mentions, compare_mentions);
}

/**
 * hs_analyser_read:
 * @self: an analyser; several threads may use it at once
 * @document: the article
 * @cancellable: (nullable): stops between the steps
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was found
 */
HsAnalysis *
hs_analyser_read (HsAnalyser   *self,
                  HsDocument   *document,
                  GCancellable *cancellable,
                  GError      **error)
{
  static void (*const steps[]) (HsReading *) = {
    hs_quotes_find, hs_mentions_find, hs_press_find, hs_entities_bind, hs_statements_find,
    hs_vias_find, hs_modality_find, hs_quote_marks_find, hs_signals_find, hs_terms_find, hs_sketch_make,
    hs_descriptions_bind, hand_over_mentions,
  };
  g_autoptr (HsReading) reading = NULL;

  g_return_val_if_fail (HS_IS_ANALYSER (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  reading = hs_reading_new (self->lexicons, document);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      steps[i] (reading);
    }
  return g_steal_pointer (&reading->analysis);
}
