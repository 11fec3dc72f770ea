/* hs-worker-inert.h: a page to look at, written anew in another process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-html-inert.h"

G_BEGIN_DECLS

/* What goes into hs_html_inert_page(). As those of hs-worker.h; what the worker
 * answers is refused unless hs_html_inert_is_inert(). */
char *hs_worker_make_inert (GBytes         *bytes,
                            const char     *content_type,
                            gboolean        markup,
                            HsInertCounts  *counts,
                            GError        **error);

G_END_DECLS
