/* hs-page-lead.c: what stands between the headline and the box of the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many pages set the first paragraph, in other type, beside the headline and
 * outside the box that holds the rest.
 */
#include "hs-page-lead.h"

#include "hs-page-blocks.h"
#include "hs-page-private.h"

/* Characters of a sentence that says something, and of no lead any more. */
#define SHORTEST 40
#define LONGEST 1200
/* Nodes between headline and article; more, and they have nothing to do with each other. */
#define FARTHEST 600

/* The heading that is the headline: says the title, or is of the first level. */
static const HsNode *
find_headline (HsPageMap    *map,
               const HsNode *box,
               const char   *title)
{
  const HsNode *found = NULL;

  for (guint i = box->index; i-- > 0 && box->index - i < FARTHEST;)
    {
      const HsNode *node = hs_tree_nth (map->tree, i);
      g_autoptr (GString) run = NULL;
      g_autofree char *words = NULL;

      if (node->tag != HS_TAG_HEADING || node->level > 2 || map->parts[i].text == 0)
        continue;
      run = g_string_new (NULL);
      hs_page_append_inline (run, node);
      words = hs_page_squeeze (run->str);
      if (words != NULL && title != NULL && hs_page_same_text (words, title))
        return node;
      if (found == NULL && node->level == 1)
        found = node;
    }
  return found;
}

/* Whether nothing above @node says that it is something else. */
static gboolean
stands_free (const HsPageMap *map,
             const HsNode    *node,
             const HsNode    *box)
{
  const guint wrong = HS_HINT_CAPTION | HS_HINT_AUTHOR | HS_HINT_BYLINE | HS_HINT_COMMENTS | HS_HINT_GALLERY
                      | HS_HINT_SHARE;

  for (; node != NULL; node = node->parent)
    {
      const HsPart *part = hs_page_map_get (map, node);
      gboolean above = FALSE;

      for (const HsNode *up = box; up != NULL && !above; up = up->parent)
        above = up == node;
      if (above)
        return TRUE;
      if (node->tag == HS_TAG_ASIDE || node->tag == HS_TAG_NAV || node->tag == HS_TAG_FOOTER
          || node->tag == HS_TAG_FIGURE
          || node->tag == HS_TAG_CAPTION || node->tag == HS_TAG_LIST || node->tag == HS_TAG_FORM)
        return FALSE;
      if (part->hints & wrong
          || (part->hints & HS_HINT_FRAME && !(part->hints & (HS_HINT_BODY | HS_HINT_STANDFIRST))))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_lead (const HsPageMap *map,
         const HsNode    *node,
         const HsNode    *headline,
         const HsNode    *box)
{
  const HsPart *part = hs_page_map_get (map, node);
  gboolean called = part->hints & HS_HINT_STANDFIRST
  || (node->parent != NULL && hs_page_map_get (map, node->parent)->hints & HS_HINT_STANDFIRST);

  if (hs_tag_is_inline (node->tag) || part->blocky || node->tag == HS_TAG_ITEM || node->tag == HS_TAG_HEADING)
    return FALSE;
  if (part->text < SHORTEST || part->text > LONGEST || part->linked * 3 > part->text)
    return FALSE;
  if (!called && (headline == NULL || part->sentences == 0 || node->index < headline->index))
    return FALSE;
  return stands_free (map, node, box);
}

/**
 * hs_page_add_lead:
 * @map: a page
 * @boxes: (element-type HsNode): the boxes of its article, in order
 * @title: (nullable): its headline, as far as known
 *
 * Puts what leads to the article before the boxes.
 */
void
hs_page_add_lead (HsPageMap  *map,
                  GPtrArray  *boxes,
                  const char *title)
{
  const HsNode *box = boxes->len > 0 ? g_ptr_array_index (boxes, 0) : NULL;
  const HsNode *headline;
  guint from, at = 0;

  if (box == NULL)
    return;
  headline = find_headline (map, box, title);
  from = headline != NULL ? headline->index : box->index - MIN (box->index, FARTHEST / 2);
  for (guint i = from; i < box->index; i++)
    {
      HsNode *node = hs_tree_nth (map->tree, i);

      if (!is_lead (map, node, headline, box))
        continue;
      for (HsNode *n = node; n != NULL; n = hs_node_next (n, node))
        hs_page_map_get (map, n)->skip = hs_page_map_get (map, n)->foreign = FALSE;
      g_ptr_array_insert (boxes, at++, node);
    }
}
