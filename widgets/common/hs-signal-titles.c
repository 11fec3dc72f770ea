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
  { "appeal", N_("Asks its readers for something") },
  { "comment-sought", N_("Comment was sought") },
  { "editor-bracket", N_("The editor’s words inside a quotation") },
  { "foreign-disclaimer", N_("A disclaimer from another country’s press") },
  { "headline-exceeds-body", N_("Headline says more than the text") },
  { "limits-stated", N_("Limits of what is known are stated") },
  { "loaded-wording", N_("Loaded words") },
  { "machine-translation-marks", N_("Traces of machine translation") },
  { "named-source", N_("Source is named") },
  { "number-without-source", N_("A figure without its source") },
  { "opinion-in-news", N_("Opinion among the news") },
  { "passive-unattributed", N_("Reported by nobody in particular") },
  { "repost-mark", N_("Marks of a repost") },
  { "rival-account", N_("A rival account is given") },
  { "second-hand", N_("Everything comes from other outlets") },
  { "undated", N_("No date in the text") },
  { "unnamed-source", N_("Source is not named") },
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

/**
 * hs_signal_get_code:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the code of a signal, in the order of codes; %NULL
 *   past the last
 */
const char *
hs_signal_get_code (guint index)
{
  return index < G_N_ELEMENTS (titles) ? titles[index].code : NULL;
}
