/* hs-walk.h: the files of folders, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HsWalked:
 * @named: it was asked for by name, not found in a folder
 */
typedef struct
{
  GFile *file;      /* (owned) */
  gboolean named;
} HsWalked;

typedef void (*HsWalkProblem) (const char *subject,
                               const char *message,
                               gpointer    data);

/* Every file once, links followed, hidden ones left out of folders.
 * Returns: (transfer full) (element-type HsWalked); NULL when cancelled */
GPtrArray *hs_walk (GPtrArray      *files,
                    HsWalkProblem   problem,
                    gpointer        data,
                    GCancellable   *cancellable,
                    GError        **error);

G_END_DECLS
