/* hs-difference-private.h: two revisions, loaded and compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-difference.h"
#include "hs-library-feeds.h"

G_BEGIN_DECLS

/* Any thread but the main one; waits. Returns: (transfer full) */
HsDifference *hs_difference_load (HsLibrary  *library,
                                  gint64      article,
                                  gint64      from,
                                  gint64      to,
                                  GError    **error);

G_END_DECLS
