/* hs-xml.h: XML, however broken, as a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "hs-charset.h"

G_BEGIN_DECLS

/* More bytes than this are refused. */
#define HS_XML_MAX_BYTES (256u * 1024 * 1024)
/* Elements deeper than this are read as if their tags were not there. */
#define HS_XML_MAX_DEPTH 200
/* Further attributes of an element are dropped. */
#define HS_XML_MAX_ATTRIBUTES 128
/* How many complaints are kept. */
#define HS_XML_MAX_ERRORS 20

/**
 * HsXmlElement:
 * @name: without prefix; the same name is the same pointer while one text is read
 * @prefix: (nullable): as written
 * @uri: (nullable): the namespace; the same pointer as @name is; %NULL also for a
 *   prefix that is not declared
 * @attributes: see hs_xml_attribute()
 *
 * An element as it begins. Nothing in it outlives the call.
 */
typedef struct
{
  const char *name;
  const char *prefix;
  const char *uri;
  const char **attributes;
  guint n_attributes;
} HsXmlElement;

/**
 * HsXmlHandler:
 * @end: %FALSE ends the reading
 * @text: some of the characters, valid UTF-8; more may follow
 */
typedef struct
{
  void     (*start) (const HsXmlElement *element,
                     gpointer            data);
  gboolean (*end)   (const char         *name,
                     gpointer            data);
  void     (*text)  (const char         *text,
                     gsize               length,
                     gpointer            data);
} HsXmlHandler;

/**
 * HsXmlText:
 * @text: valid UTF-8, not nul-terminated
 * @encoding: what it was decoded from, lower case, as it calls itself
 * @from: what decided
 * @damaged: bytes meant nothing, or an encoding was named that is not known
 */
typedef struct
{
  const char *text;
  gsize length;
  char *encoding;      /* (owned) */
  HsCharsetFrom from;
  gboolean damaged;
  char *decoded;       /* (owned) (nullable): what @text points into, unless the bytes themselves */
} HsXmlText;

gboolean    hs_xml_decode         (HsXmlText           *self,
                                   GBytes              *bytes,
                                   const char          *content_type,
                                   GError             **error);
void        hs_xml_text_clear     (HsXmlText           *self);
gboolean    hs_xml_read           (const char          *text,
                                   gsize                length,
                                   const HsXmlHandler  *handler,
                                   gpointer             data,
                                   GPtrArray           *errors);
char       *hs_xml_attribute      (const HsXmlElement  *element,
                                   const char          *name);
char       *hs_xml_attribute_of   (const HsXmlElement  *element,
                                   const char          *prefix,
                                   const char          *name);
void        hs_xml_append_element (GString             *out,
                                   const HsXmlElement  *element);
void        hs_xml_append_end     (GString             *out,
                                   const char          *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HsXmlText, hs_xml_text_clear)

G_END_DECLS
