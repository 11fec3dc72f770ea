/* hs-journal.h: what the analyst decided, kept so that it can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

/* What undo and redo would do, translated, and which decision undo would take back. */
gboolean hs_library_get_labels  (HsLibrary   *self,
                                 char       **undo,
                                 char       **redo,
                                 gint64      *last,
                                 GError     **error);
/* What was decided, told as done, where it is about a name. hs-journal-done.c */
gboolean hs_library_tell_done   (HsLibrary   *self,
                                 gint64       decision,
                                 char       **done,
                                 GError     **error);
/* Takes back the last decision, or makes it again; HS_ERROR_NOT_FOUND when
 * there is none. */
gboolean hs_library_undo        (HsLibrary   *self,
                                 GError     **error);
gboolean hs_library_redo        (HsLibrary   *self,
                                 GError     **error);
/* Why a decision that stands was made, in the analyst's words. */
gboolean hs_library_give_reason (HsLibrary   *self,
                                 gint64       decision,
                                 const char  *reason,
                                 GError     **error);

G_END_DECLS
