/* hs-xml-mend.h: broken XML made well-formed before it is parsed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes a piece of well-formed XML, whole tags only; FALSE ends the mending. */
typedef gboolean (*HsXmlSink) (const char *piece,
                               gsize       length,
                               gpointer    data);
typedef void (*HsXmlComplain) (const char *message,
                               gpointer    data);

void hs_xml_mend (const char    *text,
                  gsize          length,
                  HsXmlSink      sink,
                  HsXmlComplain  complain,
                  gpointer       data);

G_END_DECLS
