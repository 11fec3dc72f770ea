/* hs-node.h: a tree of whitelisted nodes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may stand in a tree. A tag that is not here does not survive: its
 * children do, except those of tags that hold no text for a reader (script,
 * style, form controls, frames), which go whole. */
typedef enum
{
  HS_TAG_TEXT,
  HS_TAG_ROOT,
  HS_TAG_P,
  HS_TAG_DIV,        /* any box: div, section, main, td … */
  HS_TAG_ARTICLE,
  HS_TAG_ASIDE,
  HS_TAG_NAV,
  HS_TAG_HEADER,
  HS_TAG_FOOTER,
  HS_TAG_HEADING,    /* level in HsNode.level */
  HS_TAG_QUOTE,
  HS_TAG_LIST,
  HS_TAG_ITEM,
  HS_TAG_FIGURE,
  HS_TAG_CAPTION,
  HS_TAG_TABLE,
  HS_TAG_ROW,
  HS_TAG_CELL,
  HS_TAG_PRE,
  HS_TAG_BREAK,
  HS_TAG_LINK,
  HS_TAG_IMAGE,
  HS_TAG_TIME,
  HS_TAG_INLINE,     /* any run of text: span, em, b … */
  HS_TAG_FORM,
  HS_N_TAGS
} HsTag;

typedef struct _HsNode HsNode;

/**
 * HsNode:
 * @index: its place among all nodes of the tree, in document order as parsed
 * @level: of a heading, 1 to 6; of an image, 1 when it is no larger than a point; of
 *   a list the number it starts with, of its item its own, of a cell the columns it
 *   spans, as stated, else 0
 * @name: (nullable): the element's name where the whitelist knows it, which tells
 *   more than @tag: "em", "ol", "dt"
 * @text: for %HS_TAG_TEXT, its characters as they stood
 * @hint: (nullable): class, id, role, itemprop and rel in one lower-case string, to
 *   tell an article from what stands around it; a line break stands after the class
 * @address: (nullable): where a link leads or an image lies, as written
 * @value: (nullable): the machine-readable value (`datetime`, `content`, `alt`)
 * @width: of an image, as stated, in pixels; 0 unknown
 * @height: likewise
 */
struct _HsNode
{
  HsTag tag;
  guint index;
  guint level;
  const char *name;
  const char *text;
  const char *hint;
  const char *address;
  const char *value;
  guint16 width;
  guint16 height;
  HsNode *parent;
  HsNode *first;
  HsNode *last;
  HsNode *next;
  HsNode *previous;
};

/**
 * HsAlternate:
 *
 * The same page in another form, as `<link rel=alternate>` states it.
 */
typedef struct
{
  const char *address; /* as written */
  const char *type;    /* (nullable) */
  const char *title;   /* (nullable) */
} HsAlternate;

/**
 * HsTree:
 * @root: the whole page
 * @title: (nullable): the text of `<title>`
 * @language: (nullable): `<html lang>`
 * @base: (nullable): `<base href>`
 * @fragment: it is a part of a page; there are no hints
 * @metas: (element-type utf8): name or property (lower case) → content; the first wins
 * @canonical: (nullable): `<link rel=canonical>`
 * @following: (nullable): `<link rel=next>`
 * @alternates: (element-type HsAlternate): other forms of the page, feeds among them
 * @data: (element-type utf8): the JSON-LD scripts, as written
 *
 * A page after the whitelist: nothing in it can run or load. All strings
 * belong to the tree.
 */
typedef struct
{
  HsNode *root;
  const char *title;
  const char *language;
  const char *base;
  const char *canonical;
  const char *following;
  gboolean fragment;
  GHashTable *metas;     /* (owned) */
  GPtrArray *alternates; /* (owned) */
  GPtrArray *data;       /* (owned) */
  GStringChunk *strings; /* (owned) */
  GPtrArray *pool;       /* (owned) */
  guint pool_used;
  guint n_nodes;
} HsTree;

HsTree  *hs_tree_new        (void);
void     hs_tree_free       (HsTree       *self);
HsNode  *hs_tree_append     (HsTree       *self,
                             HsNode       *parent,
                             HsTag         tag);
HsNode  *hs_tree_nth        (const HsTree *self,
                             guint         index);
HsNode  *hs_node_next       (const HsNode *node,
                             const HsNode *within);
gboolean hs_tag_is_inline   (HsTag         tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HsTree, hs_tree_free)

G_END_DECLS
