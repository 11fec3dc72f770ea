/* hs-page-title.c: the headline of a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "hs-boilerplate.h"
#include "hs-page-blocks.h"
#include "hs-page-private.h"

static char *
words_of (const HsNode *node)
{
  g_autoptr (GString) run = g_string_new (NULL);

  hs_page_append_inline (run, node);
  return hs_page_squeeze (run->str);
}

/* "Headline | The Example Times": the outlet's name at either end is not part
 * of the headline. */
static char *
without_outlet (const char *title,
                const char *outlet)
{
  static const char * const joints[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " · " };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *at = g_strrstr (title, joints[i]);

      if (at == NULL)
        continue;
      if ((outlet != NULL && hs_page_same_text (at + strlen (joints[i]), outlet))
          || (hs_text_count_words (title, at - title) >= 4
              && hs_text_count_words (at + strlen (joints[i]), strlen (at + strlen (joints[i]))) <= 4
              && (i == 0 || i > 1)))
        return g_strndup (title, at - title);
    }
  return g_strdup (title);
}

/**
 * hs_page_find_headline:
 * @tree: a page
 * @title: (nullable): what it is called
 *
 * Returns: (transfer none) (nullable): the `<h1>` that says what the title says,
 *   or else the only one
 */
const HsNode *
hs_page_find_headline (HsTree     *tree,
                       const char *title)
{
  const HsNode *only = NULL;
  guint n = 0;

  for (HsNode *node = tree->root; node != NULL; node = hs_node_next (node, tree->root))
    {
      g_autofree char *words = NULL;

      if (node->tag != HS_TAG_HEADING || node->level != 1)
        continue;
      words = words_of (node);
      if (words == NULL || hs_text_count_words (words, strlen (words)) < 2)
        continue;
      if (title != NULL && strstr (title, words) != NULL)
        return node;
      n++;
      only = node;
    }
  return n == 1 ? only : NULL;
}

/**
 * hs_page_settle_title:
 * @tree: a page
 * @document: what is known of it so far
 *
 * Makes its title the headline: without the outlet's name, and as the heading
 * of the page says it.
 */
void
hs_page_settle_title (HsTree     *tree,
                      HsDocument *document)
{
  g_autofree char *title = NULL, *words = NULL;
  const HsNode *headline;

  if (document->title != NULL)
    title = without_outlet (document->title, document->outlet);
  headline = hs_page_find_headline (tree, title);
  words = headline != NULL ? words_of (headline) : NULL;
  g_free (document->title);
  document->title = words != NULL && (title == NULL || !hs_page_same_text (words, title)) ? g_steal_pointer (&words)
                                                                                          : g_steal_pointer (&title);
}
