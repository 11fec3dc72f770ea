/* hs-signals-private.h: between the files that find signals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

void hs_signals_add      (HsReading  *self,
                          const char *code,
                          HsTone      tone,
                          HsSpan      span,
                          const char *why);
/* One signal with all its spans: appends to the signal of @code, if any. */
void hs_signals_headline (HsReading  *self);
void hs_signals_phrases  (HsReading  *self);
void hs_signals_making   (HsReading  *self);
void hs_signals_sources  (HsReading  *self);

G_END_DECLS
