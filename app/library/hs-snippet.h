/* hs-snippet.h: the words of an article around those that were searched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsNeedle:
 * @word: folded
 * @beginning: whether it may go on
 */
typedef struct
{
  char *word;         /* (owned) */
  gboolean beginning;
} HsNeedle;

GArray *hs_needles_new  (const char   *query);
char   *hs_snippet_make (const char   *text,
                         const GArray *needles);

G_END_DECLS
