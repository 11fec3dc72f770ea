/* hs-signal-titles.c: the codes of signals in words for the user
 *
 * A code this table does not know is shown as it is, its dashes replaced, so
 * a newer analysis never leaves a row without words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-signal-titles.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *code;
  const char *title;
} SignalTitle;

static const SignalTitle titles[] = {
  { "anonymous-source", N_("Source is not named") },
  { "anonymous-sources", N_("Sources are not named") },
  { "unnamed-source", N_("Source is not named") },
  { "unnamed-sources", N_("Sources are not named") },
  { "named-source", N_("Source is named") },
  { "named-sources", N_("Sources are named") },
  { "comment-sought", N_("Comment was sought") },
  { "limits-stated", N_("Limits of what is known are stated") },
  { "rival-account", N_("A rival account is given") },
  { "headline-exceeds-body", N_("Headline says more than the text") },
  { "no-date", N_("No date in the text") },
  { "undated", N_("No date in the text") },
  { "no-byline", N_("No byline") },
  { "missing-byline", N_("No byline") },
  { "repost", N_("Marks of a repost") },
  { "repost-mark", N_("Marks of a repost") },
  { "repost-marker", N_("Marks of a repost") },
  { "translated", N_("Traces of translation") },
  { "translation-trace", N_("Traces of translation") },
  { "translation-traces", N_("Traces of translation") },
  { "machine-translation", N_("Traces of machine translation") },
  { "foreign-disclaimer", N_("A disclaimer from another country’s press") },
  { "disclaimer-origin", N_("A disclaimer that betrays the original") },
  { "editorial-insertion", N_("The editor’s insertion inside a quotation") },
  { "editor-insertion", N_("The editor’s insertion inside a quotation") },
  { "bracketed-insertion", N_("The editor’s insertion inside a quotation") },
  { "outlet-credited", N_("Another outlet is credited") },
  { "upstream-named", N_("Upstream source is named") },
  { "upstream-unlinked", N_("Upstream source is named but not linked") },
  { "single-source", N_("Everything rests on one source") },
  { "single-origin", N_("Everything rests on one origin") },
  { "donation-appeal", N_("Asks for donations") },
  { "asks-for-money", N_("Asks for donations") },
  { "loaded-words", N_("Loaded words") },
  { "loaded-language", N_("Loaded words") },
  { "document-cited", N_("A document is cited") },
  { "direct-quote", N_("Words are quoted directly") },
  { "dateline", N_("States where it was written") },
  { "first-hand", N_("First-hand reporting") },
  { "hedged", N_("Claims are hedged") },
  { "numbers-differ", N_("Numbers differ within the text") },
  { "quote-changed", N_("A quotation differs from another report of it") },
  { "correction", N_("A correction is stated") },
};

/* Returns: (transfer full) */
char *
hs_signal_get_title (const char *code)
{
  char *title;

  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].code, code))
      return g_strdup (_(titles[i].title));
  title = g_strdelimit (g_strdup (code), "-_", ' ');
  if (g_ascii_islower (*title))
    *title = g_ascii_toupper (*title);
  return title;
}
