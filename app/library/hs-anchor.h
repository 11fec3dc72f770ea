/* hs-anchor.h: finding the words of a note again in a changed text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-span.h"

G_BEGIN_DECLS

HsSpan hs_anchor_find    (const char  *text,
                          const char  *quote,
                          const char  *prefix,
                          const char  *suffix,
                          guint        near);
void   hs_anchor_context (const char  *text,
                          HsSpan       span,
                          char       **prefix,
                          char       **suffix);

G_END_DECLS
