/* hs-signals.c: observable marks for or against relying on a text
 *
 * A signal says what stands there and shows it; it never says what is true.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signals-private.h"

#include <string.h>

#define MOST_SPANS 12

/**
 * hs_signals_add:
 * @self: an article being read
 * @code: of the signal
 * @tone: what it speaks for
 * @span: the words that show it; not none
 * @why: (nullable): a sentence with what is particular here; unused when there is one with
 *   @code already
 *
 * Adds @span to the signal with @code, and makes it when there is none. Nothing happens
 * when the span overlaps one of its spans, or there are as many as are shown.
 */
void
hs_signals_add (HsReading  *self,
                const char *code,
                HsTone      tone,
                HsSpan      span,
                const char *why)
{
  HsSignal *signal = NULL;

  g_assert (!hs_span_is_none (span));

  for (guint i = 0; i < self->analysis->signals->len && signal == NULL; i++)
    {
      HsSignal *other = self->analysis->signals->pdata[i];

      if (strcmp (other->code, code) == 0)
        signal = other;
    }
  if (signal == NULL)
    {
      signal = hs_signal_new (code, tone, why);
      g_ptr_array_add (self->analysis->signals, signal);
    }
  if (signal->spans->len >= MOST_SPANS)
    return;
  for (guint i = 0; i < signal->spans->len; i++)
    if (hs_span_overlaps (g_array_index (signal->spans, HsSpan, i), span))
      return;
  g_array_append_val (signal->spans, span);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return hs_span_compare (a, b);
}

static int
compare_signals (gconstpointer a,
                 gconstpointer b)
{
  const HsSignal *x = *(HsSignal * const *) a, *y = *(HsSignal * const *) b;

  return strcmp (x->code, y->code);
}

/**
 * hs_signals_find:
 * @self: an article being read
 *
 * Finds what speaks for or against relying on the text, sorted. After hs_statements_find().
 */
void
hs_signals_find (HsReading *self)
{
  hs_signals_headline (self);
  hs_signals_phrases (self);
  hs_signals_making (self);
  hs_signals_sources (self);
  for (guint i = 0; i < self->analysis->signals->len; i++)
    g_array_sort (((HsSignal *) self->analysis->signals->pdata[i])->spans, compare_spans);
  g_ptr_array_sort (self->analysis->signals, compare_signals);
}
