/* hs-worker.c: hostile bytes, read in another process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-worker.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-page.h"
#include "hs-picture-private.h"
#include "hs-url.h"
#include "hs-worker-inert.h"
#include "hs-worker-process.h"

/* A page that takes longer is not worth it; files of many pages may. */
#define PAGE_SECONDS 2
#define FILE_SECONDS 20
#define MAX_BYTES (64 * 1024 * 1024)
/* What is handed on is short: so much of it is asked about at once. */
#define MAX_FRAGMENTS 64
#define MAX_FRAGMENT_BYTES (256 * 1024)
/* Which takes a few milliseconds: to start a worker takes as long as some tens of
 * them. Microseconds. */
#define FRAGMENT_PATIENCE (250 * 1000)
/* After a worker could not be started, so long none is tried. */
#define RETRY_USEC (60 * G_USEC_PER_SEC)

/* The workers that have nothing to do, and how many there are in all. */
static struct
{
  GMutex lock;
  GCond cond;
  GQueue idle;         /* (element-type HsWorkerProcess) */
  guint n_started;
  guint most;          /* as many as there are cores, 0 not asked yet */
  gint64 failed;       /* when one could not be started, 0 never */
  gboolean said;       /* that there is none */
} pool = { .idle = G_QUEUE_INIT };

/* --- the pool --------------------------------------------------------------------- */

static void
leave_failed (const GError *error)
{
  pool.failed = g_get_monotonic_time ();
  if (!pool.said)
    g_message ("hearsay-worker could not be started (%s): pages are read without it, with no limit to memory and time",
               error->message);
  pool.said = TRUE;
}

/* Until there is one that has nothing to do, or another may be started. */
static void
wait_for_worker (gint64 patience)
{
  gint64 until = g_get_monotonic_time () + patience;

  if (pool.most == 0)
    pool.most = g_get_num_processors ();
  while (g_queue_is_empty (&pool.idle) && pool.n_started > 0)
    if (pool.n_started >= pool.most)
      g_cond_wait (&pool.cond, &pool.lock);
    else if (g_get_monotonic_time () >= until)
      return;
    else
      g_cond_wait_until (&pool.cond, &pool.lock, until);
}

/* Rather waits for so many microseconds than to start another beside one that is
 * busy. NULL when there is none to be had. */
static HsWorkerProcess *
take_worker (gint64 patience)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&pool.lock);
  g_autoptr (GError) error = NULL;
  HsWorkerProcess *worker;

  wait_for_worker (patience);
  worker = g_queue_pop_head (&pool.idle);
  if (worker != NULL)
    return worker;
  if (pool.failed != 0 && g_get_monotonic_time () - pool.failed < RETRY_USEC)
    return NULL;
  pool.n_started++;
  g_mutex_unlock (&pool.lock);
  worker = hs_worker_process_start (&error);
  g_mutex_lock (&pool.lock);
  if (worker == NULL)
    {
      pool.n_started--;
      leave_failed (error);
      g_cond_broadcast (&pool.cond);
    }
  return worker;
}

static void
give_back (HsWorkerProcess *worker,
           gboolean         usable)
{
  if (!usable)
    hs_worker_process_end (worker);
  g_mutex_lock (&pool.lock);
  if (usable)
    g_queue_push_head (&pool.idle, worker);
  else
    pool.n_started--;
  g_cond_signal (&pool.cond);
  g_mutex_unlock (&pool.lock);
}

/**
 * hs_worker_rest:
 *
 * Ends the workers that have nothing to do; the next question starts one. Any
 * thread.
 */
void
hs_worker_rest (void)
{
  GQueue idle;

  g_mutex_lock (&pool.lock);
  idle = pool.idle;
  g_queue_init (&pool.idle);
  pool.n_started -= idle.length;
  pool.failed = 0;
  g_cond_broadcast (&pool.cond);
  g_mutex_unlock (&pool.lock);
  g_queue_clear_full (&idle, (GDestroyNotify) hs_worker_process_end);
}

/* --- one question ----------------------------------------------------------------- */

static void
set_trouble (HsAsk     asked,
             GError  **error)
{
  if (asked == HS_ASK_SLOW)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_LIMIT,
                         _("Reading it took longer than a page may take, and was stopped."));
  else
    g_set_error_literal (error, HS_ERROR, HS_ERROR_LIMIT,
                         _("Reading it took more memory than a page may take, or broke its reader."));
}

/* An HsError and its words, as the worker says them: neither is trusted. */
static void
take_said (HsWireReader  *reader,
           GError       **error)
{
  guint32 code = hs_wire_get_number (reader);
  g_autofree char *words = hs_wire_get_string (reader);

  if (words == NULL || code > HS_ERROR_LIMIT || g_utf8_strlen (words, -1) > 1000)
    set_trouble (HS_ASK_NONSENSE, error);
  else
    g_set_error_literal (error, HS_ERROR, (int) code, words);
}

static void
set_said (GBytes  *answer,
          GError **error)
{
  HsWireReader reader = { 0 };

  reader.data = g_bytes_get_data (answer, &reader.left);
  take_said (&reader, error);
}

typedef enum
{
  ANSWERED,
  REFUSED,    /* with an error */
  NOBODY      /* there is no worker */
} Asked;

/* A worker that had read others before may have ended for their sake: one that is
 * new is asked once more. */
static Asked
ask (HsWireTask        task,
     const GByteArray *fields,
     GBytes           *tail,
     guint             seconds,
     GBytes          **answer,
     GError          **error)
{
  HsAsk asked = HS_ASK_DIED;

  for (guint i = 0; i < 2; i++)
    {
      HsWorkerProcess *worker = take_worker (task == HS_WIRE_FRAGMENTS ? FRAGMENT_PATIENCE : 0);
      HsWireAnswer kind = HS_WIRE_FAILED;
      g_autoptr (GBytes) body = NULL;
      gboolean fresh;

      if (worker == NULL)
        return NOBODY;
      fresh = hs_worker_process_get_served (worker) == 0;
      asked = hs_worker_process_ask (worker, task, fields, tail, seconds, &kind, &body);
      give_back (worker, asked == HS_ASK_ANSWERED);
      if (asked == HS_ASK_ANSWERED && kind == HS_WIRE_DONE)
        {
          *answer = g_steal_pointer (&body);
          return ANSWERED;
        }
      if (asked == HS_ASK_ANSWERED)
        {
          set_said (body, error);
          return REFUSED;
        }
      if (fresh || asked == HS_ASK_SLOW)
        break;
    }
  set_trouble (asked, error);
  return REFUSED;
}

static HsDocument *
take_document (GBytes  *answer,
               GError **error)
{
  HsWireReader reader = { 0 };
  g_autoptr (HsDocument) document = NULL;

  reader.data = g_bytes_get_data (answer, &reader.left);
  document = hs_wire_get_document (&reader);
  if (document != NULL && reader.left == 0)
    return g_steal_pointer (&document);
  set_trouble (HS_ASK_NONSENSE, error);
  return NULL;
}

/* --- what is asked ---------------------------------------------------------------- */

/**
 * hs_worker_read:
 * @bytes: a file or page as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it says
 */
HsDocument *
hs_worker_read (GBytes      *bytes,
                const char  *name,
                const char  *content_type,
                const char  *base_url,
                GError     **error)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  const char *type = hs_page_guess_type (name, content_type);
  gboolean page = type == NULL || g_str_has_prefix (type, "text/");
  /* a name is bytes; only its ending matters */
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;
  g_autofree char *said = content_type != NULL ? g_utf8_make_valid (content_type, -1) : NULL;
  g_autofree char *base = base_url != NULL ? g_utf8_make_valid (base_url, -1) : NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    return hs_page_read (bytes, name, content_type, base_url, error); /* says that it is too large */
  hs_wire_put_string (fields, valid);
  hs_wire_put_string (fields, said);
  hs_wire_put_string (fields, base);
  switch (ask (HS_WIRE_PAGE, fields, bytes, page ? PAGE_SECONDS : FILE_SECONDS, &answer, error))
    {
    case ANSWERED:
      return take_document (answer, error);
    case NOBODY:
      return hs_page_read (bytes, name, content_type, base_url, error);
    case REFUSED:
    default:
      return NULL;
    }
}

/**
 * hs_worker_split:
 * @bytes: a file as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (inout) (nullable) (transfer none): what a server called it, and
 *   then what each part is
 *
 * Returns: (transfer full) (element-type GBytes): the messages of a mailbox, or
 *   the file itself
 */
GPtrArray *
hs_worker_split (GBytes      *bytes,
                 const char  *name,
                 const char **content_type)
{
  GPtrArray *parts;

  if (g_strcmp0 (hs_page_guess_type (name, *content_type), "application/mbox") == 0)
    {
      parts = hs_page_split_mbox (bytes);
      *content_type = "message/rfc822";
      if (parts->len > 0)
        return parts;
      g_ptr_array_unref (parts);
    }
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (parts, g_bytes_ref (bytes));
  return parts;
}

/**
 * hs_worker_read_all:
 * @bytes: a file as it is
 * @name: (nullable): its name, to tell what it is by
 * @content_type: (nullable): what a server called it
 * @base_url: (nullable): what relative addresses stand against
 * @error: return location
 *
 * A mailbox holds several documents; what cannot be read in it is left out where
 * something else can.
 *
 * Returns: (transfer full) (element-type HsDocument) (nullable): at least one
 */
GPtrArray *
hs_worker_read_all (GBytes      *bytes,
                    const char  *name,
                    const char  *content_type,
                    const char  *base_url,
                    GError     **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_document_unref);
  g_autoptr (GPtrArray) parts = hs_worker_split (bytes, name, &content_type);
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      HsDocument *document;

      g_clear_error (&local);
      document = hs_worker_read (g_ptr_array_index (parts, i), name, content_type, base_url, &local);
      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  if (documents->len > 0)
    return g_steal_pointer (&documents);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* Whether nothing is to be parsed, or it is too much to be sent. */
static gboolean
is_read_here (const HsFragment *fragment)
{
  return fragment->text == NULL || !fragment->html || strlen (fragment->text) > MAX_BYTES;
}

static void
read_here (HsFragment *fragment)
{
  fragment->document = hs_page_read_fragment (fragment->text, fragment->html, fragment->title, fragment->base_url,
                                              &fragment->error);
}

static void
put_fragment (GByteArray       *fields,
              const HsFragment *fragment)
{
  g_autofree char *text = g_utf8_make_valid (fragment->text, -1);
  g_autofree char *title = fragment->title != NULL ? g_utf8_make_valid (fragment->title, -1) : NULL;
  g_autofree char *base = fragment->base_url != NULL ? g_utf8_make_valid (fragment->base_url, -1) : NULL;

  hs_wire_put_string (fields, title);
  hs_wire_put_string (fields, base);
  hs_wire_put_string (fields, text);
}

static void
clear_fragment (HsFragment *fragment)
{
  g_clear_pointer (&fragment->document, hs_document_unref);
  g_clear_error (&fragment->error);
}

/* FALSE when it is no answer: nothing is taken of it. */
static gboolean
take_fragments (HsFragment **asked,
                guint        n,
                GBytes      *answer)
{
  HsWireReader reader = { 0 };

  reader.data = g_bytes_get_data (answer, &reader.left);
  for (guint i = 0; i < n; i++)
    {
      if (hs_wire_get_number (&reader) == HS_WIRE_DONE)
        asked[i]->document = hs_wire_get_document (&reader);
      else
        take_said (&reader, &asked[i]->error);
    }
  if (!reader.broken && reader.left == 0)
    return TRUE;
  for (guint i = 0; i < n; i++)
    clear_fragment (asked[i]);
  return FALSE;
}

/* One question for all. What several cannot be answered for, each is asked alone, so
 * that one that breaks its reader costs the others nothing. */
static void
ask_fragments (HsFragment **asked,
               guint        n)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  Asked said;

  hs_wire_put_number (fields, n);
  for (guint i = 0; i < n; i++)
    put_fragment (fields, asked[i]);
  said = ask (HS_WIRE_FRAGMENTS, fields, NULL, PAGE_SECONDS, &answer, &error);
  if (said == ANSWERED && take_fragments (asked, n, answer))
    return;
  for (guint i = 0; i < n; i++)
    if (said == NOBODY)
      read_here (asked[i]);
    else if (n > 1)
      ask_fragments (&asked[i], 1);
    else if (said == ANSWERED)
      set_trouble (HS_ASK_NONSENSE, &asked[i]->error);
    else
      asked[i]->error = g_steal_pointer (&error);
}

/**
 * hs_worker_read_fragments:
 * @fragments: (array length=n) (inout): what is handed on
 * @n: how many
 *
 * As hs_page_read_fragment(), each by itself, so many of them with one question as a
 * page may be large. Plain text is read in this process: there is nothing in it to
 * parse. Each then has either its `document` or its `error`.
 */
void
hs_worker_read_fragments (HsFragment *fragments,
                          guint       n)
{
  HsFragment *asked[MAX_FRAGMENTS];
  guint n_asked = 0;
  gsize size = 0;

  for (guint i = 0; i < n; i++)
    {
      gsize length;

      if (is_read_here (&fragments[i]))
        {
          read_here (&fragments[i]);
          continue;
        }
      length = strlen (fragments[i].text);
      if (n_asked == MAX_FRAGMENTS || (n_asked > 0 && size + length > MAX_FRAGMENT_BYTES))
        {
          ask_fragments (asked, n_asked);
          n_asked = 0;
          size = 0;
        }
      asked[n_asked++] = &fragments[i];
      size += length;
    }
  if (n_asked > 0)
    ask_fragments (asked, n_asked);
}

/**
 * hs_worker_find_next:
 * @bytes: a page
 * @content_type: (nullable): what a server called it
 * @url: where it was fetched
 *
 * Returns: (transfer full) (nullable): the address on the same host where its article
 *   goes on
 */
char *
hs_worker_find_next (GBytes     *bytes,
                     const char *content_type,
                     const char *url)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  g_autofree char *said = content_type != NULL ? g_utf8_make_valid (content_type, -1) : NULL;
  g_autofree char *next = NULL, *host = NULL, *other = NULL;
  HsWireReader reader = { 0 };

  g_return_val_if_fail (bytes != NULL && url != NULL, NULL);

  hs_wire_put_string (fields, said);
  hs_wire_put_string (fields, url);
  if (g_bytes_get_size (bytes) > MAX_BYTES
      || ask (HS_WIRE_NEXT, fields, bytes, PAGE_SECONDS, &answer, NULL) != ANSWERED)
    return NULL;
  reader.data = g_bytes_get_data (answer, &reader.left);
  next = hs_wire_get_string (&reader);
  host = hs_url_host (url);
  other = next != NULL ? hs_url_host (next) : NULL;
  /* the worker said so before, but who would trust it */
  if (next == NULL || !hs_url_is_web (next) || g_strcmp0 (host, other) != 0)
    return NULL;
  return g_steal_pointer (&next);
}

/**
 * hs_worker_read_picture:
 * @bytes: what may be a picture
 * @max_width: no wider than so many pixels
 * @error: return location: %HS_ERROR_UNSUPPORTED, %HS_ERROR_TOO_LARGE,
 *   %HS_ERROR_LIMIT
 *
 * Returns: (transfer full) (nullable): the picture
 */
HsPicture *
hs_worker_read_picture (GBytes  *bytes,
                        guint    max_width,
                        GError **error)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  HsWireReader reader = { 0 };
  Asked asked;
  guint32 width, height;
  const guint8 *pixels;
  gsize length, at;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, _("The picture is too large."));
      return NULL;
    }
  hs_wire_put_number (fields, max_width);
  asked = ask (HS_WIRE_PICTURE, fields, bytes, PAGE_SECONDS, &answer, error);
  if (asked == NOBODY)
    g_set_error_literal (error, HS_ERROR, HS_ERROR_FAILED,
                         _("Pictures are read by hearsay-worker only, and it could not be started."));
  if (asked != ANSWERED)
    return NULL;
  reader.data = g_bytes_get_data (answer, &reader.left);
  width = hs_wire_get_number (&reader);
  height = hs_wire_get_number (&reader);
  pixels = hs_wire_get_bytes (&reader, &length);
  if (reader.broken || width == 0 || height == 0 || width > 8192 || width > MAX (1, max_width)
      || (guint64) width * height * 4 != length)
    {
      set_trouble (HS_ASK_NONSENSE, error);
      return NULL;
    }
  at = (gsize) (pixels - (const guint8 *) g_bytes_get_data (answer, NULL));
  return hs_picture_new (width, height, g_bytes_new_from_bytes (answer, at, length));
}

/**
 * hs_worker_make_inert:
 * @bytes: a page or text as it came
 * @content_type: (nullable): what a server called it
 * @markup: whether it is a page; %FALSE shows it as it stands
 * @counts: (out caller-allocates): what was taken out
 * @error: return location
 *
 * As hs_html_inert_read(). What the worker wrote goes to a browser, so it is looked
 * at, tag by tag, whether it can do anything.
 *
 * Returns: (transfer full) (nullable): what goes into hs_html_inert_page()
 */
char *
hs_worker_make_inert (GBytes         *bytes,
                      const char     *content_type,
                      gboolean        markup,
                      HsInertCounts  *counts,
                      GError        **error)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  g_autofree char *said = content_type != NULL ? g_utf8_make_valid (content_type, -1) : NULL;
  g_autofree char *body = NULL;
  HsWireReader reader = { 0 };
  Asked asked;

  g_return_val_if_fail (bytes != NULL && counts != NULL, NULL);

  if (g_bytes_get_size (bytes) > MAX_BYTES)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, _("The page is too large."));
      return NULL;
    }
  hs_wire_put_number (fields, markup);
  hs_wire_put_string (fields, said);
  asked = ask (HS_WIRE_INERT, fields, bytes, PAGE_SECONDS, &answer, error);
  if (asked == NOBODY)
    return hs_html_inert_read (bytes, content_type, markup, counts, error);
  if (asked != ANSWERED)
    return NULL;
  reader.data = g_bytes_get_data (answer, &reader.left);
  counts->scripts = hs_wire_get_number (&reader);
  counts->pictures = hs_wire_get_number (&reader);
  counts->frames = hs_wire_get_number (&reader);
  counts->forms = hs_wire_get_number (&reader);
  counts->links = hs_wire_get_number (&reader);
  body = hs_wire_get_string (&reader);
  if (body != NULL && reader.left == 0 && hs_html_inert_is_inert (body))
    return g_steal_pointer (&body);
  set_trouble (HS_ASK_NONSENSE, error);
  return NULL;
}

/**
 * hs_worker_check:
 * @possible: (out): HS_GUARD_… of what a worker could do
 * @guard: (out): HsWireGuard of what holds it
 * @pid: (out): its process
 * @error: return location
 *
 * For the tests. Waits.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_worker_check (guint   *possible,
                 guint   *guard,
                 int     *pid,
                 GError **error)
{
  g_autoptr (GByteArray) fields = g_byte_array_new ();
  g_autoptr (GBytes) answer = NULL;
  HsWorkerProcess *worker = take_worker (0);
  HsWireAnswer kind = HS_WIRE_FAILED;
  HsWireReader reader = { 0 };
  HsAsk asked;

  if (worker == NULL)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_FAILED, _("hearsay-worker could not be started."));
      return FALSE;
    }
  *guard = hs_worker_process_get_guard (worker);
  *pid = hs_worker_process_get_pid (worker);
  asked = hs_worker_process_ask (worker, HS_WIRE_CHECK, fields, NULL, PAGE_SECONDS, &kind, &answer);
  give_back (worker, asked == HS_ASK_ANSWERED);
  if (asked == HS_ASK_ANSWERED && kind == HS_WIRE_DONE)
    {
      reader.data = g_bytes_get_data (answer, &reader.left);
      *possible = hs_wire_get_number (&reader);
      if (!reader.broken)
        return TRUE;
    }
  set_trouble (asked, error);
  return FALSE;
}
