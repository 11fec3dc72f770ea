/* hs-page-map.h: what stands where in a page, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-node.h"

G_BEGIN_DECLS

/* What the class, id and role of a box hint at. */
typedef enum
{
  HS_HINT_UNLIKELY = 1 << 0, /* stands around articles */
  HS_HINT_LIKELY = 1 << 1,   /* or might hold one all the same */
  HS_HINT_POSITIVE = 1 << 2,
  HS_HINT_NEGATIVE = 1 << 3,
  HS_HINT_SHARE = 1 << 4,
  HS_HINT_FRAME = 1 << 5,    /* is no part of one, wherever it stands */
  HS_HINT_BODY = 1 << 6,     /* is called as bodies of articles are called */
  HS_HINT_BYLINE = 1 << 7,
  HS_HINT_CAPTION = 1 << 8,
  HS_HINT_COMMENTS = 1 << 9,
  HS_HINT_ROLE = 1 << 10,    /* its role says that it is no text to read */
  HS_HINT_STANDFIRST = 1 << 11,
  HS_HINT_STRONG = 1 << 12,  /* is called as nothing but the body of an article is called */
  HS_HINT_AUTHOR = 1 << 13,  /* tells of the author */
  HS_HINT_GALLERY = 1 << 14
} HsHint;

/**
 * HsPart:
 * @text: characters; a run of white space is one
 * @linked: of them, inside links
 * @heading: of them, inside headings
 * @listed: of them, inside lists
 * @quoted: of them, inside quotations set apart
 * @commas: commas of all scripts
 * @sentences: how many full stops, question and exclamation marks end a word
 * @paragraphs: elements that hold a paragraph
 * @images: pictures
 * @items: items of lists
 * @hints: of [enum@HsHint]
 * @score: votes of the paragraphs in it
 * @scored: whether any voted
 * @blocky: it holds more than one run of text
 * @skip: neither it nor what is in it counts
 * @foreign: it stands in the article and is no part of it
 */
typedef struct
{
  guint text;
  guint linked;
  guint heading;
  guint listed;
  guint quoted;
  guint commas;
  guint sentences;
  guint paragraphs;
  guint images;
  guint items;
  guint hints;
  float score;
  gboolean scored : 1;
  gboolean blocky : 1;
  gboolean skip : 1;
  gboolean foreign : 1;
} HsPart;

typedef struct
{
  HsTree *tree;    /* (unowned) */
  HsPart *parts;   /* (owned): one for each node, by its index */
} HsPageMap;

HsPageMap *hs_page_map_new          (HsTree          *tree);
void       hs_page_map_free         (HsPageMap       *self);
void       hs_page_map_count        (HsPageMap       *self);
HsPart    *hs_page_map_get          (const HsPageMap *self,
                                     const HsNode    *node);
double     hs_page_map_link_density (const HsPageMap *self,
                                     const HsNode    *node);
gboolean   hs_page_map_is_blocky    (const HsPageMap *self,
                                     const HsNode    *node);
gboolean   hs_page_map_stands_aside (const HsPageMap *self,
                                     const HsNode    *node,
                                     guint            but);
gboolean   hs_page_is_named         (const HsNode    *node,
                                     const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsPageMap, hs_page_map_free)

G_END_DECLS
