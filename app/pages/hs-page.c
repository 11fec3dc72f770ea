/* hs-page.c: bytes of a file or page to a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page.h"

#include <string.h>

#include "hs-error.h"
#include "hs-page-private.h"

#define MAX_BYTES (64 * 1024 * 1024)

static const struct
{
  const char *ending;
  const char *type;
} endings[] = {
  { ".txt", "text/plain" }, { ".text", "text/plain" }, { ".md", "text/plain" }, { ".html", "text/html" },
  { ".htm", "text/html" },  { ".xhtml", "text/html" }, { ".shtml", "text/html" },
  { ".pdf", "application/pdf" }, { ".eml", "message/rfc822" }, { ".mbox", "application/mbox" },
};

/**
 * hs_page_guess_type:
 * @name: (nullable): a file name
 * @content_type: (nullable): what a server called it
 *
 * Returns: (transfer none) (nullable): the kind that [func@page_read] reads it
 *   as, or %NULL when it reads no such thing
 */
const char *
hs_page_guess_type (const char *name,
                    const char *content_type)
{
  if (content_type != NULL)
    {
      static const char *const plain[] = { "text/plain", "application/pdf", "message/rfc822", "application/mbox" };

      for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
        if (g_ascii_strncasecmp (content_type, plain[i], strlen (plain[i])) == 0)
          return plain[i];
      if (g_ascii_strncasecmp (content_type, "text/html", 9) == 0
          || g_ascii_strncasecmp (content_type, "application/xhtml+xml", 21) == 0)
        return "text/html";
    }
  if (name != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        if (g_str_has_suffix (lower, endings[i].ending))
          return endings[i].type;
    }
  return NULL;
}

/* Bytes that begin as other formats do, whatever the file is called. */
static const char *
sniff_foreign (const char *data,
               gsize       length)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *what;
  } known[] = {
    { "PK\003\004", 4, "a ZIP archive or an office document" },
    { "\x89PNG", 4, "a picture" },
    { "\xFF\xD8\xFF", 3, "a picture" },
    { "GIF8", 4, "a picture" },
    { "\x1F\x8B", 2, "a compressed file" },
    { "\x7F" "ELF", 4, "a program" },
    { "\xD0\xCF\x11\xE0", 4, "an office document" },
    { "SQLite format 3", 15, "a database" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (length >= known[i].length && memcmp (data, known[i].magic, known[i].length) == 0)
      return known[i].what;
  return NULL;
}

/**
 * hs_page_read:
 * @bytes: a file as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location for an error
 *
 * Pure; any thread.
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with @error set
 */
HsDocument *
hs_page_read (GBytes      *bytes,
              const char  *name,
              const char  *content_type,
              const char  *base_url,
              GError     **error)
{
  const char *type, *foreign, *data;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  type = hs_page_guess_type (name, content_type);
  data = g_bytes_get_data (bytes, &length);
  foreign = length > 0 ? sniff_foreign (data, length) : NULL;
  if (foreign != NULL)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                   "It is %s, which cannot be read; plain text, HTML, PDF and mail can.", foreign);
      return NULL;
    }
  if (type == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           "This kind of file cannot be read; files ending in .txt, .html, .pdf, .eml and .mbox can.");
      return NULL;
    }
  if (!g_str_has_prefix (type, "text/") || (length >= 5 && memcmp (data, "%PDF-", 5) == 0))
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED,
                           "PDF and mail are read by hearsay-worker only, and it could not be started.");
      return NULL;
    }
  if (length > MAX_BYTES)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_TOO_LARGE, "It is larger than %d megabytes, which no article is.",
                   MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (length == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "It is empty.");
      return NULL;
    }
  if (g_str_equal (type, "text/html"))
    return hs_page_read_html (data, length, content_type, base_url, error);
  return hs_page_read_text (data, length, content_type, error);
}
