/* hs-terms.h: a search, cut into its terms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HsTerm:
 * @field: (nullable): "source"; %NULL: words to be found in the text
 * @value: the words, without quotes
 * @negated: `-` stood before it
 * @joined: `OR` stands between it and the term before
 * @beginning: a word that may go on
 */
typedef struct
{
  char *field;       /* (owned) (nullable) */
  char *value;       /* (owned) */
  gboolean negated;
  gboolean joined;
  gboolean beginning;
} HsTerm;

/* @typing: see hs_library_find(). Errors: HS_ERROR_QUERY.
 * Returns: (transfer full) (element-type HsTerm) */
GPtrArray *hs_terms_parse (const char  *query,
                           gboolean     typing,
                           GError     **error);

G_END_DECLS
