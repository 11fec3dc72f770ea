/* hs-copies.h: finding, among very many texts, those a text is a copy of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two sketches that share so much are copies of each other. */
#define HS_COPY_OVERLAP 0.45

typedef struct
{
  gint64 id;
  double overlap;        /* estimated share of common runs, 0 to 1 */
} HsCopy;

/**
 * HsCopies:
 *
 * Sketches in buckets; see hs_copies_find(). Not thread-safe.
 */
typedef struct _HsCopies HsCopies;

HsCopies *hs_copies_new       (void);
void      hs_copies_free      (HsCopies     *self);
void      hs_copies_add       (HsCopies     *self,
                               gint64        id,
                               const GArray *sketch);
GArray   *hs_copies_find      (HsCopies     *self,
                               const GArray *sketch,
                               guint         limit);
gsize     hs_copies_get_bytes (HsCopies     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsCopies, hs_copies_free)

G_END_DECLS
