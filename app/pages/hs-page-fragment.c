/* hs-page-fragment.c: markup of which everything is the article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page.h"

#include <string.h>

#include "hs-error.h"
#include "hs-html.h"
#include "hs-page-private.h"

#define MAX_BYTES (64 * 1024 * 1024)

/**
 * hs_page_read_fragment:
 * @text: (nullable): what is handed on, UTF-8
 * @html: whether it is HTML; else plain text, paragraphs parted by blank lines
 * @title: (nullable): its title, plain text
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location for an error
 *
 * Nothing is left out but what cannot be shown (scripts, forms, frames). Pure;
 * any thread.
 *
 * Returns: (transfer full) (nullable): the article, with title, text, blocks,
 *   links and images only
 */
HsDocument *
hs_page_read_fragment (const char  *text,
                       gboolean     html,
                       const char  *title,
                       const char  *base_url,
                       GError     **error)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *headline = title != NULL ? hs_page_squeeze (title) : NULL;
  g_autoptr (HsTree) tree = NULL;
  g_autoptr (HsDocument) document = NULL;

  if (valid != NULL && strlen (valid) > MAX_BYTES)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_TOO_LARGE, "It is larger than %d megabytes, which no article is.",
                   MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  /* nothing but a comment is no reason to lose the title */
  if (valid != NULL && html && *valid != '\0')
    tree = hs_html_parse (valid, strlen (valid), NULL);
  document = hs_page_make_whole (tree, html ? NULL : valid, headline, base_url);
  if (document->blocks->len == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is no text to read in it.");
      return NULL;
    }
  return g_steal_pointer (&document);
}
