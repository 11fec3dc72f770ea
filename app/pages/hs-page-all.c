/* hs-page-all.c: bytes of any kind of file to the documents in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Apart from hs-page.c, so that only the worker is linked with what reads PDF and
 * mail.
 */
#include "hs-page.h"

/**
 * hs_page_prepare:
 *
 * Loads what the readers would load later: for a process that soon will not be
 * able to.
 */
void
hs_page_prepare (void)
{
}

/**
 * hs_page_read_all:
 * @bytes: a file as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location for an error
 *
 * Pure; any thread.
 *
 * Returns: (transfer full) (element-type HsDocument) (nullable): at least one, or
 *   %NULL with @error set
 */
GPtrArray *
hs_page_read_all (GBytes      *bytes,
                  const char  *name,
                  const char  *content_type,
                  const char  *base_url,
                  GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_document_unref);
  HsDocument *document = hs_page_read (bytes, name, content_type, base_url, error);

  if (document == NULL)
    return NULL;
  g_ptr_array_add (documents, document);
  return g_steal_pointer (&documents);
}
