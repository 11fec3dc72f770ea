/* hs-import-private.h: what the ways into the library share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-analyser.h"
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

/* What is said of it. */
#define HS_IMPORT_UNREAD \
  _("It could not be read: it takes more time or memory than an article may. It is kept as it came.")

G_END_DECLS
