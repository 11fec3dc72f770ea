/* hs-pronouns.h: whom "he" and "she" stand for where somebody speaks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

typedef struct _HsPronouns HsPronouns;

/* After the statements are found; their speakers may be bound meanwhile, in order. */
HsPronouns *hs_pronouns_new  (const HsReading *reading);
void        hs_pronouns_free (HsPronouns      *self);
guint       hs_pronouns_find (HsPronouns      *self,
                              guint            at,
                              char             gender,
                              guint            last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPronouns, hs_pronouns_free)

G_END_DECLS
