/* hs-progress.c: a bar on the terminal, and Ctrl+C
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-progress.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "hs-command.h"

#define BAR_WIDTH 30

/* Waits for Ctrl+C on a thread of its own: nothing that cancelling does is
 * allowed in a signal handler. */
static gpointer
wait_for_interrupt (gpointer data)
{
  HsInterrupt *self = data;
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

/**
 * hs_interrupt_catch:
 * @self: (out caller-allocates): to be ended by hs_interrupt_end()
 * @cancellable: is cancelled
 *
 * From here on Ctrl+C cancels; to be called before any other thread starts.
 */
void
hs_interrupt_catch (HsInterrupt  *self,
                    GCancellable *cancellable)
{
  sigset_t signals;

  sigemptyset (&signals);
  sigaddset (&signals, SIGINT);
  sigaddset (&signals, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);
  self->cancellable = cancellable;
  self->done = FALSE;
  self->thread = g_thread_new ("interrupt", wait_for_interrupt, self);
}

/**
 * hs_interrupt_end:
 * @self: what hs_interrupt_catch() began
 *
 * Ends its thread and waits for that.
 */
void
hs_interrupt_end (HsInterrupt *self)
{
  g_atomic_int_set (&self->done, TRUE);
  g_thread_join (self->thread);
}

/**
 * hs_bar_init:
 * @self: a bar
 *
 * Makes it one that is not drawn; on a terminal it can be.
 */
void
hs_bar_init (HsBar *self)
{
  self->terminal = isatty (STDERR_FILENO);
  self->drawn = FALSE;
}

/**
 * hs_bar_clear:
 * @self: a bar
 *
 * Takes it off the terminal, so that a line can be printed.
 */
void
hs_bar_clear (HsBar *self)
{
  if (self->drawn)
    fputs ("\r\033[K", stderr);
  self->drawn = FALSE;
}

/**
 * hs_bar_show:
 * @self: a bar
 * @fraction: how much is done, 0 to 1; below 0 is unknown
 * @status: (nullable): what is done just now
 *
 * Draws it on the terminal; nothing happens where there is none.
 */
void
hs_bar_show (HsBar      *self,
             double      fraction,
             const char *status)
{
  int filled = fraction > 0 ? (int) (MIN (fraction, 1) * BAR_WIDTH) : 0;
  g_autofree char *plain = NULL;

  if (!self->terminal)
    return;
  plain = hs_command_plain (status != NULL ? status : "", FALSE);
  fprintf (stderr, "\r\033[K[%.*s%*s] %s", filled, "##############################", BAR_WIDTH - filled, "", plain);
  fflush (stderr);
  self->drawn = TRUE;
}
