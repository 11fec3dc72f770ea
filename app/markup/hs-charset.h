/* hs-charset.h: bytes in any encoding to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What in the bytes decided the encoding, surest first. */
typedef enum
{
  HS_CHARSET_FROM_BOM,
  HS_CHARSET_FROM_HEADER,
  HS_CHARSET_FROM_META,
  HS_CHARSET_FROM_VALID_UTF8,
  HS_CHARSET_FROM_GUESS
} HsCharsetFrom;

char *hs_charset_decode       (const char     *data,
                               gsize           length,
                               const char     *content_type,
                               gboolean        markup,
                               char          **charset,
                               HsCharsetFrom  *from,
                               GError        **error);
char *hs_charset_unify_breaks (char           *text);

G_END_DECLS
