/* hs-vocabulary.h: the vocabulary of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-database.h"

G_BEGIN_DECLS

/* Words shorter than this are completed by the full-text index itself. */
#define HS_WORDS_SHORTEST 5

/* Adds the words of a text. @known: (element-type utf8): words that are there
 * already, or NULL; to be forgotten when the transaction is rolled back. */
gboolean   hs_words_add      (HsDatabase  *database,
                              GHashTable  *known,
                              const char  *text,
                              GError     **error);
/* Returns: (transfer full) (element-type utf8) (nullable): the words that begin
 * with @prefix; NULL when there are more than @limit, or @error is set */
GPtrArray *hs_words_complete (HsDatabase  *database,
                              const char  *prefix,
                              guint        limit,
                              GError     **error);

G_END_DECLS
