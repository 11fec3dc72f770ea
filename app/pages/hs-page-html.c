/* hs-page-html.c: the article in a page of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-charset.h"
#include "hs-error.h"
#include "hs-html.h"
#include "hs-page-blocks.h"
#include "hs-page-clean.h"
#include "hs-page-find.h"
#include "hs-page-lead.h"
#include "hs-page-private.h"
#include "hs-page-wall.h"

/* Characters in paragraphs; with fewer the article is likely not in the page. */
#define LITTLE_PROSE 200

/* Whether the boxes hold less than a paragraph or two. */
static gboolean
hold_little (HsPageMap *map,
             GPtrArray *boxes)
{
  guint prose = 0;

  for (guint i = 0; i < boxes->len; i++)
    prose += hs_page_clean_prose_left (map, g_ptr_array_index (boxes, i));
  return prose < LITTLE_PROSE;
}

static void
extract (HsPageMap  *map,
         HsDocument *document,
         const char *base_url)
{
  g_autoptr (GPtrArray) boxes = hs_page_find (map);
  HsPageBlocks *blocks = hs_page_blocks_new (document, map, base_url, TRUE);
  g_autofree char *stated = NULL;

  hs_page_leave_others (map, boxes, hs_page_find_headline (map->tree, document->title));
  hs_page_add_lead (map, boxes, document->title);
  if (document->title != NULL)
    hs_page_blocks_add_words (blocks, document->title, HS_BLOCK_HEADLINE);
  if (hold_little (map, boxes))
    stated = hs_page_stated_body (map->tree);
  if (stated != NULL && strlen (stated) > 2 * LITTLE_PROSE)
    hs_page_blocks_add_words (blocks, stated, HS_BLOCK_PARAGRAPH);
  else
    for (guint i = 0; i < boxes->len; i++)
      hs_page_blocks_add_box (blocks, g_ptr_array_index (boxes, i));
  hs_page_blocks_finish (blocks);
}

/**
 * hs_page_make_whole:
 * @tree: (nullable): markup of which everything is the article
 * @plain: (nullable): or its text, paragraphs parted by blank lines
 * @title: (nullable): its title, which is not in the text
 * @base_url: (nullable): what relative addresses stand against
 *
 * Returns: (transfer full): its blocks, under its title; maybe none
 */
HsDocument *
hs_page_make_whole (HsTree     *tree,
                    const char *plain,
                    const char *title,
                    const char *base_url)
{
  HsDocument *document = hs_document_new (g_strdup (""));
  g_autoptr (HsPageMap) map = tree != NULL ? hs_page_map_new (tree) : NULL;
  HsPageBlocks *blocks;

  document->title = g_strdup (title);
  blocks = hs_page_blocks_new (document, map, base_url, FALSE);
  if (title != NULL)
    hs_page_blocks_add_words (blocks, title, HS_BLOCK_HEADLINE);
  if (tree != NULL)
    {
      hs_page_clean_whole (map);
      hs_page_blocks_add_box (blocks, tree->root);
    }
  if (plain != NULL)
    hs_page_blocks_add_words (blocks, plain, HS_BLOCK_PARAGRAPH);
  hs_page_blocks_finish (blocks);
  return document;
}

static gboolean
has_article (const HsDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    if (g_array_index (document->blocks, HsBlock, i).kind != HS_BLOCK_BOILERPLATE)
      return TRUE;
  return FALSE;
}

/**
 * hs_page_read_html:
 * @data: bytes of a page
 * @length: how many
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): where it came from
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the article in it
 */
HsDocument *
hs_page_read_html (const char  *data,
                   gsize        length,
                   const char  *content_type,
                   const char  *base_url,
                   GError     **error)
{
  g_autofree char *html = hs_charset_decode (data, length, content_type, TRUE, NULL, NULL, error);
  g_autoptr (HsTree) tree = NULL;
  g_autoptr (HsPageMap) map = NULL;
  g_autoptr (HsDocument) document = NULL;

  if (html == NULL)
    return NULL;
  tree = hs_html_parse (html, strlen (html), error);
  if (tree == NULL)
    return NULL;

  document = hs_document_new (g_strdup (""));
  map = hs_page_map_new (tree);
  hs_page_read_metadata (map, base_url, document);
  extract (map, document, base_url != NULL ? base_url : document->url);
  if (!has_article (document))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is no text to read in the page.");
      return NULL;
    }
  if (!hs_page_check_wall (document, tree->title, error))
    return NULL;
  return g_steal_pointer (&document);
}
