/* hs-difference.h: two revisions of an article, side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "hs-diff.h"

G_BEGIN_DECLS

/**
 * HsDifference:
 * @before: text of the older revision; the spans of @runs are of these two texts
 * @title_before: "" when it had none; so is @title_after
 *
 * An immutable snapshot, made off the main thread.
 */
typedef struct
{
  gint64 article;
  char *before;
  char *after;
  GArray *runs;         /* (element-type HsDiffRun) */
  char *title_before;
  char *title_after;
  GArray *title_runs;   /* (element-type HsDiffRun) */
  guint n_inserted;     /* runs of text that were inserted … */
  guint n_deleted;      /* … and deleted */
} HsDifference;

#define HS_TYPE_DIFFERENCE (hs_difference_get_type ())

GType         hs_difference_get_type (void) G_GNUC_CONST;
HsDifference *hs_difference_ref      (HsDifference *self);
void          hs_difference_unref    (HsDifference *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsDifference, hs_difference_unref)

G_END_DECLS
