/* hs-picture-fetch.c: the bytes behind the addresses of pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thread has the fetcher, so that the pictures of a page wait for their turn
 * at its host whoever asks. What came is kept, the oldest is forgotten first; what
 * failed may be asked for again.
 */
#include "hs-picture-private.h"

#include <glib/gi18n-lib.h>

#include "hs-error.h"
#include "hs-fetcher.h"

#define ACCEPT "image/webp,image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.5"
#define MAX_BYTES (24 * 1024 * 1024)
#define MAX_KEPT (64 * 1024 * 1024)

/* Of the thread of pictures. */
typedef struct
{
  HsFetcher *fetcher;       /* (owned) */
  GHashTable *entries;      /* (owned) (element-type utf8 Entry) */
  GQueue kept;              /* (element-type Entry): oldest first */
  gsize size;
} Pictures;

typedef struct
{
  char *address;            /* (owned) */
  GBytes *bytes;            /* (owned) (nullable): when it came */
  GPtrArray *waiting;       /* (owned) (element-type Waiting) */
} Entry;

typedef struct
{
  char *address;            /* (owned) */
  HsPictureFetched fetched;
  gpointer data;
} Waiting;

static GMainContext *context;
static Pictures pictures;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_free (waiting->address);
  g_free (waiting);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->address);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_ptr_array_unref (entry->waiting);
  g_free (entry);
}

static void
tell_all (Entry        *entry,
          GBytes       *bytes,
          const GError *error)
{
  for (guint i = 0; i < entry->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (entry->waiting, i);

      waiting->fetched (bytes, error, waiting->data);
    }
  g_ptr_array_set_size (entry->waiting, 0);
}

static void
keep (Entry  *entry,
      GBytes *bytes)
{
  entry->bytes = g_bytes_ref (bytes);
  pictures.size += g_bytes_get_size (bytes);
  g_queue_push_tail (&pictures.kept, entry);
  while (pictures.size > MAX_KEPT && pictures.kept.length > 1)
    {
      Entry *oldest = g_queue_pop_head (&pictures.kept);

      pictures.size -= g_bytes_get_size (oldest->bytes);
      g_hash_table_remove (pictures.entries, oldest->address);
    }
}

static void
on_answer (GObject      *object,
           GAsyncResult *async,
           gpointer      data)
{
  Entry *entry = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HsFetchResult) result = hs_fetcher_fetch_finish (HS_FETCHER (object), async, &error);

  if (result != NULL && result->outcome == HS_FETCH_OK && result->bytes != NULL)
    {
      tell_all (entry, result->bytes, NULL);
      keep (entry, result->bytes);
      return;
    }
  if (error == NULL)
    g_set_error_literal (&error, HS_ERROR, HS_ERROR_READ,
                         result->message != NULL ? result->message : _("The picture could not be fetched."));
  tell_all (entry, NULL, error);
  g_hash_table_remove (pictures.entries, entry->address);
}

/* On the thread of pictures. */
static gboolean
begin (gpointer data)
{
  Waiting *waiting = data;
  Entry *entry = g_hash_table_lookup (pictures.entries, waiting->address);
  g_autoptr (HsFetchRequest) request = NULL;

  if (entry != NULL && entry->bytes != NULL)
    {
      waiting->fetched (entry->bytes, NULL, waiting->data);
      waiting_free (waiting);
      return G_SOURCE_REMOVE;
    }
  if (entry != NULL)
    {
      g_ptr_array_add (entry->waiting, waiting);
      return G_SOURCE_REMOVE;
    }
  entry = g_new0 (Entry, 1);
  entry->address = g_strdup (waiting->address);
  entry->waiting = g_ptr_array_new_with_free_func (waiting_free);
  g_ptr_array_add (entry->waiting, waiting);
  g_hash_table_insert (pictures.entries, entry->address, entry);
  request = hs_fetch_request_new (entry->address);
  request->accept = g_strdup (ACCEPT);
  request->max_bytes = MAX_BYTES;
  hs_fetcher_fetch_async (pictures.fetcher, request, NULL, on_answer, entry);
  return G_SOURCE_REMOVE;
}

static gpointer
run (gpointer data)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);

  g_main_context_push_thread_default (context);
  pictures.fetcher = hs_fetcher_new ();
  pictures.entries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, entry_free);
  g_queue_init (&pictures.kept);
  g_main_loop_run (loop);
  return NULL;
}

/**
 * hs_picture_fetch:
 * @address: http or https
 * @fetched: called once, on the thread of pictures
 * @data: for @fetched
 *
 * Any thread.
 */
void
hs_picture_fetch (const char       *address,
                  HsPictureFetched  fetched,
                  gpointer          data)
{
  static gsize started = 0;
  Waiting *waiting = g_new0 (Waiting, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (g_once_init_enter (&started))
    {
      context = g_main_context_new ();
      g_thread_unref (g_thread_new ("pictures", run, NULL));
      g_once_init_leave (&started, 1);
    }
  waiting->address = g_strdup (address);
  waiting->fetched = fetched;
  waiting->data = data;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, begin, waiting, NULL);
  g_source_attach (source, context);
}
