/* hs-page.h: bytes of a file or page to a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-document.h"

G_BEGIN_DECLS

/* What kind of thing the bytes are, by name and content type; NULL when it is
 * none that can be read: "text/plain", "text/html", "application/pdf",
 * "message/rfc822", "application/mbox". */
const char *hs_page_guess_type (const char   *name,
                                const char   *content_type);

/* @name: (nullable): a file name, only to tell the kind by and for messages
 * @content_type: (nullable): as a server gave it, with its charset
 * @base_url: (nullable): what relative addresses stand against
 *
 * Pure; any thread. Errors: HS_ERROR_UNSUPPORTED, _NOT_TEXT, _EMPTY,
 * _TOO_LARGE. Returns: (transfer full). */
HsDocument *hs_page_read       (GBytes       *bytes,
                                const char   *name,
                                const char   *content_type,
                                const char   *base_url,
                                GError      **error);

/* The same for every kind of file there is a reader for: PDF and mail too. Only the
 * worker reads so. */
HsDocument *hs_page_read_any   (GBytes       *bytes,
                                const char   *name,
                                const char   *content_type,
                                const char   *base_url,
                                GError      **error);
/* Where the article goes on. Returns: (transfer full) (nullable) */
char       *hs_page_find_next  (GBytes       *bytes,
                                const char   *content_type,
                                const char   *url);
/* The messages of a mailbox file, each to be read as "message/rfc822".
 * Returns: (transfer full) (element-type GBytes) */
GPtrArray  *hs_page_split_mbox (GBytes       *bytes);
/* Loads what the readers would load later. */
void        hs_page_prepare    (void);

/* What somebody hands on as an article and nothing else: the text of a feed's
 * entry. All of it is kept; what is no part of the story is marked as boilerplate.
 * @text: (nullable): UTF-8, @html or not
 * @title: (nullable): plain text
 *
 * Pure; any thread. Who called sets what else is known of it. Errors:
 * HS_ERROR_EMPTY, _TOO_LARGE. Returns: (transfer full). */
HsDocument *hs_page_read_fragment (const char *text,
                                   gboolean    html,
                                   const char *title,
                                   const char *base_url,
                                   GError    **error);

G_END_DECLS
