/* hs-import-private.h: what the ways into the library share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analyser.h"
#include "hs-import.h"
#include "hs-library-write.h"

G_BEGIN_DECLS

/* Reads and analyses what came, in the worker; what exceeds its limits becomes an
 * article without text: it is kept as it came, and says so. Any thread but the main
 * one. */
gboolean    hs_import_read        (HsIncoming    *incoming,
                                   HsAnalyser    *analyser,
                                   GBytes        *bytes,
                                   const char    *name,
                                   const char    *content_type,
                                   const char    *address,
                                   GCancellable  *cancellable,
                                   GError       **error);
/* (nullable): the article that stands for bytes that @error says are too much. */
HsDocument *hs_import_make_unread (const GError  *error,
                                   const char    *name,
                                   const char    *address);

/* Several pages of one article. @parts: (element-type HsDocument) */
HsDocument *hs_import_join        (GPtrArray     *parts);
/* Counts a problem and tells of it. */
void        hs_import_tell        (HsImportResult      *result,
                                   const HsImportWatch *watch,
                                   const char          *subject,
                                   const char          *message);
void        hs_import_tell_unread (HsImportResult      *result,
                                   const HsImportWatch *watch,
                                   const char          *subject);

G_END_DECLS
