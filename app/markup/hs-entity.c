/* hs-entity.c: character references of HTML
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-entity.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_NAME 32

/* What the numbers 128 to 159 mean on the web: Windows-1252, 0 for none (HTML
 * Living Standard, 13.2.5.80 Numeric character reference end state). */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0,      0x017e, 0x0178
};

static const guint8 special[256] = { ['&'] = 1, ['<'] = 1, ['>'] = 1, ['"'] = 1 };

static const struct
{
  const char *name;
  gunichar character;
} shouted[] = {
  { "AMP", '&' }, { "LT", '<' }, { "GT", '>' }, { "QUOT", '"' }, { "COPY", 0xa9 }, { "REG", 0xae }, { "apos", '\'' },
};

/**
 * hs_entity_lookup:
 * @name: without ampersand and semicolon
 * @length: its bytes
 *
 * Returns: the character that HTML calls by that name, or 0
 */
gunichar
hs_entity_lookup (const char *name,
                  gsize       length)
{
  char buffer[MAX_NAME + 1];
  const htmlEntityDesc *found;

  if (length == 0 || length > MAX_NAME)
    return 0;
  memcpy (buffer, name, length);
  buffer[length] = '\0';
  found = htmlEntityLookup ((const xmlChar *) buffer);
  if (found != NULL)
    return found->value;
  for (guint i = 0; i < G_N_ELEMENTS (shouted); i++)
    if (g_str_equal (shouted[i].name, buffer))
      return shouted[i].character;
  return 0;
}

static gsize
read_number (const char *at,
             gsize       length,
             gunichar   *character)
{
  gboolean hexadecimal = length > 2 && (at[2] == 'x' || at[2] == 'X');
  gsize digits = hexadecimal ? 3 : 2, i;
  guint32 value = 0;

  for (i = digits; i < length; i++)
    {
      int digit = hexadecimal ? g_ascii_xdigit_value (at[i]) : g_ascii_digit_value (at[i]);

      if (digit < 0)
        break;
      value = MIN (value * (hexadecimal ? 16 : 10) + digit, 0x110000);
    }
  if (i == digits || i >= length || at[i] != ';')
    return 0;
  if (value >= 128 && value < 160 && windows_1252[value - 128] != 0)
    value = windows_1252[value - 128];
  if ((value < 0x20 && value != '\t' && value != '\n' && value != '\r') || !g_unichar_validate (value)
      || value == 0xfffe || value == 0xffff)
    value = 0xfffd;
  *character = value;
  return i + 1;
}

/**
 * hs_entity_read:
 * @at: an ampersand
 * @length: bytes from there to the end of the text
 * @character: (out): what is meant
 *
 * Reads a reference, by number or by a name of HTML, that ends in a semicolon.
 * Numbers mean what they mean on the web: 146 is ’.
 *
 * Returns: its bytes, or 0 when there is none
 */
gsize
hs_entity_read (const char *at,
                gsize       length,
                gunichar   *character)
{
  gsize i;

  if (length > 1 && at[1] == '#')
    return read_number (at, length, character);
  for (i = 1; i < length && i <= MAX_NAME && g_ascii_isalnum (at[i]); i++)
    ;
  if (i == 1 || i >= length || at[i] != ';')
    return 0;
  *character = hs_entity_lookup (at + 1, i - 1);
  return *character != 0 ? i + 1 : 0;
}

/**
 * hs_entity_decode:
 * @text: text with references of HTML in it
 *
 * Returns: (transfer full): the same with the characters they stand for; what
 *   is no reference stays as it is
 */
char *
hs_entity_decode (const char *text)
{
  const char *end = text + strlen (text), *copied = text;
  GString *out = g_string_sized_new (end - text);

  for (const char *p = text; (p = memchr (p, '&', end - p)) != NULL;)
    {
      gunichar character;
      gsize read = hs_entity_read (p, end - p, &character);

      if (read == 0)
        {
          p++;
          continue;
        }
      g_string_append_len (out, copied, p - copied);
      g_string_append_unichar (out, character);
      p += read;
      copied = p;
    }
  g_string_append_len (out, copied, end - copied);
  return g_string_free (out, FALSE);
}

/**
 * hs_entity_repair:
 * @text: valid UTF-8
 *
 * Control characters U+0080 to U+009F in a text were meant as characters of
 * Windows-1252: somebody took that for Latin-1.
 *
 * Returns: (transfer full) (nullable): the text that was meant; %NULL when it
 *   holds none of them
 */
char *
hs_entity_repair (const char *text)
{
  GString *out = NULL;
  const char *copied = text;

  for (const char *p = text; (p = strchr (p, '\xc2')) != NULL; p++)
    {
      guchar low = (guchar) p[1];

      if (low < 0x80 || low >= 0xa0 || windows_1252[low - 0x80] == 0)
        continue;
      if (out == NULL)
        out = g_string_new (NULL);
      g_string_append_len (out, copied, p - copied);
      g_string_append_unichar (out, windows_1252[low - 0x80]);
      copied = p + 2;
    }
  if (out == NULL)
    return NULL;
  g_string_append (out, copied);
  return g_string_free (out, FALSE);
}

/**
 * hs_entity_append_html:
 * @out: where to
 * @text: plain text
 * @length: its bytes, or -1
 * @quotes: whether double quotes are written as references too
 *
 * Appends the text as HTML that says the same.
 */
void
hs_entity_append_html (GString    *out,
                       const char *text,
                       gssize      length,
                       gboolean    quotes)
{
  const char *end = text + (length >= 0 ? (gsize) length : strlen (text)), *copied = text;

  for (const char *p = text; p < end; p++)
    {
      const char *reference;

      if (G_LIKELY (!special[(guchar) *p] || (*p == '"' && !quotes)))
        continue;
      reference = *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : *p == '>' ? "&gt;" : "&quot;";
      g_string_append_len (out, copied, p - copied);
      g_string_append (out, reference);
      copied = p + 1;
    }
  g_string_append_len (out, copied, end - copied);
}
