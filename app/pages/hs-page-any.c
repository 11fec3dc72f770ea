/* hs-page-any.c: bytes of any kind of file to a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Apart from hs-page.c, so that only the worker is linked with what reads PDF and
 * mail.
 */
#include "hs-page.h"

#include <string.h>

#include "hs-error.h"
#include "hs-page-mail.h"
#include "hs-page-pdf.h"

/* A PDF may begin a little later than the file. */
#define PDF_WINDOW 1024
#define MAX_BYTES (64 * 1024 * 1024)

/* The C library loads a file for each of them. */
static const char *const charsets[] = {
  "ISO-8859-1",   "ISO-8859-2",   "ISO-8859-3",   "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
  "ISO-8859-8",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-11",  "ISO-8859-13",  "ISO-8859-14",  "ISO-8859-15",
  "ISO-8859-16",  "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255",
  "WINDOWS-1256", "WINDOWS-1257", "WINDOWS-1258", "WINDOWS-874",  "TIS-620",      "KOI8-R",       "KOI8-U",
  "KOI8-T",       "KOI8-RU",      "MACINTOSH",    "MAC-CYRILLIC", "MAC-IS",       "MAC-CENTRALEUROPE",
  "IBM437",       "IBM850",       "IBM852",       "IBM855",       "IBM857",       "IBM862",       "IBM864",
  "IBM865",       "IBM866",       "CP737",        "CP775",        "CP1125",       "CP1133",       "SHIFT_JIS",
  "CP932",        "EUC-JP",       "EUC-JP-MS",    "EUC-JISX0213", "ISO-2022-JP",  "ISO-2022-JP-2", "GB2312",
  "GBK",          "GB18030",      "BIG5",         "BIG5-HKSCS",   "EUC-TW",       "ISO-2022-CN",  "EUC-KR",
  "UHC",          "CP949",        "JOHAB",        "ISO-2022-KR",  "UTF-7",        "UTF-16",       "UTF-16LE",
  "UTF-16BE",     "UTF-32",       "UTF-32LE",     "UTF-32BE",     "UCS-2",        "UCS-4",        "VISCII",
  "TCVN",         "ARMSCII-8",    "GEORGIAN-PS",  "GEORGIAN-ACADEMY", "PT154",    "RK1048",       "MIK",
};

/**
 * hs_page_prepare:
 *
 * Loads what the readers would load later: for a process that soon will not be
 * able to. What is loaded stays, so this is for that process only.
 */
void
hs_page_prepare (void)
{
  static GPtrArray *converters = NULL;

  /* left open, each with its file, and held */
  if (converters == NULL)
    {
      converters = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
        g_ptr_array_add (converters, g_iconv_open ("UTF-8", charsets[i]));
    }
  hs_page_prepare_mail ();
  hs_page_prepare_pdf ();
}

static gboolean
is_pdf (const char *data,
        gsize       length)
{
  return length > 0 && g_strstr_len (data, (gssize) MIN (length, 5), "%PDF-") != NULL;
}

/* Text may speak of PDF; only what is called one may begin later. */
static gboolean
holds_pdf (const char *data,
           gsize       length)
{
  for (gsize i = 0; i + 5 <= MIN (length, PDF_WINDOW); i++)
    if (memcmp (data + i, "%PDF-", 5) == 0)
      return TRUE;
  return FALSE;
}

/**
 * hs_page_read_any:
 * @bytes: a file as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location for an error
 *
 * What begins as a PDF is one, whatever it is called.
 *
 * Returns: (transfer full) (nullable): what it says, or %NULL with @error set
 */
HsDocument *
hs_page_read_any (GBytes      *bytes,
                  const char  *name,
                  const char  *content_type,
                  const char  *base_url,
                  GError     **error)
{
  const char *type = hs_page_guess_type (name, content_type);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean called_pdf = g_strcmp0 (type, "application/pdf") == 0;
  HsDocument *document;

  if (length > MAX_BYTES || length == 0)
    return hs_page_read (bytes, "a.txt", NULL, base_url, error); /* says so */
  if (is_pdf (data, length) || (called_pdf && holds_pdf (data, length)))
    {
      document = hs_page_read_pdf (bytes, error);
      if (document != NULL)
        document->url = g_strdup (base_url);
      return document;
    }
  if (called_pdf)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_READ, "It is called a PDF and is none.");
      return NULL;
    }
  if (g_strcmp0 (type, "message/rfc822") == 0)
    return hs_page_read_mail (bytes, error);
  if (g_strcmp0 (type, "application/mbox") == 0)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is no message in the mailbox.");
      return NULL;
    }
  return hs_page_read (bytes, name, content_type, base_url, error);
}
