/* hs-lexicons.h: word lists and models, handed in as bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HsLexicons:
 *
 * The word lists analysis works with. The room does no I/O: whoever starts it
 * hands every list in as bytes, by its name ("cues", "countries", …).
 * Immutable after the first analyser uses it.
 */
#define HS_TYPE_LEXICONS (hs_lexicons_get_type ())
G_DECLARE_FINAL_TYPE (HsLexicons, hs_lexicons, HS, LEXICONS, GObject)

HsLexicons         *hs_lexicons_new       (void);
gboolean            hs_lexicons_add       (HsLexicons  *self,
                                           const char  *name,
                                           GBytes      *bytes,
                                           GError     **error);
gboolean            hs_lexicons_add_tagger (HsLexicons *self,
                                            GBytes     *bytes,
                                            GError    **error);
/* (array zero-terminated=1): the lists that the analyser asks for */
const char * const *hs_lexicons_get_wanted (void);

G_END_DECLS
