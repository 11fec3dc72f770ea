/* hs-sketch.h: a short fingerprint of a text, for telling copies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HS_SKETCH_SIZE 64
/* Two sketches that share so much are copies of each other. */
#define HS_COPY_OVERLAP 0.45

guint64 hs_sketch_hash    (const char   *text,
                           gssize        length);
guint64 hs_sketch_mix     (guint64       value);
double  hs_sketch_overlap (const GArray *a,
                           const GArray *b);

G_END_DECLS
