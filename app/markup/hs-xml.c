/* hs-xml.c: XML, however broken, as a stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-xml.h"

#include <libxml/parser.h>
#include <string.h>

#include "hs-entity.h"
#include "hs-xml-mend.h"

/* libxml2 hands over an attribute as five pointers. */
#define FIELDS 5

typedef struct
{
  const HsXmlHandler *handler;
  gpointer data;
  GPtrArray *errors;
  xmlParserCtxt *parser;
  gboolean stopped;
} Reader;

static void
add_error (const char *message,
           gpointer    data)
{
  Reader *self = data;

  if (self->errors->len < HS_XML_MAX_ERRORS
      && !g_ptr_array_find_with_equal_func (self->errors, message, g_str_equal, NULL))
    g_ptr_array_add (self->errors, g_strdup (message));
}

static void
on_start (void           *data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  Reader *self = data;
  HsXmlElement element = { (const char *) name, (const char *) prefix, (const char *) uri,
                           (const char **) attributes, n_attributes };

  if (!self->stopped)
    self->handler->start (&element, self->data);
}

static void
on_end (void          *data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  Reader *self = data;

  if (!self->stopped && !self->handler->end ((const char *) name, self->data))
    self->stopped = TRUE;
}

static void
on_text (void          *data,
         const xmlChar *text,
         int            length)
{
  Reader *self = data;

  if (!self->stopped)
    self->handler->text ((const char *) text, length, self->data);
}

static void
on_error (void     *data,
          xmlError *error)
{
  Reader *self = data;
  g_autofree char *message = NULL;

  /* an undeclared prefix is common, and means what it always means */
  if (error->domain == XML_FROM_NAMESPACE || error->level < XML_ERR_ERROR)
    return;
  message = g_utf8_make_valid (error->message != NULL ? error->message : "It is not well formed.", -1);
  g_strchomp (message);
  add_error (message, self);
}

static gboolean
on_piece (const char *piece,
          gsize       length,
          gpointer    data)
{
  Reader *self = data;

  xmlParseChunk (self->parser, piece, length, FALSE);
  return !self->stopped && self->parser->disableSAX == 0;
}

/**
 * hs_xml_read:
 * @text: valid UTF-8
 * @length: its bytes
 * @handler: what to call with what is in it
 * @data: for @handler
 * @errors: (element-type utf8): takes what was wrong, each thing once, at most
 *   %HS_XML_MAX_ERRORS; nothing added means that it is well-formed
 *
 * Reads one XML document with libxml2's push parser, in pieces, so that memory
 * does not grow with its length: without network, without a document type and
 * hence without entities but the five of XML and those of HTML. What is broken
 * is mended where its meaning survives. Any thread.
 *
 * Returns: whether there was an element in it
 */
gboolean
hs_xml_read (const char          *text,
             gsize                length,
             const HsXmlHandler  *handler,
             gpointer             data,
             GPtrArray           *errors)
{
  Reader self = { handler, data, errors, NULL, FALSE };
  xmlSAXHandler sax = { 0 };
  gboolean began;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.serror = on_error;
  self.parser = xmlCreatePushParserCtxt (&sax, &self, NULL, 0, NULL);
  if (self.parser == NULL)
    return FALSE;
  xmlCtxtUseOptions (self.parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOENT);
  hs_xml_mend (text, length, on_piece, add_error, &self);
  began = self.parser->instate != XML_PARSER_START;
  if (!self.stopped && began)
    xmlParseChunk (self.parser, NULL, 0, TRUE);
  if (self.parser->myDoc != NULL)
    xmlFreeDoc (self.parser->myDoc);
  xmlFreeParserCtxt (self.parser);
  return began;
}

static char *
copy_value (const char **attribute)
{
  g_autofree char *value = g_strndup (attribute[3], attribute[4] - attribute[3]);
  char *repaired = hs_entity_repair (value);

  return repaired != NULL ? repaired : g_steal_pointer (&value);
}

/**
 * hs_xml_attribute:
 * @element: an element
 * @name: in lower case
 *
 * Returns: (transfer full) (nullable): the value of the attribute of that name,
 *   in whatever case, that has no prefix
 */
char *
hs_xml_attribute (const HsXmlElement *element,
                  const char         *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char **attribute = element->attributes + i * FIELDS;

      if (attribute[1] == NULL && g_ascii_strcasecmp (attribute[0], name) == 0)
        return copy_value (attribute);
    }
  return NULL;
}

/**
 * hs_xml_attribute_of:
 * @element: an element
 * @prefix: as it is usually written: "xml", "rdf"
 * @name: in lower case
 *
 * Returns: (transfer full) (nullable): the value of the attribute with that prefix
 */
char *
hs_xml_attribute_of (const HsXmlElement *element,
                     const char         *prefix,
                     const char         *name)
{
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char **attribute = element->attributes + i * FIELDS;

      if (attribute[1] != NULL && g_ascii_strcasecmp (attribute[1], prefix) == 0
          && g_ascii_strcasecmp (attribute[0], name) == 0)
        return copy_value (attribute);
    }
  return NULL;
}

/* Elements of HTML that have no end. */
static gboolean
is_void (const char *name)
{
  static const char * const voids[] = { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                                        "source", "track", "wbr", NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strv_contains (voids, lower);
}

/**
 * hs_xml_append_element:
 * @out: where to
 * @element: an element that stands in a text
 *
 * Appends its start tag as HTML.
 */
void
hs_xml_append_element (GString            *out,
                       const HsXmlElement *element)
{
  g_string_append_printf (out, "<%s", element->name);
  for (guint i = 0; i < element->n_attributes; i++)
    {
      const char **attribute = element->attributes + i * FIELDS;

      g_string_append_printf (out, " %s%s%s=\"", attribute[1] != NULL ? attribute[1] : "",
                              attribute[1] != NULL ? ":" : "", attribute[0]);
      hs_entity_append_html (out, attribute[3], attribute[4] - attribute[3], TRUE);
      g_string_append_c (out, '"');
    }
  g_string_append_c (out, '>');
}

/**
 * hs_xml_append_end:
 * @out: where to
 * @name: an element's name
 *
 * Appends its end tag as HTML, unless HTML has none.
 */
void
hs_xml_append_end (GString    *out,
                   const char *name)
{
  if (!is_void (name))
    g_string_append_printf (out, "</%s>", name);
}
