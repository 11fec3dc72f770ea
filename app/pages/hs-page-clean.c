/* hs-page-clean.c: what in the box of an article is not the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Boxes go by what Readability's "clean conditionally" looks at: their class, how
 * much of them is links, pictures, list items and headings.
 */
#include "hs-page-clean.h"

#include <string.h>

static gboolean
is_data_table (const HsPageMap *map,
               const HsNode    *table)
{
  guint rows = 0, cells = 0, boxes = 0;

  if (hs_page_map_get (map, table)->paragraphs > 2)
    return FALSE;
  for (const HsNode *node = table; node != NULL; node = hs_node_next (node, table))
    {
      rows += node->tag == HS_TAG_ROW;
      cells += node->tag == HS_TAG_CELL;
      if (hs_page_is_named (node, "th") || node->tag == HS_TAG_CAPTION)
        return TRUE;
      if (node != table && node->tag == HS_TAG_TABLE)
        return FALSE;
      boxes += node->tag == HS_TAG_DIV && hs_page_is_named (node, "div");
    }
  return rows > 1 && cells >= 2 * rows && boxes <= cells;
}

/* Boxes of unclear worth: forms, tables, lists, divisions. */
static gboolean
looks_foreign (const HsPageMap *map,
               const HsNode    *node)
{
  const HsPart *part = hs_page_map_get (map, node);
  double links = hs_page_map_link_density (map, node);
  int weight = (part->hints & HS_HINT_POSITIVE ? 25 : 0) - (part->hints & HS_HINT_NEGATIVE ? 25 : 0);
  gboolean list = node->tag == HS_TAG_LIST || (part->text > 0 && part->listed > 0.9 * part->text);

  if (node->tag != HS_TAG_FORM && node->tag != HS_TAG_LIST && node->tag != HS_TAG_TABLE
      && !(node->tag == HS_TAG_DIV && (hs_page_is_named (node, "div") || hs_page_is_named (node, "section"))))
    return FALSE;
  if (node->tag == HS_TAG_DIV && !part->blocky && part->text > 0)
    {
      /* a paragraph by another name */
      return weight < 0 || (links > 0.5 && part->sentences == 0);
    }
  if (node->tag == HS_TAG_TABLE && is_data_table (map, node))
    return FALSE;
  if (weight < 0)
    return TRUE;
  if (part->commas >= 10)
    return FALSE;
  if (part->text == 0)
    return TRUE;
  if (part->images > 1 && part->paragraphs * 2 < part->images)
    return TRUE;
  if (!list && part->items > part->paragraphs + 100)
    return TRUE;
  if (!list && part->heading < 0.9 * part->text && part->text < 25 && (part->images == 0 || part->images > 2)
      && links > 0)
    return TRUE;
  if (weight < 25 && !list && links > 0.2)
    return TRUE;
  if (list && links > 0.6)
    return TRUE;
  return weight >= 25 && links > 0.5;
}

/* A paragraph that is nothing but a link, and no address: it leads to another page. */
static gboolean
is_link_alone (const HsPart *part,
               const HsNode *node)
{
  if ((node->tag != HS_TAG_P && node->tag != HS_TAG_HEADING && node->tag != HS_TAG_DIV) || part->blocky
      || part->text < 15)
    return FALSE;
  return part->linked * 100 >= part->text * 95;
}

static gboolean
is_foreign (const HsPageMap *map,
            const HsNode    *node,
            gboolean         boxes)
{
  const HsPart *part = hs_page_map_get (map, node);

  if (node->tag == HS_TAG_ASIDE || node->tag == HS_TAG_NAV || node->tag == HS_TAG_FOOTER)
    return TRUE;
  if (hs_tag_is_inline (node->tag))
    return FALSE;
  if (node->tag == HS_TAG_QUOTE || part->quoted > 0.5 * part->text)
    return FALSE;
  if (part->hints & HS_HINT_SHARE && part->text < 500)
    return TRUE;
  if (is_link_alone (part, node))
    return TRUE;
  if (part->hints & HS_HINT_AUTHOR && part->text < 1200 && !(part->hints & HS_HINT_STRONG))
    return TRUE;
  if (part->hints & HS_HINT_FRAME && !(part->hints & HS_HINT_BODY)
      && (hs_page_map_link_density (map, node) > 0.2 || part->commas < 4 || part->text < 400))
    return TRUE;
  return boxes && looks_foreign (map, node);
}

/**
 * hs_page_clean:
 * @map: a page
 * @root: a box of the article
 * @boxes: whether boxes may be left out by what they look like
 *
 * Marks in @map what in @root is foreign to the article.
 */
void
hs_page_clean (HsPageMap *map,
               HsNode    *root,
               gboolean   boxes)
{
  for (HsNode *node = hs_node_next (root, root); node != NULL; node = hs_node_next (node, root))
    {
      HsPart *part = hs_page_map_get (map, node);

      if (part->skip)
        continue;
      if (node->parent != root && hs_page_map_get (map, node->parent)->foreign)
        part->foreign = TRUE;
      else if (node->tag != HS_TAG_TEXT)
        part->foreign = is_foreign (map, node, boxes);
    }
}

static gboolean
is_within (const HsNode *node,
           const HsNode *box)
{
  for (; node != NULL; node = node->parent)
    if (node == box)
      return TRUE;
  return FALSE;
}

/* Whether another `<article>` with prose stands before it among its siblings. */
static gboolean
follows_article (const HsNode *article)
{
  for (const HsNode *node = article->previous; node != NULL; node = node->previous)
    if (node->tag == HS_TAG_ARTICLE)
      return TRUE;
  return FALSE;
}

static gboolean
has_heading (const HsNode *box)
{
  for (const HsNode *node = box; node != NULL; node = hs_node_next (node, box))
    if (node->tag == HS_TAG_HEADING)
      return TRUE;
  return FALSE;
}

/**
 * hs_page_leave_others:
 * @map: a page
 * @boxes: (element-type HsNode): the boxes of its article
 * @headline: (nullable): its headline
 *
 * Marks as foreign what are other articles, shown after this one or inside it:
 * each an `<article>` with a heading of its own, none of them the one that holds
 * the headline.
 */
void
hs_page_leave_others (HsPageMap    *map,
                      GPtrArray    *boxes,
                      const HsNode *headline)
{
  const HsNode *main = headline;

  while (main != NULL && main->tag != HS_TAG_ARTICLE)
    main = main->parent;
  for (guint i = 0; i < boxes->len; i++)
    {
      HsNode *box = g_ptr_array_index (boxes, i);

      for (HsNode *node = box; node != NULL; node = hs_node_next (node, box))
        {
          HsPart *part = hs_page_map_get (map, node);

          if (node != box && node->parent != NULL && hs_page_map_get (map, node->parent)->skip)
            part->skip = TRUE;
          if (node->tag != HS_TAG_ARTICLE || node == main || part->skip || is_within (main, node)
              || !has_heading (node))
            continue;
          /* the only one, or one that holds most of this one */
          if (main == NULL ? node == box || headline == NULL || node->index < headline->index || !follows_article (node)
                           : is_within (node, main) && part->text * 2 > hs_page_map_get (map, main)->text)
            continue;
          part->skip = TRUE;
        }
    }
}

/**
 * hs_page_clean_whole:
 * @map: markup of which everything is the article
 *
 * Marks what in it is nevertheless about the site.
 */
void
hs_page_clean_whole (HsPageMap *map)
{
  for (guint i = 1; i < map->tree->n_nodes; i++)
    {
      const HsNode *node = hs_tree_nth (map->tree, i);
      HsPart *part = &map->parts[i];

      if (map->parts[node->parent->index].foreign)
        part->foreign = TRUE;
      else
        part->foreign = node->tag == HS_TAG_NAV || node->tag == HS_TAG_ASIDE || node->tag == HS_TAG_FOOTER
                        || node->tag == HS_TAG_FORM
                        || (!hs_tag_is_inline (node->tag) && part->hints & HS_HINT_FRAME
                            && !(part->hints & HS_HINT_BODY)
                            && part->commas < 4 && part->text < 400);
    }
}

/**
 * hs_page_clean_text_left:
 * @map: a page
 * @root: a box of the article
 *
 * Returns: the characters in it that were not left out
 */
guint
hs_page_clean_text_left (const HsPageMap *map,
                         const HsNode    *root)
{
  guint text = 0;

  for (const HsNode *node = root; node != NULL; node = hs_node_next (node, root))
    {
      const HsPart *part = hs_page_map_get (map, node);

      if (node->tag == HS_TAG_TEXT && !part->skip && !part->foreign)
        text += part->text;
    }
  return text;
}

/**
 * hs_page_clean_prose_left:
 * @map: a page
 * @root: a box of the article
 *
 * Returns: the characters in it that were not left out and stand in paragraphs
 *   of more than a line
 */
guint
hs_page_clean_prose_left (const HsPageMap *map,
                          const HsNode    *root)
{
  guint text = 0;

  for (const HsNode *node = root; node != NULL; node = hs_node_next (node, root))
    {
      const HsPart *part = hs_page_map_get (map, node);

      if (hs_tag_is_inline (node->tag) || part->blocky || part->skip || part->foreign || part->text < 80)
        continue;
      if (node->tag == HS_TAG_FIGURE || node->tag == HS_TAG_CAPTION || part->hints & HS_HINT_CAPTION)
        continue;
      if (part->linked * 3 < part->text)
        text += part->text;
    }
  return text;
}
