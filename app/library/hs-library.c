/* hs-library.c: everything kept, in one file: opening, threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-library.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "hs-library-private.h"
#include "hs-library-write.h"
#include "hs-schema.h"

#define MAX_READERS 4
/* What waits for the writer is written in one transaction, so many at most: each
 * has its price, whatever was written. */
#define MAX_TOGETHER 32

/* One piece of work for the writer; lives on the stack of who waits for it. */
typedef struct
{
  HsLibraryWork work;     /* NULL: the writer is to end */
  gpointer data;
  GError *error;          /* (owned) (nullable) */
  gboolean done;
  gboolean result;
  GMutex lock;
  GCond cond;
} WriteTask;

struct _HsLibrary
{
  GObject parent_instance;

  char *directory;        /* (owned) */
  char *path;             /* (owned) */
  gboolean read_only;
  HsDatabaseMode reading;

  GThread *writer;        /* (owned) (nullable): NULL when read-only or closed */
  GAsyncQueue *tasks;     /* (owned) (element-type WriteTask) */
  HsDatabase *database;   /* (owned) (nullable): the writer's */
  WriteTask *last;        /* (unowned) (nullable): that which ends the writer */
  HsLibraryArea touched;  /* the writer's: areas of the transaction under way */
  GHashTable *words;      /* (owned): the writer's, see hs_words_add() */
  GHashTable *unindexed;  /* (owned) (element-type gint64): the writer's, see hs_fulltext_add() */

  GMutex lock;            /* of what follows */
  GCond returned;
  GQueue idle;            /* (element-type HsDatabase): connections to read with */
  guint n_readers;
  gboolean closed;
  HsLibraryNotify notify; /* (nullable) */
  gpointer notify_data;
};

G_DEFINE_FINAL_TYPE (HsLibrary, hs_library, G_TYPE_OBJECT)

static gboolean
raise_generations (HsLibrary   *self,
                   GError     **error)
{
  for (guint i = 0; i < HS_LIBRARY_N_AREAS; i++)
    {
      g_autofree char *key = g_strdup_printf ("generation-%u", i);

      if ((self->touched & (1u << i)) != 0
          && !hs_database_run (self->database, error, "UPDATE stats SET value = value + 1 WHERE key = ?1", "s", key))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
copy_ids (GHashTable *ids)
{
  GHashTable *copy = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy, g_memdup2 (id, sizeof (gint64)));
  return copy;
}

/* One of several of a transaction: what it fails for is undone, and no more. */
static gboolean
run_beside_others (HsLibrary *self,
                   WriteTask *task)
{
  g_autoptr (GHashTable) unindexed = copy_ids (self->unindexed);
  HsLibraryArea touched = self->touched;

  if (!hs_database_execute (self->database, "SAVEPOINT task", &task->error))
    return FALSE;
  if (task->work (self, self->database, task->data, &task->error))
    return hs_database_execute (self->database, "RELEASE task", &task->error);
  if (hs_database_is_writing (self->database))
    hs_database_execute (self->database, "ROLLBACK TO task; RELEASE task", NULL);
  self->touched = touched;
  g_hash_table_unref (self->unindexed);
  self->unindexed = g_steal_pointer (&unindexed);
  g_hash_table_remove_all (self->words);
  return FALSE;
}

static gboolean
run_tasks (HsLibrary  *self,
           GPtrArray  *tasks,
           GError    **error)
{
  gboolean any = FALSE;

  if (!hs_database_begin (self->database, error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      WriteTask *task = g_ptr_array_index (tasks, i);

      task->result = tasks->len == 1 ? task->work (self, self->database, task->data, &task->error)
                                     : run_beside_others (self, task);
      any = any || task->result;
      /* a full disk undoes everything, whoever it was that filled it */
      if (!hs_database_is_writing (self->database))
        {
          g_propagate_error (error, g_error_copy (task->error));
          return FALSE;
        }
    }
  return any && hs_fulltext_finish (self, self->database, error) && raise_generations (self, error)
         && hs_database_commit (self->database, error);
}

/* Sets the result of each. */
static void
run_together (HsLibrary *self,
              GPtrArray *tasks)
{
  g_autoptr (GError) error = NULL;

  self->touched = 0;
  if (run_tasks (self, tasks, &error))
    return;
  hs_database_rollback (self->database);
  g_hash_table_remove_all (self->words);
  g_hash_table_remove_all (self->unindexed);
  self->touched = 0;
  for (guint i = 0; i < tasks->len; i++)
    {
      WriteTask *task = g_ptr_array_index (tasks, i);

      task->result = FALSE;
      if (task->error == NULL)
        task->error = g_error_copy (error);
    }
}

static void
notify (HsLibrary *self)
{
  g_mutex_lock (&self->lock);
  if (self->notify != NULL)
    self->notify (self->notify_data);
  g_mutex_unlock (&self->lock);
}

/* Waits for the next, and takes what else is waiting. FALSE: it is to end. */
static gboolean
take_tasks (HsLibrary *self,
            GPtrArray *tasks)
{
  WriteTask *task = g_async_queue_pop (self->tasks);

  while (task != NULL && task->work != NULL)
    {
      g_ptr_array_add (tasks, task);
      task = tasks->len < MAX_TOGETHER ? g_async_queue_try_pop (self->tasks) : NULL;
    }
  if (task == NULL)
    return TRUE;
  self->last = task;
  return FALSE;
}

static void
end_task (WriteTask *task)
{
  g_mutex_lock (&task->lock);
  task->done = TRUE;
  g_cond_signal (&task->cond);
  g_mutex_unlock (&task->lock);
}

static gpointer
writer_main (gpointer data)
{
  HsLibrary *self = data;
  g_autoptr (GPtrArray) tasks = g_ptr_array_new ();
  gboolean more = TRUE;

  while (more)
    {
      more = take_tasks (self, tasks);
      self->touched = 0;
      if (tasks->len > 0)
        run_together (self, tasks);
      if (self->touched != 0)
        notify (self);
      for (guint i = 0; i < tasks->len; i++)
        end_task (g_ptr_array_index (tasks, i));
      g_ptr_array_set_size (tasks, 0);
    }
  self->last->result = TRUE;
  end_task (self->last);
  return NULL;
}

/* Queues @task unless the library is closed or cannot be written. */
static gboolean
push_task (HsLibrary  *self,
           WriteTask  *task,
           GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->closed)
    g_set_error (error, HS_ERROR, HS_ERROR_FAILED, _("The library “%s” is closed."), self->path);
  else if (self->writer == NULL)
    g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                 _("The library “%s” can be read but not changed."), self->path);
  else
    g_async_queue_push (self->tasks, task);
  return !self->closed && self->writer != NULL;
}

static gboolean
wait_for_task (WriteTask  *task,
               GError    **error)
{
  g_mutex_lock (&task->lock);
  while (!task->done)
    g_cond_wait (&task->cond, &task->lock);
  g_mutex_unlock (&task->lock);
  if (!task->result)
    g_propagate_error (error, task->error);
  return task->result;
}

static void
task_init (WriteTask     *task,
           HsLibraryWork  work,
           gpointer       data)
{
  *task = (WriteTask) { .work = work, .data = data };
  g_mutex_init (&task->lock);
  g_cond_init (&task->cond);
}

static void
task_clear (WriteTask *task)
{
  g_mutex_clear (&task->lock);
  g_cond_clear (&task->cond);
}

/**
 * hs_library_write:
 * @self: a library
 * @work: returns %FALSE with an error set
 * @data: for @work
 * @error: return location
 *
 * Runs @work in one transaction on the writer's thread and waits for it. What others wait
 * to have written at the same time may share the transaction; all of it is undone for which
 * @work returns %FALSE, and nothing else. Any thread but the writer's.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_write (HsLibrary      *self,
                  HsLibraryWork   work,
                  gpointer        data,
                  GError        **error)
{
  WriteTask task;
  gboolean result;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (work != NULL, FALSE);
  g_return_val_if_fail (g_thread_self () != self->writer, FALSE);

  task_init (&task, work, data);
  result = push_task (self, &task, error) && wait_for_task (&task, error);
  task_clear (&task);
  return result;
}

static HsDatabase *
open_reader (const char      *path,
             HsDatabaseMode   mode,
             GError         **error)
{
  g_autoptr (HsDatabase) database = hs_database_open (path, mode, error);

  if (database == NULL
      || !hs_database_execute (database, "PRAGMA query_only = ON; PRAGMA mmap_size = 2147418112;"
                                         "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY;", error))
    return NULL;
  return g_steal_pointer (&database);
}

/* Waits while all connections are lent out. */
static HsDatabase *
borrow (HsLibrary  *self,
        GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  HsDatabase *database;

  while (!self->closed && self->idle.length == 0 && self->n_readers >= MAX_READERS)
    g_cond_wait (&self->returned, &self->lock);
  if (self->closed)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_FAILED, _("The library “%s” is closed."), self->path);
      return NULL;
    }
  database = g_queue_pop_head (&self->idle);
  if (database == NULL)
    {
      database = open_reader (self->path, self->reading, error);
      if (database != NULL)
        self->n_readers++;
    }
  return database;
}

static void
give_back (HsLibrary  *self,
           HsDatabase *database)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_queue_push_head (&self->idle, database);
  g_cond_broadcast (&self->returned);
}

/**
 * hs_library_read:
 * @self: a library
 * @work: returns %FALSE with an error set
 * @data: for @work
 * @error: return location
 *
 * Runs @work on this thread, over one unchanging view of the library. Waits while all
 * connections are lent out.
 *
 * Returns: %FALSE with @error set
 */
gboolean
hs_library_read (HsLibrary      *self,
                 HsLibraryWork   work,
                 gpointer        data,
                 GError        **error)
{
  HsDatabase *database;
  gboolean result;

  g_return_val_if_fail (HS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (work != NULL, FALSE);

  database = borrow (self, error);
  if (database == NULL)
    return FALSE;
  result = hs_database_execute (database, "BEGIN", error) && work (self, database, data, error);
  hs_database_rollback (database);
  give_back (self, database);
  return result;
}

/**
 * hs_library_touch:
 * @self: a library
 * @areas: what @self changed in
 *
 * From a writing work. The writer's thread.
 */
void
hs_library_touch (HsLibrary     *self,
                  HsLibraryArea  areas)
{
  hs_library_assert_writer (self);
  self->touched |= areas;
}

/**
 * hs_library_assert_writer:
 * @self: a library
 *
 * Ends the program when this is not the writer's thread.
 */
void
hs_library_assert_writer (HsLibrary *self)
{
  g_assert (g_thread_self () == self->writer);
}

/**
 * hs_library_get_known_words:
 * @self: a library
 *
 * Returns: (transfer none): words that the writer knows to be kept already; see
 *   hs_words_add()
 */
GHashTable *
hs_library_get_known_words (HsLibrary *self)
{
  hs_library_assert_writer (self);
  return self->words;
}

/**
 * hs_library_get_unindexed:
 * @self: a library
 *
 * Returns: (transfer none) (element-type gint64): articles whose words wait to be put into
 *   the index
 */
GHashTable *
hs_library_get_unindexed (HsLibrary *self)
{
  hs_library_assert_writer (self);
  return self->unindexed;
}

static gboolean
make_directory (HsLibrary  *self,
                GError    **error)
{
  int saved;

  if (g_mkdir_with_parents (self->directory, 0700) == 0)
    return TRUE;
  saved = errno;
  g_set_error (error, HS_ERROR, saved == EROFS || saved == EACCES ? HS_ERROR_READ_ONLY : HS_ERROR_READ,
               _("The folder “%s” for the library could not be made: %s."), self->directory, g_strerror (saved));
  return FALSE;
}

/* Opens for writing. FALSE without @error: it cannot be written. */
static gboolean
open_writer (HsLibrary  *self,
             GError    **error)
{
  g_autoptr (HsDatabase) database = NULL;
  g_autoptr (GError) local = NULL;

  database = hs_database_open (self->path, HS_DATABASE_WRITE, &local);
  if (database != NULL && hs_schema_prepare (database, &local))
    {
      self->database = g_steal_pointer (&database);
      return TRUE;
    }
  if (!g_error_matches (local, HS_ERROR, HS_ERROR_READ_ONLY) && !g_error_matches (local, HS_ERROR, HS_ERROR_READ))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* One that is only to be read is brought up to date all the same, as what asks
 * of it knows the present tables only. Where that cannot be, reading says so. */
static gboolean
update_for_reading (HsLibrary  *self,
                    GError    **error)
{
  g_autoptr (GError) local = NULL;

  if (hs_schema_is_older (self->path) && !open_writer (self, &local) && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_clear_pointer (&self->database, hs_database_close);
  return TRUE;
}

/* Finds out how the library can be read, and that it is one. */
static gboolean
try_reading (HsLibrary  *self,
             GError    **error)
{
  static const HsDatabaseMode modes[] = { HS_DATABASE_READ, HS_DATABASE_FROZEN };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (HsDatabase) database = open_reader (self->path, modes[i], NULL);
      g_autoptr (GError) local = NULL;

      if (database != NULL && hs_schema_check (database, &local))
        {
          self->reading = modes[i];
          g_queue_push_head (&self->idle, g_steal_pointer (&database));
          self->n_readers++;
          return TRUE;
        }
      if (i + 1 == G_N_ELEMENTS (modes) || g_error_matches (local, HS_ERROR, HS_ERROR_NEWER_LIBRARY)
          || g_error_matches (local, HS_ERROR, HS_ERROR_NOT_LIBRARY))
        {
          if (local != NULL)
            g_propagate_error (error, g_steal_pointer (&local));
          else
            g_set_error (error, HS_ERROR, HS_ERROR_READ, _("The library “%s” could not be opened."), self->path);
          return FALSE;
        }
    }
  return FALSE;
}

static gboolean
open_all (HsLibrary       *self,
          HsLibraryFlags   flags,
          GError         **error)
{
  gboolean absent = !g_file_test (self->path, G_FILE_TEST_EXISTS);
  gboolean wants_writing = (flags & HS_LIBRARY_READ_ONLY) == 0;
  g_autoptr (GError) local = NULL;

  if (absent && (!wants_writing || (flags & HS_LIBRARY_NO_CREATE) != 0))
    {
      g_set_error (error, HS_ERROR, HS_ERROR_NOT_FOUND, _("There is no library in “%s”."), self->directory);
      return FALSE;
    }
  if (absent && !make_directory (self, error))
    return FALSE;
  if (!absent && !hs_schema_check_file (self->path, error))
    return FALSE;
  if (wants_writing && !open_writer (self, &local) && local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!wants_writing && !update_for_reading (self, error))
    return FALSE;
  self->read_only = self->database == NULL;
  if (self->read_only && absent)
    {
      g_set_error (error, HS_ERROR, HS_ERROR_READ_ONLY,
                   _("A library could not be made in “%s”: the folder cannot be written."), self->directory);
      return FALSE;
    }
  if (!try_reading (self, error))
    return FALSE;
  if (!self->read_only)
    self->writer = g_thread_new ("library-writer", writer_main, self);
  return TRUE;
}

/**
 * hs_library_open:
 * @directory: (nullable): where the library is; %NULL is the user's own
 * @flags: how
 * @error: return location
 *
 * Any thread; waits.
 *
 * Returns: (transfer full): the library; %NULL with @error set
 */
HsLibrary *
hs_library_open (const char      *directory,
                 HsLibraryFlags   flags,
                 GError         **error)
{
  g_autoptr (HsLibrary) self = g_object_new (HS_TYPE_LIBRARY, NULL);

  if (directory != NULL)
    self->directory = g_canonicalize_filename (directory, NULL);
  else
    self->directory = g_build_filename (g_get_user_data_dir (), "hearsay", NULL);
  self->path = g_build_filename (self->directory, "hearsay.db", NULL);
  if (!open_all (self, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * hs_library_close:
 * @self: a library
 *
 * Waits for writes and reads under way; what is asked of it afterwards fails.
 */
void
hs_library_close (HsLibrary *self)
{
  WriteTask last;

  g_return_if_fail (HS_IS_LIBRARY (self));

  g_mutex_lock (&self->lock);
  if (self->closed)
    {
      g_mutex_unlock (&self->lock);
      return;
    }
  self->closed = TRUE;
  self->notify = NULL;
  g_cond_broadcast (&self->returned);
  while (self->idle.length < self->n_readers)
    g_cond_wait (&self->returned, &self->lock);
  while (self->idle.length > 0)
    hs_database_close (g_queue_pop_head (&self->idle));
  self->n_readers = 0;
  g_mutex_unlock (&self->lock);

  if (self->writer != NULL)
    {
      task_init (&last, NULL, NULL);
      g_async_queue_push (self->tasks, &last);
      wait_for_task (&last, NULL);
      task_clear (&last);
      g_thread_join (g_steal_pointer (&self->writer));
    }
  g_clear_pointer (&self->database, hs_database_close);
}

/**
 * hs_library_get_directory:
 * @self: a library
 *
 * Returns: (transfer none) (type filename): its folder
 */
const char *
hs_library_get_directory (HsLibrary *self)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), NULL);

  return self->directory;
}

/**
 * hs_library_get_read_only:
 * @self: a library
 *
 * Returns: whether it cannot be written
 */
gboolean
hs_library_get_read_only (HsLibrary *self)
{
  g_return_val_if_fail (HS_IS_LIBRARY (self), TRUE);

  return self->read_only;
}

/**
 * hs_library_set_notify:
 * @self: a library
 * @notify: (nullable) (scope forever): called on the writer's thread after
 *   each change; must return at once and not call back into the library
 * @data: for @notify
 *
 * At most one. After this returned, an earlier one is not called any more.
 */
void
hs_library_set_notify (HsLibrary       *self,
                       HsLibraryNotify  notify_func,
                       gpointer         data)
{
  g_return_if_fail (HS_IS_LIBRARY (self));

  g_mutex_lock (&self->lock);
  self->notify = notify_func;
  self->notify_data = data;
  g_mutex_unlock (&self->lock);
}

static void
hs_library_finalize (GObject *object)
{
  HsLibrary *self = HS_LIBRARY (object);

  hs_library_close (self);
  g_async_queue_unref (self->tasks);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->unindexed);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->returned);
  g_free (self->directory);
  g_free (self->path);
  G_OBJECT_CLASS (hs_library_parent_class)->finalize (object);
}

static void
hs_library_class_init (HsLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hs_library_finalize;
}

static void
hs_library_init (HsLibrary *self)
{
  self->tasks = g_async_queue_new ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unindexed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_mutex_init (&self->lock);
  g_cond_init (&self->returned);
  g_queue_init (&self->idle);
}
