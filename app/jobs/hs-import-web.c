/* hs-import-web.c: addresses, and words from the clipboard, into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-engine.h"
#include "hs-error.h"
#include "hs-fetcher.h"
#include "hs-import-private.h"
#include "hs-url.h"
#include "hs-worker.h"

#define ACCEPT "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1"
/* Of one article; what has more is no article, or leads in a circle. */
#define MAX_PARTS 20
#define AHEAD 16

typedef struct
{
  HsFetchResult *result; /* (owned) (nullable) */
  gboolean done;
} Answer;

typedef struct
{
  HsLibrary *library;          /* (unowned) */
  HsAnalyser *analyser;        /* (unowned) */
  HsFetcher *fetcher;          /* (owned) */
  HsImportFlags flags;
  const HsImportWatch *watch;  /* (unowned) (nullable) */
  GCancellable *cancellable;   /* (unowned) (nullable) */
  HsImportResult result;
} Import;

/* --- fetching ------------------------------------------------------------------------- */

static void
on_fetched (GObject      *object,
            GAsyncResult *async,
            gpointer      data)
{
  Answer *answer = data;

  answer->result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, NULL);
  answer->done = TRUE;
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->result, hs_fetch_result_free);
  g_free (answer);
}

static Answer *
ask (Import     *self,
     const char *url)
{
  g_autoptr (HsFetchRequest) request = hs_fetch_request_new (url);
  Answer *answer = g_new0 (Answer, 1);

  request->accept = g_strdup (ACCEPT);
  hs_fetcher_fetch_async (self->fetcher, request, self->cancellable, on_fetched, answer);
  return answer;
}

/* Returns: (transfer none) (nullable): NULL with @error set where there is no page */
static const HsFetchResult *
wait_for (Answer  *answer,
          GError **error)
{
  while (!answer->done)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
  if (answer->result != NULL && answer->result->outcome == HS_FETCH_OK && answer->result->bytes != NULL)
    return answer->result;
  if (answer->result == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_READ,
                         answer->result->message != NULL ? answer->result->message
                                                         : _("The page could not be fetched."));
  return NULL;
}

static HsIncoming *
pack (const HsFetchResult *page)
{
  HsIncoming *incoming = hs_incoming_new (page->bytes);

  incoming->address = g_strdup (page->url);
  incoming->content_type = g_strdup (page->content_type);
  incoming->headers = g_strdup (page->headers);
  incoming->fetched = page->time;
  return incoming;
}

/* A server that does not say what it sends sends pages. */
static const char *
get_type (const HsFetchResult *page)
{
  return page->content_type != NULL ? page->content_type : "text/html";
}

/* --- the parts of one article ----------------------------------------------------------- */

/* Follows from part to part; one that cannot be had ends it, and is told. */
static void
fetch_parts (Import              *self,
             HsIncoming          *incoming,
             const HsFetchResult *page)
{
  g_autoptr (GHashTable) visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_document_unref);
  g_autofree char *next = hs_worker_find_next (page->bytes, get_type (page), page->url);

  g_hash_table_add (visited, hs_url_normalise (page->url));
  g_ptr_array_add (parts, hs_document_ref (incoming->document));
  incoming->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  while (next != NULL && parts->len < MAX_PARTS && g_hash_table_add (visited, hs_url_normalise (next)))
    {
      Answer *answer = ask (self, next);
      g_autoptr (GError) error = NULL;
      const HsFetchResult *part = wait_for (answer, &error);
      HsDocument *document = part != NULL ? hs_worker_read (part->bytes, NULL, get_type (part), part->url, &error)
                                          : NULL;

      if (document == NULL && self->watch != NULL && self->watch->problem != NULL)
        self->watch->problem (next, error->message, self->watch->data);
      g_clear_pointer (&next, g_free);
      if (document != NULL)
        {
          g_ptr_array_add (parts, document);
          g_ptr_array_add (incoming->parts, pack (part));
          next = hs_worker_find_next (part->bytes, get_type (part), part->url);
        }
      answer_free (answer);
    }
  if (parts->len == 1)
    return;
  hs_document_unref (incoming->document);
  incoming->document = hs_import_join (parts);
}

/* --- one address ------------------------------------------------------------------------- */

static gboolean
keep (Import      *self,
      HsIncoming  *incoming,
      GError     **error)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();

  incoming->analysis = hs_analyser_read (self->analyser, incoming->document, self->cancellable, error);
  if (incoming->analysis == NULL)
    return FALSE;
  g_ptr_array_add (batch, incoming);
  if (!hs_library_keep (self->library, batch, error))
    return FALSE;
  self->result.added += incoming->kept == HS_KEPT_ADDED;
  self->result.changed += incoming->kept == HS_KEPT_CHANGED;
  self->result.unchanged += incoming->kept == HS_KEPT_UNCHANGED;
  if (self->result.first == 0)
    self->result.first = incoming->article;
  return TRUE;
}

static gboolean
import_page (Import               *self,
             const HsFetchResult  *page,
             GError              **error)
{
  g_autoptr (HsIncoming) incoming = pack (page);
  g_autoptr (GError) local = NULL;

  incoming->document = hs_worker_read (page->bytes, NULL, get_type (page), page->url, &local);
  if (incoming->document == NULL)
    incoming->document = hs_import_make_unread (local, NULL, page->url);
  if (incoming->document == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (local != NULL)
    hs_import_tell_unread (&self->result, self->watch, page->url);
  if (incoming->document->url == NULL)
    incoming->document->url = g_strdup (page->url);
  if ((self->flags & HS_IMPORT_PARTS) != 0 && local == NULL)
    fetch_parts (self, incoming, page);
  return keep (self, incoming, error);
}

static gboolean
import_all (Import     *self,
            GPtrArray  *urls,
            GError    **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (answer_free);
  gboolean going = TRUE;

  for (guint i = 0; i < urls->len && going; i++)
    {
      g_autoptr (GError) local = NULL;
      const HsFetchResult *page;

      while (answers->len < urls->len && answers->len < i + AHEAD)
        g_ptr_array_add (answers, ask (self, g_ptr_array_index (urls, answers->len)));
      if (self->watch != NULL && self->watch->progress != NULL)
        self->watch->progress (0.95 * i / urls->len, g_ptr_array_index (urls, i), self->watch->data);
      page = wait_for (g_ptr_array_index (answers, i), &local);
      if (page != NULL)
        import_page (self, page, &local);
      g_clear_pointer (&((Answer *) g_ptr_array_index (answers, i))->result, hs_fetch_result_free);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        going = FALSE;
      else if (local != NULL)
        hs_import_tell (&self->result, self->watch, g_ptr_array_index (urls, i), local->message);
    }
  for (guint i = 0; i < answers->len; i++)
    wait_for (g_ptr_array_index (answers, i), NULL);
  return going && hs_library_build_stories (self->library, 0, self->cancellable, NULL, error);
}

/* What is no address is named, the rest goes on. */
static GPtrArray *
read_addresses (Import    *self,
                GPtrArray *typed)
{
  GPtrArray *urls = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < typed->len; i++)
    {
      char *url = hs_url_from_user (g_ptr_array_index (typed, i));

      if (url != NULL)
        g_ptr_array_add (urls, url);
      else
        hs_import_tell (&self->result, self->watch, g_ptr_array_index (typed, i), _("It is no web address."));
    }
  return urls;
}

/**
 * hs_import_addresses:
 * @library: where to
 * @addresses: (element-type utf8): as a person types them
 * @flags: how
 * @watch: (nullable): who is told of progress and problems, on this thread
 * @cancellable: (nullable): ends it between two articles
 * @result: (out) (optional): what came of it, also when it failed
 * @error: return location
 *
 * Fetched without cookies, one at a time from a host; the pages are kept as they
 * came. With %HS_IMPORT_PARTS an article that goes on on other pages of the same
 * host is fetched whole, at most 20 pages of it. Waits; any thread but the main
 * one and the library's.
 *
 * Returns: whether it came to its end, whatever the problems with single pages
 */
gboolean
hs_import_addresses (HsLibrary            *library,
                     GPtrArray            *addresses,
                     HsImportFlags         flags,
                     const HsImportWatch  *watch,
                     GCancellable         *cancellable,
                     HsImportResult       *result,
                     GError              **error)
{
  Import self = { .library = library, .flags = flags, .watch = watch, .cancellable = cancellable };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GPtrArray) urls = NULL;
  gboolean done;

  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (addresses != NULL, FALSE);

  self.analyser = hs_engine_get_analyser (error);
  if (self.analyser == NULL)
    return FALSE;
  urls = read_addresses (&self, addresses);
  g_main_context_push_thread_default (context);
  self.fetcher = hs_fetcher_new ();
  done = import_all (&self, urls, error);
  g_object_unref (self.fetcher);
  g_main_context_pop_thread_default (context);
  hs_worker_rest ();
  if (result != NULL)
    *result = self.result;
  return done;
}

/* --- from the clipboard --------------------------------------------------------------------- */

static gboolean
is_date (const char *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = strlen (date) == 10 ? g_strconcat (date, "T00:00:00Z", NULL) : g_strdup (date);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, utc);

  return time != NULL;
}

static gboolean
is_given (const char *field)
{
  return field != NULL && field[strspn (field, " \t\r\n")] != '\0';
}

static gboolean
check_details (const HsImportText  *text,
               char               **url,
               GError             **error)
{
  *url = is_given (text->address) ? hs_url_from_user (text->address) : NULL;
  if (is_given (text->address) && *url == NULL)
    g_set_error (error, HS_ERROR, HS_ERROR_USAGE, _("“%s” is no web address."), text->address);
  else if (is_given (text->published) && !is_date (text->published))
    g_set_error (error, HS_ERROR, HS_ERROR_USAGE, _("“%s” is no date; it would be written 2026-05-04."),
                 text->published);
  else if (!is_given (text->text))
    g_set_error_literal (error, HS_ERROR, HS_ERROR_EMPTY, _("There is no text to keep."));
  else
    return TRUE;
  return FALSE;
}

static HsDocument *
read_text (const HsImportText  *text,
           const char          *whole,
           const char          *url,
           GError             **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (whole, strlen (whole));
  HsDocument *document = hs_worker_read (bytes, "a.txt", "text/plain; charset=utf-8", NULL, error);

  if (document == NULL)
    return NULL;
  if (is_given (text->title))
    {
      g_free (document->title);
      document->title = g_strstrip (g_strdup (text->title));
    }
  document->url = g_strdup (url);
  document->outlet = is_given (text->outlet) ? g_strstrip (g_strdup (text->outlet)) : NULL;
  document->published = is_given (text->published) ? g_strdup (text->published) : NULL;
  return document;
}

/**
 * hs_import_text:
 * @library: where to
 * @text: what was pasted, and what is said of it
 * @cancellable: (nullable): ends the analysis
 * @result: (out) (optional): what came of it
 * @error: return location: %HS_ERROR_USAGE for an address or date that is none,
 *   %HS_ERROR_EMPTY
 *
 * Waits; any thread but the main one and the library's.
 *
 * Returns: whether it was kept, or was there already
 */
gboolean
hs_import_text (HsLibrary           *library,
                const HsImportText  *text,
                GCancellable        *cancellable,
                HsImportResult      *result,
                GError             **error)
{
  Import self = { .library = library, .cancellable = cancellable };
  g_autofree char *url = NULL, *whole = NULL;
  g_autoptr (HsIncoming) incoming = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  self.analyser = hs_engine_get_analyser (error);
  if (self.analyser == NULL || !check_details (text, &url, error))
    return FALSE;
  whole = is_given (text->title) && !g_str_has_prefix (text->text, text->title)
            ? g_strconcat (text->title, "\n\n", text->text, NULL) : g_strdup (text->text);
  bytes = g_bytes_new (text->text, strlen (text->text));
  incoming = hs_incoming_new (bytes);
  incoming->address = g_strdup (url);
  incoming->content_type = g_strdup ("text/plain; charset=utf-8");
  incoming->document = read_text (text, whole, url, error);
  if (incoming->document == NULL || !keep (&self, incoming, error)
      || !hs_library_build_stories (library, 0, cancellable, NULL, error))
    return FALSE;
  if (result != NULL)
    *result = self.result;
  return TRUE;
}
