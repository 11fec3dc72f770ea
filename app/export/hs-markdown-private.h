/* hs-markdown-private.h: what the parts of the Markdown export share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"
#include "hs-stored.h"

G_BEGIN_DECLS

void  hs_markdown_append  (GString    *out,
                           const char *text,
                           gssize      length);
char *hs_markdown_time    (gint64      seconds);

/* hs-markdown-names.c */
gboolean hs_markdown_append_names (GString         *out,
                                   HsLibrary       *library,
                                   const HsStored  *stored,
                                   GError         **error);

G_END_DECLS
