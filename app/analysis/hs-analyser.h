/* hs-analyser.h: text to mentions, entities, statements, signals
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-analysis.h"
#include "hs-document.h"
#include "hs-lexicons.h"

G_BEGIN_DECLS

/* Raised by one whenever the same text would be analysed differently. */
#define HS_ANALYSER_VERSION 10

#define HS_TYPE_ANALYSER (hs_analyser_get_type ())
G_DECLARE_FINAL_TYPE (HsAnalyser, hs_analyser, HS, ANALYSER, GObject)

HsAnalyser *hs_analyser_new  (HsLexicons    *lexicons,
                              GError       **error);
/* Thread-safe; pure. The first article of a story it never saw and the last
 * give the same result. Returns: (transfer full). */
HsAnalysis *hs_analyser_read (HsAnalyser    *self,
                              HsDocument    *document,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
