/* copies.h: finding, among very many texts, those a text is a copy of
 *
 * A yardstick. The library finds copies by their terms, which are looked up
 * anyway, and loses none by it: see the bench `speech`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  double overlap;        /* estimated share of common runs, 0 to 1 */
} Copy;

/**
 * Copies:
 *
 * Sketches in buckets; see copies_find(). Not thread-safe.
 */
typedef struct _Copies Copies;

Copies *copies_new       (void);
void      copies_free      (Copies     *self);
void      copies_add       (Copies     *self,
                               gint64        id,
                               const GArray *sketch);
GArray   *copies_find      (Copies     *self,
                               const GArray *sketch,
                               guint         limit);
gsize     copies_get_bytes (Copies     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copies, copies_free)

G_END_DECLS
