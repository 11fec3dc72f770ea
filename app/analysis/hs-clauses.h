/* hs-clauses.h: noun phrases and clause bounds, as far as statements need them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

gboolean hs_clause_is_auxiliary (const HsToken   *token);
gboolean hs_clause_is_adverb    (const HsToken   *token);
gboolean hs_clause_is_end_mark  (const HsToken   *token);
gboolean hs_clause_begins_noun  (const HsReading *self,
                                 guint            i,
                                 guint            end);
guint    hs_clause_noun_left    (const HsReading *self,
                                 guint            first,
                                 guint            end);
guint    hs_clause_noun_right   (const HsReading *self,
                                 guint            first,
                                 guint            end);
guint    hs_clause_insert_left  (const HsReading *self,
                                 guint            first,
                                 guint            close);
guint    hs_clause_trim_end     (const HsReading *self,
                                 guint            first,
                                 guint            end);

G_END_DECLS
