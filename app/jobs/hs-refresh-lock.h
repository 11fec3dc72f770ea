/* hs-refresh-lock.h: one program at a time does a thing to a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HS_REFRESH_LOCK "refresh.lock"
#define HS_ANALYSE_LOCK "analyse.lock"

/* @name: what is kept apart
 * @wait: until another program is through with it; it waits, any thread but the
 * main one. Where no lock can be made there is nothing to keep apart.
 * Returns: a file to close when it is over; -1 when another program has it, or
 *   with @error set when it was cancelled */
int hs_refresh_lock (const char    *directory,
                     const char    *name,
                     gboolean       wait,
                     GCancellable  *cancellable,
                     GError       **error);

G_END_DECLS
