/* hs-analyse.c: what was kept is read: who is named, who said what
 *
 * Articles are kept first and analysed afterwards, on as many threads as there
 * are cores, a few ahead of the one that is being written. They are written in
 * the order in which they were kept, so that entities and stories become what
 * they would have become had each been analysed at once; and the same after an
 * interruption as without one.
 *
 * The same goes for articles whose findings are of an older analyser.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-analyse.h"

#include <unistd.h>

#include "hs-analyser.h"
#include "hs-engine.h"
#include "hs-error.h"
#include "hs-library-write.h"
#include "hs-refresh-lock.h"

#define PAGE 512
#define AHEAD 96
/* Whoever else wants to write waits for one batch. */
#define BATCH 64
#define BATCH_USEC 200000
/* Of many articles the stories are built now and then, not only at the end. */
#define STORIES_AFTER 4000
#define AGAIN_USEC 200000

/* One article on its way. */
typedef struct
{
  gint64 article;
  gboolean done;
  HsWaiting *waiting;    /* (owned) (nullable) */
  GError *error;         /* (owned) (nullable) */
} Slot;

typedef struct
{
  HsLibrary *library;           /* (unowned) */
  HsAnalyser *analyser;         /* (unowned) */
  const HsAnalyseWatch *watch;  /* (unowned) (nullable) */
  GCancellable *cancellable;    /* (unowned) (nullable) */
  HsAnalyseResult result;

  GThreadPool *pool;            /* (owned) */
  GArray *page;                 /* (owned) (element-type gint64): the next ones */
  guint at;                     /* in @page */
  int after_analyser;           /* where the next page begins */
  gint64 after_article;
  gboolean all_listed;
  GQueue slots;                 /* (element-type Slot): on their way, in order */
  GPtrArray *batch;             /* (owned) (element-type HsWaiting): to be written next */
  gint64 batch_began;
  GHashTable *hopeless;         /* (owned) (element-type gint64): could not be read */
  guint done;                   /* taken, whatever came of it */
  guint total;
  guint unbuilt;                /* written since the stories were built */
  GMutex lock;                  /* of `done` of the slots */
  GCond cond;
} Analyse;

static void
slot_free (Slot *slot)
{
  g_clear_pointer (&slot->waiting, hs_waiting_free);
  g_clear_error (&slot->error);
  g_free (slot);
}

/* --- one article, on a thread of the pool ------------------------------------ */

static void
read_slot (gpointer data,
           gpointer user_data)
{
  Slot *slot = data;
  Analyse *self = user_data;

  if (!g_cancellable_set_error_if_cancelled (self->cancellable, &slot->error))
    slot->waiting = hs_library_load_waiting (self->library, slot->article, &slot->error);
  if (slot->waiting != NULL)
    slot->waiting->analysis = hs_analyser_read (self->analyser, slot->waiting->document, self->cancellable,
                                                &slot->error);
  g_mutex_lock (&self->lock);
  slot->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
}

/* --- in order, on the calling thread --------------------------------------- */

static void
report (Analyse *self)
{
  if (self->watch != NULL && self->watch->progress != NULL)
    self->watch->progress (MIN (self->done, self->total), self->total, self->watch->data);
}

static gboolean
build_stories (Analyse  *self,
               GError  **error)
{
  self->unbuilt = 0;
  return hs_library_build_stories (self->library, 0, self->cancellable, NULL, error);
}

static gboolean
write_batch (Analyse  *self,
             GError  **error)
{
  if (self->batch->len > 0 && !hs_library_keep_findings (self->library, self->batch, error))
    return FALSE;
  for (guint i = 0; i < self->batch->len; i++)
    {
      gboolean kept = ((HsWaiting *) g_ptr_array_index (self->batch, i))->kept;

      self->result.analysed += kept;
      self->unbuilt += kept;
    }
  g_ptr_array_set_size (self->batch, 0);
  return self->unbuilt < STORIES_AFTER || build_stories (self, error);
}

/* What is no longer there or was read by somebody else is no failure; what is
 * damaged stays behind, and anything else would happen to the next one, too. */
static gboolean
take_error (Analyse  *self,
            Slot     *slot,
            GError  **error)
{
  if (g_error_matches (slot->error, HS_ERROR, HS_ERROR_NOT_FOUND))
    return TRUE;
  if (!g_error_matches (slot->error, HS_ERROR, HS_ERROR_NOT_LIBRARY))
    {
      g_propagate_error (error, g_steal_pointer (&slot->error));
      return FALSE;
    }
  g_hash_table_add (self->hopeless, g_memdup2 (&slot->article, sizeof slot->article));
  self->result.failed++;
  if (self->watch != NULL && self->watch->problem != NULL)
    self->watch->problem (slot->article, slot->error->message, self->watch->data);
  return TRUE;
}

static gboolean
take_slot (Analyse  *self,
           Slot     *slot,
           GError  **error)
{
  self->done++;
  if (slot->error != NULL)
    return take_error (self, slot, error);
  if (self->batch->len == 0)
    self->batch_began = g_get_monotonic_time ();
  g_ptr_array_add (self->batch, g_steal_pointer (&slot->waiting));
  if (self->batch->len < BATCH && g_get_monotonic_time () - self->batch_began < BATCH_USEC)
    return TRUE;
  if (!write_batch (self, error))
    return FALSE;
  report (self);
  return TRUE;
}

/* The next article that waits; 0: none, or with @error set. */
static gint64
next_article (Analyse  *self,
              GError  **error)
{
  for (;;)
    {
      if (self->page != NULL && self->at < self->page->len)
        {
          gint64 article = g_array_index (self->page, gint64, self->at++);

          if (!g_hash_table_contains (self->hopeless, &article))
            return article;
          continue;
        }
      if (self->all_listed)
        return 0;
      g_clear_pointer (&self->page, g_array_unref);
      self->page = hs_library_list_waiting (self->library, &self->after_analyser, &self->after_article, PAGE, error);
      self->at = 0;
      self->all_listed = self->page == NULL || self->page->len < PAGE;
      if (self->page == NULL)
        return 0;
    }
}

static gboolean
send_ahead (Analyse  *self,
            GError  **error)
{
  g_autoptr (GError) local = NULL;

  while (self->slots.length < AHEAD)
    {
      gint64 article = next_article (self, &local);
      Slot *slot;

      if (article == 0)
        break;
      slot = g_new0 (Slot, 1);
      slot->article = article;
      g_queue_push_tail (&self->slots, slot);
      g_thread_pool_push (self->pool, slot, NULL);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static void
wait_for_slot (Analyse *self,
               Slot    *slot)
{
  g_mutex_lock (&self->lock);
  while (!slot->done)
    g_cond_wait (&self->cond, &self->lock);
  g_mutex_unlock (&self->lock);
}

/* All that waits, once. */
static gboolean
read_through (Analyse  *self,
              GError  **error)
{
  self->all_listed = FALSE;
  self->after_analyser = -1;
  self->after_article = 0;
  while (send_ahead (self, error))
    {
      Slot *slot = g_queue_pop_head (&self->slots);
      gboolean taken;

      if (slot == NULL)
        return write_batch (self, error);
      wait_for_slot (self, slot);
      taken = !g_cancellable_set_error_if_cancelled (self->cancellable, error) && take_slot (self, slot, error);
      slot_free (slot);
      if (!taken)
        return FALSE;
    }
  return FALSE;
}

/* While it is read more may be kept; that comes next. */
static gboolean
read_all (Analyse  *self,
          GError  **error)
{
  for (;;)
    {
      guint unread, outdated, before = self->result.analysed;

      if (!hs_library_count_waiting (self->library, &unread, &outdated, error))
        return FALSE;
      self->total = self->done + unread + outdated;
      if (unread + outdated <= g_hash_table_size (self->hopeless))
        return TRUE;
      report (self);
      /* the word lists are only loaded when there is something to read */
      self->analyser = hs_engine_get_analyser (error);
      if (self->analyser == NULL || !read_through (self, error))
        return FALSE;
      if (self->result.analysed == before)
        return TRUE;
    }
}

static gboolean
run (Analyse  *self,
     GError  **error)
{
  gboolean done;

  self->pool = g_thread_pool_new (read_slot, self, (int) g_get_num_processors (), FALSE, NULL);
  done = read_all (self, error);
  /* what is under way ends before its slot does */
  while (self->slots.length > 0)
    {
      Slot *slot = g_queue_pop_head (&self->slots);

      wait_for_slot (self, slot);
      slot_free (slot);
    }
  g_thread_pool_free (self->pool, FALSE, TRUE);
  /* also what a run that was interrupted left */
  return done && build_stories (self, error);
}

/* Another program that is at it reads all that waits, so there is nothing to do
 * but to wait for what is new. -1: there is nothing left, or with @error set. */
static int
take_lock (Analyse  *self,
           GError  **error)
{
  for (;;)
    {
      int file = hs_refresh_lock (hs_library_get_directory (self->library), HS_ANALYSE_LOCK, FALSE, NULL, NULL);
      guint unread, outdated;

      if (file >= 0)
        return file;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !hs_library_count_waiting (self->library, &unread, &outdated, error) || unread == 0)
        return -1;
      g_usleep (AGAIN_USEC);
    }
}

/**
 * hs_analyse_run:
 * @library: what waits there is analysed
 * @watch: (nullable): who is told of progress and problems, on this thread
 * @cancellable: (nullable): ends it between two articles
 * @result: (out) (optional): what came of it, also when it failed
 * @error: return location
 *
 * New articles first, then those that an older analyser read; then their stories
 * are built. What the analyst decided stays. While another program does the same it
 * waits until nothing new is left. Waits; any thread but the main one and the
 * library's.
 *
 * Returns: whether it came to its end, whatever the problems with single articles
 */
gboolean
hs_analyse_run (HsLibrary             *library,
                const HsAnalyseWatch  *watch,
                GCancellable          *cancellable,
                HsAnalyseResult       *result,
                GError               **error)
{
  Analyse self = { .library = library, .watch = watch, .cancellable = cancellable };
  g_autoptr (GError) local = NULL;
  int lock;

  g_return_val_if_fail (HS_IS_LIBRARY (library), FALSE);

  g_mutex_init (&self.lock);
  g_cond_init (&self.cond);
  g_queue_init (&self.slots);
  self.batch = g_ptr_array_new_with_free_func ((GDestroyNotify) hs_waiting_free);
  self.hopeless = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  lock = take_lock (&self, &local);
  if (lock >= 0)
    {
      run (&self, &local);
      close (lock);
    }
  if (result != NULL)
    *result = self.result;
  g_clear_pointer (&self.page, g_array_unref);
  g_ptr_array_unref (self.batch);
  g_hash_table_unref (self.hopeless);
  g_mutex_clear (&self.lock);
  g_cond_clear (&self.cond);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
