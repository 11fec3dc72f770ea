/* hs-diff.h: what is different between two texts, word by word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "hs-span.h"

G_BEGIN_DECLS

typedef enum
{
  HS_DIFF_EQUAL,
  HS_DIFF_DELETED,
  HS_DIFF_INSERTED
} HsDiffKind;

/**
 * HsDiffRun:
 * @before: bytes of the first text; empty, and where they would be, for what was
 *   inserted
 * @after: bytes of the second text; the same for what was deleted
 */
typedef struct
{
  HsDiffKind kind;
  HsSpan before;
  HsSpan after;
} HsDiffRun;

/* Returns: (transfer full) (element-type HsDiffRun) */
GArray *hs_diff_words (const char *before,
                       const char *after);

G_END_DECLS
