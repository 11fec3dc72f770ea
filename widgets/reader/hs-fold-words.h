/* hs-fold-words.h: what a stretch of boilerplate is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-document.h"

G_BEGIN_DECLS

char *hs_fold_describe (const HsDocument *document,
                        guint             first,
                        guint             end);

G_END_DECLS
