/* hs-charset.c: bytes in any encoding to UTF-8
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-charset.h"

#include <string.h>
#include <uchardet.h>

#include "hs-error.h"

#define META_WINDOW 16384
#define GUESS_WINDOW (1024 * 1024)

static const struct
{
  const char *bytes;
  guint length;
  const char *name;
} marks[] = {
  /* UTF-32 before UTF-16, whose mark begins the same */
  { "\xFF\xFE\0\0", 4, "UTF-32LE" },
  { "\0\0\xFE\xFF", 4, "UTF-32BE" },
  { "\xEF\xBB\xBF", 3, "UTF-8" },
  { "\xFF\xFE", 2, "UTF-16LE" },
  { "\xFE\xFF", 2, "UTF-16BE" },
};

/* Labels that mean another encoding than they say, as browsers read them. */
static char *
canonical_name (const char *label,
                gsize       length)
{
  g_autofree char *name = g_ascii_strdown (label, length);

  g_strstrip (name);
  if (*name == '\0')
    return NULL;
  if (g_str_equal (name, "iso-8859-1") || g_str_equal (name, "latin1") || g_str_equal (name, "ascii")
      || g_str_equal (name, "us-ascii") || g_str_equal (name, "iso8859-1") || g_str_equal (name, "l1"))
    return g_strdup ("windows-1252");
  if (g_str_equal (name, "utf8"))
    return g_strdup ("utf-8");
  if (g_str_equal (name, "gb2312") || g_str_equal (name, "gbk"))
    return g_strdup ("gb18030");
  if (g_str_equal (name, "shift_jis") || g_str_equal (name, "x-sjis"))
    return g_strdup ("cp932");
  if (g_str_equal (name, "ks_c_5601-1987") || g_str_equal (name, "euc-kr"))
    return g_strdup ("cp949");
  return g_steal_pointer (&name);
}

/* The value after `charset=` in @data, or NULL. */
static char *
find_charset (const char *data,
              gsize       length)
{
  for (gsize i = 0; i + 8 < length; i++)
    {
      gsize start, end;

      if (g_ascii_strncasecmp (data + i, "charset", 7) != 0)
        continue;
      for (start = i + 7; start < length && g_ascii_isspace (data[start]); start++)
        ;
      if (start >= length || data[start] != '=')
        continue;
      for (start++; start < length && (g_ascii_isspace (data[start]) || strchr ("\"'", data[start]) != NULL); start++)
        ;
      for (end = start; end < length && (g_ascii_isalnum (data[end]) || strchr ("-_:.", data[end]) != NULL); end++)
        ;
      if (end > start)
        return canonical_name (data + start, end - start);
    }
  return NULL;
}

/* The charset that the markup itself declares: `<meta charset>`, `http-equiv`
 * or the XML declaration. Script and comments may hold the word as well, so
 * only what stands inside a `<meta …>` or `<?xml …>` counts. */
static char *
find_declared (const char *data,
               gsize       length)
{
  const char *end = data + MIN (length, META_WINDOW);

  for (const char *p = data; p < end; p++)
    {
      const char *close;
      char *found;

      if (*p != '<')
        continue;
      close = memchr (p, '>', end - p);
      if (close == NULL)
        break;
      if (g_ascii_strncasecmp (p, "<meta", 5) == 0 && (found = find_charset (p, close - p)) != NULL)
        return found;
      if (g_ascii_strncasecmp (p, "<?xml", 5) == 0)
        {
          const char *word = g_strstr_len (p, close - p, "encoding");
          const char *quote = word != NULL ? strpbrk (word, "\"'>") : NULL;

          if (quote != NULL && quote < close)
            return canonical_name (quote + 1, strcspn (quote + 1, "\"'>"));
        }
    }
  return NULL;
}

/* UTF-16 without a mark: Latin text has a zero in every other byte. */
static const char *
guess_utf16 (const char *data,
             gsize       length)
{
  gsize window = MIN (length, 512) & ~(gsize) 1, even = 0, odd = 0;

  for (gsize i = 0; i < window; i += 2)
    {
      even += data[i] == 0;
      odd += data[i + 1] == 0;
    }
  if (window >= 4 && odd * 2 > window * 8 / 10 && even == 0)
    return "UTF-16LE";
  if (window >= 4 && even * 2 > window * 8 / 10 && odd == 0)
    return "UTF-16BE";
  return NULL;
}

static char *
guess_charset (const char *data,
               gsize       length)
{
  uchardet_t detector = uchardet_new ();
  gsize from = 0;
  char *name;

  /* only what is not ASCII tells, and a part of it is enough */
  while (from < length && (guchar) data[from] < 0x80)
    from++;
  from -= MIN (from, GUESS_WINDOW / 2);

  uchardet_handle_data (detector, data + from, MIN (length - from, GUESS_WINDOW));
  uchardet_data_end (detector);
  name = canonical_name (uchardet_get_charset (detector), strlen (uchardet_get_charset (detector)));
  uchardet_delete (detector);
  return name != NULL ? name : g_strdup ("windows-1252");
}

/* Converts, putting U+FFFD where the bytes mean nothing; NULL when the charset
 * is not known here. */
static char *
convert (const char *data,
         gsize       length,
         const char *charset)
{
  if (g_ascii_strcasecmp (charset, "utf-8") == 0)
    return g_utf8_make_valid (data, length);
  return g_convert_with_fallback (data, length, "UTF-8", charset, "\xEF\xBF\xBD", NULL, NULL, NULL);
}

/* As convert(), but of bytes that iconv refuses half-way: what it can read, with
 * U+FFFD for each byte it cannot. */
static char *
convert_stubbornly (const char *data,
                    gsize       length,
                    const char *charset)
{
  g_autoptr (GString) out = g_string_sized_new (length);
  GIConv converter = g_iconv_open ("UTF-8", charset);
  gchar *in = (gchar *) data;
  gsize left = length;

  if (converter == (GIConv) -1)
    return NULL;
  while (left > 0)
    {
      char buffer[4096];
      gchar *to = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &in, &left, &to, &room);

      g_string_append_len (out, buffer, to - buffer);
      if (result == (gsize) -1 && errno != E2BIG)
        {
          g_string_append (out, "\xEF\xBF\xBD");
          if (left == 0)
            break;
          in++;
          left--;
        }
    }
  g_iconv_close (converter);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
choose_charset (const char    *data,
                gsize          length,
                const char    *content_type,
                gboolean       markup,
                HsCharsetFrom *from)
{
  char *name = NULL;

  *from = HS_CHARSET_FROM_HEADER;
  if (content_type != NULL && (name = find_charset (content_type, strlen (content_type))) != NULL)
    return name;
  *from = HS_CHARSET_FROM_META;
  if (markup && (name = find_declared (data, length)) != NULL)
    {
      /* a page that can say so in ASCII is not UTF-16, whatever it says */
      if (!g_str_has_prefix (name, "utf-16") && !g_str_has_prefix (name, "utf-32"))
        return name;
      g_free (name);
    }
  *from = HS_CHARSET_FROM_VALID_UTF8;
  if (g_utf8_validate_len (data, length, NULL))
    return g_strdup ("utf-8");
  *from = HS_CHARSET_FROM_GUESS;
  if (guess_utf16 (data, length) != NULL)
    return g_strdup (guess_utf16 (data, length));
  return guess_charset (data, length);
}

/**
 * hs_charset_decode:
 * @data: bytes as they came
 * @length: how many
 * @content_type: (nullable): the `Content-Type` they came with
 * @markup: whether to look for a declaration inside
 * @charset: (out) (optional) (transfer full): the encoding it was read as
 * @from: (out) (optional): what decided
 * @error: return location for an error
 *
 * Turns bytes into UTF-8. A byte-order mark decides first, then the header, the
 * page's own declaration, whether the bytes are valid UTF-8, and at last a
 * guess. A declaration that the bytes disprove (a page that says Latin-1 and is
 * UTF-8) is passed over. The mark itself is dropped.
 *
 * Returns: (transfer full) (nullable): nul-terminated valid UTF-8 that holds no
 *   nul itself, or %NULL with %HS_ERROR_NOT_TEXT
 */
char *
hs_charset_decode (const char     *data,
                   gsize           length,
                   const char     *content_type,
                   gboolean        markup,
                   char          **charset,
                   HsCharsetFrom  *from,
                   GError        **error)
{
  g_autofree char *name = NULL, *text = NULL;
  HsCharsetFrom why = HS_CHARSET_FROM_BOM;
  gsize skip = 0;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks) && name == NULL; i++)
    if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
      {
        name = g_strdup (marks[i].name);
        skip = marks[i].length;
      }
  if (name == NULL)
    {
      name = choose_charset (data, length, content_type, markup, &why);
      if (why < HS_CHARSET_FROM_VALID_UTF8 && g_ascii_strcasecmp (name, "utf-8") != 0
          && g_ascii_strncasecmp (name, "utf-16", 6) != 0 && g_utf8_validate_len (data, length, NULL))
        {
          g_free (name);
          name = g_strdup ("utf-8");
          why = HS_CHARSET_FROM_VALID_UTF8;
        }
      else if (why == HS_CHARSET_FROM_HEADER || why == HS_CHARSET_FROM_META)
        {
          /* it says UTF-8 and is not: a guess reads more than a field of U+FFFD */
          if (g_ascii_strcasecmp (name, "utf-8") == 0 && !g_utf8_validate_len (data, length, NULL))
            {
              const char *bad = NULL;
              gsize good;

              (void) g_utf8_validate_len (data, length, &bad);
              good = bad - data;
              if (good + 4 < length) /* not merely cut in the middle of its last character */
                {
                  g_free (name);
                  name = guess_charset (data, length);
                  why = HS_CHARSET_FROM_GUESS;
                }
            }
        }
    }

  text = convert (data + skip, length - skip, name);
  if (text == NULL)
    text = convert_stubbornly (data + skip, length - skip, name);
  if (text == NULL)
    text = convert (data + skip, length - skip, "windows-1252");
  if (text == NULL)
    text = g_utf8_make_valid (data + skip, length - skip);

  if (memchr (data + skip, 0, length - skip) != NULL && g_ascii_strncasecmp (name, "utf-16", 6) != 0
      && g_ascii_strncasecmp (name, "utf-32", 6) != 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_NOT_TEXT, "It is not text: it holds zero bytes.");
      return NULL;
    }
  if (charset != NULL)
    *charset = g_steal_pointer (&name);
  if (from != NULL)
    *from = why;
  return g_steal_pointer (&text);
}

/**
 * hs_charset_unify_breaks:
 * @text: (transfer full): text
 *
 * Makes CR LF and lone CR into LF, in place.
 *
 * Returns: (transfer full): @text
 */
char *
hs_charset_unify_breaks (char *text)
{
  char *to;

  g_return_val_if_fail (text != NULL, NULL);

  to = strchr (text, '\r');
  if (to == NULL)
    return text;
  for (const char *from = to; *from != '\0'; from++)
    {
      if (*from == '\r')
        {
          *to++ = '\n';
          if (from[1] == '\n')
            from++;
        }
      else
        *to++ = *from;
    }
  *to = '\0';
  return text;
}
