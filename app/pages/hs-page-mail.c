/* hs-page-mail.c: a mail message as an article: newsletters, alerts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-page-mail.h"

#include <string.h>

#include <gmime/gmime.h>

#include "hs-boilerplate.h"
#include "hs-charset.h"
#include "hs-error.h"
#include "hs-page.h"
#include "hs-page-private.h"
#include "hs-url.h"

/* No letter is nested deeper or has more parts. */
#define MAX_DEPTH 16
#define MAX_PARTS 400
#define MAX_TEXT (16 * 1024 * 1024)
/* Words; a text with fewer only says where the other is. */
#define STUB_WORDS 40

/* What is found in the parts of a message. */
typedef struct
{
  GString *html;        /* (owned): of the longest part, UTF-8 */
  GString *plain;       /* (owned): of all parts, UTF-8 */
  guint n_parts;
  gboolean encrypted;
} Found;

/* --- parts --------------------------------------------------------------------------- */

static char *
decode_part (GMimePart *part,
             gboolean   html)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  g_autofree char *type = NULL;
  const char *charset = g_mime_content_type_get_parameter (g_mime_object_get_content_type (GMIME_OBJECT (part)),
                                                           "charset");
  GMimeStream *stream;
  GByteArray *bytes;
  char *text = NULL;

  if (content == NULL)
    return NULL;
  stream = g_mime_stream_mem_new ();
  g_mime_data_wrapper_write_to_stream (content, stream);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  type = charset != NULL ? g_strconcat (html ? "text/html; charset=" : "text/plain; charset=", charset, NULL) : NULL;
  if (bytes->len > 0 && bytes->len <= MAX_TEXT)
    text = hs_charset_decode ((const char *) bytes->data, bytes->len, type, html, NULL, NULL, NULL);
  g_object_unref (stream);
  return text;
}

static void
take_part (Found     *found,
           GMimePart *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (GMIME_OBJECT (part));
  gboolean html = g_mime_content_type_is_type (type, "text", "html");
  g_autofree char *text = NULL;

  if ((!html && !g_mime_content_type_is_type (type, "text", "plain")) || g_mime_part_is_attachment (part))
    return;
  text = decode_part (part, html);
  if (text == NULL)
    return;
  if (html && strlen (text) > found->html->len)
    g_string_assign (found->html, text);
  else if (!html && found->plain->len + strlen (text) <= MAX_TEXT)
    g_string_append_printf (found->plain, "%s%s", found->plain->len > 0 ? "\n\n" : "", text);
}

static void
take_object (Found       *found,
             GMimeObject *object,
             guint        depth)
{
  if (object == NULL || depth > MAX_DEPTH || found->n_parts++ > MAX_PARTS)
    return;
  if (GMIME_IS_MULTIPART_ENCRYPTED (object)
      || g_mime_content_type_is_type (g_mime_object_get_content_type (object), "application", "pkcs7-mime"))
    found->encrypted = TRUE;
  else if (GMIME_IS_MULTIPART (object))
    {
      int n = g_mime_multipart_get_count (GMIME_MULTIPART (object));

      for (int i = 0; i < n; i++)
        take_object (found, g_mime_multipart_get_part (GMIME_MULTIPART (object), i), depth + 1);
    }
  else if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *inner = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));

      /* what was forwarded counts only where nothing was said to it */
      if (inner != NULL && found->html->len == 0 && found->plain->len < 200)
        take_object (found, g_mime_message_get_mime_part (inner), depth + 1);
    }
  else if (GMIME_IS_PART (object))
    take_part (found, GMIME_PART (object));
}

/* --- heads --------------------------------------------------------------------------- */

static char *
clean (const char *said)
{
  g_autofree char *valid = said != NULL ? g_utf8_make_valid (said, -1) : NULL;
  g_autofree char *squeezed = valid != NULL ? hs_page_squeeze (valid) : NULL;

  return squeezed != NULL && *squeezed != '\0' ? g_steal_pointer (&squeezed) : NULL;
}

static char *
get_header (GMimeMessage *message,
            const char   *name)
{
  return clean (g_mime_object_get_header (GMIME_OBJECT (message), name));
}

/* The name behind From, or the address where there is none. */
static char *
get_sender (GMimeMessage *message)
{
  InternetAddressList *list = g_mime_message_get_from (message);
  InternetAddress *first = list != NULL && internet_address_list_length (list) > 0
                             ? internet_address_list_get_address (list, 0) : NULL;
  char *name = first != NULL ? clean (internet_address_get_name (first)) : NULL;

  if (name == NULL && first != NULL && INTERNET_ADDRESS_IS_MAILBOX (first))
    name = clean (internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (first)));
  return name;
}

/* "Ada Moor from The Harbour Letter": a person, and the outlet. */
static gboolean
split_sender (const char  *sender,
              char       **person,
              char       **outlet)
{
  static const char *const joints[] = { " from ", " at ", " via ", " | ", " @ " };

  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      const char *at = strstr (sender, joints[i]);

      if (at == NULL || at == sender || at[strlen (joints[i])] == '\0')
        continue;
      *person = g_strndup (sender, at - sender);
      *outlet = g_strdup (at + strlen (joints[i]));
      return TRUE;
    }
  return FALSE;
}

/* A letter to a list comes from an outlet, any other from a person. */
static void
take_sender (GMimeMessage *message,
             HsDocument   *document)
{
  g_autofree char *sender = get_sender (message);
  g_autofree char *list = get_header (message, "List-Unsubscribe");
  g_autofree char *id = get_header (message, "List-Id");

  if (sender == NULL || split_sender (sender, &document->byline, &document->outlet))
    return;
  if (list != NULL || id != NULL)
    document->outlet = g_steal_pointer (&sender);
  else
    document->byline = g_steal_pointer (&sender);
}

static void
take_date (GMimeMessage *message,
           HsDocument   *document)
{
  g_autofree char *said = get_header (message, "Date");
  GDateTime *date = said != NULL ? g_mime_message_get_date (message) : NULL;

  if (date != NULL && g_date_time_get_year (date) >= 1970 && g_date_time_get_year (date) < 2200)
    document->published = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S%:z");
}

/* Where it can be read on the web (RFC 5064), else by what it is known (RFC 2392). */
static void
take_address (GMimeMessage *message,
              HsDocument   *document)
{
  g_autofree char *archived = get_header (message, "Archived-At");
  g_autofree char *id = clean (g_mime_message_get_message_id (message));
  char *start = archived != NULL ? strchr (archived, '<') : NULL;
  char *end = start != NULL ? strchr (start, '>') : NULL;

  g_clear_pointer (&document->url, g_free);
  if (end != NULL)
    {
      *end = '\0';
      if (hs_url_is_web (start + 1))
        {
          document->url = g_strdup (start + 1);
          return;
        }
    }
  if (id != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (id, "@", FALSE);

      document->url = g_strconcat ("mid:", escaped, NULL);
    }
}

static void
take_language (GMimeMessage *message,
               HsDocument   *document)
{
  g_autofree char *said = get_header (message, "Content-Language");

  if (said == NULL || document->language != NULL)
    return;
  said[strcspn (said, ", ;")] = '\0';
  if (strlen (said) >= 2 && strlen (said) <= 16)
    document->language = g_steal_pointer (&said);
}

/* --- the whole ------------------------------------------------------------------------- */

static guint
count_words (const HsDocument *document)
{
  return document != NULL ? hs_text_count_words (document->text, document->length) : 0;
}

static HsDocument *
choose_text (const Found *found,
             const char  *title)
{
  g_autoptr (HsDocument) html = NULL, plain = NULL;

  if (found->html->len > 0)
    html = hs_page_read_fragment (found->html->str, TRUE, title, NULL, NULL);
  if (found->plain->len > 0 && (html == NULL || count_words (html) < STUB_WORDS))
    plain = hs_page_read_fragment (found->plain->str, FALSE, title, NULL, NULL);
  if (html != NULL && count_words (html) * 2 >= count_words (plain))
    return g_steal_pointer (&html);
  return plain != NULL ? g_steal_pointer (&plain) : g_steal_pointer (&html);
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GMimeStream *stream = g_mime_stream_mem_new_with_buffer (data, length);
  GMimeParser *parser = g_mime_parser_new_with_stream (stream);
  GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

  g_object_unref (parser);
  g_object_unref (stream);
  return message;
}

static gboolean
is_message (GMimeMessage *message)
{
  static const char *const known[] = { "From", "Date", "Subject", "Message-Id", "Received" };

  for (guint i = 0; message != NULL && i < G_N_ELEMENTS (known); i++)
    if (g_mime_object_get_header (GMIME_OBJECT (message), known[i]) != NULL)
      return TRUE;
  return FALSE;
}

static HsDocument *
read_message (GMimeMessage  *message,
              GError       **error)
{
  Found found = { g_string_new (NULL), g_string_new (NULL), 0, FALSE };
  g_autofree char *subject = clean (g_mime_message_get_subject (message));
  HsDocument *document;
  gboolean says_something;

  take_object (&found, g_mime_message_get_mime_part (message), 0);
  says_something = found.html->len > 0 || found.plain->len > 0;
  document = says_something ? choose_text (&found, subject) : NULL;
  if (document == NULL && found.encrypted)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, "The message is encrypted; save it decrypted first.");
  else if (document == NULL)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, "There is no text to read in the message.");
  g_string_free (found.html, TRUE);
  g_string_free (found.plain, TRUE);
  return document;
}

/**
 * hs_page_read_mail:
 * @bytes: a message as RFC 5322 has it
 * @error: return location: %HS_ERROR_UNSUPPORTED, %HS_ERROR_EMPTY
 *
 * All of its text is kept: HTML where it says more than a line, else the plain
 * text; the subject is its title.
 *
 * Returns: (transfer full) (nullable): what it says
 */
HsDocument *
hs_page_read_mail (GBytes  *bytes,
                   GError **error)
{
  GMimeMessage *message;
  HsDocument *document = NULL;

  hs_page_prepare_mail ();
  message = parse (bytes);
  if (!is_message (message))
    g_set_error_literal (error, HS_ERROR, HS_ERROR_UNSUPPORTED, "It is no mail message.");
  else
    document = read_message (message, error);
  if (document != NULL)
    {
      take_sender (message, document);
      take_date (message, document);
      take_address (message, document);
      take_language (message, document);
    }
  g_clear_object (&message);
  return document;
}

/**
 * hs_page_prepare_mail:
 *
 * Once is enough; any thread.
 */
void
hs_page_prepare_mail (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_mime_init ();
      g_once_init_leave (&done, 1);
    }
}
