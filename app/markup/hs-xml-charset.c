/* hs-xml-charset.c: the bytes of XML as UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-xml.h"

#include <string.h>

#include "hs-error.h"

/* An XML declaration is looked for in so many bytes. */
#define WINDOW 1024
/* Text in UTF-8 may have one wrong byte to so many right characters. */
#define RIGHT_TO_WRONG 4

static const struct
{
  char bytes[4];
  guint length;
  guint skip;
  const char *name;
} beginnings[] = {
  /* byte-order marks; UTF-32 before UTF-16, whose mark begins the same */
  { "\xff\xfe\0\0", 4, 4, "utf-32le" },
  { "\0\0\xfe\xff", 4, 4, "utf-32be" },
  { "\xef\xbb\xbf", 3, 3, "utf-8" },
  { "\xff\xfe", 2, 2, "utf-16le" },
  { "\xfe\xff", 2, 2, "utf-16be" },
  /* a "<" without one (XML 1.0, appendix F) */
  { "<\0\0\0", 4, 0, "utf-32le" },
  { "\0\0\0<", 4, 0, "utf-32be" },
  { "<\0", 2, 0, "utf-16le" },
  { "\0<", 2, 0, "utf-16be" },
};

/* The value after @word and "=", in quotes or not. */
static char *
find_value (const char *text,
            gsize       length,
            const char *word)
{
  g_autofree char *lower = g_ascii_strdown (text, length);
  const char *at = strstr (lower, word);
  gsize n;

  if (at == NULL)
    return NULL;
  for (at += strlen (word); g_ascii_isspace (*at); at++)
    ;
  if (*at != '=')
    return NULL;
  /* the quotes of some kinds of EBCDIC are other signs in the one it is looked at in */
  for (at++; *at != '\0' && *at != ';' && *at != '>' && !g_ascii_isalnum (*at); at++)
    ;
  for (n = 0; g_ascii_isalnum (at[n]) || (at[n] != '\0' && strchr ("-_:.", at[n]) != NULL); n++)
    ;
  return n > 0 ? g_strndup (at, n) : NULL;
}

/* The encoding of the XML declaration. */
static char *
find_declared (const char *data,
               gsize       length)
{
  const char *end;

  while (length > 0 && g_ascii_isspace (*data))
    data++, length--;
  if (length < 5 || memcmp (data, "<?xml", 5) != 0)
    return NULL;
  end = memchr (data, '>', MIN (length, WINDOW));
  return end != NULL ? find_value (data, end - data, "encoding") : NULL;
}

static gboolean
is_known (const char *encoding)
{
  GIConv converter;

  if (g_ascii_strcasecmp (encoding, "utf-8") == 0)
    return TRUE;
  converter = g_iconv_open ("UTF-8", encoding);
  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

static gboolean
is_wide (const char *encoding)
{
  return g_str_has_prefix (encoding, "utf-16") || g_str_has_prefix (encoding, "utf-32")
         || g_str_has_prefix (encoding, "utf16") || g_str_has_prefix (encoding, "utf32")
         || g_str_has_prefix (encoding, "ucs") || g_str_has_prefix (encoding, "iso-10646");
}

/* Whether bytes that are not valid UTF-8 are so only here and there. */
static gboolean
is_nearly_utf8 (const char *data,
                gsize       length)
{
  const char *end = data + length, *bad;
  gsize right = 0, wrong = 0;

  while (data < end)
    {
      (void) g_utf8_validate_len (data, end - data, &bad);
      for (; data < bad; data++)
        right += ((guchar) *data & 0xc0) == 0xc0;
      if (bad < end)
        {
          wrong += *bad != '\0';
          data = bad + 1;
        }
    }
  return right >= wrong * RIGHT_TO_WRONG;
}

/* UTF-8 with U+FFFD for what is not, and without zero bytes. */
static char *
repair_utf8 (const char *data,
             gsize       length)
{
  g_autofree char *copy = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0')
      copy[n++] = data[i];
  copy[n] = '\0';
  return g_utf8_make_valid (copy, n);
}

/* The name by which iconv knows an encoding, or NULL: labels are written with all
 * kinds of signs between their parts. */
static char *
find_known (const char *label)
{
  static const struct
  {
    const char *label, *name;
  } others[] = {
    { "macroman", "MACINTOSH" }, { "mac-roman", "MACINTOSH" }, { "x-mac-roman", "MACINTOSH" },
    { "maccyrillic", "MAC-CYRILLIC" }, { "x-mac-cyrillic", "MAC-CYRILLIC" }, { "x-sjis", "SHIFT_JIS" },
    { "x-gbk", "GBK" }, { "x-euc-jp", "EUC-JP" }, { "x-cp1252", "CP1252" }, { "x-cp1251", "CP1251" },
    { "unicode-1-1-utf-8", "UTF-8" }, { "x-user-defined", "CP1252" },
  };
  g_autofree char *dashed = g_strdelimit (g_ascii_strdown (label, -1), "_", '-');

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (others[i].label, dashed))
      return g_strdup (others[i].name);
  if (is_known (label))
    return g_strdup (label);
  if (is_known (dashed))
    return g_steal_pointer (&dashed);
  if (g_str_has_prefix (dashed, "iso2022-"))
    {
      g_autofree char *name = g_strconcat ("iso-", dashed + 3, NULL);

      return is_known (name) ? g_steal_pointer (&name) : NULL;
    }
  if (g_str_has_prefix (dashed, "iso8859-") || g_str_has_prefix (dashed, "iso-8859"))
    {
      const char *part = dashed + strlen (dashed);
      g_autofree char *name = NULL;

      while (part > dashed && g_ascii_isdigit (part[-1]))
        part--;
      name = g_strdup_printf ("iso-8859-%s", part);
      return is_known (name) ? g_steal_pointer (&name) : NULL;
    }
  return NULL;
}

/* Encodings whose bytes are all ASCII and yet mean something else. */
static gboolean
is_disguised (const char *encoding)
{
  g_autofree char *known = find_known (encoding);
  g_autofree char *name = known != NULL ? g_ascii_strdown (known, -1) : NULL;

  return name != NULL && (strstr (name, "2022") != NULL || g_str_equal (name, "utf-7") || g_str_equal (name, "utf7"));
}

/* EBCDIC says in itself which of its kinds it is (XML 1.0, appendix F). */
static char *
find_ebcdic (const char *data,
             gsize       length)
{
  g_autofree char *start = NULL, *label = NULL;
  gsize written = 0;

  if (length < 5 || memcmp (data, "\x4c\x6f\xa7\x94\x93", 5) != 0)
    return NULL;
  start = g_convert (data, MIN (length, 200), "UTF-8", "IBM037", NULL, &written, NULL);
  label = start != NULL ? find_declared (start, written) : NULL;
  return label != NULL ? find_known (label) : g_strdup ("IBM037");
}

/* The encoding that header or declaration name, if it can be. */
static char *
find_label (HsXmlText  *self,
            const char *data,
            gsize       length,
            const char *content_type)
{
  g_autofree char *label = content_type != NULL ? find_value (content_type, strlen (content_type), "charset") : NULL;

  self->from = HS_CHARSET_FROM_HEADER;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *known = label != NULL ? find_known (label) : NULL;

      /* what can say so in ASCII is no UTF-16 */
      if (label != NULL && known != NULL && !is_wide (label))
        return g_ascii_strdown (label, -1);
      self->damaged |= label != NULL && known == NULL;
      g_free (label);
      label = i == 0 ? find_declared (data, length) : NULL;
      self->from = HS_CHARSET_FROM_META;
    }
  return NULL;
}

static gboolean
decode_as (HsXmlText  *self,
           const char *data,
           gsize       length,
           const char *label,
           GError    **error)
{
  g_autofree char *known = label != NULL ? find_known (label) : NULL;
  g_autofree char *type = known != NULL ? g_strdup_printf ("text/xml; charset=%s", known) : NULL;
  g_autofree char *used = NULL;
  HsCharsetFrom from;

  self->decoded = hs_charset_decode (data, length, type, FALSE, &used, &from, error);
  if (self->decoded == NULL)
    return FALSE;
  if (label == NULL || from == HS_CHARSET_FROM_GUESS || g_ascii_strcasecmp (used, "utf-8") == 0)
    {
      self->from = label == NULL ? HS_CHARSET_FROM_GUESS : from;
      self->encoding = g_ascii_strdown (used, -1);
    }
  else
    self->encoding = g_strdup (label);
  self->text = self->decoded;
  self->length = strlen (self->decoded);
  self->damaged |= strstr (self->decoded, "\xEF\xBF\xBD") != NULL;
  return TRUE;
}

/* What iconv alone can tell: bytes that are no ASCII, or only look like it. */
static gboolean
decode_wide (HsXmlText  *self,
             const char *data,
             gsize       length,
             const char *encoding)
{
  g_autofree char *known = find_known (encoding);
  gsize written = 0, unit = g_str_has_prefix (encoding, "utf-32") ? 4 : g_str_has_prefix (encoding, "utf-16") ? 2 : 1;
  g_autofree char *converted = known != NULL ? g_convert_with_fallback (data, length - length % unit, "UTF-8", known,
                                                                        "\xEF\xBF\xBD", NULL, &written, NULL)
                                             : NULL;

  if (converted == NULL)
    return FALSE;
  self->decoded = repair_utf8 (converted, written);
  self->text = self->decoded;
  self->length = strlen (self->decoded);
  self->encoding = g_strdup (encoding);
  return TRUE;
}

static gboolean
is_ascii (const char *data,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) data[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* What is valid UTF-8 is used where it lies. */
static gboolean
use_in_place (HsXmlText  *self,
              const char *data,
              gsize       length,
              const char *label)
{
  if (!g_utf8_validate_len (data, length, NULL))
    return FALSE;
  self->text = data;
  self->length = length;
  /* an encoding that bytes of ASCII bear out is believed; else UTF-8 it is */
  if (label != NULL && (g_ascii_strcasecmp (label, "utf-8") == 0 || is_ascii (data, length)))
    self->encoding = g_strdup (label);
  else
    {
      self->encoding = g_strdup ("utf-8");
      self->from = HS_CHARSET_FROM_VALID_UTF8;
    }
  return TRUE;
}

/**
 * hs_xml_decode:
 * @self: (out caller-allocates): the text; points into @bytes where those are
 *   valid UTF-8, so that nothing is copied
 * @bytes: as they came
 * @content_type: (nullable): the `Content-Type` they came with
 * @error: return location for an error
 *
 * Turns the bytes of XML into UTF-8 as RFC 7303, section 3, has it: the
 * byte-order mark, then the header, the XML declaration, else UTF-8. Labels
 * mean what they mean on the web. Where all that is disproved by the bytes, a
 * guess. Any thread.
 *
 * Returns: %FALSE with %HS_ERROR_EMPTY, %HS_ERROR_TOO_LARGE or
 *   %HS_ERROR_NOT_TEXT
 */
gboolean
hs_xml_decode (HsXmlText   *self,
               GBytes      *bytes,
               const char  *content_type,
               GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *label = NULL;

  memset (self, 0, sizeof *self);
  if (length == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "It is empty.");
      return FALSE;
    }
  if (length > HS_XML_MAX_BYTES)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, "It is larger than 256 megabytes.");
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (beginnings) && label == NULL; i++)
    if (length >= beginnings[i].length && memcmp (data, beginnings[i].bytes, beginnings[i].length) == 0)
      {
        label = g_strdup (beginnings[i].name);
        data += beginnings[i].skip;
        length -= beginnings[i].skip;
        self->from = beginnings[i].skip > 0 ? HS_CHARSET_FROM_BOM : HS_CHARSET_FROM_META;
      }
  if (label != NULL && is_wide (label) && decode_wide (self, data, length, label))
    return TRUE;
  if (label == NULL)
    {
      label = find_ebcdic (data, length);
      if (label != NULL && decode_wide (self, data, length, label))
        return TRUE;
      g_free (label);
      label = find_label (self, data, length, content_type);
    }
  if (label != NULL && is_disguised (label) && decode_wide (self, data, length, label))
    return TRUE;
  if (use_in_place (self, data, length, label))
    return TRUE;
  if ((label == NULL || g_ascii_strcasecmp (label, "utf-8") == 0) && is_nearly_utf8 (data, length))
    {
      self->damaged = TRUE;
      self->decoded = repair_utf8 (data, length);
      self->text = self->decoded;
      self->length = strlen (self->decoded);
      self->encoding = g_strdup ("utf-8");
      return TRUE;
    }
  return decode_as (self, data, length, label, error);
}

/**
 * hs_xml_text_clear:
 * @self: a text
 *
 * Frees what it holds; the struct itself stays the caller's.
 */
void
hs_xml_text_clear (HsXmlText *self)
{
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->decoded, g_free);
}
