/* hs-command-import.c: files and folders into a library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-command.h"

#include <glib/gi18n.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "hs-import.h"

#define BAR_WIDTH 30

typedef struct
{
  gboolean terminal;
  gboolean drawn;
} Bar;

typedef struct
{
  GCancellable *cancellable;  /* (unowned) */
  int done;                   /* atomic */
} Interrupt;

/* Waits for Ctrl+C on a thread of its own: nothing that cancelling does is
 * allowed in a signal handler. */
static gpointer
wait_for_interrupt (gpointer data)
{
  Interrupt *self = data;
  const struct timespec pause = { 0, 100 * 1000 * 1000 };
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  while (!g_atomic_int_get (&self->done))
    if (sigtimedwait (&signals, NULL, &pause) > 0)
      g_cancellable_cancel (self->cancellable);
  return NULL;
}

/* From here on Ctrl+C cancels; to be called before any other thread starts. */
static GThread *
catch_interrupt (Interrupt *self)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  return g_thread_new ("interrupt", wait_for_interrupt, self);
}

static void
clear_bar (Bar *bar)
{
  if (bar->drawn)
    fputs ("\r\033[K", stderr);
  bar->drawn = FALSE;
}

static void
show_progress (double      fraction,
               const char *status,
               gpointer    data)
{
  Bar *bar = data;
  int filled = fraction > 0 ? (int) (fraction * BAR_WIDTH) : 0;

  if (!bar->terminal)
    return;
  fprintf (stderr, "\r\033[K[%.*s%*s] %s", filled, "##############################", BAR_WIDTH - filled, "",
           status != NULL ? status : "");
  fflush (stderr);
  bar->drawn = TRUE;
}

static void
show_problem (const char *subject,
              const char *message,
              gpointer    data)
{
  clear_bar (data);
  hs_command_complain (subject, message);
}

static void
print_result (const HsOptions      *options,
              const HsImportResult *result)
{
  if (options->json)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      json_object_set_int_member (object, "added", result->added);
      json_object_set_int_member (object, "changed", result->changed);
      json_object_set_int_member (object, "unchanged", result->unchanged);
      json_object_set_int_member (object, "failed", result->failed);
      hs_command_print (object, FALSE);
      return;
    }
  g_print (_ ("%u new, %u changed, %u already there, %u could not be read\n"), result->added, result->changed,
           result->unchanged, result->failed);
}

/* Addresses come with a later version: each is named, the rest goes on. */
static GPtrArray *
collect_files (const HsOptions *options,
               guint           *n_refused)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; options->arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->arguments[i]);

      if (g_file_is_native (file))
        g_ptr_array_add (files, g_steal_pointer (&file));
      else
        {
          hs_command_complain (options->arguments[i],
                               _ ("Addresses cannot be read yet; save the page and import the file."));
          (*n_refused)++;
        }
    }
  return files;
}

/**
 * hs_command_import:
 * @options: the options
 *
 * Ctrl+C ends it after the articles under way; the next import goes on there.
 *
 * Returns: the exit status
 */
int
hs_command_import (const HsOptions *options)
{
  g_autoptr (HsLibrary) library = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  HsImportResult result = { 0 };
  Bar bar = { .terminal = isatty (STDERR_FILENO) };
  const HsImportWatch watch = { show_progress, show_problem, &bar };
  Interrupt interrupt = { cancellable, FALSE };
  GThread *thread;
  guint refused = 0;
  gboolean done;

  if (options->arguments[0] == NULL)
    return hs_command_usage (_ ("“import” needs at least one file or folder."));
  thread = catch_interrupt (&interrupt);
  library = hs_library_open (options->library, HS_LIBRARY_DEFAULT, &error);
  files = collect_files (options, &refused);
  done = library != NULL
         && hs_import_run (library, files, HS_IMPORT_DEFAULT, &watch, cancellable, &result, &error);
  g_atomic_int_set (&interrupt.done, TRUE);
  g_thread_join (thread);
  clear_bar (&bar);
  result.failed += refused;
  if (library != NULL)
    {
      print_result (options, &result);
      hs_library_close (library);
    }
  if (g_cancellable_is_cancelled (cancellable))
    hs_command_complain (NULL, _ ("Stopped; what was read is kept. The same import again goes on from there."));
  else if (!done)
    hs_command_complain (library == NULL ? options->library : NULL, error->message);
  return done && result.failed == 0 ? HS_EXIT_DONE : HS_EXIT_FAILED;
}
