/* hs-journal.h: what the analyst decided, kept so that it can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/* What undo and redo would do, translated.
 * @undo: (out) (transfer full) (nullable)
 * @redo: (out) (transfer full) (nullable) */
gboolean hs_library_get_labels (HsLibrary  *self,
                                char      **undo,
                                char      **redo,
                                GError    **error);
/* Takes back the last decision, or makes it again; HS_ERROR_NOT_FOUND when
 * there is none. */
gboolean hs_library_undo       (HsLibrary  *self,
                                GError    **error);
gboolean hs_library_redo       (HsLibrary  *self,
                                GError    **error);
/* Why the last decision that stands was made, in the analyst's words: after what is
 * said of it already. HS_ERROR_NOT_FOUND when there is none. */
gboolean hs_library_give_reason (HsLibrary   *self,
                                 const char  *reason,
                                 GError     **error);

G_END_DECLS
