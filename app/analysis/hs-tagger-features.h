/* hs-tagger-features.h: between the files that make the tagger's features
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-tagger-private.h"

G_BEGIN_DECLS

/* HsTagToken.marks */
enum
{
  HS_TAG_MARK_FIRST = 1 << 0,        /* first word of its sentence */
  HS_TAG_MARK_TITLE = 1 << 1,        /* capitals say nothing in this line */
  HS_TAG_MARK_PHRASE_FIRST = 1 << 2, /* begins a phrase of a lexicon */
  HS_TAG_MARK_PHRASE_ON = 1 << 3
};

/* HsTagToken.elsewhere */
enum
{
  HS_TAG_ELSEWHERE_LOWER = 1 << 0,   /* the article has it in lower case, too */
  HS_TAG_ELSEWHERE_CAPITAL = 1 << 1  /* with a capital where none is due */
};

/* HsTagToken.gazetteer, beside HsGazetteerFlags: part of a longer name of a place. */
#define HS_TAG_GAZETTEER_LONG (1 << 5)

/* Lists whose phrases of several words count. */
#define HS_TAG_PHRASES (HS_IN (HS_LIST_BODIES) | HS_IN (HS_LIST_OUTLETS) | HS_IN (HS_LIST_COUNTRIES) | \
                        HS_IN (HS_LIST_PLACES) | HS_IN (HS_LIST_DEMONYMS) | HS_IN (HS_LIST_TITLES) | \
                        HS_IN (HS_LIST_OUTLET_HEADS) | HS_IN (HS_LIST_EVENT_HEADS))

/* Outside, inside and end of every kind. */
#define HS_TAG_ON_OF(kind) (HS_TAG_BIT (HS_TAG (kind, HS_TAG_INSIDE)) | HS_TAG_BIT (HS_TAG (kind, HS_TAG_END)))
#define HS_TAG_ON (HS_TAG_BIT (HS_TAG_OUTSIDE) | HS_TAG_ON_OF (0) | HS_TAG_ON_OF (1) | HS_TAG_ON_OF (2) | \
                   HS_TAG_ON_OF (3))

gboolean hs_tag_is_capital (const HsToken *token);

G_END_DECLS
