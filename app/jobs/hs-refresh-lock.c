/* hs-refresh-lock.c: one program at a time does a thing to a library
 *
 * The window, the service and a command may be there at once; what one of them
 * has just asked for the other would ask for again, and what one reads just now the
 * other would read, too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hs-refresh-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define AGAIN_USEC 200000

/**
 * hs_refresh_lock:
 * @directory: (type filename): where the library is
 * @name: what is kept apart
 * @wait: until another program is through with it; any thread but the main one
 * @cancellable: (nullable): ends the wait
 * @error: return location
 *
 * Where no lock can be made there is nothing to keep apart.
 *
 * Returns: a file to close when it is over; -1 when another program has it, or with @error
 *   set when it was cancelled
 */
int
hs_refresh_lock (const char    *directory,
                 const char    *name,
                 gboolean       wait,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  int file = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  /* without one the worst is that something is asked for twice */
  if (file < 0)
    return g_open ("/dev/null", O_RDONLY | O_CLOEXEC, 0);
  while (flock (file, LOCK_EX | LOCK_NB) != 0 && (errno == EWOULDBLOCK || errno == EINTR))
    {
      if (!wait || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          close (file);
          return -1;
        }
      g_usleep (AGAIN_USEC);
    }
  return file;
}
