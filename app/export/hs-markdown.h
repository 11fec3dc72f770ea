/* hs-markdown.h: annotated notes as Markdown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "hs-library.h"

G_BEGIN_DECLS

gboolean hs_export_markdown      (HsLibrary     *library,
                                  const char    *query,
                                  GOutputStream *out,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean hs_export_markdown_file (HsLibrary     *library,
                                  const char    *query,
                                  GFile         *file,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
