/* hs-journal-private.h: writing an entry of the journal; the writer's thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-journal.h"
#include "hs-library-private.h"

G_BEGIN_DECLS

/**
 * HsEntry:
 *
 * A decision while it is being written: columns of rows that change, and what
 * is to be put right afterwards.
 */
typedef struct _HsEntry HsEntry;

/* @action: "delete", see make_label(); @n: of how many things; @subject:
 * (nullable): a name for the label */
HsEntry  *hs_entry_new        (HsLibrary   *library,
                               HsDatabase  *database,
                               const char  *action,
                               const char  *subject,
                               const char  *reason);
void      hs_entry_free       (HsEntry     *self);
/* Changes a column of a row. Nothing happens when it is so already. */
gboolean  hs_entry_set_int    (HsEntry     *self,
                               const char  *table,
                               gint64       row,
                               const char  *column,
                               gint64       value,
                               GError     **error);
gboolean  hs_entry_set_text   (HsEntry     *self,
                               const char  *table,
                               gint64       row,
                               const char  *column,
                               const char  *value,
                               GError     **error);
gboolean  hs_entry_has_changes (HsEntry    *self);
/* How many rows of @table changed. */
void      hs_entry_count      (HsEntry     *self,
                               guint        n);
/* Puts right what follows from the changes. */
gboolean  hs_entry_finish     (HsEntry     *self,
                               GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsEntry, hs_entry_free)

G_END_DECLS
