/* synthetic.h: many invented articles at once, for tests and benches
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

/* Adds @n articles straight into the tables. Every one has the word "common",
 * one in 50,000 "rare", one in ten the outlet of its number modulo ten. Nothing
 * is analysed.
 * @words: whether they can be found by their words, which takes most of the time */
gboolean synthetic_fill (HsLibrary *library,
                         guint      n,
                         gboolean   words,
                         GError   **error);
