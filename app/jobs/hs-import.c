/* hs-import.c: files, pages and whole folders into a library
 *
 * Files are read and analysed on as many threads as there are cores, a few
 * ahead of the one that is being written; they are written in the order of the
 * files, so that an import that was killed and run again gives the same library
 * as one that was not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-import.h"

#include <glib/gi18n-lib.h>

#include "hs-engine.h"
#include "hs-error.h"
#include "hs-library-write.h"
#include "hs-import-private.h"
#include "hs-page.h"
#include "hs-walk.h"
#include "hs-worker.h"

#define AHEAD 64
#define BATCH 20
#define BATCH_USEC 200000
#define MAX_BYTES (64 * 1024 * 1024)

/* One file on its way. */
typedef struct
{
  HsWalked *walked;      /* (unowned) */
  gboolean done;
  guint known;           /* articles that are there already, nothing would come of them */
  GPtrArray *incoming;   /* (owned) (element-type HsIncoming): one, but for mailboxes */
  guint failed;          /* parts that could not be read */
  GError *error;         /* (owned) (nullable): of the first of these, or of the file */
} Slot;

typedef struct
{
  HsLibrary *library;          /* (unowned) */
  HsAnalyser *analyser;        /* (unowned) */
  HsImportFlags flags;
  const HsImportWatch *watch;  /* (unowned) (nullable) */
  GCancellable *cancellable;   /* (unowned) (nullable) */
  HsImportResult result;

  GPtrArray *files;            /* (owned) (element-type HsWalked) */
  Slot *slots;                 /* (owned) */
  GPtrArray *batch;            /* (owned) (element-type HsIncoming): to be written next */
  gint64 batch_began;
  GMutex lock;                 /* of `done` of the slots */
  GCond cond;
} Import;

static void
slot_clear (Slot *slot)
{
  g_clear_pointer (&slot->incoming, g_ptr_array_unref);
  g_clear_error (&slot->error);
}

/* --- one file, on any thread ----------------------------------------------- */

static GBytes *
read_bytes (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  GBytes *bytes = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, &local);
  if (info != NULL && g_file_info_get_size (info) > MAX_BYTES)
    {
      g_set_error_literal (error, HS_ERROR, HS_ERROR_TOO_LARGE, _("The file is too large to be an article."));
      return NULL;
    }
  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &local);
  if (bytes == NULL)
    g_propagate_error (error, hs_error_from_io (g_steal_pointer (&local)));
  return bytes;
}

static char *
get_path (GFile *file)
{
  const char *path = g_file_peek_path (file);

  return path != NULL ? g_strdup (path) : g_file_get_uri (file);
}

/* One article of the file; one that cannot be read leaves the others. */
static gboolean
read_part (Import      *self,
           Slot        *slot,
           GBytes      *bytes,
           const char  *name,
           const char  *type,
           const char  *path,
           GError     **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (HsIncoming) incoming = NULL;
  gboolean known;

  if (!hs_library_knows (self->library, sha256, path, &known, error))
    return FALSE;
  slot->known += known;
  if (known)
    return TRUE;
  incoming = hs_incoming_new (bytes);
  incoming->path = g_strdup (path);
  incoming->content_type = g_strdup (type);
  incoming->sample = (self->flags & HS_IMPORT_SAMPLE) != 0;
  if (hs_import_read (incoming, self->analyser, bytes, name, type, NULL, self->cancellable, error))
    g_ptr_array_add (slot->incoming, g_steal_pointer (&incoming));
  return error == NULL || *error == NULL;
}

static gboolean
read_slot (Import  *self,
           Slot    *slot,
           GError **error)
{
  GFile *file = slot->walked->file;
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = get_path (file);
  g_autoptr (GPtrArray) parts = NULL;
  const char *type = NULL;

  slot->incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  if (!slot->walked->named && hs_page_guess_type (name, NULL) == NULL)
    return TRUE; /* of a kind that is no article, found in a folder */
  bytes = read_bytes (file, self->cancellable, error);
  if (bytes == NULL)
    return FALSE;
  parts = hs_worker_split (bytes, name, &type);
  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *part = parts->len > 1 ? g_strdup_printf ("%s#%u", path, i + 1) : NULL;
      g_autoptr (GError) local = NULL;

      if (read_part (self, slot, g_ptr_array_index (parts, i), name, type, part != NULL ? part : path, &local))
        continue;
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_clear_error (error);
      slot->failed++;
      if (error != NULL && *error == NULL)
        g_propagate_error (error, g_steal_pointer (&local));
    }
  return slot->failed == 0;
}

static void
read_slot_work (gpointer data,
                gpointer user_data)
{
  Slot *slot = data;
  Import *self = user_data;

  if (!g_cancellable_set_error_if_cancelled (self->cancellable, &slot->error))
    read_slot (self, slot, &slot->error);
  g_mutex_lock (&self->lock);
  slot->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/* --- in order, on the calling thread --------------------------------------- */

static void
report_problem (const char *subject,
                const char *message,
                gpointer    data)
{
  Import *self = data;

  hs_import_tell (&self->result, self->watch, subject, message);
}

static void
report (Import     *self,
        double      fraction,
        const char *status)
{
  if (self->watch != NULL && self->watch->progress != NULL)
    self->watch->progress (fraction, status, self->watch->data);
}

static void
count_kept (Import           *self,
            const HsIncoming *incoming)
{
  if (incoming->kept == HS_KEPT_ADDED)
    self->result.added++;
  else if (incoming->kept == HS_KEPT_CHANGED)
    self->result.changed++;
  else
    self->result.unchanged++;
  if (incoming->kept != HS_KEPT_UNCHANGED && self->result.first == 0)
    self->result.first = incoming->article;
}

static gboolean
write_batch (Import  *self,
             GError **error)
{
  if (self->batch->len > 0 && !hs_library_keep (self->library, self->batch, error))
    return FALSE;
  for (guint i = 0; i < self->batch->len; i++)
    count_kept (self, g_ptr_array_index (self->batch, i));
  g_ptr_array_set_size (self->batch, 0);
  return TRUE;
}

static gboolean
take_incoming (Import      *self,
               HsIncoming  *incoming,
               GError     **error)
{
  if (self->batch->len == 0)
    self->batch_began = g_get_monotonic_time ();
  g_ptr_array_add (self->batch, incoming);
  if (self->batch->len >= BATCH || g_get_monotonic_time () - self->batch_began > BATCH_USEC)
    return write_batch (self, error);
  return TRUE;
}

static gboolean
take_slot (Import  *self,
           Slot    *slot,
           GError **error)
{
  g_autofree char *name = g_file_get_parse_name (slot->walked->file);

  if (g_error_matches (slot->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&slot->error));
      return FALSE;
    }
  if (slot->error != NULL)
    report_problem (name, slot->error->message, self);
  self->result.failed += slot->failed > 1 ? slot->failed - 1 : 0;
  self->result.unchanged += slot->known;
  while (slot->incoming != NULL && slot->incoming->len > 0)
    {
      HsIncoming *incoming = g_ptr_array_steal_index (slot->incoming, 0);

      if (incoming->document->length == 0)
        hs_import_tell_unread (&self->result, self->watch, name);
      if (!take_incoming (self, incoming, error))
        return FALSE;
    }
  slot_clear (slot);
  return TRUE;
}

static void
wait_for_slot (Import *self,
               Slot   *slot)
{
  g_mutex_lock (&self->lock);
  while (!slot->done)
    g_cond_wait (&self->cond, &self->lock);
  g_mutex_unlock (&self->lock);
}

static gboolean
take_all (Import       *self,
          GThreadPool  *pool,
          guint        *pushed,
          GError      **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      for (; *pushed < self->files->len && *pushed < i + AHEAD; (*pushed)++)
        {
          self->slots[*pushed].walked = g_ptr_array_index (self->files, *pushed);
          g_thread_pool_push (pool, &self->slots[*pushed], NULL);
        }
      wait_for_slot (self, &self->slots[i]);
      if (!take_slot (self, &self->slots[i], error))
        return FALSE;
      if (self->watch != NULL)
        {
          g_autofree char *name = g_file_get_basename (self->slots[i].walked->file);

          report (self, 0.95 * (i + 1) / self->files->len, name);
        }
    }
  return write_batch (self, error);
}

static gboolean
import_files (Import  *self,
              GError **error)
{
  GThreadPool *pool = g_thread_pool_new (read_slot_work, self, g_get_num_processors (), FALSE, NULL);
  guint pushed = 0;
  gboolean result;

  self->slots = g_new0 (Slot, self->files->len);
  result = take_all (self, pool, &pushed, error);
  /* what is under way ends before its slots do */
  g_thread_pool_free (pool, !result, TRUE);
  hs_worker_rest ();
  for (guint i = 0; i < pushed; i++)
    slot_clear (&self->slots[i]);
  g_clear_pointer (&self->slots, g_free);
  return result;
}

static gboolean
import_all (Import     *self,
            GPtrArray  *files,
            GError    **error)
{
  self->analyser = hs_engine_get_analyser (error);
  if (self->analyser == NULL)
    return FALSE;
  report (self, -1, _("Looking for articles"));
  self->files = hs_walk (files, report_problem, self, self->cancellable, error);
  if (self->files == NULL || !import_files (self, error))
    return FALSE;
  report (self, 0.95, _("Comparing the articles of each story"));
  return hs_library_build_stories (self->library, 0, self->cancellable, NULL, error);
}

/**
 * hs_import_run:
 * @library: where to
 * @files: (element-type GFile): files and folders
 * @flags: how
 * @watch: (nullable): who is told of progress and problems, on this thread
 * @cancellable: (nullable): ends it between two articles
 * @result: (out) (optional): what came of it, also when it failed
 * @error: return location
 *
 * Waits; any thread but the main one and the library's.
 *
 * Returns: whether it came to its end, whatever the problems with single files
 */
gboolean
hs_import_run (HsLibrary            *library,
               GPtrArray            *files,
               HsImportFlags         flags,
               const HsImportWatch  *watch,
               GCancellable         *cancellable,
               HsImportResult       *result,
               GError              **error)
{
  Import self = { .library = library, .flags = flags, .watch = watch, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  g_mutex_init (&self.lock);
  g_cond_init (&self.cond);
  self.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  done = import_all (&self, files, error);
  if (result != NULL)
    *result = self.result;
  g_ptr_array_unref (self.batch);
  g_clear_pointer (&self.files, g_ptr_array_unref);
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.cond);
  return done;
}

/**
 * hs_import_bytes:
 * @library: where to
 * @page: what was fetched
 * @cancellable: (nullable): a cancellable
 * @article: (out) (optional): which article it is
 * @error: return location
 *
 * Waits; any thread but the main one and the library's.
 *
 * Returns: whether it was kept, or was there already
 */
gboolean
hs_import_bytes (HsLibrary            *library,
                 const HsImportBytes  *page,
                 GCancellable         *cancellable,
                 gint64               *article,
                 GError              **error)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_incoming_free);
  HsAnalyser *analyser = hs_engine_get_analyser (error);
  HsIncoming *incoming;

  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (page != NULL && page->bytes != NULL, FALSE);

  if (analyser == NULL)
    return FALSE;
  incoming = hs_incoming_new (page->bytes);
  g_ptr_array_add (batch, incoming);
  incoming->address = g_strdup (page->address);
  incoming->content_type = g_strdup (page->content_type);
  incoming->headers = g_strdup (page->headers);
  incoming->fetched = page->fetched;
  if (!hs_import_read (incoming, analyser, page->bytes, page->name, page->content_type, page->address, cancellable,
                       error)
      || !hs_library_keep (library, batch, error))
    return FALSE;
  if (article != NULL)
    *article = incoming->article;
  return TRUE;
}
