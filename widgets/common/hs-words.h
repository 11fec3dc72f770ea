/* hs-words.h: words of an article that lead to where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "hs-reading.h"

G_BEGIN_DECLS

/* All return (transfer floating). A click shows the words in their article. */
GtkWidget *hs_words_new_snippet    (gint64              article,
                                    const char         *text,
                                    HsSpan              span,
                                    guint               max_chars);
GtkWidget *hs_words_new_occurrence (const HsOccurrence *occurrence);
GtkWidget *hs_words_new_caption    (const char         *text);

/* Empties a box of ours. */
void       hs_words_clear_box      (GtkBox             *box);

G_END_DECLS
