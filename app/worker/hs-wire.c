/* hs-wire.c: what is said between the program and its worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-wire.h"

#include <string.h>

/* Stands where the length of a string stands: there is none. */
#define NO_STRING G_MAXUINT32

/**
 * hs_wire_put_number:
 * @out: a message that is being written
 * @number: what is appended to it
 */
void
hs_wire_put_number (GByteArray *out,
                    guint32     number)
{
  g_byte_array_append (out, (const guint8 *) &number, sizeof number);
}

/**
 * hs_wire_put_bytes:
 * @out: a message that is being written
 * @data: (array length=length) (nullable): what is appended to it, after its length
 * @length: in bytes
 */
void
hs_wire_put_bytes (GByteArray *out,
                   const void *data,
                   gsize       length)
{
  g_return_if_fail (length < NO_STRING);

  hs_wire_put_number (out, (guint32) length);
  if (length > 0)
    g_byte_array_append (out, data, (guint) length);
}

/**
 * hs_wire_put_string:
 * @out: what to add it to
 * @string: (nullable): UTF-8
 */
void
hs_wire_put_string (GByteArray *out,
                    const char *string)
{
  if (string == NULL)
    hs_wire_put_number (out, NO_STRING);
  else
    hs_wire_put_bytes (out, string, strlen (string));
}

/**
 * hs_wire_get_number:
 * @self: a reader
 *
 * Returns: the next number; 0 when there is none, and @self is broken
 */
guint32
hs_wire_get_number (HsWireReader *self)
{
  guint32 number = 0;

  if (self->broken || self->left < sizeof number)
    {
      self->broken = TRUE;
      return 0;
    }
  memcpy (&number, self->data, sizeof number);
  self->data += sizeof number;
  self->left -= sizeof number;
  return number;
}

/**
 * hs_wire_get_bytes:
 * @self: a reader
 * @length: (out): how many
 *
 * Returns: (transfer none) (nullable): the next bytes, within those that are read;
 *   %NULL when there are none, and @self is broken
 */
const guint8 *
hs_wire_get_bytes (HsWireReader *self,
                   gsize        *length)
{
  guint32 said = hs_wire_get_number (self);
  const guint8 *bytes = self->data;

  *length = 0;
  if (self->broken || said > self->left)
    {
      self->broken = TRUE;
      return NULL;
    }
  self->data += said;
  self->left -= said;
  *length = said;
  return bytes;
}

/**
 * hs_wire_get_string:
 * @self: a reader
 *
 * Returns: (transfer full) (nullable): the next string, which is UTF-8 without a
 *   NUL; %NULL when it is none, or when it is not so and @self is broken
 */
char *
hs_wire_get_string (HsWireReader *self)
{
  guint32 said;
  gsize length;
  const char *bytes;

  if (!self->broken && self->left >= sizeof said)
    {
      memcpy (&said, self->data, sizeof said);
      if (said == NO_STRING)
        {
          self->data += sizeof said;
          self->left -= sizeof said;
          return NULL;
        }
    }
  bytes = (const char *) hs_wire_get_bytes (self, &length);
  if (self->broken || !g_utf8_validate_len (bytes, length, NULL))
    {
      self->broken = TRUE;
      return NULL;
    }
  return g_strndup (bytes, length);
}
