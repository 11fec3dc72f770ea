/* hs-as-fetched.h: the page an article came from, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-workspace.h"

G_BEGIN_DECLS

/* Writes the stored page of @article as one file that loads and runs nothing. Main
 * thread; the page is read by the worker. */
void  hs_as_fetched_async  (HsWorkspace          *workspace,
                            gint64                article,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
/* Returns: (transfer full) (type filename): where it is, in the user's cache.
 * Errors: HS_ERROR_NOT_FOUND, HS_ERROR_UNSUPPORTED, HS_ERROR_READ,
 * HS_ERROR_TOO_LARGE, HS_ERROR_LIMIT. */
char *hs_as_fetched_finish (HsWorkspace          *workspace,
                            GAsyncResult         *result,
                            GError              **error);

G_END_DECLS
