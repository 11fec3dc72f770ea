/* hs-tagger.h: a trained tagger of persons, organisations, places, nationalities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-article-reading.h"

G_BEGIN_DECLS

typedef struct _HsTagger HsTagger;

/**
 * HsTagged:
 * @first: first token
 * @end: one past the last
 * @kind: what is named
 * @posterior: the model's probability of exactly this span and kind, 0 to 1
 */
typedef struct
{
  guint first, end;
  HsMentionKind kind;
  double posterior;
} HsTagged;

HsTagger *hs_tagger_new  (GBytes          *bytes,
                          GError         **error);
void      hs_tagger_free (HsTagger        *self);
GArray   *hs_tagger_read (const HsTagger  *self,
                          const HsReading *reading);
gboolean  hs_tagger_knows_place
                         (const HsTagger  *self,
                          const char      *fold);
char      hs_tagger_get_gender
                         (const HsTagger  *self,
                          const char      *fold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsTagger, hs_tagger_free)

G_END_DECLS
