/* hs-modality-private.h: words that are one act
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

/* (nullable) (array zero-terminated=1): the roots of all words for the act that
 * @word belongs to; the first names it */
const char * const *hs_act_roots    (const char         *word);
gboolean            hs_act_has_root (const char * const *roots,
                                     const char         *word);
int                 hs_modality_compare (gconstpointer   a,
                                         gconstpointer   b);

G_END_DECLS
