/* hs-import-read.c: what came, read and analysed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import-private.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-worker.h"

/**
 * hs_import_tell:
 * @result: what came of an import; counts one more as failed
 * @watch: (nullable): is told
 * @subject: what it is with: a file, an address
 * @message: what went wrong, translated
 *
 * Counts a problem and tells of it, on this thread.
 */
void
hs_import_tell (HsImportResult      *result,
                const HsImportWatch *watch,
                const char          *subject,
                const char          *message)
{
  result->failed++;
  if (watch != NULL && watch->problem != NULL)
    watch->problem (subject, message, watch->data);
}

/**
 * hs_import_tell_unread:
 * @result: what came of an import; counts it as failed
 * @watch: (nullable): is told
 * @subject: what it is with: a file, an address
 *
 * Says that it takes more time or memory than an article may, and is kept as it came.
 */
void
hs_import_tell_unread (HsImportResult      *result,
                       const HsImportWatch *watch,
                       const char          *subject)
{
  hs_import_tell (result, watch, subject,
                  _("It could not be read: it takes more time or memory than an article may. It is kept as it came."));
}

/**
 * hs_import_make_unread:
 * @error: why it could not be read
 * @name: (nullable): what the file is called
 * @address: (nullable): where it was fetched
 *
 * An article without text is one whose bytes are too much for a reader: they are
 * kept, and the lists and the reader say so. What is merely no article stays out.
 *
 * Returns: (transfer full) (nullable): it; %NULL where @error is about something
 *   else
 */
HsDocument *
hs_import_make_unread (const GError *error,
                       const char   *name,
                       const char   *address)
{
  HsDocument *document;

  if (!g_error_matches (error, HS_ERROR, HS_ERROR_LIMIT) && !g_error_matches (error, HS_ERROR, HS_ERROR_TOO_LARGE))
    return NULL;
  document = hs_document_new (g_strdup (""));
  document->title = name != NULL ? g_utf8_make_valid (name, -1) : g_strdup (address);
  document->url = g_strdup (address);
  return document;
}

/**
 * hs_import_read:
 * @incoming: of the bytes
 * @analyser: an analyser
 * @bytes: what came
 * @name: (nullable): what the file is called
 * @content_type: (nullable): what a server called it
 * @address: (nullable): where it was fetched
 * @cancellable: (nullable): ends the analysis
 * @error: return location
 *
 * Returns: whether @incoming has its document and analysis now
 */
gboolean
hs_import_read (HsIncoming    *incoming,
                HsAnalyser    *analyser,
                GBytes        *bytes,
                const char    *name,
                const char    *content_type,
                const char    *address,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GError) local = NULL;

  incoming->document = hs_worker_read (bytes, name, content_type, address, &local);
  if (incoming->document == NULL)
    incoming->document = hs_import_make_unread (local, name, address);
  if (incoming->document == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  incoming->analysis = hs_analyser_read (analyser, incoming->document, cancellable, error);
  return incoming->analysis != NULL;
}
